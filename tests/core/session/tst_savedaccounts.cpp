// The list of accounts: its order is the user's, and which one was used last is noted apart from it. Several programs
// may change it, and what was removed stays noted while the keychain holds something of it.

#include "core/base/statefile.h"
#include "core/session/accountrows.h"
#include "tests/core/sessionfixture.h"
#include "tests/core/slowstore.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <functional>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

SavedAccount remembered(const QString &name, bool kept = false)
{
    SavedAccount account;
    account.origin = Origin::parse(u"https://%1.example"_s.arg(name)).value();
    account.userName = name;
    account.kept = kept;
    return account;
}

SavedAccount userOf(const QString &name, const QString &userId, bool kept = false)
{
    SavedAccount account = remembered(u"a"_s, kept);
    account.userName = name;
    account.userId = userId;
    return account;
}

// Each row of accounts as NAME, or NAME#ID, with "+" if it is kept, "-" if its removal is due, "!" if it is not listed.
QString told(const QList<SavedAccount> &accounts)
{
    QStringList rows;
    for (const SavedAccount &account : accounts) {
        rows << account.userName + (account.userId.isEmpty() ? QString() : u'#' + account.userId) +
                    (account.kept ? u"+"_s : QString()) + (account.removalDue ? u"-"_s : QString()) +
                    (account.isListed ? QString() : u"!"_s);
    }
    return rows.join(u' ');
}

QString namesOf(const QList<SavedAccount> &accounts)
{
    QStringList names;
    for (const SavedAccount &account : accounts)
        names << account.userName;
    return names.join(u' ');
}

// The service calls mrossi by one of her keys from now on, which is returned.
QString nameUserAsKey(AccountService &service)
{
    QJsonObject user = service.user(u"mrossi"_s);
    const QString key = user.value("apiKeys"_L1).toArray().first().toObject().value("key"_L1).toString();
    user.insert("userName"_L1, key);
    service.setUser(u"mrossi"_s, user);
    return key;
}

QList<SavedAccount> ordered(const QString &names)
{
    QList<SavedAccount> order;
    const QStringList list = names.split(u' ');
    for (const QString &name : list)
        order << remembered(name);
    return order;
}

} // namespace

class SavedAccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aListOfAnOlderVersionIsInTheOrderOfUse();
    void theOrderIsTheUsersWhateverIsUsed();
    void whatWasUsedLastIsSoWhateverTheClockSays();
    void useIsNotedSoonOrAtTheEnd_data();
    void useIsNotedSoonOrAtTheEnd();
    void twoProgramsChangeTheListInTurns();
    void whatAnotherProgramKnowsOfAnAccountStays();
    void beyondFiftyTheLeastUsedOneGoes();
    void aRemovedAccountIsNotedUntilTheKeychainLetsGo();
    void whoComesBackWhileTheEntryIsDueIsListedLast_data();
    void whoComesBackWhileTheEntryIsDueIsListedLast();
    void whatIsBeingKeptCanBeRemoved_data();
    void whatIsBeingKeptCanBeRemoved();
    void aRemovalThatIsTriedAgainListsNothing();
    void aRemovedAccountThatSignsInIsListedAgain();
    void theFullNameIsTheOneLastRead();
    void aSecretInTheFullNameIsNotInTheFile();
    void aUserNameWithASecretIsNeitherInTheFileNorInTheKeychain_data();
    void aUserNameWithASecretIsNeitherInTheFileNorInTheKeychain();
    void aServiceWithLongNamesDoesNotFillTheList();
    void aUserNameWithASecretOfAnOlderVersionIsReplaced();
    void aRenamedUserKeepsThePlace_data();
    void aRenamedUserKeepsThePlace();
    void usersOfOneNameHaveARowEach_data();
    void usersOfOneNameHaveARowEach();
    void aUserWhoIsThereTwiceIsReadOnce_data();
    void aUserWhoIsThereTwiceIsReadOnce();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"accounts.json"_s); }
    [[nodiscard]] QString inFile() const { return namesOf(SavedAccounts(file()).listed()); }
    void write(const QStringList &names) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SavedAccountsTest::write(const QStringList &names) const
{
    QJsonArray rows;
    for (const QString &name : names)
        rows.append(QJsonObject{{u"server"_s, u"https://%1.example"_s.arg(name)}, {u"userName"_s, name}});
    QVERIFY(StateFile(file()).write({{u"accounts"_s, rows}}));
}

