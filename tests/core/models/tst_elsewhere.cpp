// What others have saved since an edit was begun: it is said where it stands, and never overwritten unasked.

#include "core/document/merge.h"
#include "core/document/user.h"
#include "core/models/documentedits.h"
#include "core/models/profilemodel.h"
#include "core/models/settingsmodel.h"
#include "tests/core/models/users.h"
#include "tests/support/testclass.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

using Values = QList<std::pair<QString, QString>>;

const QString lease = u"lease"_s; // stands for the setting

// An account with @p values instead of the usual ones.
User accountWith(const Values &values = {})
{
    QJsonObject document{{u"id"_s, u"u1"_s},         {u"title"_s, u"Dr"_s},       {u"city"_s, u"Roma"_s},
                         {u"country"_s, u"Italy"_s}, {u"countryCode"_s, u"IT"_s}, {u"birthDate"_s, u"1984-03-17"_s}};
    QString leaseText = u"30"_s;
    for (const auto &[key, value] : values) {
        if (key == lease)
            leaseText = value;
        else
            document.insert(key, value);
    }
    document.insert("settings"_L1,
                    QJsonArray{QJsonObject{
                        {u"id"_s, 9}, {u"name"_s, u"Lease"_s}, {u"type"_s, u"Int32"_s}, {u"value"_s, leaseText}}});
    return User(document);
}

// Edited through the models, as the pages do.
struct SharedForm
{
    SharedForm() { edits.reset(accountWith()); }

    DocumentEdits edits;
    ProfileModel profile{edits};
    SettingsModel settings{edits};

    void type(const QString &key, const QString &text)
    {
        if (key == lease) {
            const QModelIndex value = settings.indexOfSetting(u"9"_s);
            settings.setText(u"9"_s, text, value.data(SettingsModel::HeldRole).toJsonValue());
        } else if (key == "country"_L1) {
            const QString code = text == "Germany"_L1 ? u"DE"_s : text == "Malta"_L1 ? u"MT"_s : QString();
            profile.setData(indexOf(profile, key), QStringList{text, code}, Qt::EditRole);
        } else {
            profile.setData(indexOf(profile, key), text,
                            key == "birthDate"_L1 ? int(ProfileModel::TypingRole) : int(Qt::EditRole));
        }
    }
    [[nodiscard]] Path path(const QString &key) const
    {
        return key == lease ? Path::setting(u"9"_s) : Path::field(key);
    }
    [[nodiscard]] QString notice(const QString &key) const
    {
        return key == lease ? settings.indexOfSetting(u"9"_s).data(SettingsModel::NoticeRole).toString()
                            : indexOf(profile, key).data(ProfileModel::NoticeRole).toString();
    }
    [[nodiscard]] QString problem(const QString &key) const
    {
        return key == lease ? settings.indexOfSetting(u"9"_s).data(SettingsModel::ProblemRole).toString()
                            : indexOf(profile, key).data(ProfileModel::ProblemRole).toString();
    }
    [[nodiscard]] QList<Conflict> conflicts() const { return merged(edits.changes(), edits.base()).conflicts; }
};

// What the service shows, one reload after the other, between what is typed.
void addReloads()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("typed");
    QTest::addColumn<QList<Values>>("reloads");
}

} // namespace

class ElsewhereTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOthersSavedIsAskedAbout_data();
    void whatOthersSavedIsAskedAbout();
    void whatIsSavedMeanwhileIsNoConflict_data();
    void whatIsSavedMeanwhileIsNoConflict();
    void whatOthersTookBackIsNotSaid_data();
    void whatOthersTookBackIsNotSaid();
    void aLongTextIsQuotedWhereOthersChangedIt();
    void whatWasSeenGoesWithTheNextReadThatBringsNothingElse_data();
    void whatWasSeenGoesWithTheNextReadThatBringsNothingElse();
};

void ElsewhereTest::whatWasSeenGoesWithTheNextReadThatBringsNothingElse_data()
{
    QTest::addColumn<bool>("isSaved");
    QTest::addColumn<bool>("isSeen");
    QTest::addColumn<bool>("bringsMore");
    QTest::newRow("a reload") << false << true << false;
    QTest::newRow("a reload that brings something else") << false << true << true;
    QTest::newRow("a reload before anything is edited") << false << false << false;
    QTest::newRow("a save") << true << true << false;
    QTest::newRow("a save that brings something else") << true << true << true;
    QTest::newRow("a save that found it") << true << false << false;
}

