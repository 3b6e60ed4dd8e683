// Every kind of certificate that a server can show, with every state of trust that it can meet: what is not trusted is
// sent nothing, not even the first byte of a request, and the reasons are all told.

#include "core/http/certificate.h"
#include "core/http/httpclient.h"
#include "core/http/truststore.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"
#include "tests/wire/tlsserver.h"

#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslError>
#include <QTemporaryDir>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

// What the user has accepted for the server, or taken back.
enum class Pin { None, Right, Other, Withdrawn };

struct KindRow
{
    CertificateKind kind;
    const char *name;
    QStringList reasons; // all of them, each date as "DATE"
};

QList<KindRow> kindRows()
{
    const QString isItsOwn = u"The server issued the certificate itself: no authority vouches for it."_s;
    const QString isUnknown = u"This computer does not know the authority that issued the certificate."_s;
    const QString isForNobody = u"The certificate lists no server address that can be checked."_s;
    const QString isForOther = u"The certificate is for another server, not for localhost."_s;
    const QString hasExpired = u"The certificate expired on DATE."_s;
    const QString isForNoServer = u"The certificate is not meant for a server."_s;
    return {{CertificateKind::Good, "good", {}},
            {CertificateKind::SelfSigned, "self-signed", {isItsOwn}},
            {CertificateKind::UnknownAuthority,
             "unknown authority",
             {u"This computer does not trust the authority that issued the certificate."_s}},
            {CertificateKind::Expired, "expired", {hasExpired}},
            {CertificateKind::NotYetValid, "not yet valid", {u"The certificate is not valid before DATE."_s}},
            {CertificateKind::WrongHost, "wrong host", {isForOther}},
            {CertificateKind::CommonNameOnly,
             "common name only",
             {u"The certificate names localhost only in a way that is no longer accepted."_s}},
            {CertificateKind::CommonNameInstead, "common name instead", {isForOther}},
            {CertificateKind::WeakKey, "weak key", {u"The certificate’s key is too short to be safe: 1024 bits."_s}},
            {CertificateKind::WeakSignature,
             "weak signature",
             {u"The certificate is signed in a way that is no longer safe: ecdsa-with-SHA1."_s}},
            {CertificateKind::NoIntermediate,
             "no intermediate",
             {isUnknown, u"The certificate cannot be checked: the server does not send who vouches for its issuer."_s}},
            {CertificateKind::ExpiredIntermediate,
             "expired intermediate",
             {u"The certificate of its issuer expired on DATE."_s}},
            {CertificateKind::AuthorityAsServer, "authority as server", {isForNoServer}},
            {CertificateKind::ClientOnly, "client only", {isForNoServer}},
            {CertificateKind::VendorShipped, "as a vendor ships it", {isItsOwn, hasExpired, isForNobody}},
            {CertificateKind::HostileText, "hostile text", {isItsOwn}}};
}

const CertificateMaker &maker()
{
    static const CertificateMaker made;
    return made;
}

QByteArray sha256Of(const ShownCertificate &shown)
{
    return certificateSha256(QSslCertificate(shown.leaf(), QSsl::Der));
}

} // namespace

class CertificateKindsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyATrustedCertificateIsSentAnything_data();
    void onlyATrustedCertificateIsSentAnything();
    void everyReasonIsTold_data();
    void everyReasonIsTold();
    void aDateIsSaidInFull();
    void onlyAnAlternativeNameIsAName_data();
    void onlyAnAlternativeNameIsAName();
    void whatIsAccepted_data();
    void whatIsAccepted();
    void theFactsAreThoseOfTheCertificate();
    void theSameKeyInAnotherCertificateIsRefused();
    void trustWithdrawnStopsAnOpenConnection_data();
    void trustWithdrawnStopsAnOpenConnection();
    void trustAnywhereElseLeavesCallsUnderWayAlone();
    void anotherCertificateGetsNothingHoweverOften();
    void aRememberedPinNeedsNoAuthority();

