#!/usr/bin/python3
"""Another program of the same user can neither read the program's memory nor make it leave a core file.

Usage: hardening.py PROGRAM
"""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NOBODY = 65534


def become_nobody():
    """For the superuser every door is open: what holds for others is tried as one of them."""
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def start(program, folder, **environment):
    process = subprocess.Popen(
        [program], cwd=folder, preexec_fn=become_nobody, stderr=subprocess.DEVNULL,
        env={"HOME": folder, "XDG_RUNTIME_DIR": folder, "QT_QPA_PLATFORM": "offscreen",
             "DBUS_SESSION_BUS_ADDRESS": "disabled:", "CANARY": "1", **environment})
    time.sleep(2)
    if process.poll() is not None:
        sys.exit(f"the program ended with {process.returncode}")
    return process


def is_readable(pid, place):
    read = ["head", "-c", "1", f"/proc/{pid}/{place}"]
    return subprocess.run(read, preexec_fn=become_nobody, capture_output=True, check=False).returncode == 0


def dumps_core(process, folder):
    process.send_signal(signal.SIGSEGV)
    _, status = os.waitpid(process.pid, 0)
    process.returncode = -os.WTERMSIG(status)
    return os.WCOREDUMP(status) or any(path.name.startswith("core") for path in Path(folder).iterdir())


def check(name, holds):
    if not holds:
        sys.exit(f"FAILED: {name}")
    print(f"ok    {name}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o700)
        program = shutil.copy(sys.argv[1], folder)
        if os.getuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        process = start(program, folder)
        for place in ("environ", "maps", "mem"):
            check(f"/proc/PID/{place} is refused", not is_readable(process.pid, place))
        check("a crash leaves no core", not dumps_core(process, folder))

        # The contrast, without which the above could be the machine's doing.
        process = start(program, folder, LANYARD_DEBUGGABLE="1")
        check("with LANYARD_DEBUGGABLE it can be looked at", is_readable(process.pid, "environ"))
        process.kill()
        process.wait()


if __name__ == "__main__":
    main()
