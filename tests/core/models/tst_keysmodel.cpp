// The list of API keys: every state is told, and a secret is seen only where it was asked for.

#include "core/base/utc.h"
#include "core/document/user.h"
#include "core/models/apikeydetail.h"
#include "core/models/apikeyrow.h"
#include "core/models/apikeysfilter.h"
#include "core/models/apikeysmodel.h"
#include "core/models/apikeyssummary.h"
#include "core/models/documentedits.h"
#include "core/models/keyformats.h"
#include "core/models/settingsmodel.h"
#include "tests/core/models/users.h"
#include "tests/core/support.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QScopeGuard>
#include <QSet>
#include <QSignalSpy>
#include <QStringListModel>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

using State = ApiKey::State;
using Show = ApiKeysFilter::Show;

QString stateOf(const QAbstractItemModel &model, const QString &name)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, ApiKeysModel::Name).data().toString().startsWith(name))
            return model.index(row, ApiKeysModel::Status).data().toString();
    }
    return {};
}

QStringList names(const QAbstractItemModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, ApiKeysModel::Name).data().toString().section(u' ', 0, 0);
    return names;
}

// Rows in which any role of any cell holds one of the secrets of the key that the row shows.
QSet<int> rowsThatTell(const ApiKeysModel &model)
{
    QSet<int> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            for (int role = 0; role < Qt::UserRole + 64; ++role) {
                const QString text = model.index(row, column).data(role).toString();
                for (const Secret &secret : {model.keyAt(row).key(), model.keyAt(row).clientSecret()}) {
                    // Any six characters in a row of it are more than the mask tells.
                    const QString plain = secret.exposeText();
                    for (qsizetype i = 0; i + 6 <= plain.size(); ++i) {
                        if (text.contains(plain.mid(i, 6)))
                            rows << row;
                    }
                }
            }
        }
    }
    return rows;
}

User userWithList(const QByteArray &keys)
{
    const QByteArray envelope = R"({"user":{"id":"7","apiKeys":)" + keys + "}}";
    const JsonSource source{Secret(envelope)};
    return User::fromAnswer(QJsonDocument::fromJson(envelope).object(), source.objectAt(source.value(u"user"_s)))
        .value();
}

// Received with one key, which has the members of a JSON object.
User userWithKey(const QByteArray &members)
{
    return userWithList("[{" + members + "}]");
}

// Keys as "id:name:key", one after another; without a key of its own, each has one that goes with its name.
User userWithKeys(const QString &keys)
{
    QJsonArray array;
    const QStringList parts = keys.split(QChar::Space, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QStringList members = part.split(u':');
        QJsonObject key{{u"name"_s, members.value(1)},
                        {u"key"_s, u"api_of_a_key_"_s + members.value(2, members.value(1))}};
        if (!members.first().isEmpty())
            key.insert(u"id"_s, members.first());
        array.append(key);
    }
    return User(QJsonObject{{u"id"_s, u"7"_s}, {u"apiKeys"_s, array}});
}

} // namespace

class KeysModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyMemberIsShown();
    void everyStateIsTold();
    void noRoleOfAnyCellTellsASecret();
    void noTextOfAKeyTellsASecret();
    void onlyOneRowIsRevealed();
    void keysThatAreLeftOutStay();
    void secretsAreNotSortedBy();
    void textsOfManyRowsAreMadeBeforeTheyAreSearched();
    void manyKeysAreSortedAsTheyAreNow();
    void aSearchThatWasPreparedFindsWhatIsThereNow();
    void sortingGoesByWhatTheColumnMeans_data();
    void sortingGoesByWhatTheColumnMeans();
    void numbersInNamesAreSortedAsNumbers_data();
    void numbersInNamesAreSortedAsNumbers();
    void aFilterFindsEveryWordInAnyColumn_data();
    void aFilterFindsEveryWordInAnyColumn();
    void aFilterFindsWhatIsWrittenInAnotherForm_data();
    void aFilterFindsWhatIsWrittenInAnotherForm();
    void aFilterShowsTheWantedStates_data();
    void aFilterShowsTheWantedStates();
    void statesChangeAsTimePasses();
    void aKeyThatAReadFindsExpiredIsTold();
    void hostileTextsAreShownHarmless();
    void whatIsReadIsTold_data();
    void whatIsReadIsTold();
    void howLongAKeyIsValidIsNeverOverstated_data();
    void howLongAKeyIsValidIsNeverOverstated();
    void hoursAndMinutesLeftRunDown();
    void keysThatExpireAreTold_data();
    void keysThatExpireAreTold();
    void theKeyInUseIsMarked();
    void everyStateIsASentenceInTheDetails();
    void aNameIsOneLineWhateverIsInIt();
    void whatIsUnknownIsNeverUsable_data();
    void whatIsUnknownIsNeverUsable();
    void whatIsNotYetOrNoKeyIsNotUsable_data();
    void whatIsNotYetOrNoKeyIsNotUsable();
    void aListThatIsNotUnderstoodIsNotEmpty_data();
    void aListThatIsNotUnderstoodIsNotEmpty();
    void aRevealFollowsItsKey_data();
    void aRevealFollowsItsKey();
};

void KeysModelTest::initTestCase()
{
    GO_TO_ZONE("Etc/UTC");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void KeysModelTest::everyMemberIsShown()
{
    ApiKeysModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setUser(rich());
    QCOMPARE(model.rowCount(), 9);
    QCOMPARE(model.columnCount(), static_cast<int>(ApiKeysModel::ColumnCount));
    const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, ApiKeysModel::Name), u"Build server"_s);
    QCOMPARE(text(0, ApiKeysModel::Key), u"••••••••Hd3f"_s);
    QCOMPARE(text(0, ApiKeysModel::Permissions), u"Read, Write"_s);
    QCOMPARE(text(0, ApiKeysModel::Expires), u"never"_s);
    QVERIFY(text(0, ApiKeysModel::Created).contains(u"2023"_s));
    QCOMPARE(text(0, ApiKeysModel::Owner), rich().id());
    QVERIFY(text(0, ApiKeysModel::ClientSecret).startsWith(u"••••••••"_s));
    QCOMPARE(text(0, ApiKeysModel::Description), u"Activates test licences in nightly builds."_s);
    QCOMPARE(text(8, ApiKeysModel::ClientSecret), QString());
    QVERIFY(model.index(0, 0).data(ApiKeysModel::HasClientSecretRole).toBool());
    QVERIFY(!model.index(8, 0).data(ApiKeysModel::HasClientSecretRole).toBool());
    QSet<QString> headers;
    for (int column = 0; column < model.columnCount(); ++column)
        headers << model.headerData(column, Qt::Horizontal).toString();
    QCOMPARE(headers.size(), model.columnCount());
    QVERIFY(!model.headerData(99, Qt::Horizontal).isValid() && !model.headerData(0, Qt::Vertical).isValid());
    QVERIFY(!model.data({}).isValid() && !model.index(0, 0).data(Qt::EditRole).isValid());
}

void KeysModelTest::everyStateIsTold()
{
    ApiKeysModel model;
    model.setUser(rich());
    QCOMPARE(stateOf(model, u"Build"_s), u"usable"_s);
    QCOMPARE(stateOf(model, u"Reporting"_s), u"usable"_s);
    QVERIFY(stateOf(model, u"Support"_s).contains(u"3 day"_s));
    QCOMPARE(stateOf(model, u"Trade fair"_s), u"expired"_s);
    QCOMPARE(stateOf(model, u"Former"_s), u"revoked"_s);
    QCOMPARE(stateOf(model, u"Old website"_s), u"revoked"_s);
}

