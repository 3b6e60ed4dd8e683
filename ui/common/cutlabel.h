#pragma once

#include "ui/common/plainlabel.h"

namespace lanyard {

/// A label of one line that is rather cut, with an ellipsis and the whole text in its tooltip, than widening its
/// window.
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
