#include "core/secrets/askingcall.h"

#include "core/base/log.h"
#include "core/secrets/buscall.h"
#include "core/secrets/keyringprompt.h"

#include <QDBusObjectPath>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <limits>

using namespace Qt::StringLiterals;

namespace lanyard {

AskingCall::AskingCall(QObject *parent) : QObject(parent)
{
    m_probe.setSingleShot(true);
    m_probe.setInterval(BusAnswerMs);
    connect(&m_probe, &QTimer::timeout, this, &AskingCall::probe);
}

void AskingCall::endWhenAsking()
{
    m_givesWay = true;
    if (m_asking)
        end(Error{});
}

// Without a deadline, which is up to the probe.
void AskingCall::call(const QString &path, const QString &interface, const QString &method,
                      const QVariantList &arguments, const std::function<void(const QDBusPendingCall &)> &then)
{
    ++m_number;
    m_probe.start();
    callOnBus(this, {secretServiceName, path, interface, method}, arguments, std::numeric_limits<int>::max(),
              [this, method, then](const QDBusPendingCall &answer) {
                  ++m_number;
                  m_probe.stop();
                  if (m_ended)
                      return;
                  qCInfo(logKeychain) << method << (answer.isError() ? "failed" : "answered");
                  if (answer.isError())
                      return fail(answer.error());
                  setAsking(false);
                  if (!m_ended)
                      then(answer);
              });
}

// A property, not a Ping: Qt and GLib programs answer that from a separate thread even if the program hangs.
void AskingCall::probe()
{
    callOnBus(this, {secretServiceName, secretServicePath, QString(PropertiesInterface), u"Get"_s},
              {QString(secretServiceInterface), u"Collections"_s}, BusAnswerMs,
              [this, number = m_number](const QDBusPendingCall &answer) {
                  if (m_ended || m_number != number)
                      return;
                  if (answer.isError())
                      return fail(answer.error());
                  m_probe.start();
                  setAsking(true);
              });
}

void AskingCall::setAsking(bool isAsking)
{
    if (isAsking == m_asking)
        return;
    m_asking = isAsking;
    qCInfo(logKeychain) << (isAsking ? "the user is asked" : "the user has answered");
    Q_EMIT asking(isAsking);
    if (isAsking && m_givesWay)
        end(Error{});
}

void AskingCall::prompt(const QString &path, const std::function<void()> &then)
{
    if (path == "/"_L1)
        return then();
    m_promptPath = path;
    setAsking(true);
    if (m_ended)
        return;
    KeyringPrompt::show(path, this).then(this, [this, then](const Result<Done> &result) {
        if (m_ended)
            return;
        m_promptPath.clear();
        setAsking(false);
        if (!result)
            return end(result.error());
        then();
    });
}

void AskingCall::end(const Result<Found> &result)
{
    if (std::exchange(m_ended, true))
        return;
    m_probe.stop();
    // Permission granted later must not write any more. (A prompt of gnome-keyring must not be dismissed, see
    // KeyringPrompt; none of them gets here.)
    if (!m_promptPath.isEmpty())
        callOnBus(parent(), {secretServiceName, m_promptPath, u"org.freedesktop.Secret.Prompt"_s, u"Dismiss"_s}, {},
                  BusAnswerMs, [](const QDBusPendingCall &) {});
    if (!m_session.isEmpty())
        callOnBus(parent(), {secretServiceName, m_session, u"org.freedesktop.Secret.Session"_s, u"Close"_s}, {},
                  BusAnswerMs, [](const QDBusPendingCall &) {});
    if (std::exchange(m_asking, false))
        Q_EMIT asking(false);
    m_promise.complete(result);
    Q_EMIT ended();
    deleteLater();
}

void AskingCall::fail(const QDBusError &error)
{
    if (error.name() == "org.freedesktop.Secret.Error.IsLocked"_L1)
        return end(errorOf(Error::Kind::KeychainLocked));
    end(keychainErrorOf(error));
}

// Unencrypted: the bus is a local socket of this user.
void AskingCall::openSession(const std::function<void()> &then)
{
    call(secretServicePath, secretServiceInterface, u"OpenSession"_s,
         {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))},
         [this, then](const QDBusPendingReply<QDBusVariant, QDBusObjectPath> &opened) {
             m_session = opened.argumentAt<1>().path();
             then();
         });
}

} // namespace lanyard

#include "moc_askingcall.cpp"
