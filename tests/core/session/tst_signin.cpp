// Signing in: with a password or a key, what is kept of it, and what is told when it fails.

#include "core/session/enteredsecret.h"
#include "core/settings/preferences.h"
#include "core/settings/trustsettings.h"
#include "tests/core/sessionfixture.h"
#include "tests/support/eventually.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"
#include "tests/wire/wireserver.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using State = Session::State;
using Storage = Session::Storage;

class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPastedPasswordOrNameIsSentAsMeant_data();
    void aPastedPasswordOrNameIsSentAsMeant();
    void aPastedKeyIsFoundOrItsFaultNamed_data();
    void aPastedKeyIsFoundOrItsFaultNamed();
    void aPasswordSignsIn();
    void anApiKeySignsInAndIsKept();
    void whatWasAcceptedIsKeptBesideTheServicesName_data();
    void whatWasAcceptedIsKeptBesideTheServicesName();
    void whatIsWrongIsToldAndNothingIsKept_data();
    void whatIsWrongIsToldAndNothingIsKept();
    void aSignInCanBeCancelled();
    void aSessionThatNobodyUsesIsEnded_data();
    void aSessionThatNobodyUsesIsEnded();
    void aSignInWhoseSessionIsGoneIsEnded_data();
    void aSignInWhoseSessionIsGoneIsEnded();
    void aSecondAttemptTakesTheFirstOnesPlace();
    void withoutKeepingAnOlderEntryGoes();
    void aKeychainThatFailsDoesNotStopTheSignIn_data();
    void aKeychainThatFailsDoesNotStopTheSignIn();
    void plainHttpNeedsAYes();
    void aTrustedCertificateSignsIn();
};

void SignInTest::aPasswordSignsIn()
{
    SessionFixture pair;
    QSignalSpy states(&pair.session, &Session::stateChanged);
    QSignalSpy users(&pair.session, &Session::userChanged);
    QVERIFY(pair.session.state() == State::SignedOut && !pair.session.hasUser());
    QVERIFY(pair.signIn());
    QCOMPARE(states.size(), 2);
    QCOMPARE(states.first().first().value<State>(), State::SigningIn);
    QCOMPARE(users.size(), 1);
    QCOMPARE(pair.session.user().userName(), u"mrossi"_s);
    QCOMPARE(pair.service.requests().size(), 2); // login, and who that is
    QCOMPARE(pair.session.storage(), Storage::Keychain);
    QVERIFY(!pair.session.storageName().isEmpty());

    const SavedAccount account = pair.session.account();
    QVERIFY(account.kept && account.expiresAt);
    QCOMPARE(account.origin.text(), pair.service.address());
    QCOMPARE(pair.store.entries().keys(), QStringList{account.keychainKey()});
    const QByteArray sent = pair.service.requests().last().header("Authorization");
    QCOMPARE("Bearer " + pair.store.entries().value(account.keychainKey()).expose().toByteArray(), sent);
    QVERIFY(pair.accounts.accounts().first().isSameAs(account) && pair.accounts.accounts().first().kept);
}

void SignInTest::anApiKeySignsInAndIsKept()
{
    SessionFixture pair;
    QVERIFY(pair.signIn(pair.keyRequest()));
    QCOMPARE(pair.service.requests().size(), 1);
    QCOMPARE(pair.session.account().userName, u"mrossi"_s); // the service told
    QCOMPARE(pair.session.account().kind, Credential::Kind::ApiKey);
    QVERIFY(!pair.session.account().expiresAt);
    QVERIFY(pair.store.entries().value(pair.session.account().keychainKey()) ==
            Secret::fromText(u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s));
}

void SignInTest::whatWasAcceptedIsKeptBesideTheServicesName_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("in other case") << u"MRossi"_s;
    QTest::newRow("an e-mail address") << u"maria.rossi@example.org"_s;
    QTest::newRow("a domain and the name") << u"ACME\\mrossi"_s;
}

