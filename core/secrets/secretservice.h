#pragma once

#include "core/base/pending.h"

#include <QString>

class QDBusError;

namespace lanyard {

/// What the Secret Service of the session bus (org.freedesktop.secrets) says of itself. It is asked because
/// qtkeychain's answers do not tell: with a locked keyring a read says "not found" and a delete says "done" while the
/// secret stays.
struct KeyringLook
{
    enum class State {
        Missing,  ///< no session bus, or nothing on it that is a Secret Service
        Silent,   ///< there, but it does not answer
        NotSetUp, ///< it has no keyring for new entries yet
        Locked,   ///< the entry, or the keyring it would go into, is locked
        Open,
    };
    State state = State::Missing;
    bool holdsEntry = false; ///< certain in every state but the first two, locked or not
};

/// What is known when the keychain's answer is @p error.
[[nodiscard]] KeyringLook lookThatFailed(const QDBusError &error);

/// Looks for the entry that qtkeychain writes for @p service and @p key. Prompts for nothing and never fails. That
/// nothing answers is known after 2 seconds.
[[nodiscard]] Pending<KeyringLook> queryKeyring(const QString &service, const QString &key, QObject *context);

/// Has the Secret Service ask the person, in a window of its own, to unlock the entry, or the keyring for new entries,
/// or to set one up. Takes as long as the person does; cancelling leaves the window there. KeychainRefused: it was
/// closed without that. KeychainMissing, KeychainSilent: it could not ask.
[[nodiscard]] Pending<Done> openKeyring(const QString &service, const QString &key, QObject *context);

} // namespace lanyard
