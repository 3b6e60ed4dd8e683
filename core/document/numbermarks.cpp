#include "core/document/numbermarks.h"

#include "core/base/codepoint.h"

#include <QLocale>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

bool isMinus(char32_t c)
{
    return c == '-' || c == 0x2212 || c == 0xFE63 || c == 0xFF0D;
}

bool isSpace(char32_t c)
{
    return c == ' ' || c == 0x00A0 || c == 0x202F || c == 0x2009;
}

bool isApostrophe(char32_t c)
{
    return c == '\'' || c == 0x2019;
}

// Whatever kind of space or apostrophe the keyboard has.
bool isSameSign(char32_t typed, const QString &sign)
{
    const QList<uint> units = sign.toUcs4();
    const auto found = std::find_if_not(units.begin(), units.end(), isDirectionMark);
    if (found == units.end())
        return false;
    const char32_t wanted = *found;
    return typed == wanted || (isSpace(typed) && isSpace(wanted)) || (isApostrophe(typed) && isApostrophe(wanted));
}

// QLocale has a narrow space for French Switzerland, where apostrophes are in use as well.
bool groupsWithApostrophes(const QLocale &locale)
{
    return locale.territory() == QLocale::Switzerland || locale.territory() == QLocale::Liechtenstein;
}

} // namespace

QString plainDigits(const QString &typed, const QLocale &locale)
{
    QString text = typed.trimmed();
    const QString exponential = locale.exponential();
    if (exponential.size() > 1)
        text.replace(exponential, "e"_L1, Qt::CaseInsensitive);
    std::optional<char32_t> zero;
    QString out;
    const QList<uint> units = text.toUcs4();
    for (const char32_t c : units) {
        const int digit = QChar::digitValue(c);
        if (digit >= 0 && QChar::category(c) == QChar::Number_DecimalDigit) {
            const char32_t itsZero = c - static_cast<char32_t>(digit);
            if (zero.value_or(itsZero) != itsZero)
                return {};
            zero = itsZero;
            out += QChar(u'0' + digit);
        } else if (isMinus(c)) {
            out += u'-';
        } else if (c == 'E') {
            out += u'e';
        } else if (!isDirectionMark(c)) {
            out += QString::fromUcs4(&c, 1);
        }
    }
    return out;
}

QString withMarks(const QString &plain, const QLocale &locale)
{
    QString out;
    const QList<uint> units = plain.toUcs4();
    for (const char32_t c : units) {
        if (isSameSign(c, locale.decimalPoint()))
            out += decimalMark;
        else if (isSameSign(c, locale.groupSeparator()) || (isApostrophe(c) && groupsWithApostrophes(locale)))
            out += groupMark;
        else if (c == 'D' || c == 'G')
            return {}; // letters, which are not our placeholders
        else
            out += QString::fromUcs4(&c, 1);
    }
    return out;
}

} // namespace lanyard
