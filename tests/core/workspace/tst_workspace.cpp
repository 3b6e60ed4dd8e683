// One open account without a window: how each save ends, for the edits, for whoever shows it, and in which order.

#include "core/base/messagequeue.h"
#include "core/settings/preferences.h"
#include "core/workspace/sessionwatch.h"
#include "core/workspace/workspaces.h"
#include "tests/core/sessionfixture.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const Path city = Path::field(u"city");

// A service, and an account that is open.
struct WorkspaceFixture : SessionFixture
{
    explicit WorkspaceFixture(const ServiceOptions &options = {}) : SessionFixture(options)
    {
        QObject::connect(&workspace.saver(), &Saver::finished, &workspace, [this](const SaveResult &result) {
            results << result;
            editsThen << workspace.edits().changes();
        });
        QObject::connect(&workspace, &Workspace::changed, &workspace, [this] { noteNeed(); });
    }

    // What began to wait for the user.
    void noteNeed()
    {
        const QList<Need> needs = workspace.needs();
        const auto need = !needs.isEmpty() && isUrgent(needs.first()) ? std::optional(needs.first()) : std::nullopt;
        if (std::exchange(urgentNow, need) != need && need)
            attention << *need;
    }

    bool open()
    {
        QSignalSpy settled(&workspace.session(), &Session::storageChanged);
        workspace.session().signIn(request());
        return settled.wait(timeoutMs) && workspace.session().state() == Session::State::SignedIn;
    }

    Shared shared() { return {signIns, trust, proxies, preferences, DraftStore(drafts), {.secondLookMs = 20}}; }

    // The save, until it has ended.
    bool finish()
    {
        const auto before = results.size();
        return eventually([&] { return results.size() > before; });
    }

    void changeElsewhere(const QString &value)
    {
        QJsonObject stored = service.user(u"mrossi"_s);
        stored.insert("city"_L1, value);
        service.setUser(u"mrossi"_s, stored);
    }

    QTemporaryDir home;
    ProxySettings proxies;
    Preferences preferences{home.filePath(u"preferences.json"_s)};
    QString drafts = home.filePath(u"drafts"_s);
    Workspace workspace{shared()};
    QList<SaveResult> results;
    QList<QList<Change>> editsThen; // when each was told
    QList<Need> attention;
    std::optional<Need> urgentNow;
};

} // namespace

class WorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSaveEnds_data();
    void aSaveEnds();
    void aRevertAfterTheEndOfTheSessionRevertsAll_data();
    void aRevertAfterTheEndOfTheSessionRevertsAll();
    void aSettingThatIsNotShownIsNotSaved_data();
    void aSettingThatIsNotShownIsNotSaved();
    void aSaveThatIsNotSeenLosesNobodysChange_data();
    void aSaveThatIsNotSeenLosesNobodysChange();
    void theDocumentIsShownBeforeTheOutcome();
    void aConflictIsResolvedAndSaved_data();
    void aConflictIsResolvedAndSaved();
    void whatIsRevertedMeanwhileIsNoConflict();
    void aRefusedFieldSaysWhy_data();
    void aRefusedFieldSaysWhy();
    void whatNoLongerFitsItsTypeNeedsAttention_data();
    void whatNoLongerFitsItsTypeNeedsAttention();
    void whatAnEarlierSaveWasToldIsNotSaidOfTheNext_data();
    void whatAnEarlierSaveWasToldIsNotSaidOfTheNext();
    void anInterruptedSaveGoesOnAfterTheSignIn();
    void onlyWhatWasSentCanComeBackInAnotherForm_data();
    void onlyWhatWasSentCanComeBackInAnotherForm();
    void nothingIsSentAfterACancel();
    void whatArrivedBeforeTheCancelIsSaved();
    void leavingWaitsOnlyForWhatTheSaveCovers();
    void theDraftIsWrittenFirstAndComesBack();
    void aListIsToldOnceWhenEditsBeginAndEnd();
    void aSessionThatOutlivesItsEndHasNotEnded_data();
    void aSessionThatOutlivesItsEndHasNotEnded();
    void openAccountsAreAListWithACurrentOne();
    void anAccountThatIsClosedKeepsItsDraft();
};

