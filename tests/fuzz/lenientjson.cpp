#include "tests/fuzz/lenientjson.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

// What a byte without a meaning of its own stands for.
constexpr std::array words{"id",         "settings", "value",       "name",         "category",   "group",   "type",
                           "readOnly",   "apiKeys",  "key",         "clientSecret", "expireDate", "revoked", "true",
                           "birthDate",  "country",  "countryCode", "firstName",    "notes",      "image",   "password",
                           "2024-05-28", "a",        "\u202Eb"};

class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_bytes(bytes)
    {
        while (m_bytes.startsWith("\xEF\xBB\xBF"))
            m_bytes = m_bytes.sliced(3);
    }

    // Whether there is another value.
    bool more()
    {
        while (!m_bytes.isEmpty() && QByteArrayView(" \t\r\n,:").contains(m_bytes.front()))
            m_bytes = m_bytes.sliced(1);
        return !m_bytes.isEmpty();
    }

    // Takes at least one byte, if more().
    Json value(int depth = 0)
    {
        if (!more())
            return {};
        const char first = m_bytes.front();
        if (QByteArrayView("-.0123456789").contains(first))
            return numberOrText();
        take();
        // Qt's reader goes 1024 levels deep.
        if ((first == '[' || first == '{') && depth < 1100)
            return container(first == '{', depth);
        if (first == '"')
            return {Json::Kind::Text, {}, text(), {}, {}};
        for (const auto &[word, kind] :
             {std::pair("true", Json::Kind::True), {"false", Json::Kind::False}, {"null", Json::Kind::Null}}) {
            if (first == *word && m_bytes.startsWith(word + 1)) {
                m_bytes = m_bytes.sliced(static_cast<qsizetype>(qstrlen(word)) - 1);
                return {kind, {}, {}, {}, {}};
            }
        }
        return {Json::Kind::Text,
                {},
                QString::fromUtf8(words.at(static_cast<unsigned char>(first) % words.size())),
                {},
                {}};
    }

private:
    char take()
    {
        const char c = m_bytes.front();
        m_bytes = m_bytes.sliced(1);
        return c;
    }

    Json container(bool isObject, int depth)
    {
        Json json;
        json.kind = isObject ? Json::Kind::Object : Json::Kind::List;
        while (more()) {
            if (m_bytes.front() == (isObject ? '}' : ']')) {
                take();
                break;
            }
            if (isObject)
                json.names.push_back(value(depth + 1).text);
            json.items.push_back(value(depth + 1));
        }
        return json;
    }

    Json numberOrText()
    {
        const auto *end = std::find_if_not(m_bytes.begin(), m_bytes.end(),
                                           [](char c) { return QByteArrayView("+-.0123456789eE").contains(c); });
        const QByteArray number = m_bytes.first(end - m_bytes.begin()).toByteArray();
        m_bytes = m_bytes.sliced(number.size());
        return {Json::Kind::Number, number, {}, {}, {}};
    }

    // After the opening quote.
    QString text()
    {
        QString text;
        while (!m_bytes.isEmpty() && m_bytes.front() != '"') {
            const auto *end =
                std::find_if(m_bytes.begin(), m_bytes.end(), [](char c) { return c == '"' || c == '\\'; });
            QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom);
            text += QString(decoder(m_bytes.first(end - m_bytes.begin())));
            m_bytes = m_bytes.sliced(end - m_bytes.begin());
            if (m_bytes.size() >= 2 && m_bytes.front() == '\\') {
                take();
                text += escape(take());
            } else if (m_bytes.size() == 1) {
                break; // a backslash at the end, or the closing quote
            }
        }
        if (!m_bytes.isEmpty())
            take();
        return text;
    }

    QChar escape(char c)
    {
        constexpr std::array escapes{std::pair('b', u'\b'), std::pair('f', u'\f'), std::pair('n', u'\n'),
                                     std::pair('r', u'\r'), std::pair('t', u'\t')};
        for (const auto &[letter, meaning] : escapes) {
            if (c == letter)
                return meaning;
        }
        bool ok = false;
        const ushort unit = c == 'u' && m_bytes.size() >= 4 ? m_bytes.first(4).toUShort(&ok, 16) : ushort(0);
        if (!ok)
            return QLatin1Char(c);
        m_bytes = m_bytes.sliced(4);
        return QChar(unit);
    }

    QByteArrayView m_bytes;
};

QByteArray quoted(const QString &text)
{
    QByteArray json = "\"";
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (c < u' ' || (c.isSurrogate() && !isPair))
            json += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        else if (c == u'"' || c == u'\\')
            json += QByteArray("\\") + c.toLatin1();
        else
            json += QStringView(text).sliced(i, isPair ? 2 : 1).toUtf8();
        i += isPair ? 1 : 0;
    }
    return json + '"';
}

} // namespace

