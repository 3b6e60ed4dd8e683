#pragma once

namespace lanyard {

/// Makes the editor of a setting a child of the page for assistive technologies: Qt's tree has cells as children, and
/// nothing that walks them finds the editor.
void installSettingsAccess();

} // namespace lanyard
