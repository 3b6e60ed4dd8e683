#pragma once

#include <QString>

namespace lanyard {

/// Whether @p name, of a setting, of a type or of a member, speaks of something that is kept secret: a password, a
/// token, a private key and the like, in several languages, in any spelling. Not one that only says something of it:
/// hasPassword, passwordChanged, token_count.
[[nodiscard]] bool speaksOfSecret(const QString &name);

} // namespace lanyard
