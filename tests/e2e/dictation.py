#!/usr/bin/python3
"""Text that an assistive technology sets, inserts and deletes over AT-SPI, as dictation and screen keyboards do, is saved.

In every editable field: of the sign-in, of the profile, of a setting of each type, of the preferences; and it filters.

Usage: dictation.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER
"""

import os
from pathlib import Path

from desktop import children, has_state, name_of, role_of, text_of
from programs import Service
from run import title
from story import parser, play

# The field, what is stored of it, and what it is to hold in the end.
FIELDS = [
    ("Title", "title", "Prof."), ("First name", "firstName", "Mariella"), ("Last name", "lastName", "Rosso"),
    ("E-mail", "email", "m.rosso@mail.example"), ("Phone", "phoneNumber", "+39 06 1234"), ("Mobile", "mobile", "+39 347 1"),
    ("Address", "address", "Via Po 1\nInterno 2"), ("Postal code", "postalCode", "10121"), ("City", "city", "Torino"),
    ("Region", "region", "Piemonte"), ("Country", "country", "France"), ("Department", "department", "Licences"),
    ("Birth date", "birthDate", "1971-02-03"), ("Notes", "notes", "dictated"),
]
# A setting of each type, with a number that the filter finds: type, value before, and what it is to hold after each way.
SETTINGS = {
    "01 A text": ("String", "a", ("one", "two", "three")),
    "02 A password": ("String", "s3cret", ("pw-one", "pw-two", "pw-three")),
    "03 An unknown type": ("Policy/2", "x=1", ("x=21", "x=22", "x=23")),
    "04 A truth that is none": ("Boolean", "perhaps", ("false",)),  # then it is chosen from a list
    "05 A byte": ("Byte", "1", ("101", "102", "103")),
    "06 A whole number": ("Int32", "1", ("-101", "102", "103")),
    "07 A long number": ("Int64", "1", ("9223372036854775807", "102", "103")),
    "08 A single": ("Single", "1.5", ("10.25", "10.5", "10.75")),
    "09 A double": ("Double", "1.5", ("-10.25", "10.5", "10.75")),
    "10 A decimal": ("Decimal", "1.50", ("10.250", "10.50", "10.75")),
    "11 A time and date": ("DateTime", "2024-08-26T06:00:00", ("2025-01-02T03:04:05", "2025-01-02T03:04:06", "2025-01-02T03:04:07")),
    "12 A time with its zone": ("DateTimeOffset", "2024-08-26T06:00:00+02:00",
                             ("2025-01-02T03:04:05+01:00", "2025-01-02T03:04:06+01:00", "2025-01-02T03:04:07+01:00")),
    "13 A date": ("Date", "2024-08-26", ("2025-01-02", "2025-01-12", "2025-01-22")),
    "14 A time": ("Time", "06:00:00", ("07:00:01", "07:00:02", "07:00:03")),
    "15 A span": ("TimeSpan", "01:00:00", ("02:00:01", "02:00:02", "02:00:03")),
    "16 An identity": ("Guid", "00000000-0000-0000-0000-000000000001",
                    ("00000000-0000-0000-0000-000000000021", "00000000-0000-0000-0000-000000000022",
                     "00000000-0000-0000-0000-000000000023")),
    "17 A colour": ("Color", "#336699", ("#112201", "#112202", "#112203")),
    "18 An address": ("Url", "https://a.example/", ("https://a.example/1", "https://a.example/2", "https://a.example/3")),
}
# These open a window of their own.
LONG = {"19 Some JSON": ("JSON", '{"a": 1}', ('{"a": 11}', '{"a": 12}', '{"a": 13}'))}


def editor(run, window, label):
    return run.desktop.find(window, ("text", "password text"), label, shown=False)  # in a combo box the line


def set_text(item, text):
    item.get_editable_text_iface().set_text_contents(text)


def insert(item, text):
    set_text(item, text[:-2])
    item.get_editable_text_iface().insert_text(len(text) - 2, text[-2:], len(text[-2:].encode()))


def delete(item, text):
    set_text(item, text + "zz")
    item.get_editable_text_iface().delete_text(len(text), len(text) + 2)


WAYS = (set_text, insert, delete)


def save(run):
    """Whatever the window is called by now."""
    run.job.save(run.desktop.window(next(iter(run.desktop.windows()))))


def the_sign_in(run):
    dialog = run.job.dialog()
    for way in WAYS:
        for label, text in (("Server", run.service.url), ("Username", run.scenario.user)):
            item = editor(run, dialog, label)
            set_text(item, "")
            way(item, text)
            run.check(f"{label}: {way.__name__}", text_of(item) == text, text_of(item))
    delete(editor(run, dialog, "Password"), run.password)
    run.desktop.press(run.desktop.find(dialog, "push button", "Sign in"))
    run.desktop.window(title(run.scenario.display_name))
    run.check("what is set signs in", True)


