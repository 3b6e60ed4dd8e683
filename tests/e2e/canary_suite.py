#!/usr/bin/python3
"""What a whole run of the test suite has printed and left behind holds no secret, with every log switched on.

Usage: canary_suite.py ACCOUNTS FILE_OR_FOLDER...

The secrets are the keys and client secrets of the stand-in service's sample accounts, in whatever form, and every token:
those that the service hands out begin alike. What the tests were run with is the caller's to see to (see ./test).
"""

import base64
import json
import re
import sys
from pathlib import Path

import outside

# What every token of the stand-in service begins with, a JWT and an opaque one.
OPAQUE = "opaque-token-"
HEADER = base64.urlsafe_b64encode(b'{"alg":"HS256","typ":"JWT"}').rstrip(b"=").decode()


def sample_secrets(accounts):
    for account in json.loads(Path(accounts).read_text())["accounts"]:
        user = account["user"]
        for key in user.get("apiKeys", []):
            yield from (key[member] for member in ("key", "clientSecret") if key.get(member))
        yield from (item["value"] for item in user.get("settings", []) if "password" in item["name"].lower())


def main():
    accounts, *places = sys.argv[1:]
    secrets = [*sample_secrets(accounts), HEADER, OPAQUE]
    found = outside.files_holding(secrets, places)
    size = sum(path.stat().st_size for place in map(Path, places)
               for path in ([place] if place.is_file() else place.rglob("*")) if path.is_file())
    # Without this the check could pass on nothing: what the program logs must be there.
    log = Path(places[0]).read_text(errors="replace")
    for sign in ("lanyard.session: ", "lanyard.http: "):
        if not re.search(sign, log):
            sys.exit(f"FAILED: nothing was logged as {sign!r}: the logs were not switched on")
    written = [path for place in map(Path, places) if place.is_dir() for path in place.rglob("accounts.json")]
    if not written:
        sys.exit("FAILED: no file of the program is among what is searched")
    print(f"{len(secrets)} secrets looked for in {size} bytes, {len(found)} places hold one")
    if found:
        sys.exit("FAILED: " + "\n".join(f"{place}: {count}" for place, count in found))


if __name__ == "__main__":
    main()
