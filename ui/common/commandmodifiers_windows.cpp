#include "ui/common/commandmodifiers.h"

namespace lanyard {

// AltGr is Control and Alt at once.
bool areOfCommand(Qt::KeyboardModifiers modifiers)
{
    constexpr Qt::KeyboardModifiers altGr = Qt::ControlModifier | Qt::AltModifier;
    return (modifiers & Qt::MetaModifier) || ((modifiers & altGr) && (modifiers & altGr) != altGr);
}

} // namespace lanyard
