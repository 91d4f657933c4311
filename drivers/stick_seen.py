"""What UDisks2's objects say about sticks: which are in, and whether files could go there."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kiosk.words import text

Objects = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""By path, then interface, then property; the values without their D-Bus types."""

_UDISKS: Final = "org.freedesktop.UDisks2."
BLOCK, FILESYSTEM, DRIVE = f"{_UDISKS}Block", f"{_UDISKS}Filesystem", f"{_UDISKS}Drive"
_TABLE: Final = f"{_UDISKS}PartitionTable"
_OURS: Final = ("/boot", "/etc", "/home", "/opt", "/srv", "/usr", "/var")
LABEL_LENGTH: Final = 32


@dataclass(frozen=True, slots=True)
class Seen:
    """One drive on the USB that can be pulled."""

    drive: str
    """Its object path."""
    label: str
    filesystem: str = ""
    """The object path of the file system that files go to; "" where there is none."""
    uuid: str = ""
    """Of that file system: another one on the same drive is another stick."""
    mounts: tuple[str, ...] = ()
    """Where it is mounted already, by whomever."""
    is_read_only: bool = False
    can_power_off: bool = False
    refusal: str = ""
    """Why nothing can be written there; "" where that is not known yet."""


def seen(objects: Objects) -> tuple[Seen, ...]:
    """The sticks that are in, by path. Drives that the machine itself runs from are none."""
    blocks: dict[str, dict[str, Mapping[str, Mapping[str, Any]]]] = {}
    for path, interfaces in objects.items():
        block = interfaces.get(BLOCK)
        if block is not None and not block.get("HintIgnore", False):
            blocks.setdefault(str(block.get("Drive", "/")), {})[path] = interfaces
    found: list[Seen] = []
    for path in sorted(objects):
        drive = objects[path].get(DRIVE)
        if drive is not None and _is_stick(drive) and blocks.get(path):
            of_drive = blocks[path]
            if not any(_is_the_machines(one) for one in of_drive.values()):
                found.append(_judged(path, drive, of_drive))
    return tuple(found)


def _is_stick(drive: Mapping[str, Any]) -> bool:
    on_usb = drive.get("ConnectionBus") == "usb"
    return on_usb and bool(drive.get("MediaAvailable", True)) and not drive.get("Optical", False)


def _is_the_machines(interfaces: Mapping[str, Mapping[str, Any]]) -> bool:
    """A Pi may run from a disk on its USB; nobody exports there, and nobody pulls it."""
    return bool(interfaces[BLOCK].get("HintSystem", False)) or any(
        mount == "/" or any(mount == one or mount.startswith(f"{one}/") for one in _OURS)
        for mount in _mounts(interfaces)
    )


def _mounts(interfaces: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    points = interfaces.get(FILESYSTEM, {}).get("MountPoints", ())
    return tuple(bytes(point).rstrip(b"\0").decode(errors="surrogateescape") for point in points)


def _judged(
    path: str, drive: Mapping[str, Any], blocks: Mapping[str, Mapping[str, Mapping[str, Any]]]
) -> Seen:
    can_power_off = bool(drive.get("CanPowerOff", False))
    systems = [name for name in sorted(blocks) if FILESYSTEM in blocks[name]]
    if not systems:
        name = _label("", drive)
        refusal = _no_files([blocks[one] for one in blocks])
        return Seen(path, name, can_power_off=can_power_off, refusal=refusal)
    largest = max(systems, key=lambda name: int(blocks[name][BLOCK].get("Size", 0)))
    block = blocks[largest][BLOCK]
    is_read_only = bool(block.get("ReadOnly", False))
    return Seen(
        path,
        _label(str(block.get("IdLabel", "")), drive),
        largest,
        str(block.get("IdUUID", "")),
        _mounts(blocks[largest]),
        is_read_only,
        can_power_off,
        text("The stick is write-protected: slide its switch, or take another one.")
        if is_read_only
        else "",
    )


def _no_files(blocks: Sequence[Mapping[str, Mapping[str, Any]]]) -> str:
    usages = {str(one[BLOCK].get("IdUsage", "")) for one in blocks}
    if "crypto" in usages:
        return text("The stick is locked with a password: take one without.")
    if any(_TABLE in one for one in blocks):
        return text(
            "The stick has no partition that can be read: format it as exFAT or FAT32 on a laptop. "
            "That deletes everything on it."
        )
    return text(
        "The stick is not formatted: format it as exFAT or FAT32 on a laptop. That deletes "
        "everything on it."
    )


def _label(label: str, drive: Mapping[str, Any]) -> str:
    """A name to show: the owner's, else the maker's; whatever would turn text around is left out"""
    name = label or f"{drive.get('Vendor', '')} {drive.get('Model', '')}"
    shown = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", name))
    return " ".join(shown.split())[:LABEL_LENGTH]
