// Undo and redo over all places of the document, through new bases and saves; and what edits remember.

#include "core/document/userfields.h"
#include "core/models/documentedits.h"
#include "core/models/placetext.h"
#include "core/models/profilemodel.h"
#include "core/models/settingsmodel.h"
#include "tests/support/sanitized.h"
#include "tests/support/testclass.h"

#include <QBuffer>
#include <QColor>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

User userIn(const QString &city, const QString &notes = u"n"_s)
{
    return User(
        {{u"id"_s, u"u1"_s},
         {u"city"_s, city},
         {u"notes"_s, notes},
         {u"country"_s, u"Italy"_s},
         {u"countryCode"_s, u"IT"_s},
         {u"settings"_s,
          QJsonArray{
              QJsonObject{{u"id"_s, 7}, {u"category"_s, u"Mail"_s}, {u"name"_s, u"Greeting"_s}, {u"value"_s, u"Hi"_s}},
              QJsonObject{{u"id"_s, 8}, {u"name"_s, u"SMTP password"_s}, {u"value"_s, u"undo-canary"_s}}}}});
}

const Path city = Path::field(u"city");
const Path notes = Path::field(u"notes");
const Path greeting = Path::setting(u"7"_s);

} // namespace

class UndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesDoNotKeepEarlierDocuments();
    void stepsGoBackAndForthOverAllPlaces();
    void undoTakesBackTheNewest_data();
    void undoTakesBackTheNewest();
    void undoAndRedoReadByTheTypeThatHoldsNow_data();
    void undoAndRedoReadByTheTypeThatHoldsNow();
    void typingInOnePlaceIsOneStep();
    void aCountryIsOneStep();
    void revertingCanBeUndone();
    void anotherUsersStepsAreGone();
    void afterASaveTheOldValueComesBackAsAnEdit();
    void whatIsTakenBackWhileItSavesIsAnEdit_data();
    void whatIsTakenBackWhileItSavesIsAnEdit();
    void whatWasMissingIsTakenBackAsAnEmptyText();
    void aSaveThatFailedLeavesNoEditOfTheOldValue();
    void howASaveEndsDecidesAboutTheEdits_data();
    void howASaveEndsDecidesAboutTheEdits();
    void whatAnEarlierSaveLeftInDoubtMayStillArrive_data();
    void whatAnEarlierSaveLeftInDoubtMayStillArrive();
    void whatWasSentIsKnownInTheServicesNotation();
    void aNotationIsNotTakenBackByAConflict();
    void whatOthersChangedIsSaid();
    void afterAReloadUndoShowsWhatOthersSaved();
    void editsRememberWhatStoodThere();
    void aDecisionIsAboutWhatWasShown();
    void restoredEditsThatAreDoneVanish();
    void whatWasDoneToASettingStaysWithIt_data();
    void whatWasDoneToASettingStaysWithIt();
    void aSettingIsFollowedToItsNewId_data();
    void whatWasDoneToALostSettingComesBackWhole();
    void aSettingIsFollowedToItsNewId();
    void aSaveArrivesAtTheNewId();
    void whatIsInDoubtIsFollowedToItsNewId();
    void whatTheServiceWritesInItsOwnFormIsSaved_data();
    void whatTheServiceWritesInItsOwnFormIsSaved();
    void placesAreNamedAndShown();
    void picturesAreToldApart_data();
    void picturesAreToldApart();
    void whatDiffersLooksDifferent_data();
    void whatDiffersLooksDifferent();
    void comparedTextsAreWhole();
    void ofVeryLongTextsEveryDifferingPassageIsShown_data();
    void ofVeryLongTextsEveryDifferingPassageIsShown();
};

