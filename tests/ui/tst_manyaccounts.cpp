// What several accounts cost: switching between large ones, a start with many, and the memory of each. Times are told,
// and compared within one run: those of the processor, which other programs do not lengthen.
#include "tests/core/heartbeat.h"
#include "tests/support/sanitized.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "ui/account/accountview.h"
#include "ui/accounts/accountmenu.h"

#include <QAction>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

int residentKibibytes()
{
    QFile statm(u"/proc/self/statm"_s);
    return statm.open(QIODevice::ReadOnly) ? statm.readAll().split(' ').value(1).toInt() * 4 : -1;
}

ServiceOptions withKeys(int keys)
{
    ServiceOptions options;
    options.generatedKeys = keys;
    return options;
}

void addTo(AppFixture &desk, const AccountService &service, const QString &userName, const QString &password)
{
    const int rows = desk.workspaces().rowCount();
    Q_EMIT desk.window().addAccountRequested();
    QVERIFY(desk.isAsked());
    desk.typeInto(u"Server"_s, service.address(), desk.dialog());
    desk.typeInto(u"Username"_s, userName, desk.dialog());
    desk.typeInto(u"Password"_s, password, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(eventually([&] { return desk.workspaces().rowCount() == rows + 1; }));
    QVERIFY(desk.isSignedIn());
    QVERIFY(desk.isKept());
}

} // namespace

class TestManyAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void largeOnesAreSwitchedAsFastAsSmallOnes();
    void manyDoNotSlowTheStart();
    void eachNeedsLittleMemory();

private:
    void timeSwitches(int keys, qint64 &gapMs, qint64 &switchUs);
    static void rememberAccounts(AppFixture &desk, int count);
    [[nodiscard]] static qint64 timeStart(AppFixture &desk);
};

// The longest gap of the event loop, and what a switch takes of the processor in the mean until it is painted.
void TestManyAccounts::timeSwitches(int keys, qint64 &gapMs, qint64 &switchUs)
{
    AccountService second(withKeys(keys));
    QVERIFY(second.start());
    AppFixture desk(withKeys(keys));
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.goTo(1);
    addTo(desk, second, mrossi, u"lanyard"_s);
    desk.goTo(1);
    QVERIFY(desk.session().user().apiKeys().size() >= keys);
    QTest::qWait(300);
    const Heartbeat heartbeat;
    switchUs = 0;
    constexpr int turns = 40;
    for (int turn = 0; turn < turns; ++turn) {
        const std::clock_t begin = std::clock();
        QTest::keyClick(&desk.window(), turn % 2 ? Qt::Key_2 : Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
        QCoreApplication::processEvents();
        desk.window().repaint();
        switchUs += (std::clock() - begin) * 1'000'000 / CLOCKS_PER_SEC / turns;
        QCOMPARE(desk.workspaces().current(), &desk.workspaces().at(turn % 2));
        QTest::qWait(20);
    }
    gapMs = heartbeat.longestGapMs();
}

void TestManyAccounts::largeOnesAreSwitchedAsFastAsSmallOnes()
{
    qint64 smallGapMs = 0;
    qint64 smallUs = 0;
    timeSwitches(10, smallGapMs, smallUs);
    qint64 largeGapMs = 0;
    qint64 largeUs = 0;
    timeSwitches(1000, largeGapMs, largeUs);
    qInfo("longest gap %lld ms with 10 keys, %lld ms with 1,000; a switch %lld us and %lld us", smallGapMs, largeGapMs,
          smallUs, largeUs);
    QVERIFY2(largeUs <= smallUs * 2, qPrintable(u"%1 and %2 us"_s.arg(smallUs).arg(largeUs)));
}

// One account is kept; the others in the list are remembered.
void TestManyAccounts::rememberAccounts(AppFixture &desk, int count)
{
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(desk.isKept());
    desk.quit();
    QFile file(desk.home() + u"/config/accounts.json"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QJsonObject list = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray rows = list.value("accounts"_L1).toArray();
    QCOMPARE(rows.size(), 1);
    for (int row = 1; row < count; ++row) {
        QJsonObject other = rows.at(0).toObject();
        other.insert("userName"_L1, u"user%1"_s.arg(row));
        other.insert("userId"_L1, u"id-%1"_s.arg(row));
        other.insert("lastUsed"_L1, u"2020-01-01T00:00:00.000Z"_s);
        rows.append(other);
    }
    list.insert("accounts"_L1, rows);
    file.resize(0);
    file.write(QJsonDocument(list).toJson());
}

// Until the account that is shown can be used.
qint64 TestManyAccounts::timeStart(AppFixture &desk)
{
    const std::clock_t begin = std::clock();
    desk.startWith({});
    const bool isUsable = eventually([&] { return desk.session().hasUser(); });
    const qint64 ms = (std::clock() - begin) * 1000 / CLOCKS_PER_SEC;
    if (!isUsable || desk.session().user().userName() != mrossi)
        QTest::qFail("the account is not restored", __FILE__, __LINE__);
    desk.quit();
    return ms;
}

// In turns, and the best of each: what else the machine does falls on both.
void TestManyAccounts::manyDoNotSlowTheStart()
{
    AppFixture one;
    AppFixture many;
    rememberAccounts(one, 1);
    rememberAccounts(many, 20);
    qint64 oneMs = std::numeric_limits<qint64>::max();
    qint64 manyMs = oneMs;
#ifdef LANYARD_SANITIZED
    constexpr int spareMs = 50; // every small object costs
#else
    constexpr int spareMs = 5;
#endif
    const auto isFast = [&] { return manyMs * 10 <= oneMs * 13 + spareMs * 10; };
    for (int turn = 0; turn < 20 && (turn < 5 || !isFast()); ++turn) {
        oneMs = std::min(oneMs, timeStart(one));
        manyMs = std::min(manyMs, timeStart(many));
    }
    qInfo("usable after %lld ms with one account, %lld ms with twenty", oneMs, manyMs);
    QVERIFY2(isFast(), qPrintable(u"%1 and %2 ms"_s.arg(oneMs).arg(manyMs)));
}

void TestManyAccounts::eachNeedsLittleMemory()
{
    constexpr int warm = 2; // fonts, icons, and the dialog's own
    constexpr int counted = 6;
    std::vector<std::unique_ptr<AccountService>> services;
    AppFixture desk;
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    int before = 0;
    for (int i = 0; i < warm + counted; ++i) {
        services.push_back(std::make_unique<AccountService>());
        QVERIFY(services.back()->start());
    }
    for (int i = 0; i < warm + counted; ++i) {
        addTo(desk, *services.at(static_cast<std::size_t>(i)), mrossi, u"lanyard"_s);
        for (int page = 0; page < 3; ++page) {
            desk.goTo(page);
            QTest::qWait(50);
        }
        if (i == warm - 1)
            before = residentKibibytes();
    }
    const int each = (residentKibibytes() - before) / counted;
    qInfo("each further account: %d KiB, with what the stand-in service needs to serve it", each);
#ifndef LANYARD_SANITIZED
    // 3 MiB of its own.
    QVERIFY2(each <= 4096, qPrintable(QString::number(each)));
#endif
}

LANYARD_TEST(QApplication, TestManyAccounts)
#include "tst_manyaccounts.moc"
