#pragma once

#include "core/base/error.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>
#include <initializer_list>

namespace lanyard {

/// What a message is about. A new message replaces an older one on the same topic, and disappears when the topic is
/// settled.
enum class Topic {
    // The edits to an account's document.
    Save,
    Lost,          ///< settings that were edited are gone at the service
    Discarded,     ///< edits were discarded, and can be brought back
    RestoredDraft, ///< unsaved changes of an earlier run were restored
    DraftFile,     ///< unsaved changes cannot be written to disk
    // The account that is shown.
    Account,    ///< a different account from the open one was requested
    SessionEnd, ///< the session is about to end
    Reload,
    KeyExpired,
    Document, ///< parts of the profile as read cannot be saved
    Export,   ///< a file that the user had written
    Keychain,
    // The program. They stay while accounts come and go.
    SignIn,        ///< signing in, at startup or later
    SignOut,       ///< what a sign-out left behind
    ProxyKeychain, ///< the sign-in for a proxy is not in it
    KeychainAsks,  ///< it is asking in its own window
    UnusableDraft, ///< unsaved changes of an earlier run could not be restored
    Disk,          ///< files cannot be written
    StateFiles,    ///< files of an earlier run could not be read
    SecondProgram, ///< it is unknown whether the program is already running
    Diagnostics,
};

/// How long a message can be true. Each scope ends with the one after it.
enum class Scope { Edits, Account, Program };

[[nodiscard]] Scope scopeOf(Topic topic);

/// One sentence for the user, with at most one action.
struct Message
{
    enum class Level { Info, Warning, Error };

    /// The button's text, and the function it runs. The message is then settled.
    struct Action
    {
        QString text = {};
        std::function<void()> run = {};
    };

    Topic topic = Topic::Account;
    Level level = Level::Info;
    QString text = {}; ///< shown as plain text
    Action action = {};
    /// What has to be decided before the call that failed can succeed. One decision is for all messages that ask for
    /// it.
    struct Question
    {
        QByteArray about = {}; ///< empty: there is no question
        std::function<void()> again = {};
    };

    QString details = {}; ///< shown on request; empty: none
    Question question = {};
    bool isAnswer = false; ///< to what the user has just done elsewhere: shown before everything else
    bool stays = false;    ///< information that stays until settled, though it has no action
    quint64 number = 0;    ///< assigned by MessageQueue

    /// The error's sentence and its details.
    [[nodiscard]] static Message about(Topic topic, const Error &error, const Action &action);
};

/// The messages waiting to be read. One of them is shown: an answer, else the most serious, or of equally serious ones
/// the newest. (A warning or an error is an answer until another one comes that is as serious.) Warnings and errors
/// stay until they are settled, and so does what has an action; other information disappears after a few seconds on
/// screen.
class MessageQueue : public QObject
{
    Q_OBJECT

public:
    static constexpr int InfoShownMs = 8000;

    explicit MessageQueue(QObject *parent = nullptr, int infoShownMs = InfoShownMs);

    void show(const Message &message);
    /// The topic is done, or obsolete. Does nothing if there is no such message.
    void settle(Topic topic);
    /// The user has moved on from what it answered: it stays, and what matters more is shown first.
    void takeForRead(Topic topic);
    void settle(std::initializer_list<Topic> topics);
    /// What was said about the edits, or about the account and its edits, is over.
    void endScope(Scope scope);
    /// The user has closed it, or pressed its button; a message that has replaced it stays.
    void close(quint64 number);

    /// It has been decided: the messages that asked for it are settled. Returns what was to be done again then.
    [[nodiscard]] QList<std::function<void()>> takeAnswered(const QByteArray &about);

    /// While these are said elsewhere, they wait: nothing is said twice at once.
    void setSaidElsewhere(const QList<Topic> &topics);

    /// nullptr: no message.
    [[nodiscard]] const Message *current() const;
    /// While the user is reading the message (the pointer or the focus is on it), it does not disappear.
    void setHeld(bool held);

Q_SIGNALS:
    void currentChanged();

private:
    struct Waiting
    {
        Message message;
        QElapsedTimer since;
    };

    [[nodiscard]] qsizetype indexOfCurrent() const;
    void dropStale();
    void update();

    QList<Waiting> m_waiting; // oldest first
    QList<Topic> m_elsewhere;
    quint64 m_lastNumber = 0;
    quint64 m_shown = 0; // 0: none
    bool m_held = false;
    QTimer m_leave{this};
};

} // namespace lanyard
