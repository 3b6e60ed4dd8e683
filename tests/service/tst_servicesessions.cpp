// Sessions and API keys of the service: who may call, and for how long.

#include "tests/service/testclient.h"
#include "tests/support/testclass.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lanyard::testing;

class ServiceSessionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signInAndOut();
    void wrongPassword();
    void block();
    void blockIsPerAddress();
    void blockOff();
    void tokenForms();
    void expiry();
    void statelessToken();
    void keyStates_data();
    void keyStates();
    void keyHeader();
    void keyAndToken();
    void keyPermissions();
};

void ServiceSessionsTest::signInAndOut()
{
    AccountService service;
    QVERIFY(service.start());
    const QString before = service.user(u"mrossi"_s).value("lastLogIn"_L1).toString();
    TestClient client(service);
    QCOMPARE(client.login(u"MROSSI"_s).status, 200);
    QVERIFY(service.user(u"mrossi"_s).value("lastLogIn"_L1).toString() > before);
    QCOMPARE(client.user().value("userName"_L1).toString(), u"mrossi"_s);
    QCOMPARE(client.logout().json(), (QJsonObject{{u"success"_s, true}}));
    const Reply after = client.get("/v1/auth/user");
    QCOMPARE(after.status, 401);
    QCOMPARE(after.header("WWW-Authenticate"), "Bearer error=\"invalid_token\"");
    QVERIFY(after.body.isEmpty());
    QCOMPARE(client.logout().status, 401);
}

void ServiceSessionsTest::wrongPassword()
{
    AccountService service;
    QVERIFY(service.start());
    TestClient client(service);
    const QJsonObject wrong = client.login(u"mrossi"_s, u"Lanyard"_s).json();
    QCOMPARE(wrong.keys(), (QStringList{u"code"_s, u"message"_s}));
    QCOMPARE(client.login(u"nobody"_s).json(), wrong); // does not tell which of the two is wrong
}

void ServiceSessionsTest::block()
{
    AccountService service({.blockAfterFailures = 3, .blockSeconds = 1});
    QVERIFY(service.start());
    TestClient client(service);
    client.login(u"mrossi"_s, u"wrong"_s);
    client.login(u"mrossi"_s, u"wrong"_s);
    client.login();
    QVERIFY(!client.token.isEmpty()); // and the count starts anew
    for (int i = 0; i < 3; ++i) {
        QVERIFY(client.login(u"mrossi"_s, u"wrong"_s).header("Retry-After").isEmpty());
    }
    QCOMPARE(client.login().header("Retry-After"), "1");
    QVERIFY(client.token.isEmpty());

    ServiceOptions options = service.options();
    options.retryAfter = false;
    service.setOptions(options);
    QVERIFY(client.login().header("Retry-After").isEmpty());
    QTest::qWait(1100);
    client.login();
    QVERIFY(!client.token.isEmpty());
}

void ServiceSessionsTest::blockIsPerAddress()
{
    AccountService service({.blockAfterFailures = 1});
    QVERIFY(service.start());
    TestClient client(service);
    client.login(u"mrossi"_s, u"wrong"_s);
    client.login();
    QVERIFY(client.token.isEmpty());
    TestClient other(service);
    other.useLocalAddress("127.0.0.2");
    other.login();
    QVERIFY(!other.token.isEmpty());
}

void ServiceSessionsTest::blockOff()
{
    AccountService service({.blockAfterFailures = 0});
    QVERIFY(service.start());
    TestClient client(service);
    for (int i = 0; i < 20; ++i) {
        client.login(u"mrossi"_s, u"wrong"_s);
    }
    client.login();
    QVERIFY(!client.token.isEmpty());
}

void ServiceSessionsTest::tokenForms()
{
    AccountService service({.tokenLifetimeSeconds = 600});
    QVERIFY(service.start());
    TestClient client(service);
    QCOMPARE(client.login().json().value("expiresIn"_L1), QJsonValue(600));
    const QList<QByteArray> parts = client.token.split('.');
    QCOMPARE(parts.size(), 3);
    const QJsonObject claims =
        QJsonDocument::fromJson(QByteArray::fromBase64(parts.at(1), QByteArray::Base64UrlEncoding)).object();
    const qint64 left = claims.value("exp"_L1).toInteger() - QDateTime::currentSecsSinceEpoch();
    QVERIFY(left > 590 && left <= 600);
    QVERIFY(!client.user().isEmpty());

    service.setOptions({.jwt = false, .tellExpiresIn = false});
    QVERIFY(!client.login().json().contains("expiresIn"_L1));
    QVERIFY(!client.token.isEmpty() && !client.token.contains('.'));
    QVERIFY(!client.user().isEmpty());
}

