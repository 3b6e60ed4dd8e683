#include "core/http/exactness.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <limits>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// A decimal number as sign, digits without zeros at either end, and the power of ten of the last digit.
struct Decimal
{
    bool negative = false;
    QByteArray digits;
    qint64 exponent = 0;
    QByteArray hugeExponent; // as it is written, when no integer holds it

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

    // Counting digits must not leave the range either: a quarter of it is more than any text has.
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

bool survives(QByteArrayView number)
{
    bool isInteger = false;
    static_cast<void>(number.toLongLong(&isInteger));
    if (isInteger)
        return true;
    // As Qt itself does it: of a whole number within 64 bits, it writes all digits of the double. Empty if it reads
    // none.
    const QByteArray written = QJsonDocument::fromJson('[' + number.toByteArray() + ']').toJson(QJsonDocument::Compact);
    return written.size() > 2 && sameNumber(number, QByteArrayView(written).sliced(1).chopped(1));
}

// One pass over a text that is known to be well-formed JSON.
class Scanner
{
public:
    explicit Scanner(const QByteArray &json) : m_json(withMarksEscaped(json)) {}

    std::optional<Error> scan()
    {
        value();
        return m_found;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_found || m_at >= m_json.size(); }
    [[nodiscard]] char here() const { return m_json.at(m_at); }

    // White space, and what separates values: none of it is read twice by Qt either.
    void skip()
    {
        while (!atEnd() &&
               (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t' || here() == ',' || here() == ':'))
            ++m_at;
    }

    void value()
    {
        skip();
        if (atEnd())
            return;
        switch (here()) {
        case '{':
            return object();
        case '[':
            return array();
        case '"':
            static_cast<void>(string());
            return;
        default:
            return scalar();
        }
    }

    // The text between the quotes, escapes and all.
    QByteArrayView string()
    {
        const qsizetype start = ++m_at;
        while (!atEnd() && here() != '"')
            m_at += here() == '\\' ? 2 : 1;
        const QByteArrayView text = QByteArrayView(m_json).sliced(start, qMin(m_at, m_json.size()) - start);
        ++m_at;
        return text;
    }

    void scalar()
    {
        const qsizetype start = m_at;
        while (!atEnd() && !QByteArrayView(" \n\r\t,]}").contains(here()))
            ++m_at;
        const QByteArrayView text = QByteArrayView(m_json).sliced(start, m_at - start);
        // Whatever is no word: Qt reads ".5" as a number as well.
        if (!text.isEmpty() && text != "true" && text != "false" && text != "null" && !survives(text))
            report(Error::Kind::InexactNumber, QString::fromLatin1(text.first(qMin(text.size(), qsizetype(100)))));
    }

    void array()
    {
        ++m_at;
        for (int index = 0;; ++index) {
            skip();
            if (atEnd())
                return;
            if (here() == ']')
                break;
            m_path.append(u"[%1]"_s.arg(index));
            value();
            m_path.removeLast();
        }
        ++m_at;
    }

    void object()
    {
        ++m_at;
        QSet<QString> names;
        for (;;) {
            skip();
            if (atEnd())
                return;
            if (here() == '}')
                break;
            const QString name = unescaped(string());
            m_path.append(m_path.isEmpty() ? name : u'.' + name);
            if (names.contains(name))
                report(Error::Kind::DoubledMember, {});
            names.insert(name);
            value();
            m_path.removeLast();
        }
        ++m_at;
    }

    static QString unescaped(QByteArrayView text)
    {
        if (!text.contains('\\'))
            return QString::fromUtf8(text);
        return QJsonDocument::fromJson("[\"" + text.toByteArray() + "\"]").array().at(0).toString();
    }

    void report(Error::Kind kind, const QString &technical)
    {
        if (m_found)
            return;
        m_found = errorOf(kind, technical);
        m_found->subject = m_path.join(QString());
    }

    const QByteArray m_json;
    qsizetype m_at = 0;
    QStringList m_path;
    std::optional<Error> m_found;
};

} // namespace

bool sameNumber(QByteArrayView a, QByteArrayView b)
{
    return Decimal(a) == Decimal(b);
}

std::optional<Error> inexactMember(const QByteArray &json)
{
    return Scanner(json.startsWith("\xEF\xBB\xBF") ? json.mid(3) : json).scan();
}

} // namespace lanyard
