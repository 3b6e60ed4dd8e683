#include "core/base/searchtext.h"

#include "core/base/accents.h"
#include "core/base/codepoint.h"
#include "core/base/typedtext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// White space stays, of whatever kind.
QString withoutUnseen(const QString &text)
{
    QString out;
    qsizetype kept = 0; // up to here
    for (qsizetype i = 0; i < text.size();) {
        const Point point = pointAt(text, i);
        if (!QChar::isSpace(point.code) && isInvisible(point.code, true)) {
            out += QStringView(text).mid(kept, i - kept);
            kept = i + point.units;
        }
        i += point.units;
    }
    return kept == 0 ? text : out.append(QStringView(text).mid(kept));
}

// Full-width letters, ligatures and letters with their marks apart are the usual ones.
QString inUsualLetters(const QString &text)
{
    return withoutUnseen(text).normalized(QString::NormalizationForm_KC);
}

// Composed: a word of Korean must not be found in the middle of a syllable.
QString folded(const QString &text)
{
    return withoutAccents(inUsualLetters(text)).normalized(QString::NormalizationForm_C);
}

// Those of visibleText().
QString withoutMarks(QString text)
{
    static const QRegularExpression mark(u"‹U\\+[0-9A-F]{4,6}›"_s);
    return text.remove(mark);
}

// Nothing invisible but what keeps the parts of a text apart.
bool isPlainAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return (c.unicode() >= u' ' && c.unicode() < 0x7F) || c == QChar::LineFeed; });
}

} // namespace

QString searchedText(const QString &typed)
{
    return unwrapped(inUsualLetters(typed)).simplified();
}

QStringList searchWords(const QString &typed)
{
    return folded(searchedText(typed)).split(QChar::Space, Qt::SkipEmptyParts);
}

QString searchForm(const QString &text)
{
    if (isPlainAscii(text))
        return text.toLower();
    QString form = folded(text);
    if (text.contains(u"‹U+"_s))
        form += u'\n' + folded(withoutMarks(text));
    return form;
}

} // namespace lanyard
