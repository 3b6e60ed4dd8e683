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

KeyringPrompt::KeyringPrompt(const QString &path, const Promise<Done> &promise, QObject *context)
    : QObject(context), m_promise(promise)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(secretServiceName, path, promptInterface, u"Completed"_s, this, SLOT(completed(bool, QDBusVariant)));
    auto *watcher = new QDBusServiceWatcher(secretServiceName, bus, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this,
            [this] { end(errorOf(Error::Kind::KeychainMissing)); });
    QDBusMessage message = QDBusMessage::createMethodCall(secretServiceName, path, promptInterface, u"Prompt"_s);
    message << QString(); // no window to belong to: there is no name for ours that holds on X11 and on Wayland
    // A service may answer when the user has: no deadline.
    auto *shown = new QDBusPendingCallWatcher(bus.asyncCall(message, std::numeric_limits<int>::max()), this);
    connect(shown, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answered) {
        if (const QDBusPendingReply<> reply = *answered; reply.isError())
            end(errorOf(Error::Kind::KeychainRefused, reply.error().message()));
    });
}

void KeyringPrompt::show(const QString &path, const Promise<Done> &promise, QObject *context)
{
    if (path == "/"_L1)
        return promise.complete(Done{});
    // The window stays: told to dismiss it, gnome-keyring 42 aborts (gkd-secret-unlock.c, perform_next_unlock), and the
    // person's whole keychain with it.
    promise.onCancel([prompt = QPointer(new KeyringPrompt(path, promise, context))] {
        if (prompt)
            prompt->end(Error{});
    });
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
