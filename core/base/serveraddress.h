#pragma once

#include <QString>

namespace lanyard {

/// The service address in text that was typed or pasted from a browser, a manual or an e-mail. Surrounding text (a
/// label, quotes, brackets) is removed, and so are the query, the fragment, and the paths of the service's own calls
/// and pages ("/v1/auth/login", "/swagger/index.html"). Origin::parse() decides whether the address is usable. Text
/// that names no server, or two, is returned unchanged.
[[nodiscard]] QString serverAddressFrom(const QString &typed);

/// Whether @p address, extracted from @p typed, has a different host or port from the one at the beginning of the text:
/// the user must then confirm it before anything is sent there.
[[nodiscard]] bool namesAnotherServer(const QString &typed, const QString &address);

/// Whether @p text holds the addresses of two servers, as a link does that leads to one by way of another:
/// "https://links.example/?url=https%3A%2F%2Flicences.example". It is then unknown which one is meant.
[[nodiscard]] bool namesTwoServers(const QString &text);

} // namespace lanyard