void SignInTest::whatWasAcceptedIsKeptBesideTheServicesName()
{
    QFETCH(const QString, typed);
    SessionFixture pair;
    QVERIFY(pair.signIn(pair.request(typed)));
    const SavedAccount account = pair.session.account();
    QCOMPARE(account.userName, u"mrossi"_s);
    QCOMPARE(account.acceptedName, typed);
    QVERIFY(account.matches({}, typed) && account.matches({}, u"mrossi"_s));

    const QTemporaryDir folder;
    const QString file = folder.filePath(u"accounts.json"_s);
    QVERIFY(SavedAccounts(file).remember(account));
    QCOMPARE(SavedAccounts(file).accounts().value(0).signInName(), typed);
    QVERIFY(pair.signIn(pair.keyRequest())); // nobody entered a name
    QCOMPARE(pair.session.account().acceptedName, typed);
    QCOMPARE(pair.accounts.accounts().first().signInName(), typed);

    // At another start too, but not of another user who has the name now.
    for (const QString &userId : {account.userId, u"another"_s, QString()}) {
        SavedAccount known = account;
        known.userId = userId;
        SavedAccounts accounts;
        QVERIFY(accounts.remember(known));
        SavedSignIns signIns(pair.store, accounts);
        Session next(signIns, pair.trust, pair.limits);
        QSignalSpy signedIn(&next, &Session::signedIn);
        next.signIn(pair.keyRequest());
        QVERIFY(signedIn.wait(timeoutMs));
        QCOMPARE(next.account().acceptedName, userId == account.userId ? typed : QString());
    }
}

void SignInTest::whatIsWrongIsToldAndNothingIsKept_data()
{
    QTest::addColumn<SignInRequest>("request"); // an empty server: that of the service
    QTest::addColumn<Kind>("kind");
    const Secret password = Secret::fromText(u"lanyard"_s);
    const auto withKey = [](const QString &key) {
        return SignInRequest{
            .server = {}, .userName = {}, .secret = Secret::fromText(key), .kind = Credential::Kind::ApiKey};
    };
    QTest::newRow("password") << SignInRequest{.server = {},
                                               .userName = u"mrossi"_s,
                                               .secret = Secret::fromText(u"x"_s)}
                              << Kind::SignInRefused;
    QTest::newRow("no password") << SignInRequest{.server = {}, .userName = u"mrossi"_s, .secret = {}}
                                 << Kind::SignInRefused;
    QTest::newRow("address") << SignInRequest{.server = u"ftp://x"_s, .userName = u"mrossi"_s, .secret = password}
                             << Kind::AddressInvalid;
    QTest::newRow("no such host") << SignInRequest{.server = u"https://host.invalid"_s,
                                                   .userName = u"mrossi"_s,
                                                   .secret = password}
                                  << Kind::Unreachable;
    QTest::newRow("plain http") << SignInRequest{.server = u"http://host.invalid"_s,
                                                 .userName = u"mrossi"_s,
                                                 .secret = password}
                                << Kind::PlainHttpRefused;
    QTest::newRow("unknown key") << withKey(u"api_unknown"_s) << Kind::SignInRefused;
    QTest::newRow("key that cannot be sent") << withKey(u"api key"_s) << Kind::UnusableCredential;
    QTest::newRow("no key") << withKey(u""_s) << Kind::UnusableCredential;
}

void SignInTest::whatIsWrongIsToldAndNothingIsKept()
{
    QFETCH(SignInRequest, request);
    QFETCH(const Kind, kind);
    SessionFixture pair;
    if (request.server.isEmpty())
        request.server = pair.service.address();
    QSignalSpy failed(&pair.session, &Session::signInFailed);
    pair.session.signIn(request);
    QVERIFY(!failed.isEmpty() || failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, kind);
    QCOMPARE(pair.session.state(), State::SignedOut);
    QVERIFY(!pair.session.hasUser() && pair.store.entries().isEmpty() && pair.accounts.accounts().isEmpty());
    QVERIFY(pair.service.requests().size() <= 1);
}

