// A user who is signed in in one place of the window signs in at another one: the first session, its token and its
// entry in the keychain stay as they are, and of the second nothing is left at the service.

#include "core/settings/preferences.h"
#include "core/workspace/workspaces.h"
#include "tests/core/sessionfixture.h"
#include "tests/core/slowstore.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const QByteArray loginPath = "/v1/auth/login";
const QByteArray logoutPath = "/v1/auth/logout";

// A service that writes down which tokens were used, and a program with a list of open accounts.
struct TwiceFixture
{
    explicit TwiceFixture(SecretStore &keychain, const ServiceOptions &options = {})
        : service(options), started(service.start()), signIns(keychain, accounts)
    {
    }

    [[nodiscard]] SignInRequest request(const QString &how, bool keep) const
    {
        SignInRequest request{.server = service.address(), .userName = how, .secret = Secret::fromText(u"lanyard"_s)};
        request.keep = keep;
        if (how == "key"_L1) {
            request.userName.clear();
            request.secret = Secret::fromText(u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s);
            request.kind = Credential::Kind::ApiKey;
        }
        return request;
    }
    // The tokens of the requests of one kind.
    [[nodiscard]] QByteArrayList tokensOf(const QByteArray &method, const QByteArray &path) const
    {
        QByteArrayList tokens;
        for (const LoggedRequest &request : service.requests()) {
            if (request.method == method && request.path == path)
                tokens << request.header("Authorization");
        }
        return tokens;
    }
    static bool works(Workspace &workspace)
    {
        QSignalSpy read(&workspace, &Workspace::userChanged);
        workspace.session().reload();
        return read.wait(timeoutMs) && workspace.session().state() == Session::State::SignedIn;
    }

    QTemporaryDir home;
    AccountService service;
    bool started;
    TrustStore trust;
    ProxySettings proxies;
    SavedAccounts accounts{home.filePath(u"accounts.json"_s)};
    Preferences preferences{home.filePath(u"preferences.json"_s)};
    SavedSignIns signIns;
    Workspaces open{{signIns, trust, proxies, preferences, DraftStore()}, accounts};
};

} // namespace

class AlreadyOpenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondSignInOfAUserIsRefused_data();
    void aSecondSignInOfAUserIsRefused();
    void aSessionThatHasEndedCountsAsOpen();
    void ofTwoSignInsAtOnceOneIsLeft_data();
    void ofTwoSignInsAtOnceOneIsLeft();
    void aTokenThatBothWereGivenIsNotEnded();
    void whoeverIsDroppedAtOnceIsEndedAllTheSame();
    void nobodyIsRestoredTwice_data();
    void nobodyIsRestoredTwice();
    void aRestoreThatASignInOvertookIsEnded();
    void anyOrderLeavesEachUserOnce_data();
    void anyOrderLeavesEachUserOnce();
    void whoeverSignsOutMeanwhileIsNotInTheWay_data();
    void whoeverSignsOutMeanwhileIsNotInTheWay();

private:
    void playAccounts(quint32 seed);
};

void AlreadyOpenTest::aSecondSignInOfAUserIsRefused_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<bool>("keepFirst");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("keepSecond");
    for (const QString &first : {u"mrossi"_s, u"key"_s}) {
        for (const QString &second : {u"mrossi"_s, u"MROSSI"_s, u"maria.rossi@example.org"_s, u"key"_s}) {
            for (const int keep : {0, 1, 2, 3})
                QTest::addRow("%s, then %s, kept %d", qPrintable(first), qPrintable(second), keep)
                    << first << ((keep & 1) != 0) << second << ((keep & 2) != 0);
        }
    }
}

