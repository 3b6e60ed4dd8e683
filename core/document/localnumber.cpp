// How a number of the service is written where the user lives.
#include "core/document/formatlocale.h"
#include "core/document/numbertext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lanyard {

QString NumberText::textIn(const QLocale &of) const
{
    const QLocale locale = localeOfNumbers(of);
    const QList<uint> zero = locale.zeroDigit().toUcs4();
    QString minus = locale.negativeSign();
    minus.removeIf([](QChar c) { return c.category() == QChar::Other_Format; }); // marks of direction
    QString out;
    const QString plain = text();
    for (const QChar c : plain) {
        if (c == u'.') {
            out += locale.decimalPoint();
        } else if (c == u'-') {
            out += minus;
        } else if (c.isDigit() && zero.size() == 1) {
            const char32_t digit = zero.first() + static_cast<uint>(c.digitValue());
            out += QString::fromUcs4(&digit, 1);
        } else {
            out += c;
        }
    }
    return out;
}

QString localNumber(const QString &text, const QLocale &of)
{
    static const QRegularExpression pattern(u"\\A(-?)([0-9]+)(?:\\.([0-9]+))?\\z"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    return match.hasMatch() ? NumberText{match.hasCaptured(1) && !match.capturedView(1).isEmpty(),
                                         match.captured(2),
                                         match.captured(3),
                                         {}}
                                  .textIn(of)
                            : text;
}

} // namespace lanyard
