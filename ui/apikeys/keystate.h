#pragma once

#include "core/document/apikey.h"
#include "ui/look/icons.h"

namespace lanyard {

/// How the state of a key is shown, beside its word.
struct KeyMark
{
    QLatin1StringView icon;
    Tone tone;
};

[[nodiscard]] KeyMark keyMark(ApiKey::State state);

} // namespace lanyard
