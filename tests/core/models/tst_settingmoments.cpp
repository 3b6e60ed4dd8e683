// A setting that is a date is shown and read as it is written where the user lives, and stored as the service wrote it.

#include "core/base/text.h"
#include "core/document/localmoment.h"
#include "core/models/documentedits.h"
#include "core/models/placetext.h"
#include "core/models/settingmoment.h"
#include "core/models/settingsfilter.h"
#include "core/models/settingsmodel.h"
#include "tests/core/support.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

User userWith(const QString &type, const QString &value)
{
    const QJsonObject setting{
        {u"id"_s, u"1"_s}, {u"name"_s, u"when"_s}, {u"readOnly"_s, false}, {u"type"_s, type}, {u"value"_s, value}};
    return User({{u"id"_s, u"u1"_s}, {u"settings"_s, QJsonArray{setting}}});
}

// The one setting of an account, in a model.
struct OneSetting
{
    OneSetting(const QString &type, const QString &value) { edits.reset(userWith(type, value)); }

    [[nodiscard]] QModelIndex value() const { return model.indexOfSetting(u"1"_s); }
    [[nodiscard]] QString shown() const { return value().data().toString(); }
    [[nodiscard]] QString stored() const { return value().data(Qt::EditRole).toString(); }
    bool type(const QString &text)
    {
        return model.setText(u"1"_s, text, value().data(SettingsModel::HeldRole).toJsonValue());
    }

    DocumentEdits edits;
    SettingsModel model{edits};
};

constexpr std::array storedMoments{"2024-08-26T07:05:00",
                                   "2024-08-26T07:05:00Z",
                                   "2024-08-26T07:05:00z",
                                   "2024-08-26T19:05:30.1234567Z",
                                   "2024-08-26T19:05:00.000Z",
                                   "2024-08-26T00:00:00.0000000+02:00",
                                   "2024-08-26 12:00:00-0730",
                                   "2024-02-29T12:00+05:45",
                                   "2024-12-31T23:59:59.9999999-11:00",
                                   "2024-10-27T00:30:00Z",
                                   "2024-10-27T01:30:00+00:00",
                                   "2024-03-31T02:30:00",
                                   "2024-11-03T05:30:00Z",
                                   "2024-11-03T06:30:00.5Z",
                                   "1899-12-31T12:00:00Z",
                                   "1965-05-31T22:00:00Z",
                                   "2038-01-19T03:14:08Z",
                                   "2099-07-01T00:00:00+14:00",
                                   "0001-01-01T00:00:00",
                                   "0800-12-25T12:00:00Z",
                                   "9999-12-31T23:59:59.9999999Z",
                                   "10000-01-01T00:00:00Z",
                                   "2024-08-26",
                                   "yesterday",
                                   "2024-02-30T00:00:00Z",
                                   "/Date(1724655600000)/"};

} // namespace

class SettingMomentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isShownAsPeopleWriteIt_data();
    void isShownAsPeopleWriteIt();
    void whatIsShownIsReadAsTheVeryBytes_data();
    void whatIsShownIsReadAsTheVeryBytes();
    void aTypedTimeKeepsTheStoredForm_data();
    void aTypedTimeKeepsTheStoredForm();
    void anHourThatIsSkippedOrRepeatedIsNotGuessed();
    void theExactTextIsNamed();
    void anotherDayKeepsTheTime();
    void datesAreSortedByTimeAndFoundInBothForms();
    void aNumberIsShownAsItIsWrittenThere_data();
    void aNumberIsShownAsItIsWrittenThere();
    void whatIsReviewedIsShownAsOnItsPage();
    void whatDoesNotFitIsReviewedAsItWasTyped();
    void whatIsHiddenIsMaskedFirst_data();
    void whatIsHiddenIsMaskedFirst();
};

