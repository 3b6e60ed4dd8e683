#!/usr/bin/env bash
# Makes the packages for Windows: for ./package, whose --help says what is done.

set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
# shellcheck source=tests/support/build.sh
source tests/support/build.sh
# shellcheck source=tests/support/roots.sh
source tests/support/roots.sh
here=$PWD/packaging/windows
for part in sources openssl qt libraries program; do
    # shellcheck source=/dev/null
    source "$here/$part.sh"
done

twice=no
[ "${1:-}" != --twice ] || twice=yes

work=$PWD/build/package/windows
apt=$work/apt
export LANYARD_WINDOWS=$work

# Of what Qt and OpenSSL are built from, and how: they are built again when that changes.
cache_key() {
    { cat "$apt/files" "$here"/{openssl.sh,qt.sh,qtunits.cmake,libraries.sh,toolchain.cmake}
      dpkg-query -W g++-mingw-w64-x86-64-posix mingw-w64-x86-64-dev; } | sha256sum | cut -c 1-16
}

install_packages "${packages_build[@]}" "${packages_display[@]}" "${packages_windows[@]}"
version=$(dpkg-parsechangelog --show-field Version)
version=${version%-*}
SOURCE_DATE_EPOCH=$(dpkg-parsechangelog --show-field Timestamp)
export SOURCE_DATE_EPOCH

mkdir -p "$work"
say "Sources of Qt, OpenSSL and the stand-in service's library"
find_sources
prefix=$work/cache/$(cache_key)
if [ ! -e "$prefix/complete" ]; then
    rm -rf "$work/cache"
    say "OpenSSL"
    build_openssl "$prefix" "$work/openssl"
    say "Qt, which takes half an hour"
    build_qt "$prefix" "$work/qt"
    add_libraries "$prefix"
    touch "$prefix/complete"
fi
ln -sfn "$prefix" "$work/prefix"

say "Lanyard"
build_program "$PWD" "$work/program"
say "Archive and installer"
make_archive "$work/program" "$work/lanyard-$version-windows.zip"
make_installer "$work/lanyard-$version-windows.exe"
python3 -B "$here/sbom.py" "$work/lanyard-$version-windows.zip" "$version" "$apt/files"
if [ $twice = yes ]; then
    say "Built again in another folder"
    build_twice
fi
say "Tests under Wine"
"$here/try.sh"
say "Done: $work"
