// What is plainly secret in a value, whatever the setting or the member is called; and what only looks so.

#include "core/document/secretvalue.h"
#include "tests/core/support.h"
#include "tests/support/sanitized.h"
#include "tests/support/testclass.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class SecretValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSecretIsMasked_data();
    void whatIsSecretIsMasked();
    void whatIsNotStaysAsItIs_data();
    void whatIsNotStaysAsItIs();
    void aHostileValueTakesNoTime_data();
    void aHostileValueTakesNoTime();
};

// Wherever "HIDDEN" stands, nothing of it is left.
void SecretValuesTest::whatIsSecretIsMasked_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("shown");
    const auto row = [](const QString &value, const QString &shown) {
        QTest::newRow(qPrintable(value.left(60).simplified())) << value << shown;
    };
    row(u"https://u:HIDDEN@h/"_s, u"https://u:•••@h/"_s);
    row(u"see https://u:HIDDEN@h/p?q=1 and ftp://:HIDDEN@h"_s, u"see https://u:•••@h/p?q=1 and ftp://:•••@h"_s);
    row(u"https://u:HID@DEN:HIDDEN@h:8080"_s, u"https://u:•••@h:8080"_s);
    row(u"postgresql+psycopg://u:HIDDEN@[::1]/db"_s, u"postgresql+psycopg://u:•••@[::1]/db"_s);
    row(u"Server=x;Password=HIDDEN;User=y"_s, u"Server=x;Password=•••;User=y"_s);
    row(u"Server=x;User ID=y;pwd = HIDDEN with HIDDEN"_s, u"Server=x;User ID=y;pwd = •••"_s);
    row(u"Driver={SQL};Pwd={HID;HIDDEN};Uid=a"_s, u"Driver={SQL};Pwd=•••;Uid=a"_s);
    row(u"a=b;password='HID;HIDDEN';c=d"_s, u"a=b;password=•••;c=d"_s);
    row(u"DefaultEndpointsProtocol=https;AccountName=n;AccountKey=HIDDEN+/=="_s,
        u"DefaultEndpointsProtocol=https;AccountName=n;AccountKey=•••"_s);
    row(u"Endpoint=sb://h/;SharedAccessKeyName=n;SharedAccessKey=HIDDEN="_s,
        u"Endpoint=sb://h/;SharedAccessKeyName=•••;SharedAccessKey=•••"_s);
    row(u"host=db user=me password=HIDDEN dbname=x"_s, u"host=db user=me password=••• dbname=x"_s);
    row(u"password=HIDDEN HIDDEN"_s, u"password=•••"_s);
    row(u"https://h/p?page=1&access_token=HIDDEN&x=2"_s, u"https://h/p?page=1&access_token=•••&x=2"_s);
    row(u"q=token=HIDDEN"_s, u"q=token=•••"_s);
    row(u"{\"password\":\"HIDDEN\"}"_s, u"{\"password\":\"•••\"}"_s);
    row(u"{\"a\": {\"b\": [{\"clientSecret\" : \"HID\\\"DEN HIDDEN\", \"c\": 1}]}}"_s,
        u"{\"a\": {\"b\": [{\"clientSecret\" : \"•••\", \"c\": 1}]}}"_s);
    row(u"{\"token\": {\"x\": [\"HIDDEN\", {\"y\": \"HIDDEN\"}]}, \"z\": 2}"_s, u"{\"token\": \"•••\", \"z\": 2}"_s);
    row(u"{\"pin\": 4711, \"x\": 1}"_s, u"{\"pin\": \"•••\", \"x\": 1}"_s);
    row(u"{\"pass\\u0077ord\": \"HIDDEN\"}"_s, u"{\"pass\\u0077ord\": \"•••\"}"_s);
    row(u"{\"password\": \"HIDDEN and cut o"_s, u"{\"password\": \"•••\""_s);
    row(u"{\"db\": \"Server=x;Password=HIDDEN\", \"n\": 1}"_s, u"{\"db\": \"Server=x;Password=•••\", \"n\": 1}"_s);
    row(u"{\"proxy\": \"https://u:HIDDEN@h\"}"_s, u"{\"proxy\": \"https://u:•••@h\"}"_s);
    row(u"-----BEGIN RSA PRIVATE KEY-----\nHIDDEN\nHIDDEN\n-----END RSA PRIVATE KEY-----\nx"_s,
        u"-----BEGIN RSA PRIVATE KEY-----•••-----END RSA PRIVATE KEY-----\nx"_s);
    const QString half(QChar(0xD800)); // of a character
    row(half + u"password=HIDDEN"_s, u"\uFFFDpassword=•••"_s);
    row(u"https://u:HID"_s + half + u"DEN@h"_s, u"https://u:•••@h"_s);
    row(u"-----BEGIN OPENSSH PRIVATE KEY-----\nHIDDEN"_s, u"-----BEGIN OPENSSH PRIVATE KEY-----•••"_s);
}

