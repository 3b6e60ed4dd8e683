#include "core/base/typedtext.h"

#include "core/base/codepoint.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// U+FDD0 and U+FDD1 are Qt's internal markers within a document.
bool isDroppedFromTyped(QStringView text, qsizetype i, char32_t code)
{
    if (code == 0xFDD0 || code == 0xFDD1 || code == 0xFFFC || code == 0xFFFE || code == 0xFFFF)
        return true;
    return isInvisible(code, true) && !isDirectionMark(code) && !isNeededAt(text, i, code);
}

// Some programs use VT and NEL to break a line within a paragraph.
bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r' || c == u'\v' || c == u'\f' || c == QChar(0x85) || c == QChar::LineSeparator ||
           c == QChar::ParagraphSeparator;
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

QString withoutEnds(QString text)
{
    while (!text.isEmpty() && isNothingAtAnEnd(text.front()))
        text.remove(0, 1);
    while (!text.isEmpty() && isNothingAtAnEnd(text.back()))
        text.chop(1);
    return text;
}

qsizetype tabsAtEnd(const QString &text)
{
    const auto isOther = [](QChar c) { return c != u'\t'; };
    return std::distance(text.rbegin(), std::find_if(text.rbegin(), text.rend(), isOther));
}

// As cells of a table are pasted; @p tabs: how many are left at the end.
QString withoutCellEnds(QString line, qsizetype tabs)
{
    while (line.startsWith(u'\n'))
        line.remove(0, 1);
    while (line.endsWith(u'\n') || tabsAtEnd(line) > tabs)
        line.chop(1);
    return line;
}

} // namespace

ChangedPart changedPart(QStringView text, QStringView before)
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

QString keptText(const QString &text, const QString &before)
{
    const auto [from, to] = changedPart(text, before);
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
    QString line = withoutCellEnds(keptText(text, before), 0);
    return line.replace(u'\n', u' ').replace(u'\t', u' ');
}

QString keptSecret(const QString &text, const QString &before)
{
    return withoutCellEnds(keptText(text, before), tabsAtEnd(before));
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

QString withLineEndsOf(const QString &before, QString text)
{
    return before.contains("\r\n"_L1) ? text.replace(u"\n"_s, u"\r\n"_s) : text;
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

const QString &quotationMarks()
{
    static const QString marks = u"\"'`“”„‟«»‹›‘’‚‛「」『』《》〈〉"_s;
    return marks;
}

QString halfWidth(QString text)
{
    constexpr char16_t firstWide = 0xFF01;
    constexpr char16_t lastWide = 0xFF5E;
    for (QChar &c : text) {
        if (c.category() == QChar::Separator_Space)
            c = u' ';
        else if (c.unicode() >= firstWide && c.unicode() <= lastWide)
            c = QChar(static_cast<char16_t>(c.unicode() - firstWide + u'!'));
    }
    return text;
}

QString unwrapped(const QString &text)
{
    const auto isPair = [](QChar first, QChar last) {
        return (quotationMarks().contains(first) && quotationMarks().contains(last)) || (first == u'<' && last == u'>');
    };
    QStringView inner = withoutUnseenEnds(text);
    while (inner.size() > 2 && isPair(inner.front(), inner.back()))
        inner = withoutUnseenEnds(inner.sliced(1).chopped(1));
    return inner.toString();
}

} // namespace lanyard
