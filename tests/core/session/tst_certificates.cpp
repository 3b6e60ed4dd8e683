// Certificates that the system does not trust: every reason is told, nothing is sent, and a pin holds for exactly one
// certificate of exactly one origin.

#include "core/http/certificate.h"
#include "core/http/httpclient.h"
#include "core/http/truststore.h"
#include "core/settings/preferences.h"
#include "core/settings/trustsettings.h"
#include "tests/core/sessionfixture.h"
#include "tests/support/testclass.h"
#include "tests/wire/wireserver.h"

#include <QScopeGuard>
#include <QSslCertificate>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using Tls = ServiceOptions::Tls;

namespace {

QByteArray sha256Of(const AccountService &service)
{
    return certificateSha256(QSslCertificate(service.certificatePem()));
}

// A GET with a client of its own, as one is made whenever the trust has changed.
Result<ServiceAnswer> get(const AccountService &service, const TrustStore &trust)
{
    const Origin origin = originOf(service.address());
    HttpClient client(origin, trust);
    return wait(client.get(userPath, tokenOf(origin, "canary")));
}

} // namespace

class CertificatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUntrustedCertificateIsShownAndNothingIsSent_data();
    void anUntrustedCertificateIsShownAndNothingIsSent();
    void thePinnedCertificateIsAccepted_data();
    void thePinnedCertificateIsAccepted();
    void anotherCertificateThanThePinnedOneIsAHardStop();
    void aPinGoesBeforeTheSystemsTrust();
    void aPinOfAnotherOriginDoesNotCount();
    void withdrawnTrustHoldsForTheNextClient();
    void aSessionStopsWhenTrustIsTakenBack_data();
    void aSessionStopsWhenTrustIsTakenBack();
    void everyCallOfAClientLooksAtThePin();
    void httpsToAPlainPortIsToldAsThat();
};

void CertificatesTest::anUntrustedCertificateIsShownAndNothingIsSent_data()
{
    QTest::addColumn<Tls>("tls");
    QTest::addColumn<int>("reasons"); // at least
    QTest::addColumn<bool>("named");
    QTest::newRow("self-signed") << Tls::SelfSigned << 1 << true;
    QTest::newRow("expired") << Tls::Expired << 2 << true;
    QTest::newRow("misnamed") << Tls::Misnamed << 2 << true;
    QTest::newRow("expired and without a name") << Tls::ExpiredMisnamed << 3 << false;
}

void CertificatesTest::anUntrustedCertificateIsShownAndNothingIsSent()
{
    QFETCH(const Tls, tls);
    QFETCH(const int, reasons);
    QFETCH(const bool, named);
    AccountService service({.tls = tls});
    QVERIFY(service.start());
    const TrustStore trust;
    const auto result = get(service, trust);
    COMPARE_ERROR(result, Kind::CertificateUntrusted);
    QCOMPARE(service.requests().size(), 0);
    QCOMPARE(result.error().httpStatus, 0);

    QVERIFY(result.error().certificate);
    const CertificateFacts facts = *result.error().certificate;
    const QSslCertificate certificate(service.certificatePem());
    QCOMPARE(facts.sha256, sha256Of(service));
    QCOMPARE(facts.sha256.size(), 32);
    QVERIFY(facts.expectedSha256.isEmpty());
    QVERIFY2(facts.reasons.size() >= reasons, qPrintable(facts.reasons.join(u'\n')));
    QCOMPARE(QSet<QString>(facts.reasons.begin(), facts.reasons.end()).size(), facts.reasons.size());
    QCOMPARE(facts.validFrom, certificate.effectiveDate());
    QCOMPARE(facts.validUntil, certificate.expiryDate());
    QVERIFY(!facts.subject.isEmpty());
    QCOMPARE(facts.issuer, facts.subject);
    QCOMPARE(!facts.names.isEmpty(), named);
}

void CertificatesTest::thePinnedCertificateIsAccepted_data()
{
    anUntrustedCertificateIsShownAndNothingIsSent_data();
}

