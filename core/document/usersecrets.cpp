#include "core/document/usersecrets.h"

#include "core/base/knownsecrets.h"
#include "core/document/secretvalue.h"
#include "core/document/user.h"

#include <QRegularExpression>

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

QList<Secret> keySecretsOf(const User &user)
{
    return user.keySecrets();
}

QList<Secret> secretsOf(const User &user)
{
    return keySecretsOf(user) << secretSettingsOf(user);
}

// Of an address with a password in it only what stands before the host: the host, its port and one name, such as that
// of a database, are told elsewhere, and no secrets. Whatever else is in it may be.
static QString secretPartOf(const QString &value)
{
    static const QRegularExpression address(
        u"\\A\\s*(?<access>[A-Za-z][A-Za-z0-9+.-]{0,30}://[^\\s/?#@:]*:[^\\s/?#@]+@)"
        "[\\p{L}\\p{N}.-]+(?::[0-9]{1,5})?(?:/[\\p{L}\\p{N}_-]{0,32})?\\s*\\z"_s);
    const QRegularExpressionMatch match = address.match(value);
    return match.hasMatch() ? match.captured(u"access"_s) : value;
}

QList<Secret> secretSettingsOf(const User &user)
{
    QList<Secret> secrets;
    for (const Setting &setting : user.settings()) {
        if (setting.looksSecret())
            secrets << Secret::fromText(secretPartOf(setting.value()));
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
