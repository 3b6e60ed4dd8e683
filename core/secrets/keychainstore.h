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

/// The operating system's keychain, through qtkeychain. The only place that knows that library.
///
/// A prompt that nobody answers makes a qtkeychain job run for ever and every later one wait behind it. So the Secret
/// Service, or in Plasma 5 the wallet, is looked at first, and no job is begun that would have to ask; and each job has
/// a deadline after which the program goes on without it. A running job is never deleted and never parented (deleting
/// it crashes); its late answer is dropped.
class KeychainStore : public SecretStore
{
    Q_OBJECT

public:
    /// What its entries, and those of EntryCall, are filed under.
    static constexpr auto ServiceName = QLatin1StringView("lanyard");

    explicit KeychainStore(int deadlineMs = 4000, QObject *parent = nullptr);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Pending<std::optional<Secret>> read(const QString &key) override;
    [[nodiscard]] Pending<Done> write(const QString &key, const Secret &secret) override;
    [[nodiscard]] Pending<Done> remove(const QString &key) override;
    [[nodiscard]] Pending<Done> open(const QString &key) override;

private:
    using Found = std::optional<Secret>;
    /// What is done for a key, one after the other; each calls next() when it is through.
    using Operation = std::function<void()>;

    void enqueue(const QString &key, const Operation &operation);
    void next(const QString &key);
    /// Looks at the keyring and goes on with what it saw; nullopt where it cannot be looked at.
    void look(const QString &key, const std::function<void(const std::optional<KeyringLook> &)> &then);
    void startRead(const QString &key, const Promise<Found> &promise);
    /// Completes @p promise with @p ended, unless the entry that was written is not there.
    void checkWritten(const QString &key, const Result<Done> &ended, const Promise<Done> &promise);
    void startRemove(const QString &key, const Promise<Done> &promise);
    /// Starts @p job; completes within the deadline. EntryNotFound counts as ended well.
    [[nodiscard]] Pending<Done> run(QKeychain::Job *job, const QString &key);

    int m_deadlineMs;
    int m_running = 0;                           // jobs without an answer, given up or not
    QHash<QString, QQueue<Operation>> m_waiting; // by key; the first is under way
};

} // namespace lanyard
