#!/usr/bin/python3
"""What Wayland allows only to the program that has the focus: the clipboard, and coming to the front.

Usage: wayland_desktop.py --wayland --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER clipboard|instance
"""

import os
import subprocess
import sys
from pathlib import Path

import launcher
import outside
import wayland
from run import title
from story import parser, play

SECONDS = 10  # the shortest that can be chosen
SOON = 5      # that many before its time is up


class OtherProgram:
    """A window of another program, which has the focus."""

    def __init__(self, run):
        self.run = run
        self.process = subprocess.Popen([sys.executable, "-B", launcher.__file__], stdout=subprocess.PIPE, text=True,
                                        env={**os.environ, "NO_AT_BRIDGE": "1", "GDK_BACKEND": "wayland"})
        run.desktop.wait("another program in front", self.is_in_front, 30)

    def is_in_front(self):
        return wayland.active_window() == launcher.TITLE

    def come_back(self):
        wayland.focus_window(launcher.TITLE)
        self.run.desktop.wait("the other program in front again", self.is_in_front)

    def token(self):
        self.run.desktop.keys("Return")
        return self.process.stdout.readline().strip()

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


def signed_in(run, **environment):
    run.start(**environment)
    run.job.sign_in_with_password(run.password)
    window_title = title(run.scenario.display_name)
    run.desktop.window(window_title)
    run.desktop.wait("the dialog to be gone", lambda: "Sign in" not in run.desktop.windows())
    run.desktop.wait("the window to have the focus", lambda: wayland.active_window() == window_title)
    return window_title


def copy(run, window_title):
    window = run.job.page(window_title, "API keys")
    run.job.copy_key(window, run.scenario.key)
    run.desktop.wait("the clipboard to hold the key", lambda: outside.clipboard() == run.key())
    run.check("the copied key is marked as a secret", "x-kde-passwordManagerHint" in outside.clipboard_targets())
    return window


def is_cleared(run, seconds=SECONDS + SOON):
    key = run.key()
    run.desktop.wait("the clipboard to be cleared", lambda: key not in outside.clipboard(), seconds)


def without_wl_copy(folder):
    """Puts a wl-copy there that does nothing but note that it was called; answers where."""
    folder.mkdir()
    calls, tool = folder / "calls", folder / "wl-copy"
    tool.write_text(f'#!/bin/sh\necho "$@" >>"{calls}"\n')
    tool.chmod(0o755)
    return calls


def clipboard(run):
    settings = Path(os.environ["XDG_CONFIG_HOME"]) / "lanyard"
    settings.mkdir(parents=True)
    (settings / "preferences.json").write_text(f'{{"clipboardSeconds": {SECONDS}}}')
    tools = run.picture.parent / "tools"
    calls = without_wl_copy(tools)
    window_title = signed_in(run, PATH=f"{tools}:{os.environ['PATH']}")

    copy(run, window_title)
    is_cleared(run)
    run.check("a copied key is cleared after its time", True)

    copy(run, window_title)
    other = OtherProgram(run)
    try:
        run.check("the key is still there when another window has the focus", outside.clipboard() == run.key())
        is_cleared(run)
        run.check("it is cleared after its time though the window has no focus", other.is_in_front())
        run.check("which took no help from wl-copy", not calls.exists())
    finally:
        other.stop()
    run.desktop.wait("the window to have the focus", lambda: wayland.active_window() == window_title)

    copy(run, window_title)
    key = run.key()
    run.job.sign_out(window_title)
    run.desktop.wait("the clipboard to be cleared", lambda: key not in outside.clipboard(), 3)
    run.check("a copied key is cleared at sign-out", True)

    run.job.sign_in_with_password(run.password)
    run.desktop.wait("the dialog to be gone", lambda: "Sign in" not in run.desktop.windows())
    copy(run, window_title)
    run.quit()
    run.check("and at quit", key not in outside.clipboard())


def instance(run):
    window_title = signed_in(run)
    other = OtherProgram(run)
    try:
        def start_again(**environment):
            inherited = {name: value for name, value in os.environ.items() if name != "XDG_ACTIVATION_TOKEN"}
            return subprocess.run([run.options.lanyard], env={**inherited, **environment}, timeout=30, check=False)
        run.check("a start that nobody asked the compositor for ends well", start_again().returncode == 0)
        run.check("and takes the focus from nobody", other.is_in_front())
        for time in ("first", "second"):
            token = other.token()
            run.check("the other program has a token", bool(token))
            run.check(f"the {time} start with a token ends well",
                      start_again(XDG_ACTIVATION_TOKEN=token).returncode == 0)
            run.desktop.wait("the first window in front", lambda: wayland.active_window() == window_title)
            run.check("and brings the first window to the front", True)
            other.come_back()
    finally:
        other.stop()


STORIES = {"clipboard": clipboard, "instance": instance}


def main():
    arguments = parser()
    arguments.add_argument("story", choices=sorted(STORIES))
    options = arguments.parse_args()
    play(options, f"wayland-{options.story}", "rich", STORIES[options.story])


if __name__ == "__main__":
    main()
