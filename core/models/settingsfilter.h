#pragma once

#include <QSortFilterProxyModel>

namespace lanyard {

/// Settings that contain every word of a text in any column; categories and groups are shown while a setting in them
/// is. A masked value is not searched: a match would reveal something about it.
class SettingsFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SettingsFilter(QObject *parent = nullptr);
    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

} // namespace lanyard
