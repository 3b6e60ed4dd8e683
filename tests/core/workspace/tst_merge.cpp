// The three-way save: what others changed stays theirs, what both changed is asked about, and a lost answer or an
// ended session never leads to a second post.

#include "core/document/userfields.h"
#include "core/models/documentedits.h"
#include "tests/core/sessionfixture.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using State = Session::State;

namespace {

constexpr QLatin1StringView mrossi = "mrossi"_L1;

Path phone()
{
    return Path::field(u"phoneNumber");
}

// A value that the field may hold, different for each number.
QJsonValue sample(const UserField &field, int number)
{
    if (field.kind == FieldKind::Date)
        return u"19%1-02-03T00:00:00Z"_s.arg(70 + number);
    if (field.kind == FieldKind::Email)
        return u"person%1@mail.example"_s.arg(number);
    return u"%1 %2"_s.arg(field.key, QString::number(number));
}

QJsonArray withMember(QJsonArray list, qint64 id, QAnyStringView member, const QJsonValue &value)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        QJsonObject item = list.at(i).toObject();
        if (item.value("id"_L1).toInteger() != id)
            continue;
        item.insert(member.toString(), value);
        list.replace(i, item);
    }
    return list;
}

QJsonValue memberOf(const QJsonArray &list, qint64 id, QLatin1StringView member)
{
    for (const QJsonValue &item : list) {
        if (item.toObject().value("id"_L1).toInteger() == id)
            return item.toObject().value(member);
    }
    return QJsonValue::Undefined;
}

// The service holds @p value in the setting 202.
void holdSetting(SessionFixture &pair, const QString &type, const QString &value)
{
    QJsonObject stored = pair.service.user(mrossi);
    const QJsonArray settings = withMember(stored.value("settings"_L1).toArray(), 202, "type"_L1, type);
    stored.insert("settings"_L1, withMember(settings, 202, "value"_L1, value));
    pair.service.setUser(mrossi, stored);
}

} // namespace

class MergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsMerged_data();
    void everyFieldIsMerged();
    void keepingMineSavesIt();
    void theCountryAndItsCodeAreOnePlace();
    void halfAPlaceIsSavedWithItsOtherHalf_data();
    void halfAPlaceIsSavedWithItsOtherHalf();
    void whatOthersDidElsewhereStays();
    void theNotationAloneIsSaved_data();
    void theNotationAloneIsSaved();
    void aValueMeansWhatItsTypeSays_data();
    void aValueMeansWhatItsTypeSays();
    void aLostNotationIsNotTakenForSaved();
    void aValueInTheServicesNotationHasArrived();
    void whatIsThereInAnotherNotationIsNotPosted_data();
    void whatIsThereInAnotherNotationIsNotPosted();
    void whatWasNeverSentIsSomebodyElses_data();
    void whatWasNeverSentIsSomebodyElses();
    void aFormOfTheServicesIsKnownOnceSent_data();
    void aFormOfTheServicesIsKnownOnceSent();
    void aSaveIsKnownUnderNewIds_data();
    void aSaveIsKnownUnderNewIds();
    void aSettingThatIsGoneOrLockedIsNotSent_data();
    void aSettingThatIsGoneOrLockedIsNotSent();
    void whatWasEnteredForAnotherTypeIsSentIfItFits_data();
    void whatWasEnteredForAnotherTypeIsSentIfItFits();
    void aMemberThatIsNoTextAnyMoreIsNotSent_data();
    void aMemberThatIsNoTextAnyMoreIsNotSent();
    void settingsLeftOutOfTheFreshReadAreNotSent();
    void aLostAnswerIsLookedUp_data();
    void aLostAnswerIsLookedUp();
    void anEndedSessionSavesOnceAfterSigningIn_data();
    void anEndedSessionSavesOnceAfterSigningIn();
    void whatQtCannotHoldGoesBackAsItCame();
    void thePostFollowsTheReadAtOnce();
};

void MergeTest::everyFieldIsMerged_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("theirs");
    for (const UserField &field : userFields()) {
        if (!field.editable)
            continue;
        for (const char *theirs : {"same", "other", "both same", "both different", "removed"})
            QTest::addRow("%s, %s", field.key.data(), theirs) << QString(field.key) << QString::fromLatin1(theirs);
    }
}

