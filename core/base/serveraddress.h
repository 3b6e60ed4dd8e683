#pragma once

#include <QString>

namespace lanyard {

/// The address of the service that is meant by what somebody typed or pasted: out of a browser, a manual, an e-mail.
/// What stands around it goes (a label, quotes, brackets), and so do query, fragment, and the paths of the service's
/// own calls and pages ("/v1/auth/login", "/swagger/index.html"). Whether it is a usable address is Origin::parse()'s
/// question. Text that names no server comes back as it is.
///
/// The address that comes back is shown to the user before anything is sent there.
[[nodiscard]] QString serverAddressFrom(const QString &typed);

} // namespace lanyard
