// Dates in the profile, whatever the time zone and the language of the computer.

#include "core/document/clocktext.h"
#include "core/document/dates.h"
#include "core/document/jsontext.h"
#include "core/models/documentedits.h"
#include "core/models/placetext.h"
#include "core/models/profilemodel.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

#include <QLocale>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

struct DateText
{
    const char *text;
    QDate date; // the calendar date that it says; invalid: none
};

QList<DateText> dateTexts()
{
    QList<DateText> texts;
    static std::array<QByteArray, 49> forms;
    std::size_t n = 0;
    // Seven days, each in seven forms.
    for (const char *day :
         {"1984-03-17", "2000-02-29", "1999-12-31", "2024-01-01", "2023-03-26", "1931-10-25", "9999-12-31"}) {
        for (const char *tail : {"", "T00:00:00Z", "T00:00:00", "T00:00:00.0000000", "T00:00:00.123456789Z",
                                 "T00:00:00+02:00", "T23:59:59-11:00"}) {
            forms.at(n) = QByteArray(day) + tail;
            texts.append({forms.at(n++).constData(), QDate::fromString(QString::fromLatin1(day), Qt::ISODate)});
        }
    }
    for (const char *none : {"", "0001-01-01", "0001-01-01T00:00:00", "0001-01-01T00:00:00Z", "1984-02-30", "1984-3-17",
                             "17.03.1984", "unknown", "1984", "1984-03-17T", "T00:00:00Z"})
        texts.append({none, QDate()});
    return texts;
}

QModelIndex rowOf(const ProfileModel &model, QStringView key)
{
    return model.index(static_cast<int>(userField(key) - userFields().data()));
}

} // namespace

class DatesAbroadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDateIsShownAndGoesBack_data() { places(); }
    void everyDateIsShownAndGoesBack();
    void everyDayOfAYearIsPosted_data() { places(); }
    void everyDayOfAYearIsPosted();
    void theTimeOfABirthDateIsSaid_data();
    void theTimeOfABirthDateIsSaid();

private:
    static void places();
};

void DatesAbroadTest::places()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("locale");
    for (const char *zone :
         {"Pacific/Pago_Pago", "Pacific/Kiritimati", "Europe/Berlin", "America/St_Johns", "Asia/Kolkata"}) {
        // Years of two digits in the short form (en_US, de_DE), other calendars at home (fa_IR, th_TH), other digits.
        for (const char *locale : {"en_US", "de_DE", "fa_IR", "th_TH", "ja_JP", "ar_EG"})
            QTest::addRow("%s %s", zone, locale) << QByteArray(zone) << QString::fromLatin1(locale);
    }
}

void DatesAbroadTest::everyDateIsShownAndGoesBack()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, locale);
    GO_TO_ZONE(zone);
    QLocale::setDefault(QLocale(locale));
    const QList<DateText> texts = dateTexts();
    QCOMPARE(texts.size(), 60);
    for (const DateText &text : texts) {
        const QString written = QString::fromLatin1(text.text);
        const QJsonObject document{{u"id"_s, u"u1"_s}, {u"birthDate"_s, written}, {u"createdAt"_s, written}};
        DocumentEdits user;
        user.reset(User(document));
        ProfileModel model(user);
        const QModelIndex birthDate = rowOf(model, u"birthDate");
        const QString shown = birthDate.data().toString();
        if (text.date.isValid()) {
            QVERIFY2(shown.contains(QLocale().toString(text.date, u"yyyy"_s)), qPrintable(shown));
            QVERIFY2(shown.contains(QLocale().toString(text.date, u"d"_s)), qPrintable(shown));
        } else {
            QCOMPARE(shown, written);
        }
        QCOMPARE(birthDate.data(Qt::EditRole).toDate(), text.date);
        // Opened, looked at and left: no edit, and another field's save sends both as they were written.
        QVERIFY2(!model.setData(birthDate, birthDate.data(Qt::EditRole)), text.text);
        QVERIFY(model.setData(rowOf(model, u"city"), u"Bari"_s));
        const QJsonObject sent = withChanges(document, user.changes());
        QCOMPARE(sent.value("birthDate"_L1), document.value("birthDate"_L1));
        QCOMPARE(sent.value("createdAt"_L1), document.value("createdAt"_L1));
        // A moment is shown in local time, if it has a time zone.
        if (const auto moment = parseTimestamp(written)) {
            const QString when = rowOf(model, u"createdAt").data().toString();
            const QDate day = zoneOf(written).isEmpty() ? moment->date() : moment->toLocalTime().date();
            QVERIFY2(when.contains(QLocale().toString(day, u"yyyy"_s)), qPrintable(when));
        }
    }
}

