// Whose a saved sign-in is: which session stores it, under which name, and what becomes of it when a name passes to
// somebody else or the program ends in between.

#include "tests/core/heldstore.h"
#include "tests/core/sessionfixture.h"
#include "tests/support/testclass.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using State = Session::State;
using Storage = Session::Storage;

namespace {

// Two sessions over one keychain and one list of accounts, which is in a file.
struct TwoSessions
{
    SignInRequest request(const QString &userName, const QString &password = u"lanyard"_s, bool keep = true) const
    {
        return {.server = service.address(), .userName = userName, .secret = Secret::fromText(password), .keep = keep};
    }
    SignInRequest keyRequest() const
    {
        return {.server = service.address(),
                .userName = {},
                .secret = Secret::fromText(u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s),
                .kind = Credential::Kind::ApiKey};
    }
    bool signIn(Session &session, const SignInRequest &request) const
    {
        QSignalSpy settled(&session, &Session::storageChanged);
        session.signIn(request);
        const bool isSettled = settled.wait(timeoutMs) && session.state() == State::SignedIn;
        spin(20); // what is removed is removed besides
        return isSettled;
    }
    // Signs in and leaves the keychain's answer open.
    bool signInHeld(Session &session, const SignInRequest &request)
    {
        store.hold();
        session.signIn(request);
        return QTest::qWaitFor([&] { return session.state() == State::SignedIn && store.isWaiting(); }, timeoutMs);
    }
    // As a start of the program does besides, it removes what was left behind.
    bool signOut(Session &session)
    {
        QSignalSpy out(&session, &Session::signedOut);
        session.signOut();
        const bool isOut = out.wait(timeoutMs);
        signIns.removeLeftBehind();
        spin(20);
        return isOut;
    }
    bool reload(Session &session) const
    {
        QSignalSpy read(&session, &Session::userChanged);
        session.reload();
        const bool isRead = read.wait(timeoutMs);
        spin(20);
        return isRead;
    }
    bool rename(const QString &from, const QString &to)
    {
        QJsonObject user = service.user(from);
        user.insert("userName"_L1, to);
        return service.setUser(from, user);
    }
    bool expire(Session &session)
    {
        service.expireTokens();
        session.reload();
        return QTest::qWaitFor([&] { return session.state() == State::Expired; }, timeoutMs);
    }
    bool holds(const Session &session) const { return store.entries().contains(session.account().keychainKey()); }
    // What the next start of the program would try to restore.
    QStringList kept() const
    {
        QStringList names;
        const SavedAccounts next(file);
        for (const SavedAccount &account : next.accounts()) {
            if (account.kept)
                names << account.userName;
        }
        return names;
    }

    AccountService service{{.blockAfterFailures = 0}};
    bool started = service.start();
    QTemporaryDir folder;
    QString file = folder.filePath(u"accounts.json"_s);
    HeldStore store;
    TrustStore trust;
    SavedAccounts accounts{file};
    SavedSignIns signIns{store, accounts};
    Session first{signIns, trust};
    Session second{signIns, trust};
};

} // namespace

class SignInHoldersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignInUnderANewNameLeavesNothingUnderTheOld_data();
    void aSignInUnderANewNameLeavesNothingUnderTheOld();
    void aNameThatChangesDuringTheWriteTakesTheEntryAlong();
    void theOutcomeOfTheWriteIsNotedWhateverIsTriedMeanwhile_data();
    void theOutcomeOfTheWriteIsNotedWhateverIsTriedMeanwhile();
};

void SignInHoldersTest::aSignInUnderANewNameLeavesNothingUnderTheOld_data()
{
    QTest::addColumn<bool>("isExpired");
    QTest::addColumn<bool>("keep");
    QTest::newRow("while signed in") << false << true;
    QTest::newRow("after the session has ended") << true << true;
    QTest::newRow("not to be kept") << false << false;
}

void SignInHoldersTest::aSignInUnderANewNameLeavesNothingUnderTheOld()
{
    QFETCH(const bool, isExpired);
    QFETCH(const bool, keep);
    TwoSessions both;
    QVERIFY(both.signIn(both.first, both.request(u"mrossi"_s)));
    QVERIFY(!isExpired || both.expire(both.first));
    QVERIFY(both.rename(u"mrossi"_s, u"maria"_s));
    QVERIFY(both.signIn(both.first, both.request(u"maria"_s, u"lanyard"_s, keep)));
    QCOMPARE(both.kept(), keep ? QStringList{u"maria"_s} : QStringList());
    QCOMPARE(both.store.entries().size(), keep ? 1 : 0);
    QCOMPARE(both.holds(both.first), keep);
    QVERIFY(both.signOut(both.first));
    QVERIFY(both.store.entries().isEmpty() && both.kept().isEmpty());
}

void SignInHoldersTest::aNameThatChangesDuringTheWriteTakesTheEntryAlong()
{
    TwoSessions both;
    QVERIFY(both.signInHeld(both.first, both.request(u"mrossi"_s)));
    QVERIFY(both.rename(u"mrossi"_s, u"maria"_s));
    QVERIFY(both.reload(both.first));
    QCOMPARE(both.first.account().userName, u"maria"_s);
    both.store.release();
    QTRY_COMPARE(both.first.storage(), Storage::Keychain);
    spin(20);
    QCOMPARE(both.kept(), QStringList{u"maria"_s});
    QCOMPARE(both.store.entries().keys(), QStringList{both.first.account().keychainKey()});
    QVERIFY(both.signOut(both.first));
    QVERIFY(both.store.entries().isEmpty() && both.kept().isEmpty());
}

void SignInHoldersTest::theOutcomeOfTheWriteIsNotedWhateverIsTriedMeanwhile_data()
{
    QTest::addColumn<bool>("isCancelled");
    QTest::addColumn<bool>("isLocked");
    for (const bool isLocked : {false, true}) {
        const char *outcome = isLocked ? "not kept" : "kept";
        QTest::addRow("a wrong password, %s", outcome) << false << isLocked;
        QTest::addRow("a sign-in that is cancelled, %s", outcome) << true << isLocked;
    }
}

void SignInHoldersTest::theOutcomeOfTheWriteIsNotedWhateverIsTriedMeanwhile()
{
    QFETCH(const bool, isCancelled);
    QFETCH(const bool, isLocked);
    TwoSessions both;
    QVERIFY(both.signInHeld(both.first, both.request(u"mrossi"_s)));
    both.first.signIn(both.request(u"mrossi"_s, u"wrong"_s));
    if (isCancelled)
        both.first.cancelSignIn();
    QTRY_COMPARE_WITH_TIMEOUT(both.first.state(), State::SignedIn, timeoutMs);
    if (isLocked)
        both.store.failWith(Error::Kind::KeychainLocked);
    both.store.release();
    QTRY_COMPARE(both.first.storage(), isLocked ? Storage::KeychainFailed : Storage::Keychain);
    QCOMPARE(both.first.account().kept, !isLocked);
    both.store.failWith({});
    QVERIFY(both.rename(u"mrossi"_s, u"maria"_s));
    QVERIFY(both.reload(both.first));
    QVERIFY(both.signOut(both.first));
    QVERIFY(both.store.entries().isEmpty() && both.kept().isEmpty());
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::SignInHoldersTest)
#include "tst_signinholders.moc"
