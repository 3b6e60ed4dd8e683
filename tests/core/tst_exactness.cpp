// What Qt's reader and writer would not give back is found in the text, and nothing else is.

#include "core/http/exactness.h"
#include "tests/core/documents.h"
#include "tests/core/support.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

class ExactnessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWouldChangeIsFound_data();
    void whatWouldChangeIsFound();
    void whatComesBackIsLeftAlone_data();
    void whatComesBackIsLeftAlone();
    void numbersAreComparedByValue_data();
    void numbersAreComparedByValue();
    void nothingIsFoundInWhatQtWrote();
};

void ExactnessTest::whatWouldChangeIsFound_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("member");
    const auto row = [](const char *json, Kind kind, const QString &member) {
        QTest::newRow(json) << QByteArray(json) << kind << member;
    };
    row(R"({"a":1,"a":1})", Kind::DoubledMember, u"a"_s);
    row(R"({"a":1,"\u0061":2})", Kind::DoubledMember, u"a"_s);
    row(R"({"user":{"list":[{},{"x":[],"x":{}}]}})", Kind::DoubledMember, u"user.list[1].x"_s);
    row(R"({"":0,"":0})", Kind::DoubledMember, u""_s);
    row(R"({ "a" : { "b" : 1 , "c" : 2 , "b" : 3 } })", Kind::DoubledMember, u"a.b"_s);
    row(R"({"n":9223372036854775808})", Kind::InexactNumber, u"n"_s);
    row(R"({"n":-9223372036854775809})", Kind::InexactNumber, u"n"_s);
    row(R"({"n":18446744073709551615})", Kind::InexactNumber, u"n"_s);
    row(R"({"user":{"list":[1,2.5,3.14159265358979323846]}})", Kind::InexactNumber, u"user.list[2]"_s);
    row(R"({"n":0.1000000000000000055511151231257827})", Kind::InexactNumber, u"n"_s);
    row(R"({"n":1e-400})", Kind::InexactNumber, u"n"_s);
    row(R"({"n":7976931348623157e1})", Kind::InexactNumber, u"n"_s);                  // Qt writes ...568
    row(R"({"n":.1000000000000000055511151231257827})", Kind::InexactNumber, u"n"_s); // which Qt reads, too
    row("\xEF\xBB\xBF{\"a\":1,\"a\":1}", Kind::DoubledMember, u"a"_s);
}

void ExactnessTest::whatWouldChangeIsFound()
{
    QFETCH(const QByteArray, json);
    QFETCH(const Kind, kind);
    QFETCH(const QString, member);
    const auto found = inexactMember(json);
    QVERIFY(found);
    QCOMPARE(found->kind, kind);
    QCOMPARE(found->subject, member);
    QVERIFY(errorText(*found).contains(u"“%1”"_s.arg(member)));
}

void ExactnessTest::whatComesBackIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {R"({})",
                             R"({"a":{"b":1},"c":{"b":1}})",
                             R"([{"a":1},{"a":1}])",
                             R"({"n":9223372036854775807})",
                             R"({"n":-9223372036854775808})",
                             R"({"n":1.0})",
                             R"({"n":-0})",
                             R"({"n":1e3})",
                             R"({"n":0.1})",
                             R"({"n":1E+2})",
                             R"({"n":100000000000000000000})",
                             R"({"n":1.7976931348623157e308})",
                             R"({"n":5e-324})",
                             R"({"s":"a,\"b\":1,\"b\":2"})",
                             R"({"s":"9223372036854775808"})",
                             R"({"s":"\\","s2":"\\\""})",
                             R"({"a":true,"b":null,"c":false})",
                             R"({"s":"\ud800","t":"\udc00x"})",
                             R"({"a":[[],[[]],{}],"b":""})",
                             R"({"a":"","A":""})"})
        QTest::newRow(json) << QByteArray(json);
}

void ExactnessTest::whatComesBackIsLeftAlone()
{
    QFETCH(const QByteArray, json);
    const auto found = inexactMember(json);
    QVERIFY2(!found, found ? qPrintable(errorText(*found)) : "");
    // And it does come back.
    const QJsonDocument read = QJsonDocument::fromJson(json);
    const QByteArray written = read.toJson(QJsonDocument::Compact);
    QCOMPARE(QJsonDocument::fromJson(written), read);
}

void ExactnessTest::numbersAreComparedByValue_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *a, const char *b, bool same) {
        QTest::addRow("%s %s", a, b) << QByteArray(a) << QByteArray(b) << same;
    };
    row("1", "1.0", true);
    row("1e2", "100", true);
    row("0.10", "1e-1", true);
    row("-0", "0", true);
    row("0e5", "0", true);
    row("1200", "12E2", true);
    row("-1", "1", false);
    row("1e2", "1e3", false);
    row("0.1", "0.10000000000000001", false);
    row("9007199254740993", "9007199254740992", false);
}

void ExactnessTest::numbersAreComparedByValue()
{
    QFETCH(const QByteArray, a);
    QFETCH(const QByteArray, b);
    QFETCH(const bool, same);
    QCOMPARE(sameNumber(a, b), same);
    QCOMPARE(sameNumber(b, a), same);
}

void ExactnessTest::nothingIsFoundInWhatQtWrote()
{
    Documents documents(20261124);
    for (int i = 0; i < 1000; ++i) {
        const QByteArray json = QJsonDocument(documents.user()).toJson();
        const auto found = inexactMember(json);
        QVERIFY2(!found, found ? qPrintable(errorText(*found)) : "");
    }
}

} // namespace lanyard::testing

QTEST_GUILESS_MAIN(lanyard::testing::ExactnessTest)
#include "tst_exactness.moc"
