#include "ui/common/rowmenu.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
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
        if (!menu || menu->activeAction() || qobject_cast<QLineEdit *>(menu->focusWidget()))
            return;
        QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
        QCoreApplication::sendEvent(menu, &down);
    };
    QMetaObject::invokeMethod(qApp, enter, Qt::QueuedConnection);
}

} // namespace

// A key of a button opens its menu later. A submenu may be opened by pointing at it.
void MenuKey::noteInput(const QObject *watched, const QEvent &event)
{
    switch (event.type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
        m_isByKey = true;
        break;
    case QEvent::ContextMenu:
        m_isByKey = static_cast<const QContextMenuEvent &>(event).reason() == QContextMenuEvent::Keyboard;
        break;
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
        m_isByKey = false;
        break;
    case QEvent::MouseMove:
        m_isByKey = m_isByKey && !qobject_cast<const QMenu *>(watched);
        break;
    default:
        break;
    }
}

bool MenuKey::eventFilter(QObject *watched, QEvent *event)
{
    noteInput(watched, *event);
    if (event->type() == QEvent::Show && m_isByKey && qobject_cast<QMenu *>(watched))
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
