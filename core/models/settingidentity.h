#pragma once

#include "core/document/change.h"

#include <QHash>

#include <set>

namespace lanyard {

class User;

/// Which setting an id stands for. A service may reuse an id for another setting: what belongs to the former one must
/// not reach the new one.
class SettingIdentity
{
public:
    /// The service has reported these settings.
    void learn(const User &user);
    /// So did an earlier run, in which @p change was made.
    void learn(const Change &change);
    void clear() { *this = {}; }

    /// Where, in @p next, the setting at @p path is: a former setting if its id now belongs to another one (see
    /// Path::formerSetting()), and no longer one if its id is its own again. Any other path is itself.
    [[nodiscard]] Path pathIn(const User &next, const Path &path) const;
    /// The setting at @p path as a former setting, which knows its name when nothing else does any more.
    [[nodiscard]] Path named(const Path &path) const;
    /// Whether the setting at @p path did not look secret when the service last reported it.
    [[nodiscard]] bool isPlain(const Path &path) const;

private:
    QHash<QString, QString> m_names; // by id: Setting::fullName() as last reported by the service
    std::set<Path> m_plain;          // each by id and name, as a former setting
};

} // namespace lanyard
