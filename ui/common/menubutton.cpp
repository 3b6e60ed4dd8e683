#include "ui/common/menubutton.h"

#include "ui/look/spacing.h"

#include <QMenu>
#include <QStyleOptionButton>

namespace lanyard {

MenuButton::MenuButton(const QString &text, QMenu &menu, QWidget *parent) : QPushButton(text, parent), m_menu(menu)
{
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, this, &MenuButton::openMenu);
    // Assistive technology triggers an entry without the menu.
    connect(&m_menu, &QMenu::triggered, &m_menu, &QWidget::close);
}

QSize MenuButton::sizeHint() const
{
    const QSize hint = QPushButton::sizeHint();
    const int arrow = style()->pixelMetric(QStyle::PM_MenuButtonIndicator, nullptr, this);
    const int text = fontMetrics().size(Qt::TextShowMnemonic, this->text()).width() + 4 * space(Space::Small);
    return {qMax(hint.width(), text) + arrow, qMax(hint.height(), targetSide())};
}

// Below the button, at the edge where a line begins; the menu itself sees to it that it is on the screen.
void MenuButton::openMenu()
{
    const int left = isRightToLeft() ? width() - m_menu.sizeHint().width() : 0;
    m_menu.popup(mapToGlobal(QPoint(left, height())));
}

void MenuButton::initStyleOption(QStyleOptionButton *option) const
{
    QPushButton::initStyleOption(option);
    option->features |= QStyleOptionButton::HasMenu; // its arrow
}

} // namespace lanyard

#include "moc_menubutton.cpp"
