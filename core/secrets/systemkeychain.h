#pragma once

#include "core/secrets/keychainstore.h"
#include "core/secrets/secretserviceowner.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QQueue>
#include <QSet>

#include <functional>
#include <optional>

namespace lanyard {

class EntryCall;

/// The operating system's keychain, by whichever way suits it: qtkeychain, or, for a Secret Service that may ask the
/// user about each access (such as KeePassXC), a series of EntryCalls. Through qtkeychain such a service prompts twice
/// for each step, and an answer given after a few seconds is lost.
class SystemKeychain : public SecretStore
{
    Q_OBJECT

public:
    explicit SystemKeychain(QObject *parent = nullptr);

    /// Until release(), the keychain is looked for, but no library is loaded for it.
    void hold() override { m_library.hold(); }
    void release() override { m_library.release(); }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Readiness readiness() const override;
    [[nodiscard]] Pending<std::optional<Secret>> read(const QString &key) override;
    [[nodiscard]] Pending<Done> write(const QString &key, const Secret &secret) override;
    [[nodiscard]] Pending<Done> remove(const QString &key) override;
    [[nodiscard]] Pending<Done> open(const QString &key) override;
    [[nodiscard]] Pending<Done> removeUnasked(const QString &key) override;
    [[nodiscard]] bool isAsking(const QString &key) const override { return m_asking.contains(key); }

private Q_SLOTS:
    void look();

private:
    using Found = std::optional<Secret>;
    using Operation = std::function<void()>;
    enum class Intent { Use, Remove };
    struct Waiting
    {
        Operation run;
        Intent intent;
    };

    void find();
    void found(const SecretServiceOwner &owner);
    void setLocked(bool isLocked);
    /// Runs it one way or the other, once it is known which program the keychain is.
    template<typename T>
    [[nodiscard]] Pending<T> carryOut(Intent intent, const QString &key,
                                      const std::function<Pending<T>()> &throughLibrary,
                                      const std::function<Pending<Found>(EntryCall &)> &throughService);
    void start(EntryCall *call, const QString &key);
    void giveWayToRemoval(const QString &key);
    /// One after the other for a key, so that one answer serves what follows it. Only a removal does not wait.
    void enqueue(Intent intent, const QString &key, const Operation &operation);
    void next(const QString &key);
    void setAsking(const QString &key, bool isAsking);
    /// @p error with the name of the keychain in use, or, if there is none any more, of the one that was.
    [[nodiscard]] Error named(Error error) const;

    KeychainStore m_library;
    std::optional<SecretServiceOwner> m_owner; // nullopt: unknown, or no longer known
    QString m_lastName;                        // of the last one that was there; empty: there has been none
    quint64 m_search = 0;                      // number of the search for it; the last one counts
    bool m_searching = false;
    bool m_isLocked = false; // as far as is known
    QList<Operation> m_untilFound;
    QHash<QString, QQueue<Waiting>> m_waiting;   // by key; the first is in progress
    QHash<QString, QPointer<EntryCall>> m_calls; // by key, those in progress
    QSet<QString> m_asking;                      // keys
};

} // namespace lanyard
