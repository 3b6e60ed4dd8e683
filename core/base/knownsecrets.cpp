#include "core/base/knownsecrets.h"

#include "core/base/base64runs.h"
#include "core/base/comparedtext.h"

#include <QtMath>

#include <algorithm>

namespace lanyard {

namespace {

// What is shorter may be an ordinary word: it is looked for as it is written.
constexpr qsizetype ShortestVaried = 12;
// So much is looked at of what follows a text of which only the beginning is asked for.
constexpr qsizetype LongestLookedAt = 4096;

// Of the first four letters, in a few instructions: most places of a text are no beginning of any secret. Below
// @p count, a power of two.
qsizetype hashOfFirst(quint64 letters, qsizetype count)
{
    constexpr quint64 goldenRatio = 0x9E3779B97F4A7C15;
    return static_cast<qsizetype>(letters * goldenRatio >> 32) & (count - 1);
}

quint64 firstLetters(QStringView text)
{
    quint64 letters = 0;
    for (const QChar c : text.first(4))
        letters = letters << 16 | c.unicode();
    return letters;
}

size_t hashOf(QStringView text)
{
    return qHash(text);
}

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

bool isOfKey(QChar c)
{
    return c.isLetterOrNumber() || QStringView(u"_-+/=").contains(c);
}

} // namespace

KnownSecrets::KnownSecrets(const QList<Secret> &secrets)
    : m_firsts(static_cast<qsizetype>(qNextPowerOfTwo(static_cast<quint64>(16 * (secrets.size() + 64)))))
{
    m_beginnings.reserve(secrets.size());
    m_whole.reserve(secrets.size());
    m_parts.reserve(secrets.size());
    for (const Secret &secret : secrets) {
        if (secret.size() < ShortestReplaced)
            continue;
        QString word = secret.exposeText();
        add(word);
        wipe(word);
    }
    for (QList<Length> &lengths : m_beginnings) {
        std::sort(lengths.begin(), lengths.end(),
                  [](const Length &a, const Length &b) { return a.size > b.size; }); // one may begin with another
    }
}

void KnownSecrets::add(const QString &word)
{
    ComparedText compared(word);
    const QStringView form = compared.form();
    const qsizetype size = form.size();
    if (size < ShortestReplaced)
        return;
    m_firsts.setBit(hashOfFirst(firstLetters(form), m_firsts.size()));
    m_longest = qMax(m_longest, size);
    m_whole.insert(hashOf(form));
    add(form, {Part::Whole, size, size});
    if (size < ShortestVaried)
        m_written.insert(hashOf(word));
    // In characters of the form, of which a usual secret has as many as it is written with.
    const qsizetype unlike = unlikeAWord(word);
    const qsizetype half = qMax(unlike, qBound(ShortestVaried, (size + 1) / 2, LongestLookedAt / 2));
    if (half < size)
        add(form, {Part::Half, half, size});
    const qsizetype beginning = qMax(unlike, ShortestReplaced);
    if (beginning < size)
        add(form, {Part::Beginning, beginning, size});
}

void KnownSecrets::add(QStringView form, Length length)
{
    if (length.part != Part::Whole && length.size > ShortestReplaced)
        m_parts.insert(hashOf(form.first(length.size)));
    QList<Length> &lengths = m_beginnings[hashOf(form.first(ShortestReplaced))];
    if (lengths.isEmpty())
        lengths.reserve(3); // what add() adds for one secret
    const auto same = std::find_if(lengths.begin(), lengths.end(), [&length](const Length &other) {
        return other.part == length.part && other.size == length.size;
    });
    if (same == lengths.end())
        lengths.append(length);
    else
        same->whole = qMax(same->whole, length.whole);
}

// Of the secret with which @p form begins; null if there is none.
const KnownSecrets::Length *KnownSecrets::lengthAt(QStringView form, Search search) const
{
    const auto lengths = m_beginnings.constFind(hashOf(form.first(ShortestReplaced)));
    if (lengths == m_beginnings.constEnd())
        return nullptr;
    const auto isOne = [&](const Length &length) {
        if ((length.part == Part::Beginning && search != Search::Begun) || length.size > form.size())
            return false;
        if (length.size == ShortestReplaced && length.part != Part::Whole)
            return true;
        return (length.part == Part::Whole ? m_whole : m_parts).contains(hashOf(form.first(length.size)));
    };
    const auto found = std::find_if(lengths->begin(), lengths->end(), isOne);
    return found == lengths->end() ? nullptr : &*found;
}

// Where @p length at @p at in the form stands; none if that is no secret after all.
KnownSecrets::Place KnownSecrets::placeOf(ComparedText &text, qsizetype at, const Length &length) const
{
    const auto [begin, size] = text.inText(at, length.size);
    const QStringView whole = text.text();
    switch (length.part) {
    case Part::Whole:
        if (length.size < ShortestVaried && !m_written.contains(hashOf(whole.sliced(begin, size))))
            return {};
        return {begin, size};
    case Part::Half: {
        qsizetype end = begin + size;
        const qsizetype last = qMin(whole.size(), end + length.whole - length.size);
        while (end < last && isOfKey(whole.at(end)))
            ++end;
        return {begin, end - begin};
    }
    case Part::Beginning:
        return begin > 0 && whole.at(begin - 1).isLetterOrNumber() ? Place() : Place{begin, size};
    }
    return {};
}

void KnownSecrets::search(ComparedText &text, Search search, QList<Place> &found) const
{
    const QStringView form = text.form();
    if (form.size() < ShortestReplaced)
        return;
    const char16_t *letters = form.utf16();
    quint64 first = firstLetters(form) >> 16;
    for (qsizetype at = 0; at + ShortestReplaced <= form.size(); ++at) {
        first = first << 16 | letters[at + 3];
        if (!m_firsts.testBit(hashOfFirst(first, m_firsts.size())))
            continue;
        const Length *length = lengthAt(form.sliced(at), search);
        const Place place = length ? placeOf(text, at, *length) : Place();
        if (place.at < 0)
            continue;
        found << place;
        if (search != Search::All)
            return;
        at += length->size - 1;
        if (at + 1 + ShortestReplaced <= form.size())
            first = firstLetters(form.sliced(at + 1)) >> 16;
    }
}

QList<KnownSecrets::Place> KnownSecrets::places(QStringView text, Search search) const
{
    QList<Place> found;
    if (m_whole.isEmpty())
        return found;
    const auto isDone = [&] { return search != Search::All && !found.isEmpty(); };
    ComparedText plain(text);
    this->search(plain, search, found);
    if (!isDone() && ComparedText::hasEscapes(text)) {
        ComparedText decoded(text, ComparedText::Escapes::Decoded);
        this->search(decoded, search, found);
    }
    if (isDone() || search == Search::Begun)
        return found;
    forEachBase64Run(text, [&](const Base64Run &run) {
        ComparedText decoded(run.decoded);
        QList<Place> inIt;
        this->search(decoded, search, inIt);
        for (const Place &place : inIt) {
            const auto [at, length] = run.inText(place.at, place.length);
            found << Place{at, length};
        }
        return !isDone();
    });
    std::sort(found.begin(), found.end(), [](const Place &a, const Place &b) { return a.at < b.at; });
    return found;
}

bool KnownSecrets::isIn(const QString &text) const
{
    return !places(text, Search::One).isEmpty();
}

bool KnownSecrets::isBegunIn(const QString &text) const
{
    return !places(text, Search::Begun).isEmpty();
}

QString KnownSecrets::redacted(const QString &text, qsizetype size) const
{
    const qsizetype end = qMin(size, text.size());
    constexpr qsizetype longestEscape = 10;
    const qsizetype room = longestEscape * qMin(m_longest, LongestLookedAt);
    QString clean;
    qsizetype kept = 0; // from here on the text is not in the result yet
    for (const Place &place : places(QStringView(text).first(qMin(end + room, text.size())), Search::All)) {
        if (place.at >= end)
            break;
        if (place.at >= kept) {
            clean += QStringView(text).sliced(kept, place.at - kept);
            clean += SecretMask;
        }
        kept = qMax(kept, place.at + place.length);
    }
    if (kept == 0)
        return text.left(end);
    return kept < end ? clean.append(QStringView(text).sliced(kept, end - kept)) : clean;
}

} // namespace lanyard