void SavedAccountsTest::aListOfAnOlderVersionIsInTheOrderOfUse()
{
    write({u"a"_s, u"b"_s, u"c"_s});
    {
        SavedAccounts list(file());
        QCOMPARE(namesOf(list.listed()), u"a b c"_s);
        QCOMPARE(list.servers().first(), u"https://a.example"_s);
        QCOMPARE(list.bestMatch({}, {})->userName, u"a"_s);
        QVERIFY(list.remember(remembered(u"c"_s)));
        QCOMPARE(list.bestMatch({}, {})->userName, u"c"_s);
    }
    SavedAccounts list(file());
    QCOMPARE(namesOf(list.listed()), u"a b c"_s);
    QCOMPARE(list.servers(), (QStringList{u"https://c.example"_s, u"https://a.example"_s, u"https://b.example"_s}));
}

void SavedAccountsTest::theOrderIsTheUsersWhateverIsUsed()
{
    SavedAccounts list(file());
    for (const char *name : {"a", "b", "c"})
        QVERIFY(list.remember(remembered(QString::fromLatin1(name))));
    QVERIFY(list.setOrder(ordered(u"c a b"_s)));
    QCOMPARE(inFile(), u"c a b"_s);
    QVERIFY(list.remember(remembered(u"b"_s)));
    list.touch(remembered(u"a"_s));
    QVERIFY(list.remember(remembered(u"d"_s)));
    QCOMPARE(namesOf(list.listed()), u"c a b d"_s);
    QCOMPARE(inFile(), u"c a b d"_s);
    QVERIFY(list.setOrder(ordered(u"d x b d"_s))); // two of them, one unknown, one twice
    QCOMPARE(inFile(), u"c a d b"_s);
}

void SavedAccountsTest::whatWasUsedLastIsSoWhateverTheClockSays()
{
    SavedAccount future = remembered(u"a"_s);
    {
        SavedAccounts list(file());
        QVERIFY(list.remember(future));
    }
    QJsonObject content = StateFile(file()).read();
    QJsonArray rows = content.value("accounts"_L1).toArray();
    QJsonObject row = rows.first().toObject();
    row.insert("lastUsed"_L1, QDateTime::currentDateTimeUtc().addYears(3).toString(Qt::ISODateWithMs));
    rows.replace(0, row);
    content.insert("accounts"_L1, rows);
    QVERIFY(StateFile(file()).write(content));
    SavedAccounts list(file());
    for (const char *name : {"b", "a", "c", "b"}) {
        QVERIFY(list.remember(remembered(QString::fromLatin1(name))));
        QCOMPARE(SavedAccounts(file()).bestMatch({}, {})->userName, QString::fromLatin1(name));
    }
}

void SavedAccountsTest::useIsNotedSoonOrAtTheEnd_data()
{
    QTest::addColumn<bool>("isEnd");
    QTest::newRow("soon") << false;
    QTest::newRow("at the end") << true;
}

void SavedAccountsTest::useIsNotedSoonOrAtTheEnd()
{
    QFETCH(const bool, isEnd);
    write({u"a"_s, u"b"_s});
    const auto last = [this] { return SavedAccounts(file()).bestMatch({}, {})->userName; };
    auto list = std::make_unique<SavedAccounts>(file());
    QSignalSpy caughtUp(&list->laterWrite(), &LaterWrite::caughtUp);
    list->touch(remembered(u"b"_s));
    list->touch(remembered(u"nobody"_s));
    QCOMPARE(list->bestMatch({}, {})->userName, u"b"_s);
    QCOMPARE(last(), u"a"_s);
    QVERIFY(!list->laterWrite().isBehind()); // nothing has failed
    if (isEnd)
        list.reset();
    COMPARE_EVENTUALLY(last(), u"b"_s);
    QVERIFY(isEnd || caughtUp.isEmpty());
    QCOMPARE(inFile(), u"a b"_s);
}

