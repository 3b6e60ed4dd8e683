# shellcheck shell=bash disable=SC2034  # the arrays are read by the scripts that source this file
# The Debian packages that the project needs, and why. The only list of them: ./run and ./test install from it.

packages_build=(
    cmake ninja-build g++    # the build
    ccache                   # a second build tree compiles only what differs
    pkg-config               # finds qtkeychain's and the HTTP library's flags
    qt6-base-dev             # Qt Core, Network, DBus, Gui, Widgets, Test
    qt6-base-dev-tools       # moc, rcc
    qt6-tools-dev            # CMake package of the translation tools
    qt6-tools-dev-tools      # what that CMake package refers to
    qt6-l10n-tools           # lrelease, lupdate
    qtkeychain-qt6-dev       # the operating system's keychain
    qt6-svg-dev libqt6svg6   # icons are SVG
    libsecret-1-0            # qtkeychain loads it at run time
    iso-codes                # names of countries in every language
    libcpp-httplib-dev       # HTTP side of the stand-in account service
    libssl-dev               # its certificates
)

# To use a display that is there.
packages_desktop=(
    x11-utils     # asks whether the X display answers
    qt6-wayland   # Qt's window backend where there is Wayland only
)

# To stand in for a desktop where there is none (tests/support/session.sh).
packages_display=(
    xvfb                  # the screen
    openbox               # the window manager: gives windows the focus
    x11-utils             # tells when the window manager is ready
    dbus                  # session bus
    gnome-keyring         # keychain behind qtkeychain
    libsecret-tools       # secret-tool looks at that keychain from outside
    at-spi2-core          # accessibility bus
    fonts-dejavu-core     # Latin, Greek, Cyrillic
    fonts-droid-fallback  # Chinese, Japanese, Korean
)

packages_test=(
    gir1.2-atspi-2.0 python3-gi   # the end-to-end test reads the window as a screen reader does
    xdotool                       # and types with real key events
    xclip                         # and looks at the clipboard from outside
    copyq parcellite              # clipboard managers
    libkf5wallet-bin              # Plasma's keychain
    keepassxc                     # a Secret Service that asks its user for each access
    openssl                       # a server that demands a client's certificate
    nginx-light                   # what stands in front of real services: TLS client certificates, basic authentication
    tinyproxy                     # a proxy that wants a name and a password
    sway wtype grim wl-clipboard  # a Wayland desktop without a screen: keys, pictures, clipboard
    gir1.2-gtk-3.0                # a window of another program there
    libgl1-mesa-dri qt6-wayland   # what sway draws with, and Qt's side of it
    libjemalloc2 libtcmalloc-minimal4  # heaps that somebody may preload
    strace                        # makes calls of the system fail, and sees what is opened
    clang-format                  # style
    clang clang-tidy              # compiles the tests in less time than GCC; lint
    mold                          # links in an eighth of the time that GNU ld needs
    gcovr                         # coverage
    desktop-file-utils appstream  # what a desktop file and metainfo have to be
    mandoc                        # what a man page has to be
    qt6-translations-l10n         # Qt's texts in languages that Lanyard has no translation for
    zsh fish                      # shells, with bash, that complete the options
    file                          # what kind of file something is
    procps                        # what is still running
    valgrind                      # counts instructions; uninitialised memory
)

# Only ./test all.
packages_test_all=(
    libclang-rt-14-dev libclang-rt-19-dev  # sanitizer and fuzzer run-time libraries of clang
)

# Only ./bench.
packages_bench=(
    curl          # makes the same calls as a sign-in
    python3-xlib  # tells when the screen is painted
    keepassxc     # what a start is compared with
)

# Only ./package.
packages_package=(
    git mmdebstrap        # the sources; an empty Debian
    dpkg-dev xz-utils     # the source package
    lintian autopkgtest   # look at the packages, run their tests
    xdotool               # waits for a window
)

# Only ./package windows.
packages_windows=(
    git dpkg-dev xz-utils        # the sources, Debian's patches
    g++-mingw-w64-x86-64-posix   # compiles for Windows
    librsvg2-bin                 # icons as pictures
    wine wine64                  # runs what was built
    nsis advancecomp             # the installer; a smaller archive
    xdotool                      # waits for a window
)

# Only ./test-matrix.
packages_matrix=(
    git mmdebstrap  # the sources; an empty Debian
)

# is_in_release NAME: not every release of Debian has every package; a test that needs one that is lacking is skipped.
is_in_release() {
    local VERSION_ID=
    # shellcheck source=/dev/null
    [ ! -r /etc/os-release ] || source /etc/os-release
    case $VERSION_ID/$1 in
        12/libclang-rt-19-dev | 13/libclang-rt-14-dev) return 1 ;; # that of its clang
        13/parcellite) return 1 ;;                                 # removed from Debian
    esac
}
