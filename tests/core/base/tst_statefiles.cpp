// The program's own small files: written whole or not at all, readable by their owner only, and never believed blindly.

#include "core/base/statefile.h"
#include "core/base/utc.h"
#include "core/http/truststore.h"
#include "core/session/savedaccounts.h"
#include "core/settings/preferences.h"
#include "tests/core/support.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QTemporaryDir>

#include <chrono>
#include <future>
#include <thread>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const QJsonObject sample{{u"pins"_s, QJsonObject{{u"a"_s, 1}}}};
const QByteArray fingerprint(32, '\x5a');

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

SavedAccount accountOf(const QString &server, const QString &userName)
{
    SavedAccount account;
    account.origin = originOf(server);
    account.userName = userName;
    return account;
}

} // namespace

class StateFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWasWrittenIsReadAgain();
    void onlyTheOwnerMayRead();
    void withoutAPathNothingIsWritten();
    void aFailedWriteLeavesTheOldFile();
    void whatCouldNotBeReadAgainIsNotWritten();
    void whatCannotBeWrittenIsTold_data();
    void whatCannotBeWrittenIsTold();
    void aHostileFileCountsAsEmpty_data();
    void aHostileFileCountsAsEmpty();
    void aBrokenFileIsSetAside();
    void whatCannotBeReadNowIsNotOverwritten();
    void aForeignFileCountsAsEmpty();
    void onlyARegularFileIsOpened();
    void onlyARegularFileIsReplaced_data();
    void onlyARegularFileIsReplaced();
    void pinsSurviveARestart();
    void aPinBelongsToOneOrigin();
    void aBadPinIsPassedOver();
    void accountsSurviveARestart();
    void theLastUsedServerComesFirst();
    void aBadAccountIsPassedOver();
    void theNumberOfAccountsIsLimited();
    void whatTheKeychainHoldsIsNeverDropped();
    void twoProgramsKeepEachOthersChanges_data();
    void twoProgramsKeepEachOthersChanges();
    void whatAnotherProgramWroteIsSeen();
    void whoeverHoldsTheLockIsWaitedFor();
    void whatALockHeldBackIsWrittenLater_data();
    void whatALockHeldBackIsWrittenLater();
    void theOwnerIsWhoRunsTheProgram();
    void theKeychainKeyTellsProgramOriginAndUser();
    void twoAccountsAreOneKeyOnlyIfTheyAreOne_data();
    void twoAccountsAreOneKeyOnlyIfTheyAreOne();
    void aStartMeansTheAccountThatIsKeptOrWasUsedLast();
    void whatANewerVersionKeepsStays_data();
    void whatANewerVersionKeepsStays();
    void aFileOfAnotherShapeIsSetAside_data();
    void aFileOfAnotherShapeIsSetAside();
    void whatIsNoLockHoldsNothingBack_data();
    void whatIsNoLockHoldsNothingBack();
    void anAccountWithALongNameIsFoundAgain();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void StateFilesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

// The list of accounts was lost with what a service had written into it.
void StateFilesTest::whatCouldNotBeReadAgainIsNotWritten()
{
    StateFile file(path(u"state.json"_s));
    QVERIFY(file.write(sample));
    QVERIFY(!file.write({{u"a"_s, QString(StateFile::UsualSizeLimit, u'x')}}));
    QVERIFY(!file.update([](const auto &) { return QJsonObject{{u"a"_s, QString(StateFile::UsualSizeLimit, u'x')}}; }));
    QCOMPARE(StateFile(path(u"state.json"_s)).read(), sample);
}

void StateFilesTest::whatWasWrittenIsReadAgain()
{
    QVERIFY(StateFile(path(u"state.json"_s)).write(sample));
    QCOMPARE(StateFile(path(u"state.json"_s)).read(), sample);
    QVERIFY(StateFile(path(u"state.json"_s)).write({}));
    QCOMPARE(StateFile(path(u"state.json"_s)).read(), QJsonObject());
    QVERIFY(StateFile(path(u"missing.json"_s)).read().isEmpty());
}

