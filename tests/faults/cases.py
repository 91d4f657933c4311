"""The devices of the table: the twin of each, what is right, and what an athlete sees of it."""

import random
from collections.abc import Callable
from pathlib import Path

from drivers.virtual.ant import VirtualStick, VirtualStrap
from drivers.virtual.ascii_lines import VirtualAscii
from drivers.virtual.csafe import VirtualCsafe
from drivers.virtual.equipment import VirtualEquipment
from drivers.virtual.faults import FaultKind
from drivers.virtual.foot_pod import VirtualFootPod
from drivers.virtual.incline import VirtualIncline
from drivers.virtual.machine import VirtualMachine
from drivers.virtual.modbus import VirtualModbus
from drivers.virtual.panel import VirtualPanel
from drivers.virtual.reader import VirtualReader
from drivers.virtual.trackmaster import VirtualTrackmaster
from kiosk.compose import Kiosk
from kiosk.session.state import Participant, Signal
from kiosk.settings import (
    AntSettings,
    AsciiSettings,
    GpioSettings,
    InclineSettings,
    ReaderSettings,
    Settings,
    StationPanelSettings,
    StationSettings,
)
from tests.faults.trial import STATION, STRAP, Case, Stored, Twin

BPM, GRADE, SPEED = 140, 5.0, 9.0
POD, MACHINE = 6001, 7001
EVERY: tuple[FaultKind, ...] = (
    "mute", "garbage", "bad checksum", "half a frame", "slow", "frozen", "wrong baud",
)  # fmt: skip


def near(value: float | None, truth: float, by: float) -> bool:
    """Missing is never wrong."""
    return value is None or abs(value - truth) <= by


def right(stored: Stored) -> bool:
    return (
        stored.bpm in (None, BPM)
        and near(stored.grade, GRADE, 0.2)
        and near(stored.speed, SPEED, 0.1)
    )


def right_by_pulses(stored: Stored) -> bool:
    """The twin's own thread is late by some milliseconds now and then, on a loaded machine more."""
    return stored.bpm in (None, BPM) and near(stored.speed, SPEED, 0.05 * SPEED)


# -- where the truth goes while something is frozen ------------------------------------------------

MOVED = 1.0
"""A point of grade, a kilometre an hour."""
MOVED_BPM = 6
PATIENCE_S = 2
"""A frozen value is shown, and stored, until it is too old as well."""


def move_heart(twin: Twin, away: bool) -> None:
    if isinstance(twin, VirtualStick):
        twin.straps[0].bpm = BPM + MOVED_BPM * away


def move_deck(twin: Twin, away: bool) -> None:
    if isinstance(twin, VirtualIncline):
        twin.grade = GRADE + MOVED * away


def move_machine(twin: Twin, away: bool) -> None:
    if isinstance(twin, VirtualAscii | VirtualCsafe | VirtualModbus | VirtualTrackmaster):
        twin.machine.grade_percent = GRADE + MOVED * away
        twin.machine.speed_kmh = SPEED + MOVED * away


def old_heart(stored: Stored) -> bool:
    return stored.bpm == BPM


def old_grade(stored: Stored) -> bool:
    return stored.grade is not None and near(stored.grade, GRADE, 0.2)


# -- what the athlete sees -----------------------------------------------------------------------


def saw_heart_rate(who: Participant) -> str:
    if who.signal is Signal.CHECK:
        return "check your strap"
    if who.signal is Signal.NOT_WORN:
        return "not worn"
    number = "--" if who.shown_bpm is None else str(who.shown_bpm)
    return f"{number} dim" if who.signal is Signal.WEAK else number


def saw_grade(who: Participant) -> str:
    return "--" if who.grade_percent is None else f"{who.grade_percent:.1f} %"


def saw_machine(who: Participant) -> str:
    speed = "--" if who.speed_kmh is None else f"{who.speed_kmh:.1f} km/h"
    return f"{saw_grade(who)}, {speed}"


def saw_speed(who: Participant) -> str:
    return "--" if who.speed_kmh is None else f"{who.speed_kmh:.1f} km/h"


def saw_pulses(who: Participant) -> str:
    return "--" if who.speed_kmh is None else f"{who.speed_kmh:.0f} km/h"


# -- when it was last heard ----------------------------------------------------------------------


def heart_rate_at(kiosk: Kiosk) -> float | None:
    return next((who.heard_at for who in kiosk.app.state.participants.values()), None)


def grade_at(kiosk: Kiosk) -> float | None:
    grade = kiosk.app.state.grades.get(STATION)
    return None if grade is None else grade.at


def pod_at(kiosk: Kiosk) -> float | None:
    who = next(iter(kiosk.app.state.participants.values()), None)
    return kiosk.app.state.now if who is not None and who.speed_source == "foot pod" else None


# -- the twins -----------------------------------------------------------------------------------


def strap() -> VirtualStrap:
    return VirtualStrap(STRAP, bpm=BPM)


def settings(
    folder: Path,
    incline: InclineSettings | None = None,
    sticks: int = 1,
    equipment: int | None = None,
) -> Settings:
    ports = [str(folder / f"ant-{number}") for number in range(sticks)]
    station = StationSettings(
        name=STATION, incline=incline or InclineSettings(), equipment=equipment
    )
    return Settings(
        data_directory=str(folder / "data"),
        ant=AntSettings(port=ports if sticks > 1 else ports[0]),
        stations=(station,),
    )


def one_stick(folder: Path) -> tuple[list[Twin], Settings]:
    return [VirtualStick(folder / "ant-0", [strap()])], settings(folder)


