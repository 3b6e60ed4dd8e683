#include "core/secrets/systemkeychain.h"

#include "core/secrets/entrycall.h"
#include "core/secrets/keyringprompt.h"
#include "core/secrets/kwallet.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QLibrary>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

template<typename T>
Result<T> as(const Result<std::optional<Secret>> &found)
{
    if constexpr (std::is_same_v<T, Done>)
        return Done{};
    else
        return found;
}

// libsecret, which qtkeychain uses, keeps a session with the Secret Service for as long as the program runs, and does
// not notice that another one has taken its place, which knows nothing of it.
void endLibrarysSession()
{
    using Disconnect = void (*)();
    const auto disconnect =
        reinterpret_cast<Disconnect>(QLibrary::resolve(u"secret-1"_s, 0, "secret_service_disconnect"));
    if (disconnect)
        disconnect();
}

} // namespace

SystemKeychain::SystemKeychain(QObject *parent) : SecretStore(parent)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    auto *watcher = new QDBusServiceWatcher(this);
    watcher->setConnection(bus);
    watcher->setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    watcher->addWatchedService(secretServiceName);
    watcher->addWatchedService(u"org.kde.kwalletd5"_s);
    // One that is gone is looked for again when needed: one that cannot start would otherwise be started forever.
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &name, const QString &, const QString &owner) {
                if (name == secretServiceName)
                    endLibrarysSession();
                m_owner.reset();
                if (!owner.isEmpty() || m_searching)
                    find();
            });
    // That it is locked or unlocked, too.
    QDBusConnection(bus).connect(secretServiceName, secretServicePath, secretServiceInterface, u"CollectionChanged"_s,
                                 this, SLOT(look()));
    find();
}

QString SystemKeychain::name() const
{
    return m_owner && !m_owner->name.isEmpty() ? m_owner->name : m_library.name();
}

// In Plasma 5 qtkeychain uses the wallet, if there is one.
void SystemKeychain::find()
{
    m_searching = true;
    const quint64 search = ++m_search;
    const auto end = [this, search](const SecretServiceOwner &owner) {
        if (search == m_search)
            found(owner);
    };
    const auto findService = [this, end] {
        findSecretServiceOwner(this).then(this, [end](const Result<SecretServiceOwner> &owner) {
            end(owner ? owner.value() : SecretServiceOwner());
        });
    };
    if (!isPlasma5())
        return findService();
    lookAtWallet(KeychainStore::ServiceName, {}, this).then(this, [end, findService](const Result<KeyringLook> &look) {
        if (!look || look.value().state == KeyringLook::State::Missing)
            findService();
        else
            end({true, u"KDE Wallet"_s, true});
    });
}

void SystemKeychain::found(const SecretServiceOwner &owner)
{
    m_searching = false;
    m_owner = owner;
    if (owner.isThere)
        m_lastName = name();
    Q_EMIT nameChanged();
    Q_EMIT readinessChanged();
    look();
    for (const Operation &operation : std::exchange(m_untilFound, {}))
        operation();
}

template<typename T>
Pending<T> SystemKeychain::carryOut(Intent intent, const QString &key,
                                    const std::function<Pending<T>()> &throughLibrary,
                                    const std::function<Pending<Found>(EntryCall &)> &throughService)
{
    Promise<T> promise;
    const Operation askService = [this, key, throughService, promise] {
        auto *call = new EntryCall(KeychainStore::ServiceName, key, this);
        start(call, key);
        promise.onCancel([call = QPointer(call)] {
            if (call)
                call->dropResult();
        });
        throughService(*call).then(this, [this, promise](const Result<Found> &result) {
            promise.complete(result ? as<T>(result) : Result<T>(named(result.error())));
        });
    };
    const Operation carryOut = [this, intent, key, throughLibrary, askService, promise] {
        if (m_owner && m_owner->isThere && !m_owner->neverAsksPerEntry)
            return enqueue(intent, key, askService);
        const Pending<T> pending = throughLibrary();
        promise.onCancel([pending] { pending.cancel(); });
        pending.then(this, [this, promise](const Result<T> &result) {
            promise.complete(result ? result : Result<T>(named(result.error())));
        });
    };
    if (m_owner || !QDBusConnection::sessionBus().isConnected()) {
        carryOut();
    } else {
        m_untilFound.append(carryOut);
        if (!m_searching)
            find();
    }
    return promise.pending();
}

Pending<std::optional<Secret>> SystemKeychain::read(const QString &key)
{
    return carryOut<Found>(
        Intent::Use, key, [this, key] { return m_library.read(key); }, [](EntryCall &call) { return call.read(); });
}

Pending<Done> SystemKeychain::write(const QString &key, const Secret &secret)
{
    return carryOut<Done>(
        Intent::Use, key, [this, key, secret] { return m_library.write(key, secret); },
        [secret](EntryCall &call) { return call.write(secret); });
}

Pending<Done> SystemKeychain::remove(const QString &key)
{
    return carryOut<Done>(
        Intent::Remove, key, [this, key] { return m_library.remove(key); },
        [](EntryCall &call) { return call.remove(true); });
}

Pending<Done> SystemKeychain::removeUnasked(const QString &key)
{
    return carryOut<Done>(
        Intent::Use, key, [this, key] { return m_library.remove(key); },
        [](EntryCall &call) { return call.remove(false); });
}

Pending<Done> SystemKeychain::open(const QString &key)
{
    return carryOut<Done>(
        Intent::Use, key, [this, key] { return m_library.open(key); },
        [this](EntryCall &call) { return call.unlock(m_owner.value_or(SecretServiceOwner()).usualKeyring); });
}

void SystemKeychain::start(EntryCall *call, const QString &key)
{
    m_calls.insert(key, call);
    connect(call, &EntryCall::asking, this, [this, key](bool isAsking) { setAsking(key, isAsking); });
    connect(call, &EntryCall::ended, this, [this, key] { next(key); });
}

void SystemKeychain::enqueue(Intent intent, const QString &key, const Operation &operation)
{
    QQueue<Waiting> &waiting = m_waiting[key];
    waiting.enqueue({operation, intent});
    if (waiting.size() == 1)
        operation();
    else
        giveWayToRemoval(key);
}

void SystemKeychain::next(const QString &key)
{
    QQueue<Waiting> &waiting = m_waiting[key];
    waiting.dequeue();
    m_calls.remove(key);
    if (waiting.isEmpty()) {
        m_waiting.remove(key);
        return;
    }
    const Operation operation = waiting.head().run;
    operation();
    giveWayToRemoval(key);
}

void SystemKeychain::giveWayToRemoval(const QString &key)
{
    const QQueue<Waiting> waiting = m_waiting.value(key);
    const bool isAwaited = std::any_of(waiting.cbegin(), waiting.cend(), [&waiting](const Waiting &operation) {
        return operation.intent == Intent::Remove && &operation != &waiting.constFirst();
    });
    if (EntryCall *call = m_calls.value(key); call && isAwaited)
        call->giveWay();
}

// For a key, one call is in progress at a time.
void SystemKeychain::setAsking(const QString &key, bool isAsking)
{
    if (isAsking)
        m_asking.insert(key);
    else
        m_asking.remove(key);
    Q_EMIT askingChanged();
}

Error SystemKeychain::named(Error error) const
{
    // That there is no keychain on this computer would be wrong while, say, only the session bus has died.
    if (error.kind == Error::Kind::KeychainMissing)
        error.subject = m_lastName;
    else if (isKeychainError(error.kind))
        error.subject = m_owner ? m_owner->name : m_lastName;
    return error;
}

} // namespace lanyard

#include "moc_systemkeychain.cpp"
