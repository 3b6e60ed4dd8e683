#pragma once

#include "core/secrets/secretservice.h"

namespace lanyard {

/// Whether qtkeychain 0.13 uses KWallet in this desktop if it responds: it does in Plasma 5 (keychain_unix.cpp,
/// detectDesktopEnvironment()). If KWallet does not respond, and in every other desktop, including Plasma 6, it uses
/// the Secret Service.
[[nodiscard]] bool isPlasma5();

/// Like queryKeyring(), for the session's wallet (org.kde.kwalletd5), which is queried because qtkeychain reports a
/// failed write or removal there as successful. Missing: there is none, or it is disabled.
[[nodiscard]] Pending<KeyringLook> lookAtWallet(const QString &service, const QString &key, QObject *context);

/// Has KWallet ask the user to open or create the wallet. Takes as long as the user does; cancelling leaves its window
/// open. KeychainRefused: the user closed it.
[[nodiscard]] Pending<Done> openWallet(QObject *context);

} // namespace lanyard