def the_profile(run, window):
    for way in WAYS:
        for label, _, text in FIELDS:
            item = editor(run, window, label)
            way(item, text)
            run.desktop.wait(f"{label} to show {text!r}", lambda: text_of(item) == text)
        save(run)
        stored = run.document()
        for label, member, text in FIELDS:
            expected = f"{text}T00:00:00Z" if member == "birthDate" else text
            held = stored.get(member, "").replace("\r\n", "\n")
            run.check(f"{label}: {way.__name__}", held == expected, f"{held!r} instead of {expected!r}")
        run.check("and the country's code", stored["countryCode"] == "FR", stored["countryCode"])
        if way is not delete:  # so that there is something to save again
            for label, _, text in FIELDS:
                set_text(editor(run, window, label), "1980-01-01" if label == "Birth date" else "Malta")
            save(run)


def rows_of(view):
    return [name_of(cell) for cell in children(view)]


class SettingsPage:
    """Its filter, its tree and its button, looked for once: each look goes through the whole window."""

    def __init__(self, run, window):
        self.run = run
        self.filter = run.desktop.find(window, "text", "Filter")
        self.tree = run.desktop.find(window, ("tree", "tree table"), "Settings")
        self.edit = run.desktop.find(window, "push button", "Edit value")

    def is_alone(self, name):
        rows = rows_of(self.tree)
        return name in rows and not any(other in rows for other in (*SETTINGS, *LONG) if name not in other)

    def open(self, name, way):
        """Found with the filter, in which the name is entered in one of the ways, and opened by the button."""
        way(self.filter, name)
        self.run.desktop.wait(f"{name!r} alone", lambda: self.is_alone(name))
        self.run.job.go_to_row(self.tree, name)
        self.run.desktop.press(self.edit)


def the_settings(run, window):
    page = SettingsPage(run, window)
    for number, way in enumerate(WAYS):
        for name, (_, _, values) in SETTINGS.items():
            if number >= len(values):
                continue
            page.open(name, way)
            run.desktop.wait("the editor to have the focus", lambda: not has_state(page.tree, "FOCUSED"))
            item = editor(run, window, name)
            way(item, values[number])
            if role_of(item) != "password text":  # which shows dots
                run.desktop.wait(f"{name} to hold {values[number]!r}", lambda: text_of(item) == values[number])
            run.desktop.keys("Return")
            run.desktop.wait("the focus to be back", lambda: has_state(page.tree, "FOCUSED"))
        for name, (_, _, values) in LONG.items():
            page.open(name, way)
            dialog = run.desktop.window(name)
            way(editor(run, dialog, name), values[number])
            run.desktop.press(run.desktop.find(dialog, "push button", "OK"))
            run.desktop.wait("the dialog to be gone", lambda: name not in run.desktop.windows())
        save(run)
        stored = {setting["name"]: setting["value"] for setting in run.document()["settings"]}
        for name, (kind, _, values) in (SETTINGS | LONG).items():
            expected = values[min(number, len(values) - 1)]
            run.check(f"{name} ({kind}): {way.__name__}", stored[name] == expected, f"{stored[name]!r} instead of {expected!r}")


def the_keys(run, window):
    table = run.desktop.find(window, "table", "API keys")
    names = ("Build server", "Kiosk")  # usable: of others the state is read too
    for way in WAYS:
        for name, other in (names, names[::-1]):
            way(run.desktop.find(window, "text", "Filter"), name)
            run.desktop.wait(f"{name!r} alone", lambda: name in rows_of(table) and other not in rows_of(table))
        run.check(f"a filter: {way.__name__}", True)


def the_preferences(run, window):
    """What is chosen there counts once the window is closed, at the latest."""
    file = Path(os.environ["XDG_CONFIG_HOME"]) / "lanyard" / "preferences.json"
    for number, way in enumerate(WAYS):
        entries = {"Host": f"proxy{number}.example.com", "Port": f"313{number}",
                   "Clear copied keys from the clipboard after": f"2{number}"}
        run.desktop.press(run.desktop.find(window, "menu item", "Preferences…", shown=False))
        dialog = run.desktop.window("Preferences")
        run.desktop.focus(run.desktop.find(dialog, "combo box", "Proxy"))
        run.desktop.keys("End")
        for label, text in entries.items():
            way(run.desktop.find(dialog, "text", label), text)
        run.desktop.keys("Escape")
        run.desktop.wait("the preferences to be gone", lambda: "Preferences" not in run.desktop.windows())
        held = file.read_text()
        run.check(f"preferences: {way.__name__}", all(text in held for text in entries.values()), held)


def with_settings(run):
    """The service begins anew, with these in the account."""
    state = run.service.state()
    user = next(account["user"] for account in state["accounts"] if account["user"]["userName"] == run.scenario.user)
    user["settings"] = [
        {"id": 900 + number, "category": "Dictated", "group": "", "name": name, "type": kind, "value": value}
        for number, (name, (kind, value, _)) in enumerate((SETTINGS | LONG).items())]
    run.service.stop()
    run.service = Service(run.options.service, run.picture.parent, state)


def dictation(run):
    with_settings(run)
    run.start()
    the_sign_in(run)
    window_title = title(run.scenario.display_name)
    window = run.job.page(window_title, "Settings")
    the_settings(run, window)
    the_keys(run, run.job.page(window_title, "API keys"))
    the_preferences(run, window)
    the_profile(run, run.job.page(window_title, "Profile"))


if __name__ == "__main__":
    play(parser().parse_args(), "dictation", "rich", dictation)