void SettingMomentsTest::isShownAsPeopleWriteIt_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *locale, const char *type, const char *stored, const QString &shown) {
        QTest::addRow("%s %s", locale, stored)
            << QString::fromLatin1(locale) << QString::fromLatin1(type) << QString::fromLatin1(stored) << shown;
    };
    row("en_US", "DateOnly", "2024-08-26", u"8/26/2024"_s);
    row("de_DE", "DateOnly", "2024-08-26", u"26.08.2024"_s);
    row("it_IT", "DateOnly", "2024-08-26", u"26/08/2024"_s);
    row("ja_JP", "DateOnly", "2024-08-26", u"2024/08/26"_s);
    row("ar_EG", "DateOnly", "2024-08-26", u"٢٦/٨/٢٠٢٤"_s);
    row("am_ET", "DateOnly", "2024-08-26", u"26/08/2024"_s);
    // In Berlin: two hours before UTC in summer, one in winter
    row("en_US", "DateTime", "2024-08-26T05:00:00Z", u"8/26/2024 7:00 AM"_s);
    row("de_DE", "DateTime", "2024-08-26T05:00:00Z", u"26.08.2024 07:00"_s);
    row("it_IT", "DateTime", "2024-08-26T05:00:00Z", u"26/08/2024 07:00"_s);
    row("ja_JP", "DateTime", "2024-08-26T05:00:00Z", u"2024/08/26 7:00"_s);
    row("ar_EG", "DateTime", "2024-08-26T05:00:00Z", u"٢٦/٨/٢٠٢٤ ٧:٠٠ ص"_s);
    row("am_ET", "DateTime", "2024-08-26T05:00:00Z", u"26/08/2024 7:00 ጥዋት"_s);
    row("zh_TW", "DateTime", "2024-08-26T05:00:00Z", u"2024-08-26 07:00"_s); // 上午7:00 is not read
    row("en_CA", "DateTimeOffset", "2024-08-26T05:00:00Z",
        u"2024-08-26 "_s + QLocale(u"en_CA"_s).toString(QTime(7, 0), QLocale::ShortFormat));
    row("de_DE", "DateTimeOffset", "2024-12-26T23:30:00-05:00", u"27.12.2024 05:30"_s);
    row("de_DE", "DateTime", "2024-08-26T07:00:00", u"26.08.2024 07:00"_s); // in no zone
    row("de_DE", "DateTime", "2024-08-26T07:00:30.1230000", u"26.08.2024 07:00:30.1230000"_s);
    row("en_US", "DateTime", "2024-08-26T19:00:30.5", u"8/26/2024 7:00:30.5 PM"_s);
    row("ar_EG", "DateTime", "2024-08-26T07:00:30.5", u"٢٦/٨/٢٠٢٤ ٧:٠٠:٣٠.٥ ص"_s);
    row("de_DE", "DateTime", "2024-10-27T00:30:00Z", u"27.10.2024 02:30 +02:00"_s); // the first of the two
    row("de_DE", "DateTime", "2024-10-27T01:30:00Z", u"27.10.2024 02:30 +01:00"_s);
    row("de_DE", "DateTime", "0800-12-25T12:00:00Z", u"0800-12-25T12:00:00Z"_s);
    row("de_DE", "DateTime", "9999-12-31T23:59:59Z", u"9999-12-31T23:59:59Z"_s);
    row("de_DE", "DateTime", "10000-01-01T00:00:00Z", u"10000-01-01T00:00:00Z"_s);
    row("de_DE", "DateTime", "0001-01-01T00:00:00", u"0001-01-01T00:00:00"_s);
    row("de_DE", "DateOnly", "0987-08-26", u"0987-08-26"_s);
    row("de_DE", "String", "2024-08-26", u"2024-08-26"_s);
}

void SettingMomentsTest::isShownAsPeopleWriteIt()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, type);
    QFETCH(const QString, stored);
    QFETCH(const QString, shown);
    GO_TO_ZONE("Europe/Berlin");
    QLocale::setDefault(QLocale(locale));
    OneSetting setting(type, stored);
    const auto plain = [](QString text) { return text.replace(QChar(0x202F), u' ').replace(QChar(0xA0), u' '); };
    QCOMPARE(plain(setting.shown()), plain(shown));
    QCOMPARE(setting.stored(), stored);
}

