#pragma once

namespace lanyard {

/// Has headings be headings, gives the buttons that clear a line a name, and gives combo boxes their label as
/// accessible name. On Unix Qt (6.4 at least) gives them their current text instead, so that a screen reader says
/// "Italy" and not what it is the choice of. To be called once, before any window is made.
void installAccessibility();

} // namespace lanyard
