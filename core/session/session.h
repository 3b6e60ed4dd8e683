#pragma once

#include "core/http/httplimits.h"
#include "core/http/proxysettings.h"
#include "core/session/documentsync.h"
#include "core/session/savedaccounts.h"
#include "core/session/savedsignins.h"
#include "core/session/signinrequest.h"
#include "core/session/signout.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace lanyard {

class AuthApi;
class KeyCheck;
class TrustStore;
struct SignedIn;

/// Time limits of a session.
struct SessionLimits
{
    HttpLimits http = {};
    int secondLookMs = 1'000; ///< between the two reads after a save without a response (see saveChanges())
};

class Session;

/// Another session than @p asking in which the user with that id at @p origin is signed in, if the session has ended
/// since or not; null if there is none.
using OpenElsewhere =
    std::function<const Session *(const Session &asking, const Origin &origin, const QString &userId)>;

/// A user's session at one service: signs in, restores, signs out, and has the user read and saved (DocumentSync).
///
/// Owns the credential. Each attempt to restore or to sign in begins a new generation; responses to calls of an earlier
/// one are dropped. What runs in a session goes on until another one takes its place, also while that is attempted.
class Session : public QObject
{
    Q_OBJECT

public:
    enum class State { SignedOut, Restoring, SigningIn, SignedIn, Expired, SigningOut };
    Q_ENUM(State)

    /// Where the sign-in is stored after this run.
    enum class Storage { UntilQuit, Keychain, KeychainFailed };

    /// @p signIns, @p trust and @p proxies are those of every session of the program, and must outlive it. What a
    /// service still has to be told when a session is destroyed is told while @p signIns exists: @p trust and
    /// @p proxies must outlive that, too. Who is signed in by @p openElsewhere is not signed in here as well.
    Session(SavedSignIns &signIns, TrustStore &trust, const SessionLimits &limits = {},
            const ProxySettings &proxies = ProxySettings::ofSystem(), OpenElsewhere openElsewhere = {},
            QObject *parent = nullptr);
    ~Session() override;

    /// @p filter takes out of a name what may not be in a file, besides the secrets of the user whose it is.
    void setNameFilter(std::function<QString(const QString &)> filter) { m_nameFilter = std::move(filter); }

    [[nodiscard]] State state() const { return m_state; }
    /// Whether there is a user to show: signed in, or expired with the form still open.
    [[nodiscard]] bool hasUser() const { return !user().isEmpty(); }
    [[nodiscard]] const User &user() const { return m_sync.user(); }
    [[nodiscard]] const SavedAccount &account() const { return m_account; }
    /// The token or API key that it is signed in with; empty if there is none.
    [[nodiscard]] const Secret &secret() const { return m_credential.secret(); }
    /// The API key that it is signed in with; empty if with something else.
    [[nodiscard]] Secret apiKey() const
    {
        return m_credential.kind() == Credential::Kind::ApiKey ? m_credential.secret() : Secret();
    }
    [[nodiscard]] Storage storage() const { return m_storage; }
    /// The keychain is saving the sign-in: storage() is of what was before. Ends in storageChanged().
    [[nodiscard]] bool isKeeping() const { return m_keeping != nullptr; }
    [[nodiscard]] QString storageName() const { return m_signIns.storeName(); }
    [[nodiscard]] SecretStore::Readiness storageReadiness() const { return m_signIns.storeReadiness(); }
    /// The keychain is asking the user, in its own window, about an operation of this session: restoring, saving or
    /// removing the sign-in.
    [[nodiscard]] bool isKeychainAsking() const { return m_signIns.isAsking(this); }
    /// Why the keychain did not save it; set only with KeychainFailed.
    [[nodiscard]] const std::optional<Error> &storageError() const { return m_storageError; }
    [[nodiscard]] bool isReloading() const { return m_sync.isReloading(); }
    [[nodiscard]] bool isSaving() const { return m_sync.isSaving(); }
    [[nodiscard]] bool mayArrive() const { return m_sync.mayArrive(); }

    /// Signs in with the sign-in saved in the keychain for @p account. Ends in signedIn() or restoreFailed(). Does
    /// nothing while there is a user. AlreadyOpen: that one is signed in elsewhere; the keychain is left as it is.
    void restore(const SavedAccount &account);
    /// A later answer from the keychain is ignored.
    void cancelRestore();
    /// Ends in signedIn() or signInFailed(). While there is a user, expired or not, it must be the same one at the same
    /// service, else OtherUser, and nothing changes. AlreadyOpen: the user is signed in elsewhere; the new session has
    /// been ended, and nothing is kept of it. Waits for a save in progress. The session before is ended at the service
    /// once there is a new one.
    void signIn(const SignInRequest &request);
    void cancelSignIn();
    /// The user is entering a secret for @p server: a connection to it is opened meanwhile
    /// (HttpClient::connectAhead()), and closed if no sign-in takes it soon.
    void expectSignIn(const QString &server);
    /// The same for a save of what is being edited; that one stays open.
    void expectSave();
    /// As in DocumentSync, while signed in.
    void reload();
    void cancelReload() { m_sync.cancelReload(); }
    void save(const QList<Change> &changes);
    void cancelSave() { m_sync.cancelSave(); }
    /// Forgets the session here at once, then tells the service and the keychain. Ends in signedOut(), whatever is
    /// started meanwhile. Without a user nothing is signed out, and no signal follows: restoring or signing in is
    /// cancelled.
    void signOut();

