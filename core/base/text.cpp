#include "core/base/text.h"

#include "core/base/codepoint.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QString markFor(char32_t code)
{
    return u'‹' + codePointName(code) + u'›';
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

// Double ones, and what looks like them. In some languages “ closes, and in some » opens.
bool isOpeningQuote(QChar c)
{
    return QStringView(u"“„‟«〝❝").contains(c);
}

bool isClosingQuote(QChar c)
{
    return QStringView(u"”»〞〟❞").contains(c);
}

bool isStraightQuote(QChar c)
{
    return QStringView(u"\"″‶ʺ＂").contains(c);
}

// Each line is a paragraph of its own to Qt: its first letter does not tell its direction.
QString inDirectionOf(const QString &paragraph, const QString &line)
{
    const QChar isolate(paragraph.isRightToLeft() ? 0x2067 : 0x2066);
    return line.isEmpty() ? line : isolate + line + QChar(0x2069);
}

QStringList brokenLines(const QString &text)
{
    constexpr qsizetype length = 80;
    QStringList lines{QString()};
    for (const QChar c : text) {
        const qsizetype column = lines.constLast().size();
        const bool isBreak = (column >= length && c.isSpace()) || column >= 2 * length;
        if (isBreak)
            lines << QString();
        if (!isBreak || !c.isSpace())
            lines.last() += c;
    }
    return lines;
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
        const QChar letter = text.at(i);
        if (letter > u' ' && letter <= u'~') { // most of them, and there may be a million
            out += letter;
            ++i;
            continue;
        }
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

QString toolTipText(const QString &text)
{
    const QString plain = text.trimmed();
    const bool isMarked = isReordered(plain);
    // Qt then treats it as HTML: because of a tag in the first line, or an escaped one there.
    const QString first = plain.section(u'\n', 0, 0);
    if (first.contains(u'<') || first.contains("&lt;"_L1))
        return (isMarked ? inDirectionOf(plain, plain) : plain).toHtmlEscaped();
    QStringList lines;
    const QStringList paragraphs = plain.split(u'\n');
    for (const QString &paragraph : paragraphs) {
        const QStringList broken = brokenLines(paragraph);
        for (const QString &line : broken)
            lines << (isMarked ? inDirectionOf(paragraph, line) : line);
    }
    return lines.join(u'\n');
}

bool isReordered(const QString &text)
{
    //: RTL in a language that is written right to left.
    return QCoreApplication::translate("Text", "LTR") == "RTL"_L1 || hasRightToLeft(text);
}

QString quoted(const QString &value, qsizetype limit)
{
    QString shown = visibleText(value, false, limit);
    std::replace_if(shown.begin(), shown.end(), isOpeningQuote, QChar(u'‘'));
    std::replace_if(shown.begin(), shown.end(), isClosingQuote, QChar(u'’'));
    std::replace_if(shown.begin(), shown.end(), isStraightQuote, QChar(u'\''));
    return isReordered(shown) ? inOwnDirection(shown) : shown;
}

QString withoutQuoteMarks(const QString &text)
{
    QString plain = text;
    return plain.removeIf([](QChar c) { return c.unicode() >= 0x2066 && c.unicode() <= 0x2069; });
}

QString withSpaceMarks(const QString &text)
{
    const QString lines = QString(text).replace("\r\n"_L1, "\n"_L1);
    const auto isMarked = [&lines](qsizetype i) {
        const bool isAtAnEnd = i == 0 || i + 1 == lines.size() || lines.at(i - 1) == u'\n' || lines.at(i + 1) == u'\n';
        return lines.at(i) == u' ' && (isAtAnEnd || lines.at(i - 1) == u' ');
    };
    QString marked;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QChar c = lines.at(i);
        if (c == u'\n')
            marked += u'↵';
        else if (c == u'\t')
            marked += u'→';
        else if (isUnusualSpace(c) || isHyphenLike(c))
            marked += markFor(c.unicode());
        else
            marked += isMarked(i) ? QChar(u'␣') : c;
    }
    return marked;
}

bool isBlank(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
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
