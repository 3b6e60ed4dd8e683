// The proxy, in the window: chosen in the preferences, and signed in to when it asks. Driven by keys and clicks.
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "tests/ui/controlnames.h"
#include "tests/wire/socksproxy.h"
#include "tests/wire/tunnel.h"

#include "core/http/truststore.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QProcess>
#include <QSslCertificate>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

// Only a proxy would look it up: nothing leaves this computer.
constexpr auto proxiedServer = "https://accounts.example.test:5455"_L1;
constexpr auto proxyTitle = "Sign in to the proxy"_L1;

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

// tinyproxy, which wants a name and a password, before another proxy that wants none.
class AskingProxy
{
public:
    AskingProxy(quint16 next, const QString &folder) : port(freePort())
    {
        QFile file(folder + u"/tinyproxy.conf"_s);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no configuration for the proxy");
        file.write("Port " + QByteArray::number(port) +
                   "\nListen 127.0.0.1\nTimeout 60\nLogLevel Connect\nMaxClients 20\n" + "BasicAuth m.rossi " +
                   QByteArray(password) + "\nUpstream http 127.0.0.1:" + QByteArray::number(next) + "\n");
        file.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(u"tinyproxy"_s, {u"-d"_s, u"-c"_s, file.fileName()});
        const bool listens = eventually([this] {
            QTcpSocket probe;
            probe.connectToHost(QHostAddress::LocalHost, port);
            return probe.waitForConnected(200);
        });
        if (!listens)
            qFatal("tinyproxy does not start: %s", m_process.readAll().constData());
    }
    ~AskingProxy()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(AskingProxy)

    static constexpr auto password = "CANARY-right-horse";
    const quint16 port;
    // How often it was asked to connect, by its own log.
    [[nodiscard]] int requests()
    {
        m_log += m_process.readAll();
        return static_cast<int>(m_log.count("): CONNECT "));
    }

private:
    QProcess m_process;
    QByteArray m_log;
};

} // namespace

class TestProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsWrongIsSaidAtTheField_data();
    void whatIsWrongIsSaidAtTheField();
    void aPastedAddressIsTakenApart();
    void aChosenProxyCountsAtOnceAndStays();
    void aProxyThatAsksIsToldOnceAndAtTheNextStart();
    void whatIsNotToBeKeptIsAskedForAgain();
    void aRefusedPasswordIsNotSentAgain();
    void aRefusedPasswordOfTheEnvironmentIsAskedFor();
    void aSocksProxyThatAsksIsTold();

private:
    void use(quint16 proxy);
    void submit();
    void enter(const QString &userName, const QString &password, bool keep = true);
    void start();
    [[nodiscard]] QDialog *preferences();
    void chooseWay(QDialog *dialog, int key);
    void closePreferences(QDialog *dialog);
    [[nodiscard]] QString textIn(QWidget *root) const;
    [[nodiscard]] QJsonObject kept() const;

    std::unique_ptr<AppFixture> m_app;
};

void TestProxy::init()
{
    ServiceOptions options;
    options.tls = ServiceOptions::Tls::SelfSigned;
    m_app = std::make_unique<AppFixture>(options);
    const QSslCertificate certificate(m_app->service().certificatePem());
    TrustStore trust(m_app->home() + u"/config/trust.json"_s);
    QVERIFY(trust.setPin(Origin::parse(proxiedServer).value(), certificate.digest(QCryptographicHash::Sha256)));
    start();
    QVERIFY(m_app->isAsked());
    m_app->press(u"Cancel"_s, m_app->dialog());
}

void TestProxy::cleanup()
{
    qunsetenv("https_proxy");
    m_app.reset();
}

void TestProxy::start()
{
    CommandLine line;
    line.server = proxiedServer;
    line.userName = u"mrossi"_s;
    m_app->startWith(line);
}

QDialog *TestProxy::preferences()
{
    Q_EMIT m_app->window().preferencesRequested();
    QDialog *dialog = m_app->dialogCalled(u"Preferences"_s);
    if (!dialog)
        QTest::qFail("there are no preferences", __FILE__, __LINE__);
    return dialog;
}

// By the first letter of what is chosen.
void TestProxy::chooseWay(QDialog *dialog, int key)
{
    auto *way = m_app->find<QComboBox>(u"Proxy"_s, dialog);
    way->setFocus();
    QTest::keyClick(way, static_cast<Qt::Key>(key));
}

void TestProxy::closePreferences(QDialog *dialog)
{
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(eventually([] { return QApplication::activeModalWidget() == nullptr; }));
}

QString TestProxy::textIn(QWidget *root) const
{
    QStringList texts;
    const auto labels = root->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(u'\n');
}

