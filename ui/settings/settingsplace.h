#pragma once

#include <QSet>
#include <QString>

class QAbstractItemModel;
class QModelIndex;
class QTreeView;

namespace lanyard {

/// Where somebody is in the tree of settings, by what stands there and not by row: the chosen setting, the folded
/// branches, the row at the top. A filter and a tree that is made anew take rows away; they come back as they were.
class SettingsPlace
{
public:
    /// @p tree must outlive it.
    explicit SettingsPlace(QTreeView &tree) : m_tree(tree) {}

    /// The row that somebody has chosen.
    void choose(const QModelIndex &index);
    void fold(const QModelIndex &branch, bool isFolded);
    /// Before rows go.
    void remember();
    /// After they came: with the branches that were folded, unless @p unfolded. Without the chosen row the first
    /// setting is the current one, until the chosen one is there again.
    void restore(bool unfolded);
    /// Another person's settings: nothing is remembered.
    void forget();

private:
    [[nodiscard]] QModelIndex find(const QString &name) const;
    [[nodiscard]] QModelIndex firstSetting() const;

    QTreeView &m_tree;
    QString m_chosen;
    QString m_top;
    QSet<QString> m_folded;
    bool m_isRestoring = false; // the tree chooses and unfolds by itself: that is nobody's choice
};

} // namespace lanyard
