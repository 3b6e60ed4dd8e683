// A keychain that is locked, or ends, while it is being asked: what is said then is what it holds. A real
// gnome-keyring, without a screen on which it could ask for its password.

#include "core/secrets/systemkeychain.h"
#include "tests/core/keyring.h"
#include "tests/core/sessionfixture.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using State = Session::State;
using Storage = Session::Storage;

class ChangingKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void thatItIsLockedIsKnown();
    void keepingIsToldTruly_data() { addMoments(); }
    void keepingIsToldTruly();
    void restoringIsToldTruly_data() { addMoments(); }
    void restoringIsToldTruly();
    void removingIsToldTruly_data() { addMoments(); }
    void removingIsToldTruly();

private:
    static void addMoments();
    // Locks or kills it at the row's moment.
    void change();
    void signIn(SessionFixture &pair, Session &session);

    SystemKeychain m_keychain;
};

void ChangingKeychainTest::initTestCase()
{
    if (!qEnvironmentVariableIsSet("LANYARD_SESSION"))
        QSKIP("Needs a keyring that may be thrown away: run it under tests/support/session.sh.");
}

void ChangingKeychainTest::cleanup()
{
    VERIFY_EVENTUALLY(Keyring::unlock());
}

void ChangingKeychainTest::thatItIsLockedIsKnown()
{
    using Readiness = SecretStore::Readiness;
    SystemKeychain keychain;
    QCOMPARE(keychain.readiness(), Readiness::Unknown);
    COMPARE_EVENTUALLY(keychain.readiness(), Readiness::Ready);
    QVERIFY(Keyring::lock());
    COMPARE_EVENTUALLY(keychain.readiness(), Readiness::Locked);
    QVERIFY(Keyring::unlock());
    COMPARE_EVENTUALLY(keychain.readiness(), Readiness::Ready);
}

void ChangingKeychainTest::addMoments()
{
    QTest::addColumn<bool>("isKilled");
    QTest::addColumn<int>("turns"); // of the event loop, since the call
    for (const bool isKilled : {false, true}) {
        for (const int turns : {0, 1, 2, 3, 4, 6, 9})
            QTest::addRow("%s after %d", isKilled ? "killed" : "locked", turns) << isKilled << turns;
    }
}

void ChangingKeychainTest::change()
{
    QFETCH(const bool, isKilled);
    QFETCH(const int, turns);
    for (int i = 0; i < turns; ++i)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QVERIFY(isKilled ? Keyring::kill() : Keyring::lock());
}

void ChangingKeychainTest::signIn(SessionFixture &pair, Session &session)
{
    session.signIn(pair.request());
    VERIFY_EVENTUALLY(session.storage() == Storage::Keychain);
}

void ChangingKeychainTest::keepingIsToldTruly()
{
    SessionFixture pair;
    SavedSignIns signIns(m_keychain, pair.accounts);
    Session session(signIns, pair.trust);
    QSignalSpy keeping(&session, &Session::keepingStarted);
    QSignalSpy settled(&session, &Session::storageChanged);
    session.signIn(pair.request());
    VERIFY_EVENTUALLY(!keeping.isEmpty());
    change();
    VERIFY_EVENTUALLY(!settled.isEmpty());
    VERIFY_EVENTUALLY(Keyring::unlock());
    const SavedAccount account = pair.accounts.accounts().first();
    const bool isKept = session.storage() == Storage::Keychain;
    QCOMPARE(account.kept, isKept);
    const auto held = Keyring::secretOf(account.keychainKey());
    QVERIFY(isKept ? held == session.secret().expose() : account.removalDue || !held);
    QVERIFY(isKept || session.storageError()->kind != Kind::KeychainRefused); // nobody said no
    if (isKept)
        return;
    session.keepAgain();
    VERIFY_EVENTUALLY(session.storage() == Storage::Keychain);
}

void ChangingKeychainTest::restoringIsToldTruly()
{
    SessionFixture pair;
    SavedSignIns signIns(m_keychain, pair.accounts);
    Session before(signIns, pair.trust);
    signIn(pair, before);
    const SavedAccount account = pair.accounts.accounts().first();
    Session session(signIns, pair.trust);
    QSignalSpy failed(&session, &Session::restoreFailed);
    session.restore(account);
    change();
    VERIFY_EVENTUALLY(!failed.isEmpty() || session.state() == State::SignedIn);
    VERIFY_EVENTUALLY(Keyring::unlock());
    const auto error = failed.isEmpty() ? Error{} : failed.first().first().value<std::optional<Error>>();
    QVERIFY(error); // without one it would mean that nothing is kept
    QVERIFY(error->kind != Kind::KeychainRefused);
    QVERIFY(pair.accounts.accounts().first().kept);
    QVERIFY(Keyring::secretOf(account.keychainKey()));
}

void ChangingKeychainTest::removingIsToldTruly()
{
    SessionFixture pair;
    SavedSignIns signIns(m_keychain, pair.accounts);
    Session session(signIns, pair.trust);
    signIn(pair, session);
    QSignalSpy out(&session, &Session::signedOut);
    session.signOut();
    change();
    QVERIFY(!out.isEmpty() || out.wait(timeoutMs));
    VERIFY_EVENTUALLY(Keyring::unlock());
    const auto error = out.first().first().value<SignOutReport>().keychainError;
    const SavedAccount account = pair.accounts.accounts().first();
    const bool isLeft = Keyring::secretOf(account.keychainKey()).has_value();
    QVERIFY(!isLeft || (error && account.removalDue));
    QVERIFY(!error || error->kind != Kind::KeychainRefused);
    signIns.removeLeftBehind();
    VERIFY_EVENTUALLY(!Keyring::secretOf(account.keychainKey()));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::ChangingKeychainTest)
#include "tst_changingkeychain.moc"
