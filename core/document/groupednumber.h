#pragma once

#include "core/document/numbertext.h"

namespace lanyard {

/// Reads a number that is grouped by points or commas, whichever of them the locale groups by, if that is the only way
/// to read it: `1.234,5` and `1,234.5`, where one of them has to be the decimal separator, and `1.234.567`, where
/// neither can be. `1.234` is not read, not as an integer either: where points do not group, it may be meant as a
/// little more than one. @p plain has ASCII digits. Empty if it is anything else.
[[nodiscard]] std::optional<NumberText> readGrouped(const QString &plain);

} // namespace lanyard
