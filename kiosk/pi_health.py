"""How the machine under the kiosk is doing: small readings of /sys and /proc, and what each means.

Every reading takes the root of a file system, so that tests have their own, and is None where the
machine does not tell.
"""

import os
import re
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path("/")
_THROTTLED: Final = ("*firmware*/get_throttled", "*/*firmware*/get_throttled")
"""Under sys/devices/platform: models and kernels differ."""
_MODEL: Final = "proc/device-tree/model"
_SECTOR: Final = 512
_PARTITION: Final = re.compile(r"^(nvme\d+n\d+|mmcblk\d+)p\d+$|^(sd[a-z]+|vd[a-z]+)\d+$")


@dataclass(frozen=True, slots=True)
class Throttling:
    """What the firmware says of power and heat: now, and at any time since the start."""

    undervoltage: bool
    capped: bool
    """The processor is held back, by power or by heat."""
    hot: bool
    undervoltage_before: bool
    capped_before: bool
    hot_before: bool


@dataclass(frozen=True, slots=True)
class Wear:
    """How much of what a card or disk can be written is used up."""

    device: str
    """As the kernel calls it: mmcblk0."""
    kind: str
    """eMMC, SD card, NVMe, disk."""
    used_percent: int | None
    """At most so much; None where it cannot be told."""
    is_worn_out: bool = False
    """It says so itself: no spare blocks are left."""
    written_bytes: int | None = None
    """Since the start."""


@dataclass(frozen=True, slots=True)
class Space:
    """Of the disk that a folder lies on, bytes."""

    total: int
    free: int
    is_read_only: bool = False

    @property
    def used_percent(self) -> float:
        return 100 * (1 - self.free / self.total) if self.total else 0.0


@dataclass(frozen=True, slots=True)
class RealTimeClock:
    """A clock that goes on without power, if its battery is good."""

    name: str
    utc_s: int | None
    """None where it cannot be read."""
    charging_uv: int | None = None
    """Of a Pi 5's: microvolts that charge its battery; 0 is off."""


def model(root: Path = ROOT) -> str | None:
    """ "Raspberry Pi 5 Model B Rev 1.0"."""
    words = _text(root / _MODEL)
    return words.strip("\0 \n") or None if words else None


def temperature_c(root: Path = ROOT) -> float | None:
    """Of the processor."""
    zones = sorted((root / "sys/class/thermal").glob("thermal_zone*"))
    found = {_text(zone / "type") or "": _number(zone / "temp") for zone in zones}
    cpu = next((t for name, t in found.items() if "cpu" in name and t is not None), None)
    first = next((t for t in found.values() if t is not None), None)
    chosen = cpu if cpu is not None else first
    return None if chosen is None else chosen / 1000


def throttling(root: Path = ROOT) -> Throttling | None:
    """As the firmware says it; else only a low supply, from the voltage monitor."""
    platform = root / "sys/devices/platform"
    said = [_text(place) for pattern in _THROTTLED for place in sorted(platform.glob(pattern))]
    said += [_vcgencmd()] if root == ROOT and not any(said) else []
    for words in filter(None, said):
        with suppress(ValueError):
            return _throttling(int(words.strip().removeprefix("throttled="), 16))
    low = _low_voltage(root)
    return None if low is None else Throttling(low, False, False, low, False, False)


def _throttling(bits: int) -> Throttling:
    """Bits 0 to 3 are now, 16 to 19 since the start: supply, frequency cap, throttled, heat."""

    def either(*places: int) -> bool:
        return any(bits >> place & 1 for place in places)

    return Throttling(
        either(0), either(1, 2), either(3), either(0, 16), either(1, 2, 17, 18), either(3, 19)
    )


