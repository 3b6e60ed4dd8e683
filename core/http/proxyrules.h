#pragma once

#include "core/base/result.h"
#include "core/http/origin.h"

#include <QNetworkProxy>
#include <QProcessEnvironment>

#include <optional>

namespace lanyard {

/// The proxy that the environment names for an https origin, as curl reads it: https_proxy, then all_proxy, each in
/// lower case first, and no_proxy. NoProxy if no_proxy excludes the origin; nullopt if the environment names none.
/// ProxyUnsupported if it names one that is neither an HTTP nor a SOCKS5 proxy, or has an invalid address: treating it
/// as one would send it a protocol it does not understand, and bypassing it is not for us to decide.
[[nodiscard]] Result<std::optional<QNetworkProxy>> proxyFor(const Origin &origin,
                                                            const QProcessEnvironment &environment);

} // namespace lanyard
