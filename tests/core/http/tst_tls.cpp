// What the program offers and accepts of TLS itself, and where it takes its authorities from.
//
// Qt reads the system's authorities once per process, so what depends on folders is asked of this program started again
// with --probe: it makes one call and prints what came of it.

#include "core/http/httpclient.h"
#include "core/http/truststore.h"
#include "tests/core/support.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"
#include "tests/wire/tlsserver.h"
#include "tests/wire/wireserver.h"

#include <QDir>
#include <QMetaEnum>
#include <QProcess>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QtEndian>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

constexpr int tls11 = 0x0302; // as on the wire and in OpenSSL
constexpr int tls12 = 0x0303;

const CertificateMaker &maker()
{
    static const CertificateMaker made;
    return made;
}

// The parts of a ClientHello (RFC 8446 section 4.1.2) that say what is offered.
struct Offer
{
    QList<int> ciphers;
    QHash<int, QByteArray> extensions;
};

int number(const QByteArray &bytes, qsizetype at, int size)
{
    int value = 0;
    for (qsizetype i = at; i < at + size; ++i)
        value = value * 256 + static_cast<uchar>(bytes.at(i));
    return value;
}

Offer offerOf(const QByteArray &hello)
{
    Offer offer;
    qsizetype at = 5 + 4 + 2 + 32;  // record, handshake, old version, random
    at += 1 + number(hello, at, 1); // session
    const int ciphers = number(hello, at, 2);
    at += 2;
    for (const qsizetype end = at + ciphers; at < end; at += 2)
        offer.ciphers << number(hello, at, 2);
    at += 1 + number(hello, at, 1); // compression
    for (at += 2; at + 4 <= hello.size();) {
        const int size = number(hello, at + 2, 2);
        offer.extensions.insert(number(hello, at, 2), hello.mid(at + 4, size));
        at += 4 + size;
    }
    return offer;
}

// Whether a client that is made for it comes to terms with the server: a refusal is then the program's own.
bool canBeReached(const TlsServer &server, QSsl::SslProtocol protocol, const QByteArray &ciphers)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(protocol);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setBackendConfigurationOption("CipherString", ciphers);
    QSslSocket socket;
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, server.port());
    return eventually([&socket] { return socket.isEncrypted(); }, 5000);
}

} // namespace

class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTls12And13WithRealCiphersAreOffered();
    void noOtherProtocolThanHttp1IsOffered();
    void aServerOfOldTlsIsRefused();
    void aServerWithoutEncryptionIsRefused();
    void anHstsAnswerDoesNotStick();
    void anAuthorityInTheWorkingFolderIsNotTrusted_data();
    void anAuthorityInTheWorkingFolderIsNotTrusted();
    void theSystemsAuthoritiesCountBesidesTheFile();

private:
    // A call to the server in a process of its own; its last line of output, or what went wrong.
    static QByteArray probe(const TlsServer &server, const QString &folder, const QStringList &options = {},
                            const QString &systemsFolder = {});
};

void TlsTest::onlyTls12And13WithRealCiphersAreOffered()
{
    TlsServer server(maker().make(CertificateKind::SelfSigned));
    const Origin origin = originOf(server.address());
    const TrustStore trust;
    HttpClient client(origin, trust);
    COMPARE_ERROR(wait(client.get(userPath, tokenOf(origin, "canary"))), Error::Kind::CertificateUntrusted);
    const Offer offer = offerOf(server.clientHello());
    const QByteArray versions = offer.extensions.value(43);
    QCOMPARE(versions, QByteArray::fromHex("0403040303")); // 1.3, 1.2, nothing else
    QVERIFY(offer.ciphers.size() > 2);
    // IANA's registry: none of these encrypts, or knows whom it speaks to, or outlasts an afternoon.
    const QList<QPair<int, int>> unfit{{0x0000, 0x001B}, {0x002C, 0x002E}, {0x003B, 0x003B}, {0x0046, 0x0046},
                                       {0x006C, 0x006D}, {0x0089, 0x0089}, {0x009B, 0x009B}, {0x00A6, 0x00A7},
                                       {0x00B0, 0x00B1}, {0x00B4, 0x00B5}, {0x00B8, 0x00B9}, {0xC001, 0xC003},
                                       {0xC006, 0xC008}, {0xC00B, 0xC00D}, {0xC010, 0xC012}, {0xC015, 0xC019},
                                       {0xC033, 0xC034}, {0xC039, 0xC03B}, {0xC0B4, 0xC0B5}};
    for (const int cipher : offer.ciphers) {
        for (const auto &[first, last] : unfit)
            QVERIFY2(cipher < first || cipher > last, QByteArray::number(cipher, 16).constData());
    }
}

void TlsTest::noOtherProtocolThanHttp1IsOffered()
{
    TlsServer server(maker().make(CertificateKind::SelfSigned));
    const Origin origin = originOf(server.address());
    const TrustStore trust;
    HttpClient client(origin, trust);
    COMPARE_ERROR(wait(client.get(userPath, tokenOf(origin, "canary"))), Error::Kind::CertificateUntrusted);
    const QByteArray protocols = offerOf(server.clientHello()).extensions.value(16);
    QVERIFY2(protocols.isEmpty() || protocols.mid(2) == "\x08http/1.1", protocols.toHex().constData());
}

