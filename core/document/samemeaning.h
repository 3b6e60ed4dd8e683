#pragma once

#include "core/document/change.h"
#include "core/document/settingtype.h"

#include <QJsonValue>

namespace lanyard {

class User;

/// What the text at @p path stands for: by the table of the profile, or by the type of the setting in @p user. Text if
/// neither knows it.
[[nodiscard]] SettingKind kindAt(const Path &path, const User &user);

/// Whether two values of that kind mean the same. Both nothing (see isJsonNothing()), equal, or, a number counting as
/// the text of its digits, by @p kind:
/// - text: the same lines, whatever ends them;
/// - a date: the same calendar date, as it is shown, or both not set;
/// - a date and time: the same moment, to the seventh digit of the second (.NET's ticks), or both not set;
/// - a number: the same value; a boolean, a time of day, a duration, a colour, a web address: the same in two
///   notations; an identifier: the same digits; JSON: the same value (see sameJson()).
[[nodiscard]] bool sameMeaning(SettingKind kind, const QJsonValue &a, const QJsonValue &b);

/// Whether @p text is a value of that type, in one of the notations that services write. Nothing is one of every type.
[[nodiscard]] bool hasMeaning(const SettingType &type, const QString &text);

/// Whether a date is not set, in any of the service's notations: nothing, or .NET's minimum date.
[[nodiscard]] bool isDateNotSet(const QJsonValue &value);

} // namespace lanyard
