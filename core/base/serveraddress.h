#pragma once

#include <QString>

namespace lanyard {

/// The address of the service that is meant by what somebody typed or pasted: out of a browser, a manual, an e-mail.
/// What stands around it goes (a label, quotes, brackets), and so do query, fragment, and the paths of the service's
/// own calls and pages ("/v1/auth/login", "/swagger/index.html"). Whether it is a usable address is Origin::parse()'s
/// question. Text that names no server comes back as it is.
///
[[nodiscard]] QString serverAddressFrom(const QString &typed);

/// Whether @p address, which was made of @p typed, has another host or port than stands at its beginning: then it is
/// for the user to look at before anything is sent there.
[[nodiscard]] bool namesAnotherServer(const QString &typed, const QString &address);

} // namespace lanyard
