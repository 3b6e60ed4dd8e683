// The keys of a document: of those that were received only their text is kept, and what was read of each.
#include "core/base/json.h"
#include "core/document/user.h"
#include "core/document/usersecrets.h"

using namespace Qt::StringLiterals;

namespace lanyard {

void User::setKeysApart()
{
    const QJsonValue keys = m_rest.value("apiKeys"_L1);
    const JsonSource::Span list = listSource(m_source, u"apiKeys"_s).span;
    if (!keys.isArray() || !m_source.at(list).startsWith('['))
        return;
    m_keysTree = keys.toArray();
    m_keyEntries = m_keysTree->size();
    m_keysText = std::make_shared<ListText>(m_source, list);
    m_rest.remove("apiKeys"_L1);
}

// Which were received as the same text.
void User::takeKeysOf(const User &other)
{
    m_keyEntries = other.m_keyEntries;
    m_keysText = other.m_keysText;
    m_keysTree = other.m_keysTree;
    m_apiKeys = other.m_apiKeys;
    m_knownKeys = other.m_knownKeys;
}

QJsonObject User::document() const
{
    QJsonObject whole = m_rest;
    if (isKeysApart())
        whole.insert("apiKeys"_L1, keysArray());
    return whole;
}

QJsonArray User::keysArray() const
{
    if (!isKeysApart())
        return m_rest.value("apiKeys"_L1).toArray();
    if (m_keysTree)
        return *m_keysTree;
    const QByteArrayView text = m_source.at(listSource(m_source, u"apiKeys"_s).span);
    return parseJson(QByteArray::fromRawData(text.data(), text.size())).array();
}

bool User::hasApiKeys() const
{
    return keysForm() == ListForm::Read;
}

ListForm User::keysForm() const
{
    return isKeysApart() ? ListForm::Read : listForm(m_rest.value("apiKeys"_L1));
}

qsizetype User::keyEntries() const
{
    return isKeysApart() ? m_keyEntries : m_rest.value("apiKeys"_L1).toArray().size();
}

bool User::hasSameKeys(const User &other) const
{
    if (hasSameList(u"apiKeys"_s, other))
        return true;
    return keysForm() == other.keysForm() && keyEntries() == other.keyEntries() &&
           m_rest.value("apiKeys"_L1) == other.m_rest.value("apiKeys"_L1) && apiKeys() == other.apiKeys();
}

bool User::hasSameList(const QString &member, const User &other) const
{
    const JsonSource::Span here = m_source.value(member);
    const JsonSource::Span there = other.m_source.value(member);
    return !here.isEmpty() && !there.isEmpty() && m_source.at(here) == other.m_source.at(there) &&
           !m_source.isDoubled(member) && !other.m_source.isDoubled(member);
}

const QList<ApiKey> &User::apiKeys() const
{
    if (m_apiKeys)
        return *m_apiKeys;
    m_apiKeys.emplace();
    const QJsonArray array = keysArray();
    m_apiKeys->reserve(array.size());
    const ListSource list = listSource(m_source, u"apiKeys"_s);
    const QList<JsonSource::Span> spans = m_source.elementsAt(list.span);
    const bool hasTexts = m_keysText && spans.size() == array.size();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!isEntry(array.at(i)))
            continue;
        const QJsonObject key = array.at(i).toObject();
        const auto doubled = i < spans.size() ? m_source.doubledMemberAt(spans.at(i)) : std::nullopt;
        m_apiKeys->append(ApiKey(key, hasTexts ? KeyText(m_keysText, list.span, spans.at(i)) : KeyText(key),
                                 list.doubledMember ? list.doubledMember : doubled, knownKeys()));
    }
    return *m_apiKeys;
}

QList<Secret> User::keySecrets() const
{
    QList<Secret> secrets;
    const QList<JsonSource::Span> keys = m_source.elementsAt(listSource(m_source, u"apiKeys"_s).span);
    for (const JsonSource::Span &key : keys)
        secrets << ApiKey::secretsIn(m_source.at(key));
    if (!keys.isEmpty())
        return secrets;
    for (const QJsonArray tree = keysArray(); const QJsonValue key : tree)
        secrets << ApiKey::secretsIn(key.toObject());
    return secrets;
}

const KnownSecrets &User::knownKeys() const
{
    if (!m_knownKeys)
        m_knownKeys = KnownSecrets(keySecretsOf(*this));
    return *m_knownKeys;
}

} // namespace lanyard
