#pragma once

#include <QHash>
#include <QModelIndex>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>

namespace lanyard {

class SettingsFilter;
class SettingsModel;
class SettingsTree;

/// The user's position in the tree of settings, by content rather than by row: the chosen setting, the folded branches,
/// the rows in sight. A filter or a rebuilt tree removes rows; they are restored afterwards.
class SettingsPlace
{
public:
    /// @p tree shows a SettingsModel through a SettingsFilter from when one of the others is called, and must outlive
    /// it.
    explicit SettingsPlace(SettingsTree &tree) : m_tree(tree) {}

    /// The row that the user has chosen.
    void choose(const QModelIndex &index);
    void fold(const QModelIndex &branch, bool isFolded);
    /// Before rows are removed.
    void remember();
    /// After remember() and before a filter changes, until restore(): rows that are not laid out come and go at no
    /// cost.
    void foldAll();
    /// After rows were inserted: folds the branches that were folded, unless @p unfolded. If the chosen row is missing,
    /// the first setting is current until the chosen one is there again.
    void restore(bool unfolded);
    /// Before rows are sorted.
    void noteSight();
    /// Afterwards: the chosen row stays in view if it was.
    void keepSight();
    /// Another user's settings: forgets everything.
    void forget();

private:
    using Visit = std::function<void(const QModelIndex &setting, const QString &branch)>;
    [[nodiscard]] const SettingsFilter &filter() const;
    [[nodiscard]] const SettingsModel &settings() const;
    [[nodiscard]] QHash<QString, QModelIndex> find(QSet<QString> names) const;
    [[nodiscard]] bool findUnmoved(const QString &name, QHash<QString, QModelIndex> &found) const;
    void findBranches(const QModelIndex &branch, const QString &name, const QSet<QString> &names,
                      QHash<QString, QModelIndex> &found) const;
    void findByWalking(QSet<QString> names, QHash<QString, QModelIndex> &found) const;
    void findMoved(const QSet<QString> &names, const QHash<QString, QModelIndexList> &withId,
                   QHash<QString, QModelIndex> &found) const;
    void walk(const QModelIndex &branch, const QString &name, const Visit &visit) const;
    [[nodiscard]] QModelIndex firstSetting() const;

    SettingsTree &m_tree;
    QString m_chosen;
    QStringList m_inSight; // from the top
    QSet<QString> m_folded;
    bool m_seesChosen = false;  // before rows are sorted
    bool m_isRestoring = false; // the tree selects and unfolds by itself: not a choice by the user
};

} // namespace lanyard
