#pragma once

#include "ui/look/icons.h"
#include "ui/look/plainlabel.h"

namespace lanyard {

/// A text or a line icon in the colour of a state, which follows the palette to dark and back.
class TonedLabel : public PlainLabel
{
    Q_OBJECT

public:
    explicit TonedLabel(QWidget *parent = nullptr);

    void setTone(Tone tone);
    [[nodiscard]] Tone tone() const { return m_tone; }
    /// Instead of a text: one of the program's icons, as high as a line. @p meaning is its accessible name.
    void setIcon(QLatin1StringView name, Tone tone, const QString &meaning);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    Tone m_tone = Tone::Quiet;
    QLatin1StringView m_icon;
};

} // namespace lanyard
