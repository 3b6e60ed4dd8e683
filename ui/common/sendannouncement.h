#pragma once

#include "ui/common/announce.h"

namespace lanyard {

/// Gives assistive technology @p text to say, by the way that this platform has for it.
void sendAnnouncement(QWidget *about, const QString &text, Politeness politeness);

} // namespace lanyard
