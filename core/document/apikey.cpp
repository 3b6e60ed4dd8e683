#include "core/document/apikey.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/document/jsontext.h"
#include "core/document/servicelist.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qint64 DaySeconds = 24 * 3600;

// A number is a key of digits; anything else that is not a string is not a key.
Secret secretOf(const QJsonValue &value)
{
    const bool isNumber = value.isDouble() && jsonInteger(value);
    return Secret::fromText(isNumber ? jsonText(value) : value.toString());
}

} // namespace

ApiKey::ApiKey(QJsonObject object, std::optional<QString> doubledMember)
    : m_object(std::move(object)), m_doubledMember(std::move(doubledMember)),
      m_created(readServiceMoment(m_object.value("createdDate"_L1))),
      m_expires(readServiceMoment(m_object.value("expireDate"_L1)))
{
}

QString ApiKey::id() const
{
    return jsonText(m_object.value("id"_L1));
}

QString ApiKey::name() const
{
    return jsonText(m_object.value("name"_L1));
}

QString ApiKey::description() const
{
    return jsonText(m_object.value("description"_L1));
}

QString ApiKey::ownerId() const
{
    return jsonText(m_object.value("ownerId"_L1));
}

Secret ApiKey::key() const
{
    return secretOf(m_object.value("key"_L1));
}

Secret ApiKey::clientSecret() const
{
    return secretOf(m_object.value("clientSecret"_L1));
}

QJsonValue ApiKey::permissions() const
{
    return unwrappedList(m_object.value("permissions"_L1));
}

std::optional<bool> ApiKey::revoked() const
{
    return jsonBoolean(m_object.value("revoked"_L1));
}

QString ApiKey::revokedText() const
{
    return jsonSource(m_object.value("revoked"_L1));
}

ApiKey::State ApiKey::state(const QDateTime &now) const
{
    if (m_doubledMember)
        return State::Unknown;
    const auto isRevoked = revoked();
    if (isRevoked.value_or(false))
        return State::Revoked;
    const ServiceMoment &end = m_expires;
    if (end.isKnown() && end.moment <= now)
        return State::Expired;
    if (!isRevoked || end.kind == ServiceMoment::Kind::Unreadable)
        return State::Unknown;
    return end.isKnown() && daysLeft(now) <= ExpiringDays ? State::Expiring : State::Usable;
}

qint64 ApiKey::daysLeft(const QDateTime &now) const
{
    const ServiceMoment &end = m_expires;
    if (!end.isKnown())
        return -1;
    const qint64 seconds = now.secsTo(end.moment);
    return seconds <= 0 ? 0 : (seconds + DaySeconds - 1) / DaySeconds;
}

std::optional<QDateTime> ApiKey::nextChange(const QDateTime &now) const
{
    if (m_doubledMember || revoked().value_or(false) || !m_expires.isKnown() || m_expires.moment <= now)
        return std::nullopt;
    const qint64 daysBefore = std::clamp<qint64>(daysLeft(now) - 1, 0, ExpiringDays);
    return m_expires.moment.addSecs(-daysBefore * DaySeconds);
}

QString maskedSecret(const Secret &secret)
{
    return secret.isEmpty() ? QString() : QString(8, u'•') + shownEnd(secret);
}

QString shownEnd(const Secret &secret)
{
    constexpr qsizetype longEnough = 16;
    constexpr qsizetype tail = 4;
    return secret.size() < longEnough ? QString() : visibleText(QString::fromUtf8(secret.expose().last(tail)));
}

} // namespace lanyard