void SettingMomentsTest::whatIsShownIsReadAsTheVeryBytes_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("locale");
    for (const char *zone : {"Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Asia/Kolkata", "Etc/UTC"}) {
        for (const char *locale : {"en_US", "de_DE", "it_IT", "ja_JP", "ar_EG", "ar_SA", "am_ET", "fa_IR", "th_TH",
                                   "da_DK", "fi_FI", "en_CA", "syr_IQ", "zh_TW", "ko_KR", "bg_BG", "hi_IN", "C"})
            QTest::addRow("%s %s", zone, locale) << QByteArray(zone) << QString::fromLatin1(locale);
    }
}

// Typed over again as it is shown, it is no edit; and what is typed is taken back by typing what was there.
void SettingMomentsTest::whatIsShownIsReadAsTheVeryBytes()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, locale);
    GO_TO_ZONE(zone);
    QLocale::setDefault(QLocale(locale));
    for (const char *type : {"DateTime", "DateTimeOffset", "Date"}) {
        for (const char *stored : storedMoments) {
            OneSetting setting(QString::fromLatin1(type), QString::fromLatin1(stored));
            const QString shown = setting.shown();
            QVERIFY2(setting.type(shown), stored);
            QVERIFY2(setting.edits.changes().isEmpty(), qPrintable(QLatin1StringView(stored) + u": "_s + shown));
            if (shown == QLatin1StringView(stored))
                continue;
            QVERIFY2(setting.type(u"2031-05-06T07:08:09+01:00"_s), stored);
            QVERIFY2(setting.type(shown), stored);
            QCOMPARE(setting.stored(), QString::fromLatin1(stored));
        }
    }
}

void SettingMomentsTest::aTypedTimeKeepsTheStoredForm_data()
{
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("saved"); // empty: refused
    const auto row = [](const char *stored, const QString &typed, const QString &saved) {
        QTest::addRow("%s: %s", stored, qPrintable(typed)) << QString::fromLatin1(stored) << typed << saved;
    };
    row("2024-08-26T05:00:00Z", u"27.8.2024 7:30"_s, u"2024-08-27T05:30:00Z"_s);
    row("2024-08-26T05:00:00z", u"27.8.2024 7:30"_s, u"2024-08-27T05:30:00z"_s);
    row("2024-08-26T05:00:00Z", u"27.12.2024 7:30"_s, u"2024-12-27T06:30:00Z"_s);
    row("2024-08-26T05:00:00.0000000Z", u"27.8.2024 0:30"_s, u"2024-08-26T22:30:00.0000000Z"_s);
    row("2024-08-26 05:00:00.123Z", u"27.8.2024 7:30"_s, u"2024-08-27 05:30:00.000Z"_s);
    row("2024-08-26T05:00Z", u"27.8.2024 7:30"_s, u"2024-08-27T05:30Z"_s);
    row("2024-08-26T05:00Z", u"27.8.2024 7:30:15"_s, u"2024-08-27T05:30:15Z"_s);
    row("2024-08-26T07:00:00+02:00", u"27.8.2024 7:30"_s, u"2024-08-27T07:30:00+02:00"_s);
    row("2024-08-26T07:00:00+0200", u"27.8.2024 7:30"_s, u"2024-08-27T07:30:00+0200"_s);
    row("2024-08-26T07:00:00+02:00", u"27.12.2024 7:30"_s, u"2024-12-27T07:30:00+01:00"_s); // it was the local one
    row("2024-08-26T01:00:00-04:00", u"27.12.2024 7:30"_s, u"2024-12-27T02:30:00-04:00"_s);
    row("2024-08-26T07:00:00", u"27.12.2024 7:30"_s, u"2024-12-27T07:30:00"_s);
    row("2024-08-26T07:00:00.000", u"27.12.2024 7:30"_s, u"2024-12-27T07:30:00.000"_s);
    row("2024-08-26T05:00:00Z", u"2024-12-27 7:30"_s, u"2024-12-27T06:30:00Z"_s);
    row("2024-08-26T05:00:00Z", u"2024-12-27T07:30:00+03:00"_s, u"2024-12-27T07:30:00+03:00"_s); // as it says
    row("2024-08-26T05:00:00Z", u"27.12.2024 7:30 UTC"_s, u"2024-12-27T07:30:00Z"_s);
    row("2024-08-26T05:00:00Z", u"2024-12-27T07:30:00"_s, {});
    row("2024-08-26T05:00:00Z", u"26.8.2024"_s, {});
    row("2024-08-26T05:00:00Z", u"9/1/2024 8:30 AM"_s, {}); // from an American program: the first of September
    row("2024-08-26T05:00:00Z", u"1.9.2024 8:30"_s, u"2024-09-01T06:30:00Z"_s);
    row("2024-08-26T05:00:00Z", u"1 Sep 2024 8:30 AM"_s, u"2024-09-01T06:30:00Z"_s);
    row("2024-08-26T00:00:00Z", u"27.8.2024"_s, {}); // shown at two o'clock
    row("2024-08-26T00:00:00+02:00", u"27.12.2024"_s, u"2024-12-27T00:00:00+01:00"_s);
    row("2024-08-26T00:00:00", u"27.12.2024"_s, u"2024-12-27T00:00:00"_s);
    row("2024-08-26", u"27.12.2024"_s, u"2024-12-27"_s);
    row("", u"27.12.2024 7:30"_s, u"2024-12-27T07:30:00+01:00"_s);
    row("soon", u"27.12.2024 7:30"_s, u"2024-12-27T07:30:00+01:00"_s);
    // Before there were zones. Windows knows only of them.
#ifdef Q_OS_WIN
    row("2024-08-26T05:00:00Z", u"1.1.1850 12:00"_s, u"1850-01-01T11:00:00Z"_s);
    row("2024-08-26T07:00:00+02:00", u"1.1.1850 12:00"_s, u"1850-01-01T12:00:00+01:00"_s);
#else
    row("2024-08-26T05:00:00Z", u"1.1.1850 12:00"_s, u"1850-01-01T11:06:32Z"_s);
    row("2024-08-26T07:00:00+02:00", u"1.1.1850 12:00"_s, u"1850-01-01T11:06:32Z"_s);
#endif
}

