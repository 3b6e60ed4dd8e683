// What is said when the keychain fails, and what its button does. The keychain is in memory, for a real one cannot be
// made to fail in each of these ways; how real ones fail is in tst_keychain, tst_askingkeychain and the windows' tests.

#include "core/workspace/keychainmessages.h"
#include "tests/core/sessionfixture.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

using ErrorKind = Error::Kind;

// A service, a session and what is said about its keychain.
struct MessagesFixture : SessionFixture
{
    MessagesFixture() : keychain(session, messages)
    {
        account.origin = originOf(service.address());
        account.userName = QStringLiteral("mrossi");
    }

    void show(Topic topic, ErrorKind kind, const std::function<void()> &again)
    {
        keychain.show(topic, u"it failed"_s, errorOf(kind), account, again);
    }
    QString text() const { return messages.current() ? messages.current()->text : QString(); }
    QString action() const { return messages.current() ? messages.current()->action.text : QString(); }

    // Signs in and out again, and leaves the entry in a keychain that does not answer.
    bool signOutOnly()
    {
        if (!started || !signIn())
            return false;
        store.failWith(ErrorKind::KeychainSilent);
        QSignalSpy signedOut(&session, &Session::signedOut);
        session.signOut();
        return signedOut.wait(timeoutMs);
    }

    // As MessageBar does it: what the button is for is done, and its message gone.
    void press()
    {
        const Message pressed = *messages.current();
        messages.close(pressed.number);
        pressed.action.run();
    }

    SavedAccount account;
    MessageQueue messages;
    KeychainMessages keychain;
};

} // namespace

class KeychainMessagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theActionIsTheOneThatHelps_data();
    void theActionIsTheOneThatHelps();
    void whatFailedIsDoneOnceItIsOpen();
    void aKeychainThatStaysClosedIsStillLocked();
    void oneThatIsNotSetUpIsNotCalledLocked();
    void oneThatComesLateIsOffered();
    void whatWasLeftBehindIsRemovedOnRequest();
    void whatCannotBeRemovedIsSaidAgain();
    void whatIsRemovedLaterIsNoLongerSaidToBeLeft();
    void aSignInThatIsKeptSettlesIt();
    void whatASignOutLeftIsSettledByAnotherSignIn();
};

void KeychainMessagesTest::theActionIsTheOneThatHelps_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("action");
    QTest::newRow("locked") << ErrorKind::KeychainLocked << u"Unlock"_s;
    QTest::newRow("not set up") << ErrorKind::KeychainNotSetUp << u"Set up"_s;
    QTest::newRow("silent") << ErrorKind::KeychainSilent << u"Try again"_s;
    QTest::newRow("refused") << ErrorKind::KeychainRefused << u"Try again"_s;
    QTest::newRow("missing") << ErrorKind::KeychainMissing << QString();
}

void KeychainMessagesTest::theActionIsTheOneThatHelps()
{
    QFETCH(const ErrorKind, kind);
    MessagesFixture fixture;
    bool isDone = false;
    fixture.show(Topic::Keychain, kind, [&isDone] { isDone = true; });
    QCOMPARE(fixture.text(), u"it failed"_s);
    QCOMPARE(fixture.messages.current()->level, Message::Level::Warning);
    QTEST(fixture.action(), "action");
    if (fixture.action() == u"Try again"_s) {
        fixture.press();
        QVERIFY(isDone);
    }
}

void KeychainMessagesTest::whatFailedIsDoneOnceItIsOpen()
{
    MessagesFixture fixture;
    fixture.store.failWith(ErrorKind::KeychainLocked);
    int times = 0;
    fixture.show(Topic::SignOut, ErrorKind::KeychainLocked, [&times] { ++times; });
    fixture.press();
    QCOMPARE(fixture.text(), u"Your system is asking for the keychain password in a separate window."_s);
    QVERIFY(fixture.messages.current()->stays);
    COMPARE_EVENTUALLY(fixture.text(), u"The keychain is unlocked."_s);
    QCOMPARE(times, 1);
}

// Its window was closed, or the answer was no: what failed can still be done.
void KeychainMessagesTest::aKeychainThatStaysClosedIsStillLocked()
{
    MessagesFixture fixture;
    fixture.store.failWith(ErrorKind::KeychainRefused); // also when it is to be opened
    int times = 0;
    fixture.show(Topic::Keychain, ErrorKind::KeychainLocked, [&times] { ++times; });
    fixture.press();
    COMPARE_EVENTUALLY(fixture.action(), u"Unlock"_s);
    QCOMPARE(fixture.text(), errorText(errorOf(ErrorKind::KeychainLocked)));
    QCOMPARE(times, 0);
    fixture.store.failWith(ErrorKind::KeychainLocked);
    fixture.press();
    COMPARE_EVENTUALLY(times, 1);
}

