#include "ui/common/screenroom.h"

#include <QDialog>
#include <QEvent>
#include <QScreen>

namespace lanyard {

namespace {

// Of frames that are not known yet: before a window is shown it has none.
constexpr int FrameWidth = 8;
constexpr int TitleHeight = 40;

int within(int wanted, int low, int high)
{
    return qMax(low, qMin(wanted, high)); // what is too large begins at the beginning
}

} // namespace

QSize roomOnScreen(const QWidget &window)
{
    return window.screen()->availableGeometry().size() - QSize(2 * FrameWidth, TitleHeight + FrameWidth);
}

void bringOntoScreen(QWidget &window)
{
    const QRect room = window.screen()->availableGeometry();
    const QSize around = window.frameSize() - window.size();
    if (const QSize size = window.size().boundedTo(room.size() - around); size != window.size())
        window.resize(size);
    const QRect frame = window.frameGeometry();
    const QPoint place(within(frame.x(), room.x(), room.right() + 1 - frame.width()),
                       within(frame.y(), room.y(), room.bottom() + 1 - frame.height()));
    if (place != frame.topLeft())
        window.move(place);
}

bool ScreenKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show) {
        // Behind the event: the dialog is placed and sized by it.
        if (auto *dialog = qobject_cast<QDialog *>(watched); dialog && dialog->isWindow())
            QMetaObject::invokeMethod(
                dialog, [dialog] { bringOntoScreen(*dialog); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lanyard

#include "moc_screenroom.cpp"
