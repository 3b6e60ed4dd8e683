// The four calls over real HTTP, with a service in every way of answering that is known.

#include "core/document/jsontext.h"
#include "core/document/samemeaning.h"
#include "core/document/user.h"
#include "core/http/truststore.h"
#include "core/session/authapi.h"
#include "core/session/token.h"
#include "tests/core/support.h"
#include "tests/service/accountservice.h"
#include "tests/service/contract.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using Form = ServiceOptions::FailureForm;
using DateForm = ServiceOptions::DateForm;

namespace {

const Secret usualPassword = Secret::fromText(u"lanyard"_s);

// A service, and the calls to it.
struct Calling
{
    explicit Calling(const ServiceOptions &options = {}) : service(options), started(service.start()) {}

    Result<LoginAnswer> login(const QString &user = u"mrossi"_s, const Secret &secret = usualPassword)
    {
        return wait(api.login(user, secret));
    }
    // Of somebody who has signed in.
    Credential token() { return Credential::make(Credential::Kind::Token, origin, login().value().token).value(); }

    AccountService service;
    bool started;
    Origin origin = originOf(service.address());
    TrustStore trust;
    AuthApi api{origin, trust};
};

} // namespace

class AuthApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeJobInEveryWayOfAnswering_data();
    void theWholeJobInEveryWayOfAnswering();
    void aRefusedSignInIsToldAsThat_data();
    void aRefusedSignInIsToldAsThat();
    void aBlockedSignInSaysWhenToTryAgain_data();
    void aBlockedSignInSaysWhenToTryAgain();
    void oneSignInIsOneRequest();
    void aTokenThatCannotBeSentIsNoSignIn();
    void secretsThatTheServiceRepeatsAreNotQuoted();
    void secretsInARedirectAreNotShown();
    void whatWasSecretInAnEarlierDocumentIsNotQuoted();
    void noFormOfASecretIsQuoted();
    void aLoginWithoutTokenIsNotTheService();
    void theEndOfTheSessionIsToldByTheToken_data();
    void theEndOfTheSessionIsToldByTheToken();
    void anApiKeyIsAsGoodAsAToken_data();
    void anApiKeyIsAsGoodAsAToken();
    void anExpiredTokenIsToldAsThat();
    void anEmailInUseIsRefusedInTheServicesWords_data();
    void anEmailInUseIsRefusedInTheServicesWords();
    void aPermissionThatIsMissingIsForbidden();
    void anAnswerWithoutUserIsNotTheService_data();
    void anAnswerWithoutUserIsNotTheService();
    void aServiceIsKnownOnceItHasSentAUser();
    void anUpdateMayAnswerWithoutUser();
    void logoutEndsTheToken();
};

void AuthApiTest::theWholeJobInEveryWayOfAnswering_data()
{
    QTest::addColumn<ServiceOptions>("options");
    QTest::newRow("as shipped") << ServiceOptions{};
    QTest::newRow("defaults written") << ServiceOptions{.writeDefaults = true};
    QTest::newRow("dates in UTC, no fraction") << ServiceOptions{.dateForm = DateForm::Utc, .fractionDigits = 0};
    QTest::newRow("dates with offset, 3 digits") << ServiceOptions{.dateForm = DateForm::Offset, .fractionDigits = 3};
    QTest::newRow("dates without zone, 9 digits") << ServiceOptions{.dateForm = DateForm::NoZone, .fractionDigits = 9};
    QTest::newRow("integers as strings") << ServiceOptions{.integersAsStrings = true};
    QTest::newRow("nested lists left out") << ServiceOptions{.omitNestedLists = true};
    QTest::newRow("opaque tokens") << ServiceOptions{.jwt = false};
    QTest::newRow("no expiresIn") << ServiceOptions{.jwt = false, .tellExpiresIn = false};
    QTest::newRow("stateless tokens") << ServiceOptions{.statelessTokens = true};
    QTest::newRow("replaces") << ServiceOptions{.replaceOnUpdate = true};
    QTest::newRow("stores everything") << ServiceOptions{.replaceOnUpdate = true, .storeEverything = true};
    QTest::newRow("slow") << ServiceOptions{.latencyMs = 30};
    QTest::newRow("many") << ServiceOptions{.generatedKeys = 500, .generatedSettings = 500};
    QTest::newRow("all of it") << ServiceOptions{.writeDefaults = true,
                                                 .dateForm = DateForm::Offset,
                                                 .integersAsStrings = true,
                                                 .jwt = false,
                                                 .tellExpiresIn = false};
}

