#include "core/http/servicerequest.h"

#include "core/http/cacertificates.h"
#include "core/http/credential.h"
#include "core/http/origin.h"

#include <QCoreApplication>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace lanyard {

QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &caCertificates)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    // With an explicit list, Qt no longer looks up the system's CA certificates by itself. Nor can it then use one that
    // is not in the list (CVE-2023-34410).
    if (!caCertificates.isEmpty())
        configuration.setCaCertificates(systemCaCertificates() + caCertificates);
    return configuration;
}

QNetworkRequest serviceRequest(const Origin &origin, QLatin1StringView path, const Credential &credential,
                               qsizetype bodySize, const std::optional<QSslConfiguration> &tls)
{
    QNetworkRequest request(origin.url(path));
    // Qt would forward credentials, and on 307 and 308 the body, to any origin it is redirected to.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // The Qt versions in distributions have unfixed vulnerabilities in their HTTP/2 code.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // Together with the length this keeps Qt from copying the body, which it would resend.
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, bodySize);
    if (origin.isEncrypted())
        request.setSslConfiguration(*tls);

    request.setRawHeader(QByteArrayLiteral("Accept"), QByteArrayLiteral("application/json"));
    // Compressed responses could be truncated or inflated unnoticed.
    request.setRawHeader(QByteArrayLiteral("Accept-Encoding"), QByteArrayLiteral("identity"));
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Lanyard/"_s + QCoreApplication::applicationVersion());
    if (credential.isEmpty())
        return request;
    const QByteArray secret = credential.secret().expose().toByteArray();
    if (credential.kind() == Credential::Kind::Token)
        request.setRawHeader(QByteArrayLiteral("Authorization"), QByteArrayLiteral("Bearer ") + secret);
    else
        request.setRawHeader(QByteArrayLiteral("x-api-key"), secret);
    return request;
}

} // namespace lanyard
