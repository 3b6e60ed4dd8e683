// The profile as it is edited: only what the user changed is written.

#include "core/models/documentedits.h"
#include "core/models/profilemodel.h"
#include "core/models/settingvalue.h"
#include "tests/core/models/users.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const Path city = Path::field(u"city");

// Something else than what stands there, as the field's editor would give it.
QVariant another(const UserField &field)
{
    switch (field.kind) {
    case FieldKind::Date:
        return QDate(1999, 12, 31);
    case FieldKind::Country:
        return QStringList{u"Malta"_s, u"MT"_s};
    case FieldKind::MultiLine:
        return u"one\ntwo"_s;
    case FieldKind::Image:
        return u"iVBORw0KGgo="_s;
    default:
        return u"another"_s;
    }
}

} // namespace

class ProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typingTheOldValueBackTakesTheEditBack_data();
    void typingTheOldValueBackTakesTheEditBack();
    void editsOutliveANewBase();
    void anEditOfTheNotationOutlivesAReload();
    void anotherUserEndsTheEdits();
    void revertingTakesEditsBack();
    void countryAndCodeCountAsOneChange();
    void noticesLastUntilTheEditOrANewBase();
    void everyRowShowsItsField();
    void everyEditableRowIsEditedAlone();
    void onlyWhatTheTableSaysIsAMisfit();
    void whatIsNotEditableIsNotSet();
    void whatOthersSaveLocksNoEdit();
    void aCountryIsOpenIfItsCodeCanBeSaved_data();
    void aCountryIsOpenIfItsCodeCanBeSaved();
    void aValueThatNoEditorHoldsSaysWhyAndIsWrittenAnew_data();
    void aValueThatNoEditorHoldsSaysWhyAndIsWrittenAnew();
    void anUndoneValueThatNoEditorHoldsStaysWhole();
    void showingEverythingChangesNothing();
    void theSparseUserIsEditedToo();
    void aChangeIsAnnouncedForItsRow();
    void theServicesOwnCountryMayBeSeveral();
    void aYearOfAnotherCalendarIsNotABirthDate_data();
    void aYearOfAnotherCalendarIsNotABirthDate();
    void anAddressThatIsNoneIsAskedAbout_data();
    void anAddressThatIsNoneIsAskedAbout();
    void whatIsEasyToMissIsAskedAbout_data();
    void whatIsEasyToMissIsAskedAbout();
    void whatStoodThereBeforeIsNotAskedAbout();
    void whatOthersChangedDoesNotHideWhatIsAsked();
    void aBirthDateOfAYearToComeIsCalledSo();
    void aBirthDateIsRefusedInTheWordsOfASetting_data();
    void aBirthDateIsRefusedInTheWordsOfASetting();
};

void ProfileTest::typingTheOldValueBackTakesTheEditBack_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QJsonValue>("back");
    QTest::newRow("text") << QByteArray(R"("city":"Roma")") << QJsonValue(u"Roma"_s);
    QTest::newRow("empty for null") << QByteArray(R"("city":null)") << QJsonValue(u""_s);
    QTest::newRow("empty for missing") << QByteArray() << QJsonValue(u""_s);
    QTest::newRow("null for empty") << QByteArray(R"("city":"")") << QJsonValue(QJsonValue::Null);
    QTest::newRow("null for missing") << QByteArray() << QJsonValue(QJsonValue::Null);
}

void ProfileTest::typingTheOldValueBackTakesTheEditBack()
{
    QFETCH(const QByteArray, base);
    QFETCH(const QJsonValue, back);
    DocumentEdits user;
    user.reset(userOf(base));
    QVERIFY(!user.hasEdits());
    user.edit(city, u"Bari"_s);
    QVERIFY(user.hasEdits() && user.isEdited(city));
    QCOMPARE(user.value(city), QJsonValue(u"Bari"_s));
    user.edit(city, back);
    QVERIFY(!user.hasEdits() && !user.isEdited(city) && user.changes().isEmpty());
    QCOMPARE(user.value(city), userOf(base).document().value("city"_L1));
}

void ProfileTest::editsOutliveANewBase()
{
    DocumentEdits user;
    user.reset(userOf(R"("city":"Roma","notes":"n")"));
    user.edit(city, u"Bari"_s);
    user.edit(Path::field(u"notes"), u"other"_s);
    QSignalSpy reloaded(&user, &DocumentEdits::reloaded);
    user.setBase(userOf(R"("city":"Pisa","notes":"other")")); // somebody wrote the same note
    QCOMPARE(reloaded.size(), 1);
    QCOMPARE(user.value(city), QJsonValue(u"Bari"_s));
    QCOMPARE(user.changes().size(), 1);
    QVERIFY(user.changes().first().path == city);
    QCOMPARE(user.base().document().value("city"_L1), QJsonValue(u"Pisa"_s));
}