void CertificatesTest::thePinnedCertificateIsAccepted()
{
    QFETCH(const Tls, tls);
    AccountService service({.tls = tls});
    QVERIFY(service.start());
    TrustStore trust;
    QVERIFY(trust.setPin(originOf(service.address()), sha256Of(service)));
    COMPARE_ERROR(get(service, trust), Kind::SessionExpired); // the service itself says so
    QCOMPARE(service.requests().size(), 1);
    QCOMPARE(service.requests().first().header("Authorization"), "Bearer canary");
}

void CertificatesTest::anotherCertificateThanThePinnedOneIsAHardStop()
{
    AccountService service({.tls = Tls::SelfSigned});
    QVERIFY(service.start());
    const QByteArray first = sha256Of(service);
    TrustStore trust;
    ServiceOptions options = service.options();
    options.port = service.port(); // the origin stays
    service.setOptions(options);
    QVERIFY(trust.setPin(originOf(service.address()), first));
    service.renewCertificate();
    QVERIFY(service.start());
    QVERIFY(sha256Of(service) != first);

    const auto result = get(service, trust);
    COMPARE_ERROR(result, Kind::CertificateChanged);
    QCOMPARE(service.requests().size(), 0);
    QCOMPARE(result.error().certificate->expectedSha256, first);
    QCOMPARE(result.error().certificate->sha256, sha256Of(service));

    QByteArray almost = sha256Of(service);
    almost[31] = static_cast<char>(almost[31] ^ 1);
    QVERIFY(trust.setPin(originOf(service.address()), almost));
    COMPARE_ERROR(get(service, trust), Kind::CertificateChanged);
    QCOMPARE(service.requests().size(), 0);
}

// A certificate that the system trusts needs no pin; when another one is pinned, it is still not the one.
void CertificatesTest::aPinGoesBeforeTheSystemsTrust()
{
    AccountService service({.tls = Tls::SelfSigned});
    QVERIFY(service.start());
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = before;
    trusting.addCaCertificate(QSslCertificate(service.certificatePem()));
    QSslConfiguration::setDefaultConfiguration(trusting);
    const auto back = qScopeGuard([before] { QSslConfiguration::setDefaultConfiguration(before); });

    TrustStore trust;
    COMPARE_ERROR(get(service, trust), Kind::SessionExpired); // the service itself says so
    service.clearRequests();
    QVERIFY(trust.setPin(originOf(service.address()), QByteArray(32, '\1')));
    const auto result = get(service, trust);
    COMPARE_ERROR(result, Kind::CertificateChanged);
    QCOMPARE(service.requests().size(), 0);
    QCOMPARE(result.error().certificate->expectedSha256, QByteArray(32, '\1'));
    QCOMPARE(result.error().certificate->sha256, sha256Of(service));
    QVERIFY(trust.setPin(originOf(service.address()), sha256Of(service)));
    COMPARE_ERROR(get(service, trust), Kind::SessionExpired);
}

void CertificatesTest::aPinOfAnotherOriginDoesNotCount()
{
    AccountService service({.tls = Tls::SelfSigned});
    QVERIFY(service.start());
    TrustStore trust;
    const QString port = QString::number(service.port());
    QVERIFY(trust.setPin(originOf(u"https://localhost:"_s + port), sha256Of(service)));
    QVERIFY(trust.setPin(originOf(u"https://127.0.0.1"_s), sha256Of(service)));
    COMPARE_ERROR(get(service, trust), Kind::CertificateUntrusted);
    QCOMPARE(service.requests().size(), 0);
}

void CertificatesTest::withdrawnTrustHoldsForTheNextClient()
{
    AccountService service({.tls = Tls::SelfSigned});
    QVERIFY(service.start());
    const Origin origin = originOf(service.address());
    TrustStore trust;
    QVERIFY(trust.setPin(origin, sha256Of(service)));
    COMPARE_ERROR(get(service, trust), Kind::SessionExpired);
    service.clearRequests();
    QVERIFY(trust.removePin(origin));
    COMPARE_ERROR(get(service, trust), Kind::CertificateUntrusted);
    QCOMPARE(service.requests().size(), 0);
}

