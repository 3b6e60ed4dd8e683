// Saving, and signing out: what was done is told as it was, and late answers change nothing.

#include "tests/core/sessionfixture.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using State = Session::State;

namespace {

// What an answer shows of @p value: @p how, or if that is an object, of the list @p value its first elements `only`, or
// its first one with the member `change` set `to`.
QJsonValue shown(const QJsonValue &value, const QJsonValue &how)
{
    if (!how.isObject())
        return how;
    QJsonArray list = value.toArray();
    while (how["only"_L1].isDouble() && list.size() > how["only"_L1].toInt())
        list.removeLast();
    if (const QString member = how["change"_L1].toString(); !member.isEmpty()) {
        QJsonObject first = list.first().toObject();
        first.insert(member, how["to"_L1]);
        list.replace(0, first);
    }
    return list;
}

constexpr int manyKeys = 1000;
const QList<Change> cityAndNotes{{Path::field(u"city"), u"Bari"_s}, {Path::field(u"notes"), u""_s}};

} // namespace

class SavingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeDocumentGoesBackWithTheChanges_data();
    void theWholeDocumentGoesBackWithTheChanges();
    void whatTheServiceIgnoresIsTold();
    void anAnswerThatIsNotWholeIsFollowedByARead_data();
    void anAnswerThatIsNotWholeIsFollowedByARead();
    void anAnswerWithLessThanWasSentIsNotBelieved_data();
    void anAnswerWithLessThanWasSentIsNotBelieved();
    void whatWasThereBeforeDoesNotTellOfThePost();
    void whatArrivedIsSavedWhateverTheAnswer_data();
    void whatArrivedIsSavedWhateverTheAnswer();
    void aRefusalWithAUserIsLookedUp_data();
    void aRefusalWithAUserIsLookedUp();
    void createdIsSaved();
    void aFailedSaveKeepsTheUser_data();
    void aFailedSaveKeepsTheUser();
    void oneSaveAtATime();
    void aReadThatFailsAfterTheSaveIsTold();
    void signingOutForgetsHereAtOnce();
    void signingOutOfASessionThatRanOutIsDone();
    void signingOutTellsWhatWasDone_data();
    void signingOutTellsWhatWasDone();
    void anApiKeyIsNotLoggedOut();
    void anExpiredSessionIsNotLoggedOut();
    void withoutAUserThereIsNothingToSignOut();
    void lateAnswersAfterSigningOutAreDropped_data();
    void lateAnswersAfterSigningOutAreDropped();
    void whatIsCancelledBeforeItIsSentIsNeverSent_data();
    void whatIsCancelledBeforeItIsSentIsNeverSent();
    void signingInAgainWhileSigningOut();
    void anAnswerFromInBetweenIsLookedUp_data();
    void anAnswerFromInBetweenIsLookedUp();
    void whatTheServiceRefusedItselfIsNotLookedUp_data();
    void whatTheServiceRefusedItselfIsNotLookedUp();
    void anOlderReloadNeverWins();
    void aSignInWaitsForTheSave();
    void nothingIsLeftOfASignOut();
    void aListThatIsReadAgainIsKeptOnce_data();
    void aListThatIsReadAgainIsKeptOnce();
};

void SavingTest::theWholeDocumentGoesBackWithTheChanges_data()
{
    QTest::addColumn<int>("keys");
    QTest::newRow("a small one") << 0;
    QTest::newRow("a large one, made in another thread") << manyKeys;
}

void SavingTest::theWholeDocumentGoesBackWithTheChanges()
{
    QFETCH(const int, keys);
    SessionFixture pair({.generatedKeys = keys});
    QVERIFY(pair.signIn());
    const QJsonObject before = pair.session.user().document();
    QSignalSpy saved(&pair.session, &Session::saved);
    QSignalSpy users(&pair.session, &Session::userChanged);
    pair.service.clearRequests();
    pair.session.save(cityAndNotes + QList<Change>{{Path::setting(u"202"_s), u"Ciao"_s}});
    QVERIFY(pair.session.isSaving());
    QVERIFY(saved.wait(timeoutMs));
    QVERIFY(!pair.session.isSaving());
    QCOMPARE(saved.first().first().value<QList<Change>>().size(), 0);
    QCOMPARE(users.size(), 1);
    QCOMPARE(pair.service.requests().size(), 2); // a fresh read and the post

    QJsonObject expected = before;
    expected.insert("city"_L1, u"Bari"_s);
    expected.insert("notes"_L1, u""_s);
    QJsonArray settings = expected.value("settings"_L1).toArray();
    QJsonObject greeting = settings.at(1).toObject();
    greeting.insert("value"_L1, u"Ciao"_s);
    settings.replace(1, greeting);
    expected.insert("settings"_L1, settings);
    QCOMPARE(pair.service.requests().last().json(), (QJsonObject{{u"user"_s, expected}}));
    QCOMPARE(pair.session.user().document().value("city"_L1), QJsonValue(u"Bari"_s));
}