void TlsTest::aServerOfOldTlsIsRefused()
{
    const ShownCertificate shown = maker().make(CertificateKind::SelfSigned);
    TlsServer server(shown);
    server.limitTo(tls11, "ALL:@SECLEVEL=0");
    const Origin origin = originOf(server.address());
    TrustStore trust;
    QVERIFY(trust.setPin(origin, QCryptographicHash::hash(shown.leaf(), QCryptographicHash::Sha256)));
    HttpClient client(origin, trust);
    COMPARE_ERROR(wait(client.get(userPath, tokenOf(origin, "canary"))), Error::Kind::TlsFailed);
    COMPARE_ERROR(wait(client.post(userPath, {}, tokenOf(origin, "canary"))), Error::Kind::TlsFailed);
    QCOMPARE(server.handshakes(), 0);
    QCOMPARE(server.received(), QByteArray());
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    QVERIFY(canBeReached(server, QSsl::TlsV1_1, "ALL:@SECLEVEL=0"));
    QT_WARNING_POP
}

void TlsTest::aServerWithoutEncryptionIsRefused()
{
    const ShownCertificate shown = maker().make(CertificateKind::SelfSigned);
    TlsServer server(shown);
    server.limitTo(tls12, "eNULL:@SECLEVEL=0");
    const Origin origin = originOf(server.address());
    TrustStore trust;
    QVERIFY(trust.setPin(origin, QCryptographicHash::hash(shown.leaf(), QCryptographicHash::Sha256)));
    HttpClient client(origin, trust);
    COMPARE_ERROR(wait(client.get(userPath, tokenOf(origin, "canary"))), Error::Kind::TlsFailed);
    QCOMPARE(server.handshakes(), 0);
    QVERIFY(canBeReached(server, QSsl::TlsV1_2, "eNULL:@SECLEVEL=0"));
}

// Whoever answers once on a machine's name must not decide how its other ports are spoken to.
void TlsTest::anHstsAnswerDoesNotStick()
{
    const ShownCertificate shown = maker().make(CertificateKind::SelfSigned);
    TlsServer server(shown);
    server.setAnswer(httpAnswer(R"({"success":true})", "200 OK",
                                "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n"));
    const Origin secure = originOf(u"https://localhost:%1"_s.arg(server.port()));
    TrustStore trust;
    QVERIFY(trust.setPin(secure, QCryptographicHash::hash(shown.leaf(), QCryptographicHash::Sha256)));
    HttpClient client(secure, trust);
    VERIFY_OK(wait(client.get(userPath, tokenOf(secure, "canary"))));

    WireServer plain;
    plain.setScript(WireStep::answer(httpAnswer(R"({"success":true})")));
    const Origin open = originOf(u"http://localhost:%1"_s.arg(plain.port()));
    HttpClient other(open, trust);
    VERIFY_OK(wait(other.get(userPath, tokenOf(open, "canary"))));
    QVERIFY(plain.received().startsWith("GET "));
    // Nor does it turn an untrusted certificate into one that cannot be looked at any more.
    QVERIFY(trust.removePin(secure));
    COMPARE_ERROR(wait(client.get(userPath, tokenOf(secure, "canary"))), Error::Kind::CertificateUntrusted);
    QVERIFY(trust.setPin(secure, QCryptographicHash::hash(shown.leaf(), QCryptographicHash::Sha256)));
    VERIFY_OK(wait(client.get(userPath, tokenOf(secure, "canary"))));
}

QByteArray TlsTest::probe(const TlsServer &server, const QString &folder, const QStringList &options,
                          const QString &systemsFolder)
{
    QStringList command{QCoreApplication::applicationFilePath(), u"tst_tls"_s, u"--probe"_s,
                        u"https://localhost:%1"_s.arg(server.port())};
    command << options;
    // In a view of the file system of its own, where another folder stands in the place of the system's.
    if (!systemsFolder.isEmpty())
        command = QStringList{u"unshare"_s, u"--map-root-user"_s,
                              u"--mount"_s, u"sh"_s,
                              u"-c"_s,      u"mount --bind \"$0\" /etc/ssl/certs && exec \"$@\""_s,
                              systemsFolder} +
                  command;
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(command.takeFirst(), command);
    const bool ended = eventually([&process] { return process.state() == QProcess::NotRunning; });
    const QByteArray said = process.readAllStandardOutput().trimmed();
    return ended && !said.isEmpty() ? said : process.readAllStandardError();
}

void TlsTest::anAuthorityInTheWorkingFolderIsNotTrusted_data()
{
    QTest::addColumn<bool>("withFile");   // the program then reads the system's authorities itself
    QTest::addColumn<bool>("brokenLink"); // in the system's folder: what it leads to has an empty path
    QTest::newRow("as shipped") << false << false;
    QTest::newRow("with a file of authorities") << true << false;
    QTest::newRow("broken link") << false << true;
    QTest::newRow("with a file of authorities, broken link") << true << true;
}

