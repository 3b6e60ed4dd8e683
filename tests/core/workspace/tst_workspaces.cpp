// The open accounts as a list: three of them at two services, and what happens to one leaves the others as they are.

#include "core/settings/preferences.h"
#include "core/workspace/workspaces.h"
#include "tests/core/memorystore.h"
#include "tests/core/sessionfixture.h"
#include "tests/core/slowstore.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QTemporaryDir>

#include <array>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const Path town3 = Path::field(u"city");

// A program with two services; its list of open accounts can be made anew, as by another start.
struct ManyFixture
{
    explicit ManyFixture(SecretStore &keychain) : signIns(keychain, accounts)
    {
        for (AccountService &service : services)
            service.start();
    }

    [[nodiscard]] Shared shared() { return {signIns, trust, proxies, preferences, DraftStore(drafts)}; }
    void start()
    {
        open = std::make_unique<Workspaces>(shared(), accounts);
        tester = std::make_unique<QAbstractItemModelTester>(open.get());
    }

    [[nodiscard]] SignInRequest request(int service, const QString &name) const
    {
        const QString password = name == "admin"_L1 ? u"admin"_s : u"lanyard"_s;
        return {.server = services.at(static_cast<std::size_t>(service)).address(),
                .userName = name,
                .secret = Secret::fromText(password)};
    }
    // As somebody does who adds an account.
    Workspace &add(int service, const QString &name)
    {
        auto added = open->make();
        signIn(*added, request(service, name));
        return open->insert(std::move(added));
    }
    static void signIn(Workspace &workspace, const SignInRequest &request)
    {
        QSignalSpy settled(&workspace.session(), &Session::storageChanged);
        workspace.session().signIn(request);
        QVERIFY(settled.wait(timeoutMs));
    }
    void rename(const QString &from, const QString &to)
    {
        QJsonObject user = services[0].user(from);
        user.insert("userName"_L1, to);
        QVERIFY(services[0].setUser(from, user));
    }
    void addThree() { add(0, u"mrossi"_s), add(0, u"admin"_s), add(1, u"mrossi"_s); }
    [[nodiscard]] QString rows() const
    {
        QStringList rows;
        for (int row = 0; row < open->rowCount(); ++row) {
            const SavedAccount &account = open->at(row).account();
            rows << account.userName + (account.origin.text() == services[1].address() ? u"2"_s : QString());
        }
        return rows.join(u' ');
    }
    [[nodiscard]] QString listed() const
    {
        QStringList rows;
        for (const SavedAccount &account : accounts.listed())
            rows << account.userName + (account.origin.text() == services[1].address() ? u"2"_s : QString());
        return rows.join(u' ');
    }
    [[nodiscard]] QStringList draftFiles() const { return QDir(drafts).entryList(QDir::Files); }

    QTemporaryDir home;
    std::array<AccountService, 2> services;
    TrustStore trust;
    ProxySettings proxies;
    SavedAccounts accounts{home.filePath(u"accounts.json"_s)};
    Preferences preferences{home.filePath(u"preferences.json"_s)};
    QString drafts = home.filePath(u"drafts"_s);
    SavedSignIns signIns;
    std::unique_ptr<Workspaces> open;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

using ManyDeed = std::function<void(ManyFixture &, Workspace &)>;

// A key of mrossi's, which is in the last name and in the name of a key of admin's. None of the sample accounts': for a
// moment it is the name of another account, which is logged.
QString keyInTextsOfAnother(ManyFixture &many)
{
    QJsonObject admin = many.services[0].user(u"admin"_s);
    QJsonObject mrossi = many.services[0].user(u"mrossi"_s);
    QString key = u"mrossi_7Kp_0123456789"_s;
    mrossi.insert("apiKeys"_L1, QJsonArray{QJsonObject{{u"id"_s, u"m"_s}, {u"name"_s, u"mine"_s}, {u"key"_s, key}}});
    many.services[0].setUser(u"mrossi"_s, mrossi);
    admin.insert("lastName"_L1, key);
    const QJsonObject about{{u"id"_s, u"k"_s}, {u"name"_s, u"not "_s + key}, {u"key"_s, u"another_0123456789"_s}};
    admin.insert("apiKeys"_L1, QJsonArray{about});
    many.services[0].setUser(u"admin"_s, admin);
    many.start();
    return key;
}

} // namespace

class WorkspacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStartOpensWhatIsListedInTheUsersOrder();
    void aStartWithoutAnyAccountOpensAnEmptyOne();
    void aRowSaysWhoseItIsAndWhatItNeeds();
    void whatHappensToOneLeavesTheOthersAsTheyAre_data();
    void whatHappensToOneLeavesTheOthersAsTheyAre();
    void whatIsRemovedIsSignedOutAndForgotten_data();
    void whatIsRemovedIsSignedOutAndForgotten();
    void whatTheServiceWasNotToldOfARemovedAccountIsSaid();
    void aRemovalWhileTheKeychainAsksTakesTheSignInOut();
    void theLastOneRemovedLeavesAnEmptyOne();
    void anAddedAccountTakesThePlaceOfItsRow_data();
    void anAddedAccountTakesThePlaceOfItsRow();
    void rowsAreMovedAndStaySo_data();
    void rowsAreMovedAndStaySo();
    void whoeverSignsInInAnothersRowLeavesThatOneInTheList();
    void onlyTheRowThatWasChosenIsRemoved_data();
    void onlyTheRowThatWasChosenIsRemoved();
    void aRowOfAFormerNameIsRemovedAlone();
    void whatIsLookedAtIsTheLastOneUsed();
    void theSecretsOfOneAreNotInNamesAndTextsOfKeysOfTheOthers();
    void theSecretsOfOneAreHiddenInTheOthers();
    void whatWasSecretStaysSoUntilTheSignOut_data();
    void whatWasSecretStaysSoUntilTheSignOut();
};

void WorkspacesTest::aStartOpensWhatIsListedInTheUsersOrder()
{
    MemoryStore store;
    ManyFixture many(store);
    many.start();
    many.addThree();
    many.open->move(2, 0);
    many.open->setCurrent(many.open->at(2));
    QCOMPARE(many.rows(), u"mrossi2 mrossi admin"_s);

    many.start();
    QCOMPARE(many.rows(), u"mrossi2 mrossi admin"_s);
    QCOMPARE(many.open->current(), &many.open->at(2)); // looked at last
    for (int row = 0; row < 3; ++row) {
        QCOMPARE(many.open->at(row).needs(), QList{Need::NotRestored});
        many.open->at(row).session().restore(many.open->at(row).account());
    }
    for (int row = 0; row < 3; ++row)
        VERIFY_EVENTUALLY(many.open->at(row).session().hasUser());
    QCOMPARE(many.rows(), u"mrossi2 mrossi admin"_s);
}

void WorkspacesTest::aStartWithoutAnyAccountOpensAnEmptyOne()
{
    MemoryStore store;
    ManyFixture many(store);
    many.start();
    QCOMPARE(many.open->rowCount(), 1);
    QVERIFY(many.open->current() && many.open->current()->account().origin.isEmpty());
    QCOMPARE(many.open->index(0).data().toString(), u"Not signed in"_s);
    many.signIn(*many.open->current(), many.request(0, u"admin"_s));
    QCOMPARE(many.rows(), u"admin"_s);
    many.start();
    QCOMPARE(many.rows(), u"admin"_s);
}

