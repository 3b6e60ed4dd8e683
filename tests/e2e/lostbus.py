#!/usr/bin/python3
"""The session bus dies while somebody works: the program goes on, and what was typed is saved.

Usage: lostbus.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER
"""

import os
import signal
import subprocess
import time

import outside
from run import title
from story import parser, play


def bus_pid():
    """The session bus itself knows its process."""
    reply = subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/",
                            "org.freedesktop.DBus.GetConnectionUnixProcessID", "string:org.freedesktop.DBus"],
                           capture_output=True, text=True, timeout=10, check=True).stdout
    return int(reply.split()[-1])


def story(run):
    """By keys alone: what lets a test see the window is gone with the bus."""
    run.start()
    run.job.sign_in_with_password(run.password)
    run.desktop.window(title(run.scenario.display_name))
    run.desktop.wait("the keychain to hold the session", outside.keychain_secrets)
    window = run.job.page(title(run.scenario.display_name), "Profile")
    run.desktop.focus(run.desktop.find(window, "text", "City"))
    run.desktop.keys("ctrl+a")
    os.kill(bus_pid(), signal.SIGKILL)
    time.sleep(2)
    run.check("the program goes on without the session bus", run.lanyard.process.poll() is None)
    for keys in (["type", "--clearmodifiers", "--", "Busan"], ["key", "--clearmodifiers", "ctrl+s"]):
        subprocess.run(["xdotool", *keys], check=True, timeout=30)
    run.desktop.wait("what was typed to be saved", lambda: run.document()["city"] == "Busan")
    run.lanyard.process.terminate()
    run.check("it ends when it is asked to", run.lanyard.process.wait(10) == 0)


def main():
    play(parser().parse_args(), "lostbus", "rich", story)


if __name__ == "__main__":
    main()