void SavingTest::whatTheServiceIgnoresIsTold()
{
    SessionFixture pair({.ignoredMembers = {u"city"_s, u"birthDate"_s}});
    QVERIFY(pair.signIn());
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save(cityAndNotes + QList<Change>{{Path::setting(u"212"_s), u"read-only"_s}});
    QVERIFY(saved.wait(timeoutMs));
    const auto notKept = saved.first().first().value<QList<Change>>();
    QCOMPARE(notKept.size(), 2);
    QVERIFY(notKept[0].path == Path::field(u"city") && notKept[1].path == Path::setting(u"212"_s));
    QCOMPARE(pair.session.user().document().value("city"_L1), QJsonValue(u"Roma"_s));
}

void SavingTest::anAnswerThatIsNotWholeIsFollowedByARead_data()
{
    QTest::addColumn<ServiceOptions>("options");
    QTest::newRow("without the user") << ServiceOptions{.updateAnswersUser = false};
    QTest::newRow("ignored, without the user")
        << ServiceOptions{.ignoredMembers = {u"city"_s}, .updateAnswersUser = false};
}

void SavingTest::anAnswerThatIsNotWholeIsFollowedByARead()
{
    QFETCH(const ServiceOptions, options);
    SessionFixture pair(options);
    QVERIFY(pair.signIn());
    pair.service.clearRequests();
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save(cityAndNotes);
    QVERIFY(saved.wait(timeoutMs));
    QCOMPARE(saved.first().first().value<QList<Change>>().size(), options.ignoredMembers.size());
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 1);
    QCOMPARE(pair.service.count("GET", "/v1/auth/user"), 2);

    // Lists that were there and are left out of the answer say nothing about the settings.
    pair.service.clearRequests();
    pair.service.failNext({.method = "POST",
                           .status = 200,
                           .body = R"({"success":true,"user":{"id":"7f0c1c1e-8d2b-4f0a-9a53-2f6b1d3c9e10"}})"});
    pair.session.save({{Path::setting(u"202"_s), u"Ciao"_s}});
    QVERIFY(saved.wait(timeoutMs));
    QCOMPARE(pair.service.requests().size(), 3);
    QCOMPARE(saved.last().first().value<QList<Change>>().size(), 1); // it never came to the service
}

void SavingTest::anAnswerWithLessThanWasSentIsNotBelieved_data()
{
    QTest::addColumn<QByteArray>("answered"); // the user, but for the id
    QTest::newRow("the id alone") << QByteArray("{}");
    QTest::newRow("what was changed") << QByteArray(R"({"city":"Bari"})");
    QTest::newRow("empty lists") << QByteArray(R"({"*":1,"apiKeys":[],"settings":[]})");
    QTest::newRow("no keys any more") << QByteArray(R"({"*":1,"apiKeys":[]})");
    QTest::newRow("lists that are null") << QByteArray(R"({"*":1,"apiKeys":null,"settings":null})");
    QTest::newRow("a member that is gone") << QByteArray(R"({"*":1,"userName":null})");
    QTest::newRow("one of the settings, one of the keys")
        << QByteArray(R"({"*":1,"settings":{"only":1},"apiKeys":{"only":1}})");
    QTest::newRow("as many settings, but one is another's")
        << QByteArray(R"({"*":1,"settings":{"change":"id","to":9999}})");
    QTest::newRow("settings without values") << QByteArray(R"({"*":1,"settings":{"change":"value"}})");
    QTest::newRow("keys without secrets") << QByteArray(R"({"*":1,"apiKeys":{"change":"key"}})");
    QTest::newRow("keys without permissions") << QByteArray(R"({"*":1,"apiKeys":{"change":"permissions","to":[]}})");
    QTest::newRow("one role") << QByteArray(R"({"*":1,"roles":{"only":1}})");
}

