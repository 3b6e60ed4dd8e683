#!/usr/bin/python3
"""The program with KeePassXC as the Secret Service, which asks about each access: a real one, answered by a user.

Usage: keepassxc.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER
"""

import base64
import os
import re
import subprocess
import sys
import time
import uuid
from pathlib import Path

from desktop import children, has_state, name_of, role_of, text_of, walk
from programs import end
from run import title
from story import SUPPORT, parser, play

MASTER = "master password"
# Seconds: longer than a keychain that needs nobody may take; in the long form, than QtDBus waits for a call by itself.
LATE = 27 if os.environ.get("LANYARD_LONG") else 6
CRASHED = 75  # the exit code of a run in which KeePassXC itself ended
KEPT = "Sign-in kept in KeePassXC"
# What must not be said of a keychain that waits for an answer.
FALSE = ("locked", "does not answer", "not responding", "no keychain", "cannot be read", "refused", "did not allow")


class KeePassXC:
    """The program with one database, exposed to the Secret Service, and without a recycle bin: what is moved there is
    deleted without a question."""

    def __init__(self, desktop, folder):
        self.desktop = desktop
        self.folder = Path(folder)
        self.database = Path(folder) / "passwords.kdbx"
        self.log = open(Path(folder) / "keepassxc.log", "w", encoding="utf-8")
        self.process = None
        self.crashed = False
        root = uuid.uuid4()
        export = Path(folder) / "passwords.xml"
        export.write_text(f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<KeePassFile><Meta><DatabaseName>Passwords</DatabaseName><RecycleBinEnabled>False</RecycleBinEnabled><CustomData><Item>
<Key>FDO_SECRETS_EXPOSED_GROUP</Key><Value>{{{root}}}</Value></Item></CustomData></Meta>
<Root><Group><UUID>{base64.b64encode(root.bytes).decode()}</UUID><Name>Root</Name></Group></Root></KeePassFile>""")
        subprocess.run(["keepassxc-cli", "import", "-q", "-p", "-t", "100", export, self.database],
                       input=f"{MASTER}\n{MASTER}\n", text=True, check=True, timeout=30, capture_output=True)
        settings = Path(os.environ["XDG_CONFIG_HOME"]) / "keepassxc" / "keepassxc.ini"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text("[General]\nUpdateCheckMessageShown=true\n[GUI]\nCheckForUpdates=false\n"
                            "[FdoSecrets]\nEnabled=true\nShowNotification=false\n")

    def start(self, unlocked=True):
        # A folder of its own for the lock by which it finds another instance: the one of whoever runs the tests.
        self.process = subprocess.Popen(["keepassxc", self.database], stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=self.log, env={**os.environ, "TMPDIR": str(self.folder)})
        self.wait_for_window(is_locked=True)
        if unlocked:  # by hand: with --pw-stdin the one of Debian 13 crashes
            field = self.desktop.wait("a field for the password", lambda: [
                item for window in self.windows() for item in walk(window, shown=True)
                if role_of(item) == "password text"])[0]
            field.get_editable_text_iface().set_text_contents(MASTER)
            self.press(self.windows()[0], "Unlock")
            self.wait_for_window(is_locked=False)
        self.desktop.wait("a Secret Service", lambda: "org.freedesktop.secrets" in subprocess.run(
            ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/",
             "org.freedesktop.DBus.ListNames"], capture_output=True, text=True, timeout=10, check=True).stdout)

    def wait_for_window(self, is_locked):
        self.desktop.wait("KeePassXC's window", lambda: any(
            name.endswith("KeePassXC") and ("Locked" in name) == is_locked for name in self.desktop.windows()), 20)

    def stop(self):
        if self.process:
            self.crashed = self.process.poll() is not None
            end(self.process)

    def holds(self):
        """The passwords of all entries that qtkeychain's way of writing them would find, read from the file."""
        shown = subprocess.run(["keepassxc-cli", "show", "-q", "-s", "-a", "Password", "-a", "server", self.database,
                                "lanyard"], input=MASTER, text=True, capture_output=True, timeout=20, check=False)
        return shown.stdout.split()

    def windows(self):
        return [window for program in self.desktop.programs() if name_of(program).lower().startswith("keepassxc")
                for window in children(program)]

    def wait_for_file(self, what, is_so):
        """An entry is kept at once, and the file written later; what changes while it is written is left out until
        something else changes (2.7, DatabaseWidget::onDatabaseModified: "only block once"). So it is told to save."""
        def look():
            if is_so(self.holds()):
                return True
            for item in [item for window in self.windows() for item in walk(window, shown=True)]:
                if (role_of(item), name_of(item)) == ("push button", "Save Database") and has_state(item, "ENABLED"):
                    self.desktop.press(item)
            return False
        self.desktop.wait(what, look, 60, pause=1)

    def dialogs(self):
        """What it asks now: title and window."""
        found = {}
        for window in self.windows():
            is_question = role_of(window) in ("dialog", "alert") or "Unlock Database" in name_of(window)
            if is_question and has_state(window, "SHOWING"):
                found[name_of(window)] = window
        return found

    def asked(self, seconds=20):
        return next(iter(self.desktop.wait("a question of KeePassXC's", self.dialogs, seconds).items()))

    def press(self, dialog, *names):
        button = self.desktop.wait(f"a button {names}", lambda: [
            item for item in walk(dialog) if role_of(item) == "push button" and name_of(item).strip() in names])[0]
        self.desktop.press(button)


def said(run):
    """All that the program's windows say."""
    shown = [item for name, window in run.desktop.windows().items() if "KeePassXC" not in name
             for item in walk(window) if has_state(item, "SHOWING")]
    return [text for item in shown for text in (name_of(item), text_of(item) if role_of(item) == "label" else "")]


def nothing_false(run, when):
    wrong = [text for text in said(run) for word in FALSE if word in text]
    run.check(f"nothing false is said {when}", not wrong, f"{wrong}")


def nothing_asked(run, keepassxc, when):
    time.sleep(0.7)
    run.check(f"nothing is asked {when}", not keepassxc.dialogs(), f"{list(keepassxc.dialogs())}")


def allow(run, keepassxc):
    _, dialog = keepassxc.asked()
    keepassxc.press(dialog, "Allow Selected")
    run.desktop.wait("the question to be gone", lambda: not keepassxc.dialogs())


def signed_in(run, keepassxc, when):
    run.desktop.window(title(run.scenario.display_name))
    run.desktop.find_text(run.desktop.window(title(run.scenario.display_name)), KEPT)
    run.check(f"signed in {when}, and the keychain has its name", True)
    nothing_asked(run, keepassxc, when)
    nothing_false(run, when)


def to_front(run, name):
    """The window that the keys then go to: a question that shows is not yet the active window."""
    subprocess.run(["xdotool", "search", "--onlyvisible", "--name", re.escape(name) + "$", "windowactivate", "--sync"],
                   check=True, timeout=30)
    run.desktop.wait(f"{name!r} to be active", lambda: any(
        has_state(window, "ACTIVE") for title, window in run.desktop.windows().items() if title.endswith(name)))


def deny(run, keepassxc):
    name, _ = keepassxc.asked()
    to_front(run, name)
    run.desktop.keys("Escape")


def leave(run):
    to_front(run, "Lanyard")  # KeePassXC, too, is left by Ctrl+Q
    run.desktop.keys("ctrl+q")
    run.lanyard.wait_for_end()


def restart(run):
    leave(run)
    run.start()


def first_sign_in(run, keepassxc):
    run.start()
    run.job.sign_in_with_password(run.password)
    signed_in(run, keepassxc, "for the first time")
    keepassxc.wait_for_file("the entry in the database", lambda entries: run.credential() in "".join(entries))
    run.check("the entry is in the database", True)


def restore_allowed(run, keepassxc, seconds=0):
    restart(run)
    keepassxc.asked()
    waiting(run, seconds)
    allow(run, keepassxc)
    signed_in(run, keepassxc, f"when allowed after {seconds} s")


def waiting(run, seconds):
    began = time.monotonic()
    run.desktop.find_text(run.desktop.window("Lanyard"), "Waiting for KeePassXC")
    nothing_false(run, "while it asks")
    if seconds:
        time.sleep(max(0, began + seconds - time.monotonic()))
        run.desktop.find_text(run.desktop.window("Lanyard"), "Waiting for KeePassXC")
        nothing_false(run, f"after {seconds} s")


def restore_denied(run, keepassxc):
    restart(run)
    deny(run, keepassxc)
    window = run.desktop.window("Lanyard")
    run.desktop.find_text(window, "KeePassXC did not allow access.")
    run.check("a no is told as one", True)
    nothing_asked(run, keepassxc, "after a no")
    run.check("and nothing is lost", keepassxc.holds())
    run.desktop.press(run.desktop.find(window, "push button", "Try again"))
    allow(run, keepassxc)
    signed_in(run, keepassxc, "when allowed after a no")


def restore_denied_for_good(run, keepassxc):
    """What the program says to do then works: the next start asks again."""
    restart(run)
    _, dialog = keepassxc.asked()
    keepassxc.press(dialog, "Deny All & Future", "Deny All && Future")
    window = run.desktop.window("Lanyard")
    run.desktop.find_text(window, "KeePassXC did not allow access. If it does not ask again, restart Lanyard.")
    run.desktop.press(run.desktop.find(window, "push button", "Try again"))
    nothing_asked(run, keepassxc, "after a no for good")
    run.desktop.find_text(window, "KeePassXC did not allow access. If it does not ask again, restart Lanyard.")


def crashes_when_asked_to_unlock():
    """2.7.10, of Debian 13 (with Qt 5.15.15), in QWidgetPrivate::showChildren()."""
    version = subprocess.run(["keepassxc-cli", "--version"], capture_output=True, text=True, check=True, timeout=10).stdout
    return version.strip() == "2.7.10"


def restore_locked(run, keepassxc):
    leave(run)
    keepassxc.stop()
    keepassxc.start(unlocked=False)
    run.start()
    unlock(run, keepassxc)
    allow(run, keepassxc)
    signed_in(run, keepassxc, "when the database was unlocked")


def unlock(run, keepassxc):
    name, _ = keepassxc.asked()
    run.check("it asks for the database's password", "Unlock" in name, name)
    waiting(run, LATE)
    to_front(run, name)
    run.desktop.wait("the field for the password", lambda: [
        item for item in walk(keepassxc.dialogs()[name]) if role_of(item) == "password text" and has_state(item, "FOCUSED")])
    run.desktop.type(MASTER)
    run.desktop.keys("Return")
    run.desktop.wait("the database to be open", lambda: not any("Unlock" in name for name in keepassxc.dialogs()))


def password_instead(run, keepassxc):
    """Whoever does not want to answer signs in; the answer that is given then is for keeping the new sign-in."""
    restart(run)
    keepassxc.asked()
    run.desktop.press(run.desktop.find(run.desktop.window("Lanyard"), "push button", "Sign in…"))
    run.job.sign_in_with_password(run.password)
    run.desktop.window(title(run.scenario.display_name))
    run.check("one question is asked, not two", len(keepassxc.dialogs()) == 1, f"{list(keepassxc.dialogs())}")
    run.desktop.find_text(run.desktop.window(title(run.scenario.display_name)), "To stay signed in")
    allow(run, keepassxc)
    signed_in(run, keepassxc, "with the password instead")
    keepassxc.wait_for_file("the new sign-in in the database", lambda entries: run.credential() in "".join(entries))


def sign_out_denied(run, keepassxc):
    run.desktop.press(run.desktop.find(run.desktop.window(title(run.scenario.display_name)), "push button", "Sign out"))
    keepassxc.asked()
    nothing_false(run, "while it asks about the removal")
    deny(run, keepassxc)
    run.job.dialog()
    run.check("a removal that was not allowed is told", any("KeePassXC did not allow access" in text for text in said(run)))
    nothing_asked(run, keepassxc, "after that")
    run.check("the entry is still there", keepassxc.holds())


def sign_out_allowed(run, keepassxc):
    run.job.sign_in_with_password(run.password)
    run.desktop.window(title(run.scenario.display_name))
    # It asks or not, by what the last no was for: whichever comes first.
    run.desktop.wait("a question, or the sign-in to be kept", lambda: keepassxc.dialogs() or KEPT in said(run), 20)
    if keepassxc.dialogs():
        allow(run, keepassxc)
    signed_in(run, keepassxc, "again")
    run.desktop.press(run.desktop.find(run.desktop.window(title(run.scenario.display_name)), "push button", "Sign out"))
    _, dialog = keepassxc.asked()
    keepassxc.press(dialog, "Move", "Yes", "Delete")
    run.job.dialog()
    nothing_asked(run, keepassxc, "after signing out")
    nothing_false(run, "after signing out")
    keepassxc.wait_for_file("the entry to be gone", lambda entries: not entries)
    run.check("the entry is gone", True)


def story(run):
    keepassxc = KeePassXC(run.desktop, run.log.parent)
    try:
        keepassxc.start()
        first_sign_in(run, keepassxc)
        restore_allowed(run, keepassxc)
        restore_denied(run, keepassxc)
        restore_denied_for_good(run, keepassxc)
        restore_allowed(run, keepassxc, LATE)
        if crashes_when_asked_to_unlock():
            print("left out: this KeePassXC crashes when a program has it unlock a database", flush=True)
        else:
            restore_locked(run, keepassxc)
        password_instead(run, keepassxc)
        sign_out_denied(run, keepassxc)
        sign_out_allowed(run, keepassxc)
    finally:
        keepassxc.stop()
        if keepassxc.crashed:
            said = (keepassxc.folder / "keepassxc.log").read_text(errors="replace").splitlines()[-20:]
            print(f"KeePassXC has ended by itself: {keepassxc.process.returncode}", *said, sep="\n", flush=True)
            sys.exit(CRASHED)


def main():
    """KeePassXC 2.7 ends now and then while assistive technology reads its windows: that says nothing about the
    program, and everything is done again, once."""
    options = parser().parse_args()
    if options.inside:
        return play(options, "keepassxc", "rich", story)
    command = [str(SUPPORT / "session.sh"), "--keyring", "absent", "--", sys.executable, "-B", *sys.argv, "--inside"]
    code = subprocess.run(command, check=False).returncode
    if code == CRASHED:
        code = subprocess.run(command, check=False).returncode
    sys.exit(code)


if __name__ == "__main__":
    main()
