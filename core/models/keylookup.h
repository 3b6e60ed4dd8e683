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

/// An account whose keys are looked through.
struct SearchedAccount
{
    const ApiKeysModel *keys = nullptr;
    QString name = {}; ///< as it is told; empty: the account that is shown
};

/// Which key of which of @p accounts @p secret is, with its status and its last characters; or that it is none of them.
/// @p areAll: there is no other account that could have it. Empty for an empty one.
[[nodiscard]] QString keyLookupText(const QList<SearchedAccount> &accounts, bool areAll, const Secret &secret);

} // namespace lanyard
