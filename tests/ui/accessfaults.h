#pragma once

#include <QStringList>

class QWidget;

namespace lanyard::testing {

// What assistive technology, or somebody who sees no colours, misses in a window that is shown, a line each:
// - what takes the focus has a name, and no other thing there has the same one. There is no exception for what is
//   repeated in each row: a list of the controls has no rows, so the name says of which row it is. Cells are no
//   controls.
// - a mark has words: a picture that stands alone has a name, and a coloured cell is more than a colour.
// - what is said of a field, in red or beside it, is its description.
// - a text that describes a control belongs to it.
[[nodiscard]] QStringList accessFaults(const QWidget &window);

} // namespace lanyard::testing
