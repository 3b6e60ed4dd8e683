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

// Qt 6.4 copies what fits once for each of its characters if there is more (QWidgetLineControl::internalInsert()): a
// megabyte would take seconds. One character too many is enough to be refused.
bool pastesTooMuch(QLineEdit &line, const QKeyEvent &key)
{
    if (!key.matches(QKeySequence::Paste) || line.isReadOnly())
        return false;
    const QString text = QGuiApplication::clipboard()->text();
    const qsizetype room = line.maxLength() - line.text().size() + line.selectedText().size();
    if (text.size() <= room)
        return false;
    line.insert(text.left(room));
    return true;
}

} // namespace

bool TransferGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto &key = static_cast<QKeyEvent &>(*event);
        auto *line = qobject_cast<QLineEdit *>(watched);
        return (isLine(watched) && pastesNothing(key)) || (line && pastesTooMuch(*line, key));
    }
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
