// A file of certificate authorities besides the system's: what is taken from it, what is not, and what happens when it
// has gone.

#include "core/http/cacertificates.h"
#include "core/http/httpclient.h"
#include "core/http/truststore.h"
#include "core/settings/preferences.h"
#include "core/settings/trustsettings.h"
#include "tests/core/support.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"
#include "tests/wire/certificateforms.h"
#include "tests/wire/tlsserver.h"

#include <QDir>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const CertificateMaker &maker()
{
    static const CertificateMaker made;
    return made;
}

QByteArray leafPem()
{
    return pemOf(maker().make(CertificateKind::Good).leaf());
}

} // namespace

class CaCertificatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyAuthoritiesAreTaken_data();
    void onlyAuthoritiesAreTaken();
    void whatIsNoUsableFileIsRefusedWithTheReason_data();
    void whatIsNoUsableFileIsRefusedWithTheReason();
    void aChainFromTheFileIsTrusted();
    void aFileThatHasGoneIsToldAndNothingIsSent();
    void aFileThatHasGoneDoesNotEndASession();
    void aSilentReadIsNotSentAgainUnderEarlierTrust_data();
    void aSilentReadIsNotSentAgainUnderEarlierTrust();
    void plainHttpDoesNotAskForTheFile();
    void theChoiceSurvivesARestart();
    void aRefusedChoiceChangesNothing();
    void acceptedCertificatesAreListedAndRemoved();
    void whatCannotBeWrittenDownIsTold();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    QString put(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            QTest::qFail("the file cannot be written", __FILE__, __LINE__);
        return path(name);
    }
    Result<ServiceAnswer> get(const TlsServer &server, const TrustStore &trust) const
    {
        const Origin origin = originOf(server.address());
        HttpClient client(origin, trust);
        return wait(client.get(userPath, tokenOf(origin, "canary")));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void CaCertificatesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void CaCertificatesTest::onlyAuthoritiesAreTaken_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<int>("taken");
    const QByteArray one = maker().authorityPem();
    const QByteArray two = maker().unknownAuthorityPem();
    QTest::newRow("one") << one << 1;
    QTest::newRow("two") << one + two << 2;
    QTest::newRow("a server's among them") << leafPem() + one << 1;
    QTest::newRow("with text around them") << "# Example Ltd.\n\n" + one + "\nthe other one:\n" + two << 2;
    QTest::newRow("lines end as on Windows") << QByteArray(one).replace("\n", "\r\n") << 1;
    QTest::newRow("rubbish behind") << one + QByteArray(1000, '\0') + "-----BEGIN CERTIFICATE-----\nAAAA\n" << 1;
    QTest::newRow("from an editor of Windows") << QByteArray("\xEF\xBB\xBF" + one) << 1;
    const QString utf16 = QChar(QChar::ByteOrderMark) + QString::fromLatin1(one);
    QTest::newRow("as UTF-16") << QByteArray(reinterpret_cast<const char *>(utf16.utf16()), utf16.size() * 2) << 1;
    QByteArray bigEndian(reinterpret_cast<const char *>(utf16.utf16()), utf16.size() * 2);
    QTest::newRow("as UTF-16 without a mark") << bigEndian.mid(2) << 1;
    for (qsizetype i = 0; i + 1 < bigEndian.size(); i += 2)
        std::swap(bigEndian[i], bigEndian[i + 1]);
    QTest::newRow("as UTF-16, high byte first") << bigEndian << 1;
    QTest::newRow("a cut one before them") << one.left(one.size() / 2) + '\n' + one + two << 2;
    QTest::newRow("a spoilt one among two hundred")
        << one.repeated(100) + QByteArray(two).replace("MII", "???") + one.repeated(99) << 199;
    QTest::newRow("a private key beside it")
        << "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n" + one << 1;
    QTest::newRow("an older name") << QByteArray(one).replace("CERTIFICATE", "X509 CERTIFICATE") << 1;
    QTest::newRow("trusted by OpenSSL") << trustedForm(one) << 1;
    QByteArray signedWithText = QSslCertificate(one).toDer();
    QTest::newRow("DER") << signedWithText << 1;
    const QByteArray firstLine = "-----BEGIN CERTIFICATE-----";
    signedWithText.replace(signedWithText.size() - firstLine.size(), firstLine.size(), firstLine);
    QTest::newRow("DER with the first line of PEM among its bytes") << signedWithText << 1;
    QTest::newRow("PKCS#7") << pkcs7Pem(one + two) << 2;
    QTest::newRow("PKCS#7 as DER") << pkcs7Der(one + leafPem() + two) << 2;
    QTest::newRow("as large as may be") << one + QByteArray(1024 * 1024 - one.size(), '\n') << 1;
}

