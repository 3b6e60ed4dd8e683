// What was received goes back byte for byte but for what was edited, and what would change is known.

#include "core/base/json.h"
#include "core/base/jsonmember.h"
#include "core/document/exactnumber.h"
#include "core/document/user.h"
#include "tests/core/document/hostileuser.h"
#include "tests/core/support.h"
#include "tests/support/sanitized.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <ctime>
#include <limits>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

User received(const QByteArray &user)
{
    const QByteArray envelope = " {\"success\" : true, \"user\":" + user + ",\"message\":\"}\"}";
    const JsonSource source{Secret(envelope)};
    const auto read = User::fromAnswer(parseJson(envelope).object(), source.objectAt(source.value(u"user"_s)));
    return read ? read.value() : User();
}

QByteArray sent(const User &user)
{
    return user.bytes().expose().toByteArray();
}

} // namespace

class ExactBytesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSaveSendsTheBytesThatCame();
    void listsAreTheSameOnlyByTheirText();
    void whatIsReadAgainIsSharedWhereItIsTheSame();
    void theTreeOfSettingsIsSharedWhereItIsTheSame_data();
    void theTreeOfSettingsIsSharedWhereItIsTheSame();
    void keysStayWhenTheirDocumentIsGone();
    void everyKeyInTheBytesIsKnown();
    void theBodyOfASaveIsInMemoryOnce();
    void aMemberReadAloneIsAsInTheWhole();
    void keysTakeLessMemoryThanQtsReaderMakesOfThem();
    void onlyTheEditedBytesDiffer_data();
    void onlyTheEditedBytesDiffer();
    void hostileUsersGoBackByteForByte();
    void whatWouldChangeIsLocked_data();
    void whatWouldChangeIsLocked();
    void aNumberThatNoTypeHoldsIsReadAsItsDigits();
    void numbersThatSurvive_data();
    void numbersThatSurvive();
    void numbersAreComparedByValue_data();
    void numbersAreComparedByValue();
    void aSaveOfManyKeysIsNoSlowerThanWritingTheDocument();
};

void ExactBytesTest::aSaveSendsTheBytesThatCame()
{
    const QByteArray user = "{ \"id\" :\"7\",\"n\":1.0, \"n\":18446744073709551615,\"\\u0061\":\"\\/\" }";
    QCOMPARE(sent(received(user)), user);
    QCOMPARE(sent(received(user).with({})), user);
    QCOMPARE(sent(User(QJsonObject{{u"id"_s, u"7"_s}})), QByteArray(R"({"id":"7"})")); // not received: as Qt writes it
}

void ExactBytesTest::listsAreTheSameOnlyByTheirText()
{
    const QString settings = u"settings"_s;
    const User user = received(R"({"id":"7","settings":[{"id":1}]})");
    QVERIFY(user.hasSameList(settings, user));
    QVERIFY(user.hasSameList(settings, received(R"({"city":"Roma", "settings" : [{"id":1}], "id":"7"})")));
    for (const char *other :
         {R"({"id":"7","settings":[{"id":2}]})", R"({"id":"7","settings":[{"id": 1}]})", R"({"id":"7","settings":[]})",
          R"({"id":"7"})", R"({"id":"7","settings":[{"id":1}],"settings":[{"id":1}]})"}) {
        QVERIFY2(!user.hasSameList(settings, received(other)), other);
        QVERIFY2(!received(other).hasSameList(settings, user), other);
    }
    QVERIFY(!User(user.document()).hasSameList(settings, user)); // not received
    QVERIFY(!User().hasSameList(settings, User()));
}

