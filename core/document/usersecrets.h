#pragma once

#include "core/base/secret.h"

#include <QList>

namespace lanyard {

class ApiKey;
class KnownSecrets;
class User;

/// The values and client secrets of @p keys.
[[nodiscard]] QList<Secret> secretsOf(const QList<ApiKey> &keys);

/// The same of those of @p user, which are read no further.
[[nodiscard]] QList<Secret> keySecretsOf(const User &user);

/// The values of the secret settings of @p user, and what is plainly secret in those of any setting.
[[nodiscard]] QList<Secret> secretSettingsOf(const User &user);

/// All that Lanyard knows to be secret in the document of @p user: its keys, client secrets and secret settings. What
/// was secret in it before is known to SessionSecrets.
[[nodiscard]] QList<Secret> secretsOf(const User &user);

/// @p text as it may leave the program: with "•••" in the place of each of the @p known secrets, and of what is plainly
/// secret in it (see withoutSecretValues()).
[[nodiscard]] QString withoutSecrets(const QString &text, const KnownSecrets &known);

} // namespace lanyard