void ServiceSessionsTest::expiry()
{
    AccountService service({.tokenLifetimeSeconds = 1});
    QVERIFY(service.start());
    TestClient client(service);
    client.login();
    QVERIFY(!client.user().isEmpty());
    QTest::qWait(1100);
    const Reply expired = client.get("/v1/auth/user");
    QCOMPARE(expired.status, 401);
    QVERIFY(expired.header("WWW-Authenticate").contains("expired"));

    service.setOptions({});
    client.login();
    QVERIFY(!client.user().isEmpty());
    service.expireTokens();
    QCOMPARE(client.get("/v1/auth/user").status, 401);
}

void ServiceSessionsTest::statelessToken()
{
    AccountService service({.statelessTokens = true});
    QVERIFY(service.start());
    TestClient client(service);
    client.login();
    QCOMPARE(client.logout().status, 200);
    QVERIFY(!client.user().isEmpty());
}

void ServiceSessionsTest::keyStates_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<bool>("usable");
    QTest::newRow("never expires") << 101 << true;
    QTest::newRow("expires soon") << 104 << true;
    QTest::newRow("expired") << 105 << false;
    QTest::newRow("revoked") << 106 << false;
    QTest::newRow("revoked and expired") << 107 << false;
    QTest::newRow("unknown permission") << 108 << true;
    QTest::newRow("no secret") << 109 << true;
    QTest::newRow("no such key") << 999 << false;
}

void ServiceSessionsTest::keyStates()
{
    QFETCH(int, id);
    QFETCH(bool, usable);
    AccountService service;
    QVERIFY(service.start());
    QByteArray key = "api_unknown";
    for (const QJsonValue item : service.user(u"mrossi"_s).value("apiKeys"_L1).toArray()) {
        if (item.toObject().value("id"_L1).toInt() == id) {
            key = item.toObject().value("key"_L1).toString().toLatin1();
            QCOMPARE(key.size(), 28);
        }
    }
    TestClient client(service);
    client.headers = {{"X-Api-Key", key}};
    const Reply reply = client.get("/v1/auth/user");
    QCOMPARE(reply.status, usable ? 200 : 401);
    QCOMPARE(reply.body.isEmpty(), !usable);
    QCOMPARE(client.logout().status, usable ? 200 : 401);
    QCOMPARE(client.get("/v1/auth/user").status, usable ? 200 : 401); // a key is not ended by signing out
}

static QByteArray keyOf(const AccountService &service, int index)
{
    const QJsonArray keys = service.user(u"mrossi"_s).value("apiKeys"_L1).toArray();
    return keys.at(index).toObject().value("key"_L1).toString().toLatin1();
}

void ServiceSessionsTest::keyHeader()
{
    AccountService service({.apiKeyHeader = u"X-Licence-Key"_s});
    QVERIFY(service.start());
    TestClient client(service);
    client.headers = {{"x-api-key", keyOf(service, 0)}};
    QCOMPARE(client.get("/v1/auth/user").status, 401);
    client.headers = {{"x-licence-key", keyOf(service, 0)}};
    QCOMPARE(client.user().value("userName"_L1).toString(), u"mrossi"_s);
}

void ServiceSessionsTest::keyAndToken()
{
    AccountService service;
    QVERIFY(service.start());
    TestClient client(service);
    client.login();
    client.headers = {{"x-api-key", keyOf(service, 0)}};
    QCOMPARE(client.get("/v1/auth/user").status, 400);
}

void ServiceSessionsTest::keyPermissions()
{
    AccountService service({.enforceKeyPermissions = true});
    QVERIFY(service.start());
    TestClient client(service);
    client.headers = {{"x-api-key", keyOf(service, 1)}}; // Read
    const QJsonObject user = client.user();
    QVERIFY(!user.isEmpty());
    const Reply refused = client.update(user);
    QCOMPARE(refused.status, 403);
    QVERIFY(refused.body.isEmpty());
    client.headers = {{"x-api-key", keyOf(service, 8)}}; // Create
    QCOMPARE(client.get("/v1/auth/user").status, 403);
    client.headers = {{"x-api-key", keyOf(service, 0)}}; // Read, Write
    QCOMPARE(client.update(user).status, 200);
}

LANYARD_TEST(QCoreApplication, ServiceSessionsTest)
#include "tst_servicesessions.moc"
