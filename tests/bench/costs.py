#!/usr/bin/python3
"""What the core does with a document of a thousand rows, in instructions: the same on any machine, so that what has
become slower is found where times tell nothing. Fails if a part takes over a tenth more than is noted, or if a row
takes more where there are more rows.

Usage: costs.py PROGRAM NOTED.json [--note]    --note: writes what it takes now
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

KINDS = ("keys", "settings", "groups", "categories")
FEW, ROWS = 250, 1_000
MARGIN = 1.1
NOISE = 50_000  # what a part differs by when the heap's blocks lie otherwise
GROWTH = 1.3  # for each row: sorting four times as many compares each a quarter more often
FLOOR = "fromJson"  # Qt's own work, printed for comparison
# Nothing that differs from one run or machine to the next: Qt and the C library choose by the processor how they copy.
STEADY = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "QT_HASH_SEED": "0", "QT_QPA_PLATFORM": "offscreen",
          "QT_NO_CPU_FEATURE": "sse4.1 sse4.2 avx avx2 f16c bmi bmi2 avx512f avx512bw avx512vl",
          "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX,-AVX2,-AVX512F,-AVX512VL,-AVX512BW,-ERMS,-FSRM,-BMI2,-SSE4_1,-SSE4_2"}


def counted(program, kind, rows):
    """The instructions of each part."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", program, kind, str(rows), "1"],
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
    now = {kind: counted(program, kind, ROWS) for kind in KINDS}
    if "--note" in sys.argv:
        noted.write_text(json.dumps(now, indent=1, sort_keys=True) + "\n")
    before = json.loads(noted.read_text())
    failed = False
    for kind in KINDS:
        few = counted(program, kind, FEW)
        for part in sorted(now[kind].keys() | before[kind].keys()):
            took, may, took_few = (found[kind].get(part, 0) for found in (now, before, {kind: few}))
            times, growth = (took / of if of else 0 for of in (may, took_few * ROWS / FEW))
            is_worse = not took or not may or (times > MARGIN and took - may > NOISE and part != FLOOR)
            failed |= is_worse or growth > GROWTH
            verdict = "SLOWER" if is_worse else "GROWS" if growth > GROWTH else "ok"
            print(f"{verdict:<7}{kind:<11}{part:<28}{took:>14,} {times:>6.2f} × what is noted, a row {growth:.2f} × as of {FEW}")
    if failed:
        sys.exit(f"If it is meant to be slower: {Path(__file__).name} --note, and why in the commit")


if __name__ == "__main__":
    main()
