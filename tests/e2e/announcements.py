#!/usr/bin/python3
"""What a screen reader is told without asking: what was saved, copied, refused, changed elsewhere, and the session's end.

Usage: announcements.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER
"""

import time

from desktop import has_state, name_of, walk
from ear import Ear
from merge import OtherClient
from run import title
from scenarios import Scenario, RICH
from story import parser, play

import scenarios

OTHER = title("Jiwoo Kim")
SWITCH = "Send a weekly summary"

# Reminded of the end two minutes before: a few seconds after the sign-in.
scenarios.SCENARIOS["ending"] = Scenario("ending", service=("--token-lifetime", "150"), **RICH)


def announcements(run):
    with Ear(run, "object:announcement") as ear:
        hear(run, ear)


def add_another(run, window):
    """Another account, with the same time left; when it was signed in."""
    run.desktop.press(run.desktop.find(window, "menu item", "Add account…", shown=False))
    dialog = run.job.adding()
    run.desktop.replace(run.desktop.find(dialog, "text", "Server"), run.service.url)
    run.desktop.replace(run.desktop.find(dialog, "text", "Username"), "jkim")
    run.desktop.replace(run.desktop.find(dialog, "password text", "Password"), run.password)
    run.desktop.press(run.desktop.find(dialog, "push button", "Sign in"))
    run.desktop.window(OTHER)
    return time.monotonic()


def the_hidden_account_is_heard_once_it_is_shown(run, ear, due):
    """What it says would be taken for what the account in front says."""
    def heard():
        return ear.times("2", "Your session ends at ")
    time.sleep(max(0, due + 3 - time.monotonic()))
    run.check("the end of a hidden account's session is not announced", heard() == 1, f"{ear.lines()}")
    run.desktop.keys("ctrl+alt+2")
    run.desktop.window(OTHER)
    run.desktop.wait(f"it to be announced now ({ear.lines()})", lambda: heard() == 2)
    run.check("it is once the account is shown", True)


def a_filter_says_once_what_it_leaves(run, ear, window):
    """Not at each letter, of which the last ones match nothing."""
    before = len(ear.lines())
    run.desktop.focus(run.desktop.find(window, "text", "Filter"))
    run.desktop.type("serverzzz")
    run.desktop.wait(f"what is found to be announced ({ear.lines()})", lambda: ear.times("1", "No key matches"))
    run.desktop.keys("BackSpace", "BackSpace", "BackSpace")
    run.desktop.wait(f"the number to be announced ({ear.lines()})", lambda: ear.times("1", " of 9 keys"))
    heard = [line for line in ear.lines()[before:] if " key" in line[2]]  # the session's end may fall between them
    run.check("a filter says once how many keys match", len(heard) == 2, f"{heard}")
    run.desktop.keys("ctrl+a", "Delete")
    run.desktop.wait("the whole list", lambda: run.desktop.find_text(window, "9 keys"))


def other_filters_say_it_too(run, ear, window_title):
    window = run.job.page(window_title, "Settings")
    run.desktop.focus(run.desktop.find(window, "text", "Filter"))
    run.desktop.type("greeting")
    run.desktop.wait(f"the number of settings ({ear.lines()})", lambda: ear.times("1", "1 of "))
    run.desktop.keys("ctrl+a")
    run.desktop.type("layout")
    run.desktop.wait("the same number for another word", lambda: ear.times("1", "1 of ") == 2)
    run.desktop.keys("ctrl+a", "Delete")
    window = run.job.page(window_title, "Profile")
    country = run.desktop.find(window, "text", "Country")
    run.desktop.focus(country)
    run.desktop.keys("ctrl+a")
    run.desktop.type("ger")
    run.desktop.wait(f"the number of countries ({ear.lines()})", lambda: ear.times("1", " countries"))
    run.check("the filters of settings and countries say what they leave", True)
    run.desktop.keys("Escape", "ctrl+z")
    run.desktop.press(run.desktop.find(window, "push button", "Change picture"))
    run.desktop.press(run.desktop.find(window, "menu item", "Remove picture"))
    run.desktop.wait(f"the removal ({ear.lines()})", lambda: ear.times("1", "Picture removed"))
    run.check("that the picture was removed is announced", True)
    run.desktop.keys("ctrl+z")
    run.desktop.wait("nothing to be changed", lambda: not has_state(
        run.desktop.find(window, "menu item", "Save", shown=False), "ENABLED"))


def what_becomes_of_a_setting(run, ear, window_title):
    """Switched, undone and done again, while the focus stays on its row."""
    window = run.job.page(window_title, "Settings")
    run.job.go_to(window, ("tree", "tree table"), "Settings", SWITCH)
    off, on = "not checked", "checked"
    for keys, state in (("space", off), ("ctrl+z", on), ("ctrl+shift+z", off), ("ctrl+z", on)):
        before = ear.times("1", f"{SWITCH}: {state}")
        run.desktop.keys(keys)
        run.desktop.wait(f"{keys} to be told ({ear.lines()[-5:]})",
                         lambda words=f"{SWITCH}: {state}", seen=before: ear.times("1", words) == seen + 1)
    run.check("what becomes of a setting is announced", True)
    run.desktop.wait("nothing to be changed", lambda: not has_state(
        run.desktop.find(window, "menu item", "Save", shown=False), "ENABLED"))


