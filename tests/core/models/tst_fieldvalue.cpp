// From an editor to the document and back: a value is written in the form in which it came, and one that an editor
// would harm is not edited.

#include "core/base/text.h"
#include "core/base/typedtext.h"
#include "core/models/documentedits.h"
#include "core/models/fieldvalue.h"
#include "core/models/profilemodel.h"
#include "tests/core/models/users.h"
#include "tests/core/support.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class FieldValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineEndsStayAsTheyCame();
    void aDateIsWrittenInItsForm_data();
    void aDateIsWrittenInItsForm();
    void aPictureIsWrittenInItsForm_data();
    void aPictureIsWrittenInItsForm();
    void whatAnEditorWouldHarmIsNotEdited_data();
    void whatAnEditorWouldHarmIsNotEdited();
    void whatIsTypedFitsItsEditor_data();
    void whatIsTypedFitsItsEditor();
    void aCellIsPastedAsASecret_data();
    void aCellIsPastedAsASecret();
    void timestampsAreShownInLocalTimeAndTold();
    void aTimestampWithoutAZoneIsShownAsItStands();
    void aMomentOfAnOlderServiceIsRead();
    void aListIsShownByItsNames_data();
    void aListIsShownByItsNames();
};

void FieldValueTest::lineEndsStayAsTheyCame()
{
    for (const char *end : {"\r\n", "\n"}) {
        const QString lineEnd = QString::fromLatin1(end);
        DocumentEdits user;
        user.reset(User(QJsonObject{{u"id"_s, u"7"_s}, {u"notes"_s, u"one"_s + lineEnd + u"two"_s}}));
        ProfileModel model(user);
        const QModelIndex notes = indexOf(model, u"notes"_s);
        QCOMPARE(notes.data(Qt::EditRole).toString(), u"one\ntwo"_s);
        QVERIFY(model.setData(notes, u"one\ntwo\nthree"_s));
        QCOMPARE(user.value(Path::field(u"notes")),
                 QJsonValue(QStringList{u"one"_s, u"two"_s, u"three"_s}.join(lineEnd)));
        QVERIFY(model.setData(notes, u"one\ntwo"_s));
        QVERIFY(!user.hasEdits());
    }
}

void FieldValueTest::aDateIsWrittenInItsForm_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QJsonValue>("set");
    QTest::addColumn<QJsonValue>("cleared");
    const QJsonValue null(QJsonValue::Null);
    QTest::newRow("midnight with Z") << QByteArray(R"("1984-03-17T00:00:00Z")") << QJsonValue(u"1999-12-31T00:00:00Z"_s)
                                     << null;
    QTest::newRow("seven digits") << QByteArray(R"("1984-03-17T00:00:00.0000000")")
                                  << QJsonValue(u"1999-12-31T00:00:00.0000000"_s) << null;
    QTest::newRow("date alone") << QByteArray(R"("1984-03-17")") << QJsonValue(u"1999-12-31"_s) << null;
    QTest::newRow("null") << QByteArray("null") << QJsonValue(u"1999-12-31T00:00:00Z"_s) << null;
    QTest::newRow("not set") << QByteArray(R"("0001-01-01T00:00:00")") << QJsonValue(u"1999-12-31T00:00:00"_s)
                             << QJsonValue(u"0001-01-01T00:00:00"_s);
}

void FieldValueTest::aDateIsWrittenInItsForm()
{
    QFETCH(const QByteArray, base);
    QFETCH(const QJsonValue, set);
    QFETCH(const QJsonValue, cleared);
    DocumentEdits user;
    user.reset(userOf(R"("birthDate":)" + base));
    ProfileModel model(user);
    const QModelIndex index = indexOf(model, u"birthDate"_s);
    QVERIFY(model.setData(index, QDate(1999, 12, 31)));
    QCOMPARE(user.value(Path::field(u"birthDate")), set);
    QVERIFY(model.setData(index, QDate()));
    QCOMPARE(user.value(Path::field(u"birthDate")), cleared);
}