void SettingMomentsTest::aTypedTimeKeepsTheStoredForm()
{
    QFETCH(const QString, stored);
    QFETCH(const QString, typed);
    QFETCH(const QString, saved);
    GO_TO_ZONE("Europe/Berlin");
    QLocale::setDefault(QLocale(u"de_DE"_s));
    const SettingReading reading = readSetting(u"DateTimeOffset"_s, typed, stored);
    QVERIFY2(reading.ok() != saved.isEmpty(), qPrintable(reading.text + u" | "_s + reading.problem));
    if (reading.ok())
        QCOMPARE(reading.text, saved);
}

void SettingMomentsTest::anHourThatIsSkippedOrRepeatedIsNotGuessed()
{
    GO_TO_ZONE("Europe/Berlin");
    QLocale::setDefault(QLocale(u"de_DE"_s));
    const auto read = [](const QString &typed, const QString &stored) {
        return readSetting(u"DateTime"_s, typed, stored);
    };
    const QString utc = u"2024-01-01T00:00:00Z"_s;
    QVERIFY2(read(u"31.3.2024 2:30"_s, utc).problem.contains(u"skip"), qPrintable(read(u"31.3.2024 2:30"_s, utc).text));
    QVERIFY(read(u"27.10.2024 2:30"_s, utc).problem.contains(u"twice"));
    QCOMPARE(read(u"31.3.2024 3:30"_s, utc).text, u"2024-03-31T01:30:00Z"_s);
    QCOMPARE(read(u"31.3.2024 1:59"_s, utc).text, u"2024-03-31T00:59:00Z"_s);
    QCOMPARE(read(u"27.10.2024 3:00"_s, utc).text, u"2024-10-27T02:00:00Z"_s);
    QCOMPARE(read(u"27.10.2024 1:59"_s, utc).text, u"2024-10-26T23:59:00Z"_s);
    QCOMPARE(read(u"27.10.2024 2:30 +01:00"_s, utc).text, u"2024-10-27T02:30:00+01:00"_s);
    // Where no zone is kept, there is no such hour.
    for (const QString &typed : {u"31.3.2024 2:30"_s, u"27.10.2024 2:30"_s})
        QVERIFY(read(typed, u"2024-01-01T00:00:00"_s).ok());
    GO_TO_ZONE("Pacific/Apia"); // a day that was skipped
    QVERIFY(read(u"30.12.2011 12:00"_s, utc).problem.contains(u"skip"));
}

