"""What the virtual machine's disk is made of, and the key under which it is kept."""

import hashlib
import tomllib
from pathlib import Path
from typing import Final

TREE: Final = Path(__file__).resolve().parents[2]
SUITE: Final = "trixie"
HOME: Final = "/opt/switchback"
USER: Final = "switchback"
GROUPS: Final = "plugdev,dialout,gpio,audio,input,video,render"
DISK_MEGABYTES: Final = 4096

PACKAGES: Final = (
    "linux-image-amd64",  # not the cloud's: that one has no USB
    "initramfs-tools",
    "systemd-sysv",
    "udev",
    "kmod",
    "dbus",
    "polkitd",
    "udisks2",
    "exfatprogs",
    "dosfstools",
    "fdisk",
    "cage",
    "python3",
    "python3-venv",
    "ca-certificates",
)
"""Beside those that systemd/install-packages.sh asks for."""

AGENT: Final = "/usr/local/lib/switchback-agent.py"
AGENT_UNIT: Final = f"""[Unit]
Description=Carries out what the host asks
After=dbus.socket systemd-udevd.service

[Service]
ExecStart=/usr/bin/python3 {AGENT}
Restart=always

[Install]
WantedBy=multi-user.target
"""

FILES: Final = {
    "etc/fstab": "/dev/vda / ext4 defaults,noatime,errors=remount-ro 0 1\n",
    "etc/hostname": "kiosk\n",
    "etc/hosts": "127.0.0.1 localhost kiosk\n",
    "etc/initramfs-tools/conf.d/small": "MODULES=list\nRESUME=none\n",
    "etc/initramfs-tools/modules": "virtio_pci\nvirtio_blk\next4\n",
    "etc/systemd/system/switchback-agent.service": AGENT_UNIT,
    "etc/systemd/journald.conf.d/vm.conf": "[Journal]\nStorage=persistent\n",
    # Any: without one systemd takes each start for the very first.
    "etc/machine-id": "5a17c4bac05a17c4bac05a17c4bac05a\n",
}

MASKED: Final = (
    "systemd-timesyncd.service",
    "apt-daily.timer",
    "apt-daily-upgrade.timer",
    "dpkg-db-backup.timer",
    "e2scrub_all.timer",
    "fstrim.timer",
    "systemd-networkd-wait-online.service",
    "getty@tty1.service",
    "serial-getty@ttyS0.service",
)
"""The machine's own jobs would run in the middle of a measurement."""


def key(tree: Path = TREE) -> str:
    """Changes with whatever the disk is made from: this folder's makers, the lock, the packages."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for part in (here / "recipe.py", here / "image.py", here / "agent.py"):
        digest.update(part.read_bytes())
    for part in ("requirements.lock", "systemd/install-packages.sh"):
        digest.update((tree / part).read_bytes())
    described = tomllib.loads((tree / "pyproject.toml").read_text("utf-8"))
    for table in ("build-system", "project"):
        digest.update(repr(described[table]).encode())
    return digest.hexdigest()[:16]
