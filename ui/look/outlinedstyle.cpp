#include "ui/look/outlinedstyle.h"

#include "ui/look/contrast.h"
#include "ui/look/outlines.h"
#include "ui/look/ownstyle.h"
#include "ui/look/spacing.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOption>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr QLatin1StringView Fusion("fusion");

bool hasFocus(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus);
}

// Text without a frame, which has no cursor either: without a ring nothing would show the focus where nothing can be
// selected.
bool isOnlyRead(const QWidget *widget)
{
    const auto *line = qobject_cast<const QLineEdit *>(widget);
    return line && line->isReadOnly();
}

// The style shows it only to those who use the keyboard, but in fields.
bool hasKeyboardFocus(const QStyleOption &option)
{
    return hasFocus(option) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

// What a cell's ring is painted on is told with it.
QColor groundOf(const QStyleOption &option)
{
    const auto *ring = qstyleoption_cast<const QStyleOptionFocusRect *>(&option);
    return ring && ring->backgroundColor.isValid() ? ring->backgroundColor : option.palette.color(QPalette::Window);
}

Qt::ArrowType directionOf(QStyle::PrimitiveElement arrow)
{
    switch (arrow) {
    case QStyle::PE_IndicatorArrowUp:
        return Qt::UpArrow;
    case QStyle::PE_IndicatorArrowLeft:
        return Qt::LeftArrow;
    case QStyle::PE_IndicatorArrowRight:
        return Qt::RightArrow;
    default:
        return Qt::DownArrow;
    }
}

} // namespace

OutlinedStyle::OutlinedStyle()
    : QProxyStyle(desktopStyleName()), m_isOverFusion(baseStyle()->name().compare(Fusion, Qt::CaseInsensitive) == 0)
{
}

bool OutlinedStyle::isTextArea(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

bool OutlinedStyle::isCurrent() const
{
    return baseStyle()->name() == desktopStyleName();
}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    if (!m_isOverFusion || !drawOutlined(element, *option, *painter, widget))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (m_isOverFusion && element == PE_PanelMenu) // its own edge is of the window's colour, where that is dark
        paintEdge(*painter, *option);
}

bool OutlinedStyle::drawOutlined(PrimitiveElement element, const QStyleOption &option, QPainter &painter,
                                 const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
        if ((!frame || frame->lineWidth <= 0) && !(isOnlyRead(widget) && hasFocus(option)))
            return false;
        if (!frame || frame->lineWidth <= 0) {
            paintFocusRing(painter, option, option.palette.color(QPalette::Window));
            return true;
        }
        paintField(painter, option, hasFocus(option));
        return true;
    }
    case PE_FrameLineEdit:
        paintField(painter, option, hasFocus(option));
        return true;
    case PE_Frame:
        if (isTextArea(widget))
            paintField(painter, option, hasFocus(option));
        else if (qobject_cast<const QAbstractScrollArea *>(widget))
            paintQuietFrame(painter, option);
        else
            return false;
        return true;
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
        const bool isHeld = option.state & (State_Sunken | State_On);
        if (button && button->features.testFlag(QStyleOptionButton::Flat) && !isHeld)
            return false;
        const bool isDefault = button && button->features.testFlag(QStyleOptionButton::DefaultButton);
        paintButton(painter, option, button && hasKeyboardFocus(option), isDefault);
        return true;
    }
    case PE_FrameFocusRect: {
        const auto *button = qobject_cast<const QPushButton *>(widget);
        const bool isShown = option.state.testFlag(State_KeyboardFocusChange) && !(button && !button->isFlat());
        if (isShown)
            paintFocusRing(painter, option, groundOf(option));
        return true;
    }
    case PE_IndicatorCheckBox:
        paintCheckBox(painter, option);
        return true;
    case PE_IndicatorRadioButton:
        paintRadioButton(painter, option);
        return true;
    case PE_IndicatorBranch:
        if (option.state.testFlag(State_Children))
            drawBranch(option, painter);
        return true;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
        paintArrow(painter, option, directionOf(element));
        return true;
    default:
        return false;
    }
}

