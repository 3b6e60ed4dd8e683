#include "core/http/certificate.h"

#include "core/base/longdate.h"
#include "core/base/text.h"

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
        found << CertificateText::tr("The certificate’s key is too short to be safe: %1 bits.").arg(key.length());
    const QString signature = signatureOf(certificate);
    if (signature.contains("sha1"_L1, Qt::CaseInsensitive) || signature.contains("md5"_L1, Qt::CaseInsensitive))
        found << CertificateText::tr("The certificate is signed in a way that is no longer safe: %1.").arg(signature);
    return found;
}

QString dayOf(const QDateTime &moment)
{
    return longDate(moment.toLocalTime().date());
}

bool isOfIssuer(const QSslError &error, const QSslCertificate &certificate)
{
    return !error.certificate().isNull() && error.certificate() != certificate;
}

// A name in the subject counts no more, though it may be the right one.
QString mismatchText(const QSslCertificate &certificate, const QString &host)
{
    if (!certificate.subjectAlternativeNames().isEmpty())
        return CertificateText::tr("The certificate is for another server, not for %1.").arg(quoted(host));
    return certificate.subjectInfo(QSslCertificate::CommonName).contains(host, Qt::CaseInsensitive)
               ? CertificateText::tr("The certificate names %1 only in a way that is no longer accepted.")
                     .arg(quoted(host))
               : CertificateText::tr("The certificate lists no server address that can be checked.");
}

} // namespace

// Qt's own sentences are OpenSSL's. A reason may be about another certificate of the chain.
QString certificateReason(const QSslError &error, const QSslCertificate &certificate, const QString &host)
{
    switch (error.error()) {
    case QSslError::HostNameMismatch:
        return mismatchText(certificate, host);
    case QSslError::SelfSignedCertificate:
        return CertificateText::tr("The server issued the certificate itself: no authority vouches for it.");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
        return CertificateText::tr("This computer does not trust the authority that issued the certificate.");
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
        return CertificateText::tr("This computer does not know the authority that issued the certificate.");
    case QSslError::UnableToVerifyFirstCertificate:
        return CertificateText::tr(
            "The certificate cannot be checked: the server does not send who vouches for its issuer.");
    case QSslError::CertificateExpired:
        return isOfIssuer(error, certificate)
                   ? CertificateText::tr("The certificate of its issuer expired on %1.")
                         .arg(dayOf(error.certificate().expiryDate()))
                   : CertificateText::tr("The certificate expired on %1.").arg(dayOf(certificate.expiryDate()));
    case QSslError::CertificateNotYetValid:
        return isOfIssuer(error, certificate)
                   ? CertificateText::tr("The certificate of its issuer is not valid before %1.")
                         .arg(dayOf(error.certificate().effectiveDate()))
                   : CertificateText::tr("The certificate is not valid before %1.")
                         .arg(dayOf(certificate.effectiveDate()));
    case QSslError::CertificateRevoked:
        return CertificateText::tr("The issuer has revoked the certificate.");
    case QSslError::InvalidPurpose:
        return CertificateText::tr("The certificate is not meant for a server.");
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
        faults << mismatchText(certificate, host);
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
            facts.reasons << certificateReason(reason, certificate, host);
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
