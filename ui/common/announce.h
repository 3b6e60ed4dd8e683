#pragma once

class QLabel;

namespace lanyard {

/// Makes a screen reader speak the label's text now: what appears without a change of focus would go unnoticed.
void announce(QLabel *label);

} // namespace lanyard
