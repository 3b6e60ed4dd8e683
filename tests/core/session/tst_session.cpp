// A session through its life: restored, read again, expired and gone on with, destroyed.

#include "tests/core/sessionfixture.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using State = Session::State;
using Storage = Session::Storage;

class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restoringSignsInWithoutAQuestion();
    void whatCannotBeRestoredIsTold_data();
    void whatCannotBeRestoredIsTold();
    void anUnreachableServiceLeavesTheEntry();
    void aKeychainThatIsLockedIsTold();
    void anEntryThatNobodyCouldSendIsRefused();
    void reloadingReadsTheUserAgain();
    void oneReloadAtATime();
    void aReloadEndsWhateverSignInIsTriedMeanwhile_data();
    void aReloadEndsWhateverSignInIsTriedMeanwhile();
    void anotherUserInTheAnswerIsRefused();
    void anExpiredSessionKeepsTheUser();
    void theSameUserGoesOnAfterExpiry();
    void anotherUserDoesNotGoOnAfterExpiry();
    void aFailedSignInAfterExpiryKeepsTheUser();
    void aSignInAfterExpiryKnowsTheService();
    void aChangedUserNameTakesTheSignInAlong();
    void aNameOfAnotherAccountIsNotTaken_data();
    void aNameOfAnotherAccountIsNotTaken();
    void aNameThatAnotherRunSavedIsLookedUp_data();
    void aNameThatAnotherRunSavedIsLookedUp();
    void nothingIsRestoredOverAUser();
    void aSignInThatReplacesASessionEndsIt_data();
    void aSignInThatReplacesASessionEndsIt();
    void aSignOutDuringARestoreSignsNobodyIn();
    void theServiceIsToldThoughTheSessionIsDestroyed_data();
    void theServiceIsToldThoughTheSessionIsDestroyed();
    void aSessionCanBeDestroyedAtAnyMoment_data();
    void aSessionCanBeDestroyedAtAnyMoment();
};

void SessionTest::restoringSignsInWithoutAQuestion()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    SavedSignIns nextStart(pair.store, pair.accounts);
    Session second(nextStart, pair.trust);
    QSignalSpy states(&second, &Session::stateChanged);
    QSignalSpy users(&second, &Session::userChanged);
    pair.service.clearRequests();
    second.restore(pair.accounts.accounts().first());
    QCOMPARE(second.state(), State::Restoring);
    QVERIFY(users.wait(timeoutMs));
    QCOMPARE(second.state(), State::SignedIn);
    QCOMPARE(second.user().userName(), u"mrossi"_s);
    QCOMPARE(second.storage(), Storage::Keychain);
    QVERIFY(second.account().kept && second.account().expiresAt == pair.session.account().expiresAt);
    QCOMPARE(pair.service.requests().size(), 1); // no sign-in: it was not asked for
}

void SessionTest::whatCannotBeRestoredIsTold_data()
{
    QTest::addColumn<bool>("entry");
    QTest::newRow("expired") << true;
    QTest::newRow("no entry") << false;
}

void SessionTest::whatCannotBeRestoredIsTold()
{
    QFETCH(const bool, entry);
    SessionFixture pair;
    QVERIFY(pair.signIn());
    const SavedAccount account = pair.accounts.accounts().first();
    pair.service.expireTokens();
    pair.service.clearRequests();
    MemoryStore empty;
    SavedSignIns nextStart(entry ? pair.store : empty, pair.accounts);
    Session second(nextStart, pair.trust);
    QSignalSpy failed(&second, &Session::restoreFailed);
    second.restore(account);
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(failed.first().first().value<std::optional<Error>>().has_value(), entry);
    if (entry)
        QCOMPARE(errorOf(failed).kind, Kind::SessionExpired);
    QCOMPARE(second.state(), State::SignedOut);
    QCOMPARE(second.account().userName, u"mrossi"_s); // what the sign-in dialog fills in
    QVERIFY(!second.hasUser());
    QCOMPARE(pair.service.requests().size(), entry ? 1 : 0);
}

