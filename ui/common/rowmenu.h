#pragma once

#include <QObject>
#include <QPoint>

#include <optional>

class QAbstractItemView;
class QContextMenuEvent;

namespace lanyard {

/// Where the context menu of a row opens, on the screen: at the pointer, or under the current row when a key asked for
/// it (which is scrolled into view). Nothing where there is no row.
[[nodiscard]] std::optional<QPoint> rowMenuPlace(QAbstractItemView &view, const QContextMenuEvent &event);

/// An event filter of the application: has Shift+F10 open the context menu of what has the focus, as the Menu key does.
/// Under X11 and Wayland Qt knows that key only, which many keyboards do not have.
class MenuKey : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace lanyard
