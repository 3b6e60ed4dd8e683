// What a scripted server needs to speak TLS. Links account_service.
#pragma once

#include "core/http/certificate.h"
#include "tests/service/certificate.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace lanyard::testing {

[[nodiscard]] inline QSslConfiguration serverTls(const Certificate &certificate)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(certificate.pem()));
    configuration.setPrivateKey(QSslKey(certificate.keyPem(), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

// For rows that ask for no other: made once in a program.
[[nodiscard]] inline const QSslConfiguration &serverTls()
{
    static const QSslConfiguration configuration = serverTls(*Certificate::make(ServiceOptions::Tls::SelfSigned));
    return configuration;
}

[[nodiscard]] inline QByteArray pinOf(const QSslConfiguration &server)
{
    return certificateSha256(server.localCertificate());
}

} // namespace lanyard::testing
