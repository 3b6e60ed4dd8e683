"""The windows as a screen reader sees them, found by role and accessible name and worked with real key events."""

import subprocess
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (the version is told first)

import screenshot  # noqa: E402
import wayland  # noqa: E402

WINDOWS = ("frame", "dialog", "window", "alert", "file chooser")
# Qt announces few of its changes in the words that AT-SPI's cache listens to: ask the program itself, but for what an
# object is, which never changes. States are among it for states_of() to forget: of an object whose states it may not keep,
# the library asks for them again before it asks for anything else.
CACHED = Atspi.Cache.ROLE | Atspi.Cache.INTERFACES | Atspi.Cache.STATES
NEW_NAMES = {"button": "push button"}  # of AT-SPI 2.56
ROLES = {}  # by the program's address on the bus and the object's path there: the library forgets an object with its last use
# Their cells are looked at only when asked for: there can be thousands, and each costs a round trip.
LARGE = ("table", "tree", "tree table")


class Failed(Exception):
    """A check that did not hold, or something awaited that did not come."""


class Desktop:
    """All windows of the session. Every wait has a deadline; one that passes leaves a picture and the tree."""

    def __init__(self, failures):
        self.failures = Path(failures)
        self.found = {}  # see find()
        # A program that waits for a busy disk answers later than in the 0.8 s that AT-SPI allows it.
        Atspi.set_timeout(10_000, 15_000)
        Atspi.get_desktop(0).set_cache_mask(CACHED)

    # Looking

    def programs(self):
        desktop = Atspi.get_desktop(0)
        found = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
        for program in filter(None, found):
            program.set_cache_mask(CACHED)
        return [program for program in found if program]

    def windows(self):
        """Every window that shows, by its title."""
        return {name_of(window): window for program in self.programs() for window in children(program)
                if role_of(window) in WINDOWS and has_state(window, "SHOWING")}

    def window(self, title, seconds=20):
        return self.wait(f"a window {title!r}", lambda: self.windows().get(title), seconds)

    def find(self, within, role, name, seconds=10, shown=True):
        """The one object of this role (or one of these roles) and name. What was found before is asked first whether it
        still is that, for a walk through a window is a thousand questions."""
        roles = (role,) if isinstance(role, str) else role

        def is_it(item):
            return name in names_of(item) and (not shown or has_state(item, "SHOWING"))

        def look():
            before = self.found.pop((within, roles, name), None)
            if before and not has_state(before, "DEFUNCT") and is_it(before):
                self.found[within, roles, name] = before
                return before
            found = [item for item in walk(within, into=roles, shown=shown) if role_of(item) in roles and is_it(item)]
            if len(found) > 1:
                raise Failed(f"{len(found)} objects are called {name!r} ({role})")
            if found:
                self.found[within, roles, name] = found[0]
            return found and found[0]
        return self.wait(f"{role} {name!r}", look, seconds)

    def find_text(self, within, text, seconds=10):
        """Anything shown that is called this, or begins so."""
        return self.wait(f"the text {text!r}", lambda: [
            item for item in walk(within, shown=True) if name_of(item).startswith(text) and has_state(item, "SHOWING")],
            seconds)[0]

    def wait(self, what, probe, seconds=10, pause=0.05):
        """What the probe answers as soon as it is something; asked again after a pause."""
        end = time.monotonic() + seconds
        while True:
            began = time.monotonic()
            try:
                answer = probe()
            except GLib.Error:  # a window that goes away while it is being looked at
                answer = None
            if answer:
                return answer
            if time.monotonic() > end:
                raise Failed(f"waited {seconds} s in vain for {what}")
            # As long as the look took: a walk through a window is a thousand questions, which the program answers.
            time.sleep(max(pause, time.monotonic() - began))

    # Doing

    def focus(self, item):
        # Qt's combo box does not take the focus when it is asked to; the line in it does.
        line = next((child for child in children(item) if role_of(child) == "text"), item)
        line.get_component_iface().grab_focus()

        def focused():
            return has_state(item, "FOCUSED") or has_state(line, "FOCUSED")
        for _ in range(60):
            try:
                return self.wait(f"the focus on {name_of(item)!r}", focused, 0.5)
            except Failed:
                self.keys("Tab")  # Qt's lists, tables and trees do not take it either: go there as people do
        raise Failed(f"the Tab key does not lead to {role_of(item)} {name_of(item)!r}")

    def press(self, item):
        """What a click would do, as an assistive program asks for it."""
        self.wait(f"{name_of(item)!r} to be enabled", lambda: has_state(item, "ENABLED"))
        actions = item.get_action_iface()
        names = [actions.get_action_name(i) for i in range(actions.get_n_actions())]
        wanted = next(name for name in ("Press", "Toggle", "Check", "ShowMenu", *names) if name in names)
        actions.do_action(names.index(wanted))

    def keys(self, *keys):
        """Real key events: names as xdotool has them, such as ctrl+s."""
        if wayland.is_here():
            return wayland.keys(*keys)
        subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "30", *keys], check=True, timeout=30)

    def type(self, text):
        if wayland.is_here():
            return wayland.type_text(text)
        for number, line in enumerate(text.split("\n")):
            if number:
                self.keys("Return")
            subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "8", "--", line], check=True, timeout=60)

    def replace(self, item, text):
        """Types over what a field holds."""
        self.focus(item)
        self.keys("ctrl+a", "Delete")
        self.type(text)

    # When it went wrong

    def record_failure(self, name):
        """A picture of the screen and the tree of the windows, for whoever reads the log."""
        self.failures.mkdir(parents=True, exist_ok=True)
        picture, tree = self.failures / f"{name}.png", self.failures / f"{name}.txt"
        screenshot.save(picture)
        lines = []
        for program in self.programs():
            lines += [f"{'  ' * depth}{describe(item)}" for depth, item in walk_depths(program, LARGE)]
        tree.write_text("\n".join(lines) + "\n")
        print(f"see {picture}\nsee {tree}", flush=True)


