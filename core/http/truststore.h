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

/// What the person trusts besides what the system does: certificates, for one origin exactly one, by its SHA-256; and
/// authorities, from a file.
///
/// The certificates are kept in a file of its own, written whole or not at all, readable by its owner only.
class TrustStore
{
public:
    /// @p file empty: kept in memory only. A file that cannot be used counts as empty: the certificate is asked for
    /// again.
    explicit TrustStore(QString file = {});

    /// Its file is there and could not be used.
    [[nodiscard]] bool isUnusable() const { return m_file.isUnusable(); }

    /// 32 bytes; empty when nothing is pinned for @p origin.
    [[nodiscard]] QByteArray pin(const Origin &origin) const;
    /// Replaces an earlier pin. False when it could not be written: it then holds until quit, and is written later.
    bool setPin(const Origin &origin, const QByteArray &sha256);
    bool removePin(const Origin &origin);
    /// Origins with a pin, as Origin::text().
    [[nodiscard]] QStringList origins() const;

    /// Empty: none but the system's. Which file it is, is kept elsewhere (Preferences).
    void setAuthoritiesFile(const QString &file);
    [[nodiscard]] const QString &authoritiesFile() const { return m_authoritiesFile; }
    /// Reads the file now (see readAuthorities()): the authorities that count besides the system's, none without a
    /// file.
    [[nodiscard]] Result<QList<QSslCertificate>> caCertificates() const;

    /// Of what could not be written.
    [[nodiscard]] const LaterWrite &laterWrite() const { return m_later; }

    /// Another number after each change of what is trusted: connections made before carry no request any more.
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
    LaterWrite m_later{[this] { return write(); }}; // the last one: it writes when it is destroyed
};

} // namespace lanyard
