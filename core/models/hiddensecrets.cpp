#include "core/models/hiddensecrets.h"

#include "core/document/secretvalue.h"
#include "core/document/usersecrets.h"

namespace lanyard {

void HiddenSecrets::setToken(const Secret &token)
{
    if (m_token == token)
        return;
    m_token = token;
    m_known.reset();
}

void HiddenSecrets::setUser(const User &user)
{
    m_user = user;
    m_known.reset();
}

const KnownSecrets &HiddenSecrets::known() const
{
    if (!m_known)
        m_known = KnownSecrets(secretsOf(m_user) << m_token);
    return *m_known;
}

QString HiddenSecrets::shown(const QString &text, qsizetype size) const
{
    return m_isPresenting ? withoutSecretValues(known().redacted(text, size)) : text.left(size);
}

bool HiddenSecrets::finds(const QString &text) const
{
    return known().isIn(text) || holdsSecretValue(text);
}

KnownSecrets HiddenSecrets::ofKeyTexts() const
{
    return KnownSecrets(m_isPresenting ? secretSettingsOf(m_user) << m_token : QList<Secret>{m_token});
}

} // namespace lanyard
