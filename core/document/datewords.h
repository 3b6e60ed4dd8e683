#pragma once

#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>

namespace lanyard {

/// A text as dates are compared: small letters without accents, ASCII digits and single spaces; nothing that cannot be
/// seen, no dots. What separates numbers is a space.
[[nodiscard]] QString plainDateText(const QString &text);

/// Where @p word stands in @p text as a whole word, or -1: "mar" is not found in "marzo", "3月" not in "13月".
[[nodiscard]] qsizetype placeOfWord(QStringView word, QStringView text);

/// What a locale calls its months and days. All texts are plain ones.
struct DateWords
{
    struct MonthName
    {
        QString name;
        int month = 0;
    };

    explicit DateWords(const QLocale &locale);

    QLocale locale;
    QList<MonthName> months;         ///< of the locale, its language and English: the longest first
    QList<MonthName> ownMonths = {}; ///< those of the locale itself
    QStringList fillers; ///< days of the week, and words such as "de" that stand in dates: the longest first
    QStringList formats;

    /// The months whose names begin with @p word, of three letters at least: those of the locale, or else those that
    /// its language has elsewhere and the English ones.
    [[nodiscard]] QList<int> monthsBeginningWith(QStringView word) const;

private:
    void addMonths();
    void addDays(const QLocale &from);
    void addLiterals(const QString &format);
};

} // namespace lanyard
