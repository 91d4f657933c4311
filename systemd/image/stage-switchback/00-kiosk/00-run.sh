#!/bin/bash -e
# The same installer as on a running Pi, inside the image. build.sh has laid everything into files/.
SETUP=/var/tmp/switchback-setup
rm -rf "${ROOTFS_DIR}${SETUP}"
mkdir -p "${ROOTFS_DIR}${SETUP}"
cp -R files/. "${ROOTFS_DIR}${SETUP}/"
on_chroot <<EOF
python3 ${SETUP}/systemd/install.py --release ${SETUP}/kiosk.release --answers ${SETUP}/answers.toml --yes
EOF
rm -rf "${ROOTFS_DIR}${SETUP}"
