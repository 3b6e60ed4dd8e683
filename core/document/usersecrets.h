#pragma once

#include "core/base/secret.h"

#include <QList>

namespace lanyard {

class ApiKey;
class User;

/// The values and client secrets of @p keys.
[[nodiscard]] QList<Secret> secretsOf(const QList<ApiKey> &keys);

/// All that Lanyard knows to be secret in the document of @p user: its keys, client secrets and secret settings.
[[nodiscard]] QList<Secret> secretsOf(const User &user);

} // namespace lanyard
