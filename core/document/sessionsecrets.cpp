#include "core/document/sessionsecrets.h"

#include "core/document/usersecrets.h"

#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// To @p former what is in @p before and not in @p now.
void addMissing(QList<Secret> &former, const QList<Secret> &before, const QList<Secret> &now)
{
    QSet<QByteArrayView> seen; // into the secrets of the three lists
    for (const QList<Secret> *secrets : {&now, &std::as_const(former)}) {
        for (const Secret &secret : *secrets)
            seen.insert(secret.expose());
    }
    for (const Secret &secret : before) {
        if (secret.isEmpty() || seen.contains(secret.expose()))
            continue;
        seen.insert(secret.expose());
        former.append(secret);
    }
    if (former.size() > SessionSecrets::MostFormer)
        former.remove(0, former.size() - SessionSecrets::MostFormer);
}

} // namespace

void SessionSecrets::follow(const User &user)
{
    const User before = std::exchange(m_user, user);
    if (user.isEmpty() || user.id() != before.id()) {
        m_formerKeys.clear();
        m_formerSettings.clear();
        return;
    }
    if (!user.hasSameList(u"apiKeys"_s, before))
        addMissing(m_formerKeys, keySecretsOf(before), keySecretsOf(user));
    if (!user.hasSameList(u"settings"_s, before))
        addMissing(m_formerSettings, secretSettingsOf(before), secretSettingsOf(user));
}

void SessionSecrets::followSame(const User &user)
{
    if (user.id() == m_user.id() && user.hasSameList(u"apiKeys"_s, m_user) && user.hasSameList(u"settings"_s, m_user))
        m_user = user;
}

QList<Secret> SessionSecrets::all() const
{
    return secretsOf(m_user) << m_formerKeys << m_formerSettings;
}

KnownSecrets SessionSecrets::known() const
{
    return m_user.knownKeys() + KnownSecrets(m_formerKeys) + knownSettings();
}

KnownSecrets SessionSecrets::knownSettings() const
{
    return m_user.knownSettings() + KnownSecrets(m_formerSettings);
}

} // namespace lanyard
