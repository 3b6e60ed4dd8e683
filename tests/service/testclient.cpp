#include "tests/service/testclient.h"

#include <QJsonDocument>
#include <QTemporaryFile>

#include <httplib.h>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

Reply reply(const httplib::Result &result)
{
    if (!result) {
        return {};
    }
    Reply reply{.status = result->status, .body = QByteArray::fromStdString(result->body)};
    for (const auto &[name, value] : result->headers) {
        reply.headers.append({QByteArray::fromStdString(name), QByteArray::fromStdString(value)});
    }
    return reply;
}

httplib::Headers headersOf(const TestClient &client)
{
    httplib::Headers headers;
    if (!client.token.isEmpty()) {
        headers.emplace("Authorization", "Bearer " + client.token.toStdString());
    }
    for (const auto &[name, value] : client.headers) {
        headers.emplace(name.toStdString(), value.toStdString());
    }
    return headers;
}

} // namespace

QByteArray Reply::header(const QByteArray &name) const
{
    return LoggedRequest{.headers = headers}.header(name);
}

QJsonObject Reply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

TestClient::TestClient(const QString &address) : m_client(std::make_unique<httplib::Client>(address.toStdString()))
{
    m_client->set_keep_alive(true);
    m_client->set_tcp_nodelay(true);
    m_client->enable_server_certificate_verification(false);
}

TestClient::TestClient(const AccountService &service, Check check) : TestClient(service.address())
{
    if (check == Check::Certificate) {
        QTemporaryFile file;
        if (file.open() && file.write(service.certificatePem()) > 0 && file.flush()) {
            m_client->enable_server_certificate_verification(true);
            m_client->set_ca_cert_path(file.fileName().toStdString());
            m_client->Get("/"); // reads the file while it exists
        }
    }
}

TestClient::~TestClient() = default;

Reply TestClient::get(const QByteArray &path)
{
    return reply(m_client->Get(path.toStdString(), headersOf(*this)));
}

Reply TestClient::post(const QByteArray &path, const QByteArray &body, const QByteArray &contentType)
{
    return reply(m_client->Post(path.toStdString(), headersOf(*this), body.toStdString(), contentType.toStdString()));
}

Reply TestClient::post(const QByteArray &path, const QJsonObject &body)
{
    return post(path, QJsonDocument(body).toJson());
}

Reply TestClient::login(const QString &userName, const QString &password)
{
    token.clear();
    Reply answer = post("/v1/auth/login", QJsonObject{{u"username"_s, userName}, {u"password"_s, password}});
    token = answer.json().value("token"_L1).toString().toLatin1();
    return answer;
}

QJsonObject TestClient::user()
{
    return get("/v1/auth/user").json().value("user"_L1).toObject();
}

Reply TestClient::update(const QJsonObject &user)
{
    return post("/v1/auth/user", QJsonObject{{u"user"_s, user}});
}

Reply TestClient::logout()
{
    return post("/v1/auth/logout", QJsonObject());
}

void TestClient::useLocalAddress(const QByteArray &address)
{
    m_client->set_interface(address.toStdString());
}

} // namespace lanyard::testing