void SignInTest::aSignInCanBeCancelled()
{
    SessionFixture pair({.latencyMs = 200});
    QSignalSpy failed(&pair.session, &Session::signInFailed);
    QSignalSpy users(&pair.session, &Session::userChanged);
    pair.session.cancelSignIn(); // nothing to cancel
    pair.session.signIn(pair.request());
    COMPARE_EVENTUALLY(pair.service.requests().size(), 1);
    pair.session.cancelSignIn();
    QCOMPARE(pair.session.state(), State::SignedOut);
    spin(600); // the answers would have come by now
    QVERIFY(failed.isEmpty() && users.isEmpty());
    QVERIFY(pair.store.entries().isEmpty());
    QVERIFY(pair.signIn());
}

void SignInTest::aSessionThatNobodyUsesIsEnded_data()
{
    QTest::addColumn<WireStep>("read"); // what comes of the read after the login
    QTest::addColumn<bool>("cancels");
    QTest::addColumn<bool>("isTold"); // the service, that the session is over
    const auto row = [](const char *name, const WireStep &read, bool cancels, bool isTold) {
        QTest::newRow(name) << read << cancels << isTold;
    };
    row("a fault of the service", WireStep::answer(httpAnswer("{}", "500 Internal Server Error")), false, true);
    row("a gateway's page", WireStep::answer(httpAnswer("<html>", "502 Bad Gateway", {}, "text/html")), false, true);
    row("no user in it", WireStep::answer(httpAnswer(R"({"success":true})")), false, true);
    row("it is not allowed", WireStep::answer(httpAnswer({}, "403 Forbidden")), false, true);
    row("the connection breaks", WireStep::reset(), false, true);
    row("silence", WireStep::silence(), false, true);
    row("it is cancelled", WireStep::silence(), true, true);
    row("there is no such session", WireStep::answer(httpAnswer({}, "401 Unauthorized")), false, false);
}

// Otherwise its token would be good at the service for as long as the service likes, and nobody would know of it.
void SignInTest::aSessionThatNobodyUsesIsEnded()
{
    QFETCH(const WireStep, read);
    QFETCH(const bool, cancels);
    QFETCH(const bool, isTold);
    WireServer server;
    const WireStep login = WireStep::answer(httpAnswer(R"({"success":true,"token":"CANARY-token"})"));
    const WireStep done = WireStep::answer(httpAnswer(R"({"success":true})"));
    // A read whose connection breaks goes again, twice; each time over another connection.
    const bool breaks = QByteArray(QTest::currentDataTag()) == "the connection breaks";
    if (breaks)
        NEEDS_EVERY_RESET;
    if (breaks)
        server.setScripts({{login, read}, {read}, {read}, {done}});
    else
        server.setScripts({{login, read, done}, {done}});
    MemoryStore store;
    TrustStore trust;
    SavedAccounts accounts;
    SavedSignIns signIns(store, accounts);
    Session session(signIns, trust, {.http = {.inactivityMs = 400, .deadlineMs = 3000, .staleMs = 5000}});
    QSignalSpy failed(&session, &Session::signInFailed);
    session.signIn({.server = server.address(), .userName = u"a"_s, .secret = Secret::fromText(u"b")});
    if (cancels) {
        COMPARE_EVENTUALLY(server.requests().size(), 2);
        session.cancelSignIn();
    } else {
        QVERIFY(failed.wait(timeoutMs));
    }
    if (!isTold) {
        spin(200);
        QCOMPARE(server.requests().size(), 2);
        return;
    }
    COMPARE_EVENTUALLY(server.requests().size(), breaks ? 5 : 3);
    QCOMPARE(server.requests().last().target, "/v1/auth/logout");
    QCOMPARE(server.requests().last().header("Authorization"), QByteArray("Bearer CANARY-token"));
    spin(100);
    QCOMPARE(server.requests().size(), breaks ? 5 : 3); // once
    QCOMPARE(session.state(), State::SignedOut);
}

