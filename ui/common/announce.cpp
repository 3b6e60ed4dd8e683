#include "ui/common/announce.h"

#include "core/base/codepoint.h"
#include "core/base/text.h"
#include "ui/common/toldevents.h"
#include "ui/look/plainlabel.h"

#include <QAccessible>

#include <utility>

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0) && defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
#define LANYARD_ANNOUNCES_OVER_DBUS
#include "ui/common/olderreaders.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#endif

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype LongestSpoken = 1000; // a minute

constexpr char QuietProperty[] = "quietWhileHidden";

bool isKeptQuiet(const QWidget *about)
{
    for (; about; about = about->parentWidget()) {
        if (!about->isVisible() && about->property(QuietProperty).toBool())
            return true;
    }
    return false;
}

// As the texts of the window are, whose words may be the service's. The marks of directions are for the eye.
QString announcedText(const QString &text)
{
    QString plain = withoutQuoteMarks(text);
    plain.removeIf([](QChar c) { return isDirectionMark(c.unicode()); });
    return visibleText(plain, true, LongestSpoken);
}

#if defined(LANYARD_ANNOUNCES_OVER_DBUS)

// Before 6.8 Qt has no event for this, and does not pass its Alert on to AT-SPI. So the signal is sent from here, over
// Qt's own connection to the accessibility bus and from the object that Qt registers there: a listener cannot tell the
// difference.
void send(QWidget *about, const QString &text, Politeness politeness)
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

#elif QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)

void send(QWidget *about, const QString &text, Politeness politeness)
{
    QAccessibleAnnouncementEvent event(about, text);
    event.setPoliteness(politeness == Politeness::Polite ? QAccessible::AnnouncementPoliteness::Polite
                                                         : QAccessible::AnnouncementPoliteness::Assertive);
    QAccessible::updateAccessibility(&event);
}

#else

void send(QWidget *about, const QString &, Politeness)
{
    QAccessibleEvent alert(about, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

#endif

} // namespace

void keepQuietWhileHidden(QWidget &view)
{
    view.setProperty(QuietProperty, true);
}

void announce(QWidget *about, const QString &text, Politeness politeness)
{
    if (!QAccessible::isActive() || text.isEmpty() || isKeptQuiet(about))
        return;
    tellHeldFocus();
    send(about, announcedText(text), politeness);
}

void announceAfterFocus(QWidget *about, const QString &text)
{
    QMetaObject::invokeMethod(
        about, [about, text] { announce(about, text); }, Qt::QueuedConnection);
}

void announce(PlainLabel *label, Politeness politeness)
{
    announce(label, label->text(), politeness);
}

LateAnnouncement::LateAnnouncement(QWidget *field, QWidget *about)
    : QObject(field), m_about(about), m_pause(field, [this] { flush(); })
{
}

void LateAnnouncement::set(const QString &text)
{
    m_text = text;
    m_isOver = false;
    if (text.isEmpty()) {
        m_said.clear();
        m_pause.cancel();
    } else if (text != m_said) {
        m_pause.await();
    }
}

void LateAnnouncement::end(const QString &text)
{
    const bool isNews = !m_text.isEmpty() && (!m_isOver || m_pause.isAwaited());
    if (!isNews)
        return;
    set(text);
    m_isOver = true;
}

void LateAnnouncement::flush()
{
    m_pause.cancel();
    if (std::exchange(m_said, m_text) != m_text)
        announceAfterFocus(m_about, m_text);
}

void LateAnnouncement::markSaid()
{
    m_pause.cancel();
    m_said = m_text;
}

} // namespace lanyard

#include "moc_announce.cpp"
