// That the screen was locked is heard from every desktop that says so. The senders are stand-ins on the test's own bus:
// a real screen locker would lock the screen that the other tests need.

#include "core/desktop/screenlock.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

// What login1 answers to the one question that is asked.
class LoginManager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public Q_SLOTS:
    QDBusObjectPath GetSession(const QString &id)
    {
        m_asked << id;
        return QDBusObjectPath(u"/org/freedesktop/login1/session/_33"_s);
    }

public:
    QStringList m_asked;
};

class ScreenLockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aLockedScreenIsHeard_data();
    void aLockedScreenIsHeard();

private:
    LoginManager m_login;
};

void ScreenLockTest::initTestCase()
{
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    if (!qEnvironmentVariableIsSet("LANYARD_SESSION") || !address.startsWith("unix:"))
        QSKIP("Needs a bus of its own: run it under tests/support/session.sh.");
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address); // libdbus reads both addresses once, when it is first used
    qputenv("XDG_SESSION_ID", "3");
    QDBusConnection other = QDBusConnection::connectToBus(QString::fromLatin1(address), u"login"_s);
    QVERIFY(other.registerService(u"org.freedesktop.login1"_s));
    QVERIFY(other.registerObject(u"/org/freedesktop/login1"_s, &m_login, QDBusConnection::ExportAllSlots));
}

void ScreenLockTest::aLockedScreenIsHeard_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QString>("signal");
    QTest::addColumn<QVariantList>("arguments");
    QTest::addColumn<bool>("heard");
    const QString screenSaver = u"org.freedesktop.ScreenSaver"_s;
    const QString login = u"org.freedesktop.login1.Session"_s;
    QTest::newRow("KDE") << u"/ScreenSaver"_s << screenSaver << u"ActiveChanged"_s << QVariantList{true} << true;
    QTest::newRow("freedesktop") << u"/org/freedesktop/ScreenSaver"_s << screenSaver << u"ActiveChanged"_s
                                 << QVariantList{true} << true;
    QTest::newRow("GNOME") << u"/org/gnome/ScreenSaver"_s << u"org.gnome.ScreenSaver"_s << u"ActiveChanged"_s
                           << QVariantList{true} << true;
    QTest::newRow("unlocked") << u"/org/gnome/ScreenSaver"_s << u"org.gnome.ScreenSaver"_s << u"ActiveChanged"_s
                              << QVariantList{false} << false;
    QTest::newRow("login1") << u"/org/freedesktop/login1/session/_33"_s << login << u"Lock"_s << QVariantList() << true;
    QTest::newRow("login1, somebody else's")
        << u"/org/freedesktop/login1/session/_34"_s << login << u"Lock"_s << QVariantList() << false;
}

void ScreenLockTest::aLockedScreenIsHeard()
{
    QFETCH(const QString, path);
    QFETCH(const QString, interface);
    QFETCH(const QString, signal);
    QFETCH(const QVariantList, arguments);
    QFETCH(const bool, heard);
    m_login.m_asked.clear();
    ScreenLock lock;
    lock.watch();
    QSignalSpy locked(&lock, &ScreenLock::locked);
    COMPARE_EVENTUALLY(m_login.m_asked, QStringList{u"3"_s});
    spin(200); // until the bus knows what is listened to
    QDBusMessage message = QDBusMessage::createSignal(path, interface, signal);
    message.setArguments(arguments);
    QVERIFY(QDBusConnection(u"login"_s).send(message));
    COMPARE_EVENTUALLY(locked.count(), heard ? 1 : 0);
    spin(200);
    QCOMPARE(locked.count(), heard ? 1 : 0);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::ScreenLockTest)
#include "tst_screenlock.moc"
