#pragma once

#include "core/session/session.h"

#include <QObject>

namespace lanyard {

class EditedUser;
class MainWindow;

/// Carries the person's edits to the service and tells what came of it: the save, the conflicts that it met, the
/// review before it, and the question before anything that would lose edits.
class SavingController : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the controller.
    SavingController(Session &session, EditedUser &user, MainWindow &window, QObject *parent = nullptr);

    void save();
    /// Runs @p next at once when nothing is unsaved; otherwise after it was saved, with all that was typed until then,
    /// or after the person said that it may be lost, or never.
    void guard(const std::function<void()> &next);
    /// Goes on with a save that the end of the session interrupted.
    void resume();
    /// The person does not want to sign in again.
    void forgetInterrupted();

Q_SIGNALS:
    /// Just before the edits are sent.
    void saveBegins();
    void signInNeeded(const QString &reason);
    /// The edits are still here. Saving again begins with a read, which tells whether it was done: never twice.
    void failed(const lanyard::Error &error);

private:
    void review();
    void goOn();
    void saved(const QList<Change> &notKept, bool answerLost);
    void conflicted(const QList<Conflict> &conflicts);
    void resolve(const QList<Conflict> &conflicts, const QList<bool> &keepMine);
    void saveFailed(const Error &error);
    void tellOutcome(const QList<Change> &notKept, bool answerLost);
    void markNotKept(const QList<Change> &notKept);
    void refreshEdits();

    Session &m_session;
    EditedUser &m_user;
    MainWindow &m_window;
    QList<Change> m_sent; // by the save that is under way
    bool m_interrupted = false;
    std::function<void()> m_afterSave;
};

} // namespace lanyard
