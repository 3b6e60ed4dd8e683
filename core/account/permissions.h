#pragma once

#include <QString>

namespace lanyard {

/// The rights of an API key in words, in the person's language: "Read, Write, other (64)". Unknown bits are named,
/// never dropped; no bit at all is "none".
[[nodiscard]] QString permissionText(qint64 bits);

} // namespace lanyard