void WorkspacesTest::aRowSaysWhoseItIsAndWhatItNeeds()
{
    MemoryStore store;
    ManyFixture many(store);
    many.start();
    many.addThree();
    const auto of = [&many](int row, int role) { return many.open->index(row).data(role); };
    QCOMPARE(of(0, Qt::DisplayRole).toString(), u"Maria Rossi"_s);
    QCOMPARE(of(0, Workspaces::UserNameRole).toString(), u"mrossi"_s);
    QVERIFY(of(0, Workspaces::ServerRole).toString().startsWith(u"127.0.0.1:"));
    QVERIFY(of(0, Workspaces::PictureRole).toString().startsWith(u"iVBOR"));
    QVERIFY(of(0, Workspaces::NeedsRole).toStringList().isEmpty());
    QCOMPARE(of(0, Workspaces::MostUrgentRole).toInt(), -1);
    QVERIFY(!of(0, Workspaces::IsCurrentRole).toBool() && of(2, Workspaces::IsCurrentRole).toBool());
    QSignalSpy changed(many.open.get(), &Workspaces::dataChanged);
    many.open->at(0).edits().edit(town3, u"Bari"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(of(0, Workspaces::NeedsRole).toStringList(), QStringList{u"unsaved changes"_s});
    QCOMPARE(of(0, Workspaces::MostUrgentRole).toInt(), static_cast<int>(Need::Unsaved));
    changed.clear();
    many.open->setCurrent(many.open->at(1));
    QCOMPARE(changed.size(), 2);
    QVERIFY(of(1, Workspaces::IsCurrentRole).toBool() && !of(2, Workspaces::IsCurrentRole).toBool());
    many.open->at(0).session().signOut();
    QCOMPARE(of(0, Qt::DisplayRole).toString(), u"Maria Rossi"_s); // who it was
    QVERIFY(of(0, Workspaces::PictureRole).toString().isEmpty());
    QCOMPARE(of(0, Workspaces::NeedsRole).toStringList(), QStringList{u"signed out"_s});
}

void WorkspacesTest::whatHappensToOneLeavesTheOthersAsTheyAre_data()
{
    QTest::addColumn<ManyDeed>("deed");
    const auto row = [](const char *name, const ManyDeed &deed) { QTest::newRow(name) << deed; };
    row("signed out", [](ManyFixture &, Workspace &one) { one.session().signOut(); });
    row("removed", [](ManyFixture &many, Workspace &one) { many.open->remove(one); });
    row("removed during a save", [](ManyFixture &many, Workspace &one) {
        one.saver().save();
        spin(3);
        many.open->remove(one);
    });
    row("closed", [](ManyFixture &many, Workspace &one) { many.open->close(one); });
    row("moved", [](ManyFixture &many, Workspace &one) { many.open->move(many.open->rowOf(one), 2); });
    row("saved", [](ManyFixture &, Workspace &one) { one.saver().save(); });
    row("discarded", [](ManyFixture &, Workspace &one) { one.saver().discard(); });
    row("its session ended", [](ManyFixture &many, Workspace &one) {
        many.services[0].failNext({.method = "GET", .status = 401});
        one.session().reload();
    });
    row("signed in again",
        [](ManyFixture &many, Workspace &one) { one.session().signIn(many.request(0, u"mrossi"_s)); });
    row("signed in without keeping it", [](ManyFixture &many, Workspace &one) {
        SignInRequest request = many.request(0, u"mrossi"_s);
        request.keep = false;
        one.session().signIn(request);
    });
}

void WorkspacesTest::whatHappensToOneLeavesTheOthersAsTheyAre()
{
    QFETCH(const ManyDeed, deed);
    MemoryStore store;
    ManyFixture many(store);
    many.start();
    many.addThree();
    QList<Workspace *> others{&many.open->at(1), &many.open->at(2)};
    for (int row = 0; row < 3; ++row) {
        many.open->at(row).edits().edit(town3, u"Bari %1"_s.arg(row));
        many.open->at(row).draftWriter().write();
    }
    QCOMPARE(many.draftFiles().size(), 3);
    const auto entries = store.entries();
    deed(many, many.open->at(0));
    spin(150);
    int number = 0;
    for (Workspace *other : others) {
        ++number;
        QCOMPARE(other->session().state(), Session::State::SignedIn);
        QCOMPARE(other->needs(), QList{Need::Unsaved});
        QCOMPARE(other->edits().value(town3), QJsonValue(u"Bari %1"_s.arg(number)));
        QCOMPARE(other->session().storage(), Session::Storage::Keychain);
        const QString key = other->account().keychainKey();
        QVERIFY(store.entries().contains(key) && store.entries().value(key) == entries.value(key));
        QVERIFY(many.accounts.find(other->account().origin, other->account().userName)->kept);
        other->saver().save(); // the service accepts its token
        VERIFY_EVENTUALLY(!other->saver().isSaving());
        QCOMPARE(other->needs(), QList<Need>());
    }
}

void WorkspacesTest::whatIsRemovedIsSignedOutAndForgotten_data()
{
    QTest::addColumn<ManyDeed>("before");
    const auto row = [](const char *name, const ManyDeed &before) { QTest::newRow(name) << before; };
    row("signed in", [](ManyFixture &, Workspace &) {});
    row("edited", [](ManyFixture &, Workspace &one) { one.edits().edit(town3, u"Bari"_s); });
    row("with a draft", [](ManyFixture &, Workspace &one) {
        one.edits().edit(town3, u"Bari"_s);
        one.draftWriter().write();
    });
    row("during a save", [](ManyFixture &, Workspace &one) {
        one.edits().edit(town3, u"Bari"_s);
        one.saver().save();
    });
    row("a bit later", [](ManyFixture &, Workspace &one) {
        one.edits().edit(town3, u"Bari"_s);
        one.saver().save();
        spin(4);
    });
    row("during a reload", [](ManyFixture &, Workspace &one) { one.session().reload(); });
    row("signed out", [](ManyFixture &, Workspace &one) { one.session().signOut(); });
    row("expired", [](ManyFixture &many, Workspace &one) {
        many.services[0].failNext({.method = "GET", .status = 401});
        one.session().reload();
        COMPARE_EVENTUALLY(one.session().state(), Session::State::Expired);
    });
    row("signing in again", [](ManyFixture &many, Workspace &one) {
        one.session().signIn(many.request(0, u"mrossi"_s));
        spin(2);
    });
    row("at the next start", [](ManyFixture &many, Workspace &one) {
        one.edits().edit(town3, u"Bari"_s);
        one.draftWriter().write();
        many.start();
    });
    row("being restored", [](ManyFixture &many, Workspace &) {
        many.start();
        many.open->at(0).session().restore(many.open->at(0).account());
    });
    row("being restored a bit later", [](ManyFixture &many, Workspace &) {
        many.start();
        many.open->at(0).session().restore(many.open->at(0).account());
        spin(5);
    });
    row("signing in", [](ManyFixture &many, Workspace &one) {
        one.session().signOut();
        many.start();
        many.open->at(0).session().signIn(many.request(0, u"mrossi"_s));
        spin(3);
    });
}

void WorkspacesTest::whatIsRemovedIsSignedOutAndForgotten()
{
    QFETCH(const ManyDeed, before);
    SlowStore store(5);
    ManyFixture many(store);
    many.start();
    many.addThree();
    before(many, many.open->at(0));
    Workspace &removed = many.open->at(0);
    const QString key = removed.account().keychainKey();
    many.open->setCurrent(removed);
    many.open->remove(removed);
    QCOMPARE(many.rows(), u"admin mrossi2"_s);
    QCOMPARE(many.listed(), u"admin mrossi2"_s);
    QCOMPARE(many.open->current(), &many.open->at(0));
    VERIFY_EVENTUALLY(store.isQuiet() && !many.accounts.accounts().first().removalDue);
    spin(100);
    QCOMPARE(many.accounts.accounts().size(), 2);
    QVERIFY(!store.entries().contains(key) && store.entries().size() == 2);
    QVERIFY2(many.draftFiles().isEmpty(), qPrintable(many.draftFiles().join(u' ')));
    QCOMPARE(many.rows(), u"admin mrossi2"_s);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    if (!name.contains(u"restored") && name != "at the next start"_L1 && name != "expired"_L1)
        QVERIFY(many.services[0].count("POST", "/v1/auth/logout") + many.services[0].count("GET", "/v1/auth/logout") >=
                1);
}

void WorkspacesTest::whatTheServiceWasNotToldOfARemovedAccountIsSaid()
{
    MemoryStore store;
    ManyFixture many(store);
    many.start();
    many.addThree();
    many.services[0].stop();
    std::optional<SignOutReport> report;
    connect(many.open.get(), &Workspaces::removedAccountSignedOut, this,
            [&report](const SignOutReport &told) { report = told; });
    many.open->remove(many.open->at(0));
    VERIFY_EVENTUALLY(report.has_value());
    QVERIFY(report->serviceError && report->account.userName == "mrossi"_L1);
    // And at the end of the program, nobody waits for it.
    many.open->remove(many.open->at(0));
    many.open.reset();
}

// The keychain's own window is open: the answer comes when nobody waits for it any more.
void WorkspacesTest::aRemovalWhileTheKeychainAsksTakesTheSignInOut()
{
    SlowStore store(7);
    ManyFixture many(store);
    many.start();
    many.addThree();
    VERIFY_EVENTUALLY(store.isQuiet());
    many.start();
    store.setLocked(true);
    Workspace &removed = many.open->at(0);
    removed.session().restore(removed.account());
    many.open->remove(removed);
    QCOMPARE(many.listed(), u"admin mrossi2"_s);
    VERIFY_EVENTUALLY(store.isQuiet());
    spin(5);
    QCOMPARE(store.entries().size(), 3); // it is locked
    QVERIFY(std::any_of(many.accounts.accounts().begin(), many.accounts.accounts().end(),
                        [](const SavedAccount &account) { return account.removalDue && !account.isListed; }));
    store.setLocked(false);
    many.start();
    QCOMPARE(many.rows(), u"admin mrossi2"_s);
    many.signIns.removeLeftBehind();
    COMPARE_EVENTUALLY(many.accounts.accounts().size(), 2);
    QCOMPARE(store.entries().size(), 2);
}

void WorkspacesTest::theLastOneRemovedLeavesAnEmptyOne()
{
    MemoryStore store;
    ManyFixture many(store);
    many.start();
    many.add(0, u"admin"_s);
    QCOMPARE(many.rows(), u"admin"_s); // the empty one has gone
    QSignalSpy current(many.open.get(), &Workspaces::currentChanged);
    many.open->remove(many.open->at(0));
    QCOMPARE(many.open->rowCount(), 1);
    QVERIFY(many.open->current() == &many.open->at(0) && many.open->at(0).account().origin.isEmpty());
    QCOMPARE(current.size(), 1);
    many.open->remove(many.open->at(0)); // an empty one, too
    QCOMPARE(many.open->rowCount(), 1);
    VERIFY_EVENTUALLY(many.accounts.accounts().isEmpty() && store.entries().isEmpty());
}

void WorkspacesTest::anAddedAccountTakesThePlaceOfItsRow_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isRestoring");
    QTest::addColumn<QString>("rows");
    QTest::newRow("another") << u"jkim"_s << false << u"mrossi admin mrossi2 jkim"_s;
    QTest::newRow("one that is signed out") << u"admin"_s << false << u"mrossi admin mrossi2"_s;
    QTest::newRow("one that is being restored") << u"admin"_s << true << u"mrossi admin mrossi2"_s;
    QTest::newRow("in other capitals") << u"ADMIN"_s << false << u"mrossi admin mrossi2"_s;
}

