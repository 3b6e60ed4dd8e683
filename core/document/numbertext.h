#pragma once

#include <QLocale>
#include <QString>

#include <optional>

namespace lanyard {

/// A decimal number as its digits, so that none is lost: a Decimal or an Int64 has more than a double can hold.
struct NumberText
{
    bool negative = false;
    QString whole; ///< at least one digit
    QString fraction;
    QString exponent; ///< with its sign, if there is one

    /// In the notation of the service: `-1234.5`, `1.5e-7`.
    [[nodiscard]] QString text() const;
    /// The same with the digits, minus sign and decimal separator of @p of.
    [[nodiscard]] QString textIn(const QLocale &of) const;
    [[nodiscard]] bool isZero() const;
};

/// The number that a typed text stands for. Neither member set: not a number. Both set: it can be read in two ways, and
/// nothing is guessed.
struct NumberReading
{
    std::optional<NumberText> number;
    std::optional<NumberText> other;
};

/// Reads a number in the notation of @p locale or of the service (a decimal point, no grouping), with digits of any
/// script and any kind of minus sign, or grouped in another notation if there is one way to read it (see
/// readGrouped()). Groups must have the proper size. `1,234` in an English locale and `1.234` in a German one are read
/// in two ways unless the number must be an integer: elsewhere the same text means a thousandth of it.
[[nodiscard]] NumberReading readNumber(const QString &typed, const QLocale &of, bool isWhole);

/// @p text, a number in the notation of the service, as @p of writes it: NumberText::textIn(). Any other text, and one
/// that the service could write otherwise (`.5`, `+5`, `5e3`), is returned as it is.
[[nodiscard]] QString localNumber(const QString &text, const QLocale &of);

/// Compares two integers given as decimal digits of any length: negative, 0 or positive.
[[nodiscard]] int compareIntegers(const NumberText &number, QStringView limit);

} // namespace lanyard