void CaCertificatesTest::onlyAuthoritiesAreTaken()
{
    QFETCH(const QByteArray, pem);
    QFETCH(const int, taken);
    const auto read = readAuthorities(put(u"authorities.pem"_s, pem));
    VERIFY_OK(read);
    QCOMPARE(read.value().size(), taken);
}

void CaCertificatesTest::whatIsNoUsableFileIsRefusedWithTheReason_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("reason");
    const QString none = u"It holds no certificate."_s;
    const QString leaf = u"It holds certificates, but none of a certificate authority (CA)."_s;
    const QString noFile = u"It is not a file."_s;
    QTest::newRow("missing") << u"missing.pem"_s << u"The file does not exist."_s;
    QTest::newRow("empty") << u"empty.pem"_s << none;
    QTest::newRow("text") << u"text.pem"_s << none;
    QTest::newRow("a server's certificate only") << u"leaf.pem"_s << leaf;
    QTest::newRow("one that says nothing of authorities, signed by itself") << u"plain.pem"_s << leaf;
    QTest::newRow("a server's that is signed by itself") << u"own.pem"_s << leaf;
    QTest::newRow("a certificate request")
        << u"request.pem"_s << u"It holds a certificate request, not a CA certificate."_s;
    QTest::newRow("a web page that was saved instead") << u"page.pem"_s << none;
    QTest::newRow("cut in the middle") << u"cut.pem"_s << none;
    QTest::newRow("a private key") << u"key.pem"_s << u"It holds a private key, not a CA certificate."_s;
    QTest::newRow("PKCS#12")
        << u"store.p12"_s
        << u"It is a PKCS#12 file, which is made for private keys. Export the CA certificate from it "
           "as PEM."_s;
    QTest::newRow("PKCS#7 that is cut") << u"cut.p7b"_s << none;
    QTest::newRow("a Java keystore") << u"store.jks"_s
                                     << u"It is a Java keystore. Export the CA certificate from it as PEM."_s;
    QTest::newRow("too large") << u"large.pem"_s << u"It is larger than 1 MiB."_s;
    QTest::newRow("folder") << u"."_s << noFile;
    QTest::newRow("pipe") << u"pipe.pem"_s << noFile;
    if (!endlessFile().isEmpty())
        QTest::newRow("endless") << endlessFile() << noFile;
}

void CaCertificatesTest::whatIsNoUsableFileIsRefusedWithTheReason()
{
    QFETCH(const QString, file);
    QFETCH(const QString, reason);
    const QByteArray one = maker().authorityPem();
    put(u"empty.pem"_s, {});
    put(u"text.pem"_s, "Hello\n");
    put(u"leaf.pem"_s, leafPem());
    put(u"own.pem"_s, pemOf(maker().make(CertificateKind::SelfSigned).leaf()));
    put(u"plain.pem"_s, pemOf(maker().make(CertificateKind::VendorShipped).leaf()));
    put(u"request.pem"_s, QByteArray(one).replace("CERTIFICATE", "CERTIFICATE REQUEST"));
    put(u"page.pem"_s, "<!DOCTYPE html><title>Sign in to download ca.pem</title>");
    put(u"cut.pem"_s, one.left(one.size() / 2));
    put(u"key.pem"_s, QByteArray(one).replace("CERTIFICATE", "PRIVATE KEY"));
    put(u"store.p12"_s, pkcs12(one));
    put(u"cut.p7b"_s, pkcs7Der(one).left(300));
    put(u"store.jks"_s, "\xFE\xED\xFE\xED" + QByteArray(100, '\0'));
    put(u"large.pem"_s, one + QByteArray(1024 * 1024 - one.size() + 1, '\n'));
    if (!makePipe(path(u"pipe.pem"_s)) && file == "pipe.pem"_L1)
        QSKIP("There are no pipes among files here.");
    const QString whole = QDir::cleanPath(QDir(m_folder->path()).absoluteFilePath(file));
    const auto read = readAuthorities(whole); // returns at once, for the pipe as well
    COMPARE_ERROR(read, Error::Kind::CaCertificatesUnusable);
    QCOMPARE(read.error().subject, whole);
    QCOMPARE(read.error().technical, reason);
    QVERIFY2(errorText(read.error()).contains(whole), qPrintable(errorText(read.error())));
    QVERIFY2(errorText(read.error()).contains(reason), qPrintable(errorText(read.error())));
}

