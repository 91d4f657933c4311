"""Files as USB sticks: formatted as shops sell them, or badly."""

import random
import shutil
import struct
import subprocess
from pathlib import Path
from typing import Final, Literal

Kind = Literal["vfat", "exfat", "ext4"]
MEGABYTES: Final = 64
LABEL: Final = "CLUB"
NEEDED: Final = ("mkfs.vfat", "mkfs.exfat", "mkfs.ext4")
_FIRST: Final = 1 << 20
"""Where the one partition begins."""
_TYPES: Final = {"vfat": 0x0C, "exfat": 0x07, "ext4": 0x83}
_FORMAT: Final[dict[str, tuple[str, ...]]] = {
    "vfat": ("mkfs.vfat", "-F", "32", "-s", "1", "-n", LABEL),
    "exfat": ("mkfs.exfat", "-L", LABEL),
    "ext4": ("mkfs.ext4", "-q", "-F", "-L", LABEL),
}


def missing() -> list[str]:
    """The programs that are not here."""
    return [name for name in NEEDED if shutil.which(name) is None]


def formatted(file: Path, kind: Kind, megabytes: int = MEGABYTES) -> None:
    """One partition with an empty file system."""
    size = megabytes << 20
    unformatted(file, megabytes)
    with file.open("r+b") as stick:
        stick.write(table(kind, size))
    part = file.with_suffix(".part")
    with part.open("wb") as partition:
        partition.truncate(size - _FIRST)
    _run(*_FORMAT[kind], str(part))
    _run("dd", f"if={part}", f"of={file}", "bs=1M", "seek=1", "conv=notrunc,sparse", "status=none")
    part.unlink()


def table(kind: Kind, size: int) -> bytes:
    """The first sector of a stick of so many bytes: one partition, the rest of it."""
    first, count = _FIRST // 512, (size - _FIRST) // 512
    far = b"\xfe\xff\xff"  # cylinder, head and sector, which nobody reads any more
    entry = struct.pack("<B3sB3sII", 0, far, _TYPES[kind], far, first, count)
    return bytes(0x1B8) + b"CLUB\0\0" + entry + bytes(3 * 16) + b"\x55\xaa"


def unformatted(file: Path, megabytes: int = MEGABYTES) -> None:
    with file.open("wb") as stick:
        stick.truncate(megabytes << 20)


def rubbish(file: Path, dice: random.Random) -> None:
    """A table with its mark in place, and four partitions that cannot be."""
    unformatted(file)
    with file.open("r+b") as stick:
        stick.write(dice.randbytes(510) + b"\x55\xaa" + dice.randbytes(1 << 16))


def copied(template: Path, file: Path) -> None:
    """With its holes."""
    _run("cp", "--sparse=always", str(template), str(file))


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()}")
