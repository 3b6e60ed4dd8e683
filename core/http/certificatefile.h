#pragma once

#include <QList>
#include <QSslCertificate>
#include <QString>

namespace lanyard {

/// What a file holds that somebody chose as one of certificates.
struct CertificateFile
{
    QList<QSslCertificate> certificates; ///< in the file's order
    QString problem; ///< without certificates: why there are none, one sentence in the user's language
};

/// Reads certificates from @p content in the forms that servers, browsers and Windows export: PEM (also OpenSSL's
/// "TRUSTED CERTIFICATE", also saved as UTF-16 or behind a byte order mark), DER, and PKCS#7 as either.
[[nodiscard]] CertificateFile readCertificates(const QByteArray &content);

} // namespace lanyard
