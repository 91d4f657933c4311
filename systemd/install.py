#!/usr/bin/env python3
"""Makes a Raspberry Pi the kiosk: `sudo python3 install.py --release FILE`."""

import sys

sys.dont_write_bytecode = True  # the folder may be a stick that is read-only, or somebody's clone

from installer.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