// Each has read the file before the other one changes it.
void SavedAccountsTest::twoProgramsChangeTheListInTurns()
{
    write({u"a"_s, u"b"_s, u"c"_s});
    SavedAccounts one(file());
    SavedAccounts other(file());
    QVERIFY(one.setOrder(ordered(u"c b a"_s)));
    QVERIFY(other.remember(remembered(u"d"_s))); // which knows nothing of that order
    QCOMPARE(inFile(), u"c b a d"_s);
    QVERIFY(one.remove(remembered(u"b"_s)));
    QCOMPARE(inFile(), u"c a d"_s);
    other.touch(remembered(u"b"_s)); // what is gone stays so
    QVERIFY(other.setOrder(ordered(u"a b c d"_s)));
    QCOMPARE(inFile(), u"a c d"_s);
    QVERIFY(one.remember(remembered(u"a"_s)));
    QVERIFY(other.remove(remembered(u"a"_s)));
    QVERIFY(one.setOrder(ordered(u"d a c"_s)));
    QCOMPARE(inFile(), u"d c"_s);
    QVERIFY(one.remember(remembered(u"b"_s))); // signed in to again
    QCOMPARE(inFile(), u"d c b"_s);
    other.refresh();
    QCOMPARE(namesOf(other.listed()), u"d c b"_s);
    QCOMPARE(other.bestMatch({}, {})->userName, u"b"_s);
}

void SavedAccountsTest::whatAnotherProgramKnowsOfAnAccountStays()
{
    SavedAccounts one(file());
    SavedAccounts other(file());
    SavedAccount account = remembered(u"a"_s);
    QVERIFY(one.remember(account));
    other.refresh();
    account.fullName = u"Anna Aiello"_s;
    one.setFullName(account);
    account.fullName.clear(); // of a sign-out, for example
    QVERIFY(one.remember(account));
    QVERIFY(other.remember(account));
    QCOMPARE(SavedAccounts(file()).listed().first().fullName, u"Anna Aiello"_s);
}

void SavedAccountsTest::beyondFiftyTheLeastUsedOneGoes()
{
    SavedAccounts list(file());
    QStringList names;
    for (int i = 0; i < 50; ++i) {
        names << u"n%1"_s.arg(i);
        QVERIFY(list.remember(remembered(names.last(), i == 0)));
    }
    list.touch(remembered(u"n1"_s));
    names.swapItemsAt(2, 49); // its place is the last one
    QVERIFY(list.setOrder(ordered(names.join(u' '))));
    QVERIFY(list.remember(remembered(u"fifty-first"_s)));
    names.removeLast(); // n2: the first one is in the keychain, and the second one has been used since
    names << u"fifty-first"_s;
    QCOMPARE(inFile(), names.join(u' '));
    QCOMPARE(namesOf(list.listed()), names.join(u' '));
}

void SavedAccountsTest::aRemovedAccountIsNotedUntilTheKeychainLetsGo()
{
    MemoryStore store;
    SavedAccounts accounts(file());
    SavedSignIns signIns(store, accounts);
    const SavedAccount account = remembered(u"a"_s);
    VERIFY_OK(wait(signIns.keep(account, Secret::fromText(u"token"_s), this)));
    VERIFY_OK(wait(signIns.keep(remembered(u"b"_s), Secret::fromText(u"other"_s), this)));
    store.failWith(Error::Kind::KeychainLocked);
    COMPARE_ERROR(wait(signIns.remove(account, this)), Error::Kind::KeychainLocked);
    QCOMPARE(inFile(), u"b"_s);
    QVERIFY(!accounts.bestMatch(account.origin, {}) && !accounts.servers().contains(account.origin.text()));
    QCOMPARE(store.entries().size(), 2);

    SavedAccounts next(file()); // at the next start
    const auto left = next.find(account.origin, account.userName);
    QVERIFY(left && left->removalDue && !left->kept && !left->isListed);
    SavedSignIns nextSignIns(store, next);
    nextSignIns.removeLeftBehind();
    spin(20); // still locked
    QVERIFY(next.find(account.origin, account.userName));
    store.failWith({});
    nextSignIns.removeLeftBehind();
    VERIFY_EVENTUALLY(!next.find(account.origin, account.userName));
    QCOMPARE(store.entries().keys(), QStringList{remembered(u"b"_s).keychainKey()});
    QCOMPARE(namesOf(SavedAccounts(file()).accounts()), u"b"_s);
}

void SavedAccountsTest::whoComesBackWhileTheEntryIsDueIsListedLast_data()
{
    QTest::addColumn<bool>("keep");
    QTest::newRow("kept") << true;
    QTest::newRow("not kept") << false;
}

