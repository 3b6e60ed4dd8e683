#pragma once

#include <QList>
#include <QPalette>
#include <QString>

namespace lanyard::testing {

// The colours of a desktop, as its platform theme hands them to Qt.
struct Desktop
{
    QLatin1StringView name;
    QPalette palette;
};

// Usual ones, light and dark; the last is of high contrast.
[[nodiscard]] const QList<Desktop> &desktops();

} // namespace lanyard::testing
