#!/usr/bin/python3
"""The main job, end to end: the built programs on a screen, a keychain and a home folder of their own.

Usage: main_job.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER SCENARIO
"""

import argparse
import os
import sys
import tempfile
import traceback
from pathlib import Path

from run import Run, title
from scenarios import SCENARIOS

SESSION = Path(__file__).resolve().parent.parent / "support" / "session.sh"


def main_job(run):
    """From the sign-in to the sign-out. The 30 seconds that a key stays on the clipboard are used for editing."""
    before_title, after_title = title(run.scenario.display_name), title(run.scenario.new_display_name)
    run.sign_in(before_title)
    before = run.document()
    copied = run.copy_key(before_title)
    expected = run.edit(before_title)
    run.see_clipboard_cleared(copied)
    expected += run.edit_picture(before_title)
    run.save(before_title, before, expected)
    run.restart(after_title)
    run.sign_out(after_title)


def parse_arguments():
    parser = argparse.ArgumentParser()
    for name in ("lanyard", "service", "accounts", "failures"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--inside", action="store_true", help="already in a session of its own")
    parser.add_argument("scenario", choices=sorted(SCENARIOS))
    return parser.parse_args()


def main():
    options = parse_arguments()
    if not options.inside:
        # Always one of its own, within whatever session there is: an empty home and an empty keychain are the point.
        os.execv(SESSION, [str(SESSION), "--", sys.executable, "-B", *sys.argv, "--inside"])

    with tempfile.TemporaryDirectory() as folder:
        run = Run(options, SCENARIOS[options.scenario], Path(folder))
        try:
            main_job(run)
        except Exception:
            traceback.print_exc()
            run.desktop.record_failure(options.scenario)
            sys.exit(1)
        finally:
            run.stop()


if __name__ == "__main__":
    main()
