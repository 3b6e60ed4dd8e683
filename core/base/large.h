#pragma once

#include <QtGlobal>

namespace lanyard {

/// From this size on, in bytes, a response and what is made of it is read, made and destroyed in another thread (see
/// inBackground()): a hundred milliseconds of it would visibly block the window.
constexpr qsizetype LargeBytes = 256 * 1024;

} // namespace lanyard
