// The colours of edges and of lines between parts of a window.
#include "ui/look/contrast.h"
#include "ui/look/outlines.h"

namespace lanyard {

namespace {

// A little more than is asked for: a curve of one pixel is painted paler than its colour.
constexpr double EdgeContrast = 3.3;

} // namespace

QColor edgeColour(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    const QColor base = palette.color(QPalette::Base);
    constexpr float share = 0.4F;
    const QColor wanted = mixed(window, palette.color(QPalette::WindowText), share);
    if (palette.currentColorGroup() == QPalette::Disabled && !isOfHighContrast(palette))
        return wanted;
    return readable(wanted, contrast(wanted, window) < contrast(wanted, base) ? window : base, EdgeContrast);
}

QColor separatorColour(const QPalette &palette)
{
    if (isOfHighContrast(palette))
        return edgeColour(palette);
    // In GTK's light themes as light as the window.
    return readable(palette.color(QPalette::Mid), palette.color(QPalette::Window), 1.3);
}

QColor focusColour(const QPalette &palette, const QColor &ground)
{
    return readable(palette.color(QPalette::Active, QPalette::Highlight), ground, EdgeContrast);
}

} // namespace lanyard
