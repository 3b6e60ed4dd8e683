#!/usr/bin/python3
"""A screen reader's walk through every window, in German and right to left: what can have the focus has a name of its own,
what is not shown or used claims no focus, and what is wrong at a field is in its description.

Usage: screenreader.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER
"""

from collections import Counter

from desktop import LARGE, Seen, children, has_state, name_of, role_of, walk
from run import title
from story import parser, play

# The locale, what Qt is told of the direction, and whether every text begins at the right edge.
LANGUAGES = (("de_DE.UTF-8", ()), ("ar_EG.UTF-8", ("-reverse",)))
CONTROLS = ("push button", "toggle button", "check box", "radio button", "text", "password text", "combo box", "list",
            "table", "tree", "tree table", "page tab", "page tab list", "spin button", "menu", "menu item", "check menu item",
            "radio menu item")
VIEWS = (*LARGE, "list")
CELLS = ("list item", "table cell")  # their values may be empty or the same


def nameless(items):
    return [str(item) for item in items if item.has("FOCUSABLE") and not item.name]


def doubled(items):
    times = Counter((item.role, item.name) for item in items if item.role in CONTROLS)
    return [f"{role} {name!r}" for (role, name), count in times.items() if count > 1]


def wrong_cells(view):
    """Cells that say that they have the focus though their view has none, or that they show though it does not."""
    if view.has("FOCUSED"):
        return []
    wrong = {"FOCUSED"} if view.has("SHOWING") else {"FOCUSED", "FOCUSABLE", "SHOWING", "VISIBLE"}
    return [str(cell) for cell in map(Seen, children(view.item)) if wrong & cell.states]


def lost_focus(items):
    found = [str(item) for item in items
             if item.has("FOCUSED") and not (item.has("SHOWING") and item.has("FOCUSABLE"))]
    focused = [str(item) for item in items if item.role == "page tab" and item.has("FOCUSED")]
    found += focused if len(focused) > 1 else []
    return found + [cell for item in items if item.role in VIEWS for cell in wrong_cells(item)]


def look(run, window, where):
    items = [Seen(item) for item in walk(window)]
    shown = [item for item in items if item.has("SHOWING") and item.role not in CELLS]
    run.check(f"{where}: something is there", len(shown) > 5)
    for what, problems in (("everything has a name", nameless(shown)), ("every name is there once", doubled(shown)),
                           ("the focus is where it is", lost_focus(items))):
        run.check(f"{where}: {what}", not problems, "\n  ".join(["", *problems]))


def texts(window):
    return Counter(name_of(item) for item in walk(window, shown=True)
                   if role_of(item) == "label" and has_state(item, "SHOWING"))


def wrong(run, window, where, label, text, role="text"):
    """Every text that comes with a wrong entry is in the description of its field."""
    field = run.desktop.find(window, role, label)
    run.check(f"{where}: {label} is valid", not has_state(field, "INVALID_ENTRY"))
    before = texts(window)
    run.desktop.focus(field)
    field.get_editable_text_iface().set_text_contents(text)
    run.desktop.keys("Tab")
    run.desktop.wait(f"{label} to be invalid", lambda: has_state(field, "INVALID_ENTRY"))
    new = run.desktop.wait("the words for it", lambda: [name for name in texts(window) - before if name.endswith(".")])
    description = field.get_description()
    run.check(f"{where}: what is wrong with {label} is its description", all(name in description for name in new),
              f"{new} and {description!r}")
    return field


def right(run, field, text):
    field.get_editable_text_iface().set_text_contents(text)
    run.desktop.wait(f"{name_of(field)} to be valid again", lambda: not has_state(field, "INVALID_ENTRY"))


def the_tabs(run, dialog, where):
    bar = run.desktop.find(dialog, "page tab list", "Sign in with")
    for name in ("API key", "Password"):
        run.desktop.press(run.desktop.find(bar, "page tab", name))
        look(run, dialog, f"{where}, the sign-in with {name}")
        selected = [name_of(tab) for tab in children(bar) if has_state(tab, "SELECTED")]
        run.check(f"{where}: {name} is the selected tab", selected == [name], str(selected))


