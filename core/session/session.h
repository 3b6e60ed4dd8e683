#pragma once

#include "core/account/merge.h"
#include "core/base/pending.h"
#include "core/http/httplimits.h"
#include "core/session/accountlist.h"
#include "core/session/signinkeeper.h"
#include "core/session/signinrequest.h"
#include "core/session/signout.h"

#include <QObject>

#include <functional>
#include <memory>

namespace lanyard {

class AuthApi;
class HttpClient;
class SecretStore;
class TrustStore;
struct SaveOutcome;
struct SignedIn;

/// One person's session at one service: signs in, restores, reads, saves, signs out.
///
/// Owns the credential. A generation number goes up whenever the session becomes another one; what was asked in an
/// earlier generation is dropped when it answers. Of each of reload and save at most one runs at a time; a save stops a
/// reload, whose answer would be older than the save's.
class Session : public QObject
{
    Q_OBJECT

public:
    enum class State { SignedOut, Restoring, SigningIn, SignedIn, Expired, SigningOut };
    Q_ENUM(State)

    /// Where the sign-in lives beyond this run.
    enum class Storage { UntilQuit, Keychain, KeychainFailed };

    /// All three must outlive it.
    Session(SecretStore &store, TrustStore &trust, AccountList &accounts, HttpLimits limits = {},
            QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] State state() const { return m_state; }
    /// Whether there is a user to show: signed in, or expired with the form still open.
    [[nodiscard]] bool hasUser() const { return !m_user.isEmpty(); }
    [[nodiscard]] const User &user() const { return m_user; }
    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] Storage storage() const { return m_storage; }
    [[nodiscard]] QString storageName() const;
    /// Why the keychain did not keep it; with KeychainFailed only.
    [[nodiscard]] const std::optional<Error> &storageError() const { return m_storageError; }
    [[nodiscard]] bool isReloading() const { return m_reload.has_value(); }
    [[nodiscard]] bool isSaving() const { return m_saving; }

    /// Signs in with what the keychain holds for @p account. Ends in userChanged() or restoreFailed().
    void restore(const Account &account);
    /// Ends in userChanged() or signInFailed(). While there is a user, expired or not, it must be the same one, else
    /// OtherUser, and everything stays as it was. A save that is under way is waited for.
    void signIn(const SignInRequest &request);
    void cancelSignIn();
    /// Reads the user again. Ends in userChanged() or reloadFailed().
    void reload();
    /// Ends in saved() or conflicted(), both after userChanged(), or in saveFailed(). A change whose `before` is not
    /// told is one to what was last read.
    void save(const QList<Change> &changes);
    /// Forgets here at once, then tells the service and the keychain. Ends in signedOut(), whatever is begun meanwhile.
    void signOut();

    /// Removes from the keychain what earlier sign-outs could not, where that needs no question.
    void removeLeftBehind() { m_keeper.removeLeftBehind(); }
    /// Tries again to keep the sign-in, with KeychainFailed. Ends in storageChanged().
    void keepAgain();
    /// Has the system ask for what opens the keychain for @p account, then removes what could not be removed. Ends in
    /// keychainOpened() or keychainNotOpened().
    void openKeychain(const Account &account);

    /// Accepts the certificate with this SHA-256 for the server typed as @p server, from the next call on.
    void trust(const QString &server, const QByteArray &sha256);

Q_SIGNALS:
    void stateChanged(lanyard::Session::State state);
    void storageChanged();
    void userChanged();
    void signInFailed(const lanyard::Error &error);
    /// nullopt: the keychain holds no sign-in for the account.
    void restoreFailed(const std::optional<lanyard::Error> &error);
    void reloadFailed(const lanyard::Error &error);
    /// The service shows every change but those in @p notKept. @p answerLost: it did not confirm, this comes from
    /// reading afterwards.
    void saved(const QList<lanyard::Change> &notKept, bool answerLost);
    /// Nothing was sent: these want to be decided first.
    void conflicted(const QList<lanyard::Conflict> &conflicts);
    void saveFailed(const lanyard::Error &error);
    void signedOut(const lanyard::SignOutReport &report);
    /// Something that does not hinder this session could not be written to the program's files.
    void notWritten();
    void keychainOpened();
    void keychainNotOpened(const lanyard::Error &error);

private:
    /// Shared with what still runs when the session has let go of it: a sign-out that the service is being told.
    struct Connection
    {
        std::shared_ptr<HttpClient> client;
        std::shared_ptr<AuthApi> api;
    };

    /// Runs @p continuation with the answer, unless the session has become another one meanwhile.
    template<typename T, typename F>
    void whenCurrent(const Pending<T> &pending, F continuation);
    void newGeneration();
    void stopReload();
    void setState(State state);
    void setStorage(Storage storage, const std::optional<Error> &error = {});
    [[nodiscard]] Connection connectionTo(const Origin &origin, bool allowPlainHttp) const;
    void useRestored(const std::optional<Secret> &secret);
    void restoreFailedWith(const std::optional<Error> &error);
    void startSignIn(const SignInRequest &request);
    void endSave(const Result<SaveOutcome> &outcome);
    void signInFailedWith(const Error &error);
    void become(const SignedIn &signedIn, const Account &account);
    void keepCredential(bool keep);
    void setUser(const User &user);
    void fail(const Error &error, void (Session::*signal)(const Error &));
    void forget();

    SignInKeeper m_keeper;
    TrustStore &m_trust;
    HttpLimits m_limits;
    Connection m_connection;
    State m_state = State::SignedOut;
    State m_stateBefore = State::SignedOut; // where a sign-in that fails leads back to
    Storage m_storage = Storage::UntilQuit;
    std::optional<Error> m_storageError;
    bool m_opening = false; // the keychain
    Account m_account;
    Credential m_credential;
    User m_user;
    std::optional<Pending<SignedIn>> m_signIn;
    QList<std::function<void()>> m_stopEndings;   // of sign-outs that are told to a service
    std::optional<SignInRequest> m_waitingSignIn; // until the save has ended
    std::optional<Pending<User>> m_reload;
    quint64 m_reloadNumber = 0; // tells a reload from one that was stopped
    quint64 m_generation = 0;
    bool m_saving = false;
};

} // namespace lanyard
