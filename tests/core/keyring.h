// The keyring of the session as somebody else sees it: what is in it, locked, unlocked, and not answering.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace lanyard::testing {

class Keyring
{
public:
    // Whether there is one that may be locked, stopped and thrown away: that of tests/support/session.sh.
    static bool isOurs();

    // What secret-tool, which is not ours, finds under that key; nothing if it finds none.
    static std::optional<QByteArray> secretOf(const QString &key);

    static bool lock();
    // With the password that the session gave it, without a window.
    static bool unlock();
    // Ends the window in which the keyring asks for a password. False if it shows none.
    static bool endPrompt();

    // The keyring does not answer while one of these lives.
    class Stopped
    {
    public:
        Stopped();
        ~Stopped();
        Q_DISABLE_COPY_MOVE(Stopped)
    };
};

} // namespace lanyard::testing
