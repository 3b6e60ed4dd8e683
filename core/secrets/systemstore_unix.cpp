#include "core/secrets/systemkeychain.h"
#include "core/secrets/systemstore.h"

namespace lanyard {

std::unique_ptr<SecretStore> makeSystemStore()
{
    return std::make_unique<SystemKeychain>();
}

} // namespace lanyard
