#include "core/session/authapi.h"

#include "core/base/background.h"
#include "core/base/freedmemory.h"
#include "core/base/knownsecrets.h"
#include "core/document/usersecrets.h"
#include "core/http/answerreader.h"
#include "core/http/envelope.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr auto loginPath = "/v1/auth/login"_L1;
constexpr auto userPath = "/v1/auth/user"_L1;
constexpr auto logoutPath = "/v1/auth/logout"_L1;

// A common server mistake: the token as it appears in the header, or as JSON in JSON.
QStringView bareToken(QStringView token)
{
    if (token.size() > 2 && token.front() == u'"' && token.back() == u'"')
        token = token.sliced(1, token.size() - 2);
    constexpr auto scheme = "Bearer "_L1;
    return token.startsWith(scheme, Qt::CaseInsensitive) ? token.sliced(scheme.size()) : token;
}

Result<LoginAnswer> readLogin(const ServiceAnswer &service)
{
    const QJsonObject &envelope = service.envelope;
    const QString token = envelope.value("token"_L1).toString();
    LoginAnswer answer{Secret::fromText(bareToken(token)), envelope.value("expiresIn"_L1), service.date};
    if (!answer.token.isEmpty())
        return answer;
    // A service that takes more than one step says so.
    Error error = errorOf(Error::Kind::NotTheService, u"the answer to the sign-in holds no token"_s);
    error.serverMessage = envelopeMessage(envelope);
    error.code = envelopeCode(envelope);
    if (!error.serverMessage.trimmed().isEmpty())
        error.kind = Error::Kind::UnusableToken;
    return error;
}

// If a response contains two, it is unknown which one is meant. @p last: the user as read before.
Result<User> readUser(const ServiceAnswer &answer, const User &last)
{
    if (answer.source.isDoubled(u"user"_s))
        return errorOf(Error::Kind::NotTheService, u"the answer holds two users"_s);
    auto read = User::fromAnswer(answer.envelope, answer.objects.value(u"user"_s));
    if (!read)
        return read;
    User user = read.value();
    user.shareWith(last);
    user.prepare();
    return user;
}

// An error that only a call can find in a response is about the server that sent it.
Error about(const HttpClient &client, Error error)
{
    error.subject = client.origin().text();
    error.isKnownService = client.isKnownService();
    return error;
}

// While signing in there is no session that could have expired, and no change whose outcome matters.
Error asLoginError(Error error)
{
    switch (error.kind) {
    case Error::Kind::Refused:
        // With another status and no message, the error is not known to be about the user's input.
        if (error.httpStatus != 200 && error.httpStatus != 400 && error.serverMessage.isEmpty())
            break;
        [[fallthrough]];
    case Error::Kind::SessionExpired:
    case Error::Kind::Forbidden:
        error.kind = error.retryAfterSeconds >= 0 ? Error::Kind::TooManyRequests : Error::Kind::SignInRefused;
        break;
    case Error::Kind::OutcomeUnknown:
        // Whether a request without a response arrived does not matter here.
        error.kind = error.cause == Error::Kind::Unreachable ? Error::Kind::AnswerIncomplete : error.cause;
        break;
    default:
        break;
    }
    return error;
}

} // namespace

// Whatever is in it was written by who received the request, or on the way: also the address that a redirect names.
// What it is about otherwise is the user's own address.
Error AuthApi::withoutSecrets(Error error, const Secret &sent, const User &known) const
{
    QList<QString *> texts{&error.serverMessage, &error.technical, &error.answeredBy};
    if (error.httpStatus >= 300 && error.httpStatus < 400)
        texts << &error.subject << &error.suggestion;
    for (QString &words : error.refusedMembers)
        texts << &words;
    texts.removeIf([](const QString *text) { return text->isEmpty(); });
    if (texts.isEmpty())
        return error;
    const QString suggestion = error.suggestion;
    const KnownSecrets secrets(m_secrets.all() << secretsOf(known) << sent, KnownSecrets::In::Answers);
    for (QString *text : std::as_const(texts))
        *text = secrets.redacted(*text);
    if (error.suggestion != suggestion)
        error.suggestion.clear(); // nothing to enter any more
    return error;
}

Pending<LoginAnswer> AuthApi::login(const QString &userName, const Secret &password)
{
    QString text = password.exposeText();
    const QJsonObject body{{u"username"_s, userName}, {u"password"_s, text}};
    wipe(text);
    return m_client.post(loginPath, body, {}, HttpClient::Patience::Long)
        .map<LoginAnswer>(
            this,
            [this, password](const ServiceAnswer &answer) {
                auto read = readLogin(answer);
                return read ? read : withoutSecrets(about(m_client, read.error()), password);
            },
            [this, password](const Error &error) { return withoutSecrets(asLoginError(error), password); });
}

Pending<User> AuthApi::read(ServiceAnswer answer)
{
    const bool isLarge = answer.source.bytes().size() > LargeBytes;
    const auto user = isLarge ? readInBackground(std::move(answer)) : completed(readUser(answer, m_secrets.user()));
    return user.map<User>(
        this, [](User whole) -> Result<User> { return whole; },
        [this](const Error &error) { return about(m_client, error); });
}

// What Qt's reader has made of it is destroyed there, too: that takes as long.
Pending<User> AuthApi::readInBackground(ServiceAnswer answer)
{
    const auto own = std::make_shared<ServiceAnswer>(std::move(answer));
    return inBackground<User>(this, [own, last = m_secrets.user()] {
        auto user = readUser(*own, last);
        *own = {};
        giveBackFreed();
        return user;
    });
}

Pending<User> AuthApi::user(const Credential &credential, const User &known, HttpClient::Over over)
{
    return m_client.get(userPath, credential, over)
        .andThen<User>(this, [this](ServiceAnswer answer) { return read(std::move(answer)); })
        .map<User>(
            this,
            [this](const User &user) -> Result<User> {
                m_client.setKnownService(); // only the account service sends a user
                m_secrets.follow(user);
                return user;
            },
            [this, secret = credential.secret(), known](const Error &error) {
                return withoutSecrets(error, secret, known);
            });
}

Pending<User> AuthApi::update(const Credential &credential, const User &changed)
{
    return m_client.postBytes(userPath, changed.body(), credential, HttpClient::Patience::Long)
        .andThen<User>(this,
                       [this](ServiceAnswer answer) {
                           return answer.envelope.value("user"_L1).isObject() ? read(std::move(answer))
                                                                              : completed(Result<User>(User()));
                       })
        .map<User>(
            this,
            [this](const User &user) -> Result<User> {
                m_secrets.followSame(user);
                return user;
            },
            [this, secret = credential.secret(), changed](Error error) {
                if (!error.refusedMembers.isEmpty()) {
                    for (const Setting &setting : changed.settings())
                        error.sentSettings << setting.id();
                }
                return withoutSecrets(error, secret, changed);
            });
}

Pending<Done> AuthApi::logout(const Credential &credential, const User &known)
{
    // Its response holds nothing to tell it from that of another call by, and "signed out" must be true.
    return m_client.post(logoutPath, {}, credential, HttpClient::Patience::Usual, HttpClient::Over::NewConnection)
        .map<Done>(
            this, [](const ServiceAnswer &) -> Result<Done> { return Done{}; },
            [this, secret = credential.secret(), known](const Error &error) {
                return withoutSecrets(error, secret, known);
            });
}

} // namespace lanyard
