#include "core/base/text.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr char32_t ZeroWidthSpace = 0x200B;
constexpr char32_t BlackFlag = 0x1F3F4;
constexpr qsizetype LongestFlag = 20; // in UTF-16 units

// One code point of a text: one or two units.
struct Point
{
    char32_t code = 0;
    qsizetype units = 1;
};

Point pointAt(QStringView text, qsizetype i)
{
    const QChar c = text.at(i);
    if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
        return {QChar::surrogateToUcs4(c, text.at(i + 1)), 2};
    return {c.unicode(), 1};
}

char32_t codeBefore(QStringView text, qsizetype i)
{
    if (i <= 0)
        return 0;
    const bool isPair = i > 1 && text.at(i - 1).isLowSurrogate() && text.at(i - 2).isHighSurrogate();
    return pointAt(text, i - (isPair ? 2 : 1)).code;
}

bool isJoiner(char32_t code)
{
    return code == 0x200C || code == 0x200D;
}

bool isDirectionMark(char32_t code)
{
    return code == 0x200E || code == 0x200F || code == 0x061C;
}

bool isTag(char32_t code)
{
    return code >= 0xE0000 && code <= 0xE007F;
}

// Invisible, or affecting the text around it.
bool isInvisible(char32_t code, bool multiLine)
{
    if (code < 0x20)
        return !(multiLine && (code == u'\n' || code == u'\r' || code == u'\t'));
    return (code >= 0x7F && code <= 0x9F) || code == 0x00AD || code == 0x115F || code == 0x1160 || code == 0x180E ||
           (code >= ZeroWidthSpace && code <= 0x200D) || isDirectionMark(code) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || code == 0x3164 || code == 0xFEFF || code == 0xFFA0 ||
           (code >= 0xFFF9 && code <= 0xFFFB) || isTag(code);
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

// Whether the script of the preceding text needs it there.
bool isNeededAt(QStringView text, qsizetype i, char32_t code)
{
    char32_t before = codeBefore(text, i);
    if (isJoiner(code))
        return before != 0 && !isInvisible(before, false) && joinsLetters(before);
    if (code == ZeroWidthSpace)
        return breaksWithoutSpace(before);
    if (code == 0x180E)
        return QChar::script(before) == QChar::Script_Mongolian;
    if (!isTag(code)) // in the flags of regions
        return false;
    for (qsizetype place = i - 2; isTag(before) && place > std::max<qsizetype>(0, i - LongestFlag); place -= 2)
        before = codeBefore(text, place);
    return before == BlackFlag;
}

// U+FDD0 and U+FDD1 are Qt's internal markers within a document.
bool isDroppedFromTyped(QStringView text, qsizetype i, char32_t code)
{
    if (code == 0xFDD0 || code == 0xFDD1 || code == 0xFFFC || code == 0xFFFE || code == 0xFFFF)
        return true;
    return isInvisible(code, true) && !isDirectionMark(code) && !isNeededAt(text, i, code);
}

QString markFor(char32_t code)
{
    return u"‹U+%1›"_s.arg(u"%1"_s.arg(static_cast<uint>(code), 4, 16, QChar(u'0')).toUpper());
}

// Not QString::fromUcs4(), which takes U+FEFF for a byte order mark.
QString textOf(char32_t code)
{
    if (QChar::requiresSurrogates(code))
        return QString(QChar(QChar::highSurrogate(code))) + QChar(QChar::lowSurrogate(code));
    return QString(QChar(static_cast<char16_t>(code)));
}

bool isAtAnEnd(QStringView text, qsizetype i, qsizetype units)
{
    return i == 0 || i + units >= text.size();
}

// Some programs use VT and NEL to break a line within a paragraph.
bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r' || c == u'\v' || c == u'\f' || c == QChar(0x85) || c == QChar::LineSeparator ||
           c == QChar::ParagraphSeparator;
}

// Meaningless at the end of a text, though not if more is typed.
bool isNothingAtAnEnd(QChar c)
{
    return isJoiner(c.unicode()) || isDirectionMark(c.unicode());
}

QString withoutHalves(const QString &text)
{
    if (text.isValidUtf16())
        return text;
    QString whole;
    for (qsizetype i = 0; i < text.size();) {
        const Point point = pointAt(text, i);
        if (point.units == 2 || !text.at(i).isSurrogate())
            whole += QStringView(text).mid(i, point.units);
        i += point.units;
    }
    return whole;
}

struct Part
{
    qsizetype from;
    qsizetype to;
};