void ProfileTest::anEditOfTheNotationOutlivesAReload()
{
    const User read = userOf(R"("notes":"2024-03-01T08:00:00")");
    const Path notes = Path::field(u"notes");
    const Change change{notes, u"2024-03-01T08:00:00Z"_s};
    DocumentEdits user;
    user.reset(read);
    user.edit({change});
    user.setBase(read);
    QVERIFY(user.isEdited(notes));
    static_cast<void>(user.beginSave());
    user.finishSave({.kind = SaveEnd::Kind::Answered, .user = read}); // the service writes it in its own way
    QVERIFY(!user.hasEdits());
    user.edit({change});
    user.setBase(userOf(R"("notes":"2024-03-01T08:00:00Z")"));
    QVERIFY(!user.hasEdits());
}

void ProfileTest::anotherUserEndsTheEdits()
{
    DocumentEdits user;
    user.reset(userOf(R"("city":"Roma")"));
    user.edit(city, u"Bari"_s);
    user.setNotice(city, u"notice"_s);
    user.reset(userOf(R"("city":"Pisa")"));
    QVERIFY(!user.hasEdits() && user.notice(city).isEmpty());
    QCOMPARE(user.value(city), QJsonValue(u"Pisa"_s));
    user.reset(User());
    QVERIFY(user.value(city).isUndefined());
}

void ProfileTest::revertingTakesEditsBack()
{
    DocumentEdits user;
    user.reset(userOf(R"("city":"Roma")"));
    QSignalSpy changed(&user, &DocumentEdits::changed);
    user.revert(city);
    QCOMPARE(changed.size(), 0);
    user.edit(city, u"Bari"_s);
    user.revert(city);
    QCOMPARE(changed.size(), 2);
    QVERIFY(!user.hasEdits());
    user.edit(city, u"Bari"_s);
    user.edit(Path::field(u"notes"), u"other"_s);
    user.revertAll();
    QVERIFY(!user.hasEdits());
}

void ProfileTest::countryAndCodeCountAsOneChange()
{
    DocumentEdits user;
    user.reset(rich());
    ProfileModel model(user);
    const QModelIndex country = indexOf(model, u"country"_s);
    QCOMPARE(country.data(Qt::EditRole).toStringList(), (QStringList{u"Italy"_s, u"IT"_s}));
    QVERIFY(model.setData(country, QStringList{u"Malta"_s, u"MT"_s}));
    user.edit(Path::setting(u"202"_s), u"Ciao"_s);
    QCOMPARE(user.changes().size(), 3);
    QCOMPARE(user.changedPlaces().size(), 2);
    QVERIFY(country.data(ProfileModel::ChangedRole).toBool());
    QVERIFY(model.setData(country, QStringList{u"Italy"_s, u"MT"_s}));
    QVERIFY(country.data(ProfileModel::ChangedRole).toBool()); // the code alone
    model.revertAt(country);
    QVERIFY(!country.data(ProfileModel::ChangedRole).toBool());
    QCOMPARE(user.changedPlaces().size(), 1);
}

void ProfileTest::noticesLastUntilTheEditOrANewBase()
{
    DocumentEdits user;
    user.reset(rich());
    const ProfileModel model(user);
    const auto notice = [&model] { return indexOf(model, u"city"_s).data(ProfileModel::NoticeRole).toString(); };
    user.setNotice(city, u"The service kept Roma."_s);
    QCOMPARE(notice(), u"The service kept Roma."_s);
    user.edit(city, u"Bari"_s);
    QCOMPARE(notice(), QString());
    user.setNotice(city, u"again"_s);
    user.setBase(rich());
    QCOMPARE(notice(), QString());
}

void ProfileTest::everyRowShowsItsField()
{
    DocumentEdits user;
    user.reset(rich());
    ProfileModel model(user);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), static_cast<int>(userFields().size()));
    for (int row = 0; row < model.rowCount(); ++row) {
        const UserField &field = userFields()[static_cast<std::size_t>(row)];
        const QModelIndex index = model.index(row);
        QCOMPARE(index.data(ProfileModel::FieldRole).value<const UserField *>(), &field);
        QCOMPARE(index.data(ProfileModel::LabelRole).toString(), fieldLabel(field));
        QVERIFY2(field.kind == FieldKind::Image || !index.data().toString().isEmpty(), field.key.data());
        QCOMPARE(index.data(ProfileModel::EditableRole).toBool(), field.editable);
        QCOMPARE(index.flags().testFlag(Qt::ItemIsEditable), field.editable);
        QVERIFY(!index.data(ProfileModel::ChangedRole).toBool());
        QVERIFY(!index.data(Qt::UserRole + 99).isValid());
    }
    QCOMPARE(indexOf(model, u"customerId"_s).data().toString(), u"9007199254740993"_s);
    QCOMPARE(indexOf(model, u"roles"_s).data().toString(), u"LicenseManager, Sales"_s);
    QVERIFY(!model.data(QModelIndex()).isValid());
}