// A service that answers a save with an excerpt has not deleted the rest: a read tells what it holds.
void SavingTest::anAnswerWithLessThanWasSentIsNotBelieved()
{
    QFETCH(const QByteArray, answered);
    SessionFixture pair;
    QVERIFY(pair.signIn());
    const QJsonObject excerpt = QJsonDocument::fromJson(answered).object();
    QJsonObject user = excerpt.contains("*"_L1) ? pair.session.user().document() : QJsonObject();
    if (!user.isEmpty())
        user.insert("city"_L1, u"Bari"_s);
    for (auto it = excerpt.begin(); it != excerpt.end(); ++it)
        user.insert(it.key(), shown(user.value(it.key()), it.value()));
    user.remove("*"_L1);
    user.insert("id"_L1, pair.session.user().id());
    const QJsonObject before = pair.session.user().document();
    pair.service.failNext({.method = "POST",
                           .status = 200,
                           .body = QJsonDocument(QJsonObject{{u"success"_s, true}, {u"user"_s, user}}).toJson(),
                           .carriedOut = true});
    pair.service.clearRequests();
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save({{Path::field(u"city"), u"Bari"_s}});
    QVERIFY(saved.wait(timeoutMs));
    QVERIFY(saved.first().first().value<QList<Change>>().isEmpty());
    QCOMPARE(pair.service.count("GET", "/v1/auth/user"), 2);
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 1);
    for (const QString &list : {u"settings"_s, u"apiKeys"_s, u"roles"_s})
        QCOMPARE(pair.session.user().document().value(list), before.value(list));
    QCOMPARE(pair.session.user().userName(), u"mrossi"_s);
}

// Of two changes one is there already. That tells nothing about the other one, which may still be on its way.
void SavingTest::whatWasThereBeforeDoesNotTellOfThePost()
{
    SessionFixture pair({}, {.secondLookMs = 20});
    QVERIFY(pair.signIn());
    QJsonObject stored = pair.service.user(u"mrossi"_s);
    stored.insert("notes"_L1, u"done"_s);
    pair.service.setUser(u"mrossi"_s, stored);
    pair.service.failNext({.method = "POST", .status = 502});
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.service.clearRequests();
    pair.session.save({{Path::field(u"city"), u"Bari"_s}, {Path::field(u"notes"), u"done"_s}});
    QVERIFY(saved.wait(timeoutMs));
    QCOMPARE(saved.first().at(1).value<std::optional<Error>>()->kind, Kind::GatewayFault);
    QCOMPARE(saved.first().at(2).value<Post>(), Post::Unseen);
    QCOMPARE(pair.service.count("GET", "/v1/auth/user"), 3);
}

void SavingTest::whatArrivedIsSavedWhateverTheAnswer_data()
{
    QTest::addColumn<ForcedAnswer>("answer");
    const QByteArray other = R"({"success":true,"user":{"id":"other","settings":[],"apiKeys":[]}})";
    QTest::newRow("somebody else's") << ForcedAnswer{.status = 200, .body = other};
    QTest::newRow("see other") << ForcedAnswer{.status = 303, .headers = {{"Location", "/done"}}};
}

void SavingTest::whatArrivedIsSavedWhateverTheAnswer()
{
    QFETCH(ForcedAnswer, answer);
    SessionFixture pair;
    QVERIFY(pair.signIn());
    answer.method = "POST";
    answer.carriedOut = true;
    pair.service.failNext(answer);
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save(cityAndNotes);
    QVERIFY(saved.wait(timeoutMs));
    QVERIFY(saved.first().first().value<QList<Change>>().isEmpty());
    QVERIFY(saved.first().at(1).value<std::optional<Error>>().has_value());
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 1);
}

void SavingTest::aRefusalWithAUserIsLookedUp_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body"); // how it begins
    QTest::addColumn<bool>("isDone");
    for (const bool isDone : {true, false}) {
        for (const char *body : {R"({"success":false,"code":9,"message":"Mail could not be sent")",
                                 R"({"code":9,"message":"Mail could not be sent")"}) {
            for (const int status : {200, 400, 422})
                QTest::addRow("%d %d %s", isDone, status, body) << status << QByteArray(body) << isDone;
        }
    }
}