void WorkspacesTest::anAddedAccountTakesThePlaceOfItsRow()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isRestoring);
    MemoryStore store;
    ManyFixture many(store);
    many.start();
    many.addThree();
    many.start();
    many.open->setCurrent(many.open->at(2));
    auto added = many.open->make();
    SignInRequest request = many.request(0, name);
    if (name == "ADMIN"_L1)
        request.secret = Secret::fromText(u"admin"_s);
    many.signIn(*added, request);
    if (isRestoring)
        many.open->at(1).session().restore(many.open->at(1).account());
    Workspace &inserted = many.open->insert(std::move(added));
    QCOMPARE(many.open->current(), &inserted);
    QTEST(many.rows(), "rows");
    QTEST(many.listed(), "rows");
    QCOMPARE(many.open->find(inserted.account().origin, inserted.account().userId, {}), &inserted);
    QCOMPARE(many.open->find(inserted.account().origin, {}, inserted.account().userName.toUpper()), &inserted);
    QVERIFY(!many.open->find(inserted.account().origin, {}, {}));
    QVERIFY(!many.open->find(inserted.account().origin, u"another"_s, {}));
    spin(100);
    QTEST(many.rows(), "rows");
}

void WorkspacesTest::rowsAreMovedAndStaySo_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("rows");
    QTest::newRow("down") << 0 << 1 << u"admin mrossi mrossi2"_s;
    QTest::newRow("to the end") << 0 << 2 << u"admin mrossi2 mrossi"_s;
    QTest::newRow("up") << 2 << 1 << u"mrossi mrossi2 admin"_s;
    QTest::newRow("to the front") << 2 << 0 << u"mrossi2 mrossi admin"_s;
    QTest::newRow("nowhere") << 1 << 1 << u"mrossi admin mrossi2"_s;
    QTest::newRow("out of the list") << 1 << 3 << u"mrossi admin mrossi2"_s;
}