void ExactBytesTest::whatIsReadAgainIsSharedWhereItIsTheSame()
{
    const QByteArray keys = R"("apiKeys":[{"id":1,"name":"a","key":"lk_0123456789abcdef"}])";
    const QByteArray settings = R"("settings":[{"id":1,"value":12345678901234567890}])";
    const QByteArray first = R"({"id":"7","city":"Roma",)" + keys + ',' + settings + '}';
    const User last = received(first);
    last.prepare();

    User again = received(first);
    QVERIFY(again.apiKeys().constData() != last.apiKeys().constData());
    again.shareWith(last);
    QCOMPARE(again.apiKeys().constData(), last.apiKeys().constData());
    QCOMPARE(again.document(), last.document());

    for (const QByteArray &user : {
             R"({"id":"7",)" + settings + ',' + keys + R"(,"city":"Bari"})",
             R"({"id":"7","city":"Bari",)" + keys + R"(,"settings":[{"id":1,"value":"b"}]})",
             R"({"id":"7","city":"Bari","apiKeys":[{"id":2,"key":"lk_other"}],)" + settings + '}',
             QByteArray(R"({"id":"7"})"),
         }) {
        const User asRead = received(user);
        User shared = received(user);
        shared.shareWith(last);
        shared.prepare();
        QCOMPARE(shared.document(), asRead.document());
        QCOMPARE(sent(shared), user);
        QCOMPARE(shared.apiKeys(), asRead.apiKeys());
        QCOMPARE(shared.knownKeys(), asRead.knownKeys());
        QCOMPARE(shared.knownSettings(), asRead.knownSettings());
        QCOMPARE(shared.apiKeys().constData() == last.apiKeys().constData(), user.contains(keys));
        QVERIFY(shared.settingNodes().hasNodesOf(last.settingNodes()) || !shared.hasSettings());
        const Setting *own = shared.settingNodes().setting(u"1"_s);
        const Setting *read = asRead.settingNodes().setting(u"1"_s);
        QCOMPARE(own ? own->value() : QString(), read ? read->value() : QString());
        const Change change{Path::setting(u"1"_s), u"c"_s, {}};
        QCOMPARE(sent(shared.with({change})), sent(asRead.with({change})));
    }
}

void ExactBytesTest::theTreeOfSettingsIsSharedWhereItIsTheSame_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("other values") << QByteArray(R"({"id":1,"name":"a","value":"x"},{"id":2,"name":"b"})") << true;
    QTest::newRow("another order") << QByteArray(R"({"id":2,"name":"b","value":"x"},{"id":1,"name":"a"})") << true;
    QTest::newRow("another name") << QByteArray(R"({"id":1,"name":"a"},{"id":2,"name":"c"})") << false;
    QTest::newRow("another id") << QByteArray(R"({"id":1,"name":"a"},{"id":3,"name":"b"})") << false;
    QTest::newRow("one more") << QByteArray(R"({"id":1,"name":"a"},{"id":2,"name":"b"},{"id":3})") << false;
    QTest::newRow("one twice") << QByteArray(R"({"id":1,"name":"a"},{"id":1,"name":"a"})") << false;
}

void ExactBytesTest::theTreeOfSettingsIsSharedWhereItIsTheSame()
{
    QFETCH(const QByteArray, settings);
    QFETCH(const bool, isSame);
    const User last = received(R"({"id":"7","settings":[{"id":1,"name":"a"},{"id":2,"name":"b"}]})");
    last.prepare();
    User next = received(R"({"id":"7","settings":[)" + settings + "]}");
    next.shareWith(last);
    QCOMPARE(next.settingNodes().hasNodesOf(last.settingNodes()), isSame);
    QCOMPARE(next.settingNodes().count(), next.settings().size());
    for (const Setting &setting : next.settings()) {
        const SettingNode *node = next.settingNodes().find(setting.id());
        QCOMPARE(node->name, setting.name());
        QCOMPARE(next.settingNodes().settingOf(*node).value(), setting.value());
    }
}

