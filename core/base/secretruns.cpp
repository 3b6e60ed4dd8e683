#include "core/base/secretruns.h"

#include "core/base/secrethashes.h"

#include <QtAlgorithms>
#include <QtMath>

#include <algorithm>

namespace lanyard {

namespace {

// Of a longer secret, so much is half of it, and parts of its first characters are found only.
constexpr qsizetype LongestHalf = 2048;
constexpr qsizetype LongestSearched = 4 * LongestHalf;

// Of four letters and of those behind them.
quint64 sumOfMark(QStringView letters)
{
    quint64 sum = firstLetters(letters);
    for (qsizetype i = 4; i < letters.size(); ++i)
        sum = (sum ^ sum >> 29) * 0x9E3779B97F4A7C15 + letters.utf16()[i];
    sum *= hashFactor();
    return sum ^ sum >> 32;
}

// Of a stretch of a text that moves on letter by letter.
class MovingHash
{
public:
    explicit MovingHash(quint64 sum, quint64 power) : m_sum(sum), m_factor(hashFactor()), m_power(power) {}
    void move(char16_t out, char16_t in) { m_sum = m_sum * m_factor + in - out * m_power; }
    [[nodiscard]] quint64 sum() const { return m_sum; }
    [[nodiscard]] quint64 entry() const { return hashEntry(m_sum); }

private:
    quint64 m_sum;
    quint64 m_factor;
    quint64 m_power;
};

// What a stretch of a secret has in it, as it moves on letter by letter: it looks like no word if there is a digit in
// it, or a capital behind a small letter. Behind the beginning it must not look like a part of a date either, such as
// "T00:00:00.000Z", which many have.
class MovingLook
{
public:
    explicit MovingLook(QStringView written, qsizetype size) : m_written(written), m_size(size) {}

    // True for the stretch that ends with the letter at @p last, if that looks so.
    [[nodiscard]] bool isUnlikeAWordTo(qsizetype last)
    {
        const QChar c = m_written.at(last);
        if (c.isDigit())
            m_lastDigit = last;
        else if (last > 0 && c.isUpper() && m_written.at(last - 1).isLower())
            m_lastCapital = last;
        m_letters += isOfWord(c) ? 1 : 0;
        const qsizetype first = last - m_size + 1;
        if (first > 0)
            m_letters -= isOfWord(m_written.at(first - 1)) ? 1 : 0;
        return first >= 0 && (m_lastDigit >= first || m_lastCapital > first) && (first == 0 || m_letters >= 2);
    }

private:
    static bool isOfWord(QChar c) { return c.isLetter() && c != u'T' && c != u'Z'; }