void KeysModelTest::noRoleOfAnyCellTellsASecret()
{
    ApiKeysModel model;
    model.setUser(rich());
    QCOMPARE(rowsThatTell(model), QSet<int>());
}

// A user pastes a key into the name of another, or a service writes it where it likes.
void KeysModelTest::noTextOfAKeyTellsASecret()
{
    const QStringList secrets{u"api_0123456789abcdefghij"_s, u"cs_0123456789abcdefghij"_s, u"api_zyxwvutsrqponmlkji"_s};
    const QString all = secrets.join(u" and "_s);
    QJsonArray keys;
    for (const QString &member : {u"name"_s, u"description"_s, u"ownerId"_s, u"revoked"_s, u"status"_s,
                                  u"createdDate"_s, u"expireDate"_s, u"validFrom"_s, u"permissions"_s})
        keys.append(
            QJsonObject{{u"id"_s, member}, {u"key"_s, secrets[0]}, {u"clientSecret"_s, secrets[1]}, {member, all}});
    for (const QString &member :
         {u"name"_s, u"permissions"_s, u"revoked"_s, u"status"_s, u"validFrom"_s, u"expireDate"_s})
        keys.append(QJsonObject{{u"id"_s, QString(member + u" of members"_s)},
                                {u"key"_s, secrets[0]},
                                {u"clientSecret"_s, secrets[1]},
                                {member, QJsonObject{{secrets[0], 1}, {secrets[2], QJsonObject{{secrets[1], true}}}}}});
    keys.append(QJsonObject{{u"id"_s, 99}, {u"name"_s, u"Another"_s}, {u"key"_s, secrets[2]}});
    ApiKeysModel model;
    model.setUser(User(QJsonObject{{u"id"_s, u"7"_s}, {u"apiKeys"_s, keys}}));
    QCOMPARE(rowsThatTell(model), QSet<int>());
    QCOMPARE(model.index(0, ApiKeysModel::Name).data().toString(), u"••• and ••• and •••"_s);
    for (int row = 0; row < model.rowCount(); ++row) {
        for (const KeyFormat format : {KeyFormat::Header, KeyFormat::Curl, KeyFormat::EnvLine, KeyFormat::Json}) {
            const QString text = maskedKeyAs(format, model.keyAt(row), u"https://lic.example"_s);
            for (const QString &secret : secrets)
                QVERIFY2(!text.contains(secret, Qt::CaseInsensitive), qPrintable(text));
        }
    }
}

