"""`switchback virtual …`: one virtual device alone, from the words of the command line."""

import math
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, TextIO

from drivers.virtual.ant import VirtualStick, VirtualStrap
from drivers.virtual.ascii_lines import AsciiPreset, VirtualAscii
from drivers.virtual.csafe import (
    FLOORS_A_MINUTE,
    STEPS_A_MINUTE,
    TENTH_KMH,
    TENTH_MPH,
    VirtualCsafe,
)
from drivers.virtual.faults import Faults
from drivers.virtual.foot_pod import VirtualFootPod
from drivers.virtual.heart import wander
from drivers.virtual.incline import Shake, VirtualIncline, stepwise
from drivers.virtual.machine import VirtualMachine
from drivers.virtual.modbus import VirtualModbus
from drivers.virtual.panel import VirtualPanel
from drivers.virtual.reader import VirtualReader, checked_tag
from drivers.virtual.trackmaster import VirtualTrackmaster
from drivers.virtual.twin import Plan, Twin, failing, serve, unplugging
from kiosk.errors import SettingsError
from kiosk.virtual_words import (
    equipment_of,
    fault_of,
    foot_pod_of,
    numbered,
    press_of,
    replayed,
    split,
    strap_of,
    two_numbers,
)

FIRST_STRAP = 10_001
MOST_PIN = 27
MOST_HZ = 200
"""Pulses a second that a panel sends."""

ConsoleKind = Literal["csafe", "trackmaster", "modbus", "ascii"]
SpeedUnit = Literal["km/h", "mph", "steps", "floors"]
_SPEED_UNITS: dict[SpeedUnit, int] = {
    "km/h": TENTH_KMH,
    "mph": TENTH_MPH,
    "steps": STEPS_A_MINUTE,
    "floors": FLOORS_A_MINUTE,
}


@dataclass(frozen=True, slots=True)
class Common:
    """What every virtual device can be told."""

    link: Path
    log: Path | None
    flip_frames: float
    random_bytes: float
    unplugs: Sequence[str]
    faults: Sequence[str]
    seed: int

    def damage(self) -> Faults:
        return Faults(self.flip_frames, self.random_bytes, self.seed)

    def run(
        self, make: Callable[[Faults, TextIO | None], Twin], stop: threading.Event, plan: Plan = ()
    ) -> None:
        """Serves what `make` makes until `stop` is set, and lets it suffer as told."""
        unplugs = [two_numbers(words, ":", "--unplug 20:5") for words in self.unplugs]
        faults = [fault_of(words) for words in self.faults]
        with self._open_log() as log:
            twin = make(self.damage(), log)
            suffering = [step for times in unplugs for step in unplugging(twin, *times)]
            suffering += [step for fault in faults for step in failing(twin, *fault)]
            serve(twin, stop, [*plan, *suffering])

    @contextmanager
    def _open_log(self) -> Generator[TextIO | None]:
        """Raises SettingsError when the log cannot be written."""
        if self.log is None:
            yield None
            return
        try:
            file = self.log.open("w", encoding="utf-8", newline="\n")
        except OSError as error:
            raise SettingsError(
                f"{self.log} cannot be written ({error.strerror}): choose another file for --log."
            ) from None
        with file:
            yield file


@dataclass(frozen=True, slots=True)
class Motion:
    """What a machine, or a runner, does at first and later."""

    grade: float
    speed: float
    cadence: float | None
    heart_rate: float | None
    grade_at: Sequence[str]
    speed_at: Sequence[str]
    cadence_at: Sequence[str]

    def machine(self) -> VirtualMachine:
        return VirtualMachine(self.grade, self.speed, self.cadence, self.heart_rate)

    def plan(self, *movers: VirtualMachine | VirtualFootPod) -> Plan:
        """Each value's changes, for all that have such a value."""
        plan: list[tuple[float, Callable[[], object]]] = []
        for name, option, words in (
            ("grade_percent", "--grade-at 60:15", self.grade_at),
            ("speed_kmh", "--speed-at 60:9.5", self.speed_at),
            ("cadence_spm", "--cadence-at 60:165", self.cadence_at),
        ):
            for at_s, value in (two_numbers(each, ":", option) for each in words):
                plan += [
                    (at_s, partial(setattr, mover, name, value))
                    for mover in movers
                    if hasattr(mover, name)
                ]
        return plan


@dataclass(frozen=True, slots=True)
class Air:
    """Whom a virtual stick hears; without any words twelve straps."""

    count: int | None
    straps: Sequence[str]
    replays: Sequence[str]
    batteries: Sequence[str]
    signals: Sequence[str]
    foot_pods: Sequence[str]
    equipment: Sequence[str]
    is_deaf: bool


def run_ant(common: Common, air: Air, motion: Motion, stop: threading.Event) -> None:
    """Until `stop` is set: straps by number, with a constant, a recorded or a wandering bpm.

    Foot pods without a speed of their own, and machines, move as `motion` says.
    """
    straps = _straps(common, air)
    machine = motion.machine()
    pods = [foot_pod_of(words) for words in air.foot_pods]
    movers = [pod for pod, words in zip(pods, air.foot_pods, strict=True) if "=" not in words]
    for pod in movers:
        pod.speed_kmh, pod.cadence_spm = motion.speed, motion.cadence or 0.0
    machines = [equipment_of(words, machine) for words in air.equipment]

    def stick(faults: Faults, log: TextIO | None) -> VirtualStick:
        made = VirtualStick(common.link, straps, faults, log, foot_pods=pods, equipment=machines)
        made.deaf = air.is_deaf
        return made

    common.run(stick, stop, motion.plan(machine, *movers))


