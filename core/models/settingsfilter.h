#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

namespace lanyard {

/// Settings that contain every word of a text in any column; categories and groups are shown while a setting in them
/// is. A masked value is not searched: a match would reveal something about it; nor is it sorted by. Sorting is within
/// a category or group: by name, or else first its groups, then its settings by what is shown; numbers by their value,
/// before other texts.
class SettingsFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SettingsFilter(QObject *parent = nullptr);
    void setText(const QString &text);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] int compared(const QModelIndex &left, const QModelIndex &right) const;

    QStringList m_words;
    QCollator m_collator; // of the locale at the start
};

} // namespace lanyard