void SessionTest::anUnreachableServiceLeavesTheEntry()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.service.stop();
    SavedSignIns nextStart(pair.store, pair.accounts);
    Session second(nextStart, pair.trust);
    QSignalSpy failed(&second, &Session::restoreFailed);
    second.restore(pair.accounts.accounts().first());
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Kind::Unreachable);
    QCOMPARE(pair.store.entries().size(), 1);
    QVERIFY(pair.accounts.accounts().first().kept);
}

void SessionTest::aKeychainThatIsLockedIsTold()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.store.failWith(Kind::KeychainLocked);
    SavedSignIns nextStart(pair.store, pair.accounts);
    Session second(nextStart, pair.trust);
    QSignalSpy failed(&second, &Session::restoreFailed);
    second.restore(pair.accounts.accounts().first());
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Kind::KeychainLocked);
    QVERIFY(pair.accounts.accounts().first().kept); // for the next start
}

void SessionTest::anEntryThatNobodyCouldSendIsRefused()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    const SavedAccount account = pair.accounts.accounts().first();
    VERIFY_OK(wait(pair.store.write(account.keychainKey(), Secret::fromText(u"a\r\nb"_s))));
    pair.service.clearRequests();
    SavedSignIns nextStart(pair.store, pair.accounts);
    Session second(nextStart, pair.trust);
    QSignalSpy failed(&second, &Session::restoreFailed);
    second.restore(account);
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Kind::UnusableCredential);
    QCOMPARE(pair.service.requests().size(), 0);
}

void SessionTest::reloadingReadsTheUserAgain()
{
    SessionFixture pair;
    pair.session.reload(); // nobody there yet
    QVERIFY(!pair.session.isReloading());
    QVERIFY(pair.signIn());
    QJsonObject changed = pair.service.user(u"mrossi"_s);
    changed.insert("city"_L1, u"Bari"_s);
    QVERIFY(pair.service.setUser(u"mrossi"_s, changed));
    QSignalSpy users(&pair.session, &Session::userChanged);
    pair.session.reload();
    QVERIFY(pair.session.isReloading());
    QVERIFY(users.wait(timeoutMs));
    QVERIFY(!pair.session.isReloading());
    QCOMPARE(pair.session.user().document().value("city"_L1), QJsonValue(u"Bari"_s));

    QSignalSpy failed(&pair.session, &Session::reloadFailed);
    pair.service.failNext({.status = 503});
    pair.session.reload();
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Kind::ServiceFault);
    QVERIFY(pair.session.state() == State::SignedIn && pair.session.hasUser());
}

void SessionTest::oneReloadAtATime()
{
    SessionFixture pair({.latencyMs = 30});
    QVERIFY(pair.signIn());
    pair.service.clearRequests();
    QSignalSpy users(&pair.session, &Session::userChanged);
    for (int i = 0; i < 20; ++i)
        pair.session.reload();
    QVERIFY(users.wait(timeoutMs));
    QCOMPARE(pair.service.requests().size(), 1);
}

void SessionTest::aReloadEndsWhateverSignInIsTriedMeanwhile_data()
{
    QTest::addColumn<QString>("server"); // empty: the right one
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("isCancelled");
    QTest::newRow("an address that is none") << u"::"_s << u"lanyard"_s << false;
    QTest::newRow("a wrong password") << QString() << u"wrong"_s << false;
    QTest::newRow("cancelled") << QString() << u"lanyard"_s << true;
    QTest::newRow("successful") << QString() << u"lanyard"_s << false;
}

