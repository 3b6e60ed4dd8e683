#include "core/secrets/keychainstore.h"

#include "core/base/log.h"
#include "core/secrets/kwallet.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr auto serviceName = KeychainStore::ServiceName;
// Windows silently truncates anything longer.
constexpr qsizetype SizeLimit = 2560;

Result<Done> outcomeOf(const QKeychain::Job *job)
{
    switch (job->error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return Done{};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return errorOf(Error::Kind::KeychainRefused, job->errorString());
    default:
        return errorOf(Error::Kind::KeychainMissing, job->errorString());
    }
}

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
constexpr bool canBeLookedAt = true;
#else
constexpr bool canBeLookedAt = false; // the system's own keychain, which prompts by itself
#endif

} // namespace

KeychainStore::KeychainStore(int deadlineMs, QObject *parent) : SecretStore(parent), m_deadlineMs(deadlineMs) {}

QString KeychainStore::name() const
{
#if defined(Q_OS_WIN)
    return QCoreApplication::translate("SecretStore", "Windows Credential Manager");
#elif defined(Q_OS_MACOS)
    return QCoreApplication::translate("SecretStore", "macOS Keychain");
#else
    return QCoreApplication::translate("SecretStore", "System keyring");
#endif
}

void KeychainStore::enqueue(const QString &key, const Operation &operation)
{
    QQueue<Operation> &waiting = m_waiting[key];
    waiting.enqueue(operation);
    if (waiting.size() == 1)
        operation();
}

void KeychainStore::next(const QString &key)
{
    QQueue<Operation> &waiting = m_waiting[key];
    waiting.dequeue();
    if (waiting.isEmpty()) {
        m_waiting.remove(key);
        return;
    }
    const Operation operation = waiting.head();
    operation();
}

void KeychainStore::look(const QString &key, const std::function<void(const std::optional<KeyringLook> &)> &then)
{
    if (!canBeLookedAt)
        return then(std::nullopt);
    const auto saw = [then](const char *where, const Result<KeyringLook> &look) {
        if (look)
            qCInfo(logKeychain) << where << "state" << static_cast<int>(look.value().state) << "holds the entry"
                                << look.value().holdsEntry;
        then(look ? std::optional(look.value()) : std::nullopt);
    };
    const auto lookAtService = [this, key, saw] {
        queryKeyring(serviceName, key, this).then(this, [saw](const Result<KeyringLook> &look) {
            saw("Secret Service", look);
        });
    };
    if (!isPlasma5())
        return lookAtService();
    lookAtWallet(serviceName, key, this).then(this, [saw, lookAtService](const Result<KeyringLook> &look) {
        if (look && look.value().state == KeyringLook::State::Missing)
            return lookAtService(); // as qtkeychain does
        saw("KWallet", look);
    });
}

Pending<std::optional<Secret>> KeychainStore::read(const QString &key)
{
    Promise<Found> promise;
    enqueue(key, [this, key, promise] {
        look(key, [this, key, promise](const std::optional<KeyringLook> &look) {
            if (!look || look->state == KeyringLook::State::Open)
                return startRead(key, promise);
            promise.complete(isCertainlyAbsent(*look) ? Result<Found>(Found()) : Result<Found>(*obstacleIn(*look)));
            next(key);
        });
    });
    return promise.pending();
}

void KeychainStore::startRead(const QString &key, const Promise<Found> &promise)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName);
    // The job deletes itself right after its result: the text is taken out first.
    auto found = std::make_shared<Secret>();
    connect(job, &QKeychain::Job::finished, this, [job, found] { *found = Secret::fromText(job->textData()); });
    run(job, key).then(this, [this, promise, found, key](const Result<Done> &ended) {
        if (!ended || !found->isEmpty()) {
            promise.complete(ended ? Result<Found>(Found(*found)) : Result<Found>(ended.error()));
            return next(key);
        }
        // "Not found": possibly locked a moment ago, or an empty entry that another program has written.
        look(key, [this, promise, key](const std::optional<KeyringLook> &look) {
            if (!look || isCertainlyAbsent(*look))
                promise.complete(Found());
            else
                promise.complete(obstacleIn(*look).value_or(errorOf(Error::Kind::KeychainRefused)));
            next(key);
        });
    });
}

