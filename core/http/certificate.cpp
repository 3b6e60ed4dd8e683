#include "core/http/certificate.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHostAddress>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslError>
#include <QSslKey>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// "*." matches exactly one label, and never a whole top-level domain.
bool isNameOf(const QString &name, const QString &host)
{
    if (!name.startsWith("*."_L1))
        return name.compare(host, Qt::CaseInsensitive) == 0;
    const QStringView domain = QStringView(name).mid(1);
    const qsizetype dot = host.indexOf(u'.');
    return domain.indexOf(u'.', 1) > 0 && dot > 0 &&
           QStringView(host).mid(dot).compare(domain, Qt::CaseInsensitive) == 0;
}

bool namesHost(const QSslCertificate &certificate, const QString &host)
{
    const auto all = certificate.subjectAlternativeNames();
    const QHostAddress address(host);
    const QStringList names = all.values(address.isNull() ? QSsl::DnsEntry : QSsl::IpAddressEntry);
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        return address.isNull() ? isNameOf(name, host) : QHostAddress(name) == address;
    });
}

// "ecdsa-with-SHA1" and the like: Qt gives it as text only. Empty if it does not.
QString signatureOf(const QSslCertificate &certificate)
{
    static const QRegularExpression line(u"Signature Algorithm: (\\S+)"_s);
    return line.match(certificate.toText()).captured(1);
}

class CertificateText
{
    Q_DECLARE_TR_FUNCTIONS(CertificateText)
};

QStringList weaknesses(const QSslCertificate &certificate)
{
    QStringList found;
    const QSslKey key = certificate.publicKey();
    if (!key.isNull() && key.length() < (key.algorithm() == QSsl::Ec ? 224 : 2048))
        found << CertificateText::tr("Its key is too short to be safe: %1 bits.").arg(key.length());
    const QString signature = signatureOf(certificate);
    if (signature.contains("sha1"_L1, Qt::CaseInsensitive) || signature.contains("md5"_L1, Qt::CaseInsensitive))
        found << CertificateText::tr("It is signed in a way that is no longer safe: %1.").arg(signature);
    return found;
}

} // namespace

// Qt's own sentences are OpenSSL's.
QString certificateReason(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::HostNameMismatch:
        return CertificateText::tr("It is for another server, not for this one.");
    case QSslError::SelfSignedCertificate:
        return CertificateText::tr("The server issued it itself: no authority vouches for it.");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
        return CertificateText::tr("This computer does not trust the authority that issued it.");
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
        return CertificateText::tr("This computer does not know the authority that issued it.");
    case QSslError::UnableToVerifyFirstCertificate:
        return CertificateText::tr("It cannot be checked: the server does not send who vouches for its issuer.");
    case QSslError::CertificateExpired:
        return CertificateText::tr("It has expired.");
    case QSslError::CertificateNotYetValid:
        return CertificateText::tr("It is not valid yet.");
    case QSslError::CertificateRevoked:
        return CertificateText::tr("Its issuer has revoked it.");
    case QSslError::InvalidPurpose:
        return CertificateText::tr("It is not meant for a server.");
    default:
        return error.errorString();
    }
}

QByteArray certificateSha256(const QSslCertificate &certificate)
{
    return certificate.digest(QCryptographicHash::Sha256);
}

QStringList certificateFaults(const QSslCertificate &certificate, const QString &host)
{
    QStringList faults = weaknesses(certificate);
    if (!namesHost(certificate, host))
        faults << certificateReason(QSslError(QSslError::HostNameMismatch));
    return faults;
}

CertificateFacts certificateFacts(const QSslCertificate &certificate, const QString &host,
                                  const QList<QSslError> &reasons)
{
    CertificateFacts facts;
    facts.subject = certificate.subjectInfo(QSslCertificate::CommonName).join(u", "_s);
    facts.issuer = certificate.issuerInfo(QSslCertificate::CommonName).join(u", "_s);
    facts.names = certificate.subjectAlternativeNames().values();
    facts.names.sort();
    facts.validFrom = certificate.effectiveDate();
    facts.validUntil = certificate.expiryDate();
    facts.sha256 = certificateSha256(certificate);
    const QStringList faults = certificateFaults(certificate, host);
    const bool isWeak = !weaknesses(certificate).isEmpty();
    for (const QSslError &reason : reasons) {
        // Qt has no message for OpenSSL's rejection of a weak certificate; there is one below.
        if (!(isWeak && reason.error() == QSslError::UnspecifiedError))
            facts.reasons << certificateReason(reason);
    }
    facts.reasons << faults;
    facts.reasons.removeDuplicates();
    return facts;
}

std::optional<CertificateFacts> objectionTo(const QSslCertificate &certificate, const QString &host,
                                            const QByteArray &pin, const QList<QSslError> &errors)
{
    const bool isAccepted = pin.isEmpty() ? errors.isEmpty() && certificateFaults(certificate, host).isEmpty()
                                          : certificateSha256(certificate) == pin;
    if (isAccepted)
        return std::nullopt;
    CertificateFacts facts = certificateFacts(certificate, host, errors);
    facts.expectedSha256 = pin;
    return facts;
}

} // namespace lanyard