// In a setting as in a field. A save that asks about a conflict, or that waits for a new sign-in, reads twice.
void ElsewhereTest::whatWasSeenGoesWithTheNextReadThatBringsNothingElse()
{
    QFETCH(const bool, isSaved);
    QFETCH(const bool, isSeen);
    QFETCH(const bool, bringsMore);
    SharedForm form;
    form.type(u"city"_s, u"Bari"_s);
    const Values theirs{{u"notes"_s, u"Theirs"_s}, {lease, u"60"_s}};
    form.edits.setBase(accountWith(theirs));
    QVERIFY(!form.notice(u"notes"_s).isEmpty() && !form.notice(lease).isEmpty());
    if (isSeen)
        form.type(u"city"_s, u"Lecce"_s);
    Values next = theirs;
    if (bringsMore)
        next.append({u"department"_s, u"Legal"_s});
    if (isSaved) {
        static_cast<void>(form.edits.beginSave());
        next.append({u"city"_s, form.edits.value(form.path(u"city"_s)).toString()});
        form.edits.finishSave({.kind = SaveEnd::Kind::Answered, .user = accountWith(next), .post = Post::Answered});
    } else {
        form.edits.setBase(accountWith(next));
    }
    const bool isGone = isSeen && !bringsMore;
    QCOMPARE(form.notice(u"notes"_s).isEmpty(), isGone);
    QCOMPARE(form.notice(lease).isEmpty(), isGone);
    QCOMPARE(form.notice(u"department"_s).isEmpty(), !bringsMore);
}

void ElsewhereTest::aLongTextIsQuotedWhereOthersChangedIt()
{
    const QString same = u"several words that go on and on "_s.repeated(20);
    SharedForm form;
    form.edits.reset(accountWith({{u"notes"_s, same + u"the old end"_s}}));
    form.type(u"city"_s, u"Bari"_s);
    form.edits.setBase(accountWith({{u"notes"_s, same + u"their end"_s}}));
    const QString changed = form.notice(u"notes"_s);
    QVERIFY2(changed.startsWith(u"Changed elsewhere; it was “…"_s) && changed.endsWith(u"the old end”."_s),
             qPrintable(changed));
    form.type(u"notes"_s, u"my start, "_s + same);
    form.edits.setBase(accountWith({{u"notes"_s, same + u"their new end"_s + same}}));
    const QString both = form.notice(u"notes"_s);
    QVERIFY2(both.startsWith(u"Also changed elsewhere, to “…"_s) && both.contains(u"their new end"_s) &&
                 both.endsWith(u"…”"_s),
             qPrintable(both));
}

void ElsewhereTest::whatOthersSavedIsAskedAbout_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("before"); // typed before the reload
    QTest::addColumn<Values>("theirs");
    QTest::addColumn<QStringList>("after"); // typed after it, the last one a value
    QTest::addColumn<QString>("begunOver");
    const Values date{{u"birthDate"_s, u"1990-01-01"_s}};
    const Values country{{u"country"_s, u"France"_s}, {u"countryCode"_s, u"FR"_s}};
    const Values number{{lease, u"60"_s}};
    const auto row = [](const char *name, const QString &key, const QStringList &before, const Values &theirs,
                        const QStringList &after, const QString &begunOver) {
        QTest::newRow(name) << key << before << theirs << after << begunOver;
    };
    const QString born = u"1984-03-17"_s;
    row("a half-typed date", u"birthDate"_s, {u"18 Mar 1"_s}, date, {u"18 Mar 1984"_s}, born);
    row("one typed on", u"birthDate"_s, {u"18"_s, u"18 Mar 1"_s}, date, {u"18 Mar 19"_s, u"18 Mar 1984"_s}, born);
    row("day and month", u"birthDate"_s, {u"12/13"_s}, date, {u"1984-12-13"_s}, born);
    row("a date, typed over", u"birthDate"_s, {u"1985-01-01"_s}, date, {u"1"_s, u"18 Mar"_s, u"18 Mar 1984"_s}, born);
    row("a date half deleted", u"birthDate"_s, {u"1985-01-01"_s, u"1985-01"_s}, date, {u"1985-01-02"_s}, born);
    row("a country of several", u"country"_s, {u"uni"_s}, country, {u"Germany"_s}, u"Italy"_s);
    row("a country, typed over", u"country"_s, {u"Malta"_s}, country, {u"uni"_s, u"Germany"_s}, u"Italy"_s);
    row("a number that does not fit", lease, {u"7x"_s}, number, {u"7"_s}, u"30"_s);
    row("a number, typed over", lease, {u"8"_s}, number, {u"7x"_s, u"7"_s}, u"30"_s);
    row("a text", u"city"_s, {u"Bari"_s}, {{u"city"_s, u"Pisa"_s}}, {u"Lecce"_s}, u"Roma"_s);
}

