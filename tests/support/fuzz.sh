#!/usr/bin/env bash
# Fuzzes the readers of outside input (tests/fuzz), two targets at a time.
#
# Usage: tests/support/fuzz.sh [SECONDS [TARGET...]]    60 seconds for each of all targets unless said otherwise
#
# Inputs that reach new code are kept in build/fuzz/corpus for the next run. One that breaks a promise is kept in
# build/fuzz/found and fails the run: build/fuzz/tests/fuzz/fuzz_TARGET FILE plays it again. When its cause is mended it
# becomes a seed (tests/fuzz/seeds/TARGET), which every build replays.

set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
# shellcheck source=tests/support/build.sh
source tests/support/build.sh

seconds=${1:-60}
shift $(($# > 0 ? 1 : 0))
build_preset fuzz
targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(find tests/fuzz/seeds -mindepth 1 -maxdepth 1 -printf '%f\n' | sort)

kept=build/fuzz
mkdir -p $kept/{corpus,found,log}
# The state files of the targets are written for every input: in memory, where there is such a folder.
TMPDIR=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
export TMPDIR
export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
export LSAN_OPTIONS=suppressions=$PWD/tests/support/lsan.supp:print_suppressions=0
stop() {
    local jobs
    mapfile -t jobs < <(jobs -p)
    [ ${#jobs[@]} -eq 0 ] || kill "${jobs[@]}" 2>/dev/null || true
    rm -rf "$TMPDIR"
}
trap stop EXIT

dictionary() {
    case $1 in
        origin | proxy) echo origin ;;
        pasted) echo pasted ;;
        dates | retryafter) echo dates ;;
        picture | chosenpicture) echo picture ;;
        *) echo json ;;
    esac
}

# fuzz TARGET: becomes the fuzzer, so that its process can be ended. Leaks are looked for once, at its end: after an input
# that only fills a cache, the fuzzer's own search takes a tenth of a second.
fuzz() {
    mkdir -p "$kept/corpus/$1"
    exec "$kept/tests/fuzz/fuzz_$1" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2000 -malloc_limit_mb=256 \
        -detect_leaks=0 -print_final_stats=1 -dict="tests/fuzz/dictionaries/$(dictionary "$1").dict" \
        -artifact_prefix="$kept/found/$1-" "$kept/corpus/$1" "tests/fuzz/seeds/$1" >"$kept/log/$1" 2>&1
}

say "${#targets[@]} targets, $seconds s each, two at a time"
for target in "${targets[@]}"; do
    [ "$(jobs -pr | wc -l)" -lt 2 ] || wait -n || true
    fuzz "$target" &
done
wait || true

failed=()
for target in "${targets[@]}"; do
    log=$kept/log/$target
    # The last line of progress says how much code was reached ("cov"), in how many ways ("ft"), by how many inputs.
    printf '%-14s %s; %s\n' "$target" "$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log") a second" \
        "$(grep -o 'cov: .* corp: [0-9]*' "$log" | tail -1)"
    grep -q '^Done ' "$log" || { failed+=("$target"); tail -n 40 "$log"; }
done
[ ${#failed[@]} -eq 0 ] || { say "BROKEN: ${failed[*]} (see $kept/found)"; exit 1; }
