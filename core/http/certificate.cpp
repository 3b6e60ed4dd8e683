#include "core/http/certificate.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslError>

using namespace Qt::StringLiterals;

namespace lanyard {

QByteArray certificateSha256(const QSslCertificate &certificate)
{
    return certificate.digest(QCryptographicHash::Sha256);
}

CertificateFacts certificateFacts(const QSslCertificate &certificate, const QList<QSslError> &reasons)
{
    CertificateFacts facts;
    facts.subject = certificate.subjectInfo(QSslCertificate::CommonName).join(u", "_s);
    facts.issuer = certificate.issuerInfo(QSslCertificate::CommonName).join(u", "_s);
    facts.names = certificate.subjectAlternativeNames().values();
    facts.names.sort();
    facts.validFrom = certificate.effectiveDate();
    facts.validUntil = certificate.expiryDate();
    facts.sha256 = certificateSha256(certificate);
    for (const QSslError &reason : reasons) {
        if (!facts.reasons.contains(reason.errorString()))
            facts.reasons << reason.errorString();
    }
    return facts;
}

} // namespace lanyard