// Signs in, reads, changes one field and one setting, reads again, signs out.
void AuthApiTest::theWholeJobInEveryWayOfAnswering()
{
    QFETCH(const ServiceOptions, options);
    for (const QString &name : {u"mrossi"_s, u"admin"_s}) {
        Calling calling(options);
        QVERIFY(calling.started);
        const auto login = calling.login(name, name == "admin"_L1 ? Secret::fromText(u"admin"_s) : usualPassword);
        VERIFY_OK(login);
        const Credential token = tokenOf(calling.origin, login.value().token.expose().toByteArray());
        QCOMPARE(sessionEnd(login.value().token, login.value().expiresIn, QDateTime::currentDateTimeUtc()).has_value(),
                 options.jwt || options.tellExpiresIn);
        const auto user = wait(calling.api.user(token));
        VERIFY_OK(user);
        const QJsonObject stored = calling.service.user(name);
        QCOMPARE(user.value().userName(), name);
        QCOMPARE(user.value().hasSettings(),
                 !options.omitNestedLists &&
                     (options.writeDefaults || !stored.value("settings"_L1).toArray().isEmpty()));
        QCOMPARE(jsonText(user.value().document().value("customerId"_L1)), name == "mrossi"_L1 ? u"9007199254740993"_s
                                                                           : options.writeDefaults ? u"0"_s
                                                                                                   : QString());

        QJsonObject document = user.value().document();
        document.insert("city"_L1, u"Bari"_s);
        const auto updated = wait(calling.api.update(token, User(document)));
        VERIFY_OK(updated);
        QCOMPARE(updated.value().document().value("city"_L1), QJsonValue(u"Bari"_s));
        const auto again = wait(calling.api.user(token));
        VERIFY_OK(again);
        QCOMPARE(again.value().document(), updated.value().document());
        // What the service holds: only the city and the time of the change, when it writes values as it holds them.
        if (!options.storeEverything && options.dateForm == DateForm::AsStored) {
            QJsonObject expected = stored;
            QJsonObject now = calling.service.user(name);
            expected.insert("city"_L1, u"Bari"_s);
            expected.insert("updatedAt"_L1, now.value("updatedAt"_L1));
            for (const Member &member : userMembers()) {
                if (!sameMeaning(kindAt(Path::field(member.name.toString()), {}), expected.value(member.name),
                                 now.value(member.name)) &&
                    !(options.writeDefaults && !expected.contains(member.name)))
                    QCOMPARE(now.value(member.name), expected.value(member.name));
            }
            QCOMPARE(now.value("tenant"_L1), expected.value("tenant"_L1));
        }
        VERIFY_OK(wait(calling.api.logout(token)));
        QCOMPARE(calling.service.requests().size(), 5);
    }
}

void AuthApiTest::aRefusedSignInIsToldAsThat_data()
{
    QTest::addColumn<Form>("form");
    QTest::addColumn<bool>("body");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("words");
    const auto row = [](const char *name, Form form, bool body, Kind kind, bool words) {
        QTest::newRow(name) << form << body << kind << words;
    };
    row("envelope", Form::Envelope200, true, Kind::SignInRefused, true);
    row("400", Form::Status400, true, Kind::SignInRefused, true);
    row("400, empty", Form::Status400, false, Kind::SignInRefused, false);
    row("401", Form::Status401, true, Kind::SignInRefused, true);
    row("401, empty", Form::Status401, false, Kind::SignInRefused, false);
    row("403", Form::Status403, true, Kind::SignInRefused, true);
    row("403, empty", Form::Status403, false, Kind::SignInRefused, false);
    row("429", Form::Status429, true, Kind::TooManyRequests, true);
    row("500", Form::Status500, true, Kind::ServiceFault, true);
    row("500, empty", Form::Status500, false, Kind::ServiceFault, false);
    row("502", Form::Status502, true, Kind::GatewayFault, false);
    row("503", Form::Status503, true, Kind::GatewayFault, false);
    row("problem", Form::ProblemJson, true, Kind::SignInRefused, true);
    row("200, empty", Form::Empty, true, Kind::NotTheService, false);
    row("web page", Form::Html, true, Kind::NotTheService, false);
}