void KeysModelTest::onlyOneRowIsRevealed()
{
    ApiKeysModel model;
    model.setUser(rich());
    QSignalSpy changed(&model, &ApiKeysModel::dataChanged);
    model.reveal(2);
    QCOMPARE(model.revealedRow(), 2);
    QCOMPARE(rowsThatTell(model), QSet<int>{2});
    QCOMPARE(model.index(2, ApiKeysModel::Key).data().toString(), u"api_bT8rQ5hJ2vMx6ZpLw0KcYn4s"_s);
    QVERIFY(model.isRevealed(2, ApiKeysModel::Key) && !model.isRevealed(2, ApiKeysModel::ClientSecret));
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(!model.isBefore(2, row, ApiKeysModel::Key, {}) && !model.isBefore(row, 2, ApiKeysModel::Key, {}));
    const auto heard = [&model](int row) {
        return model.index(row, ApiKeysModel::Key).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(heard(2), u"api_bT8rQ5hJ2vMx6ZpLw0KcYn4s"_s);
    model.reveal(4);
    QCOMPARE(rowsThatTell(model), QSet<int>{4});
    QVERIFY2(!heard(2).isEmpty() && !heard(2).contains("bT8rQ5hJ"_L1), qPrintable(heard(2)));
    QCOMPARE(changed.size(), 3); // the new one; the old one and the new one
    model.reveal(99);
    QCOMPARE(model.revealedRow(), -1);
    model.reveal(1);
    model.setUser(rich());
    QCOMPARE(rowsThatTell(model), QSet<int>{1}); // the same key
    model.reveal(-1);
    QCOMPARE(rowsThatTell(model), QSet<int>());
}

void KeysModelTest::keysThatAreLeftOutStay()
{
    ApiKeysModel model;
    model.setUser(rich());
    QJsonObject without = rich().document();
    without.remove("apiKeys"_L1);
    model.setUser(User(without));
    QCOMPARE(model.rowCount(), 9);
    without.insert("apiKeys"_L1, QJsonArray());
    model.setUser(User(without));
    QCOMPARE(model.rowCount(), 0);
    model.setUser(rich());
    model.setUser(User()); // nobody
    QCOMPARE(model.rowCount(), 0);
}

void KeysModelTest::secretsAreNotSortedBy()
{
    ApiKeysModel model;
    model.setUser(rich());
    ApiKeysFilter filter;
    filter.setSourceModel(&model);
    const QStringList before = names(filter);
    filter.sort(ApiKeysModel::Key);
    QCOMPARE(names(filter), before);
    filter.sort(ApiKeysModel::ClientSecret, Qt::DescendingOrder);
    QCOMPARE(names(filter), before);
}

void KeysModelTest::textsOfManyRowsAreMadeBeforeTheyAreSearched()
{
    constexpr qsizetype few = SearchTexts::RowsAtOnce;
    QStringListModel rows(QStringList(few, u"a"_s));
    QSet<int> made;
    SearchTexts texts([&made](const QModelIndex &row) { made << row.row(); });
    int called = 0;
    const auto then = [&called] { ++called; };
    texts.whenMade(rows, then);
    QCOMPARE(called, 1);
    QCOMPARE(made.size(), rows.rowCount());

    rows.setStringList(QStringList(10 * few, u"a"_s));
    made.clear();
    texts.whenMade(rows, [] { QFAIL("somebody has typed on"); });
    texts.whenMade(rows, then);
    QVERIFY(texts.isMaking() && made.isEmpty());
    QVERIFY(eventually([&] { return called == 2; }));
    QVERIFY(!texts.isMaking());
    QCOMPARE(made.size(), rows.rowCount());

    texts.whenMade(rows, [] { QFAIL("nobody searches any more"); });
    texts.drop();
    texts.whenMade(rows, then);
    made.clear();
    rows.setStringList(QStringList(2 * few, u"a"_s)); // those that came in their place
    QVERIFY(eventually([&] { return called == 3; }));
    QCOMPARE(made.size(), rows.rowCount());
}

void KeysModelTest::manyKeysAreSortedAsTheyAreNow()
{
    constexpr int many = 2500; // more than are sorted at once
    const auto named = [](const QString &first) {
        QStringList keys{u"0:"_s + first};
        for (int i = 1; i < many; ++i)
            keys << u"%1:key-%2:%1"_s.arg(i).arg(i * 7919 % many);
        return userWithKeys(keys.join(u' '));
    };
    ApiKeysModel model;
    model.setUser(named(u"key-0"_s));
    ApiKeysFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto numbers = [&filter] {
        QStringList numbered;
        for (int i = 0; i < many; ++i)
            numbered << u"key-%1"_s.arg(i);
        return names(filter) == numbered;
    };
    filter.sort(ApiKeysModel::Name);
    QVERIFY(!filter.isShowing());
    QVERIFY(eventually([&filter] { return filter.isShowing(); }));
    QVERIFY(numbers());
    filter.sort(ApiKeysModel::Name, Qt::DescendingOrder);
    QVERIFY(eventually([&filter] { return names(filter).first() == u"key-%1"_s.arg(many - 1); }));

    // One is renamed while they are sorted, then when they have been.
    filter.sort(ApiKeysModel::Name);
    model.setUser(named(u"zebra"_s));
    QVERIFY(eventually([&filter] { return names(filter).last() == u"zebra"_s; }));
    QCOMPARE(names(filter).first(), u"key-1"_s);
    // And at any moment: while the texts to sort by are made, while another thread ranks them, and after it.
    const std::pair<User, QString> accounts[] = {{named(u"zebra"_s), u"zebra"_s},
                                                 {named(u"key-0"_s), u"key-%1"_s.arg(many - 1)}};
    for (int passes = 0; passes < 8; ++passes) {
        filter.sort(ApiKeysModel::Name, Qt::DescendingOrder);
        for (int pass = 0; pass < passes; ++pass)
            QCoreApplication::processEvents();
        const auto &[account, last] = accounts[passes % 2];
        model.setUser(account);
        QVERIFY(eventually([&filter, &wanted = last] { return names(filter).first() == wanted; }));
        QThreadPool::globalInstance()->waitForDone();
        QTest::qWait(1);        // what was ranked before the change would arrive now
        filter.setText(u"-"_s); // and be seen when the rows come back
        filter.setText({});
        QCOMPARE(names(filter).first(), last);
    }
}

void KeysModelTest::aSearchThatWasPreparedFindsWhatIsThereNow()
{
    ApiKeysModel model;
    model.setUser(userWithKeys(u"1:red 2:green 3:blue"_s));
    ApiKeysFilter filter;
    filter.setSourceModel(&model);
    filter.sort(ApiKeysModel::Name);
    const auto search = [&](const QString &text, const QString &keysThen) {
        filter.prepareText(text);
        filter.texts().whenMade(model, [] {});
        model.setUser(userWithKeys(keysThen));
        filter.setText(text);
    };
    search(u"re"_s, u"1:red 2:green 3:blue"_s);
    QCOMPARE(names(filter), QStringList({u"green"_s, u"red"_s}));
    search(u"ck"_s, u"1:black 2:green 3:yellow"_s);
    QCOMPARE(names(filter), QStringList({u"black"_s}));
    search(u"c"_s, u"4:lilac 1:black"_s);
    QCOMPARE(names(filter), QStringList({u"black"_s, u"lilac"_s}));
    model.setUser(userWithKeys(u"4:red 1:black"_s));
    QCOMPARE(names(filter), QStringList({u"black"_s}));
    filter.prepareText(u"red"_s); // and nobody waits for it
    filter.setText(u"k"_s);
    QCOMPARE(names(filter), QStringList({u"black"_s}));
}

void KeysModelTest::numbersInNamesAreSortedAsNumbers_data()
{
    QTest::addColumn<QString>("locale");
    QTest::newRow("C") << u"C"_s; // has no order but that of characters
    QTest::newRow("en_US") << u"en_US"_s;
    QTest::newRow("it_IT") << u"it_IT"_s;
}

void KeysModelTest::numbersInNamesAreSortedAsNumbers()
{
    QFETCH(const QString, locale);
    const QLocale before;
    const auto restore = qScopeGuard([&before] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(locale));
    ApiKeysModel model;
    model.setUser(userWithKeys(u"a:key-100 b:KEY-2 c:key-10 d:key-1"_s));
    ApiKeysFilter filter;
    filter.setSourceModel(&model);
    filter.sort(ApiKeysModel::Name);
    QCOMPARE(names(filter), QStringList({u"key-1"_s, u"KEY-2"_s, u"key-10"_s, u"key-100"_s}));
    QJsonArray settings;
    for (const QString &name : {u"port 100"_s, u"Port 2"_s, u"port 10"_s, u"port 1"_s})
        settings.append(QJsonObject{{u"id"_s, name}, {u"name"_s, name}, {u"value"_s, u"x"_s}});
    DocumentEdits edits;
    edits.reset(User(QJsonObject{{u"id"_s, u"1"_s}, {u"settings"_s, settings}}));
    const SettingsModel tree(edits);
    QStringList sorted;
    for (int row = 0; row < 4; ++row)
        sorted << tree.index(row, SettingsModel::Name, tree.index(0, 0)).data().toString();
    QCOMPARE(sorted, QStringList({u"port 1"_s, u"Port 2"_s, u"port 10"_s, u"port 100"_s}));
}

void KeysModelTest::sortingGoesByWhatTheColumnMeans_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::newRow("name") << int(ApiKeysModel::Name) << u"Build"_s << u"Trade"_s;
    QTest::newRow("created") << int(ApiKeysModel::Created) << u"Old"_s << u"Kiosk"_s;
    QTest::newRow("status") << int(ApiKeysModel::Status) << u""_s << u"Old"_s;
    QTest::newRow("expires") << int(ApiKeysModel::Expires) << u"Old"_s << u""_s;
}

void KeysModelTest::sortingGoesByWhatTheColumnMeans()
{
    QFETCH(const int, column);
    QFETCH(const QString, first);
    QFETCH(const QString, last);
    ApiKeysModel model;
    model.setUser(rich());
    ApiKeysFilter filter;
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&model);
    filter.sort(column);
    QVERIFY(first.isEmpty() || names(filter).first() == first);
    QVERIFY(last.isEmpty() || names(filter).last() == last);
    // Keys that never expire come behind those that do.
    if (column == ApiKeysModel::Expires)
        QCOMPARE(filter.index(filter.rowCount() - 1, column).data().toString(), u"never"_s);
}

void KeysModelTest::aFilterFindsEveryWordInAnyColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("nothing") << u"  "_s
                             << QStringList{u"Build"_s,  u"Reporting"_s, u"Provisioning"_s, u"Support"_s, u"Trade"_s,
                                            u"Former"_s, u"Old"_s,       u"Telemetry"_s,    u"Kiosk"_s};
    QTest::newRow("name") << u"BUILD"_s << QStringList{u"Build"_s};
    QTest::newRow("description") << u"nightly"_s << QStringList{u"Build"_s, u"Provisioning"_s};
    QTest::newRow("permission") << u"other"_s << QStringList{u"Telemetry"_s};
    QTest::newRow("status") << u"revoked"_s << QStringList{u"Former"_s, u"Old"_s};
    QTest::newRow("two words") << u"revoked website"_s << QStringList{u"Old"_s};
    QTest::newRow("not the key") << u"kq7vr2"_s << QStringList{};
    QTest::newRow("the end of a key") << u"Hd3f"_s << QStringList{u"Build"_s};
    QTest::newRow("the end of a key, in small letters") << u"hd3f build"_s << QStringList{u"Build"_s};
    QTest::newRow("more than the end of a key") << u"eHd3f"_s << QStringList{};
    QTest::newRow("not the mask") << u"•"_s << QStringList{};
    QTest::newRow("not the client secret") << u"5mp0aw"_s << QStringList{};
    QTest::newRow("no match") << u"build revoked"_s << QStringList{};
    // As people paste it
    for (const QString &text : {u"old\u00A0website"_s, u"old\twebsite"_s, u"old\r\nwebsite\n"_s, u"old\u2028website"_s,
                                u"old\u3000website"_s, u"o\u00ADld web\u200Bsite\uFEFF"_s, u"Ｏｌｄ ＷＥＢＳＩＴＥ"_s,
                                u"“Old website”"_s, u"„old website“"_s, u"\u200E\"old website\""_s})
        QTest::newRow(qPrintable(u"pasted: "_s + text)) << text << QStringList{u"Old"_s};
}

