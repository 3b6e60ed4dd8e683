#pragma once

#include <QLocale>
#include <QString>

#include <optional>

namespace lanyard {

/// A decimal number as its digits, so that none is lost: a Decimal or an Int64 has more than a double holds.
struct NumberText
{
    bool negative = false;
    QString whole; ///< at least one digit
    QString fraction;
    QString exponent; ///< with its sign, if it has one

    /// In the notation of the service: `-1234.5`, `1.5e-7`.
    [[nodiscard]] QString text() const { return written(QString(u'.')); }
    /// The same with another decimal sign, for sentences.
    [[nodiscard]] QString written(const QString &decimalPoint) const;
    [[nodiscard]] bool isZero() const;
};

/// What a typed text says as a number. Neither member: it is none. Both: it can be read in two ways, and nothing is
/// guessed.
struct NumberReading
{
    std::optional<NumberText> number;
    std::optional<NumberText> other;
};

/// Reads a number in the notation of @p locale or of the service (a decimal point, no groups), with the digits of any
/// script and any kind of minus. A group must have its proper size. `1,234` of an English locale and `1.234` of a
/// German one are read in two ways unless the number must be a whole one: elsewhere the same text is a thousandth of
/// it.
[[nodiscard]] NumberReading readNumber(const QString &typed, const QLocale &locale, bool isWhole);

/// The order of two integers as decimal digits of any length: negative, 0 or positive.
[[nodiscard]] int compareIntegers(const NumberText &number, QStringView limit);

} // namespace lanyard