    QStringView m_written;
    qsizetype m_size;
    qsizetype m_lastDigit = -1;
    qsizetype m_lastCapital = -1;
    qsizetype m_letters = 0;
};

} // namespace

SecretRuns::SecretRuns(qsizetype count, qsizetype shortest)
    : m_shortest(shortest), m_lettersOfMark(qMin<qsizetype>(6, shortest / 2)),
      m_marks(static_cast<qsizetype>(qNextPowerOfTwo(static_cast<quint64>(32 * (count + 64)))))
{
    constexpr qsizetype usual = 27; // places for a secret of 36 letters, a quarter of them empty
    m_entries.assign(static_cast<std::size_t>(usual * (count + 1)), 0);
}

qsizetype SecretRuns::usualSize(qsizetype size)
{
    const int bits = qMax(0, 61 - static_cast<int>(qCountLeadingZeroBits(static_cast<quint64>(size))));
    return size >> bits << bits;
}

// Of the size of the stretches for that half.
std::size_t SecretRuns::numberOf(qsizetype half)
{
    constexpr qsizetype longestWithAll = 24;
    const qsizetype usual = qMax(usualSize(half), m_shortest);
    const qsizetype step = usual <= longestWithAll ? 1 : usual / 16;
    const qsizetype size = usual - step + 1; // one that is kept is in each stretch of the usual size
    const auto known =
        std::find_if(m_sizes.begin(), m_sizes.end(), [size](const Size &one) { return one.size == size; });
    if (known == m_sizes.end())
        return m_sizes.push_back({size, step, hashPower(size)}), m_sizes.size() - 1;
    return static_cast<std::size_t>(known - m_sizes.begin());
}

void SecretRuns::add(QStringView form, QStringView written, QBitArray &firsts)
{
    const qsizetype half = qBound(m_shortest, (form.size() + 1) / 2, LongestHalf);
    const QStringView searched = form.first(qMin(form.size(), LongestSearched));
    if (half >= searched.size())
        return;
    const std::size_t number = numberOf(half);
    const Size size = m_sizes.at(number);
    if (!addStretches(searched, written.first(searched.size()), size))
        return;
    // So far apart that each stretch has one of them whole.
    const qsizetype step = size.size - m_lettersOfMark + 1;
    for (qsizetype at = step - 1;; at += step) {
        const QStringView letters = searched.sliced(qMin(at, searched.size() - m_lettersOfMark), m_lettersOfMark);
        firsts.setBit(hashOfFirst(firstLetters(letters), firsts.size()));
        const quint64 sum = sumOfMark(letters);
        m_marks.setBit(bitOf(sum, m_marks.size()));
        m_marked[sum] |= quint64(1) << number;
        if (at >= searched.size() - size.size)
            return;
    }
}

// Whether one of them looks like no word.
bool SecretRuns::addStretches(QStringView form, QStringView written, const Size &size)
{
    bool isAny = false;
    MovingLook look(written, size.size);
    for (qsizetype i = 0; i + 1 < size.size; ++i)
        static_cast<void>(look.isUnlikeAWordTo(i));
    MovingHash hash(StretchHashes(form).sum(0, size.size, size.power), size.power);
    for (qsizetype at = 0; at + size.size <= form.size(); ++at) {
        if (at > 0)
            hash.move(form.utf16()[at - 1], form.utf16()[at + size.size - 1]);
        const bool isUnlikeAWord = look.isUnlikeAWordTo(at + size.size - 1);
        isAny = isAny || isUnlikeAWord;
        if (at % size.step == 0)
            insert(hash.entry() | (isUnlikeAWord ? 1 : 0));
    }
    return isAny;
}

void SecretRuns::insert(quint64 entry)
{
    if (4 * m_count >= 3 * m_entries.size()) {
        const std::vector<quint64> before = std::move(m_entries);
        m_entries.assign(before.size() + before.size() / 4, 0);
        m_count = 0;
        for (const quint64 one : before) {
            if (one != 0)
                put(one);
        }
    }
    put(entry);
}

// Any number of entries, not a power of two: many secrets take megabytes.
std::size_t SecretRuns::placeOf(quint64 entry) const
{
    std::size_t at = static_cast<std::size_t>((entry >> 32) * m_entries.size() >> 32);
    while (m_entries[at] != 0 && (m_entries[at] ^ entry) > 1)
        at = at + 1 == m_entries.size() ? 0 : at + 1;
    return at;
}

void SecretRuns::put(quint64 entry)
{
    const std::size_t at = placeOf(entry);
    m_count += m_entries[at] == 0 ? 1 : 0;
    m_entries[at] |= entry;
}

// With its last bit; 0: none.
quint64 SecretRuns::found(quint64 entry) const
{
    return m_entries[placeOf(entry)];
}

SecretRuns::Run SecretRuns::runAt(Search &search, qsizetype at, qsizetype from) const
{
    Run longest;
    const QStringView form = search.hashes.text();
    if (m_sizes.empty() || at + m_lettersOfMark > form.size())
        return longest;
    const quint64 sum = sumOfMark(form.sliced(at, m_lettersOfMark));
    if (!m_marks.testBit(bitOf(sum, m_marks.size())))
        return longest;
    search.m_ofSizes.resize(m_sizes.size());
    for (quint64 sizes = m_marked.value(sum); sizes != 0; sizes &= sizes - 1) {
        const auto number = static_cast<std::size_t>(qCountTrailingZeroBits(sizes));
        const Size &size = m_sizes.at(number);
        Search::OfSize &of = search.m_ofSizes.at(number);
        of.next = qMax(of.next, qMax(from, at + m_lettersOfMark - size.size));
        Run run = of.last; // or what is left of it behind one that was longer
        run.length -= qMax(run.at, from) - run.at;
        run.at = qMax(run.at, from);
        if (run.length < size.size)
            run = of.last = runOf(size, search.hashes, at, of);
        if (run.length > longest.length)
            longest = run;
    }
    return longest;
}

// Of stretches that begin between those that were looked at and @p last, and what goes on behind them.
SecretRuns::Run SecretRuns::runOf(const Size &size, StretchHashes &hashes, qsizetype last, Search::OfSize &of) const
{
    const QStringView form = hashes.text();
    if (of.next > last || of.next + size.size > form.size())
        return {};
    Run run{0, 0, size.step - 1};
    bool isUnlikeAWord = false;
    MovingHash hash(of.hashedAt == of.next ? of.hash : hashes.sum(of.next, size.size, size.power), size.power);
    while (true) {
        const qsizetype at = of.next++;
        const quint64 entry = found(hash.entry());
        const bool isOver = run.length > 0 && at + size.size > run.at + run.length + size.step;
        if (isOver && isUnlikeAWord) {
            --of.next;
            return run;
        }
        if (isOver)
            run.length = 0;
        if (entry != 0) {
            run.at = run.length == 0 ? at : run.at;
            run.length = at + size.size - run.at;
            isUnlikeAWord = isUnlikeAWord || (entry & 1) != 0;
        }
        const bool isAtEnd = at + size.size == form.size();
        if (!isAtEnd)
            hash.move(form.utf16()[at], form.utf16()[at + size.size]);
        if (isAtEnd || (run.length == 0 && at >= last)) {
            of.hashedAt = of.next;
            of.hash = hash.sum();
            return isUnlikeAWord ? run : Run();
        }
    }
}

} // namespace lanyard