void KeysModelTest::aFilterFindsEveryWordInAnyColumn()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, found);
    ApiKeysModel model;
    model.setUser(rich());
    model.reveal(0); // what is revealed is not searched either
    ApiKeysFilter filter;
    filter.setSourceModel(&model);
    filter.setText(text);
    QCOMPARE(names(filter), found);
    filter.setText({});
    QCOMPARE(filter.rowCount(), 9);
}

void KeysModelTest::aFilterFindsWhatIsWrittenInAnotherForm_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::newRow("soft hyphen") << u"Sup\u00ADport"_s << u"support"_s;
    QTest::newRow("zero-width space") << u"Sup\u200Bport"_s << u"Support"_s;
    QTest::newRow("its mark") << u"Sup\u200Bport"_s << u"u+200b"_s;
    QTest::newRow("full-width letters") << u"Ｓｕｐｐｏｒｔ"_s << u"support"_s;
    QTest::newRow("ligature") << u"o\uFB03ce"_s << u"OFFICE"_s;
    QTest::newRow("marks apart") << u"Cafe\u0301"_s << u"CAFÉ"_s;
    QTest::newRow("typed without accents") << u"Główny serwer, Łódź"_s << u"glowny lodz"_s;
    QTest::newRow("typed with accents") << u"Cofniety"_s << u"cofnięty"_s;
    QTest::newRow("two letters for one") << u"Große Straße"_s << u"GROSSE STRASSE"_s;
    QTest::newRow("Turkish") << u"IŞIK"_s << u"ışık"_s;
    QTest::newRow("Arabic without vowel signs") << u"مُحَمَّد"_s << u"محمد"_s;
    QTest::newRow("Korean apart") << u"\u1112\u1161\u11AB\u1100\u1173\u11AF"_s << u"한글"_s;
}

void KeysModelTest::aFilterFindsWhatIsWrittenInAnotherForm()
{
    QFETCH(const QString, name);
    QFETCH(const QString, text);
    ApiKeysModel model;
    model.setUser(User(
        QJsonObject{{u"id"_s, u"7"_s},
                    {u"apiKeys"_s, QJsonArray{QJsonObject{{u"name"_s, name}}, QJsonObject{{u"name"_s, u"x"_s}}}}}));
    ApiKeysFilter filter;
    filter.setSourceModel(&model);
    filter.setText(text);
    QCOMPARE(filter.rowCount(), 1);
}

void KeysModelTest::aFilterShowsTheWantedStates_data()
{
    QTest::addColumn<Show>("show");
    QTest::addColumn<int>("rows");
    QTest::newRow("all") << Show::All << 9;
    QTest::newRow("usable") << Show::UsableNow << 6;
    QTest::newRow("expiring") << Show::Expiring << 1;
    QTest::newRow("expired or revoked") << Show::ExpiredOrRevoked << 3;
}

void KeysModelTest::aFilterShowsTheWantedStates()
{
    QFETCH(const Show, show);
    QFETCH(const int, rows);
    ApiKeysModel model;
    model.setUser(rich());
    ApiKeysFilter filter;
    filter.setSourceModel(&model);
    filter.setShow(show);
    QCOMPARE(filter.rowCount(), rows);
}

void KeysModelTest::statesChangeAsTimePasses()
{
    const QString soon = QDateTime::currentDateTimeUtc().addMSecs(1200).toString(Qt::ISODateWithMs);
    const QJsonObject key{{u"id"_s, 1}, {u"name"_s, u"Short"_s}, {u"expireDate"_s, soon}};
    ApiKeysModel model;
    const QSignalSpy expired(&model, &ApiKeysModel::expired);
    model.setUser(User(QJsonObject{{u"id"_s, u"7"_s}, {u"apiKeys"_s, QJsonArray{key}}}));
    QCOMPARE(model.index(0, 0).data(ApiKeysModel::StateRole).toInt(), static_cast<int>(State::Expiring));
    QCOMPARE(expired.size(), 0);
    COMPARE_EVENTUALLY(model.index(0, 0).data(ApiKeysModel::StateRole).toInt(), static_cast<int>(State::Expired));
    QVERIFY(model.index(0, 0).data(ApiKeysModel::FilterTextRole).toString().contains(u"expired"_s));
    model.refreshStates();
    QCOMPARE(expired.size(), 1);
    QCOMPARE(expired.first().first().toStringList(), QStringList{u"Short"_s});
}

