#pragma once

#include "core/session/session.h"
#include "ui/unsavedquestion.h"

#include <QMessageBox>
#include <QObject>
#include <QPointer>

namespace lanyard {

class DocumentEdits;
class MainWindow;

/// Carries the person's edits to the service and tells what came of it: the save, the conflicts that it met, the
/// review before it, and the question before anything that would lose edits.
class SavingController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the controller.
    SavingController(Session &session, DocumentEdits &user, MainWindow &window, QObject *parent = nullptr);

    void save();
    /// Runs @p next at once when nothing is unsaved; otherwise after it was saved, with all that was typed until then,
    /// or after the user said that it may be lost, or never. A save of everything that is under way is waited for.
    void guard(Leaving leaving, const std::function<void()> &next);
    /// Goes on with a save that the end of the session interrupted.
    void resume();
    /// The person does not want to sign in again.
    void forgetInterrupted();

Q_SIGNALS:
    /// Just before the edits are sent.
    void saveBegins();
    void signInNeeded(const QString &reason);
    /// The edits are still here. Saving again begins with a read, which tells whether it was done: never twice.
    void failed(const lanyard::Error &error, const QString &text);

private:
    void review();
    void goOn();
    void saved(const QList<Change> &notKept, const std::optional<Error> &doubt, bool hasArrived);
    void conflicted(const QList<Conflict> &conflicts);
    void resolve(const QList<Conflict> &conflicts, const QList<bool> &keepMine);
    [[nodiscard]] QList<std::pair<Path, QString>> refusalsOf(const Error &error) const;
    void saveFailed(const Error &error);
    void askToSignIn();
    void tellCancelled(bool wasSent);
    void tellArrived(const std::optional<Error> &doubt);
    void tellMissing(const QList<Change> &notKept, bool hasArrived, bool allMissing);
    void tellLost(const QStringList &labels);
    void ask(Leaving leaving, const std::function<void()> &next);
    void stopWaiting();
    void refreshEdits();

    Session &m_session;
    DocumentEdits &m_user;
    MainWindow &m_window;
    bool m_interrupted = false;
    bool m_cancelled = false;          // the save that is under way, or was the last
    std::function<void()> m_afterSave; // when all is saved
    std::function<void()> m_asked;     // when the question has been answered
    QPointer<QMessageBox> m_question;
    QPointer<QMessageBox> m_waiting; // that says so
};

} // namespace lanyard
