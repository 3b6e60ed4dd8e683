// The settings as a tree: each is found, edited and taken back, and one that cannot be edited says so.

#include "core/base/nameorder.h"
#include "core/document/arrival.h"
#include "core/models/documentedits.h"
#include "core/models/placetext.h"
#include "core/models/settingsfilter.h"
#include "core/models/settingsmodel.h"
#include "tests/core/models/users.h"
#include "tests/core/support.h"
#include "tests/support/sanitized.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

User userWithSettings(const QByteArray &settings)
{
    return User(QJsonDocument::fromJson(R"({"id":"7","settings":)" + settings + "}").object());
}

// Every row of the tree, in the order in which a view shows them; names are indented by level.
QStringList lines(const QAbstractItemModel &model, const QModelIndex &parent = {}, int level = 0)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, SettingsModel::Name, parent);
        all << QString(level, u' ') + index.data().toString();
        all << lines(model, index, level + 1);
    }
    return all;
}

bool isOrdered(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, SettingsModel::Name, parent);
        const QString before = index.siblingAtRow(row - 1).data().toString();
        if (nameOrder().compare(before, index.data().toString()) > 0 || !isOrdered(model, index))
            return false;
    }
    return true;
}

QModelIndex find(const QAbstractItemModel &model, const QString &name, int column = SettingsModel::Value)
{
    const QModelIndexList found =
        model.match(model.index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? QModelIndex() : found.first().siblingAtColumn(column);
}

User userWithSettings(int count, const QString &value, bool isOneCategory)
{
    QJsonArray settings;
    for (int i = 0; i < count; ++i) {
        const QString number = QString::number(i);
        settings.append(QJsonObject{{u"id"_s, i},
                                    {u"category"_s, isOneCategory ? u"C"_s : u"C"_s + number},
                                    {u"name"_s, u"N"_s + number},
                                    {u"value"_s, value}});
    }
    return User({{u"id"_s, u"7"_s}, {u"settings"_s, settings}});
}

// Of every fifth.
QList<Change> someChanges(qsizetype settings)
{
    QList<Change> changes;
    for (qsizetype i = 0; i < settings; i += 5)
        changes.append({Path::setting(QString::number(i)), u"mine"_s});
    return changes;
}

// What a save does with the edits and the document, but for sending it.
void save(const User &base)
{
    DocumentEdits user;
    user.reset(base);
    user.edit(someChanges(base.settings().size()));
    const QList<Change> sent = user.beginSave();
    const Merge merge = merged(sent, base);
    QCOMPARE(merge.changes.size(), sent.size());
    const User answer(withChanges(base.document(), merge.changes));
    user.finishSave({.kind = SaveEnd::Kind::Answered, .user = answer, .notKept = changesNotIn(answer, sent)});
    QVERIFY(!user.hasEdits());
}

void saveInVain(const User &base)
{
    DocumentEdits user;
    user.reset(base);
    user.edit(someChanges(base.settings().size()));
    const QList<Change> sent = user.beginSave();
    user.finishSave({.kind = SaveEnd::Kind::Answered, .user = base, .notKept = changesNotIn(base, sent)});
    QCOMPARE(user.changes().size(), sent.size());
}

void showTree(const User &base)
{
    DocumentEdits user;
    user.reset(base);
    const SettingsModel model(user);
    QVERIFY(model.rowCount() == base.settings().size() || model.rowCount() == 1);
}

// Each one by itself, while a page shows them.
void editOneByOne(const User &base)
{
    DocumentEdits user;
    user.reset(base);
    SettingsModel model(user);
    for (const Change &change : someChanges(base.settings().size()))
        QVERIFY(model.setText(change.path.settingId(), change.value.toString(), u"theirs"_s));
    QCOMPARE(user.undoStack()->count(), someChanges(base.settings().size()).size());
}

void reloadWithEdits(const User &base)
{
    DocumentEdits user;
    user.reset(base);
    const SettingsModel model(user);
    user.edit(someChanges(base.settings().size()));
    user.setBase(base);
    QCOMPARE(user.changes().size(), someChanges(base.settings().size()).size());
}

void conflict(const User &base)
{
    DocumentEdits user;
    user.reset(base);
    user.edit(someChanges(base.settings().size()));
    QVERIFY(!user.beginSave().isEmpty());
    user.finishSave({.kind = SaveEnd::Kind::Conflicted, .user = base});
    QVERIFY(user.hasEdits());
}

// Reloaded while nothing matches, as long as the list is filtered.
void filterAndReload(const User &base)
{
    DocumentEdits user;
    user.reset(base);
    SettingsModel model(user);
    SettingsFilter filter;
    filter.setSourceModel(&model);
    QCOMPARE(lines(filter).isEmpty(), base.settings().isEmpty());
    for (const QString &text : {u"theirs"_s, u"n1 theirs"_s, u"nothing"_s}) {
        filter.setText(text);
        user.setBase(base);
        QCOMPARE(lines(filter).isEmpty(), text == u"nothing"_s);
    }
}

// The least of some runs: what the machine does besides adds to the others. No more of them than it takes to see that
// it is @p enough.
double cpuSecondsOf(const std::function<void()> &act, double enough = 0)
{
    double least = 1e9;
    for (int run = 0; run < 3 && least >= enough; ++run) {
        const std::clock_t begin = std::clock();
        act();
        least = std::min(least, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return least;
}

} // namespace

class SettingsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListThatIsNotUnderstoodIsNotEmpty_data();
    void aListThatIsNotUnderstoodIsNotEmpty();
    void manySettingsTakeTimeInProportion_data();
    void manySettingsTakeTimeInProportion();
    void theTreeHasCategoriesGroupsAndSettings();
    void whatHasNoCategoryIsGeneral();
    void everyMemberIsShown();
    void aSettingIsEditedAndTakenBack();
    void whatCannotBeEditedSaysSo();
    void aSecretIsMasked();
    void aSecretPartOfAValueIsMasked();
    void aSecretThatIsNoSingleLineIsLocked();
    void settingsThatAreLeftOutStay();
    void theTreeStaysWhenTheSettingsDo();
    void sameSettingsAreToldOnlyWhereSomethingMayHaveChanged();
    void theTreeIsMadeAnewWhenTheSettingsChange();
    void anIdThatStandsTwiceIsShownButNotEdited();
    void longAndHostileTextsAreShownHarmless();
    void spacesThatCountAreSeen();
    void aProgramMayReadAText_data();
    void aProgramMayReadAText();
    void anUnusualTextIsRemarkedOn();
    void whatIsNoValueOfItsTypeIsKeptAndNotSaved();
    void aMisfitIsTakenBack_data();
    void aMisfitIsTakenBack();
    void whatStandsThereUnusuallyIsSaid_data();
    void whatStandsThereUnusuallyIsSaid();
    void everyLockSaysWhy_data();
    void everyLockSaysWhy();
    void aToolTipIsNeverHtml();
    void aTextBegunBeforeAReloadRemembersWhatStoodThere();
    void whatIsTypedIsNeverTakenOverForTheNextUser();
    void aFilterFindsEveryWordInAnyColumn_data();
    void aFilterFindsEveryWordInAnyColumn();
    void aFilterFindsWhatHasChangedSince();
    void whatIsEditedStaysInTheFilteredList();
};

void SettingsModelTest::manySettingsTakeTimeInProportion_data()
{
    QTest::addColumn<std::function<void(const User &)>>("act");
    QTest::addColumn<bool>("isOneCategory");
    for (const bool isOneCategory : {false, true}) {
        const auto row = [isOneCategory](const char *name, void (*act)(const User &)) {
            QTest::addRow("%s in %s", name, isOneCategory ? "one category" : "a category each")
                << std::function<void(const User &)>(act) << isOneCategory;
        };
        row("a save", save);
        row("a save of which nothing is taken", saveInVain);
        row("the tree", showTree);
        row("edits one by one", editOneByOne);
        row("a reload with edits", reloadWithEdits);
        row("a conflict", conflict);
        row("a filter and a reload", filterAndReload);
    }
}

void SettingsModelTest::manySettingsTakeTimeInProportion()
{
    if (!hasProcessorClock())
        QSKIP("There is no clock of the processor's time.");
    QFETCH(const std::function<void(const User &)>, act);
    QFETCH(const bool, isOneCategory);
#ifdef LANYARD_SANITIZED
    constexpr int count = 100; // the ratio is the same, and a sanitizer takes its time
#else
    constexpr int count = 400;
#endif
    const User few = userWithSettings(count, u"theirs"_s, isOneCategory);
    const User many = userWithSettings(10 * count, u"theirs"_s, isOneCategory);
    const double seconds = cpuSecondsOf([&] { act(few); });
    const double enough = 20 * seconds + 0.02;
    const double ofMany = cpuSecondsOf([&] { act(many); }, enough);
    qInfo("%.1f ms for %d settings, %.1f ms for ten times as many", seconds * 1e3, count, ofMany * 1e3);
    QVERIFY2(ofMany < enough, qPrintable(u"%1 times as long"_s.arg(ofMany / seconds)));
}

void SettingsModelTest::theTreeHasCategoriesGroupsAndSettings()
{
    DocumentEdits user;
    user.reset(rich());
    SettingsModel model(user);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    // In the order of the user's language, which says where capitals go.
    QVERIFY(isOrdered(model));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(lines(model).mid(0, 7), (QStringList{u"Appearance"_s, u" Colours"_s, u"  Accent colour"_s, u" Texts"_s,
                                                  u"  Greeting"_s, u" Window"_s, u"  Layout of the licence table"_s}));
    QCOMPARE(lines(model).size(), 4 + 8 + 12);
    const QModelIndex category = model.index(0, 0);
    QVERIFY(!category.data(SettingsModel::IsSettingRole).toBool());
    QVERIFY(!category.data(SettingsModel::TypeRole).isValid());
    QVERIFY(!model.setData(category.siblingAtColumn(SettingsModel::Value), u"x"_s));
    model.revertAt(category); // does nothing
    QVERIFY(!model.index(0, 99).isValid() && !model.index(-1, 0).isValid() && !model.data({}).isValid());
}

void SettingsModelTest::whatHasNoCategoryIsGeneral()
{
    DocumentEdits user;
    user.reset(userWithSettings(
        R"([{"id":1,"name":"B","group":"G"},{"id":2,"name":"A"},{"id":3,"category":"C"},{"id":4,"name":"A"}])"));
    const SettingsModel model(user);
    QCOMPARE(lines(model), (QStringList{u"C"_s, u" (no name)"_s, u"General"_s, u" A"_s, u" A"_s, u" G"_s, u"  B"_s}));
}

void SettingsModelTest::everyMemberIsShown()
{
    DocumentEdits user;
    user.reset(rich());
    const SettingsModel model(user);
    const QModelIndex days = find(model, u"Days before expiry"_s);
    QCOMPARE(days.data().toString(), u"30"_s);
    QCOMPARE(days.data(Qt::EditRole).toString(), u"30"_s);
    QCOMPARE(days.data(SettingsModel::TypeRole).toInt(), static_cast<int>(Setting::Type::Integer));
    QCOMPARE(days.siblingAtColumn(SettingsModel::Type).data().toString(), u"Whole number"_s);
    QCOMPARE(days.siblingAtColumn(SettingsModel::Type).data(Qt::ToolTipRole).toString(), u"Int32"_s);
    QVERIFY(!days.siblingAtColumn(SettingsModel::Type).data(Qt::EditRole).isValid());
    QCOMPARE(days.siblingAtColumn(SettingsModel::Description).data().toString(),
             u"When to warn of a licence that runs out."_s);
    QVERIFY(days.data(SettingsModel::IsSettingRole).toBool() && !days.data(SettingsModel::SecretRole).toBool());
    QVERIFY(!days.data(Qt::UserRole + 99).isValid());
    QCOMPARE(model.headerData(SettingsModel::Value, Qt::Horizontal).toString(), u"Value"_s);
    QVERIFY(!model.headerData(99, Qt::Horizontal).isValid() && !model.headerData(0, Qt::Vertical).isValid());
}

void SettingsModelTest::aSettingIsEditedAndTakenBack()
{
    DocumentEdits user;
    user.reset(rich());
    SettingsModel model(user);
    QSignalSpy changed(&model, &SettingsModel::dataChanged);
    const QModelIndex greeting = find(model, u"Greeting"_s);
    QVERIFY(greeting.flags() & Qt::ItemIsEditable);
    QVERIFY(model.setData(greeting, u"Ciao"_s));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex(), greeting.siblingAtColumn(0));
    QCOMPARE(greeting.data().toString(), u"Ciao"_s);
    QVERIFY(greeting.data(SettingsModel::ChangedRole).toBool());
    QCOMPARE(user.changes().size(), 1);
    QVERIFY(user.changes().first().path == Path::setting(u"202"_s));
    QVERIFY(model.setData(greeting, u"Buongiorno, Μαρία! こんにちは"_s)); // typed back
    QVERIFY(!user.hasEdits());
    QVERIFY(model.setData(greeting, u"Ciao"_s));
    model.revertAt(greeting);
    QVERIFY(!user.hasEdits());
    user.setNotice(Path::setting(u"202"_s), u"The service kept it."_s);
    QCOMPARE(greeting.data(SettingsModel::NoticeRole).toString(), u"The service kept it."_s);
    QVERIFY(!model.setData(greeting, u"x"_s, Qt::DisplayRole));
}

