# shellcheck shell=bash disable=SC2154  # package.sh sets what is used here
# add_libraries PREFIX: what is not built but copied: the compiler's own libraries and the header of the stand-in service.
add_libraries() {
    local prefix=$1 library
    for library in libgcc_s_seh-1 libstdc++-6; do
        cp "$(x86_64-w64-mingw32-g++-posix -print-file-name=$library.dll)" "$prefix/bin"
    done
    cp /usr/x86_64-w64-mingw32/lib/libwinpthread-1.dll "$prefix/bin"
    x86_64-w64-mingw32-strip "$prefix/bin"/lib{gcc_s_seh-1,stdc++-6,winpthread-1}.dll
    cp /usr/share/doc/gcc-mingw-w64-x86-64-posix-runtime/copyright "$prefix/licenses/gcc.txt"
    cp /usr/share/doc/mingw-w64-x86-64-dev/copyright "$prefix/licenses/mingw-w64.txt"
    load_sources cpp-httplib --tar-only
    tar -x --strip-components=1 --wildcards -C "$prefix/include" -f "$apt"/cpp-httplib/*.orig.tar.xz '*/httplib.h'
}
