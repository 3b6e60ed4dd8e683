#pragma once

#include <QAccessibleWidget>
#include <QWidget>

namespace lanyard {

/// A widget with one more accessible child than Qt reports: an editor within a table, or a popup window, which cannot
/// be found in Qt's own tree.
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
    /// Null if none is visible.
    [[nodiscard]] virtual QWidget *borrowed() const = 0;

private:
    [[nodiscard]] QAccessibleInterface *extra() const
    {
        QWidget *child = borrowed();
        return child ? QAccessible::queryAccessibleInterface(child) : nullptr;
    }
};

} // namespace lanyard