void SettingsModelTest::whatCannotBeEditedSaysSo()
{
    DocumentEdits user;
    user.reset(
        userWithSettings(R"([{"id":1,"name":"locked","value":"x","readOnly":true},{"id":2,"name":"number","value":5},
                          {"name":"nobody","value":"y"},{"id":4,"name":"free","value":"z"}])"));
    SettingsModel model(user);
    for (const QString &name : {u"locked"_s, u"number"_s, u"nobody"_s}) {
        const QModelIndex index = find(model, name);
        QVERIFY2(index.data(SettingsModel::ReadOnlyRole).toBool(), qPrintable(name));
        QVERIFY2(!(index.flags() & Qt::ItemIsEditable), qPrintable(name));
        QVERIFY2(!model.setData(index, u"new"_s), qPrintable(name));
        QVERIFY2(!index.data().toString().isEmpty(), qPrintable(name));
    }
    const QModelIndex free = find(model, u"free"_s);
    QVERIFY(!free.data(SettingsModel::ReadOnlyRole).toBool());
    QVERIFY(!(free.siblingAtColumn(SettingsModel::Name).flags() & Qt::ItemIsEditable));
    QVERIFY(!user.hasEdits());
}

void SettingsModelTest::aSecretIsMasked()
{
    DocumentEdits user;
    user.reset(rich());
    const SettingsModel model(user);
    const QModelIndex password = find(model, u"SMTP password"_s);
    QVERIFY(password.data(SettingsModel::SecretRole).toBool());
    QCOMPARE(password.data().toString(), u"••••••••"_s);
    QCOMPARE(password.data(Qt::EditRole).toString(), u"made-up-smtp-5ecret!"_s); // for its editor only
    for (int role = 0; role < Qt::UserRole + 64; ++role) {
        if (role != Qt::EditRole && role != SettingsModel::HeldRole)
            QVERIFY(!password.data(role).toString().contains(u"smtp"_s));
    }
}

