#pragma once

#include <QStringList>

class QWidget;

namespace lanyard::testing {

// What is wrong with the places of the controls in a window that is shown: texts that are cut although nothing says so,
// controls that overlap, controls that are outside the window and cannot be scrolled to, icons that did not grow with
// the text. A line each.
[[nodiscard]] QStringList layoutFaults(const QWidget &window);

} // namespace lanyard::testing