void MergeTest::everyFieldIsMerged()
{
    QFETCH(const QString, key);
    QFETCH(const QString, theirs);
    SessionFixture pair({.replaceOnUpdate = true});
    QVERIFY(pair.signIn());
    QJsonObject stored = pair.service.user(mrossi);
    QString name = mrossi; // under which the service finds the user: it may be what is changed
    const auto store = [&] {
        QVERIFY(pair.service.setUser(name, stored));
        name = stored.value("userName"_L1).toString();
    };
    const UserField &field = *userField(key);
    const QJsonValue before = sample(field, 1);
    const QJsonValue mine = sample(field, 2);
    const QJsonValue other = sample(field, 3);
    stored.insert(key, before);
    store();
    QSignalSpy read(&pair.session, &Session::userChanged);
    pair.session.reload();
    QVERIFY(read.wait(timeoutMs));

    const QString elsewhere = key == "city"_L1 ? u"region"_s : u"city"_s;
    if (theirs == "other"_L1)
        stored.insert(elsewhere, u"Elsewhere"_s);
    else if (theirs == "both same"_L1)
        stored.insert(key, mine);
    else if (theirs == "both different"_L1)
        stored.insert(key, other);
    else if (theirs == "removed"_L1)
        stored.remove(key);
    store();

    QSignalSpy saved(&pair.session, &Session::saved);
    QSignalSpy conflicted(&pair.session, &Session::conflicted);
    pair.session.save({{Path::field(key), mine}});
    VERIFY_EVENTUALLY(saved.size() + conflicted.size() == 1);
    const bool isConflict = theirs == "both different"_L1 || theirs == "removed"_L1;
    QCOMPARE(conflicted.size(), isConflict ? 1 : 0);
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), isConflict || theirs == "both same"_L1 ? 0 : 1);
    QJsonObject expected = stored;
    if (isConflict) {
        const auto conflicts = conflicted.first().first().value<QList<Conflict>>();
        QCOMPARE(conflicts.size(), 1);
        QCOMPARE(conflicts.first().path(), Path::field(key));
        QCOMPARE(conflicts.first().mine.first().before, before);
        QCOMPARE(conflicts.first().theirs.first(), stored.value(key));
    } else {
        QVERIFY(saved.first().first().value<QList<Change>>().isEmpty());
        expected.insert(key, mine);
    }
    QJsonObject now = pair.service.user(expected.value("userName"_L1).toString());
    for (QJsonObject *document : {&now, &expected})
        document->remove("updatedAt"_L1);
    QCOMPARE(now, expected);
    QCOMPARE(pair.session.user().document().value(key), expected.value(key));
}

void MergeTest::keepingMineSavesIt()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    QJsonObject stored = pair.service.user(mrossi);
    const QJsonValue before = stored.value("phoneNumber"_L1);
    stored.insert("phoneNumber"_L1, u"+49 1"_s);
    pair.service.setUser(mrossi, stored);
    QSignalSpy conflicted(&pair.session, &Session::conflicted);
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save({{phone(), u"+39 2"_s, before}});
    QVERIFY(conflicted.wait(timeoutMs));
    QCOMPARE(pair.session.user().document().value("phoneNumber"_L1), QJsonValue(u"+49 1"_s));
    // The old `before` again is the same conflict again: nothing but a decision makes it go.
    pair.session.save({{phone(), u"+39 2"_s, before}});
    QVERIFY(conflicted.wait(timeoutMs));
    pair.session.save({{phone(), u"+39 2"_s, u"+49 1"_s}});
    QVERIFY(saved.wait(timeoutMs));
    QCOMPARE(pair.service.user(mrossi).value("phoneNumber"_L1), QJsonValue(u"+39 2"_s));
}

void MergeTest::theCountryAndItsCodeAreOnePlace()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    QJsonObject stored = pair.service.user(mrossi);
    stored.insert("country"_L1, u"France"_s);
    stored.insert("countryCode"_L1, u"FR"_s);
    pair.service.setUser(mrossi, stored);
    QSignalSpy conflicted(&pair.session, &Session::conflicted);
    pair.session.save({{Path::field(u"country"), u"Malta"_s}, {Path::field(u"countryCode"), u"MT"_s}});
    QVERIFY(conflicted.wait(timeoutMs));
    const auto conflicts = conflicted.first().first().value<QList<Conflict>>();
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.first().mine.size(), 2);
    QCOMPARE(conflicts.first().theirs, (QList<QJsonValue>{u"France"_s, u"FR"_s}));
}

void MergeTest::halfAPlaceIsSavedWithItsOtherHalf_data()
{
    QTest::addColumn<QString>("theirCountry");
    QTest::addColumn<QString>("theirCode");
    QTest::addColumn<bool>("readBefore"); // their change is seen before the save
    for (const bool readBefore : {false, true}) {
        QTest::addRow("both, %d", readBefore) << u"France"_s << u"FR"_s << readBefore;
        QTest::addRow("the code alone, %d", readBefore) << u"Italia"_s << u"SM"_s << readBefore;
    }
}

// "Italia" is written "Italy", with the code that stands there: nothing else goes with it, whatever others wrote.
void MergeTest::halfAPlaceIsSavedWithItsOtherHalf()
{
    QFETCH(const QString, theirCountry);
    QFETCH(const QString, theirCode);
    QFETCH(const bool, readBefore);
    SessionFixture pair;
    QJsonObject stored = pair.service.user(mrossi);
    stored.insert("country"_L1, u"Italia"_s);
    stored.insert("countryCode"_L1, u"IT"_s);
    pair.service.setUser(mrossi, stored);
    QVERIFY(pair.signIn());
    DocumentEdits user;
    user.reset(pair.session.user());
    user.edit({{Path::field(u"country"), u"Italy"_s}, {Path::field(u"countryCode"), u"IT"_s}});

    stored.insert("country"_L1, theirCountry);
    stored.insert("countryCode"_L1, theirCode);
    pair.service.setUser(mrossi, stored);
    if (readBefore) {
        QSignalSpy read(&pair.session, &Session::userChanged);
        pair.session.reload();
        QVERIFY(read.wait(timeoutMs));
        user.setBase(pair.session.user());
    }
    QSignalSpy conflicted(&pair.session, &Session::conflicted);
    pair.session.save(user.beginSave());
    QVERIFY(conflicted.wait(timeoutMs));
    user.finishSave({.kind = SaveEnd::Kind::Conflicted, .user = pair.session.user()});
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 0);
    const auto conflict = conflicted.first().first().value<QList<Conflict>>().constFirst();
    QVERIFY(user.shows(conflict));
    user.rebase(conflict);
    QCOMPARE(user.value(Path::field(u"countryCode")), QJsonValue(u"IT"_s));
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save(user.beginSave());
    QVERIFY(saved.wait(timeoutMs));
    QCOMPARE(pair.service.user(mrossi).value("country"_L1), QJsonValue(u"Italy"_s));
    QCOMPARE(pair.service.user(mrossi).value("countryCode"_L1), QJsonValue(u"IT"_s));
}

