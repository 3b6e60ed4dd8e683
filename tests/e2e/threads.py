"""How often the threads of a program were woken: each time one that waited goes on."""

from pathlib import Path


def woken(pid):
    """{thread's number: (its name, times)}"""
    found = {}
    for thread in Path(f"/proc/{pid}/task").iterdir():
        try:
            lines = dict(line.split(":", 1) for line in (thread / "status").read_text().splitlines())
        except FileNotFoundError:  # it has just ended
            continue
        found[thread.name] = lines["Name"].strip(), int(lines["voluntary_ctxt_switches"])
    return found


def woken_since(before, pid):
    """By name of the threads that are still there; the window's is called as the program."""
    found = {}
    for number, (name, times) in woken(pid).items():
        found[name] = found.get(name, 0) + times - before.get(number, (name, 0))[1]
    return found
