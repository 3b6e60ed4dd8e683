#!/usr/bin/env bash
# Runs a command in a Wayland desktop of its own and takes the desktop down again: sway without a screen, a session bus,
# an empty home folder. Windows float, so that they have the size they ask for.
#
# Usage: wayland.sh [--whole] WIDTHxHEIGHT COMMAND [ARGUMENT...]        exits as COMMAND does
#   --whole   with a keychain and an accessibility bus, as session.sh starts them, and a keyboard that stays plugged in
#
# sway refuses to run as root: started by root, it runs as the user "nobody", and the command as it would without it. So the
# checkout need not be one that everybody can read.

set -euo pipefail

fail() { echo "wayland.sh: $*" >&2; exit 1; }
whole=no
case ${1:-} in
    --whole) exec "$(dirname "$0")/session.sh" --no-x -- "$0" --inside "${@:2}" ;;
    --inside) whole=yes; shift ;; # the session that it started
esac
[ $# -ge 2 ] || { sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; exit 2; }

# Not in TMPDIR, which can lie where "nobody" does not get.
base=$(mktemp -d /tmp/lanyard-wayland.XXXXXX)
trap 'rm -rf "$base"' EXIT
mkdir -p "$base/home" "$base/tmp"
mkdir -m 700 "$base/run" "$base/sway"
cat >"$base/config" <<CONFIG
output HEADLESS-1 resolution $1
xwayland disable
default_border none
default_floating_border none
focus_on_window_activation focus
for_window [app_id=".*"] floating enable
CONFIG
shift

as_user=()
if [ "$(id -u)" = 0 ]; then
    as_user=(--reuid nobody --regid nogroup --clear-groups)
    chmod 711 "$base"
    chmod 644 "$base/config"
    chown -R nobody "$base/sway"
fi
for tool in sway dbus-run-session; do
    command -v "$tool" >/dev/null || fail "$tool is not installed"
done

# What would let the caller's desktop shine through.
[ $whole = yes ] || unset DISPLAY WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS LANG LANGUAGE XDG_CURRENT_DESKTOP \
    XDG_SESSION_DESKTOP DESKTOP_SESSION QT_QPA_PLATFORMTHEME QT_STYLE_OVERRIDE QT_FONT_DPI SWAYSOCK \
    XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME
[ $whole = yes ] || export HOME=$base/home TMPDIR=$base/tmp XDG_RUNTIME_DIR=$base/run LC_ALL=C.UTF-8 LANYARD_SESSION=1 \
    NO_AT_BRIDGE=1
export QT_QPA_PLATFORM=wayland WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman

(cd / && XDG_RUNTIME_DIR=$base/sway HOME=$base/sway TMPDIR=$base/sway exec setpriv --pdeathsig TERM "${as_user[@]}" -- \
    sway -c "$base/config") >"$base/sway.log" 2>&1 &
sway=$!
trap 'kill $sway 2>/dev/null || true; wait $sway 2>/dev/null || true; rm -rf "$base"' EXIT
display=''
for _ in $(seq 200); do
    display=$(cd "$base/sway" && find . -maxdepth 1 -name 'wayland-*' ! -name '*.lock' -printf '%f' -quit)
    [ -z "$display" ] || break
    sleep 0.1
done
[ -n "$display" ] || { cat "$base/sway.log" >&2; fail "sway does not start"; }
export WAYLAND_DISPLAY=$base/sway/$display
code=0
if [ $whole = yes ]; then
    SWAYSOCK=$(find "$base/sway" -name 'sway-ipc.*.sock' -print -quit)
    export SWAYSOCK
    # Each wtype is a keyboard that is unplugged when it ends; with the last one, every window would lose the focus.
    setpriv --pdeathsig TERM -- wtype -k Shift_L -s 4000000 &
    "$@" || code=$?
else
    dbus-run-session -- "$@" || code=$?
fi
exit "$code"