// The line between two groups of a menu's entries, and the focus of a button without a frame, which the style forgets.
void OutlinedStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (m_isOverFusion && element == CE_PushButton && button && button->features.testFlag(QStyleOptionButton::Flat) &&
        hasKeyboardFocus(*option))
        paintFocusRing(*painter, *option, groundOf(*option));
    const auto *entry = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!m_isOverFusion || element != CE_MenuItem || !entry || entry->menuItemType != QStyleOptionMenuItem::Separator ||
        !entry->text.isEmpty())
        return QProxyStyle::drawControl(element, option, painter, widget);
    const QRect &place = entry->rect;
    const int beside = space(Space::Small);
    painter->fillRect(place.left() + beside, place.center().y(), place.width() - 2 * beside, 1,
                      separatorColour(entry->palette));
}

void OutlinedStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                       const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (m_isOverFusion && control == CC_ComboBox && combo && combo->frame)
        drawComboBox(*combo, *painter, widget);
    else if (m_isOverFusion && control == CC_SpinBox && spin && spin->frame)
        drawSpinBox(*spin, *painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (m_isOverFusion && control == CC_ScrollBar && isOfHighContrast(QApplication::palette())) { // on a card, too
        QStyleOption handle = static_cast<const QStyleOption &>(*option);
        handle.rect = subControlRect(control, option, SC_ScrollBarSlider, widget);
        paintHandle(*painter, handle);
    }
}

void OutlinedStyle::drawComboBox(const QStyleOptionComboBox &option, QPainter &painter, const QWidget *widget) const
{
    if (option.editable)
        paintField(painter, option, hasFocus(option));
    else
        paintButton(painter, option, hasKeyboardFocus(option), false);
    QStyleOption arrow = static_cast<const QStyleOption &>(option);
    arrow.rect = proxy()->subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    arrow.palette.setColor(QPalette::WindowText,
                           option.palette.color(option.editable ? QPalette::Text : QPalette::ButtonText));
    proxy()->drawPrimitive(PE_IndicatorArrowDown, &arrow, &painter, widget);
}

void OutlinedStyle::drawSpinBox(const QStyleOptionSpinBox &option, QPainter &painter, const QWidget *widget) const
{
    paintField(painter, option, hasFocus(option));
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto drawStep = [&](SubControl part, bool isPossible, PrimitiveElement symbol) {
        QStyleOption arrow = static_cast<const QStyleOption &>(option);
        arrow.rect = proxy()->subControlRect(CC_SpinBox, &option, part, widget);
        const auto group = isPossible ? option.palette.currentColorGroup() : QPalette::Disabled;
        arrow.palette.setColor(QPalette::WindowText, option.palette.color(group, QPalette::Text));
        proxy()->drawPrimitive(symbol, &arrow, &painter, widget);
    };
    drawStep(SC_SpinBoxUp, option.stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled), PE_IndicatorArrowUp);
    drawStep(SC_SpinBoxDown, option.stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled), PE_IndicatorArrowDown);
}

// A menu that is higher than the screen scrolls: a second column would be beyond the edge of a narrow one.
int OutlinedStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *answer) const
{
    return m_isOverFusion && hint == SH_Menu_Scrollable ? 1 : QProxyStyle::styleHint(hint, option, widget, answer);
}

// A text area learns the width of its frame while it is still being made, and is no text area yet.
void OutlinedStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    auto *frame = qobject_cast<QFrame *>(widget);
    if (m_isOverFusion && isTextArea(widget) && frame->frameShape() == QFrame::StyledPanel)
        frame->setFrameShape(QFrame::StyledPanel);
}

void installOutlinedStyle()
{
    setOwnStyle();
    if (desktopStyleName().compare(Fusion, Qt::CaseInsensitive) == 0)
        QApplication::setStyle(new OutlinedStyle);
}

QString desktopStyleName()
{
    const auto *ours = qobject_cast<const OutlinedStyle *>(QApplication::style());
    return (ours ? ours->baseStyle() : QApplication::style())->name();
}

} // namespace lanyard

#include "moc_outlinedstyle.cpp"
