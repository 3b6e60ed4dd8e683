// The user's document: what was not edited goes back exactly as it came.

#include "core/document/arrival.h"
#include "core/document/change.h"
#include "core/document/jsontext.h"
#include "core/document/merge.h"
#include "core/document/user.h"
#include "core/document/userfields.h"
#include "core/http/classify.h"
#include "tests/core/document/documents.h"
#include "tests/core/support.h"
#include "tests/service/contract.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class UserDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyEditedPlacesDiffer();
    void withoutChangesNothingDiffers();
    void changesAreLaidOverInOrder();
    void aSettingIsFoundByItsIdInAnyNotation();
    void aSettingIsNeverInvented();
    void anIdThatStandsTwiceIsNobodys();
    void aFormerSettingIsNoneThatIsThere();
    void whatTheAnswerDoesNotShowWasNotKept_data();
    void whatTheAnswerDoesNotShowWasNotKept();
    void pathsAreOrdered();
    void aUserNeedsAnId_data();
    void aUserNeedsAnId();
    void aLongIdStillTellsUsersApart();
    void theDisplayNameIsTheBestThereIs_data();
    void theDisplayNameIsTheBestThereIs();
    void listsThatAreLeftOutAreNotEmpty();
    void everyMemberOfTheContractHasOneRow();
    void everyRowHasALabelAndAGroup();
};

void UserDocumentTest::onlyEditedPlacesDiffer()
{
    Documents documents(20240531);
    int found = 0;
    const int users = rounds(1000, 10'000);
    for (int i = 0; i < users; ++i) {
        const QJsonObject before = documents.user();
        QList<Change> changes;
        QHash<QString, Change> last; // by place
        for (int n = documents.below(4); n > 0; --n) {
            changes.append(documents.change(before));
            if (const QString place = placeOf(before, changes.last().path); !place.isEmpty())
                last.insert(place, changes.last());
        }
        QSet<QString> expected;
        for (auto it = last.constBegin(); it != last.constEnd(); ++it) {
            if (User(before).valueAt(it->path) != it->value)
                expected << it.key();
        }
        // As it is sent and read again: what the wire would lose counts too.
        const QByteArray wire = QJsonDocument(withChanges(before, changes)).toJson(QJsonDocument::Compact);
        const QJsonObject sent = QJsonDocument::fromJson(wire).object();
        QCOMPARE(differences(before, sent), expected);
        QVERIFY(changesNotIn(User(sent), last.values()).isEmpty());
        found += static_cast<int>(expected.size());
    }
    QVERIFY(found > users / 2); // that there was something to find
}

void UserDocumentTest::withoutChangesNothingDiffers()
{
    const QByteArray text =
        R"({"a":1.0,"b":9007199254740993,"c":null,"d":"2019-08-24T14:15:22.1234567Z","e":[],"f":{"g":[{"h":""}]}})";
    QCOMPARE(withChanges(object(text), {}), object(text));
    QCOMPARE(QJsonDocument(withChanges(object(text), {})).toJson(QJsonDocument::Compact),
             QJsonDocument::fromJson(text).toJson(QJsonDocument::Compact));
}

void UserDocumentTest::changesAreLaidOverInOrder()
{
    const QJsonObject changed =
        withChanges(object(R"({"id":"7","city":"Roma"})"), {{Path::field(u"city"), u"Bari"_s},
                                                            {Path::field(u"city"), u"Pisa"_s},
                                                            {Path::field(u"birthDate"), QJsonValue::Null},
                                                            {Path::field(u"notes"), u""_s}});
    QCOMPARE(changed, object(R"({"id":"7","city":"Pisa","birthDate":null,"notes":""})"));
}

void UserDocumentTest::aSettingIsFoundByItsIdInAnyNotation()
{
    const QJsonObject document = object(R"({"settings":[{"id":9007199254740993,"value":"a"},{"id":"x"},{"id":"12"}]})");
    QCOMPARE(User(document).valueAt(Path::setting(u"9007199254740993"_s)), QJsonValue(u"a"_s));
    QVERIFY(User(document).valueAt(Path::setting(u"x"_s)).isUndefined());
    const QJsonObject changed =
        withChanges(document, {{Path::setting(u"12"_s), u"b"_s}, {Path::setting(u"x"_s), u"c"_s}});
    QCOMPARE(
        changed,
        object(R"({"settings":[{"id":9007199254740993,"value":"a"},{"id":"x","value":"c"},{"id":"12","value":"b"}]})"));
}

void UserDocumentTest::aSettingIsNeverInvented()
{
    const QList<Change> changes{{Path::setting(u"5"_s), u"a"_s}};
    for (const char *text : {"{}", R"({"settings":[]})", R"({"settings":null})", R"({"settings":[{"id":6}]})",
                             R"({"settings":[null,"5",[5]]})"}) {
        QCOMPARE(withChanges(object(text), changes), object(text));
        QCOMPARE(changesNotIn(User(object(text)), changes).size(), 1);
    }
}

void UserDocumentTest::anIdThatStandsTwiceIsNobodys()
{
    const QJsonObject document = object(R"({"settings":[{"id":5,"value":"a"},{"id":"5","value":"b"}]})");
    QVERIFY(User(document).valueAt(Path::setting(u"5"_s)).isUndefined());
    QCOMPARE(withChanges(document, {{Path::setting(u"5"_s), u"c"_s}}), document);
}

// Neither the one that has its id now, nor one whose id is made like its name.
void UserDocumentTest::aFormerSettingIsNoneThatIsThere()
{
    const QJsonObject document = object(R"({"id":"7","settings":[
        {"id":5,"name":"New","value":"x","readOnly":false},
        {"id":"5\u001f\n\nOld","name":"Old","value":"y","readOnly":false}]})");
    const User user(document);
    const Path former = Path::formerSetting(u"5"_s, u"\n\nOld"_s);
    const Change change{former, u"z"_s};
    QVERIFY(user.canSetSetting(u"5"_s) && user.canSetSetting(u"5\u001f\n\nOld"_s));
    QVERIFY(user.valueAt(former).isUndefined());
    QVERIFY(!user.settingAt(former));
    QVERIFY(!user.settingNameAt(former));
    QVERIFY(isGone(change, user));
    QVERIFY(!canBeSet(change, user));
    QCOMPARE(withChanges(document, {change}), document);
}

