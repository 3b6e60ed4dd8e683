#pragma once

#include "core/document/monthnames.h"

#include <QDate>
#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <array>

namespace lanyard {

/// A locale's names for months and days. All texts are normalised by plainDateText().
struct DateWords
{
    struct DayName
    {
        QString name;
        int day = 0; // Monday: 1
        bool operator==(const DayName &) const = default;
    };

    /// @p language: the one that is spoken, which may be another one than that of the dates.
    DateWords(const QLocale &locale, QLocale::Language language);
    /// Those of @p locale, kept until another one is asked for.
    [[nodiscard]] static const DateWords &of(const QLocale &locale);

    QLocale locale;
    QLocale::Language language;
    QList<MonthName> months;         ///< of the locale, its language and English: longest first
    QList<MonthName> ownMonths = {}; ///< those of the locale itself
    QStringList fillers;             ///< days of the week, and words such as "de" that occur in dates: longest first
    QStringList literals;            ///< those of them that the locale's formats have
    QList<DayName> days;             ///< of the week, in the locale and in English
    QStringList onlyMonths;          ///< names of months that no day of the week has: longest first
    QStringList formats;

    /// The months whose names begin with @p word (at least three letters): those of the locale, or else those that its
    /// language has elsewhere and the English ones.
    [[nodiscard]] QList<int> monthsBeginningWith(QStringView word) const;

    /// Whether @p text, which was read as @p date, names another day of the week.
    [[nodiscard]] bool contradicts(const QString &text, QDate date) const;

private:
    [[nodiscard]] QString withoutDateMarks(QString plain) const;
    [[nodiscard]] bool isDay(const QString &name) const;
    void addMonths();
    void addUsualWords();
    void addUsualDays();
    void addUsualDays(const std::array<QStringView, 7> &week); ///< Monday first
    void addDays(const QLocale &from);
    void addLiterals(const QString &format);
};

} // namespace lanyard