private:
    // A name, for some kinds are about names and not about addresses.
    static Origin originOf(const TlsServer &server)
    {
        return testing::originOf(u"https://localhost:%1"_s.arg(server.port()));
    }
    static Result<ServiceAnswer> get(const TlsServer &server, const TrustStore &trust)
    {
        HttpClient client(originOf(server), trust);
        return wait(client.get(userPath, tokenOf(originOf(server), "canary")));
    }

    QTemporaryFile m_authorities;
};

void CertificateKindsTest::initTestCase()
{
    QVERIFY(m_authorities.open());
    m_authorities.write(maker().authorityPem());
    QVERIFY(m_authorities.flush());
}

void CertificateKindsTest::onlyATrustedCertificateIsSentAnything_data()
{
    QTest::addColumn<CertificateKind>("kind");
    QTest::addColumn<Pin>("pin");
    const char *pins[] = {"no pin", "its pin", "the pin of another", "its pin withdrawn"};
    for (const KindRow &row : kindRows()) {
        for (int pin = 0; pin < 4; ++pin)
            QTest::addRow("%s, %s", row.name, pins[pin]) << row.kind << static_cast<Pin>(pin);
    }
}

void CertificateKindsTest::onlyATrustedCertificateIsSentAnything()
{
    QFETCH(const CertificateKind, kind);
    QFETCH(const Pin, pin);
    const ShownCertificate shown = maker().make(kind);
    TlsServer server(shown);
    TrustStore trust;
    trust.setAuthoritiesFile(m_authorities.fileName());
    if (pin == Pin::Right || pin == Pin::Withdrawn)
        QVERIFY(trust.setPin(originOf(server), sha256Of(shown)));
    if (pin == Pin::Other)
        QVERIFY(trust.setPin(originOf(server), sha256Of(maker().make(CertificateKind::Good))));
    if (pin == Pin::Withdrawn)
        QVERIFY(trust.removePin(originOf(server)));

    const auto result = get(server, trust);
    QVERIFY(server.connections() > 0);
    if (pin == Pin::Right || (pin != Pin::Other && kind == CertificateKind::Good)) {
        VERIFY_OK(result);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().first().header("Authorization"), "Bearer canary");
        return;
    }
    COMPARE_ERROR(result, pin == Pin::Other ? Error::Kind::CertificateChanged : Error::Kind::CertificateUntrusted);
    spin(20); // and nothing comes behind it
    QCOMPARE(server.received(), QByteArray());
    QCOMPARE(result.error().certificate->sha256, sha256Of(shown));
    QCOMPARE(result.error().certificate->expectedSha256.size(), pin == Pin::Other ? 32 : 0);
}

void CertificateKindsTest::everyReasonIsTold_data()
{
    QTest::addColumn<CertificateKind>("kind");
    QTest::addColumn<QStringList>("reasons");
    for (const KindRow &row : kindRows()) {
        if (row.kind != CertificateKind::Good)
            QTest::newRow(row.name) << row.kind << row.reasons;
    }
}

void CertificateKindsTest::everyReasonIsTold()
{
    QFETCH(const CertificateKind, kind);
    QFETCH(const QStringList, reasons);
    TlsServer server(maker().make(kind));
    TrustStore trust;
    trust.setAuthoritiesFile(m_authorities.fileName());
    const auto result = get(server, trust);
    COMPARE_ERROR(result, Error::Kind::CertificateUntrusted);
    static const QRegularExpression date(u"\\d+ \\w+ \\d{4}"_s);
    QStringList told = result.error().certificate->reasons;
    told.replaceInStrings(date, u"DATE"_s);
    QStringList wanted = reasons;
    told.sort();
    wanted.sort();
    QCOMPARE(told, wanted);
}