void WorkspaceTest::aSaveEnds_data()
{
    QTest::addColumn<ForcedAnswer>("answer");
    QTest::addColumn<SaveResult::Kind>("kind");
    QTest::addColumn<QList<Need>>("attention");
    QTest::addColumn<bool>("isEdited");
    const QList<Need> none;
    QTest::newRow("saved") << ForcedAnswer{.times = 0} << SaveResult::Kind::Saved << none << false;
    QTest::newRow("lost answer") << ForcedAnswer{.method = "POST", .status = 502, .carriedOut = true}
                                 << SaveResult::Kind::Saved << none << false;
    QTest::newRow("lost on the way") << ForcedAnswer{.method = "POST", .status = 502} << SaveResult::Kind::Missing
                                     << QList{Need::NotSaved} << true;
    QTest::newRow("refused") << ForcedAnswer{.method = "POST", .status = 200, .body = R"({"message":"No."})"}
                             << SaveResult::Kind::Failed << QList{Need::NotSaved} << true;
    QTest::newRow("session ended") << ForcedAnswer{.status = 401} << SaveResult::Kind::SessionEnded
                                   << QList{Need::SessionEnded} << true;
    QTest::newRow("session ended after the read")
        << ForcedAnswer{.method = "POST", .status = 401} << SaveResult::Kind::SessionEnded << QList{Need::SessionEnded}
        << true;
}

void WorkspaceTest::aSaveEnds()
{
    QFETCH(const ForcedAnswer, answer);
    WorkspaceFixture account;
    QVERIFY(account.open());
    QCOMPARE(account.workspace.saver().save(), Saver::Start::NotNeeded);
    account.workspace.edits().edit(city, u"Bari"_s);
    if (answer.times != 0)
        account.service.failNext(answer);
    QCOMPARE(account.workspace.saver().save(), Saver::Start::Started);
    QCOMPARE(account.workspace.saver().save(), Saver::Start::NotNeeded);
    QVERIFY(account.finish());
    QTEST(account.results.first().kind, "kind");
    QCOMPARE(account.results.first().doubt.has_value(), answer.status == 502);
    QTEST(account.attention, "attention");
    QTEST(!account.editsThen.first().isEmpty(), "isEdited");
    QCOMPARE(account.workspace.edits().value(city), QJsonValue(u"Bari"_s));
    QVERIFY(account.service.count("POST", "/v1/auth/user") <= 1);
}

void WorkspaceTest::aRevertAfterTheEndOfTheSessionRevertsAll_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("before the read") << QByteArray();
    QTest::newRow("before the post") << QByteArray("POST");
}

// Nothing was saved, so that nothing is in doubt.
void WorkspaceTest::aRevertAfterTheEndOfTheSessionRevertsAll()
{
    QFETCH(const QByteArray, method);
    WorkspaceFixture account;
    QVERIFY(account.open());
    account.workspace.edits().edit(city, u"Bari"_s);
    account.service.failNext({.method = method, .status = 401});
    account.workspace.saver().save();
    QVERIFY(account.finish());
    QCOMPARE(account.results.first().kind, SaveResult::Kind::SessionEnded);
    QCOMPARE(account.workspace.edits().value(city), QJsonValue(u"Bari"_s));
    account.workspace.edits().revertAll();
    QVERIFY(!account.workspace.edits().hasUnsaved());
}

void WorkspaceTest::aSettingThatIsNotShownIsNotSaved_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("settings"); // in each response from the save on
    QTest::addColumn<SaveResult::Missing>("missing");
    for (const QString &value : {u"Ciao"_s, QString()}) {
        const auto row = [&value](const char *name) -> QTestData & {
            return QTest::addRow("%s, %s", name, value.isEmpty() ? "cleared" : "changed") << value;
        };
        row("left out") << u"null"_s << SaveResult::Missing::LeftOut;
        row("gone") << u"[]"_s << SaveResult::Missing::HasNoPlace;
        row("twice") << uR"([{"id":202,"name":"a","value":"x"},{"id":202,"name":"b","value":"y"}])"_s
                     << SaveResult::Missing::HasNoPlace;
    }
}

