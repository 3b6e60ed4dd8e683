#!/usr/bin/python3
"""The main job in one way alone: sign in, copy a key, change a field and a setting, save, sign out. By what assistive
programs ask for (roles, names, actions: no click, and no key but the one that Wayland wants), or by the keyboard, where
AT-SPI is only looked at.

Usage: alone.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER [--wayland] atspi|keyboard
"""

import outside
import wayland
from desktop import children, has_state, name_of, role_of, text_of, walk
from document import differences
from run import title
from story import parser, play

SETTING = "Days before expiry"
CITY, DAYS = "Torino", "12"


class ByAtSpi:
    """As a voice control or a switch does it: nothing but the objects' own interfaces."""

    def __init__(self, run):
        self.run, self.desktop = run, run.desktop

    def press(self, within, name, role="push button", shown=True):
        self.desktop.press(self.desktop.find(within, role, name, shown=shown))

    def write(self, item, text):
        item.get_editable_text_iface().set_text_contents(text)

    def sign_in(self, password):
        dialog = self.desktop.window("Sign in")
        self.write(self.desktop.find(dialog, "password text", "Password"), password)
        self.press(dialog, "Sign in")

    def page(self, window, name):
        # By the menu: Qt 6.4 lets nobody choose an item of a list.
        self.press(window, name, "menu item", shown=False)
        pages = self.desktop.find(window, "list", "Pages")
        self.desktop.wait(f"the page {name}", lambda: any(
            has_state(item, "SELECTED") for item in children(pages) if name_of(item).startswith(name)))

    def choose(self, view, name):
        """The row with that cell."""
        number = next(i for i, cell in enumerate(children(view)) if name_of(cell) == name)
        table = view.get_table_iface()
        table.add_row_selection(table.get_row_at_index(number))
        self.desktop.wait(f"{name!r} to be chosen", lambda: has_state(view.get_child_at_index(number), "SELECTED"))

    def copy_key(self, window, name):
        self.page(window, "API keys")
        self.choose(self.desktop.find(window, "table", "API keys"), name)
        if wayland.is_here():
            # Wayland gives the clipboard to nobody who has had no key or click, and does not tell the program so.
            self.desktop.keys("Shift_L")
        self.press(window, "Copy key")

    def write_field(self, window, label, text):
        self.page(window, "Profile")
        self.write(self.desktop.find(window, "text", label, shown=False), text)

    def write_setting(self, window, name, text):
        self.page(window, "Settings")
        self.choose(self.desktop.find(window, ("tree", "tree table"), "Settings"), name)
        self.press(window, "Edit value")
        self.write(self.desktop.find(window, "text", name), text)

    def save(self, window):
        self.press(window, "Save")

    def sign_out(self, window):
        self.press(window, "Sign out")


class ByKeyboard:
    """As somebody without a mouse does it. Where the focus is is looked at, never asked for."""

    def __init__(self, run):
        self.run, self.desktop = run, run.desktop

    def tab_to(self, window, name):
        def is_there():
            return any(name_of(item) == name and has_state(item, "FOCUSED") for item in walk(window))
        for _ in range(60):
            if is_there():
                return
            self.desktop.keys("Tab")
            self.desktop.wait("the focus to be somewhere", lambda: any(
                has_state(item, "FOCUSED") for item in walk(window)))
        self.run.check(f"Tab leads to {name}", False)

    def sign_in(self, password):
        dialog = self.desktop.window("Sign in")
        field = self.desktop.find(dialog, "password text", "Password")
        self.desktop.wait("the focus to be in the password", lambda: has_state(field, "FOCUSED"))
        self.desktop.type(password)
        self.desktop.keys("Return")

    def page(self, window, key):
        self.desktop.keys(key)

    def choose(self, view, name):
        cells = {i: name_of(cell) for i, cell in enumerate(children(view)) if name_of(cell)}
        self.desktop.keys("ctrl+Home")
        for _ in range(len(cells)):
            if any(has_state(view.get_child_at_index(i), "SELECTED") for i, text in cells.items() if text == name):
                return
            self.desktop.keys("Down")
        self.run.check(f"the arrow keys lead to {name}", False)

    def copy_key(self, window, name):
        self.page(window, "ctrl+2")
        table = self.desktop.find(window, "table", "API keys")
        self.desktop.keys("ctrl+f", "Down")
        self.desktop.wait("the focus to be in the table", lambda: has_state(table, "FOCUSED") or any(
            has_state(cell, "FOCUSED") for cell in children(table)))
        self.choose(table, name)
        self.desktop.keys("ctrl+c")

    def write_field(self, window, label, text):
        self.page(window, "ctrl+1")
        self.tab_to(window, label)
        self.desktop.keys("ctrl+a")
        self.desktop.type(text)

    def write_setting(self, window, name, text):
        self.page(window, "ctrl+3")
        tree = self.desktop.find(window, ("tree", "tree table"), "Settings")
        self.desktop.keys("ctrl+f", "Down")
        self.desktop.wait("the focus to be in the tree", lambda: has_state(tree, "FOCUSED") or any(
            has_state(cell, "FOCUSED") for cell in children(tree)))
        self.choose(tree, name)
        self.desktop.keys("F2")
        self.desktop.wait("the editor to have the focus", lambda: not has_state(tree, "FOCUSED"))
        self.desktop.keys("ctrl+a")
        self.desktop.type(text)

    def save(self, window):
        self.desktop.keys("ctrl+s")

    def sign_out(self, window):
        self.desktop.keys("alt+a")
        entry = self.desktop.wait("Sign out in the menu", lambda: [
            item for item in walk(window) if role_of(item) == "menu item" and name_of(item) == "Sign out"
            and has_state(item, "SHOWING")])[0]
        for _ in range(30):
            if has_state(entry, "FOCUSED") or has_state(entry, "SELECTED"):
                return self.desktop.keys("Return")
            self.desktop.keys("Down")
        self.run.check("the arrow keys lead to Sign out", False)


WAYS = {"atspi": ByAtSpi, "keyboard": ByKeyboard}


def alone(way):
    def story(run):
        by = WAYS[way](run)
        run.start()
        by.sign_in(run.password)
        window = run.desktop.window(title(run.scenario.display_name))
        run.desktop.wait("the dialog to be gone", lambda: "Sign in" not in run.desktop.windows())
        before = run.document()
        by.copy_key(window, run.scenario.key)
        run.desktop.wait("the clipboard to hold the key", lambda: outside.clipboard() == run.key())
        run.check("the key is on the clipboard", True)
        by.write_field(window, "City", CITY)
        by.write_setting(window, SETTING, DAYS)
        by.save(window)
        run.desktop.find_text(window, "Saved")
        after = run.document()
        number = [setting["name"] for setting in before["settings"]].index(SETTING)
        changed = sorted(member for member in differences(before, after) if member not in ("lastLogIn", "updatedAt"))
        run.check("exactly that is stored", changed == ["city", f"settings[{number}].value"], str(changed))
        run.check("as it was written", (after["city"], after["settings"][number]["value"]) == (CITY, DAYS))
        by.sign_out(window)
        dialog = run.desktop.window("Sign in")
        run.check("signed out", text_of(run.desktop.find(dialog, "text", "Username")) == run.scenario.user)
    return story


def main():
    arguments = parser()
    arguments.add_argument("way", choices=sorted(WAYS))
    options = arguments.parse_args()
    play(options, f"alone-{options.way}", "rich", alone(options.way))


if __name__ == "__main__":
    main()
