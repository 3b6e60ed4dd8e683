// An account with fifty thousand keys in the real window: signed in, scrolled from one end to the other, filtered,
// copied. Times are told, and compared with the same of an account with a few; the memory is bounded.
#include "core/base/nameorder.h"
#include "core/models/apikeysfilter.h"
#include "core/models/apikeysmodel.h"
#include "tests/core/heartbeat.h"
#include "tests/support/sanitized.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "tests/ui/serviceprogram.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

#ifdef LANYARD_SANITIZED
constexpr bool sanitized = true;
constexpr int manyKeys = 5'000;
#else
constexpr bool sanitized = false;
constexpr int manyKeys = 50'000;
#endif
constexpr int mebibytesAllowed = 300;

// The most that this process has held, in MiB.
int peakMebibytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? -1 : text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toInt() / 1024;
}

bool isInOrder(const QTableView &table)
{
    QStringList names;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        names << table.model()->index(row, 0).data().toString();
    const QCollator order = nameOrder();
    return std::is_sorted(names.begin(), names.end(),
                          [&order](const QString &a, const QString &b) { return order.compare(a, b) < 0; });
}

struct Times
{
    qint64 scrollMs = 0;
    qint64 firstLetterMs = 0; // of the processor
    qint64 typedMs = 0;       // of the processor, until the letter stands there
    qint64 filterMs = 0;      // for a letter
    qint64 gapMs = 0;         // of the event loop, the keys that the test itself types included
    int rows = 0;
};

} // namespace

class TestManyKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreScrolledFoundAndCopied();

private:
    void use(int keys, Times &times);
};

