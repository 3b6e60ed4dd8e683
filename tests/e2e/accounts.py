#!/usr/bin/python3
"""Two accounts at two services: added, switched between and removed, once through the accessibility bus alone and once
with keys alone; and what a screen reader finds out about each of them.

Usage: accounts.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER
"""

import json
from pathlib import Path

import outside
from desktop import has_state, name_of, role_of, text_of, walk
from ear import Ear
from programs import Service
from run import sample_accounts, title
from story import parser, play

import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  (the version is told first)

FIRST, SECOND = title("Maria Rossi"), title("admin")


def entries(window):
    """The accounts in the menu bar's list of them: their lines, and whether each is the one that is shown."""
    menu = next(item for item in walk(window) if role_of(item) == "menu" and name_of(item) == "Switch account")
    return {name_of(item): has_state(item, "CHECKED") for item in walk(menu)
            if role_of(item) == "radio menu item" and " at 127.0.0.1:" in name_of(item)}


def button_of(run, window):
    return run.desktop.find(window, "push button", "Accounts")


def current_window(run):
    return next((window for name, window in run.desktop.windows().items() if name.endswith("Lanyard")), None)


class ByTree:
    """What an assistive program does: it finds things by role and name, and asks for their actions; no keys."""

    name = "by AT-SPI"

    def __init__(self, run):
        self.run, self.desktop = run, run.desktop

    def _press(self, within, role, name, shown=True):
        self.desktop.press(self.desktop.find(within, role, name, shown=shown))

    def _choose(self, name):
        """Opens the button's list, and takes the entry that begins so."""
        window = current_window(self.run)
        self.desktop.press(button_of(self.run, window))

        def showing():
            return [item for item in walk(window) if role_of(item).endswith("menu item") and name_of(item).startswith(name)
                    and has_state(item, "SHOWING")]
        self.desktop.press(self.desktop.wait(f"{name!r} in the list of accounts", showing)[0])

    def add(self, url, user, password):
        self._choose("Add account…")
        dialog = self.run.job.adding()
        for role, label, text in (("text", "Server", url), ("text", "Username", user),
                                  ("password text", "Password", password)):
            field = self.desktop.find(dialog, role, label)
            field.get_editable_text_iface().set_text_contents(text)
        self._press(dialog, "push button", "Sign in")

    def switch(self, line):
        self._choose(line)

    def change_city(self, text):
        self.desktop.find(current_window(self.run), "text", "City").get_editable_text_iface().set_text_contents(text)

    def sign_out(self):
        self._press(current_window(self.run), "push button", "Sign out")
        self._press(self.run.job.dialog(), "push button", "Cancel")

    def reload(self):
        self._press(current_window(self.run), "menu item", "Reload", shown=False)

    def remove_second(self):
        self._choose("Manage accounts…")
        dialog = self.desktop.window("Accounts")
        accounts = self.desktop.find(dialog, "list", "Accounts")
        up = self.desktop.find(dialog, "push button", "Move up")
        for row in (0, 1):
            Atspi.Table.add_row_selection(accounts, row)
            self.desktop.wait(f"row {row} to be the one that is meant", lambda row=row: has_state(up, "ENABLED") == bool(row))
        self._press(dialog, "push button", "Remove account…")
        self._press(self.desktop.window("Remove account"), "push button", "Remove")
        self.desktop.wait("one account in the list", lambda: accounts.get_child_count() == 1)
        self._press(self.desktop.window("Accounts"), "push button", "Close")


class ByKeys:
    """What somebody does who has nothing but a keyboard; nothing is asked of the program but what it shows."""

    name = "by keys"

    def __init__(self, run):
        self.run, self.desktop = run, run.desktop

    def _focused(self, what):
        self.desktop.wait(f"the keyboard to be in {what!r}", lambda: any(
            name_of(item) == what and has_state(item, "FOCUSED")
            for window in self.desktop.windows().values() for item in walk(window)))

    def _menu(self, *letters):
        """Through the menu Account to the list of accounts, a letter at a time."""
        self.desktop.wait("the window to have the keyboard", lambda: has_state(current_window(self.run), "ACTIVE"))
        self.desktop.keys("alt+a")
        for letter, entry in zip(("w", *letters), ("Switch account", "Add account…")):
            self.desktop.wait(f"the menu with {entry!r}", lambda: any(
                name_of(item) == entry and has_state(item, "SHOWING") for item in walk(current_window(self.run))))
            self.desktop.keys(letter)

    def _tab_to(self, what):
        """As often as it takes."""
        for _ in range(80):
            if any(name_of(item) == what and has_state(item, "FOCUSED") for item in walk(current_window(self.run))):
                return
            self.desktop.keys("Tab")
        self.run.check(f"Tab leads to {what!r}", False)

    def add(self, url, user, password):
        self._menu("a")
        self.run.job.adding()
        self._focused("Server")
        self.desktop.type(url)
        for name, text in (("Username", user), ("Password", password)):
            self.desktop.keys("Tab")
            while not any(name_of(item) == name and has_state(item, "FOCUSED")
                          for item in walk(self.run.job.adding())):
                self.desktop.keys("Tab")
            self.desktop.type(text)
        self.desktop.keys("Return")

    def switch(self, line):
        lines = list(entries(current_window(self.run)))
        self.desktop.keys(f"ctrl+alt+{next(i for i, text in enumerate(lines, 1) if text.startswith(line))}")

    def change_city(self, text):
        self.desktop.keys("ctrl+1")
        self._tab_to("City")
        self.desktop.keys("ctrl+a")
        self.desktop.type(text)

    def sign_out(self):
        self.desktop.keys("alt+a")
        self.desktop.wait("the menu with 'Sign out'", lambda: any(
            role_of(item) == "menu item" and name_of(item) == "Sign out" and has_state(item, "SHOWING")
            for item in walk(current_window(self.run))))
        self.desktop.keys("o")
        self.run.job.dialog()
        self.desktop.keys("Escape")

    def reload(self):
        self.desktop.keys("F5")

    def remove_second(self):
        self._menu("m")
        self.desktop.window("Accounts")
        accounts = self.desktop.find(self.desktop.window("Accounts"), "list", "Accounts")
        self.desktop.wait("the keyboard to be in the list", lambda: has_state(accounts, "FOCUSED"))
        self.desktop.keys("End", "Delete")
        self.desktop.window("Remove account")
        self.desktop.keys("alt+r")
        self.desktop.wait("one account in the list", lambda: accounts.get_child_count() == 1)
        self.desktop.keys("Escape")


