#pragma once

#include "core/base/error.h"

class QSslCertificate;
class QSslError;
template<typename T>
class QList;

namespace lanyard {

/// SHA-256 over the whole certificate (DER), 32 bytes.
[[nodiscard]] QByteArray certificateSha256(const QSslCertificate &certificate);

/// The facts a person decides on. @p reasons are all errors that Qt found, in its order, without doubles.
[[nodiscard]] CertificateFacts certificateFacts(const QSslCertificate &certificate, const QList<QSslError> &reasons);

} // namespace lanyard
