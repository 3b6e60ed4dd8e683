// Tokens and keys that would break a header if they were sent: the wire oracle sees none of them, nor a request for
// them.

#include "core/session/session.h"
#include "tests/core/clientfixture.h"
#include "tests/core/memorystore.h"
#include "tests/support/testclass.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

namespace {

struct BadCredential
{
    QByteArray name;
    QString text;
    Kind asToken = Kind::UnusableToken; // NotTheService where it counts as none
    bool isKey = true;                  // it is no usable API key either
};

QList<BadCredential> badCredentials()
{
    QList<BadCredential> all{
        {"empty", u""_s, Kind::NotTheService},
        {"one space", u" "_s},
        {"spaces", u"   "_s},
        {"line end", u"\n"_s},
        {"CR LF and a header", u"a\r\nX-Injected: 1"_s},
        {"LF and a header", u"a\nX-Injected: 1"_s},
        {"CR alone", u"a\rX-Injected: 1"_s},
        {"CR LF twice and a body", u"a\r\n\r\nGET /injected HTTP/1.1\r\n\r\n"_s},
        {"line end at the end", u"abc\r\n"_s},
        {"line end at the beginning", u"\r\nabc"_s},
        {"folded line", u"a\r\n b"_s},
        {"NUL", u"a\0b"_s},
        {"NUL at the end", QString(u"abc"_s) + QChar(0)},
        {"tab", u"a\tb"_s},
        {"space within", u"a b"_s},
        {"space at the end", u"abc "_s},
        {"space at the beginning", u" abc"_s},
        {"DEL", u"a\u007Fb"_s},
        {"escape", u"a\u001Bb"_s},
        {"Latin letter with a mark", u"caf\u00E9"_s},
        {"no-break space", u"a\u00A0b"_s},
        {"next line", u"a\u0085b"_s},
        {"line separator", u"a\u2028X-Injected: 1"_s},
        {"full-width colon", u"a\uFF1Ab"_s},
        {"letter that is cut to LF", u"a\u010AX-Injected: 1"_s},
        {"letter that is cut to CR", u"a\u010Db"_s},
        {"turned round", u"a\u202Eb"_s},
        {"emoji", u"a\U0001F511"_s},
        {"half a pair", QString(u"a"_s) + QChar(0xD83D)},
        {"larger than 8 KiB", QString(8 * 1024 + 1, u'a')},
        {"1 MB", QString(1'000'000, u'a')},
        // Printable, and so a key; but no token (RFC 6750, section 2.1).
        {"quotation mark", u"a\"b"_s, Kind::UnusableToken, false},
        {"comma", u"a,b"_s, Kind::UnusableToken, false},
        {"colon", u"a:b"_s, Kind::UnusableToken, false},
        {"sign of equality first", u"=a"_s, Kind::UnusableToken, false},
    };
    return all;
}

} // namespace

class FaultCredentialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBadTokenIsNoSignIn_data();
    void aBadTokenIsNoSignIn();
    void aBadKeyIsNotSent_data();
    void aBadKeyIsNotSent();
    void theServicesClockTellsWhenATokenEnds();
};

void FaultCredentialTest::aBadTokenIsNoSignIn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    for (const BadCredential &bad : badCredentials())
        QTest::newRow(("B10 I3 " + bad.name).constData()) << bad.text << bad.asToken;
}

void FaultCredentialTest::aBadTokenIsNoSignIn()
{
    QFETCH(const QString, text);
    QFETCH(const Kind, kind);
    const QJsonObject answer{{u"success"_s, true}, {u"token"_s, text}};
    ClientFixture wire(WireStep::answer(httpAnswer(QJsonDocument(answer).toJson())));
    MemoryStore store;
    SavedAccounts accounts;
    SavedSignIns signIns(store, accounts);
    Session session(signIns, wire.trust);
    QSignalSpy failed(&session, &Session::signInFailed);
    SignInRequest request;
    request.server = wire.server.address();
    request.userName = u"mrossi"_s;
    request.secret = Secret::fromText(u"lanyard"_s);
    session.signIn(request);
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(failed.first().first().value<Error>().kind, kind);
    QCOMPARE(session.state(), Session::State::SignedOut);
    spin(20);
    QCOMPARE(wire.server.requests().size(), 1); // the sign-in itself
    QCOMPARE(wire.server.requests().first().target, QByteArray("/v1/auth/login"));
    QVERIFY(!wire.server.received().contains("njected"));
    QVERIFY(store.entries().isEmpty());
}

void FaultCredentialTest::aBadKeyIsNotSent_data()
{
    QTest::addColumn<QString>("text");
    for (const BadCredential &bad : badCredentials()) {
        if (bad.isKey)
            QTest::newRow(("B10 " + bad.name).constData()) << bad.text;
    }
}

void FaultCredentialTest::aBadKeyIsNotSent()
{
    QFETCH(const QString, text);
    ClientFixture wire;
    MemoryStore store;
    SavedAccounts accounts;
    SavedSignIns signIns(store, accounts);
    Session session(signIns, wire.trust);
    QSignalSpy failed(&session, &Session::signInFailed);
    SignInRequest request;
    request.server = wire.server.address();
    request.kind = Credential::Kind::ApiKey;
    request.secret = Secret::fromText(text);
    session.signIn(request);
    QVERIFY(!failed.isEmpty() || failed.wait(timeoutMs));
    QCOMPARE(failed.first().first().value<Error>().kind, Kind::UnusableCredential);
    spin(20);
    QCOMPARE(wire.server.received(), QByteArray());
}

// A token says when it ends, and the answer that brought it says what time it is there: by this computer's clock, an
// hour ahead, the session would be over before it began.
void FaultCredentialTest::theServicesClockTellsWhenATokenEnds()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime service = now.addSecs(-3600);
    const QByteArray claims = R"({"exp":)" + QByteArray::number(service.addSecs(1800).toSecsSinceEpoch()) + '}';
    const QByteArray token = "e30." + claims.toBase64(QByteArray::Base64UrlEncoding) + ".sig";
    const QByteArray date = QLocale::c().toString(service, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
    ClientFixture wire;
    const WireStep user = WireStep::answer(httpAnswer(R"({"success":true,"user":{"id":"7","userName":"mrossi"}})"));
    wire.server.setScripts({{WireStep::answer(httpAnswer(R"({"success":true,"token":")" + token + "\"}", "200 OK",
                                                         "Date: " + date + "\r\n")),
                             user},
                            {user}});
    MemoryStore store;
    SavedAccounts accounts;
    SavedSignIns signIns(store, accounts);
    Session session(signIns, wire.trust);
    QSignalSpy signedIn(&session, &Session::signedIn);
    SignInRequest request;
    request.server = wire.server.address();
    request.userName = u"mrossi"_s;
    request.secret = Secret::fromText(u"lanyard"_s);
    session.signIn(request);
    QVERIFY(signedIn.wait(timeoutMs));
    QVERIFY(session.account().expiresAt);
    const qint64 seconds = now.secsTo(*session.account().expiresAt);
    QVERIFY2(seconds >= 1800 && seconds < 1860, qPrintable(QString::number(seconds)));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::FaultCredentialTest)
#include "tst_faultcredential.moc"
