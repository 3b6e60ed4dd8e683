#!/usr/bin/python3
"""What a start does not load, because nothing of it is shown: Qt's plugins that read pictures, each with its libraries.
Qt loads all of them when it is asked for an icon whose file it does not know, or that it looks for in a theme.

Usage: unneeded.py PROGRAM
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHOWN = "libQt6Svg"  # loaded by any start: without it, the check would be of nothing


def libraries(pid):
    lines = Path(f"/proc/{pid}/maps").read_text().splitlines()
    return {line.split(maxsplit=5)[5] for line in lines if len(line.split(maxsplit=5)) == 6}


def main():
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen([sys.argv[1]], env={
            **os.environ, "HOME": folder, "XDG_RUNTIME_DIR": folder, "QT_QPA_PLATFORM": "offscreen",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:", "LANYARD_DEBUGGABLE": "1"})
        time.sleep(2)
        loaded = libraries(process.pid)
        process.kill()
        process.wait()
    if not any(SHOWN in path for path in loaded):
        sys.exit(f"{SHOWN} is not there: has the program started?")
    unneeded = sorted(path for path in loaded if "/imageformats/" in path or "/iconengines/" in path)
    if unneeded:
        sys.exit("FAILED: loaded without need: " + ", ".join(unneeded))
    print("ok    no plugin that reads pictures is loaded")


if __name__ == "__main__":
    main()
