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

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace lanyard
