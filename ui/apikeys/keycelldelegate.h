#pragma once

#include "ui/common/cuttextdelegate.h"

namespace lanyard {

/// Paints a key's state with an icon beside its word, and keys and secrets left to right in a fixed-width font.
class KeyCellDelegate : public CutTextDelegate
{
    Q_OBJECT

public:
    using CutTextDelegate::CutTextDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace lanyard
