#pragma once

#include "core/base/error.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>
#include <initializer_list>

namespace lanyard {

/// What a message is about. A new message takes the place of an older one about the same, and is gone when it is
/// settled.
enum class Topic {
    Account,    ///< another account than the one that is open was asked for
    SignIn,     ///< signing in, at the start or later
    SignOut,    ///< what a sign-out left behind
    SessionEnd, ///< the session is about to end
    Reload,
    Save,
    Document, ///< what about the profile as it was read cannot be saved
    Keychain,
    ProxyKeychain, ///< what a proxy asks for is not in it
    KeychainAsks,  ///< it asks in a window of its own
    RestoredDraft, ///< unsaved changes of an earlier run were restored
    UnusableDraft, ///< they could not be
    DraftFile,     ///< unsaved changes cannot be written to the disk
    Disk,          ///< nor can something else
    StateFiles,    ///< files of an earlier run could not be read
    SecondProgram, ///< it cannot be seen whether the program is running already
    Clipboard,
    Diagnostics,
};

/// One sentence for the user, with at most one step that can be taken.
struct Message
{
    enum class Level { Info, Warning, Error };

    /// The button's text, and what pressing it does. The message is settled then.
    struct Action
    {
        QString text = {};
        std::function<void()> run = {};
    };

    Topic topic = Topic::Account;
    Level level = Level::Info;
    QString text = {}; ///< shown plain
    Action action = {};
    QString details = {}; ///< shown on request; empty: there are none
    bool stays = false;   ///< information that waits to be settled, as warnings and errors always do
    quint64 number = 0;   ///< given by Messages

    /// The error's sentence and its details.
    [[nodiscard]] static Message about(Topic topic, const Error &error, const Action &action);
};

/// The messages that wait to be read, one of which is shown: the most serious, of equally serious ones the newest.
/// Warnings and errors stay until they are settled; information leaves by itself after a few seconds on the screen.
class Messages : public QObject
{
    Q_OBJECT

public:
    static constexpr int InfoShownMs = 8000;

    explicit Messages(QObject *parent = nullptr, int infoShownMs = InfoShownMs);

    void show(const Message &message);
    /// What it was about is done, or over. Nothing happens when there is no such message.
    void settle(Topic topic);
    void settle(std::initializer_list<Topic> topics);
    /// The user has closed it, or pressed its button; not another one that has taken its place.
    void close(quint64 number);

    /// nullptr: nothing to say.
    [[nodiscard]] const Message *current() const;
    /// While somebody is reading the message (the pointer or the focus is on it), it does not leave.
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
    quint64 m_lastNumber = 0;
    quint64 m_shown = 0; // 0: none
    bool m_held = false;
    QTimer m_leave;
};

} // namespace lanyard
