// A desktop that starts the program, or asks the one that runs, as the Desktop Entry Specification says. It speaks over
// a connection of its own to the test's bus.

#include "core/desktop/startrequests.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

QString program()
{
    return QStringLiteral(LANYARD_ID);
}

} // namespace

class StartRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatTheDesktopAsksForIsHeardWithItsToken_data();
    void whatTheDesktopAsksForIsHeardWithItsToken();
    void theNameOfAnotherProgramIsLeftToIt();

private:
    [[nodiscard]] bool isTaken() const { return m_desktop->interface()->isServiceRegistered(program()); }

    std::optional<QDBusConnection> m_desktop;
};

void StartRequestsTest::initTestCase()
{
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    if (!qEnvironmentVariableIsSet("LANYARD_SESSION") || !address.startsWith("unix:"))
        QSKIP("Needs a bus of its own: run it under tests/support/session.sh.");
    m_desktop = QDBusConnection::connectToBus(QString::fromLatin1(address), u"desktop"_s);
}

void StartRequestsTest::whatTheDesktopAsksForIsHeardWithItsToken_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QVariantList>("arguments");
    QTest::addColumn<QString>("token");
    const QVariantMap x11{{u"desktop-startup-id"_s, u"of X11"_s}};
    const QVariantMap wayland{{u"desktop-startup-id"_s, u"of X11"_s}, {u"activation-token"_s, u"of Wayland"_s}};
    QTest::newRow("start") << u"Activate"_s << QVariantList{QVariantMap()} << QString();
    QTest::newRow("start, X11") << u"Activate"_s << QVariantList{x11} << u"of X11"_s;
    QTest::newRow("start, Wayland") << u"Activate"_s << QVariantList{wayland} << u"of Wayland"_s;
    QTest::newRow("open a file") << u"Open"_s << QVariantList{QStringList(u"file:///etc/hosts"_s), wayland}
                                 << u"of Wayland"_s;
    QTest::newRow("an action") << u"ActivateAction"_s << QVariantList{u"unknown"_s, QVariantList(), wayland}
                               << u"of Wayland"_s;
}

void StartRequestsTest::whatTheDesktopAsksForIsHeardWithItsToken()
{
    QFETCH(const QString, method);
    QFETCH(const QVariantList, arguments);
    QFETCH(const QString, token);
    StartRequests requests;
    const QSignalSpy asked(&requests, &StartRequests::asked);
    requests.listen();
    QVERIFY(eventually([this] { return isTaken(); }));
    const QString path = u'/' + QString(program()).replace(u'.', u'/');
    QDBusMessage call = QDBusMessage::createMethodCall(program(), path, u"org.freedesktop.Application"_s, method);
    call.setArguments(arguments);
    m_desktop->send(call);
    COMPARE_EVENTUALLY(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), token);
    requests.stop();
    QVERIFY(eventually([this] { return !isTaken(); }));
}

void StartRequestsTest::theNameOfAnotherProgramIsLeftToIt()
{
    QVERIFY(m_desktop->registerService(program()));
    const QString other = m_desktop->interface()->serviceOwner(program());
    StartRequests requests;
    requests.listen();
    QTest::qWait(100);
    QCOMPARE(m_desktop->interface()->serviceOwner(program()).value(), other);
    QVERIFY(m_desktop->unregisterService(program()));
    QTest::qWait(100);
    QVERIFY2(!isTaken(), "it has waited for the name");
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::StartRequestsTest)
#include "tst_startrequests.moc"
