#include "tests/core/document/hostileuser.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

constexpr std::array editedMembers{"city", "firstName", "notes", "phoneNumber", "title"};

const char *inexactNumbers[] = {"18446744073709551615", "-9223372036854775809", "3.14159265358979323846",
                                "0.1000000000000000055511151231257827"};
const char *exactNumbers[] = {"1.0", "1e3", "-0", "0.10", "1E+2", "9223372036854775807", "-0.0e-0", "0"};

} // namespace

HostileUser::HostileUser(QRandomGenerator &random) : m_random(random)
{
    m_pieces.append(space() + '{');
    profile();
    m_pieces.append(space() + '}');
}

QByteArray HostileUser::space()
{
    static const QByteArrayList spaces{"", "", "", " ", "\n  ", "\r\n\t", "   "};
    return spaces.at(below(static_cast<int>(spaces.size())));
}

// With some of its letters as escapes.
QByteArray HostileUser::name(const QByteArray &plain)
{
    QByteArray written;
    for (const char c : plain)
        written += below(12) == 0 ? "\\u00" + QByteArray::number(c, 16) : QByteArray(1, c);
    return '"' + written + '"';
}

QByteArray HostileUser::number()
{
    return below(2) == 0 ? exactNumbers[below(std::size(exactNumbers))]
                         : inexactNumbers[below(std::size(inexactNumbers))];
}

QByteArray HostileUser::text()
{
    static const QByteArrayList texts{R"("")",
                                      R"("Roma")",
                                      R"("a\/b\\\"\b\f\n\r\t")",
                                      R"("\u0041\u00e9\ud83d\ude00\u0000")",
                                      "\"\xC3\xA9 \xF0\x9F\x98\x80 \xE2\x80\xA8\"",
                                      "\"\xEF\xBB\xBF{[,:]}\"",
                                      R"("\"user\":{},\"city\":[")",
                                      R"("\ud800")"};
    return texts.at(below(static_cast<int>(texts.size())));
}

QByteArray HostileUser::anything(int depth)
{
    switch (below(depth < 4 ? 7 : 5)) {
    case 0:
        return number();
    case 1:
        return below(2) == 0 ? "true" : "null";
    case 5: {
        QByteArray array = "[" + space();
        for (int i = below(4); i > 0; --i)
            array += anything(depth + 1) + space() + (i > 1 ? "," : "") + space();
        return array + ']';
    }
    case 6: {
        QByteArray object = "{" + space();
        for (int i = below(4); i > 0; --i)
            object += name(below(2) == 0 ? "city" : "x") + space() + ':' + space() + anything(depth + 1) + space() +
                      (i > 1 ? "," : "") + space();
        return object + '}';
    }
    default:
        return text();
    }
}

// The value is the last piece then.
void HostileUser::member(const QByteArray &plain, const QByteArray &value, bool isFirst)
{
    m_pieces.append((isFirst ? "" : space() + ',') + space() + name(plain) + space() + ':' + space());
    m_pieces.append(value);
}

void HostileUser::profile()
{
    QByteArrayList names{"id", "apiKeys", "settings"};
    for (const char *edited : editedMembers) {
        for (int i = std::max(0, below(6) - 3); i > 0; --i)
            names.append(edited);
    }
    for (int i = below(5); i > 0; --i)
        names.append("unknown" + QByteArray::number(below(4)));
    std::shuffle(names.begin(), names.end(), m_random);
    for (const char *edited : editedMembers)
        m_at[Path::field(QString::fromLatin1(edited))].name = edited;
    bool isFirst = true;
    for (const QByteArray &plain : std::as_const(names)) {
        const Path path = Path::field(QString::fromLatin1(plain));
        const bool isEdited = m_at.contains(path);
        if (plain == "settings") {
            member(plain, "[", isFirst);
            settings();
        } else {
            member(plain,
                   plain == "id" ? "\"7\""
                   : isEdited    ? (below(6) == 0 ? number() : text())
                                 : anything(0),
                   isFirst);
        }
        isFirst = false;
        if (!isEdited)
            continue;
        m_at[path].value = m_pieces.size() - 1;
        const QByteArray value = m_pieces.constLast();
        const bool isInexact =
            std::find(std::begin(inexactNumbers), std::end(inexactNumbers), value) != std::end(inexactNumbers);
        // Of a member that stands twice the last one counts, as long as it is only read.
        if (names.count(plain) > 1 || isInexact)
            m_locked.insert(path);
    }
    m_pieces.append(QByteArray());
    for (const char *edited : editedMembers) {
        const Path path = Path::field(QString::fromLatin1(edited));
        m_at[path].end = m_pieces.size() - 1;
        m_places.insert(path);
    }
}

void HostileUser::settings()
{
    const int count = below(5);
    for (int i = 0; i < count; ++i) {
        setting(100 + i);
        m_pieces.append(space() + (i + 1 < count ? "," : ""));
    }
    m_pieces.append(space() + ']');
}

void HostileUser::setting(int id)
{
    QByteArrayList names{"id", "name", "type"};
    for (int i = std::max(0, below(8) - 5); i > 0; --i)
        names.append("value");
    if (below(3) == 0)
        names.append("extra");
    if (below(8) == 0)
        names.append("extra");
    std::shuffle(names.begin(), names.end(), m_random);
    const Path path = Path::setting(QString::number(id));
    Place &place = m_at[path];
    place.name = "value";
    m_places.insert(path);
    m_pieces.append(space() + '{');
    bool isFirst = true;
    for (const QByteArray &plain : std::as_const(names)) {
        QByteArray value = plain == "name" ? "\"N\"" : plain == "type" ? "\"String\"" : anything(2);
        if (plain == "id")
            value = below(2) == 0 ? QByteArray::number(id) : '"' + QByteArray::number(id) + '"';
        if (plain == "value")
            value = below(4) == 0 ? number() : text();
        member(plain, value, isFirst);
        isFirst = false;
        if (plain == "value") {
            place.value = m_pieces.size() - 1;
            if (std::find(std::begin(inexactNumbers), std::end(inexactNumbers), value) != std::end(inexactNumbers))
                m_locked.insert(path);
        }
        if (names.count(plain) > 1)
            m_locked.insert(path);
    }
    m_pieces.append(QByteArray());
    place.end = m_pieces.size() - 1;
    m_pieces.append(space() + '}');
}

QByteArray HostileUser::with(const std::map<Path, QByteArray> &json) const
{
    QByteArrayList pieces = m_pieces;
    for (const auto &[path, text] : json) {
        const Place &place = m_at.at(path);
        if (place.value >= 0)
            pieces[place.value] = text;
        else
            pieces[place.end] += ",\"" + place.name + "\":" + text;
    }
    return pieces.join();
}

} // namespace lanyard::testing
