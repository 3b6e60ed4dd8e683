#!/usr/bin/env bash
# Tries under Wine what ./package windows has made, in build/package/windows: core's tests, the installer, the program that it
# installs by real keys, and the tour with its pictures.

set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
# shellcheck source=tests/support/build.sh
source tests/support/build.sh

export LANYARD_WINDOWS=$PWD/build/package/windows
export WINEPREFIX=$LANYARD_WINDOWS/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe='
wine=tests/support/wine.sh
program=$LANYARD_WINDOWS/program
# Their calls may take 150 ms, which Wine misses now and then on a computer that does something else besides.
known='^tst_fault(framing|network)$'

# in_session COMMAND...: on a screen of its own. A home folder of its own would be another Windows.
in_session() { tests/support/session.sh --no-dbus -- "$@"; }

make_windows() {
    rm -rf "$WINEPREFIX"
    mkdir -p "$WINEPREFIX"
    /usr/lib/wine/wine64 wineboot --init >/dev/null 2>&1
    # Wine has no fonts of its own; without these, Qt takes the first that it finds.
    local font
    for font in 'MS Shell Dlg' 'MS Shell Dlg 2' 'Segoe UI' Tahoma 'MS Sans Serif'; do
        /usr/lib/wine/wine64 reg add 'HKCU\Software\Wine\Fonts\Replacements' /v "$font" /d 'DejaVu Sans' /f >/dev/null
    done
    # Where the names of countries are beside a program.
    ln -sfn "$(echo "$LANYARD_WINDOWS"/files/*/data)" "$program/tests/core/data"
    ln -sfn "$(echo "$LANYARD_WINDOWS"/files/*/data)" "$program/tests/ui/data"
}

install_and_play() {
    local installed
    installed=$WINEPREFIX/drive_c/Lanyard\ to\ try
    in_session "$wine" "$(echo "$LANYARD_WINDOWS"/lanyard-*-windows.exe)" /S '/D=C:\Lanyard' to try
    build_preset release lanyard-service
    in_session python3 -B tests/wine/main_job.py "$PWD/$wine" "$installed/lanyard.exe" "$program/tests/wine/lanyard_outside.exe" \
        "$PWD/build/release/tests/service/lanyard-service" tests/service/accounts.json
    echo "the user's own" >"$installed/data/own.txt"
    # It goes on in a copy of itself: the screen must not be gone before that has ended.
    # shellcheck disable=SC2016 # the shell in there expands this
    in_session sh -c '"$1" "$2" /S; exec /usr/lib/wine/wineserver64 -w' sh "$wine" "$installed/uninstall.exe"
    [ "$(cd "$installed" && find . -type f)" = ./data/own.txt ] ||
        { echo "The uninstaller left: $(find "$installed")" >&2; return 1; }
    echo "Nothing is left of it but what was not of it"
}

# tour NAME SCREEN DPI [OPTION...]: pictures in build/package/windows/tour/NAME. Windows scales by DPI / 96; a variable that
# tells Qt to scale would be of no use, for Wine hands on none that begins with QT_.
tour() {
    local folder=$LANYARD_WINDOWS/tour/$1
    rm -rf "$folder"
    /usr/lib/wine/wine64 reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d "$3" /f >/dev/null
    /usr/lib/wine/wineserver64 -w # until what still runs, on a screen that is gone, has ended
    tests/support/session.sh --no-dbus --size "$2" -- "$wine" "$program/tests/ui/lanyard_screenshots.exe" \
        --pictures "Z:${folder//\//\\}" --size 1280x800 "${@:4}"
}

say "An empty Windows"
make_windows
say "Tests of core"
ctest --test-dir "$program" --output-on-failure -j "$(nproc)" -L core -LE campaign -E "$known"
say "Those of which rows may fail under Wine"
ctest --test-dir "$program" -j "$(nproc)" -R "$known" || echo "docs/windows.md says why"
say "Installed, played by keys, and removed"
install_and_play
say "Tour"
tour plain 1280x800 96
tour scale150 1920x1200 144
