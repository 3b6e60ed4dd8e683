#pragma once

#include "ui/look/plainlabel.h"

namespace lanyard {

/// A text that can be selected and copied, with the keyboard too: where Tab leads to it, it is selected as a whole, as
/// in a line edit.
class ValueLabel : public PlainLabel
{
    Q_OBJECT

public:
    using PlainLabel::PlainLabel;

    /// A secret is not: it is copied through its button, with a countdown.
    void setSelectable(bool isSelectable);
    /// Tab leads to a text that is not selectable: a secret while it is revealed, to be read aloud. When it is not to
    /// be reached any more, the focus goes back to what comes before it.
    void setReachable(bool isReachable);
    [[nodiscard]] bool isReachable() const { return focusPolicy() != Qt::NoFocus; }
    /// Has room for so many characters, whatever it shows now: nothing moves when a secret is revealed or hidden again.
    void setRoom(qsizetype characters);

    /// In one line, where there is room for that.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int reservedWidth() const;

    qsizetype m_room = 0; // characters
};

} // namespace lanyard
