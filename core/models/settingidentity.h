#pragma once

#include "core/document/change.h"
#include "core/document/settingids.h"
#include "core/document/user.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <optional>
#include <utility>

namespace lanyard {

/// Which setting an id stands for. A service may reuse an id for another setting: what belongs to the former one must
/// not reach the new one. Or it gives a setting a new id (see SettingIds): then what belongs to it follows.
class SettingIdentity
{
public:
    /// The service has reported these settings.
    void learn(const User &user);
    /// So did an earlier run, in which @p change was made.
    void learn(const Change &change);
    void clear() { *this = {}; }

    /// Tells where, in @p next, the setting at a path is: under its new id, if it has one; a former setting if its id
    /// now belongs to another one (see Path::formerSetting()), and no longer one if its id is its own again. Any other
    /// path is itself. To be asked for before learn(next).
    [[nodiscard]] std::function<Path(const Path &)> pathsIn(const User &next) const;
    /// The id that the setting which had @p id has now.
    [[nodiscard]] QString idNow(const QString &id) const;
    /// Where the setting of @p change, made in an earlier run, is in @p user.
    [[nodiscard]] static Path restoredPath(const Change &change, const User &user);
    /// The setting at @p path as a former setting, which knows its name when nothing else does any more.
    [[nodiscard]] Path named(const Path &path) const;
    /// Whether the setting at @p path did not look secret when the service last reported it.
    [[nodiscard]] bool isPlain(const Path &path) const;

private:
    [[nodiscard]] bool isAsReported(const User &user) const;
    void keepFormer(const User &next);
    void learnNewIds(const User &next);
    /// As last reported by the service; nullopt if the id is not known.
    [[nodiscard]] std::optional<SettingMark> markOf(const QString &id) const;

    User m_reported;                                 // the last document that was learned
    User m_withSettings;                             // the last one that had settings, of which nothing is kept twice
    QHash<QString, SettingMark> m_former;            // of settings that it does not have, by id
    QHash<QString, QString> m_newIds;                // by the id before
    QSet<std::pair<QString, QString>> m_formerPlain; // that were no secrets, each by id and full name
};

} // namespace lanyard
