// What is noted of sign-ins in the keychain, and what is done about those that it did not take or did not let go of.
// The keychain is one that fails when told to; tst_keyringstates does the same with a real one.

#include "core/session/components.h"
#include "core/session/diagnostics.h"
#include "tests/core/sessionfixture.h"
#include "tests/core/slowstore.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

#include <QDir>
#include <QLockFile>
#include <QSslSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using State = Session::State;
using Storage = Session::Storage;

class SavedSignInsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCouldNotBeKeptIsKeptLater();
    void aKeychainThatCannotBeOpenedIsTold();
    void whatWasNotRemovedIsNotedAndRemovedLater();
    void aSignOutThatCouldNeitherBeNotedNorDoneIsTriedAgain_data();
    void aSignOutThatCouldNeitherBeNotedNorDoneIsTriedAgain();
    void theLastIntentIsWhatIsNoted();
    void aSignInThatIsNotToBeKeptRemovesAnEarlierOne();
    void whatCannotBeNotedIsNotKept();
    void whatIsBeingKeptIsNotTakenForLeftBehind();
    void whatMayHaveBeenKeptIsRemoved_data();
    void whatMayHaveBeenKeptIsRemoved();
    void aRemovalDoesNotSettleALaterSave_data();
    void aRemovalDoesNotSettleALaterSave();
    void diagnosticsTellStatesAndNobody();
    void whatTheProgramIsMadeWithHasVersionsAndLicences();
};

void SavedSignInsTest::whatCouldNotBeKeptIsKeptLater()
{
    SessionFixture pair;
    pair.store.failWith(Kind::KeychainLocked);
    QVERIFY(pair.signIn());
    QCOMPARE(pair.session.storage(), Storage::KeychainFailed);
    QSignalSpy settled(&pair.session, &Session::storageChanged);
    pair.session.keepAgain(); // it is still locked
    QVERIFY(settled.wait(timeoutMs));
    QCOMPARE(pair.session.storage(), Storage::KeychainFailed);

    QSignalSpy opened(&pair.session, &Session::keychainOpened);
    pair.session.openKeychain(pair.session.account());
    pair.session.openKeychain(pair.session.account()); // a second click
    QVERIFY(opened.wait(timeoutMs));
    spin(50);
    QCOMPARE(opened.count(), 1);
    pair.session.keepAgain();
    COMPARE_EVENTUALLY(pair.session.storage(), Storage::Keychain);
    QVERIFY(!pair.session.storageError());
    QVERIFY(pair.accounts.accounts().first().kept && pair.session.account().kept);
    QCOMPARE(pair.store.entries().size(), 1);
    settled.clear();
    pair.session.keepAgain(); // nothing is left to do
    spin(50);
    QVERIFY(settled.isEmpty());
}

void SavedSignInsTest::aKeychainThatCannotBeOpenedIsTold()
{
    SessionFixture pair;
    pair.store.failWith(Kind::KeychainMissing);
    QVERIFY(pair.signIn());
    QSignalSpy failed(&pair.session, &Session::keychainNotOpened);
    pair.session.openKeychain(pair.session.account());
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Kind::KeychainMissing);
    QCOMPARE(pair.session.state(), State::SignedIn);
}

void SavedSignInsTest::whatWasNotRemovedIsNotedAndRemovedLater()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.store.failWith(Kind::KeychainLocked);
    QSignalSpy out(&pair.session, &Session::signedOut);
    pair.session.signOut();
    QVERIFY(out.wait(timeoutMs));
    const SavedAccount left = pair.accounts.accounts().first();
    QVERIFY(left.removalDue && !left.kept);
    QCOMPARE(pair.store.entries().size(), 1);

    // Not while it is locked; then when the user opens it.
    SavedSignIns keeper(pair.store, pair.accounts);
    keeper.removeLeftBehind();
    spin(50);
    QVERIFY(pair.accounts.accounts().first().removalDue);
    VERIFY_OK(wait(keeper.open(left)));
    VERIFY_EVENTUALLY(!pair.accounts.accounts().first().removalDue);
    QVERIFY(pair.store.entries().isEmpty());
}

void SavedSignInsTest::aSignOutThatCouldNeitherBeNotedNorDoneIsTriedAgain_data()
{
    QTest::addColumn<bool>("isUnlocked");
    QTest::addColumn<bool>("isWritable");
    QTest::newRow("the keychain is unlocked, and the program killed") << true << false;
    QTest::newRow("the list can be written at the end") << false << true;
    QTest::newRow("neither before the end") << false << false;
}

