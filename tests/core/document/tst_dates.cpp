// Dates as services of all kinds write them, and when two values of the document mean the same.

#include "core/base/longdate.h"
#include "core/base/text.h"
#include "core/base/utc.h"
#include "core/document/dates.h"
#include "core/document/jsontext.h"
#include "core/document/samemeaning.h"
#include "tests/core/document/values.h"
#include "tests/core/support.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class DatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aLongDateHasNoWeekday();
    void timestamps_data();
    void timestamps();
    void calendarDates_data();
    void calendarDates();
    void aNewDateTakesTheFormOfTheOld_data();
    void aNewDateTakesTheFormOfTheOld();
    void datesAreShownWithFourDigitsOfTheYear();
    void noMarkOfALocaleIsShown();
    void sameMeaning_data();
    void sameMeaning();
    void jsonText_data();
    void jsonText();
};

void DatesTest::initTestCase()
{
    GO_TO_ZONE("Asia/Kolkata"); // a zone that a date which is read in local time does not survive
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void DatesTest::aLongDateHasNoWeekday()
{
    const QLocale before;
    const auto longIn = [](const char *locale) {
        QLocale::setDefault(QLocale(QLatin1StringView(locale)));
        return longDate(QDate(2024, 3, 4));
    };
    const QStringList written{longIn("en_US"), longIn("de_DE"), longIn("th_TH")};
    QLocale::setDefault(before);
    QCOMPARE(written.first(), u"March 4, 2024"_s);
    QCOMPARE(written.at(1), u"4. März 2024"_s);
    QVERIFY2(written.at(2).startsWith(u'4'), qPrintable(written.at(2)));
}

void DatesTest::timestamps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("moment"); // invalid: none
    const auto row = [](const char *text, const QDateTime &moment = {}) {
        QTest::newRow(text) << QString::fromLatin1(text) << moment;
    };
    const QDateTime noon = utc(2024, 5, 31, 12, 0, 5);
    row("2024-05-31T12:00:05Z", noon);
    row("2024-05-31T12:00:05z", noon);
    row("2024-05-31T12:00:05", noon);
    row("2024-05-31 12:00:05", noon);
    row(" 2024-05-31T12:00:05Z ", noon);
    row("2024-05-31T12:00Z", utc(2024, 5, 31, 12));
    row("2024-05-31T14:00:05+02:00", noon);
    row("2024-05-31T14:00:05+0200", noon);
    row("2024-05-31T08:30:05-03:30", noon);
    row("2024-05-31T23:00:05-05:00", utc(2024, 6, 1, 4, 0, 5));
    row("2024-05-31T12:00:05.1Z", noon.addMSecs(100));
    row("2024-05-31T12:00:05.123Z", noon.addMSecs(123));
    row("2024-05-31T12:00:05.1239999Z", noon.addMSecs(123));
    row("2024-05-31T12:00:05.999999999", noon.addMSecs(999));
    row("0001-01-02T00:00:00Z");
    row("0001-01-01T00:00:00");
    row("0001-01-01T00:00:00.0000000Z");
    row("0000-01-01T00:00:00Z");
    row("9999-12-31T23:59:59.9999999", utc(9999, 12, 31, 23, 59, 59, 999));
    row("1600-02-29T00:00:00Z", utc(1600, 2, 29));
    row("2023-02-29T00:00:00Z");
    row("2024-13-01T00:00:00Z");
    row("2024-05-31T24:00:00Z");
    row("2024-05-31T12:60:00Z");
    row("2024-05-31T12:00:60Z");
    row("2024-05-31T12:00:05.1234567890Z");
    row("2024-05-31T12:00:05.Z");
    row("2024-05-31T12:00:05ZZ");
    row("2024-05-31T12:00:05 UTC");
    row("2024-05-31T12:00:05+2");
    row("2024-05-31");
    row("31.05.2024 12:00");
    row("05/31/2024");
    row("1717156805");
    row("12024-05-31T12:00:05Z");
    row("tomorrow");
    row("");
    row("2024-05-31T12:00:05Z\n2024-05-31T12:00:05Z");
}

