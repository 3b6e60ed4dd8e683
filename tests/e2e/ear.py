#!/usr/bin/python3
"""What assistive technology is told without asking: events of AT-SPI, heard by a process of its own.

Usage: ear.py EVENT...     prints detail, source and what came with it for each such event
"""

import subprocess
import sys
from pathlib import Path


class Ear:
    """Listens for these kinds of event while the with statement lasts."""

    def __init__(self, run, *events):
        self.file = Path(run.picture.parent) / ("heard-" + "-".join(events).replace(":", "-"))
        with open(self.file, "w", encoding="utf-8") as output:
            self.process = subprocess.Popen([sys.executable, "-B", __file__, *events], stdout=output)
        run.desktop.wait("the listener", lambda: "listening" in self.file.read_text())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def lines(self):
        """(detail, source, text) of every event so far."""
        return [tuple(line.split("\t", 2)) for line in self.file.read_text().splitlines() if "\t" in line]

    def times(self, detail, text):
        return sum(1 for how, _, what in self.lines() if how == detail and text in what)


def listen(kinds):
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi

    def heard(event):
        print(event.detail1, event.source.get_name(), event.any_data, sep="\t", flush=True)
    listener = Atspi.EventListener.new(heard)
    for kind in kinds:
        listener.register(kind)
    print("listening", flush=True)
    Atspi.event_main()


if __name__ == "__main__":
    listen(sys.argv[1:])
