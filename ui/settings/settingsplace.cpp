#include "ui/settings/settingsplace.h"

#include "core/models/settingsfilter.h"
#include "core/models/settingsmodel.h"
#include "ui/settings/settingstree.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// A branch by its names; a setting by its id and, for those whose id is missing or another one's too, by its names.
// The two forms cannot collide.
QString nameOf(const QModelIndex &setting, const QString &branch)
{
    return u"id "_s + setting.data(SettingsModel::IdRole).toString() + branch + u'\n' + setting.data().toString();
}

QString nameOf(const QModelIndex &index)
{
    QString branches;
    for (QModelIndex branch = index.parent(); branch.isValid(); branch = branch.parent())
        branches = u'\n' + branch.data().toString() + branches;
    const QModelIndex row = index.siblingAtColumn(0);
    return row.data(SettingsModel::IsSettingRole).toBool() ? nameOf(row, branches)
                                                           : branches + u'\n' + row.data().toString();
}

bool isOfSetting(const QString &name)
{
    return name.startsWith("id "_L1);
}

QStringView idOf(const QString &name)
{
    constexpr qsizetype start = 3;
    return isOfSetting(name) ? QStringView(name).mid(start, name.indexOf(u'\n') - start) : QStringView();
}

QString namesOf(const QString &name)
{
    return name.mid(name.indexOf(u'\n'));
}

} // namespace

void SettingsPlace::choose(const QModelIndex &index)
{
    if (!m_isRestoring && index.isValid())
        m_chosen = nameOf(index);
}

void SettingsPlace::noteSight()
{
    const QModelIndex current = m_tree.currentIndex();
    m_seesChosen = current.isValid() && nameOf(current) == m_chosen &&
                   m_tree.viewport()->rect().intersects(m_tree.visualRect(current));
}

// The first row, which the user did not choose, does not move the view.
void SettingsPlace::keepSight()
{
    if (m_seesChosen)
        m_tree.scrollTo(m_tree.currentIndex());
}

void SettingsPlace::fold(const QModelIndex &branch, bool isFolded)
{
    if (m_isRestoring)
        return;
    if (isFolded)
        m_folded.insert(nameOf(branch));
    else
        m_folded.remove(nameOf(branch));
}

void SettingsPlace::remember()
{
    m_isRestoring = true;
    m_inSight.clear();
    if (m_tree.model()->rowCount() == 0)
        return;
    for (QModelIndex row = m_tree.indexAt(QPoint(m_tree.width() / 2, 1));
         row.isValid() && m_tree.visualRect(row).top() < m_tree.viewport()->height(); row = m_tree.indexBelow(row))
        m_inSight << nameOf(row);
}

void SettingsPlace::foldAll()
{
    m_tree.collapseAll();
}

void SettingsPlace::restore(bool unfolded)
{
    m_isRestoring = true;
    const QHash<QString, QModelIndex> found =
        find(m_folded + QSet(m_inSight.begin(), m_inSight.end()) + QSet{m_chosen});
    QModelIndexList folded;
    for (const QString &branch : std::as_const(m_folded)) {
        if (const QModelIndex there = found.value(branch); there.isValid())
            folded << there;
    }
    m_tree.unfoldAllBut(unfolded ? QModelIndexList() : folded);
    QModelIndex top; // or what was below it, if it is gone
    for (qsizetype i = 0; i < m_inSight.size() && !top.isValid(); ++i)
        top = found.value(m_inSight.at(i));
    QModelIndex current = found.value(m_chosen);
    if (!current.isValid())
        current = firstSetting();
    if (current.siblingAtColumn(0) != m_tree.currentIndex().siblingAtColumn(0))
        m_tree.setCurrentIndex(current);
    if (top.isValid()) {
        m_tree.scrollTo(top, QAbstractItemView::PositionAtTop);
    } else {
        m_tree.scrollToTop();
        m_tree.scrollTo(m_tree.currentIndex());
    }
    m_isRestoring = false;
}

void SettingsPlace::forget()
{
    m_chosen.clear();
    m_inSight.clear();
    m_folded.clear();
}

const SettingsFilter &SettingsPlace::filter() const
{
    return static_cast<const SettingsFilter &>(*m_tree.model());
}

const SettingsModel &SettingsPlace::settings() const
{
    return static_cast<const SettingsModel &>(*filter().sourceModel());
}

