#pragma once

#include <memory>

namespace lanyard {

class AuthApi;
class HttpClient;

/// A client of one service, and the service's calls on it. Shared: what still runs when a session has let go of it,
/// such as a sign-out that the service is being told, keeps it.
struct Connection
{
    std::shared_ptr<HttpClient> client;
    std::shared_ptr<AuthApi> api;
};

} // namespace lanyard
