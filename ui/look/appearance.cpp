#include "ui/look/appearance.h"

#include "ui/look/contrast.h"

#include <QApplication>
#include <QPalette>

#include <utility>

namespace lanyard {

namespace {

struct Ground
{
    QColor window;
    QColor base;
    QColor other; ///< every other row
    QColor button;
    QColor text;
    QColor faded; ///< what cannot be used
    QColor link;
};

const Ground &lightGround()
{
    static const Ground ground{{0xF4, 0xF4, 0xF5}, Qt::white,          {0xF7, 0xF7, 0xF8}, {0xF0, 0xF0, 0xF1},
                               {0x1E, 0x1E, 0x20}, {0x8C, 0x8C, 0x90}, {0x1F, 0x57, 0xB3}};
    return ground;
}

const Ground &darkGround()
{
    static const Ground ground{{0x25, 0x25, 0x28}, {0x1C, 0x1C, 0x1E}, {0x21, 0x21, 0x24}, {0x35, 0x35, 0x39},
                               {0xEC, 0xEC, 0xEE}, {0x80, 0x80, 0x86}, {0x8A, 0xB4, 0xF8}};
    return ground;
}

// The desktop's own: the program keeps its accent in light and dark. White text is to be readable on it.
QColor desktopAccent()
{
    QApplication::setPalette(QPalette()); // the desktop's
    return readable(QApplication::palette().color(QPalette::Active, QPalette::Highlight), Qt::white);
}

// With every role that Qt knows: one that is missing would come from the desktop's palette.
QPalette paletteOn(const Ground &ground, const QColor &accent)
{
    QPalette palette(ground.button, ground.window); // with the shades of frames and shadows
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const QColor text = group == QPalette::Disabled ? ground.faded : ground.text;
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            palette.setColor(group, role, text);
        palette.setColor(group, QPalette::Base, ground.base);
        palette.setColor(group, QPalette::AlternateBase, ground.other);
        palette.setColor(group, QPalette::ToolTipBase, ground.base);
        palette.setColor(group, QPalette::ToolTipText, ground.text);
        palette.setColor(group, QPalette::BrightText, Qt::white);
        palette.setColor(group, QPalette::Highlight, group == QPalette::Disabled ? ground.faded : accent);
        palette.setColor(group, QPalette::HighlightedText, Qt::white);
        palette.setColor(group, QPalette::Link, ground.link);
        palette.setColor(group, QPalette::LinkVisited, ground.link);
        palette.setColor(group, QPalette::PlaceholderText, ground.faded);
    }
    return palette;
}

} // namespace

void show(Appearance appearance)
{
    static Appearance shown = Appearance::System;
    if (std::exchange(shown, appearance) == appearance)
        return;
    switch (appearance) {
    case Appearance::System: // an empty palette is the desktop's
        return QApplication::setPalette(QPalette());
    case Appearance::Light:
        return QApplication::setPalette(paletteOn(lightGround(), desktopAccent()));
    case Appearance::Dark:
        return QApplication::setPalette(paletteOn(darkGround(), desktopAccent()));
    }
}

} // namespace lanyard
