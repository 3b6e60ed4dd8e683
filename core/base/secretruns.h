#pragma once

#include "core/base/stretchhashes.h"

#include <QBitArray>
#include <QHash>
#include <QStringView>

#include <vector>

namespace lanyard {

/// Finds what is at least half of a secret, wherever in the secret that begins, if it looks like no word. Keeps hashes
/// only: of stretches of half a secret, and of a few letters in it that no half is without, by which a text is
/// searched.
///
/// A half is of one of a few sizes, at most a fifth less than a half, so that whatever secrets a service sends, a text
/// is searched for that many sizes only. Of a long secret only every so many stretches are kept, see Run::rest.
class SecretRuns
{
public:
    struct Run
    {
        qsizetype at = 0;
        qsizetype length = 0; // 0: none
        qsizetype rest = 0;   // so many letters on either side may be of the secret as well
    };

    /// How far a text has been searched: each stretch of it is looked at once.
    class Search
    {
    public:
        /// @p form must outlive it.
        explicit Search(QStringView form) : hashes(form) {}

        StretchHashes hashes;

    private:
        friend class SecretRuns;
        struct OfSize
        {
            qsizetype next = 0; // what begins before it has been looked at
            qsizetype hashedAt = -1;
            quint64 hash = 0; // of the stretch there, if there is one
            Run last;         // that was found
        };
        std::vector<OfSize> m_ofSizes;
    };

    /// @p size or the next smaller one of those that stretches have: four from each power of two to the next.
    [[nodiscard]] static qsizetype usualSize(qsizetype size);

    SecretRuns() = default;
    /// Of about @p count secrets. What has less than @p shortest characters, at least eight, is no part of one.
    explicit SecretRuns(qsizetype count, qsizetype shortest);

    /// @p form of a secret, and in @p written for each of its characters the one that was written for it. In @p firsts
    /// the letters are noted by which its parts are found.
    void add(QStringView form, QStringView written, QBitArray &firsts);
    /// The part of a secret from @p from on with letters of a mark at @p at, which are four at least; neither of them
    /// ever goes back in a search.
    [[nodiscard]] Run runAt(Search &search, qsizetype at, qsizetype from) const;

private:
    // Of which stretches are kept.
    struct Size
    {
        qsizetype size = 0;
        qsizetype step = 1; // from one that is kept to the next
        quint64 power = 1;  // hashPower() of the size
    };

    [[nodiscard]] std::size_t numberOf(qsizetype half);
    [[nodiscard]] bool addStretches(QStringView form, QStringView written, const Size &size);
    void insert(quint64 entry);
    [[nodiscard]] std::size_t placeOf(quint64 entry) const;
    void put(quint64 entry);
    [[nodiscard]] quint64 found(quint64 entry) const;
    [[nodiscard]] Run runOf(const Size &size, StretchHashes &hashes, qsizetype last, Search::OfSize &of) const;

    qsizetype m_shortest = 0;
    qsizetype m_lettersOfMark = 0;
    QBitArray m_marks;                // where the hash of a mark may be
    QHash<quint64, quint64> m_marked; // by that hash: a bit for each of m_sizes whose secrets have the mark
    std::vector<Size> m_sizes;
    // Of stretches, where their hashes lead, or behind; the last bit: it looks like no word. 0: empty.
    std::vector<quint64> m_entries;
    std::size_t m_count = 0;
};

} // namespace lanyard
