#pragma once

#include "core/base/result.h"
#include "core/http/origin.h"

#include <QNetworkProxy>
#include <QProcessEnvironment>

#include <optional>

namespace lanyard {

/// The proxy that the environment names for an https origin, as curl reads it: https_proxy, then all_proxy, each in
/// small letters first, and no_proxy. NoProxy when no_proxy excludes the origin; nothing when the environment names
/// none. ProxyUnsupported when it names one that is neither an HTTP nor a SOCKS5 proxy, or with an address that is
/// none: to take it for one would send it what it does not understand, and to go around it is not for us to decide.
[[nodiscard]] Result<std::optional<QNetworkProxy>> proxyFor(const Origin &origin,
                                                            const QProcessEnvironment &environment);

} // namespace lanyard
