#pragma once

#include <QDialog>

namespace lanyard {

class PlainLabel;
class TextArea;

/// Edits a text that needs more room than a cell: JSON, several lines. Says when JSON does not parse, and keeps it
/// anyway if the person wants: what the service makes of it is the service's to say.
class LongTextDialog : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when closed.
    LongTextDialog(const QString &name, const QString &text, QWidget *parent);

    void accept() override;

Q_SIGNALS:
    /// Only when the text was changed; line ends as they came.
    void textAccepted(const QString &text);

private:
    void checkJson();

    QString m_before;
    TextArea *m_edit;
    PlainLabel *m_problem;
};

} // namespace lanyard
