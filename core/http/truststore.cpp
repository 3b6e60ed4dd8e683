#include "core/http/truststore.h"

#include "core/http/authorities.h"

#include <QJsonObject>
#include <QSslCertificate>

namespace lanyard {

namespace {

constexpr qsizetype Sha256Size = 32;

} // namespace

TrustStore::TrustStore(QString file) : m_file(std::move(file))
{
    load();
}

QByteArray TrustStore::pin(const Origin &origin) const
{
    return m_pins.value(origin.text());
}

bool TrustStore::setPin(const Origin &origin, const QByteArray &sha256)
{
    Q_ASSERT(sha256.size() == Sha256Size);
    m_pins.insert(origin.text(), sha256);
    ++m_revision;
    return save();
}

bool TrustStore::removePin(const Origin &origin)
{
    m_pins.remove(origin.text());
    ++m_revision;
    return save();
}

QStringList TrustStore::origins() const
{
    QStringList origins = m_pins.keys();
    origins.sort();
    return origins;
}

void TrustStore::setAuthoritiesFile(const QString &file)
{
    m_authoritiesFile = file;
    ++m_revision;
    if (!file.isEmpty())
        prepareSystemAuthorities();
}

Result<QList<QSslCertificate>> TrustStore::authorities() const
{
    if (m_authoritiesFile.isEmpty())
        return QList<QSslCertificate>();
    return readAuthorities(m_authoritiesFile);
}

void TrustStore::load()
{
    const QJsonObject pins = m_file.read().value(u"pins").toObject();
    for (auto it = pins.begin(); it != pins.end(); ++it) {
        const QByteArray sha256 = QByteArray::fromHex(it.value().toString().toLatin1());
        const auto origin = Origin::parse(it.key());
        if (origin && sha256.size() == Sha256Size)
            m_pins.insert(origin.value().text(), sha256);
    }
}

bool TrustStore::save()
{
    QJsonObject pins;
    for (auto it = m_pins.begin(); it != m_pins.end(); ++it)
        pins.insert(it.key(), QString::fromLatin1(it.value().toHex()));
    return m_file.write({{QStringLiteral("pins"), pins}});
}

} // namespace lanyard
