#pragma once

#include "core/base/knownsecrets.h"

#include <QRegularExpression>
#include <QString>

namespace lanyard {

/// Of a text without halves of characters: a check of all of it at each match would take the square of the time.
inline constexpr auto CheckedText = QRegularExpression::DontCheckSubjectStringMatchOption;

/// @p text with the mask in the place of what the group "secret" of @p form captures.
[[nodiscard]] QString maskedSecrets(const QString &text, const QRegularExpression &form);

/// @p text with @p replacement for what @p value matches directly behind a @p name (its group "name") that
/// speaksOfSecret(). What stands behind another name may hold such names itself. What is too deep to be read is a
/// secret to its end.
[[nodiscard]] QString maskedBehind(const QRegularExpression &name, const QRegularExpression &value, const QString &text,
                                   QStringView replacement = SecretMask);

} // namespace lanyard
