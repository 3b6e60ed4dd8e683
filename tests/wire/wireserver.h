#pragma once

#include "tests/wire/wirerequest.h"
#include "tests/wire/wirestep.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QSslConfiguration>

#include <memory>
#include <optional>

namespace lanyard::testing {

// Bytes as they arrived together.
struct WireBytes
{
    int connection = 0;
    qint64 atMs = 0; // since the server was made
    QByteArray bytes = {};
};

// A server on the loopback interface that follows a script instead of a protocol, and keeps every byte that it was
// sent: the wire oracle. Runs in the event loop of the thread that made it.
class WireServer : public QObject
{
    Q_OBJECT

public:
    using Script = QList<WireStep>;

    // Listens on a free port of 127.0.0.1 at once.
    explicit WireServer(QObject *parent = nullptr);
    ~WireServer() override;

    quint16 port() const;
    QString address() const; // "http://127.0.0.1:PORT", with TLS "https://127.0.0.1:PORT"

    // From the next connection on, connections are encrypted: certificate, key and the lowest and highest version are
    // those of configuration. The oracle then keeps what was inside.
    void setTls(const QSslConfiguration &configuration) { m_tls = configuration; }

    // Every connection over which nothing has come yet goes through these steps, one per request; the last one stays.
    void setScript(const Script &script) { setScripts({script}); }
    void setScript(const WireStep &step) { setScripts({{step}}); }
    // A script for each of these connections in the order in which they are used, or accepted if it begins with
    // that: one that closes without a byte, as Qt 6.8 makes where it cannot send again, takes none. The last one stays.
    void setScripts(const QList<Script> &scripts);

    // Closes every open connection in an orderly way, as a server does with idle ones.
    void closeConnections();

    int connections() const { return m_connections; }
    // Every request that arrived whole, in order.
    const QList<WireRequest> &requests() const { return m_requests; }
    // Every byte that arrived, of all connections; and when.
    const QByteArray &received() const { return m_received; }
    const QList<WireBytes> &arrivals() const { return m_arrivals; }
    // Forgets what arrived; connections and script stay.
    void clear();

Q_SIGNALS:
    void requestArrived();
    // The other end has closed a connection.
    void disconnected();

private:
    class Connection;
    class Listener;

    void accept(qintptr descriptor);
    void keep(int connection, const QByteArray &bytes);

    std::unique_ptr<Listener> m_listener;
    std::optional<QSslConfiguration> m_tls;
    QList<Connection *> m_open;
    QList<Script> m_scripts;
    QList<WireRequest> m_requests;
    QByteArray m_received;
    QList<WireBytes> m_arrivals;
    QElapsedTimer m_clock;
    int m_connections = 0;
};

} // namespace lanyard::testing
