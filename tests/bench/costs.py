#!/usr/bin/python3
"""What the core does with a document of a thousand rows, in instructions: the same on any machine, so that what has
become slower is found where times tell nothing. Fails if a part takes over a tenth more than is noted.

Usage: costs.py PROGRAM NOTED.json [--note]    --note: writes what it takes now
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

KINDS = ("keys", "settings")
ROWS = 1_000
MARGIN = 1.1
FLOOR = "fromJson"  # Qt's own work, printed for comparison
# Nothing that differs from one run or machine to the next: Qt and the C library choose by the processor how they copy.
STEADY = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "QT_HASH_SEED": "0", "QT_QPA_PLATFORM": "offscreen",
          "QT_NO_CPU_FEATURE": "sse4.1 sse4.2 avx avx2 f16c bmi bmi2 avx512f avx512bw avx512vl",
          "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX,-AVX2,-AVX512F,-AVX512VL,-AVX512BW,-ERMS,-FSRM,-BMI2,-SSE4_1,-SSE4_2"}


def counted(program, kind):
    """The instructions of each part."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", program, kind, str(ROWS), "1"],
                       env={**os.environ, **STEADY}, check=True, capture_output=True, timeout=200)
        for dump in Path(folder).glob("out.*"):
            lines = dump.read_text().splitlines()
            trigger = next(line for line in lines if line.startswith("desc: Trigger:"))
            if "Client Request: " in trigger:
                total = next(line for line in lines if line.startswith("totals:"))
                found[trigger.split("Client Request: ")[1]] = int(total.split()[1])
    return found


def main():
    program, noted = sys.argv[1], Path(sys.argv[2])
    now = {kind: counted(program, kind) for kind in KINDS}
    if "--note" in sys.argv:
        noted.write_text(json.dumps(now, indent=1, sort_keys=True) + "\n")
    before = json.loads(noted.read_text())
    failed = False
    for kind in KINDS:
        for part in sorted(now[kind].keys() | before[kind].keys()):
            took, may = now[kind].get(part), before[kind].get(part)
            is_worse = took is None or may is None or (took > MARGIN * may and part != FLOOR)
            failed |= is_worse
            times = f"{took / may:.2f}" if took and may else "–"
            print(f"{'SLOWER' if is_worse else 'ok    '} {kind:<9}{part:<26}{took or 0:>14,} {times:>6} × what is noted")
    if failed:
        sys.exit(f"If that is meant: {Path(__file__).name} --note, and why in the commit")


if __name__ == "__main__":
    main()