// Whatever else failed, the service may have stored what it then shows.
void SavingTest::aRefusalWithAUserIsLookedUp()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, isDone);
    SessionFixture pair;
    QVERIFY(pair.signIn());
    QJsonObject user = pair.session.user().document();
    user.insert("city"_L1, u"Bari"_s);
    const QByteArray whole = body + ",\"user\":" + QJsonDocument(user).toJson(QJsonDocument::Compact) + '}';
    pair.service.failNext({.method = "POST", .status = status, .body = whole, .carriedOut = isDone});
    pair.service.clearRequests();
    QSignalSpy saved(&pair.session, &Session::saved);
    QSignalSpy failed(&pair.session, &Session::saveFailed);
    pair.session.save(cityAndNotes);
    COMPARE_EVENTUALLY(saved.size() + failed.size(), 1);
    QCOMPARE(saved.size(), isDone ? 1 : 0);
    const Error error = isDone ? saved.first().at(1).value<std::optional<Error>>().value_or(Error()) : errorOf(failed);
    QCOMPARE(error.kind, Kind::Refused);
    QCOMPARE(error.serverMessage, u"Mail could not be sent"_s);
    QVERIFY(!isDone || saved.first().first().value<QList<Change>>().isEmpty());
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 1);
    QCOMPARE(pair.service.count("GET", "/v1/auth/user"), 2);
}

void SavingTest::createdIsSaved()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    QJsonObject user = pair.session.user().document();
    for (const Change &change : cityAndNotes)
        user.insert(change.path.fieldKey(), change.value);
    const QByteArray body = QJsonDocument(QJsonObject{{u"success"_s, true}, {u"user"_s, user}}).toJson();
    pair.service.failNext({.method = "POST", .status = 201, .body = body, .carriedOut = true});
    QSignalSpy saved(&pair.session, &Session::saved);
    pair.session.save(cityAndNotes);
    QVERIFY(saved.wait(timeoutMs));
    QVERIFY(saved.first().first().value<QList<Change>>().isEmpty());
    QVERIFY(!saved.first().at(1).value<std::optional<Error>>());
}

void SavingTest::aFailedSaveKeepsTheUser_data()
{
    QTest::addColumn<ForcedAnswer>("answer");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<State>("state");
    QTest::newRow("refused") << ForcedAnswer{.status = 200, .body = R"({"message":"No."})"} << Kind::Refused
                             << State::SignedIn;
    QTest::newRow("expired") << ForcedAnswer{.status = 401} << Kind::SessionExpired << State::Expired;
    QTest::newRow("forbidden") << ForcedAnswer{.status = 403} << Kind::Forbidden << State::SignedIn;
    QTest::newRow("fault") << ForcedAnswer{.status = 500} << Kind::ServiceFault << State::SignedIn;
    QTest::newRow("redirected") << ForcedAnswer{.status = 303, .headers = {{"Location", "/done"}}} << Kind::Redirected
                                << State::SignedIn;
}

void SavingTest::aFailedSaveKeepsTheUser()
{
    QFETCH(const ForcedAnswer, answer);
    QFETCH(const Kind, kind);
    QFETCH(const State, state);
    SessionFixture pair;
    QVERIFY(pair.signIn());
    const QJsonObject before = pair.session.user().document();
    QSignalSpy failed(&pair.session, &Session::saveFailed);
    QSignalSpy saved(&pair.session, &Session::saved);
    ForcedAnswer toThePost = answer;
    toThePost.method = "POST";
    pair.service.failNext(toThePost);
    pair.session.save(cityAndNotes);
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, kind);
    QCOMPARE(pair.session.state(), state);
    QVERIFY(saved.isEmpty() && !pair.session.isSaving());
    QCOMPARE(pair.session.user().document(), before);
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 1);
}

void SavingTest::oneSaveAtATime()
{
    SessionFixture pair({.latencyMs = 30});
    QVERIFY(pair.signIn());
    QSignalSpy saved(&pair.session, &Session::saved);
    for (int i = 0; i < 20; ++i)
        pair.session.save(cityAndNotes);
    QVERIFY(saved.wait(timeoutMs));
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 1);
}