void MergeTest::whatOthersDidElsewhereStays()
{
    SessionFixture pair({.replaceOnUpdate = true, .storeEverything = true}); // a service that would take it all back
    QVERIFY(pair.signIn());
    QJsonObject stored = pair.service.user(mrossi);
    stored.insert("apiKeys"_L1, withMember(stored.value("apiKeys"_L1).toArray(), 101, "revoked"_L1, true));
    stored.insert("roles"_L1, QJsonArray{u"Sales"_s});
    stored.insert("settings"_L1, withMember(stored.value("settings"_L1).toArray(), 203, "value"_L1, u"theirs"_s));
    stored.insert("somethingNew"_L1, QJsonObject{{u"a"_s, 1}});
    pair.service.setUser(mrossi, stored);
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save({{phone(), u"+39 2"_s}, {Path::setting(u"202"_s), u"mine"_s}});
    QVERIFY(saved.wait(timeoutMs));
    const QJsonObject now = pair.service.user(mrossi);
    QCOMPARE(memberOf(now.value("apiKeys"_L1).toArray(), 101, "revoked"_L1), QJsonValue(true));
    QCOMPARE(now.value("roles"_L1), QJsonValue(QJsonArray{u"Sales"_s}));
    QCOMPARE(memberOf(now.value("settings"_L1).toArray(), 203, "value"_L1), QJsonValue(u"theirs"_s));
    QCOMPARE(memberOf(now.value("settings"_L1).toArray(), 202, "value"_L1), QJsonValue(u"mine"_s));
    QCOMPARE(now.value("somethingNew"_L1), stored.value("somethingNew"_L1));
    QCOMPARE(now.value("phoneNumber"_L1), QJsonValue(u"+39 2"_s));
}

void MergeTest::theNotationAloneIsSaved_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    for (const QString &type : {u"String"_s, u"DateTime"_s}) {
        const auto row = [&type](const char *name, const QString &before, const QString &after) {
            QTest::addRow("%s, %s", qPrintable(type), name) << type << before << after;
        };
        row("with a zone", u"2024-03-01T08:00:00"_s, u"2024-03-01T08:00:00Z"_s);
        row("the fourth digit", u"2024-03-01T08:00:00.1234Z"_s, u"2024-03-01T08:00:00.1235Z"_s);
        row("a date as its midnight", u"2024-03-01"_s, u"2024-03-01T00:00:00"_s);
    }
    QTest::newRow("Double, with its zero") << u"Double"_s << u"2.5"_s << u"2.50"_s;
    QTest::newRow("Boolean, in a capital letter") << u"Boolean"_s << u"true"_s << u"True"_s;
}

// A setting is a text of whoever reads it: the same moment for us need not be the same for them.
void MergeTest::theNotationAloneIsSaved()
{
    QFETCH(const QString, type);
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    SessionFixture pair;
    QVERIFY(pair.signIn());
    holdSetting(pair, type, before);
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save({{Path::setting(u"202"_s), after, before}});
    QVERIFY(saved.wait(timeoutMs));
    const QJsonArray now = pair.service.user(mrossi).value("settings"_L1).toArray();
    QCOMPARE(memberOf(now, 202, "value"_L1), QJsonValue(after));
}

