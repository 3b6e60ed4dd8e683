#pragma once

#include "core/secrets/askingcall.h"

#include <QDBusObjectPath>

namespace lanyard {

/// One operation on the entry that qtkeychain writes for a service and key, in a Secret Service that may ask the user
/// about each access. Deletes itself when it has ended.
///
/// All of it uses one connection to the bus, because access is granted per connection: KeePassXC (2.7, DBusClient.cpp)
/// grants access to an entry to the client that asked, and qtkeychain, which searches and reads over libsecret's
/// connection, is a different client from our own search.
class EntryCall : public AskingCall
{
    Q_OBJECT

public:
    EntryCall(const QString &service, const QString &key, QObject *parent);

    /// One of these, once. Errors are the Keychain… kinds; KeychainRefused: the user denied access.
    [[nodiscard]] Pending<Found> read();
    [[nodiscard]] Pending<Found> write(const Secret &secret);
    /// Without a prompt unless @p mayAsk: KeychainLocked if something can be removed only with a prompt.
    [[nodiscard]] Pending<Found> remove(bool mayAsk);
    /// Has the user unlock everything that is locked; if nothing is, and there is no keyring for new entries, create
    /// one of the name @p usualKeyring.
    [[nodiscard]] Pending<Found> unlock(const QString &usualKeyring);

    /// The entry is to be removed: a prompt about reading or writing it need no longer be answered, and an answer that
    /// still arrives changes nothing. (A prompt about a removal is waited for, since nothing revokes it.)
    void giveWay();
    /// The result of a read is no longer wanted. Permission that is granted serves the next operation.
    void dropResult() { m_isDropped = true; }

private:
    using Paths = QList<QDBusObjectPath>;

    void search(const std::function<void(const Paths &unlocked, const Paths &locked)> &then);
    void findLocked(const std::function<void(const Paths &collections, const Paths &locked)> &then);
    void collectLocked(const Paths &collections, qsizetype row, const Paths &locked,
                       const std::function<void(const Paths &collections, const Paths &locked)> &then);
    void setUp(const QString &keyring);
    void readItem(const QString &item);
    void unlockItem(const QString &item);
    void createItem(const QString &collection, const Secret &secret);
    void removeAll(const Paths &items);
    [[nodiscard]] Error asWriteError(Error error) const;
    /// Ends as "no such entry", where that is certain.
    void endAsAbsent();

    enum class Written { No, Perhaps, Yes }; // as far as the replies tell

    QString m_service;
    QString m_key;
    Written m_written = Written::No;
    bool m_isRemoval = false;
    bool m_isDropped = false;
};

} // namespace lanyard
