#include "core/base/nameorder.h"

namespace lanyard {

QCollator nameOrder()
{
    QCollator order;
    if (order.locale().language() == QLocale::C) // knows neither case nor numbers
        order.setLocale(QLocale(QLocale::English));
    order.setNumericMode(true);
    order.setCaseSensitivity(Qt::CaseInsensitive);
    return order;
}

} // namespace lanyard
