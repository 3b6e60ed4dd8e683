// What is made of a document once, when it is first asked for: its keys, its settings, and what is known to be secret
// in it; and how all of it ends.
#include "core/base/background.h"
#include "core/document/servicelist.h"
#include "core/document/user.h"
#include "core/document/usersecrets.h"

#include <QJsonArray>

#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;

namespace lanyard {

const QList<ApiKey> &User::apiKeys() const
{
    if (m_apiKeys)
        return *m_apiKeys;
    m_apiKeys.emplace();
    const QJsonArray array = m_document.value("apiKeys"_L1).toArray();
    m_apiKeys->reserve(array.size());
    const ListSource list = listSource(m_source, u"apiKeys"_s);
    const QList<JsonSource::Span> spans = m_source.elementsAt(list.span);
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!isEntry(array.at(i)))
            continue;
        const auto doubled = i < spans.size() ? m_source.doubledMemberAt(spans.at(i)) : std::nullopt;
        m_apiKeys->append(
            ApiKey(array.at(i).toObject(), list.doubledMember ? list.doubledMember : doubled, knownKeys()));
    }
    return *m_apiKeys;
}

const QList<Setting> &User::settings() const
{
    if (m_settings)
        return *m_settings;
    m_settings.emplace();
    const QJsonArray array = settingsArray();
    m_settings->reserve(array.size());
    for (const QJsonValue &element : array) {
        const QJsonObject object = element.toObject();
        if (Setting::isNone(object))
            continue;
        const Setting setting(object);
        static_cast<void>(setting.looksSecret()); // found now: other threads get the list, which nobody may change then
        m_settings->append(setting);
    }
    return *m_settings;
}

const SettingNodes &User::settingNodes() const
{
    if (!m_settingNodes)
        m_settingNodes = SettingNodes(settings());
    return *m_settingNodes;
}

const KnownSecrets &User::knownKeys() const
{
    if (!m_knownKeys)
        m_knownKeys = KnownSecrets(keySecretsOf(*this));
    return *m_knownKeys;
}

const KnownSecrets &User::knownSettings() const
{
    if (!m_knownSettings)
        m_knownSettings = KnownSecrets(secretSettingsOf(*this));
    return *m_knownSettings;
}

void User::prepare() const
{
    static_cast<void>(apiKeys());
    static_cast<void>(settingNodes());
    static_cast<void>(knownSettings());
}

void User::shareWith(const User &last)
{
    if (m_source.isEmpty() || last.m_source.isEmpty())
        return;
    if (m_source.at(m_source.object()) == last.m_source.at(last.m_source.object())) {
        *this = last;
        return;
    }
    if (hasSameList(u"apiKeys"_s, last)) {
        m_document.insert("apiKeys"_L1, last.m_document.value("apiKeys"_L1));
        m_apiKeys = last.m_apiKeys;
        m_knownKeys = last.m_knownKeys;
    }
    if (hasSameList(u"settings"_s, last)) {
        m_document.insert("settings"_L1, last.m_document.value("settings"_L1));
        m_settingIndex = last.m_settingIndex;
        m_settings = last.m_settings;
        m_settingNodes = last.m_settingNodes;
        m_knownSettings = last.m_knownSettings;
    } else if (last.m_settingNodes) {
        m_settingNodes = last.m_settingNodes->with(settings());
    }
}

void letGo(User user)
{
    if (!user.isLarge())
        return;
    runInBackground([user = std::move(user)]() mutable {
        user = {};
#ifdef __GLIBC__
        malloc_trim(0); // it keeps what is freed, and the next document may not fit in there
#endif
    });
}

} // namespace lanyard
