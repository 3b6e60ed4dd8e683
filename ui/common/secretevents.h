#pragma once

namespace lanyard {

/// From now on, programs that listen for accessibility are told dots instead of what is typed into, or taken out of, a
/// line that shows dots. (QLineEdit masks its text when it is asked for it, but tells of every change in clear, up to
/// Qt 6.4 at least: QWidgetLineControl::internalInsert().)
void maskSecretEvents();

} // namespace lanyard
