#pragma once

#include "core/base/secret.h"

#include <QHash>
#include <QList>
#include <QSet>

class QJsonValue;

namespace lanyard {

/// Finds many secrets in many texts in one pass, as redacted() does with a few in one. Keeps their hashes only. Secrets
/// of fewer than eight characters are left alone: they may be ordinary words.
class KnownSecrets
{
public:
    KnownSecrets() = default;
    explicit KnownSecrets(const QList<Secret> &secrets);

    /// @p text with "•••" in the place of each of the secrets.
    [[nodiscard]] QString redacted(const QString &text) const;
    /// The same with every text in @p value, however deep; names of members stay.
    [[nodiscard]] QJsonValue redacted(const QJsonValue &value) const;

private:
    [[nodiscard]] qsizetype lengthAt(QStringView text) const;

    QHash<size_t, QList<qsizetype>> m_lengths; // by the hash of their beginning, the longest first
    QSet<size_t> m_hashes;
};

} // namespace lanyard