void FieldValueTest::aPictureIsWrittenInItsForm_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("edited");
    QTest::addColumn<QString>("written");
    QTest::newRow("base64") << u"AAAA"_s << u"iVBORw0K"_s << u"iVBORw0K"_s;
    QTest::newRow("none") << u""_s << u"iVBORw0K"_s << u"iVBORw0K"_s;
    QTest::newRow("prefix, PNG") << u"data:image/gif;base64,AAAA"_s << u"iVBORw0K"_s
                                 << u"data:image/png;base64,iVBORw0K"_s;
    QTest::newRow("prefix, JPEG") << u"data:image/png;base64,AAAA"_s << u"/9j/4AAQ"_s
                                  << u"data:image/jpeg;base64,/9j/4AAQ"_s;
    QTest::newRow("removed") << u"data:image/png;base64,AAAA"_s << u""_s << u""_s;
    QTest::newRow("no comma") << u"data:"_s << u"iVBORw0K"_s << u"iVBORw0K"_s;
}

void FieldValueTest::aPictureIsWrittenInItsForm()
{
    QFETCH(const QString, before);
    QFETCH(const QString, edited);
    QFETCH(const QString, written);
    QCOMPARE(fieldJson(FieldKind::Image, edited, before), QJsonValue(written));
    QVERIFY(fitsEditor(FieldKind::Image, before));
    QCOMPARE(fieldText(FieldKind::Image, before), QString());
}

void FieldValueTest::whatAnEditorWouldHarmIsNotEdited_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("line");
    QTest::addColumn<bool>("lines");
    const auto row = [](const char *name, const QJsonValue &value, bool line, bool lines) {
        QTest::newRow(name) << value << line << lines;
    };
    row("text", u"Roma 東京 👨‍👩‍👧"_s, true, true);
    row("tab", u"a\tb"_s, true, true);
    row("no-break space", u"a\u00A0b"_s, true, true);
    row("null", QJsonValue::Null, true, true);
    row("missing", QJsonValue::Undefined, true, true);
    row("line break", u"a\nb"_s, false, true);
    row("CR LF", u"a\r\nb"_s, false, true);
    row("CR", u"a\rb"_s, false, false);
    row("mixed line ends", u"a\r\nb\nc"_s, false, false);
    row("NUL", u"a\u0000b"_s, false, false);
    row("escape", u"a\u001Bb"_s, false, false);
    row("line separator", u"a\u2028b"_s, false, false);
    row("paragraph separator", u"a\u2029b"_s, false, false);
    row("editor's own mark", u"a\uFDD0b"_s, false, false);
    row("half a character", QString(QChar(0xD83D)), false, false);
    row("long for a line", QString(100'001, u'x'), false, true);
    row("long", QString(256 * 1024 + 1, u'x'), false, false);
    row("number", 187, false, false);
    row("true", true, false, false);
    row("list", QJsonArray{u"a"_s}, false, false);
    row("object", QJsonObject{{u"a"_s, 1}}, false, false);
}

void FieldValueTest::whatAnEditorWouldHarmIsNotEdited()
{
    QFETCH(const QJsonValue, value);
    QFETCH(const bool, line);
    QFETCH(const bool, lines);
    QCOMPARE(fitsEditor(FieldKind::Text, value), line);
    QCOMPARE(fitsEditor(FieldKind::MultiLine, value), lines);
    QCOMPARE(fitsEditor(FieldKind::Date, value), line);
    DocumentEdits user;
    QJsonObject document{{u"id"_s, u"7"_s}};
    if (!value.isUndefined())
        document.insert("notes"_L1, value);
    user.reset(User(document));
    ProfileModel model(user);
    QCOMPARE(model.setData(indexOf(model, u"notes"_s), u"new"_s), lines);
}

void FieldValueTest::whatIsTypedFitsItsEditor_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("lines");
    QTest::newRow("text") << u" Roma 東京\u00A0👨‍👩‍👧 "_s << u" Roma 東京\u00A0👨‍👩‍👧 "_s
                          << u" Roma 東京\u00A0👨‍👩‍👧 "_s;
    QTest::newRow("tab") << u"a\tb"_s << u"a b"_s << u"a\tb"_s;
    QTest::newRow("tab at the end") << u"Roma\t"_s << u"Roma"_s << u"Roma\t"_s;
    QTest::newRow("override") << u"a\u202Eevil\u202C b"_s << u"aevil b"_s << u"aevil b"_s;
    QTest::newRow("embedded number") << u"\u202A+39 06\u202C"_s << u"+39 06"_s << u"+39 06"_s;
    QTest::newRow("isolate") << u"\u2066a\u2069"_s << u"a"_s << u"a"_s;
    QTest::newRow("zero width") << u"a\u200Bb\u2060c\uFEFFd\u00AD"_s << u"abcd"_s << u"abcd"_s;
    QTest::newRow("DEL and C1") << u"a\u007Fb\u009Bc"_s << u"abc"_s << u"abc"_s;
    QTest::newRow("NEL, VT and FF") << u"a\u0085b\vc\fd"_s << u"a b c d"_s << u"a\nb\nc\nd"_s;
    QTest::newRow("Persian") << u"می\u200Cخواهم"_s << u"می\u200Cخواهم"_s << u"می\u200Cخواهم"_s;
    QTest::newRow("joiner at the end") << u"می\u200C"_s << u"می"_s << u"می"_s;
    QTest::newRow("joiner in Latin") << u"pay\u200Cpal"_s << u"paypal"_s << u"paypal"_s;
    QTest::newRow("marks at the ends") << u"\u200Eא\u200Fב\u200F"_s << u"א\u200Fב"_s << u"א\u200Fב"_s;
    QTest::newRow("half a character") << u"a"_s + QChar(0xD83D) + u"b"_s << u"ab"_s << u"ab"_s;
    QTest::newRow("cell of a table") << u"Roma\n"_s << u"Roma"_s << u"Roma\n"_s;
    QTest::newRow("CR LF") << u"\r\na\r\nb\r\n"_s << u"a b"_s << u"\na\nb\n"_s;
    QTest::newRow("CR") << u"a\rb\r"_s << u"a b"_s << u"a\nb\n"_s;
    QTest::newRow("separators") << u"a\u2028b\u2029"_s << u"a b"_s << u"a\nb\n"_s;
    QTest::newRow("control characters") << u"\u0000a\u0007b\u001B"_s << u"ab"_s << u"ab"_s;
    QTest::newRow("editor's own marks") << u"a\uFDD0b\uFDD1"_s << u"ab"_s << u"ab"_s;
    QTest::newRow("nothing else") << u"\r\n\u0007\n"_s << u""_s << u"\n\n"_s;
}