void SignInTest::aSignInWhoseSessionIsGoneIsEnded_data()
{
    QTest::addColumn<bool>("isSignedIn");
    QTest::newRow("while the user is read") << false;
    QTest::newRow("as the sign-out begins") << true;
}

void SignInTest::aSignInWhoseSessionIsGoneIsEnded()
{
    QFETCH(const bool, isSignedIn);
    SessionFixture pair({.latencyMs = 100});
    auto session = std::make_unique<Session>(pair.signIns, pair.trust, pair.limits);
    session->signIn(pair.request());
    COMPARE_EVENTUALLY(pair.service.requests().size(), 2);
    if (isSignedIn) {
        VERIFY_EVENTUALLY(session->hasUser());
        session->signOut();
    }
    session.reset();
    COMPARE_EVENTUALLY(pair.service.count("POST", "/v1/auth/logout"), 1);
    VERIFY_EVENTUALLY(pair.store.entries().isEmpty());
}

void SignInTest::aSecondAttemptTakesTheFirstOnesPlace()
{
    SessionFixture pair({.latencyMs = 50});
    QSignalSpy users(&pair.session, &Session::userChanged);
    pair.session.signIn(pair.request());
    QVERIFY(pair.signIn(pair.request(u"admin"_s, u"admin"_s)));
    spin(200);
    QCOMPARE(users.size(), 1);
    QCOMPARE(pair.session.user().userName(), u"admin"_s);
}

void SignInTest::withoutKeepingAnOlderEntryGoes()
{
    SessionFixture pair;
    QVERIFY(pair.signIn());
    QCOMPARE(pair.store.entries().size(), 1);
    SignInRequest request = pair.request();
    request.keep = false;
    QVERIFY(pair.signIn(request));
    QCOMPARE(pair.session.storage(), Storage::UntilQuit);
    VERIFY_EVENTUALLY(pair.store.entries().isEmpty());
    QVERIFY(!pair.accounts.accounts().first().kept && !pair.session.account().kept);
}

void SignInTest::aKeychainThatFailsDoesNotStopTheSignIn_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("none") << Kind::KeychainMissing;
    QTest::newRow("locked") << Kind::KeychainLocked;
    QTest::newRow("silent") << Kind::KeychainSilent;
}

void SignInTest::aKeychainThatFailsDoesNotStopTheSignIn()
{
    QFETCH(const Kind, kind);
    SessionFixture pair;
    pair.store.failWith(kind);
    QVERIFY(pair.signIn());
    QCOMPARE(pair.session.storage(), Storage::KeychainFailed);
    QVERIFY(pair.session.storageError() && pair.session.storageError()->kind == kind);
    QVERIFY(!pair.session.account().kept && !pair.accounts.accounts().first().kept);
}

void SignInTest::plainHttpNeedsAYes()
{
    SessionFixture pair;
    SignInRequest request = pair.request();
    request.server = u"http://host.invalid"_s;
    request.allowPlainHttp = true;
    QSignalSpy failed(&pair.session, &Session::signInFailed);
    pair.session.signIn(request);
    QVERIFY(failed.wait(timeoutMs));
    QCOMPARE(errorOf(failed).kind, Kind::Unreachable); // it tried
}