// Values taken from a document would keep all of it: its API keys, and megabytes for each save.
void UndoTest::savesDoNotKeepEarlierDocuments()
{
#if defined(LANYARD_SANITIZED) || !defined(__GLIBC__)
    QSKIP("the memory in use is known with glibc's own heap only");
#else
    const auto inUse = [] {
        const struct mallinfo2 info = mallinfo2();
        return info.uordblks + info.hblkhd;
    };
    const auto read = [](const QString &town) {
        QJsonArray keys;
        for (int i = 0; i < 5'000; ++i)
            keys.append(QJsonObject{{u"id"_s, i}, {u"key"_s, QString(64, u'k')}});
        return User({{u"id"_s, u"u1"_s}, {u"city"_s, town}, {u"notes"_s, town}, {u"apiKeys"_s, keys}});
    };
    const auto before = inUse();
    DocumentEdits user;
    user.reset(read(u"Roma"_s));
    const auto one = inUse() - before;
    for (int i = 0; i < 20; ++i) {
        const QString town = u"Town %1"_s.arg(i);
        user.edit(city, town);
        (void)user.beginSave();
        user.finishSave({.kind = SaveEnd::Kind::Answered, .user = read(town)});
        QVERIFY(!user.hasEdits());
    }
    // Somebody else has changed the notes meanwhile, and the user keeps an edit begun before.
    user.edit(city, u"Bari"_s);
    user.setBase(read(u"Torino"_s));
    QVERIFY(user.undoStack()->canUndo() && !user.notice(notes).isEmpty());
    const auto now = inUse() - before;
    QVERIFY2(now < one * 2, qPrintable(u"%1 KiB after 20 saves, %2 at first"_s.arg(now / 1024).arg(one / 1024)));
    user.reset({});
    const auto left = inUse() - before;
    QVERIFY2(left < one / 4, qPrintable(u"%1 KiB left"_s.arg(left / 1024)));
#endif
}

void UndoTest::stepsGoBackAndForthOverAllPlaces()
{
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    QList<Path> stepped;
    connect(&user, &DocumentEdits::stepped, this, [&stepped](const Path &path) { stepped.append(path); });
    user.edit(city, u"Bari"_s);
    user.edit(notes, u"new"_s);
    user.edit(greeting, u"Ciao"_s);
    QVERIFY(stepped.isEmpty()); // typing moves nobody
    QUndoStack *undo = user.undoStack();
    QCOMPARE(undo->count(), 3);
    undo->undo();
    QVERIFY(stepped.last() == greeting);
    QVERIFY(!user.isEdited(greeting) && user.isEdited(notes));
    undo->undo();
    undo->undo();
    QVERIFY(!user.hasEdits() && !undo->canUndo());
    undo->redo();
    undo->redo();
    undo->redo();
    QCOMPARE(user.value(city), QJsonValue(u"Bari"_s));
    QCOMPARE(user.value(greeting), QJsonValue(u"Ciao"_s));
    QCOMPARE(user.changes().size(), 3);
}

namespace {

const QString lifetime = u"9"_s; // the id of a setting

User userWithLifetime(const QString &type, const QString &value = u"30"_s)
{
    QJsonObject document = userIn(u"Roma"_s).document();
    document.insert("birthDate"_L1, u"1984-03-17T00:00:00Z"_s);
    document.insert(
        "settings"_L1,
        QJsonArray{QJsonObject{{u"id"_s, 9}, {u"name"_s, u"Lifetime"_s}, {u"type"_s, type}, {u"value"_s, value}}});
    return User(document);
}

// The edits of one user, edited through the models as the pages do.
struct EditedForm
{
    explicit EditedForm(const User &user) { edits.reset(user); }

    DocumentEdits edits;
    ProfileModel profile{edits};
    SettingsModel settings{edits};

    [[nodiscard]] QModelIndex field(QLatin1StringView key) const
    {
        return profile.index(static_cast<int>(userField(QString(key)) - userFields().data()));
    }
    void typeDate(const QString &text) { profile.setData(field("birthDate"_L1), text, ProfileModel::TypingRole); }
    void typeCountry(const QString &text, int role = ProfileModel::TypingRole)
    {
        profile.setData(field("country"_L1), QStringList{text, QString()}, role);
    }
    void typeLifetime(const QString &text)
    {
        const QModelIndex index = settings.indexOfSetting(lifetime);
        settings.setText(lifetime, text, index.data(SettingsModel::HeldRole).toJsonValue());
    }
    void pause() { edits.edit(notes, QString::number(++m_pauses)); } // what follows is a step of its own
    [[nodiscard]] QStringList shown() const
    {
        return {field("city"_L1).data(Qt::EditRole).toString(),
                field("birthDate"_L1).data(ProfileModel::TypingRole).toString(),
                field("country"_L1).data(Qt::EditRole).toStringList().join(u'/'),
                settings.indexOfSetting(lifetime).data(Qt::EditRole).toString(),
                QString::number(edits.misfits().size()),
                QString::number(edits.changes().size())};
    }

private:
    int m_pauses = 0;
};

using Act = void (*)(EditedForm &);

} // namespace

void UndoTest::undoTakesBackTheNewest_data()
{
    QTest::addColumn<Act>("before");
    QTest::addColumn<Act>("newest");
    const Act nothing = [](EditedForm &) {};
    const Act halfDate = [](EditedForm &form) { form.typeDate(u"17 Mar"_s); };
    const Act misfit = [](EditedForm &form) { form.typeLifetime(u"7 days"_s); };
    const Act several = [](EditedForm &form) {
        form.typeCountry(u"uni"_s);
        form.typeCountry(u"uni"_s, Qt::EditRole);
    };
    QTest::newRow("a half-typed date") << nothing << halfDate;
    QTest::newRow("one over another date") << Act([](EditedForm &form) { form.typeDate(u"1990-01-02"_s); }) << halfDate;
    QTest::newRow("a date completed") << halfDate << Act([](EditedForm &form) { form.typeDate(u"17 Mar 1990"_s); });
    QTest::newRow("the old date again") << halfDate << Act([](EditedForm &form) { form.typeDate(u"1984-03-17"_s); });
    QTest::newRow("a date deleted") << halfDate << Act([](EditedForm &form) { form.typeDate({}); });
    QTest::newRow("a country of several") << nothing << several;
    QTest::newRow("one over another country") << Act([](EditedForm &form) { form.typeCountry(u"Malta"_s); }) << several;
    QTest::newRow("one typed on") << several << Act([](EditedForm &form) { form.typeCountry(u"unity"_s); });
    QTest::newRow("a setting that does not fit") << nothing << misfit;
    QTest::newRow("one over another value") << Act([](EditedForm &form) { form.typeLifetime(u"7"_s); }) << misfit;
    QTest::newRow("one over another misfit") << Act([](EditedForm &form) { form.typeLifetime(u"x"_s); }) << misfit;
    QTest::newRow("a setting corrected") << misfit << Act([](EditedForm &form) { form.typeLifetime(u"7"_s); });
    QTest::newRow("the old value again") << misfit << Act([](EditedForm &form) { form.typeLifetime(u"30"_s); });
    QTest::newRow("a misfit cancelled") << misfit << Act([](EditedForm &form) { form.settings.dropMisfit(lifetime); });
    QTest::newRow("a misfit reverted") << misfit << Act([](EditedForm &form) {
        form.settings.revertAt(form.settings.indexOfSetting(lifetime));
    });
    QTest::newRow("a date reverted") << halfDate << Act([](EditedForm &form) {
        form.profile.revertAt(form.field("birthDate"_L1));
    });
    QTest::newRow("everything reverted") << halfDate << Act([](EditedForm &form) { form.edits.revertAll(); });
}

// Text that is not a value yet is an act like any other: undo takes back nothing older before it.
void UndoTest::undoTakesBackTheNewest()
{
    QFETCH(const Act, before);
    QFETCH(const Act, newest);
    EditedForm form(userWithLifetime(u"Int32"_s));
    form.edits.edit(city, u"Bari"_s);
    before(form);
    form.pause();
    const QStringList was = form.shown();
    newest(form);
    const QStringList is = form.shown();
    QVERIFY(is != was);
    QUndoStack *undo = form.edits.undoStack();
    for (int i = 0; i < 2; ++i) {
        undo->undo();
        QCOMPARE(form.shown(), was);
        QVERIFY(undo->canRedo());
        undo->redo();
        QCOMPARE(form.shown(), is);
    }
    const int count = undo->index();
    undo->setIndex(0);
    QVERIFY(!form.edits.hasUnsaved());
    undo->setIndex(count);
    QCOMPARE(form.shown(), is);
}

void UndoTest::undoAndRedoReadByTheTypeThatHoldsNow_data()
{
    QTest::addColumn<QStringList>("types"); // when it was typed, and after a reload
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("fits");
    QTest::newRow("text, now a number") << QStringList{u"String"_s, u"Int32"_s} << u"hello"_s << false;
    QTest::newRow("digits, now a number") << QStringList{u"String"_s, u"Int32"_s} << u"12"_s << true;
    QTest::newRow("a number, now yes or no") << QStringList{u"Int32"_s, u"Boolean"_s} << u"12"_s << false;
    QTest::newRow("a fraction, now whole") << QStringList{u"Double"_s, u"Int32"_s} << u"1.5"_s << false;
    QTest::newRow("a number too large now") << QStringList{u"Int32"_s, u"Byte"_s} << u"1000"_s << false;
    QTest::newRow("a number, now text") << QStringList{u"Int32"_s, u"String"_s} << u"12"_s << true;
    QTest::newRow("a misfit, now text") << QStringList{u"Int32"_s, u"String"_s} << u"7 days"_s << true;
    QTest::newRow("a misfit of both") << QStringList{u"Int32"_s, u"Boolean"_s} << u"7 days"_s << false;
}

void UndoTest::undoAndRedoReadByTheTypeThatHoldsNow()
{
    QFETCH(const QStringList, types);
    QFETCH(const QString, typed);
    QFETCH(const bool, fits);
    for (const QByteArray way : {"redone", "undone", "left", "saved and undone"}) {
        EditedForm form(userWithLifetime(types.first()));
        const User now = userWithLifetime(types.last(), u"0"_s);
        QUndoStack *undo = form.edits.undoStack();
        form.typeLifetime(typed);
        if (way == "redone") {
            undo->undo();
            form.edits.setBase(now);
            undo->redo();
        } else if (way == "undone") {
            form.pause();
            form.typeLifetime({});
            form.edits.setBase(now);
            undo->undo();
        } else if (way == "left") {
            form.edits.setBase(now);
        } else {
            if (form.edits.hasUnsaved() && !form.edits.hasEdits())
                continue; // is not saved
            form.edits.setBase(userWithLifetime(types.first(), typed));
            form.pause();
            form.typeLifetime(u"3"_s);
            form.edits.setBase(userWithLifetime(types.first(), u"3"_s));
            form.edits.setBase(now);
            undo->undo();
        }
        const QModelIndex index = form.settings.indexOfSetting(lifetime);
        const QByteArray seen = way + ": " + index.data(SettingsModel::ProblemRole).toString().toUtf8();
        QVERIFY2(index.data(Qt::EditRole).toString() == typed, seen.constData());
        QVERIFY2(index.data(SettingsModel::ChangedRole).toBool(), seen.constData());
        QVERIFY2(form.edits.misfits().isEmpty() == fits, seen.constData());
        QVERIFY2(form.edits.isEdited(Path::setting(lifetime)) == fits, seen.constData());
        QVERIFY2(index.data(SettingsModel::ProblemRole).toString().isEmpty() == fits, seen.constData());
    }
}

void UndoTest::typingInOnePlaceIsOneStep()
{
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    for (const QString &text : {u"R"_s, u""_s, u"B"_s, u"Ba"_s, u"Bari"_s})
        user.edit(city, text);
    QCOMPARE(user.undoStack()->count(), 1);
    user.edit(city, u"Roma"_s); // and back again: nothing happened
    QVERIFY(!user.hasEdits());
    user.edit(city, u"Pisa"_s);
    QTest::qWait(1100); // a pause
    user.edit(city, u"Lucca"_s);
    user.undoStack()->undo();
    QCOMPARE(user.value(city), QJsonValue(u"Pisa"_s));
}

void UndoTest::aCountryIsOneStep()
{
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.edit({{Path::field(u"country"), u"Malta"_s}, {Path::field(u"countryCode"), u"MT"_s}});
    QCOMPARE(user.undoStack()->count(), 1);
    QCOMPARE(user.changedPlaces(), QList<Path>{Path::field(u"country")});
    user.undoStack()->undo();
    QVERIFY(!user.hasEdits());
}

void UndoTest::revertingCanBeUndone()
{
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.edit(city, u"Bari"_s);
    user.edit(notes, u"new"_s);
    user.revertAll();
    QVERIFY(!user.hasEdits());
    user.undoStack()->undo();
    QCOMPARE(user.changes().size(), 2);
    user.revert(city);
    user.undoStack()->undo();
    QCOMPARE(user.value(city), QJsonValue(u"Bari"_s));
}

void UndoTest::anotherUsersStepsAreGone()
{
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.edit(city, u"Bari"_s);
    user.reset(User({{u"id"_s, u"u2"_s}}));
    QVERIFY(!user.undoStack()->canUndo() && !user.hasEdits());
}

void UndoTest::afterASaveTheOldValueComesBackAsAnEdit()
{
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.edit(city, u"Bari"_s);
    user.setBase(userIn(u"Bari"_s)); // saved
    QVERIFY(!user.hasEdits());
    user.undoStack()->undo();
    QCOMPARE(user.value(city), QJsonValue(u"Roma"_s));
    QCOMPARE(user.changes().first().before, QJsonValue(u"Bari"_s));
    user.undoStack()->redo();
    QVERIFY(!user.hasEdits());
}

void UndoTest::whatIsTakenBackWhileItSavesIsAnEdit_data()
{
    QTest::addColumn<QByteArray>("how");
    for (const char *how : {"typed", "undo", "revert", "revert all"})
        QTest::newRow(how) << QByteArray(how);
}

void UndoTest::whatIsTakenBackWhileItSavesIsAnEdit()
{
    QFETCH(const QByteArray, how);
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.edit(city, u"Bari"_s);
    QCOMPARE(user.beginSave().size(), 1);
    if (how == "typed")
        user.edit(city, u"Roma"_s);
    else if (how == "undo")
        user.undoStack()->undo();
    else if (how == "revert")
        user.revert(city);
    else
        user.revertAll();
    QCOMPARE(user.value(city), QJsonValue(u"Roma"_s));
    QVERIFY(user.isEdited(city)); // of what the service is being told
    user.setBase(userIn(u"Bari"_s));
    QCOMPARE(user.value(city), QJsonValue(u"Roma"_s));
    QCOMPARE(user.changes().size(), 1);
    QCOMPARE(user.changes().first().before, QJsonValue(u"Bari"_s)); // no conflict with ourselves
    user.setBase(userIn(u"Roma"_s));                                // saved
    QVERIFY(!user.hasEdits());
}

void UndoTest::whatWasMissingIsTakenBackAsAnEmptyText()
{
    const Path mobile = Path::field(u"mobile");
    const Path birthDate = Path::field(u"birthDate");
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.edit({{mobile, u"+39 1"_s}, {birthDate, u"1999-12-31"_s}});
    static_cast<void>(user.beginSave());
    user.revertAll();
    QCOMPARE(user.value(mobile), QJsonValue(u""_s));
    QCOMPARE(user.value(birthDate), QJsonValue(QJsonValue::Null));
}

void UndoTest::aSaveThatFailedLeavesNoEditOfTheOldValue()
{
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.edit(city, u"Bari"_s);
    user.edit(notes, u"new"_s);
    static_cast<void>(user.beginSave());
    user.revert(city);
    user.finishSave({});
    QCOMPARE(user.changedPlaces(), QList<Path>{notes});
    user.undoStack()->undo();
    QCOMPARE(user.value(city), QJsonValue(u"Bari"_s));
}

// One row an outcome: City was sent as "Bari"; meanwhile "typed" was typed there.
void UndoTest::howASaveEndsDecidesAboutTheEdits_data()
{
    QTest::addColumn<SaveEnd>("end");
    QTest::addColumn<QString>("typed"); // empty: nothing
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("before"); // of the edit that is left; empty: none is
    QTest::addColumn<QString>("notice");
    using Kind = SaveEnd::Kind;
    const SaveEnd taken{.kind = Kind::Answered, .user = userIn(u"Bari"_s)};
    const SaveEnd rewritten{.kind = Kind::Answered, .user = userIn(u"Bari "_s)};
    const SaveEnd kept{.kind = Kind::Answered, .user = userIn(u"Roma"_s), .notKept = {{city, u"Bari"_s}}};
    SaveEnd unseen = kept;
    unseen.post = Post::Unseen;
    SaveEnd elsewhere = unseen;
    elsewhere.user = userIn(u"Milano"_s);
    SaveEnd notSent = elsewhere;
    notSent.post = Post::None;
    const QString changed = u"Also changed elsewhere, to “Milano”."_s;
    const SaveEnd conflict{.kind = Kind::Conflicted, .user = userIn(u"Milano"_s)};
    const SaveEnd refused{.kind = Kind::Failed, .refusals = {{city, u"No such city."_s}}};
    const QString none;
    QTest::newRow("taken") << taken << none << u"Bari"_s << none << none;
    QTest::newRow("taken in another form")
        << rewritten << none << u"Bari "_s << none << u"The service saved it as “Bari␣”."_s;
    QTest::newRow("taken in another form, more typed") << rewritten << u"Lecce"_s << u"Lecce"_s << u"Bari "_s << none;
    QTest::newRow("taken, more typed") << taken << u"Lecce"_s << u"Lecce"_s << u"Bari"_s << none;
    QTest::newRow("taken, the old value typed") << taken << u"Roma"_s << u"Roma"_s << u"Bari"_s << none;
    QTest::newRow("not taken, a sentence")
        << SaveEnd{.kind = Kind::Answered, .user = userIn(u"Near Roma."_s), .notKept = {{city, u"Bari"_s}}} << none
        << u"Bari"_s << u"Near Roma."_s << u"The service kept “Near Roma.”"_s;
    QTest::newRow("not taken") << kept << none << u"Bari"_s << u"Roma"_s << u"The service kept “Roma”."_s;
    QTest::newRow("not seen") << unseen << none << u"Bari"_s << u"Roma"_s << none;
    QTest::newRow("not seen, the old value typed") << unseen << u"Roma"_s << u"Roma"_s << u"Roma"_s << none;
    QTest::newRow("not seen, changed elsewhere") << elsewhere << none << u"Bari"_s << u"Roma"_s << changed;
    QTest::newRow("not sent, changed elsewhere") << notSent << none << u"Bari"_s << u"Roma"_s << changed;
    QTest::newRow("a conflict") << conflict << none << u"Bari"_s << u"Roma"_s << changed;
    QTest::newRow("failed") << SaveEnd{} << none << u"Bari"_s << u"Roma"_s << none;
    QTest::newRow("failed, the old value typed") << SaveEnd{} << u"Roma"_s << u"Roma"_s << none << none;
    QTest::newRow("refused, with a reason")
        << refused << none << u"Bari"_s << u"Roma"_s << u"The service says: “No such city.”"_s;
    QTest::newRow("unknown, the old value typed")
        << SaveEnd{.kind = Kind::Unknown} << u"Roma"_s << u"Roma"_s << u"Roma"_s << none;
}

void UndoTest::howASaveEndsDecidesAboutTheEdits()
{
    QFETCH(const SaveEnd, end);
    QFETCH(const QString, typed);
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.edit(city, u"Bari"_s);
    static_cast<void>(user.beginSave());
    QCOMPARE(user.inDoubt().size(), 1);
    QVERIFY(!user.hasUnsent());
    if (!typed.isEmpty())
        user.edit(city, typed);
    QCOMPARE(user.hasUnsent(), !typed.isEmpty());
    user.finishSave(end);
    QTEST(user.value(city).toString(), "shown");
    QTEST(user.changes().isEmpty() ? QString() : user.changes().first().before->toString(), "before");
    QTEST(user.notice(city), "notice");
}

// One row a second save: the first one sent "Bari" and left it in doubt, and "Roma" was put back.
void UndoTest::whatAnEarlierSaveLeftInDoubtMayStillArrive_data()
{
    QTest::addColumn<SaveEnd>("first");
    QTest::addColumn<bool>("isReadBetween");
    QTest::addColumn<SaveEnd>("second");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("isEdited");
    using Kind = SaveEnd::Kind;
    const SaveEnd lost{.kind = Kind::Unknown};
    const SaveEnd unseen{
        .kind = Kind::Answered, .user = userIn(u"Roma"_s), .notKept = {{city, u"Bari"_s}}, .post = Post::Unseen};
    const SaveEnd failed{};
    const SaveEnd conflict{.kind = Kind::Conflicted, .user = userIn(u"Bari"_s)};
    const SaveEnd shown{.kind = Kind::Answered, .user = userIn(u"Roma"_s), .post = Post::None};
    for (const bool isLost : {true, false}) {
        const auto row = [&](const QString &then) -> QTestData & {
            const QString name = (isLost ? u"lost, then "_s : u"not seen, then "_s) + then;
            return QTest::newRow(qPrintable(name)) << (isLost ? lost : unseen);
        };
        row(u"failed"_s) << false << failed << u"Roma"_s << true;
        row(u"lost"_s) << false << lost << u"Roma"_s << true;
        row(u"a conflict, as it has arrived"_s) << false << conflict << u"Roma"_s << true;
        row(u"nothing to do"_s) << false << shown << u"Roma"_s << false;
        row(u"read, and failed"_s) << true << failed << u"Roma"_s << false;
        row(u"read, and a conflict"_s) << true << conflict << u"Bari"_s << false;
    }
}

void UndoTest::whatAnEarlierSaveLeftInDoubtMayStillArrive()
{
    QFETCH(const SaveEnd, first);
    QFETCH(const bool, isReadBetween);
    QFETCH(const SaveEnd, second);
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.edit(city, u"Bari"_s);
    static_cast<void>(user.beginSave());
    user.finishSave(first);
    if (isReadBetween) {
        user.setBase(userIn(u"Roma"_s));
        QCOMPARE(user.inDoubt().size(), 0);
        QVERIFY(user.isEdited(city));
        static_cast<void>(user.beginSave());
        user.revert(city); // while it saves
    } else {
        user.revert(city);
        static_cast<void>(user.beginSave());
    }
    user.finishSave(second);
    QTEST(user.value(city).toString(), "shown");
    QTEST(user.isEdited(city), "isEdited");
}

namespace {

User userWithRate(const QString &rate, const QString &cityName)
{
    return User(
        {{u"id"_s, u"u1"_s},
         {u"city"_s, cityName},
         {u"settings"_s, QJsonArray{QJsonObject{
                             {u"id"_s, 7}, {u"name"_s, u"Rate"_s}, {u"type"_s, u"Double"_s}, {u"value"_s, rate}}}}});
}

} // namespace

void UndoTest::whatWasSentIsKnownInTheServicesNotation()
{
    const Path rate = Path::setting(u"7"_s);
    DocumentEdits user;
    user.reset(userWithRate(u"1"_s, u"Roma"_s));
    user.edit(rate, u"2.50"_s);
    static_cast<void>(user.beginSave());
    user.edit(rate, u"3"_s);
    user.setBase(userWithRate(u"2.5"_s, u"Roma"_s));
    QCOMPARE(user.changes().first().value, QJsonValue(u"3"_s));
    QCOMPARE(user.changes().first().before, QJsonValue(u"2.5"_s)); // no conflict with ourselves
}

void UndoTest::aNotationIsNotTakenBackByAConflict()
{
    const Path rate = Path::setting(u"7"_s);
    DocumentEdits user;
    user.reset(userWithRate(u"2.50"_s, u"Roma"_s));
    user.edit(rate, u"2.5"_s);
    user.edit(city, u"Bari"_s);
    QCOMPARE(user.beginSave().size(), 2);
    user.finishSave({.kind = SaveEnd::Kind::Conflicted, .user = userWithRate(u"2.50"_s, u"Milano"_s)});
    QVERIFY(user.isEdited(city));
    QVERIFY(user.isEdited(rate));
}

void UndoTest::whatOthersChangedIsSaid()
{
    DocumentEdits user;
    const auto read = [](const QString &cityName, const QString &note) {
        return User({{u"id"_s, u"u1"_s}, {u"city"_s, cityName}, {u"notes"_s, note}});
    };
    user.reset(read(u"Roma"_s, u"a"_s));
    user.setBase(read(u"Pisa"_s, u"a"_s));
    QCOMPARE(user.notice(city), QString()); // that was asked for
    user.edit(notes, u"b"_s);
    user.setBase(read(u"Lecce"_s, u"c"_s));
    QCOMPARE(user.notice(city), u"Changed elsewhere; it was “Pisa”."_s);
    QCOMPARE(user.notice(notes), u"Also changed elsewhere, to “c”."_s);
    static_cast<void>(user.beginSave());
    user.finishSave({});
    QCOMPARE(user.notice(city), u"Changed elsewhere; it was “Pisa”."_s); // a save that failed shows nobody's eyes
    QCOMPARE(user.notice(notes), u"Also changed elsewhere, to “c”."_s);
    user.setSeen(city);
    QCOMPARE(user.notice(city), QString());
    user.rebase(notes);
    static_cast<void>(user.beginSave());
    user.finishSave({.kind = SaveEnd::Kind::Answered, .user = read(u"Bari"_s, u"b"_s)});
    QCOMPARE(user.notice(city), u"Changed elsewhere; it was “Lecce”."_s);
    QCOMPARE(user.notice(notes), QString());
    user.edit(city, u"Roma"_s);
    QCOMPARE(user.notice(city), QString());

    DocumentEdits moved; // to another day at the same moment
    const Path birthDate = Path::field(u"birthDate");
    const auto born = [](const QString &date) { return User({{u"id"_s, u"u1"_s}, {u"birthDate"_s, date}}); };
    moved.reset(born(u"1990-05-06T00:00:00Z"_s));
    moved.edit(notes, u"b"_s);
    moved.setBase(born(u"1990-05-05T22:00:00-02:00"_s));
    QVERIFY(!moved.notice(birthDate).isEmpty());

    DocumentEdits other; // beside a conflict
    other.reset(read(u"Roma"_s, u"a"_s));
    other.edit(notes, u"b"_s);
    static_cast<void>(other.beginSave());
    other.finishSave({.kind = SaveEnd::Kind::Conflicted, .user = read(u"Pisa"_s, u"c"_s)});
    QCOMPARE(other.notice(city), u"Changed elsewhere; it was “Roma”."_s);
}

void UndoTest::afterAReloadUndoShowsWhatOthersSaved()
{
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.edit(city, u"Bari"_s);
    user.setBase(userIn(u"Milano"_s)); // somebody else's
    QCOMPARE(user.value(city), QJsonValue(u"Bari"_s));
    user.undoStack()->undo();
    QCOMPARE(user.value(city), QJsonValue(u"Milano"_s));
    QVERIFY(!user.hasEdits());
}

void UndoTest::editsRememberWhatStoodThere()
{
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.edit(city, u"Bari"_s);
    user.setBase(userIn(u"Milano"_s));
    user.edit(city, u"Lecce"_s);
    QCOMPARE(user.changes().first().before, QJsonValue(u"Roma"_s)); // still from before the reload
    user.rebase(city);
    QCOMPARE(user.changes().first().before, QJsonValue(u"Milano"_s));
    QCOMPARE(user.changes().first().value, QJsonValue(u"Lecce"_s));
}

void UndoTest::aDecisionIsAboutWhatWasShown()
{
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.edit(city, u"Bari"_s);
    user.setBase(userIn(u"Milano"_s));
    const auto conflicts = [&user] { return merged(user.changes(), user.base()).conflicts; };
    const Conflict conflict = conflicts().first();
    QVERIFY(user.shows(conflict));
    user.setBase(userIn(u"Pisa"_s)); // while the user thinks
    QVERIFY(!user.shows(conflict));
    user.rebase(conflict);
    QCOMPARE(user.changes().first().before, QJsonValue(u"Milano"_s));
    QCOMPARE(conflicts().size(), 1);
    QCOMPARE(conflicts().first().theirs.first(), QJsonValue(u"Pisa"_s));
    user.rebase(conflicts().first());
    QVERIFY(conflicts().isEmpty());
}

void UndoTest::restoredEditsThatAreDoneVanish()
{
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.restore({{city, u"Roma"_s, u"Pisa"_s}, {notes, u"new"_s, u"old"_s}});
    QCOMPARE(user.changes().size(), 1);
    QCOMPARE(user.changes().first().before, QJsonValue(u"old"_s)); // so that the merge sees the conflict
}

void UndoTest::whatWasDoneToASettingStaysWithIt_data()
{
    QTest::addColumn<QJsonObject>("now"); // which has its id
    QTest::addColumn<bool>("isLeftOutBefore");
    const auto setting = [](const QString &category, const QString &group, const QString &name) {
        return QJsonObject{
            {u"id"_s, 7}, {u"category"_s, category}, {u"group"_s, group}, {u"name"_s, name}, {u"value"_s, u"theirs"_s}};
    };
    QTest::newRow("another name") << setting(u"Mail"_s, {}, u"Host"_s) << false;
    QTest::newRow("another category") << setting(u"Web"_s, {}, u"Greeting"_s) << false;
    QTest::newRow("another group") << setting(u"Mail"_s, u"Out"_s, u"Greeting"_s) << false;
    QTest::newRow("a secret") << setting(u"Mail"_s, {}, u"Password"_s) << false;
    QTest::newRow("after an answer without settings") << setting(u"Mail"_s, {}, u"Host"_s) << true;
}

// A service may give an id to another setting: neither an edit nor a step of undo is about that one.
void UndoTest::whatWasDoneToASettingStaysWithIt()
{
    QFETCH(const QJsonObject, now);
    QFETCH(const bool, isLeftOutBefore);
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    QStringList lost;
    connect(&user, &DocumentEdits::settingsLost, this, [&lost](const QStringList &labels) { lost = labels; });
    user.edit(greeting, u"Ciao"_s);
    user.setMisfit(greeting, u"half"_s);
    QJsonObject document = userIn(u"Roma"_s).document();
    document.remove(u"settings"_s);
    if (isLeftOutBefore)
        user.setBase(User(document));
    document.insert(u"settings"_s, QJsonArray{now});
    user.setBase(User(document));

    const auto isTheirs = [&] {
        return user.value(greeting) == u"theirs"_s && !user.isEdited(greeting) && user.misfit(greeting).isNull() &&
               user.notice(greeting).isNull();
    };
    QVERIFY(isTheirs());
    QVERIFY(isLeftOutBefore || lost == QStringList(u"Mail › Greeting"_s));
    QCOMPARE(user.changes().size(), 1); // kept, and told from the other one
    const Change change = user.changes().constFirst();
    QVERIFY(!canBeSet(change, user.base()));
    QCOMPARE(placeLabel(change.path, user.base()), u"Mail › Greeting (no longer there)"_s);
    user.undoStack()->undo();
    QVERIFY(isTheirs() && !user.hasEdits());
    user.undoStack()->redo();
    QVERIFY(isTheirs() && user.hasEdits());
    user.edit(greeting, u"mine"_s);
    QCOMPARE(user.changes().size(), 2);
    user.revert(greeting);
    QVERIFY(isTheirs());

    DocumentEdits nextRun;
    nextRun.reset(User(document));
    nextRun.restore({change});
    QVERIFY(!nextRun.isEdited(greeting) && nextRun.value(greeting) == u"theirs"_s);

    user.setBase(userIn(u"Roma"_s)); // it is there again, and any text fits
    QCOMPARE(user.value(greeting), QJsonValue(u"half"_s));
}

void UndoTest::aSettingIsFollowedToItsNewId_data()
{
    QTest::addColumn<QByteArray>("before"); // a setting beside the two
    QTest::addColumn<QByteArray>("now");    // all
    QTest::addColumn<bool>("isLeftOutBefore");
    QTest::addColumn<bool>("isFollowed");
    const QByteArray other = R"({"id":8,"name":"SMTP password","value":"undo-canary"})";
    const auto named = [](const QByteArray &id, const QByteArray &more = {}) {
        return id + more + R"("category":"Mail","name":"Greeting","value":"Hi"})";
    };
    const QByteArray its = named(R"({"id":107,)");
    const auto row = [](const char *name, const QByteArray &now, bool isFollowed) {
        QTest::newRow(name) << QByteArray() << now << false << isFollowed;
    };
    row("every id is new", its + R"(,{"id":108,"name":"SMTP password","value":"undo-canary"})", true);
    row("its id alone", other + ',' + its, true);
    QTest::newRow("after an answer without settings") << QByteArray() << other + ',' + its << true << true;
    row("two have its name", its + ',' + named(R"({"id":109,)"), false);
    row("of another type", named(R"({"id":107,)", R"("type":"Int32",)"), false);
    row("of another group", named(R"({"id":107,)", R"("group":"Out",)"), false);
    row("under an id that was another's", named(R"({"id":8,)"), false);
    row("without an id", named("{"), false);
    row("under an id that stands twice", its + R"(,{"id":107,"name":"x"})", false);
    QTest::newRow("two had its name") << named(R"({"id":9,)") << its << false << false;
    QTest::newRow("another one has its name, as before")
        << named(R"({"id":9,)") << named(R"({"id":9,)") << false << false;
}

// Of a setting that is gone, the document tells neither what was there nor what it was called.
void UndoTest::whatWasDoneToALostSettingComesBackWhole()
{
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.edit(greeting, u"Ciao"_s);
    const Change made = user.changes().constFirst();
    QJsonObject document = userIn(u"Roma"_s).document();
    document.insert(u"settings"_s, QJsonArray{});
    user.setBase(User(document));
    user.revertAll();
    QVERIFY(!user.hasEdits());
    user.undoStack()->undo();
    QCOMPARE(user.changes().size(), 1);
    const Change back = user.changes().constFirst();
    QCOMPARE(back.path, made.path);
    QCOMPARE(back.value, made.value);
    QCOMPARE(*back.before, *made.before);
    QCOMPARE(back.settingName, made.settingName);
    user.setBase(userIn(u"Roma"_s));
    QVERIFY(user.conflicts().isEmpty() && user.notice(greeting).isNull());
}

// A service may delete and insert its settings at each save.
void UndoTest::aSettingIsFollowedToItsNewId()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, now);
    QFETCH(const bool, isLeftOutBefore);
    QFETCH(const bool, isFollowed);
    QJsonObject document = userIn(u"Roma"_s).document();
    QJsonArray settings = document.value("settings"_L1).toArray();
    if (!before.isEmpty())
        settings.append(QJsonDocument::fromJson(before).object());
    document.insert("settings"_L1, settings);
    DocumentEdits user;
    user.reset(User(document));
    QStringList lost;
    connect(&user, &DocumentEdits::settingsLost, this, [&lost](const QStringList &labels) { lost = labels; });
    user.edit(greeting, u"Ciao"_s);
    const QList<Change> draft = user.changes();
    document.remove("settings"_L1);
    if (isLeftOutBefore)
        user.setBase(User(document));
    document.insert("settings"_L1, QJsonDocument::fromJson('[' + now + ']').array());
    user.setBase(User(document));

    const Path there = Path::setting(u"107"_s);
    const auto isAt = [&user](const Path &path) { return user.hasEdits() && user.changes().constFirst().path == path; };
    QVERIFY(isAt(isFollowed ? there : greeting));
    QCOMPARE(lost.isEmpty(), isFollowed);
    QCOMPARE(user.settingIds().idNow(u"7"_s), isFollowed ? u"107"_s : u"7"_s);
    QCOMPARE(canBeSet(user.changes().constFirst(), user.base()), isFollowed);
    user.undoStack()->undo();
    QVERIFY(!user.hasEdits());
    user.undoStack()->redo();
    QVERIFY(isAt(isFollowed ? there : greeting));
    if (!isFollowed)
        return;
    DocumentEdits nextRun;
    nextRun.reset(User(document));
    nextRun.restore(draft);
    QVERIFY(nextRun.isEdited(there) && nextRun.value(there) == u"Ciao"_s);
    QVERIFY(nextRun.notice(there).isEmpty());
    user.setBase(userIn(u"Roma"_s)); // the id is its own again
    QVERIFY(isAt(greeting));
}

