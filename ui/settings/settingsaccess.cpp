#include "ui/settings/settingsaccess.h"

#include "ui/common/borrowedchild.h"
#include "ui/common/calendarpopup.h"
#include "ui/settings/settingspage.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class AccessibleSettingsPage : public AccessibleWithBorrowedChild
{
public:
    explicit AccessibleSettingsPage(SettingsPage *page) : AccessibleWithBorrowedChild(page) {}

protected:
    // A calendar has the keys while it is open.
    [[nodiscard]] QWidget *borrowed() const override
    {
        QWidget *editor = static_cast<SettingsPage *>(widget())->openEditor();
        QWidget *calendar = CalendarPopup::openOn(editor);
        return calendar ? calendar : editor;
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
    QAccessible::installFactory(makeSettingsAccess); // registered once, however often it is called
}

} // namespace lanyard
