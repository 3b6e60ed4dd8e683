#pragma once

#include <QStringList>

namespace lanyard {

class Session;

/// Lines about program, system and session for whoever helps: versions and states. No secret, and nothing by which a
/// person, a computer or a company could be told: no name, no address, no path.
[[nodiscard]] QStringList diagnosticsOf(const Session &session);

} // namespace lanyard
