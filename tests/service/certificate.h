#pragma once

#include "tests/service/serviceoptions.h"

#include <openssl/types.h>

#include <memory>

namespace lanyard::testing {

// A self-signed certificate with its key, made in memory.
class Certificate
{
public:
    // Null if OpenSSL cannot make it. kind must not be Off.
    static std::unique_ptr<Certificate> make(ServiceOptions::Tls kind);

    ServiceOptions::Tls kind() const { return m_kind; }
    X509 *certificate() const { return m_certificate.get(); } // stays ours
    EVP_PKEY *key() const { return m_key.get(); }             // stays ours
    QByteArray pem() const;
    QByteArray keyPem() const; // of a throw-away key

private:
    struct Free
    {
        void operator()(X509 *certificate) const;
        void operator()(EVP_PKEY *key) const;
    };

    Certificate(ServiceOptions::Tls kind, EVP_PKEY *key, X509 *certificate);
    bool fill();

    ServiceOptions::Tls m_kind;
    std::unique_ptr<EVP_PKEY, Free> m_key;
    std::unique_ptr<X509, Free> m_certificate;
};

} // namespace lanyard::testing