// A value that the service does not show is neither cleared nor taken: the edit stays what it was.
void WorkspaceTest::aSettingThatIsNotShownIsNotSaved()
{
    QFETCH(const QString, value);
    QFETCH(const QString, settings);
    WorkspaceFixture account;
    QVERIFY(account.open());
    const Path greeting = Path::setting(u"202"_s);
    const QJsonValue before = account.workspace.edits().value(greeting);
    account.workspace.edits().edit(greeting, value);
    QJsonObject user = account.service.user(u"mrossi"_s);
    user.insert("settings"_L1, QJsonDocument::fromJson('[' + settings.toUtf8() + ']').array().first());
    const QByteArray answer = QJsonDocument(QJsonObject{{u"success"_s, true}, {u"user"_s, user}}).toJson();
    account.service.failNext({.method = "GET", .status = 200, .body = answer});
    account.workspace.saver().save();
    QVERIFY(account.finish());
    QCOMPARE(account.results.first().kind, SaveResult::Kind::Missing);
    QTEST(account.results.first().missing, "missing");
    QCOMPARE(account.service.count("POST", "/v1/auth/user"), 0);
    QCOMPARE(account.workspace.edits().value(greeting), QJsonValue(value));
    QCOMPARE(account.workspace.edits().changes().first().before, before);

    // Once it is shown again, the edit is saved without a question.
    account.workspace.saver().save();
    QVERIFY(account.finish());
    QCOMPARE(account.results.last().kind, SaveResult::Kind::Saved);
    QCOMPARE(account.workspace.edits().base().valueAt(greeting).toString(), value);
}

