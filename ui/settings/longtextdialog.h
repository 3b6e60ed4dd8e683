#pragma once

#include "ui/common/typingpause.h"

#include <QDialog>
#include <QKeySequence>
#include <QPointer>

#include <functional>

class QDialogButtonBox;
class QLayout;
class QMessageBox;
class QPushButton;

namespace lanyard {

class TextArea;
class TonedLabel;

/// Edits a text that needs more room than a cell: JSON, multiple lines. Shows what is wrong with it, and stays open
/// until it is corrected or discarded. A text that the editor would alter is shown read-only.
class LongTextDialog : public QDialog
{
    Q_OBJECT

public:
    /// What is wrong with a text; empty if it is valid.
    using Checker = std::function<QString(const QString &text)>;

    /// Deletes itself when closed.
    LongTextDialog(const QString &name, const QString &text, Checker checker, QWidget *parent);

    /// Where what is wrong with a text is, in UTF-16 units; -1: in no one place.
    using Finder = std::function<qsizetype(const QString &text)>;
    /// Offers a button, and F8, that lead to that place.
    void leadToFaults(Finder finder);
    [[nodiscard]] static QList<QKeySequence> okKeys() { return {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}; }
    [[nodiscard]] static QKeySequence faultKey() { return Qt::Key_F8; }
    /// What it is called.
    [[nodiscard]] static QString faultText() { return tr("&Go to error"); }

    /// Starts with @p text instead, as if it had been typed.
    void beginWith(const QString &text);
    /// Starts with @p text, which was typed here before and counts as unchanged; undo brings back the text before.
    void resumeWith(const QString &text);
    /// Accepts what was typed, valid or not, since nobody may be there to correct it; the dialog stays open. False: it
    /// was not taken, for the dialog is locked, and is only here.
    bool takeTyping();
    /// Out of sight, or back; what is typed stays.
    void setAside(bool isAside)
    {
        m_isAside = isAside;
        isAside ? hide() : open();
    }
    [[nodiscard]] bool isAside() const { return m_isAside; }
    /// As it is shown.
    [[nodiscard]] QString text() const;

    /// The typed text can no longer be saved, or must not be changed: it can be read and copied, not accepted.
    void lock(const QString &reason);

    void accept() override;
    /// Esc, or the window's close button: asks before a changed text is lost. (The Cancel button cancels without
    /// asking.)
    void reject() override;

Q_SIGNALS:
    /// Only if the text was changed; line endings are preserved. The dialog stays open if a slot locks it.
    void textAccepted(const QString &text);
    /// What is typed and not accepted yet; null: it is as it was. @p isInvalid: that has been said of it.
    void typed(const QString &text, bool isInvalid);

private:
    [[nodiscard]] QString editedText() const;
    [[nodiscard]] QString problem() const;
    void follow();
    void check();
    void tellTyped(bool isInvalid);
    void say(const QString &problem, bool isInvalid);
    [[nodiscard]] QWidget *problemRow();
    [[nodiscard]] QLayout *buttonRow(QDialogButtonBox *buttons);
    void findFault();
    void goToFault();

    QString m_before;
    QString m_opened; // what counts as unchanged
    Checker m_checker;
    Finder m_finder;
    qsizetype m_faultAt = -1;
    bool m_isAside = false;
    TextArea *m_edit;
    TonedLabel *m_problem;
    TonedLabel *m_mark; // beside the problem, if the text is invalid
    TypingPause m_pause;
    QPushButton *m_goTo; // hidden without a finder
    QPushButton *m_ok;
    QPointer<QMessageBox> m_question;
};

} // namespace lanyard