void ExactBytesTest::keysStayWhenTheirDocumentIsGone()
{
    const QByteArray keys =
        R"("apiKeys" : { "$values":[ {"id":1,"name":"\u0061","key":"lk_0123","name":"b"}, {"$ref":"1"} ]})";
    User user = received(R"({"id":"7","city":"Roma",)" + keys + '}');
    user.prepare();
    const QList<ApiKey> before = user.apiKeys();
    for (const char *city : {"Bari", "Reggio nell’Emilia", "Ivrea"}) {
        User next = received("{\"city\":\"" + QByteArray(city) + "\"," + keys + R"(,"id":"7"})");
        next.shareWith(user);
        user = std::move(next);
        user.prepare();
    }
    const User changed = user.with({{Path::field(u"city"), u"Asti"_s}});
    user = {};
    for (const QList<ApiKey> &all : {before, changed.apiKeys()}) {
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.constFirst().id(), u"1"_s);
        QCOMPARE(all.constFirst().name(), u"b"_s);
        QVERIFY(all.constFirst().key() == Secret::fromText(u"lk_0123"));
        QCOMPARE(all.constFirst().doubledMember(), u"name"_s);
    }
    QCOMPARE(changed.keyEntries(), 2);
    QCOMPARE(changed.document().value("city"_L1), QJsonValue(u"Asti"_s));
    QCOMPARE(changed.document().value("apiKeys"_L1).toArray().size(), 2);
    QVERIFY(changed.with({{Path::field(u"apiKeys"), u"none"_s}}).apiKeys().isEmpty());
}

// A service may mean any of them.
void ExactBytesTest::everyKeyInTheBytesIsKnown()
{
    const User user =
        received(R"({"id":"7","apiKeys":[{"id":1,"key":"lk_first_9fQ2","Key":"lk_capital_7dW3",)"
                 R"("clientsecret":"cs_small_5tR8","\u006bey":"lk_escaped_4nM6","key":"lk_last_2bV1"}]})");
    for (const auto &text :
         {u"lk_first_9fQ2"_s, u"lk_capital_7dW3"_s, u"cs_small_5tR8"_s, u"lk_escaped_4nM6"_s, u"lk_last_2bV1"_s})
        QVERIFY2(!user.knownKeys().redacted(u"see "_s + text).contains(text), qPrintable(text));
    QVERIFY(user.apiKeys().constFirst().key() == Secret::fromText(u"lk_last_2bV1"));
}

void ExactBytesTest::theBodyOfASaveIsInMemoryOnce()
{
    const QByteArray user = R"({"id":"7", "city":"Roma"})";
    QCOMPARE(received(user).body().expose().toByteArray(), "{\"user\":" + user + '}');
    QCOMPARE(User(QJsonObject{{u"id"_s, u"7"_s}}).body().expose().toByteArray(), QByteArray(R"({"user":{"id":"7"}})"));
    const User changed = received(user).with({{Path::field(u"city"), u"Bari"_s}});
    const Secret body = changed.body();
    QCOMPARE(body.expose().toByteArray(), QByteArray(R"({"user":{"id":"7", "city":"Bari"}})"));
    QVERIFY(changed.body().expose().data() == body.expose().data());
    QCOMPARE(sent(changed), QByteArray(R"({"id":"7", "city":"Bari"})"));
}

void ExactBytesTest::aMemberReadAloneIsAsInTheWhole()
{
    QRandomGenerator random(20261130);
    qsizetype members = 0;
    for (int i = 0; i < 500; ++i) {
        const QByteArray text = HostileUser(random).bytes().trimmed();
        const QJsonObject whole = parseJson(text).object();
        const QStringList names = whole.keys() << u"none"_s;
        for (const QString &name : names) {
            const QByteArray latin = name.toLatin1();
            if (QString::fromLatin1(latin) != name)
                continue;
            ++members;
            if (jsonMember(text, QLatin1StringView(latin)) != whole.value(name))
                QFAIL((latin + " in " + text).constData());
        }
    }
    QVERIFY(members > 2500);
}