void FieldValueTest::whatIsTypedFitsItsEditor()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, line);
    QFETCH(const QString, lines);
    QCOMPARE(typedLine(typed), line);
    QCOMPARE(typedText(typed), lines);
    QVERIFY(fitsEditor(FieldKind::Text, line));
    QVERIFY(fitsEditor(FieldKind::MultiLine, lines));
}

void FieldValueTest::aCellIsPastedAsASecret_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    QTest::newRow("cell") << u""_s << u"k\u00A0x\t\r\n"_s << u"k\u00A0x"_s;
    QTest::newRow("empty cells behind it") << u""_s << u"x\t\t\r\n\t\r\n"_s << u"x"_s;
    QTest::newRow("nothing else") << u""_s << u"\t\n"_s << u""_s;
    QTest::newRow("behind what is there") << u"a"_s << u"ax\t\n"_s << u"ax"_s;
    QTest::newRow("within") << u"ab"_s << u"ax\ty\nb"_s << u"ax\ty\nb"_s;
    QTest::newRow("spaces") << u""_s << u" \tx \u00A0\n"_s << u" \tx \u00A0"_s;
    QTest::newRow("stored so") << u"a\t"_s << u"xa\t"_s << u"xa\t"_s;
    QTest::newRow("more than that") << u"a\t"_s << u"a\tb\t\t\n"_s << u"a\tb\t"_s;
}

void FieldValueTest::aCellIsPastedAsASecret()
{
    QFETCH(const QString, before);
    QFETCH(const QString, typed);
    QTEST(keptSecret(typed, before), "kept");
}

