#!/bin/sh
# link-lgpio.sh VENV: lets the environment VENV use Debian's python3-lgpio, which it does not see by
# itself and which has no wheel for a Pi. Says nothing where there is none for VENV's Python.
set -eu

VENV=$1
DEBIAN=${DEBIAN:-/usr/lib/python3/dist-packages}

[ -x "$VENV/bin/python" ] || exit 0
# The compiled half is for one version of Python only: its name ends as the interpreter wants it.
places=$("$VENV/bin/python" -c '
import sysconfig
print(sysconfig.get_path("platlib"))
print(sysconfig.get_config_var("EXT_SUFFIX"))
') || exit 0
packages=$(echo "$places" | sed -n 1p)
suffix=$(echo "$places" | sed -n 2p)

for file in lgpio.py "_lgpio$suffix"; do
    [ -e "$DEBIAN/$file" ] || exit 0
    # What is there and no link was installed by pip: it stays.
    if [ -e "$packages/$file" ] && [ ! -L "$packages/$file" ]; then exit 0; fi
done
for file in lgpio.py "_lgpio$suffix"; do
    ln -sf "$DEBIAN/$file" "$packages/$file"
done
