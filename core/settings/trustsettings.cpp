#include "core/settings/trustsettings.h"

#include "core/http/cacertificates.h"
#include "core/http/truststore.h"
#include "core/settings/preferences.h"

#include <QSslCertificate>

namespace lanyard {

TrustSettings::TrustSettings(TrustStore &trust, Preferences &preferences, QObject *parent)
    : QObject(parent), m_trust(trust), m_preferences(preferences)
{
    m_trust.setAuthoritiesFile(preferences.authoritiesFile());
    connect(&m_preferences, &Preferences::written, this, &TrustSettings::written);
    connect(&m_trust.laterWrite(), &LaterWrite::caughtUp, this, &TrustSettings::written);
}

QList<TrustSettings::Accepted> TrustSettings::accepted() const
{
    QList<Accepted> all;
    const QStringList servers = m_trust.origins();
    for (const QString &server : servers) {
        if (const auto origin = Origin::parse(server))
            all.append({server, m_trust.pin(origin.value())});
    }
    return all;
}

void TrustSettings::accept(const QString &server, const QByteArray &sha256)
{
    const auto origin = Origin::parse(server);
    if (!origin)
        return;
    const bool written = m_trust.setPin(origin.value(), sha256);
    Q_EMIT changed();
    if (!written)
        Q_EMIT notWritten();
}

bool TrustSettings::remove(const QString &server)
{
    const auto origin = Origin::parse(server);
    const bool written = origin && m_trust.removePin(origin.value());
    Q_EMIT changed();
    return written;
}

QString TrustSettings::authoritiesFile() const
{
    return m_preferences.authoritiesFile();
}

Result<bool> TrustSettings::setAuthoritiesFile(const QString &file)
{
    if (!file.isEmpty()) {
        if (const auto read = readAuthorities(file); !read)
            return read.error();
    }
    m_trust.setAuthoritiesFile(file);
    const bool written = m_preferences.setAuthoritiesFile(file);
    Q_EMIT changed();
    return written;
}

} // namespace lanyard

#include "moc_trustsettings.cpp"
