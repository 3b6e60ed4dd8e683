#pragma once

#include "core/models/searchtexts.h"

#include <QCollator>
#include <QHash>
#include <QSet>
#include <QSortFilterProxyModel>

namespace lanyard {

/// Settings that contain every word of a text in any column; categories and groups are shown while a setting in them
/// is. One that is shown stays while it is edited, until the text is set again. A masked value is not searched: a match
/// would reveal something about it; nor is it sorted by. Sorting is within a category or group: by name, or else first
/// its groups, then its settings by what is shown; numbers by their value, before other texts.
class SettingsFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SettingsFilter(QObject *parent = nullptr);
    /// Of many settings, quick only once their texts() are made.
    void setText(const QString &text);
    [[nodiscard]] SearchTexts &texts() { return m_making; }
    /// A SettingsModel: one that is reset when rows come, go or move, and tells by dataChanged() of everything else.
    void setSourceModel(QAbstractItemModel *model) override;

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] int compared(const QModelIndex &left, const QModelIndex &right) const;
    [[nodiscard]] const QString &textOf(int row, const QModelIndex &parent) const;
    void followChange(const QModelIndex &first, const QModelIndex &last);
    void keepEdited(const QModelIndex &row);
    void forgetTexts(const QModelIndex &first, const QModelIndex &last);

    SearchTexts m_making;
    QStringList m_words;
    QSet<QString> m_kept;                         // the ids of those that were edited since the text was set
    QCollator m_collator;                         // of the locale at the start
    mutable QHash<const void *, QString> m_texts; // to search in, by the row's QModelIndex::internalPointer()
};

} // namespace lanyard
