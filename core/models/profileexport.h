#pragma once

#include <QByteArray>
#include <QLatin1StringView>

namespace lanyard {

class HiddenSecrets;
class User;

/// Whether an export holds what gives access: API keys, client secrets, values of secret settings.
enum class Secrets { LeaveOut, Include };

/// The member of an export without secrets that lists the names of the members which are not in it.
inline constexpr QLatin1StringView LeftOutMember{"$leftOut"};

/// The document of @p user as JSON. With Secrets::LeaveOut, members whose name speaks of a secret, or of another
/// form of one (`hash`), are left out, of an API key also those that may hold it, and of a secret setting all but what
/// it is, and LeftOutMember says which; where one of @p known stands in another text, the token included, it is
/// replaced.
[[nodiscard]] QByteArray profileJson(const User &user, Secrets secrets, const HiddenSecrets &known);

/// The profile of @p user as a vCard 4 (RFC 6350). Holds no secret, and none of @p known.
[[nodiscard]] QByteArray profileVCard(const User &user, const HiddenSecrets &known);

} // namespace lanyard
