#include "core/http/certificatefile.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <optional>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class CertificateFileText
{
    Q_DECLARE_TR_FUNCTIONS(CertificateFileText)
};

enum Tag : quint8 { Integer = 0x02, ObjectId = 0x06, Sequence = 0x30, Set = 0x31, Context0 = 0xA0 };

// One DER value (X.690 sections 8 and 10): its tag, its content, and all of its bytes.
struct DerValue
{
    quint8 tag = 0;
    QByteArrayView content;
    QByteArrayView whole;
};

// Removes the first value from @p bytes; nullopt if they do not start with a complete one of definite length.
std::optional<DerValue> takeDer(QByteArrayView &bytes)
{
    if (bytes.size() < 2)
        return std::nullopt;
    qsizetype head = 2;
    qsizetype length = static_cast<quint8>(bytes.at(1));
    if (length >= 0x80) {
        const qsizetype digits = length - 0x80;
        if (digits < 1 || digits > 4 || bytes.size() < head + digits)
            return std::nullopt;
        length = 0;
        for (qsizetype i = 0; i < digits; ++i)
            length = (length << 8) | static_cast<quint8>(bytes.at(head + i));
        head += digits;
    }
    if (length > bytes.size() - head)
        return std::nullopt;
    const DerValue value{static_cast<quint8>(bytes.at(0)), bytes.sliced(head, length), bytes.first(head + length)};
    bytes = bytes.sliced(head + length);
    return value;
}

std::optional<DerValue> takeDer(QByteArrayView &bytes, Tag tag)
{
    const auto value = takeDer(bytes);
    return value && value->tag == tag ? value : std::nullopt;
}

QList<QSslCertificate> derCertificate(QByteArrayView der)
{
    return QSslCertificate::fromData(der.toByteArray(), QSsl::Der);
}

// The certificates of a SignedData (RFC 2315 section 9.1, RFC 5652 section 5.1), whose signatures are not verified:
// trusting them is the user's decision.
QList<QSslCertificate> pkcs7Certificates(QByteArrayView der)
{
    auto outer = takeDer(der, Sequence);
    if (!outer || !takeDer(outer->content, ObjectId))
        return {};
    auto content = takeDer(outer->content, Context0);
    auto signedData = content ? takeDer(content->content, Sequence) : std::nullopt;
    if (!signedData || !takeDer(signedData->content, Integer) || !takeDer(signedData->content, Set) ||
        !takeDer(signedData->content, Sequence))
        return {};
    auto certificates = takeDer(signedData->content, Context0);
    QList<QSslCertificate> all;
    while (certificates) {
        const auto one = takeDer(certificates->content, Sequence);
        if (!one)
            break;
        all += derCertificate(one->whole);
    }
    return all;
}

// The first tag of the content distinguishes them: a certificate starts with a sequence, a SignedData with its object
// identifier, a PKCS#12 with its version.
quint8 firstTagWithin(QByteArrayView der)
{
    const auto outer = takeDer(der, Sequence);
    return outer && !outer->content.isEmpty() ? static_cast<quint8>(outer->content.at(0)) : 0;
}

QList<QSslCertificate> fromDer(QByteArrayView der)
{
    return firstTagWithin(der) == ObjectId ? pkcs7Certificates(der) : derCertificate(der);
}

// The content between the BEGIN and END lines of each block in @p text called @p name.
QList<QByteArray> blocks(const QByteArray &text, const QByteArray &name)
{
    const QByteArray begin = "-----BEGIN " + name + "-----";
    QList<QByteArray> found;
    for (qsizetype at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
        const qsizetype start = at + begin.size();
        const qsizetype end = text.indexOf("-----END ", start);
        const qsizetype next = text.indexOf("-----BEGIN ", start);
        // One that is cut must not take the following one with it.
        if (end > start && (next < 0 || end < next))
            found << QByteArray::fromBase64(text.mid(start, end - start));
    }
    return found;
}

QList<QSslCertificate> fromPem(const QByteArray &text)
{
    QList<QSslCertificate> all;
    for (const char *name : {"CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE", "PKCS7", "CMS"}) {
        const QList<QByteArray> bodies = blocks(text, name);
        for (const QByteArray &body : bodies) {
            // It is followed by OpenSSL's notes on the purposes of a trusted certificate.
            QByteArrayView rest = body;
            if (const auto value = takeDer(rest, Sequence))
                all += fromDer(value->whole);
        }
    }
    return all;
}

// Windows editors save text as UTF-16, or with a byte order mark. PEM begins with a hyphen, by which UTF-16 is
// recognised without the mark.
QByteArray asLatin1(const QByteArray &content)
{
    const auto encoding = QStringConverter::encodingForData(content, u'-');
    if (!encoding || content.startsWith("-----"))
        return content;
    QStringDecoder decoder(*encoding);
    const QString text = decoder(content);
    return text.toLatin1();
}

QString problemOf(const QByteArray &content)
{
    if (content.contains("PRIVATE KEY-----"))
        return CertificateFileText::tr("It holds a private key, not a CA certificate.");
    if (content.contains("CERTIFICATE REQUEST-----"))
        return CertificateFileText::tr("It holds a certificate request, not a CA certificate.");
    if (content.startsWith("\xFE\xED\xFE\xED"))
        return CertificateFileText::tr("It is a Java keystore. Export the CA certificate from it as PEM.");
    if (firstTagWithin(content) == Integer)
        return CertificateFileText::tr(
            "It is a PKCS#12 file, which is made for private keys. Export the CA certificate "
            "from it as PEM.");
    return CertificateFileText::tr("It holds no certificate.");
}

} // namespace

CertificateFile readCertificates(const QByteArray &content)
{
    const QByteArray text = asLatin1(content);
    CertificateFile file;
    // The bytes of a certificate may hold any text, even the first line of a PEM block.
    file.certificates = fromDer(content);
    if (file.certificates.isEmpty())
        file.certificates = fromPem(text);
    if (file.certificates.isEmpty())
        file.problem = problemOf(text);
    return file;
}

} // namespace lanyard
