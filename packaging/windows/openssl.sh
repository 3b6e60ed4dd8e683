# shellcheck shell=bash disable=SC2154  # package.sh sets what is used here
# build_openssl PREFIX WORK: TLS. Windows' own does not say everything of a certificate that is shown to the user.
# It reads no configuration, and loads no module: nothing that another user of the computer could lay in its way.
build_openssl() {
    local prefix=$1 work=$2
    load_sources openssl --tar-only
    rm -rf "$work"
    mkdir -p "$work" "$prefix"/{bin,include,lib,licenses}
    tar -x --strip-components=1 -C "$work" -f "$apt"/openssl/openssl_*.orig.tar.gz
    (
        cd "$work"
        ./Configure mingw64 --cross-compile-prefix=x86_64-w64-mingw32- --prefix=/lanyard --libdir=lib \
            --openssldir="C:/Program Files/Common Files/SSL" shared no-tests no-engine no-legacy no-capieng no-comp no-module \
            no-autoload-config LDFLAGS='-Wl,--no-insert-timestamp -s' >configure.log
        make -s -j"$(nproc)" build_libs
    ) >"$work.log" 2>&1 || { tail -n 40 "$work.log" >&2; return 1; }
    cp "$work"/lib{crypto,ssl}-3-x64.dll "$prefix/bin"
    cp "$work"/lib{crypto,ssl}.dll.a "$prefix/lib"
    cp -r "$work/include/openssl" "$prefix/include"
    cp "$work/LICENSE.txt" "$prefix/licenses/openssl.txt"
    rm -r "$work"
}
