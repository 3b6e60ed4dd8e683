"""Keys, clipboard and windows of a desktop with Wayland, through its compositor (tests/support/wayland.sh --whole)."""

import json
import os
import subprocess

MODIFIERS = ("ctrl", "alt", "shift")
# Each call is a new keyboard, whose first key is lost while the program learns its layout.
NEW_KEYBOARD = ("-k", "Shift_L", "-s", "400")


def is_here():
    return "WAYLAND_DISPLAY" in os.environ


def _wtype(*arguments):
    subprocess.run(["wtype", *NEW_KEYBOARD, *arguments], check=True, timeout=60)


def keys(*names):
    """Key events: names as xdotool has them, such as ctrl+s."""
    arguments = []
    for name in names:
        *held, key = name.split("+")
        for modifier in held:
            arguments += ["-M", modifier]
        arguments += ["-k", key]
        for modifier in reversed(held):
            arguments += ["-m", modifier]
        arguments += ["-s", "30"]
    _wtype(*arguments)


def type_text(text):
    for number, line in enumerate(text.split("\n")):
        if number:
            keys("Return")
        if line:
            _wtype("-d", "8", "--", line)


def _paste(*options):
    answer = subprocess.run(["wl-paste", *options], capture_output=True, timeout=20, check=False)
    return answer.stdout.decode(errors="replace") if answer.returncode == 0 else ""


def clipboard(selection="clipboard", target=None):
    """What a selection holds, or nothing: asked as a clipboard manager does, which needs no focus."""
    return _paste("--no-newline", *(("--primary",) if selection == "primary" else ()),
                  *(("--type", target) if target else ()))


def clipboard_types():
    return _paste("--list-types").splitlines()


def copy(data, kind="text/plain"):
    # wl-copy stays behind to serve what it was given; with its output open, it would be waited for.
    subprocess.run(["wl-copy", "--type", kind], input=data, check=True, timeout=10,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _sway(*arguments):
    return subprocess.run(["swaymsg", *arguments], capture_output=True, text=True, timeout=10, check=True).stdout


def _nodes(node):
    yield node
    for child in node["nodes"] + node["floating_nodes"]:
        yield from _nodes(child)


def active_window():
    """The title of the window that has the focus, as the compositor knows it."""
    return next((node["name"] for node in _nodes(json.loads(_sway("-t", "get_tree"))) if node["focused"]), None)


def focus_window(title):
    _sway(f'[title="^{title}$"] focus')
