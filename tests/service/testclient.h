#pragma once

#include "tests/service/accountservice.h"

#include <memory>

namespace httplib {
class Client;
}

namespace lanyard::testing {

struct Reply
{
    int status = 0; // 0: no answer
    HeaderList headers = {};
    QByteArray body = {};

    QByteArray header(const QByteArray &name) const;
    QJsonObject json() const;
};

// A client of the account service that is not Qt's: what it sees is what is on the wire.
class TestClient
{
public:
    enum class Check { None, Certificate }; // Certificate: trust the service's own, and check it

    explicit TestClient(const AccountService &service, Check check = Check::None);
    explicit TestClient(const QString &address);
    ~TestClient();

    // Set on every request until set again; an empty one is not sent.
    QByteArray token = {};
    HeaderList headers = {};

    Reply get(const QByteArray &path);
    Reply post(const QByteArray &path, const QByteArray &body, const QByteArray &contentType = "application/json");
    Reply post(const QByteArray &path, const QJsonObject &body);

    // Signs in, and keeps the token if there is one.
    Reply login(const QString &userName = QStringLiteral("mrossi"),
                const QString &password = QStringLiteral("lanyard"));
    QJsonObject user(); // of GET /v1/auth/user; empty on failure
    Reply update(const QJsonObject &user);
    Reply logout();

    void useLocalAddress(const QByteArray &address); // such as 127.0.0.2

private:
    std::unique_ptr<httplib::Client> m_client;
};

} // namespace lanyard::testing
