#!/usr/bin/env bash
# Runs a program of Windows under Wine, with the libraries that it was built with: for ctest and ./package.
#
# Usage: wine.sh PROGRAM.exe [ARGUMENT...]      exits as PROGRAM does
#
# LANYARD_WINDOWS is the folder of ./package windows; its libraries are in prefix, Wine's C: drive is in wine. A class of
# tests writes into a file, which is printed at its end: what Qt Test writes into a pipe is lost there.

set -euo pipefail

export WINEPREFIX=$LANYARD_WINDOWS/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe='
libraries=$LANYARD_WINDOWS/prefix/bin
export WINEPATH=Z:${libraries//\//\\}
wine=/usr/lib/wine/wine64

case $(basename "$1") in
    *_tests.exe)
        log=$(mktemp "${TMPDIR:-/tmp}/lanyard-wine.XXXXXX")
        trap 'rm -f "$log"' EXIT
        code=0
        "$wine" "$@" -o "Z:${log//\//\\},txt" || code=$?
        cat "$log"
        exit "$code" ;;
    *) exec "$wine" "$@" ;;
esac