void AuthApiTest::aRefusedSignInIsToldAsThat()
{
    QFETCH(const Form, form);
    QFETCH(const bool, body);
    QFETCH(const Kind, kind);
    QFETCH(const bool, words);
    for (const bool writeDefaults : {false, true}) {
        Calling calling({.writeDefaults = writeDefaults, .failureForm = form, .failureBody = body});
        const auto result = calling.login(u"mrossi"_s, Secret::fromText(u"wrong"_s));
        COMPARE_ERROR(result, kind);
        QCOMPARE(!result.error().serverMessage.isEmpty(), words);
        QVERIFY(!errorText(result.error()).contains(u"wrong"_s));
        QVERIFY(!errorText(result.error()).startsWith(u' '));
        QCOMPARE(calling.service.requests().size(), 1);
    }
}

void AuthApiTest::aBlockedSignInSaysWhenToTryAgain_data()
{
    aRefusedSignInIsToldAsThat_data();
}

void AuthApiTest::aBlockedSignInSaysWhenToTryAgain()
{
    QFETCH(const Form, form);
    QFETCH(const bool, body);
    QFETCH(const Kind, kind);
    Calling calling({.failureForm = form, .failureBody = body, .blockAfterFailures = 1, .blockSeconds = 120});
    QVERIFY(!calling.login(u"mrossi"_s, Secret::fromText(u"wrong"_s)));
    const auto blocked = calling.login();
    // Retry-After makes a refusal one that a wait helps against; a web page and a fault stay what they are.
    COMPARE_ERROR(blocked, kind == Kind::SignInRefused ? Kind::TooManyRequests : kind);
    if (kind != Kind::NotTheService)
        QVERIFY(blocked.error().retryAfterSeconds > 100 && blocked.error().retryAfterSeconds <= 120);
}

void AuthApiTest::oneSignInIsOneRequest()
{
    Calling calling;
    VERIFY_OK(calling.login());
    QCOMPARE(calling.service.requests().size(), 1);
    const LoggedRequest request = calling.service.requests().first();
    QCOMPARE(request.json(), (QJsonObject{{u"username"_s, u"mrossi"_s}, {u"password"_s, u"lanyard"_s}}));
    QVERIFY(!request.hasHeader("Authorization") && !request.hasHeader("x-api-key"));
}

void AuthApiTest::aTokenThatCannotBeSentIsNoSignIn()
{
    for (const char *bad : {"a b", "a\\r\\nX: y", "a\\u0000b", "é", " a", "\\n"}) {
        Calling calling;
        calling.service.failNext({.status = 200, .body = R"({"success":true,"token":")" + QByteArray(bad) + "\"}"});
        const auto login = calling.login();
        VERIFY_OK(login);
        COMPARE_ERROR(Credential::make(Credential::Kind::Token, calling.origin, login.value().token),
                      Kind::UnusableCredential);
    }
}

void AuthApiTest::aLoginWithoutTokenIsNotTheService()
{
    for (const char *body :
         {R"({"success":true})", R"({"success":true,"token":""})", R"({"success":true,"token":null})",
          R"({"success":true,"token":5})", R"({"success":true,"token":{"token":"a"}})"}) {
        Calling calling;
        calling.service.failNext({.status = 200, .body = body});
        const auto login = calling.login();
        COMPARE_ERROR(login, Kind::NotTheService);
        QCOMPARE(login.error().subject, calling.origin.text());
    }
}

