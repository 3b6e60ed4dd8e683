// What a user's session does with a keychain in every state that it can be in: a real gnome-keyring, a real service.
//
// ctest runs it in four sessions of their own: with a keyring that can be locked, stopped and killed; with one that has
// no collection yet; with none; and without a bus. Each plays the states that it can be brought into.

#include "core/secrets/buscall.h"
#include "core/secrets/keychainstore.h"
#include "tests/core/heartbeat.h"
#include "tests/core/keyring.h"
#include "tests/core/sessionfixture.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::optional<lanyard::Error::Kind>)

namespace lanyard::testing {

using Kind = Error::Kind;
using State = Session::State;
using Storage = Session::Storage;

Q_NAMESPACE

// Each leaves the keyring as Open when it ends.
enum class Keychain {
    NoBus,
    NoService,
    NotSetUp,
    Open,
    Locked,
    PromptUnanswered,
    Refused,
    Stopped,
    Killed,
    Unreadable,
};
Q_ENUM_NS(Keychain)

class KeyringStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void whatWasLeftBehindIsRemovedAtTheNextChance();
    void aKeyringThatAnswersAgainLosesWhatItKept();
    void everyStepIsQuickTrueAndLosesNothing_data();
    void everyStepIsQuickTrueAndLosesNothing();

private:
    // A step meets a silent keychain twice at the most. D-Bus itself would wait for 25 seconds.
    static constexpr int quickMs = 5 * BusAnswerMs;

    void enter(Keychain state);
    void leave();
    bool keepSignIn(SessionFixture &pair);

    KeychainStore m_store;
    std::unique_ptr<Keyring::Stopped> m_stopped;
    std::optional<Pending<Done>> m_opening;
    Keychain m_state = Keychain::Open;
};

void KeyringStatesTest::initTestCase()
{
    if (!qEnvironmentVariableIsSet("LANYARD_SESSION"))
        QSKIP("Needs a keyring that may be thrown away: run it under tests/support/session.sh.");
}

void KeyringStatesTest::cleanup()
{
    leave();
}

void KeyringStatesTest::enter(Keychain state)
{
    m_state = state;
    const bool locked = state == Keychain::Locked || state == Keychain::PromptUnanswered || state == Keychain::Refused;
    if (locked)
        QVERIFY(Keyring::lock());
    if (state == Keychain::PromptUnanswered || state == Keychain::Refused) {
        m_opening = m_store.open(u"lanyard/prompted"_s);
        VERIFY_EVENTUALLY(Keyring::isPrompting());
    }
    if (state == Keychain::Refused) {
        Result<Done> result = Done{};
        QVERIFY(Keyring::refuse(*m_opening, result));
        COMPARE_ERROR(result, Kind::KeychainRefused);
        m_opening.reset();
    }
    if (state == Keychain::Stopped)
        m_stopped = std::make_unique<Keyring::Stopped>();
    if (state == Keychain::Killed)
        QVERIFY(Keyring::kill());
}

void KeyringStatesTest::leave()
{
    m_stopped.reset();
    if (m_opening) {
        m_opening->cancel();
        COMPARE_ERROR(wait(*m_opening), Kind::Cancelled);
        m_opening.reset();
    }
    const bool locked = m_state == Keychain::Locked || m_state == Keychain::PromptUnanswered ||
                        m_state == Keychain::Refused || m_state == Keychain::Killed;
    if (locked)
        VERIFY_EVENTUALLY(Keyring::unlock());
    m_state = Keychain::Open;
}

