#pragma once

#include <QObject>
#include <QPoint>

#include <optional>

class QAbstractItemView;
class QContextMenuEvent;

namespace lanyard {

/// Where the context menu of a row opens, on the screen: at the pointer, or below the current row if it was opened with
/// a key (the row is scrolled into view). nullopt if there is no row.
[[nodiscard]] std::optional<QPoint> rowMenuPosition(QAbstractItemView &view, const QContextMenuEvent &event);

/// An application-wide event filter: Shift+F10 opens the context menu of the focused widget, as the Menu key does.
/// Under X11 and Wayland Qt supports only that key, which many keyboards do not have. A menu of any kind that is opened
/// with a key begins at its first entry, of which a screen reader tells; what is typed into one, as to find an entry,
/// comes before that.
class MenuKey : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void noteInput(const QObject *watched, const QEvent &event);

    bool m_isByKey = false; // whatever the user has done last
};

} // namespace lanyard
