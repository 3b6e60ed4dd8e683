#!/usr/bin/python3
"""The main job, end to end: the built programs on a screen, a keychain and a home folder of their own.

Usage: main_job.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER SCENARIO
"""

from run import title
from scenarios import SCENARIOS
from story import parser, play


def main_job(run):
    """From the sign-in to the sign-out. The 30 seconds that a key stays on the clipboard are used for editing."""
    before_title, after_title = title(run.scenario.display_name), title(run.scenario.new_display_name)
    run.sign_in(before_title)
    before = run.document()
    copied = run.copy_key(before_title)
    expected = run.edit(before_title)
    run.see_clipboard_cleared(copied)
    run.nothing_shown(before_title)
    run.diagnostics(before_title)
    expected += run.edit_picture(before_title)
    run.save(before_title, before, expected)
    run.restart(after_title)
    run.sign_out(after_title)


def main():
    arguments = parser()
    arguments.add_argument("scenario", choices=sorted(SCENARIOS))
    options = arguments.parse_args()
    play(options, options.scenario, options.scenario, main_job)


if __name__ == "__main__":
    main()
