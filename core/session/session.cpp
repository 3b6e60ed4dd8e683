#include "core/session/session.h"

#include "core/base/log.h"
#include "core/http/truststore.h"
#include "core/session/signin.h"

namespace lanyard {

Session::Session(SavedSignIns &signIns, TrustStore &trust, const SessionLimits &limits, const ProxySettings &proxies,
                 OpenElsewhere openElsewhere, QObject *parent)
    : QObject(parent), m_signIns(signIns), m_trust(trust), m_proxies(proxies), m_limits(limits.http),
      m_openElsewhere(std::move(openElsewhere)), m_sync(limits.secondLookMs)
{
    constexpr int unusedMs = 20'000;
    m_unexpected.setSingleShot(true);
    m_unexpected.setInterval(unusedMs);
    m_unexpected.callOnTimeout(this, &Session::dropExpected);
    connect(&m_signIns, &SavedSignIns::storeNameChanged, this, &Session::storageNameChanged);
    connect(&m_signIns, &SavedSignIns::storeReadinessChanged, this, &Session::storageReadinessChanged);
    connect(&m_signIns, &SavedSignIns::askingChanged, this, &Session::keychainAskingChanged);
    connect(&m_signIns, &SavedSignIns::removedLater, this, &Session::removedLater);
    connect(&m_signIns, &SavedSignIns::holdersChanged, this, &Session::followHolder);
    connect(&m_sync, &DocumentSync::userChanged, this, [this](DocumentSync::Cause cause) {
        followUserName();
        followFullName();
        dropRefutedEnd();
        Q_EMIT userChanged(cause);
    });
    connect(&m_sync, &DocumentSync::reloadingChanged, this, &Session::reloadingChanged);
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

// A sign-in in progress ends its session at the service, if it has got that far (see startSignIn()).
Session::~Session()
{
    if (m_signIn)
        m_signIn->cancel();
}

void Session::newGeneration()
{
    m_generation = std::make_unique<QObject>();
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

void Session::become(const SignedIn &signedIn, const SavedAccount &account)
{
    SavedAccount known = account;
    known.userId = signedIn.user.id();
    known.expiresAt = signedIn.expiresAt;
    m_credential = signedIn.credential;
    goBy(known);
    m_sync.open(m_api, m_credential, signedIn.user);
    setState(State::SignedIn);
    Q_EMIT this->signedIn();
}

// Or may be: the keychain may have done what it reported as failed.
bool Session::isInKeychain() const
{
    return m_keeping || m_storage != Storage::UntilQuit;
}

// What a session has stored under another name, nobody would look for: neither a sign-out nor the next sign-in.
void Session::goBy(const SavedAccount &account)
{
    const SavedAccount before = std::exchange(m_account, account);
    if (before.keychainKey() == m_account.keychainKey())
        return;
    if (isInKeychain())
        static_cast<void>(m_signIns.forget(before, this));
    if (!before.userId.isEmpty() && before.origin == m_account.origin && before.userId == m_account.userId)
        m_signIns.rename(before, m_account);
}

// Two sessions may store their sign-ins under one key: of one user, or of users who had the name one after the other.
// What the other one has replaced is stored no longer, and is stored again when that one signs out.
void Session::followHolder(const QString &key)
{
    if (!m_isToBeKept || key != m_account.keychainKey() || m_signIns.isHolder(m_account, this))
        return;
    if (!m_signIns.isHeld(m_account))
        return keepCredential(true);
    if (!isInKeychain())
        return;
    m_keeping.reset();
    m_account.kept = false;
    setStorage(Storage::UntilQuit);
}

// The service still accepts what should have ended by what it said itself, or by this computer's clock.
void Session::dropRefutedEnd()
{
    if (m_askedAt && m_account.expiresAt && *m_account.expiresAt <= *m_askedAt)
        m_account.expiresAt.reset();
}

void Session::keepCredential(bool keep)
{
    m_keeping.reset();
    m_isToBeKept = keep;
    if (!keep) {
        endReplaced();
        setStorage(Storage::UntilQuit);
        // An earlier saved sign-in for this account must not come back at the next start.
        static_cast<void>(m_signIns.doNotKeep(m_account, this));
        return;
    }
    m_keeping = std::make_unique<QObject>();
    Q_EMIT keepingStarted();
    m_signIns.keep(m_account, m_credential.secret(), this).then(m_keeping.get(), [this](const Result<Done> &kept) {
        m_keeping.reset();
        endReplaced();
        m_account.kept = kept.ok();
        if (kept)
            setStorage(Storage::Keychain);
        else
            setStorage(Storage::KeychainFailed, kept.error());
    });
}

void Session::endReplaced()
{
    const auto replaced = std::exchange(m_replaced, {});
    for (const auto &end : replaced)
        end();
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
    m_signIns.forgetAgain(account, this).then(this, [this, account](const Result<Done> &removed) {
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
    if (m_state != State::SignedIn)
        return;
    m_askedAt = QDateTime::currentDateTimeUtc();
    m_sync.reload();
}

void Session::expectSave()
{
    if (m_state == State::SignedIn && !isSaving())
        m_api->connectAhead(HttpClient::First::Read);
}

void Session::save(const QList<Change> &changes)
{
    if (m_state != State::SignedIn)
        return;
    m_askedAt = QDateTime::currentDateTimeUtc();
    m_sync.save(changes);
}

} // namespace lanyard

#include "moc_session.cpp"
