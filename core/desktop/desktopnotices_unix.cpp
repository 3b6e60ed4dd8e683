#include "core/desktop/desktopnotices.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int AnswerMs = 5000; // the bus may have to start the service

QDBusMessage methodCall(const QString &method)
{
    const QString service = u"org.freedesktop.Notifications"_s;
    return QDBusMessage::createMethodCall(service, u"/org/freedesktop/Notifications"_s, service, method);
}

} // namespace

// A body is markup for some services and plain text for others: each says which.
void DesktopNotices::show(const QString &title, const QString &text)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) { // a watcher of a call that was never made does not finish
        Q_EMIT notShown();
        return;
    }
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(methodCall(u"GetCapabilities"_s), AnswerMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, title, text] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> capabilities = *watcher;
        if (capabilities.isError())
            Q_EMIT notShown();
        else
            send(title, capabilities.value().contains("body-markup"_L1) ? text.toHtmlEscaped() : text);
    });
}

void DesktopNotices::send(const QString &title, const QString &body)
{
    constexpr int asLongAsUsual = -1;
    QDBusMessage call = methodCall(u"Notify"_s);
    call << u"Lanyard"_s << 0U << QStringLiteral(LANYARD_ID) << title << body << QStringList()
         << QVariantMap{{u"desktop-entry"_s, QStringLiteral(LANYARD_ID)}} << asLongAsUsual;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, AnswerMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (watcher->isError())
            Q_EMIT notShown();
    });
}

} // namespace lanyard

#include "moc_desktopnotices.cpp"
