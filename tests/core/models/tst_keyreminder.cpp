// The calendar that reminds of expiring API keys: what programs for calendars read in it, and what it never holds.

#include "core/base/utc.h"
#include "core/models/keyreminder.h"
#include "tests/core/models/contentreader.h"
#include "tests/core/support.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const KeysOwner remindedOwner{u"https://lic.example:5455"_s, u"7f0c"_s, u"mrossi"_s};
const QDateTime remindedNow = utcMoment(QDate(2026, 11, 28), QTime(8, 0));

ApiKey endingKey(const QJsonValue &id, const QString &name, const QString &end, bool isRevoked = false)
{
    return ApiKey({{u"id"_s, id},
                   {u"name"_s, name},
                   {u"key"_s, u"api_0123456789abcdefghijABCD"_s},
                   {u"clientSecret"_s, u"cs_0123456789abcd"_s},
                   {u"description"_s, u"api_0123456789abcdefghijABCD"_s},
                   {u"expireDate"_s, end},
                   {u"revoked"_s, isRevoked}});
}

QList<ContentLine> calendarOf(const QList<ApiKey> &keys)
{
    return readContent(keyReminders(keys, remindedOwner, remindedNow)).value_or(QList<ContentLine>());
}

} // namespace

class KeyReminderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventIsAtTheMomentWithAlarmsAWeekAndADayBefore();
    void inUtcAMomentIsSaidOnce();
    void aDateWithoutATimeStaysThatDateEverywhere();
    void anAlarmThatIsPastIsLeftOut();
    void onlyKeysThatStillEndHaveAnEvent();
    void withoutAnEventThereIsNoCalendar();
    void theSameKeyHasTheSameUid();
    void twoKeysNeverShareAUidAloneOrTogether();
    void aHostileNameStaysInItsLine_data();
    void aHostileNameStaysInItsLine();
    void noSecretIsInIt_data();
    void noSecretIsInIt();
};

void KeyReminderTest::anAlarmThatIsPastIsLeftOut()
{
    const auto triggersOf = [](const QString &end) {
        return valuesOf(calendarOf({endingKey(1, u"Soon"_s, end)}), u"TRIGGER"_s);
    };
    QCOMPARE(triggersOf(u"2026-12-01T08:00:00Z"_s), QStringList({u"-P1D"_s, u"PT0S"_s}));
    QCOMPARE(triggersOf(u"2026-11-28T20:00:00Z"_s), QStringList(u"PT0S"_s));
}

void KeyReminderTest::anEventIsAtTheMomentWithAlarmsAWeekAndADayBefore()
{
    GO_TO_ZONE("Europe/Berlin");
    const auto content = calendarOf({endingKey(1, u"Build server"_s, u"2027-01-11T01:30:00+02:00"_s)});
    QStringList names;
    for (const ContentLine &line : content)
        names << line.name + (line.name == "BEGIN"_L1 || line.name == "END"_L1 ? u' ' + line.value : QString());
    QCOMPARE(names,
             QStringList({u"BEGIN VCALENDAR"_s, u"VERSION"_s,      u"PRODID"_s,      u"BEGIN VEVENT"_s, u"UID"_s,
                          u"DTSTAMP"_s,         u"DTSTART"_s,      u"SUMMARY"_s,     u"DESCRIPTION"_s,  u"TRANSP"_s,
                          u"BEGIN VALARM"_s,    u"ACTION"_s,       u"DESCRIPTION"_s, u"TRIGGER"_s,      u"END VALARM"_s,
                          u"BEGIN VALARM"_s,    u"ACTION"_s,       u"DESCRIPTION"_s, u"TRIGGER"_s,      u"END VALARM"_s,
                          u"BEGIN VALARM"_s,    u"ACTION"_s,       u"DESCRIPTION"_s, u"TRIGGER"_s,      u"END VALARM"_s,
                          u"END VEVENT"_s,      u"END VCALENDAR"_s}));
    QCOMPARE(valuesOf(content, u"VERSION"_s), QStringList(u"2.0"_s));
    QCOMPARE(valuesOf(content, u"DTSTAMP"_s), QStringList(u"20261128T080000Z"_s));
    QCOMPARE(valuesOf(content, u"DTSTART"_s), QStringList(u"20270110T233000Z"_s));
    QCOMPARE(valuesOf(content, u"TRIGGER"_s), QStringList({u"-P7D"_s, u"-P1D"_s, u"PT0S"_s}));
    QCOMPARE(valuesOf(content, u"SUMMARY"_s), QStringList(u"API key “Build server” expires"_s));
    const QString description = valuesOf(content, u"DESCRIPTION"_s).constFirst();
    QVERIFY(description.contains(u"mrossi"_s));
    QVERIFY2(description.contains(u" (2027-01-10 23:30 UTC)"_s), qPrintable(description)); // after the local time
}

