#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>

#include <memory>

namespace lanyard::testing {

// What a server can show that calls itself localhost and 127.0.0.1. All but Good are a reason to refuse it.
enum class CertificateKind {
    Good, // from an authority by way of an intermediate one, both in order
    SelfSigned,
    UnknownAuthority,
    Expired,
    NotYetValid,
    WrongHost,
    CommonNameOnly,    // the right host, but in the common name: there is no subjectAltName
    CommonNameInstead, // the right host in the common name, another one in the subjectAltName
    WeakKey,           // RSA with 1024 bits
    WeakSignature,     // SHA-1
    NoIntermediate,    // the chain has a gap
    ExpiredIntermediate,
    AuthorityAsServer, // a certificate that may issue others and nothing else
    ClientOnly,        // a certificate for signing in to servers, not for being one
    VendorShipped,     // self-signed, expired and for another host at once
    HostileText        // self-signed, with NUL, escape, override and line break in its names
};

// A certificate as a server shows it, leaf first, each in DER, and the leaf's private key.
struct ShownCertificate
{
    QList<QByteArray> chain;
    QByteArray key;

    [[nodiscard]] const QByteArray &leaf() const { return chain.constFirst(); }
};

// Makes server certificates in memory. Its authority is one that nobody trusts unless a test does.
class CertificateMaker
{
public:
    CertificateMaker();
    ~CertificateMaker();
    Q_DISABLE_COPY_MOVE(CertificateMaker)

    // With the key of @p sameKeyAs, or a new one when it is empty.
    [[nodiscard]] ShownCertificate make(CertificateKind kind, const ShownCertificate &sameKeyAs = {}) const;

    // One in order whose subjectAltName is @p names, in OpenSSL's words ("DNS:a.example,IP:::1").
    [[nodiscard]] ShownCertificate makeNamed(const QByteArray &names) const;

    // The authority behind all chains but that of UnknownAuthority, whose own is the other one.
    [[nodiscard]] QByteArray authorityPem() const;
    [[nodiscard]] QByteArray unknownAuthorityPem() const;
    // The name that a folder of trusted authorities has the unknown one under: HASH.0.
    [[nodiscard]] QByteArray unknownAuthorityLink() const;

private:
    struct Authorities;
    std::unique_ptr<Authorities> m_authorities;
};

// @p der as it stands in a file.
[[nodiscard]] QByteArray pemOf(const QByteArray &der);

} // namespace lanyard::testing

Q_DECLARE_METATYPE(lanyard::testing::CertificateKind)
