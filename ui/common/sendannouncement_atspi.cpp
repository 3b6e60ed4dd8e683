#include "ui/common/olderreaders.h"
#include "ui/common/sendannouncement.h"

#include <QAccessible>
#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace lanyard {

// Before 6.8 Qt has no event for this, and does not pass its Alert on to AT-SPI. From 6.8 on it has one, but drops it
// until it has been told who listens, and for readers that know no announcements. So the signal is sent from here, over
// Qt's own connection to the accessibility bus and from the object that Qt registers there: a listener cannot tell the
// difference.
void sendAnnouncement(QWidget *about, const QString &text, Politeness politeness)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(about);
    QDBusConnection bus(u"a11y"_s); // the name used by Qt's bridge
    if (!interface || !bus.isConnected())
        return;
    const QString path = u"/org/a11y/atspi/accessible/%1"_s.arg(QAccessible::uniqueId(interface));
    QDBusMessage signal = QDBusMessage::createSignal(path, u"org.a11y.atspi.Event.Object"_s, u"Announcement"_s);
    // Detail, politeness (1 polite, 2 assertive), an unused value, the text, and properties.
    signal.setArguments({QString(), politeness == Politeness::Polite ? 1 : 2, 0,
                         QVariant::fromValue(QDBusVariant(text)), QVariantMap()});
    bus.send(signal);
    static const QPointer<OlderReaders> older(new OlderReaders(qApp)); // from when assistive technology first listens
    if (older)
        older->tell(about, text);
}

} // namespace lanyard
