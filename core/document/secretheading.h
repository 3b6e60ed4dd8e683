#pragma once

#include <QString>

namespace lanyard {

/// Whether each text under @p heading, of a group or a category of settings, is kept secret: "Passwords", "API tokens",
/// "Passwords and keys (old)".
[[nodiscard]] bool isHeadingOfSecrets(const QString &heading);

} // namespace lanyard