void StateFilesTest::onlyTheOwnerMayRead()
{
    const NoMask asAsked;
    const QString file = path(u"new/state.json"_s);
    QVERIFY(StateFile(file).write(sample));
    if (modeOf(file) < 0)
        QSKIP("Files have no permissions of that kind here.");
    QCOMPARE(modeOf(file), 0600);
    QCOMPARE(modeOf(path(u"new"_s)), 0700);
    QVERIFY(setMode(file, 0666));
    QVERIFY(StateFile(file).write(sample));
    QCOMPARE(modeOf(file), 0600);
}

void StateFilesTest::withoutAPathNothingIsWritten()
{
    QVERIFY(StateFile().write(sample));
    QVERIFY(StateFile().read().isEmpty());
}

void StateFilesTest::aFailedWriteLeavesTheOldFile()
{
    const QString file = path(u"state.json"_s);
    QVERIFY(StateFile(file).write(sample));
    {
        const FullDisk full;
        if (!full.works())
            QSKIP("A full disk cannot be had here.");
        QVERIFY(!StateFile(file).write({{u"long"_s, QString(100'000, u'x')}}));
    }
    QCOMPARE(StateFile(file).read(), sample);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"state.json"_s});
}

void StateFilesTest::whatCannotBeWrittenIsTold_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("folder of that name") << u"folder"_s;
    QTest::newRow("folder cannot be made") << u"file/below/state.json"_s;
}

void StateFilesTest::whatCannotBeWrittenIsTold()
{
    QFETCH(const QString, name);
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    put(path(u"file"_s), "x");
    QVERIFY(!StateFile(path(name)).write(sample));
    QVERIFY(!TrustStore(path(name)).setPin(originOf(u"a.example"_s), fingerprint));
    QVERIFY(!SavedAccounts(path(name)).remember(accountOf(u"a.example"_s, u"mrossi"_s)));
}

void StateFilesTest::aHostileFileCountsAsEmpty_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("@Variant(\\0\\0\\0)");
    QTest::newRow("array") << QByteArray("[{}]");
    QTest::newRow("cut") << QByteArray(R"({"pins":{"a")");
    QTest::newRow("NUL") << QByteArray("{\0}", 3);
    QTest::newRow("deep") << QByteArray(R"({"pins":)") + QByteArray(5000, '[') + QByteArray(5000, ']') + '}';
    QTest::newRow("beyond 1 MiB") << R"({"pins":{},"x":")" + QByteArray(1024 * 1024, 'x') + R"("})";
    QTest::newRow("other types") << QByteArray(R"({"pins":[1,2],"accounts":{"a":1}})");
}

void StateFilesTest::aHostileFileCountsAsEmpty()
{
    QFETCH(const QByteArray, content);
    const QString file = path(u"state.json"_s);
    put(file, content);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(StateFile(file).read().isEmpty(), tag != "other types"_L1);
    QVERIFY(TrustStore(file).origins().isEmpty());
    QVERIFY(SavedAccounts(file).accounts().isEmpty());
}

void StateFilesTest::aBrokenFileIsSetAside()
{
    const QString file = path(u"state.json"_s);
    const QList<QByteArray> contents{"{\"pins\":", "[1]", "[2]"};
    for (const QByteArray &content : contents) {
        put(file, content);
        QVERIFY(StateFile(file).read().isEmpty());
        QVERIFY(!QFile::exists(file));
    }
    const QStringList names{u".bad"_s, u".bad2"_s, u".bad3"_s}; // the next one takes nobody's place
    for (int number = 0; number < names.size(); ++number) {
        QFile aside(file + names.at(number));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), contents.at(number));
    }
    QVERIFY(StateFile(file).write(sample));
    QCOMPARE(StateFile(file).read(), sample);
}

// A disk that answers again at the next start finds everything as it was, unless something new was written: then it is
// beside it.
void StateFilesTest::whatCannotBeReadNowIsNotOverwritten()
{
    const QString path = this->path(u"state.json"_s);
    QVERIFY(StateFile(path).write(sample));
    StateFile file(path, 30); // larger than it may be: stands for every reason why it cannot be read
    QVERIFY(file.read().isEmpty());
    QVERIFY(file.isUnusable());
    QCOMPARE(StateFile(path).read(), sample);
    QVERIFY(file.write({{u"new"_s, 1}}));
    QCOMPARE(StateFile(path).read(), QJsonObject({{u"new"_s, 1}}));
    QCOMPARE(StateFile(path + u".bad"_s).read(), sample);

    StateFile fresh(this->path(u"fresh.json"_s));
    QVERIFY(fresh.read().isEmpty());
    QVERIFY(!fresh.isUnusable());
    SavedAccounts accounts(path);
    QVERIFY(!accounts.isUnusable());
    put(path, "[]");
    QVERIFY(SavedAccounts(path).isUnusable());
    put(path, "[]");
    QVERIFY(TrustStore(path).isUnusable());
    put(path, "[]");
    QVERIFY(Preferences(path).isUnusable());
}

