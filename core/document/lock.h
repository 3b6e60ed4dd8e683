#pragma once

#include "core/base/error.h"
#include "core/base/jsonsource.h"

#include <optional>

namespace lanyard {

/// Why a value cannot be edited safely in the bytes where it stands (see User::lock()).

/// There are two of @p member, and it is unknown which one counts.
[[nodiscard]] Error doubledMember(const QString &member);
/// The lock of one member of @p object.
[[nodiscard]] std::optional<Error> memberLock(const JsonSource &object, const QString &member);
/// The lock of the value of a setting.
[[nodiscard]] std::optional<Error> settingLock(const JsonSource &setting);

/// Whether the number at @p span cannot be represented exactly by Qt's reader.
[[nodiscard]] bool isInexactNumber(const JsonSource &source, const JsonSource::Span &span);

} // namespace lanyard
