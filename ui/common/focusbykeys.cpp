#include "ui/common/focusbykeys.h"

#include <QEvent>
#include <QWidget>

namespace lanyard {

bool FocusByKeys::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: // also before a key that is a shortcut
    case QEvent::KeyPress:
        m_isByKeys = true;
        break;
    case QEvent::MouseButtonPress:
        m_isByKeys = false;
        break;
    case QEvent::FocusIn:
        if (const auto *widget = qobject_cast<QWidget *>(watched); widget && m_isByKeys)
            widget->window()->setAttribute(Qt::WA_KeyboardFocusChange);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lanyard

#include "moc_focusbykeys.cpp"