// The read may come just before the timer. What had expired before, or never could be used, is no news.
void KeysModelTest::aKeyThatAReadFindsExpiredIsTold()
{
    const auto keys = [](const QByteArray &end) {
        return userOf(R"("apiKeys": [{"id": 1, "name": "Old", "revoked": true, "expireDate": "2020-01-01"},
                                     {"id": 2, "name": "Now", "expireDate": ")" +
                      end + "\"}]");
    };
    ApiKeysModel model;
    const QSignalSpy expired(&model, &ApiKeysModel::expired);
    model.setUser(keys("2020-01-01"));
    model.setUser(keys("2190-01-01"));
    QCOMPARE(expired.size(), 0);
    model.setUser(keys("2020-01-01"));
    QCOMPARE(expired.size(), 1);
    QCOMPARE(expired.first().first().toStringList(), QStringList{u"Now"_s});
    model.setUser(keys("2020-01-01"));
    model.setUser(User());
    QCOMPARE(expired.size(), 1);
}

void KeysModelTest::hostileTextsAreShownHarmless()
{
    const QJsonObject key{{u"id"_s, 1},
                          {u"name"_s, u"<b>a</b>\u202E"_s + QString(10'000, u'x')},
                          {u"key"_s, u"k\u0000\u202E"_s},
                          {u"description"_s, QString(100'000, u'y')},
                          {u"createdDate"_s, u"\u0007yesterday"_s},
                          {u"expireDate"_s, u"0001-01-01"_s},
                          {u"permissions"_s, -1}};
    ApiKeysModel model;
    model.setUser(User(QJsonObject{{u"id"_s, u"7"_s}, {u"apiKeys"_s, QJsonArray{key, QJsonValue::Null, 5}}}));
    QCOMPARE(model.rowCount(), 1);
    model.reveal(0);
    QVERIFY(model.index(0, ApiKeysModel::Name).data().toString().startsWith(u"<b>a</b>‹U+202E›x"_s));
    QVERIFY(model.index(0, ApiKeysModel::Name).data().toString().size() < 600);
    QCOMPARE(model.index(0, ApiKeysModel::Key).data().toString(), u"k‹U+0000›‹U+202E›"_s);
    QVERIFY(model.index(0, ApiKeysModel::Description).data().toString().size() < 2100);
    QCOMPARE(model.index(0, ApiKeysModel::Created).data().toString(), u"unknown: ‹U+0007›yesterday"_s);
    QCOMPARE(model.index(0, ApiKeysModel::Expires).data().toString(), u"never"_s);
}

void KeysModelTest::whatIsReadIsTold_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("shown");
    const auto row = [](const QByteArray &members, int column, const QString &shown) {
        QTest::newRow(members.isEmpty() ? "nothing" : members.constData()) << members << column << shown;
    };
    const int status = ApiKeysModel::Status;
    row(R"()", status, u"usable"_s);
    row(R"("revoked": null)", status, u"usable"_s);
    row(R"("revoked": "")", status, u"usable"_s);
    for (const char *no : {"false", "0", "\"false\"", "\"False\"", "\"0\"", "\"no\"", "\" FALSE \"", "\"off\""})
        row(QByteArray("\"revoked\": ") + no, status, u"usable"_s);
    for (const char *yes :
         {"true", "1", "1.0", "\"true\"", "\"True\"", "\"TRUE\"", "\"1\"", "\"yes\"", "\"Y\"", "\"on\""})
        row(QByteArray("\"revoked\": ") + yes, status, u"revoked"_s);
    row(R"("revoked": 2)", status, u"unknown (revoked: 2)"_s);
    row(R"("revoked": -1)", status, u"unknown (revoked: -1)"_s);
    row(R"("revoked": "maybe")", status, u"unknown (revoked: maybe)"_s);
    row(R"("revoked": "2024-01-01")", status, u"unknown (revoked: 2024-01-01)"_s);
    row(R"("revoked": {"at": 1})", status, u"unknown (revoked: {\"at\":1})"_s);
    row(R"("revoked": [])", status, u"unknown (revoked: [])"_s);
    row(R"("revoked": "maybe", "expireDate": "2020-01-01T00:00:00Z")", status, u"expired"_s); // that much is sure
    row(R"("revoked": true, "expireDate": "soon")", status, u"revoked"_s);
    row(R"("expireDate": "soon")", status, u"unknown (expires: soon)"_s);
    row(R"("expireDate": "2024-01-01")", status, u"expired"_s);
    row(R"("expireDate": 1704067200)", status, u"expired"_s);

    // What another name says is of no harm, or is about something else.
    for (const char *other :
         {"\"Revoked\": false", "\"isRevoked\": 0", "\"enabled\": true", "\"active\": \"yes\"", "\"disabled\": false",
          "\"revokedAt\": null", "\"expiresAt\": \"\"", "\"status\": null", "\"webhookEnabled\": false",
          "\"canRevoke\": true", "\"rateLimitExpires\": 5", "\"expiryNotice\": 7", "\"statement\": \"x\"",
          "\"lastActive\": \"2020-01-01\"", "\"exports\": true", "\"Name\": \"x\""})
        row(other, status, u"usable"_s);

    const int expires = ApiKeysModel::Expires;
    for (const char *never : {"null", "\"\"", "\" \"", "\"0001-01-01\"", "\"0001-01-01T00:00:00\"",
                              "\"0001-01-01T00:00:00+02:00\"", "\"9999-12-31\"", "\"9999-12-31T23:59:59.9999999Z\"",
                              "\"/Date(-62135596800000)/\"", "253402300799", "253402300799999", "\"never\""})
        row(QByteArray("\"expireDate\": ") + never, expires, u"never"_s);
    row(R"()", expires, u"never"_s);
    for (const char *moment : {"\"2024-05-01T12:30:00Z\"",
                               "\"2024-05-01T12:30:00\"",
                               "\"2024-05-01 12:30:00\"",
                               "\"2024-05-01T12:30Z\"",
                               "\"2024-05-01T12:30:00.1234567Z\"",
                               "\"2024-05-01T14:30:00+02:00\"",
                               "\"2024-05-01T14:30:00+0200\"",
                               "\"2024-05-01T14:30:00+02\"",
                               "\"2024-05-01 14:30:00 +02:00\"",
                               "\"2024-05-01t12:30:00z\"",
                               "\"2024-05-01 12:30:00 UTC\"",
                               "\" 2024-05-01T12:30:00Z \"",
                               "1714566600",
                               "1714566600000",
                               "1714566600.5",
                               "\"1714566600\"",
                               "\"1714566600000\"",
                               "\"/Date(1714566600000)/\"",
                               "\"/Date(1714566600000+0200)/\"",
                               "\"\\/Date(1714566600000)\\/\"",
                               "\"Wed, 01 May 2024 12:30:00 GMT\""})
        row(QByteArray("\"expireDate\": ") + moment, expires, u"01/05/2024 12:30"_s);
    row(R"("expireDate": "2024-05-01")", expires, u"01/05/2024"_s);
    for (const char *unread : {"soon",
                               "2024-02-30",
                               "2024-13-01T00:00:00Z",
                               "2024-05-01T25:00:00Z",
                               "2024-05-01T12:30:00+99:00",
                               "9999-12-31T23:59:59+99:00",
                               "2024-05-01T12:30:60Z",
                               "2024-05-01T12Z",
                               "2024-05-01T12:30:00.Z",
                               "2024-05-01T12:30:00.1234567890Z",
                               "2024-05-01T12:30:00+02:0",
                               "2024-05-01T12:30:00Z+01:00",
                               "01/02/2024",
                               "1.2.2024",
                               "20240501",
                               "2024-5-1",
                               "May 2024",
                               "0",
                               "-1",
                               "2024-05-01T12:30:00Zulu",
                               "in 3 days",
                               "true",
                               "99999999999999999999",
                               "638501634000000000",
                               "/Date(soon)/",
                               "24-05-01"})
        row(QByteArray("\"expireDate\": \"") + unread + "\"", expires, u"unknown: "_s + QString::fromLatin1(unread));
    for (const char *unread : {"0", "1", "-1", "20240501", "true", "[1]"})
        row(QByteArray("\"expireDate\": ") + unread, expires, u"unknown: "_s + QString::fromLatin1(unread));
    row(R"("expireDate": {"$date": 1})", expires, u"unknown: {\"$date\":1}"_s);
    row("\"expireDate\": \"so\xE2\x80\xAEon\"", expires, u"unknown: so‹U+202E›on"_s);
    row(R"("createdDate": "2024-05-01T12:30:00Z")", ApiKeysModel::Created, u"01/05/2024 12:30"_s);
    row(R"("expiresAt": "2020-01-01")", expires, u"unknown: 2020-01-01"_s);
    row(R"("ExpireDate": "2020-01-01")", expires, u"unknown: 2020-01-01"_s);
    row(R"("validUntil": "2020-01-01", "expireDate": "2024-05-01")", expires, u"01/05/2024"_s);
    row(R"("revokedAt": "2020-01-01")", expires, u"never"_s);
    row(R"("createdDate": "lately")", ApiKeysModel::Created, u"unknown: lately"_s);
    row(R"()", ApiKeysModel::Created, u""_s);

    const int permissions = ApiKeysModel::Permissions;
    row(R"()", permissions, u"none"_s);
    for (const char *none : {"null", "0", "\"0\"", "\"None\"", "[]", "[\"none\"]"})
        row(QByteArray("\"permissions\": ") + none, permissions, u"none"_s);
    for (const char *both : {"3", "3.0", "\"3\"", "\" 3 \"", "\"Read, Write\"", "\"read,write\"", "\"READ | WRITE\"",
                             "\"Write;Read\"", "\"Read Write\"", "\"ReadWrite\"", "[\"Read\", \"Write\"]", "[1, 2]",
                             "[\"1\", \"write\"]", "[\"Read, Write\"]"})
        row(QByteArray("\"permissions\": ") + both, permissions, u"Read, Write"_s);
    row(R"("permissions": 64)", permissions, u"other (64)"_s);
    row(R"("permissions": "67")", permissions, u"Read, Write, other (64)"_s);
    row(R"("permissions": "Read, Approve")", permissions, u"Read, other (Approve)"_s);
    row(R"("permissions": ["Read", "Approve", 64])", permissions, u"Read, other (64, Approve)"_s);
    row(R"("permissions": "All")", permissions, u"all"_s);
    row(R"("permissions": "no read")", permissions, u"unknown: no read"_s);
    row(R"("permissions": "Approve")", permissions, u"unknown: Approve"_s);
    row(R"("permissions": ["Approve"])", permissions, u"unknown: [\"Approve\"]"_s);
    row(R"("permissions": "")", permissions, u"unknown"_s);
    row(R"("permissions": "0x3")", permissions, u"unknown: 0x3"_s);
    row(R"("permissions": 1.5)", permissions, u"unknown: 1.5"_s);
    row(R"("permissions": true)", permissions, u"unknown: true"_s);
    row(R"("permissions": {"read": true})", permissions, u"unknown: {\"read\":true}"_s);
    row(R"("permissions": ["Read", null])", permissions, u"unknown: [\"Read\",null]"_s);
    row("\"permissions\": \"a\xE2\x80\xAE\"", permissions, u"unknown: a‹U+202E›"_s);
}

void KeysModelTest::whatIsReadIsTold()
{
    QFETCH(const QByteArray, members);
    QFETCH(const int, column);
    QFETCH(const QString, shown);
    ApiKeysModel model;
    model.setUser(userWithKey(members));
    QCOMPARE(model.index(0, column).data().toString(), shown);
}

void KeysModelTest::whatIsUnknownIsNeverUsable_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("status");
    const auto row = [](const char *name, const QByteArray &members, const QString &status) {
        QTest::newRow(name) << members << u"unknown (%1)"_s.arg(status);
    };
    row("revoked", R"("revoked": "maybe")", u"revoked: maybe"_s);
    row("expires", R"("expireDate": "soon")", u"expires: soon"_s);
    row("both", R"("revoked": 7, "expireDate": {})", u"revoked: 7"_s);
    row("revoked, twice", R"("revoked": true, "revoked": false)", u"in the response twice: revoked"_s);
    row("revoked, twice, once escaped", R"("r\u0065voked": false, "revoked": true)",
        u"in the response twice: revoked"_s);
    QByteArray many; // more than are compared with each other
    for (int i = 0; i < 40; ++i)
        many += "\"other" + QByteArray::number(i) + "\": 1, ";
    row("revoked, twice, among many", "\"revoked\": true, " + many + "\"revoked\": false",
        u"in the response twice: revoked"_s);
    row("expires, twice", R"("expireDate": "2020-01-01T00:00:00Z", "expireDate": null)",
        u"in the response twice: expireDate"_s);
    row("expires later, twice", R"("expireDate": "2020-01-01T00:00:00Z", "expireDate": "2999-01-01T00:00:00Z")",
        u"in the response twice: expireDate"_s);
    row("the key, twice", R"("key": "api_a", "key": "api_b")", u"in the response twice: key"_s);
    // By another name. Names and values as services write them.
    for (const char *member : {"Revoked: true",
                               "isRevoked: true",
                               "is_revoked: 1",
                               "revokedAt: 2024-01-01",
                               "RevokedBy: 7",
                               "enabled: false",
                               "IsEnabled: no",
                               "active: false",
                               "disabled: true",
                               "status: revoked",
                               "keyStatus: active",
                               "state: 2",
                               "ExpireDate: 2020-01-01T00:00:00Z",
                               "expire_date: 2020-01-01",
                               "expires: 2020-01-01",
                               "expiresAt: 2020-01-01",
                               "expirationDate: 2999-01-01",
                               "validUntil: 2020-01-01",
                               "notAfter: 1577836800",
                               "deletedOn: 2024-01-01",
                               "blocked: true",
                               "suspended: maybe",
                               "expires: false"}) {
        const QString text = QString::fromLatin1(member);
        const QString name = text.section(u": "_s, 0, 0);
        const QString value = text.section(u": "_s, 1);
        const bool isBare = value == "true"_L1 || value == "false"_L1;
        row(member, (isBare ? u"\"%1\": %2"_s : u"\"%1\": \"%2\""_s).arg(name, value).toUtf8(), text);
    }
    row("another case beside it", R"("revoked": false, "Revoked": true)", u"Revoked: true"_s);
    row("state as an object", R"("status": {"revoked": true})", u"status: {\"revoked\":true}"_s);
    row("the list of keys, twice", R"("revoked": false}], "apiKeys":[{"revoked": false)",
        u"in the response twice: apiKeys"_s);
}

void KeysModelTest::whatIsNotYetOrNoKeyIsNotUsable_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("status");
    const auto row = [](const QByteArray &members, const QString &status) {
        QTest::newRow(members.constData()) << members << status;
    };
    const QString notYet = u"not valid yet (from 01/01/2099 00:00)"_s;
    row(R"("notBefore": "2099-01-01T00:00:00Z")", notYet);
    row(R"("validFrom": "2099-01-01T00:00:00")", notYet);
    row(R"("valid_from": "/Date(4070908800000)/")", notYet);
    row(R"("nbf": 4070908800)", notYet);
    row(R"("startDate": "2099-01-01T00:00:00Z")", notYet);
    row(R"("effectiveDate": "2099-01-01T00:00:00Z")", notYet);
    row(R"("activeFrom": "2099-01-01")", u"not valid yet (from 01/01/2099)"_s);
    row(R"("notBefore": "2020-01-01T00:00:00Z", "startDate": "2099-01-01T00:00:00Z")", notYet);
    row(R"("notBefore": "2020-01-01T00:00:00Z")", u"usable"_s);
    row(R"("validFrom": null)", u"usable"_s);
    row(R"("validFrom": "soon")", u"unknown (validFrom: soon)"_s);
    row(R"("createdDate": "2099-01-01T00:00:00Z")", u"unknown (created: 01/01/2099 00:00)"_s);
    row(R"("key": "")", u"no key"_s);
    row(R"("key": null)", u"no key"_s);
    row(R"("key": {})", u"no key"_s);
    row(R"("key": "", "expireDate": "2020-01-01T00:00:00Z")", u"expired"_s);
    row(R"("validFrom": "2099-01-01T00:00:00Z", "revoked": true)", u"revoked"_s);
}

void KeysModelTest::whatIsNotYetOrNoKeyIsNotUsable()
{
    QFETCH(const QByteArray, members);
    QFETCH(const QString, status);
    ApiKeysModel model;
    model.setUser(userWithKey(members));
    QCOMPARE(model.index(0, ApiKeysModel::Status).data().toString(), status);
    ApiKeysFilter filter;
    filter.setSourceModel(&model);
    filter.setShow(Show::UsableNow);
    QCOMPARE(filter.rowCount(), status == "usable"_L1 ? 1 : 0);
    QCOMPARE(model.caution(0).isEmpty(), status == "usable"_L1);
    // As soon as it is valid, it is told so.
    const ApiKey key = userWithKey(members).apiKeys().first();
    const auto next = key.nextChange(QDateTime::currentDateTimeUtc());
    QCOMPARE(next.has_value(), status.contains(u"2099"_s));
    QVERIFY(!next || (key.state(next->addSecs(-1)) != State::Usable && key.state(*next) == State::Usable));
}

// It is among all keys, and nowhere where something is claimed about it.
void KeysModelTest::whatIsUnknownIsNeverUsable()
{
    QFETCH(const QByteArray, members);
    ApiKeysModel model;
    model.setUser(userWithKey(members));
    ApiKeysFilter filter;
    filter.setSourceModel(&model);
    QCOMPARE(filter.rowCount(), 1);
    for (const Show show : {Show::UsableNow, Show::Expiring, Show::ExpiredOrRevoked}) {
        filter.setShow(show);
        QCOMPARE(filter.rowCount(), 0);
    }
    filter.setShow(Show::All);
    filter.setText(u"unknown"_s);
    QCOMPARE(filter.rowCount(), 1);
    QTEST(model.index(0, ApiKeysModel::Status).data().toString(), "status");
    QVERIFY(!userWithKey(members).apiKeys().first().nextChange(QDateTime::currentDateTimeUtc()));
}

void KeysModelTest::aListThatIsNotUnderstoodIsNotEmpty_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("remark"); // how it begins
    const QString unreadable = u"The service sent the list"_s;
    const QStringList alpha{u"Alpha"_s};
    const auto row = [](const QByteArray &list, const QStringList &names, const QString &remark) {
        QTest::newRow(list.constData()) << list << names << remark;
    };
    row("[]", {}, {});
    row("null", {}, {});
    row(R"([{"id":1,"name":"Alpha"}])", alpha, {});
    row(R"({"$id":"3","$values":[{"$id":"4","id":1,"name":"Alpha"}]})", alpha, {});
    row(R"({"$id":"3","$values":[]})", {}, {});
    row(R"({"1":{"id":1,"name":"Alpha"}})", {}, unreadable);
    row(R"("[{}]")", {}, unreadable);
    row("5", {}, unreadable);
    row(R"([null,5,"api_x",{"id":1,"name":"Alpha"},[]])", alpha, u"4 entr"_s);
    row(R"({"$values":[{"$ref":"9"},{"id":1,"name":"Alpha"}]})", alpha, u"1 entr"_s);
    row(R"(["api_x"])", {}, u"1 entr"_s);
}

void KeysModelTest::aListThatIsNotUnderstoodIsNotEmpty()
{
    QFETCH(const QByteArray, list);
    QFETCH(const QStringList, names);
    QFETCH(const QString, remark);
    ApiKeysModel model;
    QSignalSpy changed(&model, &ApiKeysModel::listRemarkChanged);
    model.setUser(userWithList(list));
    QStringList shown;
    for (int row = 0; row < model.rowCount(); ++row)
        shown << model.index(row, ApiKeysModel::Name).data().toString();
    QCOMPARE(shown, names);
    QVERIFY2(model.listRemark().startsWith(remark) && model.listRemark().isEmpty() == remark.isEmpty(),
             qPrintable(model.listRemark()));
    QCOMPARE(changed.size(), remark.isEmpty() ? 0 : 1);
    // A list that could not be read takes no key away, and says so.
    model.setUser(userWithList(R"([{"id":1,"name":"Alpha"}])"));
    QCOMPARE(model.listRemark(), QString());
    model.setUser(userWithList(R"({"1":{"id":1}})"));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.listRemark().startsWith(u"These are the API keys as last read"_s));
}

