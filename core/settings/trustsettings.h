#pragma once

#include "core/base/result.h"

#include <QList>
#include <QObject>

namespace lanyard {

class Preferences;
class TrustStore;

/// What the user trusts in addition to the system: to view, to add to and to revoke. Each change applies from the next
/// request on, also to a session in progress.
class TrustSettings : public QObject
{
    Q_OBJECT

public:
    /// A certificate that the user has accepted for a server.
    struct Accepted
    {
        QString server;    ///< as Origin::text()
        QByteArray sha256; ///< 32 bytes
    };

    /// Both must outlive it.
    TrustSettings(TrustStore &trust, Preferences &preferences, QObject *parent = nullptr);

    /// In the order of the servers' addresses.
    [[nodiscard]] QList<Accepted> accepted() const;
    /// Accepts the certificate with this SHA-256 for the server entered as @p server, from the next call on. Emits
    /// notWritten() if that could not be saved.
    void accept(const QString &server, const QByteArray &sha256);
    /// False if it could not be saved: it then applies until the program ends.
    [[nodiscard]] bool remove(const QString &server);

    /// Empty: none.
    [[nodiscard]] QString authoritiesFile() const;
    /// Uses @p file if it is usable (see readAuthorities()); an error changes nothing. Empty: none from now on. The
    /// value is false if it could not be saved.
    [[nodiscard]] Result<bool> setAuthoritiesFile(const QString &file);

Q_SIGNALS:
    void changed();
    /// What was accepted applies until the program ends, unless written() follows.
    void notWritten();
    /// Everything that could not be saved before has now been saved.
    void written();

private:
    TrustStore &m_trust;
    Preferences &m_preferences;
};

} // namespace lanyard
