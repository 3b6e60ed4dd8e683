#pragma once

class QDialogButtonBox;
class QMessageBox;

namespace lanyard {

/// Gives the standard buttons of a dialog the window's own words, each with a letter: Qt's have none under most
/// desktops, and may be in another language than the window. Takes the style's pictures off them, which do not follow
/// the colours. A dialog in which a letter is taken sets another text afterwards. In every dialog the buttons have the
/// same order, whatever the desktop: what ends it without more comes first, what leads on is the last.
void wordButtons(QDialogButtonBox &box);
/// The same, and the window's spaces; its question stands out from what is said about it.
void wordButtons(QMessageBox &box);

} // namespace lanyard