void CertificateKindsTest::aDateIsSaidInFull()
{
    const QSslCertificate certificate(maker().make(CertificateKind::Expired).leaf(), QSsl::Der);
    const QDate end = certificate.expiryDate().toLocalTime().date();
    QCOMPARE(certificateReason(QSslError(QSslError::CertificateExpired), certificate, u"localhost"_s),
             u"The certificate expired on %1."_s.arg(QLocale::c().toString(end, u"d MMMM yyyy"_s)));
}

void CertificateKindsTest::onlyAnAlternativeNameIsAName_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("named");
    const QByteArray wild = "DNS:*.example.org";
    QTest::newRow("the name") << QByteArray("DNS:a.example.org") << u"a.example.org"_s << true;
    QTest::newRow("one of several") << QByteArray("DNS:b.example,DNS:a.example") << u"a.example"_s << true;
    QTest::newRow("in capitals") << QByteArray("DNS:A.Example.ORG") << u"a.example.org"_s << true;
    QTest::newRow("a part of it") << QByteArray("DNS:example.org") << u"a.example.org"_s << false;
    QTest::newRow("longer than it") << QByteArray("DNS:a.example.org.evil.example") << u"a.example.org"_s << false;
    QTest::newRow("any label") << wild << u"a.example.org"_s << true;
    QTest::newRow("any label, not none") << wild << u"example.org"_s << false;
    QTest::newRow("any label, not two") << wild << u"a.b.example.org"_s << false;
    QTest::newRow("any label, not an empty one") << wild << u".example.org"_s << false;
    QTest::newRow("a whole top level") << QByteArray("DNS:*.org") << u"example.org"_s << false;
    QTest::newRow("everything") << QByteArray("DNS:*") << u"localhost"_s << false;
    QTest::newRow("any in the middle") << QByteArray("DNS:a.*.org") << u"a.example.org"_s << false;
    QTest::newRow("a part of a label") << QByteArray("DNS:a*.example.org") << u"ab.example.org"_s << false;
    QTest::newRow("ACE") << QByteArray("DNS:xn--bcher-kva.example") << u"xn--bcher-kva.example"_s << true;
    QTest::newRow("common name only") << QByteArray("DNS:other.example") << u"localhost"_s << false;
    QTest::newRow("an address") << QByteArray("IP:192.0.2.7") << u"192.0.2.7"_s << true;
    QTest::newRow("another address") << QByteArray("IP:192.0.2.7") << u"192.0.2.70"_s << false;
    QTest::newRow("an address as a name") << QByteArray("DNS:192.0.2.7") << u"192.0.2.7"_s << false;
    QTest::newRow("any label for an address") << QByteArray("DNS:*.0.2.7") << u"192.0.2.7"_s << false;
    QTest::newRow("IPv6") << QByteArray("IP:2001:db8::7") << u"2001:db8::7"_s << true;
    QTest::newRow("IPv6 written out") << QByteArray("IP:2001:db8:0:0:0:0:0:7") << u"2001:db8::7"_s << true;
}

void CertificateKindsTest::onlyAnAlternativeNameIsAName()
{
    QFETCH(const QByteArray, names);
    QFETCH(const QString, host);
    QFETCH(const bool, named);
    const QSslCertificate certificate(maker().makeNamed(names).leaf(), QSsl::Der);
    QCOMPARE(certificateFaults(certificate, host).isEmpty(), named);
}

void CertificateKindsTest::whatIsAccepted_data()
{
    QTest::addColumn<QByteArray>("pin"); // "own": the certificate's
    QTest::addColumn<bool>("hasErrors"); // that Qt found
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("accepted");
    const QString named = u"a.example"_s;
    const QString other = u"b.example"_s;
    QTest::newRow("without a fault") << QByteArray() << false << named << true;
    QTest::newRow("an error of Qt's") << QByteArray() << true << named << false;
    QTest::newRow("a fault that Qt does not check") << QByteArray() << false << other << false;
    QTest::newRow("pinned") << QByteArray("own") << false << named << true;
    QTest::newRow("pinned with an error") << QByteArray("own") << true << named << true;
    QTest::newRow("pinned with a fault") << QByteArray("own") << false << other << true;
    QTest::newRow("another one pinned") << QByteArray(32, 'x') << false << named << false;
    QTest::newRow("another one pinned, with an error") << QByteArray(32, 'x') << true << named << false;
}

