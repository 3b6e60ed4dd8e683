#include "core/base/lookalikes.h"

#include <algorithm>

namespace lanyard {

namespace {

constexpr QStringView Cyrillic = u"АВЕЅІЈКМНОРСТУХҮҺԚԜаеѕіјорсухүһӏԁԛԝѵ";
constexpr QStringView CyrillicLooks = u"ABESIJKMHOPCTYXYhQWaesijopcyxyhldqwv";
constexpr QStringView Greek = u"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορυ";
constexpr QStringView GreekLooks = u"ABEZHIKMNOPTYXvopu";
static_assert(Cyrillic.size() == CyrillicLooks.size() && Greek.size() == GreekLooks.size());

// Those that a usual font draws like a letter of the other alphabet.
bool isLookalike(QChar letter)
{
    switch (letter.script()) {
    case QChar::Script_Latin:
        return QStringView(u"ABCEHIJKMNOPSTXYZaceijopsuvxy").contains(letter);
    case QChar::Script_Cyrillic:
        return Cyrillic.contains(letter);
    case QChar::Script_Greek:
        return Greek.contains(letter);
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

// The Latin one of a Cyrillic or Greek letter, the Cyrillic one of a Latin letter.
QChar counterpart(QChar letter)
{
    if (const qsizetype at = Cyrillic.indexOf(letter); at >= 0)
        return CyrillicLooks.at(at);
    if (const qsizetype at = Greek.indexOf(letter); at >= 0)
        return GreekLooks.at(at);
    const qsizetype at = CyrillicLooks.indexOf(letter);
    return at < 0 ? letter : Cyrillic.at(at);
}

bool endsWord(QChar c)
{
    return !c.isLetterOrNumber() && !c.isMark() && !c.isSurrogate() && c != u'_';
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
        else if (endsWord(c))
            endWord();
    }
    endWord();
    return found;
}

QString withoutLookalikes(const QString &text)
{
    constexpr char16_t firstGreek = 0x370;
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < firstGreek; }))
        return text;
    QString plain = text;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype to = from;
        while (to < text.size() && !endsWord(text.at(to)))
            ++to;
        const QString strangers = lookalikesIn(QStringView(text).sliced(from, to - from));
        for (qsizetype i = from; i < to && !strangers.isEmpty(); ++i) {
            if (strangers.contains(text.at(i)))
                plain[i] = counterpart(text.at(i));
        }
        from = to + 1;
    }
    return plain;
}

} // namespace lanyard
