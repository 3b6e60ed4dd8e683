#include "core/desktop/startrequests.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantList>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QString busName()
{
    return QStringLiteral(LANYARD_ID);
}

// What the specification makes of the name.
QString objectPath()
{
    return u'/' + busName().replace(u'.', u'/').replace(u'-', u'_');
}

void callBus(const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                       u"org.freedesktop.DBus"_s, method);
    call.setArguments(arguments);
    QDBusConnection::sessionBus().send(call);
}

} // namespace

// There is nothing to open and no other action: whatever is asked for, the window is shown.
class StartRequestsAdaptor : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    explicit StartRequestsAdaptor(StartRequests *requests) : QObject(requests), m_requests(*requests) {}

public Q_SLOTS:
    void Activate(const QVariantMap &platform)
    {
        const QString token = platform.value(u"activation-token"_s).toString();
        Q_EMIT m_requests.asked(token.isEmpty() ? platform.value(u"desktop-startup-id"_s).toString() : token);
    }
    void Open(const QStringList &, const QVariantMap &platform) { Activate(platform); }
    void ActivateAction(const QString &, const QVariantList &, const QVariantMap &platform) { Activate(platform); }

private:
    StartRequests &m_requests;
};

void StartRequests::listen()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    auto *adaptor = new StartRequestsAdaptor(this);
    if (bus.registerObject(objectPath(), adaptor, QDBusConnection::ExportAllSlots)) {
        constexpr uint doNotQueue = 4; // behind another program that has the name
        callBus(u"RequestName"_s, {busName(), doNotQueue});
    }
}

void StartRequests::stop()
{
    callBus(u"ReleaseName"_s, {busName()});
}

} // namespace lanyard

#include "moc_startrequests.cpp"
#include "startrequests_unix.moc"