void CertificatesTest::aSessionStopsWhenTrustIsTakenBack_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"reload", "save", "signOut"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

// In the middle of a session, as the preferences do it.
void CertificatesTest::aSessionStopsWhenTrustIsTakenBack()
{
    QFETCH(const QString, what);
    SessionFixture pair({.tls = Tls::ExpiredMisnamed});
    Preferences preferences;
    TrustSettings settings(pair.trust, preferences);
    settings.accept(pair.service.address(), sha256Of(pair.service));
    QVERIFY(pair.signIn());
    pair.service.clearRequests();
    QVERIFY(settings.remove(pair.service.address()));

    Error error;
    if (what == "reload"_L1) {
        QSignalSpy failed(&pair.session, &Session::reloadFailed);
        pair.session.reload();
        QVERIFY(failed.wait(timeoutMs));
        error = errorOf(failed);
    } else if (what == "save"_L1) {
        QSignalSpy failed(&pair.session, &Session::saveFailed);
        pair.session.save({{.path = Path::field(u"city"_s), .value = u"Torino"_s}});
        QVERIFY(failed.wait(timeoutMs));
        error = errorOf(failed);
    } else {
        QSignalSpy signedOut(&pair.session, &Session::signedOut);
        pair.session.signOut();
        QVERIFY(signedOut.wait(timeoutMs));
        const auto report = signedOut.first().first().value<SignOutReport>();
        QVERIFY(report.serviceError); // the service was not told, and the user is
        error = *report.serviceError;
    }
    QCOMPARE(error.kind, Kind::CertificateUntrusted);
    QCOMPARE(error.certificate->sha256, sha256Of(pair.service));
    spin(50);
    QCOMPARE(pair.service.requests().size(), 0);
    if (what == "signOut"_L1)
        return;
    // It is still the same session: trusted again, it goes on.
    QCOMPARE(pair.session.state(), Session::State::SignedIn);
    settings.accept(pair.service.address(), sha256Of(pair.service));
    QSignalSpy changed(&pair.session, &Session::userChanged);
    pair.session.reload();
    QVERIFY(changed.wait(timeoutMs));
    QCOMPARE(pair.service.count("POST", "/v1/auth/login"), 0);
}

// Also when Qt opens a second connection in the course of a client's life.
void CertificatesTest::everyCallOfAClientLooksAtThePin()
{
    AccountService service({.tls = Tls::SelfSigned});
    QVERIFY(service.start());
    const Origin origin = originOf(service.address());
    TrustStore trust;
    QVERIFY(trust.setPin(origin, sha256Of(service)));
    HttpClient client(origin, trust);
    COMPARE_ERROR(wait(client.get(userPath, tokenOf(origin, "canary"))), Kind::SessionExpired);

    ServiceOptions options = service.options();
    options.port = service.port();
    service.setOptions(options);
    service.renewCertificate();
    QVERIFY(service.start());
    service.clearRequests();
    COMPARE_ERROR(wait(client.get(userPath, tokenOf(origin, "canary"))), Kind::CertificateChanged);
    COMPARE_ERROR(wait(client.post(userPath, {}, tokenOf(origin, "canary"))), Kind::CertificateChanged);
    QCOMPARE(service.requests().size(), 0);
}

void CertificatesTest::httpsToAPlainPortIsToldAsThat()
{
    WireServer service;
    service.setScript(WireStep::lastAnswer(httpAnswer({}, "400 Bad Request")).at(WireStep::When::FirstByte));
    const TrustStore trust;
    const Origin origin = originOf(u"https://127.0.0.1:%1"_s.arg(service.port()));
    HttpClient client(origin, trust);
    COMPARE_ERROR(wait(client.get(userPath, tokenOf(origin, "canary"))), Kind::HttpExpected);
    COMPARE_ERROR(wait(client.post(userPath, {}, tokenOf(origin, "canary"))), Kind::HttpExpected);
    QVERIFY(!service.received().contains("canary"));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::CertificatesTest)
#include "tst_certificates.moc"