void AlreadyOpenTest::aSecondSignInOfAUserIsRefused()
{
    QFETCH(const QString, first);
    QFETCH(const bool, keepFirst);
    QFETCH(const QString, second);
    QFETCH(const bool, keepSecond);
    MemoryStore store;
    TwiceFixture program(store);
    Workspace &one = *program.open.current();
    QSignalSpy settled(&one.session(), &Session::storageChanged);
    one.session().signIn(program.request(first, keepFirst));
    QVERIFY(settled.wait(timeoutMs));
    spin(10);
    const auto entries = store.entries();
    QCOMPARE(entries.size(), keepFirst ? 1 : 0);
    const QByteArray file = [&program] {
        QFile list(program.home.filePath(u"accounts.json"_s));
        return list.open(QIODevice::ReadOnly) ? list.readAll() : QByteArray();
    }();
    const QByteArray firstToken = program.service.requests().last().header("Authorization");
    program.service.clearRequests();

    QList<Workspace *> told;
    connect(&program.open, &Workspaces::alreadyOpen, this, [&told](Workspace &workspace) { told << &workspace; });
    const auto other = program.open.make();
    QSignalSpy failed(&other->session(), &Session::signInFailed);
    QSignalSpy signedIn(&other->session(), &Session::signedIn);
    other->session().signIn(program.request(second, keepSecond));
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Error::Kind::AlreadyOpen);
    QCOMPARE(errorText(errorOf(failed)), u"You are already signed in as mrossi in Lanyard."_s);
    COMPARE_EVENTUALLY(told, QList<Workspace *>{&one});
    QVERIFY(signedIn.isEmpty() && !other->session().hasUser());
    QCOMPARE(other->session().state(), Session::State::SignedOut);
    const bool isPassword = second != "key"_L1;
    COMPARE_EVENTUALLY(program.service.count("POST", logoutPath), isPassword ? 1 : 0);
    spin(20);
    if (isPassword) { // the token that was just given, and no other
        QCOMPARE(program.tokensOf("POST", logoutPath), program.tokensOf("GET", "/v1/auth/user"));
        QVERIFY(!program.tokensOf("POST", logoutPath).contains(firstToken));
    }
    QVERIFY(store.entries() == entries);
    QFile now(program.home.filePath(u"accounts.json"_s));
    QVERIFY(now.open(QIODevice::ReadOnly));
    QCOMPARE(now.readAll(), file);
    QVERIFY(program.works(one));
    QCOMPARE(one.account().kept, keepFirst);
}

void AlreadyOpenTest::aSessionThatHasEndedCountsAsOpen()
{
    MemoryStore store;
    TwiceFixture program(store);
    Workspace &one = *program.open.current();
    one.session().signIn(program.request(u"mrossi"_s, true));
    COMPARE_EVENTUALLY(one.session().storage(), Session::Storage::Keychain);
    program.service.expireTokens();
    one.session().reload();
    COMPARE_EVENTUALLY(one.session().state(), Session::State::Expired);
    const auto other = program.open.make();
    QSignalSpy failed(&other->session(), &Session::signInFailed);
    other->session().signIn(program.request(u"mrossi"_s, true));
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Error::Kind::AlreadyOpen);
    QSignalSpy signedIn(&one.session(), &Session::signedIn);
    one.session().signIn(program.request(u"mrossi"_s, true)); // where it is open, it goes on
    QVERIFY(signedIn.wait(timeoutMs));
    QVERIFY(program.works(one));
}

void AlreadyOpenTest::ofTwoSignInsAtOnceOneIsLeft_data()
{
    QTest::addColumn<bool>("keepFirst");
    QTest::addColumn<bool>("keepSecond");
    for (const int keep : {0, 1, 2, 3})
        QTest::addRow("kept %d", keep) << ((keep & 1) != 0) << ((keep & 2) != 0);
}

void AlreadyOpenTest::ofTwoSignInsAtOnceOneIsLeft()
{
    QFETCH(const bool, keepFirst);
    QFETCH(const bool, keepSecond);
    for (quint32 seed = 1; seed <= 8; ++seed) {
        SlowStore store(seed);
        TwiceFixture program(store, {.latencyMs = static_cast<int>(seed % 3)});
        const auto one = program.open.make();
        const auto other = program.open.make();
        QList<Error::Kind> errors;
        for (Workspace *workspace : {one.get(), other.get()})
            connect(&workspace->session(), &Session::signInFailed, this,
                    [&errors](const Error &error) { errors << error.kind; });
        one->session().signIn(program.request(u"mrossi"_s, keepFirst));
        spin(static_cast<int>(seed % 4));
        other->session().signIn(program.request(u"MRossi"_s, keepSecond));
        COMPARE_EVENTUALLY(errors, QList{Error::Kind::AlreadyOpen});
        VERIFY_EVENTUALLY(one->session().hasUser() != other->session().hasUser());
        COMPARE_EVENTUALLY(program.service.count("POST", logoutPath), 1);
        VERIFY_EVENTUALLY(store.isQuiet());
        spin(5);
        Workspace &left = one->session().hasUser() ? *one : *other;
        QVERIFY(program.works(left));
        const bool isKept = &left == one.get() ? keepFirst : keepSecond;
        QCOMPARE(store.entries().size(), isKept ? 1 : 0);
        QCOMPARE(left.session().storage(), isKept ? Session::Storage::Keychain : Session::Storage::UntilQuit);
        QCOMPARE(program.accounts.listed().size(), 1);
        if (isKept) {
            const QByteArray token = store.entries().value(left.account().keychainKey()).expose().toByteArray();
            QVERIFY(!program.tokensOf("POST", logoutPath).contains("Bearer " + token));
        }
    }
}