def the_sign_in(run, where):
    dialog = run.job.dialog()
    look(run, dialog, f"{where}, the sign-in")
    the_tabs(run, dialog, where)
    server = run.desktop.find(dialog, "text", "Server")
    run.check(f"{where}: a filled server field has no description", not server.get_description(), server.get_description())
    run.job.sign_in_with_password("wrong")
    field = run.desktop.find(dialog, "password text", "Password")
    run.desktop.wait("the password to be invalid", lambda: has_state(field, "INVALID_ENTRY"))
    run.check(f"{where}: a refused password is described", "refused" in field.get_description(), field.get_description())
    look(run, dialog, f"{where}, a refused sign-in")
    run.desktop.wait("the dialog to be ready again", lambda: has_state(field, "ENABLED"))
    run.desktop.replace(field, run.password)
    run.desktop.press(run.desktop.find(dialog, "push button", "Sign in"))


def the_settings(run, window, where):
    name = "Days before expiry"
    tree = run.job.go_to(window, ("tree", "tree table"), "Settings", name)
    look(run, window, f"{where}, Settings with a row")
    run.desktop.keys("F2")
    run.desktop.wait("the editor to have the focus", lambda: not has_state(tree, "FOCUSED"))
    look(run, window, f"{where}, Settings with an editor")
    editor = run.desktop.find(window, "text", name, shown=False)
    editor.get_editable_text_iface().set_text_contents("zz")
    run.desktop.wait(f"{name} to be invalid", lambda: has_state(editor, "INVALID_ENTRY"))
    run.check(f"{where}: what is wrong with {name} is its description", "number" in editor.get_description())
    run.desktop.keys("Escape")


def the_preferences(run, window, where):
    run.desktop.press(run.desktop.find(window, "menu item", "Preferences…", shown=False))
    dialog = run.desktop.window("Preferences")
    look(run, dialog, f"{where}, Preferences")
    run.desktop.focus(run.desktop.find(dialog, "combo box", "Proxy"))
    run.desktop.keys("End")
    host = run.desktop.find(dialog, "text", "Host")
    look(run, dialog, f"{where}, Preferences with a proxy")
    right(run, host, "proxy.example.org")
    run.check(f"{where}: a filled host has no description", not host.get_description(), host.get_description())
    right(run, run.desktop.find(dialog, "text", "Port"), "3128")
    right(run, wrong(run, dialog, where, "Host", "a b"), "proxy.example.org")
    right(run, wrong(run, dialog, where, "Port", "zz"), "3128")
    seconds = "Clear copied keys from the clipboard after"
    right(run, wrong(run, dialog, where, seconds, "zz"), "30")
    look(run, dialog, f"{where}, Preferences after corrections")
    run.desktop.focus(run.desktop.find(dialog, "combo box", "Proxy"))
    run.desktop.keys("Home")
    run.desktop.keys("Escape")
    run.desktop.wait("the preferences to be gone", lambda: "Preferences" not in run.desktop.windows())


def walk_in(run, locale, arguments):
    where = locale[:2]
    run.start(*arguments, LC_ALL=locale)
    the_sign_in(run, where)
    window_title = title(run.scenario.display_name)
    run.desktop.window(window_title)
    run.desktop.wait("the dialog to be gone", lambda: "Sign in" not in run.desktop.windows())
    window = run.job.page(window_title, "Profile")
    look(run, window, f"{where}, Profile")
    field = wrong(run, window, where, "Birth date", "zz")
    look(run, window, f"{where}, Profile with a problem")
    run.desktop.press(run.desktop.find(window, "push button", "Undo Birth date"))
    run.desktop.wait("Birth date to be valid again", lambda: not has_state(field, "INVALID_ENTRY"))
    look(run, run.job.page(window_title, "API keys"), f"{where}, API keys")
    window = run.job.page(window_title, "Settings")
    look(run, window, f"{where}, Settings")
    the_settings(run, window, where)
    the_preferences(run, window, where)
    run.job.sign_out(window_title)
    run.lanyard.stop()


def screenreader(run):
    for locale, arguments in LANGUAGES:
        walk_in(run, locale, arguments)


if __name__ == "__main__":
    play(parser().parse_args(), "screenreader", "rich", screenreader)
