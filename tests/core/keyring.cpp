#include "tests/core/keyring.h"
#include "tests/support/eventually.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

// A secret on its way over the bus, as the Secret Service defines it.
struct BusSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType = u"text/plain"_s;
};

static QDBusArgument &operator<<(QDBusArgument &out, const BusSecret &secret)
{
    out.beginStructure();
    out << secret.session << secret.parameters << secret.value << secret.contentType;
    out.endStructure();
    return out;
}

static const QDBusArgument &operator>>(const QDBusArgument &in, BusSecret &secret)
{
    in.beginStructure();
    in >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    in.endStructure();
    return in;
}

namespace {

const QString secretService = u"org.freedesktop.secrets"_s;
const QString prompter = u"org.gnome.keyring.SystemPrompter"_s;
const QDBusObjectPath loginKeyring(u"/org/freedesktop/secrets/collection/login"_s);

bool xdotool(const QStringList &arguments)
{
    QProcess tool;
    tool.start(u"xdotool"_s, arguments);
    return tool.waitForFinished() && tool.exitCode() == 0;
}

QDBusMessage call(const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(secretService, u"/org/freedesktop/secrets"_s, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

// Sends a signal to the process that has this name on the bus.
bool signalTo(const QString &busName, int signal)
{
    const QDBusReply<uint> pid = QDBusConnection::sessionBus().interface()->servicePid(busName);
    return pid.isValid() && ::kill(static_cast<pid_t>(pid.value()), signal) == 0;
}

} // namespace

bool Keyring::isOurs()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    return qEnvironmentVariableIsSet("LANYARD_SESSION") && bus.isConnected() &&
           bus.interface()->isServiceRegistered(secretService);
}

std::optional<QByteArray> Keyring::secretOf(const QString &key)
{
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"lookup"_s, u"server"_s, u"lanyard"_s, u"user"_s, key});
    if (!tool.waitForFinished() || tool.exitCode() != 0)
        return std::nullopt;
    return tool.readAllStandardOutput();
}

bool Keyring::lock()
{
    const QList<QDBusObjectPath> keyrings{loginKeyring};
    return call(u"org.freedesktop.Secret.Service"_s, u"Lock"_s, {QVariant::fromValue(keyrings)}).type() ==
           QDBusMessage::ReplyMessage;
}

// Through the door that gnome-keyring keeps for its own tools: the one for everybody else asks in a window.
bool Keyring::unlock()
{
    qDBusRegisterMetaType<BusSecret>();
    const QDBusMessage opened = call(u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s,
                                     {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    const BusSecret password{
        .session = opened.arguments().value(1).value<QDBusObjectPath>(), .parameters = {}, .value = "throw-away"};
    return call(u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s,
                {QVariant::fromValue(loginKeyring), QVariant::fromValue(password)})
               .type() == QDBusMessage::ReplyMessage;
}

bool Keyring::kill()
{
    // Its end, not its absence: whoever asks it something has the bus start another one within milliseconds.
    const auto owner = [] { return QDBusConnection::sessionBus().interface()->serviceOwner(secretService).value(); };
    const QString killed = owner();
    return signalTo(secretService, SIGKILL) && eventually([&] { return owner() != killed; });
}

// Asked of the screen: the process stays a while after its window is gone.
bool Keyring::isPrompting()
{
    return xdotool({u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"gcr-prompter"_s});
}

bool Keyring::refuse(const Pending<Done> &opening, Result<Done> &result)
{
    QObject context;
    bool ended = false;
    opening.then(&context, [&](const Result<Done> &arrived) {
        result = arrived;
        ended = true;
    });
    // One window after the other, if others were left unanswered.
    return eventually(
        [&ended] {
            if (!ended && isPrompting())
                endPrompt();
            return ended;
        },
        20'000);
}

bool Keyring::answerPrompt(const QString &password)
{
    // The window takes the keyboard for itself as soon as it can; keys that come earlier are nobody's.
    return isPrompting() && xdotool({u"sleep"_s, u"0.5"_s, u"type"_s, password}) && xdotool({u"key"_s, u"Return"_s});
}

bool Keyring::endPrompt()
{
    return signalTo(prompter, SIGKILL);
}

Keyring::Stopped::Stopped()
{
    signalTo(secretService, SIGSTOP);
}

Keyring::Stopped::~Stopped()
{
    signalTo(secretService, SIGCONT);
}

} // namespace lanyard::testing
