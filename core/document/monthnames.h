#pragma once

#include <QList>
#include <QLocale>
#include <QString>

namespace lanyard {

/// A name of a month in a date, normalised by plainDateText().
struct MonthName
{
    QString name;
    int month = 0; ///< January: 1
    friend bool operator==(const MonthName &, const MonthName &) = default;
};

/// Long and short, in every form that is usual in a date.
[[nodiscard]] QList<MonthName> monthNamesOf(const QLocale &locale);

/// Those used in other countries that speak the language, and those missing from every locale of it: "Jänner" is
/// understood in Germany, "كانون الثاني" in Egypt. A name shared by two months is dropped.
[[nodiscard]] const QList<MonthName> &monthNamesOfLanguage(QLocale::Language language);

} // namespace lanyard
