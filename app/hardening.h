#pragma once

namespace lanyard {

/// Keeps other programs of the same user from reading this process's memory: no core file on a crash, no debugger, and
/// /proc/PID/environ, maps and mem for root only. Under Windows likewise, and libraries are loaded from the folders of
/// the system and of the program alone. Call it first.
///
/// Not inside Flatpak or Snap, whose portals must inspect the process, and not with LANYARD_DEBUGGABLE set.
void hardenProcess();

/// Files created from here on are readable only by their owner.
void keepFilesPrivate();

} // namespace lanyard
