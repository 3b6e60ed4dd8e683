// Whose a saved sign-in is: which session stores it, under which name, and what becomes of it when a name passes to
// somebody else or the program ends in between.

#include "tests/core/heldstore.h"
#include "tests/core/sessionfixture.h"
#include "tests/support/eventually.h"
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
        return eventually([&] { return session.state() == State::SignedIn && store.isWaiting(); });
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
        return eventually([&] { return session.state() == State::Expired; });
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
    void aCrashDuringTheWriteMixesNoTwoSignIns_data();
    void aCrashDuringTheWriteMixesNoTwoSignIns();
    void anotherUsersEntryIsNotRestored();
    void aSecondRemovalLeavesALaterSignIn_data();
    void aSecondRemovalLeavesALaterSignIn();
    void aNameThatPassedToAnotherUserIsTheirs_data();
    void aNameThatPassedToAnotherUserIsTheirs();
    void whoHadTheNameStaysInTheList_data();
    void whoHadTheNameStaysInTheList();
    void whatASessionOfTheSameAccountDoesIsTrueOfTheOther_data();
    void whatASessionOfTheSameAccountDoesIsTrueOfTheOther();
    void aSignInThatEndsDuringARestoreIsNotSaidToBeStored();
    void theKeychainsQuestionIsOfOneSession();
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
    COMPARE_EVENTUALLY(both.first.storage(), Storage::Keychain);
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
    COMPARE_EVENTUALLY(both.first.state(), State::SignedIn);
    if (isLocked)
        both.store.failWith(Error::Kind::KeychainLocked);
    both.store.release();
    COMPARE_EVENTUALLY(both.first.storage(), isLocked ? Storage::KeychainFailed : Storage::Keychain);
    QCOMPARE(both.first.account().kept, !isLocked);
    both.store.failWith({});
    QVERIFY(both.rename(u"mrossi"_s, u"maria"_s));
    QVERIFY(both.reload(both.first));
    QVERIFY(both.signOut(both.first));
    QVERIFY(both.store.entries().isEmpty() && both.kept().isEmpty());
}

void SignInHoldersTest::aCrashDuringTheWriteMixesNoTwoSignIns_data()
{
    QTest::addColumn<bool>("isKey");
    QTest::addColumn<bool>("isOther");
    QTest::addColumn<bool>("isWritten");
    for (const bool isWritten : {false, true}) {
        const char *moment = isWritten ? "after" : "before";
        QTest::addRow("the same kind, %s", moment) << false << false << isWritten;
        QTest::addRow("an API key over a token, %s", moment) << true << false << isWritten;
        QTest::addRow("another user over one who had the name, %s", moment) << false << true << isWritten;
    }
}

// The entry is one of the two, and what is noted of it must be true of either.
void SignInHoldersTest::aCrashDuringTheWriteMixesNoTwoSignIns()
{
    QFETCH(const bool, isKey);
    QFETCH(const bool, isOther);
    QFETCH(const bool, isWritten);
    TwoSessions both;
    QVERIFY(both.signIn(both.first, both.request(u"mrossi"_s)));
    QVERIFY(!isOther || (both.rename(u"mrossi"_s, u"maria"_s) && both.rename(u"admin"_s, u"mrossi"_s)));
    const SignInRequest later = both.request(u"mrossi"_s, isOther ? u"admin"_s : u"lanyard"_s);
    QVERIFY(both.signInHeld(both.second, isKey ? both.keyRequest() : later));
    SavedAccounts left(both.file); // read now, as a crash leaves it
    if (isWritten)
        both.store.release();
    else
        both.store.drop();
    SavedSignIns next(both.store, left);
    next.removeLeftBehind();
    spin(20);
    const SavedAccount wanted = *left.bestMatch({}, {});
    QCOMPARE(wanted.kept, !isKey && !isOther);
    QCOMPARE(both.store.entries().size(), wanted.kept ? 1 : 0);
    Session restored(next, both.trust);
    both.service.clearRequests();
    restored.restore(wanted);
    VERIFY_EVENTUALLY(restored.state() != State::Restoring);
    QCOMPARE(restored.hasUser(), wanted.kept);
    QCOMPARE(both.service.requests().size(), wanted.kept ? 1 : 0);
}

void SignInHoldersTest::anotherUsersEntryIsNotRestored()
{
    TwoSessions both;
    QVERIFY(both.signIn(both.first, both.request(u"mrossi"_s)));
    QVERIFY(both.signIn(both.second, both.request(u"admin"_s, u"admin"_s)));
    const auto secret = both.store.entries().value(both.second.account().keychainKey());
    const SavedAccount account = both.first.account();
    VERIFY_OK(wait(both.store.write(account.keychainKey(), secret)));
    Session restored(both.signIns, both.trust);
    QSignalSpy users(&restored, &Session::userChanged);
    QSignalSpy failed(&restored, &Session::restoreFailed);
    restored.restore(account);
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Error::Kind::OtherUser);
    QVERIFY(!restored.hasUser() && users.isEmpty());
    QCOMPARE(restored.account().userName, u"mrossi"_s); // who is asked to sign in
    QVERIFY(both.store.entries().value(account.keychainKey()).expose() == secret.expose());
}