void UserDocumentTest::whatTheAnswerDoesNotShowWasNotKept_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("notKept");
    QTest::newRow("all kept")
        << QByteArray(R"({"city":"Bari","birthDate":"1999-12-31T00:00:00","settings":[{"id":"5","value":""}]})") << 0;
    QTest::newRow("defaults left out")
        << QByteArray(R"({"city":"Bari","birthDate":"1999-12-31T00:00:00Z","settings":[{"id":5}]})") << 0;
    QTest::newRow("one ignored") << QByteArray(
                                        R"({"city":"Roma","birthDate":"1999-12-31T00:00:00Z","settings":[{"id":5}]})")
                                 << 1;
    QTest::newRow("cleared") << QByteArray(R"({"birthDate":null,"settings":[{"id":5}]})") << 2;
    QTest::newRow("setting kept its value")
        << QByteArray(R"({"city":"Bari","birthDate":"1999-12-31T00:00:00Z","settings":[{"id":5,"value":"a"}]})") << 1;
    QTest::newRow("another day at the same moment")
        << QByteArray(R"({"city":"Bari","birthDate":"1999-12-30T22:00:00-02:00","settings":[{"id":5}]})") << 1;
    QTest::newRow("the same day at another moment")
        << QByteArray(R"({"city":"Bari","birthDate":"1999-12-31T00:00:00-02:00","settings":[{"id":5}]})") << 0;
    QTest::newRow("in other letters") << QByteArray(R"({"city":"BARI","birthDate":"1999-12-31T00:00:00Z"})") << 2;
    QTest::newRow("nothing") << QByteArray("{}") << 3; // a setting that is not there has not been cleared
}

void UserDocumentTest::whatTheAnswerDoesNotShowWasNotKept()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const int, notKept);
    const QList<Change> changes{{Path::field(u"city"), u"Bari"_s},
                                {Path::field(u"birthDate"), u"1999-12-31T00:00:00Z"_s},
                                {Path::setting(u"5"_s), u""_s}};
    QCOMPARE(changesNotIn(User(object(answer)), changes).size(), notKept);
}

void UserDocumentTest::pathsAreOrdered()
{
    QVERIFY(Path::field(u"a") < Path::field(u"b"));
    QVERIFY(Path::setting(u"1"_s) < Path::setting(u"2"_s));
    QVERIFY(Path::setting(u"1"_s) < Path::field(u"a"));
    QVERIFY(Path::field(u"a") == Path::field(u"a"));
    QVERIFY(Path::field(u"1") != Path::setting(u"1"_s));
    QVERIFY(Path::setting(u"1"_s).isSetting() && !Path::field(u"a").isSetting());
}

void UserDocumentTest::aUserNeedsAnId_data()
{
    QTest::addColumn<QByteArray>("envelope");
    QTest::addColumn<QString>("id");
    QTest::newRow("text") << QByteArray(R"({"user":{"id":"7f0c"}})") << u"7f0c"_s;
    QTest::newRow("number") << QByteArray(R"({"user":{"id":9007199254740993}})") << u"9007199254740993"_s;
    QTest::newRow("missing") << QByteArray("{}") << u""_s;
    QTest::newRow("null") << QByteArray(R"({"user":null})") << u""_s;
    QTest::newRow("list") << QByteArray(R"({"user":[{"id":"7"}]})") << u""_s;
    QTest::newRow("empty") << QByteArray(R"({"user":{}})") << u""_s;
    QTest::newRow("empty id") << QByteArray(R"({"user":{"id":""}})") << u""_s;
    QTest::newRow("null id") << QByteArray(R"({"user":{"id":null}})") << u""_s;
    QTest::newRow("object as id") << QByteArray(R"({"user":{"id":{}}})") << u""_s;
}

