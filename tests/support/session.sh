#!/usr/bin/env bash
# Runs a command in a desktop of its own and takes the desktop down again:
# X server (Xvfb), window manager, session bus, keychain (gnome-keyring), accessibility bus, empty home folder.
# The caller's own desktop, keychain and home are not seen and not touched.
#
# Usage: session.sh [option...] [--] COMMAND [ARGUMENT...]       exits as COMMAND does
#   --no-x            no screen
#   --no-wm           no window manager
#   --no-dbus         no session bus, so no keychain and no accessibility either
#   --keyring MODE    unlocked   open, with a default collection (this is the default)
#                     locked     as it is before the person has typed its password
#                     none       not running, but the bus can start it; it has no collection yet
#                     absent     not running, and nothing can start it
#   --no-a11y         programs do not offer themselves to screen readers
#   --size WxH[xD]    the screen, 1280x800x24 unless told
#   --home DIR        the home folder; made if need be, kept afterwards
#
# COMMAND sees LANYARD_SESSION=1, and LANYARD_SCREEN: a file that holds the screen's pixels (format XWD).

# shellcheck disable=SC2317  # some functions are called by a trap or by until_true only
set -euo pipefail

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; }
fail() { echo "session.sh: $*" >&2; exit 1; }

x=yes wm=yes bus=yes a11y=yes keyring=unlocked size=1280x800x24 home=
while [ $# -gt 0 ]; do
    case $1 in
        --no-x) x=no ;;
        --no-wm) wm=no ;;
        --no-dbus) bus=no ;;
        --no-a11y) a11y=no ;;
        --keyring | --size | --home) [ $# -ge 2 ] || fail "$1 wants a value"
                   declare "${1#--}=$2"; shift ;;
        --help) usage; exit 0 ;;
        --) shift; break ;;
        -*) usage >&2; exit 2 ;;
        *) break ;;
    esac
    shift
done
[ $# -gt 0 ] || { usage >&2; exit 2; }
case $keyring in unlocked | locked | none | absent) ;; *) usage >&2; exit 2 ;; esac
[[ $size == *x*x* ]] || size+=x24

# The session's own files are beside the home folder, not in it: what is found in it was put there by COMMAND.
base=$(mktemp -d "${TMPDIR:-/tmp}/lanyard-session.XXXXXX")
[ -n "$home" ] || home=$base/home
mkdir -p "$home"/.config "$home"/.local/share "$home"/.local/state "$home"/.cache "$base"/log "$base"/screen
mkdir -m 700 "$base/run"