void AuthApiTest::theEndOfTheSessionIsToldByTheToken_data()
{
    QTest::addColumn<ServiceOptions>("options");
    QTest::newRow("JWT and expiresIn") << ServiceOptions{.tokenLifetimeSeconds = 600};
    QTest::newRow("JWT alone") << ServiceOptions{.tokenLifetimeSeconds = 600, .tellExpiresIn = false};
    QTest::newRow("expiresIn alone") << ServiceOptions{.tokenLifetimeSeconds = 600, .jwt = false};
    QTest::newRow("expiresIn as text") << ServiceOptions{
        .integersAsStrings = true, .tokenLifetimeSeconds = 600, .jwt = false};
}

void AuthApiTest::theEndOfTheSessionIsToldByTheToken()
{
    QFETCH(const ServiceOptions, options);
    Calling calling(options);
    const auto login = calling.login();
    VERIFY_OK(login);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto end = sessionEnd(login.value().token, login.value().expiresIn, now);
    QVERIFY(end);
    QVERIFY(now.secsTo(*end) > 500 && now.secsTo(*end) <= 600);
}

void AuthApiTest::anApiKeyIsAsGoodAsAToken_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("usable") << QByteArray("api_Kq7vR2mXw9LtZb4NcY8sHd3f") << true;
    QTest::newRow("expired") << QByteArray("api_mN4bV8cX2zLk6JhG0fDsQa9w") << false;
    QTest::newRow("revoked") << QByteArray("api_P0o9I8u7Y6t5R4e3W2q1Zx5c") << false;
    QTest::newRow("unknown") << QByteArray("api_unknown") << false;
}

void AuthApiTest::anApiKeyIsAsGoodAsAToken()
{
    QFETCH(const QByteArray, key);
    QFETCH(const bool, accepted);
    Calling calling;
    const auto user = wait(calling.api.user(keyOf(calling.origin, key)));
    if (accepted) {
        VERIFY_OK(user);
        QCOMPARE(user.value().userName(), u"mrossi"_s);
    } else {
        COMPARE_ERROR(user, Kind::SessionExpired);
    }
    QCOMPARE(calling.service.requests().first().header("x-api-key"), key);
}

void AuthApiTest::anExpiredTokenIsToldAsThat()
{
    Calling calling;
    const Credential token = calling.token();
    const auto user = wait(calling.api.user(token));
    VERIFY_OK(user);
    calling.service.expireTokens();
    COMPARE_ERROR(wait(calling.api.user(token)), Kind::SessionExpired);
    COMPARE_ERROR(wait(calling.api.update(token, user.value())), Kind::SessionExpired);
    COMPARE_ERROR(wait(calling.api.logout(token)), Kind::SessionExpired);
}

void AuthApiTest::anEmailInUseIsRefusedInTheServicesWords_data()
{
    aRefusedSignInIsToldAsThat_data();
}

void AuthApiTest::anEmailInUseIsRefusedInTheServicesWords()
{
    QFETCH(const Form, form);
    QFETCH(const bool, body);
    QFETCH(const Kind, kind);
    QFETCH(const bool, words);
    Calling calling({.failureForm = form, .failureBody = body});
    const Credential token = calling.token();
    QJsonObject document = calling.service.user(u"mrossi"_s);
    document.insert("email"_L1, u"admin@example.org"_s);
    const auto updated = wait(calling.api.update(token, User(document)));
    // Outside of the sign-in a status is what it says.
    COMPARE_ERROR(updated, form == Form::Status401       ? Kind::SessionExpired
                           : form == Form::Status403     ? Kind::Forbidden
                           : kind == Kind::SignInRefused ? Kind::Refused
                                                         : kind);
    QCOMPARE(!updated.error().serverMessage.isEmpty(), words);
    QCOMPARE(calling.service.user(u"mrossi"_s).value("email"_L1), QJsonValue(u"maria.rossi@example.org"_s));
}

void AuthApiTest::aPermissionThatIsMissingIsForbidden()
{
    Calling calling({.enforceKeyPermissions = true});
    const Credential readOnly = keyOf(calling.origin, "api_nW3eF6yUj1PoAs5DgH9kLz0x");
    const auto user = wait(calling.api.user(readOnly));
    VERIFY_OK(user);
    COMPARE_ERROR(wait(calling.api.update(readOnly, user.value())), Kind::Forbidden);
    COMPARE_ERROR(wait(calling.api.user(keyOf(calling.origin, "api_q2W3e4R5t6Y7u8I9o0P1a2S3"))), Kind::Forbidden);
}

