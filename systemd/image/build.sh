#!/usr/bin/env bash
# build.sh PI-GEN RELEASE: makes an SD card's image with the kiosk in it, by pi-gen (its branch
# arm64) in the folder PI-GEN, of a release file for aarch64. Root; KEEPER_PASSWORD in the environment.
set -euo pipefail

pi_gen=$(realpath "${1:?the folder of pi-gen}")
release=$(realpath "${2:?a release file, switchback-VERSION-aarch64.release}")
here=$(dirname "$(realpath "$0")")

stage=$pi_gen/stage-switchback
rm -rf "$stage"
cp -R "$here/stage-switchback" "$stage"
files=$stage/00-kiosk/files
mkdir -p "$files/config"
cp -R "$here/.." "$files/systemd"
cp "$here/../../config/kiosk.toml" "$files/config/"
cp "$here/answers.toml" "$files/"
cp "$release" "$files/kiosk.release"
chmod +x "$stage/prerun.sh" "$stage"/00-kiosk/00-run.sh
# one image, with the kiosk; none of the system alone
touch "$pi_gen/stage2/SKIP_IMAGES"
cd "$pi_gen"
exec ./build.sh -c "$here/config"