void AlreadyOpenTest::aTokenThatBothWereGivenIsNotEnded()
{
    MemoryStore store;
    TwiceFixture program(store);
    Workspace &one = *program.open.current();
    one.session().signIn(program.request(u"mrossi"_s, true));
    COMPARE_EVENTUALLY(one.session().storage(), Session::Storage::Keychain);
    const QByteArray token = store.entries().value(one.account().keychainKey()).expose().toByteArray();
    program.service.failNext(
        {.method = "POST", .path = loginPath, .status = 200, .body = R"({"success":true,"token":")" + token + "\"}"});
    const auto other = program.open.make();
    QSignalSpy failed(&other->session(), &Session::signInFailed);
    other->session().signIn(program.request(u"mrossi"_s, true));
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Error::Kind::AlreadyOpen);
    spin(100);
    QCOMPARE(program.service.count("POST", logoutPath), 0);
    QVERIFY(program.works(one));
}

// As somebody does who opens the dialog for another account, and closes it again.
void AlreadyOpenTest::whoeverIsDroppedAtOnceIsEndedAllTheSame()
{
    MemoryStore store;
    TwiceFixture program(store, {.latencyMs = 30});
    Workspace &one = *program.open.current();
    one.session().signIn(program.request(u"mrossi"_s, true));
    COMPARE_EVENTUALLY(one.session().storage(), Session::Storage::Keychain);
    auto other = program.open.make();
    QList<Workspace *> told;
    connect(&program.open, &Workspaces::alreadyOpen, this, [&](Workspace &workspace) {
        told << &workspace;
        other.reset();
    });
    other->session().signIn(program.request(u"mrossi"_s, true));
    COMPARE_EVENTUALLY(told, QList<Workspace *>{&one});
    QVERIFY(!other);
    COMPARE_EVENTUALLY(program.service.count("POST", logoutPath), 1);
    QVERIFY(program.works(one));
    QCOMPARE(store.entries().size(), 1);
}

void AlreadyOpenTest::nobodyIsRestoredTwice_data()
{
    QTest::addColumn<bool>("isIdKnown"); // of the second row, whose name the user has no longer
    QTest::addColumn<bool>("isAtOnce");  // or when the first one is there
    for (const int row : {0, 1, 2, 3})
        QTest::addRow("%d", row) << ((row & 1) != 0) << ((row & 2) != 0);
}

// Two rows of one user: the names differ, because the user was renamed while an older version ran.
void AlreadyOpenTest::nobodyIsRestoredTwice()
{
    QFETCH(const bool, isIdKnown);
    QFETCH(const bool, isAtOnce);
    SlowStore store(3);
    TwiceFixture program(store);
    {
        const auto earlier = program.open.make();
        earlier->session().signIn(program.request(u"mrossi"_s, true));
        COMPARE_EVENTUALLY(earlier->session().storage(), Session::Storage::Keychain);
    }
    const SavedAccount account = program.accounts.listed().first();
    SavedAccount former = account;
    former.userName = u"maria"_s;
    if (!isIdKnown)
        former.userId.clear();
    VERIFY_OK(wait(program.signIns.keep(former, Secret::fromText(u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s), this)));
    former = *program.accounts.find(former.origin, former.userName);
    former.kind = Credential::Kind::ApiKey;
    const auto one = program.open.make();
    const auto other = program.open.make();
    QSignalSpy failed(&other->session(), &Session::restoreFailed);
    one->session().restore(account);
    if (!isAtOnce)
        VERIFY_EVENTUALLY(one->session().hasUser());
    other->session().restore(former);
    const auto isSettled = [&] {
        return one->session().state() != Session::State::Restoring &&
               other->session().state() != Session::State::Restoring;
    };
    VERIFY_EVENTUALLY(isSettled());
    QVERIFY(one->session().hasUser() != other->session().hasUser());
    QVERIFY(isAtOnce || one->session().hasUser());
    if (one->session().hasUser())
        QCOMPARE(errorOf(failed).kind, Error::Kind::AlreadyOpen);
    VERIFY_EVENTUALLY(store.isQuiet());
    spin(20);
    QVERIFY(program.works(one->session().hasUser() ? *one : *other));
    // If the second one is there, its sign-in has taken the place of the first one's in the keychain.
    QVERIFY(program.service.count("POST", logoutPath) <= (one->session().hasUser() ? 0 : 1));
}

