#pragma once

#include "core/base/laterwrite.h"
#include "core/base/statefile.h"
#include "core/http/origin.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

class QSslCertificate;
template<typename T>
class QList;

namespace lanyard {

/// What the user trusts in addition to the system: certificates, exactly one for an origin, by its SHA-256; and CA
/// certificates from a file.
///
/// The certificates are kept in a separate file, written atomically, readable only by its owner.
class TrustStore
{
public:
    /// @p file empty: kept in memory only. An unusable file counts as empty: the user is asked about the certificate
    /// again.
    explicit TrustStore(QString file = {});

    /// The file exists and could not be used.
    [[nodiscard]] bool isUnusable() const { return m_file.isUnusable(); }

    /// 32 bytes; empty if nothing is pinned for @p origin.
    [[nodiscard]] QByteArray pin(const Origin &origin) const;
    /// Replaces an earlier pin. False if it could not be written: it then applies until quit, and is written later.
    bool setPin(const Origin &origin, const QByteArray &sha256);
    bool removePin(const Origin &origin);
    /// Origins with a pin, as Origin::text().
    [[nodiscard]] QStringList origins() const;

    /// Empty: only the system's. The choice of file is stored elsewhere (Preferences).
    void setAuthoritiesFile(const QString &file);
    [[nodiscard]] const QString &authoritiesFile() const { return m_authoritiesFile; }
    /// Reads the file now (see readAuthorities()): the CA certificates trusted in addition to the system's, none
    /// without a file.
    [[nodiscard]] Result<QList<QSslCertificate>> caCertificates() const;

    /// For what could not be written.
    [[nodiscard]] const LaterWrite &laterWrite() const { return m_later; }

    /// Changes with each modification of what is trusted: existing connections carry no new requests.
    [[nodiscard]] quint64 revision() const { return m_revision; }

private:
    void load();
    [[nodiscard]] bool save(const QString &origin);
    [[nodiscard]] bool write();

    StateFile m_file;
    QHash<QString, QByteArray> m_pins;
    QSet<QString> m_unwritten; ///< origins whose change is not in the file yet
    QString m_authoritiesFile;
    quint64 m_revision = 0;
    LaterWrite m_later{[this] { return write(); }}; // declared last: it writes when it is destroyed
};

} // namespace lanyard
