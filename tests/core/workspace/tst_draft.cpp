// Unsaved edits that outlive the program: only what was changed, only for the same user, nothing secret.

#include "core/document/merge.h"
#include "core/document/user.h"
#include "core/models/documentedits.h"
#include "core/settings/preferences.h"
#include "core/workspace/draft.h"
#include "core/workspace/draftwriter.h"
#include "tests/core/support.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

User person(const QString &id = u"u1"_s)
{
    return User({{u"id"_s, id},
                 {u"settings"_s, QJsonArray{QJsonObject{{u"id"_s, 7}, {u"name"_s, u"Greeting"_s}},
                                            QJsonObject{{u"id"_s, 8}, {u"name"_s, u"SMTP password"_s}}}}});
}

const Change moved{Path::field(u"city"), u"Bari"_s, u"Roma"_s};

User userWithSetting(const QString &name)
{
    return User({{u"id"_s, u"u1"_s},
                 {u"settings"_s, QJsonArray{QJsonObject{{u"id"_s, 7}, {u"name"_s, name}, {u"value"_s, u"Hello"_s}}}}});
}

void edit(DocumentEdits &edits, const QString &value)
{
    edits.edit(Path::setting(u"7"_s), value);
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

// Of the one draft in there. Not held open: Windows puts no file in the place of one that is.
QByteArray writtenIn(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(filesIn(folder.path()).first()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("canary: it cannot be read");
}

} // namespace

class DraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasChangedComesBack();
    void itBelongsToOneUserAtOneService();
    void secretsAndLargePicturesAreNotKept();
    void whatHasAKnownSecretInItIsNotKept_data();
    void whatHasAKnownSecretInItIsNotKept();
    void aPictureOfSomebodyElseIsAskedAbout_data();
    void aPictureOfSomebodyElseIsAskedAbout();
    void aSettingThatNobodyKnowsIsNotKept();
    void anEditIsKeptWhateverBecomesOfItsSetting_data();
    void anEditIsKeptWhateverBecomesOfItsSetting();
    void aSecretIsNotKeptWhateverBecomesOfIt();
    void itIsGoneWhenNothingIsLeft();
    void itIsTheOwnersAlone();
    void whatDoesNotFitComesBack_data();
    void whatDoesNotFitComesBack();
    void aDraftOfAnOlderVersionIsRead();
    void aDraftWithoutATimeHasThatOfItsFile_data();
    void aDraftWithoutATimeHasThatOfItsFile();
    void foreignMisfitsAreNotBelieved_data();
    void foreignMisfitsAreNotBelieved();
    void foreignContentIsNotBelieved_data();
    void foreignContentIsNotBelieved();
    void aForeignNameOfASettingIsOneName();
    void withoutAFolderNothingIsKept();
    void thePreferenceLasts();

private:
    [[nodiscard]] bool write(const DraftStore &store, const User &user, const Draft &draft) const
    {
        HiddenSecrets hidden;
        hidden.setUser(user);
        return store.write(m_origin, user, draft, hidden);
    }

    const Origin m_origin = originOf(u"https://licences.example"_s);
};

void DraftTest::whatWasChangedComesBack()
{
    QTemporaryDir folder;
    const DraftStore store(folder.path());
    const QList<Change> changes{moved,
                                {Path::field(u"birthDate"), QJsonValue::Null, u"1984-03-12T00:00:00Z"_s},
                                {Path::field(u"notes"), u"a\r\nb"_s, QJsonValue(QJsonValue::Undefined)},
                                {Path::setting(u"7"_s), u"Ciao"_s, u""_s}};
    QVERIFY(write(store, person(), {changes}));
    const auto draft = store.read(m_origin, u"u1"_s);
    QVERIFY(draft);
    QCOMPARE(draft->changes.size(), changes.size());
    for (qsizetype i = 0; i < changes.size(); ++i) {
        QVERIFY(draft->changes[i].path == changes[i].path);
        QCOMPARE(draft->changes[i].value, changes[i].value);
        QCOMPARE(draft->changes[i].before, changes[i].before);
    }
    QVERIFY(draft->savedAt.secsTo(QDateTime::currentDateTimeUtc()) < 60);
}

