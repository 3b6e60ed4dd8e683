// How a session ends.
#include "core/session/calls.h"
#include "core/session/session.h"

namespace lanyard {

void endUnused(const std::shared_ptr<AuthApi> &api, const Credential &credential, SavedSignIns &signIns)
{
    if (credential.kind() != Credential::Kind::Token)
        return;
    auto *ending = new Calls(api, signIns);
    api->logout(credential).then(ending, [ending](const Result<Done> &) { ending->deleteLater(); });
}

void Session::signOut()
{
    if (!hasUser()) {
        cancelRestore();
        return cancelSignIn();
    }
    const SavedAccount account = m_account;
    const Credential credential = m_state == State::Expired ? Credential() : m_credential;
    // The service is told after everything here is forgotten, also when this is no longer the session: a new sign-in
    // meanwhile must not keep the old session alive.
    const auto api = m_api;
    const User known = user();
    auto *ending = new Calls(api, m_signIns);
    m_account.kept = false;
    forget();
    setState(State::SigningOut);
    const auto ended = signOutOf(*api, m_signIns, this, account, credential, known);
    ended.then(ending, [self = QPointer(this), ending,
                        generation = QPointer(m_generation.get())](const Result<SignOutReport> &report) {
        ending->deleteLater();
        if (generation)
            self->setState(State::SignedOut);
        if (self && report)
            Q_EMIT self->signedOut(report.value());
    });
}

void Session::forget()
{
    newGeneration();
    m_credential = {};
    m_api.reset();
    dropExpected();
    m_keeping.reset();
    endReplaced();
    m_isToBeKept = false;
    m_storage = Storage::UntilQuit;
    m_storageError.reset();
    m_sync.close();
    Q_EMIT storageChanged();
}

} // namespace lanyard