// By no name of the setting: the value tells.
void SettingsModelTest::aSecretPartOfAValueIsMasked()
{
    DocumentEdits user;
    user.reset(userWithSettings(R"([{"id":1,"name":"Proxy","value":"https://u:canary@h/","type":"Url"},
                          {"id":2,"name":"Db","value":"Server=x;Password=canary;User=y","type":"String"},
                          {"id":3,"name":"Mail","value":"{\n \"password\": \"canary\"\n}","type":"Json"},
                          {"id":4,"name":"Speed","value":"1","type":"String"}])"));
    user.edit(Path::setting(u"4"_s), u"token=canary"_s);
    const SettingsModel model(user);
    QCOMPARE(find(model, u"Proxy"_s).data().toString(), u"https://u:•••@h/"_s);
    QCOMPARE(find(model, u"Db"_s).data().toString(), u"Server=x;Password=•••;User=y"_s);
    QCOMPARE(find(model, u"Mail"_s).data().toString(), u"{ \"password\": \"•••\" }"_s);
    QCOMPARE(find(model, u"Speed"_s).data().toString(), u"token=•••"_s);
    for (const QString &name : {u"Proxy"_s, u"Db"_s, u"Mail"_s, u"Speed"_s}) {
        const QModelIndex value = find(model, name);
        QVERIFY(value.data(SettingsModel::HoldsSecretRole).toBool());
        QVERIFY(value.flags() & Qt::ItemIsEditable); // it is known what is changed
        for (int role = 0; role < Qt::UserRole + 64; ++role) {
            if (role != Qt::EditRole && role != SettingsModel::HeldRole)
                QVERIFY(!value.data(role).toString().contains(u"canary"_s));
        }
    }
    for (const QString &id : {u"1"_s, u"2"_s, u"3"_s, u"4"_s}) {
        const auto at = [&user](const Path &path) { return user.value(path); };
        QVERIFY(!placeTexts(Path::setting(id), user.base(), {at, at}).join(u' ').contains(u"canary"_s));
    }
}

