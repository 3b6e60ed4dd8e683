#pragma once

#include <QJsonValue>
#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace lanyard {

/// What a member of an API key by a name that the service's description does not know ("isRevoked", "ExpireDate",
/// "validFrom") speaks of.
struct KeyStateName
{
    QLatin1StringView pattern;    ///< of the name, in lower case and without what is no letter
    std::optional<bool> harmless; ///< what it says of a usable key; nullopt: not a matter of yes and no
    bool isEnd = false;           ///< when the key expires
    bool isBegin = false;         ///< when the key becomes valid

    /// Whether @p value only says that nothing is wrong with the key.
    [[nodiscard]] bool isHarmless(const QJsonValue &value) const;
};

/// Null if a member called @p member does not speak of the state of a key.
[[nodiscard]] const KeyStateName *keyStateName(const QString &member);

} // namespace lanyard
