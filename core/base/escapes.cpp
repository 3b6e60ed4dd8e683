#include "core/base/escapes.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

struct Name
{
    QLatin1StringView written;
    char32_t code;
};

// Those that programs write; a person's text has others, which no key has in it.
constexpr auto htmlNames = std::to_array<Name>({{"&amp;"_L1, U'&'},
                                                {"&lt;"_L1, U'<'},
                                                {"&gt;"_L1, U'>'},
                                                {"&quot;"_L1, U'"'},
                                                {"&apos;"_L1, U'\''},
                                                {"&nbsp;"_L1, U'\u00A0'},
                                                {"&shy;"_L1, U'\u00AD'}});
constexpr auto jsonNames = std::to_array<Name>({{"\\n"_L1, U'\n'},
                                                {"\\r"_L1, U'\r'},
                                                {"\\t"_L1, U'\t'},
                                                {"\\b"_L1, U'\b'},
                                                {"\\f"_L1, U'\f'},
                                                {"\\/"_L1, U'/'},
                                                {"\\\\"_L1, U'\\'},
                                                {"\\'"_L1, U'\''},
                                                {"\\\""_L1, U'"'}});

template<typename Names>
std::optional<Escape> named(QStringView text, const Names &names)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [text](const Name &name) { return text.startsWith(name.written); });
    return found == names.end() ? std::nullopt : std::optional(Escape{found->code, found->written.size()});
}

// @p digits of that base; -1 for none.
int number(QStringView digits, int base)
{
    const bool isDigits =
        !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c.isLetterOrNumber(); });
    bool isNumber = false;
    const int value = isDigits ? digits.toInt(&isNumber, base) : -1;
    return isNumber ? value : -1;
}

int hexByteAt(QStringView text)
{
    return text.size() >= 3 && text.front() == u'%' ? number(text.sliced(1, 2), 16) : -1;
}

std::optional<Escape> percent(QStringView text)
{
    const int first = hexByteAt(text);
    if (first < 0)
        return std::nullopt;
    const qsizetype count = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    QByteArray bytes;
    for (qsizetype i = 0; i < count; ++i)
        bytes += static_cast<char>(hexByteAt(text.sliced(qMin(3 * i, text.size()))));
    const auto points = QString::fromUtf8(bytes).toUcs4();
    return points.size() == 1 ? std::optional(Escape{points.first(), 3 * count}) : std::nullopt;
}

std::optional<Escape> html(QStringView text)
{
    if (!text.startsWith("&#"_L1))
        return named(text, htmlNames);
    constexpr qsizetype longest = 10; // &#x10FFFF;
    const qsizetype end = text.first(qMin(longest, text.size())).indexOf(u';');
    if (end < 0)
        return std::nullopt;
    const bool isHex = text.at(2).toLower() == u'x';
    const int code = number(text.first(end).sliced(isHex ? 3 : 2), isHex ? 16 : 10);
    return code < 0 || code > 0x10FFFF ? std::nullopt : std::optional(Escape{static_cast<char32_t>(code), end + 1});
}

std::optional<Escape> json(QStringView text)
{
    if (!text.startsWith("\\u"_L1))
        return named(text, jsonNames);
    const int code = text.size() >= 6 ? number(text.sliced(2, 4), 16) : -1;
    return code < 0 ? std::nullopt : std::optional(Escape{static_cast<char32_t>(code), 6});
}

} // namespace

std::optional<Escape> escapeAtBeginOf(QStringView text)
{
    if (text.isEmpty())
        return std::nullopt;
    switch (text.front().unicode()) {
    case u'%':
        return percent(text);
    case u'&':
        return html(text);
    case u'\\':
        return json(text);
    default:
        return std::nullopt;
    }
}

} // namespace lanyard