void MergeTest::aValueMeansWhatItsTypeSays_data()
{
    QTest::addColumn<QString>("type"); // of the setting; empty: the birth date
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QJsonValue>("other"); // of the service
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, const QString &type, const QJsonValue &value, const QJsonValue &other,
                        bool same) { QTest::newRow(name) << type << value << other << same; };
    row("another day at the same moment", {}, u"2000-01-02T00:00:00Z"_s, u"2000-01-01T19:00:00-05:00"_s, false);
    row("the same day at another moment", {}, u"2000-01-02T00:00:00Z"_s, u"2000-01-02T00:00:00+02:00"_s, true);
    row("not set", {}, QJsonValue::Null, u"0001-01-01T00:00:00"_s, true);
    row("not set, with a zone", {}, QJsonValue::Null, u"0001-01-01T00:00:00Z"_s, true);
    row("another day of a setting", u"Date"_s, u"2000-01-02"_s, u"2000-01-01T19:00:00-05:00"_s, false);
    row("other line ends", u"String"_s, u"one\ntwo"_s, u"one\r\ntwo"_s, true);
    row("other lines", u"String"_s, u"one\ntwo"_s, u"one two"_s, false);
    row("a number without its zero", u"Double"_s, u"2.50"_s, u"2.5"_s, true);
    row("a text without its zero", u"String"_s, u"2.50"_s, u"2.5"_s, false);
    row("the seventh digit of the second", u"DateTime"_s, u"2024-05-31T12:00:00.1230000Z"_s,
        u"2024-05-31T12:00:00.1230001Z"_s, false);
    row("a text of digits that comes back as a number", u"String"_s, u"1067"_s, 1067, true);
    row("a text that loses its zero as a number", u"String"_s, u"01067"_s, 1067, false);
    row("a whole number that comes back as one", u"Int32"_s, u"01067"_s, 1067, true);
    row("a number that comes back as one", u"Double"_s, u"2.50"_s, 2.5, true);
    row("a duration in full", u"TimeSpan"_s, u"1:30"_s, u"01:30:00"_s, true);
    row("a duration of a day", u"TimeSpan"_s, u"-1.0:00"_s, u"-P1D"_s, true);
    row("the longest duration", u"TimeSpan"_s, u"10675199.02:48:05.4775807"_s, u"P10675199DT2H48M5.4775807S"_s, true);
    row("the least duration", u"TimeSpan"_s, u"-10675199.02:48:05.4775808"_s, u"-P10675199DT2H48M5.4775808S"_s, true);
    row("durations that are too long", u"TimeSpan"_s, u"10675199.02:48:05.4775808"_s, u"P10675200D"_s, false);
    row("another duration", u"TimeSpan"_s, u"1:30"_s, u"00:01:30"_s, false);
    row("a duration of the other sign", u"TimeSpan"_s, u"1:30"_s, u"-01:30:00"_s, false);
    row("a time of day in full", u"TimeOnly"_s, u"07:30:00"_s, u"07:30:00.0000000"_s, true);
    row("another time of day", u"TimeOnly"_s, u"07:30:00"_s, u"07:30:00.0000001"_s, false);
    row("a colour in full", u"Color"_s, u"#36c"_s, u"#FF3366CC"_s, true);
    row("no colour", u"Color"_s, u"Rebecca"_s, u"Rebekka"_s, false);
    row("a named colour", u"Color"_s, u"cornflowerblue"_s, u"#6495ED"_s, true);
    row("another named colour", u"Color"_s, u"Peru"_s, u"#cd853f"_s, true);
    row("two names of a colour", u"Color"_s, u"dark grey"_s, u"DarkGray"_s, true);
    row("another colour of that name", u"Color"_s, u"Peru"_s, u"#cd8540"_s, false);
    row("no name", u"Color"_s, u"per"_s, u"#cd853f"_s, false);
    row("nothing to see", u"Color"_s, u"transparent"_s, u"#00000000"_s, true);
    row("a colour one can see through", u"Color"_s, u"#36c"_s, u"#803366CC"_s, false);
    row("an address in lower case", u"Url"_s, u"HTTPS://Example.com:443"_s, u"https://example.com/"_s, true);
    row("another path", u"Url"_s, u"https://example.com/A"_s, u"https://example.com/a"_s, false);
    row("an identifier in capitals", u"Guid"_s, u"6f9619ff-8b86-d011-b42d-00c04fc964ff"_s,
        u"{6F9619FF-8B86-D011-B42D-00C04FC964FF}"_s, true);
    row("an identifier without its marks", u"Guid"_s, u"(6f9619ff-8b86-d011-b42d-00c04fc964ff)"_s,
        u"6F9619FF8B86D011B42D00C04FC964FF"_s, true);
    row("what is no identifier", u"Guid"_s, u"6f96-none"_s, u"6F96none"_s, false);
    const auto json = [&row](const char *name, const QString &value, const QString &other, bool same) {
        row(name, u"Json"_s, value, other, same);
    };
    json("JSON in another order", uR"({"a":1,"b":{"c":"x","d":[]}})"_s, uR"({"b":{"d":[],"c":"x"},"a":1})"_s, true);
    json("JSON with other white space", uR"({"a":[1,2]})"_s, u"{\r\n  \"a\": [ 1, 2 ]\r\n}"_s, true);
    json("JSON with other escapes", uR"({"a":"é/"})"_s, uR"({"\u0061":"\u00e9\/"})"_s, true);
    json("JSON with the same numbers", uR"([1, 1.0, 100, -0, 2.50])"_s, uR"([1.0, 1, 1e2, 0, 2.5])"_s, true);
    json("JSON with another number", uR"({"a":1})"_s, uR"({"a":1.01})"_s, false);
    json("JSON with a number of too many digits", uR"([12345678901234567890])"_s, uR"([12345678901234567891])"_s,
         false);
    json("JSON with a huge number", uR"([1e400])"_s, uR"([10e399])"_s, true);
    json("JSON with another huge number", uR"([1e400])"_s, uR"([1e401])"_s, false);
    json("JSON with a huge number as a text", uR"([1e400])"_s, uR"(["1e400"])"_s, false);
    json("JSON with a number as a text", uR"({"a":1})"_s, uR"({"a":"1"})"_s, false);
    json("JSON with another text", uR"({"a":"x y"})"_s, uR"({"a":"x  y"})"_s, false);
    json("JSON with a mark in a text", uR"(["x"])"_s, u"[\"\uFEFFx\"]"_s, false);
    json("JSON with another member", uR"({"a":1})"_s, uR"({"a":1,"b":null})"_s, false);
    json("JSON in another order of a list", uR"([1,2])"_s, uR"([2,1])"_s, false);
    json("JSON that is one value", u"5"_s, u" 5.0 "_s, true);
    json("what is no JSON", u"{a: 1}"_s, u"{a:1}"_s, false);
    json("JSON and what is none", u"1"_s, u"1,1"_s, false);
    row("fewer digits of the second", u"DateTime"_s, u"2024-05-31T12:00:00.1230000Z"_s, u"2024-05-31T12:00:00.123Z"_s,
        true);
}

