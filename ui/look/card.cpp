#include "ui/look/card.h"

#include "ui/look/contrast.h"
#include "ui/look/outlines.h"
#include "ui/look/spacing.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace lanyard {

namespace {

// White on a light desktop is what its editors are; on a dark one they are darker than the window, and a card as dark
// as they are would swallow them.
QColor surface(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    const bool isDark = contrast(Qt::white, window) > contrast(Qt::black, window);
    return isDark ? mixed(window, Qt::white, 0.05F) : mixed(window, palette.color(QPalette::Base), 0.75F);
}

} // namespace

Card::Card(QWidget *parent) : QFrame(parent)
{
    colour();
}

// The application's palette reaches a widget as a change of its own.
void Card::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void Card::colour()
{
    const QPalette of = QApplication::palette();
    const QColor window = surface(of);
    // Named on the window's colour; here it has another background.
    const QColor quiet = readable(of.color(QPalette::PlaceholderText), window);
    QPalette colours;
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
        colours.setColor(group, QPalette::Window, window);
    colours.setColor(QPalette::PlaceholderText, quiet);
    const QPalette now = palette(); // setting it also changes the palette
    if (now.color(QPalette::Window) != window || now.color(QPalette::PlaceholderText) != quiet)
        setPalette(colours);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette colours = palette();
    painter.setPen(isOfHighContrast(QApplication::palette())
                       ? edgeColour(colours)
                       : mixed(colours.color(QPalette::Window), colours.color(QPalette::WindowText), 0.12F));
    painter.setBrush(colours.color(QPalette::Window));
    const double radius = space(Space::Medium);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace lanyard

#include "moc_card.cpp"
