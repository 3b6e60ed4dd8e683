#pragma once

namespace lanyard {

/// Keeps other programs of the same user from reading this process's memory: no core file on a crash, no debugger, and
/// /proc/PID/environ, maps and mem for root only. Call it first.
///
/// Not inside Flatpak or Snap, whose portals must inspect the process, and not with LANYARD_DEBUGGABLE set.
void hardenProcess();

} // namespace lanyard
