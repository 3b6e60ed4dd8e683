#include "ui/settings/settingsaccess.h"

#include "ui/settings/settingspage.h"

#include <QAccessibleWidget>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class AccessibleSettingsPage : public QAccessibleWidget
{
public:
    explicit AccessibleSettingsPage(SettingsPage *page) : QAccessibleWidget(page) {}

    [[nodiscard]] int childCount() const override { return QAccessibleWidget::childCount() + (editor() ? 1 : 0); }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return editor() && index == QAccessibleWidget::childCount() ? editor() : QAccessibleWidget::child(index);
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child && child == editor() ? QAccessibleWidget::childCount() : QAccessibleWidget::indexOfChild(child);
    }

private:
    [[nodiscard]] QAccessibleInterface *editor() const
    {
        QWidget *open = static_cast<SettingsPage *>(widget())->openEditor();
        return open ? QAccessible::queryAccessibleInterface(open) : nullptr;
    }
};

QAccessibleInterface *makeSettingsAccess(const QString &className, QObject *object)
{
    auto *page = className == "lanyard::SettingsPage"_L1 ? qobject_cast<SettingsPage *>(object) : nullptr;
    return page ? new AccessibleSettingsPage(page) : nullptr;
}

} // namespace

void installSettingsAccess()
{
    QAccessible::installFactory(makeSettingsAccess); // once, however often it is told
}

} // namespace lanyard
