// How a session begins: from the keychain, or with what the user entered.
#include "core/base/knownsecrets.h"
#include "core/document/usersecrets.h"
#include "core/session/calls.h"
#include "core/session/keycheck.h"
#include "core/session/session.h"
#include "core/session/signin.h"

namespace lanyard {

namespace {

Error alreadyOpen(const QString &userName)
{
    Error error = errorOf(Error::Kind::AlreadyOpen);
    error.subject = userName;
    return error;
}

} // namespace

// A client never serves two origins, and its connections never outlive a session.
std::shared_ptr<AuthApi> Session::apiOf(const Origin &origin, bool allowPlainHttp) const
{
    const auto plainHttp = allowPlainHttp ? HttpClient::PlainHttp::Allow : HttpClient::PlainHttp::Refuse;
    return std::make_shared<AuthApi>(origin, m_trust, plainHttp, m_limits, m_proxies);
}

// What is called now: until then a client holds none of the session's secrets, for it may outlive the session.
std::shared_ptr<AuthApi> Session::continued(std::shared_ptr<AuthApi> api) const
{
    if (m_api && m_api->isKnownService() && m_api->origin() == api->origin()) {
        api->setKnownService();
        api->continueFrom(*m_api);
    }
    return api;
}

void Session::expectSignIn(const QString &server)
{
    const auto origin = Origin::parse(server);
    if (!origin || m_state == State::SigningIn)
        return;
    if (!m_expected || m_expected->origin() != origin.value())
        m_expected = apiOf(origin.value(), false);
    m_expected->connectAhead(HttpClient::First::Post);
    m_unexpected.start();
}

// An unencrypted connection that the user had to agree to has not been opened.
std::shared_ptr<AuthApi> Session::takeExpected(const Origin &origin, bool allowPlainHttp)
{
    const auto expected = std::exchange(m_expected, nullptr);
    dropExpected();
    const bool isTaken = expected && expected->origin() == origin && !allowPlainHttp;
    return continued(isTaken ? expected : apiOf(origin, allowPlainHttp));
}

void Session::dropExpected()
{
    m_unexpected.stop();
    m_expected.reset();
}

std::unique_ptr<KeyCheck> Session::newKeyCheck() const
{
    Q_ASSERT(hasUser());
    return std::make_unique<KeyCheck>(continued(apiOf(m_account.origin, m_account.plainHttp)), user());
}

void Session::restore(const SavedAccount &account)
{
    if (hasUser())
        return;
    newGeneration();
    m_account = account;
    m_askedAt = QDateTime::currentDateTimeUtc();
    setState(State::Restoring);
    if (elsewhere(account.origin, account.userId))
        return restoreFailedWith(alreadyOpen(account.userName));
    m_api = apiOf(account.origin, account.plainHttp);
    m_api->connectAhead(HttpClient::First::Read); // while the keychain is asked
    m_restoring =
        m_signIns.read(account, this)
            .andThen<std::optional<SignedIn>>(
                m_generation.get(), [this](const std::optional<Secret> &secret) { return useRestored(secret); });
    m_restoring->then(m_generation.get(), [this](const Result<std::optional<SignedIn>> &restored) {
        m_restoring.reset();
        if (!restored || !restored.value())
            return restoreFailedWith(restored ? std::nullopt : std::optional(restored.error()));
        // The user may have been signed in meanwhile, or be known here by a former name.
        if (const Session *other = elsewhere(m_account.origin, restored.value()->user.id())) {
            if (other->m_account.keychainKey() == m_account.keychainKey()) // which holds that one's sign-in now
                endUnlessUsed(m_api, *restored.value());
            return restoreFailedWith(
                alreadyOpen(namedSafely(m_account, restored.value()->user, restored.value()->credential).userName));
        }
        m_isToBeKept = m_signIns.hold(m_account, this);
        m_storage = m_isToBeKept ? Storage::Keychain : Storage::UntilQuit;
        become(*restored.value(), m_account);
    });
}

void Session::cancelRestore()
{
    if (m_state != State::Restoring)
        return;
    newGeneration();
    m_api.reset();
    setState(State::SignedOut);
}

Pending<std::optional<SignedIn>> Session::useRestored(const std::optional<Secret> &secret)
{
    using Restored = std::optional<SignedIn>;
    if (!secret)
        return completed<Restored>(Restored());
    const auto credential = Credential::make(m_account.kind, m_account.origin, *secret);
    if (!credential)
        return completed<Restored>(credential.error());
    return m_api->user(credential.value())
        .map<Restored>(m_generation.get(),
                       [this, credential = credential.value()](const User &user) -> Result<Restored> {
                           // Nobody has signed in as them here: they are not shown, and their entry is left to the next
                           // sign-in.
                           if (!m_account.userId.isEmpty() && user.id() != m_account.userId)
                               return errorOf(Error::Kind::OtherUser);
                           return Restored(SignedIn{credential, user, m_account.expiresAt});
                       });
}

void Session::restoreFailedWith(const std::optional<Error> &error)
{
    m_api.reset(); // its last request holds the token
    setState(State::SignedOut);
    Q_EMIT restoreFailed(error);
}

void Session::signIn(const SignInRequest &request)
{
    if (m_state != State::SigningIn)
        m_stateBefore = m_state == State::SignedIn ? State::SignedIn : hasUser() ? State::Expired : State::SignedOut;
    setState(State::SigningIn);
    if (isSaving())
        m_waitingSignIn = request;
    else
        startSignIn(request);
}

void Session::startWaitingSignIn()
{
    if (const auto waiting = std::exchange(m_waitingSignIn, std::nullopt))
        startSignIn(*waiting);
}

void Session::startSignIn(const SignInRequest &request)
{
    newGeneration();
    const auto origin = Origin::parse(request.server);
    if (!origin)
        return signInFailedWith(origin.error());
    // A separate one: if the sign-in fails, a session that has ended or is about to can continue with its old one.
    const auto api = takeExpected(origin.value(), request.allowPlainHttp);

    SavedAccount account;
    account.origin = origin.value();
    account.userName = request.userName;
    if (request.kind == Credential::Kind::Token)
        account.acceptedName = account.userName; // once the service has accepted it
    account.kind = request.kind;
    account.plainHttp = request.allowPlainHttp;
    // The connection is kept alive by whatever waits for the sign-in, not by this.
    const auto unused = [ends = QPointer(&m_signIns), weak = std::weak_ptr(api)](const Credential &credential) {
        if (const auto alive = weak.lock(); alive && ends)
            endUnused(alive, credential, *ends);
    };
    auto *calls = new Calls(api, m_signIns);
    m_signIn = signInTo(*api, origin.value(), request, unused);
    m_signIn->then(calls, [this, calls, ends = &m_signIns, account, keep = request.keep,
                           generation = QPointer(m_generation.get())](const Result<SignedIn> &signedIn) {
        calls->deleteLater();
        if (generation)
            return signInEnded(signedIn, calls->api(), account, keep);
        if (signedIn) // the response was faster than the cancellation
            endUnused(calls->api(), signedIn.value().credential, *ends);
    });
}

void Session::signInEnded(const Result<SignedIn> &signedIn, const std::shared_ptr<AuthApi> &api,
                          const SavedAccount &account, bool keep)
{
    m_signIn.reset();
    if (!signedIn)
        return signInFailedWith(signedIn.error());
    const auto refuse = [&](const Error &error) {
        endUnlessUsed(api, signedIn.value());
        signInFailedWith(error);
    };
    const User &person = signedIn.value().user;
    if (hasUser() && (person.id() != user().id() || account.origin != m_account.origin))
        return refuse(errorOf(Error::Kind::OtherUser));
    // The service's name for the account; the user may have entered another, and an API key comes without one.
    SavedAccount named = namedSafely(account, person, signedIn.value().credential);
    named.userId = person.id();
    if (elsewhere(named.origin, named.userId))
        return refuse(alreadyOpen(named.userName));
    if (named.acceptedName.isEmpty())
        named.acceptedName = m_signIns.acceptedName(named, person.id());
    // An expired one has ended there already.
    if (m_stateBefore == State::SignedIn && m_credential.secret() != signedIn.value().credential.secret())
        m_replaced.append([before = m_api, old = m_credential, ends = &m_signIns] { endUnused(before, old, *ends); });
    m_api = api;
    become(signedIn.value(), named);
    keepCredential(keep);
}

const Session *Session::elsewhere(const Origin &origin, const QString &userId) const
{
    return m_openElsewhere && !userId.isEmpty() ? m_openElsewhere(*this, origin, userId) : nullptr;
}

// A service may give the same token to each sign-in of a user: then it is not ours to end.
void Session::endUnlessUsed(const std::shared_ptr<AuthApi> &api, const SignedIn &signedIn)
{
    const Session *other = elsewhere(api->origin(), signedIn.user.id());
    if (!other || !(other->m_credential.secret() == signedIn.credential.secret()))
        endUnused(api, signedIn.credential, m_signIns);
}

void Session::cancelSignIn()
{
    if (m_state != State::SigningIn)
        return;
    // Continues after the save that it waited for.
    if (!std::exchange(m_waitingSignIn, std::nullopt))
        newGeneration();
    setState(m_stateBefore);
}

void Session::signInFailedWith(const Error &error)
{
    setState(m_stateBefore);
    Q_EMIT signInFailed(error);
}

} // namespace lanyard