// The entry in the keychain is another one's then, and nobody else would know the token.
void AlreadyOpenTest::aRestoreThatASignInOvertookIsEnded()
{
    MemoryStore store;
    TwiceFixture program(store, {.latencyMs = 100});
    {
        const auto earlier = program.open.make();
        earlier->session().signIn(program.request(u"mrossi"_s, true));
        COMPARE_EVENTUALLY(earlier->session().storage(), Session::Storage::Keychain);
    }
    const SavedAccount account = program.accounts.listed().first();
    const QByteArray former = "Bearer " + store.entries().value(account.keychainKey()).expose().toByteArray();
    program.service.clearRequests();
    const auto one = program.open.make();
    const auto other = program.open.make();
    QSignalSpy failed(&other->session(), &Session::restoreFailed);
    one->session().signIn(program.request(u"mrossi"_s, true));
    COMPARE_EVENTUALLY(program.service.count("GET", "/v1/auth/user"), 1);
    spin(20);
    other->session().restore(account);
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Error::Kind::AlreadyOpen);
    COMPARE_EVENTUALLY(program.tokensOf("POST", logoutPath), QByteArrayList{former});
    QVERIFY(program.works(*one));
    QVERIFY("Bearer " + store.entries().value(account.keychainKey()).expose().toByteArray() != former);
}

// One run: accounts are added, abandoned, restored, signed out of, moved and removed at random moments.
void AlreadyOpenTest::playAccounts(quint32 seed)
{
    QRandomGenerator random(seed);
    SlowStore store(seed);
    TwiceFixture program(store, {.blockAfterFailures = 0});
    Workspaces &open = program.open;
    std::vector<std::unique_ptr<Workspace>> adding;
    QString untrue;
    const auto look = [&] { // at every moment
        QSet<QString> users;
        for (int row = 0; row < open.rowCount(); ++row) {
            const Session &session = open.at(row).session();
            if (session.hasUser() && users.contains(session.user().id()))
                untrue = u"a user is there twice"_s;
            if (session.hasUser())
                users << session.user().id();
        }
        if (open.rowCount() == 0 || !open.current())
            untrue = u"no account is shown"_s;
    };
    connect(&open, &Workspaces::dataChanged, this, look);
    connect(&open, &Workspaces::currentChanged, this, look);
    const auto request = [&] {
        const bool isAdmin = random.bounded(2) == 0;
        SignInRequest made = program.request(isAdmin ? u"admin"_s : u"mrossi"_s, random.bounded(4) != 0);
        made.secret = Secret::fromText(isAdmin ? u"admin"_s : u"lanyard"_s);
        return made;
    };
    for (int step = 0; step < 40; ++step) {
        ServiceOptions options = program.service.options();
        options.latencyMs = random.bounded(8);
        program.service.setOptions(options);
        Workspace &row = open.at(random.bounded(open.rowCount()));
        switch (random.bounded(12)) {
        case 0:
        case 1:
            adding.push_back(open.make());
            adding.back()->session().signIn(request());
            break;
        case 2: // signed in, or abandoned
        case 3:
            for (auto &added : adding) {
                if (added->session().hasUser())
                    open.insert(std::move(added));
            }
            adding.clear();
            break;
        case 4:
            open.remove(row);
            break;
        case 5:
        case 6:
            if (row.account().kept)
                row.session().restore(row.account());
            break;
        case 7:
            row.session().signOut();
            break;
        case 8:
            row.session().signIn(request());
            break;
        case 9:
            store.setLocked(random.bounded(3) == 0);
            break;
        case 10:
            open.move(random.bounded(open.rowCount()), random.bounded(open.rowCount()));
            open.setCurrent(open.at(random.bounded(open.rowCount())));
            break;
        default:
            program.signIns.removeLeftBehind();
        }
        if (random.bounded(2) == 0)
            spin(random.bounded(12));
    }
    for (auto &added : adding) {
        if (added->session().hasUser())
            open.insert(std::move(added));
    }
    adding.clear();
    const auto isQuiet = [&] {
        for (int row = 0; row < open.rowCount(); ++row) {
            const Session::State state = open.at(row).session().state();
            if (state != Session::State::SignedIn && state != Session::State::SignedOut)
                return false;
        }
        return store.isQuiet();
    };
    VERIFY_EVENTUALLY(isQuiet());
    spin(10);
    store.setLocked(false);
    program.signIns.removeLeftBehind();
    VERIFY_EVENTUALLY(store.isQuiet());
    spin(2);
    look();
    QVERIFY2(untrue.isEmpty(), qPrintable(untrue));

    // The list, the keychain and the rows say the same.
    QStringList kept;
    for (const SavedAccount &account : program.accounts.accounts()) {
        QVERIFY2(account.isListed && !account.removalDue, "something is still to be removed");
        if (account.kept)
            kept << account.keychainKey();
        QVERIFY2(open.find(account.origin, account.userId, account.userName), "a listed account is in no row");
    }
    QStringList held = store.entries().keys();
    kept.sort();
    held.sort();
    QCOMPARE(held, kept);
    QSet<QString> names;
    for (int row = 0; row < open.rowCount(); ++row) {
        Workspace &workspace = open.at(row);
        const SavedAccount &account = workspace.account();
        QVERIFY2(!names.contains(account.userName), "an account is in two rows");
        names << account.userName;
        if (!workspace.session().hasUser())
            continue;
        QVERIFY2(program.works(workspace), "a session has lost its token");
        if (workspace.session().storage() == Session::Storage::Keychain)
            QVERIFY2(store.entries().contains(account.keychainKey()), "a sign-in is lost");
    }
}

