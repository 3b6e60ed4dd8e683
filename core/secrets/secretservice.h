#pragma once

#include "core/base/pending.h"

#include <QString>

#include <optional>

namespace lanyard {

/// What the session's Secret Service (org.freedesktop.secrets) reports about itself. It is queried because qtkeychain's
/// results are ambiguous: with a locked keyring a read says "not found" and a delete says "done" while the secret
/// stays.
struct KeyringLook
{
    enum class State {
        Missing,  ///< no session bus, or no Secret Service on it
        Silent,   ///< running, but not responding
        NotSetUp, ///< it has no keyring for new entries yet
        Locked,   ///< the entry, or the keyring for it, is locked
        Open,
    };
    State state = State::Missing;
    bool holdsEntry = false; ///< reliable in every state but the first two, locked or not
};

/// Why nothing can be read or written in that state; nullopt if it can.
[[nodiscard]] std::optional<Error> obstacleIn(const KeyringLook &look);

/// Whether the keyring certainly does not hold the entry.
[[nodiscard]] bool isCertainlyAbsent(const KeyringLook &look);

/// The state to assume after @p error on the bus (see keychainErrorOf()).
[[nodiscard]] KeyringLook lookThatFailed(const Error &error);

/// Searches for the entry that qtkeychain writes for @p service and @p key. Never prompts and never fails. A missing
/// response is detected after 2 seconds.
[[nodiscard]] Pending<KeyringLook> queryKeyring(const QString &service, const QString &key, QObject *context);

/// Has the Secret Service ask the user, in its own window, to unlock the entry or the keyring for new entries, or to
/// set one up. Takes as long as the user does; cancelling leaves the window open. KeychainRefused: the user closed it.
/// KeychainMissing, KeychainSilent: it could not ask.
[[nodiscard]] Pending<Done> openKeyring(const QString &service, const QString &key, QObject *context);

} // namespace lanyard
