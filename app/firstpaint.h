#pragma once

#include <functional>

class QWidget;

namespace lanyard {

/// Calls @p then from the event loop once @p window has been painted for the first time, so that nothing slow comes
/// before that; or after @p latestMs if nothing can be seen of it, as of a window that starts minimised.
void afterFirstPaint(QWidget &window, const std::function<void()> &then, int latestMs = 250);

} // namespace lanyard