void KeysModelTest::aRevealFollowsItsKey_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("revealed");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const QString &before, int revealed, const QString &after, int expected) {
        QTest::newRow(name) << before << revealed << after << expected;
    };
    row("the same", u"1:a 2:b 3:c"_s, 1, u"1:a 2:b 3:c"_s, 1);
    row("another order", u"1:a 2:b 3:c"_s, 1, u"3:c 1:a 2:b"_s, 2);
    row("one more before it", u"1:a 2:b"_s, 1, u"9:z 1:a 2:b"_s, 2);
    row("one less before it", u"1:a 2:b"_s, 1, u"2:b"_s, 0);
    row("gone", u"1:a 2:b 3:c"_s, 1, u"1:a 3:c"_s, -1);
    row("gone, the last", u"1:a 2:b"_s, 1, u"1:a"_s, -1);
    row("all gone", u"1:a"_s, 0, u""_s, -1);
    row("renamed", u"1:a 2:b"_s, 1, u"2:x:b 1:a"_s, 0);
    row("another secret", u"1:a 2:b:old"_s, 1, u"2:b:new 1:a"_s, 0);
    row("ids exchanged", u"1:a 2:b"_s, 1, u"2:a 1:b"_s, 1);
    row("replaced by one of its name", u"1:a 2:b"_s, 1, u"1:a 9:b:new"_s, -1);
    row("without ids", u":a :b"_s, 1, u":b :a"_s, 0);
    row("without ids, renamed", u":a :b"_s, 1, u":a :x:b"_s, -1);
    row("without ids, same names", u":a:k :a:l"_s, 1, u":a:l :a:k"_s, 0);
    row("without ids, another secret", u":a:k :a:l"_s, 1, u":a:k :a:m"_s, -1);
    row("doubled ids", u"5:a 5:b"_s, 1, u"5:b 5:a"_s, 0);
    row("doubled ids, the other is gone", u"5:a 5:b"_s, 1, u"5:b"_s, 0);
    row("doubled ids, gone", u"5:a 5:b"_s, 1, u"5:a"_s, -1);
    row("doubled ids, changed", u"5:a 5:b"_s, 1, u"5:a 5:c"_s, -1);
    row("an id becomes doubled", u"5:a"_s, 0, u"5:b 5:a"_s, 1);
    row("equal in everything", u":a:k :a:k"_s, 1, u":a:k :a:k"_s, 1);
    row("renumbered", u"1:a:k 2:b:l 3:c:m"_s, 1, u"1:b:l 2:c:m"_s, 0);
    row("renumbered, the last", u"1:a:k 2:b:l 3:c:m"_s, 2, u"1:b:l 2:c:m"_s, 1);
    row("renumbered, gone", u"1:a:k 2:b:l 3:c:m"_s, 0, u"1:b:l 2:c:m"_s, -1);
    row("an id given to another key", u"1:a:k 2:b:l"_s, 1, u"1:a:k 2:c:m"_s, -1);
    row("renamed, with the same secret", u"1:a:k 2:b:l"_s, 1, u"1:a:k 2:c:l"_s, 1);
    row("an id comes", u":a :b"_s, 1, u"1:a 2:b"_s, -1);
}