void SettingsModelTest::aSecretThatIsNoSingleLineIsLocked()
{
    DocumentEdits user;
    user.reset(userWithSettings(R"([{"id":1,"name":"Token","value":"{\"a\":1}","type":"json"},
                          {"id":2,"name":"Key","value":"a\nb","type":"secret"},
                          {"id":3,"name":"Password","value":"a\rb"},{"id":4,"name":"Text","value":"a\nb"},
                          {"id":5,"name":"Secret","value":"x","readOnly":true}])"));
    SettingsModel model(user);
    const auto reason = [&model](const QString &name) {
        return find(model, name).data(SettingsModel::LockReasonRole).toString();
    };
    for (const QString &name : {u"Token"_s, u"Text"_s}) {
        QVERIFY2(reason(name).isEmpty(), qPrintable(name));
        QVERIFY2(model.setData(find(model, name), u"new"_s), qPrintable(name));
    }
    for (const QString &name : {u"Key"_s, u"Password"_s}) {
        QVERIFY2(reason(name).contains(u"not a single line"_s), qPrintable(name));
        QVERIFY2(find(model, name).data(SettingsModel::ReadOnlyRole).toBool(), qPrintable(name));
        QVERIFY2(!model.setData(find(model, name), u"new"_s), qPrintable(name));
        QCOMPARE(find(model, name).data().toString(), QString(8, u'•'));
    }
    QVERIFY(reason(u"Secret"_s).contains(u"by the service"_s));
    user.edit(Path::setting(u"1"_s), u"a\nb"_s); // from a draft: the service's is what counts
    QVERIFY(reason(u"Token"_s).isEmpty());
}

void SettingsModelTest::settingsThatAreLeftOutStay()
{
    DocumentEdits user;
    user.reset(rich());
    SettingsModel model(user);
    const QStringList before = lines(model);
    QJsonObject without = rich().document();
    without.remove("settings"_L1);
    user.setBase(User(without));
    QCOMPARE(lines(model), before);
    const QModelIndex days = find(model, u"Days before expiry"_s);
    QCOMPARE(days.data().toString(), u"30"_s);
    QVERIFY(!model.setData(days, u"60"_s) && days.data(SettingsModel::ReadOnlyRole).toBool());
    user.setBase(rich());
    QVERIFY(model.setData(days, u"60"_s));
    user.setBase(User());
    QVERIFY(lines(model).isEmpty());
}

void SettingsModelTest::theTreeStaysWhenTheSettingsDo()
{
    DocumentEdits user;
    user.reset(rich());
    SettingsModel model(user);
    QSignalSpy reset(&model, &SettingsModel::modelReset);
    QSignalSpy changed(&model, &SettingsModel::dataChanged);
    const QPersistentModelIndex greeting = find(model, u"Greeting"_s);
    QVERIFY(model.setData(find(model, u"Days before expiry"_s), u"60"_s));
    QJsonObject document = rich().document();
    document.insert("settings"_L1, withChanges(document, {{Path::setting(u"202"_s), u"Ciao"_s}}).value("settings"_L1));
    user.setBase(User(document));
    QCOMPARE(reset.size(), 0);
    QVERIFY(greeting.isValid());
    QCOMPARE(greeting.data().toString(), u"Ciao"_s);
    QCOMPARE(find(model, u"Days before expiry"_s).data().toString(), u"60"_s); // the edit stays
    QVERIFY(changed.size() >= 12);
}

// Of thousands of settings, only those with an edit or a remark may look otherwise than before.
void SettingsModelTest::sameSettingsAreToldOnlyWhereSomethingMayHaveChanged()
{
    const auto received = [](const QByteArray &keys) {
        const QByteArray settings = QJsonDocument(rich().document().value("settings"_L1).toArray()).toJson();
        const QByteArray envelope = R"({"user": {"id": 1, "apiKeys": )" + keys + R"(, "settings": )" + settings + "}}";
        const JsonSource source{Secret(envelope)};
        return User::fromAnswer(QJsonDocument::fromJson(envelope).object(), source.objectAt(source.value(u"user"_s)))
            .value();
    };
    DocumentEdits user;
    user.reset(received("[]"));
    SettingsModel model(user);
    const QPersistentModelIndex days = find(model, u"Days before expiry"_s);
    QVERIFY(model.setData(days, u"60"_s));
    QSignalSpy changed(&model, &SettingsModel::dataChanged);
    user.setBase(received("[]"));
    QStringList told;
    for (const QList<QVariant> &change : std::as_const(changed)) {
        QCOMPARE(change.at(0).toModelIndex().row(), change.at(1).toModelIndex().row());
        told << change.at(0).toModelIndex().data().toString();
    }
    QStringList expected{u"Days before expiry"_s};
    for (QModelIndex branch = days.parent(); branch.isValid(); branch = branch.parent())
        expected.prepend(branch.data().toString());
    QCOMPARE(told, expected);
    user.revert(Path::setting(days.data(SettingsModel::IdRole).toString()));
    changed.clear();
    user.setBase(received("[]")); // it had an edit when this was last told
    QCOMPARE(changed.size(), expected.size());
    changed.clear();
    user.setBase(received("[]"));
    QCOMPARE(changed.size(), 0);
    user.setBase(received(R"([{"key": "Days"}])")); // presentation mode may hide something else now
    QVERIFY(changed.size() > expected.size());
}

void SettingsModelTest::theTreeIsMadeAnewWhenTheSettingsChange()
{
    DocumentEdits user;
    user.reset(userWithSettings(R"([{"id":1,"name":"a"},{"id":2,"name":"b"}])"));
    SettingsModel model(user);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &SettingsModel::modelReset);
    user.setBase(userWithSettings(R"([{"id":1,"name":"a"},{"id":2,"name":"c"}])"));
    user.setBase(userWithSettings(R"([{"id":1,"name":"a"},{"id":3,"name":"c"}])"));
    user.setBase(userWithSettings(R"([{"id":1,"name":"a","group":"g"},{"id":3,"name":"c"}])"));
    user.setBase(userWithSettings(R"([{"id":1,"name":"a","group":"g","category":"k"},{"id":3,"name":"c"}])"));
    user.setBase(userWithSettings(R"([{"id":1,"name":"a","group":"g","category":"k"}])"));
    QCOMPARE(reset.size(), 5);
    QCOMPARE(lines(model), (QStringList{u"k"_s, u" g"_s, u"  a"_s}));
}

