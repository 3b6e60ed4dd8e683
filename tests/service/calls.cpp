#include "tests/service/calls.h"

#include "tests/service/contract.h"
#include "tests/service/dates.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>
#include <variant>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

constexpr int readPermission = 1;
constexpr int writePermission = 2;

bool isJson(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type == "application/json" || type == "text/json" ||
           (type.startsWith("application/") && type.endsWith("+json"));
}

Answer invalid(const QString &member, const QString &reason)
{
    return problem(400, u"One or more validation errors occurred."_s, {{member, QJsonArray{reason}}});
}

// The body as an object, or the answer to one that is none.
std::variant<QJsonObject, Answer> bodyOf(const LoggedRequest &request)
{
    if (!isJson(request.header("Content-Type"))) {
        return problem(415, u"Unsupported Media Type"_s);
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (!document.isObject()) {
        return invalid(u"$"_s, u"The JSON value could not be converted. Path: $ | %1."_s.arg(error.errorString()));
    }
    return document.object();
}

} // namespace

bool Calls::takeChanged()
{
    return std::exchange(m_changed, false);
}

Answer Calls::handle(const LoggedRequest &request, const ServiceOptions &options)
{
    struct Route
    {
        QByteArrayView method;
        QByteArrayView path;
        Answer (Calls::*call)(const LoggedRequest &, const ServiceOptions &);
    };
    static constexpr Route routes[] = {{"POST", "/v1/auth/login", &Calls::login},
                                       {"GET", "/v1/auth/user", &Calls::getUser},
                                       {"POST", "/v1/auth/user", &Calls::updateUser},
                                       {"POST", "/v1/auth/logout", &Calls::logout}};
    const QByteArray path = request.pathWithoutQuery();
    QByteArray allowed;
    for (const Route &route : routes) {
        if (route.path == path && route.method == request.method) {
            return (this->*route.call)(request, options);
        }
        if (route.path == path) {
            allowed += (allowed.isEmpty() ? "" : ", ") + route.method.toByteArray();
        }
    }
    if (!allowed.isEmpty()) {
        return {.status = 405, .headers = {{"Allow", allowed}}};
    }
    return options.htmlForUnknownPaths ? page(200, "Welcome") : nothing(404);
}

Calls::Caller Calls::authenticate(const LoggedRequest &request, const ServiceOptions &options)
{
    const QByteArray keyHeader = options.apiKeyHeader.toLatin1();
    const QByteArray authorization = request.header("Authorization");
    if (request.hasHeader("Authorization") && request.hasHeader(keyHeader)) {
        return {.rejection = problem(400, u"Use one of the two methods of authentication, not both."_s)};
    }
    if (request.hasHeader(keyHeader)) {
        int permissions = 0;
        Account *account = m_store.byKey(QString::fromUtf8(request.header(keyHeader)), &permissions);
        return {
            .account = account, .permissions = permissions, .rejection = unauthorized("ApiKey error=\"invalid_key\"")};
    }
    const QByteArray scheme = "Bearer ";
    if (authorization.left(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0) {
        return {.rejection = unauthorized("Bearer")};
    }
    const QByteArray token = authorization.mid(scheme.size()).trimmed();
    const Tokens::Found found = m_tokens.find(token);
    if (found.state == Tokens::State::Expired) {
        return {.rejection =
                    unauthorized("Bearer error=\"invalid_token\", error_description=\"The token has expired\"")};
    }
    Account *account = found.state == Tokens::State::Valid ? m_store.byId(found.userId) : nullptr;
    return {.account = account, .token = token, .rejection = unauthorized("Bearer error=\"invalid_token\"")};
}

Answer Calls::login(const LoggedRequest &request, const ServiceOptions &options)
{
    const auto body = bodyOf(request);
    if (const Answer *rejection = std::get_if<Answer>(&body)) {
        return *rejection;
    }
    const auto &sent = std::get<QJsonObject>(body);
    for (const QString &member : {u"username"_s, u"password"_s}) {
        if (!sent.value(member).isString()) {
            return invalid(member, u"The %1 field is required."_s.arg(member));
        }
    }
    if (const int seconds = m_guard.blockedFor(request.clientAddress); seconds > 0) {
        return refused({7, u"Too many failed attempts. Sign-in is blocked for a while."_s, seconds}, options);
    }
    Account *account = m_store.bySignInName(sent.value("username"_L1).toString());
    if (!account || account->password != sent.value("password"_L1).toString()) {
        m_guard.failed(request.clientAddress, options);
        return refused({3, u"Invalid user name or password."_s}, options);
    }

    m_guard.succeeded(request.clientAddress);
    account->user.insert(u"lastLogIn"_s, Instant::now().text(options.dateForm, options.fractionDigits));
    m_changed = true;
    const QByteArray token = m_tokens.issue(account->id(), account->userName(), options);
    QJsonObject members{{u"token"_s, QString::fromLatin1(token)}};
    if (options.tellExpiresIn) {
        const QString text = QString::number(options.tokenLifetimeSeconds);
        members.insert(u"expiresIn"_s,
                       options.integersAsStrings ? QJsonValue(text) : QJsonValue(options.tokenLifetimeSeconds));
    }
    return succeeded(members, options);
}

Answer Calls::getUser(const LoggedRequest &request, const ServiceOptions &options)
{
    const Caller caller = authenticate(request, options);
    if (!caller.account) {
        return caller.rejection;
    }
    if (options.enforceKeyPermissions && !(caller.permissions & readPermission)) {
        return nothing(403);
    }
    AccountStore::generate(*caller.account, options);
    return succeeded({{u"user"_s, dressed(caller.account->user, options)}}, options);
}

Answer Calls::updateUser(const LoggedRequest &request, const ServiceOptions &options)
{
    const Caller caller = authenticate(request, options);
    if (!caller.account) {
        return caller.rejection;
    }
    if (options.enforceKeyPermissions && !(caller.permissions & writePermission)) {
        return nothing(403);
    }
    const auto body = bodyOf(request);
    if (const Answer *rejection = std::get_if<Answer>(&body)) {
        return *rejection;
    }
    const QJsonValue user = std::get<QJsonObject>(body).value("user"_L1);
    if (!user.isObject()) {
        return invalid(u"user"_s, u"The user field is required."_s);
    }
    if (const QJsonObject errors = misfits(user.toObject()); !errors.isEmpty()) {
        return problem(400, u"One or more validation errors occurred."_s, errors);
    }
    AccountStore::generate(*caller.account, options);
    if (const auto refusal = m_store.update(*caller.account, user.toObject(), options)) {
        return refused(*refusal, options);
    }
    m_changed = true;
    if (!options.updateAnswersUser) {
        return succeeded({}, options);
    }
    return succeeded({{u"user"_s, dressed(caller.account->user, options)}}, options);
}

Answer Calls::logout(const LoggedRequest &request, const ServiceOptions &options)
{
    const Caller caller = authenticate(request, options);
    if (!caller.account) {
        return caller.rejection;
    }
    const auto body = bodyOf(request);
    if (const Answer *rejection = std::get_if<Answer>(&body)) {
        return *rejection;
    }
    if (!options.statelessTokens) {
        m_tokens.end(caller.token);
        m_changed = true;
    }
    return succeeded({}, options);
}

} // namespace lanyard::testing
