#pragma once

class QObject;

namespace lanyard {

/// Installs what watches over the keys and the wheel in every window of the program, until @p owner is destroyed.
void installGuards(QObject *owner);

} // namespace lanyard