void SettingMomentsTest::theExactTextIsNamed()
{
    GO_TO_ZONE("Europe/Berlin");
    QLocale::setDefault(QLocale(u"de_DE"_s));
    OneSetting setting(u"DateTime"_s, u"2024-08-26T07:05:00.1230000+02:00"_s);
    const QString toolTip = withoutQuoteMarks(setting.value().data(Qt::ToolTipRole).toString());
    for (const QString &part : {setting.shown(), setting.stored(), u"2024-08-26 05:05:00"_s})
        QVERIFY2(toolTip.contains(part), qPrintable(toolTip));
    const QString said = setting.value().data(Qt::AccessibleDescriptionRole).toString();
    for (const QString &part : {setting.stored(), u"In UTC: 2024-08-26 05:05:00"_s})
        QVERIFY2(said.contains(part), qPrintable(said));
    QVERIFY(setting.value().data(SettingsModel::TypeTextRole).toString().contains(u"local time"));
    OneSetting wall(u"DateTime"_s, u"2024-08-26T07:05:00"_s);
    const QString without = wall.value().data(Qt::ToolTipRole).toString();
    QVERIFY2(without.contains(u"without a time zone") && !without.contains(u"UTC"), qPrintable(without));
    QVERIFY(!wall.value().data(SettingsModel::TypeTextRole).toString().contains(u"local time"));
    // Shown as it is stored
    OneSetting words(u"DateTime"_s, u"soon"_s);
    QVERIFY(!words.value().data(Qt::ToolTipRole).toString().contains(u"Stored"));
}

void SettingMomentsTest::anotherDayKeepsTheTime()
{
    GO_TO_ZONE("Europe/Berlin");
    QLocale::setDefault(QLocale(u"de_DE"_s));
    const QDate day(2024, 12, 24);
    const auto on = [&day](SettingKind kind, const QString &stored) {
        return momentTextsOn(day, kind, stored).value(0);
    };
    QCOMPARE(on(SettingKind::DateTime, u"2024-08-26T22:30:00Z"_s), u"24.12.2024 00:30"_s);
    QCOMPARE(on(SettingKind::DateTime, u"2024-10-27T00:30:00Z"_s), u"24.12.2024 02:30"_s);
    QCOMPARE(on(SettingKind::DateTime, {}), u"24.12.2024 00:00"_s);
    QCOMPARE(on(SettingKind::DateTime, u"2024-08-26"_s), u"24.12.2024"_s);
    QCOMPARE(on(SettingKind::Date, {}), u"24.12.2024"_s);
    QCOMPARE(dayOfMoment(SettingKind::DateTime, u"2024-08-26T22:30:00Z"_s), QDate(2024, 8, 27));
    QVERIFY(!dayOfMoment(SettingKind::Text, u"2024-08-26"_s).isValid());
}

