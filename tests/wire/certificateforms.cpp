#include "tests/wire/certificateforms.h"

#include <QtGlobal>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/pkcs7.h>
#include <openssl/x509.h>

#include <memory>

namespace lanyard::testing {

namespace {

struct Free
{
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(STACK_OF(X509) * certificates) const { sk_X509_pop_free(certificates, X509_free); }
    void operator()(PKCS7 *file) const { PKCS7_free(file); }
    void operator()(PKCS12 *file) const { PKCS12_free(file); }
};
template<typename T>
using Owned = std::unique_ptr<T, Free>;

void need(bool isDone)
{
    if (!isDone)
        qFatal("OpenSSL does not write this form: %s", ERR_error_string(ERR_peek_last_error(), nullptr));
}

// What @p write writes.
template<typename Write>
QByteArray written(const Write &write)
{
    const Owned<BIO> out(BIO_new(BIO_s_mem()));
    need(write(out.get()) == 1);
    char *data = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &data);
    return {data, static_cast<qsizetype>(size)};
}

Owned<STACK_OF(X509)> certificatesIn(const QByteArray &pem)
{
    const Owned<BIO> in(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    Owned<STACK_OF(X509)> all(sk_X509_new_null());
    while (X509 *certificate = PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr))
        sk_X509_push(all.get(), certificate);
    ERR_clear_error(); // that there are no more
    need(sk_X509_num(all.get()) > 0);
    return all;
}

Owned<PKCS7> pkcs7(const QByteArray &pem)
{
    Owned<PKCS7> file(PKCS7_new());
    need(PKCS7_set_type(file.get(), NID_pkcs7_signed) == 1 && PKCS7_content_new(file.get(), NID_pkcs7_data) == 1);
    PKCS7_set_detached(file.get(), 1);
    const auto certificates = certificatesIn(pem);
    for (int i = 0; i < sk_X509_num(certificates.get()); ++i)
        need(PKCS7_add_certificate(file.get(), sk_X509_value(certificates.get(), i)) == 1);
    return file;
}

} // namespace

QByteArray trustedForm(const QByteArray &pem)
{
    const auto certificates = certificatesIn(pem);
    X509 *first = sk_X509_value(certificates.get(), 0);
    need(X509_add1_trust_object(first, OBJ_nid2obj(NID_server_auth)) == 1);
    return written([first](BIO *out) { return PEM_write_bio_X509_AUX(out, first); });
}

QByteArray pkcs7Pem(const QByteArray &pem)
{
    const auto file = pkcs7(pem);
    return written([&file](BIO *out) { return PEM_write_bio_PKCS7(out, file.get()); });
}

QByteArray pkcs7Der(const QByteArray &pem)
{
    const auto file = pkcs7(pem);
    return written([&file](BIO *out) { return i2d_PKCS7_bio(out, file.get()); });
}

QByteArray pkcs12(const QByteArray &pem)
{
    const auto certificates = certificatesIn(pem);
    const Owned<PKCS12> file(PKCS12_create("x", nullptr, nullptr, nullptr, certificates.get(), 0, 0, 0, 0, 0));
    need(file != nullptr);
    return written([&file](BIO *out) { return i2d_PKCS12_bio(out, file.get()); });
}

} // namespace lanyard::testing
