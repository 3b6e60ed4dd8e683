#pragma once

#include <QDialog>

class QPushButton;

namespace lanyard {

class PlainLabel;
class TextArea;

/// Edits a text that needs more room than a cell: JSON, several lines. Says when JSON does not parse, and keeps it
/// anyway if the person wants: what the service makes of it is the service's to say. A text that would come out of the
/// editor as another is only shown.
class LongTextDialog : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when closed.
    LongTextDialog(const QString &name, const QString &text, QWidget *parent);

    /// What was typed can be kept no more, or must not be changed: it can be read and copied, not accepted.
    void lock(const QString &reason);

    void accept() override;

Q_SIGNALS:
    /// Only when the text was changed; line ends as they came. The dialog stays open when it is locked in answer.
    void textAccepted(const QString &text);

private:
    [[nodiscard]] QString editedText() const;
    void checkJson();

    QString m_before;
    TextArea *m_edit;
    PlainLabel *m_problem;
    QPushButton *m_ok;
};

} // namespace lanyard