void SignInHoldersTest::aSecondRemovalLeavesALaterSignIn_data()
{
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("of a session that is open") << false;
    QTest::newRow("of a session that was closed") << true;
}

void SignInHoldersTest::aSecondRemovalLeavesALaterSignIn()
{
    QFETCH(const bool, isClosed);
    TwoSessions both;
    QVERIFY(both.signIn(both.first, both.request(u"mrossi"_s)));
    both.store.failWith(Error::Kind::KeychainLocked);
    QVERIFY(both.signOut(both.first));
    const SavedAccount left = both.accounts.accounts().first();
    QVERIFY(left.removalDue);
    both.store.failWith({});
    auto later = std::make_unique<Session>(both.signIns, both.trust);
    QVERIFY(both.signIn(*later, both.request(u"mrossi"_s)));
    if (isClosed)
        later.reset();
    QSignalSpy removed(&both.first, &Session::removedAgain);
    both.first.removeAgain(left);
    QVERIFY(removed.wait(timeoutMs));
    spin(20);
    QCOMPARE(both.store.entries().size(), 1);
    QCOMPARE(both.kept(), QStringList{u"mrossi"_s});
}

void SignInHoldersTest::aNameThatPassedToAnotherUserIsTheirs_data()
{
    QTest::addColumn<QByteArray>("then"); // the session of who had the name before
    QTest::addColumn<bool>("isClosed");   // the session of who has it now
    for (const bool isClosed : {false, true}) {
        const char *state = isClosed ? "closed" : "open";
        QTest::addRow("it sees its new name, the other is %s", state) << QByteArray("reload") << isClosed;
        QTest::addRow("it signs in again, the other is %s", state) << QByteArray("signIn") << isClosed;
        QTest::addRow("it signs out, the other is %s", state) << QByteArray("signOut") << isClosed;
    }
}

void SignInHoldersTest::aNameThatPassedToAnotherUserIsTheirs()
{
    QFETCH(const QByteArray, then);
    QFETCH(const bool, isClosed);
    TwoSessions both;
    QVERIFY(both.signIn(both.first, both.request(u"mrossi"_s)));
    QVERIFY(both.rename(u"mrossi"_s, u"maria"_s) && both.rename(u"admin"_s, u"mrossi"_s));
    auto theirs = std::make_unique<Session>(both.signIns, both.trust);
    QVERIFY(both.signIn(*theirs, both.request(u"mrossi"_s, u"admin"_s)));
    const QString key = theirs->account().keychainKey();
    const auto secret = both.store.entries().value(key);
    if (isClosed)
        theirs.reset();
    if (then == "reload")
        QVERIFY(both.reload(both.first));
    else if (then == "signIn")
        QVERIFY(both.signIn(both.first, both.request(u"maria"_s)));
    else
        QVERIFY(both.signOut(both.first));
    QVERIFY(both.store.entries().value(key).expose() == secret.expose());
    QVERIFY(both.kept().contains(u"mrossi"_s));
    QCOMPARE(both.kept().contains(u"maria"_s), then != "signOut");
    QCOMPARE(both.holds(both.first), then != "signOut" || both.first.account().userName == u"mrossi"_s);
}

void SignInHoldersTest::whoHadTheNameStaysInTheList_data()
{
    QTest::addColumn<QByteArray>("then");
    QTest::addColumn<QString>("former"); // the name under which who had it is listed
    QTest::newRow("nothing follows") << QByteArray() << u"mrossi"_s;
    QTest::newRow("they see their new name") << QByteArray("reload") << u"maria"_s;
    QTest::newRow("they sign out") << QByteArray("signOut") << u"mrossi"_s;
    QTest::newRow("they sign out and in") << QByteArray("signOut signIn") << u"maria"_s;
    QTest::newRow("they are removed") << QByteArray("signOut remove") << QString();
    QTest::newRow("the other one is removed") << QByteArray("other") << u"mrossi"_s;
}