// Changed by somebody else from the one to the other, it is a conflict if they differ; answered for what was sent, it
// was not kept.
void MergeTest::aValueMeansWhatItsTypeSays()
{
    QFETCH(const QString, type);
    QFETCH(const QJsonValue, value);
    QFETCH(const QJsonValue, other);
    QFETCH(const bool, same);
    const Path path = type.isEmpty() ? Path::field(u"birthDate") : Path::setting(u"202"_s);
    SessionFixture pair;
    const auto store = [&](const QJsonValue &now) {
        QJsonObject stored = pair.service.user(mrossi);
        QJsonArray settings = stored.value("settings"_L1).toArray();
        if (type.isEmpty()) {
            stored.insert("birthDate"_L1, now);
        } else {
            settings = withMember(withMember(settings, 202, "type"_L1, type), 202, "value"_L1, now);
            stored.insert("settings"_L1, settings);
        }
        pair.service.setUser(mrossi, stored);
        return stored;
    };
    const QJsonValue edited = type == "Double"_L1 ? u"77"_s : u"1977-07-07T00:00:00Z"_s;
    store(value);
    QVERIFY(pair.signIn());
    store(other);
    QSignalSpy saved(&pair.session, &Session::saved);
    QSignalSpy conflicted(&pair.session, &Session::conflicted);
    pair.session.save({{path, edited, value}});
    COMPARE_EVENTUALLY(saved.size() + conflicted.size(), 1);
    QCOMPARE(conflicted.size(), same || other.isDouble() ? 0 : 1); // a number cannot be edited

    const QByteArray answer = QJsonDocument(store(other)).toJson();
    store(edited);
    saved.clear();
    pair.service.failNext({.method = "POST", .status = 200, .body = R"({"success":true,"user":)" + answer + '}'});
    pair.session.save({{path, value, edited}});
    QVERIFY(saved.wait(timeoutMs));
    QCOMPARE(saved.first().first().value<QList<Change>>().size(), same ? 0 : 1);
}

void MergeTest::aLostNotationIsNotTakenForSaved()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    const QString before = u"2024-03-01T08:00:00"_s;
    QJsonObject stored = pair.service.user(mrossi);
    stored.insert("settings"_L1, withMember(stored.value("settings"_L1).toArray(), 202, "value"_L1, before));
    pair.service.setUser(mrossi, stored);
    pair.service.failNext({.method = "POST", .status = 200, .body = R"({"success":true,"user":)"});
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save({{Path::setting(u"202"_s), u"2024-03-01T08:00:00Z"_s, before}});
    QVERIFY(saved.wait(timeoutMs));
    QCOMPARE(saved.first().first().value<QList<Change>>().size(), 1);
    QVERIFY(saved.first().at(1).value<std::optional<Error>>().has_value());
}

// Of a service that writes numbers its own way, and whose answer was lost.
void MergeTest::aValueInTheServicesNotationHasArrived()
{
    SessionFixture pair({}, {.secondLookMs = 20});
    holdSetting(pair, u"Double"_s, u"1"_s);
    QVERIFY(pair.signIn());
    pair.service.failNext({.method = "POST", .status = 502});
    pair.service.setRequestObserver([&pair](const LoggedRequest &request) {
        if (request.method == "POST")
            holdSetting(pair, u"Double"_s, u"2.5"_s);
    });
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save({{Path::setting(u"202"_s), u"2.50"_s, u"1"_s}});
    QVERIFY(saved.wait(timeoutMs));
    QVERIFY(saved.first().first().value<QList<Change>>().isEmpty());
    QCOMPARE(saved.first().at(2).value<Post>(), Post::Answered);
}

void MergeTest::whatIsThereInAnotherNotationIsNotPosted_data()
{
    QTest::addColumn<QString>("type"); // of the setting; empty: the birth date
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("value");
    QTest::newRow("a date") << QString() << u"1999-12-31"_s << u"1999-12-31T00:00:00Z"_s;
    QTest::newRow("a date in another zone") << QString() << u"1999-12-31T00:00:00-02:00"_s << u"1999-12-31T00:00:00Z"_s;
    QTest::newRow("a number") << u"Double"_s << u"2.5"_s << u"2.50"_s;
    QTest::newRow("lines") << u"String"_s << u"one\r\ntwo"_s << u"one\ntwo"_s;
}

// As a service writes it that has its own form of values, and whose answer was lost.
void MergeTest::whatIsThereInAnotherNotationIsNotPosted()
{
    QFETCH(const QString, type);
    QFETCH(const QString, now);
    QFETCH(const QString, value);
    SessionFixture pair;
    QVERIFY(pair.signIn());
    QJsonObject stored = pair.service.user(mrossi);
    const Path path = type.isEmpty() ? Path::field(u"birthDate") : Path::setting(u"202"_s);
    const QJsonValue before = type.isEmpty() ? stored.value("birthDate"_L1) : QJsonValue(u"1"_s);
    stored.insert("birthDate"_L1, now);
    if (type.isEmpty())
        pair.service.setUser(mrossi, stored);
    else
        holdSetting(pair, type, now);
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save({{path, value, before}});
    QVERIFY(saved.wait(timeoutMs));
    QVERIFY(saved.first().first().value<QList<Change>>().isEmpty());
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 0);
}

void MergeTest::whatWasNeverSentIsSomebodyElses_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::newRow("a name") << u"lastName"_s << u"O'Brien"_s << u"OBRIEN"_s;
    QTest::newRow("notes") << u"notes"_s << u"Do not call!"_s << u"Do. Not call"_s;
    QTest::newRow("an address") << u"email"_s << u"Anna.New@example.org"_s << u"anna.new@example.org"_s;
    QTest::newRow("a number") << u"mobile"_s << u"+39 06 555"_s << u"+3906555"_s;
    QTest::newRow("spaces") << u"city"_s << u"Bari  Vecchia"_s << u"Bari Vecchia"_s;
}