void ProfileTest::everyEditableRowIsEditedAlone()
{
    for (const UserField &field : userFields()) {
        if (!field.editable)
            continue;
        for (const User &base : {rich(), userOf({}), userOf("\"" + QByteArray(field.key.data()) + "\":null")}) {
            DocumentEdits user;
            user.reset(base);
            ProfileModel model(user);
            const QModelIndex index = indexOf(model, field.key.toString());
            const QVariant before = index.data(Qt::EditRole);
            QVERIFY2(!model.setData(index, before), field.key.data()); // the same again is no edit
            QVERIFY2(!model.setData(index, another(field), Qt::DisplayRole), field.key.data());
            QVERIFY2(model.setData(index, another(field)), field.key.data());
            QVERIFY2(index.data(ProfileModel::ChangedRole).toBool(), field.key.data());
            QCOMPARE(user.changedPlaces().size(), 1);
            const QJsonObject sent = withChanges(base.document(), user.changes());
            for (const QString &member : sent.keys()) {
                if (member != field.key && member != field.companion)
                    QCOMPARE(sent.value(member), base.document().value(member));
            }
            QVERIFY2(sent.value(field.key) != base.document().value(field.key), field.key.data());
            QVERIFY2(model.setData(index, before), field.key.data());
            QVERIFY2(!user.hasEdits(), field.key.data()); // and back
            QVERIFY(model.setData(index, another(field)));
            model.revertAt(index);
            QVERIFY2(!user.hasEdits(), field.key.data());
        }
    }
}

// A draft believes the table.
void ProfileTest::onlyWhatTheTableSaysIsAMisfit()
{
    DocumentEdits user;
    user.reset(rich());
    ProfileModel model(user);
    for (const UserField &field : userFields()) {
        if (!field.editable)
            continue;
        const QModelIndex index = indexOf(model, field.key);
        const bool isCountry = field.kind == FieldKind::Country;
        const int role = field.kind == FieldKind::Date ? int(ProfileModel::TypingRole) : int(Qt::EditRole);
        QVERIFY(model.setData(index, isCountry ? QVariant(QStringList{u"Unit"_s, {}}) : QVariant(u"Unit"_s), role));
        QVERIFY2(user.misfit(Path::field(QString(field.key))).isEmpty() != hasMisfits(field.kind), field.key.data());
    }
}

void ProfileTest::whatIsNotEditableIsNotSet()
{
    DocumentEdits user;
    user.reset(rich());
    ProfileModel model(user);
    for (const UserField &field : userFields()) {
        if (!field.editable)
            QVERIFY2(!model.setData(indexOf(model, field.key.toString()), u"x"_s), field.key.data());
    }
    QVERIFY(!model.setData(QModelIndex(), u"x"_s));
    QVERIFY(!user.hasEdits());
    user.reset(User()); // nobody: nothing to edit
    QVERIFY(!model.setData(indexOf(model, u"city"_s), u"x"_s));
}

void ProfileTest::whatOthersSaveLocksNoEdit()
{
    DocumentEdits user;
    user.reset(rich());
    ProfileModel model(user);
    const QModelIndex index = indexOf(model, u"city"_s);
    QVERIFY(model.setData(index, u"Ba"_s));
    user.setBase(userOf(R"("city":"Ro\u2028ma")"));
    QVERIFY(index.data(ProfileModel::EditableRole).toBool());
    QVERIFY(!index.data(ProfileModel::ReplaceableRole).toBool());
    QVERIFY(model.setData(index, u"Bari"_s));
    QCOMPARE(user.value(city), QJsonValue(u"Bari"_s));
    model.revertAt(index);
    QVERIFY(!index.data(ProfileModel::EditableRole).toBool());
    QVERIFY(!model.setData(index, u"Bari"_s));
}

void ProfileTest::aCountryIsOpenIfItsCodeCanBeSaved_data()
{
    QTest::addColumn<QJsonValue>("code");
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("a text") << QJsonValue(u"IT"_s) << true;
    QTest::newRow("an odd one") << QJsonValue(u"I\nT"_s) << true;
    QTest::newRow("null") << QJsonValue() << true;
    QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined) << true;
    QTest::newRow("a number") << QJsonValue(39) << false;
    QTest::newRow("a boolean") << QJsonValue(true) << false;
    QTest::newRow("a list") << QJsonValue(QJsonArray{u"IT"_s}) << false;
    QTest::newRow("an object") << QJsonValue(QJsonObject{{u"iso"_s, u"IT"_s}}) << false;
}

