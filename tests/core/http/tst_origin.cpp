// Addresses of servers: what a user may type, and what is never connected to.

#include "core/base/text.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class OriginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressIsNormalisedOrRefused_data();
    void anAddressIsNormalisedOrRefused();
    void theTextOfAnOriginIsItsIdentity_data();
    void theTextOfAnOriginIsItsIdentity();
    void onlyThisComputerIsLoopback_data();
    void onlyThisComputerIsLoopback();
    void thePathOfACallGoesBehindThePrefix();
    void partsAreTold();
    void originsDifferInSchemeHostPortOrPrefix();
    void anEmptyOriginIsNobodys();
};

void OriginTest::anAddressIsNormalisedOrRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text"); // empty: refused
    const auto good = [](const QString &typed, const QString &text) {
        QTest::newRow(qPrintable(visibleText(typed))) << typed << text;
    };
    good(u"licences.example.com"_s, u"https://licences.example.com"_s);
    good(u"licences.example.com:5455"_s, u"https://licences.example.com:5455"_s);
    good(u"https://licences.example.com"_s, u"https://licences.example.com"_s);
    good(u"https://licences.example.com:443/"_s, u"https://licences.example.com"_s);
    good(u"HTTPS://Licences.EXAMPLE.com"_s, u"https://licences.example.com"_s);
    good(u"  https://licences.example.com \n"_s, u"https://licences.example.com"_s);
    good(u"http://licences.example.com"_s, u"http://licences.example.com"_s);
    good(u"http://licences.example.com:80"_s, u"http://licences.example.com"_s);
    good(u"http://licences.example.com:443"_s, u"http://licences.example.com:443"_s);
    good(u"https://licences.example.com:80"_s, u"https://licences.example.com:80"_s);
    good(u"https://licences.example.com/portal/"_s, u"https://licences.example.com/portal"_s);
    good(u"https://licences.example.com/a/b%20c"_s, {}); // a space is a space, encoded or not
    good(u"https://licences.example.com/a-b_c~d.e"_s, u"https://licences.example.com/a-b_c~d.e"_s);
    good(u"https://licences.example.com/%5Ba%5D"_s, u"https://licences.example.com/%5Ba%5D"_s);
    good(u"licences.example.com/portal"_s, u"https://licences.example.com/portal"_s);
    good(u"127.0.0.1:5455"_s, u"https://127.0.0.1:5455"_s);
    good(u"http://localhost:8080"_s, u"http://localhost:8080"_s);
    good(u"https://[::1]:5455"_s, u"https://[::1]:5455"_s);
    good(u"[2001:DB8::1]"_s, u"https://[2001:db8::1]"_s);
    good(u"https://bücher.example"_s, u"https://xn--bcher-kva.example"_s);
    good(u"https://раураl.example"_s, u"https://xn--l-7sba6dbr.example"_s);
    good(u"intranet"_s, u"https://intranet"_s);

    const auto bad = [](const QString &typed) {
        QTest::newRow(qPrintable(u"no: "_s + visibleText(typed, false, 60))) << typed << QString();
    };
    bad(u"htp:/127.0.0.1:5455"_s); // not the host "htp"
    bad(u"https:/licences.example.com"_s);
    bad(u""_s);
    bad(u"   "_s);
    bad(u"https://"_s);
    bad(u"https:///path"_s);
    bad(u"://host"_s);
    bad(u"ftp://licences.example.com"_s);
    bad(u"file:///etc/passwd"_s);
    bad(u"file://host/share"_s);
    bad(u"data://text/plain,hello"_s);
    bad(u"javascript://alert(1)"_s);
    bad(u"ws://licences.example.com"_s);
    bad(u"qrc://x/y"_s);
    bad(u"unix+http://licences.example.com"_s);
    bad(u"https://user@licences.example.com"_s);
    bad(u"https://user:password@licences.example.com"_s);
    bad(u"https://@licences.example.com"_s);
    bad(u"https://trusted.example.com@evil.example"_s);
    bad(u"https://licences.example.com?x=1"_s);
    bad(u"https://licences.example.com/?"_s);
    bad(u"https://licences.example.com/#"_s);
    bad(u"https://licences.example.com#top"_s);
    bad(u"https://licences.example.com/.."_s);
    bad(u"https://licences.example.com/a/../b"_s);
    bad(u"https://licences.example.com/./a"_s);
    bad(u"https://licences.example.com/%2e%2e/a"_s);
    bad(u"https://licences.example.com/.%2E/a"_s);
    bad(u"https://licences.example.com/a%2fb"_s);
    bad(u"https://licences.example.com/a//b"_s);
    bad(u"https://licences.example.com/a](b"_s);
    bad(u"https://licences.example.com/[a]"_s);
    bad(u"https://licences.example.com//"_s);
    bad(u"https://licences.example.com/a%00b"_s);
    bad(u"https://licences.example.com/a%0d%0ab"_s);
    bad(u"https://licences.example.com:0"_s);
    bad(u"https://licences.example.com:65536"_s);
    bad(u"https://licences.example.com:-1"_s);
    bad(u"https://licences.example.com:5455x"_s);
    bad(u"https://licences.example.com:54 55"_s);
    bad(u"https://licences example.com"_s);
    bad(u"https://licences.example.com\\evil.example"_s);
    bad(u"https://licences.exa\u200Bmple.com"_s);
    bad(u"https://licences.example.com\u202E"_s);
    bad(u"https://licences.exam\r\nple.com"_s);
    bad(u"https://licences.exam\tple.com"_s);
    bad(u"https://lic\u0000ences.example.com"_s);
    bad(u"https://[::1"_s);
    bad(u"https://[not-an-address]"_s);
    bad(u"https://licences..example.com"_s);
    bad(u"https://%zz.example.com"_s);
    // Written out, with the empty port gone and the scheme in front, these name two servers.
    bad(u"a.example:/http:/b.example"_s);
    bad(u"gttp:/Ѥ:1http:/Ѥ"_s);
    bad(u"https:/a.examplehttps:/b.example"_s);
    bad(u"https:/eplplhttps:/a./a%2e:Fb"_s);
    bad(u"https://a/%zz"_s);
    bad(u"https://licences.example.com/"_s + QString(2048, u'a'));
}