void SettingsModelTest::anIdThatStandsTwiceIsShownButNotEdited()
{
    DocumentEdits user;
    user.reset(userWithSettings(R"([{"id":5,"name":"a","value":"one"},{"id":"5","name":"b","value":"two"},
                          {"name":"c","value":"three"},{"name":"d","value":"four"},{"id":6,"name":"e","value":"five"}])"));
    SettingsModel model(user);
    QCOMPARE(find(model, u"a"_s).data().toString(), u"one"_s);
    QCOMPARE(find(model, u"b"_s).data().toString(), u"two"_s);
    QCOMPARE(find(model, u"c"_s).data().toString(), u"three"_s);
    QCOMPARE(find(model, u"d"_s).data().toString(), u"four"_s);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
        QVERIFY2(find(model, name).data(SettingsModel::ReadOnlyRole).toBool(), qPrintable(name));
        QVERIFY2(!model.setData(find(model, name), u"new"_s), qPrintable(name));
    }
    QVERIFY(model.setData(find(model, u"e"_s), u"new"_s));
    QCOMPARE(user.changes().size(), 1);
}

void SettingsModelTest::longAndHostileTextsAreShownHarmless()
{
    DocumentEdits user;
    const QString value = u"a\u202E"_s + QString(5000, u'x');
    user.reset(User(QJsonObject{
        {u"id"_s, u"7"_s},
        {u"settings"_s,
         QJsonArray{QJsonObject{
             {u"id"_s, 1}, {u"category"_s, u"c\u0007"_s}, {u"name"_s, u"n\u200B"_s}, {u"value"_s, value}}}}}));
    const SettingsModel model(user);
    QCOMPARE(lines(model), (QStringList{u"c‹U+0007›"_s, u" n‹U+200B›"_s}));
    const QModelIndex index = model.index(0, SettingsModel::Value, model.index(0, 0));
    QVERIFY(index.data().toString().startsWith(u"a‹U+202E›"_s) && index.data().toString().size() < 400);
    QCOMPARE(index.data(Qt::EditRole).toString(), value); // the whole of it, unchanged
}

void SettingsModelTest::spacesThatCountAreSeen()
{
    DocumentEdits user;
    user.reset(userWithSettings(R"([{"id":1,"name":"a","type":"String","value":" \tx  y\u00a0\u202f\u2007 "},)"
                                R"({"id":2,"name":"b","type":"Int32","value":"5 "},)"
                                R"({"id":3,"name":"c","type":"Json","value":"{ \"a\": [\n 1 ] }"}])"));
    const SettingsModel model(user);
    const auto shown = [&model](const QString &id) { return model.indexOfSetting(id).data().toString(); };
    QCOMPARE(shown(u"1"_s), u"␣→x ␣y‹U+00A0›‹U+202F›‹U+2007›␣"_s);
    QCOMPARE(shown(u"2"_s), u"5␣"_s);
    QCOMPARE(shown(u"3"_s), u"{ \"a\": [ 1 ] }"_s); // layout
}

void SettingsModelTest::aProgramMayReadAText_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QString &typed, const QString &said,
                        const QString &type = u"String"_s) {
        QTest::addRow("%s, %s", name, qPrintable(type)) << type << typed << said;
    };
    row("a hyphen among words", u"--log\u2011level debug"_s, u"a non-breaking hyphen (U+2011)"_s);
    row("another one", u"X\u2010Forwarded For"_s, u"a typographic hyphen (U+2010)"_s);
    row("a letter", u"log level \u0430ll"_s, u"a Cyrillic “\u0430” (U+0430)"_s);
    row("a dash among words", u"Monday – Friday"_s, QString());
    row("French", u"Bonjour\u00A0! 10\u202F%"_s, QString());
    for (const QString &type : {u"Int32"_s, u"Double"_s, u"Decimal"_s}) {
        for (const QString &code : {u"007"_s, u"-042"_s, u"00"_s})
            row(qPrintable(code), code, u"begins with zeros"_s, type);
        for (const QString &number : {u"0"_s, u"-7"_s, u"700"_s})
            row(qPrintable(number), number, QString(), type);
    }
    row("a fraction", u"0.05"_s, QString(), u"Double"_s);
    row("a code", u"007"_s, QString());
}

// What is prose for one is a command for another: a hyphen is the one of the keyboard, and zeros are lost.
void SettingsModelTest::aProgramMayReadAText()
{
    QFETCH(const QString, type);
    QFETCH(const QString, typed);
    QFETCH(const QString, said);
    DocumentEdits user;
    user.reset(userWithSettings(QString(uR"([{"id":1,"name":"a","type":"%1","value":"5"}])"_s).arg(type).toUtf8()));
    SettingsModel model(user);
    QVERIFY(model.setText(u"1"_s, typed, u"5"_s));
    QVERIFY(user.hasEdits());
    const QString notice = model.indexOfSetting(u"1"_s).data(SettingsModel::NoticeRole).toString();
    QVERIFY2(said.isEmpty() ? notice.isEmpty() : notice.contains(said), qPrintable(notice));
}

