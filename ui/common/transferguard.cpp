#include "ui/common/transferguard.h"

#include <QClipboard>
#include <QComboBox>
#include <QCoreApplication>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace lanyard {

namespace {

bool isLine(const QObject *widget)
{
    const auto *box = qobject_cast<const QComboBox *>(widget);
    return qobject_cast<const QLineEdit *>(widget) || (box && box->isEditable());
}

bool pastesNothing(const QKeyEvent &key)
{
    return key.matches(QKeySequence::Paste) && QGuiApplication::clipboard()->text().isEmpty();
}

} // namespace

bool TransferGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress)
        return isLine(watched) && pastesNothing(static_cast<QKeyEvent &>(*event));
    if (event->type() != QEvent::Drop || !qobject_cast<QLineEdit *>(watched))
        return false;
    auto &drop = static_cast<QDropEvent &>(*event);
    if (drop.dropAction() != Qt::MoveAction)
        return false;
    QDropEvent copy(drop.position(), Qt::CopyAction, drop.mimeData(), drop.buttons(), drop.modifiers());
    QCoreApplication::sendEvent(watched, &copy);
    drop.setDropAction(Qt::CopyAction);
    drop.setAccepted(copy.isAccepted());
    return true;
}

} // namespace lanyard

#include "moc_transferguard.cpp"