def _vcgencmd() -> str | None:
    """The firmware's own command, where the kernel shows nothing."""
    command = shutil.which("vcgencmd")
    if command is None:
        return None
    try:
        done = subprocess.run(
            [command, "get_throttled"], capture_output=True, text=True, timeout=2, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None


def _low_voltage(root: Path) -> bool | None:
    """The kernel's own monitor of the supply, on every Pi."""
    for monitor in sorted((root / "sys/class/hwmon").glob("hwmon*")):
        if (_text(monitor / "name") or "").strip() == "rpi_volt":
            alarm = _number(monitor / "in0_lcrit_alarm")
            return None if alarm is None else alarm != 0
    return None


def space(folder: Path) -> Space | None:
    """Of the disk under a folder, which need not be there yet."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        usage, flags = shutil.disk_usage(folder), os.statvfs(folder).f_flag
    except OSError:
        return None
    return Space(usage.total, usage.free, bool(flags & os.ST_RDONLY))


def wear(folder: Path, root: Path = ROOT) -> Wear | None:
    """Of the card or disk that a folder lies on, as far as it tells."""
    device = _device_of(folder, root)
    if device is None:
        return None
    block = root / "sys/block" / device
    written = _written(block)
    if device.startswith("mmcblk"):
        kind = "eMMC" if (_text(block / "device/type") or "").strip() == "MMC" else "SD card"
        worn = (_text(block / "device/pre_eol_info") or "").strip() in ("0x03", "0x3")
        return Wear(device, kind, _life_time(block), worn, written)
    kind = "NVMe" if device.startswith("nvme") else "disk"
    return Wear(device, kind, None, written_bytes=written)


def _device_of(folder: Path, root: Path) -> str | None:
    """The whole disk that it lies on, by the longest mount point above it."""
    best, found = -1, None
    whole = str(folder.absolute())
    for line in (_text(root / "proc/self/mounts") or "").splitlines():
        fields = line.split()
        if len(fields) < 2:
            continue
        source, place = fields[0], fields[1].replace("\\040", " ")
        is_above = place in ("/", whole) or whole.startswith(place + "/")
        if is_above and source.startswith("/dev/") and len(place) > best:
            best, found = len(place), source.removeprefix("/dev/")
    if found is None:
        return None
    name = Path(found).name
    partition = _PARTITION.match(name)
    name = next(filter(None, partition.groups())) if partition else name
    return name if (root / "sys/block" / name).exists() else None


def _life_time(block: Path) -> int | None:
    """Two estimates in tenths, 1 is up to 10 %; SD cards mostly have none."""
    said = (_text(block / "device/life_time") or "").split()
    try:
        worst = max((int(step, 16) for step in said), default=0)
    except ValueError:
        return None
    return min(worst, 11) * 10 if worst else None


def _written(block: Path) -> int | None:
    fields = (_text(block / "stat") or "").split()
    return int(fields[6]) * _SECTOR if len(fields) > 6 and fields[6].isdigit() else None


def real_time_clock(root: Path = ROOT) -> RealTimeClock | None:
    """The first one of the machine."""
    for clock in sorted((root / "sys/class/rtc").glob("rtc*")):
        name = (_text(clock / "name") or clock.name).strip()
        return RealTimeClock(
            name, _number(clock / "since_epoch"), _number(clock / "charging_voltage")
        )
    return None


def clock_source(root: Path = ROOT) -> str | None:
    """What counts the seconds: arch_sys_counter, tsc."""
    place = root / "sys/devices/system/clocksource/clocksource0/current_clocksource"
    words = _text(place)
    return words.strip() if words else None


def time_service(root: Path = ROOT) -> str | None:
    """Which service sets the clock, as far as it leaves a trace; None where none does."""
    traces = {
        "systemd-timesyncd": ("run/systemd/timesync/synchronized", "run/systemd/timesync"),
        "chrony": ("run/chrony", "var/lib/chrony/drift"),
    }
    for name, places in traces.items():
        if any((root / place).exists() for place in places):
            return name
    return None


def uptime_s(root: Path = ROOT) -> float | None:
    fields = (_text(root / "proc/uptime") or "").split()
    try:
        return float(fields[0])
    except (IndexError, ValueError):
        return None


def system_name(root: Path = ROOT) -> str | None:
    """ "Debian GNU/Linux 13 (trixie)"."""
    for line in (_text(root / "etc/os-release") or "").splitlines():
        if line.startswith("PRETTY_NAME="):
            return line.partition("=")[2].strip("\"'") or None
    return None


def _text(path: Path) -> str | None:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return None


def _number(path: Path) -> int | None:
    words = (_text(path) or "").strip()
    try:
        return int(words)
    except ValueError:
        return None