def role_of(item):
    place = item.app and (item.app.bus_name, item.path)
    try:
        if place not in ROLES:
            name = item.get_role_name()
            ROLES[place] = NEW_NAMES.get(name, name)
        return ROLES[place]
    except GLib.Error:
        return ""


def name_of(item):
    try:
        return item.get_name() or ""
    except GLib.Error:
        return ""


def names_of(item):
    """What a screen reader calls it. Qt gives a combo box the name of its current text: its label says what it is."""
    names = {name_of(item)}
    if role_of(item) == "combo box":
        for relation in item.get_relation_set():
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                names |= {name_of(relation.get_target(i)) for i in range(relation.get_n_targets())}
    return names


def text_of(item):
    """What stands in a field."""
    text = item.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else name_of(item)


def has_state(item, state):
    return states_of(item).contains(getattr(Atspi.StateType, state))


def states_of(item):
    """As they are now."""
    item.clear_cache()
    return item.get_state_set()


def children(item, shown=False):
    """None of a container that does not show, if only what shows is wanted: that is most of a window."""
    try:
        count = item.get_child_count()
        if count == 0 or (shown and not has_state(item, "SHOWING")):
            return []
        found = [item.get_child_at_index(i) for i in range(count)]
    except GLib.Error:
        return []
    return [child for child in found if child]


def walk_depths(item, into=(), depth=0, shown=False):
    """The tree below an object, in reading order; cells of a large view if its role or theirs is in `into`."""
    yield depth, item
    cells_wanted = any("cell" in role or "item" in role for role in into)
    role = role_of(item)
    if role not in LARGE or role in into or cells_wanted:
        for child in children(item, shown):
            yield from walk_depths(child, into, depth + 1, shown)


def walk(item, into=(), shown=False):
    for _, found in walk_depths(item, into, 0, shown):
        yield found


class Seen:
    """An object as it is when it is looked at: it is asked once only, for each question is a round trip."""

    def __init__(self, item):
        self.item, self.role, self.name = item, role_of(item), name_of(item)
        try:
            self.states = {state.value_nick.upper().replace("-", "_") for state in states_of(item).get_states()}
        except GLib.Error:
            self.states = {"GONE"}

    def has(self, state):
        return state in self.states

    def __str__(self):
        return f"{self.role} {self.name!r} [{' '.join(sorted(self.states)).lower()}]"


def describe(item):
    return str(Seen(item))
