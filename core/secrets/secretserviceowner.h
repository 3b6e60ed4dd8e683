#pragma once

#include "core/base/pending.h"

#include <QString>

namespace lanyard {

/// The program that provides the session's Secret Service.
struct SecretServiceOwner
{
    bool isThere = false;
    /// Its product name; empty if it is not known here.
    QString name;
    /// Whether it is known to release an entry without a prompt once its keyring is unlocked. Any other program may ask
    /// the user about each access.
    bool neverAsksPerEntry = false;
    /// The name for a keyring that it is asked to create: that of the one it uses by itself.
    QString usualKeyring = QStringLiteral("Default keyring");
};

/// Queries the bus, which starts the service if it can; each of its answers takes two seconds at most. Never fails.
[[nodiscard]] Pending<SecretServiceOwner> findSecretServiceOwner(QObject *context);

} // namespace lanyard
