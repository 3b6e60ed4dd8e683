#pragma once

#include "core/base/pending.h"

#include <QString>

namespace lanyard {

/// What the Secret Service itself says about an entry.
enum class KeyringEntry {
    Unknown, ///< no Secret Service on the session bus, or it did not answer
    Absent,
    Locked, ///< there, in a collection that is locked
    Present,
};

/// Asks the Secret Service over D-Bus (SearchItems), because qtkeychain's answers do not tell: with a locked keyring a
/// read says "not found" and a delete says "done" while the secret stays. Prompts for nothing. Elsewhere than on a
/// freedesktop system: Unknown. Never fails.
[[nodiscard]] Pending<KeyringEntry> lookUpKeyringEntry(const QString &service, const QString &key, QObject *context);

} // namespace lanyard
