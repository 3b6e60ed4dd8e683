#!/usr/bin/python3
"""At rest, signed in and with no caret that blinks, nothing wakes the window but the minute that the status line counts,
and the service is asked nothing.

Usage: rest.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER
"""

import time

from desktop import Failed
from run import title
from story import parser, play
from threads import woken, woken_since

SETTLED, RESTED = 32, 45  # seconds: calls have ended, with their connections, and messages that leave by themselves have left
MAY_WAKE = 4  # a minute ends, which is painted


def rests(run):
    shown = title("Maria Rossi")
    run.sign_in(shown)
    run.desktop.find_text(run.desktop.window(shown), "Sign-in kept")
    run.desktop.keys("F6")  # from the field, where a caret blinks, to the list of pages
    time.sleep(SETTLED)
    requests = run.service.state_file.parent / "requests.log"
    asked, before = requests.read_text(), woken(run.lanyard.pid)
    time.sleep(RESTED)
    times = woken_since(before, run.lanyard.pid)
    print(f"woken in {RESTED} s: {times}")
    if times["lanyard"] > MAY_WAKE or times.get("QXcbEventQueue", 0) > MAY_WAKE:
        raise Failed(f"something wakes the window in {RESTED} s of rest: {times}")
    if requests.read_text() != asked:
        raise Failed("the service was asked something")


if __name__ == "__main__":
    options = parser().parse_args()
    play(options, "rest", "rich", rests)