void SessionTest::aReloadEndsWhateverSignInIsTriedMeanwhile()
{
    QFETCH(const QString, server);
    QFETCH(const QString, password);
    QFETCH(const bool, isCancelled);
    SessionFixture pair({.latencyMs = 30});
    QVERIFY(pair.signIn());
    QSignalSpy users(&pair.session, &Session::userChanged);
    QSignalSpy failed(&pair.session, &Session::reloadFailed);
    pair.session.reload();
    SignInRequest request = pair.request(u"mrossi"_s, password);
    if (!server.isEmpty())
        request.server = server;
    pair.session.signIn(request);
    if (isCancelled)
        pair.session.cancelSignIn();
    VERIFY_EVENTUALLY(pair.session.state() == State::SignedIn && !pair.session.isReloading());
    QVERIFY(!users.isEmpty());
    QVERIFY(failed.isEmpty());
}

void SessionTest::anotherUserInTheAnswerIsRefused()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    QSignalSpy failed(&pair.session, &Session::reloadFailed);
    pair.service.failNext({.status = 200, .body = R"({"success":true,"user":{"id":"other"}})"});
    pair.session.reload();
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Kind::OtherUser);
    QCOMPARE(pair.session.user().userName(), u"mrossi"_s);
}

void SessionTest::anExpiredSessionKeepsTheUser()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.service.expireTokens();
    QSignalSpy failed(&pair.session, &Session::reloadFailed);
    pair.session.reload();
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Kind::SessionExpired);
    QCOMPARE(pair.session.state(), State::Expired);
    QCOMPARE(pair.session.user().userName(), u"mrossi"_s);
    pair.service.clearRequests();
    pair.session.reload(); // without a session there is nothing to ask
    pair.session.save({});
    spin(20);
    QCOMPARE(pair.service.requests().size(), 0);
}

void SessionTest::theSameUserGoesOnAfterExpiry()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.service.expireTokens();
    pair.session.reload();
    COMPARE_EVENTUALLY(pair.session.state(), State::Expired);
    QVERIFY(pair.signIn());
    QSignalSpy users(&pair.session, &Session::userChanged);
    pair.session.reload();
    QVERIFY(users.wait(timeoutMs));
}

void SessionTest::anotherUserDoesNotGoOnAfterExpiry()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.service.expireTokens();
    pair.session.reload();
    COMPARE_EVENTUALLY(pair.session.state(), State::Expired);
    QSignalSpy failed(&pair.session, &Session::signInFailed);
    pair.session.signIn(pair.request(u"admin"_s, u"admin"_s));
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Kind::OtherUser);
    QCOMPARE(pair.session.state(), State::Expired);
    QCOMPARE(pair.session.user().userName(), u"mrossi"_s);
    QCOMPARE(pair.store.entries().size(), 1); // that of mrossi
    // The session that nobody wants is ended again.
    COMPARE_EVENTUALLY(pair.service.count("POST", "/v1/auth/logout"), 1);
}

// Its server cannot be changed there.
void SessionTest::aSignInAfterExpiryKnowsTheService()
{
    SessionFixture pair;
    QSignalSpy failed(&pair.session, &Session::signInFailed);
    for (const bool isKnown : {false, true}) {
        pair.service.failNext({.status = 404});
        pair.session.signIn(pair.request());
        QVERIFY(failed.wait(timeoutMs));
        const Error error = errorOf(failed);
        QCOMPARE(error.isKnownService, isKnown);
        QCOMPARE(errorText(error).contains(u"Check the address"_s), !isKnown);
        failed.clear();
        QVERIFY(pair.signIn());
        pair.service.expireTokens();
        pair.session.reload();
        COMPARE_EVENTUALLY(pair.session.state(), State::Expired);
    }
}

void SessionTest::aFailedSignInAfterExpiryKeepsTheUser()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.service.expireTokens();
    pair.session.reload();
    COMPARE_EVENTUALLY(pair.session.state(), State::Expired);
    QSignalSpy failed(&pair.session, &Session::signInFailed);
    pair.session.signIn(pair.request(u"mrossi"_s, u"wrong"_s));
    QCOMPARE(pair.session.state(), State::SigningIn);
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(pair.session.state(), State::Expired);
    pair.session.signIn(pair.request());
    pair.session.cancelSignIn();
    QCOMPARE(pair.session.state(), State::Expired);
    QVERIFY(pair.session.hasUser());
    QVERIFY(pair.signIn());
}