void KeychainMessagesTest::oneThatIsNotSetUpIsNotCalledLocked()
{
    MessagesFixture fixture;
    fixture.store.failWith(ErrorKind::KeychainRefused);
    fixture.show(Topic::Keychain, ErrorKind::KeychainNotSetUp, [] {});
    fixture.press();
    COMPARE_EVENTUALLY(fixture.action(), u"Set up"_s);
    QCOMPARE(fixture.text(), errorText(errorOf(ErrorKind::KeychainNotSetUp)));
}

// It is started after the program: what was said is no longer true.
void KeychainMessagesTest::oneThatComesLateIsOffered()
{
    MessagesFixture fixture;
    int times = 0;
    fixture.store.setReadiness(SecretStore::Readiness::Missing);
    fixture.show(Topic::Keychain, ErrorKind::KeychainMissing, [&times] { ++times; });
    fixture.store.setReadiness(SecretStore::Readiness::Unknown); // it is looked for
    QCOMPARE(fixture.text(), u"it failed"_s);
    fixture.store.setReadiness(SecretStore::Readiness::MayAsk);
    QVERIFY(fixture.text().endsWith(u"can be reached now."_s));
    QCOMPARE(times, 0); // a dialog may be open in which something was typed
    fixture.press();
    QCOMPARE(times, 1);
    fixture.show(Topic::Keychain, ErrorKind::KeychainLocked, [] {});
    fixture.store.setReadiness(SecretStore::Readiness::Ready);
    QCOMPARE(fixture.text(), u"it failed"_s);
}

void KeychainMessagesTest::whatWasLeftBehindIsRemovedOnRequest()
{
    MessagesFixture fixture;
    QVERIFY(fixture.signOutOnly());
    QCOMPARE(fixture.store.entries().size(), 1);
    fixture.show(Topic::SignOut, ErrorKind::KeychainSilent, nullptr);
    fixture.store.failWith({});
    fixture.press();
    COMPARE_EVENTUALLY(fixture.text(), u"The saved sign-in has been removed."_s);
    QVERIFY(fixture.store.entries().isEmpty());
}

void KeychainMessagesTest::whatCannotBeRemovedIsSaidAgain()
{
    MessagesFixture fixture;
    QVERIFY(fixture.signOutOnly());
    fixture.show(Topic::SignOut, ErrorKind::KeychainSilent, nullptr);
    fixture.press();
    VERIFY_EVENTUALLY(fixture.text().startsWith(u"The saved sign-in could not be removed"_s));
    QCOMPARE(fixture.action(), u"Try again"_s);
}

void KeychainMessagesTest::whatIsRemovedLaterIsNoLongerSaidToBeLeft()
{
    MessagesFixture fixture;
    QVERIFY(fixture.signOutOnly());
    fixture.show(Topic::SignOut, ErrorKind::KeychainSilent, nullptr);
    fixture.store.failWith({});
    fixture.signIns.removeLeftBehind();
    COMPARE_EVENTUALLY(fixture.text(), u"The saved sign-in has been removed."_s);
    QVERIFY(fixture.store.entries().isEmpty());
}

void KeychainMessagesTest::aSignInThatIsKeptSettlesIt()
{
    MessagesFixture fixture;
    QVERIFY(fixture.started);
    fixture.show(Topic::Keychain, ErrorKind::KeychainSilent, nullptr);
    QVERIFY(fixture.signIn());
    fixture.keychain.kept();
    QCOMPARE(fixture.text(), QString());
    fixture.keychain.kept(); // nothing is left to settle
    QCOMPARE(fixture.text(), QString());
}

// The entry that could not be removed is the new sign-in's now.
void KeychainMessagesTest::whatASignOutLeftIsSettledByAnotherSignIn()
{
    MessagesFixture fixture;
    QVERIFY(fixture.started);
    fixture.account.userName = u"another"_s;
    fixture.show(Topic::SignOut, ErrorKind::KeychainSilent, nullptr);
    QVERIFY(fixture.signIn());
    fixture.keychain.kept();
    QCOMPARE(fixture.text(), u"it failed"_s); // another account's
    fixture.account = fixture.session.account();
    fixture.show(Topic::SignOut, ErrorKind::KeychainSilent, nullptr);
    fixture.keychain.kept();
    QCOMPARE(fixture.text(), QString());
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::KeychainMessagesTest)

#include "tst_keychainmessages.moc"
