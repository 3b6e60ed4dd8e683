# shellcheck shell=bash
# Shell functions of ./package and ./test-matrix: an empty Debian in a folder, and commands in it. As root.

# The releases that Lanyard is for.
debians=(12 13)

# this_debian: that of this computer if it is one of them, else the oldest.
this_debian() {
    local VERSION_ID=
    # shellcheck source=/dev/null
    source /etc/os-release
    [[ " ${debians[*]} " == *" $VERSION_ID "* ]] && echo "$VERSION_ID" || echo "${debians[0]}"
}

codename() {
    case $1 in
        12) echo bookworm ;;
        13) echo trixie ;;
        *) echo "Debian $1 is none of: ${debians[*]}" >&2; return 1 ;;
    esac
}

# mirrors DEBIAN: where it is, in the lines of a sources.list: as apt of this computer knows it, or where it knows another
# release of Debian.
mirrors() {
    local name lines
    name=$(codename "$1")
    # shellcheck disable=SC2016 # apt fills these in
    lines=$(apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Identifier: Packages' 'Origin: Debian' |
        grep -E ' [a-z]+(-updates|-security)? main$' | sort -u)
    if grep -q " $name main\$" <<<"$lines"; then
        lines=$(grep -E " $name(-updates|-security)? main\$" <<<"$lines")
    else
        lines=$(sed -E "s/ [a-z]+(-updates|-security)? main\$/ $name\1 main/" <<<"$lines" | sort -u)
    fi
    [ -n "$lines" ] || { echo "apt of this computer knows no place of Debian" >&2; return 1; }
    echo "$lines"
}

# make_base DEBIAN FILE: the essential packages as a tar file, made anew after a week, for then there are newer ones.
make_base() {
    [ -z "$(find "$2" -mtime -7 2>/dev/null)" ] || return 0
    mirrors "$1" | mmdebstrap --quiet --format=tar --variant=minbase --dpkgopt=force-unsafe-io "$(codename "$1")" "$2.new" -
    mv "$2.new" "$2"
    touch "$2"
}

# fresh_root FOLDER BASE: the Debian of that tar file, with nothing left of what was there.
fresh_root() {
    rm -rf --one-file-system "$1"
    mkdir -p "$1"
    tar -x --numeric-owner -f "$2" -C "$1"
}

# make_builder FOLDER BASE SOURCES: with the packages that debian/control names for the build; made anew when they or the
# base change.
make_builder() {
    local made_of
    made_of=$({ sed -n '/^Build-Depends:/,/^[^ B]/p' debian/control && cat "$2"; } | sha256sum)
    [ "$(cat "$1.made-of" 2>/dev/null)" != "$made_of" ] || return 0
    rm -f "$1.made-of"
    fresh_root "$1" "$2"
    in_root "$1" "$3" sh -euc 'apt-get update -qq; apt-get install -y -qq --no-install-recommends build-essential >/dev/null
        cp /mnt/*.dsc /tmp; apt-get build-dep -y -qq --no-install-recommends /tmp/*.dsc >/dev/null'
    echo "$made_of" >"$1.made-of"
}

# with_mounts ROOT FOLDER COMMAND...: what a system has that runs, FOLDER as /mnt, and a /tmp of its own. All of it is gone
# with the command. ROOT is a mount, too, so that it can be the command's root in earnest.
with_mounts() {
    # shellcheck disable=SC2016 # the shell in there expands this
    setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child -- bash -euc '
        root=$1 folder=$2
        shift 2
        mount --bind "$root" "$root"
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
        mount --bind "$folder" "$root/mnt"
        mount -t proc proc /proc
        exec "$@"' with_mounts "$@"
}

# in_root ROOT FOLDER COMMAND...: with nothing of this shell's environment but the display. Not by chroot, in which nobody
# could have a view of the file system of their own, as tests do.
in_root() {
    # shellcheck disable=SC2016 # the shell in there expands this
    with_mounts "$1" "$2" bash -euc '
        cd "$1"
        pivot_root . .
        umount --lazy .
        exec "${@:2}"' in_root "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive ${DISPLAY:+DISPLAY="$DISPLAY"} "${@:3}"
}
