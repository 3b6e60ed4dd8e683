#include "core/models/settingsfilter.h"

#include "core/models/settingsmodel.h"

#include <algorithm>

namespace lanyard {

SettingsFilter::SettingsFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void SettingsFilter::setText(const QString &text)
{
    m_words = text.split(QChar::Space, Qt::SkipEmptyParts);
    invalidateFilter();
}

bool SettingsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    QStringList cells;
    // Category and group count as words of the setting: "mail port" finds the port under Mail.
    for (QModelIndex branch = parent; branch.isValid(); branch = branch.parent())
        cells << branch.siblingAtColumn(SettingsModel::Name).data().toString();
    for (int column = 0; column < SettingsModel::ColumnCount; ++column)
        cells << sourceModel()->index(row, column, parent).data().toString();
    const QString text = cells.join(QChar::LineFeed);
    return std::all_of(m_words.begin(), m_words.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace lanyard

#include "moc_settingsfilter.cpp"
