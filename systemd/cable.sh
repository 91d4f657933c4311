#!/bin/sh
# Shows a laptop on the Pi's USB-C socket the exports, as a drive that it can only read. A copy:
# what is exported later shows when the cable is plugged in again. switchback-cable.timer calls it.
set -eu

EXPORTS=${EXPORTS:-/var/lib/switchback/exports}
FOLDER=${FOLDER:-/var/lib/switchback-cable}
SYS=${SYS:-/sys}
IMAGE=$FOLDER/exports.img
GADGET=$SYS/kernel/config/usb_gadget/switchback
DRIVE=$GADGET/functions/mass_storage.0/lun.0/file

is_new() {
    [ ! -e "$IMAGE" ] || [ -n "$(find "$EXPORTS" -newer "$IMAGE" -print -quit)" ]
}

# A drive must not change while somebody reads it.
is_read() {
    cat "$SYS"/class/udc/*/state 2>/dev/null | grep -qx configured
}

copy() {
    mkdir -p "$FOLDER"
    new=$FOLDER/new.img
    rm -f "$new"
    truncate --size "$(($(du -sm "$EXPORTS" | cut -f1) + 16))M" "$new"
    mkfs.vfat -n SWITCHBACK "$new" >/dev/null
    for file in "$EXPORTS"/*; do
        [ ! -e "$file" ] || mcopy -s -i "$new" "$file" ::
    done
    sync "$new"
}

plug() {
    [ ! -e "$DRIVE" ] || return 0
    modprobe libcomposite
    mkdir -p "$GADGET/strings/0x409" "$GADGET/configs/c.1" "$GADGET/functions/mass_storage.0"
    cd "$GADGET"
    echo 0x1d6b >idVendor # the Linux Foundation's, as Linux' own composite gadgets have it
    echo 0x0104 >idProduct
    echo Switchback >strings/0x409/manufacturer
    echo "Switchback exports" >strings/0x409/product
    echo 1 >functions/mass_storage.0/lun.0/ro
    echo 1 >functions/mass_storage.0/lun.0/removable
    ln -s functions/mass_storage.0 configs/c.1/
    find "$SYS/class/udc" -mindepth 1 -printf '%f\n' | head -n 1 >UDC
}

[ -d "$EXPORTS" ] || exit 0
plug
if is_new && ! is_read; then
    copy
    echo >"$DRIVE"
    mv "$FOLDER/new.img" "$IMAGE"
fi
[ "$(cat "$DRIVE")" = "$IMAGE" ] || echo "$IMAGE" >"$DRIVE"
