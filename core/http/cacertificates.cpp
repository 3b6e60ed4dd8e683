#include "core/http/cacertificates.h"

#include "core/http/certificatefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslConfiguration>

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qint64 AuthoritiesSizeLimit = 1024 * 1024;

class AuthoritiesText
{
    Q_DECLARE_TR_FUNCTIONS(AuthoritiesText)
};

Error unusable(const QString &file, const QString &why)
{
    Error error = errorOf(Error::Kind::CaCertificatesUnusable, why);
    error.subject = file;
    return error;
}

bool isAuthority(const QSslCertificate &certificate)
{
    const auto extensions = certificate.extensions();
    return std::any_of(extensions.begin(), extensions.end(), [](const QSslCertificateExtension &extension) {
        return extension.name() == "basicConstraints"_L1 && extension.value().toMap().value(u"ca"_s).toBool();
    });
}

std::shared_future<QList<QSslCertificate>> systemAuthoritiesRead()
{
    static const std::shared_future<QList<QSslCertificate>> read =
        std::async(std::launch::async, &QSslConfiguration::systemCaCertificates);
    return read;
}

} // namespace

Result<QList<QSslCertificate>> readAuthorities(const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists())
        return unusable(file, AuthoritiesText::tr("The file does not exist."));
    if (!info.isFile())
        return unusable(file, AuthoritiesText::tr("It is not a file."));
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return unusable(file, AuthoritiesText::tr("It cannot be read."));
    // Read up to one byte beyond the limit: the file's reported size may be out of date.
    const QByteArray content = opened.read(AuthoritiesSizeLimit + 1);
    if (content.size() > AuthoritiesSizeLimit)
        return unusable(file, AuthoritiesText::tr("It is larger than 1 MiB."));
    CertificateFile read = readCertificates(content);
    if (read.certificates.isEmpty())
        return unusable(file, read.problem);
    read.certificates.removeIf([](const QSslCertificate &certificate) { return !isAuthority(certificate); });
    if (read.certificates.isEmpty())
        return unusable(file, AuthoritiesText::tr("It holds certificates, but none of a certificate authority (CA)."));
    return read.certificates;
}

QList<QSslCertificate> systemCaCertificates()
{
    return systemAuthoritiesRead().get();
}

void prepareSystemAuthorities()
{
    static_cast<void>(systemAuthoritiesRead());
}

} // namespace lanyard
