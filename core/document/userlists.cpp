// What is made of a document once, when it is first asked for: its settings and what is known to be secret in it (for
// its keys see userkeys.cpp); and how all of it ends.
#include "core/base/background.h"
#include "core/base/freedmemory.h"
#include "core/document/servicelist.h"
#include "core/document/user.h"
#include "core/document/usersecrets.h"

#include <QJsonArray>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

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
    m_keysTree.reset();
}

void User::shareWith(const User &last)
{
    if (m_source.isEmpty() || last.m_source.isEmpty())
        return;
    if (m_source.at(m_source.object()) == last.m_source.at(last.m_source.object())) {
        *this = last;
        return;
    }
    if (isKeysApart() && hasSameList(u"apiKeys"_s, last)) {
        takeKeysOf(last);
        m_keysText->moveTo(m_source, listSource(m_source, u"apiKeys"_s).span);
    }
    if (hasSameList(u"settings"_s, last)) {
        m_rest.insert("settings"_L1, last.m_rest.value("settings"_L1));
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
        giveBackFreed();
    });
}

} // namespace lanyard
