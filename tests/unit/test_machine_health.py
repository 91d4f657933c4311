"""The machine's health from the test's own /sys and /proc; each bad reading says what to do."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk import pi_health
from kiosk.clock import ManualClock
from kiosk.health_port import HealthLine
from kiosk.machine_health import TOO_WEAK, MachineLook, machine_rows, read_machine, worst
from kiosk.pi_health import RealTimeClock, Space, Throttling, Wear
from kiosk.power_watch import CALM_S, LOOK_S, PowerWatch

NOW_S = 1_780_000_000.0
LOW = Throttling(True, False, False, True, False, False)
GOOD = MachineLook(
    temperature_c=48.0,
    throttling=Throttling(*[False] * 6),
    space=Space(64_000_000_000, 50_000_000_000),
    wear=Wear("mmcblk0", "eMMC", 10),
    is_synchronised=True,
    clock=RealTimeClock("rpi-rtc", int(NOW_S)),
    utc_s=NOW_S,
    uptime_s=3600.0,
    backup_utc_s=NOW_S - 3600,
)


def write(root: Path, name: str, content: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")


def line(look: MachineLook, what: str) -> HealthLine:
    return next(row for row in machine_rows(look) if row.what == what)


# -- readings --------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", [
    "sys/devices/platform/soc/soc:firmware/get_throttled",
    "sys/devices/platform/soc@107c000000/soc@107c000000:firmware/get_throttled",
    "sys/devices/platform/raspberrypi-firmware/get_throttled",
])  # fmt: skip
def test_the_firmware_tells_of_power_and_heat_on_every_model(tmp_path: Path, place: str) -> None:
    write(tmp_path, place, "50005\n")
    found = pi_health.throttling(tmp_path)
    assert found == Throttling(True, True, False, True, True, False)


@pytest.mark.parametrize(("bits", "expected"), [
    ("0", (False, False, False, False, False, False)),
    ("1", (True, False, False, True, False, False)),
    ("10000", (False, False, False, True, False, False)),
    ("80008", (False, False, True, False, False, True)),
    ("60000", (False, False, False, False, True, False)),
    ("throttled=0xe0000", (False, False, False, False, True, True)),
])  # fmt: skip
def test_each_bit_has_its_meaning_now_and_since_the_start(
    tmp_path: Path, bits: str, expected: tuple[bool, ...]
) -> None:
    write(tmp_path, "sys/devices/platform/soc/soc:firmware/get_throttled", bits)
    assert pi_health.throttling(tmp_path) == Throttling(*expected)


def test_the_voltage_monitor_stands_in_for_the_firmware(tmp_path: Path) -> None:
    assert pi_health.throttling(tmp_path) is None
    write(tmp_path, "sys/class/hwmon/hwmon0/name", "cpu_thermal\n")
    write(tmp_path, "sys/class/hwmon/hwmon1/name", "rpi_volt\n")
    write(tmp_path, "sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1\n")
    found = pi_health.throttling(tmp_path)
    assert found is not None
    assert (found.undervoltage, found.hot) == (True, False)


def test_the_processors_temperature_is_read_among_several(tmp_path: Path) -> None:
    for number, (kind, value) in enumerate([("nvme", "61000"), ("cpu-thermal", "48312")]):
        write(tmp_path, f"sys/class/thermal/thermal_zone{number}/type", kind)
        write(tmp_path, f"sys/class/thermal/thermal_zone{number}/temp", value)
    assert pi_health.temperature_c(tmp_path) == pytest.approx(48.312)
    assert pi_health.temperature_c(tmp_path / "nowhere") is None


@pytest.mark.parametrize(("device", "life", "end", "kind", "used"), [
    ("mmcblk0p2", "0x01 0x03", "0x01", "eMMC", 30),
    ("mmcblk0p2", "0x0b 0x01", "0x03", "eMMC", 110),
    ("mmcblk0p2", "", "", "SD card", None),
    ("nvme0n1p2", "", "", "NVMe", None),
    ("sda2", "", "", "disk", None),
])  # fmt: skip
def test_wear_is_told_by_whatever_tells_it(
    tmp_path: Path, device: str, life: str, end: str, kind: str, used: int | None
) -> None:
    whole = {"mmcblk0p2": "mmcblk0", "nvme0n1p2": "nvme0n1", "sda2": "sda"}[device]
    write(tmp_path, "proc/self/mounts", f"/dev/{device} / ext4 rw 0 0\nproc /proc proc rw 0 0\n")
    write(tmp_path, f"sys/block/{whole}/stat", "1 2 3 4 5 6 2048 8")
    write(tmp_path, f"sys/block/{whole}/device/type", "MMC" if kind == "eMMC" else "SD")
    if life:
        write(tmp_path, f"sys/block/{whole}/device/life_time", life)
        write(tmp_path, f"sys/block/{whole}/device/pre_eol_info", end)
    found = pi_health.wear(Path("/var/lib/switchback"), tmp_path)
    assert found == Wear(whole, kind, used, end == "0x03", 2048 * 512)


def test_the_data_partition_is_told_from_the_rest(tmp_path: Path) -> None:
    mounts = "/dev/mmcblk0p2 / ext4 ro 0 0\n/dev/nvme0n1p1 /var/lib/switchback ext4 rw 0 0\n"
    write(tmp_path, "proc/self/mounts", mounts)
    for disk in ("mmcblk0", "nvme0n1"):
        write(tmp_path, f"sys/block/{disk}/stat", "")
    found = pi_health.wear(Path("/var/lib/switchback/backups"), tmp_path)
    assert found is not None
    assert found.device == "nvme0n1"


def test_clock_service_model_and_uptime_are_read(tmp_path: Path) -> None:
    write(tmp_path, "sys/class/rtc/rtc0/name", "rpi-rtc soc:rpi_rtc\n")
    write(tmp_path, "sys/class/rtc/rtc0/since_epoch", "1780000000\n")
    write(tmp_path, "run/systemd/timesync/synchronized", "")
    write(tmp_path, "proc/uptime", "93784.12 1.0\n")
    write(tmp_path, "proc/device-tree/model", "Raspberry Pi 5 Model B Rev 1.0\0")
    write(tmp_path, "etc/os-release", 'NAME="x"\nPRETTY_NAME="Debian GNU/Linux 13 (trixie)"\n')
    look = read_machine(tmp_path, tmp_path)
    assert look.clock == RealTimeClock("rpi-rtc soc:rpi_rtc", 1_780_000_000)
    assert (look.time_service, look.uptime_s) == ("systemd-timesyncd", 93784.12)
    assert look.model == "Raspberry Pi 5 Model B Rev 1.0"
    assert look.system == "Debian GNU/Linux 13 (trixie)"


def test_a_machine_that_tells_nothing_or_rubbish_is_no_fault(tmp_path: Path) -> None:
    read_machine(tmp_path / "not there", tmp_path)
    for name in (
        "sys/devices/platform/soc/soc:firmware/get_throttled", "proc/uptime", "proc/self/mounts",
        "sys/class/thermal/thermal_zone0/temp", "sys/class/rtc/rtc0/since_epoch",
        "sys/block/mmcblk0/device/life_time", "etc/os-release",
    ):  # fmt: skip
        write(tmp_path, name, "\x00rubbish ü\n/dev/mmcblk0 / x")
    look = read_machine(tmp_path, tmp_path)
    assert (look.temperature_c, look.throttling, look.uptime_s) == (None, None, None)
    assert machine_rows(look)


# -- sentences -------------------------------------------------------------------------------------

MEND = ("take", "give", "see", "connect", "leave", "save", "plan", "put", "export", "start")
BAD = {
    "power": [
        MachineLook(throttling=Throttling(True, False, False, True, False, False)),
        MachineLook(throttling=Throttling(False, False, False, True, False, False)),
    ],
    "heat": [
        MachineLook(temperature_c=80.0),
        MachineLook(temperature_c=72.0),
        MachineLook(throttling=Throttling(False, False, True, False, False, True)),
        MachineLook(throttling=Throttling(False, False, False, False, True, False)),
    ],
    "space": [
        MachineLook(),
        MachineLook(space=Space(10**10, 10**8)),
        MachineLook(space=Space(10**10, 10**9)),
        MachineLook(space=Space(10**10, 9 * 10**9, is_read_only=True)),
    ],
    "wear": [
        MachineLook(wear=Wear("mmcblk0", "eMMC", 110)),
        MachineLook(wear=Wear("mmcblk0", "eMMC", None, is_worn_out=True)),
        MachineLook(wear=Wear("mmcblk0", "eMMC", 70)),
    ],
    "backup-age": [
        MachineLook(utc_s=NOW_S, backup_utc_s=NOW_S - 4 * 86_400),
        MachineLook(utc_s=NOW_S, backup_utc_s=NOW_S - 20 * 86_400),
    ],
    "time": [MachineLook()],
    "rtc": [MachineLook(is_synchronised=True, clock=RealTimeClock("rtc0", 0), utc_s=NOW_S)],
    "private": [MachineLook(private_trouble="… give the command 'sudo chmod …'")],
}


@pytest.mark.parametrize("what", BAD)
def test_each_bad_reading_says_what_to_do(what: str) -> None:
    for look in BAD[what]:
        found = line(look, what)
        assert found.verdict != "ok", found
        assert any(word in found.message for word in MEND), found


def test_a_good_machine_has_no_notes() -> None:
    rows = machine_rows(GOOD)
    assert worst(rows) == "ok"
    assert {row.what for row in rows} >= {
        "power",
        "heat",
        "space",
        "wear",
        "backup-age",
        "versions",
    }
    assert line(GOOD, "wear").value == "10 % used"


def test_a_card_that_does_not_tell_its_wear_is_said_so() -> None:
    found = line(MachineLook(wear=Wear("mmcblk0", "SD card", None)), "wear")
    assert (found.verdict, found.value) == ("ok", "SD card")
    assert "cannot be told" in found.message


def test_a_weak_supply_is_told_while_it_is_and_ten_minutes_longer() -> None:
    clock, said = ManualClock(), list[str | None]()
    weak: list[Throttling | None] = []
    with ThreadPoolExecutor(1) as disk:
        watch = PowerWatch(clock, disk, said.append, lambda: weak[-1])
        for found in (None, LOW, replace(LOW, undervoltage=False), LOW):
            weak.append(found)
            watch.look()
            watch.look()  # again at once: nothing more is read
            disk.submit(int).result()
            clock.advance(LOOK_S)
        weak.append(replace(LOW, undervoltage=False))
        clock.advance(CALM_S)
        watch.look()
    assert said == [None, TOO_WEAK, TOO_WEAK, None]
