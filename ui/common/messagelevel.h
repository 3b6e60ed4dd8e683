#pragma once

#include "core/base/messagequeue.h"
#include "ui/look/tonedlabel.h"

namespace lanyard {

/// How a message looks by its level: the colour and the mark, and what the mark is called.
[[nodiscard]] Tone toneOf(Message::Level level);
[[nodiscard]] QLatin1StringView iconOf(Message::Level level);
[[nodiscard]] QString nameOf(Message::Level level);

} // namespace lanyard
