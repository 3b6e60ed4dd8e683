#include "core/secrets/keyringprompt.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QPointer>

#include <limits>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr auto promptInterface = "org.freedesktop.Secret.Prompt"_L1;

} // namespace

KeyringPrompt::KeyringPrompt(const QString &path, QObject *context) : QObject(context)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(secretServiceName, path, promptInterface, u"Completed"_s, this, SLOT(completed(bool, QDBusVariant)));
    auto *watcher = new QDBusServiceWatcher(secretServiceName, bus, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this,
            [this] { end(errorOf(Error::Kind::KeychainMissing)); });
    QDBusMessage message = QDBusMessage::createMethodCall(secretServiceName, path, promptInterface, u"Prompt"_s);
    message << QString(); // no parent window: there is no window identifier that works on both X11 and Wayland
    // A service may reply only when the user has answered: no deadline.
    auto *shown = new QDBusPendingCallWatcher(bus.asyncCall(message, std::numeric_limits<int>::max()), this);
    connect(shown, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answered) {
        if (const QDBusPendingReply<> reply = *answered; reply.isError())
            end(errorOf(Error::Kind::KeychainRefused, reply.error().message()));
    });
}

Pending<Done> KeyringPrompt::show(const QString &path, QObject *context)
{
    if (path == "/"_L1)
        return lanyard::completed<Done>(Done{});
    QPointer prompt(new KeyringPrompt(path, context));
    // The prompt stays open: when told to dismiss it, gnome-keyring 42 aborts (gkd-secret-unlock.c,
    // perform_next_unlock), and takes down the user's whole keychain.
    prompt->m_promise.onCancel([prompt] {
        if (prompt)
            prompt->end(Error{});
    });
    return prompt->m_promise.pending();
}

void KeyringPrompt::completed(bool dismissed, const QDBusVariant &)
{
    end(dismissed ? Result<Done>(errorOf(Error::Kind::KeychainRefused)) : Result<Done>(Done{}));
}

void KeyringPrompt::end(const Result<Done> &result)
{
    m_promise.complete(result);
    deleteLater();
}

} // namespace lanyard

#include "moc_keyringprompt.cpp"
