"""`switchback virtual …`: one virtual device alone, from the words of the command line."""

import threading
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from drivers.virtual import ant, incline
from drivers.virtual.ant import VirtualStrap
from drivers.virtual.faults import Faults
from drivers.virtual.heart import replay, wander
from drivers.virtual.incline import Shake, VirtualIncline, stepwise
from kiosk.errors import SettingsError

FIRST_STRAP = 10_001
STRIDE_HZ = 2.6


@dataclass(frozen=True, slots=True)
class Common:
    """What every virtual device can be told."""

    link: Path
    log: Path | None
    flip_frames: float
    random_bytes: float
    unplugs: Sequence[str]
    seed: int

    @property
    def faults(self) -> Faults | None:
        if not self.flip_frames and not self.random_bytes:
            return None
        return Faults(self.flip_frames, self.random_bytes, self.seed)

    @property
    def unplug_plan(self) -> list[tuple[float, float]]:
        return [_two_numbers(words, ":", "--unplug 20:5") for words in self.unplugs]

    @contextmanager
    def open_log(self) -> Generator[TextIO | None]:
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


def run_ant(
    common: Common,
    count: int | None,
    named: Sequence[str],
    replays: Sequence[str],
    stop: threading.Event,
) -> None:
    """Until `stop` is set: straps by number, with a constant, a recorded or a wandering bpm."""
    straps = [_strap(words) for words in named] + [_replayed(words) for words in replays]
    if count is None and not straps:
        count = 12
    straps += [
        VirtualStrap(FIRST_STRAP + index, wander(common.seed * 1000 + index))
        for index in range(count or 0)
    ]
    with common.open_log() as log:
        ant.serve(common.link, straps, stop, common.faults, log, common.unplug_plan)


def run_incline(
    common: Common,
    grade: float,
    plan: Sequence[str],
    rate_hz: float,
    shake_deg: float,
    stop: threading.Event,
) -> None:
    """Until `stop` is set: a deck at a grade, or at one grade after the other."""
    steps = [_two_numbers(words, ":", "--grade-at 60:15") for words in plan]
    with common.open_log() as log:
        sensor = VirtualIncline(
            common.link,
            stepwise(grade, steps) if steps else grade,
            rate_hz=rate_hz,
            shake=Shake(STRIDE_HZ, shake_deg, common.seed) if shake_deg else None,
            faults=common.faults,
            log=log,
        )
        incline.serve(sensor, stop, common.unplug_plan)


def _strap(words: str) -> VirtualStrap:
    number, equals, bpm = words.partition("=")
    try:
        strap = VirtualStrap(int(number), int(bpm) if equals else wander(int(number)))
    except ValueError:
        raise SettingsError(
            f'"{words}" is no strap: write --strap 12345 or --strap 12345=140.'
        ) from None
    return _checked(strap, words)


def _replayed(words: str) -> VirtualStrap:
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
    return _checked(strap, words)


def _checked(strap: VirtualStrap, words: str) -> VirtualStrap:
    if not 0 < strap.device_number < 1 << 20:
        raise SettingsError(f'"{words}": a strap number is between 1 and 1048575.')
    return strap


def _two_numbers(words: str, separator: str, example: str) -> tuple[float, float]:
    first, _, second = words.partition(separator)
    try:
        return float(first), float(second)
    except ValueError:
        raise SettingsError(f'"{words}" is not two numbers: write it like {example}.') from None
