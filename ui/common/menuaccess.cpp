#include "ui/common/menuaccess.h"

#include "ui/common/mnemonic.h"

#include <QAccessibleActionInterface>
#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr char NameProperty[] = "accessibleName";
constexpr char LastingNameProperty[] = "lastingName";

class EntryAccess : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    explicit EntryAccess(QAction *entry) : m_entry(entry) {}

    [[nodiscard]] bool isValid() const override { return m_entry && owner(); }
    [[nodiscard]] QObject *object() const override { return m_entry; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::MenuItem; }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(owner());
    }
    [[nodiscard]] int childCount() const override { return submenu() ? 1 : 0; }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return index == 0 && submenu() ? QAccessible::queryAccessibleInterface(submenu()) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        QAccessibleInterface *menu = child(0);
        return menu && menu->rect().contains(x, y) ? menu : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child && submenu() && child->object() == submenu() ? 0 : -1;
    }

    [[nodiscard]] QString text(QAccessible::Text text) const override
    {
        if (!m_entry)
            return {};
        if (text == QAccessible::Accelerator)
            return m_entry->shortcut().toString(QKeySequence::NativeText);
        if (text != QAccessible::Name)
            return {};
        const QString given = m_entry->property(NameProperty).toString();
        return given.isEmpty() ? withoutMnemonic(m_entry->text()) : given;
    }
    void setText(QAccessible::Text, const QString &) override {}

    [[nodiscard]] QRect rect() const override
    {
        const QWidget *around = owner();
        const auto *menu = qobject_cast<const QMenu *>(around);
        const auto *bar = qobject_cast<const QMenuBar *>(around);
        const QRect inside = menu ? menu->actionGeometry(m_entry) : bar ? bar->actionGeometry(m_entry) : QRect();
        return around ? inside.translated(around->mapToGlobal(QPoint(0, 0))) : QRect();
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        const QWidget *around = owner();
        if (!m_entry || !around)
            return state;
        const auto *menu = qobject_cast<const QMenu *>(around);
        const auto *bar = qobject_cast<const QMenuBar *>(around);
        state.invisible = !around->isVisible() || !m_entry->isVisible();
        state.focusable = true;
        state.focused = (menu ? menu->activeAction() : bar->activeAction()) == m_entry;
        state.disabled = !m_entry->isEnabled();
        state.checkable = m_entry->isCheckable();
        state.checked = m_entry->isChecked();
        state.hasPopup = submenu() != nullptr;
        state.expandable = state.hasPopup;
        state.expanded = submenu() && submenu()->isVisible();
        return state;
    }

    [[nodiscard]] QStringList actionNames() const override { return {submenu() ? showMenuAction() : pressAction()}; }
    void doAction(const QString &name) override
    {
        if (!m_entry || !m_entry->isEnabled() || !actionNames().contains(name))
            return;
        if (!submenu())
            m_entry->trigger();
        else if (submenu()->isVisible())
            submenu()->hide();
        else if (auto *menu = qobject_cast<QMenu *>(owner()))
            menu->setActiveAction(m_entry);
        else if (auto *bar = qobject_cast<QMenuBar *>(owner()))
            bar->setActiveAction(m_entry);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] QMenu *submenu() const { return m_entry ? m_entry->menu() : nullptr; }

    // It may be in several menus, such as that of a button and that of a row: the one that is open.
    [[nodiscard]] QWidget *owner() const
    {
        QWidget *found = nullptr;
        for (const QObjectList all = m_entry ? m_entry->associatedObjects() : QObjectList(); QObject * one : all) {
            auto *widget = qobject_cast<QWidget *>(one);
            const bool isMenu = qobject_cast<QMenu *>(widget) || qobject_cast<QMenuBar *>(widget);
            if (isMenu && (!found || (widget->isVisible() && !found->isVisible())))
                found = widget;
        }
        return found;
    }

    QPointer<QAction> m_entry;
};

} // namespace

void nameEntry(QAction &entry, const QString &name, const QString &lastingName)
{
    entry.setProperty(LastingNameProperty, lastingName.isNull() ? name : lastingName);
    entry.setProperty(NameProperty, name);
}

QString nameOfEntry(const QAction &entry)
{
    const QVariant name = entry.property(LastingNameProperty);
    return name.isValid() ? name.toString() : withoutMnemonic(entry.text());
}

QAccessibleInterface *newEntryAccess(QAction *entry)
{
    return entry->menu() || entry->property(NameProperty).isValid() ? new EntryAccess(entry) : nullptr;
}

} // namespace lanyard
