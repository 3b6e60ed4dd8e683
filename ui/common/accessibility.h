#pragma once

namespace lanyard {

/// Gives headings the heading role, cards that have a name that of a group, what only holds pages that of any widget
/// (Qt's is spoken, as "layered pane"), buttons that clear a line a name, tabs their states, and combo boxes and lists
/// of tabs their label as accessible name. Qt (6.4 at least, and for combo boxes on Unix) uses their current text
/// instead, so that a screen reader says "Italy" but not what it is the value of. The value is their description. It
/// also tells of the current row of a list, or the chosen tab, when that gets the focus. Call it once, before any
/// window is created.
void installAccessibility();

} // namespace lanyard
