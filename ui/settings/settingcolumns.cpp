// The widths of the columns of the settings.
#include "core/models/settingsmodel.h"
#include "ui/common/columnroom.h"
#include "ui/look/characterwidth.h"
#include "ui/settings/settingstree.h"

#include <QHeaderView>

#include <algorithm>

namespace lanyard {

namespace {

constexpr int IndentsOfName = 3;

} // namespace

void SettingsTree::fitColumns()
{
    if (m_room->isFitted() || model()->rowCount() == 0)
        return;
    header()->setMinimumSectionSize(header()->sectionSizeHint(SettingsModel::Value)); // the rest may be little
    m_room->fit(columnWishes(), NameAndValue);
}

// The values first: they are what is looked for. But most are short, and descriptions are sentences.
QList<ColumnWish> SettingsTree::columnWishes() const
{
    const int character = characterWidth(fontMetrics());
    QList<ColumnWish> wishes;
    const auto add = [&](int column, int least, int usual, int whole, int share) {
        const int content = qMax(sizeHintForColumn(column), header()->sectionSizeHint(column));
        const int narrowest = qMax(least * character, header()->sectionSizeHint(column));
        const auto within = [&](int most) { return std::clamp(content, narrowest, qMax(narrowest, most * character)); };
        if (!isColumnHidden(column))
            wishes << ColumnWish{column, narrowest, within(usual), within(whole), share};
    };
    // A name begins as far in as its group is deep.
    const int indent = (IndentsOfName * indentation() + character - 1) / character;
    add(SettingsModel::Value, 12, 34, 48, 1);
    add(SettingsModel::Name, 16 + indent, 44 + indent, 60 + indent, 0);
    add(SettingsModel::Description, 12, 40, 100, 1);
    add(SettingsModel::Type, 12, 30, 60, 0);
    return wishes;
}

QByteArray SettingsTree::columnState() const
{
    return m_room->state();
}

void SettingsTree::restoreColumnState(const QByteArray &state)
{
    m_room->restore(state);
    followColumns();
    // The state of a header that could not be clicked makes it one again, with the order that Qt begins with.
    if (header()->isSortIndicatorShown())
        return;
    header()->setSortIndicator(SettingsModel::Name, Qt::AscendingOrder);
    setSortingEnabled(true);
}

} // namespace lanyard
