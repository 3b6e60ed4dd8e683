#pragma once

#include <QString>

namespace lanyard {

/// @p value with "•••" in the place of what is plainly secret in it, whatever the setting is called: the password in an
/// address (`https://user:•••@host`), the value of a name that speaksOfSecret() in a connection string
/// (`Server=db;Password=•••`) or in JSON (`{"token": "•••"}`), a private key in PEM. A text is read as any of them, so
/// that one in another is found too.
[[nodiscard]] QString withoutSecretValues(const QString &value);

/// Whether there is anything of the kind in @p value.
[[nodiscard]] bool holdsSecretValue(const QString &value);

} // namespace lanyard
