// A computer without a keychain: every call says so. A program of its own, for the bus is asked for once.

#include "core/secrets/keychainstore.h"
#include "core/secrets/secretservice.h"
#include "core/secrets/systemkeychain.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

class NoKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCallSaysThatThereIsNone();
    void thatThereIsNoneIsKnownAtOnce();
    void theLookupKnowsNothing();
};

void NoKeychainTest::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
}

void NoKeychainTest::everyCallSaysThatThereIsNone()
{
    KeychainStore store;
    COMPARE_ERROR(wait(store.read(u"key"_s)), Kind::KeychainMissing);
    COMPARE_ERROR(wait(store.write(u"key"_s, Secret::fromText(u"token"_s))), Kind::KeychainMissing);
    COMPARE_ERROR(wait(store.remove(u"key"_s)), Kind::KeychainMissing);
}

void NoKeychainTest::thatThereIsNoneIsKnownAtOnce()
{
    QCOMPARE(SystemKeychain().readiness(), SecretStore::Readiness::Missing);
}

void NoKeychainTest::theLookupKnowsNothing()
{
    const KeyringLook look = wait(queryKeyring(u"lanyard"_s, u"key"_s, this)).value();
    QVERIFY(look.state == KeyringLook::State::Missing && !look.holdsEntry);
    COMPARE_ERROR(wait(openKeyring(u"lanyard"_s, u"key"_s, this)), Kind::KeychainMissing);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::NoKeychainTest)
#include "tst_nokeychain.moc"
