#pragma once

#include "core/base/pending.h"
#include "core/base/secret.h"

#include <QString>

#include <optional>

namespace lanyard {

/// Where the token outlives the program: the operating system's keychain, or in tests the memory.
///
/// Every call completes within a few seconds, whatever the keychain does. KeychainUnusable: there is none, or it does
/// not answer. KeychainRefused: it is locked, or the person said no.
class SecretStore
{
public:
    SecretStore() = default;
    virtual ~SecretStore() = default;
    Q_DISABLE_COPY_MOVE(SecretStore)

    /// What the person calls it, for "signed in, kept in …".
    [[nodiscard]] virtual QString name() const = 0;
    /// Nothing: verified that there is no such entry.
    [[nodiscard]] virtual Pending<std::optional<Secret>> read(const QString &key) = 0;
    [[nodiscard]] virtual Pending<Done> write(const QString &key, const Secret &secret) = 0;
    /// Success: verified that there is no such entry any more.
    [[nodiscard]] virtual Pending<Done> remove(const QString &key) = 0;
};

} // namespace lanyard
