#pragma once

#include "ui/common/cuttextdelegate.h"
#include "ui/look/icons.h"

#include <QPersistentModelIndex>

namespace lanyard {

/// Paints a key's state with an icon beside its word, and keys and secrets left to right in a fixed-width font.
class KeyCellDelegate : public CutTextDelegate
{
    Q_OBJECT

public:
    using CutTextDelegate::CutTextDelegate;

    /// Says "Copied" instead of the key in the row of @p index, until it is called with another one.
    void setCopied(const QModelIndex &index) { m_copied = index; }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    static void showDayAloneIfNarrow(QStyleOptionViewItem *option, const QString &day);
    static void showMaskIfNarrow(QStyleOptionViewItem *option, const QString &mask);
    [[nodiscard]] static bool isCut(const QStyleOptionViewItem &option);
    static void showMark(QStyleOptionViewItem &option, QLatin1StringView name, Tone tone);

    QPersistentModelIndex m_copied;
};

} // namespace lanyard
