#pragma once

#include "core/document/change.h"

#include <QHash>

namespace lanyard {

class User;

/// Which setting an id stands for. A service may reuse an id for another setting: what belongs to the former one must
/// not reach the new one.
class SettingIdentity
{
public:
    /// The service has reported these settings.
    void learn(const User &user);
    void clear() { m_names.clear(); }

    /// Where, in @p next, the setting at @p path is: a former setting if its id now belongs to another one (see
    /// Path::formerSetting()), and no longer one if its id is its own again. Any other path is itself.
    [[nodiscard]] Path pathIn(const User &next, const Path &path) const;

private:
    QHash<QString, QString> m_names; // by id: Setting::fullName() as last reported by the service
};

} // namespace lanyard
