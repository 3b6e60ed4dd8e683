#pragma once

#include <QHash>
#include <QStringView>

#include <vector>

namespace lanyard {

/// What the hash of a letter is multiplied by for each letter behind it: another number in each process, so that
/// nobody can write two texts in advance whose hashes are the same.
[[nodiscard]] inline quint64 hashFactor()
{
    static const quint64 factor = [] {
        quint64 seed = QHashSeed::globalSeed() + quint64(0x9E3779B97F4A7C15);
        seed = (seed ^ seed >> 30) * 0xBF58476D1CE4E5B9;
        seed = (seed ^ seed >> 27) * 0x94D049BB133111EB;
        return (seed ^ seed >> 31) << 3 | 5; // odd, and no short cycle
    }();
    return factor;
}

/// What a hash is multiplied by that @p size letters are behind.
[[nodiscard]] inline quint64 hashPower(qsizetype size)
{
    quint64 power = 1;
    for (quint64 factor = hashFactor(); size > 0; size >>= 1, factor *= factor) {
        if (size & 1)
            power *= factor;
    }
    return power;
}

/// A hash as it is stored. Those of neighbouring stretches, as they are, would tell the letters between them; from
/// these, who can read the memory of the process can but try what he guesses. Never 0 or 1, and even.
[[nodiscard]] constexpr quint64 hashEntry(quint64 sum)
{
    constexpr quint64 factor = 0xD6E8FEB86659FD93;
    sum = (sum ^ sum >> 32) * factor;
    sum = (sum ^ sum >> 32) * factor;
    return qMax((sum ^ sum >> 32) & ~quint64(1), quint64(2));
}

/// The hash of a text, or of any stretch of it in a time that does not depend on its length: whatever a service wrote
/// to be searched, each letter is hashed once.
class StretchHashes
{
public:
    /// @p text must outlive it.
    explicit StretchHashes(QStringView text) : m_text(text), m_factor(hashFactor()) {}

    [[nodiscard]] QStringView text() const { return m_text; }
    /// Of @p size letters from @p at on. @p power: hashPower() of that size.
    [[nodiscard]] quint64 sum(qsizetype at, qsizetype size, quint64 power)
    {
        return sumTo(at + size) - sumTo(at) * power;
    }

private:
    static constexpr qsizetype Step = 8;

    // Of the first letters, until there.
    [[nodiscard]] quint64 sumTo(qsizetype end)
    {
        const auto step = static_cast<std::size_t>(end / Step);
        while (m_sums.size() <= step)
            m_sums.push_back(goneOn(m_sums.back(), static_cast<qsizetype>(m_sums.size() - 1) * Step, Step));
        return goneOn(m_sums[step], end - end % Step, end % Step);
    }
    [[nodiscard]] quint64 goneOn(quint64 sum, qsizetype at, qsizetype count) const
    {
        for (const QChar c : m_text.sliced(at, count))
            sum = sum * m_factor + c.unicode();
        return sum;
    }

    QStringView m_text;
    quint64 m_factor;
    std::vector<quint64> m_sums{0}; // of the first 0, 8, 16… letters, as far as was needed
};

} // namespace lanyard
