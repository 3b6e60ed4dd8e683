#pragma once

#include <QListView>

namespace lanyard {

/// The list of a completer. A screen reader is told of each entry that the arrow keys choose, the first one too, and
/// of none that merely stands first while the user types: Qt does the opposite. When the list closes, it is told that
/// the focus is in the field again.
class SuggestionList : public QListView
{
    Q_OBJECT

public:
    /// @p field has the focus meanwhile.
    explicit SuggestionList(QWidget &field);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget &m_field;
    bool m_isTold = false; // an entry, since the list opened
};

} // namespace lanyard
