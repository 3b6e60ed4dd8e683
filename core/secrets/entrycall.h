#pragma once

#include "core/base/pending.h"
#include "core/base/secret.h"
#include "core/secrets/bussecret.h"

#include <QDBusObjectPath>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

class QDBusError;
class QDBusPendingCall;

namespace lanyard {

/// One operation on the entry that qtkeychain writes for a service and key, in a Secret Service that may ask the user
/// about each access. Deletes itself when it has ended.
///
/// All of it uses one connection to the bus, because access is granted per connection: KeePassXC (2.7, DBusClient.cpp)
/// grants access to an entry to the client that asked, and qtkeychain, which searches and reads over libsecret's
/// connection, is a different client from our own search.
///
/// No deadline runs while the user is being asked. That is so from the moment the service has created a prompt, and
/// also while it does not reply to one call but does reply to another: KeePassXC shows the dialog that unlocks the
/// database within the search call (Service::searchItems()). A service that replies to neither is silent.
class EntryCall : public QObject
{
    Q_OBJECT

public:
    using Found = std::optional<Secret>;

    EntryCall(const QString &service, const QString &key, QObject *parent);

    /// One of these, once. Errors are the Keychain… kinds; KeychainRefused: the user denied access.
    [[nodiscard]] Pending<Found> read();
    [[nodiscard]] Pending<Found> write(const Secret &secret);
    /// Without a prompt unless @p mayAsk: KeychainLocked if something can be removed only with a prompt.
    [[nodiscard]] Pending<Found> remove(bool mayAsk);
    /// Has the user unlock everything that is locked.
    [[nodiscard]] Pending<Found> unlock();

    /// The entry is to be removed: a prompt about reading or writing it need no longer be answered, and an answer that
    /// still arrives changes nothing. (A prompt about a removal is waited for, since nothing revokes it.)
    void giveWay();
    /// The result of a read is no longer wanted. Permission that is granted serves the next operation.
    void dropResult() { m_isDropped = true; }

Q_SIGNALS:
    /// The user is being asked, or no longer is.
    void asking(bool isAsking);
    void ended();

private:
    using Paths = QList<QDBusObjectPath>;

    void call(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments,
              const std::function<void(const QDBusPendingCall &)> &then);
    void probe();
    void setAsking(bool isAsking);
    /// Shows the prompt with that path, "/" if there is none, and continues when it was confirmed.
    void prompt(const QString &path, const std::function<void()> &then);
    void end(const Result<Found> &result);
    void fail(const QDBusError &error);

    void search(const std::function<void(const Paths &unlocked, const Paths &locked)> &then);
    void findLocked(const std::function<void(const Paths &collections, const Paths &locked)> &then);
    void collectLocked(const Paths &collections, qsizetype row, const Paths &locked,
                       const std::function<void(const Paths &collections, const Paths &locked)> &then);
    void openSession(const std::function<void()> &then);
    void readItem(const QString &item);
    void unlockItem(const QString &item);
    void createItem(const QString &collection, const Secret &secret);
    void removeAll(const Paths &items);
    /// Ends as "no such entry", where that is certain.
    void endAsAbsent();

    QString m_service;
    QString m_key;
    Promise<Found> m_promise;
    QTimer m_probe;
    QString m_session;
    QString m_promptPath; // of the prompt being shown
    quint64 m_number = 0; // increases with each call and each reply
    bool m_asking = false;
    bool m_ended = false;
    bool m_isRemoval = false;
    bool m_givesWay = false;
    bool m_isDropped = false;
};

} // namespace lanyard