// As in the profile: about what the user has written, and it is saved.
void SettingsModelTest::anUnusualTextIsRemarkedOn()
{
    DocumentEdits user;
    user.reset(userWithSettings(R"([{"id":1,"name":"a","type":"String","value":"a\u202fb"},)"
                                R"({"id":2,"name":"b","type":"System.EmailAddress","value":"a@b;"},)"
                                R"({"id":3,"name":"Password","type":"String","value":"x"}])"));
    SettingsModel model(user);
    const auto said = [&model](const QString &id) {
        return model.indexOfSetting(id).data(SettingsModel::NoticeRole).toString();
    };
    QCOMPARE(said(u"1"_s) + said(u"2"_s), QString());
    QVERIFY(model.setText(u"1"_s, u"c\u2009d"_s, u"a\u202Fb"_s));
    QVERIFY(model.setText(u"2"_s, u"a@b.example, c@d.example"_s, u"a@b;"_s));
    QVERIFY(model.setText(u"3"_s, u"x\u00A0y–z"_s, u"x"_s));
    QVERIFY2(said(u"1"_s).contains(u"U+2009"_s), qPrintable(said(u"1"_s)));
    QVERIFY2(said(u"2"_s).contains(u"more than one"_s), qPrintable(said(u"2"_s)));
    // Of a secret, nothing that can be seen in it.
    QVERIFY2(said(u"3"_s).contains(u"U+00A0"_s) && !said(u"3"_s).contains(u"U+2013"_s), qPrintable(said(u"3"_s)));
    user.setNotice(Path::setting(u"1"_s), u"The service is busy."_s);
    QVERIFY2(said(u"1"_s).startsWith(u"The service is busy. "_s) && said(u"1"_s).contains(u"U+2009"_s),
             qPrintable(said(u"1"_s)));
    user.setNotice(Path::setting(u"1"_s), {});
    QVERIFY(!model.indexOfSetting(u"1"_s).data(SettingsModel::NewsRole).toBool());
    QCOMPARE(user.changes().size(), 3);
    QVERIFY(model.setText(u"2"_s, u"a@b.example"_s, u"a@b;"_s));
    QCOMPARE(said(u"2"_s), QString());
}

void SettingsModelTest::whatIsNoValueOfItsTypeIsKeptAndNotSaved()
{
    DocumentEdits user;
    user.reset(rich());
    SettingsModel model(user);
    const QPersistentModelIndex days = find(model, u"Days before expiry"_s);
    QVERIFY(model.firstMisfit().isEmpty());
    QVERIFY(model.setText(u"205"_s, u"7 days"_s, u"30"_s));
    QVERIFY(!user.hasEdits());
    QCOMPARE(model.firstMisfit(), u"205"_s);
    QCOMPARE(days.data().toString(), u"7 days"_s);
    QCOMPARE(days.data(Qt::EditRole).toString(), u"7 days"_s);
    QVERIFY(days.data(SettingsModel::ProblemRole).toString().contains("whole number"_L1));
    QVERIFY(days.data(SettingsModel::ChangedRole).toBool());
    user.setBase(rich()); // a reload
    QCOMPARE(days.data().toString(), u"7 days"_s);
    QVERIFY(model.setText(u"205"_s, u"7"_s, u"30"_s));
    QVERIFY(model.firstMisfit().isEmpty());
    QCOMPARE(user.value(Path::setting(u"205"_s)), QJsonValue(u"7"_s));
    QVERIFY(model.setText(u"205"_s, u"x"_s, u"30"_s)); // over an edit, which stays
    QCOMPARE(user.value(Path::setting(u"205"_s)), QJsonValue(u"7"_s));
    QVERIFY(model.setText(u"205"_s, u"7"_s, u"30"_s));
    QVERIFY(model.firstMisfit().isEmpty());
    // Nothing at all
    QVERIFY(model.setText(u"205"_s, QString(), u"30"_s));
    QCOMPARE(model.firstMisfit(), u"205"_s);
    QCOMPARE(user.value(Path::setting(u"205"_s)), QJsonValue(u"7"_s));
    QCOMPARE(days.data(Qt::EditRole).toString(), QString());
    QVERIFY(days.data(SettingsModel::ProblemRole).toString().contains("empty value"_L1));
    QVERIFY(user.undoStack()->canUndo());
    user.undoStack()->undo();
    QVERIFY(model.firstMisfit().isEmpty());
    user.undoStack()->redo();
    QCOMPARE(model.firstMisfit(), u"205"_s);
    model.dropMisfit(u"205"_s);
    QVERIFY(model.firstMisfit().isEmpty());
    QCOMPARE(days.data().toString(), u"7"_s);
    // A secret's sentence does not tell what was typed.
    user.reset(userWithSettings(R"([{"id":1,"name":"Token lifetime","type":"Double","value":"1"}])"));
    QVERIFY(model.setText(u"1"_s, u"1,234"_s, u"1"_s));
    const QModelIndex secret = find(model, u"Token lifetime"_s);
    QVERIFY(!secret.data(SettingsModel::ProblemRole).toString().contains("234"_L1));
    QCOMPARE(secret.data().toString(), QString(8, u'•'));
}

void SettingsModelTest::aMisfitIsTakenBack_data()
{
    using Act = void (*)(DocumentEdits &, SettingsModel &);
    QTest::addColumn<Act>("act");
    QTest::newRow("revert the value") << Act(
        [](DocumentEdits &, SettingsModel &model) { model.revertAt(model.indexOfSetting(u"205"_s)); });
    QTest::newRow("revert all") << Act([](DocumentEdits &user, SettingsModel &) { user.revertAll(); });
    QTest::newRow("discard") << Act([](DocumentEdits &user, SettingsModel &) { user.reset(user.base()); });
    QTest::newRow("undo") << Act([](DocumentEdits &user, SettingsModel &) { user.undoStack()->undo(); });
    QTest::newRow("another person") << Act([](DocumentEdits &user, SettingsModel &) {
        QJsonObject document = rich().document();
        document.insert("id"_L1, u"8"_s);
        user.reset(User(document));
    });
    QTest::newRow("the setting is gone") << Act([](DocumentEdits &user, SettingsModel &) {
        QJsonObject document = rich().document();
        document.insert("settings"_L1, QJsonArray());
        user.setBase(User(document));
    });
}

void SettingsModelTest::aMisfitIsTakenBack()
{
    using Act = void (*)(DocumentEdits &, SettingsModel &);
    QFETCH(const Act, act);
    DocumentEdits user;
    user.reset(rich());
    SettingsModel model(user);
    QVERIFY(model.setText(u"205"_s, u"7"_s, u"30"_s));
    QVERIFY(model.setText(u"205"_s, u"7 days"_s, u"30"_s));
    act(user, model);
    QVERIFY(model.firstMisfit().isEmpty());
    const QModelIndex days = model.indexOfSetting(u"205"_s);
    QVERIFY(!days.isValid() || days.data().toString() == "30"_L1);
}

