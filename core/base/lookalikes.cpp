#include "core/base/lookalikes.h"

#include <algorithm>

namespace lanyard {

namespace {

// Those that a usual font draws like a letter of the other alphabet.
bool isLookalike(QChar letter)
{
    switch (letter.script()) {
    case QChar::Script_Latin:
        return QStringView(u"ABCEHIJKMNOPSTXYZaceijopsuvxy").contains(letter);
    case QChar::Script_Cyrillic:
        return QStringView(u"АВЕЅІЈКМНОРСТУХҮҺԚԜаеѕіјорсухүһӏԁԛԝѵ").contains(letter);
    case QChar::Script_Greek:
        return QStringView(u"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορυ").contains(letter);
    default:
        return false;
    }
}

bool areAllLookalikes(const QString &letters)
{
    return !letters.isEmpty() && std::all_of(letters.begin(), letters.end(), isLookalike);
}

// Of one word. Where both could be meant, as in "сom", the Latin ones are what programs expect.
QString strangersOf(const QString &latin, const QString &other)
{
    if (latin.isEmpty() || other.isEmpty())
        return {};
    if (areAllLookalikes(other))
        return other;
    return areAllLookalikes(latin) && latin.size() < other.size() ? latin : QString();
}

} // namespace

QString lookalikesIn(QStringView text)
{
    QString found;
    QString latin;
    QString cyrillic;
    QString greek;
    const auto endWord = [&] {
        for (const QString *other : {&cyrillic, &greek}) {
            for (const QString letters = strangersOf(latin, *other); const QChar letter : letters) {
                if (!found.contains(letter))
                    found += letter;
            }
        }
        latin.clear();
        cyrillic.clear();
        greek.clear();
    };
    for (const QChar c : text) {
        if (c.isLetter() && c.script() == QChar::Script_Latin)
            latin += c;
        else if (c.isLetter() && c.script() == QChar::Script_Cyrillic)
            cyrillic += c;
        else if (c.isLetter() && c.script() == QChar::Script_Greek)
            greek += c;
        else if (!c.isLetterOrNumber() && !c.isMark() && !c.isSurrogate() && c != u'_')
            endWord();
    }
    endWord();
    return found;
}

} // namespace lanyard
