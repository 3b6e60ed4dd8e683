#pragma once

#include "core/session/authapi.h"
#include "core/session/savedsignins.h"

#include <QObject>

#include <memory>

namespace lanyard {

/// Keeps the calls of a sign-in or a sign-out until it has ended, also if its session is destroyed before: a session
/// that the service has started must be ended there. They belong to @p signIns, which lasts as long as the program.
class Calls : public QObject
{
public:
    Calls(std::shared_ptr<AuthApi> api, SavedSignIns &signIns) : QObject(&signIns), m_api(std::move(api))
    {
        signIns.beginTelling(*this);
    }

    /// What waits for the calls asks for them here and holds no share of its own: a call that is cancelled while the
    /// program ends waits in the event queue, and what it holds would outlive all that the calls need.
    [[nodiscard]] const std::shared_ptr<AuthApi> &api() const { return m_api; }

private:
    std::shared_ptr<AuthApi> m_api;
};

/// Ends a session at its service that is not used, or no longer. Best effort; while @p signIns exists.
void endUnused(const std::shared_ptr<AuthApi> &api, const Credential &credential, SavedSignIns &signIns);

} // namespace lanyard