void ElsewhereTest::whatOthersSavedIsAskedAbout()
{
    QFETCH(const QString, key);
    QFETCH(const QStringList, before);
    QFETCH(const Values, theirs);
    QFETCH(const QStringList, after);
    QFETCH(const QString, begunOver);
    SharedForm form;
    for (const QString &text : before)
        form.type(key, text);
    form.edits.setBase(accountWith(theirs));
    QVERIFY(form.notice(key).startsWith(u"Also changed elsewhere, to"_s));
    for (const QString &text : after) {
        form.type(key, text);
        QVERIFY(form.problem(key).isEmpty() || form.notice(key).startsWith(u"Also changed elsewhere, to"_s));
    }
    QVERIFY(form.edits.misfits().isEmpty());
    const QList<Conflict> conflicts = form.conflicts();
    QCOMPARE(conflicts.size(), 1);
    for (const Change &change : form.edits.changes()) {
        if (change.path == form.path(key))
            QCOMPARE(change.before, std::optional(QJsonValue(begunOver)));
        else
            QCOMPARE(change.before, std::optional(QJsonValue(u"IT"_s)));
    }
    form.edits.rebase(conflicts.first()); // that was the answer
    QVERIFY(form.conflicts().isEmpty());
}

void ElsewhereTest::whatIsSavedMeanwhileIsNoConflict_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("typed"); // what is sent, a misfit meanwhile, and what it becomes
    QTest::addColumn<Values>("saved");
    QTest::newRow("a date") << u"birthDate"_s << QStringList{u"1985-01-02"_s, u"18 Mar"_s, u"18 Mar 1986"_s}
                            << Values{{u"birthDate"_s, u"1985-01-02"_s}};
    QTest::newRow("a country") << u"country"_s << QStringList{u"Malta"_s, u"uni"_s, u"Germany"_s}
                               << Values{{u"country"_s, u"Malta"_s}, {u"countryCode"_s, u"MT"_s}};
    QTest::newRow("a number") << lease << QStringList{u"7"_s, u"8x"_s, u"8"_s} << Values{{lease, u"7"_s}};
}

void ElsewhereTest::whatIsSavedMeanwhileIsNoConflict()
{
    QFETCH(const QString, key);
    QFETCH(const QStringList, typed);
    QFETCH(const Values, saved);
    for (const bool isAnswered : {true, false}) {
        SharedForm form;
        form.type(key, typed.at(0));
        static_cast<void>(form.edits.beginSave());
        form.type(key, typed.at(1));
        QVERIFY(!form.problem(key).isEmpty());
        if (isAnswered)
            form.edits.finishSave({.kind = SaveEnd::Kind::Answered, .user = accountWith(saved)});
        else
            form.edits.setBase(accountWith(saved));
        QVERIFY(!form.problem(key).isEmpty());
        QCOMPARE(form.notice(key), QString());
        form.type(key, typed.at(2));
        QVERIFY(form.edits.isEdited(form.path(key)));
        QVERIFY(form.conflicts().isEmpty());
    }
}

void ElsewhereTest::whatOthersTookBackIsNotSaid_data()
{
    addReloads();
    const auto row = [](const char *name, const QString &key, const QStringList &typed, const QList<Values> &reloads) {
        QTest::newRow(name) << key << typed << reloads;
    };
    row("a field left alone", u"title"_s, {}, {{{u"title"_s, u"Sir"_s}}, {}});
    row("one of several steps", u"title"_s, {}, {{{u"title"_s, u"Sir"_s}}, {{u"title"_s, u"Mx"_s}}, {}});
    row("an edited field", u"title"_s, {u"Prof"_s}, {{{u"title"_s, u"Sir"_s}}, {}});
    row("in another notation", u"birthDate"_s, {},
        {{{u"birthDate"_s, u"1990-01-01"_s}}, {{u"birthDate"_s, u"1984-03-17T00:00:00Z"_s}}});
    row("beside half a date", u"birthDate"_s, {u"18 Mar"_s}, {{{u"birthDate"_s, u"1990-01-01"_s}}, {}});
    row("beside a country of several", u"country"_s, {u"uni"_s},
        {{{u"country"_s, u"France"_s}, {u"countryCode"_s, u"FR"_s}}, {}});
    row("a setting", lease, {}, {{{lease, u"60"_s}}, {}});
    row("an edited setting", lease, {u"7"_s}, {{{lease, u"60"_s}}, {}});
    row("beside a number that does not fit", lease, {u"7x"_s}, {{{lease, u"60"_s}}, {}});
}

void ElsewhereTest::whatOthersTookBackIsNotSaid()
{
    QFETCH(const QString, key);
    QFETCH(const QStringList, typed);
    QFETCH(const QList<Values>, reloads);
    SharedForm form;
    form.type(u"city"_s, u"Bari"_s); // without unsaved changes, nothing is news
    for (const QString &text : typed)
        form.type(key, text);
    for (const Values &now : reloads) {
        form.edits.setBase(accountWith(now));
        QCOMPARE(form.notice(key).isEmpty(), &now == &reloads.constLast());
    }
    QVERIFY(form.conflicts().isEmpty());
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::ElsewhereTest)
#include "tst_elsewhere.moc"
