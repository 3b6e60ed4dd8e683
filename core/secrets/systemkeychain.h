#pragma once

#include "core/secrets/keychainstore.h"
#include "core/secrets/secretserviceowner.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QQueue>

#include <functional>
#include <optional>

namespace lanyard {

class EntryCall;

/// The operating system's keychain, by the way that suits it: qtkeychain, or, for a Secret Service that may ask the
/// user about each access (KeePassXC does), one EntryCall after the other. Through qtkeychain such a one asks twice
/// about each step, and what is answered after a few seconds is answered to nobody.
class SystemKeychain : public SecretStore
{
    Q_OBJECT

public:
    explicit SystemKeychain(QObject *parent = nullptr);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Pending<std::optional<Secret>> read(const QString &key) override;
    [[nodiscard]] Pending<Done> write(const QString &key, const Secret &secret) override;
    [[nodiscard]] Pending<Done> remove(const QString &key) override;
    [[nodiscard]] Pending<Done> open(const QString &key) override;
    [[nodiscard]] Pending<Done> removeUnasked(const QString &key) override;
    [[nodiscard]] bool isAsking() const override { return m_asking > 0; }

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
    /// Does it the one way or the other, as soon as it is known which program the keychain is.
    template<typename T>
    [[nodiscard]] Pending<T> carryOut(Intent intent, const QString &key,
                                      const std::function<Pending<T>()> &throughLibrary,
                                      const std::function<Pending<Found>(EntryCall &)> &throughService);
    void start(EntryCall *call, const QString &key);
    void giveWayToRemoval(const QString &key);
    /// One after the other for a key, so that one answer serves what follows it. Only a removal waits for nobody.
    void enqueue(Intent intent, const QString &key, const Operation &operation);
    void next(const QString &key);
    void countAsking(bool isAsking);
    /// @p error, about the keychain that is there.
    [[nodiscard]] Error named(Error error) const;

    KeychainStore m_library;
    std::optional<SecretServiceOwner> m_owner; // nullopt: not known, or not known any more
    quint64 m_search = 0;                      // for it; the last one counts
    bool m_searching = false;
    QList<Operation> m_untilFound;
    QHash<QString, QQueue<Waiting>> m_waiting;   // by key; the first is under way
    QHash<QString, QPointer<EntryCall>> m_calls; // by key, those under way
    int m_asking = 0;
};

} // namespace lanyard