QHash<QString, QModelIndex> SettingsPlace::find(QSet<QString> names) const
{
    names.remove({});
    QHash<QString, QModelIndex> found;
    names.removeIf([&](const QString &name) { return findUnmoved(name, found); });
    findBranches({}, {}, names, found);
    names.removeIf([](const QString &name) { return !isOfSetting(name); });
    findByWalking(names, found);
    return found;
}

// Whether it is a setting that is where it was, as most are; the filter may leave it out, and then it is nowhere else.
bool SettingsPlace::findUnmoved(const QString &name, QHash<QString, QModelIndex> &found) const
{
    if (!isOfSetting(name))
        return false;
    const QModelIndex setting = settings().indexOfSetting(idOf(name).toString()).siblingAtColumn(SettingsModel::Name);
    if (!setting.isValid() || nameOf(setting) != name)
        return false;
    if (const QModelIndex shown = filter().mapFromSource(setting); shown.isValid())
        found.insert(name, shown);
    return true;
}

void SettingsPlace::findBranches(const QModelIndex &branch, const QString &name, const QSet<QString> &names,
                                 QHash<QString, QModelIndex> &found) const
{
    for (const QModelIndexList inner = settings().branchesIn(branch); const QModelIndex &one : inner) {
        const QModelIndex shown = filter().mapFromSource(one);
        if (!shown.isValid())
            continue;
        const QString own = name + u'\n' + one.data().toString();
        if (names.contains(own))
            found.insert(own, shown);
        findBranches(one, own, names, found);
    }
}

// In one walk over all rows, however many names; in a second one if a setting is no longer there under its id.
void SettingsPlace::findByWalking(QSet<QString> names, QHash<QString, QModelIndex> &found) const
{
    if (names.isEmpty())
        return;
    QHash<QString, QModelIndexList> withId; // by those ids that the names have
    for (const QString &name : std::as_const(names))
        withId.insert(idOf(name).toString(), {});
    walk({}, {}, [&](const QModelIndex &setting, const QString &branch) {
        const auto same = withId.find(setting.data(SettingsModel::IdRole).toString());
        if (same == withId.end())
            return;
        *same << setting;
        const QString name = nameOf(setting, branch);
        if (names.contains(name) && !found.contains(name))
            found.insert(name, setting);
    });
    names.removeIf([&found](const QString &name) { return found.contains(name) || idOf(name).isEmpty(); });
    findMoved(names, withId, found);
}

// Those that are nowhere under both their ids and their names: a setting with a new id, or else one that was renamed or
// moved to another branch. An id may have become that of another setting.
void SettingsPlace::findMoved(const QSet<QString> &names, const QHash<QString, QModelIndexList> &withId,
                              QHash<QString, QModelIndex> &found) const
{
    if (names.isEmpty())
        return;
    QHash<QString, QModelIndexList> withNames;
    for (const QString &name : names)
        withNames.insert(namesOf(name), {});
    walk({}, {}, [&withNames](const QModelIndex &setting, const QString &branch) {
        const QString name = nameOf(setting, branch);
        if (const auto same = withNames.find(namesOf(name)); same != withNames.end() && !idOf(name).isEmpty())
            *same << setting;
    });
    for (const QString &name : names) {
        const QModelIndexList named = withNames.value(namesOf(name));
        const QModelIndexList same = named.isEmpty() ? withId.value(idOf(name).toString()) : named;
        if (same.size() == 1)
            found.insert(name, same.constFirst());
    }
}

// Tells of each setting with the name of its branch.
void SettingsPlace::walk(const QModelIndex &branch, const QString &name, const Visit &visit) const
{
    const QAbstractItemModel &model = *m_tree.model();
    for (int row = 0, count = model.rowCount(branch); row < count; ++row) {
        const QModelIndex index = model.index(row, 0, branch);
        if (index.data(SettingsModel::IsSettingRole).toBool())
            visit(index, name);
        else
            walk(index, name + u'\n' + index.data().toString(), visit);
    }
}

QModelIndex SettingsPlace::firstSetting() const
{
    QModelIndex index = m_tree.model()->index(0, SettingsModel::Name);
    while (index.isValid() && !index.data(SettingsModel::IsSettingRole).toBool())
        index = m_tree.model()->index(0, SettingsModel::Name, index);
    return index;
}

} // namespace lanyard
