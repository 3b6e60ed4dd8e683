#include "core/session/signin.h"

#include "core/session/token.h"

#include <memory>

namespace lanyard {

namespace {

// A new session or key that is not accepted has not "expired": the input is wrong.
Error asSignInError(Error error)
{
    if (error.kind == Error::Kind::SessionExpired || error.kind == Error::Kind::Forbidden)
        error.kind = Error::Kind::SignInRefused;
    return error;
}

Pending<SignedIn> confirm(AuthApi &api, const Result<Credential> &credential, const std::optional<QDateTime> &expiresAt,
                          QObject *context)
{
    if (!credential)
        return completed<SignedIn>(credential.error());
    return api.user(credential.value())
        .map<SignedIn>(
            context,
            [credential = credential.value(), expiresAt](const User &user) -> Result<SignedIn> {
                return SignedIn{credential, user, expiresAt};
            },
            asSignInError);
}

Pending<SignedIn> withPassword(AuthApi &api, const Origin &origin, const SignInRequest &request, QObject *context,
                               const std::function<void(const Credential &)> &unused)
{
    Promise<SignedIn> promise;
    const auto asked = api.login(request.userName, request.secret);
    const auto isCancelled = std::make_shared<bool>(false);
    promise.onCancel([asked, isCancelled] {
        *isCancelled = true;
        asked.cancel();
    });
    asked.then(context, [&api, origin, context, promise, unused, isCancelled](const Result<LoginAnswer> &answer) {
        if (!answer)
            return promise.complete(answer.error());
        const LoginAnswer &login = answer.value();
        const auto credential = Credential::make(Credential::Kind::Token, origin, login.token);
        if (!credential)
            return promise.complete(errorOf(Error::Kind::UnusableToken));
        // The response was faster than the cancellation. Nothing more is asked: what the call needs may be gone.
        if (*isCancelled) {
            unused(credential.value());
            return promise.complete(Error{});
        }
        const auto end = sessionEnd(login.token, login.expiresIn, QDateTime::currentDateTimeUtc(), login.date);
        const auto confirmed = confirm(api, credential, end, context);
        promise.onCancel([confirmed] { confirmed.cancel(); });
        confirmed.then(context, [promise, unused, credential](Result<SignedIn> result) {
            // A 401 means that the service has no such session.
            if (!result && result.error().httpStatus != 401)
                unused(credential.value());
            promise.complete(std::move(result));
        });
    });
    return promise.pending();
}

} // namespace

Pending<SignedIn> signInTo(AuthApi &api, const Origin &origin, const SignInRequest &request, QObject *context,
                           const std::function<void(const Credential &)> &unused)
{
    if (request.kind == Credential::Kind::ApiKey)
        return confirm(api, Credential::make(request.kind, origin, request.secret), {}, context);
    return withPassword(api, origin, request, context, unused);
}

} // namespace lanyard
