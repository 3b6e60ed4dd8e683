#include "ui/common/accessibility.h"

#include "core/base/text.h"
#include "ui/common/announce.h"
#include "ui/common/calendaraccess.h"
#include "ui/common/currentrow.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/menuaccess.h"
#include "ui/common/menubutton.h"
#include "ui/common/mnemonic.h"
#include "ui/common/tabaccess.h"
#include "ui/common/toldevents.h"
#include "ui/look/card.h"
#include "ui/look/plainlabel.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// On Unix nobody is told the value of what has no number (Qt's bridge to AT-SPI passes none on): so it is the
// description as well, and a new one is announced. What can be typed into has a line that tells of itself.
class AccessibleComboBox : public QAccessibleWidget
{
public:
    explicit AccessibleComboBox(QComboBox *box) : QAccessibleWidget(box, QAccessible::ComboBox) {}

    [[nodiscard]] QString text(QAccessible::Text text) const override
    {
        if (text == QAccessible::Value) // a secret may be typed there
            return box()->isEditable() ? box()->lineEdit()->displayText() : box()->currentText();
        QString given = QAccessibleWidget::text(text);
        if (text != QAccessible::Description || box()->isEditable() || box()->currentText().isEmpty())
            return given;
        return given.isEmpty() ? box()->currentText() : box()->currentText() + u". "_s + given;
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        const QWidget *suggestions = openedMenu(*box());
        state.expanded = box()->view()->isVisible() || (suggestions && suggestions->isVisible());
        state.editable = box()->isEditable();
        return state;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        return {showMenuAction(), pressAction(), setFocusAction()};
    }

    void doAction(const QString &name) override
    {
        if (name == setFocusAction())
            box()->setFocus();
        else if (box()->view()->isVisible())
            box()->hidePopup();
        else if (box()->isEnabled())
            box()->showPopup();
    }

private:
    [[nodiscard]] QComboBox *box() const { return static_cast<QComboBox *>(widget()); }
};

class AccessibleHeading : public QAccessibleWidget
{
public:
    explicit AccessibleHeading(Heading *heading) : QAccessibleWidget(heading, QAccessible::Heading) {}

    [[nodiscard]] QString text(QAccessible::Text text) const override
    {
        return text == QAccessible::Name ? withoutQuoteMarks(static_cast<const Heading *>(widget())->text())
                                         : QAccessibleWidget::text(text);
    }
};

// A button that opens a menu, which may be elsewhere in the tree.
class AccessibleOpener : public QAccessibleWidget
{
public:
    AccessibleOpener(QPushButton *button, QWidget *menu) : QAccessibleWidget(button, QAccessible::Button), m_menu(menu)
    {
    }

    [[nodiscard]] QString text(QAccessible::Text text) const override
    {
        const QString given = QAccessibleWidget::text(text);
        return text == QAccessible::Name && given.isEmpty() ? withoutMnemonic(button()->text()) : given;
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.hasPopup = true;
        state.expandable = true;
        state.expanded = m_menu && m_menu->isVisible();
        return state;
    }

    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (name == setFocusAction())
            button()->setFocus();
        else if (button()->isEnabled())
            button()->click();
    }

protected:
    [[nodiscard]] QWidget *menu() const { return m_menu; }

private:
    [[nodiscard]] QPushButton *button() const { return static_cast<QPushButton *>(widget()); }

    QPointer<QWidget> m_menu;
};

// With its menu, which Qt leaves out of the tree: nobody could choose from it there.
class AccessibleMenuButton : public AccessibleOpener
{
public:
    explicit AccessibleMenuButton(MenuButton *button) : AccessibleOpener(button, &button->menu()) {}

    [[nodiscard]] int childCount() const override { return menu() ? 1 : 0; }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return index == 0 && menu() ? QAccessible::queryAccessibleInterface(menu()) : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child && menu() && child->object() == menu() ? 0 : -1;
    }
};

// What is chosen in the list is told with the box, to which the focus comes back.
void tellNewValues(QComboBox *box)
{
    tellOpening(*box, *box->view());
    if (!box->isEditable())
        QObject::connect(box, &QComboBox::currentTextChanged, box, [box](const QString &text) {
            if (box->hasFocus() && !box->view()->isVisible() && !isFocusNews(*box))
                announce(box, text, Politeness::Assertive);
        });
}

// A button inside a line edit: Qt gives it no name. One without a text of its own clears the line.
void nameButtonOf(QLineEdit *line, QToolButton *button)
{
    if (!button->accessibleName().isEmpty())
        return;
    const QString own = button->defaultAction() ? button->defaultAction()->text() : QString();
    button->setAccessibleName(
        own.isEmpty() ? QCoreApplication::translate("Accessibility", "Clear %1").arg(line->accessibleName()) : own);
}

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (className == "QLineEditIconButton"_L1) {
        auto *line = qobject_cast<QLineEdit *>(object->parent());
        auto *button = qobject_cast<QToolButton *>(object);
        if (line && button)
            nameButtonOf(line, button);
        return nullptr; // Qt's own handles the rest
    }
    if (auto *heading = qobject_cast<Heading *>(object))
        return new AccessibleHeading(heading);
    if (auto *card = qobject_cast<Card *>(object); card && !card->accessibleName().isEmpty())
        return new QAccessibleWidget(card, QAccessible::Grouping);
    if (auto *pages = className == "QStackedWidget"_L1 ? qobject_cast<QWidget *>(object) : nullptr)
        return new QAccessibleWidget(pages, QAccessible::Client);
    if (auto *button = qobject_cast<MenuButton *>(object))
        return new AccessibleMenuButton(button);
    if (auto *opener = qobject_cast<QPushButton *>(object); opener && openedMenu(*opener))
        return new AccessibleOpener(opener, openedMenu(*opener));
    if (auto *tabs = className == "QTabBar"_L1 ? qobject_cast<QTabBar *>(object) : nullptr)
        return newTabListAccess(tabs);
    if (auto *entry = className == "QAction"_L1 ? qobject_cast<QAction *>(object) : nullptr)
        return newEntryAccess(entry);
    auto *box = className == "QComboBox"_L1 ? qobject_cast<QComboBox *>(object) : nullptr;
    if (box)
        tellNewValues(box);
    return box ? new AccessibleComboBox(box) : nullptr;
}

} // namespace

void installAccessibility()
{
    QAccessible::installFactory(makeInterface);
    installCalendarAccess();
    installFieldAccess();
    tellRowsOnEntering();
    correctToldEvents();
}

} // namespace lanyard
