// Whatever a user does in whatever order, and however late the answers come: no stale state, no token left, one
// answer to each thing that was asked. Two accounts over one keychain and one list lose nothing of each other's.

#include "tests/core/sessionfixture.h"
#include "tests/core/slowstore.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using State = Session::State;

namespace {

constexpr int RunsInRow = 50;

struct Person
{
    QString name;
    QString password;
    QString id;
};

} // namespace

class InterleavingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOrderLeavesOneTrueState_data();
    void anyOrderLeavesOneTrueState();
    void twoAccountsOverOneKeychainLoseNothing_data() { anyOrderLeavesOneTrueState_data(); }
    void twoAccountsOverOneKeychainLoseNothing();

private:
    void runScenario(quint32 seed);
    void playTwo(quint32 seed);
};

namespace {

// What ends with a crash: everything but the keychain and the files.
struct Program
{
    Program(SecretStore &store, const QString &file, const SessionLimits &limits)
        : accounts(file), signIns(store, accounts), sessions{{{signIns, trust, limits}, {signIns, trust, limits}}}
    {
        signIns.removeLeftBehind();
    }

    [[nodiscard]] bool isQuiet() const
    {
        return std::all_of(sessions.begin(), sessions.end(), [](const Session &session) {
            return session.state() == State::SignedOut || session.state() == State::SignedIn;
        });
    }

    TrustStore trust;
    SavedAccounts accounts;
    SavedSignIns signIns;
    std::array<Session, 2> sessions;
};

} // namespace

// One run: two dozen things done at random moments, then quiet, then what must hold.
void InterleavingsTest::runScenario(quint32 seed)
{
    QRandomGenerator random(seed);
    SessionFixture pair({.blockAfterFailures = 0}, {.secondLookMs = 5});
    const QList<Person> persons{{u"mrossi"_s, u"lanyard"_s, pair.service.user(u"mrossi"_s).value("id"_L1).toString()},
                                {u"admin"_s, u"admin"_s, pair.service.user(u"admin"_s).value("id"_L1).toString()}};
    auto session = std::make_unique<Session>(pair.signIns, pair.trust, pair.limits);
    int savesAsked = 0;
    int savesTold = 0;
    int signOutsAsked = 0;
    int signOutsTold = 0;
    QStringList untrue;
    const auto watch = [&] {
        Session *current = session.get();
        const auto count = [](int &counter) { return [&counter] { ++counter; }; };
        QObject::connect(current, &Session::saveFailed, current, count(savesTold));
        QObject::connect(current, &Session::conflicted, current, count(savesTold));
        QObject::connect(current, &Session::signedOut, current, count(signOutsTold));
        QObject::connect(current, &Session::saved, current, [&, current](const QList<Change> &notKept) {
            ++savesTold;
            const QString city = current->user().document().value("city"_L1).toString();
            if (notKept.isEmpty() && pair.service.user(current->user().userName()).value("city"_L1) != city)
                untrue << u"saved, but the service does not hold it"_s;
        });
        QObject::connect(current, &Session::userChanged, current, [&, current] {
            if (current->hasUser() && current->state() == State::SignedOut)
                untrue << u"a user appears in a session that is signed out"_s;
        });
    };
    watch();
    const auto dropped = [&] { // what was asked and will not be told: the session became another one
        savesAsked = savesTold;
    };
    for (int step = 0; step < 24; ++step) {
        ServiceOptions options = pair.service.options();
        options.latencyMs = static_cast<int>(random.bounded(8));
        pair.service.setOptions(options);
        const Person &person = persons.at(random.bounded(2));
        switch (random.bounded(12)) {
        case 0:
        case 1:
        case 2:
            session->signIn(pair.request(person.name, random.bounded(5) == 0 ? u"wrong"_s : person.password));
            break;
        case 3:
        case 4:
            if (session->state() == State::SignedIn && !session->isSaving())
                ++savesAsked;
            session->save({{Path::field(u"city"), u"City %1"_s.arg(random.bounded(1000))}});
            break;
        case 5:
            session->reload();
            break;
        case 6:
            pair.service.expireTokens();
            break;
        case 7:
            session->cancelSignIn();
            break;
        case 8: // sign out
        case 9: // and be somebody else
            if (session->hasUser()) {
                ++signOutsAsked;
                dropped();
            }
            session->signOut();
            if (random.bounded(2) == 0)
                session->signIn(pair.request(person.name, person.password));
            break;
        case 10: // close, and open again
            dropped();
            signOutsTold = signOutsAsked;
            session = std::make_unique<Session>(pair.signIns, pair.trust, pair.limits);
            watch();
            if (!pair.accounts.accounts().isEmpty() && pair.accounts.accounts().first().kept)
                session->restore(pair.accounts.accounts().first());
            break;
        default:
            spin(static_cast<int>(random.bounded(25)));
        }
        if (random.bounded(3) != 0)
            spin(static_cast<int>(random.bounded(6)));
    }
    const auto quiet = [&] {
        return !session->isSaving() && !session->isReloading() && session->state() != State::SigningIn &&
               session->state() != State::Restoring && session->state() != State::SigningOut &&
               signOutsTold == signOutsAsked;
    };
    VERIFY_EVENTUALLY(quiet());
    spin(10);
    QVERIFY2(untrue.isEmpty(), qPrintable(untrue.join(u'\n')));
    QCOMPARE(savesTold, savesAsked);
    QCOMPARE(session->hasUser(), session->state() == State::SignedIn || session->state() == State::Expired);
    if (session->hasUser()) {
        const auto known = std::find_if(persons.begin(), persons.end(),
                                        [&](const Person &person) { return person.id == session->user().id(); });
        QVERIFY(known != persons.end());
        QCOMPARE(session->account().userName, known->name);
    }
    // What the session holds is what the service holds.
    if (session->state() == State::SignedIn) {
        QSignalSpy users(session.get(), &Session::userChanged);
        QSignalSpy failed(session.get(), &Session::reloadFailed);
        session->reload();
        COMPARE_EVENTUALLY(users.size() + failed.size(), 1);
        if (failed.isEmpty())
            QCOMPARE(session->user().document().value("city"_L1),
                     pair.service.user(session->account().userName).value("city"_L1));
        else // its token had been ended meanwhile
            QCOMPARE(session->state(), State::Expired);
    }
    // Everything signed out: no token is left anywhere.
    session->signOut();
    for (const Person &person : persons) {
        VERIFY_EVENTUALLY(session->state() == State::SignedOut);
        QSignalSpy settled(session.get(), &Session::storageChanged);
        session->signIn(pair.request(person.name, person.password));
        QVERIFY(settled.wait(timeoutMs));
        QVERIFY(session->user().id() == person.id);
        session->signOut();
        VERIFY_EVENTUALLY(session->state() == State::SignedOut);
    }
    QVERIFY(pair.store.entries().isEmpty());
    const QList<SavedAccount> accounts = pair.accounts.accounts();
    QVERIFY(std::none_of(accounts.begin(), accounts.end(), [](const SavedAccount &account) { return account.kept; }));
}