void UndoTest::whatIsInDoubtIsFollowedToItsNewId()
{
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.edit(greeting, u"Ciao"_s);
    static_cast<void>(user.beginSave());
    QJsonObject document = userIn(u"Roma"_s).document();
    QJsonArray settings = document.value("settings"_L1).toArray();
    QJsonObject moved = settings.first().toObject();
    moved.insert("id"_L1, 107);
    settings.replace(0, moved);
    document.insert("settings"_L1, settings);
    user.finishSave({.kind = SaveEnd::Kind::Answered,
                     .user = User(document),
                     .notKept = {{greeting, u"Ciao"_s}},
                     .post = Post::Unseen});
    const Path there = Path::setting(u"107"_s);
    QCOMPARE(user.inDoubt().paths(), QList<Path>{there});
    user.revert(there);
    QCOMPARE(user.value(there), QJsonValue(u"Hi"_s));
    QVERIFY(user.isEdited(there));
}

void UndoTest::aSaveArrivesAtTheNewId()
{
    DocumentEdits user;
    user.reset(userIn(u"Roma"_s));
    user.edit(greeting, u"Ciao"_s);
    QJsonObject document = userIn(u"Roma"_s).document();
    for (int id = 107; id < 117; ++id) { // at each save another one
        const Path there = Path::setting(QString::number(id));
        const QString value = user.changes().constFirst().value.toString();
        static_cast<void>(user.beginSave());
        document.insert(
            "settings"_L1,
            QJsonArray{QJsonObject{
                {u"id"_s, id}, {u"category"_s, u"Mail"_s}, {u"name"_s, u"Greeting"_s}, {u"value"_s, value}}});
        user.finishSave({.kind = SaveEnd::Kind::Answered, .user = User(document)});
        QVERIFY(!user.hasEdits() && user.notice(there).isEmpty());
        user.undoStack()->undo();
        QVERIFY(user.isEdited(there));
        user.edit(there, QString::number(id));
    }
}

