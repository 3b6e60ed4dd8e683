# shellcheck shell=bash disable=SC2154  # package.sh sets what is used here
# Shell functions of ./package windows: the program itself, and what is given to users.

# build_program SOURCES BUILD
build_program() {
    local tools
    tools=/usr/lib/$(dpkg-architecture -qDEB_BUILD_MULTIARCH)/cmake
    cmake -S "$1" -B "$2" -G Ninja --toolchain "$here/toolchain.cmake" -DLANYARD_WINDOWS_PREFIX="$prefix" \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE="-Os -DNDEBUG" \
        -DCMAKE_CXX_FLAGS="-ffile-prefix-map=$1=. -ffile-prefix-map=$2=./build" \
        -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=40 -DLANYARD_QUICK_TESTS=ON -DLANYARD_MOLD=OFF \
        -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR="$tools" -DQt6LinguistTools_DIR="$tools/Qt6LinguistTools" \
        --log-level=WARNING
    cmake --build "$2"
}

# fill FOLDER BUILD: all that the program needs, and nothing else.
fill() {
    local folder=$1 build=$2 library language
    mkdir -p "$folder"/{platforms,tls,imageformats,licenses,data/iso-codes/json}
    cp "$build/app/lanyard.exe" "$folder"
    x86_64-w64-mingw32-strip "$folder/lanyard.exe"
    cp "$here/qt.conf" "$folder"
    for library in Qt6{Core,Gui,Network,Widgets} lib{crypto,ssl}-3-x64 libgcc_s_seh-1 libstdc++-6 libwinpthread-1; do
        cp "$prefix/bin/$library.dll" "$folder"
    done
    cp "$prefix/plugins/platforms/qwindows.dll" "$folder/platforms"
    cp "$prefix/plugins/tls/qopensslbackend.dll" "$folder/tls"
    cp "$prefix/plugins/imageformats"/q{gif,ico,jpeg}.dll "$folder/imageformats"
    # Names of countries, where the program looks for them.
    cp /usr/share/iso-codes/json/iso_3166-1.json "$folder/data/iso-codes/json"
    for language in /usr/share/locale/*/LC_MESSAGES/iso_3166-1.mo; do
        language=${language#/usr/share/locale/}
        mkdir -p "$folder/data/locale/${language%/*}"
        cp "/usr/share/locale/$language" "$folder/data/locale/$language"
    done
    cp LICENSE "$folder/licenses/lanyard.txt"
    cp "$prefix/licenses"/* "$folder/licenses"
    cp /usr/share/doc/iso-codes/copyright "$folder/licenses/iso-codes.txt"
    cp -L /usr/share/common-licenses/{GPL-3,LGPL-2.1} "$folder/licenses" # to which those of others refer
    find "$folder" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# make_archive BUILD ZIP: files in order, each as old as the changelog.
make_archive() {
    local folder
    folder=$work/files/$(basename "$2" .zip)
    rm -rf "$work/files" "$2"
    fill "$folder" "$1"
    python3 -B "$here/archive.py" "$work/files" "$2"
    advzip --recompress --shrink-extra --quiet "$2" >/dev/null # a twentieth smaller
    check_size "$2"
}

check_size() {
    local kilobytes=$(($(stat -c %s "$1") / 1024))
    echo "$kilobytes kB to load"
    [ $kilobytes -le 15360 ] || { echo "More than 15 MB" >&2; return 1; }
}

# make_installer EXE: with the files that are in the archive. It may be installed into a folder that has others in it.
make_installer() {
    local files=$work/files/lanyard-$version-windows
    (cd "$files" &&
        find . -type f -printf 'Delete "$INSTDIR/%P"\n' | sort &&
        find . -mindepth 1 -type d -printf 'RMDir "$INSTDIR/%P"\n' | sort --reverse) | tr / '\\' >"$work/removal.nsh"
    makensis -V2 -NOCD -DVERSION="$version" -DICON="$work/program/app/lanyard.ico" -DFILES="$files" -DREMOVAL="$work/removal.nsh" \
        -DKILOBYTES="$(du --apparent-size --summarize --block-size=1K "$files" | cut -f 1)" -DOUTPUT="$1" "$here/installer.nsi"
}

# build_twice: what git knows, in a folder with a longer name; the archives must be the same.
build_twice() {
    local tree other=$work/again/somewhere/else
    rm -rf "$work/again"
    mkdir -p "$other/source"
    tree=$(git stash create)
    git archive --format=tar "${tree:-HEAD}" | tar -x -C "$other/source"
    build_program "$other/source" "$other/build"
    cp "$work/lanyard-$version-windows.zip" "$work/first.zip"
    make_archive "$other/build" "$other/lanyard-$version-windows.zip"
    cmp "$work/first.zip" "$other/lanyard-$version-windows.zip"
    echo "Every byte is the same"
    rm -r "$work/again" "$work/first.zip"
}