void SavedAccountsTest::whoComesBackWhileTheEntryIsDueIsListedLast()
{
    QFETCH(const bool, keep);
    MemoryStore store;
    SavedAccounts accounts(file());
    SavedSignIns signIns(store, accounts);
    const SavedAccount account = remembered(u"a"_s);
    const Secret token = Secret::fromText(u"token"_s);
    VERIFY_OK(wait(signIns.keep(account, token, this)));
    VERIFY_OK(wait(signIns.keep(remembered(u"b"_s), token, this)));
    store.failWith(Error::Kind::KeychainLocked);
    COMPARE_ERROR(wait(signIns.remove(account, this)), Error::Kind::KeychainLocked);
    store.failWith({});
    VERIFY_OK(wait(keep ? signIns.keep(account, token, this) : signIns.doNotKeep(account, this)));
    QCOMPARE(inFile(), u"b a"_s);
    QCOMPARE(store.entries().contains(account.keychainKey()), keep);
}

void SavedAccountsTest::whatIsBeingKeptCanBeRemoved_data()
{
    QTest::addColumn<QString>("steps");
    for (const char *steps : {"keep remove", "keep forget remove", "remove keep", "keep remove keep",
                              "keep remove remove", "remove keep remove", "keep remove forget"})
        QTest::newRow(steps) << QString::fromLatin1(steps);
}

// All at once: the keychain answers after the last of them, and the program may end at any moment.
void SavedAccountsTest::whatIsBeingKeptCanBeRemoved()
{
    QFETCH(const QString, steps);
    const SavedAccount account = remembered(u"a"_s);
    for (quint32 seed = 1; seed <= 4; ++seed) {
        m_folder = std::make_unique<QTemporaryDir>();
        SlowStore store(seed);
        SavedAccounts accounts(file());
        SavedSignIns signIns(store, accounts);
        const QStringList all = steps.split(u' ');
        for (const QString &step : all) {
            if (step == "keep"_L1)
                static_cast<void>(signIns.keep(account, Secret::fromText(u"token"_s), this));
            else if (step == "forget"_L1)
                static_cast<void>(signIns.forget(account, this));
            else
                static_cast<void>(signIns.remove(account, this));
            const auto row = SavedAccounts(file()).find(account.origin, account.userName);
            QVERIFY2(row || steps.startsWith(u"remove"), "nobody would look for the entry");
        }
        VERIFY_EVENTUALLY(store.isQuiet());
        spin(5);
        const bool isKept = steps.endsWith(u"keep");
        QCOMPARE(store.entries().size(), isKept ? 1 : 0);
        const auto row = accounts.find(account.origin, account.userName);
        if (isKept)
            QVERIFY(row && row->isListed && row->kept && !row->removalDue);
        else
            QVERIFY(!row || (row->isListed && steps.endsWith(u"forget") && !row->kept && !row->removalDue));
    }
}

void SavedAccountsTest::aRemovalThatIsTriedAgainListsNothing()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    const SavedAccount account = pair.session.account();
    pair.store.failWith(Error::Kind::KeychainLocked);
    QSignalSpy out(&pair.session, &Session::signedOut);
    pair.session.signOut();
    QVERIFY(out.wait(timeoutMs));
    COMPARE_ERROR(wait(pair.signIns.remove(account, this)), Error::Kind::KeychainLocked);
    for (const bool isLocked : {true, false}) {
        if (!isLocked)
            pair.store.failWith({});
        QSignalSpy removed(&pair.session, &Session::removedAgain);
        pair.session.removeAgain(account);
        QVERIFY(removed.wait(timeoutMs));
        QVERIFY(pair.accounts.listed().isEmpty());
    }
    QVERIFY(pair.accounts.accounts().isEmpty() && pair.store.entries().isEmpty());
}