void SavingTest::aReadThatFailsAfterTheSaveIsTold()
{
    SessionFixture pair({.updateAnswersUser = false});
    QVERIFY(pair.signIn());
    pair.service.setRequestObserver([&pair](const LoggedRequest &request) {
        if (request.method == "POST")
            pair.service.failNext({.method = "GET", .status = 503});
    });
    QSignalSpy failed(&pair.session, &Session::saveFailed);
    pair.session.save(cityAndNotes);
    QVERIFY(failed.wait(timeoutMs)); // nothing counts as saved that was not seen
    QCOMPARE(errorOf(failed).kind, Kind::OutcomeUnknown);
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 1);
}

void SavingTest::signingOutForgetsHereAtOnce()
{
    SessionFixture pair({.latencyMs = 50});
    QVERIFY(pair.signIn());
    QSignalSpy out(&pair.session, &Session::signedOut);
    pair.session.signOut();
    QCOMPARE(pair.session.state(), State::SigningOut);
    QVERIFY(!pair.session.hasUser() && pair.session.storage() == Session::Storage::UntilQuit);
    QVERIFY(!pair.accounts.accounts().first().kept);
    QVERIFY(out.wait(timeoutMs));
    QCOMPARE(pair.session.state(), State::SignedOut);
    QVERIFY(pair.store.entries().isEmpty());
    QCOMPARE(pair.service.count("POST", "/v1/auth/logout"), 1);
    QCOMPARE(pair.accounts.accounts().first().userName, u"mrossi"_s); // the name stays, for the dialog
}

void SavingTest::signingOutOfASessionThatRanOutIsDone()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.service.expireTokens();
    QSignalSpy out(&pair.session, &Session::signedOut);
    pair.session.signOut();
    QVERIFY(out.wait(timeoutMs));
    QVERIFY(!out.first().first().value<SignOutReport>().serviceError);
}

void SavingTest::signingOutTellsWhatWasDone_data()
{
    QTest::addColumn<bool>("serviceWorks");
    QTest::addColumn<bool>("keychainWorks");
    QTest::addColumn<bool>("tellsEnd");
    QTest::addColumn<QString>("words");
    QTest::newRow("all done") << true << true << true << u"at the service."_s;
    QTest::newRow("service down") << false << true << true << u"may accept the old session until"_s;
    QTest::newRow("service down, no end known") << false << true << false << u"for a while"_s;
    QTest::newRow("keychain refuses") << true << false << true << u"could not be removed"_s;
    QTest::newRow("neither") << false << false << true << u"could not be removed"_s;
}

void SavingTest::signingOutTellsWhatWasDone()
{
    QFETCH(const bool, serviceWorks);
    QFETCH(const bool, keychainWorks);
    QFETCH(const bool, tellsEnd);
    QFETCH(const QString, words);
    SessionFixture pair({.jwt = tellsEnd, .tellExpiresIn = tellsEnd});
    QVERIFY(pair.signIn());
    const QString server = pair.service.address();
    if (!serviceWorks)
        pair.service.stop();
    if (!keychainWorks)
        pair.store.failWith(Kind::KeychainRefused);
    QSignalSpy out(&pair.session, &Session::signedOut);
    pair.session.signOut();
    QVERIFY(out.wait(timeoutMs));
    const auto report = out.first().first().value<SignOutReport>();
    QCOMPARE(report.account.userName, u"mrossi"_s);
    QCOMPARE(report.account.origin.text(), server);
    QVERIFY(!report.wasApiKey);
    QCOMPARE(report.serviceError.has_value(), !serviceWorks);
    QCOMPARE(report.keychainError.has_value(), !keychainWorks);
    QCOMPARE(report.account.expiresAt.has_value(), tellsEnd);
    const QString text = signOutText(report);
    QVERIFY2(text.startsWith(u"Signed out here"_s) && text.endsWith(u'.') && text.contains(words), qPrintable(text));
    QCOMPARE(pair.session.state(), State::SignedOut);
}

void SavingTest::nothingIsLeftOfASignOut()
{
    SessionFixture pair;
    const auto children = pair.signIns.children().size();
    for (int i = 0; i < 3; ++i) {
        QVERIFY(pair.signIn());
        QSignalSpy out(&pair.session, &Session::signedOut);
        QSignalSpy told(&pair.signIns, &SavedSignIns::settled);
        pair.session.signOut();
        QVERIFY(pair.signIns.children().size() > children);
        QVERIFY(pair.signIns.isBusy()); // who quits now waits for it
        QVERIFY(out.wait(timeoutMs));
        COMPARE_EVENTUALLY(told.size(), 1);
        QVERIFY(!pair.signIns.isBusy());
    }
    COMPARE_EVENTUALLY(pair.signIns.children().size(), children);
}

