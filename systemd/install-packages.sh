#!/bin/sh
# Installs the Debian packages that Switchback needs and this machine lacks. When nothing is
# missing it asks no one and touches nothing, so it also passes without a network or rights.
# PYTHON names the interpreter that will run the kiosk. The word "kiosk" adds what only a machine
# needs that is nothing else, "headless" the same without a screen. MISSING=only just names them.
set -eu

PYTHON=${PYTHON:-python3}

# "new|old" is one package under the names it has in different releases.
PACKAGES='
libegl1 libgl1 libfontconfig1 libdbus-1-3 libxkbcommon0 libglib2.0-0t64|libglib2.0-0
libwayland-cursor0 libwayland-egl1
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0
libusb-1.0-0 libudev1 tzdata
dbus
fonts-inter
'
APPLIANCE='
systemd udev systemd-timesyncd|chrony|ntpsec polkitd udisks2 alsa-utils python3 python3-venv
'
SCREEN='
cage labwc seatd wlr-randr
'

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

installed() {
    dpkg-query --show --showformat='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

in_lists() {
    apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [^(]'
}

have_lists() {
    for list in "${LISTS:-/var/lib/apt/lists}"/*_Packages*; do [ -e "$list" ] && return; done
    return 1
}

# Prints those of the packages "$@" that are missing, in all their names. What ends in "?" is not
# missing where it cannot be had.
missing() {
    for names in "$@"; do
        found=no
        case $names in
        *\?) if have_lists && ! in_lists "${names%\?}"; then continue; fi ;;
        esac
        for name in $(echo "${names%\?}" | tr '|' ' '); do
            if installed "$name"; then found=yes; fi
        done
        if [ "$found" = no ]; then echo "$names"; fi
    done
}

# Prints for each of "$@" the first of its names that this release has; fails when it has none.
choose() {
    for names in "$@"; do
        chosen=
        for name in $(echo "${names%\?}" | tr '|' ' '); do
            if [ -z "$chosen" ] && in_lists "$name"; then chosen=$name; fi
        done
        case $chosen$names in
        *\?) [ "$FRESH" = no ] && [ -z "$chosen" ] && return 1 ;;
        *) [ -n "$chosen" ] || return 1 ;;
        esac
        if [ -n "$chosen" ]; then echo "$chosen"; fi
    done
}

check_machine() {
    "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
        fail "Switchback needs Python 3.11 or newer, and '$PYTHON' is not: install python3, or name one with 'make PYTHON=/path/to/python3'."
    machine=$(uname -m)
    case $machine in
    x86_64) needs=2.34 ;;
    aarch64) needs=2.39 ;;
    *) fail "Switchback runs on 64-bit PCs and 64-bit Raspberry Pis, and this machine is '$machine': install the 64-bit Raspberry Pi OS." ;;
    esac
    # Qt's own packages are built against it; a Pi with Debian 12 (glibc 2.36) cannot load them.
    has=$(getconf GNU_LIBC_VERSION | cut -d' ' -f2)
    [ "$(printf '%s\n%s\n' "$needs" "$has" | sort -V | head -n 1)" = "$needs" ] ||
        fail "Qt for $machine needs glibc $needs, and this system has $has: install Raspberry Pi OS or Debian 13 (Trixie) or newer."
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

apt_get() {
    as_root apt-get --quiet --option DPkg::Lock::Timeout=300 --option Acquire::Retries=3 "$@" </dev/null
}

install() {
    # Lists may never have been fetched, or may name files that the mirror no longer has.
    packages=$(choose "$@") || {
        apt_get update || return
        FRESH=yes
        packages=$(choose "$@") || return
    }
    [ -n "$packages" ] || return 0
    echo "Installing Debian packages:" $packages
    # shellcheck disable=SC2086
    apt_get install --yes --no-install-recommends $packages || {
        apt_get update || return
        apt_get install --yes --no-install-recommends $packages
    }
}

# Whether Debian's lists were fetched just now: then what they lack cannot be had.
FRESH=no

check_machine
# Debian keeps the part of Python that makes environments in a package of its own.
if ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
    PACKAGES="$PACKAGES python3-venv"
fi
case $(uname -m) in
x86_64) PACKAGES="$PACKAGES libgssapi-krb5-2" ;;
aarch64) PACKAGES="$PACKAGES python3-lgpio? udisks2" ;; # a Pi's pins (no wheel for a Pi; only Raspberry Pi OS has it) and its sticks
esac
for word in "$@"; do
    case $word in
    kiosk) PACKAGES="$PACKAGES $APPLIANCE $SCREEN" ;;
    headless) PACKAGES="$PACKAGES $APPLIANCE" ;;
    esac
done
if ! command -v dpkg-query >/dev/null; then
    echo "This is not Debian: make sure that the libraries in $0 are there." >&2
    exit 0
fi
# shellcheck disable=SC2086
LACKING=$(missing $PACKAGES)
[ -n "$LACKING" ] || exit 0
if [ "${MISSING:-}" = only ]; then
    echo "$LACKING" | tr -d '?'
    exit 0
fi

if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    # shellcheck disable=SC2086
    fail "Debian packages are missing and only an administrator can install them: run the same command as root once, or ask for: apt-get install" $(choose $LACKING)
fi
# shellcheck disable=SC2086
install $LACKING ||
    fail "Debian packages could not be installed, for the reason above: check the network and your rights, and that this is Debian 12 or 13 or Raspberry Pi OS, then run the same command again."
"$PYTHON" -c 'import ensurepip, venv' 2>/dev/null ||
    fail "'$PYTHON' cannot make a virtual environment: use Debian's with 'make PYTHON=/usr/bin/python3'."
