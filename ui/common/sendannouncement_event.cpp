// By the event that Qt has for it from 6.8 on.
#include "ui/common/sendannouncement.h"

#include <QAccessible>

namespace lanyard {

void sendAnnouncement(QWidget *about, const QString &text, Politeness politeness)
{
    QAccessibleAnnouncementEvent event(about, text);
    event.setPoliteness(politeness == Politeness::Polite ? QAccessible::AnnouncementPoliteness::Polite
                                                         : QAccessible::AnnouncementPoliteness::Assertive);
    QAccessible::updateAccessibility(&event);
}

} // namespace lanyard
