#!/usr/bin/python3
"""What looks for secrets does find them: each kind of leak is put in once, and must be seen."""

import base64
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import outside

CANARY = "api_C4n4ry?öf~a+Secret"


def main():
    data = CANARY.encode()
    leaks = {
        "as it is": b"log: " + data + b"\n",
        "in UTF-16": b"x" + CANARY.encode("utf-16-le"),
        "in UTF-16, big end first": CANARY.encode("utf-16-be"),
        "in hexadecimal": data.hex().encode(),
        "in base64": b"{" + base64.b64encode(data) + b"}",
        "in base64 for URLs": base64.urlsafe_b64encode(data),
    }
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        inner = Path(folder) / "a" / ".hidden"
        inner.mkdir(parents=True)
        for name, content in leaks.items():
            (inner / "file").write_bytes(content)
            for place in (folder, inner / "file"):
                if not outside.files_holding([CANARY], [place]):
                    faults.append(f"a file that holds it {name} ({place})")
        (inner / "file").write_bytes(b"api_C4n4ry")
        if outside.files_holding([CANARY], [folder]):
            faults.append("a file that holds another text is taken for one that holds it")
    for name, arguments, environment in (("arguments", [CANARY], {}), ("environment", [], {"KEY": CANARY})):
        process = subprocess.Popen([sys.executable, "-c", "input()", *arguments], stdin=subprocess.PIPE,
                                   env={**os.environ, **environment})
        time.sleep(0.3)
        if not outside.process_holding(process.pid, [CANARY]):
            faults.append(f"a process that holds it in its {name}")
        process.kill()
        process.wait()
    for fault in faults:
        print(f"not seen: {fault}")
    print(f"{len(leaks) + 3} leaks put in, {len(faults)} faults")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
