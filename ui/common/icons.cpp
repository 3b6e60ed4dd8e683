#include "ui/common/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// Renders the drawing and fills its shape with one colour; Qt's own SVG engine would paint it black on dark.
class LineIconEngine : public QIconEngine
{
public:
    LineIconEngine(const QString &file, const QColor &colour) : m_file(file), m_colour(colour) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, render(rect.size() * ratio, mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return render(size, mode); }
    [[nodiscard]] QIconEngine *clone() const override { return new LineIconEngine(m_file, m_colour); }

private:
    [[nodiscard]] QPixmap render(const QSize &size, QIcon::Mode mode) const
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(m_file).render(&painter, QRectF(QPointF(0, 0), size));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), colourFor(mode));
        return pixmap;
    }

    [[nodiscard]] QColor colourFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        return m_colour.isValid() ? m_colour : palette.color(QPalette::Active, QPalette::WindowText);
    }

    QString m_file;
    QColor m_colour;
};

} // namespace

QIcon icon(QLatin1StringView name)
{
    return icon(name, {});
}

QIcon icon(QLatin1StringView name, const QColor &colour)
{
    return QIcon(new LineIconEngine(":/icons/"_L1 + name + ".svg"_L1, colour));
}

QColor toneColour(Tone tone, const QPalette &palette)
{
    // Contrast of at least 4.5:1 on white and on the dark base of the common styles.
    const bool dark = palette.color(QPalette::Base).lightnessF() < 0.5F;
    switch (tone) {
    case Tone::Good:
        return dark ? QColor(0x6C, 0xC6, 0x8F) : QColor(0x1E, 0x7A, 0x45);
    case Tone::Warning:
        return dark ? QColor(0xE6, 0xB4, 0x50) : QColor(0x8A, 0x5A, 0x00);
    case Tone::Bad:
        return dark ? QColor(0xF0, 0x8A, 0x80) : QColor(0xB3, 0x26, 0x1E);
    case Tone::Quiet:
        break;
    }
    return dark ? QColor(0xA8, 0xA8, 0xA8) : QColor(0x5F, 0x5F, 0x5F);
}

} // namespace lanyard
