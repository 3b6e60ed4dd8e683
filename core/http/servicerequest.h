#pragma once

#include <QNetworkRequest>
#include <QSslConfiguration>

namespace lanyard {

class Credential;
class Origin;

/// How connections to a service are encrypted: TLS 1.2 or later, trusting @p caCertificates in addition to the
/// system's.
[[nodiscard]] QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &caCertificates);

/// The request for @p path: what all requests to @p origin have in common. @p credential may be empty; @p tls is for
/// https only.
[[nodiscard]] QNetworkRequest serviceRequest(const Origin &origin, QLatin1StringView path, const Credential &credential,
                                             qsizetype bodySize, const std::optional<QSslConfiguration> &tls);

} // namespace lanyard