void WorkspacesTest::rowsAreMovedAndStaySo()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    MemoryStore store;
    ManyFixture many(store);
    many.start();
    many.addThree();
    const Workspace *current = many.open->current();
    many.open->move(from, to);
    QTEST(many.rows(), "rows");
    QCOMPARE(many.open->current(), current);
    many.signIn(many.open->at(1),
                many.request(many.open->at(1).account().origin.text() == many.services[0].address() ? 0 : 1,
                             many.open->at(1).account().userName));
    many.start();
    QTEST(many.rows(), "rows");
}

void WorkspacesTest::whoeverSignsInInAnothersRowLeavesThatOneInTheList()
{
    MemoryStore store;
    ManyFixture many(store);
    many.start();
    many.addThree();
    many.start();
    Workspace &row = many.open->at(0);
    many.signIn(row, many.request(0, u"admin"_s)); // whose own row nobody has looked at
    QCOMPARE(many.rows(), u"mrossi admin mrossi2"_s);
    QCOMPARE(&many.open->at(1), &row);
    QCOMPARE(many.open->at(0).needs(), QList{Need::NotRestored});
    QCOMPARE(many.listed(), u"mrossi admin mrossi2"_s);
}

void WorkspacesTest::onlyTheRowThatWasChosenIsRemoved_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<bool>("isOut");
    QTest::addColumn<bool>("isAtNextStart");
    QTest::newRow("who had the name") << 0 << false << false;
    QTest::newRow("who had the name, signed out") << 0 << true << false;
    QTest::newRow("who had the name, at the next start") << 0 << false << true;
    QTest::newRow("who has the name now") << 1 << false << false;
    QTest::newRow("who has the name now, signed out") << 1 << true << false;
    QTest::newRow("who has the name now, at the next start") << 1 << false << true;
}

