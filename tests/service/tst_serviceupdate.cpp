// The update call of the service: what it stores, and what it keeps to itself.

#include "tests/service/testclient.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lanyard::testing;

class ServiceUpdateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void untouchedStaysExactly();
    void storesAsSent();
    void keepsItsOwn();
    void storeEverything();
    void merge();
    void replace();
    void clearing();
    void ignoredMembers();
    void names();
    void sharedEmail();
    void answerWithoutUser();
    void settings();
    void settingsReplaced();
    void misfits_data();
    void misfits();
    void setUser();

private:
    void setOptions(const ServiceOptions &options) { m_service->setOptions(options); }
    QJsonObject stored() const { return m_service->user(u"mrossi"_s); }

    std::unique_ptr<AccountService> m_service;
    std::unique_ptr<TestClient> m_client;
};

void ServiceUpdateTest::init()
{
    m_service = std::make_unique<AccountService>();
    QVERIFY(m_service->start());
    m_client = std::make_unique<TestClient>(*m_service);
    QCOMPARE(m_client->login().status, 200);
}

void ServiceUpdateTest::cleanup()
{
    m_client.reset();
    m_service.reset();
}

static QJsonObject with(QJsonObject object, const QString &member, const QJsonValue &value)
{
    object.insert(member, value);
    return object;
}

static QJsonObject without(QJsonObject object, const QString &member)
{
    object.remove(member);
    return object;
}

static QJsonObject withSetting(const QJsonObject &user, qsizetype index, const QString &member, const QJsonValue &value)
{
    QJsonArray settings = user.value("settings"_L1).toArray();
    settings.replace(index, with(settings.at(index).toObject(), member, value));
    return with(user, u"settings"_s, settings);
}

void ServiceUpdateTest::untouchedStaysExactly()
{
    const QJsonObject before = stored();
    const Reply reply = m_client->update(m_client->user());
    QCOMPARE(reply.status, 200);
    QVERIFY(stored().value("updatedAt"_L1) != before.value("updatedAt"_L1));
    QCOMPARE(without(stored(), u"updatedAt"_s), without(before, u"updatedAt"_s));
    QCOMPARE(reply.json().value("user"_L1).toObject(), stored());
}

void ServiceUpdateTest::storesAsSent()
{
    for (const QString &date : {u"2001-02-03T04:05:06.123456789+05:30"_s, u"2001-02-03T04:05:06"_s}) {
        m_client->update(with(m_client->user(), u"lastDismissMessages"_s, date));
        QCOMPARE(m_client->user().value("lastDismissMessages"_L1).toString(), date);
    }
    const QJsonObject unknown{{u"big"_s, qint64(9007199254740993)}, {u"list"_s, QJsonArray{1.5, QJsonValue::Null}}};
    m_client->update(with(m_client->user(), u"tenant"_s, unknown));
    QCOMPARE(m_client->user().value("tenant"_L1).toObject(), unknown);
}

void ServiceUpdateTest::keepsItsOwn()
{
    const QJsonObject before = stored();
    QJsonObject sent = m_client->user();
    for (const QString &member : {u"id"_s, u"createdAt"_s, u"lastLogIn"_s}) {
        sent.insert(member, u"1999-01-01T00:00:00Z"_s);
    }
    sent.insert(u"rank"_s, 99);
    sent.insert(u"customerId"_s, 99);
    sent.insert(u"roles"_s, QJsonArray{u"Administrator"_s});
    sent.insert(u"apiKeys"_s, QJsonArray());
    QCOMPARE(m_client->update(sent).status, 200);
    QCOMPARE(without(stored(), u"updatedAt"_s), without(before, u"updatedAt"_s));
}

void ServiceUpdateTest::storeEverything()
{
    setOptions({.storeEverything = true});
    QJsonObject sent = m_client->user();
    sent.insert(u"rank"_s, 99);
    sent.insert(u"apiKeys"_s, QJsonArray());
    m_client->update(sent);
    QCOMPARE(without(stored(), u"updatedAt"_s), without(sent, u"updatedAt"_s));
}

void ServiceUpdateTest::merge()
{
    m_client->update({{u"city"_s, u"Milano"_s}});
    QCOMPARE(stored().value("city"_L1).toString(), u"Milano"_s);
    QCOMPARE(stored().value("firstName"_L1).toString(), u"Maria"_s);
    QVERIFY(stored().contains("tenant"_L1));
}

void ServiceUpdateTest::replace()
{
    setOptions({.replaceOnUpdate = true});
    m_client->update({{u"city"_s, u"Milano"_s}});
    QCOMPARE(stored().value("city"_L1).toString(), u"Milano"_s);
    QVERIFY(!stored().contains("firstName"_L1) && !stored().contains("tenant"_L1));
    QCOMPARE(stored().value("userName"_L1).toString(), u"mrossi"_s);
    QCOMPARE(stored().value("apiKeys"_L1).toArray().size(), 9);
}

void ServiceUpdateTest::clearing()
{
    m_client->update({{u"city"_s, QString()}, {u"birthDate"_s, QJsonValue::Null}});
    const QJsonObject user = m_client->user();
    QVERIFY(!user.contains("city"_L1) && !user.contains("birthDate"_L1));
    setOptions({.writeDefaults = true});
    QCOMPARE(m_client->user().value("city"_L1), QJsonValue(QString()));
    QCOMPARE(m_client->user().value("birthDate"_L1), QJsonValue(QJsonValue::Null));
}

