#pragma once

namespace lanyard {

/// Makes the editor of a setting an accessible child of the page: in Qt's tree the children are cells, and the editor
/// cannot be found there.
void installSettingsAccess();

} // namespace lanyard
