#include "ui/common/openlistkeys.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>

namespace lanyard {

bool OpenListKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    const auto &press = static_cast<const QKeyEvent &>(*event);
    if (press.key() != Qt::Key_Tab && press.key() != Qt::Key_Backtab)
        return false;
    const QWidget *list = QApplication::activePopupWidget();
    auto *box = list ? qobject_cast<QComboBox *>(list->parentWidget()) : nullptr;
    if (!box || !box->view()->isVisible() || !list->isAncestorOf(static_cast<QWidget *>(watched)))
        return false;
    QKeyEvent choose(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QCoreApplication::sendEvent(box->view(), &choose);
    if (box->view()->isVisible()) // no entry is current
        box->hidePopup();
    QCoreApplication::postEvent(box, press.clone()); // once it has the focus again
    return true;
}

} // namespace lanyard

#include "moc_openlistkeys.cpp"
