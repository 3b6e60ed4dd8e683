#include "ui/common/announce.h"

#include <QAccessible>
#include <QLabel>

namespace lanyard {

void announce(QLabel *label)
{
    label->setAccessibleName(label->text());
    QAccessibleEvent alert(label, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace lanyard
