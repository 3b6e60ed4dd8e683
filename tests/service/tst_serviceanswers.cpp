// The answers of the service: the accounts that are built in, and the forms that the options give them.

#include "tests/service/contract.h"
#include "tests/service/testclient.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lanyard::testing;

using DateForm = ServiceOptions::DateForm;

class ServiceAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInAccounts();
    void defaults();
    void dates_data();
    void dates();
    void integersAsStrings();
    void nestedLists();
    void generated();
};

void ServiceAnswersTest::builtInAccounts()
{
    const AccountService service;
    const QJsonObject rich = service.user(u"MRossi"_s);
    for (const Member &member : userMembers()) {
        QVERIFY2(rich.contains(member.name), member.name.data());
    }
    QCOMPARE(rich.value("apiKeys"_L1).toArray().size(), 9);
    QCOMPARE(rich.value("settings"_L1).toArray().size(), 12);
    QCOMPARE(rich.value("tenant"_L1).toObject().value("id"_L1).toInteger(), 9007199254740993);
    QCOMPARE(service.user(u"admin"_s).keys(),
             (QStringList{u"apiKeys"_s, u"email"_s, u"id"_s, u"roles"_s, u"userName"_s}));
    QVERIFY(!service.user(u"jkim"_s).isEmpty());
    QVERIFY(service.user(u"nobody"_s).isEmpty());
}

void ServiceAnswersTest::defaults()
{
    AccountService service;
    QVERIFY(service.start());
    TestClient client(service);
    const QJsonObject signedIn = client.login(u"ADMIN"_s, u"admin"_s).json();
    QCOMPARE(signedIn.keys(), (QStringList{u"expiresIn"_s, u"success"_s, u"token"_s}));
    QVERIFY(!client.user().contains("rank"_L1));
    QVERIFY(client.get("/v1/auth/user").body.startsWith("{\n    \"success\": true"));

    service.setOptions({.writeDefaults = true});
    const QJsonObject user = client.user();
    for (const Member &member : userMembers()) {
        QVERIFY2(user.contains(member.name), member.name.data());
    }
    QCOMPARE(user.value("rank"_L1), QJsonValue(0));
    QCOMPARE(user.value("birthDate"_L1), QJsonValue(QJsonValue::Null));
    QCOMPARE(user.value("apiKeys"_L1).toArray().at(0).toObject().value("revoked"_L1), QJsonValue(false));
    const QJsonObject failed = client.login(u"admin"_s, u"wrong"_s).json();
    QCOMPARE(failed.value("success"_L1), QJsonValue(false));
    QVERIFY(failed.contains("code"_L1) && failed.contains("message"_L1));
}

void ServiceAnswersTest::dates_data()
{
    QTest::addColumn<DateForm>("form");
    QTest::addColumn<int>("digits");
    QTest::addColumn<QString>("end");
    for (const int digits : {0, 3, 6, 7, 9}) {
        const QString fraction = digits ? u"\\.\\d{%1}"_s.arg(digits) : QString();
        QTest::addRow("utc, %d digits", digits) << DateForm::Utc << digits << fraction + u"Z"_s;
        QTest::addRow("offset, %d digits", digits) << DateForm::Offset << digits << fraction + u"\\+02:00"_s;
        QTest::addRow("no zone, %d digits", digits) << DateForm::NoZone << digits << fraction;
    }
}

void ServiceAnswersTest::dates()
{
    QFETCH(DateForm, form);
    QFETCH(int, digits);
    QFETCH(QString, end);
    AccountService service({.dateForm = form, .fractionDigits = digits});
    QVERIFY(service.start());
    TestClient client(service);
    client.login();
    const QJsonObject user = client.user();
    const QRegularExpression wanted(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d%1$"_s.arg(end));
    for (const QLatin1StringView name : {"createdAt"_L1, "updatedAt"_L1, "lastLogIn"_L1}) {
        QVERIFY2(wanted.match(user.value(name).toString()).hasMatch(), qPrintable(user.value(name).toString()));
    }
    const QJsonObject key = user.value("apiKeys"_L1).toArray().at(1).toObject();
    QVERIFY(wanted.match(key.value("createdDate"_L1).toString()).hasMatch());
    QVERIFY(wanted.match(key.value("expireDate"_L1).toString()).hasMatch());
    QCOMPARE(user.value("createdAt"_L1).toString().left(17),
             form == DateForm::Offset ? u"2019-08-24T16:15:"_s : u"2019-08-24T14:15:"_s);
    QCOMPARE(user.value("lastDismissMessages"_L1).toString(), u"2024-05-28T06:30:00.9876543"_s);
}

void ServiceAnswersTest::integersAsStrings()
{
    AccountService service({.integersAsStrings = true});
    QVERIFY(service.start());
    TestClient client(service);
    QCOMPARE(client.login().json().value("expiresIn"_L1), QJsonValue(u"1800"_s));
    const QJsonObject user = client.user();
    QCOMPARE(user.value("customerId"_L1), QJsonValue(u"9007199254740993"_s));
    QCOMPARE(user.value("settings"_L1).toArray().at(0).toObject().value("id"_L1), QJsonValue(u"201"_s));
    QCOMPARE(user.value("rank"_L1), QJsonValue(3));
    QCOMPARE(client.update(user).status, 200);
    QCOMPARE(service.user(u"mrossi"_s).value("customerId"_L1).toInteger(), 9007199254740993);
}

void ServiceAnswersTest::nestedLists()
{
    AccountService service({.omitNestedLists = true});
    QVERIFY(service.start());
    TestClient client(service);
    client.login();
    const QJsonObject user = client.user();
    QVERIFY(!user.contains("apiKeys"_L1) && !user.contains("settings"_L1) && user.contains("roles"_L1));
    QCOMPARE(client.update(user).status, 200);
    QCOMPARE(service.user(u"mrossi"_s).value("settings"_L1).toArray().size(), 12);
}

void ServiceAnswersTest::generated()
{
    AccountService service({.generatedKeys = 1000, .generatedSettings = 50});
    QVERIFY(service.start());
    TestClient client(service);
    client.login();
    QCOMPARE(client.user().value("apiKeys"_L1).toArray().size(), 1009);
    QCOMPARE(client.user().value("settings"_L1).toArray().size(), 62);
    service.setOptions({.generatedKeys = 1});
    QCOMPARE(client.user().value("apiKeys"_L1).toArray().size(), 10);
    QCOMPARE(client.user().value("settings"_L1).toArray().size(), 12);
}

LANYARD_TEST(NoApplication, ServiceAnswersTest)
#include "tst_serviceanswers.moc"
