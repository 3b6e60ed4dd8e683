#include "core/document/usersecrets.h"

#include "core/base/knownsecrets.h"
#include "core/document/secretvalue.h"
#include "core/document/user.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lanyard {

QList<Secret> secretsOf(const QList<ApiKey> &keys)
{
    QList<Secret> secrets;
    secrets.reserve(2 * keys.size());
    for (const ApiKey &key : keys)
        secrets << key.key() << key.clientSecret();
    return secrets;
}

QList<Secret> secretsOf(const User &user)
{
    QList<Secret> secrets;
    for (const QJsonArray keys = user.document().value("apiKeys"_L1).toArray(); const QJsonValue key : keys)
        secrets << ApiKey::secretsIn(key.toObject());
    return secrets << secretSettingsOf(user);
}

QList<Secret> secretSettingsOf(const User &user)
{
    QList<Secret> secrets;
    for (const QList<Setting> settings = user.settings(); const Setting &setting : settings) {
        if (setting.looksSecret())
            secrets << Secret::fromText(setting.value());
        for (const QStringList parts = secretsInValue(setting.value()); const QString &part : parts)
            secrets << Secret::fromText(part);
    }
    return secrets;
}

QString withoutSecrets(const QString &text, const KnownSecrets &known)
{
    return withoutSecretValues(known.redacted(text));
}

} // namespace lanyard