// Nor are they kept once more when the rest of the document has changed.
void ExactBytesTest::keysTakeLessMemoryThanQtsReaderMakesOfThem()
{
#if defined(__GLIBC__) && !defined(LANYARD_SANITIZED)
    QByteArray keys;
    for (int i = 0; i < 5000; ++i)
        keys += (i > 0 ? "," : "") + QByteArray(R"({"id":%1,"name":"Build agent %1","key":"lk_%1_8f2c1d3b7a905e64",)"
                                                R"("createdDate":"2024-05-31T12:00:00.1234567Z","revoked":false,)"
                                                R"("expireDate":"2031-05-31T12:00:00Z","ownerId":"7","permissions":3,)"
                                                R"("description":"Signs the installers of one production line"})")
                                         .replace("%1", QByteArray::number(i));
    const QByteArray rest = R"(,"apiKeys":[)" + keys + "]}";
    const QByteArray bytes = R"({"id":"7")" + rest;
    const auto inUse = [] {
        const auto heap = mallinfo2();
        return static_cast<qint64>(heap.uordblks + heap.hblkhd);
    };
    qint64 before = inUse();
    std::optional<QJsonDocument> tree = parseJson(bytes);
    const qint64 byQt = inUse() - before;
    tree.reset();
    before = inUse();
    User user = received(bytes);
    user.prepare();
    const qint64 kept = inUse() - before;
    QVERIFY2(kept - bytes.size() < byQt, qPrintable(u"%1 kept, %2 by Qt’s reader"_s.arg(kept).arg(byQt)));
    const QList<ApiKey> shown = user.apiKeys();
    for (const char *city : {"Bari", "Asti"}) { // the same keys in another document, as after a save
        User next = received("{\"city\":\"" + QByteArray(city) + R"(","id":"7")" + rest);
        next.shareWith(user);
        user = std::move(next);
        user.prepare();
    }
    const qint64 later = inUse() - before;
    QVERIFY2(later < kept + bytes.size() / 2, qPrintable(u"%1 later, %2 at first"_s.arg(later).arg(kept)));
#endif
}