void StateFilesTest::aForeignFileCountsAsEmpty()
{
    const QString file = path(u"state.json"_s);
    QVERIFY(StateFile(file).write(sample));
    if (!giveAway(file))
        QSKIP("Only the superuser can give a file away.");
    QVERIFY(StateFile(file).read().isEmpty());
}

void StateFilesTest::onlyARegularFileIsOpened()
{
    QVERIFY(StateFile(path(u"state.json"_s)).write(sample));
    if (!makeLink(path(u"state.json"_s), path(u"link.json"_s)))
        QSKIP("There are no links here.");
    QVERIFY(StateFile(path(u"link.json"_s)).read().isEmpty());
    QVERIFY(makeLink(endlessFile(), path(u"device.json"_s)));
    QVERIFY(StateFile(path(u"device.json"_s)).read().isEmpty());
    QVERIFY(StateFile(endlessFile()).read().isEmpty());
    QVERIFY(makePipe(path(u"pipe.json"_s)));
    QVERIFY(StateFile(path(u"pipe.json"_s)).read().isEmpty()); // returns at once
    QVERIFY(StateFile(m_folder->path()).read().isEmpty());
}

void StateFilesTest::onlyARegularFileIsReplaced_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("when"); // the link is put there
    for (const QString &when : {u"before it is written for the first time"_s, u"after it was read"_s,
                                u"after it was written"_s, u"before it is updated"_s}) {
        QTest::addRow("a link to a file, %s", qPrintable(when)) << u"precious.txt"_s << when;
        QTest::addRow("a link to nothing, %s", qPrintable(when)) << u"nothing.txt"_s << when;
    }
}

// Qt follows a link, and would overwrite what it leads to.
void StateFilesTest::onlyARegularFileIsReplaced()
{
    QFETCH(const QString, target);
    QFETCH(const QString, when);
    put(path(u"precious.txt"_s), "precious");
    const QString name = path(u"state.json"_s);
    StateFile file(name);
    if (when == "after it was read"_L1)
        QVERIFY(file.read().isEmpty());
    if (when == "after it was written"_L1) {
        QVERIFY(file.write(sample));
        QVERIFY(QFile::remove(name));
    }
    if (!makeLink(path(target), name))
        QSKIP("There are no links here.");
    if (when == "before it is updated"_L1)
        QVERIFY(file.update([](const std::optional<QJsonObject> &present) { return present.value_or(sample); }));
    else
        QVERIFY(file.write(sample));
    QVERIFY(!QFileInfo(name).isSymLink());
    QCOMPARE(StateFile(name).read(), sample);
    QVERIFY(!QFile::exists(path(u"nothing.txt"_s)));
    QFile precious(path(u"precious.txt"_s));
    QVERIFY(precious.open(QIODevice::ReadOnly));
    QCOMPARE(precious.readAll(), QByteArray("precious"));
    QVERIFY(QFileInfo(name + u".bad"_s).isSymLink()); // kept, as everything that is in the way
}

void StateFilesTest::pinsSurviveARestart()
{
    const QString file = path(u"pins.json"_s);
    TrustStore store(file);
    QVERIFY(store.setPin(originOf(u"a.example:5455"_s), fingerprint));
    QVERIFY(store.setPin(originOf(u"b.example"_s), QByteArray(32, '\1')));
    QVERIFY(store.setPin(originOf(u"b.example"_s), QByteArray(32, '\2')));
    QCOMPARE(TrustStore(file).origins(), (QStringList{u"https://a.example:5455"_s, u"https://b.example"_s}));
    QCOMPARE(TrustStore(file).pin(originOf(u"a.example:5455"_s)), fingerprint);
    QCOMPARE(TrustStore(file).pin(originOf(u"b.example"_s)), QByteArray(32, '\2'));
    QVERIFY(store.removePin(originOf(u"b.example"_s)));
    QCOMPARE(TrustStore(file).origins(), QStringList{u"https://a.example:5455"_s});
    QVERIFY(modeOf(file) == 0600 || modeOf(file) < 0);
}

