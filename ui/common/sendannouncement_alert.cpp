// Before 6.8 Qt has no event for this: that there is news, of which the text is beside it.
#include "ui/common/sendannouncement.h"

#include <QAccessible>

namespace lanyard {

void sendAnnouncement(QWidget *about, const QString &, Politeness)
{
    QAccessibleEvent alert(about, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace lanyard