void DatesAbroadTest::everyDayOfAYearIsPosted()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, locale);
    GO_TO_ZONE(zone);
    QLocale::setDefault(QLocale(locale));
    const QJsonObject document{{u"id"_s, u"u1"_s}, {u"birthDate"_s, u"1984-03-17T00:00:00.0000000"_s}};
    for (QDate day(2024, 1, 1); day.year() == 2024; day = day.addDays(1)) { // with 29 February and both clock changes
        DocumentEdits user;
        user.reset(User(document));
        ProfileModel model(user);
        QVERIFY(model.setData(rowOf(model, u"birthDate"), day));
        const QString sent = withChanges(document, user.changes()).value("birthDate"_L1).toString();
        QCOMPARE(
            sent,
            u"2024-%1-%2T00:00:00.0000000"_s.arg(day.month(), 2, 10, QChar(u'0')).arg(day.day(), 2, 10, QChar(u'0')));
        QVERIFY(rowOf(model, u"birthDate").data(Qt::EditRole).toDate() == day);
    }
}

void DatesAbroadTest::theTimeOfABirthDateIsSaid_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("other"); // the day that other programs may show; empty: nothing is said
    const QByteArray rome("Europe/Rome");
    const QString before = u"the day before, 16/04/1984"_s, after = u"the day after, 18/04/1984"_s;
    QTest::newRow("Roman midnight") << rome << u"1984-04-17T22:00:00Z"_s << after;
    QTest::newRow("an offset") << rome << u"1984-04-17T00:00:00+05:00"_s << before;
    QTest::newRow("in the west") << QByteArray("America/St_Johns") << u"1984-04-17T01:00:00"_s << before;
    QTest::newRow("the same day here") << rome << u"1984-04-17T12:00:00.5Z"_s << u"programs may show another day"_s;
    for (const char *plain : {"1984-04-17", "1984-04-17T00:00:00Z", "1984-04-17T00:00:00.0000000", "1984-04-17T00:00",
                              "1984-04-17T00:00:00+00:00", "yesterday"})
        QTest::newRow(plain) << rome << QString::fromLatin1(plain) << QString();
}

void DatesAbroadTest::theTimeOfABirthDateIsSaid()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, stored);
    QFETCH(const QString, other);
    GO_TO_ZONE(zone);
    QLocale::setDefault(QLocale(u"it_IT"_s));
    DocumentEdits user;
    user.reset(User(QJsonObject{{u"id"_s, u"u1"_s}, {u"birthDate"_s, stored}}));
    ProfileModel model(user);
    const QModelIndex index = rowOf(model, u"birthDate");
    const Path path = Path::field(u"birthDate");
    const auto said = [&index] { return index.data(ProfileModel::QuestionRole).toString(); };
    const auto value = [&user](const Path &at) { return user.value(at); };
    QCOMPARE(said().isEmpty(), other.isEmpty());
    QVERIFY2(said().contains(other) && (other.isEmpty() || said().contains(stored)), qPrintable(said()));
    QCOMPARE(placeText(path, user.base(), value).contains(u'(' + stored + u')'), !other.isEmpty());
    // Another day is saved in the same form, and said in its own words.
    QVERIFY(model.setData(index, u"20/04/1984"_s, ProfileModel::TypingRole));
    const QString edited = user.value(path).toString();
    QCOMPARE(said().isEmpty(), other.isEmpty());
    QVERIFY2(other.isEmpty() || said().startsWith("This is saved with the time that the old date had, as "_L1 + edited),
             qPrintable(said()));
    QVERIFY(other.isEmpty() || placeText(path, user.base(), value) == u"20/04/1984 (%1)"_s.arg(edited));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::DatesAbroadTest)
#include "tst_datesabroad.moc"
