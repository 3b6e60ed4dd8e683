#pragma once

#include "ui/look/plainlabel.h"

namespace lanyard {

/// A single-line label that elides its text, with the whole text in its tooltip, rather than widening its window.
class CutLabel : public PlainLabel
{
    Q_OBJECT

public:
    using PlainLabel::PlainLabel;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString shownText() const;
};

} // namespace lanyard