def run_incline(
    common: Common,
    grade: float,
    plan: Sequence[str],
    stop: threading.Event,
    *,
    rate_hz: float,
    shake_deg: float,
    cadence_spm: float,
    axis: Literal["pitch", "roll"],
    baud: int | None,
) -> None:
    """Until `stop` is set: a deck at a grade, or at one grade after the other."""
    steps = [two_numbers(words, ":", "--grade-at 60:15") for words in plan]
    if not all(math.isfinite(each) for each in (grade, shake_deg)):
        raise SettingsError("A deck needs a number for --grade and --shake: give a finite one.")
    common.run(
        lambda faults, log: VirtualIncline(
            common.link,
            stepwise(grade, steps) if steps else grade,
            rate_hz=rate_hz,
            axis=axis,
            shake=Shake(cadence_spm / 60, shake_deg, common.seed) if shake_deg else None,
            faults=faults,
            log=log,
            baud=baud,
        ),
        stop,
    )


def run_console(
    common: Common,
    kind: ConsoleKind,
    motion: Motion,
    stop: threading.Event,
    *,
    baud: int | None = None,
    speed_unit: SpeedUnit = "km/h",
    preset: AsciiPreset = "csv",
) -> None:
    """Until `stop` is set: a console of a machine or a sensor on it. `baud` None: the usual one."""
    machine = motion.machine()
    baud = baud or (4800 if kind == "trackmaster" else 9600)

    def make(faults: Faults, log: TextIO | None) -> Twin:
        link = common.link
        match kind:
            case "csafe":
                unit = _SPEED_UNITS[speed_unit]
                return VirtualCsafe(
                    link, machine, speed_unit=unit, baud=baud, faults=faults, log=log
                )
            case "trackmaster":
                return VirtualTrackmaster(link, machine, baud=baud, faults=faults, log=log)
            case "modbus":
                return VirtualModbus(link, machine, baud=baud, faults=faults, log=log)
            case "ascii":
                return VirtualAscii(link, machine, preset=preset, baud=baud, faults=faults, log=log)

    common.run(make, stop, motion.plan(machine))


def run_panel(
    common: Common,
    pins: Sequence[int],
    closed: Sequence[int],
    presses: Sequence[str],
    pulses: Sequence[str],
    stop: threading.Event,
) -> None:
    """Until `stop` is set: buttons that are pressed as planned, pulses all the time."""
    pressed = [press_of(words) for words in presses]
    pulsing = [two_numbers(words, "=", "--pulses 24=2.5") for words in pulses]
    if any(not 0 < hz <= MOST_HZ for _, hz in pulsing):
        raise SettingsError(f"A panel sends up to {MOST_HZ} pulses a second: give --pulses less.")
    inputs = [*pins, *(pin for pin, _, _ in pressed), *(int(pin) for pin, _ in pulsing)]
    idle = dict.fromkeys(inputs, 1) | dict.fromkeys(closed, 0)
    for pin in idle:
        if not 0 <= pin <= MOST_PIN:
            raise SettingsError(f"There is no pin {pin}: give one from 0 to {MOST_PIN}.")
    plan: list[tuple[float, Callable[[], object]]] = []

    def panel(faults: Faults, log: TextIO | None) -> VirtualPanel:
        made = VirtualPanel(common.link, idle, faults=faults, log=log)
        plan.extend((at, partial(made.press, pin, for_s)) for pin, at, for_s in pressed)
        for pin, hz in pulsing:
            made.pulse(int(pin), hz)
        return made

    common.run(panel, stop, plan)


def run_reader(common: Common, tags: Sequence[str], stop: threading.Event) -> None:
    """Until `stop` is set: a reader that tags are held to as planned."""
    held = [split(words, "--tag 0012345678@20") for words in tags]
    for number, _ in held:
        checked_tag(number)
    plan: list[tuple[float, Callable[[], object]]] = []

    def reader(faults: Faults, log: TextIO | None) -> VirtualReader:
        made = VirtualReader(common.link, faults=faults, log=log)
        plan.extend((at, partial(made.tap, number)) for number, (at, _) in held)
        return made

    common.run(reader, stop, plan)


# -- words -----------------------------------------------------------------------------------------


def _straps(common: Common, air: Air) -> list[VirtualStrap]:
    straps = [strap_of(words) for words in air.straps] + [replayed(words) for words in air.replays]
    count = air.count
    if count is None and not straps and not air.foot_pods and not air.equipment:
        count = 12
    straps += [
        VirtualStrap(FIRST_STRAP + index, wander(common.seed * 1000 + index))
        for index in range(count or 0)
    ]
    for words in air.batteries:
        number, percent = two_numbers(words, "=", "--battery 12345=10")
        numbered(straps, number, words).battery_percent = min(100, max(0, int(percent)))
    for words in air.signals:
        number, dbm = two_numbers(words, "=", "--rssi 12345=-90")
        numbered(straps, number, words).rssi_dbm = min(0, max(-128, int(dbm)))
    return straps