void SavingTest::anApiKeyIsNotLoggedOut()
{
    SessionFixture pair;
    QVERIFY(pair.signIn(pair.keyRequest()));
    QSignalSpy out(&pair.session, &Session::signedOut);
    pair.session.signOut();
    QVERIFY(out.wait(timeoutMs));
    QVERIFY(out.first().first().value<SignOutReport>().wasApiKey);
    QVERIFY(signOutText(out.first().first().value<SignOutReport>()).contains(u"stays valid"_s));
    QCOMPARE(pair.service.count("POST", "/v1/auth/logout"), 0);
    QVERIFY(pair.store.entries().isEmpty());
}

void SavingTest::anExpiredSessionIsNotLoggedOut()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.service.expireTokens();
    pair.session.reload();
    COMPARE_EVENTUALLY(pair.session.state(), State::Expired);
    QSignalSpy out(&pair.session, &Session::signedOut);
    pair.session.signOut();
    QVERIFY(out.wait(timeoutMs));
    QCOMPARE(pair.service.count("POST", "/v1/auth/logout"), 0);
    QVERIFY(pair.store.entries().isEmpty() && !pair.session.hasUser());
}

void SavingTest::withoutAUserThereIsNothingToSignOut()
{
    SessionFixture pair;
    QSignalSpy states(&pair.session, &Session::stateChanged);
    pair.session.signOut();
    spin(10);
    QVERIFY(states.isEmpty());
}

void SavingTest::lateAnswersAfterSigningOutAreDropped_data()
{
    QTest::addColumn<bool>("save");
    QTest::newRow("reload") << false;
    QTest::newRow("save") << true;
}

void SavingTest::lateAnswersAfterSigningOutAreDropped()
{
    QFETCH(const bool, save);
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.service.setOptions({.latencyMs = 100});
    QSignalSpy out(&pair.session, &Session::signedOut);
    QSignalSpy saved(&pair.session, &Session::saved);
    QSignalSpy failed(&pair.session, &Session::saveFailed);
    QSignalSpy reloadFailed(&pair.session, &Session::reloadFailed);
    if (save)
        pair.session.save(cityAndNotes);
    else
        pair.session.reload();
    COMPARE_EVENTUALLY(pair.service.requests().size(), 3);
    pair.session.signOut();
    QSignalSpy users(&pair.session, &Session::userChanged);
    QVERIFY(out.wait(timeoutMs));
    spin(300);
    QVERIFY(saved.isEmpty() && failed.isEmpty() && reloadFailed.isEmpty() && users.isEmpty());
    QVERIFY(!pair.session.hasUser() && !pair.session.isSaving());
    QVERIFY(pair.store.entries().isEmpty());
    QCOMPARE(pair.session.state(), State::SignedOut);
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 0); // nothing is saved after it was said that it is over
}

void SavingTest::whatIsCancelledBeforeItIsSentIsNeverSent_data()
{
    theWholeDocumentGoesBackWithTheChanges_data();
}

// Whatever has arrived by then, and however far it was carried inside.
void SavingTest::whatIsCancelledBeforeItIsSentIsNeverSent()
{
    QFETCH(const int, keys);
    SessionFixture pair({.generatedKeys = keys});
    QVERIFY(pair.signIn());
    QCOMPARE(pair.session.user().isLarge(), keys > 0);
    bool wasSent = false;
    for (int turns = 1; !wasSent; ++turns) {
        QSignalSpy ended(&pair.session, &Session::saveFailed);
        QSignalSpy saved(&pair.session, &Session::saved);
        pair.service.clearRequests();
        pair.session.save({{Path::field(u"city"), QString::number(turns)}});
        for (int i = 0; i < turns; ++i)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        wasSent = pair.session.mayArrive();
        pair.session.cancelSave();
        COMPARE_EVENTUALLY(ended.size() + saved.size(), 1);
        QVERIFY2(wasSent || pair.service.count("POST", "/v1/auth/user") == 0,
                 qPrintable(u"after %1 turns"_s.arg(turns)));
    }
}