void SettingsModelTest::whatStandsThereUnusuallyIsSaid_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    QTest::newRow("hexadecimal") << u"Int32"_s << u"0x1F"_s;
    QTest::newRow("groups") << u"Int32"_s << u"1,000"_s;
    QTest::newRow("neither yes nor no") << u"Boolean"_s << u"maybe"_s;
    QTest::newRow("no colour") << u"Color"_s << u"#zzz"_s;
}

void SettingsModelTest::whatStandsThereUnusuallyIsSaid()
{
    QFETCH(const QString, type);
    QFETCH(const QString, value);
    DocumentEdits user;
    user.reset(User(QJsonObject{
        {u"id"_s, u"7"_s},
        {u"settings"_s,
         QJsonArray{QJsonObject{{u"id"_s, 1}, {u"name"_s, u"a"_s}, {u"type"_s, type}, {u"value"_s, value}}}}}));
    SettingsModel model(user);
    const QModelIndex index = find(model, u"a"_s);
    QCOMPARE(index.data().toString(), value);
    QVERIFY(index.data(SettingsModel::NoticeRole).toString().contains("does not fit its type"_L1));
    QVERIFY(model.setText(u"1"_s, value, value));
    QVERIFY(!user.hasEdits() && model.firstMisfit().isEmpty());
    QVERIFY(model.setText(u"1"_s, u"nothing of the kind"_s, value));
    QCOMPARE(model.firstMisfit(), u"1"_s);
    QVERIFY(model.setText(u"1"_s, value, value)); // typed back
    QVERIFY(!user.hasEdits() && model.firstMisfit().isEmpty());
    user.edit(Path::setting(u"1"_s), value + u'!'); // as a draft may bring it back
    QVERIFY(!index.data(SettingsModel::NoticeRole).toString().contains("unless you change it"_L1));
}

void SettingsModelTest::everyLockSaysWhy_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *settings, const char *says) {
        QTest::newRow(name) << QByteArray(settings) << QString::fromLatin1(says);
    };
    row("read-only", R"([{"id":1,"name":"a","value":"x","readOnly":true}])", "Set by the service");
    row("twice", R"([{"id":1,"name":"a","value":"x"},{"id":1,"name":"b","value":"y"}])", "twice");
    row("a number", R"([{"id":1,"name":"a","value":5}])", "other than text");
    row("a boolean", R"([{"id":1,"name":"a","value":true}])", "other than text");
    row("an object", R"([{"id":1,"name":"a","value":{"b":1}}])", "other than text");
    row("no id", R"([{"name":"a","value":"x"}])", "did not send an ID");
}

void SettingsModelTest::everyLockSaysWhy()
{
    QFETCH(const QByteArray, settings);
    QFETCH(const QString, says);
    DocumentEdits user;
    user.reset(userWithSettings(settings));
    const SettingsModel model(user);
    const QString reason = find(model, u"a"_s).data(SettingsModel::LockReasonRole).toString();
    QVERIFY2(reason.contains(says), qPrintable(reason));
}

void SettingsModelTest::aToolTipIsNeverHtml()
{
    DocumentEdits user;
    user.reset(userWithSettings(R"([{"id":1,"name":"<b>a</b>","value":"<img src='/etc/passwd'>","description":"a & b"},
                          {"id":2,"name":"Password","value":"5ecret"}])"));
    const SettingsModel model(user);
    const QModelIndex index = model.indexOfSetting(u"1"_s);
    QCOMPARE(index.data(Qt::ToolTipRole).toString(), u"&lt;img src='/etc/passwd'&gt;"_s);
    QCOMPARE(index.siblingAtColumn(SettingsModel::Name).data(Qt::ToolTipRole).toString(), u"&lt;b&gt;a&lt;/b&gt;"_s);
    QVERIFY(!model.indexOfSetting(u"2"_s).data(Qt::ToolTipRole).toString().contains("5ecret"_L1));
}

void SettingsModelTest::aTextBegunBeforeAReloadRemembersWhatStoodThere()
{
    DocumentEdits user;
    user.reset(userWithSettings(R"([{"id":1,"name":"a","value":"old"},{"id":2,"name":"b","readOnly":true}])"));
    SettingsModel model(user);
    QCOMPARE(find(model, u"a"_s).data(SettingsModel::IdRole).toString(), u"1"_s);
    const QJsonValue before = find(model, u"a"_s).data(SettingsModel::HeldRole).toJsonValue();
    QCOMPARE(before, QJsonValue(u"old"_s));
    user.setBase(userWithSettings(R"([{"id":1,"name":"a","value":"theirs"},{"id":2,"name":"b","readOnly":true}])"));
    QVERIFY(model.setText(u"1"_s, u"mine"_s, before));
    QCOMPARE(user.changes().size(), 1);
    QCOMPARE(user.changes().first().before, std::optional<QJsonValue>(u"old"_s)); // which makes it a conflict
    QVERIFY(model.setText(u"1"_s, u"mine too"_s, QJsonValue(u"theirs"_s)));
    QCOMPARE(user.changes().first().before, std::optional<QJsonValue>(u"old"_s));
    QVERIFY(!model.setText(u"2"_s, u"mine"_s, before)); // read-only
    QVERIFY(!model.setText(u"3"_s, u"mine"_s, before)); // not there
    QCOMPARE(user.changes().size(), 1);
}

void SettingsModelTest::whatIsTypedIsNeverTakenOverForTheNextUser()
{
    const auto person = [](const QString &id, const QString &name) {
        return User(
            QJsonObject{{u"id"_s, id}, {u"settings"_s, QJsonArray{QJsonObject{{u"id"_s, 1}, {u"name"_s, name}}}}});
    };
    DocumentEdits user;
    user.reset(person(u"7"_s, u"a"_s));
    const SettingsModel model(user);
    QSignalSpy about(&model, &SettingsModel::aboutToRebuild);
    QSignalSpy reset(&model, &SettingsModel::modelReset);
    user.setBase(person(u"7"_s, u"a"_s));
    QCOMPARE(reset.size(), 0);
    user.setBase(person(u"7"_s, u"b"_s));
    QCOMPARE(about.size(), 1);
    QCOMPARE(reset.size(), 1);
    user.reset(person(u"8"_s, u"b"_s)); // closes every editor, although the tree looks the same
    QCOMPARE(about.size(), 1);
    QCOMPARE(reset.size(), 2);
    user.reset(User());
    QCOMPARE(about.size(), 1);
}

