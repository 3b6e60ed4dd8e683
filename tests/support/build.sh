# shellcheck shell=bash
# Shell functions shared by ./run, ./test, ./package and ./test-matrix. Sourced with the current folder at the top of the project.
# shellcheck source=tests/support/packages.sh
source tests/support/packages.sh

# say TEXT...: what is being done, apart from what the tools print.
say() { printf '\n== %s\n' "$*"; }

# have_package NAME: dpkg-query answers in milliseconds; apt-get would take a second to say "nothing to do".
have_package() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null || true)" = installed ]
}

# Debian starts the daemon of a package that it installs, at once and at every boot. The tests run nginx and tinyproxy
# by themselves, on ports of their own; the computer of whoever runs ./test must not begin to listen on port 80.
# policy-rc.d is Debian's switch for the start; one that exists is the administrator's and is left as it is.
# shellcheck disable=SC2016 # it is root's shell that expands this
install_as_root='
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
        trap "rm -f $policy" EXIT
        trap "exit 1" INT TERM
        printf "#!/bin/sh\nexit 101\n" >"$policy"
        chmod 755 "$policy"
    fi
    new=
    for daemon in nginx tinyproxy; do
        [ -e "/etc/init.d/$daemon" ] || new="$new $daemon"
    done
    apt-get update -qq || exit
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 "$@" || exit
    for daemon in $new; do
        [ ! -e "/etc/init.d/$daemon" ] || update-rc.d "$daemon" disable
    done
'

# install_packages NAME...: installs those that are missing, without a question.
install_packages() {
    local name missing=() as_root=()
    if ! command -v dpkg-query >/dev/null; then
        echo "This is not Debian or Ubuntu: install what tests/support/packages.sh lists by hand if the build fails."
        return 0
    fi
    for name in "$@"; do
        have_package "$name" || ! is_in_release "$name" || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Not root, and there is no sudo. As root, and then start this again:" >&2
            echo "    apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    "${as_root[@]}" sh -c "$install_as_root" sh "${missing[@]}"
}

# build_preset PRESET [TARGET...]: ninja runs cmake again by itself when a CMakeLists.txt has changed.
build_preset() {
    local preset=$1 target=()
    shift
    [ $# -eq 0 ] || target=(--target "$@")
    [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" --log-level=WARNING
    cmake --build --preset "$preset" "${target[@]}"
}