void ProfileTest::aCountryIsOpenIfItsCodeCanBeSaved()
{
    QFETCH(const QJsonValue, code);
    QFETCH(const bool, isOpen);
    DocumentEdits user;
    user.reset(User(QJsonObject{{u"id"_s, u"7"_s}, {u"country"_s, u"Italy"_s}, {u"countryCode"_s, code}}));
    ProfileModel model(user);
    const QModelIndex index = indexOf(model, u"country"_s);
    QCOMPARE(index.data(ProfileModel::EditableRole).toBool(), isOpen);
    QCOMPARE(index.data(ProfileModel::NoticeRole).toString().contains(u"other than text"_s), !isOpen);
    QVERIFY(!index.data(ProfileModel::ReplaceableRole).toBool());
    QCOMPARE(model.setData(index, QStringList{u"Spain"_s, u"ES"_s}), isOpen);
    QCOMPARE(merged(user.changes(), user.base()).changes.size(), isOpen ? 2 : 0);
}

void ProfileTest::aValueThatNoEditorHoldsSaysWhyAndIsWrittenAnew_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("why"); // a part of it
    QTest::addColumn<QJsonValue>("cleared");
    const auto row = [](const char *name, const char *field, const QJsonValue &value, const char *why,
                        const QJsonValue &cleared = QString()) {
        QTest::newRow(name) << QString::fromLatin1(field) << value << QString::fromLatin1(why) << cleared;
    };
    row("line break in a line", "city", u"Berlin\nMitte"_s, "not a single line");
    row("line separator in a line", "city", u"a\u2028b"_s, "not a single line");
    row("NUL", "city", u"a\u0000b"_s, "would be lost");
    row("half a character", "city", QString(QChar(0xD83D)), "would be lost");
    row("too long", "city", QString(100'001, u'x'), "too long");
    row("mixed line ends", "notes", u"a\r\nb\nc"_s, "would be lost");
    row("paragraph separator", "notes", u"a\u2029b"_s, "would be lost");
    row("country", "country", u"Ita\nly"_s, "not a single line");
    row("date", "birthDate", u"1984\n"_s, "not a single line", QJsonValue::Null);
    row("no text", "city", 187, "other than text", QJsonValue::Undefined);
}

void ProfileTest::aValueThatNoEditorHoldsSaysWhyAndIsWrittenAnew()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, why);
    QFETCH(const QJsonValue, cleared);
    DocumentEdits user;
    user.reset(User(QJsonObject{{u"id"_s, u"7"_s}, {field, value}}));
    ProfileModel model(user);
    const QModelIndex index = indexOf(model, field);
    const QString notice = index.data(ProfileModel::NoticeRole).toString();
    QVERIFY2(notice.contains(why), qPrintable(notice));
    QVERIFY(!index.data(ProfileModel::EditableRole).toBool());
    QCOMPARE(index.data(ProfileModel::ReplaceableRole).toBool(), !cleared.isUndefined());

    model.replaceAt(index);
    QCOMPARE(user.hasEdits(), !cleared.isUndefined());
    if (cleared.isUndefined())
        return;
    QCOMPARE(user.value(Path::field(field)), cleared);
    QVERIFY(index.data(ProfileModel::EditableRole).toBool());
    QVERIFY(!index.data(ProfileModel::NoticeRole).toString().contains(why));
    user.undoStack()->undo();
    QVERIFY(!user.hasEdits());
    QCOMPARE(user.value(Path::field(field)), value);
}

void ProfileTest::anUndoneValueThatNoEditorHoldsStaysWhole()
{
    DocumentEdits user;
    user.reset(userOf(R"("city":"Ro\u2028ma")"));
    ProfileModel model(user);
    const QModelIndex index = indexOf(model, u"city"_s);
    model.replaceAt(index);
    QVERIFY(model.setData(index, u"Bari"_s));
    static_cast<void>(user.beginSave());
    user.finishSave({SaveEnd::Kind::Answered, userOf(R"("city":"Bari")")});
    QVERIFY(!user.hasEdits());
    while (user.undoStack()->canUndo())
        user.undoStack()->undo();
    QCOMPARE(user.value(city), QJsonValue(u"Ro\u2028ma"_s)); // to be saved again
    QVERIFY(!model.setData(index, u"Ro‹U+2028›ma!"_s));
    QVERIFY(index.data(ProfileModel::ReplaceableRole).toBool());
}

void ProfileTest::showingEverythingChangesNothing()
{
    DocumentEdits user;
    user.reset(rich());
    ProfileModel model(user);
    for (int row = 0; row < model.rowCount(); ++row)
        model.setData(model.index(row), model.index(row).data(Qt::EditRole));
    QCOMPARE(withChanges(rich().document(), user.changes()), rich().document());
}