void DatesTest::timestamps()
{
    QFETCH(const QString, text);
    QFETCH(const QDateTime, moment);
    const auto parsed = parseTimestamp(text);
    QCOMPARE(parsed.has_value(), moment.isValid());
    if (parsed)
        QCOMPARE(*parsed, moment);
}

void DatesTest::calendarDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date");
    const auto row = [](const char *text, QDate date = {}) {
        QTest::newRow(text) << QString::fromLatin1(text) << date;
    };
    const QDate birthday(1984, 3, 17);
    row("1984-03-17T00:00:00Z", birthday);
    row("1984-03-17T00:00:00", birthday);
    row("1984-03-17T00:00:00.0000000", birthday);
    row("1984-03-17T23:59:59.9999999-11:00", birthday); // the date that it says, in no time zone
    row("1984-03-17T00:00:00+14:00", birthday);
    row("1984-03-17", birthday);
    row(" 1984-03-17 ", birthday);
    row("2000-02-29", QDate(2000, 2, 29));
    row("1900-02-29");
    row("0001-01-01T00:00:00Z");
    row("0001-01-01");
    row("1984-03-17x");
    row("1984/03/17");
    row("1984.03-17");
    row("1984-03-17T");
    row("1984-3-17");
    row("17.03.1984");
    row("");
}

void DatesTest::calendarDates()
{
    QFETCH(const QString, text);
    QFETCH(const QDate, date);
    QCOMPARE(parseCalendarDate(text).value_or(QDate()), date);
}

void DatesTest::aNewDateTakesTheFormOfTheOld_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("none") << u""_s << u"1999-12-31T00:00:00Z"_s;
    QTest::newRow("not a date") << u"unknown"_s << u"1999-12-31T00:00:00Z"_s;
    QTest::newRow("ten other characters") << u"1984-99-99"_s << u"1999-12-31T00:00:00Z"_s;
    QTest::newRow("date") << u"1984-03-17"_s << u"1999-12-31"_s;
    QTest::newRow("Z") << u"1984-03-17T00:00:00Z"_s << u"1999-12-31T00:00:00Z"_s;
    QTest::newRow("no zone") << u"1984-03-17T00:00:00"_s << u"1999-12-31T00:00:00"_s;
    QTest::newRow("digits") << u"1984-03-17T00:00:00.0000000"_s << u"1999-12-31T00:00:00.0000000"_s;
    QTest::newRow("offset") << u"1984-03-17T00:00:00+02:00"_s << u"1999-12-31T00:00:00+02:00"_s;
    QTest::newRow("not set") << u"0001-01-01T00:00:00"_s << u"1999-12-31T00:00:00"_s;
}

void DatesTest::aNewDateTakesTheFormOfTheOld()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QCOMPARE(writeCalendarDate(QDate(1999, 12, 31), before), after);
    QCOMPARE(parseCalendarDate(after), QDate(1999, 12, 31));
}

void DatesTest::datesAreShownWithFourDigitsOfTheYear()
{
    QVERIFY2(displayDate(QDate(1984, 3, 7)).contains(u"1984"_s), qPrintable(displayDate(QDate(1984, 3, 7))));
    const QString shown = displayTimestamp(utc(2024, 12, 31, 20)); // New Year already, where this test is
    QVERIFY2(shown.contains(u"2025"_s) && shown.contains(u"1:30"_s), qPrintable(shown));
}

void DatesTest::noMarkOfALocaleIsShown()
{
    const QLocale before;
    QStringList wrong;
    const QList<QLocale> locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    for (const QLocale &locale : locales) {
        QLocale::setDefault(locale);
        const QString shown =
            displayDate(QDate(1984, 3, 17)) + displayTimestamp(utcMoment(QDate(2024, 3, 17), QTime(7, 5)));
        if (visibleText(shown).contains(u"‹U+"_s))
            wrong << locale.name() + u": "_s + visibleText(shown);
    }
    QLocale::setDefault(before);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 20).join(u'\n')));
}