void DraftTest::itBelongsToOneUserAtOneService()
{
    QTemporaryDir folder;
    const DraftStore store(folder.path());
    QVERIFY(write(store, person(), {{moved}}));
    QVERIFY(!store.read(m_origin, u"u2"_s));
    QVERIFY(!store.read(originOf(u"https://licences.example:444"_s), u"u1"_s));
    QVERIFY(write(store, person(u"../../u2"_s), {{moved}})); // an id is no path
    QCOMPARE(filesIn(folder.path()).size(), 2);
    QVERIFY(store.remove(m_origin, u"u1"_s));
    QVERIFY(!store.read(m_origin, u"u1"_s) && store.read(m_origin, u"../../u2"_s));
}

void DraftTest::secretsAndLargePicturesAreNotKept()
{
    QTemporaryDir folder;
    const DraftStore store(folder.path());
    const QString canary = u"draft-canary"_s;
    QVERIFY(write(store, person(),
                  {{moved,
                    {Path::setting(u"8"_s), canary, canary},
                    {Path::setting(u"7"_s), u"https://u:%1@h"_s.arg(canary), u"x"_s},
                    {Path::setting(u"7"_s), u"x"_s, u"Server=y;Password="_s + canary},
                    {Path::field(u"image"), QString(300 * 1024, u'A'), canary}}}));
    QCOMPARE(store.read(m_origin, u"u1"_s)->changes.size(), 1);
    QCOMPARE(store.read(m_origin, u"u1"_s)->leftOut, (QStringList{u"SMTP password"_s, u"Greeting"_s, u"Picture"_s}));
    QVERIFY(!writtenIn(folder).contains(canary.toUtf8()));
    // That nothing can be kept is to be told as well.
    QVERIFY(write(store, person(), {{{Path::setting(u"8"_s), canary, canary}}}));
    QVERIFY(store.read(m_origin, u"u1"_s)->changes.isEmpty());
    QCOMPARE(store.read(m_origin, u"u1"_s)->leftOut, QStringList(u"SMTP password"_s));
    QVERIFY(!writtenIn(folder).contains(canary.toUtf8()));
}

void DraftTest::whatHasAKnownSecretInItIsNotKept_data()
{
    QTest::addColumn<Change>("change");
    const auto with = [](const QString &secret) { return u"of the nightly build: "_s + secret; };
    const QString key = with(u"api_draftcanary0001"_s);
    const Path notes = Path::field(u"notes");
    const Path greeting = Path::setting(u"7"_s);
    QTest::newRow("typed into a field") << Change{notes, key, u"a"_s};
    QTest::newRow("taken out of a field") << Change{notes, u"a"_s, key};
    QTest::newRow("typed into a setting") << Change{greeting, key, u"a"_s};
    QTest::newRow("taken out of a setting") << Change{greeting, u"a"_s, key};
    QTest::newRow("a client secret") << Change{notes, with(u"cs_draftcanary0002"_s), u"a"_s};
    QTest::newRow("the value of a secret setting") << Change{notes, with(u"draftcanary-0003"_s), u"a"_s};
    QTest::newRow("in another spelling") << Change{notes, u"API_DRAFT\ncanary0001"_s, u"a"_s};
    QTest::newRow("not typed to its end") << Change{notes, u"see api_draftcanary0"_s, u"a"_s};
    QTest::newRow("just begun") << Change{notes, u"see x9draftcanar"_s, u"a"_s};
    QTest::newRow("a secret by its form") << Change{notes, u"see https://u:draftcanary4@h"_s, u"a"_s};
    Change named{greeting, u"b"_s, u"a"_s};
    named.settingName = key;
    QTest::newRow("in the name of the setting") << named;
    Change companion{Path::field(u"country"), u"Italy"_s, u"Spain"_s};
    companion.otherBefore = key;
    QTest::newRow("beside it") << companion;
}

