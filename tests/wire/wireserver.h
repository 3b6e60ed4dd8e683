#pragma once

#include "tests/wire/wirerequest.h"

#include <QList>
#include <QObject>
#include <QTcpServer>

class QTcpSocket;

namespace lanyard::testing {

// What a connection does when the next request has arrived whole; the static functions make one.
struct WireStep
{
    enum class Do {
        Answer,           // sends bytes
        Drip,             // sends bytes one by one, intervalMs apart
        Flood,            // sends bytes, and then again and again as long as the other end takes them
        Silence,          // sends nothing
        Close,            // closes in an orderly way without a word
        Reset,            // closes with a TCP reset
        ResetOnFirstByte, // TCP reset as soon as anything of the request arrives: the server had closed already
    };

    Do what = Do::Answer;
    QByteArray bytes = {};
    int intervalMs = 0;
    qsizetype atOnce = 0;
    bool thenClose = false;

    static WireStep answer(const QByteArray &bytes) { return {.what = Do::Answer, .bytes = bytes}; }
    // Closes after these bytes: an answer that says so, or one that is cut.
    static WireStep lastAnswer(const QByteArray &bytes)
    {
        return {.what = Do::Answer, .bytes = bytes, .thenClose = true};
    }
    // The first atOnce bytes come together.
    static WireStep drip(const QByteArray &bytes, int intervalMs, qsizetype atOnce = 0)
    {
        return {.what = Do::Drip, .bytes = bytes, .intervalMs = intervalMs, .atOnce = atOnce};
    }
    static WireStep flood(const QByteArray &bytes) { return {.what = Do::Flood, .bytes = bytes}; }
    static WireStep silence() { return {.what = Do::Silence}; }
    static WireStep close() { return {.what = Do::Close}; }
    static WireStep reset() { return {.what = Do::Reset}; }
    static WireStep resetOnFirstByte() { return {.what = Do::ResetOnFirstByte}; }
};

// A server on the loopback interface that follows a script instead of a protocol, and keeps every byte that it was
// sent: the wire oracle. Runs in the event loop of the thread that made it.
class WireServer : public QObject
{
    Q_OBJECT

public:
    // Listens on a free port of 127.0.0.1 at once.
    explicit WireServer(QObject *parent = nullptr);
    ~WireServer() override;

    quint16 port() const { return m_server.serverPort(); }
    QString address() const; // "http://127.0.0.1:PORT"

    // From the next connection on, every connection goes through these steps, one per request; the last one stays.
    void setScript(const QList<WireStep> &script) { m_script = script; }
    void setScript(const WireStep &step) { m_script = {step}; }

    // Closes every open connection in an orderly way, as a server does with idle ones.
    void closeConnections();

    int connections() const { return m_connections; }
    // Every request that arrived whole, in order.
    const QList<WireRequest> &requests() const { return m_requests; }
    // Every byte that arrived, of all connections.
    const QByteArray &received() const { return m_received; }
    // Forgets what arrived; connections and script stay.
    void clear();

Q_SIGNALS:
    void requestArrived();
    // The other end has closed a connection.
    void disconnected();

private:
    class Connection;

    void accept();

    QTcpServer m_server;
    QList<Connection *> m_open;
    QList<WireStep> m_script;
    QList<WireRequest> m_requests;
    QByteArray m_received;
    int m_connections = 0;
};

} // namespace lanyard::testing
