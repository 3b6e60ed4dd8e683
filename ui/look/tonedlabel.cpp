#include "ui/look/tonedlabel.h"

#include "ui/look/spacing.h"

#include <QEvent>

namespace lanyard {

TonedLabel::TonedLabel(QWidget *parent) : PlainLabel({}, parent) {}

void TonedLabel::setTone(Tone tone)
{
    m_tone = tone;
    colour();
}

void TonedLabel::setIcon(QLatin1StringView name, Tone tone, const QString &meaning)
{
    setAccessibleName(meaning);
    m_icon = name;
    setTone(tone);
}

void TonedLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange)
        colour();
    PlainLabel::changeEvent(event);
}

void TonedLabel::colour()
{
    const QColor colour = toneColour(m_tone, palette().color(backgroundRole()));
    if (!m_icon.isEmpty())
        return setPixmap(icon(m_icon, colour).pixmap(iconSide()));
    QPalette colours;
    colours.setColor(QPalette::WindowText, colour);
    if (palette().color(QPalette::WindowText) != colour) // setting it also changes the palette
        setPalette(colours);
}

} // namespace lanyard

#include "moc_tonedlabel.cpp"
