#pragma once

#include <QList>
#include <QSslCertificate>
#include <QString>

namespace lanyard {

/// The content of a file chosen as a certificate file.
struct CertificateFile
{
    QList<QSslCertificate> certificates; ///< in the file's order
    QString problem; ///< if there are no certificates: the reason, one sentence in the user's language
};

/// Reads certificates from @p content in the formats that servers, browsers and Windows export: PEM (including
/// OpenSSL's "TRUSTED CERTIFICATE", UTF-16 and a leading byte order mark), DER, and PKCS#7 in either encoding.
[[nodiscard]] CertificateFile readCertificates(const QByteArray &content);

} // namespace lanyard
