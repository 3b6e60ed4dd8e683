#pragma once

#include "core/base/secret.h"

#include <QBitArray>
#include <QHash>
#include <QList>
#include <QSet>

class QJsonValue;

namespace lanyard {

/// What stands in the place of a secret.
inline constexpr QStringView SecretMask = u"•••";

/// In characters. What is shorter is left alone: it may be an ordinary word.
inline constexpr qsizetype ShortestReplaced = 8;

/// Finds many secrets in many texts in one pass, as redacted() does with a few in one. Keeps their hashes only. Those
/// shorter than ShortestReplaced are left alone.
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
    [[nodiscard]] bool isIn(const QString &text) const { return next(text, 0, text.size()).at >= 0; }

    friend bool operator==(const KnownSecrets &a, const KnownSecrets &b) { return a.m_hashes == b.m_hashes; }

private:
    struct Place
    {
        qsizetype at = -1; // -1: none
        qsizetype length = 0;
    };
    [[nodiscard]] Place next(QStringView text, qsizetype from, qsizetype end) const;
    [[nodiscard]] qsizetype lengthAt(QStringView text) const;

    QBitArray m_beginnings;                    // where the hash of its first letters may be that of a secret's
    QHash<size_t, QList<qsizetype>> m_lengths; // by the hash of their beginning, the longest first
    QSet<size_t> m_hashes;
};

} // namespace lanyard
