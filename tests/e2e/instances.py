#!/usr/bin/python3
"""The program started twice: one window for one set of files, whatever has become of the first start.

Usage: instances.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER
"""

import os
import signal
import subprocess
import time
from pathlib import Path

from gi.repository import Gio, GLib

import outside
from desktop import has_state, name_of, role_of, text_of, walk
from programs import Lanyard
from run import title
from story import parser, play

SIGN_IN = "Sign in"
NAME = "org.lanyard.Lanyard"


def started_again(run, *arguments):
    """Starts the program once more, to its end; its exit code, what it printed, and the seconds it took."""
    began = time.monotonic()
    ended = subprocess.run([run.options.lanyard, *arguments], capture_output=True, text=True, timeout=30, check=False)
    return ended.returncode, ended.stdout + ended.stderr, time.monotonic() - began


def active_window():
    answer = subprocess.run(["xdotool", "getactivewindow", "getwindowname"], capture_output=True, text=True,
                            timeout=10, check=False)
    return answer.stdout.strip()


def is_alone(run, window_title):
    run.check("there is one window", list(run.desktop.windows()) == [window_title], f"{list(run.desktop.windows())}")


def second_start_raises_the_first(run, window_title):
    terminal = subprocess.Popen(["xmessage", "-title", "Something else", "-geometry", "600x400+100+100", "in front"])
    run.desktop.wait("another program in front", lambda: active_window() == "Something else")
    code, _, seconds = started_again(run)
    run.check("second start ends well, and soon", code == 0 and seconds < 3, f"{code} after {seconds:.1f} s")
    run.desktop.wait("the first window to be in front", lambda: active_window() == window_title)
    run.check("first window is in front", True)
    is_alone(run, window_title)

    subprocess.run(["xdotool", "getactivewindow", "windowminimize"], check=True, timeout=10)
    run.desktop.wait("the window to be minimized", lambda: active_window() != window_title)
    run.check("second start of a minimized one ends well", started_again(run)[0] == 0)
    run.desktop.wait("the window to be back", lambda: active_window() == window_title)
    run.check("minimized window is back", True)
    terminal.kill()
    terminal.wait()


def call(name, path, method, arguments):
    """What a program on the session bus answers; the bus starts it if it has to."""
    interface, _, method = method.rpartition(".")
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 30_000, None)


def start_over_the_bus():
    """As a desktop does whose menu has a program that says DBusActivatable."""
    call(NAME, "/" + NAME.replace(".", "/"), "org.freedesktop.Application.Activate", GLib.Variant("(a{sv})", ({},)))


def the_desktop_asks_the_first(run, window_title):
    other = subprocess.Popen(["xmessage", "-title", "Something else", "-geometry", "600x400+100+100", "in front"])
    run.desktop.wait("another program in front", lambda: active_window() == "Something else")
    start_over_the_bus()
    run.desktop.wait("the first window to be in front", lambda: active_window() == window_title)
    run.check("a start over the bus raises the first window", True)
    is_alone(run, window_title)
    other.kill()
    other.wait()


def the_bus_starts_the_program(run):
    services = Path(os.environ["XDG_RUNTIME_DIR"]).parent / "services"
    services.mkdir(exist_ok=True)
    (services / f"{NAME}.service").write_text(f"[D-BUS Service]\nName={NAME}\nExec={run.options.lanyard}\n")
    bus = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
    call(*bus, "org.freedesktop.DBus.UpdateActivationEnvironment", GLib.Variant("(a{ss})", (dict(os.environ),)))
    call(*bus, "org.freedesktop.DBus.ReloadConfig", None)
    start_over_the_bus()
    run.desktop.window(SIGN_IN)
    run.check("the bus starts the program", True)
    process, = call(*bus, "org.freedesktop.DBus.GetConnectionUnixProcessID", GLib.Variant("(s)", (NAME,)))
    os.kill(process, signal.SIGTERM)
    run.desktop.wait("its end", lambda: SIGN_IN not in run.desktop.windows())


