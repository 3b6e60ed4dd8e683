#include "core/account/apikey.h"

#include "core/account/dates.h"
#include "core/account/jsontext.h"
#include "core/base/text.h"
#include "core/http/envelope.h"

using namespace Qt::StringLiterals;

namespace lanyard {

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
    return Secret::fromText(m_object.value("key"_L1).toString());
}

Secret ApiKey::clientSecret() const
{
    return Secret::fromText(m_object.value("clientSecret"_L1).toString());
}

qint64 ApiKey::permissions() const
{
    return jsonInteger(m_object.value("permissions"_L1)).value_or(0);
}

bool ApiKey::revoked() const
{
    return m_object.value("revoked"_L1).toBool();
}

QString ApiKey::createdText() const
{
    return jsonText(m_object.value("createdDate"_L1));
}

QString ApiKey::expiresText() const
{
    return jsonText(m_object.value("expireDate"_L1));
}

std::optional<QDateTime> ApiKey::created() const
{
    return parseTimestamp(createdText());
}

std::optional<QDateTime> ApiKey::expires() const
{
    return parseTimestamp(expiresText());
}

ApiKey::State ApiKey::state(const QDateTime &now) const
{
    if (revoked())
        return State::Revoked;
    const auto end = expires();
    if (!end)
        return State::Usable;
    if (*end <= now)
        return State::Expired;
    return daysLeft(now) <= ExpiringDays ? State::Expiring : State::Usable;
}

qint64 ApiKey::daysLeft(const QDateTime &now) const
{
    constexpr qint64 day = 24 * 3600;
    const auto end = expires();
    if (!end)
        return -1;
    const qint64 seconds = now.secsTo(*end);
    return seconds <= 0 ? 0 : (seconds + day - 1) / day;
}

QString maskedSecret(const Secret &secret)
{
    constexpr qsizetype longEnough = 16;
    constexpr qsizetype tail = 4;
    if (secret.isEmpty())
        return {};
    QString dots(8, u'•');
    if (secret.size() < longEnough)
        return dots;
    return dots + visibleText(QString::fromUtf8(secret.expose().last(tail)));
}

} // namespace lanyard