void SettingMomentsTest::datesAreSortedByTimeAndFoundInBothForms()
{
    GO_TO_ZONE("Europe/Berlin");
    QLocale::setDefault(QLocale(u"de_DE"_s));
    QJsonArray settings;
    for (const char *stored : {"2024-02-01T05:00:00Z", "2023-03-05T05:00:00Z", "2024-01-20T05:00:00Z"})
        settings.append(QJsonObject{{u"id"_s, QString::number(settings.size())},
                                    {u"name"_s, u"n%1"_s.arg(settings.size())},
                                    {u"readOnly"_s, false},
                                    {u"type"_s, u"DateTime"_s},
                                    {u"value"_s, QString::fromLatin1(stored)}});
    DocumentEdits edits;
    edits.reset(User({{u"id"_s, u"u1"_s}, {u"settings"_s, settings}}));
    SettingsModel model(edits);
    SettingsFilter filter;
    filter.setSourceModel(&model);
    filter.sort(SettingsModel::Value);
    const QModelIndex branch = filter.index(0, 0);
    const auto shown = [&filter, &branch] {
        QStringList all;
        for (int row = 0; row < filter.rowCount(branch); ++row)
            all << filter.index(row, SettingsModel::Value, branch).data().toString();
        return all;
    };
    QCOMPARE(shown(), QStringList({u"05.03.2023 06:00"_s, u"20.01.2024 06:00"_s, u"01.02.2024 06:00"_s}));
    for (const QString &words : {u"05.03.2023"_s, u"2023-03-05T05"_s}) {
        filter.setText(words);
        QCOMPARE(filter.rowCount(filter.index(0, 0)), 1);
    }
}

void SettingMomentsTest::aNumberIsShownAsItIsWrittenThere_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *locale, const char *type, const char *stored, const QString &shown) {
        QTest::addRow("%s %s %s", locale, type, stored)
            << QString::fromLatin1(locale) << QString::fromLatin1(type) << QString::fromLatin1(stored) << shown;
    };
    row("it_IT", "Double", "1.500", u"1,500"_s);
    row("it_IT", "Decimal", "-0.1234567890123456789012345678", u"-0,1234567890123456789012345678"_s);
    row("it_IT", "Int64", "-9223372036854775808", u"-9223372036854775808"_s);
    row("it_IT", "Single", "1234567.25", u"1234567,25"_s);
    row("it_IT", "Double", "007.50", u"007,50"_s);
    row("en_ZA", "Double", "1.500", u"1,500"_s); // though typed anew it could be read in two ways
    row("en_US", "Double", "1.500", u"1.500"_s);
    row("sv_SE", "Int32", "-5", u"\u22125"_s);
    row("ar_EG", "Double", "-12.75", u"-١٢٫٧٥"_s);
    row("fa_IR", "Int32", "30", u"۳۰"_s);
    // Odd notations leave no doubt, and are no number of the type
    for (const char *stored : {"1.5e-7", "1.5E+3", ".5", "+1.5", "1,5", "NaN", "1.5 ", "1e999", "5.", "-"})
        row("it_IT", "Double", stored, QString::fromLatin1(stored));
    row("it_IT", "Int32", "1.000", u"1.000"_s);
    row("it_IT", "String", "1.500", u"1.500"_s);
}

// In its editor, too; and what is typed as it is shown is the stored text, byte for byte.
void SettingMomentsTest::aNumberIsShownAsItIsWrittenThere()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, type);
    QFETCH(const QString, stored);
    QFETCH(const QString, shown);
    GO_TO_ZONE("Europe/Rome");
    QLocale::setDefault(QLocale(locale));
    OneSetting setting(type, stored);
    QCOMPARE(setting.shown(), withSpaceMarks(shown));
    const bool isLocal = shown != stored;
    QCOMPARE(setting.value().data(SettingsModel::LocalTextRole).toString(), isLocal ? shown : QString());
    const QString toolTip = withoutQuoteMarks(setting.value().data(Qt::ToolTipRole).toString());
    QCOMPARE(toolTip.contains(u"Stored as "_s + stored), isLocal);
    QCOMPARE(setting.stored(), stored);
    QVERIFY(setting.type(u"7"_s) && setting.edits.hasEdits());
    QVERIFY(setting.type(shown));
    QVERIFY(!setting.edits.hasUnsaved() && setting.stored() == stored);
}