void CaCertificatesTest::aChainFromTheFileIsTrusted()
{
    TlsServer server(maker().make(CertificateKind::Good));
    TrustStore trust;
    COMPARE_ERROR(get(server, trust), Error::Kind::CertificateUntrusted);
    trust.setAuthoritiesFile(put(u"other.pem"_s, maker().unknownAuthorityPem()));
    COMPARE_ERROR(get(server, trust), Error::Kind::CertificateUntrusted);
    QCOMPARE(server.received(), QByteArray());
    trust.setAuthoritiesFile(put(u"both.pem"_s, maker().unknownAuthorityPem() + maker().authorityPem()));
    VERIFY_OK(get(server, trust));
    QCOMPARE(server.requests().size(), 1);
}

// Not a silent return to the system's authorities: the user would be asked about a certificate that is in order.
void CaCertificatesTest::aFileThatHasGoneIsToldAndNothingIsSent()
{
    TlsServer server(maker().make(CertificateKind::Good));
    TrustStore trust;
    const QString file = put(u"authorities.pem"_s, maker().authorityPem());
    trust.setAuthoritiesFile(file);
    QVERIFY(QFile::remove(file));
    const Origin origin = originOf(server.address());
    HttpClient client(origin, trust);
    const auto result = wait(client.get(userPath, tokenOf(origin, "canary")));
    COMPARE_ERROR(result, Error::Kind::CaCertificatesUnusable);
    COMPARE_ERROR(wait(client.post(userPath, {}, tokenOf(origin, "canary"))), Error::Kind::CaCertificatesUnusable);
    QCOMPARE(result.error().subject, file);
    QCOMPARE(server.connections(), 0);
    // It is there again: the next attempt works.
    put(u"authorities.pem"_s, maker().authorityPem());
    VERIFY_OK(wait(client.get(userPath, tokenOf(origin, "canary"))));
}

// What was read when it began holds until it ends or trust changes.
void CaCertificatesTest::aFileThatHasGoneDoesNotEndASession()
{
    TlsServer server(maker().make(CertificateKind::Good));
    TrustStore trust;
    trust.setAuthoritiesFile(put(u"authorities.pem"_s, maker().authorityPem()));
    const Origin origin = originOf(server.address());
    HttpClient client(origin, trust);
    VERIFY_OK(wait(client.get(userPath, tokenOf(origin, "canary"))));
    QVERIFY(QFile::remove(path(u"authorities.pem"_s)));
    server.closeConnections();
    spin(50);
    VERIFY_OK(wait(client.get(userPath, tokenOf(origin, "canary"))));
    QCOMPARE(server.handshakes(), 2);
}

void CaCertificatesTest::aSilentReadIsNotSentAgainUnderEarlierTrust_data()
{
    QTest::addColumn<bool>("isTakenBack");
    QTest::addColumn<int>("connections");
    QTest::newRow("trusted") << false << 2;
    QTest::newRow("taken back meanwhile") << true << 1;
}

// A read that meets silence goes again on a new connection: not if that one would be made under trust that was taken
// back while the read was on its way.
void CaCertificatesTest::aSilentReadIsNotSentAgainUnderEarlierTrust()
{
    QFETCH(const bool, isTakenBack);
    QFETCH(const int, connections);
    TlsServer server(maker().make(CertificateKind::Good));
    TrustStore trust;
    trust.setAuthoritiesFile(put(u"authorities.pem"_s, maker().authorityPem()));
    const Origin origin = originOf(server.address());
    HttpClient client(origin, trust, HttpClient::PlainHttp::Refuse, {.inactivityMs = 700, .staleMs = 150});
    VERIFY_OK(wait(client.get(userPath, tokenOf(origin, "canary"))));
    server.setAnswer({});
    QSignalSpy arrived(&server, &TlsServer::requestArrived);
    const auto silent = client.get(userPath, tokenOf(origin, "canary"));
    if (isTakenBack)
        trust.setAuthoritiesFile({});
    COMPARE_ERROR(wait(silent), Error::Kind::TimedOut);
    QCOMPARE(server.connections(), connections);
    QCOMPARE(arrived.size(), connections);
}

