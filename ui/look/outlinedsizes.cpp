// How large the parts of OutlinedStyle are.
#include "ui/look/outlinedstyle.h"
#include "ui/look/spacing.h"

#include <QStyleOption>

namespace lanyard {

namespace {

// All fields and buttons, which stand beside each other.
int controlHeight()
{
    constexpr int around = 10; // pixels: larger text has room of its own above and below
    return qMax(targetSide(), iconSide() + around);
}

int indicatorSide()
{
    constexpr int smallest = 16;
    return qMax(smallest, iconSide());
}

// Between the edge of a field and its text, besides what Fusion leaves.
int textMargin()
{
    return space(Space::Hair);
}

// With what is left free before and behind it.
int arrowSide()
{
    return iconSide() + space(Space::Small);
}

} // namespace

int OutlinedStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int own = QProxyStyle::pixelMetric(metric, option, widget);
    if (!m_isOverFusion)
        return own;
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return indicatorSide();
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return qMax(own, space(Space::Medium));
    case PM_MenuButtonIndicator:
        return qMax(own, iconSide() * 6 / 7);
    case PM_LineEditIconSize:
        return iconSide();
    case PM_DefaultFrameWidth:
        return isTextArea(widget) ? qMax(own, space(Space::Hair)) : own; // room for the edge of the focus
    default:
        return own;
    }
}

QSize OutlinedStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                      const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (!m_isOverFusion)
        return size;
    const int beside = 2 * textMargin();
    switch (type) {
    case CT_LineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? QSize(size.width() + beside, qMax(size.height(), controlHeight()))
                                             : size;
    }
    case CT_PushButton:
        size.setWidth(qMax(size.width(), contents.width() + 2 * space(Space::Medium) + 4));
        return size.expandedTo(QSize(0, controlHeight()));
    case CT_ComboBox:
        return size.expandedTo(QSize(contents.width() + arrowSide() + 2 * beside, controlHeight()));
    case CT_SpinBox:
        return size.expandedTo(QSize(0, controlHeight()));
    case CT_CheckBox:
    case CT_RadioButton:
        return size.expandedTo(QSize(0, targetSide()));
    default:
        return size;
    }
}

QRect OutlinedStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (!m_isOverFusion || element != SE_LineEditContents)
        return rect;
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const int beside = frame && frame->lineWidth > 0 ? textMargin() : 0;
    return rect.adjusted(beside, 0, -beside, 0);
}

// Fusion's arrow has one size, whatever that of the text.
QRect OutlinedStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                    const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!m_isOverFusion || control != CC_ComboBox || !combo || !combo->frame)
        return rect;
    const QRect whole = combo->rect;
    const int frame = 2 * textMargin() - 1; // as in a line
    const int arrow = arrowSide();
    const QRect text = whole.adjusted(frame, textMargin(), -arrow, -textMargin());
    if (part == SC_ComboBoxEditField)
        return visualRect(combo->direction, whole, text);
    if (part == SC_ComboBoxArrow)
        return visualRect(combo->direction, whole, whole.adjusted(whole.width() - arrow, 0, -textMargin(), 0));
    return rect;
}

} // namespace lanyard