void KeysModelTest::aRevealFollowsItsKey()
{
    QFETCH(const QString, before);
    QFETCH(const int, revealed);
    QFETCH(const QString, after);
    QFETCH(const int, expected);
    ApiKeysModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setUser(userWithKeys(before));
    model.reveal(revealed);
    model.setUser(userWithKeys(after));
    QCOMPARE(model.revealedRow(), expected);
    // Somebody else's keys are others, whatever their ids.
    model.setUser(userWithKeys(before));
    model.reveal(revealed);
    QJsonObject other = userWithKeys(before).document();
    other.insert("id"_L1, u"8"_s);
    model.setUser(User(other));
    QCOMPARE(model.revealedRow(), -1);
    other.remove("apiKeys"_L1);
    other.insert("id"_L1, u"9"_s);
    model.setUser(User(other));
    QCOMPARE(model.rowCount(), 0);
}

void KeysModelTest::howLongAKeyIsValidIsNeverOverstated_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("told"); // without the plurals of a translation
    QTest::newRow("thirty days") << 30 * 24 * 3600 << u"30 day(s)"_s;
    QTest::newRow("six days, in the evening of the last") << (5 * 24 + 11) * 3600 << u"5 day(s)"_s;
    QTest::newRow("five days and a night") << (5 * 24 + 13) * 3600 << u"6 day(s)"_s;
    QTest::newRow("two days and an hour") << 49 * 3600 << u"2 day(s)"_s;
    QTest::newRow("two days") << 48 * 3600 << u"2 day(s)"_s;
    QTest::newRow("less than two days") << 48 * 3600 - 1 << u"47 hour(s)"_s;
    QTest::newRow("an hour") << 3600 << u"1 hour(s)"_s;
    QTest::newRow("less than an hour") << 3599 << u"59 minute(s)"_s;
    QTest::newRow("a minute") << 60 << u"1 minute(s)"_s;
    QTest::newRow("less than a minute") << 59 << u"less than a minute"_s;
    QTest::newRow("a second") << 1 << u"less than a minute"_s;
}