void KeyringStatesTest::everyStepIsQuickTrueAndLosesNothing_data()
{
    QTest::addColumn<Keychain>("state");
    QTest::addColumn<std::optional<Kind>>("obstacle"); // what stops reading and writing
    const auto row = [](Keychain state, std::optional<Kind> obstacle) {
        const auto states = QMetaEnum::fromType<Keychain>();
        QTest::newRow(states.valueToKey(static_cast<int>(state))) << state << obstacle;
    };
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return row(Keychain::NoBus, Kind::KeychainMissing);
    if (!Keyring::isOurs()) {
        const QStringList startable = bus.interface()->activatableServiceNames();
        if (!startable.contains(u"org.freedesktop.secrets"_s))
            return row(Keychain::NoService, Kind::KeychainMissing);
        return row(Keychain::NotSetUp, Kind::KeychainNotSetUp);
    }
    row(Keychain::Open, std::nullopt);
    row(Keychain::Locked, Kind::KeychainLocked);
    row(Keychain::PromptUnanswered, Kind::KeychainLocked);
    row(Keychain::Refused, Kind::KeychainLocked);
    row(Keychain::Stopped, Kind::KeychainSilent);
    row(Keychain::Unreadable, std::nullopt);
    row(Keychain::Killed, Kind::KeychainLocked);
}

// Whether the account's token is in the keychain afterwards, as far as there is one.
bool KeyringStatesTest::keepSignIn(SessionFixture &pair)
{
    SavedSignIns signIns(m_store, pair.accounts);
    Session session(signIns, pair.trust);
    QSignalSpy settled(&session, &Session::storageChanged);
    session.signIn(pair.request());
    return settled.wait(timeoutMs) && session.state() == State::SignedIn;
}

void KeyringStatesTest::everyStepIsQuickTrueAndLosesNothing()
{
    QFETCH(const Keychain, state);
    QFETCH(const std::optional<Kind>, obstacle);
    SessionFixture pair;
    const bool hasKeyring = Keyring::isOurs();
    const QString others = u"lanyard/https://licences.example.com:5455/somebody else"_s;
    if (hasKeyring)
        VERIFY_OK(wait(m_store.write(others, Secret::fromText(u"theirs"_s))));
    QVERIFY(keepSignIn(pair));
    SavedAccount account = pair.accounts.accounts().first();
    QCOMPARE(account.kept, hasKeyring);
    account.kept = true; // as when it was kept before the keychain became what it is now
    pair.accounts.remember(account);
    if (state == Keychain::Unreadable)
        VERIFY_OK(wait(m_store.write(account.keychainKey(), Secret::fromText(u"a\r\nb"_s))));
    enter(state);
    QElapsedTimer timer;
    timer.start();
    Heartbeat heartbeat;
    IdleThread idle;

    // Restore.
    SavedSignIns signIns(m_store, pair.accounts);
    Session session(signIns, pair.trust);
    QSignalSpy failed(&session, &Session::restoreFailed);
    QSignalSpy changed(&session, &Session::userChanged);
    session.restore(account);
    VERIFY_EVENTUALLY(!failed.isEmpty() || session.state() == State::SignedIn);
    QVERIFY2(timer.restart() < quickMs, "restoring took too long");
    if (state == Keychain::Open)
        QCOMPARE(session.state(), State::SignedIn);
    else
        QCOMPARE(session.state(), State::SignedOut);
    if (state == Keychain::NotSetUp) // verified: there is nothing
        QVERIFY(!failed.first().first().value<std::optional<Error>>());
    else if (state != Keychain::Open)
        QCOMPARE(errorOf(failed).kind, obstacle.value_or(Kind::UnusableCredential));
    QVERIFY(pair.accounts.accounts().first().kept); // it is tried again at the next start

    // Sign in.
    if (session.state() != State::SignedIn) {
        QSignalSpy settled(&session, &Session::storageChanged);
        session.signIn(pair.request());
        QVERIFY(settled.wait(timeoutMs));
        QVERIFY2(timer.restart() < quickMs, "signing in took too long");
        QCOMPARE(session.state(), State::SignedIn);
        QCOMPARE(session.storage(), obstacle ? Storage::KeychainFailed : Storage::Keychain);
        if (obstacle)
            QCOMPARE(session.storageError()->kind, *obstacle);
        QCOMPARE(pair.accounts.accounts().first().kept, !obstacle);
    }

    // Sign out.
    QSignalSpy out(&session, &Session::signedOut);
    timer.restart();
    session.signOut();
    QVERIFY(!session.hasUser()); // here it is forgotten at once
    QVERIFY(out.wait(timeoutMs));
    QVERIFY2(timer.restart() < quickMs, "signing out took too long");
    const auto report = out.first().first().value<SignOutReport>();
    QVERIFY(!report.serviceError);
    const bool isLeft = obstacle && state != Keychain::NotSetUp;
    QCOMPARE(report.keychainError.has_value(), isLeft);
    QVERIFY(!pair.accounts.accounts().first().kept);
    QCOMPARE(pair.accounts.accounts().first().removalDue, isLeft);

    // Switch: another account in the same window.
    QSignalSpy settled(&session, &Session::storageChanged);
    session.signIn(pair.request(u"admin"_s, u"admin"_s));
    QVERIFY(settled.wait(timeoutMs));
    QVERIFY2(timer.restart() < quickMs, "switching took too long");
    QCOMPARE(session.state(), State::SignedIn);
    QCOMPARE(session.storage(), obstacle ? Storage::KeychainFailed : Storage::Keychain);
    // Whoever waited on this thread for a silent keychain would hold it up for that long.
    QVERIFY2(heartbeat.longestGapMs() - idle.longestGapMs() < BusAnswerMs / 2,
             qPrintable(QString::number(heartbeat.longestGapMs())));

    leave();
    if (!hasKeyring)
        return;
    QCOMPARE(Keyring::secretOf(others), QByteArray("theirs"));
    QCOMPARE(Keyring::secretOf(account.keychainKey()).has_value(), isLeft);
}

