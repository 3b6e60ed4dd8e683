#include "ui/common/rowmenu.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace lanyard {

std::optional<QPoint> rowMenuPosition(QAbstractItemView &view, const QContextMenuEvent &event)
{
    if (event.reason() != QContextMenuEvent::Keyboard)
        return view.indexAt(event.pos()).isValid() ? std::optional(event.globalPos()) : std::nullopt;
    const QModelIndex current = view.currentIndex();
    if (!current.isValid())
        return std::nullopt;
    view.scrollTo(current);
    const QRect row = view.visualRect(current) & view.viewport()->rect();
    return view.viewport()->mapToGlobal(view.isRightToLeft() ? row.bottomRight() : row.bottomLeft());
}

namespace {

// As after Down: an entry that can be chosen. Queued, as the menu has not opened yet.
void enterMenuSoon()
{
    const auto enter = [] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu || menu->activeAction())
            return;
        QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
        QCoreApplication::sendEvent(menu, &down);
    };
    QMetaObject::invokeMethod(qApp, enter, Qt::QueuedConnection);
}

} // namespace

bool MenuKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ContextMenu && watched->isWidgetType() &&
        static_cast<QContextMenuEvent *>(event)->reason() == QContextMenuEvent::Keyboard)
        enterMenuSoon();
    QWidget *focus = event->type() == QEvent::KeyPress ? QApplication::focusWidget() : nullptr;
    if (!focus || watched != focus || QApplication::activePopupWidget())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_F10 || key->modifiers() != Qt::ShiftModifier)
        return false;
    const QPoint position = focus->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, position, focus->mapToGlobal(position));
    QCoreApplication::sendEvent(focus, &menu);
    return true;
}

} // namespace lanyard

#include "moc_rowmenu.cpp"
