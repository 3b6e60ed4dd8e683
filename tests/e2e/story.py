"""What every end-to-end test does around its story: arguments, a desktop of its own, programs, what is left of a failure."""

import argparse
import os
import sys
import tempfile
import traceback
from pathlib import Path

from run import Run
from scenarios import SCENARIOS

SUPPORT = Path(__file__).resolve().parent.parent / "support"


def parser():
    """The arguments that all of them take."""
    arguments = argparse.ArgumentParser()
    for name in ("lanyard", "service", "accounts", "failures"):
        arguments.add_argument(f"--{name}", required=True)
    arguments.add_argument("--wayland", action="store_true", help="in a desktop with Wayland instead of X11")
    arguments.add_argument("--inside", action="store_true", help="already in a session of its own")
    return arguments


def play(options, name, scenario, story, session=()):
    """Runs the story with the scenario's account, in a session with these options; one that fails leaves a picture and
    the windows' tree."""
    if not options.inside:
        # Always a desktop of its own, within whatever session there is: an empty home and keychain are the point.
        desktop = [str(SUPPORT / "session.sh"), *session, "--"]
        if options.wayland:
            desktop = [str(SUPPORT / "wayland.sh"), "--whole", "1280x800"]
        os.execv(desktop[0], [*desktop, sys.executable, "-B", *sys.argv, "--inside"])
    with tempfile.TemporaryDirectory() as folder:
        run = Run(options, SCENARIOS[scenario], Path(folder))
        try:
            story(run)
        except Exception:
            traceback.print_exc()
            if run.log.exists():  # it was started
                print("\nthe program's last words:", *run.log.read_text(errors="replace").splitlines()[-40:], sep="\n",
                      flush=True)
            run.desktop.record_failure(name)
            sys.exit(1)
        finally:
            run.stop()
