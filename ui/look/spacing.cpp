#include "ui/look/spacing.h"

#include <QApplication>
#include <QFontMetrics>
#include <QLayout>

namespace lanyard {

namespace {

int quarters(Space step)
{
    switch (step) {
    case Space::Hair:
        return 1;
    case Space::Small:
        return 2;
    case Space::Medium:
        return 4;
    case Space::Large:
        return 8;
    case Space::Wide:
        return 12;
    }
    return 0;
}

} // namespace

int space(Space step)
{
    const int line = QFontMetrics(QApplication::font()).height();
    return qRound(line * quarters(step) / 8.0);
}

void setSpaces(QLayout &layout, Space margin, Space between)
{
    const int around = space(margin);
    layout.setContentsMargins(around, around, around, around);
    layout.setSpacing(space(between));
}

void setSpaces(QLayout &layout, Space between)
{
    layout.setContentsMargins(0, 0, 0, 0);
    layout.setSpacing(space(between));
}

int iconSide()
{
    return QFontMetrics(QApplication::font()).height();
}

int listRowHeight()
{
    constexpr int around = 14; // pixels: not more with large text, where room is scarce
    return qMax(targetSide(), QFontMetrics(QApplication::font()).height() + around);
}

int targetSide()
{
    constexpr int smallest = 24;
    return qMax(smallest, iconSide() + space(Space::Small));
}

} // namespace lanyard
