#pragma once

#include <QString>

namespace lanyard {

class ApiKeyRow;

/// What the details of a key say about a column of ApiKeysModel, in full and in sentences; empty for what is left out
/// there: what the key does not have, and an owner who is the user with the id @p userId. Secrets are masked unless
/// @p revealed.
[[nodiscard]] QString apiKeyDetail(const ApiKeyRow &row, int column, const QString &userId, bool revealed);

} // namespace lanyard
