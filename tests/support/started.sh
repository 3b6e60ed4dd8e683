#!/usr/bin/env bash
# Starts the lanyard that is installed in a Debian in the folder ROOT on the display of this session, waits for its windows,
# and ends it. For ./package, as root, in a session of tests/support/session.sh.
#
# Usage: started.sh ROOT

set -euo pipefail
# shellcheck source=tests/support/roots.sh
source "$(dirname "$0")/roots.sh"

shared=$(mktemp -d)
trap 'touch "$shared/seen"; wait; rm -rf "$shared"' EXIT
# shellcheck disable=SC2016 # the shell in there expands this
in_root "$1" "$shared" sh -uc '
    export XDG_RUNTIME_DIR=/tmp/runtime
    mkdir -m 700 $XDG_RUNTIME_DIR
    lanyard &
    until [ -e /mnt/seen ]; do sleep 0.1; done
    kill $!
    wait $!
    echo $? >/mnt/code' &
for title in '^Lanyard$' '^Sign in$'; do
    timeout 60 xdotool search --sync --onlyvisible --name "$title" >/dev/null
    echo "A window with the title $title is shown"
done
touch "$shared/seen"
wait
echo "It ended with $(cat "$shared/code")"
[ "$(cat "$shared/code")" = 0 ]
