#include "ui/look/ownstyle.h"

#include <QApplication>

namespace lanyard {

// Qt's style of Windows has fixed colours and sizes: it stays light on a dark desktop, and does not grow with the text.
void setOwnStyle()
{
    QApplication::setStyle(QStringLiteral("fusion"));
}

} // namespace lanyard
