#include "core/base/codedruns.h"

#include <array>

namespace lanyard {

namespace {

// What a letter means, in six bits; None for another character.
constexpr quint8 None = 0xFF;
constexpr auto values = [] {
    std::array<quint8, 128> all = {};
    all.fill(None);
    for (quint8 i = 0; i < 26; ++i) {
        all[static_cast<std::size_t>('A' + i)] = i;
        all[static_cast<std::size_t>('a' + i)] = static_cast<quint8>(26 + i);
    }
    for (quint8 i = 0; i < 10; ++i)
        all[static_cast<std::size_t>('0' + i)] = static_cast<quint8>(52 + i);
    all['+'] = all['-'] = 62;
    all['/'] = all['_'] = 63;
    return all;
}();

// The same for hexadecimal digits.
constexpr auto hexDigits = [] {
    std::array<quint8, 128> all = {};
    all.fill(None);
    for (quint8 i = 0; i < 10; ++i)
        all[static_cast<std::size_t>('0' + i)] = i;
    for (quint8 i = 0; i < 6; ++i)
        all[static_cast<std::size_t>('A' + i)] = all[static_cast<std::size_t>('a' + i)] = static_cast<quint8>(10 + i);
    return all;
}();

// Whether enough of the groups of @p letters in sequence mean ASCII, by the bits that are not set in it: a quick look
// at what is no base64 at all, which is most of what is long enough.
bool mayBeReadable(QStringView letters, qsizetype shortest)
{
    const char16_t *in = letters.utf16();
    qsizetype inSequence = 0;
    for (qsizetype i = 0; i + 4 <= letters.size(); i += 4) {
        const bool isAscii =
            (values[in[i]] & 0x20) == 0 && (values[in[i + 1]] & 0x08) == 0 && (values[in[i + 2]] & 0x02) == 0;
        inSequence = isAscii ? inSequence + 1 : 0;
        if (inSequence >= shortest / 4)
            return true;
    }
    return false;
}

QString fromBase64(QStringView letters)
{
    QString text;
    text.reserve(letters.size() * 3 / 4);
    quint32 bits = 0;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        bits = bits << 6 | values[letters.utf16()[i]];
        if (i % 4 != 0)
            text += letterOfByte(static_cast<quint8>(bits >> (6 - 2 * (i % 4)) & 0xFF));
    }
    return text;
}

QString fromHex(QStringView letters)
{
    QString text;
    text.reserve(letters.size() / 2);
    for (qsizetype i = 0; i + 2 <= letters.size(); i += 2)
        text +=
            letterOfByte(static_cast<quint8>(hexDigits[letters.utf16()[i]] << 4 | hexDigits[letters.utf16()[i + 1]]));
    return text;
}

// Each stretch of letters that @p meanings knows, until @p found returns false.
template<typename Found>
bool forEachRun(QStringView text, const std::array<quint8, 128> &meanings, RunSizes sizes, const Found &found)
{
    const char16_t *in = text.utf16();
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype begin = at;
        while (at < text.size() && in[at] < meanings.size() && meanings[in[at]] != None)
            ++at;
        const qsizetype length = at - begin;
        if (length >= sizes.shortest && length <= sizes.longest && !found(begin, length))
            return false;
    }
    return true;
}

constexpr bool isHexDigit(char16_t c)
{
    return c < hexDigits.size() && hexDigits[c] != None;
}

constexpr bool isBetweenBytes(char16_t c)
{
    return c == u'-' || c == u':' || c == u' ';
}

// Each stretch of hexadecimal bytes with the same sign between them, until @p found returns false. A character
// that cannot be in one leads past all that would have it in them: most texts of megabytes have none.
template<typename Found>
bool forEachSpacedRun(QStringView text, RunSizes sizes, const Found &found)
{
    const char16_t *in = text.utf16();
    const qsizetype shortest = 3 * (sizes.shortest / 2) - 1;
    for (qsizetype at = 0; at + shortest <= text.size(); ++at) {
        const char16_t last = in[at + shortest - 1];
        if (!isHexDigit(last) && !isBetweenBytes(last)) {
            at += shortest - 1;
            continue;
        }
        const char16_t sign = in[at + 2];
        if (!isBetweenBytes(sign) || !isHexDigit(in[at]) || !isHexDigit(in[at + 1]))
            continue;
        QString letters = text.sliced(at, 2).toString();
        qsizetype end = at + 2;
        for (; end + 2 < text.size() && in[end] == sign && isHexDigit(in[end + 1]) && isHexDigit(in[end + 2]); end += 3)
            letters += text.sliced(end + 1, 2);
        if (letters.size() >= sizes.shortest && letters.size() <= sizes.longest &&
            !found({fromHex(letters), at, end, 1, 3, 1}))
            return false;
        at = end - 1;
    }
    return true;
}

} // namespace

CodedRun::Range CodedRun::inText(qsizetype from, qsizetype length) const
{
    const qsizetype begin = at + from / bytesOfGroup * lettersOfGroup;
    const qsizetype last = at + (from + length + bytesOfGroup - 1) / bytesOfGroup * lettersOfGroup - lettersBetween;
    return {begin, qMin(last, end) - begin};
}

void forEachCodedRun(QStringView text, RunSizes sizes, const std::function<bool(const CodedRun &)> &found)
{
    const auto inHex = [&](qsizetype begin, qsizetype length) {
        for (qsizetype shift = 0; shift < 2; ++shift) {
            if (!found({fromHex(text.sliced(begin + shift, length - shift)), begin + shift, begin + length, 1, 2}))
                return false;
        }
        return true;
    };
    const auto inBase64 = [&](qsizetype begin, qsizetype length) {
        qsizetype end = begin + length;
        while (end < text.size() && text.at(end) == u'=')
            ++end;
        for (qsizetype shift = 0; shift < 4; ++shift) {
            const QStringView letters = text.sliced(begin + shift, length - shift);
            if (mayBeReadable(letters, sizes.shortest) && !found({fromBase64(letters), begin + shift, end}))
                return false;
        }
        // Hexadecimal hexDigits are letters of base64, too.
        return forEachRun(text.sliced(begin, length), hexDigits, sizes,
                          [&](qsizetype from, qsizetype count) { return inHex(begin + from, count); });
    };
    if (forEachRun(text, values, sizes, inBase64))
        forEachSpacedRun(text, sizes, found);
}

} // namespace lanyard
