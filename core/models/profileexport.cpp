#include "core/models/profileexport.h"

#include "core/base/knownsecrets.h"
#include "core/document/secretwords.h"
#include "core/document/servicelist.h"
#include "core/document/user.h"
#include "core/document/usersecrets.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr std::array keyMembers{"id"_L1,         "name"_L1,    "description"_L1, "createdDate"_L1,
                                "expireDate"_L1, "ownerId"_L1, "revoked"_L1,     "permissions"_L1};
constexpr std::array settingMembers{"id"_L1,   "category"_L1,    "group"_L1,    "name"_L1,
                                    "type"_L1, "description"_L1, "readOnly"_L1, "userId"_L1};

// Takes out of a document what gives access.
class Cleaner
{
public:
    explicit Cleaner(const User &user) : m_secrets(secretsOf(user)) {}

    [[nodiscard]] QJsonObject document(const QJsonObject &whole) const
    {
        QJsonObject clean;
        for (auto member = whole.begin(); member != whole.end(); ++member) {
            if (member.key() == "apiKeys"_L1)
                clean.insert(member.key(), keys(member.value()));
            else if (member.key() == "settings"_L1)
                clean.insert(member.key(), settings(member.value()));
            else if (!speaksOfSecret(member.key()))
                clean.insert(member.key(), value(member.value()));
        }
        return clean;
    }

private:
    [[nodiscard]] QJsonValue value(const QJsonValue &any) const
    {
        if (any.isObject())
            return object(any.toObject());
        if (any.isArray()) {
            QJsonArray clean;
            for (const QJsonArray array = any.toArray(); const QJsonValue element : array)
                clean.append(value(element));
            return clean;
        }
        return any.isString() ? QJsonValue(withoutSecrets(any.toString(), m_secrets)) : any;
    }

    [[nodiscard]] QJsonObject object(const QJsonObject &whole) const
    {
        QJsonObject clean;
        for (auto member = whole.begin(); member != whole.end(); ++member) {
            if (!speaksOfSecret(member.key()))
                clean.insert(member.key(), value(member.value()));
        }
        return clean;
    }

    template<typename Members>
    [[nodiscard]] QJsonObject only(const Members &members, const QJsonObject &whole) const
    {
        QJsonObject clean;
        for (const QLatin1StringView member : members) {
            if (whole.contains(member))
                clean.insert(member, value(whole.value(member)));
        }
        return clean;
    }

    // What is not the list that was described may be anything.
    [[nodiscard]] QJsonArray keys(const QJsonValue &list) const
    {
        QJsonArray clean;
        for (const QJsonArray array = unwrappedList(list).toArray(); const QJsonValue element : array) {
            if (element.isObject())
                clean.append(only(keyMembers, element.toObject()));
        }
        return clean;
    }

    [[nodiscard]] QJsonArray settings(const QJsonValue &list) const
    {
        QJsonArray clean;
        for (const QJsonArray array = unwrappedList(list).toArray(); const QJsonValue element : array) {
            if (!element.isObject())
                continue;
            const QJsonObject setting = element.toObject();
            clean.append(Setting(setting).looksSecret() ? only(settingMembers, setting) : object(setting));
        }
        return clean;
    }

    KnownSecrets m_secrets;
};

} // namespace

QByteArray profileJson(const User &user, Secrets secrets)
{
    const QJsonObject &document = user.document();
    return QJsonDocument(secrets == Secrets::Include ? document : Cleaner(user).document(document)).toJson();
}

} // namespace lanyard