void AuthApiTest::anAnswerWithoutUserIsNotTheService_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {R"({"success":true})", R"({"success":true,"user":null})", R"({"success":true,"user":{}})",
                             R"({"success":true,"user":{"id":""}})", R"({"success":true,"user":[]})"})
        QTest::newRow(body) << QByteArray(body);
}

void AuthApiTest::anAnswerWithoutUserIsNotTheService()
{
    QFETCH(const QByteArray, body);
    Calling calling;
    const Credential token = calling.token();
    calling.service.failNext({.status = 200, .body = body});
    const auto user = wait(calling.api.user(token));
    COMPARE_ERROR(user, Kind::NotTheService);
    QCOMPARE(user.error().subject, calling.origin.text());
}

void AuthApiTest::aServiceIsKnownOnceItHasSentAUser()
{
    Calling calling;
    const Credential token = calling.token();
    const auto fails = [&calling, &token](const ForcedAnswer &answer) {
        calling.service.failNext(answer);
        return wait(calling.api.user(token)).error();
    };
    const QByteArray problem = R"({"title":"Not Found","status":404})";
    for (const bool isKnown : {false, true}) {
        QCOMPARE(fails({.status = 404}).isKnownService, isKnown);
        QCOMPARE(fails({.status = 200, .body = R"({"success":true})"}).isKnownService, isKnown); // found by the call
        QCOMPARE(fails({.status = 404, .body = problem}).kind, isKnown ? Kind::Refused : Kind::NotTheService);
        QCOMPARE(errorText(fails({.status = 404})).contains(u"Check the address"_s), !isKnown);
        VERIFY_OK(wait(calling.api.user(token)));
    }
}

void AuthApiTest::anUpdateMayAnswerWithoutUser()
{
    Calling calling({.updateAnswersUser = false});
    const Credential token = calling.token();
    const auto updated = wait(calling.api.update(token, User(calling.service.user(u"mrossi"_s))));
    VERIFY_OK(updated);
    QVERIFY(updated.value().isEmpty());
    calling.service.failNext({.status = 200, .body = R"({"success":true,"user":{"name":"x"}})"});
    COMPARE_ERROR(wait(calling.api.update(token, User(calling.service.user(u"mrossi"_s)))), Kind::NotTheService);
}

void AuthApiTest::logoutEndsTheToken()
{
    Calling calling;
    const Credential token = calling.token();
    VERIFY_OK(wait(calling.api.logout(token)));
    QCOMPARE(calling.service.requests().last().body, "{}");
    COMPARE_ERROR(wait(calling.api.user(token)), Kind::SessionExpired);
}

// In whatever call, and whoever's they are: the message is shown with the secrets taken out.
void AuthApiTest::secretsThatTheServiceRepeatsAreNotQuoted()
{
    Calling calling;
    const Credential token = calling.token();
    const auto user = wait(calling.api.user(token));
    VERIFY_OK(user);
    const ApiKey key = user.value().apiKeys().first();
    const QList<Secret> secrets{usualPassword, token.secret(), key.key(), key.clientSecret()};
    QByteArray said = "wrong:";
    for (const Secret &secret : secrets)
        said += " " + secret.expose().toByteArray() + ";";
    const QByteArray body = QJsonDocument(QJsonObject{{u"message"_s, QString::fromUtf8(said)}}).toJson();
    calling.service.failNext({.status = 400, .body = body, .times = 4});
    const QList<Error> errors{calling.login().error(), wait(calling.api.user(token, user.value())).error(),
                              wait(calling.api.update(token, user.value())).error(),
                              wait(calling.api.logout(token, user.value())).error()};
    for (const Error &error : errors) {
        QVERIFY2(error.serverMessage.startsWith("wrong: "_L1), qPrintable(error.serverMessage));
    }
    QVERIFY(!errors.at(0).serverMessage.contains("lanyard"_L1));
    for (const Error &error : errors.mid(1)) {
        for (const Secret &secret : secrets.mid(1))
            QVERIFY2(!errorText(error).contains(secret.exposeText()), "a secret is quoted");
        QVERIFY2(!errorDetails(error).contains(token.secret().exposeText()), "a secret is in the details");
    }
}