void StateFilesTest::aPinBelongsToOneOrigin()
{
    TrustStore store;
    QVERIFY(store.setPin(originOf(u"a.example:5455"_s), fingerprint));
    for (const QString &other : {u"a.example"_s, u"a.example:5456"_s, u"b.example:5455"_s, u"a.example:5455/x"_s})
        QVERIFY2(store.pin(originOf(other)).isEmpty(), qPrintable(other));
}

void StateFilesTest::aBadPinIsPassedOver()
{
    const QString good = QString::fromLatin1(fingerprint.toHex());
    put(path(u"pins.json"_s), QJsonDocument(QJsonObject{{u"pins"_s, QJsonObject{{u"https://good.example"_s, good},
                                                                                {u"https://short.example"_s, u"5a"_s},
                                                                                {u"https://number.example"_s, 5},
                                                                                {u"https://empty.example"_s, u""_s},
                                                                                {u"ftp://a.example"_s, good},
                                                                                {u"https://u@a.example"_s, good},
                                                                                {u""_s, good}}}})
                                  .toJson());
    QCOMPARE(TrustStore(path(u"pins.json"_s)).origins(), QStringList{u"https://good.example"_s});
}

void StateFilesTest::accountsSurviveARestart()
{
    const QString file = path(u"accounts.json"_s);
    SavedAccount account = accountOf(u"http://localhost:5455/portal"_s, u"mrossi"_s);
    account.kind = Credential::Kind::ApiKey;
    account.plainHttp = true;
    account.kept = true;
    account.removalDue = true;
    account.expiresAt = utcMoment(QDate(2030, 1, 2), QTime(3, 4, 5));
    QVERIFY(SavedAccounts(file).remember(account));
    const QList<SavedAccount> read = SavedAccounts(file).accounts();
    QCOMPARE(read.size(), 1);
    QVERIFY(read.first().isSameAs(account));
    QCOMPARE(read.first().userName, u"mrossi"_s);
    QCOMPARE(read.first().kind, Credential::Kind::ApiKey);
    QVERIFY(read.first().plainHttp && read.first().kept && read.first().removalDue);
    QVERIFY(read.first().expiresAt == account.expiresAt);
    QVERIFY(modeOf(file) == 0600 || modeOf(file) < 0);
}

void StateFilesTest::theLastUsedServerComesFirst()
{
    SavedAccounts list;
    QVERIFY(list.remember(accountOf(u"a.example"_s, u"mrossi"_s)));
    QVERIFY(list.remember(accountOf(u"b.example"_s, u"admin"_s)));
    QVERIFY(list.remember(accountOf(u"a.example"_s, u"admin"_s)));
    QVERIFY(list.remember(accountOf(u"a.example"_s, u"MRossi"_s))); // the same user: names differ in case only
    QCOMPARE(list.accounts().size(), 3);
    QCOMPARE(list.accounts().first().userName, u"MRossi"_s); // in its place, as the service spells it now
    QCOMPARE(list.servers(), (QStringList{u"https://a.example"_s, u"https://b.example"_s}));
    QVERIFY(list.find(originOf(u"a.example"_s), u"mrossi"_s));
    QVERIFY(!list.find(originOf(u"b.example"_s), u"mrossi"_s));
}

void StateFilesTest::aBadAccountIsPassedOver()
{
    const QJsonArray accounts{
        QJsonObject{{u"server"_s, u"https://good.example"_s}, {u"userName"_s, u"mrossi"_s}},
        QJsonObject{{u"server"_s, u"file:///etc/passwd"_s}, {u"userName"_s, u"mrossi"_s}},
        QJsonObject{{u"server"_s, u"https://a.example?x=1"_s}, {u"userName"_s, u"mrossi"_s}},
        QJsonObject{{u"server"_s, u"https://a.example"_s}, {u"userName"_s, QString(64 * 1024 + 1, u'x')}},
        QJsonObject{{u"server"_s, 5}, {u"userName"_s, QJsonArray{1}}},
        QJsonObject{},
        QJsonValue::Null,
        u"text"_s,
        QJsonObject{{u"server"_s, u"https://odd.example"_s},
                    {u"userName"_s, 7},
                    {u"kept"_s, u"yes"_s},
                    {u"expires"_s, u"tomorrow"_s}}};
    put(path(u"accounts.json"_s), QJsonDocument(QJsonObject{{u"accounts"_s, accounts}}).toJson());
    const QList<SavedAccount> read = SavedAccounts(path(u"accounts.json"_s)).accounts();
    QCOMPARE(read.size(), 2);
    QCOMPARE(read.first().origin.text(), u"https://good.example"_s);
    QVERIFY(read.last().userName.isEmpty() && !read.last().kept && !read.last().expiresAt);
}

