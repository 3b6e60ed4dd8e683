#include "core/base/base64runs.h"

#include <QByteArray>

#include <array>

namespace lanyard {

namespace {

// What is shorter holds no key, and what is longer is a picture or the like.
constexpr qsizetype Shortest = 16;
constexpr qsizetype Longest = 2048;
// In bytes.
constexpr qsizetype ShortestReadable = 12;

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

// Whether enough of the groups of @p letters in sequence mean ASCII, by the bits that are not set in it: a quick look
// at what is no base64 at all, which is most of what is long enough.
bool mayBeReadable(const char16_t *letters, qsizetype size)
{
    qsizetype inSequence = 0;
    for (qsizetype i = 0; i + 4 <= size; i += 4) {
        const bool isAscii = (values[letters[i]] & 0x20) == 0 && (values[letters[i + 1]] & 0x08) == 0 &&
                             (values[letters[i + 2]] & 0x02) == 0;
        inSequence = isAscii ? inSequence + 1 : 0;
        if (inSequence >= ShortestReadable / 3)
            return true;
    }
    return false;
}

QString decoded(const char16_t *letters, qsizetype size)
{
    QString text;
    text.reserve(size * 3 / 4);
    quint32 bits = 0;
    for (qsizetype i = 0; i < size; ++i) {
        bits = bits << 6 | values[letters[i]];
        if (i % 4 == 0)
            continue;
        const auto byte = static_cast<char16_t>(bits >> (6 - 2 * (i % 4)) & 0xFF);
        text += byte < 0x80 ? QChar(byte) : QChar(QChar::ReplacementCharacter);
    }
    return text;
}

} // namespace

Base64Run::Range Base64Run::inText(qsizetype from, qsizetype length) const
{
    const qsizetype begin = at + from / 3 * 4;
    const qsizetype last = at + (from + length + 2) / 3 * 4;
    return {begin, qMin(last, end) - begin};
}

void forEachBase64Run(QStringView text, const std::function<bool(const Base64Run &)> &found)
{
    const char16_t *in = text.utf16();
    const qsizetype size = text.size();
    for (qsizetype at = 0; at < size;) {
        const qsizetype begin = at;
        while (at < size && in[at] < values.size() && values[in[at]] != None)
            ++at;
        const qsizetype length = at - begin;
        qsizetype end = at++;
        if (length < Shortest || length > Longest)
            continue;
        while (end < size && in[end] == u'=')
            ++end;
        for (qsizetype shift = 0; shift < 4; ++shift) {
            if (!mayBeReadable(in + begin + shift, length - shift))
                continue;
            if (!found({decoded(in + begin + shift, length - shift), begin + shift, end}))
                return;
        }
    }
}

} // namespace lanyard