QJsonObject TestProxy::kept() const
{
    QFile file(m_app->home() + u"/config/preferences.json"_s);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return QJsonDocument::fromJson(bytes).object().value("proxy"_L1).toObject();
}

void TestProxy::whatIsWrongIsSaidAtTheField_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("port");
    QTest::addColumn<QString>("said");
    QTest::newRow("no host") << QString() << u"3128"_s << u"Enter the proxy’s host name or address."_s;
    QTest::newRow("no port") << u"proxy.example.com"_s << QString() << u"Enter the proxy’s port."_s;
    QTest::newRow("a word") << u"proxy example"_s << u"3128"_s << u"This is not a host name or address."_s;
    QTest::newRow("https") << u"https://p.test"_s << u"3128"_s << u"only HTTP and SOCKS5 are."_s;
    QTest::newRow("socks4") << u"socks4a://p.test"_s << u"3128"_s << u"This kind of proxy is not"_s;
    QTest::newRow("password") << u"me:pw@p.test"_s << u"3128"_s << u"Leave out the username and password"_s;
    // Of 16 and of 32 bits the last two are 3128.
    for (const QString &port : {u"0"_s, u"65536"_s, u"http"_s, u"-1"_s, u"31 28"_s, u"68664"_s, u"4294970424"_s})
        QTest::addRow("port %s", qPrintable(port)) << u"p.test"_s << port << u"a number from 1 to 65535."_s;
}

void TestProxy::whatIsWrongIsSaidAtTheField()
{
    QFETCH(const QString, host);
    QFETCH(const QString, port);
    QFETCH(const QString, said);
    QDialog *dialog = preferences();
    QVERIFY(!m_app->findIfThere<QLineEdit>(u"Host"_s, dialog));
    chooseWay(dialog, Qt::Key_M);
    QVERIFY(!textIn(dialog).contains(u"Enter the proxy’s"_s)); // nothing could be typed yet
    m_app->typeInto(u"Host"_s, host, dialog);
    const bool isOfPort = said.contains("port"_L1) || said.contains("65535"_L1);
    QVERIFY(isOfPort || host.isEmpty() || !textIn(dialog).contains(said)); // while it is typed
    m_app->typeInto(u"Port"_s, port, dialog);
    QVERIFY(!isOfPort || port.isEmpty() || !textIn(dialog).contains(said));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QVERIFY2(textIn(dialog).contains(said), qPrintable(textIn(dialog)));
    auto *atFault = m_app->find<QLineEdit>(isOfPort ? u"Port"_s : u"Host"_s, dialog);
    QVERIFY(atFault->accessibleDescription().contains(said));
    VERIFY_NAMED(dialog);
    m_app->typeInto(u"Host"_s, u"p.test"_s, dialog);
    m_app->typeInto(u"Port"_s, u"3128"_s, dialog);
    QVERIFY(!textIn(dialog).contains(said));
    const QJsonObject expected{
        {u"way"_s, u"manual"_s}, {u"kind"_s, u"http"_s}, {u"host"_s, u"p.test"_s}, {u"port"_s, 3128}};
    QCOMPARE(kept(), expected);
    closePreferences(dialog);
}

void TestProxy::aPastedAddressIsTakenApart()
{
    QDialog *dialog = preferences();
    chooseWay(dialog, Qt::Key_M);
    m_app->typeInto(u"Host"_s, u"socks5://p.test:1081"_s, dialog);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QCOMPARE(m_app->find<QLineEdit>(u"Host"_s, dialog)->text(), u"p.test"_s);
    QCOMPARE(m_app->find<QLineEdit>(u"Port"_s, dialog)->text(), u"1081"_s);
    QCOMPARE(m_app->find<QComboBox>(u"Type"_s, dialog)->currentText(), u"SOCKS5"_s);
    closePreferences(dialog);
    dialog = preferences(); // as it was left
    QCOMPARE(m_app->find<QComboBox>(u"Proxy"_s, dialog)->currentText(), u"Manual"_s);
    QCOMPARE(m_app->find<QLineEdit>(u"Port"_s, dialog)->text(), u"1081"_s);
    closePreferences(dialog);
}