void StateFilesTest::theNumberOfAccountsIsLimited()
{
    QJsonArray many;
    for (int i = 0; i < 1000; ++i)
        many.append(QJsonObject{{u"server"_s, u"https://a.example:%1"_s.arg(i + 1)}, {u"userName"_s, u"mrossi"_s}});
    put(path(u"accounts.json"_s), QJsonDocument(QJsonObject{{u"accounts"_s, many}}).toJson());
    SavedAccounts list(path(u"accounts.json"_s));
    QCOMPARE(list.accounts().size(), 50);
    QVERIFY(list.remember(accountOf(u"new.example"_s, u"mrossi"_s)));
    QCOMPARE(list.accounts().size(), 50);
    QCOMPARE(list.accounts().last().origin.text(), u"https://new.example"_s);
}

void StateFilesTest::whatTheKeychainHoldsIsNeverDropped()
{
    SavedAccounts list(path(u"accounts.json"_s));
    for (int i = 0; i < 120; ++i) {
        SavedAccount account = accountOf(u"https://a.example:%1"_s.arg(i + 1), u"mrossi"_s);
        account.kept = i % 2 == 0;
        account.removalDue = i % 4 == 1;
        QVERIFY(list.remember(account));
    }
    const SavedAccounts again(path(u"accounts.json"_s));
    for (const SavedAccounts *read : {const_cast<const SavedAccounts *>(&list), &again}) {
        qsizetype needed = 0;
        for (const SavedAccount &account : read->accounts())
            needed += account.kept || account.removalDue ? 1 : 0;
        QCOMPARE(needed, 90);
    }
}

void StateFilesTest::twoProgramsKeepEachOthersChanges_data()
{
    QTest::addColumn<bool>("isNew");
    QTest::newRow("no file yet") << true;
    QTest::newRow("a file") << false;
}

// Both have read the files before either writes.
void StateFilesTest::twoProgramsKeepEachOthersChanges()
{
    QFETCH(const bool, isNew);
    const Origin before = originOf(u"before.example"_s);
    if (!isNew) {
        QVERIFY(SavedAccounts(path(u"accounts.json"_s)).remember(accountOf(before.text(), u"mrossi"_s)));
        QVERIFY(TrustStore(path(u"trust.json"_s)).setPin(before, fingerprint));
        QVERIFY(Preferences(path(u"preferences.json"_s)).setAuthoritiesFile(u"/before.pem"_s));
    }
    SavedAccounts accounts[] = {SavedAccounts(path(u"accounts.json"_s)), SavedAccounts(path(u"accounts.json"_s))};
    TrustStore trust[] = {TrustStore(path(u"trust.json"_s)), TrustStore(path(u"trust.json"_s))};
    Preferences first(path(u"preferences.json"_s));
    Preferences second(path(u"preferences.json"_s));
    for (int program : {0, 1, 0, 1}) {
        SavedAccount account = accountOf(u"program%1.example"_s.arg(program), u"mrossi"_s);
        account.kept = true;
        QVERIFY(accounts[program].remember(account));
        QVERIFY(trust[program].setPin(account.origin, QByteArray(32, static_cast<char>('a' + program))));
    }
    QVERIFY(first.setKeepDrafts(false));
    QVERIFY(second.setClipboardSeconds(77));

    const SavedAccounts read(path(u"accounts.json"_s));
    const TrustStore pins(path(u"trust.json"_s));
    for (int program : {0, 1}) {
        const Origin origin = originOf(u"program%1.example"_s.arg(program));
        const auto account = read.find(origin, u"mrossi"_s);
        QVERIFY(account && account->kept);
        QCOMPARE(pins.pin(origin), QByteArray(32, static_cast<char>('a' + program)));
    }
    QCOMPARE(read.accounts().size(), isNew ? 2 : 3);
    QCOMPARE(pins.pin(before), isNew ? QByteArray() : fingerprint);
    const Preferences kept(path(u"preferences.json"_s));
    QVERIFY(!kept.keepDrafts());
    QCOMPARE(kept.clipboardSeconds(), 77);
    QCOMPARE(kept.authoritiesFile(), isNew ? QString() : u"/before.pem"_s);
}

