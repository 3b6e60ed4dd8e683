#!/usr/bin/python3
"""Nothing that a hostile service names is opened or called: the walk through every window, seen from outside.

Usage: hostile.py PROGRAM [ARGUMENT...]

PROGRAM (tests/ui/tst_hostile.cpp) shows texts and pictures that name files and addresses. It is played under strace: no
file with the marker in its name may be opened or looked at, nothing started, and no address called but the stand-in
service's, on this computer.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

MARKER = "hostile-marker"
CALLS = "%file,connect,execve"


def main():
    program = [os.path.abspath(sys.argv[1]), *sys.argv[2:]]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "calls"
        # A sanitizer cannot look for leaks in a process that is traced.
        environment = {**os.environ, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}
        played = subprocess.run(["strace", "-f", "-s", "256", "-o", log, "-e", f"trace={CALLS}", *program],
                                env=environment, check=False)
        calls = log.read_text(errors="replace").splitlines()
    if played.returncode != 0:
        sys.exit(f"FAILED: the walk ended with {played.returncode}")
    opened = [call for call in calls if MARKER in call]
    started = [call for call in calls if "execve(" in call][1:]  # the first is the program itself
    called = [call for call in calls if "connect(" in call and "AF_UNIX" not in call]
    elsewhere = [call for call in called if not re.search(r'inet_addr\("127\.0\.0\.1"\)', call) or "htons(9)" in call]
    for what, found in (("opened", opened), ("started", started), ("called", elsewhere)):
        if found:
            sys.exit(f"FAILED: {what}:\n" + "\n".join(found[:20]))
    # What would make the check mean nothing: a trace without files, or without the service.
    if sum("openat(" in call for call in calls) < 100 or not called:
        sys.exit(f"FAILED: only {len(calls)} calls were seen, {len(called)} of them to addresses")
    print(f"{len(calls)} calls seen: no marker opened, nothing started, {len(called)} connections to the service")


if __name__ == "__main__":
    main()
