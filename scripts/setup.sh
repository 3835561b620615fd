# What ./run and ./test share. Sourced, with the repository as the working directory.

# Why each package is needed stands in docs/architecture.md.
packages=(
    build-essential cmake ninja-build pkg-config gettext
    libsfml-dev libimgui-dev libgdal-dev libproj-dev libgeos-dev libboost-dev libboost-locale-dev libicu-dev
    nlohmann-json3-dev libcli11-dev libfmt-dev libfreetype-dev libcairo2-dev libgl-dev libx11-dev libxrandr-dev libxi-dev
    libsystemd-dev libsodium-dev
    libexpat1-dev libminizip-dev ffmpeg
    fonts-noto-core doctest-dev python3 xvfb xauth
)
# The tests alone need these.
test_packages=(
    postgresql postgresql-postgis gdal-bin xdotool xclip imagemagick libbenchmark-dev
    xserver-xorg-core xserver-xorg-video-dummy xserver-xorg-dev espeak-ng
)
# scripts/fuzz alone needs these.
fuzz_packages=(clang-19 libclang-rt-19-dev)
# scripts/deep alone needs these.
deep_packages=(cppcheck clang-tidy-19 valgrind gcovr lintian debootstrap)

# install_packages PACKAGE…: installs those that are missing. Needs root, or sudo, only when something is.
install_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            echo "These packages are missing, and there is neither root nor sudo to install them: ${missing[*]}" >&2
            return 1
        }
        as_root=(sudo)
    fi
    echo "Installing: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build PRESET [TARGET]: configures once, then builds what has changed.
build() {
    local launcher=()
    command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    if [ ! -f "build/$1/build.ninja" ]; then
        cmake --preset "$1" "${launcher[@]}" >"/tmp/marshrut-configure.$$" 2>&1 || {
            cat "/tmp/marshrut-configure.$$" >&2
            rm -f "/tmp/marshrut-configure.$$"
            return 1
        }
        rm -f "/tmp/marshrut-configure.$$"
    fi
    cmake --build "build/$1" ${2:+--target "$2"} -- --quiet
}

# True if a window could be opened.
have_display() {
    [ -n "${DISPLAY:-}" ] || return 1
    local number=${DISPLAY#*:}
    case $DISPLAY in
    :*) [ -S "/tmp/.X11-unix/X${number%%.*}" ] ;;
    *) true ;;
    esac
}

# run_tests PRESET [ctest arguments]: all tests under a private Xvfb, which stops with them.
run_tests() {
    local preset=$1
    shift
    xvfb-run --auto-servernum --server-args="-screen 0 1920x1080x24 -nolisten tcp -noreset" \
        ctest --test-dir "build/$preset" --output-on-failure -j2 "$@"
}
