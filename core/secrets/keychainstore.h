#pragma once

#include "core/secrets/secretservice.h"
#include "core/secrets/secretstore.h"

#include <QHash>
#include <QObject>
#include <QQueue>

#include <functional>

namespace QKeychain {
class Job;
}

namespace lanyard {

/// The operating system's keychain, through qtkeychain. The only code that uses that library.
///
/// A prompt that is never answered makes a qtkeychain job run forever and every later one wait behind it. So the Secret
/// Service, or in Plasma 5 the wallet, is queried first, and no job is started that would have to prompt; and each job
/// has a deadline after which the program continues without it. A running job is never deleted and never parented
/// (deleting it crashes); its late result is dropped.
class KeychainStore : public SecretStore
{
    Q_OBJECT

public:
    /// The service name of its entries and of those of EntryCall.
    static constexpr auto ServiceName = QLatin1StringView("lanyard");

    explicit KeychainStore(int deadlineMs = 4000, QObject *parent = nullptr);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Pending<std::optional<Secret>> read(const QString &key) override;
    [[nodiscard]] Pending<Done> write(const QString &key, const Secret &secret) override;
    [[nodiscard]] Pending<Done> remove(const QString &key) override;
    [[nodiscard]] Pending<Done> open(const QString &key) override;

private:
    using Found = std::optional<Secret>;
    /// The operations for a key run one after the other; each calls next() when it is done.
    using Operation = std::function<void()>;

    void enqueue(const QString &key, const Operation &operation);
    void next(const QString &key);
    /// Queries the keyring and continues with the result; nullopt if it cannot be queried.
    void look(const QString &key, const std::function<void(const std::optional<KeyringLook> &)> &then);
    void startRead(const QString &key, const Promise<Found> &promise);
    /// Completes @p promise with @p ended, unless the entry that was written does not exist.
    void checkWritten(const QString &key, const Result<Done> &ended, const Promise<Done> &promise);
    void startRemove(const QString &key, const Promise<Done> &promise);
    /// Starts @p job; completes within the deadline. EntryNotFound counts as success.
    [[nodiscard]] Pending<Done> run(QKeychain::Job *job, const QString &key);

    int m_deadlineMs;
    int m_running = 0;                           // jobs without a result, whether given up or not
    QHash<QString, QQueue<Operation>> m_waiting; // by key; the first is in progress
};

} // namespace lanyard