void OriginTest::anAddressIsNormalisedOrRefused()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, text);
    const auto origin = Origin::parse(typed);
    if (text.isEmpty()) {
        COMPARE_ERROR(origin, Error::Kind::AddressInvalid);
        // A password in it is not shown again.
        QVERIFY(!origin.error().subject.contains(u"password"_s));
        if (!typed.contains(u'@'))
            QCOMPARE(origin.error().subject, typed.trimmed());
        return;
    }
    VERIFY_OK(origin);
    QCOMPARE(origin.value().text(), text);
}

void OriginTest::theTextOfAnOriginIsItsIdentity_data()
{
    anAddressIsNormalisedOrRefused_data();
}

void OriginTest::theTextOfAnOriginIsItsIdentity()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, text);
    if (text.isEmpty())
        return;
    QVERIFY(originOf(text) == originOf(typed));
    QCOMPARE(originOf(text).text(), text);
}

void OriginTest::onlyThisComputerIsLoopback_data()
{
    QTest::addColumn<bool>("loopback");
    for (const char *host :
         {"localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]"})
        QTest::newRow(host) << true;
    for (const char *host : {"localhost.example.com", "localhost.", "127.0.0.1.example.com", "128.0.0.1", "10.0.0.1",
                             "0.0.0.0", "[::]", "[::2]", "[fe80::1]", "notlocalhost", "licences.example.com"})
        QTest::newRow(host) << false;
}

void OriginTest::onlyThisComputerIsLoopback()
{
    QFETCH(const bool, loopback);
    const auto origin = Origin::parse(u"http://"_s + QString::fromLatin1(QTest::currentDataTag()) + u":5455"_s);
    VERIFY_OK(origin);
    QCOMPARE(origin.value().isLoopback(), loopback);
}

void OriginTest::thePathOfACallGoesBehindThePrefix()
{
    QCOMPARE(originOf(u"licences.example.com"_s).url("/v1/auth/user"_L1).toString(),
             u"https://licences.example.com:443/v1/auth/user"_s);
    QCOMPARE(originOf(u"licences.example.com/portal/"_s).url("/v1/auth/user"_L1).toString(),
             u"https://licences.example.com:443/portal/v1/auth/user"_s);
    QCOMPARE(originOf(u"licences.example.com/caf%C3%A9"_s).url("/v1"_L1).toEncoded(),
             "https://licences.example.com:443/caf%C3%A9/v1");
}

void OriginTest::partsAreTold()
{
    const Origin plain = originOf(u"http://[::1]:8080/x"_s);
    QVERIFY(!plain.isEncrypted());
    QCOMPARE(plain.host(), u"::1"_s);
    QCOMPARE(plain.port(), quint16(8080));
    QCOMPARE(plain.shortText(), u"[::1]:8080/x"_s); // two services of one host are told apart
    const Origin secure = originOf(u"licences.example.com"_s);
    QVERIFY(secure.isEncrypted());
    QCOMPARE(secure.port(), quint16(443));
    QCOMPARE(secure.shortText(), u"licences.example.com"_s);
    QCOMPARE(originOf(u"bücher.example"_s).host(), u"xn--bcher-kva.example"_s);
}

void OriginTest::originsDifferInSchemeHostPortOrPrefix()
{
    const Origin origin = originOf(u"https://a.example:444/x"_s);
    for (const QString &other :
         {u"http://a.example:444/x"_s, u"https://b.example:444/x"_s, u"https://a.example:445/x"_s,
          u"https://a.example:444/X"_s, u"https://a.example:444"_s})
        QVERIFY2(!(originOf(other) == origin) && originOf(other).text() != origin.text(), qPrintable(other));
}

void OriginTest::anEmptyOriginIsNobodys()
{
    const Origin empty;
    QVERIFY(empty.isEmpty() && empty.text().isEmpty() && !empty.isEncrypted() && !empty.isLoopback());
    QVERIFY(!originOf(u"a.example"_s).isEmpty());
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::OriginTest)
#include "tst_origin.moc"