void FieldValueTest::timestampsAreShownInLocalTimeAndTold()
{
    DocumentEdits user;
    user.reset(userOf(R"("createdAt":"2019-08-24T14:15:22.1234567Z","updatedAt":"yesterday","lastLogIn":null)"));
    const ProfileModel model(user);
    QVERIFY(indexOf(model, u"createdAt"_s).data().toString().contains(u"2019"_s));
    QCOMPARE(indexOf(model, u"createdAt"_s).data(Qt::ToolTipRole).toString(), // in this order in any language
             u"Stored as "_s + leftToRight(u"2019-08-24T14:15:22.1234567Z"_s) + u"\nIn UTC: "_s +
                 leftToRight(u"2019-08-24 14:15:22"_s));
    QCOMPARE(indexOf(model, u"updatedAt"_s).data().toString(), u"yesterday"_s);
    QVERIFY(!indexOf(model, u"updatedAt"_s).data(Qt::ToolTipRole).isValid());
    QCOMPARE(indexOf(model, u"lastLogIn"_s).data().toString(), QString());
    QVERIFY(fieldText(FieldKind::Date, u"1984-03-17T00:00:00Z"_s).contains(u"1984"_s));
    QCOMPARE(fieldText(FieldKind::Date, u"unknown"_s), u"unknown"_s);
}

// As in the settings: it could be the local time of anywhere.
void FieldValueTest::aTimestampWithoutAZoneIsShownAsItStands()
{
    GO_TO_ZONE("Europe/Berlin");
    DocumentEdits user;
    user.reset(userOf(R"("createdAt":"2019-08-24T14:15:22","updatedAt":"2019-08-24T14:15:22Z")"));
    const ProfileModel model(user);
    const auto shown = [&model](const QString &key, int role) {
        return withoutQuoteMarks(indexOf(model, key).data(role).toString());
    };
    QVERIFY(shown(u"updatedAt"_s, Qt::DisplayRole).contains(u"16:15"_s));
    QVERIFY(shown(u"createdAt"_s, Qt::DisplayRole).contains(u"14:15"_s));
    QCOMPARE(shown(u"createdAt"_s, Qt::ToolTipRole), u"Stored as 2019-08-24T14:15:22\nStored without a time zone"_s);
}

void FieldValueTest::aMomentOfAnOlderServiceIsRead()
{
    GO_TO_ZONE("Europe/Berlin");
    DocumentEdits user;
    user.reset(
        userOf(R"("createdAt":"/Date(1566656122000)/","updatedAt":"/Date(1566656122000+0200)/",)"
               R"("lastLogIn":"0001-01-01T00:00:00","lastDismissMessages":"2019-08-24T14:15:22.1234567+02:00")"));
    const ProfileModel model(user);
    const auto shown = [&model](const QString &key, int role) {
        return withoutQuoteMarks(indexOf(model, key).data(role).toString());
    };
    for (const QString &key : {u"createdAt"_s, u"updatedAt"_s})
        QVERIFY2(shown(key, Qt::DisplayRole).contains(u"16:15"_s), qPrintable(shown(key, Qt::DisplayRole)));
    QCOMPARE(shown(u"createdAt"_s, Qt::ToolTipRole), u"Stored as /Date(1566656122000)/"_s);
    QCOMPARE(shown(u"lastLogIn"_s, Qt::DisplayRole), QString());
    QCOMPARE(shown(u"lastLogIn"_s, Qt::ToolTipRole), u"Stored as 0001-01-01T00:00:00"_s);
    QVERIFY(shown(u"lastDismissMessages"_s, Qt::DisplayRole).contains(u"14:15"_s));
}

void FieldValueTest::aListIsShownByItsNames_data()
{
    QTest::addColumn<QByteArray>("roles");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *roles, const char *shown) {
        QTest::newRow(roles) << QByteArray(roles) << QString::fromLatin1(shown);
    };
    row(R"(["Sales","Support"])", "Sales, Support");
    row(R"([{"name":"Administrator"},{"id":1,"name":"Sales"}])", "Administrator, Sales");
    row(R"([null,"Sales",""])", "Sales");
    row(R"({"$id":"2","$values":["Administrator",5]})", "Administrator, 5");
    row(R"([{"id":1}])", R"({"id":1})");
    row(R"({"Sales":true})", R"({"Sales":true})");
    row(R"("Administrator")", "Administrator");
    row("[]", "");
    row("null", "");
}

void FieldValueTest::aListIsShownByItsNames()
{
    QFETCH(const QByteArray, roles);
    QFETCH(const QString, shown);
    DocumentEdits user;
    user.reset(userOf(R"("roles":)" + roles));
    const ProfileModel model(user);
    for (const int role : {Qt::DisplayRole, Qt::EditRole})
        QCOMPARE(indexOf(model, u"roles"_s).data(role).toString(), shown);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::FieldValueTest)
#include "tst_fieldvalue.moc"
