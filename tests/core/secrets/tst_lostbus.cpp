// The session bus dies, or the keychain does and is started again: what is said of it is true.
//
// In a session of its own, which has no bus afterwards.

#include "core/secrets/systemkeychain.h"
#include "tests/core/keyring.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>

#include <csignal>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

static const QString absentKey = u"lanyard/https://licences.example.com:5455/nobody"_s;

class LostBusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aKeyringThatWasKilledIsLocked();
    void aDeadBusIsNotAComputerWithoutAKeychain();
};

void LostBusTest::initTestCase()
{
    if (!Keyring::isOurs())
        QSKIP("Needs a keyring that may be thrown away: run it under tests/support/session.sh.");
}

// The bus starts another one, with everything locked.
void LostBusTest::aKeyringThatWasKilledIsLocked()
{
    SystemKeychain store;
    VERIFY_OK(wait(store.read(absentKey)));
    QVERIFY(Keyring::kill());
    const auto written = wait(store.write(absentKey, Secret::fromText(u"token"_s)));
    QVERIFY(Keyring::unlock());
    COMPARE_ERROR(written, Kind::KeychainLocked);
    QCOMPARE(errorText(written.error()), u"GNOME Keyring is locked."_s);
}

void LostBusTest::aDeadBusIsNotAComputerWithoutAKeychain()
{
    SystemKeychain store;
    VERIFY_OK(wait(store.read(absentKey)));
    const QDBusConnection bus = QDBusConnection::sessionBus();
    const uint pid = bus.interface()->servicePid(u"org.freedesktop.DBus"_s).value();
    const auto underWay = store.read(absentKey);
    std::signal(SIGTERM,
                SIG_IGN); // which libsecret's connection to the bus sends to its program: see app/termination.cpp
    QVERIFY(pid != 0 && ::kill(static_cast<pid_t>(pid), SIGKILL) == 0);
    static_cast<void>(wait(underWay)); // it ends, one way or the other
    VERIFY_EVENTUALLY(!bus.isConnected());
    const auto read = wait(store.read(absentKey));
    const auto written = wait(store.write(absentKey, Secret::fromText(u"token"_s)));
    const auto removed = wait(store.remove(absentKey));
    const auto opened = wait(store.open(absentKey));
    COMPARE_ERROR(read, Kind::KeychainMissing);
    COMPARE_ERROR(written, Kind::KeychainMissing);
    COMPARE_ERROR(removed, Kind::KeychainMissing);
    COMPARE_ERROR(opened, Kind::KeychainMissing);
    for (const Error &error : {read.error(), written.error(), removed.error(), opened.error()})
        QCOMPARE(errorText(error), u"GNOME Keyring can no longer be reached."_s);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::LostBusTest)
#include "tst_lostbus.moc"
