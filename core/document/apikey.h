#pragma once

#include "core/base/secret.h"
#include "core/document/servicemoment.h"

#include <QJsonObject>

#include <optional>

namespace lanyard {

/// One API key of the person, read-only: no call of the service creates, changes or revokes one.
class ApiKey
{
public:
    /// In the order of their use. Unknown: the service wrote something that we do not understand, and nothing that we
    /// do understand says that the key is dead.
    enum class State { Usable, Expiring, Unknown, Expired, Revoked };
    /// A key that expires within this many days is called expiring.
    static constexpr int ExpiringDays = 30;

    explicit ApiKey(QJsonObject object) : m_object(std::move(object)) {}

    /// Identity within the user; empty when it has none. Two keys may bear the same one.
    [[nodiscard]] QString id() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString ownerId() const;
    [[nodiscard]] Secret key() const;
    [[nodiscard]] Secret clientSecret() const;
    /// As the service wrote them; permissionText() says them in words.
    [[nodiscard]] QJsonValue permissions() const;
    /// nullopt: not understood; revokedText() is what the service wrote.
    [[nodiscard]] std::optional<bool> revoked() const;
    [[nodiscard]] QString revokedText() const;
    [[nodiscard]] ServiceMoment created() const;
    /// Nothing: the key never expires.
    [[nodiscard]] ServiceMoment expires() const;

    /// Revoked goes before expired, and expired before unknown.
    [[nodiscard]] State state(const QDateTime &now) const;
    /// Whole days until it expires, rounded up; 0 when it has expired; -1 when it never does, or nobody knows.
    [[nodiscard]] qint64 daysLeft(const QDateTime &now) const;

    friend bool operator==(const ApiKey &a, const ApiKey &b) { return a.m_object == b.m_object; }

private:
    QJsonObject m_object;
};

/// A secret for the screen: always the same number of dots, so that its length is not told, then its last four
/// characters when it is long enough (16) for them not to help guessing the rest.
[[nodiscard]] QString maskedSecret(const Secret &secret);
/// Those last characters alone; empty when none are shown.
[[nodiscard]] QString shownEnd(const Secret &secret);

} // namespace lanyard
