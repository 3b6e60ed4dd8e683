#pragma once

#include "core/models/settingvalue.h"

#include <QDate>
#include <QStringList>

namespace lanyard {

/// Reads a date, a time, both or a duration: readSetting() for those kinds, for a non-empty text. Dates are read as
/// people write them. Where the stored text has a time zone, a time without one is local time, as it is shown there; it
/// is written in the form of the stored text. In the service's own notation (with a T) the zone has to be typed.
[[nodiscard]] SettingReading readMoment(SettingKind kind, const QString &typed, const QString &stored,
                                        const QLocale &locale);

/// The texts that show a stored date, or date and time, in the user's locale and local time, the best one first. They
/// are not meant to be read by all locales: show the first one that readSetting() makes @p stored again, else @p
/// stored. Empty for other kinds and texts.
[[nodiscard]] QStringList momentTexts(SettingKind kind, const QString &stored);

/// The day that they show; invalid if there is none.
[[nodiscard]] QDate dayOfMoment(SettingKind kind, const QString &stored);
/// The same texts on another day. With a @p stored that is no timestamp: midnight, where there is a time at all.
[[nodiscard]] QStringList momentTextsOn(QDate day, SettingKind kind, const QString &stored);

/// What those texts do not say of @p stored: its exact text, and the moment in UTC. One sentence a line.
[[nodiscard]] QString exactMoment(SettingKind kind, const QString &stored);

} // namespace lanyard
