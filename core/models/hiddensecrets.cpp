#include "core/models/hiddensecrets.h"

#include "core/document/secretvalue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

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
    const User &last = m_secrets.user();
    m_isOther |= !user.hasSameList(u"apiKeys"_s, last) || !user.hasSameList(u"settings"_s, last);
    m_secrets.follow(user);
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

QList<Secret> HiddenSecrets::all() const
{
    return m_secrets.all() << m_token << m_unsaved;
}

const KnownSecrets &HiddenSecrets::known() const
{
    if (!m_known)
        m_known = m_secrets.known() + KnownSecrets(QList<Secret>(m_unsaved) << m_token);
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

QString HiddenSecrets::withoutKnown(const QString &text) const
{
    return withoutOthers(known().redacted(text));
}

bool HiddenSecrets::finds(const QString &text) const
{
    return findsKnown(text) || holdsSecretValue(text);
}

bool HiddenSecrets::findsKnown(const QString &text) const
{
    const auto isIn = [&text](const HiddenSecrets *other) { return other->known().isIn(text); };
    const QList<const HiddenSecrets *> all = others() << this;
    return std::any_of(all.begin(), all.end(), isIn);
}

// One of which only the end can be seen is searched for by that, too.
bool HiddenSecrets::hasPart(const QString &words) const
{
    constexpr qsizetype shortest = 5;
    QStringList parts = words.split(u' ');
    parts.removeIf([](const QString &part) { return part.size() < shortest || mayBeWords(part); });
    const auto isIn = [&parts](const Secret &secret) {
        QString text = secret.exposeText();
        const bool isFound = std::any_of(parts.begin(), parts.end(), [&text](const QString &part) {
            return text.contains(part, Qt::CaseInsensitive);
        });
        wipe(text);
        return isFound;
    };
    const auto hasIt = [&isIn](const HiddenSecrets *one) {
        const QList<Secret> secrets = one->all();
        return std::any_of(secrets.begin(), secrets.end(), isIn);
    };
    const QList<const HiddenSecrets *> open = others() << this;
    return !parts.isEmpty() && std::any_of(open.begin(), open.end(), hasIt);
}

QString HiddenSecrets::searched(const QString &words) const
{
    const QString clean = masked(words, words.size());
    return hasPart(clean) ? SecretMask.toString() : clean;
}

bool HiddenSecrets::isNotKept(const QString &text) const
{
    const auto isBegun = [&text](const HiddenSecrets *other) { return other->known().isBegunIn(text); };
    const QList<const HiddenSecrets *> all = others() << this;
    return finds(text) || std::any_of(all.begin(), all.end(), isBegun);
}

KnownSecrets HiddenSecrets::ofKeyTexts() const
{
    KnownSecrets known = KnownSecrets(QList<Secret>(m_secrets.formerKeys()) << m_token) + ofOthers();
    if (!m_isPresenting)
        return known;
    known += m_secrets.knownSettings() + KnownSecrets(m_unsaved);
    for (const HiddenSecrets *other : others())
        known += KnownSecrets(other->m_unsaved);
    return known;
}

KnownSecrets HiddenSecrets::ofOthers() const
{
    KnownSecrets known;
    for (const HiddenSecrets *other : others())
        known += other->m_secrets.known() + KnownSecrets({other->m_token});
    return known;
}

} // namespace lanyard
