#pragma once

#include <QStringList>

namespace lanyard {

/// @p value with "•••" in the place of what is plainly secret in it, whatever the setting is called: the password in an
/// address (`https://user:•••@host`), the value of a name that speaksOfSecret() in a connection string
/// (`Server=db;Password=•••`), in JSON (`{"token": "•••"}`), YAML, XML or a command, a private key in PEM, a token of a
/// known form (see withoutSecretForms()). A text is read as any of them, so that one in another is found too.
[[nodiscard]] QString withoutSecretValues(const QString &value);

/// What withoutSecretValues() replaces in @p value, without quotes around it.
[[nodiscard]] QStringList secretsInValue(const QString &value);

/// Whether there is anything of the kind in @p value.
[[nodiscard]] bool holdsSecretValue(const QString &value);

} // namespace lanyard