void SavedAccountsTest::aRemovedAccountThatSignsInIsListedAgain()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    const SavedAccount account = pair.session.account();
    pair.session.signOut();
    COMPARE_EVENTUALLY(pair.session.state(), Session::State::SignedOut);
    pair.store.failWith(Error::Kind::KeychainLocked);
    pair.accounts.remember([&account] {
        SavedAccount left = account;
        left.removalDue = true;
        return left;
    }());
    COMPARE_ERROR(wait(pair.signIns.remove(account, this)), Error::Kind::KeychainLocked);
    QVERIFY(pair.accounts.listed().isEmpty());
    pair.store.failWith({});
    QVERIFY(pair.signIn());
    QCOMPARE(pair.accounts.listed().size(), 1);
    pair.signIns.removeLeftBehind();
    spin(20);
    QVERIFY(pair.accounts.listed().first().kept && pair.store.entries().size() == 1);
}

void SavedAccountsTest::theFullNameIsTheOneLastRead()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    const auto noted = [&pair] { return pair.accounts.listed().first().fullName; };
    QCOMPARE(noted(), u"Maria Rossi"_s);
    QCOMPARE(pair.session.account().fullName, u"Maria Rossi"_s);
    QJsonObject user = pair.service.user(u"mrossi"_s);
    user.insert("lastName"_L1, QString(100'000, u'x'));
    QVERIFY(pair.service.setUser(u"mrossi"_s, user));
    pair.session.reload();
    COMPARE_EVENTUALLY(noted().size(), SavedAccount::FullNameLimit);
    pair.session.signOut();
    QVERIFY(noted().startsWith(u"Maria xxx")); // who it was is still known
}

void SavedAccountsTest::aSecretInTheFullNameIsNotInTheFile()
{
    SessionFixture pair;
    QJsonObject user = pair.service.user(u"mrossi"_s);
    const QString key = user.value("apiKeys"_L1).toArray().first().toObject().value("key"_L1).toString();
    QVERIFY(!key.isEmpty());
    user.insert("lastName"_L1, QString(u"Rossi "_s + key));
    QVERIFY(pair.service.setUser(u"mrossi"_s, user));
    QVERIFY(pair.signIn());
    QCOMPARE(pair.accounts.listed().first().fullName, u"Maria Rossi •••"_s);
    QCOMPARE(pair.session.account().fullName, u"Maria Rossi •••"_s);
    QVERIFY(pair.session.user().displayName().endsWith(key)); // only what is written down is without it
}

void SavedAccountsTest::aUserNameWithASecretIsNeitherInTheFileNorInTheKeychain_data()
{
    QTest::addColumn<QString>("typed"); // empty: an API key
    QTest::newRow("signed in by e-mail address") << u"maria.rossi@example.org"_s;
    QTest::newRow("signed in with an API key") << QString();
    QTest::newRow("renamed while signed in") << u"mrossi"_s;
}

// What was entered stands for it, and is what the next sign-in takes.
void SavedAccountsTest::aUserNameWithASecretIsNeitherInTheFileNorInTheKeychain()
{
    QFETCH(const QString, typed);
    SessionFixture pair;
    const bool isLater = typed == "mrossi"_L1;
    const SignInRequest request = typed.isEmpty() ? pair.keyRequest() : pair.request(typed);
    QVERIFY(!isLater || pair.signIn(request));
    const QString key = nameUserAsKey(pair.service);
    if (isLater) {
        QSignalSpy read(&pair.session, &Session::userChanged);
        pair.session.reload();
        QVERIFY(read.wait(timeoutMs));
    } else {
        QVERIFY(pair.signIn(request));
    }
    QCOMPARE(pair.session.user().userName(), key); // only what is written down is without it
    QCOMPARE(pair.session.account().userName, typed);
    QCOMPARE(pair.session.account().signInName(), typed);
    QCOMPARE(namesOf(pair.accounts.accounts()), typed);
    QCOMPARE(pair.store.entries().keys(), QStringList{pair.session.account().keychainKey()});
    QVERIFY(!pair.session.account().keychainKey().contains(key, Qt::CaseInsensitive));
}

void SavedAccountsTest::aServiceWithLongNamesDoesNotFillTheList()
{
    SessionFixture pair;
    QJsonObject user = pair.service.user(u"mrossi"_s);
    user.insert(u"userName"_s, QString(SavedAccount::FollowedNameLimit + 1, u'x'));
    user.insert(u"firstName"_s, QString(2'000'000, u'x'));
    pair.service.setUser(u"mrossi"_s, user);
    QVERIFY(pair.signIn(pair.request(u"maria.rossi@example.org"_s)));
    QCOMPARE(namesOf(pair.accounts.accounts()), u"maria.rossi@example.org"_s);
    constexpr qsizetype few = 2000;
    QVERIFY(QJsonDocument(rowsOf(pair.accounts.accounts(), {})).toJson().size() < few);
}

void SavedAccountsTest::aUserNameWithASecretOfAnOlderVersionIsReplaced()
{
    SessionFixture pair;
    const QString typed = u"maria.rossi@example.org"_s;
    SignInRequest request = pair.request(typed);
    request.keep = false;
    QVERIFY(pair.signIn(request));
    const QString key = nameUserAsKey(pair.service);
    const SavedAccount now = pair.session.account();
    SavedAccount old = now;
    old.userName = key;
    pair.signIns.rename(now, old);
    auto olderVersion = std::make_unique<QObject>();
    QVERIFY(wait(pair.signIns.keep(old, pair.session.secret(), olderVersion.get())));
    olderVersion.reset();
    QCOMPARE(namesOf(pair.accounts.accounts()), key);
    Session next(pair.signIns, pair.trust, pair.limits);
    QSignalSpy kept(&next, &Session::storageChanged);
    next.restore(old);
    QVERIFY(kept.wait(timeoutMs));
    QCOMPARE(next.account().userName, typed);
    COMPARE_EVENTUALLY(namesOf(pair.accounts.accounts()), typed);
    VERIFY_EVENTUALLY(!pair.store.entries().contains(old.keychainKey()));
    QVERIFY(pair.store.entries().contains(next.account().keychainKey()));
}

void SavedAccountsTest::aRenamedUserKeepsThePlace_data()
{
    QTest::addColumn<bool>("keep");
    QTest::addColumn<bool>("isLocked"); // the keychain, meanwhile
    QTest::newRow("in the keychain") << true << false;
    QTest::newRow("until quit") << false << false;
    QTest::newRow("the keychain is locked") << true << true;
}

void SavedAccountsTest::aRenamedUserKeepsThePlace()
{
    QFETCH(const bool, keep);
    QFETCH(const bool, isLocked);
    SessionFixture pair;
    SignInRequest request = pair.request();
    request.keep = keep;
    QVERIFY(pair.signIn(request));
    QVERIFY(pair.accounts.remember(remembered(u"z"_s)));
    if (isLocked)
        pair.store.failWith(Error::Kind::KeychainLocked);
    pair.session.save({{Path::field(u"userName"), u"maria"_s}});
    COMPARE_EVENTUALLY(namesOf(pair.accounts.listed()), u"maria z"_s);
    spin(20);
    QCOMPARE(namesOf(pair.accounts.listed()), u"maria z"_s);
    QCOMPARE(pair.accounts.listed().first().fullName, u"Maria Rossi"_s);
    pair.store.failWith({});
    pair.signIns.removeLeftBehind();
    spin(20);
    QCOMPARE(pair.store.entries().size(), keep && !isLocked ? 1 : 0);
    QCOMPARE(namesOf(pair.accounts.accounts()), u"maria z"_s);
}

void SavedAccountsTest::usersOfOneNameHaveARowEach_data()
{
    using Deed = std::function<void(SavedAccounts &)>;
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<QString>("rows");
    const SavedAccount ann = userOf(u"bob"_s, u"1"_s, true);
    const SavedAccount bob = userOf(u"bob"_s, u"2"_s);
    const auto row = [](const char *name, const Deed &deed, const QString &rows) {
        QTest::newRow(name) << deed << rows;
    };
    row(
        "nothing", [](SavedAccounts &) {}, u"bob#1+ bob#2 cyd#3"_s);
    row(
        "the one that is not kept is removed", [=](SavedAccounts &list) { list.remove(bob); }, u"bob#1+ cyd#3"_s);
    row(
        "the kept one is removed", [=](SavedAccounts &list) { list.remove(ann); }, u"bob#1-! bob#2 cyd#3"_s);
    row(
        "one is renamed", [=](SavedAccounts &list) { list.rename(bob, userOf(u"robert"_s, u"2"_s)); },
        u"bob#1+ robert#2 cyd#3"_s);
    row(
        "a third one comes to that name",
        [](SavedAccounts &list) { list.rename(userOf(u"cyd"_s, u"3"_s), userOf(u"BOB"_s, u"3"_s)); },
        u"bob#1+ bob#2 BOB#3"_s);
    row(
        "they are moved",
        [=](SavedAccounts &list) {
            list.setOrder({bob, ann});
        },
        u"bob#2 bob#1+ cyd#3"_s);
    row(
        "one is used", [=](SavedAccounts &list) { list.remember(bob); }, u"bob#1+ bob#2 cyd#3"_s);
    row(
        "the other one is kept", [](SavedAccounts &list) { list.remember(userOf(u"bob"_s, u"2"_s, true)); },
        u"bob#1 bob#2+ cyd#3"_s);
    row(
        "one signs in under a new name", [](SavedAccounts &list) { list.remember(userOf(u"robert"_s, u"2"_s, true)); },
        u"bob#1+ robert#2+ cyd#3"_s);
    row(
        "another one signs in",
        [=](SavedAccounts &list) {
            list.remove(ann);
            list.remember(userOf(u"bob"_s, u"4"_s, true));
        },
        u"bob#2 cyd#3 bob#4+"_s);
    row(
        "one whose user is not known", [](SavedAccounts &list) { list.remove(userOf(u"bob"_s, {})); },
        u"bob#1-! bob#2 cyd#3"_s);
}

// A service may give the name of one user to another. What is in the keychain under it is one user's.
void SavedAccountsTest::usersOfOneNameHaveARowEach()
{
    QFETCH(const std::function<void(SavedAccounts &)>, deed);
    SavedAccounts list(file());
    for (const SavedAccount &account :
         {userOf(u"bob"_s, u"1"_s, true), userOf(u"bob"_s, u"2"_s), userOf(u"cyd"_s, u"3"_s)})
        QVERIFY(list.remember(account));
    deed(list);
    QTEST(told(list.accounts()), "rows");
    QTEST(told(SavedAccounts(file()).accounts()), "rows");
}

void SavedAccountsTest::aUserWhoIsThereTwiceIsReadOnce_data()
{
    QTest::addColumn<QString>("inFile");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *inFile, const char *rows) {
        QTest::newRow(inFile) << QString::fromLatin1(inFile) << QString::fromLatin1(rows);
    };
    row("ann#1+ bob#2 ANN#1+", "ann#1+ bob#2");
    row("ann#1 bob#2 ANN#1+", "ANN#1+ bob#2");
    row("ann bob ANN+", "ANN+ bob");
    row("ann#1-! ann#1", "ann#1-");
    row("ann#1- ann#1+", "ann#1+");
    row("ann#1+ ann#2+", "ann#1 ann#2+"); // the one used last
    row("ann#1+ ann#2-!", "ann#1+");
    row("ann#1 ann#2", "ann#1 ann#2");
    row("ann#1 ann+", "ann#1 ann+");           // who knows who the second one is
    row("ann#1+ maria#1+", "ann#1+ maria#1+"); // each has an entry of its own
}

