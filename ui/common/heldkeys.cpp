#include "ui/common/heldkeys.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>

namespace lanyard {

namespace {

quint32 idOf(const QKeyEvent &key)
{
    return key.nativeScanCode() ? key.nativeScanCode() : static_cast<quint32>(key.key());
}

} // namespace

HeldKeys::Press HeldKeys::press(quint64 at)
{
    QWidget *focus = QApplication::focusWidget();
    return {at, focus != nullptr, focus, focus ? focus->window() : QApplication::activeWindow(),
            qobject_cast<QMenu *>(QApplication::activePopupWidget())};
}

// Under X11 a repeat is a release and a press of one moment. Qt does not take them for one where the window that has
// the focus has changed in between.
bool HeldKeys::isRepeat(const QKeyEvent &key) const
{
    return key.isAutoRepeat() || (key.timestamp() != 0 && key.timestamp() == m_releasedAt && idOf(key) == m_released);
}

// Than where it was pressed: what had the focus is no longer there, or another window or menu has it.
bool HeldKeys::isElsewhere(const QKeyEvent &key) const
{
    const auto found = m_presses.constFind(idOf(key));
    if (found == m_presses.constEnd())
        return false;
    const Press now = press(key.timestamp());
    const bool isGone = found->hadFocus && (!found->focus || !found->focus->isVisible());
    return isGone || found->window != now.window || found->menu != now.menu;
}

bool HeldKeys::eventFilter(QObject *, QEvent *event)
{
    const bool isPress = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isPress && event->type() != QEvent::KeyRelease)
        return false;
    const auto &key = static_cast<QKeyEvent &>(*event);
    if (!isPress) {
        m_released = idOf(key);
        m_releasedAt = key.timestamp();
        return false;
    }
    if (!isRepeat(key)) {
        const auto found = m_presses.constFind(idOf(key));
        const bool isSame = found != m_presses.constEnd() && found->at != 0 && found->at == key.timestamp();
        if (!isSame) // on its way to the parents
            m_presses.insert(idOf(key), press(key.timestamp()));
        return false;
    }
    if (!isElsewhere(key))
        return false;
    event->accept();
    return true;
}

} // namespace lanyard

#include "moc_heldkeys.cpp"
