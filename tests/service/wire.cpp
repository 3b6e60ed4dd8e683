#include "tests/service/wire.h"

#include "tests/service/sockets.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <httplib.h>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

constexpr int workerThreads = 24; // a connection holds one until it is closed
constexpr int keepAliveSeconds = 30;
constexpr std::size_t keepAliveRequests = 100'000;
constexpr std::size_t largestBody = 30'000'000;
constexpr char serverName[] = "lanyard-service";

QByteArray bytes(const std::string &text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

LoggedRequest received(const httplib::Request &request)
{
    LoggedRequest logged{.method = bytes(request.method),
                         .path = bytes(request.target),
                         .body = bytes(request.body),
                         .clientAddress = bytes(request.remote_addr)};
    for (const auto &[name, value] : request.headers) {
        // The library adds four of its own that were never on the wire.
        if (name != "REMOTE_ADDR" && name != "REMOTE_PORT" && name != "LOCAL_ADDR" && name != "LOCAL_PORT") {
            logged.headers.append({bytes(name), bytes(value)});
        }
    }
    return logged;
}

void send(const Answer &answer, httplib::Response &response)
{
    const QString date = QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'");
    response.status = answer.status;
    response.set_header("Server", serverName);
    response.set_header("Date", date.toStdString());
    for (const auto &[name, value] : answer.headers) {
        response.set_header(name.toStdString(), value.toStdString());
    }
    if (!answer.body.isEmpty()) {
        response.set_content(answer.body.toStdString(), answer.contentType.toStdString());
    }
}

} // namespace

Wire::Wire(std::unique_ptr<httplib::Server> server, Handler handler)
    : m_handler(std::move(handler)), m_server(std::move(server))
{
}

Wire::~Wire()
{
    if (m_thread.joinable()) {
        m_server->stop();
        shutDownConnections(m_port);
        m_thread.join();
    }
}

std::unique_ptr<Wire> Wire::listen(quint16 port, const Certificate *certificate, QString *error, Handler handler)
{
    auto server = certificate ? std::make_unique<httplib::SSLServer>(certificate->certificate(), certificate->key())
                              : std::make_unique<httplib::Server>();
    std::unique_ptr<Wire> wire(new Wire(std::move(server), std::move(handler)));
    wire->m_secure = certificate != nullptr;
    wire->configure();
    if (!wire->m_server->is_valid()) {
        *error = u"TLS cannot be set up"_s;
        return nullptr;
    }
    if (!wire->bind(port)) {
        *error = u"port %1 cannot be listened on"_s.arg(port);
        return nullptr;
    }
    wire->m_thread = std::thread([server = wire->m_server.get()] { server->listen_after_bind(); });
    while (!wire->m_server->is_running()) { // before that, stop() does nothing
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return wire;
}

void Wire::configure()
{
    m_server->new_task_queue = [] { return new httplib::ThreadPool(workerThreads); };
    m_server->set_keep_alive_timeout(keepAliveSeconds);
    m_server->set_keep_alive_max_count(keepAliveRequests);
    m_server->set_payload_max_length(largestBody);
    m_server->set_tcp_nodelay(true); // head and body are two writes: without this, each answer waits 40 ms
    m_server->set_socket_options([](socket_t socket) { keepPortToOne(static_cast<quintptr>(socket)); });

    const auto handle = [this](const httplib::Request &request, httplib::Response &response) {
        send(m_handler(received(request)), response);
    };
    const std::string any = ".*";
    m_server->Get(any, handle).Post(any, handle).Put(any, handle).Patch(any, handle).Delete(any, handle);
    m_server->Options(any, handle);
    m_server->set_error_handler([](const httplib::Request &, httplib::Response &response) {
        if (!response.has_header("Server")) { // the library's own answer, before a handler saw the request
            send(problem(response.status, response.status == 413 ? u"Payload Too Large"_s : u"Bad Request"_s),
                 response);
        }
    });
}

bool Wire::bind(quint16 port)
{
    if (port != 0) {
        m_port = port;
        return m_server->bind_to_port("127.0.0.1", port);
    }
    const int chosen = m_server->bind_to_any_port("127.0.0.1");
    m_port = chosen > 0 ? static_cast<quint16>(chosen) : quint16(0);
    return chosen > 0;
}

} // namespace lanyard::testing
