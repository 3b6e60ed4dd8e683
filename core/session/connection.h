#pragma once

#include <memory>

namespace lanyard {

class AuthApi;
class HttpClient;

/// A client for one service, and the service's calls on it. Shared: calls that outlive the session, such as a sign-out
/// in progress, keep it alive.
struct Connection
{
    std::shared_ptr<HttpClient> client;
    std::shared_ptr<AuthApi> api;
};

} // namespace lanyard
