#pragma once

#include <QPointer>
#include <QStyledItemDelegate>

namespace lanyard {

/// Edits a setting's value in its cell with an editor that fits its type, and paints marks beside it. Values that need
/// more room than a cell (JSON, several lines) are asked for with longTextRequested() instead, secrets never.
class SettingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

    /// Roomier than the default, so that an editor fits into its row.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Takes over what stands in the open editor and closes it. (Enter does that too, but a moment later.)
    void commitOpenEditor();

Q_SIGNALS:
    void longTextRequested(const QModelIndex &index) const;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    mutable QPointer<QWidget> m_editor; // the one that was opened last
};

} // namespace lanyard
