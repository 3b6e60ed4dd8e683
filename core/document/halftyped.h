#pragma once

#include "core/document/settingtype.h"
#include "core/document/userfields.h"

#include <QLocale>
#include <QString>

#include <functional>

namespace lanyard {

/// Whether a text may still become a value when more is typed behind it: until then nobody wants to hear that it is
/// none. Found by trying: what usually follows is put behind it and read.
using ReadsAsValue = std::function<bool(const QString &text)>;

/// @p reads: whether a text is a date, in any form that is usual where @p locale is spoken.
[[nodiscard]] bool mayBecomeDate(const QString &typed, const ReadsAsValue &reads, const QLocale &locale = {});

/// @p reads: whether a text is a value of a setting of that @p kind. @p unit: what may stand behind a number there.
[[nodiscard]] bool mayBecomeSetting(SettingKind kind, const QString &typed, const ReadsAsValue &reads,
                                    const QString &unit = {}, const QLocale &locale = {});

/// A birth date, or the name of a country: what begins none is not half of one. False for other kinds.
[[nodiscard]] bool isHalfTyped(FieldKind kind, const QString &typed);

} // namespace lanyard