void UndoTest::whatTheServiceWritesInItsOwnFormIsSaved_data()
{
    QTest::addColumn<QString>("outcome");
    for (const char *outcome : {"answered", "read after a lost answer", "from a draft", "never sent"})
        QTest::newRow(outcome) << QString::fromLatin1(outcome);
}

// Its value is shown, and said; nothing is left to save, and nobody else has changed anything.
void UndoTest::whatTheServiceWritesInItsOwnFormIsSaved()
{
    QFETCH(const QString, outcome);
    const auto held = [](const QString &town, const QString &password) {
        const QJsonObject secret{
            {u"id"_s, 8}, {u"name"_s, u"Token page"_s}, {u"type"_s, u"Url"_s}, {u"value"_s, password}};
        return User({{u"id"_s, u"u1"_s}, {u"city"_s, town}, {u"settings"_s, QJsonArray{secret}}});
    };
    const Path secret = Path::setting(u"8"_s);
    const User before = held(u"Roma"_s, u"https://old.example/"_s);
    const User after = held(u"Bari Vecchia"_s, u"https://undo-canary.example/a/"_s);
    DocumentEdits user;
    user.reset(before);
    user.edit({{city, u" Bari  Vecchia"_s}, {secret, u"https://undo-canary.example/a"_s}});
    static_cast<void>(user.beginSave());
    if (outcome == "from a draft"_L1) {
        user.finishSave({.kind = SaveEnd::Kind::Unknown});
        DocumentEdits nextRun;
        nextRun.reset(after);
        nextRun.restore(user.changes());
        QVERIFY(nextRun.notice(city).isEmpty() && nextRun.notice(secret).isEmpty());
        const Merge merge = merged(nextRun.changes(), after);
        QVERIFY(merge.changes.isEmpty() && merge.conflicts.isEmpty());
        return;
    }
    if (outcome == "never sent"_L1) { // it is somebody else's, and asked about
        user.finishSave({.kind = SaveEnd::Kind::Unknown, .post = Post::None});
        user.setBase(after);
        QCOMPARE(user.notice(city), u"Also changed elsewhere, to “Bari Vecchia”."_s);
        QCOMPARE(merged(user.changes(), after).conflicts.size(), 2);
        return;
    }
    if (outcome == "answered"_L1) {
        user.finishSave({.kind = SaveEnd::Kind::Answered, .user = after});
    } else {
        user.finishSave({.kind = SaveEnd::Kind::Unknown});
        user.setBase(after);
    }
    QVERIFY(!user.hasEdits());
    QCOMPARE(user.value(city), QJsonValue(u"Bari Vecchia"_s));
    QCOMPARE(user.notice(city), u"The service saved it as “Bari Vecchia”."_s);
    QCOMPARE(user.notice(secret), u"The service saved it in another form."_s);
    QCOMPARE(user.undoStack()->canUndo(), outcome != "answered"_L1); // not when a secret is known to be saved
}

