// What the bar of a message looks like.
#include "ui/common/messagebar.h"
#include "ui/common/messagelevel.h"
#include "ui/look/outlines.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"

#include <QEvent>
#include <QPainter>

#include <utility>

namespace lanyard {

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange)
        applyColours();
}

// From the window's colours, not our own: setting ours also changes the palette.
void MessageBar::applyColours()
{
    if (!parentWidget())
        return;
    const QColor window = parentWidget()->palette().color(QPalette::Window);
    const QColor tone = toneColour(toneOf(m_message.level), window);
    // A tint of the state's colour over the window's own.
    constexpr float share = 0.12F;
    const QColor tinted = QColor::fromRgbF(window.redF() * (1 - share) + tone.redF() * share,
                                           window.greenF() * (1 - share) + tone.greenF() * share,
                                           window.blueF() * (1 - share) + tone.blueF() * share);
    if (std::exchange(m_background, tinted) != tinted) {
        QPalette colours;
        colours.setColor(QPalette::Window, tinted);
        setPalette(colours);
    }
    m_icon->setIcon(iconOf(m_message.level), toneOf(m_message.level), nameOf(m_message.level));
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(separatorColour(palette()));
    painter.setBrush(palette().color(QPalette::Window));
    const double radius = space(Space::Small);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace lanyard
