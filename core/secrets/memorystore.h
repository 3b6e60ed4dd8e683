#pragma once

#include "core/secrets/secretstore.h"

#include <QHash>

namespace lanyard {

/// Keeps secrets until the program ends, for tests and for "do not keep me signed in".
class MemoryStore : public SecretStore
{
public:
    using SecretStore::SecretStore;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Pending<std::optional<Secret>> read(const QString &key) override;
    [[nodiscard]] Pending<Done> write(const QString &key, const Secret &secret) override;
    [[nodiscard]] Pending<Done> remove(const QString &key) override;

    /// Somebody is there who unlocks what was locked, or sets up what was not, by failWith().
    [[nodiscard]] Pending<Done> open(const QString &key) override;

    /// From now on every call fails in this way, as a keychain would that is locked or gone; nullopt: works again.
    void failWith(std::optional<Error::Kind> kind) { m_failure = kind; }
    [[nodiscard]] const QHash<QString, Secret> &entries() const { return m_entries; }

private:
    QHash<QString, Secret> m_entries;
    std::optional<Error::Kind> m_failure;
};

} // namespace lanyard
