#pragma once

class QDialogButtonBox;
class QMessageBox;

namespace lanyard {

/// Gives the standard buttons of a dialog the window's own words, each with a letter: Qt's have none under most
/// desktops, and may be in another language than the window. Takes the style's pictures off them, which do not follow
/// the colours. A dialog in which a letter is taken sets another text afterwards.
void wordButtons(QDialogButtonBox &box);
void wordButtons(QMessageBox &box);

} // namespace lanyard
