#pragma once

#include "core/base/secret.h"
#include "core/base/secretruns.h"

#include <QBitArray>
#include <QHash>
#include <QList>
#include <QSet>

class QJsonValue;

namespace lanyard {

class ComparedText;

/// What stands in the place of a secret.
inline constexpr QStringView SecretMask = u"•••";

/// In characters. What is shorter is left alone in a document: it may be an ordinary word.
inline constexpr qsizetype ShortestReplaced = 8;

/// Whether @p text looks like one or several words, and not like a part of a secret: it has letters only, and no
/// capital behind a small one.
[[nodiscard]] bool mayBeWords(const QString &text);

/// Finds many secrets in many texts in one pass. Keeps their hashes only. Those shorter than ShortestReplaced are left
/// alone; one of less than twelve characters is found as it is written, in a code or with escapes.
///
/// A longer one is found in any case, full-width, with spaces, line breaks and invisible characters in it, with the
/// escapes of an address, of HTML or of JSON, in base64 (with what stands before and behind it, in one line or
/// several), hexadecimal, and cut: any half of it or more, if what is left has twelve characters and looks like no
/// word: it has a digit, or a capital in it.
class KnownSecrets
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

    KnownSecrets() = default;
    explicit KnownSecrets(const QList<Secret> &secrets, In in = In::Documents);

    /// @p text with "•••" in the place of each of the secrets.
    [[nodiscard]] QString redacted(const QString &text) const { return redacted(text, text.size()); }
    /// The same of its first @p size characters; a secret that begins there and goes on is replaced whole.
    [[nodiscard]] QString redacted(const QString &text, qsizetype size) const;
    /// The same with every text in @p value, however deep; names of members stay.
    [[nodiscard]] QJsonValue redacted(const QJsonValue &value) const;

    /// Whether one of the secrets is in a text in @p value: redacted() would change it.
    [[nodiscard]] bool isIn(const QJsonValue &value) const;
    [[nodiscard]] bool isIn(const QString &text) const;
    /// Whether a word of @p text begins as a secret does, with eight of its characters or more: one that is just being
    /// typed. A beginning that looks like a word is none, see above.
    [[nodiscard]] bool isBegunIn(const QString &text) const;

    friend bool operator==(const KnownSecrets &a, const KnownSecrets &b)
    {
        return a.m_whole == b.m_whole && a.m_written == b.m_written && a.m_in == b.m_in;
    }

private:
    struct Place
    {
        qsizetype at = -1; // -1: none
        qsizetype length = 0;
    };
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
    enum class Search { All, One, Begun };

    [[nodiscard]] qsizetype shortest() const;
    void add(const QString &word);
    void add(QStringView form, Length length);
    [[nodiscard]] const Length *lengthAt(StretchHashes &hashes, qsizetype at, Search search) const;
    [[nodiscard]] bool isMeant(const ComparedText &text, qsizetype at, qsizetype size, QStringView written) const;
    [[nodiscard]] Place placeOf(ComparedText &text, qsizetype at, const Length &length) const;
    void search(ComparedText &text, Search search, QList<Place> &found) const;
    void searchCodes(QStringView text, Search search, QList<Place> &found) const;
    [[nodiscard]] QList<Place> places(QStringView text, Search search) const;

    In m_in = In::Documents;
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
