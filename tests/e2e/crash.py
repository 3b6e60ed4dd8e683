#!/usr/bin/python3
"""Killed at random moments of editing and saving: what was typed two seconds before is there at the next start.

Usage: crash.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER [--times N] [--seed N]

Each time a city is typed letter by letter, in some of them saved in between, and the program is killed. The next
start must show at least the letters that were typed two seconds before; the service must hold one whole document,
changed in the city alone; and no file of the home folder may hold a secret.
"""

import os
import random
import subprocess
import threading
import time

import outside
from desktop import Failed, text_of
from document import differences
from run import title
from story import parser, play

LETTER_SECONDS = 0.2
SAFE_SECONDS = 2.0


class Crashes:
    """A user whose program keeps dying."""

    def __init__(self, run, chance):
        self.run, self.chance = run, chance
        self.title = title(run.scenario.display_name)
        self.sent = []     # (moment, what stands in the field from then on)
        self.saves = 0

    def field(self):
        window = self.run.job.page(self.title, "Profile")
        return self.run.desktop.find(window, "text", "City")

    def type_until_killed(self, word, save_after, lifetime):
        """Types the word, with a save after so many letters, until the program is killed."""
        field = self.field()
        self.run.desktop.focus(field)
        self.run.desktop.keys("ctrl+a")
        process = self.run.lanyard.process
        self.sent = []
        timer = threading.Timer(lifetime, process.kill)
        timer.start()
        for number in range(1, len(word) + 1):
            if process.poll() is not None:
                break
            subprocess.run(["xdotool", "type", "--clearmodifiers", "--", word[number - 1]], check=True, timeout=30)
            self.sent.append((time.monotonic(), word[:number]))
            if number == save_after:
                subprocess.run(["xdotool", "key", "--clearmodifiers", "ctrl+s"], check=True, timeout=30)
                self.saves += 1
            time.sleep(LETTER_SECONDS)
        timer.join()
        process.wait(10)
        return time.monotonic()

    def survived(self, word, before, killed):
        """What must be there at least, and what may be there."""
        safe = [text for moment, text in self.sent if moment < killed - SAFE_SECONDS]
        least = safe[-1] if safe else ""
        self.run.start()
        self.run.desktop.window(self.title)
        shown = text_of(self.field())
        allowed = [before, *(text for _, text in self.sent)]
        if shown not in allowed or (least and (shown == before or len(shown) < len(least))):
            raise Failed(f"typed {word!r}, safe {least!r}, before {before!r}: the field holds {shown!r}")
        return shown


def campaign(run, times, chance):
    crashes = Crashes(run, chance)
    run.start()
    run.job.sign_in_with_password(run.password)
    run.desktop.window(crashes.title)
    run.desktop.wait("the keychain to hold the session", outside.keychain_secrets)
    first = run.document()
    shown, back = first["city"], 0
    for number in range(times):
        word = f"{chr(ord('A') + number % 26)}{chance.randrange(10**9):09d}"
        save_after = chance.choice([0, 0, chance.randrange(1, 10)])
        killed = crashes.type_until_killed(word, save_after, chance.uniform(0.2, 5.0))
        shown, before = crashes.survived(word, shown, killed), shown
        back += shown != before
        changed = [member for member in differences(first, run.document())
                   if member not in ("city", "updatedAt", "lastLogIn")]
        if changed:
            raise Failed(f"the service's document differs in {changed}")
        leaks = outside.files_holding(run.secrets(), [os.environ["HOME"]])
        if leaks:
            raise Failed(f"secrets in {leaks}")
    run.check(f"killed {times} times ({crashes.saves} of them with a save): nothing typed "
              f"{SAFE_SECONDS:.0f} s before was lost", True)
    run.check("letters came back at all", back > times / 3, f"{back} of {times}")


def main():
    arguments = parser()
    arguments.add_argument("--times", type=int, default=100 if "LANYARD_LONG" in os.environ else 6)
    arguments.add_argument("--seed", type=int, default=20261124)
    options = arguments.parse_args()
    play(options, "crash", "rich", lambda run: campaign(run, options.times, random.Random(options.seed)))


if __name__ == "__main__":
    main()
