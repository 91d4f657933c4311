#!/usr/bin/env bash
# bare_root.sh WHEELS [ARCH]: the installer in a bare Debian 13 (mmdebstrap), end to end: installed,
# installed again, uninstalled, installed and purged. WHEELS is a release file or a folder of wheels
# for Python 3.13 and ARCH (amd64, else arm64 with qemu-user-static). Root; the network only for
# Debian's packages. ROOTS keeps the bare systems (default /var/tmp/switchback-roots), MIRROR names
# a mirror of Debian that is not debootstrap's own.
set -euo pipefail

given=$(realpath "${1:?a release file or a folder of wheels}")
arch=${2:-amd64}
roots=${ROOTS:-/var/tmp/switchback-roots}
clone=$(realpath "$(dirname "$0")/../..")
base=$roots/base-$arch
root=$roots/run-$arch
report=$roots/report-$arch.txt
mkdir -p "$roots"

# As it would lie on a stick; and what is edited meanwhile is not half in it.
here=$roots/stick-$arch
rm -rf "$here" && mkdir -p "$here/config"
cp -a "$clone/systemd" "$here/"
cp -a "$clone/config/kiosk.toml" "$here/config/"

say() { echo "=== $*" | tee -a "$report"; }
fail() { say "FAILED: $*"; exit 1; }

# A root of another architecture runs through the kernel's binfmt_misc, if that can be had.
emulate() {
    [ -e /proc/sys/fs/binfmt_misc/register ] || mount -t binfmt_misc none /proc/sys/fs/binfmt_misc
    [ -e /proc/sys/fs/binfmt_misc/qemu-aarch64 ] && return
    printf '%s' ':qemu-aarch64:M::\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00:\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff:/usr/bin/qemu-aarch64-static:F' \
        >/proc/sys/fs/binfmt_misc/register
}

# What install-packages.sh would ask for on a machine that has nothing yet.
packages() {
    local stub machine=x86_64
    [ "$arch" = arm64 ] && machine=aarch64
    stub=$(mktemp -d)
    printf '#!/bin/sh\nexit 1\n' >"$stub/dpkg-query"
    printf '#!/bin/sh\necho %s\n' $machine >"$stub/uname"
    printf '#!/bin/sh\necho glibc 2.41\n' >"$stub/getconf"
    chmod +x "$stub"/*
    PATH=$stub:$PATH MISSING=only sh "$here/systemd/install-packages.sh" kiosk | sed 's/|.*//'
    rm -r "$stub"
}

bootstrap() {
    [ -e "$base/done" ] && return
    say "Debian 13 $arch with the packages (they stay: what the installer changes shows beside them)"
    rm -rf --one-file-system "$base"
    # one package is left for the installer to fetch
    local list
    list=$(packages | grep -vx wlr-randr | tr '\n' ',')
    mmdebstrap --arch="$arch" --variant=apt --include="ca-certificates,python3,${list%,}" \
        --aptopt='Acquire::Check-Valid-Until "false"' trixie "$base" ${MIRROR:+"$MIRROR"} \
        >"$base.log" 2>&1 || { tail -n 5 "$base.log"; fail "mmdebstrap"; }
    mkdir -p "$base/boot/firmware"
    cp "$clone"/tests/appliance/{cmdline,config}.txt "$base/boot/firmware/"
    # how this machine reaches its mirror
    cp -L /etc/resolv.conf /etc/hosts "$base/etc/"
    within "$base" apt-get --quiet update >>"$base.log" 2>&1
    touch "$base/done"
}

within() { # within ROOT COMMAND: as root of that system
    # shellcheck disable=SC2016 # the inner shell's
    unshare --mount --pid --fork --kill-child bash -c '
        mount -t proc proc "$0/proc"; mount --rbind /dev "$0/dev"
        exec chroot "$0" /usr/bin/env -i HOME=/ PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"
    ' "$@"
}