// Whether it presents or not.
void DraftTest::whatHasAKnownSecretInItIsNotKept()
{
    QFETCH(const Change, change);
    QTemporaryDir folder;
    const DraftStore store(folder.path());
    const QJsonObject key{{u"key"_s, u"api_draftcanary0001"_s}, {u"clientSecret"_s, u"cs_draftcanary0002"_s}};
    const QJsonObject other{{u"key"_s, u"x9draftcanary-with-a-long-end-0004"_s}};
    const QJsonObject greeting{{u"id"_s, 7}, {u"name"_s, u"Greeting"_s}};
    const QJsonObject secret{{u"id"_s, 8}, {u"name"_s, u"SMTP password"_s}, {u"value"_s, u"draftcanary-0003"_s}};
    const User user(
        {{u"id"_s, u"u1"_s}, {u"apiKeys"_s, QJsonArray{key, other}}, {u"settings"_s, QJsonArray{greeting, secret}}});
    for (const Draft &draft : {Draft{{moved, change}}, Draft{{moved}, {change}}}) {
        QVERIFY(write(store, user, draft));
        const QByteArray written = writtenIn(folder);
        QVERIFY2(written.contains("Bari") && !written.toLower().contains("draft") && !written.contains("canar"),
                 written.constData());
    }
}

void DraftTest::aPictureOfSomebodyElseIsAskedAbout_data()
{
    QTest::addColumn<QJsonValue>("old");
    QTest::addColumn<QJsonValue>("now");
    QTest::addColumn<bool>("isAsked");
    const QJsonValue missing(QJsonValue::Undefined);
    QTest::newRow("the same") << QJsonValue(u"old"_s) << QJsonValue(u"old"_s) << false;
    QTest::newRow("another") << QJsonValue(u"old"_s) << QJsonValue(u"theirs"_s) << true;
    QTest::newRow("removed") << QJsonValue(u"old"_s) << QJsonValue(u""_s) << true;
    QTest::newRow("mine already") << QJsonValue(u"old"_s) << QJsonValue(u"mine"_s) << false;
    QTest::newRow("none, as before") << missing << QJsonValue(QJsonValue::Null) << false;
    QTest::newRow("one where there was none") << missing << QJsonValue(u"theirs"_s) << true;
}

void DraftTest::aPictureOfSomebodyElseIsAskedAbout()
{
    QFETCH(const QJsonValue, old);
    QFETCH(const QJsonValue, now);
    QFETCH(const bool, isAsked);
    const auto userWith = [](const QJsonValue &picture) {
        QJsonObject document{{u"id"_s, u"u1"_s}};
        if (!picture.isUndefined())
            document.insert("image"_L1, picture);
        return User(document);
    };
    const Path image = Path::field(u"image");
    QTemporaryDir folder;
    const DraftStore store(folder.path());
    DocumentEdits edits;
    edits.reset(userWith(old));
    edits.edit(image, u"mine"_s);
    QVERIFY(write(store, edits.base(), {edits.changes()}));
    for (int run = 0; run < 2; ++run) { // the draft of a draft is the same
        const QByteArray written = writtenIn(folder);
        QVERIFY(written.contains("mine") && !written.contains("\"old\"")); // too large for a file
        const auto draft = store.read(m_origin, u"u1"_s);
        QVERIFY(draft);
        DocumentEdits restored;
        restored.reset(userWith(now));
        restored.restore(draft->changes);
        const Merge merge = merged(restored.changes(), restored.base());
        QCOMPARE(merge.conflicts.size(), isAsked ? 1 : 0);
        QCOMPARE(restored.value(image), QJsonValue(u"mine"_s));
        if (!restored.hasEdits())
            return;
        QVERIFY(write(store, restored.base(), {restored.changes()}));
        // Undone or done again: never anything but a picture.
        restored.revert(image);
        restored.undoStack()->undo();
        restored.setBase(userWith(u"mine"_s));
        restored.undoStack()->redo();
        QVERIFY(!restored.value(image).isObject());
    }
}

