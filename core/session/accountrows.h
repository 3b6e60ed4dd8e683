#pragma once

#include "core/session/savedaccounts.h"

#include <QJsonArray>
#include <QJsonObject>

namespace lanyard {

/// Whether @p file can be a list of accounts.
[[nodiscard]] bool isAccountList(const QJsonObject &file);
/// The accounts in @p file, in its order. What is no account to this version is left out.
[[nodiscard]] QList<SavedAccount> accountsIn(const QJsonObject &file);
/// The rows of @p accounts merged into those of @p present. Rows that are not accounts to this version are kept after
/// them.
[[nodiscard]] QJsonArray rowsOf(const QList<SavedAccount> &accounts, const QJsonArray &present);

} // namespace lanyard