// Two users who have had one name, one after the other, at one service: both have work that is not saved.
void WorkspacesTest::onlyTheRowThatWasChosenIsRemoved()
{
    QFETCH(const int, row);
    QFETCH(const bool, isOut);
    QFETCH(const bool, isAtNextStart);
    MemoryStore store;
    ManyFixture many(store);
    many.start();
    auto added = many.open->make();
    SignInRequest request = many.request(0, u"mrossi"_s);
    request.keep = false;
    many.signIn(*added, request);
    many.open->insert(std::move(added));
    many.add(0, u"admin"_s);
    many.rename(u"mrossi"_s, u"maria"_s);
    many.rename(u"admin"_s, u"mrossi"_s);
    many.open->at(1).session().reload();
    COMPARE_EVENTUALLY(many.rows(), u"mrossi mrossi"_s);
    spin(20);
    for (const int each : {0, 1}) {
        many.open->at(each).edits().edit(town3, u"Bari %1"_s.arg(each));
        many.open->at(each).draftWriter().write();
    }
    const QString stays = many.open->at(1 - row).account().userId;
    if (isOut)
        many.open->at(row).session().signOut();
    if (isAtNextStart)
        many.start();
    many.open->remove(many.open->at(row));
    spin(50);
    many.start();
    QCOMPARE(many.rows(), u"mrossi"_s);
    Workspace &left = many.open->at(0);
    QCOMPARE(left.account().userId, stays);
    QCOMPARE(left.needs(), QList{Need::Unsaved});
    QCOMPARE(store.entries().size(), row == 0 ? 1 : 0);
    if (row == 0)
        left.session().restore(left.account());
    else
        left.session().signIn(many.request(0, u"maria"_s));
    VERIFY_EVENTUALLY(left.session().hasUser());
    QCOMPARE(left.edits().value(town3), QJsonValue(u"Bari %1"_s.arg(1 - row)));
}