void TestProxy::aChosenProxyCountsAtOnceAndStays()
{
    Tunnel proxy(m_app->service().port());
    QDialog *dialog = preferences();
    chooseWay(dialog, Qt::Key_M);
    m_app->typeInto(u"Host"_s, u"127.0.0.1"_s, dialog);
    m_app->typeInto(u"Port"_s, QString::number(proxy.serverPort()), dialog);
    closePreferences(dialog);
    m_app->press(u"Sign in…"_s);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    QVERIFY(m_app->isKept());
    // To see what the proxy asks for, and for the sign-in with all that follows.
    QCOMPARE(proxy.asked.count("CONNECT accounts.example.test:5455"), 2);

    // Turned off in the session: what is connected is not used any more, and there is no other way to that name.
    dialog = preferences();
    chooseWay(dialog, Qt::Key_N);
    closePreferences(dialog);
    m_app->service().clearRequests();
    QVERIFY(becomesActive(&m_app->window()));
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    QVERIFY(eventually([this] { return m_app->messageText().contains("could not be reached"_L1); }));
    QVERIFY(m_app->service().requests().isEmpty());

    dialog = preferences();
    chooseWay(dialog, Qt::Key_M); // with what was entered before
    closePreferences(dialog);
    m_app->press(u"Try again"_s);
    QVERIFY(eventually([this] { return m_app->service().count("GET", "/v1/auth/user") == 1; }));
    m_app->quit();
    start();
    QVERIFY(m_app->isSignedIn());
}

void TestProxy::use(quint16 proxy)
{
    QDialog *dialog = preferences();
    chooseWay(dialog, Qt::Key_M);
    m_app->typeInto(u"Host"_s, u"127.0.0.1"_s, dialog);
    m_app->typeInto(u"Port"_s, QString::number(proxy), dialog);
    closePreferences(dialog);
}

// Asks the service to sign in: what the proxy says to that comes next.
void TestProxy::submit()
{
    m_app->press(u"Sign in…"_s);
    QVERIFY(m_app->isAsked());
    m_app->typeInto(u"Password"_s, u"lanyard"_s, m_app->dialog());
    m_app->press(u"Sign in"_s, m_app->dialog());
}

void TestProxy::enter(const QString &userName, const QString &password, bool keep)
{
    QDialog *dialog = m_app->dialogCalled(proxyTitle);
    QVERIFY(dialog);
    VERIFY_NAMED(dialog);
    m_app->typeInto(u"Username"_s, userName, dialog);
    m_app->typeInto(u"Password"_s, password, dialog);
    if (!keep)
        QTest::mouseClick(m_app->find<QCheckBox>(u"Keep in the keychain"_s, dialog), Qt::LeftButton, {}, {8, 8});
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
}

void TestProxy::aProxyThatAsksIsToldOnceAndAtTheNextStart()
{
    Tunnel next(m_app->service().port());
    AskingProxy asking(next.serverPort(), m_app->home());
    use(asking.port);
    submit();
    QDialog *dialog = m_app->dialogCalled(proxyTitle);
    QVERIFY(dialog);
    const QString name = u"127.0.0.1:%1"_s.arg(asking.port);
    QVERIFY2(textIn(dialog).contains(u"The proxy %1 asks for a username and password."_s.arg(name)),
             qPrintable(textIn(dialog)));
    QCOMPARE(asking.requests(), 1);
    QVERIFY(next.asked.isEmpty());
    QVERIFY(m_app->service().requests().isEmpty());
    enter(u"m.rossi"_s, QString::fromLatin1(AskingProxy::password));
    QVERIFY(m_app->isSignedIn()); // goes on by itself: nothing had been sent
    QVERIFY(m_app->isKept());
    QCOMPARE(m_app->service().count("POST", "/v1/auth/login"), 1);
    const QString key = u"lanyard/proxy/"_s + name;
    QVERIFY(m_app->keychain().entries().contains(key));

    m_app->quit();
    start();
    QVERIFY(m_app->isSignedIn()); // without a question
    QVERIFY(!m_app->findIfThere<QDialog>(proxyTitle));
    // Behind it nobody hears of it: neither another proxy nor the service; nor does a file of the program's.
    for (const QByteArray &seen : {next.asked, next.carried})
        QVERIFY(!seen.contains("CANARY-right") && !seen.toLower().contains("proxy-authorization"));
    const auto requests = m_app->service().requests();
    for (const LoggedRequest &request : requests)
        QVERIFY(!request.hasHeader("Proxy-Authorization"));
    QVERIFY(next.asked.contains("CONNECT accounts.example.test:5455"));
    QVERIFY(!QJsonDocument(kept()).toJson().contains("CANARY"));
}

void TestProxy::whatIsNotToBeKeptIsAskedForAgain()
{
    Tunnel next(m_app->service().port());
    AskingProxy asking(next.serverPort(), m_app->home());
    use(asking.port);
    submit();
    enter(u"m.rossi"_s, QString::fromLatin1(AskingProxy::password), false);
    QVERIFY(m_app->isSignedIn());
    QVERIFY(m_app->isKept());
    QCOMPARE(m_app->keychain().entries().size(), 1); // the sign-in to the service
    m_app->quit();

    start();
    QVERIFY(eventually([this] { return m_app->messageText().contains("asks for a username and password"_L1); }));
    m_app->press(u"Sign in to the proxy…"_s);
    enter(u"m.rossi"_s, QString::fromLatin1(AskingProxy::password));
    QVERIFY(m_app->isSignedIn());
    QCOMPARE(m_app->keychain().entries().size(), 2);
    QVERIFY(eventually([this] { return m_app->messageText().isEmpty(); }));
}

