#pragma once

#include "core/base/pending.h"
#include "core/base/secret.h"

#include <QObject>
#include <QString>

#include <optional>

namespace lanyard {

/// Where the token is stored beyond this run: the operating system's keychain, or in tests memory.
///
/// Every call but open() completes within a few seconds and without a prompt, whatever the keychain does, unless that
/// keychain itself asks about each access: then isAsking() of the key, and the call takes as long as the user does.
/// Errors are the Keychain… kinds, about the keychain of that name (the subject) if it is known. Calls for one key are
/// carried out in the order in which they were made: the last one wins.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What is known of it without asking the user.
    enum class Readiness {
        Unknown, ///< so far
        Missing, ///< there is none on this computer
        Locked,  ///< nothing can be stored until the user has unlocked it, which open() asks for
        MayAsk,  ///< locked, but a program that may itself ask the user when something is to be stored
        Ready,
    };

    /// Until release(), nothing is done that takes long, such as loading a library for it.
    virtual void hold() {}
    virtual void release() {}
    /// What the user knows it as, for "signed in, kept in …".
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual Readiness readiness() const { return Readiness::Ready; }
    /// nullopt: verified that there is no such entry.
    [[nodiscard]] virtual Pending<std::optional<Secret>> read(const QString &key) = 0;
    /// An error: nothing was written, unless Error::mayBeWritten.
    [[nodiscard]] virtual Pending<Done> write(const QString &key, const Secret &secret) = 0;
    /// Success: verified that the entry no longer exists.
    [[nodiscard]] virtual Pending<Done> remove(const QString &key) = 0;
    /// Has the system ask the user to unlock the entry, or the keyring for a new one. Takes as long as the user does;
    /// cancelling leaves the prompt open.
    [[nodiscard]] virtual Pending<Done> open(const QString &key) = 0;
    /// Like remove(), where that needs no prompt; KeychainLocked where it would.
    [[nodiscard]] virtual Pending<Done> removeUnasked(const QString &key) { return remove(key); }
    /// The keychain is asking the user about one of these calls for @p key, in its own window.
    [[nodiscard]] virtual bool isAsking(const QString & /*key*/) const { return false; }

Q_SIGNALS:
    void nameChanged();
    void readinessChanged();
    void askingChanged();
};

} // namespace lanyard
