#!/bin/sh
# cable.sh up|watch|down: makes the Pi a USB drive for a laptop at the other end of a cable, read-only,
# with the kiosk's exports on it. `up` and `down` need root; `watch` runs as the kiosk's own user and
# shows the newest image whenever no laptop has the drive open. Copy to /usr/local/lib/switchback/.
set -eu

CONFIGFS=${SWITCHBACK_CONFIGFS:-/sys/kernel/config}
CONTROLLERS=${SWITCHBACK_UDC:-/sys/class/udc}
IMAGES=${SWITCHBACK_CABLE:-/var/lib/switchback/cable}
OWNER=${SWITCHBACK_USER:-switchback}
# After an export the drive is there for so long: whoever plugs a laptop in later finds it empty.
MINUTES=${SWITCHBACK_CABLE_MINUTES:-720}
GADGET=$CONFIGFS/usb_gadget/switchback
FUNCTION=$GADGET/functions/mass_storage.0
LUN=$FUNCTION/lun.0
CONFIG=$GADGET/configs/c.1

fail() {
    echo "$*" >&2
    exit 1
}

put() { # put VALUE FILE: one value into one attribute
    printf '%s\n' "$1" >"$2"
}

serial_number() { # a PC has none
    tr -d '\0' 2>/dev/null <"${SWITCHBACK_SERIAL:-/sys/firmware/devicetree/base/serial-number}" || echo 000000000001
}

up() {
    [ -d "$CONFIGFS/usb_gadget" ] ||
        fail "The kernel part that makes drives is not loaded: sudo modprobe libcomposite."
    # shellcheck disable=SC2012
    controller=$(ls "$CONTROLLERS" 2>/dev/null | head -n 1)
    [ -n "$controller" ] ||
        fail "No USB socket here can be a drive: write dtoverlay=dwc2,dr_mode=peripheral below [all] in /boot/firmware/config.txt, then restart. Only the USB-C socket of a Pi 4 or 5 and the USB socket of a Zero 2 can."
    if [ -d "$GADGET" ]; then down; fi
    mkdir -p "$GADGET/strings/0x409" "$LUN" "$CONFIG/strings/0x409"
    # The Linux Foundation's numbers for gadgets of several kinds.
    put 0x1d6b "$GADGET/idVendor"
    put 0x0104 "$GADGET/idProduct"
    put 0x0200 "$GADGET/bcdUSB"
    put Switchback "$GADGET/strings/0x409/manufacturer"
    put "Exports, read-only" "$GADGET/strings/0x409/product"
    put "$(serial_number)" "$GADGET/strings/0x409/serialnumber"
    put Exports "$CONFIG/strings/0x409/configuration"
    # What may stand there only as long as no image is open comes first.
    put 1 "$LUN/removable"
    put 1 "$LUN/ro"
    # The kernel opens an image with the rights of whoever names it: the kiosk can show only what it
    # may read itself.
    : >>"$LUN/file"
    chown "$OWNER" "$LUN/file"
    ln -s "$FUNCTION" "$CONFIG/mass_storage.0"
    put "$controller" "$GADGET/UDC"
}

down() {
    [ -d "$GADGET" ] || return 0
    put "" "$GADGET/UDC" 2>/dev/null || true # it is not bound to a socket
    rm -f "$CONFIG/mass_storage.0"
    for made in "$CONFIG/strings/0x409" "$CONFIG" "$FUNCTION" "$GADGET/strings/0x409" "$GADGET"; do
        rmdir "$made"
    done
}

is_ejected() {
    [ -z "$(cat "$LUN/file")" ]
}

is_unplugged() {
    [ "$(cat "$CONTROLLERS/$(cat "$GADGET/UDC")/state")" = "not attached" ]
}

show() { # show IMAGE, or "" for none; a laptop that has locked the drive is left alone
    put "$1" "$LUN/file" 2>/dev/null
}

forget_old() {
    find "$IMAGES" -maxdepth 1 -type f -name '*.img' -mmin "+$MINUTES" -exec rm -f {} +
}

# One look. Whoever has ejected the drive sees a newer one at once; the same one only after the cable
# was pulled, because a drive that comes back by itself cannot be ejected.
look() {
    is_ejected || is_unplugged || return 0
    forget_old
    if [ -f "$IMAGES/next.img" ]; then
        # The name alone: an image that is open keeps its content.
        mv -f "$IMAGES/next.img" "$IMAGES/shown.img"
        show "$IMAGES/shown.img" && echo "The drive shows the newest exports."
    elif [ ! -f "$IMAGES/shown.img" ]; then
        is_ejected || show "" || true
    elif is_ejected && is_unplugged; then
        show "$IMAGES/shown.img" || true
    fi
}

watch() {
    mkdir -p "$IMAGES"
    forget_old
    if [ ! -f "$IMAGES/next.img" ] && [ -f "$IMAGES/shown.img" ] && is_ejected; then
        show "$IMAGES/shown.img" || true # after a restart, also for a laptop that is plugged in
    fi
    while :; do
        look
        sleep 2
    done
}

case ${1:-} in
up | down | look | watch) "$1" ;;
*) fail "Use: cable.sh up|watch|look|down" ;;
esac