void CertificateKindsTest::whatIsAccepted()
{
    QFETCH(QByteArray, pin);
    QFETCH(const bool, hasErrors);
    QFETCH(const QString, host);
    QFETCH(const bool, accepted);
    const QSslCertificate certificate(maker().makeNamed("DNS:a.example").leaf(), QSsl::Der);
    if (pin == "own")
        pin = certificateSha256(certificate);
    const QList<QSslError> errors(hasErrors ? 1 : 0, QSslError(QSslError::SelfSignedCertificate));
    const auto objection = objectionTo(certificate, host, pin, errors);
    QCOMPARE(!objection, accepted);
    if (objection)
        QCOMPARE(objection->expectedSha256, pin);
}

void CertificateKindsTest::theFactsAreThoseOfTheCertificate()
{
    const ShownCertificate shown = maker().make(CertificateKind::Expired);
    TlsServer server(shown);
    const auto result = get(server, TrustStore());
    COMPARE_ERROR(result, Error::Kind::CertificateUntrusted);
    const CertificateFacts facts = *result.error().certificate;
    const QSslCertificate certificate(shown.leaf(), QSsl::Der);
    QCOMPARE(facts.subject, u"localhost"_s);
    QCOMPARE(facts.issuer, u"Lanyard test intermediate"_s);
    QCOMPARE(facts.names, (QStringList{u"127.0.0.1"_s, u"localhost"_s}));
    QCOMPARE(facts.validFrom, certificate.effectiveDate());
    QCOMPARE(facts.validUntil, certificate.expiryDate());
    QVERIFY(facts.validUntil < QDateTime::currentDateTimeUtc());
    QCOMPARE(facts.sha256, QCryptographicHash::hash(shown.leaf(), QCryptographicHash::Sha256));
    // As it stands in the certificate: making it harmless is the display's part.
    TlsServer hostile(maker().make(CertificateKind::HostileText));
    const auto other = get(hostile, TrustStore());
    COMPARE_ERROR(other, Error::Kind::CertificateUntrusted);
    QVERIFY(other.error().certificate->subject.contains(QChar(0)));
    QVERIFY(other.error().certificate->subject.contains(QChar(0x202E)));
}

// A pin is of the whole certificate: a new one for the old key was made by whoever holds the key now.
void CertificateKindsTest::theSameKeyInAnotherCertificateIsRefused()
{
    const ShownCertificate first = maker().make(CertificateKind::SelfSigned);
    const ShownCertificate second = maker().make(CertificateKind::SelfSigned, first);
    QCOMPARE(second.key, first.key);
    QVERIFY(second.leaf() != first.leaf());
    TlsServer server(first);
    TrustStore trust;
    QVERIFY(trust.setPin(originOf(server), sha256Of(first)));
    VERIFY_OK(get(server, trust));
    server.show(second);
    server.clear();
    const auto result = get(server, trust);
    COMPARE_ERROR(result, Error::Kind::CertificateChanged);
    QCOMPARE(result.error().certificate->expectedSha256, sha256Of(first));
    QCOMPARE(result.error().certificate->sha256, sha256Of(second));
    QCOMPARE(server.received(), QByteArray());
}

void CertificateKindsTest::trustWithdrawnStopsAnOpenConnection_data()
{
    QTest::addColumn<bool>("byPin");
    QTest::addColumn<bool>("isPost");
    QTest::newRow("pin, read") << true << false;
    QTest::newRow("pin, save") << true << true;
    QTest::newRow("authorities, read") << false << false;
    QTest::newRow("authorities, save") << false << true;
}

