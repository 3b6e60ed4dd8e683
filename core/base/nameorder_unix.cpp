#include "core/base/nameorder.h"

namespace lanyard {

OrderKey orderKey(const QCollator &order, const QString &text)
{
    return order.sortKey(text);
}

} // namespace lanyard
