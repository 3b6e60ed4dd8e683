#pragma once

#include <QByteArray>

// Files that certificates are handed on in besides PEM, as the openssl command writes them. @p pem holds certificates.
namespace lanyard::testing {

// What `openssl x509 -trustout -addtrust serverAuth` makes of the first one.
[[nodiscard]] QByteArray trustedForm(const QByteArray &pem);

// `openssl crl2pkcs7 -nocrl`
[[nodiscard]] QByteArray pkcs7Pem(const QByteArray &pem);
[[nodiscard]] QByteArray pkcs7Der(const QByteArray &pem);

// `openssl pkcs12 -export -nokeys`
[[nodiscard]] QByteArray pkcs12(const QByteArray &pem);

} // namespace lanyard::testing