void WorkspaceTest::aSaveThatIsNotSeenLosesNobodysChange_data()
{
    QTest::addColumn<ForcedAnswer>("answer");
    const auto user = [](const char *id) {
        return QByteArray(R"({"success":true,"user":{"id":")") + id + R"(","settings":[],"apiKeys":[]}})";
    };
    QTest::newRow("cut off") << ForcedAnswer{.method = "POST", .status = 200, .body = R"({"success":true,"us)"};
    QTest::newRow("a gateway that waited too long") << ForcedAnswer{.method = "POST", .status = 504};
    QTest::newRow("somebody else's") << ForcedAnswer{.method = "POST", .status = 200, .body = user("other")};
}

// What was sent may still arrive, and somebody else may have saved meanwhile: neither may be lost sight of.
void WorkspaceTest::aSaveThatIsNotSeenLosesNobodysChange()
{
    QFETCH(const ForcedAnswer, answer);
    WorkspaceFixture account;
    QVERIFY(account.open());
    const QString old = account.workspace.edits().value(city).toString();
    account.workspace.edits().edit(city, u"Bari"_s);
    account.service.failNext(answer);
    account.service.setRequestObserver([&account](const LoggedRequest &request) {
        if (request.method == "POST")
            account.changeElsewhere(u"Milano"_s);
    });
    account.workspace.saver().save();
    QVERIFY(account.finish());
    account.service.setRequestObserver({});
    QCOMPARE(account.results.first().kind, SaveResult::Kind::Missing);
    QCOMPARE(account.results.first().missing, SaveResult::Missing::Unseen);
    QVERIFY(account.workspace.edits().notice(city).contains(u"Milano"_s));
    QCOMPARE(account.workspace.edits().changes().first().before, QJsonValue(old));
    account.workspace.edits().revert(city);
    QVERIFY(account.workspace.edits().hasEdits()); // it may have to be taken back at the service

    account.workspace.edits().edit(city, u"Bari"_s);
    account.workspace.saver().save();
    QVERIFY(account.finish());
    QCOMPARE(account.results.last().kind, SaveResult::Kind::Conflicted);
    QCOMPARE(account.service.user(u"mrossi"_s).value("city"_L1).toString(), u"Milano"_s);
}

// Edits and models stand on what the service holds when the outcome is told.
void WorkspaceTest::theDocumentIsShownBeforeTheOutcome()
{
    WorkspaceFixture account({.ignoredMembers = {u"city"_s}});
    QVERIFY(account.open());
    QStringList told;
    connect(&account.workspace, &Workspace::userChanged, this, [&] {
        told << u"user"_s;
        QCOMPARE(account.workspace.edits().base().document().value("notes"_L1), QJsonValue(u"Called."_s));
    });
    connect(&account.workspace.saver(), &Saver::finished, this, [&] { told << u"outcome"_s; });
    account.workspace.edits().edit({{city, u"Bari"_s}, {Path::field(u"notes"), u"Called."_s}});
    account.workspace.saver().save();
    QVERIFY(account.finish());
    QCOMPARE(told, (QStringList{u"user"_s, u"outcome"_s}));
    const SaveResult &result = account.results.first();
    QCOMPARE(result.kind, SaveResult::Kind::Missing);
    QCOMPARE(result.missing, SaveResult::Missing::Refused);
    QVERIFY(result.notKept.size() == 1 && !result.isAllMissing);
    QVERIFY(!account.workspace.edits().notice(city).isEmpty());
    QCOMPARE(account.attention, QList{Need::NotSaved});
}

void WorkspaceTest::aConflictIsResolvedAndSaved_data()
{
    QTest::addColumn<bool>("keepMine");
    QTest::addColumn<bool>("isReloaded"); // before the save, which then tells of it at the field
    QTest::addColumn<QString>("city");
    QTest::newRow("mine") << true << false << u"Bari"_s;
    QTest::newRow("theirs") << false << false << u"Milano"_s;
    QTest::newRow("mine, over a reload") << true << true << u"Bari"_s;
    QTest::newRow("theirs, over a reload") << false << true << u"Milano"_s;
}

void WorkspaceTest::aConflictIsResolvedAndSaved()
{
    QFETCH(const bool, keepMine);
    QFETCH(const bool, isReloaded);
    WorkspaceFixture account;
    QVERIFY(account.open());
    account.workspace.edits().edit(city, u"Bari"_s);
    account.changeElsewhere(u"Milano"_s);
    if (isReloaded) {
        account.workspace.session().reload();
        VERIFY_EVENTUALLY(account.workspace.edits().isElsewhere(city));
    }
    account.workspace.saver().save();
    QVERIFY(account.finish());
    QCOMPARE(account.results.first().kind, SaveResult::Kind::Conflicted);
    QVERIFY(!account.attention.isEmpty());
    QCOMPARE(account.attention.last(), Need::Conflict);
    QVERIFY(!account.workspace.edits().notice(city).isEmpty());
    account.workspace.saver().resolve(account.results.first().conflicts, {keepMine});
    QCOMPARE(account.workspace.edits().notice(city), QString()); // it has been decided about
    QCOMPARE(account.workspace.saver().save(), keepMine ? Saver::Start::Started : Saver::Start::NotNeeded);
    if (keepMine)
        QVERIFY(account.finish());
    QCOMPARE(account.results.last().kind, keepMine ? SaveResult::Kind::Saved : SaveResult::Kind::Conflicted);
    QVERIFY(!account.workspace.edits().hasEdits());
    QTEST(account.service.user(u"mrossi"_s).value("city"_L1).toString(), "city");
}

void WorkspaceTest::whatIsRevertedMeanwhileIsNoConflict()
{
    WorkspaceFixture account;
    QVERIFY(account.open());
    account.workspace.edits().edit(city, u"Bari"_s);
    account.changeElsewhere(u"Milano"_s);
    account.workspace.saver().save();
    account.workspace.edits().revert(city);
    QVERIFY(account.finish());
    QCOMPARE(account.results.first().kind, SaveResult::Kind::Reverted);
    QVERIFY(account.attention.isEmpty() && account.editsThen.first().isEmpty());
}

void WorkspaceTest::aRefusedFieldSaysWhy_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("by the member") << QByteArray(R"({"errors":{"user.city":["No such city."]}})");
    QTest::newRow("by the member, a text") << QByteArray(R"({"errors":{"user.city":"No such city."}})");
    QTest::newRow("in a list") << QByteArray(R"({"errors":[{"field":"city","message":"No such city."}]})");
}

