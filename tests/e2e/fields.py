#!/usr/bin/python3
"""What a screen reader finds out about a field: its label, that what stands in it is invalid, and the words for it.

Usage: fields.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER
"""

import time

import outside
from desktop import describe, has_state, name_of, role_of, text_of, walk
from ear import Ear
from merge import OtherClient
from run import title
from story import parser, play

import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  (the version is told first)

FIELDS = ("Title", "First name", "Last name", "E-mail", "Phone", "Mobile", "Address", "Postal code", "City", "Region",
          "Country", "Department", "Birth date", "Notes", "User ID", "Created")


def related(item, kind):
    """The names of what an object is related to in that way."""
    return [name_of(relation.get_target(i)) for relation in item.get_relation_set()
            if relation.get_relation_type() == kind for i in range(relation.get_n_targets())]


def editor(run, window, label):
    return run.desktop.find(window, "text", label, shown=False)  # in a combo box the line


def set_text(item, text):
    item.get_editable_text_iface().set_text_contents(text)


def problem_of(run, window, label, wrong, words, right):
    """Wrong, said so in every way, and right again."""
    item = editor(run, window, label)
    run.check(f"{label} is valid", not has_state(item, "INVALID_ENTRY"))
    set_text(item, wrong)
    run.desktop.wait(f"{label} to be invalid", lambda: has_state(item, "INVALID_ENTRY"))
    run.check(f"{label} still has its other states", has_state(item, "EDITABLE") and has_state(item, "ENABLED"))
    run.check(f"{label} is described", words in item.get_description(), repr(item.get_description()))
    described = related(item, Atspi.RelationType.DESCRIBED_BY)
    run.check(f"{label} leads to its description", any(words in text for text in described), repr(described))
    set_text(item, right)
    run.desktop.wait(f"{label} to be valid again", lambda: not has_state(item, "INVALID_ENTRY"))
    described = related(item, Atspi.RelationType.DESCRIBED_BY)
    run.check(f"{label} has no description any more", not described, repr(described))


def the_calendar(run, window):
    """Opened, walked through, chosen from and left, by keys alone, with every step to be read."""
    field = editor(run, window, "Birth date")
    def open_it(*keys):
        run.desktop.keys(*keys)
        return run.desktop.find(window, "dialog", "Calendar for Birth date")

    def gone():
        return not any(role_of(item) == "dialog" and has_state(item, "SHOWING") for item in walk(window))
    run.desktop.focus(field)
    calendar = open_it("alt+Down")
    nameless = [describe(item) for item in walk(calendar, into=("table",))
                if role_of(item) in ("push button", "check box", "spin button", "table", "table cell")
                and has_state(item, "SHOWING") and not name_of(item)]
    run.check("everything in the calendar has a name", not nameless, str(nameless))
    days = run.desktop.find(calendar, "table", "February 1971")
    run.desktop.wait("the keyboard to be in the days", lambda: has_state(days, "FOCUSED"))
    with Ear(run, "object:state-changed:focused") as ear:
        run.desktop.keys("Right")
        run.desktop.wait("the day to be told", lambda: any("4 February 1971" in cell for _, cell, _ in ear.lines()))
    run.desktop.keys("Escape")
    run.desktop.wait("the calendar to be gone", gone)
    run.desktop.wait("the focus to be back", lambda: has_state(field, "FOCUSED"))
    run.check("leaving the calendar changes nothing", text_of(field) == "3 Feb 1971", text_of(field))
    # The other way there: by its button.
    run.desktop.keys("Tab")
    button = run.desktop.find(window, "push button", "Calendar for Birth date")
    run.desktop.wait("Tab to lead to the button", lambda: has_state(button, "FOCUSED"))
    open_it("space")
    run.desktop.keys("Right", "Return")
    run.desktop.wait("the calendar to be gone", gone)
    run.desktop.wait("the day to be chosen", lambda: text_of(field) == "4 Feb 1971")
    run.desktop.wait("the focus to be back", lambda: has_state(field, "FOCUSED"))
    run.check("the calendar works by keys alone", True)


def a_refused_password(run):
    run.job.sign_in_with_password("wrong")
    dialog = run.job.dialog()
    field = run.desktop.find(dialog, "password text", "Password")
    run.desktop.wait("the password to be invalid", lambda: has_state(field, "INVALID_ENTRY"))
    run.check("a refused password is described", "refused" in field.get_description(), field.get_description())
    run.desktop.wait("the dialog to be ready again", lambda: has_state(field, "ENABLED"))
    with Ear(run, "object:text-changed") as ear:
        run.desktop.replace(field, run.password)
        run.desktop.press(run.desktop.find(dialog, "push button", "Sign in"))
        run.desktop.wait("the typed text to be wiped", lambda: len(ear.lines()) > len(run.password))
        told = {letter for _, name, text in ear.lines() if name == "Password" for letter in text}
        run.check("nobody is told a letter of a password", told == {"•"}, str(told))


