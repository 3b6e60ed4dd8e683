#include "ui/look/icons.h"

#include "ui/look/contrast.h"
#include "ui/look/drawing.h"
#include "ui/look/outlinedstyle.h"
#include "ui/look/spacing.h"

#include <QApplication>
#include <QIconEngine>
#include <QLineEdit>
#include <QPainter>
#include <QPalette>
#include <QStyleOptionViewItem>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// Renders the drawing as it is.
class DrawingEngine : public QIconEngine
{
public:
    explicit DrawingEngine(const QString &name, double share = 1) : m_name(name), m_share(share) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        if (rect.isEmpty())
            return; // a button that has no room yet
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap pixmap = render(rect.size() * ratio, mode);
        pixmap.setDevicePixelRatio(ratio); // drawn as it is: scaled to the rectangle it would blur at a scale like 1.5
        painter->drawPixmap(rect.topLeft(), pixmap);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return render(size, mode); }
    [[nodiscard]] QIconEngine *clone() const override { return new DrawingEngine(m_name, m_share); }

protected:
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] double share() const { return m_share; }

    [[nodiscard]] virtual QPixmap render(const QSize &size, QIcon::Mode /*mode*/) const
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        const QSizeF drawn = QSizeF(size) * m_share;
        const QPoint start(qRound((size.width() - drawn.width()) / 2), qRound((size.height() - drawn.height()) / 2));
        paintDrawing(painter, m_name, QRectF(start, drawn));
        return pixmap;
    }

private:
    QString m_name;
    double m_share; // of the side that is drawn on, in the middle
};

// And fills its shape with one colour; Qt's own SVG engine would paint it black on dark.
class LineIconEngine : public DrawingEngine
{
public:
    LineIconEngine(const QString &name, const QColor &colour, double share = 1)
        : DrawingEngine(name, share), m_colour(colour)
    {
    }

    [[nodiscard]] QIconEngine *clone() const override { return new LineIconEngine(name(), m_colour, share()); }

protected:
    [[nodiscard]] QPixmap render(const QSize &size, QIcon::Mode mode) const override
    {
        QPixmap pixmap = DrawingEngine::render(size, mode);
        QPainter painter(&pixmap);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), colourFor(mode));
        return pixmap;
    }

private:
    [[nodiscard]] QColor colourFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        return m_colour.isValid() ? m_colour : palette.color(QPalette::Active, QPalette::WindowText);
    }

    QColor m_colour;
};

// The buttons in a line are as large as the style's small icons, whatever the size of the text: here as large as all
// that is clicked, and their icons as those beside a text; and no icon theme is searched for one that is not shown,
// which takes a tenth of the program's start.
class LineStyle : public OutlinedStyle
{
public:
    explicit LineStyle(QLineEdit &line) { setParent(&line); }

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        return metric == PM_LineEditIconSize ? buttonIconSide() : OutlinedStyle::pixelMetric(metric, option, widget);
    }

    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override
    {
        if (which != SP_LineEditClearButton)
            return OutlinedStyle::standardIcon(which, option, widget);
        const double share = 1.0 * iconSide() / buttonIconSide();
        return QIcon(new LineIconEngine(u"close"_s, {}, share));
    }

private:
    // Qt makes the button two pixels higher, and six wider.
    static int buttonIconSide() { return targetSide() - 2; }
};

// Qt lets the button fade in and out, and half there it can hardly be seen: it is painted as it will be.
class FadelessButton : public QObject
{
public:
    FadelessButton(QToolButton &button, const QLineEdit &line) : QObject(&button), m_button(button), m_line(line)
    {
        button.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return QObject::eventFilter(watched, event);
        if (m_line.text().isEmpty())
            return true;
        const int side = m_line.style()->pixelMetric(QStyle::PM_LineEditIconSize, nullptr, &m_line);
        QRect place(0, 0, side, side);
        place.moveCenter(m_button.rect().center());
        QPainter painter(&m_button);
        m_button.icon().paint(&painter, place, Qt::AlignCenter, m_button.isEnabled() ? QIcon::Normal : QIcon::Disabled);
        return true;
    }

private:
    QToolButton &m_button;
    const QLineEdit &m_line;
};

} // namespace

QIcon icon(QLatin1StringView name)
{
    return icon(name, {});
}

QIcon icon(QLatin1StringView name, const QColor &colour)
{
    return QIcon(new LineIconEngine(name, colour));
}

QIcon programIcon()
{
    return QIcon(new DrawingEngine(u"lanyard"_s));
}

QIcon windowIcon()
{
    QIcon icon;
    for (const int side : {16, 32, 64, 128})
        icon.addPixmap(programIcon().pixmap(QSize(side, side), 1.0));
    return icon;
}

void offerClearing(QLineEdit &line)
{
    line.setStyle(new LineStyle(line));
    line.setClearButtonEnabled(true);
    if (auto *button = line.findChild<QToolButton *>())
        new FadelessButton(*button, line);
}

QColor toneColour(Tone tone, const QColor &background)
{
    const bool dark = contrast(Qt::white, background) > contrast(Qt::black, background);
    QColor colour = dark ? QColor(0xA8, 0xA8, 0xA8) : QColor(0x5F, 0x5F, 0x5F);
    switch (tone) {
    case Tone::Good:
        colour = dark ? QColor(0x6C, 0xC6, 0x8F) : QColor(0x1E, 0x7A, 0x45);
        break;
    case Tone::Warning:
        colour = dark ? QColor(0xE6, 0xB4, 0x50) : QColor(0x8A, 0x5A, 0x00);
        break;
    case Tone::Bad:
        colour = dark ? QColor(0xF0, 0x8A, 0x80) : QColor(0xB3, 0x26, 0x1E);
        break;
    case Tone::Quiet:
        break;
    }
    const bool isHigh = isOfHighContrast(QApplication::palette());
    return readable(colour, background, isHigh ? HighTextContrast : AimedContrast);
}

QColor toneColour(Tone tone, const QStyleOptionViewItem &cell)
{
    const bool isAlternate = cell.features.testFlag(QStyleOptionViewItem::Alternate);
    return toneColour(tone, cell.palette.color(isAlternate ? QPalette::AlternateBase : QPalette::Base));
}

} // namespace lanyard
