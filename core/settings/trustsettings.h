#pragma once

#include "core/base/result.h"

#include <QList>
#include <QObject>

namespace lanyard {

class Preferences;
class TrustStore;

/// What the person trusts besides what the system does, to look at, to add to and to take back. Each change counts from
/// the next request on, for a session under way too.
class TrustSettings : public QObject
{
    Q_OBJECT

public:
    /// A certificate that the person has accepted for a server.
    struct Accepted
    {
        QString server;    ///< as Origin::text()
        QByteArray sha256; ///< 32 bytes
    };

    /// Both must outlive it.
    TrustSettings(TrustStore &trust, Preferences &preferences, QObject *parent = nullptr);

    /// In the order of the servers' addresses.
    [[nodiscard]] QList<Accepted> accepted() const;
    /// False when it could not be written down: it then counts until the program ends.
    [[nodiscard]] bool remove(const QString &server);

    /// Empty: none.
    [[nodiscard]] QString authoritiesFile() const;
    /// Takes @p file if it can be used (see readAuthorities()); an error leaves everything as it was. Empty: none from
    /// now on. The value is false when it could not be written down.
    [[nodiscard]] Result<bool> setAuthoritiesFile(const QString &file);

Q_SIGNALS:
    void changed();
    /// What could not be written down is, by now.
    void written();

private:
    TrustStore &m_trust;
    Preferences &m_preferences;
};

} // namespace lanyard
