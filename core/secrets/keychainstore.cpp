#include "core/secrets/keychainstore.h"

#include "core/secrets/keyringlookup.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr auto serviceName = "lanyard"_L1;
// Windows cuts what is longer without a word.
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
        return errorOf(Error::Kind::KeychainUnusable, job->errorString());
    }
}

} // namespace

KeychainStore::KeychainStore(int deadlineMs, QObject *parent) : QObject(parent), m_deadlineMs(deadlineMs) {}

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

Pending<std::optional<Secret>> KeychainStore::read(const QString &key)
{
    using Found = std::optional<Secret>;
    auto *job = new QKeychain::ReadPasswordJob(serviceName);
    // The job deletes itself right after its answer: the text is taken out before.
    auto found = std::make_shared<Secret>();
    connect(job, &QKeychain::Job::finished, this, [job, found] { *found = Secret::fromText(job->textData()); });

    Promise<Found> promise;
    run(job, key).then(this, [this, promise, found, key](const Result<Done> &ended) {
        if (!ended)
            return promise.complete(ended.error());
        if (!found->isEmpty())
            return promise.complete(Found(*found));
        lookUpKeyringEntry(serviceName, key, this).then(this, [promise](const Result<KeyringEntry> &entry) {
            const bool hidden =
                entry && (entry.value() == KeyringEntry::Locked || entry.value() == KeyringEntry::Present);
            promise.complete(hidden ? Result<Found>(errorOf(Error::Kind::KeychainRefused)) : Result<Found>(Found()));
        });
    });
    return promise.pending();
}

Pending<Done> KeychainStore::write(const QString &key, const Secret &secret)
{
    if (secret.size() > SizeLimit)
        return completed<Done>(errorOf(Error::Kind::KeychainRefused, u"larger than a keychain entry can be"_s));
    ++m_intents[key];
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    job->setTextData(secret.exposeText());
    return run(job, key);
}

Pending<Done> KeychainStore::remove(const QString &key)
{
    Promise<Done> promise;
    const quint64 intent = ++m_intents[key];
    run(new QKeychain::DeletePasswordJob(serviceName), key).then(this, [=, this](const Result<Done> &ended) {
        if (!ended)
            return promise.complete(ended.error());
        if (m_intents.value(key) != intent) // what is found now is what was written since: jobs run in their order
            return promise.complete(Done{});
        lookUpKeyringEntry(serviceName, key, this).then(this, [promise](const Result<KeyringEntry> &entry) {
            const bool stays =
                entry && (entry.value() == KeyringEntry::Locked || entry.value() == KeyringEntry::Present);
            promise.complete(stays ? Result<Done>(errorOf(Error::Kind::KeychainRefused)) : Result<Done>(Done{}));
        });
    });
    return promise.pending();
}

Pending<Done> KeychainStore::run(QKeychain::Job *job, const QString &key)
{
    Promise<Done> promise;
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this,
            [promise](const QKeychain::Job *ended) { promise.complete(outcomeOf(ended)); });
    QTimer::singleShot(m_deadlineMs, this, [promise] {
        promise.complete(errorOf(Error::Kind::KeychainUnusable, u"the keychain did not answer in time"_s));
    });
    job->start();
    return promise.pending();
}

} // namespace lanyard
