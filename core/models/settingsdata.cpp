// What the rows of the settings say of themselves.
#include "core/base/sentences.h"
#include "core/base/text.h"
#include "core/document/secretvalue.h"
#include "core/models/documentedits.h"
#include "core/models/settingcell.h"
#include "core/models/settingsmodel.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// A cell shows the beginning of a value; the editor shows the whole value.
constexpr qsizetype CellLimit = 300;

} // namespace

QVariant SettingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SettingNode &node = *nodeOf(index);
    if (role == IsSettingRole)
        return node.isSetting();
    return node.isSetting() ? settingData(node, index.column(), role) : branchData(node, index.column(), role);
}

QVariant SettingsModel::branchData(const SettingNode &branch, int column, int role) const
{
    switch (role) {
    case HoldsSecretRole:
        return m_user.hidden().hides(branch.name);
    case NewsRole:
        return countIn(branch, m_user.noticed()) > 0;
    case ChangedRole:
        return countIn(branch, unsaved()) > 0;
    case Qt::DisplayRole:
        return column == Name
                   ? QVariant(visibleText(m_user.hidden().shown(branch.name, 2 * CellLimit), false, CellLimit))
                   : QVariant();
    case Qt::ToolTipRole:
        return column == Name ? QVariant(branchState(branch).join(u'\n')) : QVariant();
    case Qt::AccessibleDescriptionRole:
        return column == Name ? QVariant(inSequence(branchState(branch))) : QVariant();
    default:
        return {};
    }
}

QStringList SettingsModel::branchState(const SettingNode &branch) const
{
    QStringList state;
    if (const int changes = countIn(branch, unsaved()))
        state << tr("%n unsaved change(s)", nullptr, changes);
    if (const int news = countIn(branch, m_user.noticed()))
        state << tr("%n setting(s) with a remark", nullptr, news);
    return state;
}

// They are few, and the settings may be many.
int SettingsModel::countIn(const SettingNode &branch, const std::set<Path> &places) const
{
    int count = 0;
    for (const Path &place : places) {
        const SettingNode *node = nodeAt(place);
        while (node && node != &branch)
            node = node->parent;
        count += node ? 1 : 0;
    }
    return count;
}

std::set<Path> SettingsModel::unsaved() const
{
    const QList<Path> places = m_user.unsavedPlaces();
    return {places.begin(), places.end()};
}

QVariant SettingsModel::settingData(const SettingNode &node, int column, int role) const
{
    const SettingCell cell = cellOf(node);
    switch (role) {
    case Qt::DisplayRole:
        return cell.text(column, CellLimit);
    case Qt::ToolTipRole:
        return cell.toolTip(column);
    case Qt::EditRole:
        return column == Value ? QVariant(cell.value()) : QVariant();
    case Qt::CheckStateRole:
        return column == Value ? checkState(cell) : QVariant();
    case TypeRole:
        return static_cast<int>(cell.setting().type());
    case ReadOnlyRole:
        return !cell.canEdit();
    case LockReasonRole:
        return cell.lockReason();
    case ChangedRole:
        return cell.isChanged();
    case SecretRole:
        return cell.setting().looksSecret();
    case HoldsSecretRole:
        return cell.setting().looksSecret() || holdsSecretValue(cell.value()) || m_user.hidden().hides(cell.value());
    case HiddenRole:
        return cell.setting().looksSecret() || holdsSecret(cell.value());
    case NoticeRole:
        return cell.notice();
    case ElsewhereRole:
        return cell.isElsewhere();
    case Qt::AccessibleDescriptionRole:
        return withoutQuoteMarks(cell.description(column));
    case IdRole:
        return cell.setting().id();
    case HeldRole:
        return held(cell);
    case ProblemRole:
        return cell.problem();
    case TypeTextRole:
        return cell.typeText();
    case UnitRole:
        return cell.setting().unit();
    case IsUnnamedRole:
        return isBlank(cell.setting().name());
    case LocalTextRole:
        return cell.localText();
    case UndoneTextRole:
        return cell.textWithoutMisfit();
    case NewsRole:
        return cell.hasNews();
    default:
        return {};
    }
}

} // namespace lanyard