void StateFilesTest::whatAnotherProgramWroteIsSeen()
{
    SavedAccounts first(path(u"accounts.json"_s));
    SavedAccounts second(path(u"accounts.json"_s));
    SavedAccount account = accountOf(u"a.example"_s, u"mrossi"_s);
    account.removalDue = true;
    QVERIFY(second.remember(account));
    first.refresh();
    QVERIFY(first.find(account.origin, account.userName));
    // The second one kept it since: that its removal is not due any more does not take that away.
    account.kept = true;
    QVERIFY(second.remember(account));
    QVERIFY(first.clearRemovalDue(account));
    const auto read = SavedAccounts(path(u"accounts.json"_s)).find(account.origin, account.userName);
    QVERIFY(read && read->kept && !read->removalDue);
}

void StateFilesTest::whoeverHoldsTheLockIsWaitedFor()
{
    const QString file = path(u"state.json"_s);
    const auto change = [](const std::optional<QJsonObject> &) { return sample; };
    std::promise<void> isHeld;
    auto other = std::async(std::launch::async, [&isHeld, file] {
        QLockFile lock(file + u".lock"_s);
        const bool isLocked = lock.lock();
        isHeld.set_value();
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        return isLocked;
    });
    isHeld.get_future().wait();
    const bool isWritten = StateFile(file).update(change);
    QVERIFY(other.get());
    QVERIFY(isWritten);
    QCOMPARE(StateFile(file).read(), sample);
}

void StateFilesTest::whatALockHeldBackIsWrittenLater_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("atTheEnd");
    for (const QString &name : {u"accounts.json"_s, u"preferences.json"_s, u"trust.json"_s}) {
        QTest::addRow("%s, soon", qPrintable(name)) << name << false;
        QTest::addRow("%s, at the end", qPrintable(name)) << name << true;
    }
}

void StateFilesTest::whatALockHeldBackIsWrittenLater()
{
    QFETCH(const QString, name);
    QFETCH(const bool, atTheEnd);
    const QString file = path(name);
    QLockFile other(file + u".lock"_s);
    QVERIFY(other.tryLock());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!QLockFile(file + u".lock"_s).tryLock(300)); // longer than one of them may wait
    const qint64 once = timer.restart();
    {
        SavedAccounts accounts(name.startsWith(u"acc") ? file : QString());
        Preferences preferences(name.startsWith(u"pre") ? file : QString());
        TrustStore trust(name.startsWith(u"tru") ? file : QString());
        timer.start();
        const bool isWritten = accounts.remember(accountOf(u"a.example"_s, u"mrossi"_s)) &&
                               preferences.setClipboardSeconds(77) &&
                               trust.setPin(originOf(u"https://a.example"_s), fingerprint);
        QVERIFY(!isWritten);
        // The window stands still meanwhile.
        QVERIFY2(timer.elapsed() < 3 * once, qPrintable(u"%1 ms, once %2 ms"_s.arg(timer.elapsed()).arg(once)));
        QVERIFY(!QFile::exists(file));
        other.unlock();
        if (!atTheEnd)
            VERIFY_EVENTUALLY(QFile::exists(file));
    }
    const SavedAccounts accounts(path(u"accounts.json"_s));
    const Preferences preferences(path(u"preferences.json"_s));
    const TrustStore trust(path(u"trust.json"_s));
    QCOMPARE(accounts.accounts().size() + (preferences.clipboardSeconds() == 77 ? 1 : 0) + trust.origins().size(), 1);
}

// As in a container: the home folder is another user's.
void StateFilesTest::theOwnerIsWhoRunsTheProgram()
{
    const QByteArray home = qgetenv("HOME");
    // Only the superuser can give a folder away; to anybody else the root folder is another user's.
    const bool isGiven = giveAway(m_folder->path());
    qputenv("HOME", isGiven ? QFile::encodeName(m_folder->path()) : QByteArray("/"));
    QVERIFY(StateFile(path(u"state.json"_s)).write(sample));
    StateFile file(path(u"state.json"_s));
    const QJsonObject read = file.read();
    qputenv("HOME", home);
    QCOMPARE(read, sample);
    QVERIFY(!file.isUnusable());
}