// The answer before left the settings out: nothing tells the password from the greeting.
void DraftTest::aSettingThatNobodyKnowsIsNotKept()
{
    QTemporaryDir folder;
    const DraftStore store(folder.path());
    const QString canary = u"draft-canary"_s;
    const User bare({{u"id"_s, u"u1"_s}});
    QVERIFY(write(store, bare, {{moved, {Path::setting(u"8"_s), canary, canary}}}));
    const auto draft = store.read(m_origin, u"u1"_s);
    QVERIFY(draft);
    QCOMPARE(draft->changes.size(), 1);
    QVERIFY(!writtenIn(folder).contains(canary.toUtf8()));
}

void DraftTest::anEditIsKeptWhateverBecomesOfItsSetting_data()
{
    QTest::addColumn<QJsonValue>("settings");
    QTest::addColumn<QString>("value");
    const QJsonArray another{QJsonObject{{u"id"_s, 7}, {u"name"_s, u"Theme"_s}, {u"value"_s, u"dark"_s}}};
    for (const QString &value : {u"Ciao"_s, QString()}) {
        const char *what = value.isEmpty() ? "cleared" : "typed";
        QTest::addRow("%s, its id belongs to another one", what) << QJsonValue(another) << value;
        QTest::addRow("%s, it is gone", what) << QJsonValue(QJsonArray()) << value;
        QTest::addRow("%s, the settings were left out", what) << QJsonValue(QJsonValue::Undefined) << value;
    }
}

void DraftTest::anEditIsKeptWhateverBecomesOfItsSetting()
{
    QFETCH(const QJsonValue, settings);
    QFETCH(const QString, value);
    QTemporaryDir folder;
    const DraftStore store(folder.path());
    const User before = userWithSetting(u"Greeting"_s);
    QJsonObject document{{u"id"_s, u"u1"_s}};
    if (!settings.isUndefined())
        document.insert(u"settings"_s, settings);
    const User after(document);
    DocumentEdits edits;
    edits.reset(before);
    edit(edits, value);
    edits.setBase(after);
    QVERIFY(write(store, edits.base(), {edits.changes()}));
    for (int run = 0; run < 2; ++run) { // the draft of a draft is the same
        const auto draft = store.read(m_origin, u"u1"_s);
        QVERIFY(draft);
        DocumentEdits restored;
        restored.reset(after);
        restored.restore(draft->changes);
        QCOMPARE(restored.changes().size(), 1);
        QCOMPARE(restored.value(Path::setting(u"7"_s)).toString() == u"dark"_s, settings.toArray().size() == 1);
        QVERIFY(write(store, restored.base(), {restored.changes()}));
        restored.setBase(before); // it returns
        QCOMPARE(restored.value(Path::setting(u"7"_s)).toString(), value);
        QVERIFY(restored.isEdited(Path::setting(u"7"_s)));
    }
}

void DraftTest::aSecretIsNotKeptWhateverBecomesOfIt()
{
    QTemporaryDir folder;
    const DraftStore store(folder.path());
    const QString canary = u"draft-canary"_s;
    DocumentEdits edits;
    edits.reset(userWithSetting(u"SMTP password"_s));
    edit(edits, canary);
    edits.edit(moved.path, moved.value);
    edits.setMisfit(Path::setting(u"7"_s), canary + u"!"_s);
    for (const User &after :
         {userWithSetting(u"SMTP password"_s), userWithSetting(u"Greeting"_s), User({{u"id"_s, u"u1"_s}})}) {
        edits.setBase(after);
        const Draft draft{edits.changes(), edits.misfitChanges()};
        QVERIFY(draft.changes.size() + draft.misfits.size() >= 2);
        QVERIFY(write(store, edits.base(), draft));
        QVERIFY(!writtenIn(folder).contains(canary.toUtf8()));
    }
}

