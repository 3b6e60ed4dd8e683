#pragma once

#include "core/base/pending.h"
#include "core/base/secret.h"

#include <QString>

#include <optional>

namespace lanyard {

/// Where the token outlives the program: the operating system's keychain, or in tests the memory.
///
/// Every call but open() completes within a few seconds and asks the person nothing, whatever the keychain does. Its
/// errors are the Keychain… kinds. Calls for one key are carried out in the order in which they were made: the last
/// intent wins.
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
    /// Has the system ask the person for what opens the entry, or what a new one would go into. Takes as long as the
    /// person does; cancelling leaves the question unanswered.
    [[nodiscard]] virtual Pending<Done> open(const QString &key) = 0;
};

} // namespace lanyard