void CaCertificatesTest::plainHttpDoesNotAskForTheFile()
{
    TlsServer server(maker().make(CertificateKind::Good));
    TrustStore trust;
    trust.setAuthoritiesFile(path(u"missing.pem"_s));
    const Origin origin = originOf(u"http://127.0.0.1:%1"_s.arg(server.port()));
    HttpClient client(origin, trust, HttpClient::PlainHttp::Refuse, {.inactivityMs = 300});
    const auto result = wait(client.get(userPath, tokenOf(origin, "canary")));
    QVERIFY(!result);
    QVERIFY(result.error().kind != Error::Kind::CaCertificatesUnusable);
    QVERIFY(server.connections() > 0);
}

void CaCertificatesTest::theChoiceSurvivesARestart()
{
    const QString file = put(u"authorities.pem"_s, maker().authorityPem());
    const QString kept = path(u"preferences.json"_s);
    {
        TrustStore trust;
        Preferences preferences(kept);
        QVERIFY(preferences.setKeepDrafts(false));
        TrustSettings settings(trust, preferences);
        QCOMPARE(settings.authoritiesFile(), QString());
        const auto taken = settings.setAuthoritiesFile(file);
        VERIFY_OK(taken);
        QVERIFY(taken.value());
    }
    TrustStore trust;
    Preferences preferences(kept);
    TrustSettings settings(trust, preferences);
    QCOMPARE(settings.authoritiesFile(), file);
    QVERIFY(!preferences.keepDrafts()); // one choice does not undo another
    TlsServer server(maker().make(CertificateKind::Good));
    VERIFY_OK(get(server, trust));
    VERIFY_OK(settings.setAuthoritiesFile({}));
    COMPARE_ERROR(get(server, trust), Error::Kind::CertificateUntrusted);
    QCOMPARE(Preferences(kept).authoritiesFile(), QString());
}

void CaCertificatesTest::aRefusedChoiceChangesNothing()
{
    const QString file = put(u"authorities.pem"_s, maker().authorityPem());
    TrustStore trust;
    Preferences preferences;
    TrustSettings settings(trust, preferences);
    VERIFY_OK(settings.setAuthoritiesFile(file));
    QSignalSpy changed(&settings, &TrustSettings::changed);
    COMPARE_ERROR(settings.setAuthoritiesFile(put(u"text.pem"_s, "Hello")), Error::Kind::CaCertificatesUnusable);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(settings.authoritiesFile(), file);
    TlsServer server(maker().make(CertificateKind::Good));
    VERIFY_OK(get(server, trust));
}

void CaCertificatesTest::acceptedCertificatesAreListedAndRemoved()
{
    const QString kept = path(u"trust.json"_s);
    TrustStore trust(kept);
    Preferences preferences;
    TrustSettings settings(trust, preferences);
    QVERIFY(settings.accepted().isEmpty());
    QVERIFY(trust.setPin(originOf(u"https://b.example:5455/portal"_s), QByteArray(32, '\2')));
    QVERIFY(trust.setPin(originOf(u"https://a.example"_s), QByteArray(32, '\1')));
    const auto all = settings.accepted();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).server, u"https://a.example"_s);
    QCOMPARE(all.at(0).sha256, QByteArray(32, '\1'));
    QCOMPARE(all.at(1).server, u"https://b.example:5455/portal"_s);
    QSignalSpy changed(&settings, &TrustSettings::changed);
    QVERIFY(settings.remove(all.at(1).server));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(settings.accepted().size(), 1);
    QCOMPARE(TrustStore(kept).origins(), QStringList{u"https://a.example"_s});
}

void CaCertificatesTest::whatCannotBeWrittenDownIsTold()
{
    const QString file = put(u"authorities.pem"_s, maker().authorityPem());
    TrustStore trust(m_folder->path()); // a folder
    Preferences preferences(m_folder->path());
    TrustSettings settings(trust, preferences);
    const auto taken = settings.setAuthoritiesFile(file);
    VERIFY_OK(taken);
    QVERIFY(!taken.value());
    QVERIFY(!trust.setPin(originOf(u"https://a.example"_s), QByteArray(32, '\1')));
    QVERIFY(!settings.remove(u"https://a.example"_s));
    QVERIFY(settings.accepted().isEmpty()); // until the program ends
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::CaCertificatesTest)
#include "tst_cacertificates.moc"
