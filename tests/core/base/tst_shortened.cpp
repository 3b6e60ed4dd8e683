// Names and addresses for which there is too little room: what tells one account from another is what is kept.

#include "core/base/shortened.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

int characters(const QString &text)
{
    return static_cast<int>(text.size());
}

} // namespace

class ShortenedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerKeepsItsStartItsEndAndItsPort_data();
    void aServerKeepsItsStartItsEndAndItsPort();
    void userAndServerAreCutEachByItself_data();
    void userAndServerAreCutEachByItself();
    void nothingIsEverWiderThanItsRoom();
    void aCharacterIsNeverCutInTwo();
};

void ShortenedTest::aServerKeepsItsStartItsEndAndItsPort_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<int>("room");
    QTest::addColumn<QString>("shown");
    const QString host = u"licences.eu-central.example.com"_s;
    QTest::newRow("there is room") << host + u":5455"_s << 40 << host + u":5455"_s;
    QTest::newRow("a port") << host + u":5455"_s << 20 << u"licence…ple.com:5455"_s;
    QTest::newRow("no port") << host << 15 << u"licence…ple.com"_s;
    QTest::newRow("a path") << host + u":5455/accounts/of/everybody"_s << 30 << QString();
    QTest::newRow("an address of IPv6") << u"[2001:db8::1234:5678]:5455"_s << 18 << u"[2001:…:5678]:5455"_s;
    QTest::newRow("the port only") << host + u":5455"_s << 7 << u"l…:5455"_s;
    QTest::newRow("not even that") << host + u":5455"_s << 3 << u"l…5"_s;
}

void ShortenedTest::aServerKeepsItsStartItsEndAndItsPort()
{
    QFETCH(const QString, server);
    QFETCH(const int, room);
    QFETCH(const QString, shown);
    const QString text = shortenedServer(server, room, characters);
    QVERIFY2(text.size() <= room, qPrintable(text));
    if (shown.isEmpty()) // each of its parts
        QVERIFY2(text.startsWith("licen"_L1) && text.contains(":5455/"_L1) && text.endsWith("dy"_L1), qPrintable(text));
    else
        QCOMPARE(text, shown);
}

void ShortenedTest::userAndServerAreCutEachByItself_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("shown"); // in 30 characters
    const QString longUser = u"maria-elena.rossi@department.example"_s;
    const QString longServer = u"licences.eu-central.example.com:5455"_s;
    QTest::newRow("both short") << u"mrossi"_s << u"lic.example:5455"_s << u"mrossi at lic.example:5455"_s;
    QTest::newRow("a long user") << longUser << u"lic.example"_s << u"maria-e…example at lic.example"_s;
    QTest::newRow("a long server") << u"mrossi"_s << longServer << u"mrossi at licence…ple.com:5455"_s;
    QTest::newRow("both long") << longUser << longServer << u"maria-…xample at lice…com:5455"_s;
    QTest::newRow("no user") << QString() << longServer << u"licences.eu-….example.com:5455"_s;
}

void ShortenedTest::userAndServerAreCutEachByItself()
{
    QFETCH(const QString, user);
    QFETCH(const QString, server);
    QFETCH(const QString, shown);
    QCOMPARE(shortenedAccount(user, server, 30, characters), shown);
}

void ShortenedTest::nothingIsEverWiderThanItsRoom()
{
    const QString server = u"licences.eu-central.example.com:5455/a/b"_s;
    for (int room = 1; room < 50; ++room) {
        QVERIFY(shortened(server, room, characters).size() <= room);
        QVERIFY(shortenedServer(server, room, characters).size() <= room);
        // The words between the two are never cut.
        QVERIFY(shortenedAccount(u"maria-elena"_s, server, room, characters).size() <= qMax(room, 6));
    }
}

void ShortenedTest::aCharacterIsNeverCutInTwo()
{
    const QString combined = u"e\u0301e\u0301e\u0301"_s; // each with its accent
    QCOMPARE(shortened(combined, 4, characters), u"e\u0301…"_s);
    const QString family = u"👨‍👩‍👧x"_s;
    QCOMPARE(shortened(family, 5, characters), u"…"_s);
    // What reads from the right keeps its start, too, and does not drag the server along.
    const QString arabic = shortenedAccount(u"محمد بن عبد الله"_s, u"lic.example:5455"_s, 30, characters);
    QVERIFY2(arabic.contains(u"محمد"_s) && arabic.endsWith("ple:5455"_L1), qPrintable(arabic));
    QVERIFY(arabic.contains(QChar(0x2068))); // by itself
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::ShortenedTest)
#include "tst_shortened.moc"
