#pragma once

namespace lanyard {

/// Sets up what the program logs, to standard error and never to a file. LANYARD_LOG names what: "http" (each call:
/// method, path, tries, status, outcome), "session" (its states), "keychain" (what it answered), separated by commas,
/// or "all".
///
/// Qt's own categories are kept at warnings, whatever QT_LOGGING_RULES says: they log key presses and requests. Not so
/// with LANYARD_DEBUGGABLE set.
void setUpLogging();

} // namespace lanyard
