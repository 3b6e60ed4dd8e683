#pragma once

#include "ui/common/pagearea.h"

namespace lanyard {

/// Contains what is known of a key: of one height for every key, so that nothing beside it moves from key to key, and
/// scrollable where a key needs more or the page has less room.
class ValuesArea : public PageArea
{
    Q_OBJECT

public:
    using PageArea::PageArea;

    /// What it is never higher than.
    [[nodiscard]] int mostHeight() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
};

} // namespace lanyard
