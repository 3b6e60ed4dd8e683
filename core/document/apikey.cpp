#include "core/document/apikey.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/utc.h"
#include "core/document/jsontext.h"
#include "core/document/keystatename.h"
#include "core/document/servicelist.h"
#include "core/document/timeleft.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// A number is a key of digits; anything else that is not a string is not a key.
Secret secretOf(const QJsonValue &value)
{
    const bool isNumber = value.isDouble() && jsonInteger(value);
    return Secret::fromText(isNumber ? jsonText(value) : value.toString());
}

} // namespace

QList<Secret> ApiKey::secretsIn(const QJsonObject &object)
{
    return {secretOf(object.value("key"_L1)), secretOf(object.value("clientSecret"_L1))};
}

ApiKey::Read::Read(const QJsonObject &key, const std::optional<QString> &doubled)
    : object(key), revoked(jsonBoolean(object.value("revoked"_L1))), doubledMember(doubled),
      created(readServiceMoment(object.value("createdDate"_L1))),
      expires(readServiceMoment(object.value("expireDate"_L1))),
      isEmpty(object.contains("key"_L1) && secretOf(object.value("key"_L1)).isEmpty())
{
    readOtherMembers();
}

ApiKey::ApiKey(const QJsonObject &object, const std::optional<QString> &doubledMember, KnownSecrets hidden)
    : m_read(std::make_shared<const Read>(object, doubledMember)), m_hidden(std::move(hidden)), m_clean(object)
{
    cleanWhatWasRead();
}

QList<ApiKey> ApiKey::allWithout(QList<ApiKey> keys, const KnownSecrets &others)
{
    if (keys.isEmpty() || others.isEmpty())
        return keys;
    const KnownSecrets secrets = keys.constFirst().m_hidden + others;
    for (ApiKey &key : keys)
        key = key.hiding(secrets);
    return keys;
}

ApiKey ApiKey::hiding(const KnownSecrets &secrets) const
{
    ApiKey key = *this;
    key.m_hidden = secrets;
    key.m_clean = key.m_read->object;
    key.m_isClean = {};
    key.cleanWhatWasRead();
    return key;
}

// What was not understood is shown as it was written; there is rarely any.
void ApiKey::cleanWhatWasRead()
{
    const auto &other = m_read->otherMember;
    const auto &doubled = m_read->doubledMember;
    const auto isHidden = [this](const QString &text) { return m_hidden.isIn(text); };
    const auto isToClean = [&isHidden](const ServiceMoment &moment) {
        return moment.kind == ServiceMoment::Kind::Unreadable && isHidden(moment.text);
    };
    if (!isToClean(m_read->created) && !isToClean(m_read->expires) &&
        !(other && (isHidden(other->name) || isHidden(other->text))) && !(doubled && isHidden(*doubled)))
        return;
    auto clean = std::make_shared<Read>(*m_read);
    for (ServiceMoment *moment : {&clean->created, &clean->expires})
        moment->text = m_hidden.redacted(moment->text);
    if (other)
        clean->otherMember = {m_hidden.redacted(other->name), m_hidden.redacted(other->text)};
    if (doubled)
        clean->doubledMember = m_hidden.redacted(*doubled);
    m_read = clean;
}

// One at a time: a list is sorted by the names of all its keys, and shows the rest of few.
QJsonValue ApiKey::clean(Text text) const
{
    static constexpr std::array<QLatin1StringView, TextCount> members{"name"_L1, "description"_L1, "ownerId"_L1,
                                                                      "permissions"_L1, "revoked"_L1};
    const QLatin1StringView member = members.at(text);
    if (!std::exchange(m_isClean.at(text), true)) {
        if (const QJsonValue value = m_clean.value(member); m_hidden.isIn(value))
            m_clean.insert(member, m_hidden.redacted(value));
    }
    return m_clean.value(member);
}