void SecretValuesTest::whatIsSecretIsMasked()
{
    QFETCH(const QString, value);
    QFETCH(const QString, shown);
    QCOMPARE(withoutSecretValues(value), shown);
    QVERIFY(holdsSecretValue(value));
    QVERIFY(!withoutSecretValues(value).contains(u"HIDDEN"_s));
    QCOMPARE(withoutSecretValues(shown), shown);
}

void SecretValuesTest::whatIsNotStaysAsItIs_data()
{
    QTest::addColumn<QString>("value");
    for (const QString &value :
         {QString(), u"https://h:8080/a@b"_s, u"https://user@h/p?q=a:b@c"_s, u"ssh://git@h/x"_s,
          u"Maria: see https://h/ or mail me@h"_s, u"Server=x;User=y;Timeout=30"_s,
          u"keyboard=de monkey=1 authorized=yes"_s, u"Password="_s, u"Password=;User=y"_s, u"password == other"_s,
          u"Enter your password"_s + QChar(0xDC00), u"aGVsbG8gd29ybGQ="_s,
          u"{\"keyboard\": \"de\", \"monkey\": [1, 2], \"opinion\": null}"_s,
          u"{\"password\": \"\", \"token\": null, \"secret\":  true}"_s, u"{\"a\": \"password\"}"_s,
          u"[\"password\", \"token\"]"_s, u"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"_s})
        QTest::newRow(qPrintable(value.left(60).simplified())) << value;
}

void SecretValuesTest::whatIsNotStaysAsItIs()
{
    QFETCH(const QString, value);
    QCOMPARE(withoutSecretValues(value), value);
    QVERIFY(!holdsSecretValue(value));
}

void SecretValuesTest::aHostileValueTakesNoTime_data()
{
    QTest::addColumn<QString>("value");
    constexpr qsizetype many = 50'000;
    QTest::newRow("deep under a secret name") << u"{\"token\":"_s.repeated(many) + u"\"HIDDEN\""_s;
    QTest::newRow("deep under another") << u"{\"a\":"_s.repeated(many) + u"{\"token\":\"HIDDEN\"}"_s;
    QTest::newRow("brackets") << u"{\"token\":"_s + u"["_s.repeated(many) + u"\"HIDDEN\""_s;
    QTest::newRow("words") << u"a b "_s.repeated(many) + u"token=HIDDEN"_s;
    QTest::newRow("quotes") << u"\""_s.repeated(many) + u"\"token\":\"HIDDEN\""_s;
    QTest::newRow("backslashes") << u"{\"token\":\""_s + u"\\"_s.repeated(2 * many) + u"HIDDEN"_s;
    QTest::newRow("addresses") << u"a://b:"_s.repeated(many) + u"HIDDEN@h"_s;
    QTest::newRow("keys") << u"-----BEGIN PRIVATE KEY-----"_s.repeated(many) + u"HIDDEN"_s;
}

// Within what the test runner allows, and without running out of the stack.
void SecretValuesTest::aHostileValueTakesNoTime()
{
    QFETCH(const QString, value);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!withoutSecretValues(value).contains(u"HIDDEN"_s));
#ifdef LANYARD_SANITIZED
    constexpr qint64 muchMs = 20'000;
#else
    constexpr qint64 muchMs = 2000;
#endif
    QVERIFY2(timer.elapsed() < muchMs, qPrintable(QString::number(timer.elapsed())));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::SecretValuesTest)
#include "tst_secretvalues.moc"
