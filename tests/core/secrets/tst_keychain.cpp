// The keychain of the system, a real one: what it says is checked from outside and with the keyring locked.
//
// Runs in a session of its own, whose keyring is thrown away afterwards; without a screen, so that nothing can ask for
// a password.

#include "core/secrets/buscall.h"
#include "core/secrets/entrycall.h"
#include "core/secrets/keychainstore.h"
#include "core/secrets/secretservice.h"
#include "core/secrets/systemkeychain.h"
#include "tests/core/keyring.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whatIsWrittenIsThereForOthers();
    void eachWayFindsWhatTheOtherHasWritten();
    void aNewValueTakesTheOldOnesPlace();
    void entriesAreApart();
    void textOfEveryKindComesBackUnchanged_data();
    void textOfEveryKindComesBackUnchanged();
    void whatIsNotThereIsVerifiedToBeAbsent();
    void removingIsVerified();
    void theLastIntentWins();
    void whatIsTooLongIsRefused();
    void aLockedKeyringIsNotAnEmptyOne();
    void aKeyringThatDoesNotAnswerIsGivenUp();
    void aKeyringThatWasRestartedIsUsed();
    void aJobThatIsGivenUpDoesNotOutliveTheNextIntent();
    void aStoreCanBeDestroyedWithACallUnderWay();
    void aStoreThatIsHeldLoadsNoLibraryBeforeItIsReleased();

private:
    // What the Secret Service says of the entry.
    bool isSeen(KeyringLook::State state, bool holdsEntry)
    {
        const auto look = wait(queryKeyring(u"lanyard"_s, entryKey, this));
        return look && look.value().state == state && look.value().holdsEntry == holdsEntry;
    }

    KeychainStore m_store;
};

void KeychainTest::initTestCase()
{
    if (!Keyring::isOurs())
        QSKIP("Needs a keyring that may be thrown away: run it under tests/support/session.sh.");
    QVERIFY(!m_store.name().isEmpty());
}

void KeychainTest::init()
{
    VERIFY_OK(wait(m_store.remove(entryKey)));
}

// While the window is not painted yet. The calls of the other store show that there was time enough.
void KeychainTest::aStoreThatIsHeldLoadsNoLibraryBeforeItIsReleased()
{
    VERIFY_OK(wait(m_store.write(entryKey, Secret::fromText(u"token-1"_s))));
    KeychainStore held;
    held.hold();
    std::optional<Secret> found;
    held.read(entryKey).then(
        this, [&found](const Result<std::optional<Secret>> &read) { found = read ? read.value() : std::nullopt; });
    for (int i = 0; i < 5; ++i)
        VERIFY_OK(wait(m_store.read(entryKey)));
    QVERIFY(!found);
    held.release();
    QVERIFY(eventually([&found] { return found && *found == Secret::fromText(u"token-1"_s); }));
}

void KeychainTest::whatIsWrittenIsThereForOthers()
{
    VERIFY_OK(wait(m_store.write(entryKey, Secret::fromText(u"token-1"_s))));
    QCOMPARE(Keyring::secretOf(entryKey), QByteArray("token-1"));
    const auto read = wait(m_store.read(entryKey));
    VERIFY_OK(read);
    QVERIFY(read.value() && *read.value() == Secret::fromText(u"token-1"_s));
    QVERIFY(isSeen(KeyringLook::State::Open, true));
}

// Through qtkeychain and without it, as for keychains that ask each time.
void KeychainTest::eachWayFindsWhatTheOtherHasWritten()
{
    const auto call = [this] { return new EntryCall(KeychainStore::ServiceName, entryKey, this); };
    VERIFY_OK(wait(call()->write(Secret::fromText(u"one"_s))));
    QCOMPARE(Keyring::secretOf(entryKey), QByteArray("one"));
    QVERIFY(wait(m_store.read(entryKey)).value() == Secret::fromText(u"one"_s));
    VERIFY_OK(wait(m_store.write(entryKey, Secret::fromText(u"two"_s))));
    QVERIFY(wait(call()->read()).value() == Secret::fromText(u"two"_s));
    VERIFY_OK(wait(call()->write(Secret::fromText(u"three"_s))));
    VERIFY_OK(wait(m_store.remove(entryKey)));
    QVERIFY(!Keyring::secretOf(entryKey)); // there were not two of them
    VERIFY_OK(wait(m_store.write(entryKey, Secret::fromText(u"four"_s))));
    VERIFY_OK(wait(call()->remove(true)));
    QVERIFY(!Keyring::secretOf(entryKey));
}