void SavingTest::signingInAgainWhileSigningOut()
{
    SessionFixture pair({.latencyMs = 20});
    QVERIFY(pair.signIn());
    QSignalSpy out(&pair.session, &Session::signedOut);
    pair.session.signOut();
    QVERIFY(pair.signIn(pair.request(u"admin"_s, u"admin"_s)));
    spin(200);
    QCOMPARE(pair.session.user().userName(), u"admin"_s);
    QCOMPARE(pair.session.state(), State::SignedIn);
    QCOMPARE(pair.store.entries().keys(), QStringList{pair.session.account().keychainKey()});
}

void SavingTest::anAnswerFromInBetweenIsLookedUp_data()
{
    QTest::addColumn<ForcedAnswer>("answer");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("carriedOut");
    const auto page = [](int status) {
        return ForcedAnswer{.status = status, .body = "<html>no</html>", .contentType = "text/html"};
    };
    const auto add = [](const QByteArray &name, const ForcedAnswer &answer, Kind kind) {
        for (const bool done : {true, false})
            QTest::addRow("%s %d", name.constData(), done) << answer << kind << done;
    };
    add("a page", page(200), Kind::NotTheService);
    add("304", {.status = 304}, Kind::NotTheService);
    add("400 page", page(400), Kind::GatewayRefused);
    add("401 Basic", {.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"staff\""}}}, Kind::GatewaySignIn);
    add("403 page", page(403), Kind::GatewayRefused);
    add("404 page", page(404), Kind::NotTheService);
    add("407", {.status = 407, .headers = {{"Proxy-Authenticate", "Basic realm=\"staff\""}}}, Kind::GatewaySignIn);
    add("408 page", page(408), Kind::TimedOut);
    add("408 bare", {.status = 408}, Kind::TimedOut);
    add("425 page", page(425), Kind::GatewayRefused);
    add("429 page", page(429), Kind::TooManyRequests);
    add("451 page", page(451), Kind::GatewayRefused);
    add("499 bare", {.status = 499}, Kind::GatewayRefused);
    add("500 problem", {.status = 500, .body = R"({"title":"x"})"}, Kind::ServiceFault);
    add("502 page", page(502), Kind::GatewayFault);
    add("504 bare", {.status = 504}, Kind::GatewayFault);
    add("511 page", page(511), Kind::NetworkSignIn);
}

// A gateway that gives up does not stop the service behind it, and one that filters answers has let the request pass.
void SavingTest::anAnswerFromInBetweenIsLookedUp()
{
    QFETCH(ForcedAnswer, answer);
    QFETCH(const Kind, kind);
    QFETCH(const bool, carriedOut);
    SessionFixture pair({}, {.secondLookMs = 20});
    QVERIFY(pair.signIn());
    answer.method = "POST";
    answer.carriedOut = carriedOut;
    pair.service.failNext(answer);
    QSignalSpy saved(&pair.session, &Session::saved);
    QSignalSpy failed(&pair.session, &Session::saveFailed);
    pair.session.save(cityAndNotes);
    COMPARE_EVENTUALLY(saved.size() + failed.size(), 1);
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 1);
    if (!carriedOut && kind == Kind::ServiceFault) { // it said so itself
        QCOMPARE(errorOf(failed).kind, kind);
        return;
    }
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.first().first().value<QList<Change>>().isEmpty(), carriedOut);
    const auto doubt = saved.first().at(1).value<std::optional<Error>>();
    QCOMPARE(doubt->kind, kind);
    QVERIFY2(!errorText(*doubt).contains("did not see"_L1), qPrintable(errorText(*doubt)));
    QCOMPARE(saved.first().at(2).value<Post>(), carriedOut ? Post::Answered : Post::Unseen);
}

void SavingTest::whatTheServiceRefusedItselfIsNotLookedUp_data()
{
    QTest::addColumn<ForcedAnswer>("answer");
    QTest::addColumn<Kind>("kind");
    const QByteArray no = R"({"success":false,"code":9,"message":"No."})";
    QTest::newRow("200") << ForcedAnswer{.status = 200, .body = no} << Kind::Refused;
    QTest::newRow("400") << ForcedAnswer{.status = 400, .body = no} << Kind::Refused;
    QTest::newRow("400 problem") << ForcedAnswer{.status = 400, .body = R"({"title":"No.","status":400})"}
                                 << Kind::Refused;
    QTest::newRow("401") << ForcedAnswer{.status = 401, .headers = {{"WWW-Authenticate", "Bearer"}}}
                         << Kind::SessionExpired;
    QTest::newRow("403 bare") << ForcedAnswer{.status = 403} << Kind::Forbidden;
    QTest::newRow("404") << ForcedAnswer{.status = 404, .body = no} << Kind::Refused;
    QTest::newRow("408") << ForcedAnswer{.status = 408, .body = no} << Kind::TimedOut;
    QTest::newRow("422") << ForcedAnswer{.status = 422, .body = no} << Kind::Refused;
    QTest::newRow("429") << ForcedAnswer{.status = 429, .body = no} << Kind::TooManyRequests;
    QTest::newRow("429 bare") << ForcedAnswer{.status = 429} << Kind::TooManyRequests;
}

