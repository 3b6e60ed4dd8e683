#pragma once

#include "core/session/authapi.h"

#include <QObject>

#include <memory>

namespace lanyard {

/// Keeps the calls of a sign-in or a sign-out until it has ended, also if its session is destroyed before: a session
/// that the service has started must be ended there. Its parent is what lasts as long as the program.
class Calls : public QObject
{
public:
    Calls(std::shared_ptr<AuthApi> api, QObject *parent) : QObject(parent), m_api(std::move(api)) {}

private:
    std::shared_ptr<AuthApi> m_api;
};

/// Ends a session at its service that is not used, or no longer. Best effort; while @p parent exists.
void endUnused(const std::shared_ptr<AuthApi> &api, const Credential &credential, QObject *parent);

} // namespace lanyard
