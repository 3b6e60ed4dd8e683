// A file that somebody chooses as one of certificates holds some, or is told to hold none and why.

#include "core/http/certificatefile.h"
#include "tests/fuzz/fuzz.h"

#include <array>

namespace lanyard::testing {

// 0: the file as it is, 1: the body of a PEM block, 2: of PKCS#7, 3: of a trusted certificate; then the bytes.
void fuzz(Input input)
{
    static constexpr std::array names{"", "CERTIFICATE", "PKCS7", "TRUSTED CERTIFICATE"};
    const QByteArray name = names.at(static_cast<std::size_t>(input.choice(names.size())));
    QByteArray content = input.rest();
    if (!name.isEmpty())
        content = "-----BEGIN " + name + "-----\n" + content.toBase64() + "\n-----END " + name + "-----\n";
    const CertificateFile file = readCertificates(content);
    require(file.certificates.isEmpty() != file.problem.isEmpty(), "a file holds certificates, or tells why none");
    require(isHarmless(file.problem), "why a file holds none is harmless");
    for (const QSslCertificate &certificate : file.certificates) {
        require(!certificate.isNull(), "a certificate is one");
        const CertificateFile again = readCertificates(certificate.toDer());
        require(again.certificates == QList{certificate}, "a certificate that was read can be read again");
    }
}

} // namespace lanyard::testing
