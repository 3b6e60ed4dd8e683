#!/usr/bin/env python3
"""Runs clang-tidy over the program's sources (core/, ui/, app/), one per processor.

Usage: tidy.py BUILD_FOLDER

A source that has passed is not read again until something it depends on changes: the source, a header of the
project that it includes, how it is compiled, .clang-tidy, or clang-tidy itself.
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


def object_of(entry):
    """The object that a compile command writes, as ninja names it."""
    words = shlex.split(entry["command"])
    return words[words.index("-o") + 1]


def fingerprint(entry, headers, common):
    """What the verdict about a source depends on."""
    digest = hashlib.sha256(common)
    digest.update(entry["command"].encode())
    for path in sorted({Path(entry["file"]), *headers}):
        digest.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def lint(build, source):
    """What clang-tidy has to say about a source, or nothing."""
    run = subprocess.run(
        ["clang-tidy", "--quiet", "-p", build, "--extra-arg=-Wno-unknown-warning-option", source],
        capture_output=True, text=True, check=False)
    return "" if run.returncode == 0 else (run.stdout.strip() or run.stderr.strip() or "clang-tidy failed")


def main():
    build = Path(sys.argv[1]).resolve()
    version = subprocess.run(["clang-tidy", "--version"], check=True, capture_output=True).stdout
    common = version + (ROOT / ".clang-tidy").read_bytes()
    objects = ninjadeps.read(build)

    waiting, passed = {}, set()
    for entry in json.loads((build / "compile_commands.json").read_text()):
        source = Path(entry["file"])
        if not is_ours(source):
            continue
        headers = {Path(path) for path in objects.get(object_of(entry), ())}
        key = fingerprint(entry, {path for path in headers if is_ours(path)}, common)
        if (CACHE / key).exists():
            passed.add(key)
        else:
            waiting[source] = key

    print(f"{len(passed)} sources are as they were when they passed, {len(waiting)} to read", flush=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {pool.submit(lint, build, source): source for source in waiting}
        for job in concurrent.futures.as_completed(jobs):
            source, complaint = jobs[job], job.result()
            if complaint:
                bad += 1
                print(f"{source.relative_to(ROOT)}:\n{complaint}\n", flush=True)
            else:
                (CACHE / waiting[source]).touch()
                passed.add(waiting[source])
    for stale in CACHE.iterdir():
        if stale.name not in passed:
            stale.unlink()
    if not passed and not bad:
        sys.exit("No source was found to read: that cannot be right.")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
