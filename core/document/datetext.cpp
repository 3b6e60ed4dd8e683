#include "core/document/datetext.h"

#include "core/base/accents.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// A superscript or circled digit is not part of a number.
QString compatibleForm(const QString &text)
{
    QString compatible;
    const QList<uint> composed = withoutAccents(text).normalized(QString::NormalizationForm_C).toUcs4();
    for (const uint point : composed) {
        const QString one = QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1);
        compatible +=
            QChar::category(point) == QChar::Number_Other ? one : one.normalized(QString::NormalizationForm_KC);
    }
    return compatible;
}

bool isWordEdge(QStringView text, qsizetype position)
{
    if (position <= 0 || position >= text.size())
        return true;
    const QChar before = text.at(position - 1);
    const QChar after = text.at(position);
    return !(isWordPart(before) && isWordPart(after)) && !(before.isDigit() && after.isDigit());
}

} // namespace

bool isWordPart(QChar c)
{
    return c.isLetter() || c.isMark() || c.isSurrogate();
}

bool hasWords(QStringView text)
{
    return std::any_of(text.begin(), text.end(), isWordPart);
}

QString plainDateText(const QString &text)
{
    static const QList<uint> separators = u".,/-‐‑‒–—−·،؍、()'’ʼ׳״־\"°\u2027"_s.toUcs4();
    QString plain;
    // Most of what is read, and read for each key that is pressed, has one form only.
    const bool isAscii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    const QString compatible = isAscii ? text : compatibleForm(text);
    const QList<uint> points = compatible.toCaseFolded().toUcs4();
    for (const uint point : points) {
        const int digit = QChar::digitValue(point);
        if (digit >= 0 && QChar::category(point) == QChar::Number_DecimalDigit)
            plain += QChar(u'0' + digit);
        else if (QChar::category(point) == QChar::Other_Format)
            continue;
        else if (QChar::isSpace(point) || separators.contains(point))
            plain += u' ';
        else
            plain += QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1);
    }
    return plain.simplified();
}

qsizetype findWord(QStringView word, QStringView text)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (isWordEdge(text, at) && isWordEdge(text, at + word.size()))
            return at;
    }
    return -1;
}

} // namespace lanyard