void ExactBytesTest::onlyTheEditedBytesDiffer_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QList<Change>>("changes");
    QTest::addColumn<QByteArray>("after");
    const Path city = Path::field(u"city");
    const Path title = Path::field(u"title");
    const Path five = Path::setting(u"5"_s);
    const auto row = [](const char *name, const char *before, const QList<Change> &changes, const char *after) {
        QTest::newRow(name) << QByteArray(before) << changes << QByteArray(after);
    };
    row("a member", R"({"id":"7","city":"Roma","n":1.0})", {{city, u"Bari"_s}}, R"({"id":"7","city":"Bari","n":1.0})");
    row("by an escaped name", R"({"id":"7","c\u0069ty":"Roma"})", {{city, u"Bari"_s}},
        R"({"id":"7","c\u0069ty":"Bari"})");
    row("cleared", R"({"id":"7","city":"Roma"})", {{city, QJsonValue::Null}}, R"({"id":"7","city":null})");
    row("white space stays", "{\n \"city\" : \"Roma\" ,\n \"id\":\"7\"\n}", {{city, u"Bari"_s}},
        "{\n \"city\" : \"Bari\" ,\n \"id\":\"7\"\n}");
    row("one that is missing", R"({"id":"7" })", {{city, u"Bari"_s}}, R"({"id":"7","city":"Bari" })");
    row("two that are missing", R"({"id":"7"})", {{title, u"Dr"_s}, {city, u"Bari"_s}},
        R"({"id":"7","city":"Bari","title":"Dr"})");
    row("the last of several changes counts", R"({"id":"7","city":"Roma"})", {{city, u"a"_s}, {city, u"b"_s}},
        R"({"id":"7","city":"b"})");
    row("a setting", R"({"id":"7","settings":[{"id":4,"value":1e3},{"id":5.0,"value":"a","x":-0}]})", {{five, u"b"_s}},
        R"({"id":"7","settings":[{"id":4,"value":1e3},{"id":5.0,"value":"b","x":-0}]})");
    row("a setting in a list that .NET has wrapped",
        R"({"$id":"1","id":"7","settings":{"$id":"2","$values":[{"$id":"3","id":4},{"$id":"4","id":5,"value":"a"}]}})",
        {{five, u"b"_s}},
        R"({"$id":"1","id":"7","settings":{"$id":"2","$values":[{"$id":"3","id":4},{"$id":"4","id":5,"value":"b"}]}})");
    row("beside lists that are not understood", R"({"id":"7","settings":{"5":{"id":5}},"apiKeys":"[]","city":"Roma"})",
        {{five, u"b"_s}, {city, u"Bari"_s}}, R"({"id":"7","settings":{"5":{"id":5}},"apiKeys":"[]","city":"Bari"})");
    row("beside elements that are no settings", R"({"id":"7","settings":[null,"a",{"id":5,"value":"a"},5]})",
        {{five, u"b"_s}}, R"({"id":"7","settings":[null,"a",{"id":5,"value":"b"},5]})");
    row("beside a wrapper around no list", R"({"id":"7","settings":{"$values":{"id":5}},"city":"Roma"})",
        {{five, u"b"_s}, {city, u"Bari"_s}}, R"({"id":"7","settings":{"$values":{"id":5}},"city":"Bari"})");
    row("beside an id that is a list", R"({"id":"7","settings":[{"id":[5],"value":"a"},{"id":5,"value":"a"}]})",
        {{five, u"b"_s}}, R"({"id":"7","settings":[{"id":[5],"value":"a"},{"id":5,"value":"b"}]})");
    row("beside a reference", R"({"id":"7","settings":[{"$ref":"3","id":5},{"id":5,"value":"a"}]})", {{five, u"b"_s}},
        R"({"id":"7","settings":[{"$ref":"3","id":5},{"id":5,"value":"b"}]})");
    row("an id that no type holds",
        R"({"id":"7","settings":[{"id":18446744073709551615,"value":"a"},{"id":18446744073709551614,"value":"a"}]})",
        {{Path::setting(u"18446744073709551614"_s), u"b"_s}},
        R"({"id":"7","settings":[{"id":18446744073709551615,"value":"a"},{"id":18446744073709551614,"value":"b"}]})");
    row("a setting without a value", R"({"id":"7","settings":[{"id":5}]})", {{five, u"b"_s}},
        R"({"id":"7","settings":[{"id":5,"value":"b"}]})");
    row("a setting is never invented", R"({"id":"7","settings":[ ]})", {{five, u"b"_s}},
        R"({"id":"7","settings":[ ]})");
    row("a member whose name begins with a mark is another",
        "{\"id\":\"7\",\"\xEF\xBB\xBF"
        "city\":\"Roma\"}",
        {{city, u"Bari"_s}},
        "{\"id\":\"7\",\"\xEF\xBB\xBF"
        "city\":\"Roma\",\"city\":\"Bari\"}");
    row("so is one in a setting", "{\"id\":\"7\",\"settings\":[{\"id\":5,\"\xEF\xBB\xBFvalue\":\"a\"}]}",
        {{five, u"b"_s}}, "{\"id\":\"7\",\"settings\":[{\"id\":5,\"\xEF\xBB\xBFvalue\":\"a\",\"value\":\"b\"}]}");
    row("an edit of a former setting reaches no other", R"({"id":"7","settings":[{"id":"5\u001fa","value":"x"}]})",
        {{Path::formerSetting(u"5"_s, u"a"_s), u"y"_s}}, R"({"id":"7","settings":[{"id":"5\u001fa","value":"x"}]})");
    row("nor the one that has its id now", R"({"id":"7","settings":[{"id":5,"value":"x"}]})",
        {{Path::formerSetting(u"5"_s, u"a"_s), u"y"_s}}, R"({"id":"7","settings":[{"id":5,"value":"x"}]})");
    row("an id with a separator in it", R"({"id":"7","settings":[{"id":"5\u001fa","value":"x"},{"id":5}]})",
        {{Path::setting(u"5\u001fa"_s), u"y"_s}}, R"({"id":"7","settings":[{"id":"5\u001fa","value":"y"},{"id":5}]})");
    row("beside a number beyond every type", R"({"id":"7","rank":1e400,"city":"Roma","x":[-1e-400]})",
        {{city, u"Bari"_s}}, R"({"id":"7","rank":1e400,"city":"Bari","x":[-1e-400]})");
    row("what an inner object has is its own", R"({"a":{"city":1},"id":"7","city":"Roma"})", {{city, u"Bari"_s}},
        R"({"a":{"city":1},"id":"7","city":"Bari"})");
}