class SecondService:
    """Comes and goes at one address, each time without the sessions of the time before."""

    def __init__(self, run):
        self.run, self.times, self.url = run, 0, None
        self.start()
        self.url = self.service.url

    def start(self):
        self.times += 1
        folder = self.run.picture.parent / f"second-{self.times}"
        folder.mkdir()
        accounts = sample_accounts(json.loads(Path(self.run.options.accounts).read_text()), self.run.password)
        port = self.url.rpartition(":")[2] if self.url else "0"
        self.service = Service(self.run.options.service, folder, accounts, "--port", port)

    def stop(self):
        self.service.stop()


def sees(run, hands, line, state):
    """The list of accounts says so; and of an account that is not shown, how many need the user."""
    def said():
        return [text for text in entries(current_window(run)) if text.startswith(line) and state in text]
    run.desktop.wait(f"{line!r} to be {state!r} in the list ({hands.name})", said)
    run.check(f"{hands.name}: the list of accounts says {state!r}", True)


def describes(run, hands, *texts):
    """So does the button, of what is shown and how many others need the user."""
    button = button_of(run, current_window(run))
    run.desktop.wait(f"the button Accounts to say {texts} and not {button.get_description()!r}", lambda: all(
        text in button.get_description() for text in texts))
    run.check(f"{hands.name}: the button Accounts says {texts}", True)


def switches(run, ear, hands, line, window_title, *announced):
    before = len(ear.lines())
    hands.switch(line)
    run.desktop.window(window_title)

    def heard():
        return [text for _, _, text in ear.lines()[before:] if all(part in text for part in announced)]
    run.desktop.wait(f"{announced} to be announced ({ear.lines()[before:]})", heard)
    run.check(f"{hands.name}: a switch to {line!r} is announced once", len(heard()) == 1, f"{ear.lines()[before:]}")
    checked = [text for text, is_checked in entries(current_window(run)).items() if is_checked]
    run.check(f"{hands.name}: that account alone is checked", len(checked) == 1 and checked[0].startswith(line), f"{checked}")


def both_ways(run, ear, second, hands):
    first_server, second_server = (url.partition("://")[2] for url in (run.service.url, second.url))
    maria, admin = f"Maria Rossi — mrossi at {first_server}", f"admin at {second_server}"
    before = len(ear.lines())
    hands.add(second.url, "admin", run.password)
    run.desktop.window(SECOND)
    run.desktop.wait("the dialog to be gone", lambda: "Add an account" not in run.desktop.windows())
    run.check(f"{hands.name}: an account is added", list(entries(current_window(run))) == [maria, admin],
              f"{entries(current_window(run))}")
    run.check(f"{hands.name}: and announced", any(admin in text for _, _, text in ear.lines()[before:]), f"{ear.lines()}")
    describes(run, hands, admin)

    switches(run, ear, hands, "Maria", FIRST, "Maria Rossi", "mrossi", first_server)
    hands.change_city("Torino")
    sees(run, hands, "Maria", "unsaved changes")
    describes(run, hands, maria, "unsaved changes")
    switches(run, ear, hands, "admin", SECOND, admin)
    sees(run, hands, "Maria", "unsaved changes")

    second.stop()
    hands.reload()
    sees(run, hands, "admin", "⚠ cannot be reached")
    describes(run, hands, admin, "cannot be reached")
    switches(run, ear, hands, "Maria", FIRST, "Maria Rossi", "mrossi")
    describes(run, hands, maria, "1 other account needs you")
    city = text_of(run.desktop.find(current_window(run), "text", "City"))
    run.check(f"{hands.name}: what was typed is still there", city == "Torino", city)
    hands.change_city("Roma")
    run.desktop.wait("nothing to be unsaved", lambda: maria in entries(current_window(run)))

    switches(run, ear, hands, "admin", SECOND, admin, "cannot be reached")
    second.start()  # which knows no session
    hands.reload()
    sees(run, hands, "admin", "⚠ session ended")
    describes(run, hands, admin, "session ended")
    hands.sign_out()
    sees(run, hands, "admin", "signed out")
    describes(run, hands, admin, "signed out")

    hands.remove_second()
    run.desktop.wait("the first account alone", lambda: entries(current_window(run)) == {maria: True})
    run.desktop.window(FIRST)
    run.desktop.wait("its sign-in alone in the keychain", lambda: len(outside.keychain_secrets()) == 1)
    run.check(f"{hands.name}: an account is removed", True)


def story(run):
    second = SecondService(run)
    try:
        run.start()
        run.job.sign_in_with_password(run.password)
        run.desktop.window(FIRST)
        run.desktop.wait("the dialog to be gone", lambda: "Sign in" not in run.desktop.windows())
        with Ear(run, "object:announcement") as ear:
            for hands in (ByTree(run), ByKeys(run)):
                both_ways(run, ear, second, hands)
    finally:
        second.stop()


if __name__ == "__main__":
    play(parser().parse_args(), "accounts", "rich", story)