void KeychainTest::aNewValueTakesTheOldOnesPlace()
{
    VERIFY_OK(wait(m_store.write(entryKey, Secret::fromText(u"one"_s))));
    VERIFY_OK(wait(m_store.write(entryKey, Secret::fromText(u"two"_s))));
    QCOMPARE(Keyring::secretOf(entryKey), QByteArray("two"));
    VERIFY_OK(wait(m_store.remove(entryKey)));
    QVERIFY(!Keyring::secretOf(entryKey)); // there were not two of them
}

void KeychainTest::entriesAreApart()
{
    const QString other = entryKey + u"2"_s;
    VERIFY_OK(wait(m_store.write(entryKey, Secret::fromText(u"one"_s))));
    VERIFY_OK(wait(m_store.write(other, Secret::fromText(u"two"_s))));
    VERIFY_OK(wait(m_store.remove(entryKey)));
    QVERIFY(!Keyring::secretOf(entryKey));
    QCOMPARE(Keyring::secretOf(other), QByteArray("two"));
    VERIFY_OK(wait(m_store.remove(other)));
}

void KeychainTest::textOfEveryKindComesBackUnchanged_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("JWT") << u"eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2ln"_s;
    QTest::newRow("all printable") << uR"(!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~)"_s;
    QTest::newRow("international") << u"Ελένη 東京 🔑"_s;
    QTest::newRow("as long as may be") << QString(2560, u'x');
}

void KeychainTest::textOfEveryKindComesBackUnchanged()
{
    QFETCH(const QString, text);
    VERIFY_OK(wait(m_store.write(entryKey, Secret::fromText(text))));
    QCOMPARE(Keyring::secretOf(entryKey), text.toUtf8());
    QVERIFY(wait(m_store.read(entryKey)).value() == Secret::fromText(text));
}

void KeychainTest::whatIsNotThereIsVerifiedToBeAbsent()
{
    const auto read = wait(m_store.read(entryKey));
    VERIFY_OK(read);
    QVERIFY(!read.value());
    QVERIFY(isSeen(KeyringLook::State::Open, false));
    VERIFY_OK(wait(m_store.remove(entryKey)));
}

void KeychainTest::removingIsVerified()
{
    VERIFY_OK(wait(m_store.write(entryKey, Secret::fromText(u"token"_s))));
    VERIFY_OK(wait(m_store.remove(entryKey)));
    QVERIFY(!Keyring::secretOf(entryKey));
    QVERIFY(!wait(m_store.read(entryKey)).value());
}

// Asked at once, without waiting for each other: a sign-out right after a sign-in, and the other way round.
void KeychainTest::theLastIntentWins()
{
    for (int i = 0; i < 20; ++i) {
        const auto written = m_store.write(entryKey, Secret::fromText(u"token"_s));
        const auto removed = m_store.remove(entryKey);
        VERIFY_OK(wait(written));
        VERIFY_OK(wait(removed));
        QVERIFY(!Keyring::secretOf(entryKey));
        const auto removedAgain = m_store.remove(entryKey);
        const auto writtenAgain = m_store.write(entryKey, Secret::fromText(u"another"_s));
        VERIFY_OK(wait(removedAgain));
        VERIFY_OK(wait(writtenAgain));
        QCOMPARE(Keyring::secretOf(entryKey), QByteArray("another"));
    }
}

void KeychainTest::whatIsTooLongIsRefused()
{
    VERIFY_OK(wait(m_store.write(entryKey, Secret::fromText(u"short"_s))));
    COMPARE_ERROR(wait(m_store.write(entryKey, Secret::fromText(QString(2561, u'x')))), Kind::KeychainRefused);
    QCOMPARE(Keyring::secretOf(entryKey), QByteArray("short"));
}