void UndoTest::placesAreNamedAndShown()
{
    const User user = userIn(u"Roma"_s, u"one\ntwo"_s);
    const auto at = [&user](const Path &path) { return user.valueAt(path); };
    QCOMPARE(placeLabel(city, user), u"City"_s);
    QCOMPARE(placeLabel(greeting, user), u"Mail › Greeting"_s);
    QCOMPARE(placeLabel(Path::setting(u"99"_s), user), u"Setting 99"_s);
    QCOMPARE(placeText(city, user, at), u"Roma"_s);
    QCOMPARE(placeText(notes, user, at), u"one↵two"_s);
    QCOMPARE(placeText(notes, user, [](const Path &) { return QJsonValue(u"one \n two\u2011three"_s); }),
             u"one␣↵␣two‹U+2011›three"_s);
    QCOMPARE(placeText(Path::field(u"country"), user, at), u"Italy (IT)"_s);
    QCOMPARE(placeText(Path::field(u"birthDate"), user, at), u"not set"_s);
    QCOMPARE(placeText(Path::field(u"image"), user, [](const Path &) { return QJsonValue(QString(4000, u'A')); }),
             u"a picture (2.93 KiB)"_s);
    const QString secret = placeText(Path::setting(u"8"_s), user, at);
    QVERIFY(!secret.isEmpty() && !secret.contains(u"canary"_s));
    const Path former = Path::formerSetting(u"7"_s, u"Mail\n\nPassword"_s); // its id is the greeting's now
    QCOMPARE(placeLabel(former, user), u"Mail › Password (no longer there)"_s);
    QCOMPARE(placeText(former, user, [](const Path &) { return QJsonValue(u"undo-canary"_s); }), secret);
    QCOMPARE(placeLabel(Path::formerSetting(u"7"_s, u"Mail\nOut\nPassword"_s), user),
             u"Mail › Out › Password (no longer there)"_s);
    const Setting lines({{u"category"_s, u"Mail\nbox"_s}, {u"name"_s, u"Greeting"_s}});
    QVERIFY(placeLabel(Path::formerSetting(u"7"_s, lines.fullName()), user)
                .endsWith(u"box › Greeting (no longer there)"_s));
    const User bare({{u"id"_s, u"u1"_s}}); // the settings were left out
    QCOMPARE(placeText(Path::setting(u"8"_s), bare, at), secret);
    QCOMPARE(placeText(Path::setting(u"9"_s), bare, at), u"not set"_s);
    QCOMPARE(placeText(city, user, [](const Path &) { return QJsonValue(u"a\u202Eb"_s); }).contains(u'\u202E'), false);
}