void SessionTest::aChangedUserNameTakesTheSignInAlong()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    const QString before = pair.session.account().keychainKey();
    QSignalSpy settled(&pair.session, &Session::storageChanged);
    pair.session.save({{Path::field(u"userName"), u"maria"_s}});
    QVERIFY(settled.wait(timeoutMs));
    QCOMPARE(pair.session.account().userName, u"maria"_s);
    QCOMPARE(pair.session.account().acceptedName, QString()); // not that one yet
    VERIFY_EVENTUALLY(!pair.store.entries().contains(before));
    QCOMPARE(pair.store.entries().keys(), QStringList{pair.session.account().keychainKey()});

    // And again while the program is not running.
    QJsonObject user = pair.service.user(u"maria"_s);
    user.insert("userName"_L1, u"mrossi"_s);
    QVERIFY(pair.service.setUser(u"maria"_s, user));
    SavedSignIns nextStart(pair.store, pair.accounts);
    Session next(nextStart, pair.trust, pair.limits);
    QSignalSpy kept(&next, &Session::storageChanged);
    next.restore(*pair.accounts.bestMatch({}, {}));
    QVERIFY(kept.wait(timeoutMs));
    QCOMPARE(next.account().userName, u"mrossi"_s);
    COMPARE_EVENTUALLY(pair.store.entries().keys(), QStringList{before});
    QSignalSpy out(&next, &Session::signedOut);
    next.signOut();
    QVERIFY(out.wait(timeoutMs));
    QVERIFY(pair.store.entries().isEmpty());
    const QList<SavedAccount> accounts = pair.accounts.accounts();
    QVERIFY(std::none_of(accounts.begin(), accounts.end(), [](const SavedAccount &account) { return account.kept; }));
}

void SessionTest::aNameOfAnotherAccountIsNotTaken_data()
{
    QTest::addColumn<QString>("userId");
    QTest::newRow("of another user") << u"another"_s;
    QTest::newRow("of nobody known, from an older version") << QString();
}

// Both sign-ins are in the keychain under the names they had.
void SessionTest::aNameOfAnotherAccountIsNotTaken()
{
    QFETCH(const QString, userId);
    SessionFixture pair;
    SavedAccount other;
    other.origin = originOf(pair.service.address());
    other.userName = u"alice"_s;
    other.userId = userId;
    VERIFY_OK(wait(pair.signIns.keep(other, Secret::fromText(u"alice's token"_s), nullptr)));
    QVERIFY(pair.signIn());
    const QString mine = pair.session.account().keychainKey();
    QCOMPARE(pair.store.entries().size(), 2);
    const auto before = pair.store.entries();
    QJsonObject user = pair.service.user(u"mrossi"_s);
    user.insert("userName"_L1, u"Alice"_s);
    QVERIFY(pair.service.setUser(u"mrossi"_s, user));
    pair.session.reload();
    COMPARE_EVENTUALLY(pair.session.user().userName(), u"Alice"_s);
    spin(100);
    QVERIFY(pair.store.entries() == before);
    QSignalSpy out(&pair.session, &Session::signedOut);
    pair.session.signOut();
    QVERIFY(out.wait(timeoutMs));
    QCOMPARE(pair.store.entries().keys(), QStringList{other.keychainKey()});
    QVERIFY(!pair.store.entries().contains(mine));
    QVERIFY(pair.accounts.find(other.origin, u"alice"_s)->kept);
}

