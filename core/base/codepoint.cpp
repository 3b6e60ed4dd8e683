#include "core/base/codepoint.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr char32_t ZeroWidthSpace = 0x200B;
constexpr char32_t BlackFlag = 0x1F3F4;
constexpr qsizetype LongestFlag = 20; // in UTF-16 units

char32_t codeBefore(QStringView text, qsizetype i)
{
    if (i <= 0)
        return 0;
    const bool isPair = i > 1 && text.at(i - 1).isLowSurrogate() && text.at(i - 2).isHighSurrogate();
    return pointAt(text, i - (isPair ? 2 : 1)).code;
}

bool isTag(char32_t code)
{
    return code >= 0xE0000 && code <= 0xE007F;
}

// Scripts whose letters do not join: a joiner between them can only deceive.
bool joinsLetters(char32_t code)
{
    switch (QChar::script(code)) {
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Armenian:
    case QChar::Script_Georgian:
    case QChar::Script_Hebrew:
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
        return false;
    case QChar::Script_Common: {
        const auto category = QChar::category(code); // emoji
        return category == QChar::Symbol_Other || category == QChar::Symbol_Modifier;
    }
    default:
        return true; // including the marks that follow letters and emoji
    }
}

// Written without spaces between words.
bool breaksWithoutSpace(char32_t code)
{
    const auto script = QChar::script(code);
    return script == QChar::Script_Thai || script == QChar::Script_Lao || script == QChar::Script_Khmer ||
           script == QChar::Script_Myanmar || script == QChar::Script_Tibetan;
}

} // namespace

Point pointAt(QStringView text, qsizetype i)
{
    const QChar c = text.at(i);
    if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
        return {QChar::surrogateToUcs4(c, text.at(i + 1)), 2};
    return {c.unicode(), 1};
}

bool isJoiner(char32_t code)
{
    return code == 0x200C || code == 0x200D;
}

bool isDirectionMark(char32_t code)
{
    return code == 0x200E || code == 0x200F || code == 0x061C;
}

bool hasRightToLeft(QStringView text)
{
    for (qsizetype i = 0; i < text.size();) {
        const Point point = pointAt(text, i);
        const QChar::Direction direction = QChar::direction(point.code);
        const bool isFromRight = direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
        if (isFromRight && !isDirectionMark(point.code))
            return true;
        i += point.units;
    }
    return false;
}

bool isInvisible(char32_t code, bool multiLine)
{
    if (code < 0x20)
        return !(multiLine && (code == u'\n' || code == u'\r' || code == u'\t'));
    return (code >= 0x7F && code <= 0x9F) || code == 0x00AD || code == 0x115F || code == 0x1160 || code == 0x180E ||
           (code >= ZeroWidthSpace && code <= 0x200D) || isDirectionMark(code) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || code == 0x3164 || code == 0xFEFF || code == 0xFFA0 ||
           (code >= 0xFFF9 && code <= 0xFFFB) || isTag(code);
}

bool isNeededAt(QStringView text, qsizetype i, char32_t code)
{
    char32_t before = codeBefore(text, i);
    if (isJoiner(code))
        return before != 0 && !isInvisible(before, false) && joinsLetters(before);
    if (code == ZeroWidthSpace)
        return breaksWithoutSpace(before);
    if (code == 0x180E)
        return QChar::script(before) == QChar::Script_Mongolian && !isInvisible(before, false); // it is one itself
    if (!isTag(code)) // in the flags of regions
        return false;
    for (qsizetype at = i - 2; isTag(before) && at > std::max<qsizetype>(0, i - LongestFlag); at -= 2)
        before = codeBefore(text, at);
    return before == BlackFlag;
}

QString codePointName(char32_t code)
{
    return u"U+"_s + QString::number(static_cast<uint>(code), 16).toUpper().rightJustified(4, u'0');
}

bool isUnusualSpace(QChar c)
{
    constexpr char16_t ideographic = 0x3000;
    return c.category() == QChar::Separator_Space && c != u' ' && c != ideographic;
}

bool isHyphenLike(QChar c)
{
    return c.unicode() == 0x2010 || c.unicode() == 0x2011;
}

bool isNothingAtAnEnd(QChar c)
{
    return isJoiner(c.unicode()) || isDirectionMark(c.unicode());
}

} // namespace lanyard
