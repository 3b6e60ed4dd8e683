// The list of API keys: every state is told, and a secret is seen only where it was asked for.

#include "core/account/user.h"
#include "core/models/apikeysfilter.h"
#include "core/models/apikeysmodel.h"
#include "tests/core/support.h"
#include "tests/service/accountservice.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSet>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

using State = ApiKey::State;
using Show = ApiKeysFilter::Show;

const User &rich()
{
    static const User user(AccountService().user(u"mrossi"_s));
    return user;
}

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

} // namespace

class KeysModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMemberIsShown();
    void everyStateIsTold();
    void noRoleOfAnyCellTellsASecret();
    void onlyOneRowIsRevealed();
    void keysThatAreLeftOutStay();
    void secretsAreNotSortedBy();
    void sortingGoesByWhatTheColumnMeans_data();
    void sortingGoesByWhatTheColumnMeans();
    void aFilterFindsEveryWordInAnyColumn_data();
    void aFilterFindsEveryWordInAnyColumn();
    void aFilterShowsTheWantedStates_data();
    void aFilterShowsTheWantedStates();
    void theClockChangesStates();
    void hostileTextsAreShownHarmless();
};

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

void KeysModelTest::onlyOneRowIsRevealed()
{
    ApiKeysModel model;
    model.setUser(rich());
    QSignalSpy changed(&model, &ApiKeysModel::dataChanged);
    model.reveal(2);
    QCOMPARE(model.revealedRow(), 2);
    QCOMPARE(rowsThatTell(model), QSet<int>{2});
    QCOMPARE(model.index(2, ApiKeysModel::Key).data().toString(), u"api_bT8rQ5hJ2vMx6ZpLw0KcYn4s"_s);
    QVERIFY(!model.index(2, ApiKeysModel::Key).data(ApiKeysModel::SortRole).isValid());
    // Not to whoever stands near a screen reader.
    const QString heard = model.index(2, ApiKeysModel::Key).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(!heard.isEmpty() && !heard.contains("bT8rQ5hJ"_L1), qPrintable(heard));
    model.reveal(4);
    QCOMPARE(rowsThatTell(model), QSet<int>{4});
    QCOMPARE(changed.size(), 3); // the new one; the old one and the new one
    model.reveal(99);
    QCOMPARE(model.revealedRow(), -1);
    model.reveal(1);
    model.setUser(rich());
    QCOMPARE(rowsThatTell(model), QSet<int>()); // a new list is masked again
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
    QTest::newRow("not the mask") << u"•"_s << QStringList{};
    QTest::newRow("not the client secret") << u"5mp0aw"_s << QStringList{};
    QTest::newRow("no match") << u"build revoked"_s << QStringList{};
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

void KeysModelTest::theClockChangesStates()
{
    const QString soon = QDateTime::currentDateTimeUtc().addMSecs(1200).toString(Qt::ISODateWithMs);
    const QJsonObject key{{u"id"_s, 1}, {u"name"_s, u"Short"_s}, {u"expireDate"_s, soon}};
    ApiKeysModel model;
    model.refreshStates(); // without a row
    model.setUser(User(QJsonObject{{u"id"_s, u"7"_s}, {u"apiKeys"_s, QJsonArray{key}}}));
    QCOMPARE(model.index(0, 0).data(ApiKeysModel::StateRole).toInt(), static_cast<int>(State::Expiring));
    QTRY_VERIFY_WITH_TIMEOUT(
        (model.refreshStates(), model.index(0, 0).data(ApiKeysModel::StateRole).toInt() == int(State::Expired)),
        patienceMs);
    QVERIFY(model.index(0, 0).data(ApiKeysModel::FilterTextRole).toString().contains(u"expired"_s));
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
    QCOMPARE(model.rowCount(), 3);
    model.reveal(0);
    QVERIFY(model.index(0, ApiKeysModel::Name).data().toString().startsWith(u"<b>a</b>‹U+202E›x"_s));
    QVERIFY(model.index(0, ApiKeysModel::Name).data().toString().size() < 600);
    QCOMPARE(model.index(0, ApiKeysModel::Key).data().toString(), u"k‹U+0000›‹U+202E›"_s);
    QVERIFY(model.index(0, ApiKeysModel::Description).data().toString().size() < 2100);
    QCOMPARE(model.index(0, ApiKeysModel::Created).data().toString(), u"‹U+0007›yesterday"_s);
    QCOMPARE(model.index(0, ApiKeysModel::Expires).data().toString(), u"never"_s);
}

} // namespace lanyard::testing

QTEST_GUILESS_MAIN(lanyard::testing::KeysModelTest)
#include "tst_keysmodel.moc"