Pending<Done> KeychainStore::write(const QString &key, const Secret &secret)
{
    if (secret.size() > SizeLimit)
        return completed<Done>(errorOf(Error::Kind::KeychainRefused, u"larger than a keychain entry can be"_s));
    Promise<Done> promise;
    enqueue(key, [this, key, secret, promise] {
        look(key, [this, key, secret, promise](const std::optional<KeyringLook> &look) {
            const auto obstacle = look ? obstacleIn(*look) : std::nullopt;
            if (obstacle) {
                promise.complete(*obstacle);
                return next(key);
            }
            auto *job = new QKeychain::WritePasswordJob(serviceName);
            job->setTextData(secret.exposeText());
            run(job, key).then(this,
                               [this, key, promise](const Result<Done> &ended) { checkWritten(key, ended, promise); });
        });
    });
    return promise.pending();
}

// For a wallet qtkeychain reports success whatever the outcome (JobPrivate::kwalletFinished()).
void KeychainStore::checkWritten(const QString &key, const Result<Done> &ended, const Promise<Done> &promise)
{
    if (!ended) {
        promise.complete(ended);
        return next(key);
    }
    look(key, [this, key, promise](const std::optional<KeyringLook> &look) {
        const bool isGone = look && isCertainlyAbsent(*look);
        promise.complete(isGone ? Result<Done>(errorOf(Error::Kind::KeychainRefused)) : Result<Done>(Done{}));
        next(key);
    });
}

Pending<Done> KeychainStore::remove(const QString &key)
{
    Promise<Done> promise;
    enqueue(key, [this, key, promise] {
        // A write that was given up may still arrive after the query: the delete must then be queued after it.
        const bool isQuiet = m_running == 0;
        look(key, [this, key, promise, isQuiet](const std::optional<KeyringLook> &look) {
            if (look && isCertainlyAbsent(*look) && isQuiet)
                promise.complete(Done{});
            else if (const auto obstacle = look ? obstacleIn(*look) : std::nullopt)
                promise.complete(*obstacle);
            else
                return startRemove(key, promise);
            next(key);
        });
    });
    return promise.pending();
}

void KeychainStore::startRemove(const QString &key, const Promise<Done> &promise)
{
    run(new QKeychain::DeletePasswordJob(serviceName), key).then(this, [=, this](const Result<Done> &ended) {
        if (!ended) {
            promise.complete(ended.error());
            return next(key);
        }
        look(key, [this, promise, key](const std::optional<KeyringLook> &look) {
            if (!look || isCertainlyAbsent(*look))
                promise.complete(Done{});
            else
                promise.complete(obstacleIn(*look).value_or(errorOf(Error::Kind::KeychainRefused)));
            next(key);
        });
    });
}

Pending<Done> KeychainStore::open(const QString &key)
{
    if (!canBeLookedAt)
        return completed<Done>(Done{});
    if (!isPlasma5())
        return openKeyring(serviceName, key, this);
    Promise<Done> promise;
    openWallet(this).then(this, [this, key, promise](const Result<Done> &opened) {
        if (opened || opened.error().kind != Error::Kind::KeychainMissing)
            return promise.complete(opened);
        openKeyring(serviceName, key, this).then(this, [promise](const Result<Done> &result) {
            promise.complete(result);
        });
    });
    return promise.pending();
}

Pending<Done> KeychainStore::run(QKeychain::Job *job, const QString &key)
{
    Promise<Done> promise;
    job->setKey(key);
    ++m_running;
    connect(job, &QKeychain::Job::finished, this, [this, promise](const QKeychain::Job *ended) {
        --m_running;
        qCInfo(logKeychain) << ended->metaObject()->className() << "error" << static_cast<int>(ended->error());
        promise.complete(outcomeOf(ended));
    });
    QTimer::singleShot(m_deadlineMs, this, [promise] { promise.complete(errorOf(Error::Kind::KeychainSilent)); });
    job->start();
    return promise.pending();
}

} // namespace lanyard

#include "moc_keychainstore.cpp"
