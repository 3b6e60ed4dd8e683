#pragma once

#include <QAccessibleWidget>

namespace lanyard {

/// A widget that has one child more for assistive technology than Qt would count: an editor within a table, or a window
/// that pops up. Nothing that walks Qt's own tree finds those.
class AccessibleWithBorrowedChild : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;

    [[nodiscard]] int childCount() const override { return QAccessibleWidget::childCount() + (extra() ? 1 : 0); }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return extra() && index == QAccessibleWidget::childCount() ? extra() : QAccessibleWidget::child(index);
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child && child == extra() ? QAccessibleWidget::childCount() : QAccessibleWidget::indexOfChild(child);
    }

protected:
    /// Null while there is none to be seen.
    [[nodiscard]] virtual QWidget *borrowed() const = 0;

private:
    [[nodiscard]] QAccessibleInterface *extra() const
    {
        QWidget *child = borrowed();
        return child ? QAccessible::queryAccessibleInterface(child) : nullptr;
    }
};

} // namespace lanyard