void SignInTest::aTrustedCertificateSignsIn()
{
    SessionFixture pair({.tls = ServiceOptions::Tls::ExpiredMisnamed});
    QSignalSpy failed(&pair.session, &Session::signInFailed);
    pair.session.signIn(pair.request());
    QVERIFY(failed.wait(timeoutMs));
    const Error untrusted = errorOf(failed);
    QCOMPARE(untrusted.kind, Kind::CertificateUntrusted);
    QCOMPARE(pair.service.requests().size(), 0);
    Preferences preferences;
    TrustSettings settings(pair.trust, preferences);
    settings.accept(u"not an address"_s, untrusted.certificate->sha256); // does nothing
    settings.accept(pair.service.address(), untrusted.certificate->sha256);
    QCOMPARE(pair.trust.origins(), QStringList{pair.service.address()});
    QVERIFY(pair.signIn());
}

void SignInTest::aPastedPasswordOrNameIsSentAsMeant_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("remark"); // beside a refusal; "": none
    const auto row = [](const char *name, const QString &pasted, const QString &sent, const QString &remark = {}) {
        QTest::newRow(name) << pasted << sent << remark;
    };
    row("as it is", u"pass word"_s, u"pass word"_s);
    row("a line of a file", u"password\r\n"_s, u"password"_s);
    row("a line break before it", u"\npassword"_s, u"password"_s);
    row("two lines", u"pass\nword"_s, u"pass\nword"_s, u"a line break"_s);
    row("a space behind it", u"password "_s, u"password "_s, u"ends with a space"_s);
    row("a space before it", u" password"_s, u" password"_s, u"begins with a space"_s);
    row("a tab", u"password\t"_s, u"password\t"_s, u"ends with a tab"_s);
    row("from a web page", u"password\u00A0"_s, u"password\u00A0"_s, u"a no-break space (U+00A0)"_s);
    row("from a chat", u"password\u200B"_s, u"password\u200B"_s, u"an invisible character (U+200B)"_s);
    row("right-to-left mark", u"\u200Fpassword"_s, u"\u200Fpassword"_s, u"(U+200F)"_s);
    row("soft hyphen", u"password\u00AD"_s, u"password\u00AD"_s, u"(U+00AD)"_s);
    row("space and line break", u"password \n"_s, u"password "_s, u"ends with a space"_s);
    row("only line breaks", u"\r\n"_s, {});
    row("within, from a web page that lets it break", u"pass\u200Bword"_s, u"pass\u200Bword"_s,
        u"contains an invisible character (U+200B)"_s);
    row("a word joiner within", u"pass\u2060word"_s, u"pass\u2060word"_s, u"(U+2060)"_s);
    row("a no-break space within", u"pass\u00A0word"_s, u"pass\u00A0word"_s, u"contains a no-break space (U+00A0)"_s);
    row("a tab within", u"pass\tword"_s, u"pass\tword"_s, u"contains a tab"_s);
    row("lines of a web page", u"pass\u2028word"_s, u"pass\u2028word"_s, u"(U+2028)"_s);
    row("beyond the basic plane", u"\U0001F511pass\U00010400"_s, u"\U0001F511pass\U00010400"_s);
    row("a family", u"\U0001F468\u200D\U0001F469x"_s, u"\U0001F468\u200D\U0001F469x"_s, u"(U+200D)"_s);
    row("very long", QString(100'000, u'p') + u"\n"_s, QString(100'000, u'p'));
    row("visible letters of any script", u"Пароль½€"_s, u"Пароль½€"_s);
}

void SignInTest::aPastedPasswordOrNameIsSentAsMeant()
{
    QFETCH(const QString, pasted);
    QFETCH(const QString, sent);
    QFETCH(const QString, remark);
    QCOMPARE(enteredPassword(pasted).exposeText(), sent);
    QCOMPARE(passwordRemark(pasted).isEmpty(), remark.isEmpty());
    QVERIFY2(passwordRemark(pasted).contains(remark), qPrintable(passwordRemark(pasted)));
    QCOMPARE(enteredUserName(pasted), sent);
    QCOMPARE(userNameRemark(pasted), QString(passwordRemark(pasted)).replace(u"The password"_s, u"The username"_s));
}

