#include "tests/service/certificate.h"

#include <QRandomGenerator>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace lanyard::testing {

using Tls = ServiceOptions::Tls;

namespace {

constexpr long day = 86'400;

bool addExtension(X509 *certificate, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    const bool added = extension && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

// What OpenSSL has written into memory; ends it.
QByteArray taken(BIO *memory)
{
    char *data = nullptr;
    const long length = BIO_get_mem_data(memory, &data);
    QByteArray text(data, static_cast<qsizetype>(length));
    BIO_free(memory);
    return text;
}

bool isMisnamed(Tls kind)
{
    return kind == Tls::Misnamed || kind == Tls::ExpiredMisnamed;
}

bool isExpired(Tls kind)
{
    return kind == Tls::Expired || kind == Tls::ExpiredMisnamed;
}

} // namespace

void Certificate::Free::operator()(X509 *certificate) const
{
    X509_free(certificate);
}

void Certificate::Free::operator()(EVP_PKEY *key) const
{
    EVP_PKEY_free(key);
}

Certificate::Certificate(Tls kind, EVP_PKEY *key, X509 *certificate)
    : m_kind(kind), m_key(key), m_certificate(certificate)
{
}

std::unique_ptr<Certificate> Certificate::make(Tls kind)
{
    // An elliptic curve, since an RSA key takes a noticeable time at each start of each test.
    std::unique_ptr<Certificate> made(new Certificate(kind, EVP_EC_gen("P-256"), X509_new()));
    return made->m_key && made->m_certificate && made->fill() ? std::move(made) : nullptr;
}

bool Certificate::fill()
{
    X509 *x = m_certificate.get();
    X509_set_version(x, X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(x), QRandomGenerator::system()->generate64() >> 1);
    X509_gmtime_adj(X509_getm_notBefore(x), isExpired(m_kind) ? -400 * day : -day);
    X509_gmtime_adj(X509_getm_notAfter(x), isExpired(m_kind) ? -35 * day : 365 * day);

    const char *host = isMisnamed(m_kind) ? "accounts.example.org" : "localhost";
    X509_NAME *name = X509_get_subject_name(x);
    X509_NAME_add_entry_by_txt(name, "O", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>("Lanyard tests"), -1,
                               -1, 0);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(host), -1, -1, 0);
    X509_set_issuer_name(x, name);
    if (X509_set_pubkey(x, m_key.get()) != 1) {
        return false;
    }

    // The three faults at once are those of a certificate that a vendor ships: it has no subjectAltName at all.
    const char *names = isMisnamed(m_kind) ? "DNS:accounts.example.org" : "DNS:localhost,IP:127.0.0.1,IP:::1";
    const bool named = m_kind == Tls::ExpiredMisnamed || addExtension(x, NID_subject_alt_name, names);
    return named && addExtension(x, NID_basic_constraints, "critical,CA:TRUE") &&
           X509_sign(x, m_key.get(), EVP_sha256()) > 0;
}

QByteArray Certificate::pem() const
{
    BIO *memory = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(memory, m_certificate.get());
    return taken(memory);
}

QByteArray Certificate::keyPem() const
{
    BIO *memory = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(memory, m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return taken(memory);
}

} // namespace lanyard::testing
