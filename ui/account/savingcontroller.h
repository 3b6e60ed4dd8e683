#pragma once

#include "core/workspace/saver.h"
#include "ui/account/unsavedquestion.h"
#include "ui/common/typingwatch.h"

#include <QMessageBox>
#include <QObject>
#include <QPointer>

namespace lanyard {

class AccountView;
class DocumentEdits;
class Workspace;

/// Shows the save: the review before it, its outcome, its conflicts, and the question before anything that would lose
/// edits.
class SavingController : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the controller.
    SavingController(Workspace &workspace, AccountView &view, QObject *parent = nullptr);

    void save();
    /// Runs @p next at once if nothing is unsaved; otherwise after a save, which includes everything typed until then,
    /// or after the user agreed to discard it, or never. Waits for a save in progress that covers everything.
    /// The question names the @p account, if one is given.
    void guard(Leaving leaving, const std::function<void()> &next, const QString &account = {});
    /// Saves, and then runs @p next, as guard() does when the user agrees; @p next is dropped if anything stays
    /// unsaved, or if there is a conflict while another account is shown: the user may decide about it much later.
    /// With @p isOneOfAll it waits for that decision: who says so shows the account once isConflicted().
    void saveBefore(const std::function<void()> &next, bool isOneOfAll = false);
    /// Discards everything unsaved, and then runs @p next: at once, or after a save in progress, whose edits the user
    /// has chosen to save before.
    void discardBefore(Leaving leaving, const std::function<void()> &next);
    /// What the user has chosen to discard goes by @p how, and can be brought back.
    void discard(const std::function<void()> &how);
    /// Shows what is not valid, if anything is, which keeps everything from being saved.
    void showProblem();
    /// The conflicts of an account that is not shown are asked about when it is.
    void setShown(bool isShown);
    /// The user has to decide about conflicts, or to look at the account, which then asks.
    [[nodiscard]] bool isConflicted() const { return m_isConflicted || m_decision; }
    /// Continues a save that was interrupted by the end of the session.
    void resume();
    /// The user does not want to sign in again.
    void forgetInterrupted();

Q_SIGNALS:
    void signInNeeded(const QString &reason);
    /// The user does not want to decide about the conflicts now.
    void decisionPutOff();
    /// The edits are still here. Saving again starts with a read, which shows whether the save was carried out: it
    /// never happens twice.
    void failed(const lanyard::Error &error, const QString &text);

private:
    void review();
    void goOn();
    void started();
    void finished(const SaveResult &result);
    void saved(const SaveResult &result);
    void conflicted(const QList<Conflict> &conflicts);
    void askAbout(QList<Conflict> conflicts);
    void resolve(const QList<Conflict> &conflicts, const QList<bool> &keepMine);
    void saveFailed(const SaveResult &result);
    void askToSignIn(bool hasUnsent);
    void showRefused(const QList<Path> &places);
    void waitBefore(Leaving leaving, const std::function<void()> &next);
    void ask(Leaving leaving, const std::function<void()> &next, const QString &account);
    void waitFor(const std::function<void()> &next, bool isOneOfAll = false);
    void stopWaiting();

    Saver &m_saver;
    DocumentEdits &m_user;
    AccountView &m_view;
    TypingWatch m_typing; // since the save began
    QPointer<QWidget> m_focusAtStart;
    bool m_isShown = true;
    bool m_isConflicted = false;       // asked about when it is shown
    bool m_savesAgain = false;         // asked for during a save, of what was typed meanwhile
    std::function<void()> m_afterSave; // once everything is saved
    bool m_isOneOfAll = false;         // what waits outlives a conflict that is not shown
    std::function<void()> m_asked;     // once the question has been answered
    QPointer<QDialog> m_decision;
    QPointer<QMessageBox> m_question;
    QPointer<QMessageBox> m_waiting; // shows that it waits
};

} // namespace lanyard