// However much it looks like a form of mine.
void MergeTest::whatWasNeverSentIsSomebodyElses()
{
    QFETCH(const QString, field);
    QFETCH(const QString, mine);
    QFETCH(const QString, theirs);
    SessionFixture pair;
    QVERIFY(pair.signIn());
    QJsonObject stored = pair.service.user(mrossi);
    const QJsonValue before = stored.value(field);
    stored.insert(field, theirs);
    pair.service.setUser(mrossi, stored);
    QSignalSpy saved(&pair.session, &Session::saved);
    QSignalSpy conflicted(&pair.session, &Session::conflicted);
    pair.session.save({{Path::field(field), mine, before}});
    COMPARE_EVENTUALLY(saved.size() + conflicted.size(), 1);
    QCOMPARE(conflicted.size(), 1);
    pair.session.save({{Path::field(field), mine, theirs}}); // mine, once asked
    QVERIFY(saved.wait(timeoutMs));
    QCOMPARE(pair.service.user(mrossi).value(field), QJsonValue(mine));
}

void MergeTest::aFormOfTheServicesIsKnownOnceSent_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<bool>("isMine");
    QTest::newRow("an address in lower case")
        << u"email"_s << u"Anna.New@example.org"_s << u"anna.new@example.org"_s << true;
    QTest::newRow("a name in capital letters") << u"lastName"_s << u"O'Brien"_s << u"OBRIEN"_s << false;
}

// Answered, or found by a read after a lost answer.
void MergeTest::aFormOfTheServicesIsKnownOnceSent()
{
    QFETCH(const QString, field);
    QFETCH(const QString, mine);
    QFETCH(const QString, stored);
    QFETCH(const bool, isMine);
    for (const int status : {204, 502}) {
        SessionFixture pair({}, {.secondLookMs = 20});
        QVERIFY(pair.signIn());
        pair.service.failNext({.method = "POST", .status = status});
        pair.service.setRequestObserver([&](const LoggedRequest &request) {
            QJsonObject user = pair.service.user(mrossi);
            user.insert(field, stored);
            if (request.method == "POST")
                pair.service.setUser(mrossi, user);
        });
        QSignalSpy saved(&pair.session, &Session::saved);
        pair.session.save({{Path::field(field), mine}});
        QVERIFY(saved.wait(timeoutMs));
        QVERIFY(pair.session.mayArrive());
        QCOMPARE(saved.first().first().value<QList<Change>>().isEmpty(), isMine);
    }
}

void MergeTest::aSaveIsKnownUnderNewIds_data()
{
    QTest::addColumn<int>("status"); // of the answer to the post; 0: it is the service's own
    QTest::addColumn<bool>("isBefore");
    QTest::newRow("new ids at the save") << 204 << false;
    QTest::newRow("new ids at the save, its answer lost") << 502 << false;
    QTest::newRow("new ids before the save") << 0 << true;
}

// Of a service that deletes and inserts its settings.
void MergeTest::aSaveIsKnownUnderNewIds()
{
    QFETCH(const int, status);
    QFETCH(const bool, isBefore);
    SessionFixture pair({}, {.secondLookMs = 20});
    QVERIFY(pair.signIn());
    const auto renumber = [&pair] {
        QJsonObject stored = pair.service.user(mrossi);
        QJsonArray settings;
        for (const QJsonArray old = stored.value("settings"_L1).toArray(); const QJsonValue &one : old) {
            QJsonObject renumbered = one.toObject();
            renumbered.insert("id"_L1, renumbered.value("id"_L1).toInteger() + 1000);
            settings.append(renumbered);
        }
        stored.insert("settings"_L1, settings);
        pair.service.setUser(mrossi, stored);
    };
    if (isBefore)
        renumber();
    if (status)
        pair.service.failNext({.method = "POST", .status = status, .carriedOut = true});
    pair.service.setRequestObserver([&](const LoggedRequest &request) {
        if (request.method == "POST" && !isBefore)
            renumber();
    });
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save({{Path::setting(u"202"_s), u"mine"_s}});
    QVERIFY(saved.wait(timeoutMs));
    QVERIFY(saved.first().first().value<QList<Change>>().isEmpty());
    QCOMPARE(saved.first().at(2).value<Post>(), Post::Answered);
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 1);
    QCOMPARE(pair.session.user().valueAt(Path::setting(u"1202"_s)), QJsonValue(u"mine"_s));
}

void MergeTest::aSettingThatIsGoneOrLockedIsNotSent_data()
{
    QTest::addColumn<QJsonObject>("now"); // what is different about it; nothing: it is gone
    QTest::newRow("gone") << QJsonObject();
    QTest::newRow("locked") << QJsonObject{{u"readOnly"_s, true}};
    QTest::newRow("locked in words") << QJsonObject{{u"readOnly"_s, u"True"_s}};
    QTest::newRow("locked by a number") << QJsonObject{{u"readOnly"_s, 1}};
    QTest::newRow("a number") << QJsonObject{{u"value"_s, 7}};
    QTest::newRow("an object") << QJsonObject{{u"value"_s, QJsonObject{{u"a"_s, 1}}}};
    QTest::newRow("its id stands twice") << QJsonObject{{u"id"_s, 203}};
    QTest::newRow("another one under its id") << QJsonObject{{u"name"_s, u"Something else"_s}};
    QTest::newRow("one of another category") << QJsonObject{{u"category"_s, u"Something else"_s}};
}

