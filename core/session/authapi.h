#pragma once

#include "core/base/pending.h"
#include "core/document/user.h"
#include "core/http/httpclient.h"

#include <memory>

namespace lanyard {

/// The result of a login.
struct LoginAnswer
{
    Secret token;
    QJsonValue expiresIn; ///< as the service wrote it: its unit and type are undocumented
    QDateTime date;       ///< the time of the response by the service's clock; invalid if not given
};

/// The four calls of the account service. Secrets known here are removed from the service's error messages: the
/// password, the credential, and those of the user last read or sent.
class AuthApi
{
public:
    /// @p client must outlive the calls, which may outlive this object.
    explicit AuthApi(HttpClient &client) : m_client(client) {}

    /// SignInRefused for every way in which the service refuses; NotTheService if it reports success without a token.
    [[nodiscard]] Pending<LoginAnswer> login(const QString &userName, const Secret &password);
    /// SessionExpired if the credential is not (or no longer) accepted.
    [[nodiscard]] Pending<User> user(const Credential &credential,
                                     HttpClient::Over over = HttpClient::Over::AnyConnection);
    /// Posts the whole document of @p changed (see User::with()). The value is the user in the response, empty if it
    /// contains none.
    [[nodiscard]] Pending<User> update(const Credential &credential, const User &changed);
    [[nodiscard]] Pending<Done> logout(const Credential &credential);

private:
    HttpClient &m_client;
    std::shared_ptr<User> m_user = std::make_shared<User>(); // last read or sent; shared with the calls in progress
};

} // namespace lanyard
