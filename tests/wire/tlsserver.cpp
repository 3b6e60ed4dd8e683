#include "tests/wire/tlsserver.h"

#include <QTcpSocket>

#include <openssl/ssl.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

struct Free
{
    void operator()(SSL *tls) const { SSL_free(tls); }
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};

std::unique_ptr<X509, Free> certificateOf(const QByteArray &der)
{
    const auto *data = reinterpret_cast<const unsigned char *>(der.constData());
    return std::unique_ptr<X509, Free>(d2i_X509(nullptr, &data, der.size()));
}

void useCertificate(SSL_CTX *context, const ShownCertificate &shown)
{
    const auto *data = reinterpret_cast<const unsigned char *>(shown.key.constData());
    const std::unique_ptr<EVP_PKEY, Free> key(d2i_AutoPrivateKey(nullptr, &data, shown.key.size()));
    bool taken = SSL_CTX_use_certificate(context, certificateOf(shown.leaf()).get()) == 1 &&
                 SSL_CTX_use_PrivateKey(context, key.get()) == 1;
    for (qsizetype i = 1; i < shown.chain.size(); ++i)
        taken = taken && SSL_CTX_add1_chain_cert(context, certificateOf(shown.chain.at(i)).get()) == 1;
    if (!taken)
        qFatal("OpenSSL does not take the certificate");
}

} // namespace

// One accepted connection; ends with its socket.
class TlsServer::Connection : public QObject
{
public:
    Connection(QTcpSocket *socket, TlsServer &server)
        : QObject(&server), m_socket(socket), m_server(server), m_number(server.m_connections),
          m_context(SSL_CTX_new(TLS_server_method()))
    {
        m_socket->setParent(this);
        SSL_CTX_set_security_level(m_context.get(), 0);
        SSL_CTX_set_min_proto_version(m_context.get(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(m_context.get(), server.m_newestVersion);
        if (!server.m_ciphers.isEmpty() && SSL_CTX_set_cipher_list(m_context.get(), server.m_ciphers.constData()) != 1)
            qFatal("OpenSSL does not know the ciphers");
        useCertificate(m_context.get(), server.m_certificate);
        m_tls.reset(SSL_new(m_context.get()));
        SSL_set_bio(m_tls.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        SSL_set_accept_state(m_tls.get());
        connect(m_socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(m_socket, &QTcpSocket::disconnected, this, [this] {
            m_server.m_open.removeOne(this);
            Q_EMIT m_server.disconnected();
            deleteLater();
        });
    }

    void close() { m_socket->disconnectFromHost(); }

private:
    void read()
    {
        const QByteArray encrypted = m_socket->readAll();
        if (!m_encrypted)
            m_server.m_clientHello += encrypted;
        BIO_write(SSL_get_rbio(m_tls.get()), encrypted.constData(), static_cast<int>(encrypted.size()));
        if (!m_encrypted && SSL_do_handshake(m_tls.get()) == 1) {
            m_encrypted = true;
            ++m_server.m_handshakes;
        }
        char plain[4096];
        for (int length = 0; m_encrypted && (length = SSL_read(m_tls.get(), plain, sizeof plain)) > 0;)
            take(QByteArray(plain, length));
        flush();
    }

    void take(const QByteArray &plain)
    {
        m_server.m_received += plain;
        m_buffer += plain;
        while (auto request = takeRequest(m_buffer)) {
            request->connection = m_number;
            m_server.m_requests.append(*request);
            if (!m_server.m_answer.isEmpty())
                SSL_write(m_tls.get(), m_server.m_answer.constData(), static_cast<int>(m_server.m_answer.size()));
            Q_EMIT m_server.requestArrived();
        }
    }

    void flush()
    {
        char encrypted[4096];
        for (int length = 0; (length = BIO_read(SSL_get_wbio(m_tls.get()), encrypted, sizeof encrypted)) > 0;)
            m_socket->write(encrypted, length);
    }

    QTcpSocket *m_socket;
    TlsServer &m_server;
    const int m_number;
    std::unique_ptr<SSL_CTX, Free> m_context;
    std::unique_ptr<SSL, Free> m_tls;
    bool m_encrypted = false;
    QByteArray m_buffer;
};

TlsServer::TlsServer(const ShownCertificate &certificate, QObject *parent) : QObject(parent), m_certificate(certificate)
{
    connect(&m_server, &QTcpServer::newConnection, this, &TlsServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("The loopback interface cannot be listened on: %s", qUtf8Printable(m_server.errorString()));
}

TlsServer::~TlsServer()
{
    m_server.close();
    // Here, while the members that a closing connection tells are still there.
    qDeleteAll(std::exchange(m_open, {}));
}

QString TlsServer::address() const
{
    return u"https://127.0.0.1:%1"_s.arg(port());
}

void TlsServer::limitTo(int newestVersion, const QByteArray &ciphers)
{
    m_newestVersion = newestVersion;
    m_ciphers = ciphers;
}

void TlsServer::closeConnections()
{
    const QList<Connection *> open = m_open; // each takes itself out of the list
    for (Connection *connection : open)
        connection->close();
}

void TlsServer::clear()
{
    m_requests.clear();
    m_received.clear();
}

void TlsServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_clientHello.clear();
        m_open.append(new Connection(socket, *this));
        ++m_connections;
    }
}

} // namespace lanyard::testing

#include "moc_tlsserver.cpp"
