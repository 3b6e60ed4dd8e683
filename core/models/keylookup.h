#pragma once

#include "core/base/secret.h"

#include <QList>
#include <QString>

namespace lanyard {

class ApiKey;
class ApiKeysModel;

/// A key whose value, or client secret, is the one that was looked for.
struct FoundKey
{
    int row = 0;
    bool isClientSecret = false;
    friend bool operator==(const FoundKey &, const FoundKey &) = default;
};

/// Those of @p model's keys. How long the search takes does not depend on how much of a key @p secret has in common
/// with it.
[[nodiscard]] QList<FoundKey> findKeys(const ApiKeysModel &model, const Secret &secret);

/// Which key @p secret is, with its status and its last characters; or that it is none of @p model. Empty for an empty
/// one.
[[nodiscard]] QString keyLookupText(const ApiKeysModel &model, const Secret &secret);

} // namespace lanyard
