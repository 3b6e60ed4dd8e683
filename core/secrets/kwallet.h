#pragma once

#include "core/secrets/secretservice.h"

namespace lanyard {

/// Whether qtkeychain 0.13 takes KWallet in this desktop if it answers: it does in Plasma 5 (keychain_unix.cpp,
/// detectDesktopEnvironment()). Where KWallet does not answer, and in every other desktop, Plasma 6 among them, it
/// takes the Secret Service.
[[nodiscard]] bool isPlasma5();

/// As queryKeyring(), in the wallet of the session (org.kde.kwalletd5), which is asked because qtkeychain reports a
/// failed write or removal there as done. Missing: there is none, or it is disabled.
[[nodiscard]] Pending<KeyringLook> lookAtWallet(const QString &service, const QString &key, QObject *context);

/// Has KWallet ask the person to open the wallet or to make one. Takes as long as the person does; cancelling leaves
/// the window there. KeychainRefused: it was closed without that.
[[nodiscard]] Pending<Done> openWallet(QObject *context);

} // namespace lanyard