namespace {

QString pictureOf(const QColor &colour, int side = 8, const char *format = "png")
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return QString::fromLatin1(data.toBase64());
}

} // namespace

void UndoTest::picturesAreToldApart_data()
{
    QTest::addColumn<QStringList>("values"); // yours, theirs, before
    QTest::addColumn<int>("different");
    const QString red = pictureOf(Qt::red);
    QTest::newRow("alike in size") << QStringList{pictureOf(Qt::green), pictureOf(Qt::blue), red} << 3;
    QTest::newRow("theirs was removed") << QStringList{pictureOf(Qt::green), QString(), red} << 3;
    QTest::newRow("taken back") << QStringList{red, pictureOf(Qt::blue), red} << 2;
    QTest::newRow("in another form") << QStringList{red, "data:image/png;base64,"_L1 + red, red} << 1;
    QTest::newRow("not pictures") << QStringList{u"AAAA"_s, u"BBBB"_s, u"CCCC"_s} << 3;
}

void UndoTest::picturesAreToldApart()
{
    QFETCH(const QStringList, values);
    QFETCH(const int, different);
    QList<ValueAt> at;
    for (const QString &value : values)
        at << [value](const Path &) { return QJsonValue(value); };
    QStringList texts = placeTexts(Path::field(u"image"), userIn(u"Roma"_s), at);
    QCOMPARE(texts.size(), values.size());
    texts.removeDuplicates();
    QVERIFY2(texts.size() == different, qPrintable(texts.join(u'\n')));
    const auto text = [](const QString &value) {
        return placeText(Path::field(u"image"), User(), [&value](const Path &) { return QJsonValue(value); });
    };
    QVERIFY(text(pictureOf(Qt::red, 64)).startsWith(u"a picture (PNG, 64 × 64 pixels, "_s));
    QVERIFY(text(pictureOf(Qt::red, 64, "jpeg")).startsWith(u"a picture (JPEG, 64 × 64 pixels, "_s));
}