// Somebody is renamed to a name that is listed for another user, whose sign-in is not in the keychain.
void SignInHoldersTest::whoHadTheNameStaysInTheList()
{
    QFETCH(const QByteArray, then);
    TwoSessions both;
    QVERIFY(both.signIn(both.first, both.request(u"admin"_s, u"admin"_s)));
    QVERIFY(both.signIn(both.second, both.request(u"mrossi"_s, u"lanyard"_s, false)));
    QVERIFY(both.rename(u"mrossi"_s, u"maria"_s) && both.rename(u"admin"_s, u"mrossi"_s));
    QVERIFY(both.reload(both.first));
    const SavedAccount theirs = both.first.account();
    QCOMPARE(theirs.userName, u"mrossi"_s);
    const QString formerId = both.second.account().userId;
    if (then.contains("reload"))
        QVERIFY(both.reload(both.second));
    if (then.contains("signOut"))
        QVERIFY(both.signOut(both.second));
    if (then.contains("signIn"))
        QVERIFY(both.signIn(both.second, both.request(u"maria"_s, u"lanyard"_s, false)));
    if (then.contains("remove"))
        VERIFY_OK(wait(both.signIns.remove(both.second.account(), &both.second)));
    if (then.contains("other"))
        QVERIFY(both.signOut(both.first));
    if (then.contains("other"))
        VERIFY_OK(wait(both.signIns.remove(theirs, &both.first)));
    spin(20);
    const SavedAccounts next(both.file);
    QStringList names;
    for (const SavedAccount &account : next.listed())
        names << (account.userId == formerId ? account.userName : account.kept ? u"theirs"_s : u"lost"_s);
    const bool isFormerThere = names.size() > (then == "other" ? 0 : 1);
    const QString former = isFormerThere ? names.takeLast() : QString();
    QTEST(former, "former");
    QCOMPARE(names, then == "other" ? QStringList() : QStringList{u"theirs"_s});
    QCOMPARE(both.store.entries().keys(), then == "other" ? QStringList() : QStringList{theirs.keychainKey()});
}

void SignInHoldersTest::whatASessionOfTheSameAccountDoesIsTrueOfTheOther_data()
{
    QTest::addColumn<QByteArray>("then");
    for (const char *then :
         {"the first signs out", "the second signs out", "the second is not to be kept", "the second cannot be kept"})
        QTest::newRow(then) << QByteArray(then);
}

void SignInHoldersTest::whatASessionOfTheSameAccountDoesIsTrueOfTheOther()
{
    QFETCH(const QByteArray, then);
    TwoSessions both;
    QVERIFY(both.signIn(both.first, both.request(u"mrossi"_s)));
    if (then == "the second cannot be kept")
        both.store.failWith(Error::Kind::KeychainLocked);
    QVERIFY(both.signIn(both.second, both.request(u"mrossi"_s, u"lanyard"_s, then != "the second is not to be kept")));
    both.store.failWith({});
    Session *stays = &both.first;
    if (then == "the first signs out") {
        QVERIFY(both.signOut(both.first));
        stays = &both.second;
    } else if (then == "the second signs out") {
        QVERIFY(both.signOut(both.second));
    }
    both.signIns.removeLeftBehind();
    spin(50);
    QCOMPARE(stays->state(), State::SignedIn);
    QCOMPARE(stays->storage() == Storage::Keychain, both.holds(*stays));
    // Whoever wants to be kept and can be is.
    if (then != "the second cannot be kept") {
        QCOMPARE(stays->storage(), Storage::Keychain);
        Session restored(both.signIns, both.trust);
        restored.restore(both.accounts.accounts().first());
        COMPARE_EVENTUALLY(restored.state(), State::SignedIn);
    }
}

void SignInHoldersTest::aSignInThatEndsDuringARestoreIsNotSaidToBeStored()
{
    TwoSessions both;
    QVERIFY(both.signIn(both.second, both.keyRequest()));
    ServiceOptions options = both.service.options();
    options.latencyMs = 100;
    both.service.setOptions(options);
    both.service.clearRequests();
    both.first.restore(both.accounts.accounts().first());
    COMPARE_EVENTUALLY(both.service.requests().size(), 1);
    QVERIFY(both.signOut(both.second));
    COMPARE_EVENTUALLY(both.first.state(), State::SignedIn);
    QCOMPARE(both.first.storage() == Storage::Keychain, both.holds(both.first));
}

void SignInHoldersTest::theKeychainsQuestionIsOfOneSession()
{
    TwoSessions both;
    QVERIFY(both.signIn(both.second, both.request(u"admin"_s, u"admin"_s)));
    QVERIFY(both.signInHeld(both.first, both.request(u"mrossi"_s)));
    QSignalSpy changes(&both.first, &Session::keychainAskingChanged);
    const QString key = both.first.account().keychainKey();
    both.store.setAsking(key, true);
    QVERIFY(both.first.isKeychainAsking() && !both.second.isKeychainAsking());
    QCOMPARE(changes.size(), 1);
    both.store.setAsking(key, false);
    QVERIFY(!both.first.isKeychainAsking());
    both.store.release();
    COMPARE_EVENTUALLY(both.first.storage(), Storage::Keychain);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::SignInHoldersTest)
#include "tst_signinholders.moc"
