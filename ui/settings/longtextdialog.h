#pragma once

#include <QDialog>
#include <QPointer>

#include <functional>

class QMessageBox;
class QPushButton;

namespace lanyard {

class LateAnnouncement;
class PlainLabel;
class TextArea;

/// Edits a text that needs more room than a cell: JSON, several lines. Says what is wrong with it, and stays open until
/// it is right or given up. A text that would come out of the editor as another is only shown.
class LongTextDialog : public QDialog
{
    Q_OBJECT

public:
    /// What is wrong with a text; empty when nothing is.
    using Checker = std::function<QString(const QString &text)>;

    /// Deletes itself when closed.
    LongTextDialog(const QString &name, const QString &text, Checker checker, QWidget *parent);

    /// Begins with @p text instead, as if it had been typed.
    void beginWith(const QString &text);

    /// What was typed can be kept no more, or must not be changed: it can be read and copied, not accepted.
    void lock(const QString &reason);

    void accept() override;
    /// Esc, or the window's own button: asks before a changed text is lost. (The Cancel button means what it says.)
    void reject() override;

Q_SIGNALS:
    /// Only when the text was changed; line ends as they came. The dialog stays open when it is locked in answer.
    void textAccepted(const QString &text);

private:
    [[nodiscard]] QString editedText() const;
    void check();

    QString m_before;
    Checker m_checker;
    TextArea *m_edit;
    PlainLabel *m_problem;
    LateAnnouncement *m_late;
    QPushButton *m_ok;
    QPointer<QMessageBox> m_question;
};

} // namespace lanyard
