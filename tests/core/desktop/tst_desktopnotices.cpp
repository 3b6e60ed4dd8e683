// A notification reaches the service that shows it as the text that it is. The service is a stand-in on the test's own
// bus.

#include "core/desktop/desktopnotices.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QDBusConnection>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class NoticeService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public Q_SLOTS:
    QStringList GetCapabilities() { return m_capabilities; }
    uint Notify(const QString &program, uint, const QString &, const QString &title, const QString &body,
                const QStringList &, const QVariantMap &, int)
    {
        m_shown << QStringList{program, title, body};
        return 1;
    }

public:
    QStringList m_capabilities;
    QList<QStringList> m_shown;
};

class DesktopNoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aTextIsShownAsItIs_data();
    void aTextIsShownAsItIs();
    void thatNothingShowsItIsSaid();

private:
    QDBusConnection m_bus{u"notices"_s};
    NoticeService m_service;
};

void DesktopNoticesTest::initTestCase()
{
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    if (!qEnvironmentVariableIsSet("LANYARD_SESSION") || !address.startsWith("unix:"))
        QSKIP("Needs a bus of its own: run it under tests/support/session.sh.");
    m_bus = QDBusConnection::connectToBus(QString::fromLatin1(address), u"notices"_s);
    QVERIFY(m_bus.registerObject(u"/org/freedesktop/Notifications"_s, &m_service, QDBusConnection::ExportAllSlots));
}

void DesktopNoticesTest::aTextIsShownAsItIs_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("body");
    QTest::newRow("markup") << QStringList{u"body"_s, u"body-markup"_s} << u"&lt;b&gt;1 &amp; 2&lt;/b&gt; expired"_s;
    QTest::newRow("plain") << QStringList{u"body"_s} << u"<b>1 & 2</b> expired"_s;
}

void DesktopNoticesTest::aTextIsShownAsItIs()
{
    QFETCH(const QStringList, capabilities);
    QFETCH(const QString, body);
    QVERIFY(m_bus.registerService(u"org.freedesktop.Notifications"_s));
    m_service.m_capabilities = capabilities;
    m_service.m_shown.clear();
    DesktopNotices notices;
    const QSignalSpy notShown(&notices, &DesktopNotices::notShown);
    notices.show(u"API key expired"_s, u"<b>1 & 2</b> expired"_s);
    COMPARE_EVENTUALLY(m_service.m_shown, (QList<QStringList>{{u"Lanyard"_s, u"API key expired"_s, body}}));
    QCOMPARE(notShown.size(), 0);
}

void DesktopNoticesTest::thatNothingShowsItIsSaid()
{
    m_bus.unregisterService(u"org.freedesktop.Notifications"_s);
    DesktopNotices notices;
    const QSignalSpy notShown(&notices, &DesktopNotices::notShown);
    notices.show(u"API key expired"_s, u"text"_s);
    COMPARE_EVENTUALLY(notShown.size(), 1);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::DesktopNoticesTest)
#include "tst_desktopnotices.moc"