std::vector<Json> readAll(QByteArrayView bytes)
{
    std::vector<Json> all;
    Reader reader(bytes);
    while (reader.more())
        all.push_back(reader.value());
    return all;
}

Json readLeniently(QByteArrayView bytes)
{
    return Reader(bytes).value();
}

QByteArray written(const Json &json)
{
    static const QRegularExpression strict(u"\\A-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?\\z"_s);
    switch (json.kind) {
    case Json::Kind::Null:
        return "null";
    case Json::Kind::False:
        return "false";
    case Json::Kind::True:
        return "true";
    case Json::Kind::Number:
        return strict.match(QString::fromLatin1(json.number)).hasMatch() ? json.number : canonicalNumber(json.number);
    case Json::Kind::Text:
        return quoted(json.text);
    case Json::Kind::List:
    case Json::Kind::Object:
        break;
    }
    const bool isObject = json.kind == Json::Kind::Object;
    QByteArray text;
    for (std::size_t i = 0; i < json.items.size(); ++i)
        text +=
            (i > 0 ? "," : "") + (isObject ? quoted(json.names.at(i)) + ':' : QByteArray()) + written(json.items.at(i));
    return isObject ? '{' + text + '}' : '[' + text + ']';
}

QJsonValue toQt(const Json &json)
{
    switch (json.kind) {
    case Json::Kind::Null:
        return QJsonValue::Null;
    case Json::Kind::False:
        return false;
    case Json::Kind::True:
        return true;
    case Json::Kind::Number: {
        bool isInteger = false;
        const qint64 integer = json.number.toLongLong(&isInteger);
        const double real = json.number.toDouble();
        return isInteger ? QJsonValue(integer) : QJsonValue(std::isfinite(real) ? real : 0.0);
    }
    case Json::Kind::Text:
        return json.text;
    case Json::Kind::List: {
        QJsonArray array;
        for (const Json &item : json.items)
            array.append(toQt(item));
        return array;
    }
    case Json::Kind::Object:
        break;
    }
    QJsonObject object;
    for (std::size_t i = 0; i < json.items.size(); ++i)
        object.insert(json.names.at(i), toQt(json.items.at(i)));
    return object;
}

bool isSame(const Json &a, const Json &b)
{
    if (a.kind != b.kind || a.items.size() != b.items.size() || a.text != b.text ||
        canonicalNumber(a.number) != canonicalNumber(b.number))
        return false;
    if (a.kind != Json::Kind::Object)
        return std::equal(a.items.begin(), a.items.end(), b.items.begin(), isSame);
    std::multimap<QString, const Json *> membersA;
    std::multimap<QString, const Json *> membersB;
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        membersA.emplace(a.names.at(i), &a.items.at(i));
        membersB.emplace(b.names.at(i), &b.items.at(i));
    }
    return std::equal(membersA.begin(), membersA.end(), membersB.begin(), [](const auto &memberA, const auto &memberB) {
        return memberA.first == memberB.first && isSame(*memberA.second, *memberB.second);
    });
}

bool hasDoubledName(const Json &json)
{
    std::vector<QString> names = json.names;
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) != names.end() ||
           std::any_of(json.items.begin(), json.items.end(), hasDoubledName);
}

QByteArray canonicalNumber(QByteArrayView number)
{
    constexpr qint64 limit = 1'000'000'000'000; // beyond every number that could be held
    const auto *mark = std::find_if(number.begin(), number.end(), [](char c) { return c == 'e' || c == 'E'; });
    qint64 power = 0;
    for (const char *c = mark; c != number.end(); ++c)
        power = *c >= '0' && *c <= '9' ? std::min(power * 10 + (*c - '0'), limit) : power;
    if (std::find(mark, number.end(), '-') != number.end())
        power = -power;
    QByteArray digits;
    bool isFraction = false;
    for (const char *c = number.begin(); c != mark; ++c) {
        isFraction = isFraction || *c == '.';
        if (*c < '0' || *c > '9' || (digits.isEmpty() && *c == '0' && !isFraction))
            continue;
        digits += *c;
        power -= isFraction ? 1 : 0;
    }
    while (digits.startsWith('0'))
        digits.remove(0, 1);
    for (; digits.endsWith('0'); ++power)
        digits.chop(1);
    return digits.isEmpty() ? QByteArray("0")
                            : (number.startsWith('-') ? "-" : "") + digits + 'e' + QByteArray::number(power);
}

} // namespace lanyard::testing