void ProfileTest::theSparseUserIsEditedToo()
{
    DocumentEdits user;
    user.reset(User(AccountService().user(u"admin"_s)));
    ProfileModel model(user);
    QCOMPARE(indexOf(model, u"birthDate"_s).data(Qt::EditRole).toDate(), QDate());
    QCOMPARE(indexOf(model, u"country"_s).data(Qt::EditRole).toStringList(), (QStringList{u""_s, u""_s}));
    QVERIFY(model.setData(indexOf(model, u"firstName"_s), u"Ada"_s));
    QCOMPARE(user.changes().size(), 1);
}

void ProfileTest::aChangeIsAnnouncedForItsRow()
{
    DocumentEdits user;
    user.reset(rich());
    const ProfileModel model(user);
    QSignalSpy changed(&model, &ProfileModel::dataChanged);
    user.edit(city, u"Bari"_s);
    user.edit(Path::field(u"countryCode"), u"MT"_s); // of the row that it is the companion of
    user.edit(Path::setting(u"202"_s), u"Ciao"_s);
    user.edit(Path::field(u"unknown"), u"x"_s);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed[0].first().toModelIndex(), indexOf(model, u"city"_s));
    QCOMPARE(changed[1].first().toModelIndex(), indexOf(model, u"country"_s));
    user.setBase(rich());
    QCOMPARE(changed.size(), 3);
    QCOMPARE(changed[2].value(1).toModelIndex().row(), model.rowCount() - 1);
}

// Typed back, it is what it was; of another text of that kind nobody knows what it means.
void ProfileTest::theServicesOwnCountryMayBeSeveral()
{
    QJsonObject document = AccountService().user(u"admin"_s);
    document.insert("country"_L1, u"Korea"_s);
    document.insert("countryCode"_L1, u""_s);
    DocumentEdits user;
    user.reset(User(document));
    ProfileModel model(user);
    const QModelIndex index = indexOf(model, u"country"_s);
    for (const QString &typed : {u"Italy"_s, u"Korea"_s})
        model.setData(index, QStringList{typed, QString()}, Qt::EditRole);
    QCOMPARE(index.data(ProfileModel::ProblemRole).toString(), QString());
    QVERIFY(!user.hasEdits());
    model.setData(index, QStringList{u"Unit"_s, QString()}, Qt::EditRole);
    QVERIFY(!index.data(ProfileModel::ProblemRole).toString().isEmpty());
    QVERIFY(!user.hasEdits());
}

void ProfileTest::aYearOfAnotherCalendarIsNotABirthDate_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("held");    // the day
    QTest::addColumn<QString>("problem"); // a part of the sentence; empty: the day is held
    const auto row = [](const char *locale, const QString &typed, const QString &held, const QString &problem = {}) {
        QTest::addRow("%s: %s", locale, qPrintable(typed)) << QString::fromLatin1(locale) << typed << held << problem;
    };
    for (const QString &thai : {u"17/3/2527"_s, u"๑๗ มี.ค. ๒๕๒๗"_s, u"17 มีนาคม 2527"_s})
        row("th_TH", thai, {}, u"The year 2527 is unusual"_s);
    row("th_TH", u"17 มีนาคม พ.ศ. 2527"_s, {}, u"another calendar"_s);
    row("th_TH", u"17 มีนาคม 1984"_s, u"1984-03-17"_s);
    row("fa_IR", u"۱۳۶۲/۱۲/۲۶"_s, {}, u"write the date like 1362-12-26"_s);
    row("ps_AF", u"1362/12/26"_s, {}, u"unusual"_s);
    row("ar_SA", u"14/6/1404"_s, {}, u"unusual"_s);
    row("ne_NP", u"2041/12/4"_s, {}, u"unusual"_s);
    row("en_US", u"3/17/2984"_s, {}, u"unusual"_s);
    row("en_US", u"3/17/1849"_s, {}, u"unusual"_s);
    row("en_US", u"3/17/1850"_s, u"1850-03-17"_s);
    row("en_US", u"1584-03-17"_s, u"1584-03-17"_s); // meant
    row("fa_IR", u"۱۳۶۲-۱۲-۲۶"_s, u"1362-12-26"_s);
    row("en_US", u"Mon 17 March 1984"_s, {}, u"day of the week"_s);
}

