// What is plainly secret in a value, whatever the setting or the member is called; and what only looks so.

#include "core/document/secretvalue.h"
#include "tests/core/support.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

#include <ctime>
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
    row(u"Authorization: Bearer HIDDEN"_s, u"Authorization: •••"_s);
    row(u"curl -H 'Authorization: Basic dTpISURERU4=' https://h"_s, u"curl -H 'Authorization: Basic •••' https://h"_s);
    row(u"use bearer aB3HIDDEN.cdefghijk-_~+/x== here"_s, u"use bearer ••• here"_s);
    row(u"id eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.HIDDEN_-x, done"_s, u"id •••, done"_s);
    row(u"ghp_HIDDEN7890123456789012345678901234"_s, u"•••"_s);
    row(u"(github_pat_11HIDDEN0123456789_abcdef)"_s, u"(•••)"_s);
    row(u"see glpat-HIDDEN_0123456789ab"_s, u"see •••"_s);
    row(u"AKIAHIDDEN7890123456, then"_s, u"•••, then"_s);
    row(u"xoxb-123456789012-HIDDEN"_s, u"•••"_s);
    row(u"xoxp-123456789012-HIDDEN"_s, u"•••"_s);
    row(u"db:\n  user: me\n  password: HIDDEN and HIDDEN\n  port: 1"_s,
        u"db:\n  user: me\n  password: •••\n  port: 1"_s);
    row(u"pass: HIDDEN7x\r\nport: 1"_s, u"pass: •••\r\nport: 1"_s);
    row(u"pass: HIDDEN7x"_s, u"pass: •••"_s);
    row(u"Cookie: sid=HIDDEN; a=HIDDEN"_s, u"Cookie: •••"_s);
    row(u"pass: HIDDEN-horse"_s, u"pass: •••"_s);
    row(u"openssl rsa -passin pass:HIDDEN-horse -in x"_s, u"openssl rsa -passin pass:••• -in x"_s);
    row(u"pwd:HIDDEN, user me"_s, u"pwd:•••, user me"_s);
    row(u"smtp_pass: HIDDEN"_s, u"smtp_pass: •••"_s);
    row(u"- api_key: 'HIDDEN' # of CI\r\nx: 1"_s, u"- api_key: •••\r\nx: 1"_s);
    row(u"secret: |\n  HIDDEN\n  HIDDEN\nx: 1"_s, u"secret: •••\nx: 1"_s);
    row(u"<a><password>HIDDEN</password><b>1</b></a>"_s, u"<a><password>•••</password><b>1</b></a>"_s);
    row(u"<ns:clientSecret x:id='1'><![CDATA[HIDDEN]]></ns:clientSecret>"_s,
        u"<ns:clientSecret x:id='1'>•••</ns:clientSecret>"_s);
    row(u"curl -s -u user:HIDDEN https://h/a:b"_s, u"curl -s -u user:••• https://h/a:b"_s);
    row(u"curl --user 'user:HIDDEN' https://h"_s, u"curl --user 'user:•••' https://h"_s);
    row(u"https://h/x?sv=2021&sig=HIDDEN%2Babc%3D&se=2026"_s, u"https://h/x?sv=2021&sig=•••&se=2026"_s);
    row(u"sig=HIDDEN%2Babc%3D&se=2026"_s, u"sig=•••&se=2026"_s);
    row(u"https://hooks.slack.com/services/T0HIDDEN/B0HIDDEN/xHIDDEN"_s, u"https://hooks.slack.com/services/•••"_s);
    row(u"see hooks.slack.com/workflows/T0HIDDEN/A0/1/HIDDEN, then"_s, u"see hooks.slack.com/workflows/•••, then"_s);
    row(u"{\"a\": \"https:\\/\\/hooks.slack.com\\/services\\/T0\\/B0\\/HIDDEN\"}"_s,
        u"{\"a\": \"https:\\/\\/hooks.slack.com\\/services\\/•••\"}"_s);
    row(u"https://discord.com/api/webhooks/1234567890/HIDDEN_-a?wait=true"_s,
        u"https://discord.com/api/webhooks/1234567890/•••?wait=true"_s);
    row(u"https://ptb.discordapp.com/api/v10/webhooks/12/HIDDENHIDDEN"_s,
        u"https://ptb.discordapp.com/api/v10/webhooks/12/•••"_s);
    row(u"https://contoso.webhook.office.com/webhookb2/HIDDEN@HIDDEN/IncomingWebhook/HIDDEN/1"_s,
        u"https://contoso.webhook.office.com/webhookb2/•••"_s);
    row(u"https://outlook.office.com/webhook/HIDDEN@HIDDEN/IncomingWebhook/HIDDEN/1"_s,
        u"https://outlook.office.com/webhook/•••"_s);
    row(u"https://outlook.office365.com/webhook/HIDDEN@HIDDEN/IncomingWebhook/HIDDEN/1"_s,
        u"https://outlook.office365.com/webhook/•••"_s);
    row(u"https://hooks.slack.com:443/services/T0HIDDEN/HIDDEN"_s, u"https://hooks.slack.com:443/services/•••"_s);
    row(u"https://hooks.slack.com//services//T0HIDDEN/HIDDEN"_s, u"https://hooks.slack.com//services//•••"_s);
    row(u"https://discord.com:443//api/webhooks//12/HIDDENHIDDEN"_s,
        u"https://discord.com:443//api/webhooks//12/•••"_s);
    row(u"{host: db1, password: \"HID}DEN\", x: 1}"_s, u"{host: db1, password: •••, x: 1}"_s);
    row(u"db: {host: db1, password: HIDDEN HIDDEN}"_s, u"db: {host: db1, password: •••}"_s);
    row(u"{a: {b: 1, token: HIDDEN}, 'password': 'HIDDEN', c: [1]}"_s,
        u"{a: {b: 1, token: •••}, 'password': •••, c: [1]}"_s);
    row(u"{host: db1, password: [HIDDEN, HIDDEN], x: 1}"_s, u"{host: db1, password: •••, x: 1}"_s);
    row(u"{host: db1, password: HIDDEN and cut o"_s, u"{host: db1, password: •••"_s);
    row(u"password:\n  - HIDDEN\n  - 'HIDDEN x'\nport: 1"_s, u"password:\n  - •••\n  - •••\nport: 1"_s);
    row(u"tokens: # of CI\r\n- HIDDEN\r\n- HIDDEN\r\nx: 1"_s, u"tokens: # of CI\r\n- •••\r\n- •••\r\nx: 1"_s);
    row(u"curl -u 'mrossi:blue HIDDEN' https://h"_s, u"curl -u 'mrossi:•••' https://h"_s);
    row(u"curl --user \"m rossi:it's \\\"HIDDEN\\\" HIDDEN\" https://h"_s, u"curl --user \"m rossi:•••\" https://h"_s);
    row(u"curl -u  mrossi:blue\\ HIDDEN https://h"_s, u"curl -u  mrossi:••• https://h"_s);
    row(u"tool --password HIDDEN --port 1"_s, u"tool --password ••• --port 1"_s);
    row(u"tool --api-token \"HIDDEN HIDDEN\" -v"_s, u"tool --api-token ••• -v"_s);
    row(u"tool --password=HIDDEN --port=1"_s, u"tool --password=••• --port=1"_s);
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
    for (const QString &value : {QString(),
                                 u"https://h:8080/a@b"_s,
                                 u"https://user@h/p?q=a:b@c"_s,
                                 u"ssh://git@h/x"_s,
                                 u"Maria: see https://h/ or mail me@h"_s,
                                 u"Server=x;User=y;Timeout=30"_s,
                                 u"keyboard=de monkey=1 authorized=yes"_s,
                                 u"Password="_s,
                                 u"Password=;User=y"_s,
                                 u"password == other"_s,
                                 u"Enter your password"_s + QChar(0xDC00),
                                 u"aGVsbG8gd29ybGQ="_s,
                                 u"{\"keyboard\": \"de\", \"monkey\": [1, 2], \"opinion\": null}"_s,
                                 u"{\"password\": \"\", \"token\": null, \"secret\":  true}"_s,
                                 u"{\"a\": \"password\"}"_s,
                                 u"The password is in the vault: ask Maria."_s,
                                 u"Change your password: it is old"_s,
                                 u"Basic settings and the bearer of this letter"_s,
                                 u"the bearer certificate-of-origin"_s,
                                 u"Authorization mode: required"_s,
                                 u"Secretary: John"_s,
                                 u"Autokennzeichen: BA-X 123"_s,
                                 u"Kontokennung=1234; Fotokennung=77"_s,
                                 u"{\"Nettokennzahl\": 12, \"secretaresse\": \"Anna\"}"_s,
                                 u"Parolacce: nessuna"_s,
                                 u"Salt: 5 g\nPepper: a pinch"_s,
                                 u"Sid: Vicious"_s,
                                 u"OTP: ask Maria"_s,
                                 u"Cookie: oat and raisin"_s,
                                 u"Pass: Brenner"_s,
                                 u"Pass: Stilfser-Joch"_s,
                                 u"pass: all of them"_s,
                                 u"pass:fail is 9:1"_s,
                                 u"bypass:enabled, compass:north"_s,
                                 u"Cookies:\n- oat\n- raisin"_s,
                                 u"PIN: at the door"_s,
                                 u"SAS: Copenhagen"_s,
                                 u"Boarding pass = A38"_s,
                                 u"secretary=John; Secretariat=Bari"_s,
                                 u"{\"secretary\": \"John\"}"_s,
                                 u"maria.rossi@token.example"_s,
                                 u"6f9619ff-8b86-d011-b42d-00c04fc964ff"_s,
                                 u"LIC-2024-AKIA-0042-1187"_s,
                                 u"AKIABCDEFGHIJKLMNOPQRSTUVWXYZ"_s,
                                 u"eyJust.a.name"_s,
                                 u"ghp_short"_s,
                                 u"xoxo-love"_s,
                                 u"https://hooks.slack.com/services/"_s,
                                 u"https://discord.com/api/webhooks/1234567890"_s,
                                 u"https://nothooks.slack.com/services/T012345/B012345"_s,
                                 u"https://hooks.example.com/services/T012345/B012345"_s,
                                 u"password:\n  length: 12"_s,
                                 u"password: null"_s,
                                 u"password:\n  - length: 12\n  - digits: 2"_s,
                                 u"{host: db1, password: null, token: ~, pin: \"\"}"_s,
                                 u"{\"note\": \"Hi, password: ask Maria\"}"_s,
                                 u"Hello {name}, password: ask Maria"_s,
                                 u"https://outlook.office.com/mail/inbox/id/AAQkAD"_s,
                                 u"https://discord.com/services/T012345/B012345"_s,
                                 u"<password/><a>x</a>"_s,
                                 u"<password></password>"_s,
                                 u"<p>password</p>"_s,
                                 u"curl -u user https://h"_s,
                                 u"sort -u a:b"_s,
                                 u"config=none&design=classical"_s,
                                 u"sig=none"_s,
                                 u"tool --password-file /etc/x --no-password a"_s,
                                 u"tool --token --verbose"_s,
                                 u"[\"password\", \"token\"]"_s,
                                 u"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"_s})
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
    QTest::newRow("elements") << u"<password>"_s.repeated(many) + u"HIDDEN"_s;
    QTest::newRow("spaces in an element") << u"<password>"_s + u" "_s.repeated(many) + u"HIDDEN"_s;
    QTest::newRow("lines") << u"a: b\n"_s.repeated(many) + u"token: HIDDEN"_s;
    QTest::newRow("commands") << u"curl --a b "_s.repeated(many) + u"-u x:HIDDEN"_s;
    QTest::newRow("braces") << u"{a: "_s.repeated(many) + u"{token: HIDDEN"_s;
    QTest::newRow("braces on lines") << u"{a: 1}\n"_s.repeated(many) + u"{token: HIDDEN}"_s;
    QTest::newRow("quotes in braces") << u"{token: "_s + u"\"\\"_s.repeated(many) + u"HIDDEN"_s;
    QTest::newRow("braces under a name") << u"{token: "_s + u"{a: "_s.repeated(many) + u"HIDDEN"_s;
    QTest::newRow("lists") << u"token:\n- HIDDEN\n"_s.repeated(many);
    QTest::newRow("slashes") << u"hooks.slack.com"_s + u"/"_s.repeated(many) + u" token=HIDDEN"_s;
    QTest::newRow("quoted commands") << u"curl -u 'a"_s.repeated(many) + u"\ncurl -u 'b:HIDDEN'"_s;
    QTest::newRow("parts") << u"eyJ.eyJabcdefgh."_s.repeated(many) + u" eyJabcdefgh.HIDDEN.x12"_s;
    QTest::newRow("keys") << u"-----BEGIN PRIVATE KEY-----"_s.repeated(many) + u"HIDDEN"_s;
}

// In the time of the processor, beside an ordinary text of the same length; and without running out of the stack.
void SecretValuesTest::aHostileValueTakesNoTime()
{
    if (!hasProcessorClock())
        QSKIP("There is no clock of the processor's time.");
    QFETCH(const QString, value);
    const auto timeOf = [](const QString &text) {
        const std::clock_t begin = std::clock();
        const bool isShown = withoutSecretValues(text).contains(u"HIDDEN"_s);
        return isShown ? -1.0 : double(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    const QString ordinary = u"On Monday I am in Torino. "_s.repeated(value.size() / 26 + 1);
    const double usual = timeOf(ordinary);
    const double took = timeOf(value);
    QVERIFY(took >= 0);
    constexpr double room = 0.05; // seconds
    QVERIFY2(took < 50 * (usual + room), qPrintable(u"%1 s, an ordinary text %2 s"_s.arg(took).arg(usual)));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::SecretValuesTest)
#include "tst_secretvalues.moc"
