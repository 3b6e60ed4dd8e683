#include "core/document/apikey.h"

#include "core/base/json.h"
#include "core/base/knownsecrets.h"
#include "core/base/text.h"
#include "core/base/utc.h"
#include "core/document/jsontext.h"
#include "core/document/keystatename.h"
#include "core/document/servicelist.h"
#include "core/document/timeleft.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// A number is a key of digits; anything else that is not a string is not a key.
Secret secretOf(const QJsonValue &value)
{
    const bool isNumber = value.isDouble() && jsonInteger(value);
    return Secret::fromText(isNumber ? jsonText(value) : value.toString());
}

bool isTextOfKey(const QString &member)
{
    return member != "key"_L1 && member != "clientSecret"_L1 && member != "id"_L1;
}

} // namespace

QList<Secret> ApiKey::secretsIn(const QJsonObject &object)
{
    return {secretOf(object.value("key"_L1)), secretOf(object.value("clientSecret"_L1))};
}

ApiKey::ApiKey(QJsonObject object, std::optional<QString> doubledMember)
    : m_object(std::move(object)), m_doubledMember(std::move(doubledMember)),
      m_created(readServiceMoment(m_object.value("createdDate"_L1))),
      m_expires(readServiceMoment(m_object.value("expireDate"_L1))),
      m_isEmpty(m_object.contains("key"_L1) && key().isEmpty())
{
    readOtherMembers();
}

bool ApiKey::tells(const KnownSecrets &known) const
{
    for (auto member = m_object.constBegin(); member != m_object.constEnd(); ++member) {
        if (isTextOfKey(member.key()) && known.isIn(member.value()))
            return true;
    }
    return false;
}

bool ApiKey::redact(const KnownSecrets &known)
{
    if (!tells(known))
        return false;
    QJsonObject clean = m_object;
    for (auto member = m_object.constBegin(); member != m_object.constEnd(); ++member) {
        const QString name = member.key(); // made anew each time it is asked for
        if (isTextOfKey(name))
            clean.insert(name, known.redacted(QJsonValue(member.value())));
    }
    *this = ApiKey(clean, m_doubledMember);
    return true;
}

// A service that writes them by other names is not the one that was described. What it means is not guessed.
void ApiKey::readOtherMembers()
{
    for (auto member = m_object.constBegin(); member != m_object.constEnd(); ++member) {
        const QString key = member.key();
        if (key == "revoked"_L1 || key == "expireDate"_L1)
            continue;
        const KeyStateName *name = keyStateName(key);
        if (!name || name->isHarmless(member.value()))
            continue;
        const ServiceMoment begin = name->isBegin ? readServiceMoment(member.value()) : ServiceMoment();
        if (begin.isKnown()) {
            if (!m_begins.isKnown() || m_begins.moment < begin.moment)
                m_begins = begin;
            continue;
        }
        const QString text = jsonSource(member.value());
        if (!m_otherMember)
            m_otherMember = {key, text};
        if (name->isEnd && m_expires.kind == ServiceMoment::Kind::Nothing)
            m_expires = {ServiceMoment::Kind::Unreadable, {}, text};
    }
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
    if (m_isEmpty)
        return State::NoKey;
    if (m_begins.isKnown() && m_begins.moment > now)
        return State::NotYet;
    if (!isRevoked || m_otherMember || isCreatedAfter(now) || end.kind == ServiceMoment::Kind::Unreadable)
        return State::Unknown;
    return end.isKnown() && daysLeft(now) <= ExpiringDays ? State::Expiring : State::Usable;
}

bool ApiKey::isCreatedAfter(const QDateTime &now) const
{
    return m_created.isKnown() && m_created.moment.addSecs(-DaySeconds) > now;
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
    const bool hasEnd = m_expires.isKnown();
    if (m_doubledMember || revoked().value_or(false) || (hasEnd && m_expires.moment <= now))
        return std::nullopt;
    std::optional<QDateTime> next;
    const auto add = [&](const QDateTime &moment) {
        if (moment > now && (!next || moment < *next))
            next = moment;
    };
    if (hasEnd) {
        add(m_expires.moment.addSecs(-std::clamp<qint64>(daysLeft(now) - 1, 0, ExpiringDays) * DaySeconds));
        add(nextTimeLeft(*this, now));
    }
    if (m_begins.isKnown())
        add(m_begins.moment);
    if (m_created.isKnown())
        add(m_created.moment.addSecs(-DaySeconds));
    return next;
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