def a_setting(run, window):
    """Its editor is in the tree only while it is open."""
    name = "Days before expiry"
    tree = run.job.go_to(window, ("tree", "tree table"), "Settings", name)
    run.desktop.press(run.desktop.find(window, "push button", "Edit value"))
    run.desktop.wait("the editor to have the focus", lambda: not has_state(tree, "FOCUSED"))
    item = editor(run, window, name)
    set_text(item, "zz")
    run.desktop.wait(f"{name} to be invalid", lambda: has_state(item, "INVALID_ENTRY"))
    run.check(f"{name} is described", "number" in item.get_description(), repr(item.get_description()))
    set_text(item, "7")
    run.desktop.wait(f"{name} to be valid again", lambda: not has_state(item, "INVALID_ENTRY"))


def problems_while_typing(run, window):
    """Announced once, when the field is left or the typing pauses; not at every key."""
    field = editor(run, window, "Birth date")
    with Ear(run, "object:announcement") as ear:
        def announced(times, text="Birth date: "):
            return ear.times("1", text) == times
        run.desktop.replace(field, "zz9z9z9z")
        run.check("no key announces a problem", announced(0), str(ear.lines()))
        run.desktop.keys("Tab")
        run.desktop.wait("the problem to be announced on leaving", lambda: announced(1))
        run.desktop.replace(field, "zz8z")
        run.desktop.wait("the problem to be announced after a pause", lambda: announced(2), 5)
        run.desktop.keys("Tab")
        time.sleep(2)
        run.check("a problem is announced once", announced(2), str(ear.lines()))
        run.desktop.focus(field)
        run.desktop.keys("ctrl+s")
        run.desktop.wait("a refused save to be announced at once", lambda: ear.times("2", "Birth date: ") == 1)
        run.desktop.replace(field, "1971-02-03")
        time.sleep(2)
        run.check("what is right says nothing", announced(2), str(ear.lines()))


def settings_announce(run, window):
    """What is wrong with a setting while it is typed, and what others changed, wherever the focus is."""
    name = "Days before expiry"
    tree = run.job.go_to(window, ("tree", "tree table"), "Settings", name)
    with Ear(run, "object:announcement") as ear:
        run.desktop.keys("F2")
        run.desktop.wait("the editor to have the focus", lambda: not has_state(tree, "FOCUSED"))
        run.desktop.keys("ctrl+a")
        run.desktop.type("zz9z9z")
        run.check("no key in a cell announces a problem", not ear.times("1", "number"), str(ear.lines()))
        run.desktop.wait("the problem of a cell to be announced", lambda: ear.times("1", "number") == 1, 5)
        run.desktop.keys("Escape")
        other = OtherClient(run.service.url, run.scenario.user, run.password)
        settings = run.document()["settings"]
        for setting in settings:
            if setting["name"] == "Portal":
                setting["value"] = "https://elsewhere.example"
        other.change(settings=settings)
        run.job.write_setting(window, name, "9")
        run.desktop.keys("ctrl+s")
        run.desktop.find_text(window, "Saved")
        run.desktop.wait(f"a change by others to be announced ({ear.lines()})", lambda: ear.times("1", "Portal: ") == 1)


def a_setting_s_menu(run, window):
    """The menu of a row, by the Menu key and by Shift+F10."""
    tree = run.job.go_to(window, ("tree", "tree table"), "Settings", "Greeting")
    run.desktop.keys("Menu", "e")
    run.desktop.wait("the Menu key to lead to the editor", lambda: not has_state(tree, "FOCUSED"))
    run.desktop.keys("Escape")
    run.desktop.wait("the focus to be back", lambda: has_state(tree, "FOCUSED"))
    run.desktop.keys("shift+F10", "c")
    run.desktop.wait("Shift+F10 to lead to the value on the clipboard", lambda: outside.clipboard().startswith("Buongiorno"))
    run.desktop.wait("the focus to be back", lambda: has_state(tree, "FOCUSED"))
    run.check("a setting has a menu", True)


def fields(run):
    run.start()
    a_refused_password(run)
    window_title = title(run.scenario.display_name)
    run.desktop.window(window_title)
    run.desktop.wait("the dialog to be gone", lambda: "Sign in" not in run.desktop.windows())
    window = run.job.page(window_title, "Profile")
    for label in FIELDS:
        item = editor(run, window, label)
        run.check(f"{label} is labelled", related(item, Atspi.RelationType.LABELLED_BY) == [label],
                  repr(related(item, Atspi.RelationType.LABELLED_BY)))
    with Ear(run, "object:state-changed:invalid-entry") as ear:
        problem_of(run, window, "Birth date", "zz", "date", "1971-02-03")
        run.desktop.wait("both changes to be heard", lambda: ear.lines() == [
            ("1", "Birth date", "0"), ("0", "Birth date", "0")])
    run.check("the text is the field's own", text_of(editor(run, window, "Birth date")) == "1971-02-03")
    problems_while_typing(run, window)
    the_calendar(run, window)
    window = run.job.page(window_title, "Settings")
    a_setting(run, window)
    run.desktop.keys("Escape")
    a_setting_s_menu(run, window)
    settings_announce(run, window)


if __name__ == "__main__":
    play(parser().parse_args(), "fields", "rich", fields)