void DraftTest::itIsGoneWhenNothingIsLeft()
{
    QTemporaryDir folder;
    const DraftStore store(folder.path());
    QVERIFY(write(store, person(), {{moved}}));
    QVERIFY(write(store, person(), {}));
    QVERIFY(filesIn(folder.path()).isEmpty());
    QVERIFY(store.remove(m_origin, u"u1"_s)); // twice is no failure
}

void DraftTest::itIsTheOwnersAlone()
{
    QTemporaryDir home;
    const QString folder = home.filePath(u"state/lanyard"_s);
    const DraftStore store(folder);
    QVERIFY(write(store, person(), {{moved}}));
    if (modeOf(folder) < 0)
        QSKIP("Files have no permissions of that kind here.");
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFileInfo(folder).permissions() & others, QFile::Permissions());
    QCOMPARE(QFileInfo(folder + u'/' + filesIn(folder).first()).permissions() & others, QFile::Permissions());
}

namespace {

// Each of its values can be replaced.
User userWithPlaces(const QString &born = u"1984-03-17"_s, const QString &country = u"Italy"_s,
                    const QString &lease = u"30"_s, const QString &leaseName = u"Lease"_s,
                    const QString &leaseType = u"Int32"_s)
{
    return User(
        {{u"id"_s, u"u1"_s},
         {u"birthDate"_s, born},
         {u"country"_s, country},
         {u"countryCode"_s, country.left(2).toUpper()},
         {u"settings"_s,
          QJsonArray{QJsonObject{{u"id"_s, 7}, {u"name"_s, leaseName}, {u"type"_s, leaseType}, {u"value"_s, lease}}}}});
}

} // namespace

void DraftTest::whatDoesNotFitComesBack_data()
{
    QTest::addColumn<Path>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<User>("now"); // at the next start
    QTest::addColumn<bool>("isMisfit");
    QTest::addColumn<QString>("notice");
    const Path born = Path::field(u"birthDate");
    const Path country = Path::field(u"country");
    const Path lease = Path::setting(u"7"_s);
    const User same = userWithPlaces();
    const QString none;
    QTest::newRow("half a date") << born << u"12/13"_s << same << true << none;
    QTest::newRow("a country of several") << country << u"Uni"_s << same << true << none;
    QTest::newRow("a number with a letter") << lease << u"7x"_s << same << true << none;
    QTest::newRow("half a date, changed elsewhere")
        << born << u"12/13"_s << userWithPlaces(u"1990-01-02"_s) << true << u"Also changed elsewhere"_s;
    QTest::newRow("a country, changed elsewhere")
        << country << u"Uni"_s << userWithPlaces(u"1984-03-17"_s, u"France"_s) << true << u"Also changed elsewhere"_s;
    QTest::newRow("a number, changed elsewhere")
        << lease << u"7x"_s << userWithPlaces(u"1984-03-17"_s, u"Italy"_s, u"60"_s) << true
        << u"Also changed elsewhere, to “60”."_s;
    QTest::newRow("no number at all") << lease << QString() << userWithPlaces() << true << none;
    QTest::newRow("a number, now a text")
        << lease << u"7x"_s << userWithPlaces(u"1984-03-17"_s, u"Italy"_s, u"30"_s, u"Lease"_s, u"String"_s) << false
        << none;
    QTest::newRow("a number, now a secret")
        << lease << u"7x"_s << userWithPlaces(u"1984-03-17"_s, u"Italy"_s, u"30"_s, u"Password"_s) << true << none;
}

