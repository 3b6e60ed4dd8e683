#pragma once

#include "core/secrets/secretstore.h"

#include <QHash>
#include <QObject>

namespace QKeychain {
class Job;
}

namespace lanyard {

/// The operating system's keychain, through qtkeychain. The only place that knows that library.
///
/// A prompt that nobody answers makes a qtkeychain job run for ever and every later one wait behind it: each call has a
/// deadline after which the program goes on without it. A running job is never deleted and never parented (deleting it
/// crashes); its late answer is dropped.
class KeychainStore : public QObject, public SecretStore
{
    Q_OBJECT

public:
    explicit KeychainStore(int deadlineMs = 5000, QObject *parent = nullptr);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Pending<std::optional<Secret>> read(const QString &key) override;
    [[nodiscard]] Pending<Done> write(const QString &key, const Secret &secret) override;
    [[nodiscard]] Pending<Done> remove(const QString &key) override;

private:
    /// Starts @p job and completes within the deadline with whether it ended well; EntryNotFound counts as ended well.
    [[nodiscard]] Pending<Done> run(QKeychain::Job *job, const QString &key);

    int m_deadlineMs;
    QHash<QString, quint64> m_intents; // by key, how often it was to be written or removed: the last one counts
};

} // namespace lanyard