void SavingTest::whatTheServiceRefusedItselfIsNotLookedUp()
{
    QFETCH(ForcedAnswer, answer);
    QFETCH(const Kind, kind);
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.service.clearRequests();
    answer.method = "POST";
    pair.service.failNext(answer);
    QSignalSpy failed(&pair.session, &Session::saveFailed);
    pair.session.save(cityAndNotes);
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, kind);
    QVERIFY(!pair.session.mayArrive());
    QCOMPARE(pair.service.count("POST", "/v1/auth/user"), 1);
    QCOMPARE(pair.service.count("GET", "/v1/auth/user"), 1);
}

// Its answer was made before the save, and comes after it.
void SavingTest::anOlderReloadNeverWins()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.service.clearRequests();
    pair.service.setOptions({.latencyMs = 300});
    pair.session.reload();
    COMPARE_EVENTUALLY(pair.service.requests().size(), 1);
    pair.service.setOptions({});
    QSignalSpy saved(&pair.session, &Session::saved);
    QSignalSpy failed(&pair.session, &Session::reloadFailed);
    pair.session.save(cityAndNotes);
    QVERIFY(!pair.session.isReloading());
    QVERIFY(saved.wait(timeoutMs));
    spin(400);
    QCOMPARE(pair.session.user().document().value("city"_L1), QJsonValue(u"Bari"_s));
    QVERIFY(failed.isEmpty());
    pair.session.reload(); // and the next one is a reload as ever
    QVERIFY(pair.session.isReloading());
}

void SavingTest::aSignInWaitsForTheSave()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    pair.service.setOptions({.latencyMs = 50});
    QSignalSpy saved(&pair.session, &Session::saved);
    QSignalSpy settled(&pair.session, &Session::storageChanged);
    pair.service.clearRequests();
    pair.session.save(cityAndNotes);
    pair.session.signIn(pair.request());
    QCOMPARE(pair.session.state(), State::SigningIn);
    QVERIFY(saved.wait(timeoutMs));
    QCOMPARE(pair.service.count("POST", "/v1/auth/login"), 0);
    QVERIFY(settled.wait(timeoutMs));
    QCOMPARE(pair.session.state(), State::SignedIn);
    QCOMPARE(pair.service.count("POST", "/v1/auth/login"), 1);
    // One that is cancelled while it waits leaves the save alone.
    pair.session.save({{Path::field(u"city"), u"Pisa"_s}});
    pair.session.signIn(pair.request());
    pair.session.cancelSignIn();
    QCOMPARE(pair.session.state(), State::SignedIn);
    QVERIFY(saved.wait(timeoutMs));
    spin(100);
    QCOMPARE(pair.service.count("POST", "/v1/auth/login"), 1);
}

void SavingTest::aListThatIsReadAgainIsKeptOnce_data()
{
    QTest::addColumn<int>("keys");
    QTest::newRow("a small one") << 0;
    QTest::newRow("a large one, read in another thread") << manyKeys;
}

void SavingTest::aListThatIsReadAgainIsKeptOnce()
{
    QFETCH(const int, keys);
    SessionFixture pair({.generatedKeys = keys});
    QVERIFY(pair.signIn());
    const QList<ApiKey> before = pair.session.user().apiKeys();
    QSignalSpy users(&pair.session, &Session::userChanged);
    pair.session.reload();
    QVERIFY(users.wait(timeoutMs));
    QVERIFY(pair.session.user().apiKeys().constData() == before.constData());
    pair.session.save(cityAndNotes);
    QVERIFY(users.wait(timeoutMs));
    QCOMPARE(pair.session.user().valueAt(cityAndNotes.first().path), cityAndNotes.first().value);
    QVERIFY(pair.session.user().apiKeys().constData() == before.constData());
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::SavingTest)
#include "tst_saving.moc"
