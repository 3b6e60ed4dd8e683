#include "ui/common/tabaccess.h"

#include "ui/common/mnemonic.h"
#include "ui/common/partaccess.h"

#include <QAccessibleWidget>
#include <QTabBar>

namespace lanyard {

namespace {

class AccessibleTab : public PartAccess
{
public:
    AccessibleTab(QTabBar *tabs, int index) : PartAccess(tabs), m_tabs(tabs), m_index(index) {}

    [[nodiscard]] bool isValid() const override { return PartAccess::isValid() && m_index < m_tabs->count(); }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::PageTab; }

    [[nodiscard]] QString text(QAccessible::Text text) const override
    {
        if (!isValid())
            return {};
        if (text == QAccessible::Description)
            return m_tabs->tabToolTip(m_index);
        return text == QAccessible::Name ? withoutMnemonic(m_tabs->tabText(m_index)) : QString();
    }

    [[nodiscard]] QRect rect() const override
    {
        const QRect tab = isValid() ? m_tabs->tabRect(m_index) : QRect();
        return isValid() ? QRect(m_tabs->mapToGlobal(tab.topLeft()), tab.size()) : QRect();
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        const bool isCurrent = m_tabs->currentIndex() == m_index;
        state.invisible = !m_tabs->isVisible();
        state.disabled = !m_tabs->isEnabled() || !m_tabs->isTabEnabled(m_index);
        state.focusable = !state.disabled;
        state.selectable = !state.disabled;
        state.selected = isCurrent;
        state.focused = isCurrent && m_tabs->hasFocus();
        return state;
    }

    void doAction(const QString &name) override
    {
        if (name == pressAction() && isValid() && !state().disabled)
            m_tabs->setCurrentIndex(m_index);
    }

private:
    QTabBar *m_tabs; // while this is valid
    int m_index;
};

// The tabs, then the widgets on the bar (its buttons to scroll, while they are shown).
class AccessibleTabList : public QAccessibleWidget
{
public:
    explicit AccessibleTabList(QTabBar *tabs) : QAccessibleWidget(tabs, QAccessible::PageTabList) {}

    [[nodiscard]] int childCount() const override { return tabs()->count() + static_cast<int>(buttons().size()); }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        if (index >= tabs()->count())
            return QAccessible::queryAccessibleInterface(buttons().at(index - tabs()->count()));
        return m_parts.at(index, [&] { return new AccessibleTab(tabs(), index); });
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; child && i < childCount(); ++i) {
            if (this->child(i) == child)
                return i;
        }
        return -1;
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y))
                return child(i);
        }
        return nullptr;
    }

    // Like a list's: the tab has the focus, not the bar.
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return tabs()->hasFocus() ? child(tabs()->currentIndex()) : nullptr;
    }

private:
    [[nodiscard]] QTabBar *tabs() const { return static_cast<QTabBar *>(widget()); }

    [[nodiscard]] QWidgetList buttons() const
    {
        QWidgetList buttons;
        const auto all = tabs()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
        for (QWidget *one : all) {
            if (one->isVisible())
                buttons << one;
        }
        return buttons;
    }

    mutable AccessParts m_parts;
};

} // namespace

QAccessibleInterface *newTabListAccess(QTabBar *tabs)
{
    return new AccessibleTabList(tabs);
}

} // namespace lanyard
