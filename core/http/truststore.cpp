#include "core/http/truststore.h"

#include "core/http/cacertificates.h"

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
    return save(origin.text());
}

bool TrustStore::removePin(const Origin &origin)
{
    m_pins.remove(origin.text());
    ++m_revision;
    return save(origin.text());
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

Result<QList<QSslCertificate>> TrustStore::caCertificates() const
{
    if (m_authoritiesFile.isEmpty())
        return QList<QSslCertificate>();
    return readAuthorities(m_authoritiesFile);
}

void TrustStore::load()
{
    const QJsonValue kept = m_file.read().value(u"pins");
    if (!kept.isUndefined() && !kept.isObject())
        m_file.refuse();
    const QJsonObject pins = kept.toObject();
    for (auto it = pins.begin(); it != pins.end(); ++it) {
        const QByteArray sha256 = QByteArray::fromHex(it.value().toString().toLatin1());
        const auto origin = Origin::parse(it.key());
        if (origin && sha256.size() == Sha256Size)
            m_pins.insert(origin.value().text(), sha256);
    }
}

bool TrustStore::save(const QString &origin)
{
    m_unwritten.insert(origin);
    return m_later.noted(write());
}

// Only what was changed here is written: changes made by other processes of this user are kept.
bool TrustStore::write()
{
    const bool written = m_file.update([this](const std::optional<QJsonObject> &present) {
        QJsonObject pins = present ? present->value(u"pins").toObject() : QJsonObject();
        const QStringList origins = present ? QStringList(m_unwritten.begin(), m_unwritten.end()) : m_pins.keys();
        for (const QString &changed : origins) {
            if (m_pins.contains(changed))
                pins.insert(changed, QString::fromLatin1(m_pins.value(changed).toHex()));
            else
                pins.remove(changed);
        }
        QJsonObject kept = present.value_or(QJsonObject()); // a newer version may store more in it
        kept.insert(u"pins", pins);
        return kept;
    });
    if (written)
        m_unwritten.clear();
    return written;
}

} // namespace lanyard
