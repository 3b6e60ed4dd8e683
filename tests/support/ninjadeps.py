"""What ninja knows about the files that each object was compiled from."""

import functools
import subprocess
from pathlib import Path


def parse(text, build):
    """The answer of `ninja -t deps` as {object: set of absolute paths}. Objects that are out of date are left out."""
    objects, current = {}, None
    # A header is named by hundreds of objects, and each step of a path is a question to the file system.
    resolved = functools.cache(lambda name: str((build / name).resolve()))
    for line in text.splitlines():
        if line and not line[0].isspace():
            name, _, rest = line.partition(": #deps ")
            current = objects.setdefault(name, set()) if rest.endswith("(VALID)") else None
        elif line.strip() and current is not None:
            current.add(resolved(line.strip()))
    return objects


def read(build):
    """The same, from a build folder."""
    build = Path(build).resolve()
    answer = subprocess.run(["ninja", "-C", build, "-t", "deps"], check=True, capture_output=True, text=True)
    return parse(answer.stdout, build)