def second_start_names_an_account(run, window_title):
    code, printed, _ = started_again(run, "--server", "https://other.example:5455", "--user", "somebody")
    run.check("start for another account ends well", code == 0)
    run.check("and says where to look", "already running" in printed and "other.example" not in printed, printed)
    dialog = run.job.adding()
    asks_for_the_other_account(run, dialog)
    run.check("it is offered to be added", True)
    run.desktop.press(run.desktop.find(dialog, "push button", "Cancel"))
    run.desktop.wait("the dialog to be gone", lambda: "Add an account" not in run.desktop.windows())
    code, printed, _ = started_again(run, "--server", "ftp://other.example")
    run.check("start with what is no address says so", code == 2 and "cannot be used" in printed, printed)
    run.check("and does not repeat it", "other.example" not in printed, printed)
    dialog = run.job.adding()
    run.desktop.press(run.desktop.find(dialog, "push button", "Cancel"))
    run.desktop.wait("the dialog to be gone", lambda: "Add an account" not in run.desktop.windows())
    run.job.sign_out(window_title)
    code, _, _ = started_again(run, "--server", "https://other.example:5455", "--user", "somebody")
    asks_for_the_other_account(run, run.job.adding())
    run.check("signed out, the dialog asks for that account", code == 0)


def asks_for_the_other_account(run, dialog):
    run.desktop.wait("the other account in the dialog", lambda: [
        text_of(run.desktop.find(dialog, "text", name)) for name in ("Server", "Username")
    ] == ["https://other.example:5455", "somebody"])


def nothing_is_unsaved(run, window_title):
    """The bar with Save is there while something is."""
    window = run.desktop.window(window_title)
    run.desktop.wait("the bar with Save to go", lambda: not any(
        role_of(item) == "push button" and name_of(item) == "Save" for item in walk(window, shown=True)
        if has_state(item, "SHOWING")))


def told_to_end(run, window_title):
    """As the system does when the computer is shut down."""
    window = run.job.page(window_title, "API keys")
    key = run.key()
    run.job.copy_key(window, run.scenario.key)
    run.desktop.wait("the clipboard to hold the key", lambda: outside.clipboard() == key)
    window = run.job.page(window_title, "Profile")
    run.desktop.replace(run.desktop.find(window, "text", "City"), "Torino")
    run.lanyard.process.send_signal(signal.SIGTERM)
    run.lanyard.wait_for_end()
    run.check("SIGTERM ends the program well", True)
    run.check("with nothing on the clipboard", key not in outside.clipboard())
    left = list(Path(os.environ["XDG_RUNTIME_DIR"]).glob("lanyard-*"))
    run.check("and without a lock left", not left, f"{left}")
    run.start()
    run.desktop.find_text(run.desktop.window(window_title), "1 change")
    run.check("what was typed just before is back", True)
    run.desktop.press(run.desktop.find(run.desktop.window(window_title), "push button", "Discard them"))
    nothing_is_unsaved(run, window_title)


def told_to_end_while_typing(run, window_title):
    """Nobody has pressed Enter yet."""
    for setting, typed in (("Greeting", "Typed before the end"), ("Layout of the licence table", '{"typed": "late"}')):
        window = run.job.page(window_title, "Settings")
        tree = run.job.go_to(window, ("tree", "tree table"), "Settings", setting)
        run.desktop.press(run.desktop.find(window, "push button", "Edit value"))
        run.desktop.wait("the editor to have the focus", lambda seen=tree: not has_state(seen, "FOCUSED"))
        run.desktop.keys("ctrl+a")
        run.desktop.type(typed)
        time.sleep(1)
        run.lanyard.process.send_signal(signal.SIGTERM)
        run.lanyard.wait_for_end()
        run.start()
        run.desktop.find_text(run.desktop.window(window_title), "1 change")
        run.check(f"what was being typed into {setting!r} is back", True)
        run.desktop.press(run.desktop.find(run.desktop.window(window_title), "push button", "Discard them"))
        nothing_is_unsaved(run, window_title)