void StateFilesTest::theKeychainKeyTellsProgramOriginAndUser()
{
    QCOMPARE(accountOf(u"https://A.example:5455/x/"_s, u"mrossi"_s).keychainKey(),
             u"lanyard/https://a.example:5455/x/mrossi"_s);
}

void StateFilesTest::twoAccountsAreOneKeyOnlyIfTheyAreOne_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("otherServer");
    QTest::addColumn<QString>("otherName");
    const QString a = u"https://a.example"_s;
    const auto row = [](const QString &server, const QString &name, const QString &otherServer,
                        const QString &otherName) {
        QTest::addRow("%s|%s %s|%s", qPrintable(server), qPrintable(name), qPrintable(otherServer),
                      qPrintable(otherName))
            << server << name << otherServer << otherName;
    };
    row(a, u"mrossi"_s, a, u"MRossi"_s);
    row(a, u"müller"_s, a, u"MÜLLER"_s);
    row(a, u"x/mrossi"_s, a + u"/x"_s, u"mrossi"_s);
    row(a, u"x%2Fmrossi"_s, a, u"x/mrossi"_s);
    row(a, u"x%252Fmrossi"_s, a, u"x%2Fmrossi"_s);
    row(a, u"strasse"_s, a, u"stra\u00DFe"_s);
    row(a, u"fi"_s, a, u"\uFB01"_s);
    row(a, u"i"_s, a, u"\u0130"_s);
    row(a, u"\U00010400"_s, a, u"\U00010428"_s);
}

// One account's sign-in is neither offered to another one, nor removed with it.
void StateFilesTest::twoAccountsAreOneKeyOnlyIfTheyAreOne()
{
    QFETCH(const QString, server);
    QFETCH(const QString, name);
    QFETCH(const QString, otherServer);
    QFETCH(const QString, otherName);
    const SavedAccount one = accountOf(server, name);
    const SavedAccount other = accountOf(otherServer, otherName);
    QCOMPARE(one.keychainKey() == other.keychainKey(), one.isSameAs(other));
}

void StateFilesTest::aStartMeansTheAccountThatIsKeptOrWasUsedLast()
{
    SavedAccounts list;
    SavedAccount kept = accountOf(u"b.example"_s, u"mrossi"_s);
    kept.kept = true;
    for (const SavedAccount &account : {accountOf(u"a.example"_s, u"mrossi"_s), kept,
                                        accountOf(u"b.example"_s, u"admin"_s), accountOf(u"a.example"_s, u"jkim"_s)})
        QVERIFY(list.remember(account));
    const auto bestMatch = [&list](const Origin &origin, const QString &name) {
        const auto found = list.bestMatch(origin, name);
        return found ? found->origin.host() + u' ' + found->userName : QString();
    };
    QCOMPARE(bestMatch({}, {}), u"b.example mrossi"_s);
    QCOMPARE(bestMatch(originOf(u"a.example"_s), {}), u"a.example jkim"_s);
    QCOMPARE(bestMatch(originOf(u"a.example"_s), u"MRossi"_s), u"a.example mrossi"_s);
    QCOMPARE(bestMatch({}, u"admin"_s), u"b.example admin"_s);
    QVERIFY(bestMatch(originOf(u"c.example"_s), {}).isEmpty());
    QVERIFY(bestMatch({}, u"nobody"_s).isEmpty());
}

