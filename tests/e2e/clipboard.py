#!/usr/bin/python3
"""A copied key and the programs that remember what is copied: real clipboard managers, and none.

Usage: clipboard.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER none|copyq|parcellite
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import outside
from run import title
from story import parser, play

SECONDS = 10  # the shortest that can be chosen
CONTROL = "something of the user's own"


class NoManager:
    """Nobody else wants what is copied."""

    honours_hints = True

    def start(self):
        pass

    def remembers(self, text):
        return False

    def stop(self):
        pass


class Manager(NoManager):
    """A program that keeps what is copied."""

    command = ()

    def start(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


class CopyQ(Manager):
    """Leaves alone what is marked as a secret: this release of it by a command that its manual shows for that."""

    command = ("copyq", "--start-server")

    def start(self):
        commands = Path(os.environ["XDG_CONFIG_HOME"]) / "copyq" / "copyq-commands.ini"
        commands.parent.mkdir(parents=True, exist_ok=True)
        commands.write_text("[Commands]\nsize=1\n1\\Name=Ignore secrets\n1\\Automatic=true\n"
                            "1\\Input=x-kde-passwordManagerHint\n"
                            "1\\Command=\"copyq: if (str(input()) == 'secret') ignore()\"\n")
        super().start()

    def remembers(self, text):
        count = subprocess.run(["copyq", "size"], capture_output=True, text=True, timeout=20, check=False).stdout
        return any(text in subprocess.run(["copyq", "read", str(row)], capture_output=True, text=True, timeout=20,
                                          check=False).stdout for row in range(int(count or 0)))


class Parcellite(Manager):
    """Knows no marks: the contrast."""

    honours_hints = False
    command = ("parcellite", "-n")

    def start(self):
        settings = Path(os.environ["XDG_CONFIG_HOME"]) / "parcellite" / "parcelliterc"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text("[rc]\nsave_history=true\nuse_copy=true\nuse_primary=false\nrestore_empty=true\n")
        super().start()

    def remembers(self, text):
        return any("history" in path.name and text.encode() in data
                   for path, data in outside.file_contents(os.environ["XDG_DATA_HOME"]))


MANAGERS = {"none": NoManager, "copyq": CopyQ, "parcellite": Parcellite}


def copy(run, window_title):
    window = run.job.page(window_title, "API keys")
    run.job.copy_key(window, run.scenario.key)
    run.desktop.wait("the clipboard to hold the key", lambda: outside.clipboard() == run.key())
    return window


def put_control_text(number=""):
    subprocess.run(["xclip", "-selection", "clipboard"], input=CONTROL + number, text=True, check=True, timeout=10,
                   stdout=subprocess.DEVNULL)


def copied_key(run, manager):
    settings = Path(os.environ["XDG_CONFIG_HOME"]) / "lanyard"
    settings.mkdir(parents=True)
    (settings / "preferences.json").write_text(f'{{"clipboardSeconds": {SECONDS}}}')
    manager.start()
    if not isinstance(manager, Manager):
        put_control_text()
    else:
        def noticed():
            put_control_text(f" {time.monotonic()}")  # a text that was there when it started does not count as copied
            time.sleep(0.5)
            return manager.remembers(CONTROL)
        run.desktop.wait("the manager to remember what is copied", noticed, 30)
    run.start()
    run.job.sign_in_with_password(run.password)
    window_title = title(run.scenario.display_name)
    run.desktop.window(window_title)
    key = run.key()

    window = copy(run, window_title)
    time.sleep(2)  # for the manager
    if manager.honours_hints:
        run.check("the key is not in the manager's history", not manager.remembers(key))
        run.desktop.wait("the clipboard to be cleared", lambda: key not in outside.clipboard(), SECONDS + 5)
        run.desktop.find_text(window, "Clipboard cleared")
    else:
        run.check("the contrast does remember it", manager.remembers(key))
        # It brings back what was cleared: that is said, and a blank takes the key's place.
        run.desktop.find_text(window, f"Key “{run.scenario.key}” is off the clipboard, but a clipboard manager",
                              SECONDS + 5)
        run.check("the key is off the clipboard", key not in outside.clipboard(), outside.clipboard())
    run.check("PRIMARY never held the key", key not in outside.clipboard("primary"))

    put_control_text()
    time.sleep(1)
    copy(run, window_title)
    time.sleep(1)
    run.desktop.keys("ctrl+q")
    run.lanyard.wait_for_end()
    time.sleep(2)
    run.check("after quitting nothing is left on the clipboard", key not in outside.clipboard())
    if manager.honours_hints:
        run.check("nor in the manager's history", not manager.remembers(key))
    told_to_end(run, manager, window_title)


def told_to_end(run, manager, window_title):
    """By SIGTERM, as at the end of a session: what a manager brings back is looked for then too."""
    run.start()
    run.desktop.window(window_title)
    put_control_text()
    time.sleep(1)
    copy(run, window_title)
    time.sleep(2)  # for the manager
    run.lanyard.process.send_signal(signal.SIGTERM)
    run.lanyard.wait_for_end()
    time.sleep(2)
    run.check("after SIGTERM nothing is left on the clipboard", run.key() not in outside.clipboard())


def main():
    arguments = parser()
    arguments.add_argument("manager", choices=sorted(MANAGERS))
    options = arguments.parse_args()
    manager = MANAGERS[options.manager]()
    if isinstance(manager, Manager) and not shutil.which(manager.command[0]):
        print(f"{manager.command[0]} is not installed; not every release of Debian has it")
        sys.exit(77)

    def story(run):
        try:
            copied_key(run, manager)
        finally:
            manager.stop()
    play(options, f"clipboard-{options.manager}", "rich", story)


if __name__ == "__main__":
    main()
