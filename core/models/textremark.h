#pragma once

#include <QString>

namespace lanyard {

/// What is unusual about a text of the profile or of a setting, which can be saved nevertheless: one sentence, empty if
/// there is nothing to say.

/// About an e-mail address. Whether an address is one is for the service to say.
[[nodiscard]] QString addressRemark(const QString &address);

/// About spaces in @p text that look like the usual one and are another, which other programs tell apart (see
/// isUnusualSpace()), and tabs. @p isProse: where French and numbers put such a space, it is no mistake.
[[nodiscard]] QString spaceRemark(const QString &text, bool isProse);

/// The same about a text of one line, and about a space at either end.
[[nodiscard]] QString lineRemark(const QString &text);

/// The same about the value of a setting whose type is @p typeName. Only about an address and a text: what another
/// value means is read.
[[nodiscard]] QString settingRemark(const QString &typeName, const QString &value);

} // namespace lanyard
