#!/usr/bin/env python3
"""Runs clang-tidy over the program's sources (core/, ui/, app/), one unit per processor.

Usage: tidy.py BUILD_FOLDER

The folder is best one of a unity build, where a unit is all the sources of a library: most of the time goes into
Qt's headers, which are then read once for all of them.

A unit that has passed is not read again until something it depends on changes: a source or header of the project
in it, how it is compiled, .clang-tidy, or clang-tidy itself.
"""

import concurrent.futures
import hashlib
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import ninjadeps

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("core", "ui", "app")
CACHE = ROOT / "build" / "tidy-cache"


def is_ours(path):
    """A file of the program, not one that the build made."""
    return path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] in FOLDERS


def is_unit(path, build):
    """A source of the program, or one by which a unity build includes several."""
    return is_ours(path) or (path.parent.name == "Unity" and path.relative_to(build).parts[0] in FOLDERS)


def object_of(entry):
    """The object that a compile command writes, as ninja names it."""
    words = shlex.split(entry["command"])
    return words[words.index("-o") + 1]


def fingerprint(entry, files, common):
    """What the verdict about a unit depends on."""
    digest = hashlib.sha256(common)
    digest.update(entry["command"].encode())
    for path in sorted({Path(entry["file"]), *files}):
        digest.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def lint(build, unit):
    """What clang-tidy has to say about a unit, or nothing."""
    run = subprocess.run(
        ["clang-tidy", "--quiet", f"--config-file={ROOT / '.clang-tidy'}", "-p", build,
         "--extra-arg=-Wno-unknown-warning-option", unit],
        capture_output=True, text=True, check=False)
    return "" if run.returncode == 0 else (run.stdout.strip() or run.stderr.strip() or "clang-tidy failed")


def is_of_another_system(path, sources):
    """A source of Windows, or one in place of which this build has another, as clockwatch_linux for clockwatch_unix."""
    name, _, system = path.stem.rpartition("_")
    return path not in sources and bool(name) and (
        system == "windows" or any(other.stem.startswith(name + "_") for other in sources if other.parent == path.parent))


def main():
    build = Path(sys.argv[1]).resolve()
    version = subprocess.run(["clang-tidy", "--version"], check=True, capture_output=True).stdout
    common = version + (ROOT / ".clang-tidy").read_bytes()
    objects = ninjadeps.read(build)

    waiting, passed, sources = {}, set(), set()
    for entry in json.loads((build / "compile_commands.json").read_text()):
        unit = Path(entry["file"])
        if not is_unit(unit, build):
            continue
        files = {Path(path) for path in objects.get(object_of(entry), ())}
        files = {path for path in files if is_ours(path)}
        sources |= {path for path in files if path.suffix == ".cpp"}
        key = fingerprint(entry, files, common)
        if (CACHE / key).exists():
            passed.add(key)
        else:
            waiting[unit] = key

    print(f"{len(sources)} sources; {len(passed)} units are as they were when they passed, {len(waiting)} to read",
          flush=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {pool.submit(lint, build, unit): unit for unit in waiting}
        for job in concurrent.futures.as_completed(jobs):
            unit, complaint = jobs[job], job.result()
            if complaint:
                bad += 1
                print(f"{unit.relative_to(ROOT)}:\n{complaint}\n", flush=True)
            else:
                (CACHE / waiting[unit]).touch()
                passed.add(waiting[unit])
    for stale in CACHE.iterdir():
        if stale.name not in passed:
            stale.unlink()
    program = {path for folder in FOLDERS for path in (ROOT / folder).rglob("*.cpp") if not is_of_another_system(path, sources)}
    if sources != program:
        sys.exit("Not read: " + ", ".join(str(path.relative_to(ROOT)) for path in sorted(program - sources)))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
