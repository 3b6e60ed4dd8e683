// The keyring of the session as somebody else sees it: what is in it, locked, unlocked, and not answering.
#pragma once

#include "core/base/pending.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace lanyard::testing {

// Of an entry like those that the program makes.
inline const QString entryKey = QStringLiteral("lanyard/https://licences.example.com:5455/mrossi");

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
    // Ends the keyring's process. The bus starts another one when it is asked for next, with everything locked.
    static bool kill();
    // Whether the window in which the keyring asks for a password is there.
    static bool isPrompting();
    // Closes that window without an answer until @p opening has ended; false if it does not.
    static bool refuse(const Pending<Done> &opening, Result<Done> &result);
    // Types the password into that window, by keys. False while there is none.
    static bool answerPrompt(const QString &password);
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
