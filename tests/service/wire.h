#pragma once

#include "tests/service/answer.h"
#include "tests/service/certificate.h"

#include <functional>
#include <memory>
#include <thread>

namespace httplib {
class Server;
}

namespace lanyard::testing {

// HTTP on the loopback interface, with TLS if there is a certificate. Destroying it closes every connection, and waits
// until no request is being answered.
class Wire
{
public:
    // Called on threads of the wire, several at a time.
    using Handler = std::function<Answer(LoggedRequest)>;

    // Null, and the reason in error, if it cannot listen. port 0: a free one.
    static std::unique_ptr<Wire> listen(quint16 port, const Certificate *certificate, QString *error, Handler handler);
    ~Wire();

    quint16 port() const { return m_port; }
    bool isSecure() const { return m_secure; }

private:
    Wire(std::unique_ptr<httplib::Server> server, Handler handler);
    void configure();
    bool bind(quint16 port);

    Handler m_handler;
    std::unique_ptr<httplib::Server> m_server;
    quint16 m_port = 0;
    bool m_secure = false;
    std::thread m_thread;
};

} // namespace lanyard::testing