def two_sticks(folder: Path) -> tuple[list[Twin], Settings]:
    twins: list[Twin] = [VirtualStick(folder / f"ant-{number}", [strap()]) for number in (0, 1)]
    return twins, settings(folder, sticks=2)


def foot_pod(folder: Path) -> tuple[list[Twin], Settings]:
    pod = VirtualFootPod(POD, SPEED, 172)
    return [VirtualStick(folder / "ant-0", [strap()], foot_pods=[pod])], settings(folder)


def equipment(folder: Path) -> tuple[list[Twin], Settings]:
    machine = VirtualEquipment(MACHINE, VirtualMachine(grade_percent=GRADE, speed_kmh=SPEED))
    stick = VirtualStick(folder / "ant-0", [strap()], equipment=[machine])
    return [stick], settings(folder, equipment=MACHINE)


def witmotion(folder: Path) -> tuple[list[Twin], Settings]:
    deck = VirtualIncline(folder / "line", GRADE, baud=115200, slew_percent_per_s=None)
    stick = VirtualStick(folder / "ant-0", [strap()])
    return [deck, stick], settings(folder, line(folder, "witmotion", 115200))


def line(folder: Path, driver: str, baud: int) -> InclineSettings:
    ascii_lines = AsciiSettings(preset="csv") if driver == "ascii" else AsciiSettings()
    return InclineSettings.model_validate(
        {"driver": driver, "port": str(folder / "line"), "baud": baud, "ascii": ascii_lines}
    )


def console(
    driver: str, baud: int, twin: Callable[[Path, VirtualMachine], Twin]
) -> Callable[[Path], tuple[list[Twin], Settings]]:
    def build(folder: Path) -> tuple[list[Twin], Settings]:
        machine = VirtualMachine(grade_percent=GRADE, speed_kmh=SPEED)
        stick = VirtualStick(folder / "ant-0", [strap()])
        made = twin(folder / "line", machine)
        return [made, stick], settings(folder, line(folder, driver, baud))

    return build


PULSE_PIN, METRES_PER_PULSE = 17, 0.25


def panel(folder: Path) -> tuple[list[Twin], Settings]:
    twin = VirtualPanel(folder / "pins", {PULSE_PIN: 1})
    twin.pulse(PULSE_PIN, SPEED / 3.6 / METRES_PER_PULSE)
    wired = StationPanelSettings(pulse_pin=PULSE_PIN, metres_per_pulse=METRES_PER_PULSE)
    station = StationSettings(name=STATION, panel=wired)
    told = settings(folder).model_copy(
        update={"stations": (station,), "gpio": GpioSettings(pins=str(folder / "pins"))}
    )
    return [twin, VirtualStick(folder / "ant-0", [strap()])], told


def reader(folder: Path) -> tuple[list[Twin], Settings]:
    told = settings(folder).model_copy(
        update={"readers": (ReaderSettings(port=str(folder / "reader")),)}
    )
    return [VirtualReader(folder / "reader"), VirtualStick(folder / "ant-0", [strap()])], told


def pulses_at(kiosk: Kiosk) -> float | None:
    motion = kiosk.app.state.motions.get(STATION)
    return None if motion is None or not motion.speed_kmh else motion.at


def tag_at(kiosk: Kiosk) -> float | None:
    last = kiosk.app.state.values.get("reader:kiosk")
    return None if last is None else last.at


def tap_now_and_then(twins: list[Twin]) -> None:
    """Somebody holds a tag to the reader every few turns."""
    if isinstance(twins[0], VirtualReader) and random.random() < TAP_CHANCE:
        twins[0].tap("0012345678")


TAP_CHANCE = 0.05
LINE = f"incline:{STATION}"
_ALL = (
    Case("ANT stick", "ant", one_stick, heart_rate_at, saw_heart_rate, right, EVERY, check_s=33.0,
         move=move_heart, is_stale=old_heart, stale_s=5 + PATIENCE_S),
    Case("two ANT sticks", "ant", two_sticks, heart_rate_at, saw_heart_rate, right, EVERY,
         survives=True),
    Case("foot pod", "ant", foot_pod, pod_at, saw_speed, right, EVERY),
    Case("ANT+ machine", "ant", equipment, grade_at, saw_machine, right, EVERY),
    Case("WitMotion", LINE, witmotion, grade_at, saw_grade, right, EVERY,
         move=move_deck, is_stale=old_grade, stale_s=10 + PATIENCE_S),
    Case("CSAFE", LINE, console("csafe", 9600, lambda p, m: VirtualCsafe(p, m, baud=9600)),
         grade_at, saw_machine, right, EVERY, move=move_machine, is_stale=old_grade),
    Case("TrackMaster", LINE,
         console("trackmaster", 4800, lambda p, m: VirtualTrackmaster(p, m, baud=4800)),
         grade_at, saw_machine, right, EVERY, move=move_machine, is_stale=old_grade),
    Case("Modbus", LINE, console("modbus", 9600, lambda p, m: VirtualModbus(p, m, baud=9600)),
         grade_at, saw_grade, right, EVERY,
         move=move_machine, is_stale=old_grade, stale_s=10 + PATIENCE_S),
    Case("ASCII lines", LINE,
         console("ascii", 9600, lambda p, m: VirtualAscii(p, m, preset="csv", baud=9600)),
         grade_at, saw_grade, right, EVERY, move=move_machine, is_stale=old_grade),
    Case("panel, pulses", "panel", panel, pulses_at, saw_pulses, right_by_pulses,
         ("mute", "garbage", "half a frame", "frozen")),
    Case("tag reader", "reader:kiosk", reader, tag_at, lambda _: "nothing", right,
         ("mute", "garbage", "half a frame", "slow"), tap_now_and_then),
)  # fmt: skip
CASES = {case.name: case for case in _ALL}
