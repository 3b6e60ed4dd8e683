#pragma once

namespace lanyard {

/// Keeps other programs of the same person from reading this one's memory: no core file when it crashes, no debugger,
/// and /proc/PID/environ, maps and mem for the system alone. Call it first.
///
/// Not inside Flatpak or Snap, whose portals must look at the process, and not with LANYARD_DEBUGGABLE set.
void hardenProcess();

} // namespace lanyard