# The bus starts programs that are nobody's children here. This folder in the environment tells what is the session's.
export XDG_RUNTIME_DIR=$base/run
members() {
    local environs=(/proc/[0-9]*/environ)  # listed before grep starts, which would find itself
    grep -lzxF "XDG_RUNTIME_DIR=$XDG_RUNTIME_DIR" "${environs[@]}" 2>/dev/null | cut -d/ -f3 | grep -vx $$ || true
}
end_members() {
    local pids
    mapfile -t pids < <(members)
    [ ${#pids[@]} -eq 0 ] || kill -"$1" "${pids[@]}" 2>/dev/null || true
}
nobody_left() { [ -z "$(members)" ]; }
take_down() {
    trap '' HUP INT TERM
    end_members TERM
    until_true 5 nobody_left || end_members KILL
    rm -rf "$base"
}
trap take_down EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# helper NAME COMMAND...: in the background, and never outliving this script, not even when it is killed with -9.
helper() {
    local log=$base/log/$1
    shift
    setpriv --pdeathsig TERM -- "$@" <&0 >"$log" 2>&1 &
}

# until_true SECONDS COMMAND...: is it true in time?
until_true() {
    local end=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.02
    done
}

export HOME=$home XDG_CONFIG_HOME=$home/.config XDG_DATA_HOME=$home/.local/share \
    XDG_STATE_HOME=$home/.local/state XDG_CACHE_HOME=$home/.cache LANYARD_SESSION=1
export LC_ALL=C.UTF-8
# What would let the caller's desktop shine through: its bus, its screen, its keychain, its language, its look.
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY XAUTHORITY GNOME_KEYRING_CONTROL SSH_AUTH_SOCK \
    AT_SPI_BUS_ADDRESS LANG LANGUAGE XDG_CURRENT_DESKTOP XDG_SESSION_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION QT_QPA_PLATFORM QT_QPA_PLATFORMTHEME \
    QT_STYLE_OVERRIDE QT_SCALE_FACTOR QT_FONT_DPI QT_ACCESSIBILITY
if [ $a11y = yes ]; then
    export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 NO_AT_BRIDGE=0
else
    export NO_AT_BRIDGE=1
    unset QT_LINUX_ACCESSIBILITY_ALWAYS_ON
fi

start_screen() {
    # Xvfb takes the first free number itself, so that several sessions can start at once.
    helper screen Xvfb -displayfd 3 -screen 0 "$size" -fbdir "$base/screen" -nolisten tcp -noreset 3>"$base/display"
    until_true 20 test -s "$base/display" || { cat "$base/log/screen" >&2; fail "no screen"; }
    DISPLAY=:$(tr -d '[:space:]' <"$base/display")
    export DISPLAY LANYARD_SCREEN=$base/screen/Xvfb_screen0
    [ $wm = yes ] || return 0
    helper wm openbox --sm-disable
    # A window that is mapped while the window manager still starts may never be shown.
    wm_ready() { xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id #'; }
    until_true 20 wm_ready || { cat "$base/log/wm" >&2; fail "no window manager"; }
}

start_bus() {
    local name
    # Only these can be started over the bus: no portal, no wallet, nothing else that this machine happens to hold.
    local services=(org.a11y.Bus)
    if [ "$keyring" != absent ]; then
        services+=(org.freedesktop.secrets org.gnome.keyring
                   org.gnome.keyring.SystemPrompter org.gnome.keyring.PrivatePrompter)
    fi
    mkdir "$base/services"
    for name in "${services[@]}"; do
        [ ! -f "/usr/share/dbus-1/services/$name.service" ] ||
            ln -s "/usr/share/dbus-1/services/$name.service" "$base/services/"
    done
    cat >"$base/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=$base/run/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>$base/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONF
    export DBUS_SESSION_BUS_ADDRESS=unix:path=$base/run/bus
    helper bus dbus-daemon --nofork --nosyslog --nopidfile --config-file="$base/bus.conf"
    until_true 20 ask org.freedesktop.DBus / org.freedesktop.DBus.ListNames ||
        { cat "$base/log/bus" >&2; fail "no session bus"; }
}

# ask SERVICE OBJECT METHOD [ARGUMENT...]: a call over the session bus.
ask() {
    local service=$1
    shift
    dbus-send --session --print-reply --reply-timeout=5000 --dest="$service" "$@"
}

start_keyring() {
    local login=/org/freedesktop/secrets/collection/login
    # An empty password would make a keyring in plain text; with one, the file is encrypted as on a desktop.
    helper keyring gnome-keyring-daemon --foreground --unlock --components=secrets < <(printf %s throw-away)
    # Asking the keychain before it has its name on the bus would make the bus start a second one.
    keyring_named() { ask org.freedesktop.DBus / org.freedesktop.DBus.ListNames | grep -q '"org.freedesktop.secrets"'; }
    secrets() { ask org.freedesktop.secrets "$@"; }
    until_true 20 keyring_named || { cat "$base/log/keyring" >&2; fail "no keychain"; }
    until_true 20 secrets "$login" org.freedesktop.DBus.Properties.Get \
        string:org.freedesktop.Secret.Collection string:Label || { cat "$base/log/keyring" >&2; fail "no keychain"; }
    # New items go into the default collection; a fresh keychain has none and would ask for it in a window.
    secrets /org/freedesktop/secrets org.freedesktop.Secret.Service.SetAlias \
        string:default "objpath:$login" >/dev/null
    [ "$keyring" = unlocked ] ||
        secrets /org/freedesktop/secrets org.freedesktop.Secret.Service.Lock "array:objpath:$login" >/dev/null
}

[ $x = no ] || start_screen
if [ $bus = yes ]; then
    start_bus
    case $keyring in unlocked | locked) start_keyring ;; esac
else
    export DBUS_SESSION_BUS_ADDRESS=disabled:
fi

# In the background and waited for, so that a signal to this script is acted on at once.
"$@" <&0 &
wait $! && code=0 || code=$?
exit "$code"