void StateFilesTest::whatANewerVersionKeepsStays_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a member of the file") << QByteArray(R"({"newer":"precious"})");
    QTest::newRow("a member of an account")
        << QByteArray(R"({"accounts":[{"server":"https://a.example","userName":"MRossi","newer":"precious"}]})");
    QTest::newRow("a member of another account")
        << QByteArray(R"({"accounts":[{"server":"https://b.example","userName":"jkim","newer":"precious"}]})");
    QTest::newRow("an account of a new kind")
        << QByteArray(R"({"accounts":[{"server":"unix:/run/service","userName":"precious","kept":true}]})");
    QTest::newRow("a pin of a new kind") << QByteArray(R"({"pins":{"https://b.example":"sha512:precious"}})");
    QTest::newRow("a preference") << QByteArray(R"({"proxyScript":"precious","clipboardSeconds":31})");
}

// Somebody goes back to an older version, or has two of them.
void StateFilesTest::whatANewerVersionKeepsStays()
{
    QFETCH(const QByteArray, content);
    for (const auto &change : std::initializer_list<std::function<bool(const QString &)>>{
             [](const QString &file) { return SavedAccounts(file).remember(accountOf(u"a.example"_s, u"mrossi"_s)); },
             [](const QString &file) { return TrustStore(file).setPin(originOf(u"a.example"_s), fingerprint); },
             [](const QString &file) { return Preferences(file).setClipboardSeconds(77); }}) {
        const QString file = path(u"file.json"_s);
        put(file, content);
        QVERIFY(change(file));
        const QJsonObject read = StateFile(file).read();
        QVERIFY2(QJsonDocument(read).toJson().contains("precious"), QJsonDocument(read).toJson().constData());
        QVERIFY(!QFile::exists(file + u".bad"_s));
    }
}

void StateFilesTest::aFileOfAnotherShapeIsSetAside_data()
{
    QTest::addColumn<QByteArray>("content");
    for (const char *value : {"{\"a\":1}", "[{\"a\":1}]", "\"text\"", "7", "null"})
        QTest::newRow(value) << QByteArray(value);
}

void StateFilesTest::aFileOfAnotherShapeIsSetAside()
{
    QFETCH(const QByteArray, content);
    const QString accounts = path(u"accounts.json"_s);
    const QString trust = path(u"trust.json"_s);
    put(accounts, "{\"accounts\":" + content + '}');
    put(trust, "{\"pins\":" + content + '}');
    SavedAccounts list(accounts);
    TrustStore pins(trust);
    QCOMPARE(list.isUnusable(), !content.startsWith('['));
    QCOMPARE(pins.isUnusable(), !content.startsWith('{'));
    QVERIFY(list.remember(accountOf(u"a.example"_s, u"mrossi"_s)));
    QVERIFY(pins.setPin(originOf(u"a.example"_s), fingerprint));
    for (const QString &file : {accounts, trust}) {
        QByteArray all;
        for (const QString &name : {file, file + u".bad"_s}) {
            QFile kept(name);
            if (kept.open(QIODevice::ReadOnly))
                all += kept.readAll().simplified().replace(" ", "").replace("\n", "");
        }
        const bool holdsA = content.contains("\"a\":1"); // merged into the new one, or set aside
        QVERIFY2(all.contains(holdsA ? "\"a\":1" : content), all.constData());
    }
}

void StateFilesTest::whatIsNoLockHoldsNothingBack_data()
{
    QTest::addColumn<QString>("kind");
    for (const auto *kind : {"pipe", "folder", "folder with a file", "link to nothing", "link to itself"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void StateFilesTest::whatIsNoLockHoldsNothingBack()
{
    QFETCH(const QString, kind);
    const QString file = path(u"state.json"_s);
    const QString lock = file + u".lock"_s;
    bool isMade = false;
    if (kind == "pipe"_L1)
        isMade = makePipe(lock);
    else if (kind.startsWith(u"folder"))
        isMade = QDir().mkdir(lock);
    else
        isMade = makeLink(kind == "link to itself"_L1 ? lock : path(u"missing"_s), lock);
    if (!isMade)
        QSKIP("There is no such thing here.");
    if (kind == "folder with a file"_L1)
        put(lock + u"/file"_s, "precious");
    QVERIFY(StateFile(file).update([](const std::optional<QJsonObject> &) { return sample; }));
    QCOMPARE(StateFile(file).read(), sample);
    QVERIFY(!QFile::exists(path(u"missing"_s)));
}

// Its sign-in would stay in the keychain, and nobody would look there.
void StateFilesTest::anAccountWithALongNameIsFoundAgain()
{
    for (const qsizetype size : {256, 257, 32'767}) {
        SavedAccount account = accountOf(u"a.example"_s, QString(size, u'x'));
        account.kept = true;
        QVERIFY(SavedAccounts(path(u"accounts.json"_s)).remember(account));
        QVERIFY(SavedAccounts(path(u"accounts.json"_s)).find(account.origin, account.userName));
    }
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::StateFilesTest)
#include "tst_statefiles.moc"
