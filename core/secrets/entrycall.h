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

/// One thing done with the entry that qtkeychain writes for a service and key, in a Secret Service that may ask the
/// user about each access. Deletes itself when it has ended.
///
/// All of it goes over one connection to the bus, for an answer is given to a connection: KeePassXC (2.7,
/// DBusClient.cpp) allows an entry to whoever asked, and qtkeychain, which looks and reads over libsecret's connection,
/// is somebody else to it than our own look.
///
/// No deadline runs while the user is asked. That is so from the moment the service has made a window, and also while
/// it does not answer a call but answers another one: KeePassXC shows the dialog that opens the database within the
/// call that searches it (Service::searchItems()). One that answers neither is silent.
class EntryCall : public QObject
{
    Q_OBJECT

public:
    using Found = std::optional<Secret>;

    EntryCall(const QString &service, const QString &key, QObject *parent);

    /// One of these, once. Errors are the Keychain… kinds; KeychainRefused: the user said no.
    [[nodiscard]] Pending<Found> read();
    [[nodiscard]] Pending<Found> write(const Secret &secret);
    /// Without a question unless @p mayAsk: KeychainLocked if there is something that only a question would remove.
    [[nodiscard]] Pending<Found> remove(bool mayAsk);
    /// Has the user open everything that is locked.
    [[nodiscard]] Pending<Found> unlock();

    /// The entry is to be removed: a question about reading or writing it need not be answered any more, and an answer
    /// that comes all the same changes nothing. (One about a removal is waited for, since nothing calls it back.)
    void giveWay();
    /// What is read is not wanted any more. A yes is left to whatever comes next.
    void dropResult() { m_isDropped = true; }

Q_SIGNALS:
    /// The user is asked, or is not any more.
    void asking(bool isAsking);
    void ended();

private:
    using Paths = QList<QDBusObjectPath>;

    void call(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments,
              const std::function<void(const QDBusPendingCall &)> &then);
    void probe();
    void setAsking(bool isAsking);
    /// Shows the window of that path, "/" if there is none, and goes on when it was answered with yes.
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
    /// Ends as "there is no such entry", where that is certain.
    void endAsAbsent();

    QString m_service;
    QString m_key;
    Promise<Found> m_promise;
    QTimer m_probe;
    QString m_session;
    QString m_promptPath; // of a window that is shown
    quint64 m_number = 0; // goes up with each call and each answer
    bool m_asking = false;
    bool m_ended = false;
    bool m_isRemoval = false;
    bool m_givesWay = false;
    bool m_isDropped = false;
};

} // namespace lanyard