void KeysModelTest::howLongAKeyIsValidIsNeverOverstated()
{
    QFETCH(const int, seconds);
    QFETCH(const QString, told);
    const QDateTime now = QDateTime(QDate(2024, 5, 31), QTime(12, 0)).toUTC(); // noon here
    const QString end = now.addSecs(seconds).toString(Qt::ISODate);
    const ApiKeyRow row(ApiKey(QJsonObject{{u"key"_s, u"api_k"_s}, {u"expireDate"_s, end}}), now);
    QCOMPARE(row.text(ApiKeysModel::Status, false), u"expires in "_s + told);
    QVERIFY2(row.caution(now).contains(u"it expires in "_s + told), qPrintable(row.caution(now)));
    const QString detail = apiKeyDetail(row, ApiKeysModel::Status, {}, false);
    QVERIFY2(detail.contains(u"it expires in "_s + told + u':'), qPrintable(detail));
}

void KeysModelTest::hoursAndMinutesLeftRunDown()
{
    const auto key = [](int id, qint64 minutes) {
        const QDateTime end = QDateTime::currentDateTimeUtc().addSecs(minutes * 60).addMSecs(900);
        return QJsonObject{{u"id"_s, id}, {u"key"_s, u"api_k"_s}, {u"expireDate"_s, end.toString(Qt::ISODateWithMs)}};
    };
    ApiKeysModel model;
    model.setUser(User(QJsonObject{{u"id"_s, u"7"_s},
                                   {u"apiKeys"_s, QJsonArray{key(1, 48 * 60), key(2, 5 * 60), key(3, 9), key(4, 1)}}}));
    const auto told = [&model](int row) { return model.index(row, ApiKeysModel::Status).data().toString(); };
    COMPARE_EVENTUALLY(told(0), u"expires in 47 hour(s)"_s);
    COMPARE_EVENTUALLY(told(1), u"expires in 4 hour(s)"_s);
    COMPARE_EVENTUALLY(told(2), u"expires in 8 minute(s)"_s);
    COMPARE_EVENTUALLY(told(3), u"expires in less than a minute"_s);
}

void KeysModelTest::keysThatExpireAreTold_data()
{
    QTest::addColumn<QList<int>>("hours"); // until they expire
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const QList<int> &hours, const QString &told) {
        QTest::newRow(name) << hours << told;
    };
    row("none", {}, QString());
    row("none soon", {31 * 24 + 1, 800}, QString());
    row("expired already", {-1, -500}, QString());
    row("within thirty days", {29 * 24, 31 * 24 + 1}, u"1 key(s) expire within 30 days: k0"_s);
    row("within seven days", {6 * 24, 20 * 24, 5 * 24}, u"2 key(s) expire within 7 days: k2, k0"_s);
    row("within a day", {100, 3, -5}, u"1 key(s) expire within 24 hours: k1"_s);
    row("the first first, within a day", {20, 3, 11}, u"3 key(s) expire within 24 hours: k1, k2, k0"_s);
    row("many", {30, 31, 32, 33}, u"4 key(s) expire within 7 days: k0, k1, k2, …"_s);
}

void KeysModelTest::keysThatExpireAreTold()
{
    QFETCH(const QList<int>, hours);
    QFETCH(const QString, told);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QJsonArray keys;
    for (int i = 0; i < hours.size(); ++i)
        keys.append(QJsonObject{{u"id"_s, i},
                                {u"name"_s, u"k%1"_s.arg(i)},
                                {u"key"_s, u"api_k"_s},
                                {u"expireDate"_s, now.addSecs(hours.at(i) * 3600).toString(Qt::ISODate)}});
    ApiKeysModel model;
    model.setUser(User(QJsonObject{{u"id"_s, u"7"_s}, {u"apiKeys"_s, keys}}));
    QCOMPARE(expiryNotice(model), told);
}

void KeysModelTest::theKeyInUseIsMarked()
{
    ApiKeysModel model;
    model.setUser(userWithKeys(u"1:a 2:b"_s));
    const Secret used = model.keyAt(1).key();
    model.markInUse(used);
    QVERIFY(!model.isInUse(0));
    QVERIFY(model.isInUse(1));
    QCOMPARE(model.index(1, ApiKeysModel::Status).data().toString(), u"usable (this sign-in)"_s);
    QCOMPARE(model.caution(0), QString());
    QCOMPARE(model.caution(1), u"you are signed in with it"_s);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.markInUse(used);
    QCOMPARE(changed.count(), 0);
    model.markInUse({});
    QCOMPARE(changed.count(), 1);
    QVERIFY(!model.isInUse(1));
}

void KeysModelTest::everyStateIsASentenceInTheDetails()
{
    const QList<std::pair<QByteArray, QString>> keys{
        {R"("key":"api_x")", u"Usable. It never expires."_s},
        {R"("key":"api_x","expireDate":"2021-05-03")", u"Expired on "_s},
        {R"("key":"api_x","revoked":true)", u"Revoked. It no longer works."_s},
        {R"("key":"")", u"This entry holds no key."_s},
        {R"("key":"api_x","revoked":"maybe")", u"Its status is unknown (revoked: maybe)."_s},
    };
    for (const auto &[members, sentence] : keys) {
        ApiKeysModel model;
        model.setUser(userWithKey("\"id\":1,\"name\":\"a\"," + members));
        const QString status = model.index(0, ApiKeysModel::Status).data(ApiKeysModel::DetailRole).toString();
        QVERIFY2(status.startsWith(sentence), qPrintable(status));
    }
}

// Further ones could be taken for Lanyard's own words.
void KeysModelTest::aNameIsOneLineWhateverIsInIt()
{
    ApiKeysModel model;
    model.setUser(userWithKey(R"("id":1,"key":"api_x","name":"a\nb\r\nc\u2028d","revoked":true)"));
    const QModelIndex name = model.index(0, ApiKeysModel::Name);
    const QString line = u"a‹U+000A›b‹U+000D›‹U+000A›c‹U+2028›d"_s;
    QCOMPARE(name.data(ApiKeysModel::DetailRole).toString(), line);
    QCOMPARE(name.data().toString(), line);
    QCOMPARE(name.data(Qt::ToolTipRole).toString().section(u'\n', 0, 0), line);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::KeysModelTest)
#include "tst_keysmodel.moc"
