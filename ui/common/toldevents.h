#pragma once

class QWidget;

namespace lanyard {

/// From now on, programs that listen for accessibility are told of a line's text what QLineEdit should tell them: dots
/// instead of what is typed into, or taken out of, a line that shows dots (it masks its text when it is asked for it,
/// but tells of every change in clear, up to Qt 6.4 at least: QWidgetLineControl::internalInsert()), or into any
/// field that is about to hide it (see hideTypingIn()), or taken out of one that is masked (see setMasked()); and of a
/// text that is written anew, as by an undo, only what differs. Of a day of a calendar they are told by
/// tellSelectedDay() alone. Of the focus they are told once what happens now is over, and only where it is then: on its
/// way it may pass several controls, as those that disappear with an account, and each would be read; of the same
/// control again only if another window has been active meanwhile. Of a name or a description they are told only if it
/// is another than before, and of no list of suggestions as the active window. Of the caret and the selection they are
/// told only where the focus is and they know it.
void correctToldEvents();

/// Of the focus at once: what is told after it must not be cut off.
void tellHeldFocus();

/// Whether they are about to be told that the focus is at @p control: a description that it has got by then is read
/// with it.
[[nodiscard]] bool isFocusNews(QWidget &control);

} // namespace lanyard
