#include "core/models/settingsfilter.h"

#include "core/base/nameorder.h"
#include "core/base/searchtext.h"
#include "core/models/settingsmodel.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace lanyard {

namespace {

std::optional<double> numberIn(const QString &text)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

// A date or number as it is stored: in the order of time, with a point.
QString storedText(const QModelIndex &cell)
{
    const bool isLocal = !cell.data(SettingsModel::LocalTextRole).toString().isEmpty();
    return isLocal ? cell.data(Qt::EditRole).toString() : QString();
}

QString sortedText(const QModelIndex &cell)
{
    const QString stored = cell.column() == SettingsModel::Value ? storedText(cell) : QString();
    return stored.isEmpty() ? cell.data().toString() : stored;
}

} // namespace

SettingsFilter::SettingsFilter(QObject *parent)
    : QSortFilterProxyModel(parent),
      m_making([this](const QModelIndex &row) { static_cast<void>(textOf(row.row(), row.parent())); }),
      m_collator(nameOrder())
{
    setRecursiveFilteringEnabled(true);
}

void SettingsFilter::setText(const QString &text)
{
    m_words = searchWords(text);
    m_kept.clear();
    invalidateFilter();
}

// Before Qt's own look at what has changed: in the order of the connections.
void SettingsFilter::setSourceModel(QAbstractItemModel *model)
{
    connect(model, &QAbstractItemModel::dataChanged, this, &SettingsFilter::followChange);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { m_texts.clear(); });
    QSortFilterProxyModel::setSourceModel(model);
}

void SettingsFilter::followChange(const QModelIndex &first, const QModelIndex &last)
{
    for (int row = first.row(); row <= last.row() && !m_words.isEmpty(); ++row)
        keepEdited(first.siblingAtRow(row));
    forgetTexts(first, last);
}

// What contains a secret goes where presentation mode hides it: that it stays would tell what it is.
void SettingsFilter::keepEdited(const QModelIndex &row)
{
    const bool isEdited =
        row.data(SettingsModel::IsSettingRole).toBool() && row.data(SettingsModel::ChangedRole).toBool();
    if (isEdited && !row.data(SettingsModel::HoldsSecretRole).toBool() && mapFromSource(row).isValid())
        m_kept.insert(row.data(SettingsModel::IdRole).toString());
}

void SettingsFilter::forgetTexts(const QModelIndex &first, const QModelIndex &last)
{
    if (sourceModel()->hasChildren(first)) // whose name counts for what is in it
        return m_texts.clear();
    for (int row = first.row(); row <= last.row(); ++row)
        m_texts.remove(first.siblingAtRow(row).internalPointer());
}

// Rows of the model are in the order of their names.
bool SettingsFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.column() == SettingsModel::Name)
        return left.row() < right.row();
    const bool isUp = sortOrder() == Qt::AscendingOrder;
    const bool isSetting = left.data(SettingsModel::IsSettingRole).toBool();
    if (isSetting != right.data(SettingsModel::IsSettingRole).toBool())
        return isSetting != isUp;
    const int order = isSetting ? compared(left, right) : 0;
    return order != 0 ? order < 0 : (left.row() < right.row()) == isUp;
}

int SettingsFilter::compared(const QModelIndex &left, const QModelIndex &right) const
{
    const QString texts[] = {sortedText(left), sortedText(right)};
    const std::optional<double> numbers[] = {numberIn(texts[0]), numberIn(texts[1])};
    if (numbers[0] && numbers[1])
        return *numbers[0] < *numbers[1] ? -1 : *numbers[1] < *numbers[0] ? 1 : 0;
    if (numbers[0] || numbers[1])
        return numbers[0] ? -1 : 1;
    return m_collator.compare(texts[0], texts[1]);
}

const QString &SettingsFilter::textOf(int row, const QModelIndex &parent) const
{
    QString &text = m_texts[sourceModel()->index(row, 0, parent).internalPointer()];
    if (!text.isNull())
        return text;
    QStringList cells;
    // Category and group count as words of the setting: "mail port" finds the port under Mail.
    for (QModelIndex branch = parent; branch.isValid(); branch = branch.parent())
        cells << branch.siblingAtColumn(SettingsModel::Name).data().toString();
    for (int column = 0; column < SettingsModel::ColumnCount; ++column) {
        const QModelIndex cell = sourceModel()->index(row, column, parent);
        const bool isBoolean = cell.data(SettingsModel::TypeRole).toInt() == static_cast<int>(SettingKind::Boolean);
        if (column != SettingsModel::Type || !isBoolean) // "true" finds those that are
            cells << cell.data().toString();
    }
    cells << storedText(sourceModel()->index(row, SettingsModel::Value, parent));
    text = searchForm(cells.join(QChar::LineFeed));
    return text;
}

bool SettingsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    const QString &text = textOf(row, parent);
    if (std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) { return text.contains(word); }))
        return true;
    const QModelIndex name = sourceModel()->index(row, SettingsModel::Name, parent);
    return !m_kept.isEmpty() && m_kept.contains(name.data(SettingsModel::IdRole).toString());
}

} // namespace lanyard

#include "moc_settingsfilter.cpp"