void KeyringStatesTest::whatWasLeftBehindIsRemovedAtTheNextChance()
{
    if (!Keyring::isOurs())
        QSKIP("There is no keyring here that could be locked.");
    SessionFixture pair;
    QVERIFY(keepSignIn(pair));
    const SavedAccount account = pair.accounts.accounts().first();
    SavedSignIns signIns(m_store, pair.accounts);
    Session session(signIns, pair.trust);
    QSignalSpy changed(&session, &Session::userChanged);
    session.restore(account);
    QVERIFY(changed.wait(timeoutMs));
    QVERIFY(Keyring::lock());
    QSignalSpy out(&session, &Session::signedOut);
    session.signOut();
    QVERIFY(out.wait(timeoutMs));
    QVERIFY(Keyring::unlock());
    QVERIFY(pair.accounts.accounts().first().removalDue);
    QVERIFY(Keyring::secretOf(account.keychainKey()));

    // The next start, of somebody else: the entry goes, and with it the note.
    SavedSignIns next(m_store, pair.accounts);
    next.removeLeftBehind();
    VERIFY_EVENTUALLY(!pair.accounts.accounts().first().removalDue);
    QVERIFY(!Keyring::secretOf(account.keychainKey()));
}

void KeyringStatesTest::aKeyringThatAnswersAgainLosesWhatItKept()
{
    if (!Keyring::isOurs())
        QSKIP("There is no keyring here that could be stopped.");
    SessionFixture pair;
    QVERIFY(keepSignIn(pair));
    const SavedAccount account = pair.accounts.accounts().first();
    SavedSignIns signIns(m_store, pair.accounts); // which tries again every minute
    Session session(signIns, pair.trust);
    QSignalSpy changed(&session, &Session::userChanged);
    session.restore(account);
    QVERIFY(changed.wait(timeoutMs));
    enter(Keychain::Stopped);
    QSignalSpy out(&session, &Session::signedOut);
    session.signOut();
    QVERIFY(out.wait(timeoutMs));
    QVERIFY(pair.accounts.accounts().first().removalDue);

    leave();
    VERIFY_EVENTUALLY(!pair.accounts.accounts().first().removalDue);
    QVERIFY(!Keyring::secretOf(account.keychainKey()));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::KeyringStatesTest)
#include "tst_keyringstates.moc"
