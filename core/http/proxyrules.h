#pragma once

#include "core/http/origin.h"

#include <QNetworkProxy>
#include <QProcessEnvironment>

#include <optional>

namespace lanyard {

/// The proxy that the environment names for an https origin, as curl reads it: https_proxy, then all_proxy, each in
/// small letters first, and no_proxy. NoProxy when no_proxy excludes the origin; nothing when the environment names
/// none.
[[nodiscard]] std::optional<QNetworkProxy> proxyFor(const Origin &origin, const QProcessEnvironment &environment);

} // namespace lanyard