void ProfileTest::aYearOfAnotherCalendarIsNotABirthDate()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, typed);
    QFETCH(const QString, held);
    QFETCH(const QString, problem);
    const QLocale before;
    const auto restore = qScopeGuard([&before] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(locale));
    DocumentEdits user;
    user.reset(User(AccountService().user(u"admin"_s)));
    ProfileModel model(user);
    const QModelIndex index = indexOf(model, u"birthDate"_s);
    model.setData(index, typed, ProfileModel::TypingRole);
    const QString says = index.data(ProfileModel::ProblemRole).toString();
    QCOMPARE(index.data(Qt::EditRole).toDate().toString(Qt::ISODate), held);
    QCOMPARE(says.isEmpty(), problem.isEmpty());
    QVERIFY2(says.contains(problem), qPrintable(says));
    QCOMPARE(user.changes().isEmpty(), held.isEmpty());
}

void ProfileTest::anAddressThatIsNoneIsAskedAbout_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("an address") << u"m@example.com"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("a space") << u"m rossi@example.com"_s << u"no spaces"_s;
    for (const char *typed : {"mrossi", "@example.com", "mrossi@"})
        QTest::newRow(typed) << QString::fromLatin1(typed) << u"an @"_s;
    for (const char *typed : {"a@b.example;", "a@b.example,", "a@b.example;c@d.example", "a@b.example c@d.example"})
        QTest::newRow(typed) << QString::fromLatin1(typed) << u"more than one"_s;
    QTest::newRow("angle brackets") << u"<a@b.example>"_s << u"no “<”"_s;
    QTest::newRow("a quoted name") << u"\"a, b; @\"@c.example"_s << QString();
    QTest::newRow("a narrow space") << u"a\u202F@b.example"_s << u"no spaces"_s;
}

void ProfileTest::anAddressThatIsNoneIsAskedAbout()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, said);
    DocumentEdits user;
    user.reset(userOf(R"("email":"as the service has it")"));
    ProfileModel model(user);
    const QModelIndex index = indexOf(model, u"email"_s);
    const auto question = [&index] { return index.data(ProfileModel::QuestionRole).toString(); };
    QCOMPARE(question(), QString());
    QVERIFY(model.setData(index, typed));
    QVERIFY2(said.isEmpty() ? question().isEmpty() : question().contains(said), qPrintable(question()));
    QVERIFY(index.data(ProfileModel::ProblemRole).toString().isEmpty() && user.hasEdits()); // it is saved all the same
}

