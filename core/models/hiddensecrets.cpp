#include "core/models/hiddensecrets.h"

#include "core/document/secretvalue.h"
#include "core/document/usersecrets.h"

#include <algorithm>

namespace lanyard {

HiddenSecrets::~HiddenSecrets()
{
    if (m_open)
        m_open->removeOne(this);
}

void HiddenSecrets::join(const OpenSecrets &open)
{
    Q_ASSERT(!m_open && open);
    m_open = open;
    m_open->append(this);
}

QList<const HiddenSecrets *> HiddenSecrets::others() const
{
    QList<const HiddenSecrets *> others = m_open ? *m_open : QList<const HiddenSecrets *>();
    others.removeOne(this);
    return others;
}

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

bool HiddenSecrets::setUnsaved(const QList<Secret> &unsaved)
{
    if (m_unsaved == unsaved)
        return false;
    m_unsaved = unsaved;
    m_known.reset();
    return true;
}

const KnownSecrets &HiddenSecrets::known() const
{
    if (!m_known)
        m_known = KnownSecrets(secretsOf(m_user) << m_token << m_unsaved);
    return *m_known;
}

QString HiddenSecrets::shown(const QString &text, qsizetype size) const
{
    return m_isPresenting ? masked(text, size) : text.left(size);
}

QString HiddenSecrets::masked(const QString &text, qsizetype size) const
{
    constexpr qsizetype room = 1000; // for a secret that begins in the first characters, and goes on
    const bool isAlone = !m_open || m_open->size() < 2;
    if (text.size() < ShortestReplaced) // a filter that is being typed: many secrets take a moment to know
        return withoutSecretValues(text.left(size));
    return withoutSecretValues(known().redacted(isAlone ? text : withoutOthers(text.left(size + room)), size));
}

QString HiddenSecrets::withoutOthers(QString text) const
{
    for (const HiddenSecrets *other : others())
        text = other->known().redacted(text);
    return text;
}

bool HiddenSecrets::finds(const QString &text) const
{
    const auto isIn = [&text](const HiddenSecrets *other) { return other->known().isIn(text); };
    const QList<const HiddenSecrets *> all = others() << this;
    return std::any_of(all.begin(), all.end(), isIn) || holdsSecretValue(text);
}

bool HiddenSecrets::isNotKept(const QString &text) const
{
    const auto isBegun = [&text](const HiddenSecrets *other) { return other->known().isBegunIn(text); };
    const QList<const HiddenSecrets *> all = others() << this;
    return finds(text) || std::any_of(all.begin(), all.end(), isBegun);
}

KnownSecrets HiddenSecrets::ofKeyTexts() const
{
    QList<Secret> secrets{m_token};
    if (m_isPresenting)
        secrets << secretSettingsOf(m_user) << m_unsaved;
    for (const HiddenSecrets *other : m_isPresenting ? others() : QList<const HiddenSecrets *>())
        secrets << secretsOf(other->m_user) << other->m_token << other->m_unsaved;
    return KnownSecrets(secrets);
}

} // namespace lanyard
