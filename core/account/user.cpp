#include "core/account/user.h"

#include "core/account/jsontext.h"
#include "core/http/classify.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lanyard {

User::User(QJsonObject document) : m_document(std::move(document)), m_settingIndex(settingsArray()) {}

Result<User> User::fromAnswer(const ServiceAnswer &answer)
{
    User user(answer.envelope.value("user"_L1).toObject());
    user.m_inexact = answer.inexact;
    if (!user.id().isEmpty())
        return user;
    return errorOf(Error::Kind::NotTheService, u"the answer holds no user with an id"_s);
}

QString User::id() const
{
    return jsonText(m_document.value("id"_L1));
}

QString User::userName() const
{
    return jsonText(m_document.value("userName"_L1));
}

QString User::displayName() const
{
    const QString names[] = {jsonText(m_document.value("firstName"_L1)), jsonText(m_document.value("lastName"_L1))};
    const QString whole = QString(names[0] + u' ' + names[1]).simplified();
    for (const QString &name : {whole, userName(), jsonText(m_document.value("email"_L1))}) {
        if (!name.isEmpty())
            return name;
    }
    return id();
}

QStringList User::roles() const
{
    QStringList roles;
    const QJsonArray array = m_document.value("roles"_L1).toArray();
    for (const QJsonValue &role : array)
        roles << jsonText(role);
    return roles;
}

bool User::hasApiKeys() const
{
    return m_document.value("apiKeys"_L1).isArray();
}

bool User::hasSettings() const
{
    return m_document.value("settings"_L1).isArray();
}

QList<ApiKey> User::apiKeys() const
{
    QList<ApiKey> keys;
    const QJsonArray array = m_document.value("apiKeys"_L1).toArray();
    keys.reserve(array.size());
    for (const QJsonValue &key : array)
        keys.append(ApiKey(key.toObject()));
    return keys;
}

QList<Setting> User::settings() const
{
    QList<Setting> settings;
    const QJsonArray array = settingsArray();
    settings.reserve(array.size());
    for (const QJsonValue &setting : array)
        settings.append(Setting(setting.toObject()));
    return settings;
}

std::optional<Setting> User::setting(const QString &id) const
{
    const qsizetype index = m_settingIndex.first(id);
    return index < 0 ? std::nullopt : std::optional(Setting(settingsArray().at(index).toObject()));
}

bool User::canSetSetting(const QString &id) const
{
    return m_settingIndex.only(id) >= 0 && !setting(id)->readOnly();
}

QJsonValue User::valueAt(const Path &path) const
{
    if (!path.isSetting())
        return m_document.value(path.fieldKey());
    const qsizetype index = m_settingIndex.only(path.settingId());
    return index < 0 ? QJsonValue(QJsonValue::Undefined) : settingsArray().at(index).toObject().value("value"_L1);
}

std::optional<QString> User::settingNameAt(const Path &path) const
{
    const auto found =
        path.isSetting() && m_settingIndex.only(path.settingId()) >= 0 ? setting(path.settingId()) : std::nullopt;
    return found ? std::optional(found->fullName()) : std::nullopt;
}

QJsonArray User::settingsArray() const
{
    return m_document.value("settings"_L1).toArray();
}

} // namespace lanyard
