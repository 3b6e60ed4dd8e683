// The letters that stand for a user who has no picture.

#include "core/document/initials.h"
#include "core/document/user.h"
#include "tests/support/testclass.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class InitialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreOfTheFirstAndTheLastName_data();
    void theyAreOfTheFirstAndTheLastName();
    void aWholeNameGivesThoseOfItsEnds_data();
    void aWholeNameGivesThoseOfItsEnds();
};

void InitialsTest::theyAreOfTheFirstAndTheLastName_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("userName");
    QTest::addColumn<QString>("initials");
    const auto row = [](const char *name, const QString &first, const QString &last, const QString &user,
                        const QString &initials) { QTest::newRow(name) << first << last << user << initials; };
    row("both", u"Maria"_s, u"Rossi"_s, u"x"_s, u"MR"_s);
    row("several first names", u"Maria Elena"_s, u"Rossi"_s, u"x"_s, u"MR"_s);
    row("of several words", u"Juan"_s, u"de la Cruz"_s, u"x"_s, u"JD"_s);
    row("first name only", u"Maria"_s, {}, u"x"_s, u"M"_s);
    row("last name only", {}, u"rossi"_s, u"x"_s, u"R"_s);
    row("no name", {}, {}, u"mrossi"_s, u"M"_s);
    row("no letter in it", u"—"_s, u"…"_s, u"mrossi"_s, u"M"_s);
    row("nothing", {}, {}, {}, {});
    row("in quotation marks", u"“Bob”"_s, u"(Smith)"_s, u"x"_s, u"BS"_s);
    row("combining marks", u"e\u0301lodie"_s, u"A\u030Angstro\u0308m"_s, u"x"_s, u"E\u0301A\u030A"_s);
    row("beyond 16 bits", u"\U00010428x"_s, u"\U0001D400x"_s, u"x"_s, u"\U00010400\U0001D400"_s);
    row("ß", u"ßa"_s, {}, u"x"_s, u"S"_s);
    row("a digit", u"3com"_s, {}, u"x"_s, u"3"_s);
    row("Japanese", u"太郎"_s, u"山田"_s, u"x"_s, u"太山"_s);
    row("Hebrew", u"דוד"_s, u"לוי"_s, u"x"_s, u"דל"_s);
    row("Arabic does not join", u"محمد"_s, u"رشيد"_s, u"x"_s, u"م\u200Cر"_s);
    row("an emoji", u"👩🏽‍🚀 Maria"_s, u"Rossi"_s, u"x"_s, u"MR"_s);
}

void InitialsTest::theyAreOfTheFirstAndTheLastName()
{
    QFETCH(const QString, first);
    QFETCH(const QString, last);
    QFETCH(const QString, userName);
    QFETCH(const QString, initials);
    const User user(QJsonObject{{u"firstName"_s, first}, {u"lastName"_s, last}, {u"userName"_s, userName}});
    QCOMPARE(initialsOf(user), initials);
}

void InitialsTest::aWholeNameGivesThoseOfItsEnds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("initials");
    QTest::newRow("two") << u"Maria Rossi"_s << u"MR"_s;
    QTest::newRow("three") << u"Maria Elena Rossi"_s << u"MR"_s;
    QTest::newRow("one") << u"Maria"_s << u"M"_s;
    QTest::newRow("spaces") << u"  Maria   Rossi "_s << u"MR"_s;
    QTest::newRow("none") << QString() << u"U"_s;
}

void InitialsTest::aWholeNameGivesThoseOfItsEnds()
{
    QFETCH(const QString, name);
    QFETCH(const QString, initials);
    QCOMPARE(initialsOf(name, u"user"_s), initials);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::InitialsTest)
#include "tst_initials.moc"
