#include "core/base/text.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

bool isInvisible(char16_t unit, bool multiLine)
{
    if (unit < 0x20)
        return !(multiLine && (unit == u'\n' || unit == u'\r' || unit == u'\t'));
    return (unit >= 0x7F && unit <= 0x9F) || unit == 0x00AD || unit == 0x061C || (unit >= 0x200B && unit <= 0x200F) ||
           (unit >= 0x2028 && unit <= 0x202E) || (unit >= 0x2060 && unit <= 0x206F) || unit == 0xFEFF;
}

// U+FDD0 and U+FDD1 are Qt's own marks within a document.
bool isDroppedFromTyped(char16_t unit)
{
    return (unit < 0x20 && unit != u'\n' && unit != u'\t') || unit == 0xFDD0 || unit == 0xFDD1;
}

// Zero-width joiners belong to correctly written emoji and to several scripts: they stay between visible characters.
bool isJoiner(char16_t unit)
{
    return unit == 0x200C || unit == 0x200D;
}

} // namespace

QString visibleText(const QString &text, bool multiLine, qsizetype limit)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (limit >= 0 && i >= limit) {
            if (!out.isEmpty() && out.back().isHighSurrogate())
                out.chop(1); // half a character
            out += u'…';
            break;
        }
        const char16_t unit = text.at(i).unicode();
        if (isInvisible(unit, multiLine) && !(isJoiner(unit) && i > 0 && i + 1 < text.size()))
            out += u"‹U+%1›"_s.arg(u"%1"_s.arg(unit, 4, 16, QChar(u'0')).toUpper());
        else
            out += QChar(unit);
    }
    return out;
}

QString typedText(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n')
            continue; // the \n follows
        if (c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            out += u'\n';
        else if (!isDroppedFromTyped(c.unicode()))
            out += c;
    }
    return out;
}

QString typedLine(const QString &text)
{
    QString line = typedText(text);
    while (line.startsWith(u'\n'))
        line.remove(0, 1);
    while (line.endsWith(u'\n'))
        line.chop(1);
    return line.replace(u'\n', u' ');
}

QString toolTipText(const QString &text)
{
    constexpr qsizetype lineLength = 80;
    const QString plain = text.trimmed();
    // Then Qt takes it for HTML: by a tag in the first line, or by one that somebody has escaped there.
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

} // namespace lanyard