void ServiceUpdateTest::ignoredMembers()
{
    for (const bool replacing : {false, true}) {
        setOptions({.replaceOnUpdate = replacing, .ignoredMembers = {u"city"_s, u"neverThere"_s}});
        const QJsonObject sent = with(m_client->user(), u"neverThere"_s, 1);
        QCOMPARE(m_client->update(with(sent, u"city"_s, u"Milano"_s)).status, 200);
        QCOMPARE(stored().value("city"_L1).toString(), u"Roma"_s);
        QVERIFY(!stored().contains("neverThere"_L1));
    }
}

void ServiceUpdateTest::names()
{
    const QJsonObject before = stored();
    const Reply taken = m_client->update({{u"userName"_s, u"JKim"_s}, {u"city"_s, u"Milano"_s}});
    QVERIFY(!taken.json().contains("success"_L1) && taken.json().contains("message"_L1));
    QCOMPARE(stored(), before);
    QCOMPARE(m_client->update({{u"userName"_s, u"MRossi"_s}}).json().value("success"_L1), QJsonValue(true));
    QCOMPARE(stored().value("userName"_L1).toString(), u"MRossi"_s);
}

void ServiceUpdateTest::sharedEmail()
{
    const QJsonObject change{{u"email"_s, u"JIWOO.kim@example.org"_s}};
    QVERIFY(!m_client->update(change).json().contains("success"_L1));
    QCOMPARE(stored().value("email"_L1).toString(), u"maria.rossi@example.org"_s);
    setOptions({.failureForm = ServiceOptions::FailureForm::ProblemJson});
    QCOMPARE(m_client->update(change).status, 400);
    setOptions({.refuseEmailInUse = false});
    QVERIFY(m_client->update(change).json().contains("success"_L1));
    QCOMPARE(stored().value("email"_L1), change.value("email"_L1));
}

void ServiceUpdateTest::answerWithoutUser()
{
    setOptions({.updateAnswersUser = false});
    QCOMPARE(m_client->update({{u"city"_s, u"Milano"_s}}).json(), (QJsonObject{{u"success"_s, true}}));
    QCOMPARE(stored().value("city"_L1).toString(), u"Milano"_s);
}

void ServiceUpdateTest::settings()
{
    const QJsonObject before = stored();
    QJsonObject sent = withSetting(m_client->user(), 4, u"value"_s, u"45"_s);
    sent = withSetting(sent, 11, u"value"_s, u"us-east-1"_s); // read-only
    sent = withSetting(sent, 4, u"readOnly"_s, true);         // not a client's to say
    QCOMPARE(m_client->update(sent).status, 200);
    const QJsonObject expected = withSetting(before, 4, u"value"_s, u"45"_s);
    QCOMPARE(stored().value("settings"_L1), expected.value("settings"_L1));

    m_client->update({{u"settings"_s, QJsonArray{QJsonObject{{u"id"_s, u"205"_s}, {u"value"_s, u"60"_s}}}}});
    QCOMPARE(stored().value("settings"_L1),
             withSetting(before, 4, u"value"_s, u"60"_s).value("settings"_L1)); // the others stay
}

void ServiceUpdateTest::settingsReplaced()
{
    setOptions({.replaceOnUpdate = true});
    m_client->update({{u"settings"_s, QJsonArray{QJsonObject{{u"id"_s, 205}, {u"value"_s, u"60"_s}}}}});
    const QJsonArray left = stored().value("settings"_L1).toArray();
    QCOMPARE(left.size(), 2); // and the read-only one
    QCOMPARE(left.at(0).toObject().value("value"_L1).toString(), u"60"_s);
    QVERIFY(!left.at(0).toObject().contains("name"_L1));
}

void ServiceUpdateTest::misfits_data()
{
    QTest::addColumn<QJsonValue>("user");
    QTest::addColumn<QString>("member");
    const auto row = [](const char *name, const QJsonObject &user, const QString &member) {
        QTest::newRow(name) << QJsonValue(user) << member;
    };
    QTest::newRow("no user") << QJsonValue(QJsonValue::Null) << u"user"_s;
    row("text", {{u"city"_s, 1}}, u"$.user.city"_s);
    row("date", {{u"birthDate"_s, u"17.3.1984"_s}}, u"$.user.birthDate"_s);
    row("empty date", {{u"birthDate"_s, QString()}}, u"$.user.birthDate"_s);
    row("day that does not exist", {{u"birthDate"_s, u"1984-02-31T00:00:00Z"_s}}, u"$.user.birthDate"_s);
    row("integer", {{u"rank"_s, 1.5}}, u"$.user.rank"_s);
    row("list", {{u"roles"_s, u"Sales"_s}}, u"$.user.roles"_s);
    row("setting", {{u"settings"_s, QJsonArray{QJsonObject{{u"value"_s, true}}}}}, u"$.user.settings[0].value"_s);
    row("key", {{u"apiKeys"_s, QJsonArray{QJsonObject{{u"revoked"_s, u"no"_s}}}}}, u"$.user.apiKeys[0].revoked"_s);
    row("long name", {{u"userName"_s, QString(257, u'x')}}, u"User.userName"_s);
}

void ServiceUpdateTest::misfits()
{
    QFETCH(QJsonValue, user);
    QFETCH(QString, member);
    const QJsonObject before = stored();
    const Reply reply = m_client->post("/v1/auth/user", QJsonObject{{u"user"_s, user}});
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.json().value("errors"_L1).toObject().keys(), QStringList{member});
    QCOMPARE(stored(), before);
}

void ServiceUpdateTest::setUser()
{
    QVERIFY(m_service->setUser(u"mrossi"_s, with(stored(), u"city"_s, u"Napoli"_s)));
    QCOMPARE(m_client->user().value("city"_L1).toString(), u"Napoli"_s);
    QVERIFY(!m_service->setUser(u"nobody"_s, {}));
}

LANYARD_TEST(NoApplication, ServiceUpdateTest)
#include "tst_serviceupdate.moc"
