#pragma once

#include "core/base/secret.h"

#include <QBitArray>
#include <QHash>
#include <QList>
#include <QSet>

class QJsonValue;

namespace lanyard {

class ComparedText;

/// What stands in the place of a secret.
inline constexpr QStringView SecretMask = u"•••";

/// In characters. What is shorter is left alone: it may be an ordinary word.
inline constexpr qsizetype ShortestReplaced = 8;

/// Finds many secrets in many texts in one pass, as redacted() does with a few in one. Keeps their hashes only. Those
/// shorter than ShortestReplaced are left alone; one of less than twelve characters is found as it is written.
///
/// A longer one is found in any case, full-width, with spaces, line breaks and invisible characters in it, with the
/// escapes of an address, of HTML or of JSON, in base64 (with what stands before and behind it), and cut after its
/// first half or later, if what is left has twelve characters and looks like no word: it has a digit, or a capital in
/// it.
class KnownSecrets
{
public:
    KnownSecrets() = default;
    explicit KnownSecrets(const QList<Secret> &secrets);

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
        return a.m_whole == b.m_whole && a.m_written == b.m_written;
    }

private:
    struct Place
    {
        qsizetype at = -1; // -1: none
        qsizetype length = 0;
    };
    enum class Part { Whole, Half, Beginning };
    struct Length
    {
        Part part = Part::Whole;
        qsizetype size = 0;
        qsizetype whole = 0; // of the longest secret that has that part
    };
    using Beginnings = QHash<size_t, QList<Length>>; // by the hash of the first letters, the longest first
    enum class Search { All, One, Begun };

    void add(const QString &word);
    void add(QStringView form, Length length);
    [[nodiscard]] const Length *lengthAt(QStringView form, Search search) const;
    [[nodiscard]] Place placeOf(ComparedText &text, qsizetype at, const Length &length) const;
    void search(ComparedText &text, Search search, QList<Place> &found) const;
    [[nodiscard]] QList<Place> places(QStringView text, Search search) const;

    QBitArray m_firsts; // where the hash of its first four letters may be that of a secret's
    Beginnings m_beginnings;
    QSet<size_t> m_whole;   // hashes of the forms of secrets
    QSet<size_t> m_parts;   // and of the first letters of them
    QSet<size_t> m_written; // hashes of the short ones as they are written
    qsizetype m_longest = 0;
};

} // namespace lanyard
