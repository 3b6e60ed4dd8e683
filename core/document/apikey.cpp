#include "core/document/apikey.h"

#include "core/base/json.h"
#include "core/base/jsonmember.h"
#include "core/base/text.h"
#include "core/document/jsontext.h"
#include "core/document/keystatename.h"
#include "core/document/servicelist.h"

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

// In any case, and each time that it is there: services read some of them so.
template<typename Text>
static bool isSecretMember(const Text &name)
{
    const auto isCalled = [&name](QLatin1StringView wanted) {
        return name.size() == wanted.size() && name.compare(wanted, Qt::CaseInsensitive) == 0;
    };
    return isCalled("key"_L1) || isCalled("clientSecret"_L1);
}

QList<Secret> ApiKey::secretsIn(const QJsonObject &object)
{
    QList<Secret> secrets;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (isSecretMember(member.key()))
            secrets << secretOf(member.value());
    }
    return secrets;
}

QList<Secret> ApiKey::secretsIn(QByteArrayView text)
{
    QList<Secret> secrets;
    forEachJsonMember(text, [&secrets](QByteArrayView name, QByteArrayView value) {
        const bool isPlain = !name.contains('\\');
        if (isPlain ? isSecretMember(QLatin1StringView(name.sliced(1).chopped(1))) : isSecretMember(jsonName(name)))
            secrets << secretOf(jsonValue(value));
    });
    return secrets;
}

ApiKey::Read::Read(const QJsonObject &key, KeyText itsText, const std::optional<QString> &doubled)
    : text(std::move(itsText)), created(readServiceMoment(key.value("createdDate"_L1))),
      expires(readServiceMoment(key.value("expireDate"_L1))), revoked(jsonBoolean(key.value("revoked"_L1))),
      isEmpty(key.contains("key"_L1) && secretOf(key.value("key"_L1)).isEmpty())
{
    Rare found{doubled};
    readOtherMembers(key, found);
    if (found.doubledMember || found.otherMember || found.begins.isKnown())
        rare = std::make_shared<const Rare>(std::move(found));
}

const ApiKey::Read::Rare &ApiKey::rare() const
{
    static const Read::Rare none;
    return m_read->rare ? *m_read->rare : none;
}

ApiKey::ApiKey(const QJsonObject &object, KeyText text, const std::optional<QString> &doubledMember,
               KnownSecrets hidden)
    : m_read(std::make_shared<const Read>(object, std::move(text), doubledMember)), m_hidden(std::move(hidden))
{
    cleanWhatWasRead();
}

ApiKey::ApiKey(const QJsonObject &object, const std::optional<QString> &doubledMember, KnownSecrets hidden)
    : ApiKey(object, KeyText(object), doubledMember, std::move(hidden))
{
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
    key.m_looked = {};
    key.m_cleaned = {};
    key.cleanWhatWasRead();
    return key;
}

// What was not understood is shown as it was written; there is rarely any.
void ApiKey::cleanWhatWasRead()
{
    const auto &other = otherMember();
    const auto &doubled = doubledMember();
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
    Read::Rare cleanRare = rare();
    if (other)
        cleanRare.otherMember = {m_hidden.redacted(other->name), m_hidden.redacted(other->text)};
    if (doubled)
        cleanRare.doubledMember = m_hidden.redacted(*doubled);
    if (m_read->rare)
        clean->rare = std::make_shared<const Read::Rare>(std::move(cleanRare));
    m_read = clean;
}

// One at a time: a list is sorted by the names of all its keys, and shows the rest of few.
QJsonValue ApiKey::clean(Text text) const
{
    static constexpr std::array<QLatin1StringView, TextCount> members{"name"_L1, "description"_L1, "ownerId"_L1,
                                                                      "permissions"_L1, "revoked"_L1};
    const QLatin1StringView member = members.at(text);
    Looked &looked = m_looked.at(text);
    if (looked == Looked::IsCleaned)
        return m_cleaned.value(member);
    QJsonValue value = m_read->text.value(member);
    if (looked == Looked::IsClean)
        return value;
    looked = m_hidden.isIn(value) ? Looked::IsCleaned : Looked::IsClean;
    if (looked == Looked::IsCleaned) {
        value = m_hidden.redacted(value);
        m_cleaned.insert(member, value);
    }
    return value;
}

// A service that writes them by other names is not the one that was described. What it means is not guessed.
void ApiKey::Read::readOtherMembers(const QJsonObject &object, Rare &found)
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
            if (!found.begins.isKnown() || found.begins.moment < begin.moment)
                found.begins = begin;
            continue;
        }
        const QString written = jsonSource(member.value());
        if (!found.otherMember)
            found.otherMember = {key, written};
        if (name->isEnd && expires.kind == ServiceMoment::Kind::Nothing)
            expires = {ServiceMoment::Kind::Unreadable, {}, written};
    }
}

QString ApiKey::id() const
{
    return jsonText(m_read->text.value("id"_L1));
}

QString ApiKey::name() const
{
    return jsonText(clean(NameText));
}

QString ApiKey::storedName() const
{
    return jsonText(m_read->text.value("name"_L1));
}

QString ApiKey::createdText() const
{
    return created().kind == ServiceMoment::Kind::Unreadable ? created().text
                                                             : jsonSource(m_read->text.value("createdDate"_L1));
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
    return secretOf(m_read->text.value("key"_L1));
}

Secret ApiKey::clientSecret() const
{
    return secretOf(m_read->text.value("clientSecret"_L1));
}

QJsonValue ApiKey::permissions() const
{
    return unwrappedList(clean(PermissionsText));
}

QString ApiKey::revokedText() const
{
    return jsonSource(clean(RevokedText));
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