// Text that is no value yet counts as unsaved, and is there at the next start like everything that was typed.
void DraftTest::whatDoesNotFitComesBack()
{
    QFETCH(const Path, path);
    QFETCH(const QString, text);
    QFETCH(const User, now);
    QFETCH(const bool, isMisfit);
    QFETCH(const QString, notice);
    QTemporaryDir folder;
    const auto store = DraftStore(folder.path());
    Preferences preferences(folder.filePath(u"preferences.json"_s));
    {
        DocumentEdits edits;
        DraftWriter draftWriter(edits, store, preferences);
        QVERIFY(!draftWriter.setUser(m_origin, userWithPlaces()));
        edits.replaceWithMisfit(path, text, DocumentEdits::Manner::Typed);
        draftWriter.write();
    }
    const bool isAnother = now.settingNameAt(path) != userWithPlaces().settingNameAt(path);
    for (int run = 0; run < 2; ++run) { // the draft of a draft is the same
        DocumentEdits edits;
        DraftWriter draftWriter(edits, store, preferences);
        QVERIFY(draftWriter.setUser(m_origin, now));
        QVERIFY(edits.hasUnsaved());
        QCOMPARE(edits.misfits().size(), isMisfit ? 1 : 0);
        QCOMPARE(edits.hasEdits(), !isMisfit);
        const QString shown = isMisfit ? edits.misfit(path) : edits.value(path).toString();
        QCOMPARE(shown, isAnother ? QString() : text); // what was meant for one setting is not shown at another
        QVERIFY(edits.notice(path).startsWith(notice) && edits.notice(path).isEmpty() == notice.isEmpty());
        QCOMPARE(edits.begunOver(path), isAnother ? now.valueAt(path) : userWithPlaces().valueAt(path));
        draftWriter.write();
    }
    DocumentEdits edits;
    DraftWriter draftWriter(edits, store, preferences);
    QVERIFY(draftWriter.setUser(m_origin, now));
    draftWriter.discard();
    QCOMPARE(filesIn(folder.path()).filter(u"draft"_s).size(), 0);
}

void DraftTest::aDraftOfAnOlderVersionIsRead()
{
    QTemporaryDir folder;
    const DraftStore store(folder.path());
    QVERIFY(write(store, person(), {{moved}}));
    QFile file(folder.filePath(filesIn(folder.path()).first()));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(R"({"server":"https://licences.example","user":"u1","savedAt":"2026-11-01T10:00:00Z",)"
               R"("changes":[{"field":"city","value":"Bari","before":"Roma"}]})");
    file.close();
    const auto draft = store.read(m_origin, u"u1"_s);
    QVERIFY(draft && draft->misfits.isEmpty() && draft->changes.size() == 1);
    QCOMPARE(draft->changes.first().value, moved.value);
}

void DraftTest::aDraftWithoutATimeHasThatOfItsFile_data()
{
    QTest::addColumn<QByteArray>("savedAt");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("no text") << QByteArray(R"("savedAt":1780000000,)");
    QTest::newRow("no time") << QByteArray(R"("savedAt":"yesterday",)");
}

// The message that names it would have a hole in it.
void DraftTest::aDraftWithoutATimeHasThatOfItsFile()
{
    QFETCH(const QByteArray, savedAt);
    QTemporaryDir folder;
    const DraftStore store(folder.path());
    QVERIFY(write(store, person(), {{moved}}));
    QFile file(folder.filePath(filesIn(folder.path()).first()));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(R"({"server":"https://licences.example","user":"u1",)" + savedAt +
               R"("changes":[{"field":"city","value":"Bari","before":"Roma"}]})");
    QVERIFY(file.flush());
    const QDateTime then(QDate(2026, 10, 5), QTime(9, 30));
    QVERIFY(file.setFileTime(then, QFile::FileModificationTime));
    file.close();
    const auto draft = store.read(m_origin, u"u1"_s);
    QVERIFY(draft);
    QCOMPARE(draft->savedAt, then);
}

void DraftTest::foreignMisfitsAreNotBelieved_data()
{
    QTest::addColumn<QByteArray>("misfits");
    QTest::newRow("not a list") << QByteArray(R"({"a":1})");
    QTest::newRow("a field that takes every text") << QByteArray(R"([{"field":"city","value":"x"}])");
    QTest::newRow("half a country") << QByteArray(R"([{"field":"countryCode","value":"x"}])");
    QTest::newRow("an unknown member") << QByteArray(R"([{"field":"admin","value":"x"}])");
    QTest::newRow("no text") << QByteArray(
        R"([{"field":"birthDate","value":""},{"setting":"7","value":null},{"setting":"7"}])");
}