void DatesTest::sameMeaning_data()
{
    using Kind = SettingKind;
    QTest::addColumn<SettingKind>("kind");
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("same");
    const auto row = [](Kind kind, const QByteArray &a, const QByteArray &b, bool same) {
        QTest::addRow("%d: %s and %s", static_cast<int>(kind), a.constData(), b.constData()) << kind << a << b << same;
    };
    for (const Kind kind : {Kind::Text, Kind::Date, Kind::DateTime, Kind::Real}) {
        row(kind, "null", "null", true);
        row(kind, "null", "\"\"", true);
        row(kind, "0", "null", false);
        row(kind, "false", "null", false);
        row(kind, "[]", "null", false);
        row(kind, "\" \"", "null", false);
        row(kind, "12", "\"12\"", true);
        row(kind, "9007199254740993", "\"9007199254740993\"", true);
        row(kind, "9007199254740993", "\"9007199254740992\"", false);
        row(kind, "9007199254740993", "9007199254740992", false);
        row(kind, "12", "12.5", false);
        row(kind, "true", "\"true\"", false);
        row(kind, "\"a\"", "\"A\"", false);
        row(kind, "[1,2]", "[1,2]", true);
        row(kind, "[1,2]", "[2,1]", false);
        row(kind, "{\"a\":1}", "{\"a\":1}", true);
    }
    row(Kind::Text, "\"12\"", "\"012\"", false); // a postal code is no number
    row(Kind::Text, "\"12\"", "\" 12\"", false);
    row(Kind::Text, "\"2.5\"", "\"2.50\"", false); // and neither is a version
    row(Kind::Text, "\"2024-05-31T12:00:00Z\"", "\"2024-05-31T12:00:00\"", false);
    for (const Kind kind : {Kind::Text, Kind::Json}) {
        row(kind, R"("one\ntwo")", R"("one\r\ntwo")", true);
        row(kind, R"("one\ntwo\n")", R"("one\rtwo\r")", true);
        row(kind, R"("one\ntwo")", R"("one\n\ntwo")", false);
        row(kind, R"("one\ntwo")", R"("one two")", false);
    }
    for (const Kind kind : {Kind::DateTime, Kind::DateTimeOffset}) {
        row(kind, "\"2024-05-31T12:00:00Z\"", "\"2024-05-31T12:00:00\"", true);
        row(kind, "\"2024-05-31T12:00:00Z\"", "\"2024-05-31T14:00:00.0000000+02:00\"", true);
        row(kind, "\"2024-05-31T12:00:00Z\"", "\"2024-05-31T12:00:01Z\"", false);
        row(kind, "\"2024-05-31T12:00:00Z\"", "\"\"", false);
        row(kind, "\"2024-05-31T12:00:00.1230000Z\"", "\"2024-05-31T12:00:00.1239999Z\"", false);
        row(kind, "\"2024-05-31T12:00:00.1234567Z\"", "\"2024-05-31T12:00:00.1234568Z\"", false);
        row(kind, "\"2024-05-31T12:00:00.123Z\"", "\"2024-05-31T12:00:00.1230000Z\"", true);
        row(kind, "\"2024-05-31T12:00:00.123456789Z\"", "\"2024-05-31T12:00:00.1234567Z\"", true);
        row(kind, "\"2024-05-31\"", "\"2024-05-31T00:00:00\"", true);
        row(kind, "null", "\"0001-01-01T00:00:00\"", true);
    }
    row(Kind::Date, "\"1990-05-06T00:00:00Z\"", "\"1990-05-05T22:00:00-02:00\"", false); // the same moment
    row(Kind::Date, "\"2000-01-02T00:00:00Z\"", "\"2000-01-01T19:00:00-05:00\"", false);
    row(Kind::Date, "\"2000-01-02T00:00:00Z\"", "\"2000-01-02T00:00:00+02:00\"", true);
    row(Kind::Date, "\"2000-01-02\"", "\"2000-01-02T00:00:00.0000000\"", true);
    row(Kind::Date, "\"2000-01-02\"", "\"2000-01-02T13:00:00\"", true);
    row(Kind::Date, "null", "\"0001-01-01T00:00:00\"", true);
    row(Kind::Date, "\"\"", "\"0001-01-01\"", true);
    row(Kind::Date, "\"0001-01-01\"", "\"0001-01-01T00:00:00Z\"", true);
    row(Kind::Date, "\"0001-01-01\"", "\"2000-01-02\"", false);
    for (const Kind kind : {Kind::Single, Kind::Real, Kind::Decimal}) {
        row(kind, "\"2.50\"", "\"2.5\"", true);
        row(kind, "\"250\"", "\"2.5E+2\"", true);
        row(kind, "\".5\"", "\"0.5\"", true);
        row(kind, "\"2.5\"", "\"2.51\"", false);
        row(kind, "\"2.5\"", "\"2,5\"", false);
        row(kind, "\"1e\"", "\"1e\"", true);
        row(kind, "\"\"", "\"0\"", false);
    }
    row(Kind::Real, "\"0.1\"", "\"0.10000000000000001\"", true);
    row(Kind::Single, "\"0.1\"", "\"0.10000000149011612\"", true);
    row(Kind::Decimal, "\"0.1\"", "\"0.10000000000000001\"", false);
    row(Kind::Integer, "\"007\"", "\"7\"", true);
    row(Kind::Integer, "\"18446744073709551615\"", "\"18446744073709551614\"", false);
    row(Kind::Boolean, "\"true\"", "\"True\"", true);
    row(Kind::Boolean, "\"true\"", "\"False\"", false);
    row(Kind::Boolean, "\"\"", "\"false\"", false);
    row(Kind::Guid, "\"6F9619FF-8B86-D011-B42D-00C04FC964FF\"", "\"{6f9619ff-8b86-d011-b42d-00c04fc964ff}\"", true);
    row(Kind::Url, "\"https://a/\"", "\"https://A/\"", true);
    row(Kind::Url, "\"https://a/b\"", "\"https://a/B\"", false);
}