void SessionTest::aNameThatAnotherRunSavedIsLookedUp_data()
{
    QTest::addColumn<bool>("isMine");
    QTest::addColumn<bool>("isSavedMeanwhile"); // by another process
    QTest::newRow("mine") << true << false;
    QTest::newRow("mine, saved meanwhile") << true << true;
    QTest::newRow("another user's") << false << false;
    QTest::newRow("another user's, saved meanwhile") << false << true;
}

// The file tells whose it is.
void SessionTest::aNameThatAnotherRunSavedIsLookedUp()
{
    QFETCH(const bool, isMine);
    QFETCH(const bool, isSavedMeanwhile);
    QTemporaryDir folder;
    const QString file = folder.filePath(u"accounts.json"_s);
    SessionFixture pair; // for its service and its keychain
    SavedAccount other;
    other.origin = originOf(pair.service.address());
    other.userName = u"alice"_s;
    other.userId = isMine ? pair.service.user(u"mrossi"_s).value("id"_L1).toString() : u"another"_s;
    const auto saveOther = [&] {
        SavedAccounts accounts(file);
        SavedSignIns signIns(pair.store, accounts);
        return wait(signIns.keep(other, Secret::fromText(u"alice's token"_s), nullptr)).ok();
    };
    if (!isSavedMeanwhile)
        QVERIFY(saveOther());
    SavedAccounts accounts(file);
    SavedSignIns signIns(pair.store, accounts);
    Session session(signIns, pair.trust);
    QSignalSpy settled(&session, &Session::storageChanged);
    session.signIn(pair.request());
    QVERIFY(settled.wait(timeoutMs));
    const QString mine = session.account().keychainKey();
    if (isSavedMeanwhile)
        QVERIFY(saveOther());
    QJsonObject user = pair.service.user(u"mrossi"_s);
    user.insert("userName"_L1, u"Alice"_s);
    QVERIFY(pair.service.setUser(u"mrossi"_s, user));
    session.reload();
    COMPARE_EVENTUALLY(session.user().userName(), u"Alice"_s);
    spin(100);
    QCOMPARE(pair.store.entries().contains(mine), !isMine);
    QVERIFY(pair.store.entries().contains(other.keychainKey()));
}

void SessionTest::nothingIsRestoredOverAUser()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    const SavedAccount other = pair.session.account();
    pair.session.restore(other);
    QCOMPARE(pair.session.state(), State::SignedIn);
    QVERIFY(pair.session.hasUser());
}

void SessionTest::aSignInThatReplacesASessionEndsIt_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<bool>("isKey");
    QTest::addColumn<int>("ended");
    QTest::newRow("a token by another one") << QByteArray("token") << false << 1;
    QTest::newRow("a token by an API key") << QByteArray("token") << true << 1;
    QTest::newRow("an API key by a token: it stays valid") << QByteArray("key") << false << 0;
    QTest::newRow("one that has expired") << QByteArray("expired") << false << 0;
}

void SessionTest::aSignInThatReplacesASessionEndsIt()
{
    QFETCH(const QByteArray, before);
    QFETCH(const bool, isKey);
    QFETCH(const int, ended);
    SessionFixture pair;
    QVERIFY(pair.signIn(before == "key" ? pair.keyRequest() : pair.request()));
    const Secret old = pair.store.entries().value(pair.session.account().keychainKey());
    if (before == "expired") {
        pair.service.expireTokens();
        pair.session.reload();
        COMPARE_EVENTUALLY(pair.session.state(), State::Expired);
    }
    pair.service.clearRequests();
    QVERIFY(pair.signIn(isKey ? pair.keyRequest() : pair.request()));
    COMPARE_EVENTUALLY(pair.service.count("POST", "/v1/auth/logout"), ended);
    spin(50);
    QCOMPARE(pair.service.count("POST", "/v1/auth/logout"), ended);
    QSignalSpy users(&pair.session, &Session::userChanged);
    pair.session.reload(); // the new one is not ended
    QVERIFY(users.wait(timeoutMs));
    if (ended == 0)
        return;
    SavedAccount account = pair.session.account();
    account.kind = Credential::Kind::Token;
    VERIFY_OK(wait(pair.store.write(account.keychainKey(), old)));
    Session second(pair.signIns, pair.trust);
    QSignalSpy failed(&second, &Session::restoreFailed);
    second.restore(account);
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Kind::SessionExpired);
}