// A service that writes them by other names is not the one that was described. What it means is not guessed.
void ApiKey::Read::readOtherMembers()
{
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        const QString key = member.key();
        if (key == "revoked"_L1 || key == "expireDate"_L1)
            continue;
        const KeyStateName *name = keyStateName(key);
        if (!name || name->isHarmless(member.value()))
            continue;
        const ServiceMoment begin = name->isBegin ? readServiceMoment(member.value()) : ServiceMoment();
        if (begin.isKnown()) {
            if (!begins.isKnown() || begins.moment < begin.moment)
                begins = begin;
            continue;
        }
        const QString text = jsonSource(member.value());
        if (!otherMember)
            otherMember = {key, text};
        if (name->isEnd && expires.kind == ServiceMoment::Kind::Nothing)
            expires = {ServiceMoment::Kind::Unreadable, {}, text};
    }
}

QString ApiKey::id() const
{
    return jsonText(m_read->object.value("id"_L1));
}

QString ApiKey::name() const
{
    return jsonText(clean(NameText));
}

QString ApiKey::storedName() const
{
    return jsonText(m_read->object.value("name"_L1));
}

QString ApiKey::description() const
{
    return jsonText(clean(DescriptionText));
}

QString ApiKey::ownerId() const
{
    return jsonText(clean(OwnerText));
}

Secret ApiKey::key() const
{
    return secretOf(m_read->object.value("key"_L1));
}

Secret ApiKey::clientSecret() const
{
    return secretOf(m_read->object.value("clientSecret"_L1));
}

QJsonValue ApiKey::permissions() const
{
    return unwrappedList(clean(PermissionsText));
}

QString ApiKey::revokedText() const
{
    return jsonSource(clean(RevokedText));
}

ApiKey::State ApiKey::state(const QDateTime &now) const
{
    if (m_read->doubledMember)
        return State::Unknown;
    const auto isRevoked = revoked();
    if (isRevoked.value_or(false))
        return State::Revoked;
    const ServiceMoment &end = m_read->expires;
    if (end.isKnown() && end.moment <= now)
        return State::Expired;
    if (m_read->isEmpty)
        return State::NoKey;
    if (m_read->begins.isKnown() && m_read->begins.moment > now)
        return State::NotYet;
    if (!isRevoked || m_read->otherMember || isCreatedAfter(now) || end.kind == ServiceMoment::Kind::Unreadable)
        return State::Unknown;
    return end.isKnown() && daysLeft(now) <= ExpiringDays ? State::Expiring : State::Usable;
}

bool ApiKey::isCreatedAfter(const QDateTime &now) const
{
    const ServiceMoment &created = m_read->created;
    return created.isKnown() && created.moment > now && created.moment.addSecs(-DaySeconds) > now;
}

qint64 ApiKey::daysLeft(const QDateTime &now) const
{
    const ServiceMoment &end = m_read->expires;
    if (!end.isKnown())
        return -1;
    const qint64 seconds = now.secsTo(end.moment);
    return seconds <= 0 ? 0 : (seconds + DaySeconds - 1) / DaySeconds;
}

std::optional<QDateTime> ApiKey::nextChange(const QDateTime &now) const
{
    const bool hasEnd = m_read->expires.isKnown();
    if (m_read->doubledMember || revoked().value_or(false) || (hasEnd && m_read->expires.moment <= now))
        return std::nullopt;
    std::optional<QDateTime> next;
    const auto add = [&](const QDateTime &moment) {
        if (moment > now && (!next || moment < *next))
            next = moment;
    };
    if (hasEnd) {
        add(m_read->expires.moment.addSecs(-std::clamp<qint64>(daysLeft(now) - 1, 0, ExpiringDays) * DaySeconds));
        add(nextTimeLeft(*this, now));
    }
    if (m_read->begins.isKnown())
        add(m_read->begins.moment);
    if (isCreatedAfter(now))
        add(m_read->created.moment.addSecs(-DaySeconds));
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