# Everything below the root that an installation could leave, without what packages and apt do.
listed() {
    local skip='^\./(proc|sys|dev|run|tmp|var/(cache|lib/(apt|dpkg|systemd|ucf|polkit-1|dbus|udisks2)|log)|usr/(lib|share|bin|sbin|include|libexec)|root)(/| |$)'
    (
        cd "$root"
        find . -xdev -type l -printf '%p -> %l\n' | grep -Ev "$skip"
        find . -xdev -type f -printf '%p %m\n' | grep -Ev "$skip"
        find . -xdev -type f -print | grep -Ev "$skip" | tr '\n' '\0' | xargs -0 md5sum |
            sed 's/^\([0-9a-f]*\)  \(.*\)/\2 \1/'
    ) | sort
}

install() {
    # shellcheck disable=SC2016 # the inner shell's
    unshare --mount --pid --fork --kill-child bash -c '
        mount -t proc proc "$0/proc"; mount --rbind /dev "$0/dev"
        exec python3 "$1/systemd/install.py" --root "$0" "${@:2}"' "$root" "$here" "$@" 2>&1 | tee -a "$report"
}

source=(--wheels "$given"); [ -d "$given" ] || source=(--release "$given")
: >"$report"
[ "$arch" = "$(dpkg --print-architecture)" ] || emulate
bootstrap
rm -rf --one-file-system "$root" && cp -a "$base" "$root"
listed >"$roots/before-$arch"
rm -rf "$roots/boot-$arch.before"
cp -a "$root/boot/firmware" "$roots/boot-$arch.before"

say "first installation"
began=$SECONDS
install "${source[@]}" --yes --time-zone Europe/Berlin --language de --inches 7 --displays 2
say "installed in $((SECONDS - began)) s"
within "$root" /opt/switchback/current/.venv/bin/switchback --version | tee -a "$report"
within "$root" env SWITCHBACK_DATA=/tmp/tried /opt/switchback/current/.venv/bin/switchback doctor \
    --config /etc/switchback/kiosk.toml >>"$report" 2>&1 || true
within "$root" sh -c 'cd /etc/systemd/system && systemd-analyze verify --man=no switchback*.service' 2>&1 |
    grep switchback && fail "systemd-analyze verify"
say "systemd-analyze verify: clean"
for unit in switchback switchback-headless; do
    within "$root" systemd-analyze security --offline=true --no-pager \
        "/etc/systemd/system/$unit.service" 2>/dev/null | tail -n 1 | tee -a "$report"
done
listed >"$roots/installed-$arch"

say "second installation"
install "${source[@]}" --yes | tee "$roots/second-$arch"
grep -q "nothing was changed" "$roots/second-$arch" || fail "the second run changed something"
listed | diff "$roots/installed-$arch" - || fail "the second run changed files"

if [ "$arch" = "$(dpkg --print-architecture)" ]; then
    say "the service's script with cage and labwc on displays of memory"
    cp "$clone/tests/appliance/under_a_compositor.py" "$root/tmp/"
    within "$root" python3 /tmp/under_a_compositor.py 2>&1 | tee -a "$report"
fi

say "uninstalled"
install --uninstall
listed | diff "$roots/before-$arch" - | grep '^[<>]' | tee "$roots/left-$arch" | tee -a "$report" || true
grep -vE '(etc/(passwd|group|shadow|gshadow|subuid|subgid)-?|etc/switchback/|etc/default/switchback|var/lib/switchback)' \
    "$roots/left-$arch" && fail "left behind"
diff -r "$roots/boot-$arch.before" "$root/boot/firmware" || fail "the boot files are not as before"
say "cmdline.txt and config.txt: byte for byte"

say "installed again, then purged"
install "${source[@]}" --yes >/dev/null
install --uninstall --purge
listed | diff "$roots/before-$arch" - | grep '^[<>]' | grep -vE 'etc/(passwd|group|shadow|gshadow|subuid|subgid)-' && fail "purged, and something is left"
rm -rf "$roots/boot-$arch.before"
say "all is as it was before"
