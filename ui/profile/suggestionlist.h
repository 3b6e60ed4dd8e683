#pragma once

#include <QListView>

class QCompleter;

namespace lanyard {

/// The list of a completer. A screen reader is told of each entry that the arrow keys choose, the first one too, and
/// of none that merely stands first while the user types: Qt does the opposite. When the list closes, it is told that
/// the focus is in the field again. It stands below the field or above it, where the page that is scrolled there has
/// room for more: never over what is below the page, nor outside the window.
class SuggestionList : public QListView
{
    Q_OBJECT

public:
    /// @p field has the focus meanwhile.
    explicit SuggestionList(QWidget &field);

    /// Becomes the list of @p completer, which takes ownership of it.
    void serve(QCompleter &completer);
    /// After QCompleter::complete(), which puts it where only the screen has room.
    void place();

Q_SIGNALS:
    void closed();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget &m_field;
    bool m_isTold = false; // an entry, since the list opened
};

} // namespace lanyard
