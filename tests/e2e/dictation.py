#!/usr/bin/python3
"""Text that an assistive technology sets, inserts and deletes over AT-SPI, as dictation and screen keyboards do, is saved.

Usage: dictation.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER
"""

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


def editor(run, window, label):
    return run.desktop.find(window, "text", label, shown=False)  # in a combo box the line


def contents(item):
    return item.get_text_iface().get_text(0, item.get_text_iface().get_character_count())


def set_text(item, text):
    item.get_editable_text_iface().set_text_contents(text)


def insert(item, text):
    set_text(item, text[:-2])
    item.get_editable_text_iface().insert_text(len(text) - 2, text[-2:], len(text[-2:].encode()))


def delete(item, text):
    set_text(item, text + "zz")
    item.get_editable_text_iface().delete_text(len(text), len(text) + 2)


def save(run):
    """Whatever the window is called by now."""
    run.job.save(run.desktop.window(next(iter(run.desktop.windows()))))


def dictation(run):
    run.start()
    dialog = run.job.dialog()
    password = run.desktop.find(dialog, "password text", "Password")
    set_text(password, run.password)
    run.desktop.press(run.desktop.find(dialog, "push button", "Sign in"))
    window_title = title(run.scenario.display_name)
    run.desktop.window(window_title)
    run.check("a password that is set signs in", True)
    window = run.job.page(window_title, "Profile")
    for way in (set_text, insert, delete):
        for label, _, text in FIELDS:
            item = editor(run, window, label)
            way(item, text)
            run.desktop.wait(f"{label} to show {text!r}", lambda: contents(item) == text)
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


if __name__ == "__main__":
    play(parser().parse_args(), "dictation", "rich", dictation)