void UndoTest::whatDiffersLooksDifferent_data()
{
    QTest::addColumn<QString>("was");
    QTest::addColumn<QString>("willBe");
    const QString address = u"Via Roma 1\n00100 Roma"_s;
    QTest::newRow("line break and space") << address << QString(address).replace(u'\n', u' ');
    QTest::newRow("two line breaks") << address << QString(address).replace(u"\n"_s, u"\n\n"_s);
    QTest::newRow("tab and space") << u"a\tb"_s << u"a b"_s;
    QTest::newRow("space at the end") << u"Roma"_s << u"Roma "_s;
    QTest::newRow("space at the beginning") << u"Roma"_s << u" Roma"_s;
    QTest::newRow("two spaces") << u"a b"_s << u"a  b"_s;
    QTest::newRow("no-break space") << u"a b"_s << u"a\u00A0b"_s;
    QTest::newRow("no-break hyphen") << u"a-b"_s << u"a\u2011b"_s;
    QTest::newRow("space before a line break") << u"a\n"_s << u"a \n"_s;
    QTest::newRow("override") << u"ab"_s << u"a\u202Eb"_s;
    QTest::newRow("far into a text") << QString(5000, u'x') + u'a' << QString(5000, u'x') + u'b';
    QTest::newRow("longer") << QString(5000, u'x') << QString(5001, u'x');
    QTest::newRow("nothing and a space") << u""_s << u" "_s;
}

