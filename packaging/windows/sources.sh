# shellcheck shell=bash disable=SC2154  # package.sh sets what is used here
# Shell functions of ./package windows: the source packages that Debian's archive holds of what Windows lacks.
#
# apt checks them: each file has the SHA-256 that the archive's signed index says. It has a state of its own here, so that
# this computer's lists of packages stay as they are.

# apt_sources COMMAND...: apt-get with that state.
apt_sources() {
    apt-get -o Dir::Etc::SourceList="$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists="$apt/lists" \
        -o Dir::Cache="$apt/cache" -o APT::Sandbox::User="$(id -un)" -o Acquire::Retries=3 "$@"
}

# find_sources: asks the archive, unless that was done within a week. $apt/files then names each file with its
# package and its hash, and what is built of them follows from that.
find_sources() {
    [ -z "$(find "$apt/files" -mtime -7 2>/dev/null)" ] || return 0
    mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
    mirrors "$(this_debian)" | sed 's/^deb /deb-src /' >"$apt/sources.list"
    apt_sources update -qq
    {
        list_files openssl --tar-only
        list_files cpp-httplib --tar-only
        list_files qt6-base
    } >"$apt/files.new"
    mv "$apt/files.new" "$apt/files"
}

# list_files PACKAGE [OPTION]: `openssl openssl_3.0.22.orig.tar.gz SHA256:…`
list_files() {
    apt_sources source --print-uris -qq ${2:+"$2"} "$1" | sed -E "s/^'[^']*' ([^ ]+) [0-9]+ (SHA256:[0-9a-f]{64})\$/$1 \1 \2/;t;d" |
        grep -v '\.asc ' | grep . || { echo "Debian's archive has no source package $1" >&2; return 1; }
}

# load_sources PACKAGE [OPTION]: its files, into $apt/PACKAGE. apt ends with an error if one is not what the index says.
load_sources() {
    mkdir -p "$apt/$1"
    (cd "$apt/$1" && apt_sources source --download-only -qq ${2:+"$2"} "$1")
    (cd "$apt/$1" && sed -n "s/^$1 \([^ ]*\) SHA256:\(.*\)/\2  \1/p" "$apt/files" | sha256sum --check --quiet --strict)
}

# version_of PACKAGE: of the source, as Debian numbers it.
version_of() { sed -n "s/^$1 $1_\([^_]*\)\.\(dsc\|orig\.tar\..*\) SHA256:.*/\1/p" "$apt/files" | head -n 1; }
