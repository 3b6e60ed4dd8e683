#pragma once

class QApplication;

namespace lanyard {

/// Keeps the text of a button beside its icon in windows that are laid out right to left: there, Qt up to 6.4 draws it
/// at the far edge, over the frame, and the dots of an English text at its beginning. Once, however often it is called.
void installButtonText(QApplication &application);

} // namespace lanyard