void SettingsModelTest::aFilterFindsEveryWordInAnyColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("name") << u"GREET"_s << QStringList{u"Appearance"_s, u" Texts"_s, u"  Greeting"_s};
    QTest::newRow("value") << u"portal?tenant"_s << QStringList{u"Licences"_s, u" Service"_s, u"  Portal"_s};
    QTest::newRow("category and name") << u"system region"_s
                                       << QStringList{u"System"_s, u" Service"_s, u"  Region of the data centre"_s};
    for (const QString &text : {u"“system\u00A0region”"_s, u"sys\u00ADtem\tregion\r\n"_s, u"ｓｙｓｔｅｍ REGION"_s})
        QTest::newRow(qPrintable(u"pasted: "_s + text))
            << text << QStringList{u"System"_s, u" Service"_s, u"  Region of the data centre"_s};
    QTest::newRow("not the secret") << u"smtp-5ecret"_s << QStringList{};
    QTest::newRow("nothing") << u"atlantis"_s << QStringList{};
}

void SettingsModelTest::aFilterFindsEveryWordInAnyColumn()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, found);
    DocumentEdits user;
    user.reset(rich());
    SettingsModel model(user);
    SettingsFilter filter;
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&model);
    filter.setText(text);
    QCOMPARE(lines(filter), found);
    filter.setText(u"  "_s);
    QCOMPARE(lines(filter), lines(model));
}

// What a row has to be found by is remembered.
void SettingsModelTest::aFilterFindsWhatHasChangedSince()
{
    DocumentEdits user;
    user.reset(rich());
    SettingsModel model(user);
    SettingsFilter filter;
    filter.setSourceModel(&model);
    const auto finds = [&](const QString &text) {
        filter.setText(text);
        return lines(filter).contains(u"  Greeting"_s);
    };
    QVERIFY(!finds(u"ahoy"_s) && !finds(u"ahoi"_s));
    const QList<Setting> settings = user.base().settings();
    const Setting greeting = *std::ranges::find(settings, u"Greeting"_s, &Setting::name);
    QVERIFY(model.setText(greeting.id(), u"Ahoy"_s, greeting.value()));
    QVERIFY(finds(u"ahoy"_s));
    user.setBase(user.base().with({{Path::setting(greeting.id()), u"Ahoi"_s}}));
    user.revert(Path::setting(greeting.id()));
    QVERIFY(finds(u"ahoi"_s) && !finds(u"ahoy"_s));
    user.reset(User());
    user.reset(rich());
    QVERIFY(!finds(u"ahoi"_s));
}

void SettingsModelTest::whatIsEditedStaysInTheFilteredList()
{
    DocumentEdits user;
    user.reset(rich());
    SettingsModel model(user);
    SettingsFilter filter;
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&model);
    const QList<Setting> settings = user.base().settings();
    const Setting greeting = *std::ranges::find(settings, u"Greeting"_s, &Setting::name);
    const auto isThere = [&] { return lines(filter).contains(u"  Greeting"_s); };
    filter.setText(greeting.value());
    QVERIFY(isThere());
    QVERIFY(model.setText(greeting.id(), u"Ahoy"_s, greeting.value()));
    QVERIFY(isThere());
    user.setBase(user.base().with({{Path::setting(greeting.id()), u"Ahoy"_s}})); // saved
    QVERIFY(isThere());
    filter.setText(greeting.value());
    QVERIFY(!isThere());
    QVERIFY(model.setText(greeting.id(), u"Ahoi-5e17c0de"_s, u"Ahoy"_s)); // what is not shown does not come
    QVERIFY(!isThere());
    // Nor does it stay because of a secret: it would tell what that is.
    filter.setText(u"ahoi"_s);
    QVERIFY(isThere());
    user.setHidden(true, Secret::fromText(u"Ahoi-5e17c0de"_s));
    QVERIFY(!isThere());
}

void SettingsModelTest::aListThatIsNotUnderstoodIsNotEmpty_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("shown");
    QTest::addColumn<bool>("isUnderstood");
    const QStringList one{u"C"_s, u" N"_s};
    QTest::newRow("empty") << QByteArray("[]") << QStringList() << true;
    QTest::newRow("left out") << QByteArray("null") << QStringList() << true;
    QTest::newRow("a map") << QByteArray(R"({"N":"abc"})") << QStringList() << false;
    QTest::newRow("a text") << QByteArray(R"("x")") << QStringList() << false;
    QTest::newRow("texts") << QByteArray(R"(["a",null])") << QStringList() << false;
    QTest::newRow("among others") << QByteArray(R"([null,"a",{"id":1,"category":"C","name":"N"}])") << one << false;
}

void SettingsModelTest::aListThatIsNotUnderstoodIsNotEmpty()
{
    QFETCH(const QByteArray, list);
    QFETCH(const bool, isUnderstood);
    DocumentEdits user;
    SettingsModel model(user);
    user.reset(userWithSettings(list));
    QTEST(lines(model), "shown");
    QCOMPARE(model.emptyText() == u"This account has no settings."_s, isUnderstood);
    if (list.startsWith('['))
        return;
    // What was read before stays, locked, and says why.
    user.setBase(userWithSettings(R"([{"id":1,"category":"C","name":"N","value":"v"}])"));
    user.setBase(userWithSettings(list));
    const QString reason = find(model, u"N"_s).data(SettingsModel::LockReasonRole).toString();
    QVERIFY2(reason.startsWith(isUnderstood ? u"The service left" : u"The service sent"), qPrintable(reason));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::SettingsModelTest)
#include "tst_settingsmodel.moc"
