#!/usr/bin/python3
"""A start of the program beside a bare window's and other programs': to the first paint, to the restored profile; the
memory after it, and a minute of doing nothing. Prints one JSON object.

Usage: startup.py --lanyard PROGRAM --service PROGRAM --bare PROGRAM --accounts FILE [--runs N] [--idle SECONDS]
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))

import threads  # noqa: E402  (the path is told first)
from screenwatch import ScreenWatch  # noqa: E402

SESSION = HERE.parent / "support" / "session.sh"
PEERS = {"KeePassXC": ["keepassxc"], "Nextcloud": ["nextcloud"]}  # where they are installed
SETTLED = 2  # seconds after which nothing of a start is still going on
CALM = 35  # seconds after which the calls of a start have ended, with their connections


def sign_in_once(options, folder):
    """The sign-in that every start restores; the service, and the words on the window's title."""
    from desktop import Desktop
    from job import Job
    from programs import Lanyard, Service
    from run import sample_accounts
    accounts = sample_accounts(json.loads(Path(options.accounts).read_text()), "bench-password")
    service = Service(options.service, folder, accounts)
    desktop = Desktop(folder)
    lanyard = Lanyard(options.lanyard, "--server", service.url, "--user", "mrossi", log=Path(folder) / "log")
    Job(desktop).sign_in_with_password("bench-password")
    user = service.document("mrossi")
    name = f"{user['firstName']} {user['lastName']}"
    window = desktop.window(f"{name} — Lanyard")
    desktop.find_text(window, "Sign-in kept", seconds=10)
    desktop.keys("ctrl+q")
    lanyard.wait_for_end()
    return service, name


def memory(pid):
    """Resident and proportional, in MiB."""
    rollup = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:])
    return tuple(int(rollup[name].split()[0]) / 1024 for name in ("Rss", "Pss"))


def processor(pid):
    """Seconds of it, to the nanosecond: the ticks of /proc/PID/stat are too coarse for a program at rest."""
    return sum(int(times.read_text().split()[0]) for times in Path(f"/proc/{pid}/task").glob("*/schedstat")) / 1e9


def rest(pid, seconds):
    """What the program does while nobody does anything with it: processor time, and how often which thread was woken."""
    busy, before = processor(pid), threads.woken(pid)
    time.sleep(seconds)
    return {"seconds": seconds, "processor": processor(pid) - busy, "woken": threads.woken_since(before, pid)}


def unheard():
    """The environment of most people's desktops: nothing asks programs to speak."""
    environment = dict(os.environ, NO_AT_BRIDGE="1")
    environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)
    return environment


def measure(options, folder):
    service, name = sign_in_once(options, folder)
    watch = ScreenWatch()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": unheard()}
    floors = {"bare window": [options.bare], "bare window, one text": [options.bare, "Lanyard"]}
    result = {"ms": {name: [] for name in (*floors, "first paint", "restored profile")}, "MiB": {}, "idle": {}}
    peers = {name: command for name, command in PEERS.items() if shutil.which(command[0])}
    try:
        for run in range(options.runs):
            for floor, command in floors.items():
                process, first, _ = watch.start(command, **quiet)
                result["ms"][floor].append(first)
                if run == 0:
                    time.sleep(SETTLED)
                    result["MiB"][floor] = memory(process.pid)
                watch.end(process)
            process, first, whole = watch.start([options.lanyard], title=name, **quiet)
            result["ms"]["first paint"].append(first)
            result["ms"]["restored profile"].append(whole)
            if run == 0:
                time.sleep(SETTLED)
                result["MiB"]["restored profile"] = memory(process.pid)
            watch.end(process)
            for peer, command in peers.items():
                process, first, _ = watch.start(command, **quiet)
                result["ms"].setdefault(peer, []).append(first)
                watch.end(process)
        process, _, _ = watch.start([options.lanyard], title=name, **quiet)
        for focus in ("no caret", "a caret that blinks"):  # F6 goes from the field to the list of pages, and back
            time.sleep(CALM if focus == "no caret" else SETTLED)
            subprocess.run(["xdotool", "key", "F6"], check=True)
            time.sleep(SETTLED)
            result["idle"][focus] = rest(process.pid, options.idle)
        watch.end(process)
    finally:
        service.stop()
    return result


def main():
    arguments = argparse.ArgumentParser()
    for name in ("lanyard", "service", "bare", "accounts"):
        arguments.add_argument(f"--{name}", required=True)
    arguments.add_argument("--runs", type=int, default=15)
    arguments.add_argument("--idle", type=int, default=60)
    arguments.add_argument("--inside", action="store_true", help="already in a session of its own")
    options = arguments.parse_args()
    if not options.inside:
        os.execv(SESSION, [str(SESSION), "--", sys.executable, "-B", *sys.argv, "--inside"])
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(options, folder)))


if __name__ == "__main__":
    main()
