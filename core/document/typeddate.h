#pragma once

#include "core/document/datereader.h"

namespace lanyard {

/// What is made of a date that somebody typed: whether it is taken, and the one sentence for each refusal.

/// Reads a date where no time is kept: of a time with it, only midnight is left out, which programs add.
[[nodiscard]] DateReading readDateAlone(const QString &typed, const QLocale &locale = {});

/// @p reading of @p typed, with a fault if its year is more likely one of another calendar (see isUnusualYear()).
[[nodiscard]] DateReading withUsualYear(const DateReading &reading, const QString &typed, const QLocale &locale = {});

/// Reads a birth date in the user's locale. Marks of quotation around it are left out; a year to come is unusual.
[[nodiscard]] DateReading readBirthDate(const QString &typed);

/// How a date is to be written at its place, for the sentences about one that is refused there.
struct DateExample
{
    enum class Form { Local, Iso };

    QDate date;
    Form form = Form::Local;
    QString time = {}; ///< follows the date, where both are kept

    [[nodiscard]] QString text() const;
};

/// Why @p reading is refused: a sentence for the user.
[[nodiscard]] QString dateProblem(const DateReading &reading, const DateExample &example);

} // namespace lanyard
