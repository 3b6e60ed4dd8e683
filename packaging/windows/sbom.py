#!/usr/bin/env python3
"""Writes what the archive for Windows is made of as SPDX 2.3, beside it: from which source packages of Debian, with the hash
of each of their files, and which of Debian's own packages are in it as they are.

Usage: sbom.py ARCHIVE.zip VERSION FILES      FILES: lines of a source package, a file and its hash
"""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "support"))
from sbom import document, own_package, package, relation  # noqa: E402

BUILT = {"qt6-base": "LGPL-3.0-only", "openssl": "Apache-2.0"}
COPIED = {"gcc-mingw-w64-x86-64-posix-runtime": "GPL-3.0-or-later WITH GCC-exception-3.1",
          "mingw-w64-x86-64-dev": "MIT AND BSD-3-Clause", "iso-codes": "LGPL-2.1-or-later"}


def built(name, licence, files):
    """A source package: its files, and what is changed in it is in this folder."""
    version = re.match(rf"{re.escape(name)}_(.*?)\.(?:dsc|orig\.)", min(files, key=lambda file: not file.endswith(".dsc")))[1]
    made = package(name, version, licence)
    made["externalRefs"][0]["referenceLocator"] += "?arch=source"
    made["comment"] = "\n".join(f"{file} SHA256 {digest}" for file, digest in sorted(files.items()))
    return made


def copied(name, licence):
    version = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", name], check=True, capture_output=True, text=True).stdout
    return package(name, version, licence)


def main():
    archive, version, files = Path(sys.argv[1]), sys.argv[2], {}
    for line in Path(sys.argv[3]).read_text().splitlines():
        name, file, digest = line.split()
        files.setdefault(name, {})[file] = digest.removeprefix("SHA256:")
    checksum = hashlib.sha256(archive.read_bytes()).hexdigest()
    own = own_package("lanyard", version, checksum)
    parts = [*(built(name, licence, files[name]) for name, licence in BUILT.items()),
             *(copied(name, licence) for name, licence in COPIED.items())]
    made = document(archive.stem, checksum, int(os.environ["SOURCE_DATE_EPOCH"]), [own, *parts],
                    [relation(own["SPDXID"], "CONTAINS", part["SPDXID"]) for part in parts])
    archive.with_suffix(".spdx.json").write_text(json.dumps(made, indent=1) + "\n")


if __name__ == "__main__":
    main()
