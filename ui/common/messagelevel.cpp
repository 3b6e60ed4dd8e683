#include "ui/common/messagelevel.h"

#include "ui/common/messagebar.h"

using namespace Qt::StringLiterals;

namespace lanyard {

Tone toneOf(Message::Level level)
{
    switch (level) {
    case Message::Level::Error:
        return Tone::Bad;
    case Message::Level::Warning:
        return Tone::Warning;
    default:
        return Tone::Quiet;
    }
}

QLatin1StringView iconOf(Message::Level level)
{
    const bool isError = level == Message::Level::Error;
    return isError ? "error"_L1 : level == Message::Level::Warning ? "warning"_L1 : "info"_L1;
}

QString nameOf(Message::Level level)
{
    switch (level) {
    case Message::Level::Error:
        return MessageBar::tr("Error");
    case Message::Level::Warning:
        return MessageBar::tr("Warning");
    default:
        return MessageBar::tr("Information");
    }
}

} // namespace lanyard