// The part of @p text that differs from the text before.
Part newPart(QStringView text, QStringView before)
{
    const qsizetype shared = std::min(text.size(), before.size());
    qsizetype from = 0;
    while (from < shared && text.at(from) == before.at(from))
        ++from;
    if (from > 0 && text.at(from - 1).isHighSurrogate())
        --from;
    qsizetype after = 0;
    while (after < shared - from && text.at(text.size() - 1 - after) == before.at(before.size() - 1 - after))
        ++after;
    if (after > 0 && text.at(text.size() - after).isLowSurrogate())
        --after;
    return {from, text.size() - after};
}

QString withoutEnds(QString text)
{
    while (!text.isEmpty() && isNothingAtAnEnd(text.front()))
        text.remove(0, 1);
    while (!text.isEmpty() && isNothingAtAnEnd(text.back()))
        text.chop(1);
    return text;
}

} // namespace

QString visibleText(const QString &text, bool multiLine, qsizetype limit)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const Point point = pointAt(text, i);
        if (limit >= 0 && i + point.units > limit) {
            out += u'…';
            break;
        }
        if (isInvisible(point.code, multiLine) &&
            !(isNeededAt(text, i, point.code) && !isAtAnEnd(text, i, isJoiner(point.code) ? 1 : 0)))
            out += markFor(point.code);
        else
            out += QStringView(text).mid(i, point.units);
        i += point.units;
    }
    return out;
}

QString editableText(const QString &text, bool multiLine)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const Point point = pointAt(text, i);
        const bool isHarmless = isDirectionMark(point.code) || isNeededAt(text, i, point.code);
        if (isInvisible(point.code, multiLine) &&
            !(isHarmless && !(isNothingAtAnEnd(text.at(i)) && isAtAnEnd(text, i, 1))))
            out += markFor(point.code);
        else
            out += QStringView(text).mid(i, point.units);
        i += point.units;
    }
    return out;
}

QString fromEditable(const QString &edited, const QString &original)
{
    if (!edited.contains(u'‹'))
        return edited;
    std::set<char32_t> hidden;
    for (qsizetype i = 0; i < original.size();) {
        const Point point = pointAt(original, i);
        if (isInvisible(point.code, false))
            hidden.insert(point.code);
        i += point.units;
    }
    QString text = edited;
    for (const char32_t code : hidden)
        text.replace(markFor(code), textOf(code));
    return text;
}

QString keptText(const QString &text, const QString &before)
{
    const auto [from, to] = newPart(text, before);
    QString out = text.left(from);
    out.reserve(text.size());
    for (qsizetype i = from; i < to;) {
        const Point point = pointAt(text, i);
        if (text.at(i) == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n')
            ; // the \n follows
        else if (isLineBreak(text.at(i)))
            out += u'\n';
        else if (!isDroppedFromTyped(text, i, point.code))
            out += QStringView(text).mid(i, point.units);
        i += point.units;
    }
    out += QStringView(text).mid(to);
    return out;
}

QString keptLine(const QString &text, const QString &before)
{
    QString line = keptText(text, before);
    while (line.startsWith(u'\n'))
        line.remove(0, 1);
    while (line.endsWith(u'\n'))
        line.chop(1);
    return line.replace(u'\n', u' ').replace(u'\t', u' ');
}

QString meantText(const QString &kept)
{
    return withoutEnds(withoutHalves(kept));
}

QString typedText(const QString &text)
{
    return meantText(keptText(text));
}

QString typedLine(const QString &text)
{
    return meantText(keptLine(text));
}

bool isUnseen(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
           c.category() == QChar::Other_NotAssigned || c.unicode() == 0x115F || c.unicode() == 0x3164;
}

QStringView withoutUnseenEnds(QStringView text)
{
    while (!text.isEmpty() && isUnseen(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isUnseen(text.back()))
        text.chop(1);
    return text;
}

QString toolTipText(const QString &text)
{
    constexpr qsizetype lineLength = 80;
    const QString plain = text.trimmed();
    // Qt then treats it as HTML: because of a tag in the first line, or an escaped one there.
    const QString first = plain.section(u'\n', 0, 0);
    if (first.contains(u'<') || first.contains("&lt;"_L1))
        return plain.toHtmlEscaped();
    QString out;
    qsizetype column = 0;
    for (const QChar c : plain) {
        const bool isBreak = c == u'\n' || (column >= lineLength && c.isSpace()) || column >= 2 * lineLength;
        if (isBreak)
            out += u'\n';
        if (!isBreak || !c.isSpace())
            out += c;
        column = isBreak ? 0 : column + 1;
    }
    return out;
}

// FIRST STRONG ISOLATE and LEFT-TO-RIGHT ISOLATE, each with POP DIRECTIONAL ISOLATE: the surrounding text is not
// affected.
QString inOwnDirection(const QString &text)
{
    return text.isEmpty() ? text : QChar(0x2068) + text + QChar(0x2069);
}

QString leftToRight(const QString &text)
{
    return text.isEmpty() ? text : QChar(0x2066) + text + QChar(0x2069);
}

} // namespace lanyard
