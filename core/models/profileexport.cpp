#include "core/models/profileexport.h"

#include "core/document/secretwords.h"
#include "core/document/servicelist.h"
#include "core/document/user.h"
#include "core/models/hiddensecrets.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// Of anything, besides what speaksOfSecret(): a member whose name ends with one of these may hold a secret in another
// form. A switch, a number or nothing is none: "encrypted": true.
constexpr std::array hashEnds{"hash"_L1, "digest"_L1, "cipher"_L1, "encrypted"_L1};
// Of a key, also: a member whose name ends with one of these may hold the key in another form,
// or one that it can be found from. "keyId" and "scopes" do not.
constexpr std::array keyEnds{"key"_L1,  "checksum"_L1, "value"_L1, "raw"_L1, "signature"_L1,
                             "seed"_L1, "plain"_L1,    "text"_L1,  "sha"_L1};
constexpr std::array settingMembers{"id"_L1,   "category"_L1,    "group"_L1,    "name"_L1,
                                    "type"_L1, "description"_L1, "readOnly"_L1, "userId"_L1};

bool mayHoldSecret(const QString &member, const QJsonValue &value, bool isOfKey)
{
    const bool isForm = !value.isBool() && !value.isDouble() && !value.isNull();
    QString letters = member.toLower();
    letters.removeIf([](QChar c) { return !c.isLetter(); }); // hash_2, sha256-hash
    const auto isEnd = [&letters](QLatin1StringView end) { return letters.endsWith(end); };
    return speaksOfSecret(member) || (isForm && std::any_of(hashEnds.begin(), hashEnds.end(), isEnd)) ||
           (isOfKey && std::any_of(keyEnds.begin(), keyEnds.end(), isEnd));
}

// Takes out of a document what gives access.
class Cleaner
{
public:
    explicit Cleaner(const HiddenSecrets &secrets) : m_secrets(secrets) {}

    [[nodiscard]] QJsonObject document(const QJsonObject &whole) const
    {
        QJsonObject clean;
        for (auto member = whole.begin(); member != whole.end(); ++member) {
            if (member.key() == "apiKeys"_L1)
                clean.insert(member.key(), keys(member.value()));
            else if (member.key() == "settings"_L1)
                clean.insert(member.key(), settings(member.value()));
            else if (!mayHoldSecret(member.key(), member.value(), false))
                clean.insert(member.key(), value(member.value()));
        }
        return clean;
    }

private:
    [[nodiscard]] QJsonValue value(const QJsonValue &any, bool isOfKey = false) const
    {
        if (any.isObject())
            return object(any.toObject(), isOfKey);
        if (any.isArray()) {
            QJsonArray clean;
            for (const QJsonArray array = any.toArray(); const QJsonValue element : array)
                clean.append(value(element, isOfKey));
            return clean;
        }
        const QString text = any.toString();
        return any.isString() ? QJsonValue(m_secrets.masked(text, text.size())) : any;
    }

    [[nodiscard]] QJsonObject object(const QJsonObject &whole, bool isOfKey = false) const
    {
        QJsonObject clean;
        for (auto member = whole.begin(); member != whole.end(); ++member) {
            if (!mayHoldSecret(member.key(), member.value(), isOfKey))
                clean.insert(member.key(), value(member.value(), isOfKey));
        }
        return clean;
    }

    // What else a secret setting has may be its value, such as the one before.
    [[nodiscard]] QJsonObject withoutValue(const QJsonObject &whole) const
    {
        QJsonObject clean;
        for (const QLatin1StringView member : settingMembers) {
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
                clean.append(object(element.toObject(), true));
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
            clean.append(Setting(setting).looksSecret() ? withoutValue(setting) : object(setting));
        }
        return clean;
    }

    const HiddenSecrets &m_secrets;
};

} // namespace

QByteArray profileJson(const User &user, Secrets secrets, const HiddenSecrets &known)
{
    const QJsonObject &document = user.document();
    return QJsonDocument(secrets == Secrets::Include ? document : Cleaner(known).document(document)).toJson();
}

} // namespace lanyard