void MergeTest::aSettingThatIsGoneOrLockedIsNotSent()
{
    QFETCH(const QJsonObject, now);
    SessionFixture pair;
    QVERIFY(pair.signIn());
    QJsonObject stored = pair.service.user(mrossi);
    QJsonArray settings = stored.value("settings"_L1).toArray();
    if (now.isEmpty())
        settings.removeAt(1);
    for (auto it = now.begin(); it != now.end(); ++it)
        settings = withMember(settings, 202, it.key(), it.value());
    stored.insert("settings"_L1, settings);
    pair.service.setUser(mrossi, stored);
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save({{Path::setting(u"202"_s), u"mine"_s}});
    QVERIFY(saved.wait(timeoutMs));
    QCOMPARE(saved.first().first().value<QList<Change>>().size(), 1); // told, not sent
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 0);
}

void MergeTest::whatWasEnteredForAnotherTypeIsSentIfItFits_data()
{
    QTest::addColumn<QString>("type"); // which the service declares between the reading and the save
    QTest::addColumn<QString>("entered");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *type, const char *entered, bool fits) {
        QTest::addRow("%s: %s", type, entered) << QString::fromLatin1(type) << QString::fromLatin1(entered) << fits;
    };
    row("Int32", "hello", false);
    row("Int32", "5", true);
    row("Int32", "2147483648", false);
    row("UInt64", "18446744073709551615", true);
    row("UInt64", "-1", false);
    row("Int64", "-9223372036854775808", true);
    row("Int64", "-9223372036854775809", false);
    row("Double", "1e5", true);
    row("Decimal", "1,5", false);
    row("Boolean", "hello", false);
    row("Boolean", "no", true);
    row("Date", "hello", false);
    row("Date", "2024-02-30", false);
    row("DateTime", "2024-02-29T07:00:00Z", true);
    row("DateTime", "7:00", false);
    row("TimeOnly", "25:00", false);
    row("TimeSpan", "1.02:30:00", true);
    row("Guid", "hello", false);
    row("Guid", "6f9619ff8b86d011b42d00c04fc964ff", true);
    row("Guid", "6f9619ff-8b86d011b42d-00c04fc964ff-", false);
    row("Guid", "{6f9619ff-8b86-d011-b42d-00c04fc964ff", false);
    row("Guid", "{00000000-0000-0000-0000-000000000000}", true);
    row("Json", "hello", false);
    row("Json", "{\"a\":[1]}", true);
    row("Color", "hello", false);
    row("Color", "Tomato", true);
    row("Color", "Peru", true);
    row("Url", "hello", false);
    row("Url", "https://example.com", true);
    row("SomethingNew", "hello", true);
    row("Int32", "", true);
}

void MergeTest::whatWasEnteredForAnotherTypeIsSentIfItFits()
{
    QFETCH(const QString, type);
    QFETCH(const QString, entered);
    QFETCH(const bool, fits);
    SessionFixture pair;
    QVERIFY(pair.signIn());
    QJsonObject stored = pair.service.user(mrossi);
    stored.insert("settings"_L1, withMember(stored.value("settings"_L1).toArray(), 202, "type"_L1, type));
    pair.service.setUser(mrossi, stored);
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save({{Path::setting(u"202"_s), entered}});
    QVERIFY(saved.wait(timeoutMs));
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), fits ? 1 : 0);
    QCOMPARE(saved.first().first().value<QList<Change>>().size(), fits ? 0 : 1);
}

void MergeTest::aMemberThatIsNoTextAnyMoreIsNotSent_data()
{
    QTest::addColumn<QJsonValue>("now");
    QTest::newRow("object") << QJsonValue(QJsonObject{{u"html"_s, u"<b>"_s}});
    QTest::newRow("list") << QJsonValue(QJsonArray{u"a"_s, u"b"_s});
    QTest::newRow("number") << QJsonValue(5);
    QTest::newRow("boolean") << QJsonValue(true);
}

// A text in its place would take away what a form cannot show.
void MergeTest::aMemberThatIsNoTextAnyMoreIsNotSent()
{
    QFETCH(const QJsonValue, now);
    SessionFixture pair({.replaceOnUpdate = true, .storeEverything = true});
    QVERIFY(pair.signIn());
    QJsonObject stored = pair.service.user(mrossi);
    stored.insert("notes"_L1, now);
    pair.service.setUser(mrossi, stored);
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save({{Path::field(u"notes"), u"mine"_s}});
    QVERIFY(saved.wait(timeoutMs));
    QCOMPARE(saved.first().first().value<QList<Change>>().size(), 1); // told, not sent
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 0);
}

void MergeTest::settingsLeftOutOfTheFreshReadAreNotSent()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.service.setOptions({.omitNestedLists = true});
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save({{Path::setting(u"202"_s), u"mine"_s}, {phone(), u"+39 2"_s}});
    QVERIFY(saved.wait(timeoutMs));
    const auto notKept = saved.first().first().value<QList<Change>>();
    QCOMPARE(notKept.size(), 1);
    QVERIFY(notKept.first().path.isSetting());
    QVERIFY(!pair.service.requests().last().json().value("user"_L1).toObject().contains("settings"_L1));
    QCOMPARE(pair.service.user(mrossi).value("phoneNumber"_L1), QJsonValue(u"+39 2"_s));
    QVERIFY(pair.service.user(mrossi).value("settings"_L1).toArray().size() >= 12);
}

