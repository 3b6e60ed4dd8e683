#!/usr/bin/python3
"""Each call of the system that reads or writes a file of the program's own fails once: start, sign-in, edit, save, sign-out.

Usage: torture.py PROGRAM [--all]

PROGRAM (tests/ui/torture.cpp) plays one round and looks at what it left. It is played under strace: once to see which
calls there are, then once for each of them with that call failing for want of space, for a broken disk, or for want of
permission: one of the three in turn, all of them with --all or LANYARD_LONG set. Old files must be intact or new ones
whole, and what could not be read or written must have been said.
"""

import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

CALLS = ("openat", "write", "fsync", "fdatasync", "linkat", "rename", "renameat2")
ERRORS = ("ENOSPC", "EIO", "EACCES")
AT_ONCE = 4
TRIES = 80  # writes that wake the event loop come in between: one in seven hits what was meant
READ = ("accounts.json", "trust.json", "preferences.json")


class Round:
    """What strace has seen of one play, and what the play has said of itself."""

    def __init__(self, program, failing=None):
        with tempfile.TemporaryDirectory() as folder:
            log = Path(folder) / "calls"
            command = ["strace", "-o", log, "-y", "-e", f"trace={','.join(CALLS)}"]
            if failing:
                call, number, error = failing
                command += ["-e", f"inject={call}:error={error}:when={number}"]
            environment = {**os.environ, "TMPDIR": folder, "QT_QPA_PLATFORM": "offscreen",
                           # A sanitizer cannot look for leaks in a process that is traced.
                           "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}
            played = subprocess.run([*command, program], capture_output=True, text=True, timeout=120, env=environment,
                                    check=False)
            self.code, self.errors = played.returncode, played.stderr
            self.outcome = json.loads(played.stdout) if played.stdout.strip() else {"problems": ["it crashed"], "told": []}
            self.calls = list(self._own_calls(log.read_text(errors="replace").splitlines()))

    @staticmethod
    def _own_calls(lines):
        """(call, number among the calls of that name, file, whether it was made to fail) between the two marks."""
        count, within = dict.fromkeys(CALLS, 0), False
        for line in lines:
            call = line.partition("(")[0]
            if call not in count:
                continue
            count[call] += 1
            if call == "write" and '"MARK ' in line:
                within = '"MARK begin' in line
            found = re.findall(r"/config(/[^\s\"<>]*)?", line.partition(" = ")[0])
            if within and found:
                yield call, count[call], normalized(found[-1], call, line), "INJECTED" in line


def normalized(path, call, line):
    """The file without what is random in its name, and whether it is being read."""
    path = re.sub(r"#\d+|draft-[0-9a-f]+|\.[A-Za-z]{6}$", lambda found: found[0][0], path)
    return f"{path or '/'} ({'read' if call == 'openat' and 'O_RDONLY' in line else 'written'})"


def places(calls):
    """Each call by its name, its file and how often that came before: the same in every play, unlike its number."""
    seen = {}
    for call, number, path, failed in calls:
        seen[call, path] = seen.get((call, path), 0) + 1
        yield (call, path, seen[call, path]), number, failed


class Failures:
    """The plays so far, by the call that failed in them. How many calls of its name come before a call differs a little
    from play to play: a play that missed what it aimed at has mostly hit what another one would aim at."""

    def __init__(self, program, in_full):
        self._program = program
        self._in_full = in_full
        self._played = {}  # by place and error; filled by several threads, a play at a time

    def play(self, place, number, error):
        """Plays until that call has failed, with this error (with any, unless in full). The error and the play."""
        for _ in range(TRIES):
            if found := self._find(place, error):
                return found
            played = Round(self._program, (place[0], number, error))
            for failed in (found for found, _, was_failed in places(played.calls) if was_failed):
                self._played.setdefault((failed, error), played)
            number = next((found_number for found, found_number, _ in places(played.calls) if found == place), number)
        return self._find(place, error) or (error, None)

    def _find(self, place, error):
        for other in (error,) if self._in_full else (error, *ERRORS):
            if (place, other) in self._played:
                return other, self._played[place, other]
        return None


def is_the_programs(place):
    """Not one by which the round itself looks at a file."""
    call, path, time = place
    return "(read)" not in path or (time == 1 and any(name in path for name in READ))


def judge(place, error, played):
    """What is wrong; nothing when all is as it must be."""
    what = f"{place[0]} of {place[1]}, time {place[2]}: {error}"
    if played is None:
        return [f"{what}: could not be made to fail"]
    problems = [f"{what}: {problem}" for problem in played.outcome["problems"]]
    if "(read)" in place[1] and not any("could not be read" in text for text in played.outcome["told"]):
        problems.append(f"{what}: nobody says that it could not be read")
    if problems or played.code not in (0, 1):
        problems += [f"ended with {played.code}", f"told: {played.outcome['told']}", played.errors[-2000:]]
    return problems


def main():
    program = os.path.abspath(sys.argv[1])
    in_full = "--all" in sys.argv or bool(os.environ.get("LANYARD_LONG"))
    undisturbed = Round(program)
    if undisturbed.outcome["problems"]:
        sys.exit(f"FAILED undisturbed: {undisturbed.outcome['problems']}\n{undisturbed.errors}")
    found = [(place, number) for place, number, _ in places(undisturbed.calls) if is_the_programs(place)]
    plays = [(place, number, error) for i, (place, number) in enumerate(found)
             for j, error in enumerate(ERRORS) if in_full or j == i % len(ERRORS)]
    failures = Failures(program, in_full)
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        played = pool.map(lambda play: judge(play[0], *failures.play(*play)), plays)
    problems = [problem for wrong in played for problem in wrong]
    calls = {call: sum(place[0] == call for place, _ in found) for call in CALLS}
    print(f"{len(plays)} plays, {len(found)} calls: {calls}")
    # What is written goes to the disk before it takes the place of the old file (a lock, which is nobody's loss, need not);
    # a play without these means nothing.
    writes = sum(place[0] == "write" and ".lock" not in place[1] for place, _ in found)
    if len(found) < 20 or not 0 < writes <= calls["fsync"] or not calls["rename"] + calls["renameat2"]:
        problems.append("calls are missing that there must be")
    if problems:
        sys.exit("FAILED\n" + "\n".join(problems))


if __name__ == "__main__":
    main()
