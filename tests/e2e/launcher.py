#!/usr/bin/python3
"""A window of another program, under Wayland. At Return it asks the compositor for the token with which a program that
it starts may come to the front, as a menu of programs does, and prints it."""

import gi

for library in ("Gdk", "Gtk"):
    gi.require_version(library, "3.0")
from gi.repository import Gdk, Gio, Gtk  # noqa: E402  (the versions are told first)

TITLE = "Something else"


def key_pressed(window, event):
    if event.keyval == Gdk.KEY_Return:
        program = Gio.AppInfo.create_from_commandline("lanyard", "Lanyard",
                                                      Gio.AppInfoCreateFlags.SUPPORTS_STARTUP_NOTIFICATION)
        context = window.get_display().get_app_launch_context()
        print(context.get_startup_notify_id(program, []) or "", flush=True)


def main():
    window = Gtk.Window(title=TITLE, default_width=600, default_height=400)
    window.connect("key-press-event", key_pressed)
    window.connect("destroy", Gtk.main_quit)
    window.show_all()
    Gtk.main()


if __name__ == "__main__":
    main()
