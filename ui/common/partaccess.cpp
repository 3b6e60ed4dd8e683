#include "ui/common/partaccess.h"

#include <utility>

namespace lanyard {

QAccessibleInterface *PartAccess::parent() const
{
    return QAccessible::queryAccessibleInterface(m_whole);
}

QWindow *PartAccess::window() const
{
    return m_whole ? parent()->window() : nullptr;
}

void *PartAccess::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

AccessParts::~AccessParts()
{
    for (const QAccessible::Id id : std::as_const(m_parts))
        QAccessible::deleteAccessibleInterface(id);
}

int AccessParts::numberOf(const QAccessibleInterface *part) const
{
    for (auto it = m_parts.cbegin(); part && it != m_parts.cend(); ++it) {
        if (QAccessible::accessibleInterface(it.value()) == part)
            return it.key();
    }
    return -1;
}

} // namespace lanyard