// Another process holds the list, and the keychain is locked.
void SavedSignInsTest::aSignOutThatCouldNeitherBeNotedNorDoneIsTriedAgain()
{
    QFETCH(const bool, isUnlocked);
    QFETCH(const bool, isWritable);
    SessionFixture pair; // for its service and its keychain
    QTemporaryDir folder;
    const QString file = folder.filePath(u"accounts.json"_s);
    QLockFile other(file + ".lock"_L1);
    other.setStaleLockTime(0);
    {
        SavedAccounts accounts(file);
        SavedSignIns signIns(pair.store, accounts, std::chrono::milliseconds(20));
        Session session(signIns, pair.trust);
        QSignalSpy kept(&session, &Session::storageChanged);
        session.signIn(pair.keyRequest());
        QVERIFY(kept.wait(timeoutMs) && session.storage() == Storage::Keychain);
        QVERIFY(other.tryLock(0));
        pair.store.failWith(Kind::KeychainLocked);
        QSignalSpy out(&session, &Session::signedOut);
        QSignalSpy notWritten(&signIns, &SavedSignIns::notWritten);
        session.signOut();
        QVERIFY(out.wait(timeoutMs));
        QVERIFY(!notWritten.isEmpty());
        QVERIFY(unrecordedText().contains("may be back at the next start"_L1));
        if (isUnlocked) {
            pair.store.failWith({});
            VERIFY_EVENTUALLY(pair.store.entries().isEmpty());
        }
        if (isWritable)
            other.unlock();
    }
    pair.store.failWith({});
    other.unlock();
    SavedAccounts accounts(file);
    SavedSignIns next(pair.store, accounts);
    next.removeLeftBehind();
    spin(20);
    Session session(next, pair.trust);
    session.restore(accounts.accounts().first());
    VERIFY_EVENTUALLY(session.state() != State::Restoring);
    QCOMPARE(session.hasUser(), !isUnlocked && !isWritable); // as the user has been told
}

// A sign-out right behind a sign-in, and the other way round.
void SavedSignInsTest::theLastIntentIsWhatIsNoted()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    const SavedAccount account = pair.accounts.accounts().first();
    SavedSignIns keeper(pair.store, pair.accounts);
    auto kept = keeper.keep(account, Secret::fromText(u"token"_s), &keeper);
    auto forgotten = keeper.forget(account, &keeper);
    VERIFY_OK(wait(kept));
    VERIFY_OK(wait(forgotten));
    QVERIFY(!pair.accounts.accounts().first().kept && !pair.accounts.accounts().first().removalDue);
    QVERIFY(pair.store.entries().isEmpty());
    forgotten = keeper.forget(account, &keeper);
    kept = keeper.keep(account, Secret::fromText(u"token"_s), &keeper);
    VERIFY_OK(wait(forgotten));
    VERIFY_OK(wait(kept));
    QVERIFY(pair.accounts.accounts().first().kept && !pair.accounts.accounts().first().removalDue);
    QCOMPARE(pair.store.entries().size(), 1);
}

void SavedSignInsTest::aSignInThatIsNotToBeKeptRemovesAnEarlierOne()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.store.failWith(Kind::KeychainSilent);
    SignInRequest request = pair.request();
    request.keep = false;
    QVERIFY(pair.signIn(request));
    QCOMPARE(pair.session.storage(), Storage::UntilQuit);
    VERIFY_EVENTUALLY(pair.accounts.accounts().first().removalDue); // it could not be: that is noted
    QVERIFY(!pair.accounts.accounts().first().kept);
}

// What the next start would not look for must not lie in the keychain.
void SavedSignInsTest::whatCannotBeNotedIsNotKept()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"accounts.json"_s);
    QVERIFY(QDir().mkdir(file)); // no file can be written there
    MemoryStore store;
    SavedAccounts accounts(file);
    SavedSignIns keeper(store, accounts);
    QSignalSpy notWritten(&keeper, &SavedSignIns::notWritten);
    SavedAccount account;
    account.origin = Origin::parse(u"https://a.example"_s).value();
    account.userName = u"mrossi"_s;
    COMPARE_ERROR(wait(keeper.keep(account, Secret::fromText(u"token"_s), &keeper)), Kind::NotWritten);
    QVERIFY(store.entries().isEmpty());
    QVERIFY(notWritten.isEmpty()); // it was told by the error
    VERIFY_OK(wait(keeper.forget(account, &keeper)));
    QVERIFY(!notWritten.isEmpty());

    QVERIFY(QDir().rmdir(file));
    VERIFY_OK(wait(keeper.keep(account, Secret::fromText(u"token"_s), &keeper)));
    QVERIFY(SavedAccounts(file).accounts().first().kept);
}

// The note that stands before the keychain is written to says "take it out" to a start after a crash only.
void SavedSignInsTest::whatIsBeingKeptIsNotTakenForLeftBehind()
{
    SessionFixture pair;
    SavedSignIns keeper(pair.store, pair.accounts);
    SavedAccount account;
    account.origin = Origin::parse(u"https://a.example"_s).value();
    account.userName = u"mrossi"_s;
    const auto kept = keeper.keep(account, Secret::fromText(u"token"_s), &keeper);
    QVERIFY(pair.accounts.accounts().first().removalDue);
    keeper.removeLeftBehind();
    VERIFY_OK(wait(kept));
    spin(50);
    QCOMPARE(pair.store.entries().size(), 1);
    QVERIFY(pair.accounts.accounts().first().kept && !pair.accounts.accounts().first().removalDue);

    // As a crash in between leaves it.
    SavedAccounts left;
    account.removalDue = true;
    left.remember(account);
    SavedSignIns nextStart(pair.store, left);
    nextStart.removeLeftBehind();
    VERIFY_EVENTUALLY(pair.store.entries().isEmpty());
    VERIFY_EVENTUALLY(!left.accounts().first().removalDue);
}

