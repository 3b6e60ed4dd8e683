# shellcheck shell=bash
# Shell functions of ./package: an empty Debian 12 in a folder, and commands in it. As root.

release=bookworm

# mirrors: where Debian is, as apt of this computer knows it, in the lines of a sources.list.
mirrors() {
    local lines
    # shellcheck disable=SC2016 # apt fills these in
    lines=$(apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Identifier: Packages' 'Origin: Debian' |
        grep -E " $release(-updates|-security)? main\$" | sort -u)
    [ -n "$lines" ] || { echo "apt of this computer knows no place of Debian's $release" >&2; return 1; }
    echo "$lines"
}

# make_base FILE: the essential packages as a tar file, made anew after a week, for then there are newer ones.
make_base() {
    [ -z "$(find "$1" -mtime -7 2>/dev/null)" ] || return 0
    mirrors | mmdebstrap --quiet --format=tar --variant=minbase --dpkgopt=force-unsafe-io "$release" "$1.new" -
    mv "$1.new" "$1"
    touch "$1"
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
# with the command.
with_mounts() {
    # shellcheck disable=SC2016 # the shell in there expands this
    setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child -- bash -euc '
        root=$1 folder=$2
        shift 2
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
        mount --bind "$folder" "$root/mnt"
        mount -t proc proc /proc
        exec "$@"' with_mounts "$@"
}

# in_root ROOT FOLDER COMMAND...: with nothing of this shell's environment but the display.
in_root() {
    with_mounts "$1" "$2" chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive ${DISPLAY:+DISPLAY="$DISPLAY"} "${@:3}"
}