void TlsTest::anAuthorityInTheWorkingFolderIsNotTrusted()
{
    QFETCH(const bool, withFile);
    QFETCH(const bool, brokenLink);
    if (brokenLink)
        NEEDS_UNIX_PROGRAMS;
    const auto put = [](const QString &path, const QByteArray &content) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    };
    TlsServer server(maker().make(CertificateKind::UnknownAuthority));
    QTemporaryDir rogue;
    const QString link = QString::fromLatin1(maker().unknownAuthorityLink());
    for (const QString &name : {u"rogue.pem"_s, u"rogue.crt"_s, u"cert.pem"_s, link})
        QVERIFY(put(rogue.filePath(name), maker().unknownAuthorityPem()));
    QTemporaryDir system;
    QTemporaryDir good;
    QVERIFY(put(good.filePath(u"authorities.pem"_s), maker().authorityPem()));
    QStringList options;
    if (withFile)
        options << u"--authorities"_s << good.filePath(u"authorities.pem"_s);
    QString systemsFolder;
    if (brokenLink) {
        systemsFolder = system.path();
        QVERIFY(QFile::link(u"/nowhere/at/all"_s, system.filePath(u"broken.pem"_s)));
    }
    const QByteArray said = probe(server, rogue.path(), options + QStringList{u"--as-started"_s}, systemsFolder);
    if (brokenLink && said.contains("unshare"))
        QSKIP("No view of the file system of one's own is to be had here.");
    QCOMPARE(said, "CertificateUntrusted");
    QCOMPARE(server.received(), QByteArray());
    // The server and the authority are all right: told of it, the same process trusts it.
    QVERIFY(put(good.filePath(u"rogue.pem"_s), maker().unknownAuthorityPem()));
    QCOMPARE(probe(server, rogue.path(), {u"--authorities"_s, good.filePath(u"rogue.pem"_s), u"--as-started"_s}),
             "trusted");
}

// Qt stops looking up the system's authorities by itself as soon as one is named.
void TlsTest::theSystemsAuthoritiesCountBesidesTheFile()
{
    NEEDS_UNIX_PROGRAMS; // and a folder of authorities, where Windows has a store of its own
    QTemporaryDir system;
    QTemporaryDir own;
    const QString link = QString::fromLatin1(maker().unknownAuthorityLink());
    const auto put = [](const QString &path, const QByteArray &content) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    };
    QVERIFY(put(system.filePath(u"systems.pem"_s), maker().unknownAuthorityPem()));
    QVERIFY(QFile::link(u"systems.pem"_s, system.filePath(link)));
    QVERIFY(put(own.filePath(u"own.pem"_s), maker().authorityPem()));
    TlsServer systems(maker().make(CertificateKind::UnknownAuthority));
    TlsServer ours(maker().make(CertificateKind::Good));
    const QStringList options{u"--authorities"_s, own.filePath(u"own.pem"_s)};
    const QByteArray said = probe(systems, own.path(), {}, system.path());
    if (said.contains("unshare"))
        QSKIP("No view of the file system of one's own is to be had here.");
    QCOMPARE(said, "trusted");
    QCOMPARE(probe(ours, own.path(), {}, system.path()), "CertificateUntrusted");
    QCOMPARE(probe(systems, own.path(), options, system.path()), "trusted");
    QCOMPARE(probe(ours, own.path(), options, system.path()), "trusted");
    // And nothing but these two: the authorities of the file do not open the door to others (CVE-2023-34410).
    QTemporaryDir empty;
    QCOMPARE(probe(systems, own.path(), options, empty.path()), "CertificateUntrusted");
}

namespace {

// One call, as the program makes it. Ends the process at once: the thread of Qt's connection may still be giving back
// what OpenSSL keeps for each thread, which a leak check that runs just then takes for lost.
[[noreturn]] void makeProbe(const QStringList &arguments)
{
    const Origin origin = originOf(arguments.at(2));
    if (arguments.contains("--as-started"_L1))
        QDir::setCurrent(QDir::rootPath());
    TrustStore trust;
    if (const qsizetype file = arguments.indexOf("--authorities"_L1); file > 0)
        trust.setAuthoritiesFile(arguments.at(file + 1));
    HttpClient client(origin, trust);
    const auto result = wait(client.get(userPath, tokenOf(origin, "canary")));
    const auto kinds = QMetaEnum::fromType<Error::Kind>();
    std::puts(result ? "trusted" : kinds.valueToKey(static_cast<int>(result.error().kind)));
    std::fflush(stdout);
    std::_Exit(0);
}

} // namespace

static int run(int argc, char **argv)
{
    if (argc < 2 || std::string_view(argv[1]) != "--probe")
        return runTest<QCoreApplication, TlsTest>(argc, argv);
    const QCoreApplication application(argc, argv);
    makeProbe(QCoreApplication::arguments());
}

} // namespace lanyard::testing

LANYARD_TEST_MAIN(lanyard::testing::run)
#include "tst_tls.moc"
