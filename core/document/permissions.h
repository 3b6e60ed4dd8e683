#pragma once

#include <QJsonValue>
#include <QString>

namespace lanyard {

/// The permissions of an API key in words, in the user's language: "Read, Write, other (64)". They are read as a bit
/// mask, as names, and as a list of either. Unknown bits and names are shown, never dropped; no permission at all is
/// "none", and an unreadable value is "unknown: …".
[[nodiscard]] QString permissionText(const QJsonValue &permissions);

} // namespace lanyard
