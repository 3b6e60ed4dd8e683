#pragma once

#include "ui/common/cuttextdelegate.h"

namespace lanyard {

/// Paints the state of a key with an icon beside its word, and keys and secrets in a fixed-width font from left to
/// right.
class KeyCellDelegate : public CutTextDelegate
{
    Q_OBJECT

public:
    using CutTextDelegate::CutTextDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace lanyard
