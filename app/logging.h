#pragma once

namespace lanyard {

/// Sets up logging, to standard error and never to a file. LANYARD_LOG selects what is logged: "http" (each call:
/// method, path, attempts, status, outcome), "session" (its states), "keychain" (its results), separated by commas, or
/// "all".
///
/// Qt's own categories are limited to warnings, whatever QT_LOGGING_RULES says: they log key presses and requests. Not
/// with LANYARD_DEBUGGABLE set.
void setUpLogging();

} // namespace lanyard
