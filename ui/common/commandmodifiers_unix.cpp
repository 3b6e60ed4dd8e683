#include "ui/common/commandmodifiers.h"

namespace lanyard {

// Under X11 and Wayland AltGr is none of these.
bool areOfCommand(Qt::KeyboardModifiers modifiers)
{
    return (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0;
}

} // namespace lanyard