void DraftTest::foreignMisfitsAreNotBelieved()
{
    QFETCH(const QByteArray, misfits);
    QTemporaryDir folder;
    const DraftStore store(folder.path());
    QVERIFY(write(store, person(), {{moved}}));
    QFile file(folder.filePath(filesIn(folder.path()).first()));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(R"({"server":"https://licences.example","user":"u1","misfits":)" + misfits + "}");
    file.close();
    QVERIFY(!store.read(m_origin, u"u1"_s));
}

void DraftTest::foreignContentIsNotBelieved_data()
{
    QTest::addColumn<QByteArray>("changes");
    QTest::newRow("not a list") << QByteArray(R"({"a":1})");
    QTest::newRow("a member that is not edited") << QByteArray(R"([{"field":"roles","value":["Administrator"]}])");
    QTest::newRow("an unknown member") << QByteArray(R"([{"field":"admin","value":true}])");
    QTest::newRow("both") << QByteArray(R"([{"field":"city","setting":"7","value":"x"}])");
    QTest::newRow("neither") << QByteArray(R"([{"value":"x"}])");
    QTest::newRow("without a value") << QByteArray(R"([{"field":"city"}])");
    QTest::newRow("half a file") << QByteArray(R"([{"field":)");
}

void DraftTest::foreignContentIsNotBelieved()
{
    QFETCH(const QByteArray, changes);
    QTemporaryDir folder;
    const DraftStore store(folder.path());
    QVERIFY(write(store, person(), {{moved}}));
    QFile file(folder.filePath(filesIn(folder.path()).first()));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(R"({"server":"https://licences.example","user":"u1","changes":)" + changes + "}");
    file.close();
    QVERIFY(!store.read(m_origin, u"u1"_s));
}

// A file with one made the program crash at each start.
void DraftTest::aForeignNameOfASettingIsOneName()
{
    QTemporaryDir folder;
    const DraftStore store(folder.path());
    for (const QString &name : {u"Foo"_s, u"[]"_s, u"[{}]"_s, QString()}) {
        const Change change{Path::formerSetting(u"7"_s, name), u"x"_s, u"y"_s};
        QVERIFY(write(store, person(), {{change}}));
        const auto draft = store.read(m_origin, u"u1"_s);
        const bool isNone = name.isEmpty() || name == "[{}]"_L1; // without a name there is nothing to tell
        QCOMPARE(draft ? draft->leftOut : QStringList(), isNone ? QStringList() : QStringList{name});
    }
}

void DraftTest::withoutAFolderNothingIsKept()
{
    const DraftStore store;
    QVERIFY(write(store, person(), {{moved}}));
    QVERIFY(!store.read(m_origin, u"u1"_s));
    QVERIFY(store.remove(m_origin, u"u1"_s));
}

void DraftTest::thePreferenceLasts()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"preferences.json"_s);
    {
        Preferences preferences(file);
        QVERIFY(preferences.keepDrafts());
        QSignalSpy changed(&preferences, &Preferences::changed);
        QVERIFY(preferences.setKeepDrafts(true));
        QVERIFY(changed.isEmpty());
        QVERIFY(preferences.setKeepDrafts(false));
        QCOMPARE(changed.size(), 1);
    }
    {
        Preferences preferences(file);
        QCOMPARE(preferences.clipboardSeconds(), 30);
        QVERIFY(preferences.setClipboardSeconds(5000));
        QCOMPARE(preferences.clipboardSeconds(), Preferences::LongestClipboardSeconds);
        QVERIFY(preferences.setClipboardSeconds(45));
    }
    QCOMPARE(Preferences(file).clipboardSeconds(), 45);
    QVERIFY(!Preferences(file).keepDrafts());
    Preferences unwritable(u"/proc/lanyard/preferences.json"_s);
    QVERIFY(!unwritable.setKeepDrafts(false));
    QVERIFY(!unwritable.keepDrafts());
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::DraftTest)
#include "tst_draft.moc"
