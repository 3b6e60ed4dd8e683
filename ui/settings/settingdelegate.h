#pragma once

#include <QJsonValue>
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
    /// Does nothing: an editor is filled when it is made, and then it is the person's. The view calls this at each
    /// change of the model, which a reload makes while somebody types.
    void setEditorData(QWidget *, const QModelIndex &) const override {}
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

    /// Roomier than the default, so that an editor fits into its row.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Takes over what stands in the open editor. It stays open.
    void commitOpenEditor();
    /// And closes it. (Enter does both too, but a moment later.)
    void closeOpenEditor();

Q_SIGNALS:
    /// An edit that was begun when the service held @p before (HeldRole).
    void typed(const QString &id, const QString &text, const QJsonValue &before) const;
    /// For the setting with that id.
    void longTextRequested(const QString &id) const;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    mutable QPointer<QWidget> m_editor; // the one that was opened last
    mutable QJsonValue m_before;        // what the service held then
};

} // namespace lanyard
