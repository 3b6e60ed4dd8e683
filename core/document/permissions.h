#pragma once

#include <QJsonValue>
#include <QString>

namespace lanyard {

/// The rights of an API key in words, in the person's language: "Read, Write, other (64)". They are read as a number of
/// bits, as names, and as a list of either. Unknown bits and names are named, never dropped; no right at all is "none",
/// and what cannot be read is "unknown: …".
[[nodiscard]] QString permissionText(const QJsonValue &permissions);

} // namespace lanyard