void WorkspaceTest::aRefusedFieldSaysWhy()
{
    QFETCH(const QByteArray, body);
    WorkspaceFixture account;
    QVERIFY(account.open());
    account.workspace.edits().edit(city, u"Bari"_s);
    account.service.failNext({.method = "POST", .status = 400, .body = body});
    account.workspace.saver().save();
    QVERIFY(account.finish());
    QCOMPARE(account.results.first().kind, SaveResult::Kind::Failed);
    QCOMPARE(account.results.first().error.httpStatus, 400);
    QCOMPARE(account.workspace.edits().notice(city), u"The service says: “No such city.”"_s);
}

void WorkspaceTest::whatNoLongerFitsItsTypeNeedsAttention_data()
{
    QTest::addColumn<bool>("isRead"); // before the save
    QTest::newRow("found by the save") << false;
    QTest::newRow("found by a reload") << true;
}

void WorkspaceTest::whatNoLongerFitsItsTypeNeedsAttention()
{
    QFETCH(const bool, isRead);
    WorkspaceFixture account;
    QVERIFY(account.open());
    DocumentEdits &edits = account.workspace.edits();
    const Path greeting = Path::setting(u"202"_s);
    edits.edit({{greeting, u"hello"_s}, {city, u"Bari"_s}});
    QJsonObject stored = account.service.user(u"mrossi"_s);
    QJsonArray settings = stored.value("settings"_L1).toArray();
    QJsonObject setting = settings.at(1).toObject();
    setting.insert("type"_L1, u"Int32"_s);
    settings.replace(1, setting);
    stored.insert("settings"_L1, settings);
    account.service.setUser(u"mrossi"_s, stored);
    if (isRead) {
        QSignalSpy read(&account.workspace.session(), &Session::userChanged);
        account.workspace.session().reload();
        QVERIFY(read.wait(timeoutMs));
    } else {
        account.workspace.saver().save();
        QVERIFY(account.finish());
        QCOMPARE(account.results.last().kind, SaveResult::Kind::Missing);
        QCOMPARE(account.results.last().missing, SaveResult::Missing::NoFit);
        QCOMPARE(account.service.user(u"mrossi"_s).value("city"_L1), QJsonValue(u"Bari"_s)); // this one fits
    }
    QCOMPARE(account.service.user(u"mrossi"_s).value("settings"_L1).toArray().at(1).toObject(), setting);
    QCOMPARE(edits.misfit(greeting), u"hello"_s);
    QVERIFY(!edits.isEdited(greeting) && edits.hasUnsaved());
}

void WorkspaceTest::whatAnEarlierSaveWasToldIsNotSaidOfTheNext_data()
{
    QTest::addColumn<int>("first"); // the status that the first save is answered with
    QTest::addColumn<ForcedAnswer>("last");
    const ForcedAnswer refused{.method = "POST", .status = 400, .body = R"({"message":"Not today."})"};
    QTest::newRow("refused for another reason") << 400 << refused;
    QTest::newRow("in doubt, then refused for another reason") << 502 << refused;
    QTest::newRow("in doubt, then in doubt again") << 502 << ForcedAnswer{.method = "POST", .status = 502};
    QTest::newRow("in doubt, then too large")
        << 502 << ForcedAnswer{.method = "POST", .status = 413, .body = "<html>413</html>"};
}