void ExactBytesTest::onlyTheEditedBytesDiffer()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QList<Change>, changes);
    QFETCH(const QByteArray, after);
    const User user = received(before);
    const User changed = user.with(changes);
    QCOMPARE(sent(changed), after);
    QCOMPARE(changed.document(), received(after).document());
    for (const Change &change : changes) {
        if (change.path.isSetting() && user.settingAt(change.path))
            QVERIFY(user.canSetSetting(change.path.settingId()));
    }
}

void ExactBytesTest::hostileUsersGoBackByteForByte()
{
    const std::array values{std::pair(QJsonValue(u"Torino"_s), QByteArray(R"("Torino")")),
                            std::pair(QJsonValue(u"a\"\\b"_s), QByteArray(R"("a\"\\b")")),
                            std::pair(QJsonValue(u"é\n"_s), QByteArray("\"\xC3\xA9\\n\"")),
                            std::pair(QJsonValue(QJsonValue::Null), QByteArray("null"))};
    QRandomGenerator random(20261127);
    int edited = 0;
    int locked = 0;
    for (int i = 0; i < 10'000; ++i) {
        const HostileUser hostile(random);
        const User user = received(hostile.bytes());
        QVERIFY2(!user.isEmpty(), hostile.bytes().constData());
        QList<Change> changes;
        QList<Change> refused;
        std::map<Path, QByteArray> json;
        for (const Path &path : hostile.places()) {
            QVERIFY2(user.lock(path).has_value() == hostile.locked().contains(path), hostile.bytes().constData());
            if (user.lock(path)) {
                ++locked;
                refused.append({path, u"Torino"_s});
            } else if (const auto &[value, text] = values.at(random.bounded(4U)); random.bounded(3) == 0) {
                changes.append({path, value});
                json[path] = text;
            }
        }
        edited += static_cast<int>(changes.size());
        const User changed = user.with(refused + changes);
        const QByteArray expected = hostile.with(json).trimmed();
        if (sent(changed) != expected)
            QCOMPARE(sent(changed).constData(), expected.constData());
        if (changed.document() != received(expected).document())
            QCOMPARE(changed.document(), received(expected).document());
        for (const Change &change : std::as_const(changes))
            QCOMPARE(changed.valueAt(change.path), change.value);
    }
    QVERIFY2(edited > 10'000 && locked > 5'000, qPrintable(u"%1 edited, %2 locked"_s.arg(edited).arg(locked)));
}

void ExactBytesTest::whatWouldChangeIsLocked_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<Path>("path");
    QTest::addColumn<int>("kind"); // 0: not locked
    const Path city = Path::field(u"city");
    const Path five = Path::setting(u"5"_s);
    constexpr int doubled = static_cast<int>(Error::Kind::DoubledMember);
    constexpr int inexact = static_cast<int>(Error::Kind::InexactNumber);
    const auto row = [](const char *user, const Path &path, int kind) {
        QTest::newRow(user) << QByteArray(user) << path << kind;
    };
    row(R"({"id":"7","city":"a"})", city, 0);
    row(R"({"id":"7","city":"a","city":"b"})", city, doubled);
    row(R"({"id":"7","city":"a","c\u0069ty":"a"})", city, doubled);
    row(R"({"id":"7","city":"a","x":1,"x":2})", city, 0);
    row(R"({"id":"7","city":"a","x":{"city":1,"city":2}})", city, 0);
    row(R"({"id":"7","city":"a","City":"b"})", city, doubled);
    row(R"({"id":"7","CITY":"a","c\u0069ty":"a"})", city, doubled);
    row(R"({"id":"7","City":"a"})", city, doubled); // it would be there twice in what is sent
    row(R"({"id":"7","city":"a","Region":"b","region":"c"})", city, 0);
    row(R"({"id":"7","country":"Italy","countryCode":"IT","CountryCode":"DE"})", Path::field(u"country"), doubled);
    row(R"({"id":"7","settings":[{"id":5,"value":"a","Value":"b"}]})", five, doubled);
    row(R"({"id":"7","settings":[{"id":5,"Value":"b"}]})", five, doubled);
    row(R"({"id":"7","settings":[{"id":5,"ID":6,"value":"a"}]})", five, doubled);
    row(R"({"id":"7","settings":[{"id":5,"value":"a","Name":"b","name":"c"}]})", five, 0);
    row(R"({"id":"7","settings":[{"id":5,"value":"a"}],"Settings":[]})", five, doubled);
    row(R"({"id":"7","country":"Italy","countryCode":"IT","countryCode":"DE"})", Path::field(u"country"), doubled);
    row("{\"id\":\"7\",\"note\xC5\xBF\":\"b\"}", Path::field(u"notes"), 0); // a long s is not s there,
    row("{\"id\":\"7\",\"c\xC4\xB1ty\":\"b\"}", city, 0);                   // nor is a dotless i
    row("{\"id\":\"7\",\"addre\xC3\x9F\":\"b\"}", Path::field(u"address"), 0);
    row(R"({"id":"7","settings":{"$values":[],"$values":[{"id":5,"value":"a"}]}})", five, doubled);
    row(R"({"id":"7","settings":{"$Values":[],"$values":[{"id":5,"value":"a"}]}})", five, doubled);
    row(R"({"id":"7","settings":{"$id":"1","$ID":"2","$values":[{"id":5,"value":"a"}]}})", five, 0);
    row(R"({"id":"7","country":"Italy","countryCode":1e400})", Path::field(u"country"), inexact);
    row(R"({"id":"7","country":1e400,"countryCode":"IT"})", Path::field(u"countryCode"), inexact);
    row(R"({"id":"7","city":18446744073709551615})", city, inexact);
    row(R"({"id":"7","city":1e400})", city, inexact);
    row(R"({"id":"7","settings":[{"id":5,"value":1e-400}]})", five, inexact);
    row(R"({"id":"7","city":1e3})", city, 0); // not a text: the merge leaves it alone
    row(R"({"id":"7","settings":[{"id":5,"value":"a"}]})", five, 0);
    row(R"({"id":"7","settings":[{"id":5,"value":"a","value":"b"}]})", five, doubled);
    row(R"({"id":"7","settings":[{"id":5,"id":6,"value":"a"},{"id":5,"value":"b"}]})", five, 0);
    row(R"({"id":"7","settings":[{"id":6,"id":5,"value":"a"}]})", five, doubled);
    row(R"({"id":"7","settings":[],"settings":[{"id":5,"value":"a"}]})", five, doubled);
    row(R"({"id":"7","settings":[{"id":5,"value":18446744073709551615}]})", five, inexact);
    row(R"({"id":"7","settings":[{"id":4,"value":1,"value":2},{"id":5,"value":"a"}]})", five, 0);
}

