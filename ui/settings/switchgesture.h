#pragma once

class QEvent;
class QModelIndex;

namespace lanyard {

/// What an event in a cell means for a setting that is true or false: nothing of its own, nothing at all (no editor
/// opens either), or that it is to be switched.
enum class SwitchStep { None, Swallowed, Done };

/// As for a check box in a list: Space in any cell of the row, or a key that would open an editor. None if the setting
/// cannot be switched.
[[nodiscard]] SwitchStep switchStep(const QModelIndex &cell, const QEvent *event);

} // namespace lanyard
