#pragma once

#include "core/session/session.h"
#include "ui/account/unsavedquestion.h"

#include <QMessageBox>
#include <QObject>
#include <QPointer>

namespace lanyard {

class DocumentEdits;
class MainWindow;

/// Saves the user's edits to the service and reports the outcome: the save, its conflicts, the review before it, and
/// the question before anything that would lose edits.
class SavingController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the controller.
    SavingController(Session &session, DocumentEdits &user, MainWindow &window, QObject *parent = nullptr);

    void save();
    /// Runs @p next at once if nothing is unsaved; otherwise after a save, which includes everything typed until then,
    /// or after the user agreed to discard it, or never. Waits for a save in progress that covers everything.
    void guard(Leaving leaving, const std::function<void()> &next);
    /// Continues a save that was interrupted by the end of the session.
    void resume();
    /// The user does not want to sign in again.
    void forgetInterrupted();

Q_SIGNALS:
    /// Just before the edits are sent.
    void saveBegins();
    void signInNeeded(const QString &reason);
    /// The edits are still here. Saving again starts with a read, which shows whether the save was carried out: it
    /// never happens twice.
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
    bool m_cancelled = false;          // the save in progress, or the last one
    std::function<void()> m_afterSave; // once everything is saved
    std::function<void()> m_asked;     // once the question has been answered
    QPointer<QMessageBox> m_question;
    QPointer<QMessageBox> m_waiting; // shows that it waits
};

} // namespace lanyard