void SessionTest::aSignOutDuringARestoreSignsNobodyIn()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    Session second(pair.signIns, pair.trust);
    QSignalSpy users(&second, &Session::userChanged);
    second.restore(pair.accounts.accounts().first());
    second.signOut();
    QCOMPARE(second.state(), State::SignedOut);
    second.signIn(pair.request());
    second.signOut();
    QCOMPARE(second.state(), State::SignedOut);
    spin(100);
    QVERIFY(users.isEmpty() && !second.hasUser());
}

void SessionTest::theServiceIsToldThoughTheSessionIsDestroyed_data()
{
    QTest::addColumn<QByteArray>("during");
    QTest::newRow("at once after the sign-out") << QByteArray("signOut");
    QTest::newRow("while a sign-in is being answered") << QByteArray("login");
    QTest::newRow("while a sign-in is being confirmed") << QByteArray("confirmation");
}

// A session that nobody knows of any more must not stay valid.
void SessionTest::theServiceIsToldThoughTheSessionIsDestroyed()
{
    QFETCH(const QByteArray, during);
    SessionFixture pair;
    auto session = std::make_unique<Session>(pair.signIns, pair.trust);
    QSignalSpy signedIn(session.get(), &Session::signedIn);
    if (during == "signOut") {
        session->signIn(pair.request());
        QVERIFY(signedIn.wait(timeoutMs));
        session->signOut();
    } else {
        ServiceOptions options = pair.service.options();
        options.latencyMs = 100;
        pair.service.setOptions(options);
        session->signIn(pair.request());
        const char *path = during == "login" ? "/v1/auth/login" : "/v1/auth/user";
        const char *method = during == "login" ? "POST" : "GET";
        COMPARE_EVENTUALLY(pair.service.count(method, path), 1);
    }
    session.reset();
    const int ends = during == "login" ? 0 : 1; // without its answer there is nothing to end it by
    COMPARE_EVENTUALLY(pair.service.count("POST", "/v1/auth/logout"), ends);
    spin(200);
    QCOMPARE(pair.service.count("POST", "/v1/auth/logout"), ends);
}

void SessionTest::aSessionCanBeDestroyedAtAnyMoment_data()
{
    QTest::addColumn<QByteArray>("during");
    for (const char *during : {"restore", "signIn", "reload", "save", "signOut"})
        QTest::newRow(during) << QByteArray(during);
}

void SessionTest::aSessionCanBeDestroyedAtAnyMoment()
{
    QFETCH(const QByteArray, during);
    SessionFixture pair;
    QVERIFY(pair.signIn());
    const SavedAccount account = pair.accounts.accounts().first();
    for (const int ms : {0, 1, 3, 10, 30}) {
        auto session = std::make_unique<Session>(pair.signIns, pair.trust);
        QSignalSpy users(session.get(), &Session::userChanged);
        if (during != "restore" && during != "signIn") {
            session->signIn(pair.request());
            QVERIFY(users.wait(timeoutMs));
        }
        if (during == "restore")
            session->restore(account);
        else if (during == "signIn")
            session->signIn(pair.request());
        else if (during == "reload")
            session->reload();
        else if (during == "save")
            session->save({{Path::field(u"city"), u"Bari"_s}});
        else
            session->signOut();
        spin(ms);
        session.reset();
        spin(10);
    }
    // And nothing was left where the next session does not find it.
    QVERIFY(pair.signIn());
    pair.signIns.removeLeftBehind();
    pair.session.signOut();
    VERIFY_EVENTUALLY(pair.store.entries().isEmpty());
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::SessionTest)
#include "tst_session.moc"
