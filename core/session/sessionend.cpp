// How a session ends.
#include "core/session/authapi.h"
#include "core/session/session.h"

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

// That session is not used: telling the service is best effort.
void Session::endUnused(const std::shared_ptr<AuthApi> &api, const Credential &credential)
{
    if (credential.kind() != Credential::Kind::Token)
        return;
    auto *ending = new Ending(api, this);
    api->logout(credential).then(ending, [ending](const Result<Done> &) { ending->deleteLater(); });
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
    const auto ended = signOutOf(*api, m_signIns, this, account, credential, known);
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
    m_keeping.reset();
    m_isToBeKept = false;
    m_storage = Storage::UntilQuit;
    m_storageError.reset();
    m_sync.close();
    Q_EMIT storageChanged();
}

} // namespace lanyard
