#pragma once

#include "core/base/secret.h"
#include "core/base/secretruns.h"

#include <QBitArray>
#include <QHash>
#include <QList>
#include <QSet>

namespace lanyard {

class ComparedText;

/// In characters. What is shorter is left alone in a document: it may be an ordinary word.
inline constexpr qsizetype ShortestReplaced = 8;

/// Whether @p text looks like one or several words, and not like a part of a secret: it has letters only, and no
/// capital behind a small one.
[[nodiscard]] bool mayBeWords(const QString &text);

/// Hashes of the forms in which some secrets are found, and the search for them: see KnownSecrets.
class SecretSet
{
public:
    /// Where they are looked for.
    enum class In {
        Documents,
        /// What a service says to a request that carried them, which is about them more often than by chance. They are
        /// found from four characters on, written otherwise if they look like no word, and half of one, and its
        /// beginning, from eight characters on.
        Answers,
    };
    enum class Search {
        All,
        One,   ///< whether there is one
        Begun, ///< whether a word begins as one does
    };
    struct Place
    {
        qsizetype at = -1; // -1: none
        qsizetype length = 0;
    };

    SecretSet(const QList<Secret> &secrets, In in);

    /// Of none that could be found in any text.
    [[nodiscard]] bool isEmpty() const { return m_whole.isEmpty(); }
    /// Of all in their form, in characters.
    [[nodiscard]] qsizetype longest() const { return m_longest; }
    /// By where they begin.
    [[nodiscard]] QList<Place> places(QStringView text, Search search) const;

    friend bool operator==(const SecretSet &a, const SecretSet &b)
    {
        return a.m_whole == b.m_whole && a.m_written == b.m_written && a.m_in == b.m_in;
    }

private:
    enum class Part {
        Whole,
        Most, // of one of many that begin with the same letters; at least four fifths of it
        Beginning,
    };
    struct Length
    {
        Part part = Part::Whole;
        qsizetype size = 0;
        qsizetype whole = 0; // of the longest secret that has that part
        quint64 power = 1;   // hashPower() of the size
    };
    using Beginnings = QHash<size_t, QList<Length>>; // by the hash of the first letters, the longest first

    [[nodiscard]] qsizetype shortest() const;
    void add(const QString &word);
    void add(QStringView form, Length length);
    [[nodiscard]] const Length *lengthAt(StretchHashes &hashes, qsizetype at, Search search) const;
    [[nodiscard]] bool isMeant(const ComparedText &text, qsizetype at, qsizetype size, QStringView written) const;
    [[nodiscard]] Place placeOf(ComparedText &text, qsizetype at, const Length &length) const;
    void search(ComparedText &text, Search search, QList<Place> &found) const;
    void searchCodes(QStringView text, Search search, QList<Place> &found) const;

    In m_in;
    bool m_hasSpaces = false; // one of them
    QBitArray m_firsts;       // where the hash of four letters may be that of a secret's or of a part's
    QBitArray m_mayBegin;     // where the hash of the letters in m_beginnings may be: quicker than to look there
    Beginnings m_beginnings;
    SecretRuns m_runs;
    QSet<quint64> m_whole;  // hashEntry() of the forms of secrets
    QSet<quint64> m_parts;  // and of the first letters of them
    QSet<size_t> m_written; // hashes of the short ones as they are written
    QSet<size_t> m_varied;  // hashes of the forms of those short ones that are found written otherwise too
    qsizetype m_longest = 0;
};

} // namespace lanyard