void SignInTest::aPastedKeyIsFoundOrItsFaultNamed_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("problem"); // "": it can be sent
    const QString key = u"api_Kq7v=R2m:Xw9L"_s;
    const auto row = [&key](const char *name, const QString &pasted) {
        QTest::newRow(name) << pasted << key << QString();
    };
    row("alone", key);
    row("a line", key + u"\r\n"_s);
    row("spaces around it", u"  "_s + key + u"\t"_s);
    row("what a chat adds", u"\u200B"_s + key + u"\u200B\u00A0"_s);
    row("byte order mark", u"\uFEFF"_s + key);
    row("header", u"x-api-key: "_s + key);
    row("header in capitals", u"X-API-KEY:"_s + key);
    row("header of curl", u"'x-api-key: "_s + key + u"'"_s);
    row("bearer", u"Authorization: Bearer "_s + key);
    row("bearer alone", u"bearer "_s + key);
    row("in quotes", u'"' + key + u'"');
    row("in quotes of a word processor", u"“"_s + key + u"”"_s);
    row("in angle brackets", u'<' + key + u'>');
    row("member of JSON", u"\"x-api-key\": \""_s + key + u"\","_s);
    row("member called key", u"\"key\": \""_s + key + u"\""_s);
    row("line of .env", u"LICENCE_API_KEY=\""_s + key + u"\""_s);
    row("option of curl", u"-H \"x-api-key: "_s + key + u"\""_s);
    row("long option of curl", u"--header 'x-api-key: "_s + key + u"'"_s);
    row("option of curl as a variable", u"--header=\"X-Api-Key: "_s + key + u"\""_s);
    row("object of JSON", u"{\"key\": \""_s + key + u"\"}"_s);
    row("object of JSON in lines", u"{\n  \"apiKey\": \""_s + key + u"\"\n}\n"_s);
    row("item of YAML", u"- key: "_s + key);
    row("line of a batch file", u"set API_KEY="_s + key);
    row("line of PowerShell", u"$env:LICENCE_API_KEY = \""_s + key + u"\""_s);
    row("name with spaces around the sign", u"apikey = "_s + key);
    row("line of JavaScript", u"const apiKey = '"_s + key + u"';"_s);
    row("member without quotes", u"apiKey: \""_s + key + u"\""_s);
    row("parameter of an address", u"?api_key="_s + key);
    row("code of a chat", u"```\n"_s + key + u"\n```"_s);
    row("bold in Markdown", u"**"_s + key + u"**"_s);
    row("line of a shell", u"export X_API_KEY='"_s + key + u"'"_s);
    const auto fault = [](const char *name, const QString &pasted, const QString &problem) {
        QTest::newRow(name) << pasted << pasted << problem;
    };
    fault("a space within", u"api_ Kq7"_s, u"a space"_s);
    fault("two lines", u"api_\nKq7"_s, u"a line break"_s);
    fault("an unseen character within", u"api\u200B_Kq7"_s, u"an invisible character (U+200B)"_s);
    fault("a letter that no header takes", u"api_ä"_s, u"“ä”"_s);
    fault("half of a character", (u"api_"_s + QChar(0xD83C)), u"U+D83C"_s);
    fault("too long", QString(8 * 1024 + 1, u'k'), u"longer than 8 KiB"_s);
    QTest::newRow("a header without its key") << u"x-api-key: "_s << QString() << u"contains nothing"_s;
}

void SignInTest::aPastedKeyIsFoundOrItsFaultNamed()
{
    QFETCH(const QString, pasted);
    QFETCH(const QString, key);
    QFETCH(const QString, problem);
    if (!key.contains(QChar(0xD83C)))
        QCOMPARE(enteredApiKey(pasted).exposeText(), key);
    QCOMPARE(apiKeyProblem(pasted).isEmpty(), problem.isEmpty());
    QVERIFY2(apiKeyProblem(pasted).contains(problem), qPrintable(apiKeyProblem(pasted)));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::SignInTest)
#include "tst_signin.moc"
