# shellcheck shell=bash disable=SC2154  # package.sh sets what is used here
# build_qt PREFIX WORK: what the program uses of Qt, with Debian's patches, and the tools of the Qt that is installed here.

# What is left out needs what Debian removed from the sources, or a compiler of Microsoft's.
qt_without=(
    concurrent dbus direct2d directwrite3 dtls glib gssapi icu libproxy opengl printsupport sql tabletevent vulkan xml zstd brotli
    system_doubleconversion system_freetype system_harfbuzz system_jpeg system_libb2 system_pcre2 system_png system_zlib
)
# And this is not used.
qt_without+=(
    columnview commandlinkbutton datawidgetmapper dial errormessage fontcombobox fontdialog freetype graphicsview inputdialog
    keysequenceedit lcdnumber mdiarea pdf progressdialog schannel splashscreen style_windowsvista syntaxhighlighter
    textodfwriter toolbox tuiotouch undoview wizard
)

# tell_names_apart SRC: those of two sources that are compiled together (qtunits.cmake), and of a macro of Windows.
tell_names_apart() {
    local name
    perl -pi -e 's/(?<!::)\b(Space|Newline)\b/Markdown$1/g' "$1/gui/text/qtextmarkdownwriter.cpp"
    perl -pi -e 's/\bheaderSize\b/pkmHeaderSize/g' "$1/gui/util/qpkmhandler.cpp"
    perl -pi -e 's/\bOS2Table\b/EngineOS2Table/g' "$1/gui/text/windows/qwindowsfontengine.cpp"
    for name in inputcontext integration theme; do
        perl -pi -e "s/\\bloader\\b/${name}Loader/g" "$1/gui/kernel/qplatform${name}factory.cpp"
    done
    perl -pi -e 's/\b(incident|message)Type2String/$1Name/g' "$1/testlib/qteamcitylogger.cpp"
    perl -pi -e 's/\bchildWidgets\(/childrenOf(/g' "$1/widgets/accessible/qaccessiblewidget.cpp"
    # What only a test of Qt's own declares.
    perl -0pi -e 's/void QPixmapCache::flushDetachedPixmaps.*?\n}\n\nint QPixmapCache::totalUsed.*?\n}\n//s' \
        "$1/gui/image/qpixmapcache.cpp"
    # The same defaults as in a header.
    perl -pi -e 's/ (mods|devType|caps) = Q[\w:]+/ $1/' "$1/gui/kernel/qwindowsysteminterface.cpp"
    perl -pi -e 's/(int hbitmapFormat) = 0/$1/' "$1/plugins/platforms/windows/qwindowsmenu.cpp"
    sed -i '1i #undef interface' "$1/network/kernel/qnetworkinterface.cpp"
}

build_qt() {
    local prefix=$1 work=$2 option options=()
    load_sources qt6-base
    rm -rf "$work"
    mkdir -p "$work"
    dpkg-source --no-check -x "$apt"/qt6-base/*.dsc "$work/source" >"$work.log"
    # A thread that used a regular expression crashes at its end with the code that is made at run time: MinGW frees the
    # memory of a thread before what is in it is destroyed.
    sed -i 's/^        HAVE_CONFIG_H$/&\n        PCRE2_DISABLE_JIT/' "$work/source/src/3rdparty/pcre2/CMakeLists.txt"
    grep -A 1 '^        HAVE_CONFIG_H$' "$work/source/src/3rdparty/pcre2/CMakeLists.txt" | grep -q PCRE2_DISABLE_JIT
    tell_names_apart "$work/source/src"
    # Without OpenGL there is none to choose at run time either.
    sed -i 's/QT_CONFIG(dynamicgl)/QT_CONFIG(opengl) \&\& &/' "$work/source/src/plugins/platforms/windows/qwindowswindow.cpp"
    for option in "${qt_without[@]}"; do
        options+=("-DFEATURE_$option=OFF")
    done
    cmake -S "$work/source" -B "$work/build" -G Ninja --toolchain "$here/toolchain.cmake" -DLANYARD_WINDOWS_PREFIX="$prefix" \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX=/lanyard -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR="/usr/lib/$(dpkg-architecture -qDEB_BUILD_MULTIARCH)/cmake" \
        -DQT_QMAKE_TARGET_MKSPEC=win32-g++ \
        -DCMAKE_C_FLAGS="-ffile-prefix-map=$work=." -DCMAKE_CXX_FLAGS="-ffile-prefix-map=$work=." \
        -DBUILD_SHARED_LIBS=ON -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF -DINPUT_openssl=runtime \
        -DOPENSSL_INCLUDE_DIR="$prefix/include" -DCMAKE_PROJECT_QtBase_INCLUDE="$here/qtunits.cmake" \
        "${options[@]}" >>"$work.log" 2>&1 || { tail -n 40 "$work.log" >&2; return 1; }
    cmake --build "$work/build" >>"$work.log" 2>&1 || { grep -A 10 FAILED "$work.log" >&2; return 1; }
    DESTDIR=$work/installed cmake --install "$work/build" --strip >>"$work.log" 2>&1
    cp -r "$work/installed/lanyard/." "$prefix"
    cp "$work/source/debian/copyright" "$prefix/licenses/qt.txt"
    cp "$work/source/LICENSES/LGPL-3.0-only.txt" "$prefix/licenses"
    rm -r "$work"
}
