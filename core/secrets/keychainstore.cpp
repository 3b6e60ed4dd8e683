#include "core/secrets/keychainstore.h"

#include "core/base/log.h"
#include "core/secrets/kwallet.h"

#include <qt6keychain/keychain.h>

#include <QTimer>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr auto serviceName = KeychainStore::ServiceName;
// Windows silently truncates anything longer.
constexpr qsizetype SizeLimit = 2560;

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
constexpr bool canBeLookedAt = true;
#else
constexpr bool canBeLookedAt = false; // the system's own keychain, which prompts by itself
#endif

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

// Nothing, if the keychain does not hold the entry, as far as can be seen; else why it does not tell.
template<typename T>
Result<T> absence(const std::optional<KeyringLook> &look)
{
    if (!look || isCertainlyAbsent(*look))
        return T();
    return obstacleIn(*look).value_or(errorOf(Error::Kind::KeychainRefused));
}

// Of a job that was to write. One that was given up goes on, and a keychain that is gone may have got that far; only
// the system's own, which is called and not asked, says what is so.
Error asWriteError(Error error)
{
    error.mayBeWritten =
        error.kind == Error::Kind::KeychainSilent || (canBeLookedAt && error.kind == Error::Kind::KeychainMissing);
    return error;
}

// A copy: what it starts may end at once, and take it out of the queue.
void startFirst(const QQueue<std::function<void()>> &waiting)
{
    const auto operation = waiting.head();
    operation();
}

} // namespace

KeychainStore::KeychainStore(int deadlineMs, QObject *parent) : SecretStore(parent), m_deadlineMs(deadlineMs) {}

template<typename T>
Pending<T> KeychainStore::inTurn(const QString &key, const std::function<Pending<T>()> &operation)
{
    const Promise<T> promise;
    QQueue<std::function<void()>> &waiting = m_waiting[key];
    waiting.enqueue([this, key, promise, operation] {
        operation().then(this, [this, key, promise](Result<T> result) {
            promise.complete(std::move(result));
            next(key);
        });
    });
    if (waiting.size() == 1)
        startFirst(waiting);
    return promise.pending();
}

void KeychainStore::next(const QString &key)
{
    QQueue<std::function<void()>> &waiting = m_waiting[key];
    waiting.dequeue();
    if (waiting.isEmpty())
        m_waiting.remove(key);
    else
        startFirst(waiting);
}

Pending<KeyringLook> KeychainStore::query(const QString &key)
{
    if (!isPlasma5())
        return queryKeyring(serviceName, key, this);
    return lookAtWallet(serviceName, key, this).andThen<KeyringLook>(this, [this, key](const KeyringLook &look) {
        const bool isMissing = look.state == KeyringLook::State::Missing; // then qtkeychain uses the Secret Service
        return isMissing ? queryKeyring(serviceName, key, this) : completed<KeyringLook>(look);
    });
}

Pending<KeychainStore::Look> KeychainStore::look(const QString &key)
{
    if (!canBeLookedAt)
        return completed<Look>(Look());
    return query(key).map<Look>(
        this,
        [](const KeyringLook &look) {
            qCInfo(logKeychain) << "keychain state" << static_cast<int>(look.state) << "holds the entry"
                                << look.holdsEntry;
            return Result<Look>(look);
        },
        [](const Error &) { return Result<Look>(Look()); });
}

Pending<std::optional<Secret>> KeychainStore::read(const QString &key)
{
    return inTurn<Found>(key, [this, key] {
        return look(key).andThen<Found>(this, [this, key](const Look &look) {
            if (!look || look->state == KeyringLook::State::Open)
                return readOpen(key);
            return completed<Found>(isCertainlyAbsent(*look) ? Result<Found>(Found()) : *obstacleIn(*look));
        });
    });
}

Pending<KeychainStore::Found> KeychainStore::readOpen(const QString &key)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName);
    // The job deletes itself right after its result: the text is taken out first.
    const auto found = std::make_shared<Secret>();
    connect(job, &QKeychain::Job::finished, this, [job, found] { *found = Secret::fromText(job->textData()); });
    return run(job, key).andThen<Found>(this, [this, key, found](Done) {
        if (!found->isEmpty())
            return completed<Found>(Found(*found));
        // "Not found": possibly locked a moment ago, or an empty entry that another program has written.
        return look(key).map<Found>(this, [](const Look &look) { return absence<Found>(look); });
    });
}

Pending<Done> KeychainStore::write(const QString &key, const Secret &secret)
{
    if (secret.size() > SizeLimit)
        return completed<Done>(errorOf(Error::Kind::KeychainRefused, u"larger than a keychain entry can be"_s));
    return inTurn<Done>(key, [this, key, secret] {
        return look(key).andThen<Done>(this, [this, key, secret](const Look &look) {
            if (const auto obstacle = look ? obstacleIn(*look) : std::nullopt)
                return completed<Done>(*obstacle);
            return writeOpen(key, secret);
        });
    });
}

Pending<Done> KeychainStore::writeOpen(const QString &key, const Secret &secret)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    job->setTextData(secret.exposeText());
    // For a wallet qtkeychain reports success whatever the outcome (JobPrivate::kwalletFinished()).
    return run(job, key)
        .andThen<Look>(this, [this, key](Done) { return look(key); })
        .map<Done>(
            this,
            [](const Look &look) {
                const bool isGone = look && isCertainlyAbsent(*look);
                return isGone ? Result<Done>(errorOf(Error::Kind::KeychainRefused)) : Result<Done>(Done{});
            },
            &asWriteError);
}

Pending<Done> KeychainStore::remove(const QString &key)
{
    return inTurn<Done>(key, [this, key] {
        // A write that was given up may still arrive after the query: the delete must then be queued after it.
        const bool isQuiet = m_running == 0;
        return look(key).andThen<Done>(this, [this, key, isQuiet](const Look &look) {
            if (look && isCertainlyAbsent(*look) && isQuiet)
                return completed<Done>(Done{});
            if (const auto obstacle = look ? obstacleIn(*look) : std::nullopt)
                return completed<Done>(*obstacle);
            return removeOpen(key);
        });
    });
}

Pending<Done> KeychainStore::removeOpen(const QString &key)
{
    return run(new QKeychain::DeletePasswordJob(serviceName), key)
        .andThen<Look>(this, [this, key](Done) { return look(key); })
        .map<Done>(this, [](const Look &look) { return absence<Done>(look); });
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
    connect(job, &QKeychain::Job::finished, this, [this, key, promise](const QKeychain::Job *ended) {
        --m_running;
        qCInfo(logKeychain) << ended->metaObject()->className() << "error" << static_cast<int>(ended->error());
        const Result<Done> outcome = outcomeOf(ended);
        if (outcome || outcome.error().kind != Error::Kind::KeychainRefused)
            return promise.complete(outcome);
        // "Access denied" is also said of one that has been locked since it was looked at.
        look(key).then(this, [promise, outcome](const Result<Look> &look) {
            const auto obstacle = look && look.value() ? obstacleIn(*look.value()) : std::nullopt;
            promise.complete(obstacle ? Result<Done>(*obstacle) : outcome);
        });
    });
    QTimer::singleShot(m_deadlineMs, this, [promise] { promise.complete(errorOf(Error::Kind::KeychainSilent)); });
    if (m_isHeld)
        connect(this, &KeychainStore::released, job, &QKeychain::Job::start);
    else
        job->start();
    return promise.pending();
}

} // namespace lanyard

#include "moc_keychainstore.cpp"
