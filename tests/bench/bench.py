#!/usr/bin/python3
"""Runs the benchmarks, prints their table and writes their figures.

Usage: bench.py BUILD RESULT.json [start|trips|documents|gaps|memory]...
"""

import json
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SESSION = HERE.parent / "support" / "session.sh"
KINDS = ("keys", "settings", "groups", "categories")
DISTANCES = ((5, 9), (50, 5), (200, 3))  # milliseconds one way, and how often
LARGE = (("keys", 100), ("keys", 10_000), ("keys", 50_000), ("settings", 10_000), ("settings", 50_000), ("picture", 8))
LARGE_IN_MEMORY = (("keys", 1_000), ("keys", 10_000), ("keys", 50_000), ("settings", 10_000))
TIMES = 20  # reloads, and as many saves
SIZES = ((1_000, 15), (10_000, 7), (50_000, 5))  # of the document, and how often


def output_of(*command):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def row(name, figures, floor=None):
    """A line of the table: median, spread, ratio to the floor's median."""
    median = statistics.median(figures)
    ratio = f"{median / floor:6.2f} ×" if floor else ""
    print(f"  {name:<28}{median:>10.2f} ms {ratio:>9}   {min(figures):.2f}–{max(figures):.2f}", flush=True)


def start(build):
    print("Start, from the start of the process", flush=True)
    found = output_of(HERE / "startup.py", "--lanyard", build / "app/lanyard", "--bare", build / "tests/bench/bench_bare",
                      "--service", build / "tests/service/lanyard-service",
                      "--accounts", HERE.parent / "service/accounts.json")
    floor = statistics.median(found["ms"]["bare window"])
    for name, figures in found["ms"].items():
        row(name, figures, floor)
    bare = found["MiB"]["bare window"]
    print("Memory after it, resident and proportional")
    for name, (resident, proportional) in found["MiB"].items():
        print(f"  {name:<28}{resident:>10.1f} MiB {resident / bare[0]:6.2f} ×  {proportional:.1f} MiB")
    for focus, idle in found["idle"].items():
        woken = {name: times for name, times in idle["woken"].items() if times}
        by_thread = ", ".join(f"{name} {times}" for name, times in sorted(woken.items()))
        print(f"At rest, {idle['seconds']} s, signed in, {focus}: {100 * idle['processor'] / idle['seconds']:.3f} % of a "
              f"processor, {sum(woken.values())} wake-ups{by_thread and f' ({by_thread})'}")
    return found


def trips(build):
    found = {}
    for one_way, runs in DISTANCES:
        result = output_of(SESSION, "--no-x", "--no-dbus", "--",
                           build / "tests/bench/bench_roundtrips", one_way, runs)
        print(f"A service that is {one_way} ms away, TLS 1.3, in round trips of {2 * one_way} ms")
        for name, figures in result["ms"].items():
            row(name, figures, 2 * one_way)
        found[one_way] = result
    return found


def documents(build):
    found = {}
    for kind in KINDS:
        for size, runs in SIZES:
            result = output_of(SESSION, "--no-x", "--no-dbus", "--", "env", "QT_QPA_PLATFORM=offscreen",
                               build / "tests/bench/bench_documents", kind, size, runs)
            print(f"{size:,} {kind}, {result['bytes'] / 1e6:.1f} MB, beside QJsonDocument::fromJson()")
            floor = statistics.median(result["ms"]["fromJson"])
            for name, figures in result["ms"].items():
                row(name, figures, floor)
            found[f"{kind} {size}"] = result
    return found


def gaps(build):
    found = {}
    for kind, size in LARGE:
        result = output_of(SESSION, "--no-a11y", "--", build / "tests/bench/bench_gaps", kind, size, 3)
        print(f"The longest gap in the window's event loop, {size:,} {kind}{' (MB)' if kind == 'picture' else ''}")
        for name, figures in result["ms"].items():
            row(name, figures)
        found[f"{kind} {size}"] = result
    return found


def memory(build):
    found = {}
    for kind, size in LARGE_IN_MEMORY:
        result = output_of(SESSION, "--no-a11y", "--", build / "tests/bench/bench_memory", kind, size, TIMES)
        print(f"Memory with {size:,} {kind}, MiB resident (anonymous), at the most before; {TIMES} reloads, {TIMES} saves")
        for name, mib in result["MiB"].items():
            print(f"  {name:<28}{mib['resident']:>10.1f} ({mib['anonymous']:.1f})  {mib['peak']:.1f}", flush=True)
        found[f"{kind} {size}"] = result
    return found


PARTS = {"start": start, "trips": trips, "documents": documents, "gaps": gaps, "memory": memory}


def main():
    build, result = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    chosen = sys.argv[3:] or list(PARTS)
    if unknown := [part for part in chosen if part not in PARTS]:
        sys.exit(f"Unknown part {unknown[0]}: ./bench --help tells what there is")
    result.write_text(json.dumps({part: PARTS[part](build) for part in chosen}, indent=1))
    print(f"Written to {result}")


if __name__ == "__main__":
    main()