void WorkspaceTest::whatAnEarlierSaveWasToldIsNotSaidOfTheNext()
{
    QFETCH(const int, first);
    QFETCH(const ForcedAnswer, last);
    WorkspaceFixture account;
    QVERIFY(account.open());
    DocumentEdits &edits = account.workspace.edits();
    edits.edit({{city, u"Bari"_s}, {Path::field(u"notes"), u"Much"_s}});
    const ForcedAnswer refused{
        .method = "POST", .status = 400, .body = R"({"errors":{"user.city":["No such city."]}})"};
    for (const ForcedAnswer &answer : {ForcedAnswer{.method = "POST", .status = first}, refused, last}) {
        QVERIFY(edits.notice(city).isEmpty() == (account.results.size() < 2));
        account.service.failNext(answer);
        account.workspace.saver().save();
        QVERIFY(account.finish());
    }
    QCOMPARE(edits.notice(city), QString());
    QVERIFY(edits.isEdited(city));
}

void WorkspaceTest::anInterruptedSaveGoesOnAfterTheSignIn()
{
    WorkspaceFixture account;
    QVERIFY(account.open());
    Saver &saver = account.workspace.saver();
    account.workspace.edits().edit(city, u"Bari"_s);
    account.service.expireTokens();
    saver.save();
    QVERIFY(account.finish());
    QVERIFY(saver.isInterrupted());
    QCOMPARE(saver.save(), Saver::Start::NeedsSignIn);
    account.workspace.session().signIn(account.request());
    QCOMPARE(saver.save(), Saver::Start::SigningIn);
    COMPARE_EVENTUALLY(account.workspace.session().state(), Session::State::SignedIn);
    QVERIFY(saver.takeInterrupted() && !saver.takeInterrupted());
    QCOMPARE(saver.save(), Saver::Start::Started);
    QVERIFY(account.finish());
    QCOMPARE(account.results.last().kind, SaveResult::Kind::Saved);
}

void WorkspaceTest::onlyWhatWasSentCanComeBackInAnotherForm_data()
{
    QTest::addColumn<QByteArray>("endsAt");
    QTest::addColumn<bool>("isSent");
    QTest::newRow("never saved") << QByteArray() << false;
    QTest::newRow("the session ended before the post") << QByteArray("read") << false;
    QTest::newRow("at the post, which the service refused") << QByteArray("post") << false;
    QTest::newRow("after the post") << QByteArray("read after") << true;
}

// "Bari" where " Bari " was typed is the service's form of it, or somebody else's city.
void WorkspaceTest::onlyWhatWasSentCanComeBackInAnotherForm()
{
    QFETCH(const QByteArray, endsAt);
    QFETCH(const bool, isSent);
    WorkspaceFixture account({.updateAnswersUser = false});
    QVERIFY(account.open());
    account.workspace.edits().edit(city, u" Bari "_s);
    bool isEnded = false;
    account.service.setRequestObserver([&](const LoggedRequest &request) {
        const bool now =
            endsAt == "post" ? request.method == "GET" : endsAt == "read after" && request.method == "POST";
        if (now && !std::exchange(isEnded, true))
            account.service.expireTokens();
    });
    if (endsAt == "read")
        account.service.expireTokens();
    if (!endsAt.isEmpty()) {
        account.workspace.saver().save();
        QVERIFY(account.finish());
        QCOMPARE(account.results.last().kind, SaveResult::Kind::SessionEnded);
    }
    account.service.setRequestObserver({});
    account.changeElsewhere(u"Bari"_s);
    if (!endsAt.isEmpty())
        QVERIFY(account.open());
    QCOMPARE(account.workspace.edits().hasEdits(), !isSent);
    if (isSent) {
        QCOMPARE(account.workspace.edits().notice(city), u"The service saved it as “Bari”."_s);
        return;
    }
    account.workspace.saver().save();
    QVERIFY(account.finish());
    QCOMPARE(account.results.last().kind, SaveResult::Kind::Conflicted);
    QCOMPARE(account.workspace.edits().value(city), QJsonValue(u" Bari "_s));
}