void SettingMomentsTest::whatIsReviewedIsShownAsOnItsPage()
{
    GO_TO_ZONE("Europe/Rome");
    QLocale::setDefault(QLocale(u"it_IT"_s));
    const auto texts = [](const QString &type, const QString &was, const QString &willBe) {
        const auto at = [](const QString &value) { return [value](const Path &) { return QJsonValue(value); }; };
        return placeTexts(Path::setting(u"1"_s), userWith(type, was), {at(was), at(willBe)});
    };
    QCOMPARE(texts(u"Double"_s, u"1.500"_s, u"1.25e3"_s), QStringList({u"1,500"_s, u"1.25e3"_s}));
    QCOMPARE(texts(u"DateOnly"_s, u"2024-08-26"_s, u"2024-08-27"_s), QStringList({u"26/08/2024"_s, u"27/08/2024"_s}));
    const QStringList alike{u"2024-08-26T05:00:00Z"_s, u"2024-08-26T05:00:00+00:00"_s};
    QCOMPARE(texts(u"DateTime"_s, alike.first(), alike.last()), alike);
    QCOMPARE(texts(u"Double"_s, u"1.5"_s, QString()), QStringList({u"1,5"_s, u"not set"_s}));
}

void SettingMomentsTest::whatDoesNotFitIsReviewedAsItWasTyped()
{
    GO_TO_ZONE("Europe/Warsaw");
    QLocale::setDefault(QLocale(u"pl_PL"_s));
    const auto texts = [](const Path &path, const QString &was, const QString &typed) {
        const auto at = [&was](const Path &) { return QJsonValue(was); };
        return placeTexts(path, userWith(u"Double"_s, was), at, typed);
    };
    const Path number = Path::setting(u"1"_s);
    QCOMPARE(texts(number, u"1.5"_s, u"1.234"_s), QStringList({u"1,5"_s, u"1.234"_s}));
    QCOMPARE(texts(number, u"1.5"_s, QString()), QStringList({u"1,5"_s, u"not set"_s}));
    QCOMPARE(texts(number, QString(5000, u'x') + u"1.5"_s, QString(5000, u'x') + u"1.234"_s).last().right(5),
             u"1.234"_s);
    const Path birthDate = Path::field(u"birthDate");
    QCOMPARE(texts(birthDate, u"1990-05-12"_s, u"0990-05-12"_s), QStringList({u"12.05.1990"_s, u"0990-05-12"_s}));
}

void SettingMomentsTest::whatIsHiddenIsMaskedFirst_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("shown");
    QTest::newRow("number") << u"Double"_s << u"12345.6789"_s << u"•••"_s;
    QTest::newRow("date") << u"DateOnly"_s << u"2024-08-26"_s << u"•••"_s;
    QTest::newRow("date and time") << u"DateTime"_s << u"2024-08-26T05:00:00Z"_s << u"•••"_s;
    QTest::newRow("text with spaces") << u"String"_s << u"a 12345  6789 b "_s << u"a ••• b␣"_s;
}

// In the user's form or with marks it would not be found, and known all the same.
void SettingMomentsTest::whatIsHiddenIsMaskedFirst()
{
    QFETCH(const QString, type);
    QFETCH(const QString, stored);
    QFETCH(const QString, shown);
    GO_TO_ZONE("Europe/Rome");
    QLocale::setDefault(QLocale(u"ar_EG"_s));
    OneSetting setting(type, stored);
    const Secret token = Secret::fromText(stored.contains(u' ') ? stored.sliced(2).chopped(3) : stored);
    setting.edits.setHidden(true, token);
    QCOMPARE(setting.shown(), shown);
    QCOMPARE(setting.value().data(SettingsModel::LocalTextRole).toString(), QString());
    QCOMPARE(setting.value().data(Qt::ToolTipRole).toString().remove(u'\u200b'), shown);
    const auto at = [&stored](const Path &) { return QJsonValue(stored); };
    QCOMPARE(placeText(Path::setting(u"1"_s), setting.edits.base(), at, setting.edits.hidden()), shown);
    setting.edits.setHidden(false, token);
    QVERIFY(setting.shown() != shown);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::SettingMomentsTest)
#include "tst_settingmoments.moc"
