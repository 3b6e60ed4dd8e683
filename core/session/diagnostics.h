#pragma once

#include <QStringList>

namespace lanyard {

class Session;

/// Lines about program, system and session for technical support: versions and states. No secret, and nothing that
/// identifies a user, a computer or a company: no name, no address, no path.
[[nodiscard]] QStringList diagnosticsOf(const Session &session);

} // namespace lanyard
