// What memory a large document takes: the real window, signed in to the stand-in service in another process; once its
// page is shown, and after reloads and saves, which must not add to it. Prints one JSON object: MiB, by when.
//
// Usage: bench_memory keys|settings COUNT TIMES    TIMES: reloads, and as many saves
#include "tests/ui/appfixture.h"
#include "tests/ui/serviceprogram.h"

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QLineEdit>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

constexpr int settleMs = 2500; // what is made in threads, the draft's file, and the second look after a save
constexpr int waitMs = 120'000;

// The figure called @p name of /proc/self/status.
double statusMiB(QByteArrayView name)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no /proc/self/status");
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name) && line.at(name.size()) == ':')
            return line.sliced(name.size() + 1).simplified().split(' ').constFirst().toDouble() / 1024;
    }
    qFatal("a figure is missing in /proc/self/status");
}

// From now on.
void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write("5") != 1)
        qFatal("the peak cannot be forgotten");
}

// At rest, and at the most since the last one.
QJsonObject taken()
{
    QTest::qWait(settleMs);
    const QJsonObject figures{
        {u"resident"_s, statusMiB("VmRSS")}, {u"anonymous"_s, statusMiB("RssAnon")}, {u"peak"_s, statusMiB("VmHWM")}};
    forgetPeak();
    return figures;
}

void reload(AppFixture &desk)
{
    const QDateTime before = desk.workspaces().current()->readAt();
    QTest::qWait(2); // readAt() counts in milliseconds
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    if (!eventually([&] { return desk.workspaces().current()->readAt() > before; }, waitMs))
        qFatal("the reload does not end");
}

// Adds a letter or takes it away.
void save(AppFixture &desk, bool isLonger)
{
    QTest::keyClick(desk.find<QLineEdit>(u"First name"_s), isLonger ? Qt::Key_A : Qt::Key_Backspace);
    QTest::keyClick(&desk.window(), Qt::Key_S, Qt::ControlModifier);
    if (!eventually([&] { return desk.saveText() == u"Saved"_s; }, waitMs))
        qFatal("the save does not end");
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QString kind = arguments.value(1);
    const int count = arguments.value(2).toInt();
    const int times = arguments.value(3).toInt();
    if (!QStringList{u"keys"_s, u"settings"_s}.contains(kind) || count <= 0) {
        std::fputs("Usage: bench_memory keys|settings COUNT TIMES\n", stderr);
        return 2;
    }
    const ServiceProgram service(QStringLiteral(LANYARD_SERVICE), {u"--generated-"_s + kind, QString::number(count)});
    AppFixture desk;
    CommandLine line;
    line.server = service.address();
    line.userName = u"mrossi"_s;
    desk.startWith(line);
    QJsonObject all{{u"1 asked to sign in"_s, taken()}};
    if (!desk.signIn(u"lanyard"_s))
        qFatal("not signed in");
    all.insert(u"2 signed in"_s, taken());
    desk.goTo(kind == "keys"_L1 ? 1 : 2);
    all.insert(u"3 the page is shown"_s, taken());
    for (int i = 0; i < times; ++i)
        reload(desk);
    all.insert(u"4 reloaded"_s, taken());
    desk.goTo(0);
    for (int i = 0; i < times; ++i)
        save(desk, i % 2 == 0);
    all.insert(u"5 saved"_s, taken());
    std::puts(QJsonDocument(QJsonObject{{u"MiB"_s, all}}).toJson(QJsonDocument::Compact).constData());
    return 0;
}
