#!/usr/bin/python3
"""The program with another heap preloaded: it signs in, signs out and ends well.

Usage: allocators.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER
"""

import glob

from desktop import Failed
from run import title
from story import parser, play

ALLOCATORS = ("libjemalloc.so.2", "libtcmalloc_minimal.so.4")


def path_of(library):
    found = glob.glob(f"/usr/lib/*/{library}")
    if not found:
        raise Failed(f"{library} is not installed: tests/support/packages.sh names its package")
    return found[0]


def works_with(run, library):
    run.start(LD_PRELOAD=path_of(library), LANYARD_DEBUGGABLE="1")  # else nobody may look at its libraries
    run.job.sign_in_with_password(run.password)
    window_title = title(run.scenario.display_name)
    run.desktop.window(window_title)
    with open(f"/proc/{run.lanyard.pid}/maps", encoding="ascii") as maps:
        run.check(f"{library} is the heap", library.split(".so")[0] in maps.read())
    run.job.sign_out(window_title)
    run.lanyard.process.terminate()
    run.lanyard.wait_for_end()
    run.check(f"with {library} the program signs in, signs out and ends well", True)


def allocators(run):
    for library in ALLOCATORS:
        works_with(run, library)


def main():
    play(parser().parse_args(), "allocators", "rich", allocators)


if __name__ == "__main__":
    main()
