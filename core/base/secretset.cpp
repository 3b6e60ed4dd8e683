#include "core/base/secretset.h"

#include "core/base/codedruns.h"
#include "core/base/comparedtext.h"
#include "core/base/secrethashes.h"

#include <QtMath>

#include <algorithm>

namespace lanyard {

namespace {

// Until here, each beginning of a secret is looked for in an answer; a longer one is found by what follows it.
constexpr qsizetype LongestBeginning = 32;
// What looks like a word for longer is none, but no word of a text begins like that either.
constexpr qsizetype LongestWord = 64;
// So many sizes of secrets that begin with the same letters are looked for: a text is compared with each.
constexpr int MostOfABeginning = 16;

// From how many characters of @p word on its beginning looks like no word, but like a part of a secret: a digit is in
// it, or a capital behind a small letter.
qsizetype unlikeAWord(QStringView word)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (word.at(i).isDigit() || (i > 0 && word.at(i).isUpper() && word.at(i - 1).isLower()))
            return i + 1;
    }
    return word.size() + 1;
}

// For each character of the form the one that was written for it.
QString asWritten(ComparedText &compared)
{
    const QStringView form = compared.form();
    QString written = compared.text().first(form.size()).toString();
    for (qsizetype i = 0; i < form.size() && form.size() < compared.text().size(); ++i)
        written[i] = compared.text().at(compared.inText(i, 1).at);
    return written;
}

} // namespace

bool mayBeWords(const QString &text)
{
    return unlikeAWord(text) > text.size() && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.isLetter() || c.isMark() || c.isSpace() || QStringView(u"-'.").contains(c);
           });
}

SecretSet::SecretSet(const QList<Secret> &secrets, In in)
    : m_in(in), m_firsts(static_cast<qsizetype>(qNextPowerOfTwo(static_cast<quint64>(64 * (secrets.size() + 64))))),
      m_runs(secrets.size(), in == In::Answers ? ShortestReplaced : ShortestVaried)
{
    m_mayBegin.resize(m_firsts.size());
    m_beginnings.reserve(secrets.size());
    m_whole.reserve(secrets.size());
    m_parts.reserve(secrets.size());
    for (const Secret &secret : secrets) {
        QString word = secret.exposeText();
        add(word);
        if (word.size() != secret.size()) { // not ASCII: as a code is read
            QString letters;
            for (const char byte : secret.expose())
                letters += letterOfByte(static_cast<quint8>(byte));
            add(letters);
            wipe(letters);
        }
        wipe(word);
    }
    for (QList<Length> &lengths : m_beginnings) {
        std::sort(lengths.begin(), lengths.end(),
                  [](const Length &a, const Length &b) { return a.size > b.size; }); // one may begin with another
    }
}

qsizetype SecretSet::shortest() const
{
    return m_in == In::Answers ? ShortestInAnswers : ShortestReplaced;
}

void SecretSet::add(const QString &word)
{
    ComparedText compared(word);
    const QStringView form = compared.form();
    const qsizetype size = form.size();
    if (size < shortest())
        return;
    m_hasSpaces = m_hasSpaces || word.contains(u' ');
    m_firsts.setBit(hashOfFirst(firstLetters(form), m_firsts.size()));
    m_longest = qMax(m_longest, size);
    m_whole.insert(hashEntry(StretchHashes(form).sum(0, size, 0)));
    add(form, {Part::Whole, size, size});
    if (size < ShortestVaried)
        m_written.insert(hashOf(word));
    if (size < ShortestVaried && m_in == In::Answers && !mayBeWords(word))
        m_varied.insert(hashOf(form));
    QString written = asWritten(compared);
    m_runs.add(form, written, m_firsts);
    qsizetype beginning = qMax(unlikeAWord(written), ShortestReplaced);
    wipe(written);
    do {
        if (beginning < size && beginning <= LongestWord)
            add(form, {Part::Beginning, beginning, size});
    } while (++beginning <= LongestBeginning && m_in == In::Answers);
}

void SecretSet::add(QStringView form, Length length)
{
    const size_t hash = hashOf(form.first(shortest()));
    m_mayBegin.setBit(bitOf(hash, m_mayBegin.size()));
    QList<Length> &lengths = m_beginnings[hash];
    if (lengths.isEmpty())
        lengths.reserve(2); // what add() adds for one secret
    const auto isSame = [&length](const Length &other) {
        return other.part == length.part && other.size == length.size;
    };
    auto same = std::find_if(lengths.begin(), lengths.end(), isSame);
    const auto isWhole = [](const Length &other) { return other.part == Part::Whole; };
    if (same == lengths.end() && length.part == Part::Whole && length.size >= ShortestVaried &&
        std::count_if(lengths.begin(), lengths.end(), isWhole) >= MostOfABeginning) {
        length.part = Part::Most;
        length.size = qMax(SecretRuns::usualSize(length.size), ShortestVaried);
        same = std::find_if(lengths.begin(), lengths.end(), isSame);
    }
    length.power = hashPower(length.size);
    if (length.part != Part::Whole && length.size > shortest())
        m_parts.insert(hashEntry(StretchHashes(form).sum(0, length.size, length.power)));
    if (same == lengths.end())
        lengths.append(length);
    else
        same->whole = qMax(same->whole, length.whole);
}

} // namespace lanyard