def what_is_signed_out_is_not_called_empty(run, ear):
    window = run.job.page(OTHER, "API keys")
    run.desktop.press(run.desktop.find(window, "push button", "Sign out"))
    run.job.dialog()
    time.sleep(2)  # a list that has become empty says so when the typing pauses
    empty = [line for line in ear.lines() if "This account has no" in line[2]]
    run.check("nobody is told that an account has nothing when it is signed out", not empty, f"{empty}")


def hear(run, ear):
    window_title = title(run.scenario.display_name)

    def announced(what, politeness, text, seconds=10):
        run.desktop.wait(f"{text!r} to be announced ({ear.lines()})", lambda: ear.times(politeness, text), seconds)
        run.check(f"{what} is announced", True)

    run.start()
    run.job.sign_in_with_password("wrong")
    announced("a refused sign-in", "2", "The sign-in was refused")
    dialog = run.job.dialog()
    field = run.desktop.find(dialog, "password text", "Password")
    run.desktop.wait("the dialog to be ready again", lambda: has_state(field, "ENABLED"))
    run.desktop.replace(field, run.password)
    run.desktop.press(run.desktop.find(dialog, "push button", "Sign in"))
    window = run.desktop.window(window_title)
    run.desktop.wait("the dialog to be gone", lambda: "Sign in" not in run.desktop.windows())
    ends_unseen = add_another(run, window) + 30
    run.desktop.keys("ctrl+alt+1")
    window = run.desktop.window(window_title)
    run.job.write(run.job.page(window_title, "Profile"), "City", "Torino")
    run.job.save(window)
    announced("a save", "1", "Saved")
    other = OtherClient(run.service.url, run.scenario.user, run.password)
    other.change(city="Milano", mobile="+39 000")
    run.job.write(window, "City", "Bologna")
    run.desktop.press(run.desktop.find(window, "push button", "Save"))
    announced("a conflict", "2", "Changed by both")
    announced("which field it is about", "2", "City")
    run.desktop.keys("alt+m")
    announced("a decision", "1", "yours")
    run.desktop.keys("alt+s")
    run.desktop.find_text(window, "Saved")
    announced("what others changed beside it", "1", "Mobile")
    other_filters_say_it_too(run, ear, window_title)
    what_becomes_of_a_setting(run, ear, window_title)
    window = run.job.page(window_title, "API keys")
    a_filter_says_once_what_it_leaves(run, ear, window)
    run.job.copy_key(window, run.scenario.key)
    announced("a copy", "1", "copied")
    with Ear(run, "object:state-changed:showing") as older:  # as Orca 43, which does not ask for announcements
        time.sleep(1)  # until the program has asked who listens
        run.desktop.press(run.desktop.find(window, "push button", "Reveal"))
        announced("a revealed key", "1", "revealed for 20 seconds")
        run.desktop.wait("a notification of it", lambda: any(
            "revealed for 20 seconds" in source for how, source, _ in older.lines() if how == "1"))
        run.check("an older screen reader is told by a notification", True)
    with Ear(run, "object:announcement", "object:state-changed:showing") as newer:
        time.sleep(1)
        run.desktop.press(run.desktop.find(window, "push button", "Hide"))
        run.desktop.wait("the announcement", lambda: newer.times("1", "Hidden again"))
        time.sleep(1)  # a notification would come with it
        twice = [line for line in newer.lines() if "Hidden again" in line[1]]
        run.check("one that knows announcements is not told twice", not twice, f"{newer.lines()}")
    run.desktop.press(run.desktop.find(window, "push button", "Reveal"))
    run.desktop.wait("the key again", lambda: ear.times("1", "revealed for 20 seconds") == 2)
    keys = [name for name in map(name_of, walk(window, into=("table",))) if name.startswith("api_")]
    run.check("whoever goes to it hears the key", len(keys) == 1, f"{keys}")
    run.check("and nobody else", not any(key in line for key in keys for line in ear.lines()), f"{ear.lines()}")
    announced("the end of the session", "2", "Your session ends at ", 60)
    heard = ear.times("1", "copied")
    run.check("and the seconds on the clipboard are not", heard == 1, f"{ear.lines()}")
    the_hidden_account_is_heard_once_it_is_shown(run, ear, ends_unseen)
    run.service.stop()
    run.desktop.keys("F5")
    announced("an error", "2", "could not be reached")
    for text in ("Changed by both", "could not be reached", "The sign-in was refused"):
        heard = ear.times("1", text) + ear.times("2", text)
        run.check(f"{text!r} is announced once", heard == 1, f"{ear.lines()}")
    what_is_signed_out_is_not_called_empty(run, ear)


if __name__ == "__main__":
    play(parser().parse_args(), "announcements", "ending", announcements)