// qtkeychain says "not found" and "deleted" of an entry in a locked keyring.
void KeychainTest::aLockedKeyringIsNotAnEmptyOne()
{
    VERIFY_OK(wait(m_store.write(entryKey, Secret::fromText(u"token"_s))));
    QVERIFY(Keyring::lock());
    QVERIFY(isSeen(KeyringLook::State::Locked, true));
    const auto read = wait(m_store.read(entryKey));
    const auto removed = wait(m_store.remove(entryKey));
    const auto written = wait(m_store.write(entryKey, Secret::fromText(u"new"_s)));
    const auto other = wait(m_store.read(entryKey + u"2"_s));
    QVERIFY(Keyring::unlock()); // before anything can fail
    COMPARE_ERROR(read, Kind::KeychainLocked);
    COMPARE_ERROR(removed, Kind::KeychainLocked);
    COMPARE_ERROR(written, Kind::KeychainLocked);
    VERIFY_OK(other);
    QVERIFY(!other.value());
    QCOMPARE(Keyring::secretOf(entryKey), QByteArray("token"));
    VERIFY_OK(wait(m_store.remove(entryKey)));
    QVERIFY(!Keyring::secretOf(entryKey));
}

void KeychainTest::aKeyringThatDoesNotAnswerIsGivenUp()
{
    VERIFY_OK(wait(m_store.write(entryKey, Secret::fromText(u"token"_s))));
    {
        const Keyring::Stopped stopped;
        const auto read = m_store.read(entryKey);
        const auto other = m_store.read(entryKey + u"2"_s); // does not wait for the first
        COMPARE_ERROR(wait(read), Kind::KeychainSilent);
        QElapsedTimer timer;
        timer.start();
        COMPARE_ERROR(wait(other), Kind::KeychainSilent);
        QVERIFY2(timer.elapsed() < BusAnswerMs, qPrintable(QString::number(timer.elapsed())));
        COMPARE_ERROR(wait(m_store.write(entryKey, Secret::fromText(u"late"_s))), Kind::KeychainSilent);
        COMPARE_ERROR(wait(m_store.remove(entryKey)), Kind::KeychainSilent);
    }
    // What was said not to be done is not done later either.
    QVERIFY(wait(m_store.read(entryKey)).value() == Secret::fromText(u"token"_s));
}

// By an update, or after a crash: the bus starts another one, which has everything locked.
void KeychainTest::aKeyringThatWasRestartedIsUsed()
{
    SystemKeychain store;
    for (int times = 0; times < 2; ++times) {
        VERIFY_OK(wait(store.write(entryKey, Secret::fromText(u"token"_s))));
        QVERIFY(Keyring::kill());
        const auto locked = wait(store.read(entryKey));
        QVERIFY(Keyring::unlock()); // before anything can fail
        COMPARE_ERROR(locked, Kind::KeychainLocked);
        const auto read = wait(store.read(entryKey));
        VERIFY_OK(read);
        QVERIFY(read.value() == Secret::fromText(u"token"_s));
        VERIFY_OK(wait(store.write(entryKey, Secret::fromText(u"new"_s))));
        QCOMPARE(Keyring::secretOf(entryKey), QByteArray("new"));
        VERIFY_OK(wait(store.remove(entryKey)));
        QVERIFY(!Keyring::secretOf(entryKey));
    }
}

// It stops answering between the look and the job: the job cannot be taken back, and the last intent still wins.
void KeychainTest::aJobThatIsGivenUpDoesNotOutliveTheNextIntent()
{
    KeychainStore hasty(0); // gives every job up
    const auto written = wait(hasty.write(entryKey, Secret::fromText(u"late"_s)));
    COMPARE_ERROR(written, Kind::KeychainSilent);
    QVERIFY(written.error().mayBeWritten);
    const auto removed = wait(hasty.remove(entryKey));
    QVERIFY(removed || removed.error().kind == Kind::KeychainSilent);
    VERIFY_EVENTUALLY(!Keyring::secretOf(entryKey));
    spin(1000);
    QVERIFY(!Keyring::secretOf(entryKey));
}

void KeychainTest::aStoreCanBeDestroyedWithACallUnderWay()
{
    std::optional<Pending<std::optional<Secret>>> read;
    std::optional<Pending<Done>> written;
    {
        KeychainStore store;
        read = store.read(entryKey);
        written = store.write(entryKey, Secret::fromText(u"token"_s));
    }
    COMPARE_ERROR(wait(*read), Kind::Cancelled);
    COMPARE_ERROR(wait(*written), Kind::Cancelled);
    spin(200); // for the jobs, which are never deleted while they run
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::KeychainTest)
#include "tst_keychain.moc"
