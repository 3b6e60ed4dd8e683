#pragma once

#include "core/base/error.h"

class QSslCertificate;
class QSslError;
class QString;
template<typename T>
class QList;

namespace lanyard {

/// In plain words what is wrong with @p certificate, presented by @p host, or with another one of its chain that @p
/// error is about; one sentence that needs no other.
[[nodiscard]] QString certificateReason(const QSslError &error, const QSslCertificate &certificate,
                                        const QString &host);

/// SHA-256 over the whole certificate (DER), 32 bytes.
[[nodiscard]] QByteArray certificateSha256(const QSslCertificate &certificate);

/// Problems of a server's certificate that Qt, or OpenSSL as some systems configure it, does not report; one text each:
/// - No subjectAltName matches @p host (a name in its ASCII form, or an IP address). Qt also accepts the common name,
/// even where it contradicts the others (RFC 9525 section 2 forbids both).
/// - Its key is shorter than 2048 bits (224 on a curve), or it is signed with SHA-1 or MD5.
[[nodiscard]] QStringList certificateFaults(const QSslCertificate &certificate, const QString &host);

/// The facts that a user's decision is based on. @p reasons are all errors that Qt found, in its order, without
/// duplicates; those of certificateFaults() are added.
[[nodiscard]] CertificateFacts certificateFacts(const QSslCertificate &certificate, const QString &host,
                                                const QList<QSslError> &reasons);

/// Why @p certificate is not accepted from @p host; nullopt if it is. A pinned host must present exactly the pinned
/// certificate (@p pin is its SHA-256), even if the system would trust a different one, and whatever @p errors Qt finds
/// in it. Without a pin (empty), a certificate must have neither errors nor certificateFaults().
[[nodiscard]] std::optional<CertificateFacts> objectionTo(const QSslCertificate &certificate, const QString &host,
                                                          const QByteArray &pin, const QList<QSslError> &errors);

} // namespace lanyard
