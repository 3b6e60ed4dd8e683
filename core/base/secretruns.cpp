#include "core/base/secretruns.h"

#include "core/base/secrethashes.h"

#include <QtMath>

namespace lanyard {

namespace {

// Of a longer secret, so much is half of it, and parts of its first characters are found only.
constexpr qsizetype LongestHalf = 2048;
constexpr qsizetype LongestSearched = 4 * LongestHalf;

// As it is found in the entries: from it the letters cannot be told; neighbouring sums would tell them.
constexpr quint64 entryFor(quint64 sum)
{
    constexpr quint64 factor = 0xD6E8FEB86659FD93;
    constexpr quint64 bits = ~quint64(1); // without that for what looks like no word
    sum = (sum ^ sum >> 32) * factor;
    sum = (sum ^ sum >> 32) * factor;
    return qMax((sum ^ sum >> 32) & bits, quint64(2));
}

// Of four letters and of those behind them.
quint64 sumOfMark(QStringView letters)
{
    quint64 sum = firstLetters(letters);
    for (qsizetype i = 4; i < letters.size(); ++i)
        sum = (sum ^ sum >> 29) * 0x9E3779B97F4A7C15 + letters.utf16()[i];
    sum *= 0x9E3779B97F4A7C15;
    return sum ^ sum >> 32;
}

quint64 entryOfMark(quint64 sum, qsizetype size)
{
    return entryFor(sum + static_cast<quint64>(size));
}

// Of a stretch of a text that moves on letter by letter.
class MovingHash
{
public:
    explicit MovingHash(QStringView stretch)
    {
        for (qsizetype i = 0; i < stretch.size(); ++i) {
            m_sum = m_sum * Base + stretch.utf16()[i];
            m_power = i == 0 ? 1 : m_power * Base;
        }
    }
    void move(char16_t out, char16_t in) { m_sum = (m_sum - out * m_power) * Base + in; }
    [[nodiscard]] quint64 entry() const { return entryFor(m_sum); }

private:
    static constexpr quint64 Base = 0x9E3779B97F4A7C55;
    quint64 m_sum = 0;
    quint64 m_power = 1;
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
      m_marks(static_cast<qsizetype>(qNextPowerOfTwo(static_cast<quint64>(32 * (count + 64))))),
      m_isSize(LongestHalf + 1)
{
    constexpr qsizetype usual = 24; // entries of a secret
    m_entries.assign(qNextPowerOfTwo(static_cast<quint64>(usual * (count + 1))), 0);
}

void SecretRuns::add(QStringView form, QStringView written, QBitArray &firsts)
{
    const qsizetype size = qBound(m_shortest, (form.size() + 1) / 2, LongestHalf);
    const QStringView searched = form.first(qMin(form.size(), LongestSearched));
    if (size >= searched.size() || !addStretches(searched, written.first(searched.size()), size))
        return;
    // So far apart that each stretch has one of them whole.
    const qsizetype step = size - m_lettersOfMark + 1;
    for (qsizetype at = step - 1;; at += step) {
        const QStringView letters = searched.sliced(qMin(at, searched.size() - m_lettersOfMark), m_lettersOfMark);
        firsts.setBit(hashOfFirst(firstLetters(letters), firsts.size()));
        addMark(letters, size);
        if (at >= searched.size() - size)
            return;
    }
}

void SecretRuns::addMark(QStringView letters, qsizetype size)
{
    const quint64 sum = sumOfMark(letters);
    m_marks.setBit(bitOf(sum, m_marks.size()));
    insert(entryOfMark(sum, size));
    if (!m_isSize.testBit(size))
        m_sizes.append(size);
    m_isSize.setBit(size);
}

// Whether one of them looks like no word.
bool SecretRuns::addStretches(QStringView form, QStringView written, qsizetype size)
{
    bool isAny = false;
    MovingLook look(written, size);
    for (qsizetype i = 0; i + 1 < size; ++i)
        static_cast<void>(look.isUnlikeAWordTo(i));
    MovingHash hash(form.first(size));
    for (qsizetype at = 0; at + size <= form.size(); ++at) {
        if (at > 0)
            hash.move(form.utf16()[at - 1], form.utf16()[at + size - 1]);
        const bool isUnlikeAWord = look.isUnlikeAWordTo(at + size - 1);
        insert(hash.entry() | (isUnlikeAWord ? 1 : 0));
        isAny = isAny || isUnlikeAWord;
    }
    return isAny;
}

void SecretRuns::insert(quint64 entry)
{
    if (4 * m_count >= 3 * m_entries.size()) {
        const std::vector<quint64> before = std::move(m_entries);
        m_entries.assign(2 * before.size(), 0);
        m_count = 0;
        for (const quint64 one : before) {
            if (one != 0)
                put(one);
        }
    }
    put(entry);
}

void SecretRuns::put(quint64 entry)
{
    const std::size_t mask = m_entries.size() - 1;
    std::size_t at = entry >> 1 & mask;
    while (m_entries[at] != 0 && (m_entries[at] ^ entry) > 1)
        at = (at + 1) & mask;
    m_count += m_entries[at] == 0 ? 1 : 0;
    m_entries[at] |= entry;
}

// With its last bit; 0: none.
quint64 SecretRuns::found(quint64 entry) const
{
    const std::size_t mask = m_entries.size() - 1;
    std::size_t at = entry >> 1 & mask;
    while (m_entries[at] != 0 && (m_entries[at] ^ entry) > 1)
        at = (at + 1) & mask;
    return m_entries[at];
}

SecretRuns::Run SecretRuns::runAt(QStringView form, qsizetype at, qsizetype from) const
{
    Run longest;
    if (m_sizes.isEmpty() || at + m_lettersOfMark > form.size())
        return longest;
    const quint64 sum = sumOfMark(form.sliced(at, m_lettersOfMark));
    if (!m_marks.testBit(bitOf(sum, m_marks.size())))
        return longest;
    for (const qsizetype size : m_sizes) {
        if (found(entryOfMark(sum, size)) == 0)
            continue;
        const Run run = runOf(form, size, qMax(from, at + m_lettersOfMark - size), at);
        if (run.length > longest.length)
            longest = run;
    }
    return longest;
}

// Of stretches of @p size that begin between @p first and @p last, and what goes on behind them.
SecretRuns::Run SecretRuns::runOf(QStringView form, qsizetype size, qsizetype first, qsizetype last) const
{
    Run run;
    if (first + size > form.size())
        return run;
    bool isUnlikeAWord = false;
    MovingHash hash(form.sliced(first, size));
    for (qsizetype at = first;; ++at) {
        const quint64 entry = found(hash.entry());
        if (entry != 0) {
            run.at = run.length == 0 ? at : run.at;
            run.length = at + size - run.at;
            isUnlikeAWord = isUnlikeAWord || (entry & 1) != 0;
        } else if (!isUnlikeAWord) {
            run = {};
        }
        const bool isDone = entry == 0 ? isUnlikeAWord || at >= last : !isUnlikeAWord && at >= last + size;
        if (isDone || at + size == form.size())
            return isUnlikeAWord ? run : Run();
        hash.move(form.utf16()[at], form.utf16()[at + size]);
    }
}

} // namespace lanyard