void WorkspaceTest::nothingIsSentAfterACancel()
{
    WorkspaceFixture account;
    QVERIFY(account.open());
    account.service.setOptions({.latencyMs = 300});
    account.workspace.edits().edit(city, u"Bari"_s);
    account.workspace.saver().save();
    account.workspace.saver().cancel();
    QVERIFY(account.finish());
    QCOMPARE(account.results.first().kind, SaveResult::Kind::Cancelled);
    QVERIFY(account.results.first().isCancelled && account.attention.isEmpty());
    QCOMPARE(account.service.count("POST", "/v1/auth/user"), 0);
    QCOMPARE(account.editsThen.first().size(), 1);
}

void WorkspaceTest::whatArrivedBeforeTheCancelIsSaved()
{
    WorkspaceFixture account;
    QVERIFY(account.open());
    account.service.setOptions({.latencyMs = 100});
    account.workspace.edits().edit(city, u"Bari"_s);
    account.workspace.saver().save();
    COMPARE_EVENTUALLY(account.service.count("POST", "/v1/auth/user"), 1);
    account.workspace.saver().cancel();
    QVERIFY(account.finish());
    QCOMPARE(account.results.first().kind, SaveResult::Kind::Saved);
    QVERIFY(account.results.first().isCancelled && account.results.first().doubt);
}

void WorkspaceTest::leavingWaitsOnlyForWhatTheSaveCovers()
{
    WorkspaceFixture account;
    QVERIFY(account.open());
    const Saver &saver = account.workspace.saver();
    DocumentEdits &edits = account.workspace.edits();
    QCOMPARE(saver.unsaved(), Saver::Unsaved::Nothing);
    edits.setMisfit(Path::field(u"birthday"), u"31/31/2000"_s);
    QCOMPARE(saver.unsaved(), Saver::Unsaved::Edits);
    edits.setMisfit(Path::field(u"birthday"), {});
    edits.edit(city, u"Bari"_s);
    QCOMPARE(saver.unsaved(), Saver::Unsaved::Edits);
    account.workspace.saver().save();
    QCOMPARE(saver.unsaved(), Saver::Unsaved::BeingSaved);
    edits.edit(Path::field(u"notes"), u"Called."_s);
    QCOMPARE(saver.unsaved(), Saver::Unsaved::Edits);
    account.workspace.saver().discard();
    QVERIFY(!edits.hasUnsaved());
    QVERIFY(account.finish()); // what was sent stays saved
    QVERIFY(!edits.hasUnsaved());
    QCOMPARE(account.service.user(u"mrossi"_s).value("city"_L1), QJsonValue(u"Bari"_s));
}

void WorkspaceTest::theDraftIsWrittenFirstAndComesBack()
{
    WorkspaceFixture account;
    QVERIFY(account.open());
    const auto drafts = [&account] { return QDir(account.drafts).entryList(QDir::Files).size(); };
    account.workspace.edits().edit(city, u"Bari"_s);
    QCOMPARE(drafts(), 0);
    account.service.failNext({.status = 401});
    account.workspace.saver().save();
    QCOMPARE(drafts(), 1);
    QVERIFY(account.finish());

    Workspace next(account.shared());
    std::optional<QDateTime> restored;
    connect(&next, &Workspace::userChanged, this, [&](const std::optional<QDateTime> &draft) { restored = draft; });
    next.session().restore(account.accounts.accounts().first());
    VERIFY_EVENTUALLY(next.session().hasUser());
    QVERIFY(restored.has_value());
    QCOMPARE(next.edits().value(city), QJsonValue(u"Bari"_s));
}

void WorkspaceTest::aListIsToldOnceWhenEditsBeginAndEnd()
{
    WorkspaceFixture account;
    QVERIFY(account.open());
    QSignalSpy changed(&account.workspace, &Workspace::changed);
    account.workspace.edits().edit(city, u"B"_s);
    account.workspace.edits().edit(city, u"Ba"_s);
    account.workspace.edits().edit(city, u"Bar"_s);
    QCOMPARE(changed.size(), 1);
    account.workspace.edits().revertAll();
    QCOMPARE(changed.size(), 2);
}