// In rows, for Qt Test gives each five minutes.
void InterleavingsTest::anyOrderLeavesOneTrueState_data()
{
    QTest::addColumn<quint32>("firstSeed");
    const int runs = rounds(RunsInRow, 1000);
    for (int run = 0; run < runs; run += RunsInRow) {
        const auto seed = static_cast<quint32>(20261125 + run);
        QTest::addRow("from seed %u", seed) << seed;
    }
}

void InterleavingsTest::anyOrderLeavesOneTrueState()
{
    QFETCH(const quint32, firstSeed);
    for (quint32 seed = firstSeed; seed < firstSeed + RunsInRow; ++seed) {
        runScenario(seed);
        if (QTest::currentTestFailed()) {
            qInfo("with seed %u", seed);
            return;
        }
    }
}

// One run: the first session is one user's, the second one another's.
void InterleavingsTest::playTwo(quint32 seed)
{
    QRandomGenerator random(seed);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"accounts.json"_s);
    const SessionLimits limits;
    AccountService service({.blockAfterFailures = 0});
    QVERIFY(service.start());
    SlowStore store(seed);
    auto program = std::make_unique<Program>(store, file, limits);
    const QStringList names{u"mrossi"_s, u"admin"_s};
    const auto request = [&](int who) {
        return SignInRequest{.server = service.address(),
                             .userName = names.at(who),
                             .secret = Secret::fromText(who == 0 ? u"lanyard"_s : u"admin"_s)};
    };
    for (int step = 0; step < 20; ++step) {
        const int who = random.bounded(2);
        Session &session = program->sessions.at(static_cast<std::size_t>(who));
        switch (random.bounded(9)) {
        case 0:
        case 1:
        case 2:
            session.signIn(request(who));
            break;
        case 3:
            session.signOut();
            break;
        case 4:
            for (const QList saved = program->accounts.accounts(); const SavedAccount &account : saved) {
                if (account.kept && account.userName == names.at(who)) // a restore reads the list again
                    session.restore(account);
            }
            break;
        case 5: // a crash: what the keychain was told, it may do still
            store.forgetCallers();
            program.reset();
            program = std::make_unique<Program>(store, file, limits);
            break;
        case 6:
            store.setLocked(random.bounded(2) == 0);
            break;
        case 7: // as whatever opens the keychain
            program->signIns.removeLeftBehind();
            break;
        default:
            spin(random.bounded(10));
        }
        if (random.bounded(2) == 0)
            spin(random.bounded(4));
    }
    VERIFY_EVENTUALLY(program->isQuiet() && store.isQuiet());
    spin(1); // the last answer of the keychain has been given, and is now received
    store.setLocked(false);
    program->signIns.removeLeftBehind();
    VERIFY_EVENTUALLY(store.isQuiet());
    spin(1);

    // What a session says of its sign-in is true.
    for (const Session &session : program->sessions) {
        if (session.storage() == Session::Storage::Keychain && session.state() == State::SignedIn)
            QVERIFY2(store.entries().contains(session.account().keychainKey()), "a sign-in is lost");
    }

    // Each account that is kept has a sign-in in the keychain that the service accepts, and nothing else is there.
    Program next(store, file, limits);
    QStringList kept;
    for (const SavedAccount &account : next.accounts.accounts()) {
        QVERIFY2(!account.removalDue, "something is still due for removal");
        if (account.kept)
            kept << account.keychainKey();
    }
    QStringList held = store.entries().keys();
    kept.sort();
    held.sort();
    QCOMPARE(held, kept);
    const QList<SavedAccount> saved = next.accounts.accounts(); // a restore reads the list again
    for (const SavedAccount &account : saved) {
        if (!account.kept)
            continue;
        Session session(next.signIns, next.trust, limits);
        session.restore(account);
        COMPARE_EVENTUALLY(session.state(), State::SignedIn);
        QCOMPARE(session.account().userName, account.userName);
    }
}

void InterleavingsTest::twoAccountsOverOneKeychainLoseNothing()
{
    QFETCH(const quint32, firstSeed);
    for (quint32 seed = firstSeed; seed < firstSeed + RunsInRow; ++seed) {
        playTwo(seed);
        if (QTest::currentTestFailed()) {
            qInfo("with seed %u", seed);
            return;
        }
    }
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::InterleavingsTest)
#include "tst_interleavings.moc"
