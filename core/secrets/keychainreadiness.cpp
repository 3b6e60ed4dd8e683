// What is known of the keychain before anything is stored in it.
#include "core/secrets/systemkeychain.h"

#include <QCoreApplication>
#include <QDBusConnection>

#include <utility>

namespace lanyard {

QString KeychainStore::name() const
{
#if defined(Q_OS_WIN)
    return QCoreApplication::translate("SecretStore", "Windows Credential Manager");
#elif defined(Q_OS_MACOS)
    return QCoreApplication::translate("SecretStore", "macOS Keychain");
#else
    return QCoreApplication::translate("SecretStore", "System keyring");
#endif
}

SecretStore::Readiness KeychainStore::readiness() const
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return Readiness::Ready;
#else
    return Readiness::Missing;
#endif
}

SecretStore::Readiness SystemKeychain::readiness() const
{
    if (!m_owner && QDBusConnection::sessionBus().isConnected())
        return Readiness::Unknown;
    if (!m_owner || !m_owner->isThere)
        return m_library.readiness();
    if (!m_isLocked)
        return Readiness::Ready;
    return m_owner->neverAsksPerEntry ? Readiness::Locked : Readiness::MayAsk;
}

void SystemKeychain::look()
{
    if (!m_owner || !m_owner->isThere)
        return;
    queryKeyring(KeychainStore::ServiceName, {}, this).then(this, [this](const Result<KeyringLook> &look) {
        setLocked(look && look.value().state == KeyringLook::State::Locked);
    });
}

void SystemKeychain::setLocked(bool isLocked)
{
    if (std::exchange(m_isLocked, isLocked) != isLocked)
        Q_EMIT readinessChanged();
}

} // namespace lanyard