// The user was renamed while another program had signed in there: each row has an entry in the keychain.
void WorkspacesTest::aRowOfAFormerNameIsRemovedAlone()
{
    MemoryStore store;
    ManyFixture many(store);
    many.start();
    many.add(0, u"mrossi"_s);
    SavedAccount former = many.open->at(0).account();
    former.userName = u"maria"_s;
    VERIFY_OK(wait(many.signIns.keep(former, Secret::fromText(u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s), nullptr)));
    many.start();
    QCOMPARE(many.rows(), u"mrossi maria"_s);
    Workspace &stays = many.open->at(0);
    stays.session().restore(stays.account());
    COMPARE_EVENTUALLY(stays.session().state(), Session::State::SignedIn);
    stays.edits().edit(town3, u"Bari"_s);
    stays.draftWriter().write();
    many.open->remove(many.open->at(1));
    spin(50);
    QCOMPARE(many.listed(), u"mrossi"_s);
    QCOMPARE(many.accounts.accounts().size(), 1);
    QCOMPARE(store.entries().keys(), QStringList{stays.account().keychainKey()});
    QCOMPARE(many.draftFiles().size(), 1);
    QCOMPARE(stays.session().storage(), Session::Storage::Keychain);
}

void WorkspacesTest::whatIsLookedAtIsTheLastOneUsed()
{
    MemoryStore store;
    ManyFixture many(store);
    many.start();
    many.addThree();
    for (const int row : {0, 2, 1}) {
        many.open->setCurrent(many.open->at(row));
        const auto best = many.accounts.bestMatch({}, {});
        QVERIFY(best && best->isSameAs(many.open->at(row).account()));
    }
    QCOMPARE(many.listed(), u"mrossi admin mrossi2"_s);
}

void WorkspacesTest::theSecretsOfOneAreNotInNamesAndTextsOfKeysOfTheOthers()
{
    MemoryStore store;
    ManyFixture many(store);
    const QString key = keyInTextsOfAnother(many);
    Workspace &other = many.add(0, u"admin"_s);
    const auto keyName = [&other] { return other.apiKeys().keyAt(0).name(); };
    const auto nameInList = [&many] { return many.open->index(0).data().toString(); };
    QVERIFY(keyName().endsWith(key) && nameInList().endsWith(key));
    QSignalSpy told(&other, &Workspace::othersChanged);
    Workspace &owner = many.add(0, u"mrossi"_s);
    QCOMPARE(keyName(), u"not •••"_s);
    QVERIFY2(nameInList().endsWith(u"•••"_s), qPrintable(nameInList()));
    QCOMPARE(told.size(), 1);
    QSignalSpy read(&owner, &Workspace::userChanged);
    owner.session().reload(); // the same again
    QVERIFY(read.wait(timeoutMs));
    QCOMPARE(told.size(), 1);
    owner.session().signOut();
    VERIFY_EVENTUALLY(keyName().endsWith(key) && nameInList().endsWith(key));
}

