#pragma once

#include "tests/wire/joiningproxy.h"

namespace lanyard::testing {

// A proxy that joins whoever says CONNECT with one port of this computer, whatever was asked for.
class Tunnel : public JoiningProxy
{
public:
    explicit Tunnel(quint16 target) : JoiningProxy(target) {}

    // Refuses who does not sign in with this value of Proxy-Authorization, and offers these schemes: "NTLM",
    // "Basic realm=\"x\"".
    void wantSignIn(const QByteArrayList &schemes, const QByteArray &authorization)
    {
        m_schemes = schemes;
        m_authorization = authorization;
    }

    // What was said before the tunnel stood.
    QByteArray asked;

protected:
    void readFrom(QTcpSocket *client, QTcpSocket *target) override
    {
        const QByteArray bytes = client->readAll();
        asked += bytes;
        if (!asked.endsWith("\r\n\r\n"))
            return;
        const QByteArray authorization = "\r\nProxy-Authorization: " + m_authorization + "\r\n";
        if (!m_schemes.isEmpty() && !bytes.toLower().contains(authorization.toLower())) {
            const QByteArray header = "\r\nProxy-Authenticate: ";
            client->write("HTTP/1.1 407 Proxy Authentication Required" + header + m_schemes.join(header) +
                          "\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        join(target);
        client->write("HTTP/1.1 200 Connection established\r\n\r\n");
    }

private:
    QByteArrayList m_schemes;
    QByteArray m_authorization;
};

} // namespace lanyard::testing
