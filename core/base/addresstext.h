#pragma once

#include <QString>

namespace lanyard {

/// @p typed without the invisible characters that come along from web pages and chats: none is part of an address.
[[nodiscard]] QString withoutInvisible(QString typed);

/// @p typed without what stands before the host: a user name and a password, which no address of a service has.
/// Empty if that cannot be told from what stands behind the host.
[[nodiscard]] QString withoutUserInfo(const QString &typed);

} // namespace lanyard
