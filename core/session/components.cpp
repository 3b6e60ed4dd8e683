#include "core/session/components.h"

#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// Its text is "OpenSSL 3.0.15 3 Sep 2024" with OpenSSL, and tells nothing more than the name elsewhere.
Component tls()
{
    const QString text = QSslSocket::sslLibraryVersionString();
    if (!text.startsWith("OpenSSL "_L1))
        return {text, {}, {}};
    return {u"OpenSSL"_s, text.section(u' ', 1, 1), u"Apache License 2.0"_s};
}

} // namespace

QList<Component> components()
{
    const QString keychain = QStringLiteral(LANYARD_QTKEYCHAIN_VERSION); // empty where the system's is used directly
    QList<Component> all{{u"Qt"_s, QString::fromLatin1(qVersion()), u"GNU LGPL 3"_s}};
    if (!keychain.isEmpty())
        all.append({u"QtKeychain"_s, keychain, u"BSD 3-Clause"_s});
    if (const Component found = tls(); !found.name.isEmpty())
        all.append(found);
    all.append({u"iso-codes"_s, {}, u"GNU LGPL 2.1"_s});
    return all;
}

} // namespace lanyard
