"""The steps of the main job, as a user takes them at the keyboard."""

import outside
from desktop import Failed, children, has_state, name_of, role_of, text_of, walk


class Job:
    """One user's way through the windows of the program."""

    def __init__(self, desktop):
        self.desktop = desktop

    # Signing in and out

    def dialog(self):
        return self.desktop.window("Sign in")

    def adding(self):
        """The same dialog, where it adds an account."""
        return self.desktop.window("Add an account")

    def filled_in(self):
        """What the sign-in dialog was filled in with: server, user name."""
        dialog = self.dialog()
        return tuple(text_of(self.desktop.find(dialog, "text", name)) for name in ("Server", "Username"))

    def sign_in_with_password(self, password, dialog=None):
        self._sign_in("Password", password, dialog)

    def sign_in_with_key(self, key):
        tab = self.desktop.find(self.dialog(), "page tab", "API key")
        self.desktop.press(tab)
        self._sign_in("API key", key)

    def _sign_in(self, field, secret, dialog=None):
        dialog = dialog or self.dialog()
        self.desktop.focus(self.desktop.find(dialog, "password text", field))
        self.desktop.type(secret)
        self.desktop.press(self.desktop.find(dialog, "push button", "Sign in"))

    def sign_out(self, title):
        self.desktop.press(self.desktop.find(self.desktop.window(title), "push button", "Sign out"))
        self.dialog()

    # Profile

    def page(self, title, name):
        self.desktop.keys({"Profile": "ctrl+1", "API keys": "ctrl+2", "Settings": "ctrl+3"}[name])
        window = self.desktop.window(title)
        pages = self.desktop.find(window, "list", "Pages")
        self.desktop.wait(f"the page {name}", lambda: any(
            has_state(item, "SELECTED") for item in children(pages) if name_of(item).startswith(name)))
        return window

    def write(self, window, label, text):
        """Types over a field of the profile, and goes on to the next one; only then may it be put into another form."""
        field = self.desktop.find(window, "text", label)
        self.desktop.replace(field, text)
        self.desktop.wait(f"{label} to hold {text!r}", lambda: text_of(field) == text)
        self.desktop.keys("Tab")
        self.desktop.find_text(window, f"{label} changed")

    def paste_picture(self, window, path):
        outside.put_picture_on_clipboard(path)
        self.desktop.press(self.desktop.find(window, "push button", "Change picture"))
        self.desktop.press(self.desktop.wait("Paste picture in the menu", lambda: [
            item for item in walk(window) if role_of(item) == "menu item" and name_of(item) == "Paste picture"
            and has_state(item, "SHOWING")])[0])
        self.desktop.find_text(window, "Picture changed")

    def save(self, window):
        self.desktop.press(self.desktop.find(window, "push button", "Save"))
        self.desktop.find_text(window, "Saved")

    def copy_diagnostics(self, window):
        self.desktop.keys("alt+h", "d")
        self.desktop.find_text(window, "Diagnostics copied")

    # Tables and trees

    def go_to(self, window, role, view_name, cell_name):
        """Walks down a view with the arrow keys until the row with this cell is the selected one."""
        view = self.desktop.find(window, role, view_name)
        self.go_to_row(view, cell_name)
        return view

    def go_to_row(self, view, cell_name):
        self.desktop.focus(view)
        self.desktop.keys("ctrl+Home", "Home")

        def selected():
            return {number: name_of(cell) for number, cell in enumerate(children(view)) if has_state(cell, "SELECTED")}
        # Keys on their way to the program must not move on from what is found: each is waited for.
        first = next(number for number, cell in enumerate(children(view))
                     if any(kind in role_of(cell) for kind in ("cell", "item")))
        self.desktop.wait("the first row to be selected", lambda: first in selected())
        for _ in range(view.get_child_count()):
            before = selected()
            if cell_name in before.values():
                return
            self.desktop.keys("Down")
            self.desktop.wait("the next row to be selected", lambda seen=before: selected() != seen)
        raise Failed(f"the arrow keys do not lead to {cell_name!r} in {name_of(view)!r}")

    def write_setting(self, window, name, value):
        tree = self.go_to(window, ("tree", "tree table"), "Settings", name)
        self.desktop.press(self.desktop.find(window, "push button", "Edit value"))
        # Qt does not show the editor of a cell to screen readers, and clicks 100 ms after it was asked to: what is typed
        # before would search the tree.
        self.desktop.wait("the editor to have the focus", lambda: not has_state(tree, "FOCUSED"))
        self.desktop.keys("ctrl+a")
        self.desktop.type(value)
        self.desktop.keys("Return")
        self.desktop.wait(f"the setting {name!r} to be {value!r}", lambda: any(
            name_of(cell) == value for cell in children(tree)))

    def copy_key(self, window, name):
        self.go_to(window, "table", "API keys", name)
        self.desktop.press(self.desktop.find(window, "push button", "Copy key"))

    def shown_texts(self, window):
        """Every name, description (where tool tips are) and text of the window, cells included."""
        for item in walk(window, into=("table", "tree", "tree table", "table cell")):
            yield name_of(item)
            yield item.get_description() or ""
            if role_of(item) in ("text", "label"):
                yield text_of(item)