void MergeTest::aLostAnswerIsLookedUp_data()
{
    QTest::addColumn<bool>("carriedOut");
    QTest::addColumn<bool>("readable");
    QTest::newRow("it arrived") << true << true;
    QTest::newRow("it did not arrive") << false << true;
    QTest::newRow("nobody knows") << true << false;
}

void MergeTest::aLostAnswerIsLookedUp()
{
    QFETCH(const bool, carriedOut);
    QFETCH(const bool, readable);
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.service.failNext(
        {.method = "POST", .status = 200, .body = R"({"success":true,"user":)", .carriedOut = carriedOut});
    pair.service.setRequestObserver([&pair, readable](const LoggedRequest &request) {
        if (request.method == "POST" && !readable)
            pair.service.failNext({.method = "GET", .status = 502});
    });
    QSignalSpy saved(&pair.session, &Session::saved);
    QSignalSpy failed(&pair.session, &Session::saveFailed);
    pair.session.save({{phone(), u"+39 2"_s}});
    VERIFY_EVENTUALLY(saved.size() + failed.size() == 1);
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 1);
    if (!readable) {
        QCOMPARE(errorOf(failed).kind, Kind::OutcomeUnknown);
        pair.service.setRequestObserver({});
        pair.session.save({{phone(), u"+39 2"_s}}); // the user tries again: it is found done
        QVERIFY(saved.wait(timeoutMs));
        QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 1);
        return;
    }
    QCOMPARE(saved.first().first().value<QList<Change>>().size(), carriedOut ? 0 : 1);
    QVERIFY(saved.first().at(1).value<std::optional<Error>>().has_value());
}

void MergeTest::anEndedSessionSavesOnceAfterSigningIn_data()
{
    QTest::addColumn<QByteArray>("endsAt");
    for (const char *step : {"typing", "read before", "post", "read after"})
        QTest::newRow(step) << QByteArray(step);
}

void MergeTest::anEndedSessionSavesOnceAfterSigningIn()
{
    QFETCH(const QByteArray, endsAt);
    SessionFixture pair({.updateAnswersUser = false});
    QVERIFY(pair.signIn());
    pair.service.clearRequests();
    const QList<Change> changes{{phone(), u"+39 2"_s, pair.session.user().document().value("phoneNumber"_L1)}};
    if (endsAt == "typing" || endsAt == "read before")
        pair.service.expireTokens();
    bool expired = false;
    pair.service.setRequestObserver([&](const LoggedRequest &request) {
        const bool now =
            endsAt == "post" ? request.method == "GET" : endsAt == "read after" && request.method == "POST";
        if (now && !std::exchange(expired, true))
            pair.service.expireTokens();
    });
    QSignalSpy failed(&pair.session, &Session::saveFailed);
    if (endsAt == "typing") {
        pair.session.reload();
        COMPARE_EVENTUALLY(pair.session.state(), State::Expired);
    } else {
        pair.session.save(changes);
        QVERIFY(failed.wait(timeoutMs));
        QCOMPARE(errorOf(failed).kind, Kind::SessionExpired);
    }
    QCOMPARE(pair.session.state(), State::Expired);
    QVERIFY(pair.session.hasUser());
    QVERIFY(pair.signIn());
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save(changes);
    QVERIFY(saved.wait(timeoutMs));
    QVERIFY(saved.first().first().value<QList<Change>>().isEmpty());
    QCOMPARE(pair.service.user(mrossi).value("phoneNumber"_L1), QJsonValue(u"+39 2"_s));
    int done = 0;
    const auto requests = pair.service.requests();
    for (const LoggedRequest &request : requests)
        done += request.method == "POST" && request.pathWithoutQuery() == "/v1/auth/user" && request.status == 200;
    QCOMPARE(done, 1);
}

void MergeTest::whatQtCannotHoldGoesBackAsItCame()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    const QByteArray id = pair.session.user().id().toUtf8();
    const QByteArray before = "{ \"id\":\"" + id + R"(","n":18446744073709551615, "x":{"y":1.0,"y":2},"phoneNumber":)";
    pair.service.failNext(
        {.method = "GET", .status = 200, .body = R"({"success":true,"user":)" + before + R"("+39 1"}})", .times = 1});
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save({{phone(), u"+39 2"_s, QJsonValue(u"+39 1"_s)}});
    QVERIFY(saved.wait(timeoutMs));
    const auto requests = pair.service.requests();
    const auto post = std::find_if(requests.begin(), requests.end(), [](const LoggedRequest &request) {
        return request.method == "POST" && request.pathWithoutQuery() == "/v1/auth/user";
    });
    QVERIFY(post != requests.end());
    QCOMPARE(post->body, R"({"user":)" + before + R"("+39 2"}})");
}

void MergeTest::thePostFollowsTheReadAtOnce()
{
    SessionFixture pair({.latencyMs = 200, .generatedKeys = 200});
    QVERIFY(pair.signIn());
    QElapsedTimer clock;
    std::atomic<qint64> answered = 0;
    std::atomic<qint64> posted = 0;
    pair.service.setRequestObserver([&](const LoggedRequest &request) { // just before the answer is sent
        (request.method == "GET" ? answered : posted) = clock.elapsed();
    });
    QSignalSpy saved(&pair.session, &Session::saved);
    clock.start();
    pair.session.save({{phone(), u"+39 2"_s}});
    QVERIFY(saved.wait(timeoutMs));
    // Each answer waits as long as the other: what is more was spent between the two.
    qInfo("read answered after %lld ms, post %lld ms later", answered.load(), posted - answered);
    QVERIFY(posted - answered < 2 * answered);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::MergeTest)
#include "tst_merge.moc"