// While they are signed in.
void WorkspacesTest::theSecretsOfOneAreHiddenInTheOthers()
{
    MemoryStore store;
    ManyFixture many(store);
    const QString key = keyInTextsOfAnother(many);
    QVERIFY(many.preferences.setPresenting(true));
    Workspace &other = many.add(0, u"admin"_s);
    const auto hides = [&other, &key] { return other.edits().hidden().hides(u"of "_s + key); };
    const auto keyName = [&other] { return other.apiKeys().keyAt(0).name(); };
    const auto shown = [&](const QString &text) { return other.edits().hidden().shown(text); };
    QVERIFY(!hides() && keyName().endsWith(key));
    Workspace &owner = many.add(0, u"mrossi"_s);
    QVERIFY(hides());
    QCOMPARE(keyName(), u"not •••"_s);
    QCOMPARE(shown(u"of "_s + key), u"of •••"_s);
    QVERIFY(other.edits().hidden().isNotKept(key.first(10)));
    QVERIFY(many.open->index(0).data().toString().endsWith(u"•••"_s));
    other.session().reload();
    VERIFY_EVENTUALLY(!other.session().isReloading() && other.account().fullName.endsWith(u"•••"_s));
    owner.session().signOut();
    VERIFY_EVENTUALLY(!hides());
    QVERIFY(keyName().endsWith(key) && !other.edits().hidden().isNotKept(key.first(10)));
}

void WorkspacesTest::whatWasSecretStaysSoUntilTheSignOut_data()
{
    QTest::addColumn<QString>("changed"); // at the service
    QTest::addColumn<QJsonValue>("now");
    const auto other = [](const QString &member) {
        return QJsonArray{QJsonObject{{u"id"_s, u"m"_s}, {u"name"_s, u"SMTP password"_s}, {member, u"another_4711"_s}}};
    };
    QTest::newRow("another key") << u"apiKeys"_s << QJsonValue(other(u"key"_s));
    QTest::newRow("no key") << u"apiKeys"_s << QJsonValue(QJsonArray());
    QTest::newRow("keys are left out") << u"apiKeys"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("another value") << u"settings"_s << QJsonValue(other(u"value"_s));
    QTest::newRow("settings are left out") << u"settings"_s << QJsonValue(QJsonValue::Undefined);
}

// A key that was replaced elsewhere may be written in a field, in the name of another and in what the service says.
void WorkspacesTest::whatWasSecretStaysSoUntilTheSignOut()
{
    QFETCH(const QString, changed);
    QFETCH(const QJsonValue, now);
    MemoryStore store;
    ManyFixture many(store);
    const QString secret = u"mrossi_7Kp_0123456789"_s;
    QJsonObject user = many.services[0].user(u"mrossi"_s);
    const QString member = changed == "apiKeys"_L1 ? u"key"_s : u"value"_s;
    user.insert(changed, QJsonArray{QJsonObject{{u"id"_s, u"m"_s}, {u"name"_s, u"SMTP password"_s}, {member, secret}}});
    QVERIFY(many.services[0].setUser(u"mrossi"_s, user));
    many.start();
    QVERIFY(many.preferences.setPresenting(true));
    Workspace &open = many.add(0, u"mrossi"_s);
    const HiddenSecrets &hidden = open.edits().hidden();
    QCOMPARE(hidden.shown(u"of "_s + secret), u"of •••"_s);

    const auto readAgain = [&] {
        QSignalSpy read(&open, &Workspace::userChanged);
        open.session().reload();
        return read.wait(timeoutMs);
    };
    now.isUndefined() ? user.remove(changed) : void(user.insert(changed, now));
    user.insert("lastName"_L1, secret);
    if (changed == "settings"_L1)
        user.insert("apiKeys"_L1, QJsonArray{QJsonObject{{u"id"_s, u"n"_s}, {u"name"_s, secret}, {u"key"_s, u"x"_s}}});
    QVERIFY(many.services[0].setUser(u"mrossi"_s, user));
    for (int reads = 0; reads < 2; ++reads) {
        QVERIFY(readAgain());
        QCOMPARE(hidden.shown(u"of "_s + secret), u"of •••"_s);
        QVERIFY(hidden.isNotKept(secret) && hidden.isNotKept(secret.first(12)));
        QVERIFY2(open.account().fullName.endsWith(u"•••"_s), qPrintable(open.account().fullName));
        if (changed == "settings"_L1)
            QCOMPARE(open.apiKeys().keyAt(0).name(), u"•••"_s);
    }
    open.session().signOut();
    VERIFY_EVENTUALLY(!hidden.hides(secret));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::WorkspacesTest)
#include "tst_workspaces.moc"
