"""When a program's window is painted, seen from outside: by the X server's damage reports."""

import os
import select
import subprocess
import time

from Xlib import X, display
from Xlib.ext import damage

SMALLEST = 100  # pixels: anything smaller is a helper of the toolkit


class ScreenWatch:
    """Starts programs one after the other, each alone on the screen."""

    def __init__(self):
        self.display = display.Display()
        self.root = self.display.screen().root
        self.display.damage_query_version()
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.net_name = self.display.intern_atom("_NET_WM_NAME")
        self.utf8 = self.display.intern_atom("UTF8_STRING")
        # Its frame around a window is painted before what is in the window.
        checked = self.root.get_full_property(self.display.intern_atom("_NET_SUPPORTING_WM_CHECK"), X.AnyPropertyType)
        self.manager = self._owner(checked.value[0]) if checked else None
        self.display.sync()

    def _owner(self, window):
        """Which of the X server's clients made the window of that number."""
        return window & ~self.display.display.info.resource_id_mask

    def _events(self, until):
        while (left := until - time.monotonic()) > 0:
            if self.display.pending_events() == 0:
                select.select([self.display], [], [], left)
            while self.display.pending_events() > 0:
                yield self.display.next_event(), time.monotonic()

    def _follow(self, window):
        window.change_attributes(event_mask=X.PropertyChangeMask)
        window.damage_create(damage.DamageReportRawRectangles)
        self.display.flush()

    def start(self, command, title="", seconds=20, **options):
        """The process; the milliseconds to its first paint, and to the first after its title holds @p title. The
        second is None if none is given."""
        begun = time.monotonic()
        process = subprocess.Popen(command, **options)
        first, titled = None, None
        for event, now in self._events(begun + seconds):
            try:
                if event.type == X.CreateNotify and self._owner(event.window.id) != self.manager:
                    self._follow(event.window)
                elif event.type == X.PropertyNotify and event.atom == self.net_name and title:
                    shown = event.window.get_full_property(self.net_name, self.utf8)
                    if shown and title in shown.value.decode():
                        titled = titled or now
                elif event.type == self.display.extension_event.DamageNotify:
                    if min(event.area.width, event.area.height) < SMALLEST:
                        continue
                    first = first or now
                    if titled or not title:
                        return process, 1000 * (first - begun), 1000 * (now - begun) if title else None
            except Exception:  # noqa: BLE001  (a window that is gone already)
                continue
        process.kill()
        raise RuntimeError(f"{command[0]} painted nothing in {seconds} s")

    def end(self, process):
        process.terminate()
        process.wait(10)
        time.sleep(0.2)  # for the window manager to have seen it
        while self.display.pending_events() > 0:
            self.display.next_event()