// It is shown, and offered as another address.
void AuthApiTest::secretsInARedirectAreNotShown()
{
    Calling calling;
    const Credential token = calling.token();
    const auto user = wait(calling.api.user(token));
    VERIFY_OK(user);
    const QString key = user.value().apiKeys().first().key().exposeText();
    const QString whole = token.secret().exposeText();
    const QString half = whole.first(30); // no host has more than 63 characters before a dot
    for (const auto &[location, secret] : {std::pair(u"https://a.example/%1/v1/auth/user"_s, whole),
                                           {u"https://%1.example/x"_s, half},
                                           {u"https://a.example/%1/v1/auth/user"_s, key}}) {
        calling.service.failNext({.status = 302, .headers = {{"Location", location.arg(secret).toUtf8()}}});
        const Error error = wait(calling.api.user(token, user.value())).error();
        QCOMPARE(error.kind, Kind::Redirected);
        QVERIFY2(!errorText(error).contains(secret, Qt::CaseInsensitive), qPrintable(errorText(error)));
        QVERIFY2(!errorDetails(error).contains(secret, Qt::CaseInsensitive), qPrintable(errorDetails(error)));
        QVERIFY(error.suggestion.isEmpty());
    }
}

// A key that the service no longer lists may still be in use elsewhere.
void AuthApiTest::whatWasSecretInAnEarlierDocumentIsNotQuoted()
{
    Calling calling;
    const Credential token = calling.token();
    const auto user = wait(calling.api.user(token));
    VERIFY_OK(user);
    const QString key = user.value().apiKeys().first().key().exposeText();
    QJsonObject changed = user.value().document();
    changed.insert("apiKeys"_L1, QJsonArray());
    QVERIFY(calling.service.setUser(user.value().userName(), changed));
    const auto now = wait(calling.api.user(token, user.value()));
    VERIFY_OK(now);
    const QByteArray body = QJsonDocument(QJsonObject{{u"message"_s, u"wrong: "_s + key}}).toJson();
    calling.service.failNext({.status = 400, .body = body});
    QCOMPARE(wait(calling.api.user(token, now.value())).error().serverMessage, u"wrong: •••"_s);
}

void AuthApiTest::noFormOfASecretIsQuoted()
{
    Calling calling;
    const Credential token = calling.token();
    const auto said = [&](const QByteArray &words) {
        const QByteArray body = QJsonDocument(QJsonObject{{u"message"_s, QString::fromUtf8(words)}}).toJson();
        calling.service.failNext({.status = 401, .body = body});
    };
    const Secret password = Secret::fromText(u"Tom&Jerry<2026>"_s);
    for (const QByteArray &form : {"Tom&amp;Jerry&lt;2026&gt;"_ba, "Tom%26Jerry%3C2026%3E"_ba, "tom&jerry<2026>"_ba,
                                   "mrossi:Tom&Jerry<2026>"_ba.toBase64(), "Tom&Jerry<2026>"_ba.toHex()}) {
        said("wrong: " + form);
        const Error error = calling.login(u"mrossi"_s, password).error();
        QVERIFY2(error.serverMessage.startsWith("wrong: "_L1), qPrintable(error.serverMessage));
        QVERIFY2(error.serverMessage.endsWith(u"•••"_s), qPrintable(error.serverMessage));
    }
    const QByteArray secret = token.secret().expose().toByteArray();
    for (const QByteArray &form : {secret.first(16), secret.toBase64(), secret.toHex(), secret.toUpper()}) {
        said("wrong: " + form);
        QCOMPARE(wait(calling.api.user(token)).error().serverMessage, u"wrong: •••"_s);
    }
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::AuthApiTest)
#include "tst_authapi.moc"
