// The proxy, in the window: chosen in the preferences. Driven by keys and clicks.
#include "tests/ui/controlnames.h"
#include "tests/ui/desk.h"
#include "tests/wire/tunnel.h"

#include "core/http/truststore.h"

#include <QComboBox>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QSslCertificate>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

// Only a proxy would look it up: nothing leaves this computer.
constexpr auto server = "https://accounts.example.test:5455"_L1;

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

private:
    void start();
    [[nodiscard]] QDialog *preferences();
    void chooseWay(QDialog *dialog, int key);
    void closePreferences(QDialog *dialog);
    [[nodiscard]] QString textIn(QWidget *root) const;
    [[nodiscard]] QJsonObject kept() const;

    std::unique_ptr<Desk> m_desk;
};

void TestProxy::init()
{
    ServiceOptions options;
    options.tls = ServiceOptions::Tls::SelfSigned;
    m_desk = std::make_unique<Desk>(options);
    const QSslCertificate certificate(m_desk->service().certificatePem());
    TrustStore trust(m_desk->home() + u"/config/trust.json"_s);
    QVERIFY(trust.setPin(Origin::parse(server).value(), certificate.digest(QCryptographicHash::Sha256)));
    start();
    QVERIFY(m_desk->isAsked());
    m_desk->press(u"Cancel"_s, m_desk->dialog());
}

void TestProxy::cleanup()
{
    m_desk.reset();
}

void TestProxy::start()
{
    CommandLine line;
    line.server = server;
    line.userName = u"mrossi"_s;
    m_desk->startWith(line);
}

QDialog *TestProxy::preferences()
{
    Q_EMIT m_desk->window().preferencesRequested();
    QDialog *dialog = m_desk->dialogCalled(u"Preferences"_s);
    if (!dialog)
        QTest::qFail("there are no preferences", __FILE__, __LINE__);
    return dialog;
}

// By the first letter of what is chosen.
void TestProxy::chooseWay(QDialog *dialog, int key)
{
    auto *way = m_desk->find<QComboBox>(u"Proxy"_s, dialog);
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
    QFile file(m_desk->home() + u"/config/preferences.json"_s);
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
    QTest::newRow("https") << u"https://p.test"_s << u"3128"_s << u"Only HTTP and SOCKS5 proxies can be used."_s;
    QTest::newRow("password") << u"me:pw@p.test"_s << u"3128"_s << u"Leave out user name and password"_s;
    for (const QString &port : {u"0"_s, u"65536"_s, u"http"_s, u"-1"_s, u"31 28"_s})
        QTest::addRow("port %s", qPrintable(port)) << u"p.test"_s << port << u"a number from 1 to 65535."_s;
}

void TestProxy::whatIsWrongIsSaidAtTheField()
{
    QFETCH(const QString, host);
    QFETCH(const QString, port);
    QFETCH(const QString, said);
    QDialog *dialog = preferences();
    QVERIFY(!m_desk->findIfThere<QLineEdit>(u"Host"_s, dialog));
    chooseWay(dialog, Qt::Key_M);
    QVERIFY(textIn(dialog).contains(u"Enter the proxy’s host name"_s));
    m_desk->typeInto(u"Host"_s, host, dialog);
    m_desk->typeInto(u"Port"_s, port, dialog);
    QVERIFY2(textIn(dialog).contains(said), qPrintable(textIn(dialog)));
    auto *atFault =
        m_desk->find<QLineEdit>(said.contains("port"_L1) || said.contains("65535"_L1) ? u"Port"_s : u"Host"_s, dialog);
    QVERIFY(atFault->accessibleDescription().contains(said));
    VERIFY_NAMED(dialog);
    m_desk->typeInto(u"Host"_s, u"p.test"_s, dialog);
    m_desk->typeInto(u"Port"_s, u"3128"_s, dialog);
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
    m_desk->typeInto(u"Host"_s, u"socks5://p.test:1081"_s, dialog);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QCOMPARE(m_desk->find<QLineEdit>(u"Host"_s, dialog)->text(), u"p.test"_s);
    QCOMPARE(m_desk->find<QLineEdit>(u"Port"_s, dialog)->text(), u"1081"_s);
    QCOMPARE(m_desk->find<QComboBox>(u"Type"_s, dialog)->currentText(), u"SOCKS5"_s);
    closePreferences(dialog);
    dialog = preferences(); // as it was left
    QCOMPARE(m_desk->find<QComboBox>(u"Proxy"_s, dialog)->currentText(), u"Manual"_s);
    QCOMPARE(m_desk->find<QLineEdit>(u"Port"_s, dialog)->text(), u"1081"_s);
    closePreferences(dialog);
}

void TestProxy::aChosenProxyCountsAtOnceAndStays()
{
    Tunnel proxy(m_desk->service().port());
    QDialog *dialog = preferences();
    chooseWay(dialog, Qt::Key_M);
    m_desk->typeInto(u"Host"_s, u"127.0.0.1"_s, dialog);
    m_desk->typeInto(u"Port"_s, QString::number(proxy.serverPort()), dialog);
    closePreferences(dialog);
    m_desk->press(u"Sign in…"_s);
    QVERIFY(m_desk->signIn(u"lanyard"_s));
    QVERIFY(m_desk->isKept());
    QCOMPARE(proxy.asked.count("CONNECT accounts.example.test:5455"), 1);

    // Turned off in the session: what is connected is not used any more, and there is no other way to that name.
    dialog = preferences();
    chooseWay(dialog, Qt::Key_N);
    closePreferences(dialog);
    m_desk->service().clearRequests();
    m_desk->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_desk->window()));
    QTest::keyClick(&m_desk->window(), Qt::Key_F5);
    QVERIFY(eventually([this] { return m_desk->messageText().contains("could not be reached"_L1); }));
    QVERIFY(m_desk->service().requests().isEmpty());

    dialog = preferences();
    chooseWay(dialog, Qt::Key_M); // with what was entered before
    closePreferences(dialog);
    m_desk->press(u"Try again"_s);
    QVERIFY(eventually([this] { return m_desk->service().count("GET", "/v1/auth/user") == 1; }));
    m_desk->quit();
    start();
    QVERIFY(m_desk->isSignedIn());
}

QTEST_MAIN(TestProxy)
#include "tst_proxy.moc"
