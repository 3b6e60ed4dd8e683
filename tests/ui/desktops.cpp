#include "tests/ui/desktops.h"

namespace lanyard::testing {

namespace {

// What a theme leaves out stays as it was.
struct Colours
{
    const char *name;
    const char *window;
    const char *windowText;
    const char *base;
    const char *alternateBase;
    const char *text;
    const char *button;
    const char *buttonText;
    const char *highlight;
    const char *highlightedText;
    const char *placeholder; // null: Qt's own, which may be that of another theme
};

const Colours usual[] = {
    {"Fusion", "#efefef", "#000000", "#ffffff", "#f7f7f7", "#000000", "#efefef", "#000000", "#308cc6", "#ffffff",
     "#80000000"},
    {"Breeze light", "#eff0f1", "#232629", "#ffffff", "#f7f7f7", "#232629", "#fcfcfc", "#232629", "#3daee9", "#ffffff",
     "#707d8a"},
    {"Breeze dark", "#2a2e32", "#fcfcfc", "#1b1e20", "#232629", "#fcfcfc", "#31363b", "#fcfcfc", "#3daee9", "#fcfcfc",
     "#80000000"}, // Qt 6.4 leaves the light theme's there
    {"Adwaita dark", "#303030", "#ffffff", "#2d2d2d", "#353535", "#ffffff", "#353535", "#eeeeec", "#15539e", "#ffffff",
     "#80eeeeec"},
    {"Adwaita light", "#f6f5f4", "#2e3436", "#ffffff", "#fbfafa", "#000000", "#f6f5f4", "#2e3436", "#3584e4", "#ffffff",
     "#802e3436"},
    {"high contrast", "#000000", "#ffffff", "#000000", "#000000", "#ffffff", "#000000", "#ffffff", "#ffff00", "#000000",
     "#ffffff"},
};

QPalette paletteOf(const Colours &desktop)
{
    QPalette palette;
    const std::pair<QPalette::ColorRole, const char *> colours[] = {
        {QPalette::Window, desktop.window},
        {QPalette::WindowText, desktop.windowText},
        {QPalette::Base, desktop.base},
        {QPalette::AlternateBase, desktop.alternateBase},
        {QPalette::Text, desktop.text},
        {QPalette::Button, desktop.button},
        {QPalette::ButtonText, desktop.buttonText},
        {QPalette::Highlight, desktop.highlight},
        {QPalette::HighlightedText, desktop.highlightedText},
        {QPalette::PlaceholderText, desktop.placeholder},
        {QPalette::Light, desktop.button},
        {QPalette::Mid, desktop.button},
        {QPalette::ToolTipBase, desktop.base},
        {QPalette::ToolTipText, desktop.text},
    };
    for (const auto &[role, colour] : colours)
        palette.setColor(role, QColor(QLatin1StringView(colour)));
    // As Qt makes them for a theme that leaves them out: of black buttons, black.
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, palette.color(QPalette::Button).darker());
    return palette;
}

} // namespace

const QList<Desktop> &desktops()
{
    static const QList<Desktop> all = [] {
        QList<Desktop> made;
        for (const Colours &colours : usual)
            made.append({QLatin1StringView(colours.name), paletteOf(colours)});
        return made;
    }();
    return all;
}

} // namespace lanyard::testing