// The connection of the last answer is open still, and Qt would use it again without a look at the certificate.
void CertificateKindsTest::trustWithdrawnStopsAnOpenConnection()
{
    QFETCH(const bool, byPin);
    QFETCH(const bool, isPost);
    const ShownCertificate shown = maker().make(byPin ? CertificateKind::VendorShipped : CertificateKind::Good);
    TlsServer server(shown);
    TrustStore trust;
    if (byPin)
        QVERIFY(trust.setPin(originOf(server), sha256Of(shown)));
    else
        trust.setAuthoritiesFile(m_authorities.fileName());
    const Origin origin = originOf(server);
    HttpClient client(origin, trust);
    VERIFY_OK(wait(client.get(userPath, tokenOf(origin, "canary"))));
    VERIFY_OK(wait(client.get(userPath, tokenOf(origin, "canary"))));
    QCOMPARE(server.handshakes(), 1); // it is kept open, so this is about something
    server.clear();
    if (byPin)
        QVERIFY(trust.removePin(origin));
    else
        trust.setAuthoritiesFile({});
    const auto call = isPost ? client.post(userPath, {{u"a"_s, 1}}, tokenOf(origin, "canary"))
                             : client.get(userPath, tokenOf(origin, "canary"));
    COMPARE_ERROR(wait(call), Error::Kind::CertificateUntrusted);
    spin(20);
    QCOMPARE(server.received(), QByteArray());
    // And trust that is given again counts again.
    QVERIFY(trust.setPin(origin, sha256Of(shown)));
    VERIFY_OK(wait(client.get(userPath, tokenOf(origin, "canary"))));
}

void CertificateKindsTest::trustAnywhereElseLeavesCallsUnderWayAlone()
{
    const ShownCertificate shown = maker().make(CertificateKind::SelfSigned);
    TlsServer server(shown);
    server.setAnswer({});
    TrustStore trust;
    const Origin origin = originOf(server);
    QVERIFY(trust.setPin(origin, sha256Of(shown)));
    HttpClient client(origin, trust, HttpClient::PlainHttp::Refuse, {.inactivityMs = 1500});
    const auto first = client.get(userPath, tokenOf(origin, "canary"));
    COMPARE_EVENTUALLY(server.requests().size(), 1);
    QVERIFY(trust.setPin(testing::originOf(u"https://other.example"_s), QByteArray(32, '\1')));
    server.setAnswer(httpAnswer(R"({"success":true})"));
    VERIFY_OK(wait(client.get(userPath, tokenOf(origin, "canary"))));
    COMPARE_ERROR(wait(first), Error::Kind::TimedOut); // of itself, and not because the second began
    QCOMPARE(server.requests().size(), 2);
}

// Qt tells of the finished handshake and goes on; that the call is ended in time must not be a matter of luck.
void CertificateKindsTest::anotherCertificateGetsNothingHoweverOften()
{
    TlsServer server(maker().make(CertificateKind::Good));
    TrustStore trust;
    trust.setAuthoritiesFile(m_authorities.fileName()); // so that Qt itself finds nothing wrong
    QVERIFY(trust.setPin(originOf(server), QByteArray(32, '\1')));
    const Origin origin = originOf(server);
    for (int round = 0; round < rounds(50, 1000); ++round) {
        HttpClient client(origin, trust);
        const auto call = round % 2 == 0 ? client.get(userPath, tokenOf(origin, "canary"))
                                         : client.post(userPath, {}, tokenOf(origin, "canary"));
        COMPARE_ERROR(wait(call), Error::Kind::CertificateChanged);
        QCOMPARE(server.received(), QByteArray());
    }
    QVERIFY(server.handshakes() > 0);
}

void CertificateKindsTest::aRememberedPinNeedsNoAuthority()
{
    const ShownCertificate shown = maker().make(CertificateKind::UnknownAuthority);
    TlsServer server(shown);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"trust.json"_s);
    QVERIFY(TrustStore(file).setPin(originOf(server), sha256Of(shown)));
    VERIFY_OK(get(server, TrustStore(file)));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::CertificateKindsTest)
#include "tst_certificatekinds.moc"
