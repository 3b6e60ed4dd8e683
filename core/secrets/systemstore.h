#pragma once

#include "core/secrets/secretstore.h"

#include <memory>

namespace lanyard {

/// The keychain of the system that this runs on: a Secret Service or a wallet, or Windows' Credential Manager.
[[nodiscard]] std::unique_ptr<SecretStore> makeSystemStore();

} // namespace lanyard