void ProfileTest::whatIsEasyToMissIsAskedAbout_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    for (const char16_t code : {u'\u00A0', u'\u2007', u'\u2009', u'\u202F'}) {
        const QString space{QChar(code)};
        const QString name = u"U+%1"_s.arg(QString::number(code, 16).toUpper().rightJustified(4, u'0'));
        for (const auto &[field, text] : {std::pair(u"phoneNumber"_s, u"06%112"_s),
                                          {u"mobile"_s, u"%10612"_s},
                                          {u"postalCode"_s, u"75002%1"_s},
                                          {u"city"_s, u"Le%1Mans"_s},
                                          {u"userName"_s, u"m%1rossi"_s},
                                          {u"address"_s, u"rue%1Verte"_s}})
            QTest::addRow("%s %s", qPrintable(field), qPrintable(name)) << field << text.arg(space) << name;
    }
    QTest::newRow("a tab in an address") << u"address"_s << u"4 rue\tVerte"_s << u"a tab"_s;
    QTest::newRow("a space at the end") << u"postalCode"_s << u"75002 "_s << u"ends with a space"_s;
    const QString both = u"a no-break space (U+00A0), a non-breaking hyphen (U+2011)."_s;
    for (const char *key : {"phoneNumber", "postalCode", "city", "email"})
        QTest::addRow("two in %s", key) << QString::fromLatin1(key) << u"a@b\u00A0c\u2011d\u00A0e"_s << both;
    QTest::newRow("an address and more") << u"email"_s << u"a b@c\u2011d.example"_s << u"(U+2011)"_s;
    QTest::newRow("more than an address") << u"email"_s << u"a b@c\u2011d.example"_s << u"has no spaces"_s;
    QTest::newRow("an end and more") << u"city"_s << u"Le\u00A0Mans "_s << u"(U+00A0)"_s;
    QTest::newRow("more than an end") << u"city"_s << u"Le\u00A0Mans "_s << u"ends with a space"_s;
    QTest::newRow("an end and more in one sentence")
        << u"city"_s << u"Le\u00A0Mans "_s
        << u"This ends with a space and contains a no-break space (U+00A0). Is that intended?"_s;
    QTest::newRow("an end of another kind")
        << u"city"_s << u"Le Mans\u00A0"_s << u"This ends with a no-break space (U+00A0). Is that intended?"_s;
    QTest::newRow("a beginning") << u"city"_s << u" Le Mans"_s << u"This begins with a space. Is that intended?"_s;
    QTest::newRow("both ends") << u"city"_s << u" Le Mans "_s
                               << u"This begins and ends with a space. Is that intended?"_s;
    QTest::newRow("a username and more") << u"userName"_s << u"m\u2011rossi "_s << u"(U+2011)"_s;
    QTest::newRow("more than a username") << u"userName"_s << u"m\u2011rossi "_s << u"to sign in"_s;
    for (const char16_t hyphen : {u'\u2010', u'\u2012', u'\u2013', u'\u2014', u'\u2212', u'\uFE63', u'\uFF0D'}) {
        const QString name = u"(U+%1)"_s.arg(QString::number(hyphen, 16).toUpper());
        for (const char *key : {"mobile", "postalCode"})
            QTest::addRow("%s %s", key, qPrintable(name))
                << QString::fromLatin1(key) << u"12"_s + QChar(hyphen) + u"34"_s << name;
    }
    QTest::newRow("full width") << u"postalCode"_s << u"１00-0001"_s << u"a full-width character (U+FF11)"_s;
    QTest::newRow("Arabic digits") << u"mobile"_s << u"+٢٠ ٢ ٢٧٣٥ ١٢٣٤"_s
                                   << u"this number is \u2066+20 2 2735 1234\u2069."_s;
    QTest::newRow("full width in a number") << u"mobile"_s << u"０6"_s << u"a full-width character (U+FF10)"_s;
    QTest::newRow("a number of full width") << u"mobile"_s << u"＋８１　３－１２３４"_s
                                            << u"In the digits 0 to 9, this number is \u2066+81 3-1234\u2069. Is it "
                                               "intended as it stands? This contains full-width characters "
                                               "(such as U+FF0B). Is that intended?"_s;
    QTest::newRow("a code of full width")
        << u"postalCode"_s << u"１００\u20101"_s
        << u"full-width characters (such as U+FF11), a typographic hyphen (U+2010)."_s;
    QTest::newRow("full width in a street") << u"city"_s << u"港区１"_s << QString();
    QTest::newRow("left to right") << u"city"_s << u"Ro\u200Ema"_s << u"a left-to-right mark (U+200E)"_s;
    QTest::newRow("right to left") << u"notes"_s << u"Ro\u200Fma"_s << u"a right-to-left mark (U+200F)"_s;
    QTest::newRow("in Hebrew") << u"city"_s << u"חיפה\u200F (Haifa)"_s << QString();
    QTest::newRow("a dash") << u"city"_s << u"Paris – Nord"_s << QString();
    QTest::newRow("an unseen hyphen in a note") << u"notes"_s << u"c’est\u2011à\u2011dire ici"_s << QString();
    QTest::newRow("French") << u"notes"_s << u"«\u00A0Bonjour\u202F!\u00A0» 12\u202F500\u00A0€"_s << QString();
    QTest::newRow("Japanese") << u"address"_s << u"東京\u3000港区"_s << QString();
    const QString cyrillicA = u"a Cyrillic “\u0430” (U+0430)"_s;
    for (const char *key : {"firstName", "userName", "notes"})
        QTest::addRow("a Cyrillic letter in %s", key) << QString::fromLatin1(key) << u"Mari\u0430"_s << cyrillicA;
    QTest::newRow("in an address") << u"email"_s << u"m\u0430ria@example.org"_s << cyrillicA;
    QTest::newRow("in a server") << u"email"_s << u"maria@example.\u0441\u043Em"_s
                                 << u"a Cyrillic “\u0441” (U+0441), a Cyrillic “\u043E” (U+043E)"_s;
    QTest::newRow("a Latin letter") << u"lastName"_s << u"Ивaнов"_s << u"a Latin “a” (U+0061)"_s;
    QTest::newRow("a Greek letter") << u"lastName"_s << u"R\u03BFssi2"_s << u"a Greek “\u03BF” (U+03BF)"_s;
    QTest::newRow("wholly Cyrillic") << u"lastName"_s << u"Сорокин-Хант"_s << QString();
    QTest::newRow("a Cyrillic address") << u"email"_s << u"анна@пример.example"_s << QString();
    QTest::newRow("wholly Greek") << u"lastName"_s << u"Παπαδόπουλος"_s << QString();
    QTest::newRow("two alphabets, a word each") << u"department"_s << u"IT-отдел, SMSка"_s << QString();
    QTest::newRow("units and symbols") << u"notes"_s << u"Ω, 10 kΩ, 2 MΩ, 5 μm, ΔT, TNFα, π/2"_s << QString();
    QTest::newRow("Japanese and Latin") << u"department"_s << u"Tシャツ部 ABCセンター"_s << QString();
    QTest::newRow("usual ones") << u"city"_s << u"Le Mans"_s << QString();
}

