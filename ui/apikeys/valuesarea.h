#pragma once

#include "ui/common/pagearea.h"

namespace lanyard {

/// Contains the values of a key: as high as they are, up to a number of lines, and scrollable beyond that or where the
/// page has less room.
class ValuesArea : public PageArea
{
    Q_OBJECT

public:
    using PageArea::PageArea;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    [[nodiscard]] int contentHeight() const;
};

} // namespace lanyard
