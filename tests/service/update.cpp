// What the update call stores, and the generated keys and settings that make a large account.

#include "tests/service/accountstore.h"
#include "tests/service/contract.h"
#include "tests/service/dates.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

constexpr qint64 firstGeneratedId = 1'000'000;

// Puts the service's own members back into what a client sent; one that it never had goes away again.
void keepOwned(QJsonObject &object, const QJsonObject &stored, std::span<const Member> members)
{
    for (const Member &member : members) {
        if (member.owned && stored.contains(member.name)) {
            object.insert(member.name, stored.value(member.name));
        } else if (member.owned) {
            object.remove(member.name);
        }
    }
}

QJsonObject laidOver(QJsonObject below, const QJsonObject &above)
{
    for (auto it = above.constBegin(); it != above.constEnd(); ++it) {
        below.insert(it.key(), it.value());
    }
    return below;
}

// The first that has it.
QHash<QString, qsizetype> indexById(const QJsonArray &list)
{
    QHash<QString, qsizetype> index;
    for (qsizetype i = list.size(); i > 0; --i) {
        index.insert(idText(list.at(i - 1).toObject().value("id"_L1)), i - 1);
    }
    return index;
}

QJsonObject updatedSetting(const QJsonObject &stored, const QJsonObject &sent, bool replace)
{
    if (stored.value("readOnly"_L1).toBool()) {
        return stored;
    }
    QJsonObject result = replace ? sent : laidOver(stored, sent);
    keepOwned(result, stored, settingMembers());
    return result;
}

// Settings are matched by id. A replacing service drops those that were not sent, but for those that are read-only;
// one that it does not know is not made: no call creates settings.
QJsonArray updatedSettings(const QJsonArray &stored, const QJsonArray &sent, bool replace)
{
    QJsonArray result;
    const QHash<QString, qsizetype> indexes = indexById(sent);
    for (const QJsonValue item : stored) {
        const QJsonObject setting = item.toObject();
        const qsizetype index = indexes.value(idText(setting.value("id"_L1)), -1);
        if (index >= 0) {
            result.append(updatedSetting(setting, sent.at(index).toObject(), replace));
        } else if (!replace || setting.value("readOnly"_L1).toBool()) {
            result.append(setting);
        }
    }
    return result;
}

void generateInto(QJsonObject &user, QLatin1StringView member, int wanted, QJsonObject (*make)(int))
{
    QJsonArray list = user.value(member).toArray();
    int have = 0;
    for (qsizetype i = list.size(); i > 0; --i) {
        const qint64 number = list.at(i - 1).toObject().value("id"_L1).toInteger() - firstGeneratedId;
        if (number >= wanted) {
            list.removeAt(i - 1);
        } else if (number >= 0) {
            ++have;
        }
    }
    for (int number = have; number < wanted; ++number) {
        QJsonObject object = make(number);
        object.insert(u"id"_s, firstGeneratedId + number);
        list.append(object);
    }
    if (have != wanted || list.size() != user.value(member).toArray().size()) {
        user.insert(member, list);
    }
}

QJsonObject generatedKey(int number)
{
    return {{u"name"_s, u"Generated key %1"_s.arg(number)},
            {u"key"_s, u"api_"_s + QString::number(number).rightJustified(24, u'G')},
            {u"clientSecret"_s, u"generated-secret-%1"_s.arg(number)},
            {u"createdDate"_s, u"2023-01-01T00:00:00.1234567Z"_s},
            {u"permissions"_s, number % 16},
            {u"revoked"_s, number % 7 == 3}};
}

QJsonObject generatedSetting(int number)
{
    return {{u"category"_s, u"Category %1"_s.arg(number % 20)},
            {u"group"_s, u"Group %1"_s.arg(number % 100)},
            {u"name"_s, u"Generated setting %1"_s.arg(number)},
            {u"type"_s, u"String"_s},
            {u"value"_s, u"Value %1"_s.arg(number)}};
}

} // namespace

bool AccountStore::isTaken(const Account &account, const QString &member, const QString &text) const
{
    return std::any_of(m_accounts.begin(), m_accounts.end(), [&](const Account &other) {
        return other.id() != account.id() && !text.isEmpty() &&
               other.user.value(member).toString().compare(text, Qt::CaseInsensitive) == 0;
    });
}

std::optional<Refusal> AccountStore::update(Account &account, const QJsonObject &sent, const ServiceOptions &options)
{
    QJsonObject incoming = sent;
    for (const QString &member : options.ignoredMembers) {
        incoming.remove(member);
    }
    if (isTaken(account, u"userName"_s, incoming.value("userName"_L1).toString())) {
        return Refusal{11, u"The user name is already taken."_s};
    }
    if (options.refuseEmailInUse && isTaken(account, u"email"_s, incoming.value("email"_L1).toString())) {
        return Refusal{12, u"The e-mail address is already used by another account."_s};
    }

    const QJsonObject stored = account.user;
    QJsonObject user = options.replaceOnUpdate ? incoming : laidOver(stored, incoming);
    for (const QString &member : options.ignoredMembers) {
        if (stored.contains(member)) {
            user.insert(member, stored.value(member));
        }
    }
    if (user.value("userName"_L1).toString().isEmpty()) {
        user.insert(u"userName"_s, stored.value("userName"_L1));
    }
    if (!options.storeEverything) {
        keepOwned(user, stored, userMembers());
        const QJsonArray settings = stored.value("settings"_L1).toArray();
        if (incoming.value("settings"_L1).isArray()) {
            user.insert(u"settings"_s,
                        updatedSettings(settings, incoming.value("settings"_L1).toArray(), options.replaceOnUpdate));
        } else if (stored.contains("settings"_L1)) {
            user.insert(u"settings"_s, settings); // a list that was left out or null says nothing about its items
        }
    }
    user.insert(u"updatedAt"_s, Instant::now().text(options.dateForm, options.fractionDigits));
    account.user = user;
    return std::nullopt;
}

void AccountStore::generate(Account &account, const ServiceOptions &options)
{
    generateInto(account.user, "apiKeys"_L1, options.generatedKeys, generatedKey);
    generateInto(account.user, "settings"_L1, options.generatedSettings, generatedSetting);
}

} // namespace lanyard::testing