void SavedSignInsTest::whatMayHaveBeenKeptIsRemoved_data()
{
    QTest::addColumn<bool>("isLater"); // the next start
    QTest::newRow("at quit") << false;
    QTest::newRow("at the next start") << true;
}

// It was said that the sign-in lasts until Lanyard quits.
void SavedSignInsTest::whatMayHaveBeenKeptIsRemoved()
{
    QFETCH(const bool, isLater);
    SessionFixture pair;
    pair.store.loseOutcomes();
    QVERIFY(pair.signIn());
    QCOMPARE(pair.session.storage(), Session::Storage::KeychainFailed);
    QCOMPARE(pair.store.entries().size(), 1);
    const SavedAccount noted = pair.accounts.accounts().first();
    QVERIFY(!noted.kept && noted.removalDue);
    SavedSignIns nextStart(pair.store, pair.accounts);
    (isLater ? nextStart : pair.signIns).removeLeftBehind();
    VERIFY_EVENTUALLY(pair.store.entries().isEmpty());
    VERIFY_EVENTUALLY(!pair.accounts.accounts().first().removalDue);
}

void SavedSignInsTest::aRemovalDoesNotSettleALaterSave_data()
{
    QTest::addColumn<bool>("isSignOut");
    QTest::newRow("a sign-out") << true;
    QTest::newRow("what was left behind") << false;
}

// A sign-in while an earlier one is being removed: a crash at any moment must find the entry recorded.
void SavedSignInsTest::aRemovalDoesNotSettleALaterSave()
{
    QFETCH(const bool, isSignOut);
    SlowStore store(1);
    SavedAccounts accounts;
    SavedAccount account;
    account.origin = Origin::parse(u"https://a.example"_s).value();
    account.userName = u"mrossi"_s;
    account.removalDue = true;
    accounts.remember(account);
    SavedSignIns keeper(store, accounts);
    if (isSignOut)
        static_cast<void>(keeper.forget(account, &keeper));
    else
        keeper.removeLeftBehind();
    bool isKept = false;
    keeper.keep(account, Secret::fromText(u"token"_s), &keeper).then(&keeper, [&isKept](const Result<Done> &kept) {
        isKept = kept.ok();
    });
    const auto isRecorded = [&accounts] {
        return accounts.accounts().first().removalDue || accounts.accounts().first().kept;
    };
    QVERIFY2(eventually([&] { return isKept || !isRecorded(); }), "neither kept nor forgotten");
    QVERIFY2(isRecorded(), "nobody would look for the entry");
    QVERIFY(accounts.accounts().first().kept && !accounts.accounts().first().removalDue);
    QCOMPARE(store.entries().size(), 1);
}

void SavedSignInsTest::diagnosticsTellStatesAndNobody()
{
    SessionFixture pair;
    const auto text = [&pair] { return diagnosticsOf(pair.session).join(u'\n'); };
    QVERIFY(text().contains("Session: SignedOut"_L1) && !text().contains("Kept:"_L1));
    QVERIFY(pair.signIn());
    QVERIFY(text().contains("Session: SignedIn"_L1) && text().contains("Kept: in the keychain"_L1));
    QVERIFY(text().contains("Connection: http to this computer"_L1) && text().contains("API keys: 9"_L1));
    pair.store.failWith(Kind::KeychainSilent);
    QVERIFY(pair.signIn());
    QVERIFY(text().contains("Kept: until quit, KeychainSilent"_L1));
    for (const QString &personal : {u"mrossi"_s, u"Rossi"_s, u"127.0.0.1"_s, pair.service.address(), QDir::homePath()})
        QVERIFY2(!text().contains(personal), qPrintable(personal));
}

void SavedSignInsTest::whatTheProgramIsMadeWithHasVersionsAndLicences()
{
    QHash<QString, Component> found;
    for (const Component &component : components())
        found.insert(component.name, component);
    QCOMPARE(found[u"Qt"_s].version, QString::fromLatin1(qVersion()));
    QStringList names{u"Qt"_s, u"OpenSSL"_s};
#ifndef Q_OS_WIN // where the program talks to the Credential Manager itself
    names << u"QtKeychain"_s;
#endif
    for (const QString &name : std::as_const(names)) {
        const Component &component = found[name];
        QVERIFY2(component.version.contains(u'.') && !component.licence.isEmpty(), qPrintable(name));
        QVERIFY2(QSslSocket::sslLibraryVersionString().contains(component.version) || name != "OpenSSL"_L1,
                 qPrintable(name));
    }
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::SavedSignInsTest)
#include "tst_savedsignins.moc"