void AlreadyOpenTest::anyOrderLeavesEachUserOnce_data()
{
    QTest::addColumn<quint32>("firstSeed");
    for (quint32 seed = 1; seed <= static_cast<quint32>(rounds(60, 1200)); seed += 60)
        QTest::addRow("from seed %u", seed) << seed;
}

void AlreadyOpenTest::anyOrderLeavesEachUserOnce()
{
    QFETCH(const quint32, firstSeed);
    for (quint32 seed = firstSeed; seed < firstSeed + 60; ++seed) {
        playAccounts(seed);
        if (QTest::currentTestFailed()) {
            qInfo("with seed %u", seed);
            return;
        }
    }
}

void AlreadyOpenTest::whoeverSignsOutMeanwhileIsNotInTheWay_data()
{
    QTest::addColumn<bool>("isRestore");
    QTest::addColumn<int>("afterMs");
    for (const int ms : {0, 1, 3, 8, 20}) {
        QTest::addRow("a restore, %d", ms) << true << ms;
        QTest::addRow("a sign-in, %d", ms) << false << ms;
    }
}

// The one signs out while the other comes in, over the same entry of the keychain.
void AlreadyOpenTest::whoeverSignsOutMeanwhileIsNotInTheWay()
{
    QFETCH(const bool, isRestore);
    QFETCH(const int, afterMs);
    SlowStore store(static_cast<quint32>(afterMs) + 1);
    TwiceFixture program(store, {.latencyMs = 4});
    const auto one = program.open.make();
    const auto other = program.open.make();
    one->session().signIn(program.request(u"mrossi"_s, true));
    COMPARE_EVENTUALLY(one->session().storage(), Session::Storage::Keychain);
    const SavedAccount account = program.accounts.listed().first();
    const auto comeIn = [&] {
        if (isRestore)
            other->session().restore(account);
        else
            other->session().signIn(program.request(u"mrossi"_s, true));
    };
    if (isRestore) { // while it is open, it is refused at once
        comeIn();
        QCOMPARE(other->session().state(), Session::State::SignedOut);
        one->session().signOut();
        spin(afterMs);
        comeIn();
    } else {
        comeIn();
        spin(afterMs);
        one->session().signOut();
    }
    const auto isStill = [&] {
        return one->session().state() == Session::State::SignedOut &&
               (other->session().state() == Session::State::SignedOut ||
                other->session().state() == Session::State::SignedIn);
    };
    VERIFY_EVENTUALLY(isStill());
    VERIFY_EVENTUALLY(store.isQuiet());
    spin(10);
    // What is said is true: a session that is there works, and the keychain holds its sign-in and nothing else.
    const bool isIn = other->session().hasUser();
    QCOMPARE(store.entries().size(), isIn ? 1 : 0);
    QVERIFY(!isIn || program.works(*other));
    const auto row = program.accounts.find(account.origin, account.userName);
    QVERIFY(row && row->kept == isIn && !row->removalDue);
    if (isRestore)
        QVERIFY(!isIn); // the keychain was told first
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::AlreadyOpenTest)
#include "tst_alreadyopen.moc"
