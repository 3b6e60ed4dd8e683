#pragma once

#include "core/base/pending.h"
#include "core/document/sessionsecrets.h"
#include "core/http/httpclient.h"

#include <QObject>

namespace lanyard {

/// The result of a login.
struct LoginAnswer
{
    Secret token;
    QJsonValue expiresIn; ///< as the service wrote it: its unit and type are undocumented
    QDateTime date;       ///< the time of the response by the service's clock; invalid if not given
};

/// The four calls of the account service, over a client of its own: they end with this object, as Cancelled. Secrets
/// are removed from the service's error messages: the password, the credential, those of @p known or of what is sent,
/// and those of every document that was read here.
class AuthApi : public QObject
{
public:
    /// As for HttpClient.
    explicit AuthApi(const Origin &origin, const TrustStore &trust,
                     HttpClient::PlainHttp plainHttp = HttpClient::PlainHttp::Refuse, HttpLimits limits = {},
                     const ProxySettings &proxies = ProxySettings::ofSystem(), QObject *parent = nullptr)
        : QObject(parent), m_client(origin, trust, plainHttp, limits, proxies)
    {
    }

    [[nodiscard]] const Origin &origin() const { return m_client.origin(); }

    /// Whether a user was read here, now or, if told so, through another client: see Error::isKnownService.
    [[nodiscard]] bool isKnownService() const { return m_client.isKnownService(); }
    void setKnownService() { m_client.setKnownService(); }
    /// What was read through @p other, which is of the same origin, counts as read here.
    void continueFrom(const AuthApi &other) { m_secrets = other.m_secrets; }

    /// See HttpClient.
    void connectAhead(HttpClient::First first) { m_client.connectAhead(first); }

    /// SignInRefused for every way in which the service refuses; NotTheService if it reports success without a token.
    [[nodiscard]] Pending<LoginAnswer> login(const QString &userName, const Secret &password);
    /// SessionExpired if the credential is not (or no longer) accepted.
    [[nodiscard]] Pending<User> user(const Credential &credential, const User &known = {},
                                     HttpClient::Over over = HttpClient::Over::AnyConnection);
    /// Posts the whole document of @p changed (see User::with()). The value is the user in the response, empty if it
    /// contains none.
    [[nodiscard]] Pending<User> update(const Credential &credential, const User &changed);
    [[nodiscard]] Pending<Done> logout(const Credential &credential, const User &known = {});

private:
    [[nodiscard]] Pending<User> read(ServiceAnswer answer);
    [[nodiscard]] Pending<User> readInBackground(ServiceAnswer answer);
    [[nodiscard]] Error withoutSecrets(Error error, const Secret &sent, const User &known = {}) const;

    HttpClient m_client;
    SessionSecrets m_secrets;
};

} // namespace lanyard