void ExactBytesTest::whatWouldChangeIsLocked()
{
    QFETCH(const QByteArray, user);
    QFETCH(const Path, path);
    QFETCH(const int, kind);
    const auto lock = received(user).lock(path);
    QCOMPARE(lock ? static_cast<int>(lock->kind) : 0, kind);
    QVERIFY(!lock || errorText(*lock).contains(u'“' + lock->subject + u'”'));
}

void ExactBytesTest::aNumberThatNoTypeHoldsIsReadAsItsDigits()
{
    const User user = received(R"({"id":"7","rank":18446744073709551615,"city":"a",
        "settings":[{"id":5,"value":3.14159265358979323846},{"id":6,"value":2.5}]})");
    QCOMPARE(user.document().value("rank"_L1), QJsonValue(u"18446744073709551615"_s));
    QCOMPARE(user.valueAt(Path::setting(u"5"_s)), QJsonValue(u"3.14159265358979323846"_s));
    QCOMPARE(user.valueAt(Path::setting(u"6"_s)), QJsonValue(2.5));
    QVERIFY(sent(user.with({{Path::field(u"city"), u"b"_s}})).contains("3.14159265358979323846}"));
}

void ExactBytesTest::numbersThatSurvive_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<bool>("does");
    const auto rows = [](bool does, std::initializer_list<const char *> numbers) {
        for (const char *number : numbers)
            QTest::newRow(number) << QByteArray(number) << does;
    };
    rows(true, {"9223372036854775807", "-9223372036854775808", "1.0", "-0", "1e3", "0.1", "1E+2",
                "100000000000000000000", "1.7976931348623157e308", "5e-324"});
    // The last but one, Qt writes as ...568; the last one, Qt reads, too.
    rows(false, {"9223372036854775808", "-9223372036854775809", "18446744073709551615", "3.14159265358979323846",
                 "0.1000000000000000055511151231257827", "1e-400", "7976931348623157e1",
                 ".1000000000000000055511151231257827"});
}