void WorkspaceTest::aSessionThatOutlivesItsEndHasNotEnded_data()
{
    QTest::addColumn<int>("endsInMs");
    QTest::addColumn<bool>("isReload"); // or a save
    QTest::newRow("a reload") << 3000 << true;
    QTest::newRow("a save") << 3000 << false;
    QTest::newRow("a start after it, and a reload") << -5000 << true;
}

// The lifetime that the service told was too short, or this computer's clock is wrong.
void WorkspaceTest::aSessionThatOutlivesItsEndHasNotEnded()
{
    QFETCH(const int, endsInMs);
    QFETCH(const bool, isReload);
    WorkspaceFixture account;
    QVERIFY(account.signIn()); // an earlier run
    Session &session = account.workspace.session();
    MessageQueue messages;
    const SessionWatch watch(session, account.workspace.apiKeys(), messages);
    SavedAccount saved = account.accounts.accounts().first();
    saved.expiresAt = QDateTime::currentDateTimeUtc().addMSecs(endsInMs);
    QSignalSpy restored(&session, &Session::signedIn);
    session.restore(saved);
    QVERIFY(restored.wait(timeoutMs));
    const auto text = [&messages] { return messages.current() ? messages.current()->text : QString(); };
    if (endsInMs > 0)
        COMPARE_EVENTUALLY(text(), u"Your session has ended."_s);
    if (isReload) {
        session.reload();
    } else {
        account.workspace.edits().edit(city, u"Torino"_s);
        account.workspace.saver().save();
    }
    VERIFY_EVENTUALLY(!session.isReloading() && !session.isSaving());
    QCOMPARE(text(), QString());
    QVERIFY(session.state() == Session::State::SignedIn && !session.account().expiresAt);
    session.signIn(account.request()); // and with the next one, everything begins anew
    VERIFY_EVENTUALLY(session.account().expiresAt.has_value());
}

void WorkspaceTest::openAccountsAreAListWithACurrentOne()
{
    WorkspaceFixture account;
    Workspaces all(account.shared());
    QSignalSpy current(&all, &Workspaces::currentChanged);
    QSignalSpy changed(&all, &Workspaces::dataChanged);
    QVERIFY(!all.current());
    Workspace &first = all.open();
    Workspace &second = all.open();
    QVERIFY(all.rowCount() == 2 && all.current() == &first && current.size() == 1);
    second.session().signIn(account.request());
    COMPARE_EVENTUALLY(all.index(1).data().toString(), u"Maria Rossi"_s);
    QCOMPARE(all.index(0).data().toString(), u"Not signed in"_s);
    // The other row is told once, of whose secrets nothing is shown from now on.
    const auto of = [&changed](int row) {
        return std::count_if(changed.begin(), changed.end(),
                             [row](const auto &told) { return told.first().toModelIndex().row() == row; });
    };
    QVERIFY(of(1) > 0);
    QVERIFY2(of(0) <= 1, qPrintable(QString::number(of(0))));
    all.setCurrent(second);
    all.setCurrent(second);
    QCOMPARE(current.size(), 2);
    all.close(second);
    QVERIFY(all.rowCount() == 1 && all.current() == &first && current.size() == 3);
    all.close(first);
    QVERIFY(!all.current());
}

void WorkspaceTest::anAccountThatIsClosedKeepsItsDraft()
{
    WorkspaceFixture account;
    Workspaces all(account.shared());
    Workspace &only = all.open();
    only.session().signIn(account.request());
    VERIFY_EVENTUALLY(only.session().hasUser());
    // As a view does with what is being typed when it goes.
    connect(&all, &Workspaces::rowsAboutToBeRemoved, &only, [&only] { only.edits().edit(city, u"Bari"_s); });
    all.close(only);
    QCOMPARE(QDir(account.drafts).entryList(QDir::Files).size(), 1);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::WorkspaceTest)
#include "tst_workspace.moc"