    /// Retries saving the sign-in, with KeychainFailed. Ends in storageChanged().
    void keepAgain();
    /// Retries removing what a sign-out left in the keychain. Ends in removedAgain().
    void removeAgain(const SavedAccount &account);
    /// Has the system ask the user to open the keychain for @p account, then removes what could not be removed. Ends in
    /// keychainOpened() or keychainNotOpened().
    void openKeychain(const SavedAccount &account);

    /// Asks the service of this account about keys, with the trust and the proxy of the session. Requires a user.
    [[nodiscard]] std::unique_ptr<KeyCheck> newKeyCheck() const;

Q_SIGNALS:
    void stateChanged(lanyard::Session::State state);
    void storageChanged();
    /// isKeeping().
    void keepingStarted();
    void storageNameChanged();
    void storageReadinessChanged();
    void keychainAskingChanged();
    void userChanged(lanyard::DocumentSync::Cause cause);
    void reloadingChanged();
    /// After a sign-in or a restore, in the state SignedIn.
    void signedIn();
    void signInFailed(const lanyard::Error &error);
    /// nullopt: the keychain has no sign-in for the account.
    void restoreFailed(const std::optional<lanyard::Error> &error);
    void reloadFailed(const lanyard::Error &error);
    void saved(const QList<lanyard::Change> &notKept, const std::optional<lanyard::Error> &doubt, lanyard::Post post);
    void conflicted(const QList<lanyard::Conflict> &conflicts);
    void saveFailed(const lanyard::Error &error);
    void signedOut(const lanyard::SignOutReport &report);
    void removedAgain(const lanyard::SavedAccount &account, const std::optional<lanyard::Error> &error);
    /// Without having been asked for again.
    void removedLater(const lanyard::SavedAccount &account);
    void keychainOpened();
    void keychainNotOpened(const lanyard::Error &error);

private:
    void newGeneration();
    void setState(State state);
    void setStorage(Storage storage, const std::optional<Error> &error = {});
    [[nodiscard]] std::shared_ptr<AuthApi> apiOf(const Origin &origin, bool allowPlainHttp) const;
    [[nodiscard]] std::shared_ptr<AuthApi> continued(std::shared_ptr<AuthApi> api) const;
    void dropExpected();
    [[nodiscard]] std::shared_ptr<AuthApi> takeExpected(const Origin &origin, bool allowPlainHttp);
    [[nodiscard]] Pending<std::optional<SignedIn>> useRestored(const std::optional<Secret> &secret);
    void restoreFailedWith(const std::optional<Error> &error);
    [[nodiscard]] const Session *elsewhere(const Origin &origin, const QString &userId) const;
    void endUnlessUsed(const std::shared_ptr<AuthApi> &api, const SignedIn &signedIn);
    void startSignIn(const SignInRequest &request);
    void startWaitingSignIn();
    void signInEnded(const Result<SignedIn> &signedIn, const std::shared_ptr<AuthApi> &api, const SavedAccount &account,
                     bool keep);
    void signInFailedWith(const Error &error);
    void become(const SignedIn &signedIn, const SavedAccount &account);
    [[nodiscard]] bool isInKeychain() const;
    void goBy(const SavedAccount &account);
    void followHolder(const QString &key);
    void keepCredential(bool keep);
    void endReplaced();
    [[nodiscard]] QString withoutSecretsOf(const User &user, const Credential &credential, const QString &name) const;
    [[nodiscard]] SavedAccount namedSafely(const SavedAccount &account, const User &user,
                                           const Credential &credential) const;
    void followUserName();
    void followFullName();
    void dropRefutedEnd();
    void endIfExpired(const Error &error);
    void forget();

    SavedSignIns &m_signIns;
    TrustStore &m_trust;
    const ProxySettings &m_proxies;
    HttpLimits m_limits;
    OpenElsewhere m_openElsewhere;
    std::function<QString(const QString &)> m_nameFilter;
    std::shared_ptr<AuthApi> m_api;      // shared with a sign-out in progress, which outlives the session
    std::shared_ptr<AuthApi> m_expected; // with a connection that waits for a sign-in
    QTimer m_unexpected;                 // until it is closed
    State m_state = State::SignedOut;
    State m_stateBefore = State::SignedOut; // the state to return to if a sign-in fails
    Storage m_storage = Storage::UntilQuit;
    std::optional<Error> m_storageError;
    bool m_isToBeKept = false; // in the keychain
    bool m_opening = false;    // the keychain
    SavedAccount m_account;
    Credential m_credential;
    std::optional<QDateTime> m_askedAt; // when the last call began that reads or saves the user
    DocumentSync m_sync;
    std::optional<Pending<SignedIn>> m_signIn;
    std::optional<Pending<std::optional<SignedIn>>> m_restoring;
    std::optional<SignInRequest> m_waitingSignIn; // waits until the save has ended
    // The context of restoring and signing in: what a later attempt has replaced never arrives.
    std::unique_ptr<QObject> m_generation = std::make_unique<QObject>();
    // The context of the write to the keychain, while there is one: that lasts as long as what it stores.
    std::unique_ptr<QObject> m_keeping;
    // Ends what a sign-in has replaced: once the keychain holds the new one, for a crash before that leaves the old
    // one.
    QList<std::function<void()>> m_replaced;
};

} // namespace lanyard