void ExactBytesTest::numbersThatSurvive()
{
    QFETCH(const QByteArray, number);
    QFETCH(const bool, does);
    QCOMPARE(survives(number), does);
}

void ExactBytesTest::numbersAreComparedByValue_data()
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

void ExactBytesTest::numbersAreComparedByValue()
{
    QFETCH(const QByteArray, a);
    QFETCH(const QByteArray, b);
    QFETCH(const bool, same);
    QCOMPARE(sameNumber(a, b), same);
    QCOMPARE(sameNumber(b, a), same);
}

// Both in turn by the processor's time, and the fastest of each: whatever else the machine does hits both. Qt itself is
// always optimised, what is tested only in a release.
void ExactBytesTest::aSaveOfManyKeysIsNoSlowerThanWritingTheDocument()
{
    if (!hasProcessorClock())
        QSKIP("There is no clock of the processor's time.");
#if defined(LANYARD_SANITIZED)
    QSKIP("a sanitizer slows our own code, and not Qt's");
#endif
    QJsonArray keys;
    for (int i = 0; i < 50'000; ++i)
        keys.append(QJsonObject{{u"id"_s, i},
                                {u"name"_s, u"Key %1"_s.arg(i)},
                                {u"key"_s, QString(64, u'k')},
                                {u"created"_s, u"2024-05-31T12:00:00.1234567Z"_s},
                                {u"isRevoked"_s, false}});
    const QByteArray bytes = QJsonDocument({{u"id"_s, u"7"_s}, {u"city"_s, u"Roma"_s}, {u"apiKeys"_s, keys}}).toJson();
    const auto read = [&bytes] { return QJsonDocument::fromJson(bytes).object(); };
    const auto byQt = [&read] {
        QJsonObject document = read();
        document.insert(u"city"_s, u"Bari"_s);
        return QJsonDocument(document).toJson(QJsonDocument::Compact).size();
    };
    const auto exactly = [&read, &bytes] {
        const auto user = User::fromAnswer({{u"user"_s, read()}}, JsonSource(Secret(bytes)));
        return user.value().with({{Path::field(u"city"), u"Bari"_s}}).bytes().size();
    };
    const auto fastest = [](std::clock_t before, const auto &save) {
        const std::clock_t start = std::clock();
        return save() > 0 ? std::min(before, std::clock() - start) : 0;
    };
#if defined(__OPTIMIZE__)
    constexpr double room = 1.5;
#else
    constexpr double room = 2.5;
#endif
    auto plain = std::numeric_limits<std::clock_t>::max();
    auto exact = plain;
    for (int round = 0; round < 7; ++round) {
        plain = fastest(plain, byQt);
        exact = fastest(exact, exactly);
    }
    const double ratio = static_cast<double>(exact) / static_cast<double>(plain);
    qInfo("%.2f times as long as Qt's own way", ratio);
    QVERIFY2(ratio <= room, qPrintable(u"%1 times as long"_s.arg(ratio)));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::ExactBytesTest)
#include "tst_exactbytes.moc"