void DatesTest::sameMeaning()
{
    QFETCH(const SettingKind, kind);
    QFETCH(const QByteArray, a);
    QFETCH(const QByteArray, b);
    QFETCH(const bool, same);
    QCOMPARE(lanyard::sameMeaning(kind, json(a), json(b)), same);
    QCOMPARE(lanyard::sameMeaning(kind, json(b), json(a)), same);
    QCOMPARE(lanyard::sameMeaning(kind, json(a), QJsonValue::Undefined),
             a == "null" || a == "\"\"" || a.startsWith("\"0001-01-01"));
}

void DatesTest::jsonText_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("text") << QByteArray("\"  a\\n\\u0000b \"") << u"  a\n\u0000b "_s;
    QTest::newRow("true") << QByteArray("true") << u"true"_s;
    QTest::newRow("false") << QByteArray("false") << u"false"_s;
    QTest::newRow("integer") << QByteArray("9007199254740993") << u"9007199254740993"_s;
    QTest::newRow("negative") << QByteArray("-7") << u"-7"_s;
    QTest::newRow("fraction") << QByteArray("0.1") << u"0.1"_s;
    QTest::newRow("large") << QByteArray("1e30") << u"1e+30"_s;
    QTest::newRow("list") << QByteArray("[\"a\",1,null,true]") << u"a, 1, , true"_s;
    QTest::newRow("null") << QByteArray("null") << u""_s;
    QTest::newRow("object") << QByteArray("{\"a\":1}") << u""_s;
}

void DatesTest::jsonText()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, text);
    QCOMPARE(lanyard::jsonText(json(value)), text);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::DatesTest)
#include "tst_dates.moc"
