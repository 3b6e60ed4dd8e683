#include "ui/look/wrappedcheckbox.h"

#include "ui/look/characterwidth.h"
#include "ui/look/spacing.h"

#include <QStyleOptionButton>
#include <QStyleOptionFocusRect>
#include <QStylePainter>

namespace lanyard {

namespace {

constexpr int FewestCharacters = 12; // in a line
constexpr int Flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap | Qt::TextShowMnemonic;

} // namespace

WrappedCheckBox::WrappedCheckBox(const QString &text, QWidget *parent) : QCheckBox(text, parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred, QSizePolicy::CheckBox);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize WrappedCheckBox::minimumSizeHint() const
{
    const int least = boxWidth() + characterWidth(fontMetrics()) * FewestCharacters;
    return {qMin(least, QCheckBox::sizeHint().width()), targetSide()};
}

int WrappedCheckBox::heightForWidth(int width) const
{
    const QRect room(0, 0, qMax(1, width - boxWidth()), QWIDGETSIZE_MAX);
    return qMax(QCheckBox::sizeHint().height(), fontMetrics().boundingRect(room, Flags, text()).height());
}

int WrappedCheckBox::boxWidth() const
{
    return style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this) +
           style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, this);
}

QRect WrappedCheckBox::textPlace(QSize size) const
{
    const QRect whole(QPoint(0, 0), size);
    const QRect beside = whole.adjusted(boxWidth(), 0, 0, 0);
    const QRect text = fontMetrics().boundingRect(beside, Flags, this->text());
    return QStyle::visualRect(layoutDirection(), whole, text);
}

bool WrappedCheckBox::hitButton(const QPoint &position) const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    const QRect box = style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, this);
    return (box | textPlace(size())).contains(position);
}

void WrappedCheckBox::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QRect place = textPlace(size());
    option.rect = style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, this);
    painter.drawPrimitive(QStyle::PE_IndicatorCheckBox, option);
    const int flags =
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignAbsolute |
        Qt::AlignVCenter | Qt::TextWordWrap |
        (style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    style()->drawItemText(&painter, place, flags, palette(), isEnabled(), text(), QPalette::WindowText);
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    QStyleOptionFocusRect ring;
    ring.QStyleOption::operator=(option);
    const int around = space(Space::Hair);
    ring.rect = place.adjusted(-around, 0, around, 0) & rect();
    ring.backgroundColor = palette().color(QPalette::Window);
    painter.drawPrimitive(QStyle::PE_FrameFocusRect, ring);
}

} // namespace lanyard

#include "moc_wrappedcheckbox.cpp"
