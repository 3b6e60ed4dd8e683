#pragma once

#include "core/secrets/secretstore.h"

#include <QHash>

namespace lanyard::testing {

/// A keychain in memory, which can be made to fail.
class MemoryStore : public SecretStore
{
public:
    using SecretStore::SecretStore;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Readiness readiness() const override { return m_readiness; }
    [[nodiscard]] Pending<std::optional<Secret>> read(const QString &key) override;
    [[nodiscard]] Pending<Done> write(const QString &key, const Secret &secret) override;
    [[nodiscard]] Pending<Done> remove(const QString &key) override;

    /// Simulates a user who unlocks or sets up the keychain, where failWith() says it is locked or not set up.
    [[nodiscard]] Pending<Done> open(const QString &key) override;

    /// From now on every call fails in this way, like a keychain that is locked or gone; nullopt: works again.
    void failWith(std::optional<Error::Kind> kind) { m_failure = kind; }
    /// From now on what is written arrives, but nobody hears of it: the keychain is silent.
    void loseOutcomes() { m_losesOutcomes = true; }
    /// What is known of it from now on.
    void setReadiness(Readiness readiness)
    {
        m_readiness = readiness;
        Q_EMIT readinessChanged();
    }
    [[nodiscard]] const QHash<QString, Secret> &entries() const { return m_entries; }

private:
    QHash<QString, Secret> m_entries;
    std::optional<Error::Kind> m_failure;
    bool m_losesOutcomes = false;
    Readiness m_readiness = Readiness::Ready;
};

} // namespace lanyard::testing
