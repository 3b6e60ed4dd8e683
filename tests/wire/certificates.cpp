#include "tests/wire/certificates.h"

#include <QRandomGenerator>

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace lanyard::testing {

using Kind = CertificateKind;

namespace {

constexpr long day = 86'400;
constexpr char hostileName[] = "localhost\0.example.org\x1b[2J \u202Egnp.exe\nIssued by: a bank";

struct FreeKey
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
struct FreeCertificate
{
    void operator()(X509 *certificate) const { X509_free(certificate); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
using Certificate509 = std::unique_ptr<X509, FreeCertificate>;

// Who signs.
struct Issuer
{
    Key key;
    Certificate509 certificate;
};

// What is written in a certificate. As it stands: a server's, in order.
struct Recipe
{
    QByteArray commonName = "localhost";
    QByteArray organization = "Lanyard tests";
    const char *names = "DNS:localhost,IP:127.0.0.1"; // null: no subjectAltName
    long from = -day;                                 // seconds from now
    long until = 90 * day;
    const char *constraints = "critical,CA:FALSE";
    const char *use = "critical,digitalSignature,keyEncipherment";
    const char *extendedUse = "serverAuth"; // null: none
    const EVP_MD *digest = EVP_sha256();
};

// Makes @p kind of that of an authority that may issue.
Recipe authority(const QByteArray &name)
{
    Recipe recipe;
    recipe.commonName = name;
    recipe.names = nullptr;
    recipe.constraints = "critical,CA:TRUE";
    recipe.use = "critical,keyCertSign,cRLSign";
    recipe.extendedUse = nullptr;
    return recipe;
}

Recipe recipeOf(Kind kind)
{
    Recipe recipe;
    switch (kind) {
    case Kind::Expired:
        recipe.from = -400 * day;
        recipe.until = -35 * day;
        break;
    case Kind::NotYetValid:
        recipe.from = 30 * day;
        break;
    case Kind::WrongHost:
        recipe.commonName = "accounts.example.org";
        recipe.names = "DNS:accounts.example.org";
        break;
    case Kind::CommonNameOnly:
        recipe.names = nullptr;
        break;
    case Kind::CommonNameInstead:
        recipe.names = "DNS:accounts.example.org";
        break;
    case Kind::WeakSignature:
        recipe.digest = EVP_sha1();
        break;
    case Kind::AuthorityAsServer:
        recipe.constraints = "critical,CA:TRUE";
        recipe.use = "critical,keyCertSign,cRLSign";
        recipe.extendedUse = "codeSigning";
        break;
    case Kind::ClientOnly:
        recipe.extendedUse = "clientAuth";
        break;
    case Kind::VendorShipped:
        recipe.commonName = "vendor-demo";
        recipe.names = nullptr;
        recipe.from = -400 * day;
        recipe.until = -35 * day;
        break;
    case Kind::HostileText:
        recipe.commonName = QByteArray(hostileName, sizeof hostileName - 1);
        recipe.organization = "<b>bold</b>";
        break;
    default:
        break;
    }
    return recipe;
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    if (!value)
        return;
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    if (!extension || X509_add_ext(certificate, extension, -1) != 1)
        qFatal("OpenSSL does not take the extension %s", value);
    X509_EXTENSION_free(extension);
}

void addName(X509_NAME *name, const char *field, const QByteArray &text)
{
    X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(text.constData()),
                               static_cast<int>(text.size()), -1, 0);
}

// issuer null: signed with its own key.
Certificate509 issue(const Recipe &recipe, EVP_PKEY *key, const Issuer *issuer = nullptr)
{
    Certificate509 made(X509_new());
    X509 *x = made.get();
    X509_set_version(x, X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(x), QRandomGenerator::system()->generate64() >> 1);
    X509_gmtime_adj(X509_getm_notBefore(x), recipe.from);
    X509_gmtime_adj(X509_getm_notAfter(x), recipe.until);
    addName(X509_get_subject_name(x), "O", recipe.organization);
    addName(X509_get_subject_name(x), "CN", recipe.commonName);
    X509 *from = issuer ? issuer->certificate.get() : x;
    X509_set_issuer_name(x, X509_get_subject_name(from));
    X509_set_pubkey(x, key);
    addExtension(x, from, NID_basic_constraints, recipe.constraints);
    addExtension(x, from, NID_key_usage, recipe.use);
    addExtension(x, from, NID_ext_key_usage, recipe.extendedUse);
    addExtension(x, from, NID_subject_alt_name, recipe.names);
    addExtension(x, from, NID_subject_key_identifier, "hash");
    if (X509_sign(x, issuer ? issuer->key.get() : key, recipe.digest) <= 0)
        qFatal("OpenSSL does not sign");
    return made;
}

Issuer issuerOf(const Recipe &recipe, const Issuer *above = nullptr)
{
    // An elliptic curve: an RSA key takes a noticeable time at each start of each test.
    Issuer made{Key(EVP_EC_gen("P-256")), nullptr};
    made.certificate = issue(recipe, made.key.get(), above);
    return made;
}

QByteArray derOf(X509 *certificate)
{
    unsigned char *data = nullptr;
    const int length = i2d_X509(certificate, &data);
    const QByteArray der(reinterpret_cast<const char *>(data), length);
    OPENSSL_free(data);
    return der;
}

QByteArray derOf(EVP_PKEY *key)
{
    unsigned char *data = nullptr;
    const int length = i2d_PrivateKey(key, &data);
    const QByteArray der(reinterpret_cast<const char *>(data), length);
    OPENSSL_free(data);
    return der;
}

Key keyFor(Kind kind, const QByteArray &existing)
{
    if (existing.isEmpty())
        return Key(kind == Kind::WeakKey ? EVP_RSA_gen(1024) : EVP_EC_gen("P-256"));
    const auto *data = reinterpret_cast<const unsigned char *>(existing.constData());
    return Key(d2i_AutoPrivateKey(nullptr, &data, existing.size()));
}

} // namespace

struct CertificateMaker::Authorities
{
    Issuer root = issuerOf(authority("Lanyard test root"));
    Issuer intermediate = issuerOf(authority("Lanyard test intermediate"), &root);
    Issuer expired = expiredBelow(root);
    Issuer unknown = issuerOf(authority("Somebody's root"));

    static Issuer expiredBelow(const Issuer &root)
    {
        Recipe recipe = authority("Lanyard test intermediate of last year");
        recipe.from = -400 * day;
        recipe.until = -35 * day;
        return issuerOf(recipe, &root);
    }
};

CertificateMaker::CertificateMaker() : m_authorities(std::make_unique<Authorities>()) {}

CertificateMaker::~CertificateMaker() = default;

ShownCertificate CertificateMaker::make(CertificateKind kind, const ShownCertificate &sameKeyAs) const
{
    const Key key = keyFor(kind, sameKeyAs.key);
    const bool signsItself = kind == Kind::SelfSigned || kind == Kind::VendorShipped || kind == Kind::HostileText;
    const Issuer &issuer = kind == Kind::UnknownAuthority      ? m_authorities->unknown
                           : kind == Kind::ExpiredIntermediate ? m_authorities->expired
                                                               : m_authorities->intermediate;
    const Certificate509 leaf = issue(recipeOf(kind), key.get(), signsItself ? nullptr : &issuer);
    ShownCertificate made{{derOf(leaf.get())}, derOf(key.get())};
    if (!signsItself && kind != Kind::NoIntermediate)
        made.chain << derOf(issuer.certificate.get());
    return made;
}

ShownCertificate CertificateMaker::makeNamed(const QByteArray &names) const
{
    Recipe recipe;
    recipe.names = names.constData();
    const Key key = keyFor(Kind::Good, {});
    const Issuer &issuer = m_authorities->intermediate;
    return {{derOf(issue(recipe, key.get(), &issuer).get()), derOf(issuer.certificate.get())}, derOf(key.get())};
}

QByteArray CertificateMaker::authorityPem() const
{
    return pemOf(derOf(m_authorities->root.certificate.get()));
}

QByteArray CertificateMaker::unknownAuthorityPem() const
{
    return pemOf(derOf(m_authorities->unknown.certificate.get()));
}

QByteArray CertificateMaker::unknownAuthorityLink() const
{
    const auto hash = static_cast<uint>(X509_subject_name_hash(m_authorities->unknown.certificate.get()));
    return QByteArray::number(hash, 16).rightJustified(8, '0') + ".0";
}

QByteArray pemOf(const QByteArray &der)
{
    const QByteArray text = der.toBase64();
    QByteArray lines;
    for (qsizetype i = 0; i < text.size(); i += 64)
        lines += text.mid(i, 64) + '\n';
    return "-----BEGIN CERTIFICATE-----\n" + lines + "-----END CERTIFICATE-----\n";
}

} // namespace lanyard::testing
