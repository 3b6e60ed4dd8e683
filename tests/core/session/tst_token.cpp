// When a session ends: by the token itself, or by what the service says besides.

#include "core/base/utc.h"
#include "core/session/token.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class TokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEndInAToken_data();
    void theEndInAToken();
    void expiresIn_data();
    void expiresIn();
    void aWrongClockDoesNotEndASession_data();
    void aWrongClockDoesNotEndASession();
};

void TokenTest::theEndInAToken_data()
{
    QTest::addColumn<QByteArray>("payload"); // null: the token is as it stands in token
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<qint64>("expiry"); // 0: none
    const auto row = [](const char *payload, qint64 expiry) {
        QTest::newRow(payload) << QByteArray(payload) << QByteArray() << expiry;
    };
    row(R"({"exp":1717156805})", 1717156805);
    row(R"({"exp":1717156805.9})", 1717156805);
    row(R"({"exp":"1717156805"})", 1717156805);
    row(R"({"exp":253402300799})", 253402300799);
    row(R"({"exp":253402300800})", 0);
    row(R"({"exp":1e300})", 0);
    row(R"({"exp":0})", 0);
    row(R"({"exp":-5})", 0);
    row(R"({"exp":"nan"})", 0);
    row(R"({"exp":"inf"})", 0);
    row(R"({"exp":"soon"})", 0);
    row(R"({"exp":null})", 0);
    row(R"({"iat":1717156805})", 0);
    row(R"([1717156805])", 0);
    row("x", 0);
    for (const char *token : {"", "opaque", "a.b", "..", "a.b.c", "a.!!!.c", "a..c", "."})
        QTest::addRow("token '%s'", token) << QByteArray() << QByteArray(token) << qint64(0);
}

void TokenTest::theEndInAToken()
{
    QFETCH(const QByteArray, payload);
    QFETCH(QByteArray, token);
    QFETCH(const qint64, expiry);
    if (!payload.isNull())
        token = "e30." + payload.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".sig";
    const QDateTime now = utcMoment(QDate(2024, 5, 31), QTime(12, 0));
    const auto read = sessionEnd(Secret(QByteArrayView(token)), QJsonValue::Undefined, now);
    QCOMPARE(read.has_value(), expiry != 0);
    if (read)
        QCOMPARE(read->toSecsSinceEpoch(), expiry);
}

void TokenTest::expiresIn_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds"); // 0: nobody knows
    const auto row = [](const char *value, int seconds) { QTest::newRow(value) << QByteArray(value) << seconds; };
    row("1800", 1800);
    row("\"1800\"", 1800);
    row("\" 1800 \"", 1800);
    row("3.5", 3);
    row("1", 1);
    row("0.5", 0); // a session that ends at once is none
    row("\"0.999\"", 0);
    row("1e-9", 0);
    row("31622400", 31622400);
    row("31622401", 0); // no longer than a year: it may be milliseconds, or a moment
    row("1e18", 0);
    row("0", 0);
    row("-5", 0);
    row("\"\"", 0);
    row("\"soon\"", 0);
    row("\"nan\"", 0);
    row("\"inf\"", 0);
    row("null", 0);
    row("true", 0);
    row("{}", 0);
}

void TokenTest::expiresIn()
{
    QFETCH(const QByteArray, value);
    QFETCH(const int, seconds);
    const QDateTime now = utcMoment(QDate(2024, 5, 31), QTime(12, 0));
    const QJsonValue expiresIn = QJsonDocument::fromJson("[" + value + "]").array().at(0);
    const auto end = sessionEnd(Secret::fromText(u"opaque"_s), expiresIn, now);
    QCOMPARE(end.has_value(), seconds != 0);
    if (end)
        QCOMPARE(now.secsTo(*end), seconds);
    QVERIFY(!sessionEnd(Secret::fromText(u"opaque"_s), QJsonValue::Undefined, now));
}

void TokenTest::aWrongClockDoesNotEndASession_data()
{
    QTest::addColumn<QByteArray>("claims"); // with %e for the end by the service's clock, %i for its now
    QTest::addColumn<QByteArray>("expiresIn");
    QTest::addColumn<bool>("dated");
    QTest::newRow("iat") << QByteArray(R"({"iat":%i,"exp":%e})") << QByteArray("0") << false;
    QTest::newRow("iat and Date") << QByteArray(R"({"iat":%i,"exp":%e})") << QByteArray("60") << true;
    QTest::newRow("iat as text") << QByteArray(R"({"iat":"%i","exp":"%e"})") << QByteArray("0") << false;
    QTest::newRow("Date") << QByteArray(R"({"exp":%e})") << QByteArray("60") << true;
    QTest::newRow("iat after exp, Date") << QByteArray(R"({"iat":9%i,"exp":%e})") << QByteArray("60") << true;
    QTest::newRow("expiresIn") << QByteArray(R"({"exp":%e})") << QByteArray("1800") << false;
    QTest::newRow("no exp") << QByteArray(R"({"iat":%i})") << QByteArray("1800") << true;
}

// This computer's clock is an hour ahead, a day ahead, behind, right: the session lasts as long as the service says.
void TokenTest::aWrongClockDoesNotEndASession()
{
    QFETCH(QByteArray, claims);
    QFETCH(const QByteArray, expiresIn);
    QFETCH(const bool, dated);
    const QDateTime service = utcMoment(1'717'156'805'000);
    claims.replace("%i", QByteArray::number(service.toSecsSinceEpoch()));
    claims.replace("%e", QByteArray::number(service.addSecs(1800).toSecsSinceEpoch()));
    const QByteArray token = "e30." + claims.toBase64(QByteArray::Base64UrlEncoding) + ".sig";
    const QJsonValue value = QJsonDocument::fromJson('[' + expiresIn + ']').array().first();
    for (const int wrongBy : {3600, 86'400, -3600, 0}) {
        const QDateTime now = service.addSecs(wrongBy);
        const auto end = sessionEnd(Secret(QByteArrayView(token)), value, now, dated ? service : QDateTime());
        QVERIFY(end);
        QCOMPARE(now.secsTo(*end), 1800);
    }
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::TokenTest)
#include "tst_token.moc"
