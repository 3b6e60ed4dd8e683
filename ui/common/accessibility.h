#pragma once

namespace lanyard {

/// Gives headings the heading role, buttons that clear a line a name, and combo boxes their label as accessible name.
/// On Unix Qt (6.4 at least) uses a combo box's current text instead, so that a screen reader says "Italy" but not what
/// it is the value of. Call it once, before any window is created.
void installAccessibility();

} // namespace lanyard
