#pragma once

#include "core/secrets/secretservice.h"
#include "core/secrets/secretstore.h"

#include <QHash>
#include <QObject>
#include <QQueue>

#include <functional>
#include <utility>

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

    /// Until release(), no job is started: the first one loads libsecret, which takes as long as painting the window.
    void hold() override { m_isHeld = true; }
    void release() override
    {
        if (std::exchange(m_isHeld, false))
            Q_EMIT released();
    }

    [[nodiscard]] QString name() const override;
    /// Where a program on the session bus is the keychain: without that.
    [[nodiscard]] Readiness readiness() const override;
    [[nodiscard]] Pending<std::optional<Secret>> read(const QString &key) override;
    [[nodiscard]] Pending<Done> write(const QString &key, const Secret &secret) override;
    [[nodiscard]] Pending<Done> remove(const QString &key) override;
    [[nodiscard]] Pending<Done> open(const QString &key) override;

Q_SIGNALS:
    void released();

private:
    using Found = std::optional<Secret>;
    using Look = std::optional<KeyringLook>; ///< nullopt: the keychain cannot be queried

    /// Starts @p operation after all earlier ones for the same key have ended.
    template<typename T>
    [[nodiscard]] Pending<T> inTurn(const QString &key, const std::function<Pending<T>()> &operation);
    void next(const QString &key);
    [[nodiscard]] Pending<KeyringLook> query(const QString &key);
    /// Never fails.
    [[nodiscard]] Pending<Look> look(const QString &key);
    /// Once nothing stands in the way. Each looks afterwards, where qtkeychain's result does not tell.
    [[nodiscard]] Pending<Found> readOpen(const QString &key);
    [[nodiscard]] Pending<Done> writeOpen(const QString &key, const Secret &secret);
    [[nodiscard]] Pending<Done> removeOpen(const QString &key);
    /// Starts @p job; completes within the deadline. EntryNotFound counts as success.
    [[nodiscard]] Pending<Done> run(QKeychain::Job *job, const QString &key);

    int m_deadlineMs;
    bool m_isHeld = false;
    int m_running = 0;                                       // jobs without a result, whether given up or not
    QHash<QString, QQueue<std::function<void()>>> m_waiting; // by key; the first is in progress
};

} // namespace lanyard