namespace {

// What a reader makes of it: no format characters, and a space for a space whatever its kind and number.
QString asSeen(const QString &text)
{
    QString seen;
    for (const QChar c : text) {
        if (c == QChar(0x2011))
            seen += u'-';
        else if (c.category() != QChar::Other_Format && (c.category() != QChar::Other_Control || c.isSpace()))
            seen += c;
    }
    return seen.simplified();
}

} // namespace

void UndoTest::whatDiffersLooksDifferent()
{
    QFETCH(const QString, was);
    QFETCH(const QString, willBe);
    for (const auto &path : {notes, greeting}) {
        const User user = userIn(u"Roma"_s);
        const auto texts = placeTexts(
            path, user,
            {[&was](const Path &) { return QJsonValue(was); }, [&willBe](const Path &) { return QJsonValue(willBe); }});
        const QString a = texts.at(0);
        const QString b = texts.at(1);
        QVERIFY2(asSeen(a) != asSeen(b), qPrintable(a));
        QVERIFY(a.size() < 400 && b.size() < 400);
    }
}

namespace {

QStringList comparedNotes(const QStringList &values)
{
    QList<ValueAt> at;
    for (const QString &value : values)
        at << [value](const Path &) { return QJsonValue(value); };
    return placeTexts(notes, userIn(u"Roma"_s), at);
}

} // namespace

void UndoTest::comparedTextsAreWhole()
{
    const QString between = u"several words that go on and on "_s.repeated(60);
    const QStringList values{u"my start "_s + between + u"my end"_s, u"their start "_s + between + u"their end"_s,
                             u"start "_s + between + u"end"_s};
    QCOMPARE(comparedNotes(values), values);
}

void UndoTest::ofVeryLongTextsEveryDifferingPassageIsShown_data()
{
    QTest::addColumn<int>("words"); // between two passages
    QTest::addColumn<QString>("before");
    for (const int words : {1000, 20'000}) {
        QTest::addRow("%d words, of three", words) << words << u"before %1"_s;
        QTest::addRow("%d words, new", words) << words << QString();
    }
}

void UndoTest::ofVeryLongTextsEveryDifferingPassageIsShown()
{
    QFETCH(const int, words);
    QFETCH(const QString, before);
    int number = 0;
    const auto text = [&](const QString &own) {
        QString whole;
        number = 0;
        for (int passage = 1; passage <= 4 && !own.isEmpty(); ++passage) {
            whole += own.arg(passage);
            for (int word = 0; word < words; ++word)
                whole += u" word %1"_s.arg(++number);
            whole += u'\n';
        }
        return whole + (own.isEmpty() ? QString() : own.arg(5));
    };
    const QStringList texts = comparedNotes({text(u"mine %1"_s), text(u"theirs %1"_s), text(before)});
    for (int passage = 1; passage <= 5; ++passage) {
        QVERIFY2(texts.at(0).contains(u"mine %1"_s.arg(passage)), qPrintable(texts.at(0)));
        QVERIFY2(texts.at(1).contains(u"theirs %1"_s.arg(passage)), qPrintable(texts.at(1)));
        QVERIFY(before.isEmpty() || texts.at(2).contains(before.arg(passage)));
    }
    QVERIFY2(texts.at(0).size() < 1000, qPrintable(QString::number(texts.at(0).size())));
    QVERIFY(texts.at(2).size() < 21'000);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::UndoTest)
#include "tst_undo.moc"
