#pragma once

#include "core/base/pending.h"

#include <QString>

namespace lanyard {

/// The program that is the Secret Service of the session.
struct SecretServiceOwner
{
    bool isThere = false;
    /// As its makers call it; empty for one that is not known here.
    QString name;
    /// Whether it is known to hand an entry out without a question once its keyring is open. Any other one may ask the
    /// user about each access.
    bool neverAsksPerEntry = false;
};

/// Asks the bus, which starts the service if it can; takes two seconds at the most. Never fails.
[[nodiscard]] Pending<SecretServiceOwner> findSecretServiceOwner(QObject *context);

} // namespace lanyard
