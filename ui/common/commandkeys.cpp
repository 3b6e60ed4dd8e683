#include "ui/common/commandkeys.h"

#include "ui/common/commandmodifiers.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>

namespace lanyard {

namespace {

// A key of 0 is what an input method, or Alt with the digits of a character under Windows, has made.
bool wouldType(const QKeyEvent &key)
{
    return key.key() != 0 && !key.text().isEmpty() && key.text().at(0).isPrint() && areOfCommand(key.modifiers());
}

// In an open menu Alt with a letter chooses an entry.
bool isMenu(const QObject *widget)
{
    return qobject_cast<const QMenu *>(widget) || qobject_cast<const QMenuBar *>(widget);
}

} // namespace

// The key arrives without its text, since as a command it may still mean something there.
bool CommandKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType() || isMenu(watched))
        return false;
    const auto &key = static_cast<QKeyEvent &>(*event);
    if (!wouldType(key))
        return false;
    QKeyEvent command(QEvent::KeyPress, key.key(), key.modifiers(), key.nativeScanCode(), key.nativeVirtualKey(),
                      key.nativeModifiers(), {}, key.isAutoRepeat(), static_cast<quint16>(key.count()));
    QCoreApplication::sendEvent(watched, &command);
    event->accept(); // it has been offered to every parent
    return true;
}

} // namespace lanyard

#include "moc_commandkeys.cpp"
