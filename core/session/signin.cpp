#include "core/session/signin.h"

#include "core/session/token.h"

namespace lanyard {

namespace {

// A new session or key that is not accepted has not "expired": the input is wrong.
Error asSignInError(Error error)
{
    if (error.kind == Error::Kind::SessionExpired || error.kind == Error::Kind::Forbidden)
        error.kind = Error::Kind::SignInRefused;
    return error;
}

Pending<SignedIn> confirm(AuthApi &api, const Result<Credential> &credential, const std::optional<QDateTime> &expiresAt)
{
    if (!credential)
        return completed<SignedIn>(credential.error());
    return api.user(credential.value())
        .map<SignedIn>(
            &api,
            [credential = credential.value(), expiresAt](const User &user) -> Result<SignedIn> {
                return SignedIn{credential, user, expiresAt};
            },
            asSignInError);
}

Pending<SignedIn> withPassword(AuthApi &api, const Origin &origin, const SignInRequest &request,
                               const std::function<void(const Credential &)> &unused)
{
    const auto credentialOf = [origin](const LoginAnswer &login) {
        return Credential::make(Credential::Kind::Token, origin, login.token);
    };
    const auto confirmIt = [&api, unused, credentialOf](const LoginAnswer &login) {
        const auto credential = credentialOf(login);
        if (!credential)
            return completed<SignedIn>(errorOf(Error::Kind::UnusableToken));
        const auto end = sessionEnd(login.token, login.expiresIn, QDateTime::currentDateTimeUtc(), login.date);
        const auto refuse = [unused, credential](const Error &error) {
            if (error.httpStatus != 401) // which means that the service has no such session
                unused(credential.value());
            return error;
        };
        return confirm(api, credential, end)
            .map<SignedIn>(
                &api, [](const SignedIn &confirmed) -> Result<SignedIn> { return confirmed; }, refuse);
    };
    // If the response was faster than a cancellation, nothing more is asked: what the call needs may be gone.
    const auto endIt = [unused, credentialOf](const LoginAnswer &login) {
        if (const auto credential = credentialOf(login))
            unused(credential.value());
    };
    return api.login(request.userName, request.secret).andThen<SignedIn>(&api, confirmIt, endIt);
}

} // namespace

Pending<SignedIn> signInTo(AuthApi &api, const Origin &origin, const SignInRequest &request,
                           const std::function<void(const Credential &)> &unused)
{
    if (request.kind == Credential::Kind::ApiKey)
        return confirm(api, Credential::make(request.kind, origin, request.secret), {});
    return withPassword(api, origin, request, unused);
}

} // namespace lanyard
