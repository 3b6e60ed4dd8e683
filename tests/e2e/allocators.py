#!/usr/bin/python3
"""The program with another heap preloaded: it signs in, signs out and ends well.

Usage: allocators.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER
"""

import glob
import re
import shutil
from pathlib import Path

from desktop import Failed
from run import title
from story import parser, play

ALLOCATORS = ("libjemalloc.so.2", "libtcmalloc_minimal.so.4")


def path_of(library):
    found = glob.glob(f"/usr/lib/*/{library}")
    if not found:
        raise Failed(f"{library} is not installed: tests/support/packages.sh names its package")
    return found[0]


def bindings(log, symbol):
    """(who calls it, whose it is) of each time that the dynamic linker looked a function up, by file names."""
    line = re.compile(rf"binding file (\S+) \[\d+\] to (\S+) \[\d+\]: normal symbol `{symbol}'")
    with open(log, encoding="utf-8", errors="replace") as lines:
        return {(Path(found[1]).name, Path(found[2]).name) for found in map(line.search, lines) if found}


def check_heap(run, library, log):
    """Who allocates and who frees, as the dynamic linker has it: that a library is loaded says nothing about that."""
    own = Path(run.options.lanyard).name
    callers = bindings(log, "malloc")
    for user in ("libQt6Core.so.6", "libc.so.6", own):
        run.check(f"{library} is the heap of {user}", {to for by, to in callers if by == user} == {library},
                  f"{sorted(callers)}")
    run.check("nobody takes memory from the C library", all(to != "libc.so.6" for _, to in callers), f"{sorted(callers)}")
    # Ours, which wipes with glibc's heap only, hands on to whoever made the block.
    freed = bindings(log, "free")
    run.check("Qt frees by way of the program", ("libQt6Core.so.6", own) in freed, f"{sorted(freed)}")
    run.check(f"and the program by {library}", {to for by, to in freed if by == own} - {own} == {library},
              f"{sorted(freed)}")


def works_with(run, library):
    log = run.picture.parent / f"bindings-{library}"
    run.start(LD_PRELOAD=path_of(library), LD_DEBUG="bindings", LD_DEBUG_OUTPUT=str(log))
    run.job.sign_in_with_password(run.password)
    window_title = title(run.scenario.display_name)
    run.desktop.window(window_title)
    check_heap(run, library, f"{log}.{run.lanyard.pid}")
    run.job.sign_out(window_title)
    run.lanyard.process.terminate()
    run.lanyard.wait_for_end()
    run.check(f"with {library} the program signs in, signs out and ends well", True)


def tells_a_decoy(run):
    """A library of that name which is loaded, and which nobody calls, is not taken for the heap."""
    decoy, log = run.picture.parent / ALLOCATORS[0], run.picture.parent / "bindings-decoy"
    shutil.copy(path_of("libz.so.1"), decoy)
    run.start(LD_PRELOAD=str(decoy), LD_DEBUG="bindings", LD_DEBUG_OUTPUT=str(log), LANYARD_DEBUGGABLE="1")
    run.job.dialog()
    loaded = decoy.name in Path(f"/proc/{run.lanyard.pid}/maps").read_text(encoding="ascii")
    owners = {to for by, to in bindings(f"{log}.{run.lanyard.pid}", "malloc") if by == "libQt6Core.so.6"}
    run.check("a decoy is loaded and is not the heap", loaded and owners == {"libc.so.6"}, f"{loaded} {owners}")
    run.lanyard.process.terminate()
    run.lanyard.wait_for_end()


def allocators(run):
    tells_a_decoy(run)
    for library in ALLOCATORS:
        works_with(run, library)


def main():
    play(parser().parse_args(), "allocators", "rich", allocators)


if __name__ == "__main__":
    main()
