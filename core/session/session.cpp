#include "core/session/session.h"

#include "core/base/log.h"
#include "core/http/truststore.h"
#include "core/session/signin.h"

namespace lanyard {

namespace {

// The end of a session, while its service is being told: keeps the calls for that, and no longer.
class Ending : public QObject
{
public:
    Ending(std::shared_ptr<AuthApi> api, QObject *parent) : QObject(parent), m_api(std::move(api)) {}

private:
    std::shared_ptr<AuthApi> m_api;
};

} // namespace

Session::Session(SavedSignIns &signIns, TrustStore &trust, const SessionLimits &limits, const ProxySettings &proxies,
                 QObject *parent)
    : QObject(parent), m_signIns(signIns), m_trust(trust), m_proxies(proxies), m_limits(limits.http),
      m_sync(limits.secondLookMs)
{
    connect(&m_signIns, &SavedSignIns::storeNameChanged, this, &Session::storageNameChanged);
    connect(&m_signIns, &SavedSignIns::askingChanged, this, &Session::keychainAskingChanged);
    connect(&m_sync, &DocumentSync::userChanged, this, [this](DocumentSync::Cause cause) {
        followUserName();
        Q_EMIT userChanged(cause);
    });
    connect(&m_sync, &DocumentSync::saved, this, &Session::saved);
    connect(&m_sync, &DocumentSync::conflicted, this, &Session::conflicted);
    connect(&m_sync, &DocumentSync::reloadFailed, this, [this](const Error &error) {
        endIfExpired(error);
        Q_EMIT reloadFailed(error);
    });
    connect(&m_sync, &DocumentSync::saveFailed, this, [this](const Error &error) {
        endIfExpired(error);
        Q_EMIT saveFailed(error);
    });
    connect(&m_sync, &DocumentSync::saveEnded, this, &Session::startWaitingSignIn);
}

// A sign-in in progress has its own connection, which must not outlive the trust store.
Session::~Session()
{
    if (m_signIn)
        m_signIn->cancel();
}

QString Session::storageName() const
{
    return m_signIns.storeName();
}

void Session::newGeneration()
{
    m_generation = std::make_unique<QObject>();
    m_sync.stop();
    if (m_signIn)
        m_signIn->cancel();
    m_signIn.reset();
    if (m_restoring)
        m_restoring->cancel();
    m_restoring.reset();
    m_waitingSignIn.reset();
}

void Session::setState(State state)
{
    if (m_state == state)
        return;
    qCInfo(logSession) << state;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void Session::setStorage(Storage storage, const std::optional<Error> &error)
{
    m_storage = storage;
    m_storageError = error;
    Q_EMIT storageChanged();
}

// A client never serves two origins, and its connections never outlive a session.
std::shared_ptr<AuthApi> Session::apiOf(const Origin &origin, bool allowPlainHttp) const
{
    const auto plainHttp = allowPlainHttp ? HttpClient::PlainHttp::Allow : HttpClient::PlainHttp::Refuse;
    return std::make_shared<AuthApi>(origin, m_trust, plainHttp, m_limits, m_proxies);
}

void Session::restore(const SavedAccount &account)
{
    if (hasUser())
        return;
    newGeneration();
    m_account = account;
    setState(State::Restoring);
    m_restoring = m_signIns.read(account).andThen<std::optional<SignedIn>>(
        m_generation.get(), [this](const std::optional<Secret> &secret) { return useRestored(secret); });
    m_restoring->then(m_generation.get(), [this](const Result<std::optional<SignedIn>> &restored) {
        m_restoring.reset();
        if (!restored || !restored.value())
            return restoreFailedWith(restored ? std::nullopt : std::optional(restored.error()));
        m_storage = Storage::Keychain;
        become(*restored.value(), m_account);
    });
}

void Session::cancelRestore()
{
    if (m_state != State::Restoring)
        return;
    newGeneration();
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
    m_api = apiOf(m_account.origin, m_account.plainHttp);
    return m_api->user(credential.value())
        .map<Restored>(m_generation.get(), [this, credential = credential.value()](const User &user) {
            return Result<Restored>(SignedIn{credential, user, m_account.expiresAt});
        });
}

void Session::restoreFailedWith(const std::optional<Error> &error)
{
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

void Session::startSignIn(const SignInRequest &request)
{
    newGeneration();
    const auto origin = Origin::parse(request.server);
    if (!origin)
        return signInFailedWith(origin.error());
    // A separate one: if the sign-in fails, a session that has ended or is about to can continue with its old one.
    const auto api = apiOf(origin.value(), request.allowPlainHttp);

    SavedAccount account;
    account.origin = origin.value();
    account.userName = request.userName.trimmed();
    account.kind = request.kind;
    account.plainHttp = request.allowPlainHttp;
    // It does not keep the connection alive: whatever waits for the sign-in does.
    const auto unused = [self = QPointer(this), weak = std::weak_ptr(api)](const Credential &credential) {
        if (const auto alive = weak.lock(); alive && self)
            self->endUnused(alive, credential);
    };
    m_signIn = signInTo(*api, origin.value(), request, unused);
    m_signIn->then(this, [this, api, account, keep = request.keep,
                          generation = QPointer(m_generation.get())](const Result<SignedIn> &signedIn) {
        if (!generation) {
            if (signedIn) // the response was faster than the cancellation
                endUnused(api, signedIn.value().credential);
            return;
        }
        m_signIn.reset();
        if (!signedIn)
            return signInFailedWith(signedIn.error());
        const User &person = signedIn.value().user;
        if (hasUser() && (person.id() != user().id() || account.origin != m_account.origin)) {
            endUnused(api, signedIn.value().credential);
            return signInFailedWith(errorOf(Error::Kind::OtherUser));
        }
        m_api = api;
        // The service's spelling: it accepts any case of a user name, and an API key comes without one.
        SavedAccount named = account;
        if (!person.userName().isEmpty())
            named.userName = person.userName();
        become(signedIn.value(), named);
        keepCredential(keep);
    });
}

// That session is not used: telling the service is best effort.
void Session::endUnused(const std::shared_ptr<AuthApi> &api, const Credential &credential)
{
    if (credential.kind() != Credential::Kind::Token)
        return;
    auto *ending = new Ending(api, this);
    api->logout(credential).then(ending, [ending](const Result<Done> &) { ending->deleteLater(); });
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

void Session::become(const SignedIn &signedIn, const SavedAccount &account)
{
    m_credential = signedIn.credential;
    m_account = account;
    m_account.expiresAt = signedIn.expiresAt;
    m_sync.open(m_api, m_credential, signedIn.user);
    setState(State::SignedIn);
    Q_EMIT this->signedIn();
}

// Under another name a sign-out would not find the saved sign-in, and the old name would be asked for a password.
void Session::followUserName()
{
    const QString name = user().userName();
    if (name.isEmpty() || name == m_account.userName)
        return;
    const SavedAccount before = m_account;
    m_account.userName = name;
    if (m_storage != Storage::Keychain || before.keychainKey() == m_account.keychainKey())
        return;
    static_cast<void>(m_signIns.forget(before));
    keepCredential(true);
}

void Session::keepCredential(bool keep)
{
    if (!keep) {
        setStorage(Storage::UntilQuit);
        // An earlier saved sign-in for this account must not come back at the next start.
        static_cast<void>(m_signIns.forget(m_account));
        return;
    }
    m_signIns.keep(m_account, m_credential.secret()).then(m_generation.get(), [this](const Result<Done> &kept) {
        m_account.kept = kept.ok();
        if (kept)
            setStorage(Storage::Keychain);
        else
            setStorage(Storage::KeychainFailed, kept.error());
    });
}

void Session::openKeychain(const SavedAccount &account)
{
    if (std::exchange(m_opening, true))
        return;
    m_signIns.open(account).then(this, [this](const Result<Done> &opened) {
        m_opening = false;
        if (!opened) {
            Q_EMIT keychainNotOpened(opened.error());
            return;
        }
        Q_EMIT keychainOpened();
    });
}

void Session::keepAgain()
{
    if (hasUser() && m_storage == Storage::KeychainFailed)
        keepCredential(true);
}

void Session::removeAgain(const SavedAccount &account)
{
    if (hasUser() && m_account.keychainKey() == account.keychainKey())
        return; // it stores this session
    m_signIns.forget(account).then(this, [this, account](const Result<Done> &removed) {
        Q_EMIT removedAgain(account, removed ? std::nullopt : std::optional(removed.error()));
    });
}

// A 401 ends the session but keeps the user: the form stays, and signing in again continues the session.
void Session::endIfExpired(const Error &error)
{
    if (error.kind != Error::Kind::SessionExpired)
        return;
    if (m_state == State::SigningIn)
        m_stateBefore = State::Expired;
    else
        setState(State::Expired);
}

void Session::reload()
{
    if (m_state == State::SignedIn)
        m_sync.reload();
}

void Session::save(const QList<Change> &changes)
{
    if (m_state == State::SignedIn)
        m_sync.save(changes);
}

void Session::startWaitingSignIn()
{
    if (const auto waiting = std::exchange(m_waitingSignIn, std::nullopt))
        startSignIn(*waiting);
}

void Session::signOut()
{
    if (!hasUser())
        return;
    const SavedAccount account = m_account;
    const Credential credential = m_state == State::Expired ? Credential() : m_credential;
    // The service is told after everything here is forgotten, also when this is no longer the session: a new sign-in
    // meanwhile must not keep the old session alive.
    const auto api = m_api;
    const User known = user();
    auto *ending = new Ending(api, this);
    m_account.kept = false;
    forget();
    setState(State::SigningOut);
    const auto ended = signOutOf(*api, m_signIns, account, credential, known);
    ended.then(ending, [this, ending, generation = QPointer(m_generation.get())](const Result<SignOutReport> &report) {
        ending->deleteLater();
        if (generation)
            setState(State::SignedOut);
        if (report)
            Q_EMIT signedOut(report.value());
    });
}

void Session::forget()
{
    newGeneration();
    m_credential = {};
    m_api.reset();
    m_storage = Storage::UntilQuit;
    m_storageError.reset();
    m_sync.close();
    Q_EMIT storageChanged();
}

} // namespace lanyard

#include "moc_session.cpp"
