#include "ui/common/dialogsclosed.h"

#include <QDialog>
#include <QEvent>
#include <QGuiApplication>

namespace lanyard {

namespace {

QWidget *shownBehind(const QDialog &dialog)
{
    QWidget *behind = dialog.parentWidget() ? dialog.parentWidget()->window() : nullptr;
    while (behind && !behind->isVisible())
        behind = behind->parentWidget() ? behind->parentWidget()->window() : nullptr;
    return behind;
}

} // namespace

bool DialogsClosed::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        m_count = 0;
    if (event->type() != QEvent::Hide || event->spontaneous())
        return false;
    const auto *dialog = qobject_cast<QDialog *>(watched);
    // The user may be in another program by now.
    if (!dialog || ++m_count < 2 || QGuiApplication::applicationState() != Qt::ApplicationActive)
        return false;
    if (QWidget *behind = shownBehind(*dialog))
        behind->activateWindow();
    return false;
}

} // namespace lanyard

#include "moc_dialogsclosed.cpp"
