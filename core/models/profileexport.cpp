#include "core/models/profileexport.h"

#include "core/document/secretwords.h"
#include "core/document/servicelist.h"
#include "core/document/user.h"
#include "core/models/hiddensecrets.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <set>

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

// A number may be a PIN, or be of a hash, but not a small one.
bool tellsNothing(const QJsonValue &value)
{
    constexpr double large = 100;
    return value.isBool() || value.isNull() || (value.isDouble() && qAbs(value.toDouble()) < large);
}

bool mayHoldSecret(const QString &member, const QJsonValue &value, bool isOfKey)
{
    if (tellsNothing(value))
        return false;
    const bool isForm = !value.isDouble();
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
            else
                insert(clean, member.key(), member.value(), false);
        }
        return clean;
    }

    /// The names of what was left out, each once.
    [[nodiscard]] QStringList leftOut() const { return {m_leftOut.begin(), m_leftOut.end()}; }

private:
    void insert(QJsonObject &clean, const QString &name, const QJsonValue &any, bool isOfKey) const
    {
        if (const QString shown = m_secrets.masked(name, name.size()); shown != name)
            m_leftOut.insert(shown);
        else if (mayHoldSecret(name, any, isOfKey))
            m_leftOut.insert(name);
        else
            clean.insert(name, value(any, isOfKey));
    }

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
        for (auto member = whole.begin(); member != whole.end(); ++member)
            insert(clean, member.key(), member.value(), isOfKey);
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
        m_leftOut.insert(u"value"_s);
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
    mutable std::set<QString> m_leftOut;
};

} // namespace

QByteArray profileJson(const User &user, Secrets secrets, const HiddenSecrets &known)
{
    if (secrets == Secrets::Include)
        return QJsonDocument(user.document()).toJson();
    const Cleaner cleaner(known);
    QJsonObject clean = cleaner.document(user.document());
    if (const QStringList leftOut = cleaner.leftOut(); !leftOut.isEmpty())
        clean.insert(LeftOutMember, QJsonArray::fromStringList(leftOut));
    return QJsonDocument(clean).toJson();
}

} // namespace lanyard