// It is saved as it was typed.
void ProfileTest::whatIsEasyToMissIsAskedAbout()
{
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const QString, said);
    DocumentEdits user;
    user.reset(userOf(R"("city":"x")"));
    ProfileModel model(user);
    const QModelIndex index = indexOf(model, field);
    model.setData(index, typed);
    const QString question = index.data(ProfileModel::QuestionRole).toString();
    QVERIFY2(said.isEmpty() ? question.isEmpty() : question.contains(said), qPrintable(question));
    QCOMPARE(user.changes().size(), 1);
    QCOMPARE(user.changes().first().value.toString(), typed);
}

// The user has edited something else of the text.
void ProfileTest::whatStoodThereBeforeIsNotAskedAbout()
{
    DocumentEdits user;
    user.reset(userOf("\"address\":\"4 rue\\tVerte\",\"city\":\" Le\u00A0Mans\",\"notes\":\"Mari\u0430 \u200E!\""));
    ProfileModel model(user);
    const auto asked = [&](const QString &field, const QString &typed) {
        const QModelIndex index = indexOf(model, field);
        model.setData(index, typed);
        return index.data(ProfileModel::QuestionRole).toString();
    };
    QCOMPARE(asked(u"address"_s, u"5 rue\tVerte"_s), QString());
    QVERIFY(asked(u"address"_s, u"5 rue\tVerte\tbis"_s).contains(u"a tab"_s));
    QCOMPARE(asked(u"city"_s, u" Le\u00A0Mans Nord"_s), QString());
    QVERIFY(asked(u"city"_s, u" Le\u00A0Mans "_s).contains(u"ends with a space"_s));
    QCOMPARE(asked(u"notes"_s, u"Mari\u0430 \u200E!!"_s), QString());
    QVERIFY(asked(u"notes"_s, u"M\u0430ri\u0430 \u200E\u200E!"_s).contains(u"(U+200E)"_s));
}

void ProfileTest::whatOthersChangedDoesNotHideWhatIsAsked()
{
    DocumentEdits user;
    user.reset(userOf(R"("email":"old@a.example")"));
    ProfileModel model(user);
    const QModelIndex index = indexOf(model, u"email"_s);
    model.setData(index, u"a@b.example, c@d.example"_s);
    user.setBase(userOf(R"("email":"theirs@a.example")"));
    const QString notice = index.data(ProfileModel::NoticeRole).toString();
    QVERIFY2(notice.contains(u"changed elsewhere"_s), qPrintable(notice));
    QVERIFY(index.data(ProfileModel::QuestionRole).toString().contains(u"more than one e-mail address"_s));
    user.setNotice(Path::field(u"email"), u"This is not an address."_s); // what the service says counts
    QCOMPARE(index.data(ProfileModel::QuestionRole).toString(), QString());
}

void ProfileTest::aBirthDateOfAYearToComeIsCalledSo()
{
    const QLocale before;
    const auto restore = qScopeGuard([&before] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(u"it_IT"_s));
    DocumentEdits user;
    user.reset(userOf({}));
    ProfileModel model(user);
    const QModelIndex index = indexOf(model, u"birthDate"_s);
    const QString year = QString::number(QDate::currentDate().year() + 1);
    model.setData(index, QString(u"17/04/"_s + year), ProfileModel::TypingRole);
    QCOMPARE(
        index.data(ProfileModel::ProblemRole).toString(),
        u"17/04/%1 is in the future. Correct the year, or write the date like %1-04-17 if you mean it."_s.arg(year));
}

void ProfileTest::aBirthDateIsRefusedInTheWordsOfASetting_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed :
         {"yesterday", "3/17/84", "17 March", "3/4/1984", "\u0e1e.\u0e28. 2527", "3/17/1849", "2024-02-26 12:30 x",
          "26 August 2024 12:30", "2024-08-26T12:30:00Z", "2024-08-26T12:30:00.1234567+02:00", "26 August 2024 12.30",
          "Mon 17 March 1984", "\"17 March\""})
        QTest::newRow(typed) << QString::fromUtf8(typed);
}

void ProfileTest::aBirthDateIsRefusedInTheWordsOfASetting()
{
    QFETCH(QString, typed);
    const QLocale before;
    const auto restore = qScopeGuard([&before] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(u"en_CA"_s)); // where days and months are written in either order
    DocumentEdits user;
    user.reset(User(AccountService().user(u"admin"_s)));
    ProfileModel model(user);
    const QModelIndex index = indexOf(model, u"birthDate"_s);
    model.setData(index, typed, ProfileModel::TypingRole);
    const QString asASetting = readSetting(u"Date"_s, typed, u"2024-08-26"_s).problem;
    QVERIFY(!asASetting.isEmpty());
    QCOMPARE(index.data(ProfileModel::ProblemRole).toString().replace("1984-03-17"_L1, "2024-08-26"_L1), asASetting);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::ProfileTest)
#include "tst_profile.moc"
