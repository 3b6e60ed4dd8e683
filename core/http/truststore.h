#pragma once

#include "core/http/origin.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace lanyard {

/// Certificates that the person has accepted: for one origin exactly one certificate, by its SHA-256.
///
/// Kept in a file of its own, written whole or not at all, readable by its owner only.
class TrustStore
{
public:
    /// @p file empty: kept in memory only. A file that cannot be read counts as empty: the certificate is asked for
    /// again.
    explicit TrustStore(QString file = {});

    /// 32 bytes; empty when nothing is pinned for @p origin.
    [[nodiscard]] QByteArray pin(const Origin &origin) const;
    /// Replaces an earlier pin. False when it could not be written: it then holds until quit.
    bool setPin(const Origin &origin, const QByteArray &sha256);
    bool removePin(const Origin &origin);
    /// Origins with a pin, as Origin::text().
    [[nodiscard]] QStringList origins() const;

private:
    void load();
    [[nodiscard]] bool save() const;

    QString m_file;
    QHash<QString, QByteArray> m_pins;
};

} // namespace lanyard
