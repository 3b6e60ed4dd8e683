#pragma once

#include "core/base/pending.h"
#include "core/base/secret.h"

#include <QObject>
#include <QString>

#include <optional>

namespace lanyard {

/// Where the token outlives the program: the operating system's keychain, or in tests the memory.
///
/// Every call but open() completes within a few seconds and asks the user nothing, whatever the keychain does, unless
/// that keychain asks about each access by itself: then isAsking(), and the call takes as long as the user does. Errors
/// are the Keychain… kinds, about the keychain of that name (the subject) where it is known. Calls for one key are
/// carried out in the order in which they were made: the last intent wins.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What the user calls it, for "signed in, kept in …".
    [[nodiscard]] virtual QString name() const = 0;
    /// Nothing: verified that there is no such entry.
    [[nodiscard]] virtual Pending<std::optional<Secret>> read(const QString &key) = 0;
    [[nodiscard]] virtual Pending<Done> write(const QString &key, const Secret &secret) = 0;
    /// Success: verified that there is no such entry any more.
    [[nodiscard]] virtual Pending<Done> remove(const QString &key) = 0;
    /// Has the system ask the person for what opens the entry, or what a new one would go into. Takes as long as the
    /// person does; cancelling leaves the question unanswered.
    [[nodiscard]] virtual Pending<Done> open(const QString &key) = 0;
    /// As remove(), where that takes no question; KeychainLocked where it would.
    [[nodiscard]] virtual Pending<Done> removeUnasked(const QString &key) { return remove(key); }
    /// The user is being asked, in a window of the keychain's, about one of these calls.
    [[nodiscard]] virtual bool isAsking() const { return false; }

Q_SIGNALS:
    void nameChanged();
    void askingChanged();
};

} // namespace lanyard
