// Where known secrets stand in a text.
#include "core/base/codedruns.h"
#include "core/base/comparedtext.h"
#include "core/base/escapes.h"
#include "core/base/secrethashes.h"
#include "core/base/secretset.h"
#include "core/base/unwrappedtext.h"

#include <algorithm>
#include <limits>

namespace lanyard {

namespace {

constexpr RunSizes RunsInAnswers{6, std::numeric_limits<qsizetype>::max()}; // four characters in base64

// Also a dot between two parts of a token, but not one behind a sentence.
bool isOfKey(QStringView text, qsizetype at)
{
    const auto isOne = [](QChar c) { return c.isLetterOrNumber() || QStringView(u"_-+/=").contains(c); };
    return isOne(text.at(at)) || (text.at(at) == u'.' && at + 1 < text.size() && isOne(text.at(at + 1)));
}

// With those letters around it that may be of the same secret.
SecretRuns::Run widened(const SecretRuns::Run &run, QStringView form, qsizetype from)
{
    qsizetype begin = run.at;
    qsizetype end = run.at + run.length;
    while (begin > from && run.at - begin < run.rest && isOfKey(form, begin - 1))
        --begin;
    const qsizetype last = qMin(form.size(), end + run.rest);
    while (end < last && isOfKey(form, end))
        ++end;
    return {begin, end - begin};
}

} // namespace

// Of the secret that begins at @p at; null if there is none.
const SecretSet::Length *SecretSet::lengthAt(StretchHashes &hashes, qsizetype at, Search search) const
{
    const QStringView form = hashes.text().sliced(at);
    if (form.size() < shortest())
        return nullptr;
    const size_t hash = hashOf(form.first(shortest()));
    if (!m_mayBegin.testBit(bitOf(hash, m_mayBegin.size())))
        return nullptr;
    const auto lengths = m_beginnings.constFind(hash);
    if (lengths == m_beginnings.constEnd())
        return nullptr;
    const auto isOne = [&](const Length &length) {
        const bool isOther = length.part == Part::Beginning && search != Search::Begun && m_in == In::Documents;
        if (isOther || length.size > form.size())
            return false;
        if (length.size == shortest() && length.part != Part::Whole)
            return true;
        return (length.part == Part::Whole ? m_whole : m_parts)
            .contains(hashEntry(hashes.sum(at, length.size, length.power)));
    };
    const auto found = std::find_if(lengths->begin(), lengths->end(), isOne);
    return found == lengths->end() ? nullptr : &*found;
}

// The secret as it is, or in a way that cannot be an ordinary word.
bool SecretSet::isMeant(const ComparedText &text, qsizetype at, qsizetype size, QStringView written) const
{
    if (size >= ShortestVaried || m_written.contains(hashOf(written)))
        return true;
    const auto isEscape = [](QChar c) { return beginsEscape(c.unicode()) || c == u'+'; };
    return m_varied.contains(hashOf(text.form().sliced(at, size))) ||
           (text.escapes() != ComparedText::Escapes::Literal && std::any_of(written.begin(), written.end(), isEscape));
}

// Where @p length at @p at in the form stands; none if that is no secret after all.
SecretSet::Place SecretSet::placeOf(ComparedText &text, qsizetype at, const Length &length) const
{
    const auto [begin, size] = text.inText(at, length.size);
    const QStringView whole = text.text();
    if (length.part == Part::Whole)
        return isMeant(text, at, length.size, whole.sliced(begin, size)) ? Place{begin, size} : Place();
    if (length.part == Part::Beginning && begin > 0 && whole.at(begin - 1).isLetterOrNumber())
        return {};
    qsizetype end = begin + size;
    const qsizetype last = qMin(whole.size(), end + length.whole - length.size);
    while (end < last && isOfKey(whole, end))
        ++end;
    return {begin, end - begin};
}

void SecretSet::search(ComparedText &text, Search search, QList<Place> &found) const
{
    const QStringView form = text.form();
    if (form.size() < shortest())
        return;
    const char16_t *letters = form.utf16();
    SecretRuns::Search runs(form);
    quint64 first = firstLetters(form) >> 16;
    qsizetype begin = 0; // behind what was found
    for (qsizetype at = 0; at + ShortestInAnswers <= form.size(); ++at) {
        first = first << 16 | letters[at + 3];
        if (!m_firsts.testBit(hashOfFirst(first, m_firsts.size())))
            continue;
        const Length *length = lengthAt(runs.hashes, at, search);
        Place place = length ? placeOf(text, at, *length) : Place();
        qsizetype end = length ? at + length->size : at;
        if (place.at < 0) {
            SecretRuns::Run run = m_runs.runAt(runs, at, begin);
            if (run.length == 0)
                continue;
            run = widened(run, form, begin);
            const auto [runBegin, runLength] = text.inText(run.at, run.length);
            place = {runBegin, runLength};
            end = run.at + run.length;
        }
        found << place;
        if (search != Search::All)
            return;
        begin = end;
        text.moveOn(end);
        at = end - 1;
        if (at + 1 + ShortestInAnswers <= form.size())
            first = firstLetters(form.sliced(at + 1)) >> 16;
    }
}

// In base64 and hexadecimal numbers.
void SecretSet::searchCodes(QStringView text, Search search, QList<Place> &found) const
{
    const RunSizes sizes = m_in == In::Answers ? RunsInAnswers : RunSizes();
    forEachCodedRun(text, sizes, [&](const CodedRun &run) {
        ComparedText decoded(run.decoded);
        QList<Place> inIt;
        this->search(decoded, search, inIt);
        for (const Place &place : inIt) {
            const auto [at, length] = run.inText(place.at, place.length);
            found << Place{at, length};
        }
        return search == Search::All || found.isEmpty();
    });
}

QList<SecretSet::Place> SecretSet::places(QStringView text, Search search) const
{
    QList<Place> found;
    if (m_whole.isEmpty() || text.size() < shortest())
        return found;
    const auto isDone = [&] { return search != Search::All && !found.isEmpty(); };
    const auto searchAs = [&](ComparedText::Escapes escapes) {
        ComparedText compared(text, escapes);
        this->search(compared, search, found);
    };
    searchAs(ComparedText::Escapes::Literal);
    if (!isDone() && ComparedText::hasEscapes(text))
        searchAs(ComparedText::Escapes::Decoded);
    if (!isDone() && m_hasSpaces && text.contains(u'+'))
        searchAs(ComparedText::Escapes::DecodedForm);
    if (isDone() || search == Search::Begun)
        return found;
    searchCodes(text, search, found);
    if (const UnwrappedText unwrapped(text); !isDone() && unwrapped.isWrapped()) {
        QList<Place> inIt;
        searchCodes(unwrapped.text(), search, inIt);
        for (const Place &place : inIt) {
            const auto [at, length] = unwrapped.inText(place.at, place.length);
            found << Place{at, length};
        }
    }
    std::sort(found.begin(), found.end(), [](const Place &a, const Place &b) { return a.at < b.at; });
    return found;
}

} // namespace lanyard