void KeyReminderTest::inUtcAMomentIsSaidOnce()
{
    const QByteArray before = qgetenv("TZ");
    const auto restored = qScopeGuard([&before] { before.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", before); });
    for (const bool isUtc : {true, false}) {
        if (!goToTimeZone(isUtc ? "Etc/UTC" : "Europe/Berlin"))
            continue;
        const auto content = calendarOf({endingKey(1, u"Build server"_s, u"2027-01-10T23:30:00Z"_s)});
        const QString description = valuesOf(content, u"DESCRIPTION"_s).constFirst();
        QVERIFY2(description.count(u"UTC"_s) == 1, qPrintable(description));
        QVERIFY2(description.count(u"30"_s) == (isUtc ? 1 : 2), qPrintable(description));
    }
}

void KeyReminderTest::aDateWithoutATimeStaysThatDateEverywhere()
{
    const auto content = calendarOf({endingKey(1, u"Build server"_s, u"2026-12-31"_s)});
    QCOMPARE(valuesOf(content, u"DTSTART;VALUE=DATE"_s), QStringList(u"20261231"_s));
    QCOMPARE(valuesOf(content, u"DTSTART"_s), QStringList());
    QCOMPARE(valuesOf(content, u"TRIGGER"_s), QStringList({u"-P7D"_s, u"-P1D"_s, u"PT0S"_s}));
    const QString description = valuesOf(content, u"DESCRIPTION"_s).constFirst();
    QVERIFY2(description.contains(u"at the beginning of 2026-12-31 (UTC)"_s), qPrintable(description));
}

void KeyReminderTest::onlyKeysThatStillEndHaveAnEvent()
{
    const auto content =
        calendarOf({endingKey(1, u"Coming"_s, u"2027-01-11T00:00:00Z"_s), endingKey(2, u"Never"_s, QString()),
                    endingKey(3, u"Past"_s, u"2026-11-28T07:59:59Z"_s),
                    endingKey(4, u"Revoked"_s, u"2027-01-11T00:00:00Z"_s, true),
                    endingKey(5, u"Unreadable"_s, u"soon"_s), endingKey(6, u"Soon"_s, u"2026-11-28T08:00:01Z"_s)});
    QCOMPARE(valuesOf(content, u"SUMMARY"_s),
             QStringList({u"API key “Coming” expires"_s, u"API key “Soon” expires"_s}));
}

void KeyReminderTest::withoutAnEventThereIsNoCalendar()
{
    QCOMPARE(keyReminders({endingKey(2, u"Never"_s, QString())}, remindedOwner, remindedNow), QByteArray());
}

void KeyReminderTest::theSameKeyHasTheSameUid()
{
    const auto uidOf = [](const QList<ApiKey> &keys) { return valuesOf(calendarOf(keys), u"UID"_s).value(0); };
    const QString uid = uidOf({endingKey(1, u"Build"_s, u"2027-01-11T00:00:00Z"_s)});
    QVERIFY(uid.endsWith(u"@lanyard"_s));
    QCOMPARE(uidOf({endingKey(u"1"_s, u"Renamed"_s, u"2028-01-11T00:00:00Z"_s),
                    endingKey(2, u"Other"_s, u"2027-01-11T00:00:00Z"_s)}),
             uid);
    QVERIFY(uidOf({endingKey(2, u"Build"_s, u"2027-01-11T00:00:00Z"_s)}) != uid);
    const auto elsewhere = readContent(keyReminders({endingKey(1, u"Build"_s, u"2027-01-11T00:00:00Z"_s)},
                                                    {u"https://other.example"_s, u"7f0c"_s, u"mrossi"_s}, remindedNow));
    QVERIFY(elsewhere && valuesOf(*elsewhere, u"UID"_s).value(0) != uid);
}

void KeyReminderTest::twoKeysNeverShareAUidAloneOrTogether()
{
    const QString end = u"2027-01-11T00:00:00Z"_s;
    const QList<ApiKey> all{endingKey(1, u"A"_s, end),  endingKey(1, u"B"_s, end), endingKey({}, u"C"_s, end),
                            endingKey({}, u"C"_s, end), endingKey({}, {}, end),    endingKey(1, u"A"_s, end)};
    const QStringList uids = valuesOf(calendarOf(all), u"UID"_s);
    QCOMPARE(uids.size(), 6);
    for (int row = 0; row < all.size(); ++row) {
        const auto one = readContent(keyReminders(all, remindedOwner, remindedNow, row));
        QVERIFY(one);
        QCOMPARE(valuesOf(*one, u"UID"_s), QStringList(uids.at(row)));
    }
    QCOMPARE(QSet<QString>(uids.begin(), uids.end()).size(), 6);
}

void KeyReminderTest::aHostileNameStaysInItsLine_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("line break") << u"x\r\nEND:VEVENT\r\nBEGIN:VEVENT"_s;
    QTest::newRow("separators") << u"a;b,c\\n\\"_s;
    QTest::newRow("unusual line breaks") << u"a\u2028b\u0085c\vd\fe"_s;
    QTest::newRow("long, of many bytes") << u"鍵🔑"_s.repeated(60);
    QTest::newRow("half characters") << QString(QChar(0xD800)) + u'x';
    QTest::newRow("override") << u"a\u202Eb"_s;
    QTest::newRow("none") << QString();
}

void KeyReminderTest::aHostileNameStaysInItsLine()
{
    QFETCH(QString, name);
    const auto content = calendarOf({endingKey(1, name, u"2027-01-11T00:00:00Z"_s)});
    QCOMPARE(content.size(), 27);
    for (const ContentLine &line : content) {
        if (line.name == "SUMMARY"_L1 || line.name == "DESCRIPTION"_L1)
            QCOMPARE(textComponents(line.value).size(), 1);
    }
}

void KeyReminderTest::noSecretIsInIt_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("userName");
    QTest::newRow("usual") << u"Build"_s << u"mrossi"_s;
    QTest::newRow("a key's name holds the key") << u"n api_0123456789abcdefghijABCD"_s << u"mrossi"_s;
    QTest::newRow("it holds the client secret") << u"cs_0123456789abcd"_s << u"mrossi"_s;
    QTest::newRow("cut within it") << QString(190, u'x') + u"api_0123456789abcdefghijABCD"_s << u"mrossi"_s;
    QTest::newRow("the user's name holds it") << u"Build"_s << u"api_0123456789abcdefghijABCD"_s;
}

void KeyReminderTest::noSecretIsInIt()
{
    QFETCH(QString, name);
    QFETCH(QString, userName);
    const KeysOwner owner{remindedOwner.server, remindedOwner.userId, userName};
    const QByteArray calendar = keyReminders({endingKey(1, name, u"2027-01-11T00:00:00Z"_s)}, owner, remindedNow);
    QVERIFY(!calendar.isEmpty());
    for (const char *part : {"api_", "cs_0", "ABCD"})
        QVERIFY2(!calendar.contains(part), part);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::KeyReminderTest)
#include "tst_keyreminder.moc"
