#pragma once

#include "core/base/secret.h"
#include "core/base/secretset.h"

#include <QList>

#include <algorithm>
#include <memory>

class QJsonValue;

namespace lanyard {

/// What stands in the place of a secret.
inline constexpr QStringView SecretMask = u"•••";

/// Finds many secrets in many texts, in one pass for each set of them. Keeps their hashes only. Those shorter than
/// ShortestReplaced are left alone; one of less than twelve characters is found as it is written, in a code or with
/// escapes.
///
/// A longer one is found in any case, full-width, with spaces, line breaks and invisible characters in it, with the
/// escapes of an address, of HTML or of JSON, in base64 (with what stands before and behind it, in one line or
/// several), hexadecimal, and cut: any half of it or more, if what is left has twelve characters and looks like no
/// word: it has a digit, or a capital in it.
class KnownSecrets
{
public:
    using In = SecretSet::In;

    KnownSecrets() = default;
    explicit KnownSecrets(const QList<Secret> &secrets, In in = In::Documents);

    [[nodiscard]] bool isEmpty() const { return m_sets.isEmpty(); }

    /// Also those of @p others, which take no memory again: many take a moment to hash.
    KnownSecrets &operator+=(const KnownSecrets &others);
    friend KnownSecrets operator+(KnownSecrets a, const KnownSecrets &b) { return a += b; }

    /// @p text with "•••" in the place of each of the secrets.
    [[nodiscard]] QString redacted(const QString &text) const { return redacted(text, text.size()); }
    /// The same of its first @p size characters; a secret that begins there and goes on is replaced whole.
    [[nodiscard]] QString redacted(const QString &text, qsizetype size) const;
    /// The same with every text in @p value, and every name of a member, however deep.
    [[nodiscard]] QJsonValue redacted(const QJsonValue &value) const;

    /// Whether one of the secrets is in a text or a name in @p value: redacted() would change it.
    [[nodiscard]] bool isIn(const QJsonValue &value) const;
    [[nodiscard]] bool isIn(const QString &text) const;
    /// Whether a word of @p text begins as a secret does, with eight of its characters or more: one that is just being
    /// typed. A beginning that looks like a word is none, see above.
    [[nodiscard]] bool isBegunIn(const QString &text) const;

    friend bool operator==(const KnownSecrets &a, const KnownSecrets &b)
    {
        const auto isSame = [](const Set &one, const Set &other) { return one == other || *one == *other; };
        return std::equal(a.m_sets.begin(), a.m_sets.end(), b.m_sets.begin(), b.m_sets.end(), isSame);
    }

private:
    using Set = std::shared_ptr<const SecretSet>;

    [[nodiscard]] QList<SecretSet::Place> places(QStringView text, SecretSet::Search search) const;

    QList<Set> m_sets; // none of them empty
};

} // namespace lanyard
