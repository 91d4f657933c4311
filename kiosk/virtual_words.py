"""What the command line says of virtual devices, word by word: a strap, a machine, a fault."""

import math
from collections.abc import Sequence
from pathlib import Path

from drivers.virtual.ant import VirtualStrap
from drivers.virtual.equipment import EquipmentKind, VirtualEquipment
from drivers.virtual.faults import FAULT_KINDS, FaultKind
from drivers.virtual.foot_pod import VirtualFootPod
from drivers.virtual.heart import replay, wander
from drivers.virtual.machine import VirtualMachine
from kiosk.errors import SettingsError

PRESS_S = 0.2
MOST_NUMBER = (1 << 20) - 1
MOST_BPM = 255
MOST_KMH = 50
MOST_SPM = 255


def numbered(straps: Sequence[VirtualStrap], number: float, words: str) -> VirtualStrap:
    """Of these straps the one with this number."""
    for strap in straps:
        if strap.device_number == number:
            return strap
    raise SettingsError(f'"{words}": there is no such strap here; give it with --strap.')


def strap_of(words: str) -> VirtualStrap:
    """ "12345" or "12345=140"."""
    number, equals, bpm = words.partition("=")
    try:
        strap = VirtualStrap(int(number), int(bpm) if equals else wander(int(number)))
    except ValueError:
        raise SettingsError(
            f'"{words}" is no strap: write --strap 12345 or --strap 12345=140.'
        ) from None
    _checked(strap.device_number, words)
    if equals and not 0 <= int(bpm) <= MOST_BPM:
        raise SettingsError(f'"{words}": a strap says from 0 to {MOST_BPM} beats a minute.')
    return strap


def replayed(words: str) -> VirtualStrap:
    """ "12345=FILE.csv" or "12345=FILE.csv@START_S"."""
    number, _, source = words.partition("=")
    file, at, start = source.rpartition("@")
    if not at:
        file, start = source, "0"
    try:
        recorded, start_s = replay(Path(file)), float(start)
        strap = VirtualStrap(int(number), lambda t: recorded(t + start_s))
    except ValueError as error:
        raise SettingsError(
            f'"{words}" cannot be replayed ({error}): write --replay 12345=FILE.csv[@START_S], '
            "a file with columns t_s and hr_bpm."
        ) from None
    _checked(strap.device_number, words)
    return strap


def foot_pod_of(words: str) -> VirtualFootPod:
    """ "12345" or "12345=9.5,170"."""
    number, _, values = words.partition("=")
    speed, _, cadence = values.partition(",")
    try:
        pod = VirtualFootPod(int(number), float(speed or 0), float(cadence or 0))
    except ValueError:
        raise SettingsError(
            f'"{words}" is no foot pod: write --foot-pod 12345 or --foot-pod 12345=9.5,170.'
        ) from None
    _checked(pod.device_number, words)
    if not (0 <= pod.speed_kmh <= MOST_KMH and 0 <= pod.cadence_spm <= MOST_SPM):
        raise SettingsError(
            f'"{words}": a foot pod says up to {MOST_KMH} km/h and {MOST_SPM} steps a minute.'
        )
    return pod


def equipment_of(words: str, machine: VirtualMachine) -> VirtualEquipment:
    """ "12345" or "12345=stair"."""
    number, _, name = words.partition("=")
    kinds: dict[str, EquipmentKind] = {"": "treadmill", "treadmill": "treadmill", "stair": "stair"}
    if not number.isdecimal() or name not in kinds:
        raise SettingsError(
            f'"{words}" is no machine: write --equipment 12345 or --equipment 12345=stair.'
        )
    _checked(int(number), words)
    return VirtualEquipment(int(number), machine, kinds[name])


def _checked(device_number: int, words: str) -> None:
    if not 0 < device_number <= MOST_NUMBER:
        raise SettingsError(f'"{words}": a device number is between 1 and {MOST_NUMBER}.')


def fault_of(words: str) -> tuple[FaultKind, float, float]:
    """ "mute@20:5": what, from when, and for how long."""
    name, _, times = words.rpartition("@")
    wanted = name.replace("-", " ").replace("_", " ")
    for kind in FAULT_KINDS:
        if kind == wanted:
            return kind, *two_numbers(times, ":", "--fault mute@20:5")
    known = ", ".join(kind.replace(" ", "-") for kind in FAULT_KINDS if kind != "none")
    raise SettingsError(f'"{words}" is no fault: write KIND@AT:FOR with one of {known}.')


def press_of(words: str) -> tuple[int, float, float]:
    """ "17@20:0.5": which pin, when, and for how long."""
    pin, (at, for_s) = split(words, "--press 17@20:0.5", PRESS_S)
    if not pin.isdecimal():
        raise SettingsError(f'"{words}" names no pin: write it like --press 17@20:0.5.')
    return int(pin), at, for_s


def split(words: str, example: str, for_s: float = 0.0) -> tuple[str, tuple[float, float]]:
    """What stands before the @, when, and for how long."""
    name, at, times = words.rpartition("@")
    if not at:
        raise SettingsError(f'"{words}" does not say when: write it like {example}.')
    length = "" if ":" in times else f":{for_s}"
    return name, two_numbers(times + length, ":", example)


def two_numbers(words: str, separator: str, example: str) -> tuple[float, float]:
    """Raises SettingsError, with the example, for anything else."""
    first, _, second = words.partition(separator)
    try:
        numbers = float(first), float(second)
    except ValueError:
        numbers = math.nan, math.nan
    if not all(map(math.isfinite, numbers)) or numbers[0] < 0:
        raise SettingsError(
            f'"{words}" is not two numbers, the first of them 0 or more: write it like {example}.'
        )
    return numbers
