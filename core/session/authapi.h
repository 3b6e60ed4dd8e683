#pragma once

#include "core/base/pending.h"
#include "core/document/user.h"
#include "core/http/httpclient.h"

#include <memory>

namespace lanyard {

/// What a sign-in brought.
struct LoginAnswer
{
    Secret token;
    QJsonValue expiresIn; ///< as the service wrote it: its unit and type are not documented
    QDateTime date;       ///< when the service answered, by its own clock; invalid when not told
};

/// The four calls of the account service. What the service says about an error is rid of the secrets that are known
/// here: the password, the credential, and those of the user last read or sent.
class AuthApi
{
public:
    /// @p client must outlive the calls, which may outlive this.
    explicit AuthApi(HttpClient &client) : m_client(client) {}

    /// SignInRefused for every way in which the service says no; NotTheService when it says yes without a token.
    [[nodiscard]] Pending<LoginAnswer> login(const QString &userName, const Secret &password);
    /// SessionExpired when the credential is not (or no longer) accepted.
    [[nodiscard]] Pending<User> user(const Credential &credential,
                                     HttpClient::Over over = HttpClient::Over::AnyConnection);
    /// Posts the whole document of @p changed (see User::with()). The value is the user in the answer, empty when the
    /// answer holds none.
    [[nodiscard]] Pending<User> update(const Credential &credential, const User &changed);
    [[nodiscard]] Pending<Done> logout(const Credential &credential);

private:
    HttpClient &m_client;
    std::shared_ptr<User> m_user = std::make_shared<User>(); // last read or sent; shared with the calls under way
};

} // namespace lanyard
