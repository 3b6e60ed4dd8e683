#pragma once

#include "core/document/datereader.h"

#include <QStringList>

namespace lanyard {

struct DateWords;

/// The reading of a year, a month and a day that are known to be these.
[[nodiscard]] DateReading readingOf(int year, int month, int day);

/// Of the three @p numbers of @p text, in the order that they have there.
[[nodiscard]] DateReading fromNumbers(const QStringList &numbers, const QString &text, const DateWords &words);

/// Of the @p numbers that stand beside the name of @p month: a day and a year.
[[nodiscard]] DateReading fromMonth(int month, const QStringList &numbers);

} // namespace lanyard
