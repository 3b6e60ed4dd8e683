#include "ui/look/contrast.h"

#include <QApplication>
#include <QEvent>
#include <QStyleOption>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace lanyard {

namespace {

// Of each value of a channel, its share of the light: painting asks for many thousands a second.
const std::array<double, 256> &light()
{
    static const auto shares = [] {
        std::array<double, 256> made{};
        for (size_t value = 0; value < made.size(); ++value) {
            const double channel = static_cast<double>(value) / 255;
            made[value] = channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
        }
        return made;
    }();
    return shares;
}

double luminance(QRgb colour)
{
    const auto share = [](int channel) { return light()[static_cast<size_t>(channel)]; };
    return 0.2126 * share(qRed(colour)) + 0.7152 * share(qGreen(colour)) + 0.0722 * share(qBlue(colour));
}

double contrastOf(double luminance, double other)
{
    return (std::max(luminance, other) + 0.05) / (std::min(luminance, other) + 0.05);
}

QColor towards(const QColor &wanted, const QColor &end, const QColor &background, double ratio)
{
    constexpr int steps = 50;
    const double behind = luminance(background.rgb());
    for (int step = 0; step <= steps; ++step) {
        const QRgb painted = mixed(wanted, end, static_cast<float>(step) / steps).rgb();
        if (contrastOf(luminance(painted), behind) >= ratio)
            return QColor::fromRgb(painted);
    }
    return end;
}

// Of one surface on another.
constexpr double SurfaceContrast = 1.2;

constexpr std::array TextsOnGrounds{std::pair(QPalette::WindowText, QPalette::Window),
                                    std::pair(QPalette::Text, QPalette::Base),
                                    std::pair(QPalette::ButtonText, QPalette::Button)};

// What is behind another window, and a list without the focus, has GTK's colours for what cannot be used (QGtk3Theme).
void mendInactiveTexts(QPalette &palette)
{
    const double least = isOfHighContrast(palette) ? HighTextContrast : AimedContrast;
    for (const auto &[role, ground] : TextsOnGrounds) {
        const QColor behind = palette.color(QPalette::Inactive, ground);
        if (contrast(palette.color(QPalette::Inactive, role), behind) < least)
            palette.setColor(QPalette::Inactive, role, readable(palette.color(QPalette::Active, role), behind, least));
    }
}

// For the roles that themes get wrong; all others are the desktop's own.
QPalette readablePalette(QPalette palette)
{
    mendInactiveTexts(palette);
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
        const QColor window = palette.color(group, QPalette::Window);
        const QColor base = palette.color(group, QPalette::Base);
        // Two thirds of the text's opacity where that is enough.
        constexpr float quiet = 0.35F;
        QColor secondary = mixed(palette.color(group, QPalette::Text), base, quiet);
        // It appears on all of these; the last is the background of a tab page in Fusion on a dark desktop.
        QColor harder = window;
        for (const QColor &ground : {base, palette.color(group, QPalette::Button).lighter(126)}) {
            if (contrast(secondary, ground) < contrast(secondary, harder))
                harder = ground;
        }
        secondary = readable(secondary, harder, isOfHighContrast(palette) ? HighTextContrast : AimedContrast);
        palette.setColor(group, QPalette::PlaceholderText, secondary);
        palette.setColor(
            group, QPalette::Highlight,
            readable(palette.color(group, QPalette::Highlight), palette.color(group, QPalette::HighlightedText)));
    }
    // An icon knows no group: a selected one has the colour of a text in the active group. On a dark Windows the
    // highlight is the window's colour then.
    const QColor selected = palette.color(QPalette::Inactive, QPalette::Highlight);
    const auto isLost = [&](QPalette::ColorRole ground) {
        return contrast(selected, palette.color(QPalette::Inactive, ground)) < SurfaceContrast;
    };
    if (isLost(QPalette::Window) || isLost(QPalette::Base) ||
        contrast(palette.color(QPalette::Active, QPalette::HighlightedText), selected) < MarkContrast) {
        for (const QPalette::ColorRole role : {QPalette::Highlight, QPalette::HighlightedText})
            palette.setColor(QPalette::Inactive, role, palette.color(QPalette::Active, role));
    }
    // Qt makes the colours of what cannot be used from those of buttons: of black ones, black.
    constexpr double leastSeen = 2.3; // a main button that waits for a password is read, too
    const double least = isOfHighContrast(palette) ? TextContrast : leastSeen;
    for (const auto &[role, ground] :
         {std::pair(QPalette::WindowText, QPalette::Window), std::pair(QPalette::Text, QPalette::Base),
          std::pair(QPalette::ButtonText, QPalette::Window)})
        palette.setColor(
            QPalette::Disabled, role,
            readable(palette.color(QPalette::Disabled, role), palette.color(QPalette::Disabled, ground), least));
    return palette;
}

constexpr QLatin1StringView KeeperName("paletteKeeper");

class PaletteKeeper : public QObject
{
public:
    explicit PaletteKeeper(QApplication &application) : QObject(&application)
    {
        setObjectName(KeeperName);
        application.installEventFilter(this);
        adjust();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == parent() && event->type() == QEvent::ApplicationPaletteChange && !m_adjusting)
            adjust();
        return false;
    }

private:
    void adjust()
    {
        if (QApplication::palette() == m_ours)
            return;
        m_adjusting = true;
        // Without ours: the current choice of the desktop or the user. A theme that sets a palette sets the text colour
        // too.
        if (!QApplication::palette().isBrushSet(QPalette::Active, QPalette::WindowText))
            QApplication::setPalette(QPalette());
        QPalette adjusted = readablePalette(QApplication::palette());
        QApplication::setPalette(adjusted);
        m_ours = QApplication::palette();
        m_adjusting = false;
    }

    std::optional<QPalette> m_ours; // a default QPalette would be the desktop's, as if that were ours
    bool m_adjusting = false;
};

} // namespace

QColor mixed(const QColor &a, const QColor &b, float share)
{
    const auto between = [share](float from, float to) { return from + (to - from) * share; };
    return QColor::fromRgbF(between(a.redF(), b.redF()), between(a.greenF(), b.greenF()),
                            between(a.blueF(), b.blueF()));
}

double contrast(const QColor &a, const QColor &b)
{
    return contrastOf(luminance(a.rgb()), luminance(b.rgb()));
}

QColor readable(const QColor &wanted, const QColor &background, double ratio)
{
    const QColor best = contrast(Qt::white, background) > contrast(Qt::black, background) ? Qt::white : Qt::black;
    return towards(wanted, best, background, ratio);
}

// Black and white: no other desktop makes both its window and its editors so.
bool isOfHighContrast(const QPalette &palette)
{
    constexpr double most = 20.5;
    const auto standsOut = [&palette](QPalette::ColorRole text, QPalette::ColorRole ground) {
        return contrast(palette.color(QPalette::Active, text), palette.color(QPalette::Active, ground)) >= most;
    };
    return standsOut(QPalette::WindowText, QPalette::Window) && standsOut(QPalette::Text, QPalette::Base);
}

QPalette::ColorGroup colourGroup(const QStyleOption &option)
{
    if (!option.state.testFlag(QStyle::State_Enabled))
        return QPalette::Disabled;
    return option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
}

void keepPaletteReadable()
{
    if (!qApp->findChild<QObject *>(KeeperName))
        new PaletteKeeper(*qApp);
}

} // namespace lanyard