void UserDocumentTest::aUserNeedsAnId()
{
    QFETCH(const QByteArray, envelope);
    QFETCH(const QString, id);
    const auto user = User::fromAnswer(object(envelope), {});
    if (id.isEmpty()) {
        COMPARE_ERROR(user, Error::Kind::NotTheService);
        return;
    }
    VERIFY_OK(user);
    QCOMPARE(user.value().id(), id);
    QCOMPARE(user.value().document(), object(envelope).value("user"_L1).toObject());
}

// It is stored with the account, and compared at each answer.
void UserDocumentTest::aLongIdStillTellsUsersApart()
{
    const auto idOf = [](const QString &id) {
        return User::fromAnswer({{u"user"_s, QJsonObject{{u"id"_s, id}}}}, {}).value().id();
    };
    const QString longId(1'200'000, u'x');
    QCOMPARE(idOf(QString(1000, u'x')), QString(1000, u'x'));
    QVERIFY(idOf(longId).size() <= 1000);
    QCOMPARE(idOf(longId), idOf(longId));
    QVERIFY(idOf(longId) != idOf(longId.chopped(1) + u'y'));
    QVERIFY(idOf(longId.chopped(1) + QChar(0xD800)) != idOf(longId.chopped(1) + QChar(0xD801)));
}

void UserDocumentTest::theDisplayNameIsTheBestThereIs_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("name");
    QTest::newRow("both names") << QByteArray(R"({"firstName":"Maria","lastName":"Rossi","userName":"m"})")
                                << u"Maria Rossi"_s;
    QTest::newRow("last name") << QByteArray(R"({"firstName":null,"lastName":" Rossi "})") << u"Rossi"_s;
    QTest::newRow("user name") << QByteArray(R"({"firstName":" ","userName":"m","email":"e"})") << u"m"_s;
    QTest::newRow("e-mail") << QByteArray(R"({"email":"e@x","id":"7"})") << u"e@x"_s;
    QTest::newRow("id") << QByteArray(R"({"id":7})") << u"7"_s;
}

void UserDocumentTest::theDisplayNameIsTheBestThereIs()
{
    QFETCH(const QByteArray, user);
    QFETCH(const QString, name);
    QCOMPARE(User(object(user)).displayName(), name);
}

void UserDocumentTest::listsThatAreLeftOutAreNotEmpty()
{
    const User left(object(R"({"id":"7","apiKeys":null})"));
    QVERIFY(!left.hasApiKeys() && !left.hasSettings() && left.apiKeys().isEmpty() && left.settings().isEmpty());
    const User there(object(R"({"id":"7","apiKeys":[],"settings":[{"id":1},null],"roles":["a",5]})"));
    QVERIFY(there.hasApiKeys() && there.hasSettings() && there.apiKeys().isEmpty());
    QCOMPARE(there.settings().size(), 1);
    QVERIFY(User().isEmpty() && !there.isEmpty());
}

void UserDocumentTest::everyMemberOfTheContractHasOneRow()
{
    QSet<QString> known;
    for (const UserField &field : userFields()) {
        QVERIFY2(!known.contains(field.key.toString()), field.key.data());
        known << field.key.toString();
        QCOMPARE(userField(field.key.toString()), &field);
        if (field.companion.isEmpty())
            continue;
        QVERIFY2(!known.contains(field.companion.toString()), field.companion.data());
        known << field.companion.toString();
        QCOMPARE(userField(field.companion.toString()), &field);
    }
    QSet<QString> contract;
    for (const Member &member : userMembers())
        contract << member.name.toString();
    QCOMPARE(known + QSet<QString>({u"apiKeys"_s, u"settings"_s}), contract);
    QVERIFY(!userField(u"apiKeys") && !userField(u"unknown") && !userField(u""));
}

void UserDocumentTest::everyRowHasALabelAndAGroup()
{
    QSet<QString> labels;
    for (const UserField &field : userFields()) {
        QVERIFY2(!fieldLabel(field).isEmpty() && !labels.contains(fieldLabel(field)), field.key.data());
        labels << fieldLabel(field);
        QVERIFY(!groupLabel(field.group).isEmpty());
        // What the service keeps to itself, and what cannot be typed, is not edited.
        const bool owned = std::any_of(userMembers().begin(), userMembers().end(),
                                       [&](const Member &m) { return m.name == field.key && m.owned; });
        QVERIFY2(!(owned && field.editable), field.key.data());
    }
    QVERIFY(!userField(u"lastDismissMessages")->editable);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::UserDocumentTest)
#include "tst_userdocument.moc"