void TestProxy::aRefusedPasswordIsNotSentAgain()
{
    Tunnel next(m_app->service().port());
    AskingProxy asking(next.serverPort(), m_app->home());
    use(asking.port);
    submit();
    enter(u"m.rossi"_s, u"wrong"_s);
    QVERIFY(eventually([this] {
        QDialog *dialog = m_app->dialogCalled(proxyTitle);
        return dialog && textIn(dialog).contains("may not accept this username and password"_L1);
    }));
    const int requests = asking.requests();
    QVERIFY2(requests <= 4, qPrintable(QString::number(requests))); // two calls, each at most asked for it once
    QTest::qWait(300);
    QCOMPARE(asking.requests(), requests); // and nothing goes on behind the question
    QDialog *dialog = m_app->dialogCalled(proxyTitle);
    QCOMPARE(m_app->find<QLineEdit>(u"Username"_s, dialog)->text(), u"m.rossi"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(m_app->isAsked());
    QVERIFY(m_app->keychain().entries().isEmpty());
    QVERIFY(m_app->service().requests().isEmpty());
    m_app->press(u"Sign in"_s, m_app->dialog()); // what was typed for the service is still there
    enter(u"m.rossi"_s, QString::fromLatin1(AskingProxy::password));
    QVERIFY(m_app->isSignedIn());
    QCOMPARE(m_app->service().count("POST", "/v1/auth/login"), 1);
    VERIFY_EVENTUALLY(m_app->keychain().entries().contains(u"lanyard/proxy/127.0.0.1:%1"_s.arg(asking.port)));
}

void TestProxy::aRefusedPasswordOfTheEnvironmentIsAskedFor()
{
    Tunnel next(m_app->service().port());
    AskingProxy asking(next.serverPort(), m_app->home());
    qputenv("https_proxy", "http://m.rossi:wrong@127.0.0.1:" + QByteArray::number(asking.port));
    submit();
    QDialog *dialog = m_app->dialogCalled(proxyTitle);
    QVERIFY(dialog);
    QVERIFY2(textIn(dialog).contains("may not accept this username and password"_L1), qPrintable(textIn(dialog)));
    QCOMPARE(m_app->find<QLineEdit>(u"Username"_s, dialog)->text(), u"m.rossi"_s);
    QVERIFY(!textIn(m_app->dialog()).contains("Check what you entered"_L1));
    enter(u"m.rossi"_s, QString::fromLatin1(AskingProxy::password));
    QVERIFY(m_app->isSignedIn());
    QVERIFY(m_app->isKept());
    QCOMPARE(m_app->service().count("POST", "/v1/auth/login"), 1);
    m_app->quit();
    start(); // what is kept comes before what the environment says, once that was refused
    QVERIFY(m_app->isSignedIn());
}

void TestProxy::aSocksProxyThatAsksIsTold()
{
    SocksProxy proxy(m_app->service().port(), "m.rossi", "CANARY-horse");
    QDialog *dialog = preferences();
    chooseWay(dialog, Qt::Key_M);
    m_app->typeInto(u"Host"_s, u"socks5://127.0.0.1:%1"_s.arg(proxy.serverPort()), dialog);
    closePreferences(dialog);
    submit();
    dialog = m_app->dialogCalled(proxyTitle);
    QVERIFY(dialog);
    QVERIFY(textIn(dialog).contains("asks for a username and password"_L1));
    QCOMPARE(proxy.signIns, 0);
    enter(u"m.rossi"_s, u"wrong"_s);
    QVERIFY(eventually([this] {
        QDialog *again = m_app->dialogCalled(proxyTitle);
        return again && textIn(again).contains("may not accept this username and password"_L1);
    }));
    enter(u"m.rossi"_s, u"CANARY-horse"_s);
    QVERIFY(m_app->isSignedIn());
    QVERIFY(m_app->isKept());
    QVERIFY(proxy.asked.contains("accounts.example.test:5455"));
    QVERIFY(!proxy.carried.contains("CANARY-horse"));
    m_app->quit();
    start();
    QVERIFY(m_app->isSignedIn()); // without a question
}

LANYARD_TEST(QApplication, TestProxy)
#include "tst_proxy.moc"