void TestManyKeys::use(int keys, Times &times)
{
    const ServiceProgram service(QStringLiteral(LANYARD_SERVICE), {u"--generated-keys"_s, QString::number(keys)});
    const Heartbeat heartbeat;
    AppFixture desk;
    CommandLine line;
    line.server = service.address();
    line.userName = u"mrossi"_s;
    desk.startWith(line);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.goTo(1);
    auto *table = desk.find<QTableView>(u"API keys"_s);
    QVERIFY(table);
    const auto *filter = qobject_cast<const ApiKeysFilter *>(table->model());
    if (!filter->isShowing()) { // of what nobody sees, nothing is copied, and nobody hears that there is no key
        QVERIFY(desk.visibleTexts().contains(u"Sorting…"_s));
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(!desk.find<QAbstractButton>(u"Copy key"_s)->isEnabled());
        QVERIFY(table->isVisible());
    }
    QVERIFY(eventually([table] { return table->model()->rowCount() > 0; }, 60'000));
    times.rows = table->model()->rowCount();
    QCOMPARE(table->currentIndex().row(), 0);
    QVERIFY(isInOrder(*table));
    const auto shown = [table](int column) { // of the first row
        return table->columnWidth(column) - table->sizeHintForIndex(table->model()->index(0, column)).width();
    };
    for (const int column : {ApiKeysModel::Name, ApiKeysModel::Key})
        QVERIFY(eventually([&] { return shown(column) >= 0; }));
    table->setFocus();

    QElapsedTimer timer;
    timer.start();
    for (const int part : {0, 25, 50, 75, 100, 60, 40, 0}) {
        QScrollBar *bar = table->verticalScrollBar();
        bar->setValue(bar->maximum() * part / 100);
        QTest::keyClick(table, Qt::Key_PageDown);
        table->viewport()->repaint();
    }
    times.scrollMs = timer.elapsed();
    const QString name = table->model()->index(times.rows - 1, 0).data().toString();
    // The first letter makes the texts that are searched, for all that follow. It is made once, so that no better try
    // can be taken: the time of the processor, which other programs do not lengthen.
    const std::clock_t begin = std::clock();
    desk.typeInto(u"Filter"_s, name.left(1));
    times.typedMs = (std::clock() - begin) * 1000 / CLOCKS_PER_SEC;
    QCOMPARE(filter->isSearching(), times.rows > SearchTexts::RowsAtOnce);
    if (filter->isSearching()) { // of rows that are others in a moment, nothing is copied
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(desk.find<QLineEdit>(u"Filter"_s), Qt::Key_Return);
        QCOMPARE(QApplication::clipboard()->text(), QString());
    }
    QVERIFY(eventually([filter] { return !filter->isSearching(); }, 60'000));
    times.firstLetterMs = (std::clock() - begin) * 1000 / CLOCKS_PER_SEC;
    timer.restart();
    desk.typeInto(u"Filter"_s, name);
    table->viewport()->repaint();
    times.filterMs = timer.elapsed() / name.size();
    QVERIFY(eventually([&] { return table->model()->rowCount() < 20 && table->model()->rowCount() > 0; }));
    QCOMPARE(table->model()->index(0, 0).data().toString(), name);
    desk.press(u"Copy key"_s);
    const QList<ApiKey> held = desk.session().user().apiKeys();
    const auto copied = std::find_if(held.begin(), held.end(), [&](const ApiKey &key) { return key.name() == name; });
    QVERIFY(copied != held.end());
    QCOMPARE(QApplication::clipboard()->text(), copied->key().exposeText());
    times.gapMs = heartbeat.longestGapMs();

    // What is selected among those that are left stays so, in its column.
    desk.typeInto(u"Filter"_s, u"generated"_s);
    QVERIFY(eventually([&] { return !filter->isSearching() && table->model()->rowCount() > 50; }, 60'000));
    table->setCurrentIndex(table->model()->index(50, ApiKeysModel::Status));
    const QString selected = table->model()->index(50, ApiKeysModel::Name).data().toString();
    for (const QString &text : {u"generated key"_s, QString()}) {
        desk.typeInto(u"Filter"_s, text);
        QVERIFY(eventually([&] { return !filter->isSearching(); }, 60'000));
        QCOMPARE(table->currentIndex().siblingAtColumn(ApiKeysModel::Name).data().toString(), selected);
        QCOMPARE(table->currentIndex().column(), int(ApiKeysModel::Status));
        QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    }

    // What is said instead of the rows stays so while they are put in another order.
    desk.typeInto(u"Filter"_s, u"there is no such key"_s);
    const auto saysSo = [&desk] { return desk.visibleTexts().filter(u"No key matches"_s).size() == 1; };
    QVERIFY(eventually(saysSo));
    table->sortByColumn(ApiKeysModel::Permissions, Qt::AscendingOrder);
    QTest::keyClicks(desk.find<QLineEdit>(u"Filter"_s), u"y"_s);
    QTest::qWait(50);
    QVERIFY(eventually([&] { return !filter->isSearching(); }, 60'000));
    QVERIFY(saysSo());
}

void TestManyKeys::theyAreScrolledFoundAndCopied()
{
    Times few;
    use(100, few);
    Times tenth;
    use(manyKeys / 10, tenth);
    Times many;
    use(manyKeys, many);
    qInfo("%d keys: scrolled in %lld ms, first letter in %lld ms, filtered in %lld ms a letter, longest gap %lld ms, "
          "at most %d MiB",
          many.rows, many.scrollMs, many.firstLetterMs, many.filterMs, many.gapMs, peakMebibytes());
    qInfo("%d keys: scrolled in %lld ms, first letter in %lld ms, filtered in %lld ms a letter, longest gap %lld ms",
          few.rows, few.scrollMs, few.firstLetterMs, few.filterMs, few.gapMs);
    QVERIFY(many.rows >= manyKeys);
    // What is seen is what costs, not what there is.
    QVERIFY(many.scrollMs < (few.scrollMs + 1) * 10);
    QVERIFY(many.filterMs < (few.filterMs + 1) * 50);
    // Texts are made while the window goes on.
    QVERIFY2(many.typedMs <= (tenth.typedMs + 20) * 3,
             qPrintable(u"%1 ms, %2 ms for a tenth of them"_s.arg(many.typedMs).arg(tenth.typedMs)));
    // The first letter is about each of them, once: ten times the keys, about ten times the time.
    QVERIFY2(many.firstLetterMs <= tenth.firstLetterMs * 15,
             qPrintable(u"%1 ms, %2 ms for a tenth of them"_s.arg(many.firstLetterMs).arg(tenth.firstLetterMs)));
    if (!sanitized)
        QVERIFY2(peakMebibytes() < mebibytesAllowed, qPrintable(QString::number(peakMebibytes())));
}

LANYARD_TEST(QApplication, TestManyKeys)
#include "tst_manykeys.moc"
