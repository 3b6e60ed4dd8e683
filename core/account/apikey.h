#pragma once

#include "core/base/secret.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace lanyard {

/// One API key of the person, read-only: no call of the service creates, changes or revokes one.
class ApiKey
{
public:
    enum class State { Usable, Expiring, Expired, Revoked };
    /// A key that expires within this many days is called expiring.
    static constexpr int ExpiringDays = 30;

    explicit ApiKey(QJsonObject object) : m_object(std::move(object)) {}

    [[nodiscard]] QString id() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString ownerId() const;
    [[nodiscard]] Secret key() const;
    [[nodiscard]] Secret clientSecret() const;
    [[nodiscard]] qint64 permissions() const;
    [[nodiscard]] bool revoked() const;
    [[nodiscard]] std::optional<QDateTime> created() const;
    /// Nothing: the key never expires, or its date cannot be read (expiresText() is then not empty).
    [[nodiscard]] std::optional<QDateTime> expires() const;
    /// The dates as the service wrote them.
    [[nodiscard]] QString createdText() const;
    [[nodiscard]] QString expiresText() const;

    /// Revoked goes before expired. A key whose date cannot be read counts as usable: the service decides.
    [[nodiscard]] State state(const QDateTime &now) const;
    /// Whole days until it expires, rounded up; 0 when it has expired; -1 when it never does.
    [[nodiscard]] qint64 daysLeft(const QDateTime &now) const;

private:
    QJsonObject m_object;
};

/// A secret for the screen: always the same number of dots, so that its length is not told, then its last four
/// characters when it is long enough (16) for them not to help guessing the rest.
[[nodiscard]] QString maskedSecret(const Secret &secret);

} // namespace lanyard
