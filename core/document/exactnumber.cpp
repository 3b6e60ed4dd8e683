#include "core/document/exactnumber.h"

#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// A decimal number as sign, digits without zeros at either end, and the exponent of the last digit.
struct Decimal
{
    bool negative = false;
    QByteArray digits;
    qint64 exponent = 0;
    QByteArray hugeExponent; // as written, if no integer can hold it

    explicit Decimal(QByteArrayView text)
    {
        const qsizetype mark = text.indexOf('e') >= 0 ? text.indexOf('e') : text.indexOf('E');
        if (mark >= 0)
            readExponent(text.sliced(mark + 1));
        const QByteArrayView mantissa = mark >= 0 ? text.first(mark) : text;
        bool fraction = false;
        for (const char c : mantissa) {
            if (c == '-')
                negative = true;
            else if (c == '.')
                fraction = true;
            if (c < '0' || c > '9')
                continue;
            exponent -= fraction ? 1 : 0;
            if (c != '0' || !digits.isEmpty())
                digits.append(c);
        }
        while (digits.endsWith('0')) {
            digits.chop(1);
            ++exponent;
        }
        if (digits.isEmpty()) {
            exponent = 0;
            hugeExponent.clear();
            negative = false;
        }
    }

    // Adding the number of digits must not overflow either: a quarter of the range is more digits than any text has.
    void readExponent(QByteArrayView text)
    {
        constexpr qint64 limit = std::numeric_limits<qint64>::max() / 4;
        bool isInteger = false;
        const qint64 value = text.toLongLong(&isInteger);
        if (isInteger && value >= -limit && value <= limit)
            exponent = value;
        else
            hugeExponent = text.toByteArray();
    }

    bool operator==(const Decimal &) const = default;
};

} // namespace

bool survives(QByteArrayView number)
{
    bool isInteger = false;
    static_cast<void>(number.toLongLong(&isInteger));
    if (isInteger)
        return true;
    // The way Qt does it: for an integer within 64 bits, it writes all digits of the double. Empty if it cannot parse
    // the number.
    const QByteArray written = QJsonDocument::fromJson('[' + number.toByteArray() + ']').toJson(QJsonDocument::Compact);
    return written.size() > 2 && sameNumber(number, QByteArrayView(written).sliced(1).chopped(1));
}

QByteArray normalNumber(QByteArrayView number)
{
    const Decimal decimal(number);
    return (decimal.negative ? "-" : "") + decimal.digits + 'e' + QByteArray::number(decimal.exponent) + ' ' +
           decimal.hugeExponent;
}

bool sameNumber(QByteArrayView a, QByteArrayView b)
{
    return Decimal(a) == Decimal(b);
}

} // namespace lanyard