def told_to_end_while_signing_out(run, window_title):
    """The service, which takes its time, learns all the same that the session has ended."""
    answered = b'POST "/v1/auth/logout" try 1 status 200'
    before = run.log.read_bytes().count(answered)
    window = run.desktop.window(window_title)
    run.service.process.send_signal(signal.SIGSTOP)
    run.desktop.press(run.desktop.find(window, "push button", "Sign out"))
    run.desktop.find_text(run.desktop.window("Lanyard"), "Signing out…")
    run.lanyard.process.send_signal(signal.SIGTERM)
    time.sleep(0.5)
    run.service.process.send_signal(signal.SIGCONT)
    run.lanyard.wait_for_end()
    run.check("the service has answered before the end", run.log.read_bytes().count(answered) == before + 1)
    run.check("and holds no session", not run.service.tokens())
    run.start()
    run.job.sign_in_with_password(run.password)
    run.desktop.wait("the dialog to be gone", lambda: SIGN_IN not in run.desktop.windows())


def killed_first(run):
    run.lanyard.process.kill()
    run.lanyard.process.wait()
    run.start()
    run.desktop.window(SIGN_IN)
    run.check("after kill -9 the next start has a window of its own", run.lanyard.process.poll() is None)


def stopped_first(run):
    run.lanyard.process.send_signal(signal.SIGSTOP)
    second = Lanyard(run.options.lanyard, log=run.log)
    try:
        # To a program that has just been started, AT-SPI gives fifteen seconds to answer: the first one never will.
        box = run.desktop.window("Lanyard", 40)
        run.desktop.find_text(box, "Lanyard is already running but is not responding.")
        run.check("a first one that hangs is told in a window", True)
        run.desktop.press(run.desktop.find(box, "push button", "Close"))
        run.check("which ends with a failure", second.process.wait(10) == 1)
    finally:
        second.stop()
        run.lanyard.process.send_signal(signal.SIGCONT)
    code, _, _ = started_again(run)
    run.check("one that goes on again answers again", code == 0)


def left_by_another_computer(run):
    """As on a home that several computers share: nobody can be asked, and nobody seems to hold the lock."""
    lock = next(Path(os.environ["HOME"]).rglob("*.running.lock"))
    run.lanyard.process.kill()
    run.lanyard.process.wait()
    lines = lock.read_text().split("\n")
    lines[2:4] = ["elsewhere", "0123456789abcdef0123456789abcdef"]
    for answer in ("Close", "Start anyway"):
        lock.write_text("\n".join(lines))
        run.start()
        box = run.desktop.window("Lanyard", 40)
        run.desktop.find_text(box, "Lanyard may still be running on another computer.")
        run.desktop.find_text(box, f"It is process {lines[0]} on the computer elsewhere.")
        run.desktop.press(run.desktop.find(box, "push button", answer))
        if answer == "Close":
            run.check("a no ends with a failure", run.lanyard.process.wait(10) == 1)
            run.check("and the lock stays", lock.read_text() == "\n".join(lines))
    run.desktop.window(SIGN_IN)
    run.check("a yes starts it, as the only one", started_again(run)[0] == 0)


def unsafe_folder(run):
    """A folder that others may write to could hold a lock of theirs, or a socket that listens in their name."""
    run.lanyard.stop()
    folder = Path(os.environ["XDG_RUNTIME_DIR"])
    for left in folder.glob("lanyard-*"):  # of those that were killed
        left.unlink()
    folder.chmod(0o777)
    try:
        run.start()
        # Over the dialog, which is in front: shown all the same.
        run.desktop.find_text(run.desktop.window("Lanyard"), "Lanyard cannot tell whether it is already running")
        run.check("a folder open to others is told", True)
        left = list(folder.glob("lanyard-*"))
        run.check("and nothing is put there", not left, f"{left}")
    finally:
        folder.chmod(0o700)


def instances(run):
    run.start()
    run.job.sign_in_with_password(run.password)
    window_title = title(run.scenario.display_name)
    run.desktop.window(window_title)
    run.desktop.wait("the dialog to be gone", lambda: SIGN_IN not in run.desktop.windows())
    second_start_raises_the_first(run, window_title)
    the_desktop_asks_the_first(run, window_title)
    told_to_end(run, window_title)
    told_to_end_while_typing(run, window_title)
    told_to_end_while_signing_out(run, window_title)
    second_start_names_an_account(run, window_title)
    killed_first(run)
    stopped_first(run)
    left_by_another_computer(run)
    unsafe_folder(run)
    run.lanyard.stop()
    the_bus_starts_the_program(run)


def main():
    play(parser().parse_args(), "instances", "rich", instances)


if __name__ == "__main__":
    main()
