#include "core/document/groupednumber.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lanyard {

std::optional<NumberText> readGrouped(const QString &plain)
{
    static const QRegularExpression pattern(u"\\A(?<sign>[+-]?)(?<whole>[1-9]\\d{0,2}(?<group>[.,])\\d{3}(?:\\k<group>"
                                            "\\d{3})*)(?:(?!\\k<group>)[.,](?<fraction>\\d+))?"
                                            "(?:e(?<exponent>[+-]?\\d+))?\\z"_s);
    const QRegularExpressionMatch match = pattern.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    const QString group = match.captured(u"group"_s);
    const QString fraction = match.captured(u"fraction"_s);
    const QString whole = match.captured(u"whole"_s);
    const bool hasOneSeparator = whole.count(group) == 1 && fraction.isEmpty();
    if (hasOneSeparator)
        return std::nullopt;
    return NumberText{match.capturedView(u"sign"_s) == "-"_L1, QString(whole).remove(group), fraction,
                      match.captured(u"exponent"_s)};
}

} // namespace lanyard
