#include "core/document/nameletters.h"

#include "core/base/lookalikes.h"

#include <algorithm>

namespace lanyard {

namespace {

constexpr qsizetype LongestReadName = 1000;

// Full-width letters, marks written as characters of their own, letters of another alphabet that look like those beside
// them.
QString oneForm(const QString &name)
{
    return withoutLookalikes(name.normalized(QString::NormalizationForm_KC));
}

// Without case and, if it is a Latin letter, without its accent, which is often left out. In other scripts a mark makes
// another letter.
QChar plainLetter(QChar c)
{
    if (c.unicode() < 0x80)
        return c.toLower();
    const QString parts = c.decomposition();
    return (!parts.isEmpty() && parts.at(0).unicode() < 0x80 ? parts.at(0) : c).toCaseFolded();
}

bool beginsWord(const QString &name, qsizetype i)
{
    if (i == 0 || !name.at(i).isUpper())
        return i == 0;
    const bool endsAbbreviation = name.at(i - 1).isUpper() && i + 1 < name.size() && name.at(i + 1).isLower();
    return !name.at(i - 1).isUpper() || endsAbbreviation;
}

} // namespace

NameLetters::NameLetters(const QString &text)
{
    const QString name = oneForm(text.left(LongestReadName));
    bool isNew = true;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (!name.at(i).isLetter()) {
            isNew = true;
            continue;
        }
        if (isNew || beginsWord(name, i))
            starts << all.size();
        isNew = false;
        all += plainLetter(name.at(i));
    }
}

QStringView NameLetters::word(qsizetype n) const
{
    return n < 0 || n >= starts.size() ? QStringView() : QStringView(all).sliced(starts.at(n), endOf(n) - starts.at(n));
}

qsizetype NameLetters::endOf(qsizetype n) const
{
    return n + 1 < starts.size() ? starts.at(n + 1) : all.size();
}

qsizetype NameLetters::wordAt(qsizetype i) const
{
    return std::upper_bound(starts.begin(), starts.end(), i) - starts.begin() - 1;
}

} // namespace lanyard
