// For how long the window does not answer, with a large document: the longest gap in its event loop while somebody
// signs in, looks, searches, sorts, edits, saves and reloads, and at rest. Prints one JSON object: milliseconds of each
// run, by what was done.
//
// Usage: bench_gaps keys|settings|picture COUNT RUNS    COUNT of a picture: its megabytes
#include "core/models/apikeysfilter.h"
#include "core/models/settingsfilter.h"
#include "tests/bench/measures.h"
#include "tests/core/heartbeat.h"
#include "tests/ui/appfixture.h"
#include "tests/ui/serviceprogram.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QHeaderView>
#include <QImage>
#include <QJsonDocument>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTableView>
#include <QtMath>

#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

constexpr int settleMs = 400;
constexpr int restMs = 65'000; // the minute's refresh is in it

// A picture that cannot be packed, of about so many bytes.
QByteArray noise(int bytes)
{
    const int side = qCeil(std::sqrt(bytes / 3.0));
    QImage image(side, side, QImage::Format_RGB888);
    for (int y = 0; y < side; ++y)
        QRandomGenerator::global()->fillRange(reinterpret_cast<quint32 *>(image.scanLine(y)), image.bytesPerLine() / 4);
    QByteArray png;
    QBuffer buffer(&png);
    image.save(&buffer, "PNG");
    return png;
}

// The accounts of the stand-in service, with that picture.
QString accountsWithPicture(const QTemporaryDir &folder, int megabytes)
{
    QFile usual(QStringLiteral(LANYARD_ACCOUNTS));
    if (!usual.open(QIODevice::ReadOnly))
        qFatal("the stand-in service's accounts cannot be read");
    QJsonObject all = QJsonDocument::fromJson(usual.readAll()).object();
    QJsonArray accounts = all.value("accounts"_L1).toArray();
    QJsonObject first = accounts.at(0).toObject();
    QJsonObject user = first.value("user"_L1).toObject();
    user.insert("image"_L1, QString::fromLatin1(noise(megabytes * 1'000'000 * 3 / 4).toBase64()));
    first.insert("user"_L1, user);
    accounts.replace(0, first);
    all.insert("accounts"_L1, accounts);
    QFile file(folder.filePath(u"accounts.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(all).toJson()) < 0)
        qFatal("the accounts cannot be written");
    return file.fileName();
}

class Desk
{
public:
    Desk(Measures &measures, const QString &address) : m_measures(measures)
    {
        CommandLine line;
        line.server = address;
        line.userName = u"mrossi"_s;
        m_desk.startWith(line);
        QTest::qWait(settleMs);
    }

    template<typename Doing>
    void measure(const QString &what, const Doing &doing, int waitMs = settleMs)
    {
        const Heartbeat heartbeat;
        doing();
        QTest::qWait(waitMs);
        m_measures.add(what, double(heartbeat.longestGapMs()));
    }
    [[nodiscard]] AppFixture &desk() { return m_desk; }

private:
    Measures &m_measures;
    AppFixture m_desk;
};

void editAndSave(Desk &measured)
{
    AppFixture &desk = measured.desk();
    desk.goTo(0);
    QTest::qWait(settleMs);
    measured.measure(u"a letter in a field"_s,
                     [&] { QTest::keyClicks(desk.find<QLineEdit>(u"First name"_s), u"a"_s); });
    measured.measure(
        u"the draft is written"_s, [] {}, 2000);
    measured.measure(
        u"save"_s,
        [&] {
            QTest::keyClick(&desk.window(), Qt::Key_S, Qt::ControlModifier);
            if (!eventually([&] { return desk.saveText() == u"Saved"_s; }, 60'000))
                qFatal("the save does not end");
        },
        2000);
    measured.measure(
        u"reload"_s, [&] { QTest::keyClick(&desk.window(), Qt::Key_F5); }, 6000);
    measured.measure(
        u"at rest"_s, [] {}, restMs);
}

// The texts of many rows are made before they are searched.
template<typename Filter>
void typeAndFind(QLineEdit &edit, const QString &letter, Filter *rows)
{
    QTest::keyClicks(&edit, letter);
    if (!eventually([rows] { return !rows->texts().isMaking(); }, 60'000))
        qFatal("the search does not end");
}

void lookThroughKeys(Desk &measured)
{
    AppFixture &desk = measured.desk();
    measured.measure(u"the page is shown"_s, [&] { desk.goTo(1); });
    auto *table = desk.find<QTableView>(u"API keys"_s);
    measured.measure(u"scrolled"_s, [&] {
        for (const int part : {25, 50, 75, 100, 60, 0}) {
            table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() * part / 100);
            QTest::qWait(20);
        }
    });
    auto *filter = desk.find<QLineEdit>(u"Filter"_s);
    auto *rows = qobject_cast<ApiKeysFilter *>(table->model());
    measured.measure(u"first letter"_s, [&] { typeAndFind(*filter, u"1"_s, rows); });
    measured.measure(u"second letter"_s, [&] { typeAndFind(*filter, u"2"_s, rows); });
    measured.measure(u"no letter"_s, [&] { filter->clear(); });
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        if (table->isColumnHidden(column))
            continue;
        const QString name = table->model()->headerData(column, Qt::Horizontal).toString();
        measured.measure(u"sorted by "_s + name, [&] { table->sortByColumn(column, Qt::AscendingOrder); });
    }
}

void lookThroughSettings(Desk &measured)
{
    AppFixture &desk = measured.desk();
    measured.measure(u"the page is shown"_s, [&] { desk.goTo(2); });
    auto *filter = desk.find<QLineEdit>(u"Filter"_s);
    auto *rows = desk.window().findChild<SettingsFilter *>();
    measured.measure(u"first letter"_s, [&] { typeAndFind(*filter, u"1"_s, rows); });
    measured.measure(u"second letter"_s, [&] { typeAndFind(*filter, u"2"_s, rows); });
    measured.measure(u"no letter"_s, [&] { filter->clear(); });
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QString kind = arguments.value(1);
    const int count = arguments.value(2).toInt();
    const int runs = arguments.value(3).toInt();
    if (!QStringList{u"keys"_s, u"settings"_s, u"picture"_s}.contains(kind) || count <= 0 || runs <= 0) {
        std::fputs("Usage: bench_gaps keys|settings|picture COUNT RUNS\n", stderr);
        return 2;
    }
    const QTemporaryDir folder;
    const QStringList options = kind == "picture"_L1 ? QStringList{u"--accounts"_s, accountsWithPicture(folder, count)}
                                                     : QStringList{u"--generated-"_s + kind, QString::number(count)};
    Measures measures;
    for (int run = 0; run < runs; ++run) {
        const ServiceProgram service(QStringLiteral(LANYARD_SERVICE), options);
        Desk measured(measures, service.address());
        measured.measure(
            u"sign-in"_s,
            [&] {
                if (!measured.desk().signIn(u"lanyard"_s))
                    qFatal("not signed in");
            },
            2000);
        if (kind == "keys"_L1)
            lookThroughKeys(measured);
        else if (kind == "settings"_L1)
            lookThroughSettings(measured);
        editAndSave(measured);
    }
    std::puts(QJsonDocument(QJsonObject{{u"ms"_s, measures.all()}}).toJson(QJsonDocument::Compact).constData());
    return 0;
}
