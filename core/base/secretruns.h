#pragma once

#include <QBitArray>
#include <QList>
#include <QStringView>

#include <vector>

namespace lanyard {

/// Finds what is at least half of a secret, wherever in the secret that begins, if it looks like no word. Keeps hashes
/// only: of each stretch of half a secret, and of a few letters in it that no half is without, by which a text is
/// searched.
class SecretRuns
{
public:
    struct Run
    {
        qsizetype at = 0;
        qsizetype length = 0; // 0: none
    };

    SecretRuns() = default;
    /// Of about @p count secrets. What has less than @p shortest characters, at least eight, is no part of one.
    explicit SecretRuns(qsizetype count, qsizetype shortest);

    /// @p form of a secret, and in @p written for each of its characters the one that was written for it. In @p firsts
    /// the letters are noted by which its parts are found.
    void add(QStringView form, QStringView written, QBitArray &firsts);
    /// The part of a secret from @p from on with letters of a mark at @p at, which are four at least.
    [[nodiscard]] Run runAt(QStringView form, qsizetype at, qsizetype from) const;

private:
    [[nodiscard]] bool addStretches(QStringView form, QStringView written, qsizetype size);
    void addMark(QStringView letters, qsizetype size);
    void insert(quint64 entry);
    void put(quint64 entry);
    [[nodiscard]] quint64 found(quint64 entry) const;
    [[nodiscard]] Run runOf(QStringView form, qsizetype size, qsizetype first, qsizetype last) const;

    qsizetype m_shortest = 0;
    qsizetype m_lettersOfMark = 0;
    QBitArray m_marks;        // where the hash of a mark may be
    QBitArray m_isSize;       // by size
    QList<qsizetype> m_sizes; // each that half a secret has
    // Of stretches and of marks with a size, where their hashes lead, or behind; the last bit: it looks like no word.
    // 0: empty.
    std::vector<quint64> m_entries;
    std::size_t m_count = 0;
};

} // namespace lanyard