// In a file that somebody has edited. No entry in the keychain is left without its row, nor is there one for two.
void SavedAccountsTest::aUserWhoIsThereTwiceIsReadOnce()
{
    QFETCH(const QString, inFile);
    QJsonArray rows;
    const QStringList words = inFile.split(u' ');
    for (const QString &word : words) {
        const QString who = QString(word).remove(u'+').remove(u'-').remove(u'!');
        QJsonObject row{{u"server"_s, u"https://a.example"_s},  {u"userName"_s, who.section(u'#', 0, 0)},
                        {u"userId"_s, who.section(u'#', 1)},    {u"kept"_s, word.contains(u'+')},
                        {u"removalDue"_s, word.contains(u'-')}, {u"listed"_s, !word.contains(u'!')}};
        row.insert(u"lastUsed"_s, u"2026-01-01T00:00:%1Z"_s.arg(rows.size(), 2, 10, QChar(u'0')));
        rows.append(row);
    }
    QVERIFY(StateFile(file()).write({{u"accounts"_s, rows}}));
    SavedAccounts list(file());
    QTEST(told(list.accounts()), "rows");
    QVERIFY(list.remember(list.listed().first()));
    QTEST(told(SavedAccounts(file()).accounts()), "rows");
    for (const SavedAccount &account : list.listed())
        list.remove(account);
    QVERIFY(SavedAccounts(file()).listed().isEmpty());
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::SavedAccountsTest)
#include "tst_savedaccounts.moc"
