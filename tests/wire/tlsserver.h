#pragma once

#include "tests/wire/certificates.h"
#include "tests/wire/wirerequest.h"

#include <QObject>
#include <QTcpServer>

namespace lanyard::testing {

// A TLS server on the loopback interface that keeps every byte it was sent inside the encryption. It speaks OpenSSL
// itself, at the lowest security level: what it shows and offers is what a careful library refuses to serve.
class TlsServer : public QObject
{
    Q_OBJECT

public:
    // Listens on a free port of 127.0.0.1 at once.
    explicit TlsServer(const ShownCertificate &certificate, QObject *parent = nullptr);
    ~TlsServer() override;

    quint16 port() const { return m_server.serverPort(); }
    QString address() const; // "https://127.0.0.1:PORT"

    // From the next connection on.
    void show(const ShownCertificate &certificate) { m_certificate = certificate; }
    // The same answer to every request; empty: none. As shipped, the least that counts as a success.
    void setAnswer(const QByteArray &answer) { m_answer = answer; }
    // No newer protocol than this (TLS1_1_VERSION of OpenSSL), and only these ciphers, in OpenSSL's words.
    void limitTo(int newestVersion, const QByteArray &ciphers);

    void closeConnections();

    int connections() const { return m_connections; }
    // How many of them got as far as being encrypted.
    int handshakes() const { return m_handshakes; }
    const QList<WireRequest> &requests() const { return m_requests; }
    // Every decrypted byte of all connections.
    const QByteArray &received() const { return m_received; }
    // The bytes that the last connection began with, not encrypted yet.
    const QByteArray &clientHello() const { return m_clientHello; }
    // Forgets what arrived.
    void clear();

Q_SIGNALS:
    void requestArrived();
    void disconnected();

private:
    class Connection;

    void accept();

    QTcpServer m_server;
    ShownCertificate m_certificate;
    QByteArray m_answer = httpAnswer(R"({"success":true})");
    int m_newestVersion = 0;
    QByteArray m_ciphers;
    QList<Connection *> m_open;
    int m_connections = 0;
    int m_handshakes = 0;
    QList<WireRequest> m_requests;
    QByteArray m_received;
    QByteArray m_clientHello;
};

} // namespace lanyard::testing
