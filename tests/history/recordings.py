"""A small pool of recorded parts for a made-up club: realistic hearts on the shipped workouts.

A part is made once, second by second, measured by the real formulas and packed. Every session that
uses it only gets its own times: the packed minutes are cut in two behind the times, so that
hundreds of thousands of minutes cost a copy each.
"""

import math
import random
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kiosk.history.chunks import _EVEN, _FORMAT, pack
from kiosk.history.minutes import MINUTE_S
from kiosk.history.rows import SECOND_COLUMNS, live_row
from kiosk.session.records import Sample, SampleFlag
from kiosk.session.second import row_of
from kiosk.training.athlete import Athlete
from kiosk.training.bands import band_for
from kiosk.training.facts import Facts
from kiosk.training.measure import Measure
from kiosk.training.measures import session_measures, windows
from kiosk.training.past import Window
from kiosk.training.plan import Plan, Step
from kiosk.training.zones import Zones, zones_for

STATION: Final = "Treadmill 1"
RISE_S, FALL_S = 32.0, 48.0
"""Time constants of a heart that is asked for more, and for less."""
_WAIT_S: Final = 240
"""A step that waits for a button."""
_SHARE: Final = {"warm-up": 0.62, "work": 0.82, "recovery": 0.66, "cool-down": 0.6}
"""Of the maximum, where a step has no target."""
_DAY: Final = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class PackedMinute:
    """One minute, but for its times."""

    number: int
    before: bytes
    """What comes before the first second's utc_ms."""
    step: bytes
    """From one second's utc_ms to the next."""
    rest: bytes
    """What follows the times, as a deflate stream of its own."""
    beats: bytes | None

    def at(self, utc_ms: int) -> bytes:
        """As kiosk.history.chunks packs it, with the first second at `utc_ms`. The times are not
        squeezed: some 8 bytes more than `pack` takes.
        """
        head = self.before + number_bytes(utc_ms) + self.step
        stored = b"\0" + struct.pack("<HH", len(head), len(head) ^ 0xFFFF) + head + self.rest
        return zlib.crc32(stored).to_bytes(4, "little") + stored


@dataclass(frozen=True, slots=True)
class Recording:
    """One athlete's part, whole."""

    plan: Plan
    athlete: Athlete
    zones: Zones
    minutes: tuple[PackedMinute, ...]
    samples: int
    missing_s: int
    ascent_mm: int | None
    measures: tuple[Measure, ...]
    windows: tuple[Window, ...]
    steps: tuple[tuple[int, int, str], ...]
    """When each began, its index and its name."""


def recorded(plan: Plan, athlete: Athlete, rng: random.Random) -> Recording:
    """The whole of the plan by this athlete, whose maximum and resting heart rate are known."""
    zones = zones_for(athlete, _DAY)
    if zones is None:
        raise ValueError("an athlete without zones")
    samples = list(_seconds(plan, athlete, zones, rng))
    beats = list(_beats(samples, rng))
    rows = [row_of(sample) for sample in samples]
    pairs = [(second, (ticks / 1.024,)) for second, ticks in beats]
    facts = Facts(
        athlete, zones, plan, _DAY, "treadmill", answers={"rpe": 6.0}, beats=pairs, session_id=1
    )
    climbed = [sample.ascent_m for sample in samples if sample.ascent_m is not None]
    return Recording(
        plan=plan,
        athlete=athlete,
        zones=zones,
        minutes=tuple(_packed(samples, beats)),
        samples=len(samples),
        missing_s=sum(sample.heart_rate_bpm is None for sample in samples),
        ascent_mm=round(sum(climbed) * 1000) if climbed else None,
        measures=session_measures(facts, rows),
        windows=windows(facts, rows),
        steps=tuple(_begun(plan, samples)),
    )


def _seconds(plan: Plan, athlete: Athlete, zones: Zones, rng: random.Random) -> Iterator[Sample]:
    """A heart that follows the work with a lag, drifts, flickers, and is lost now and then."""
    top = athlete.max_hr or 190.0
    heart, flicker, silent, elapsed_s, has_pod = 0.5 * top, 0.0, 0, 0, rng.random() < 0.4
    for index, step in enumerate(plan.steps):
        band = band_for(step, athlete, zones, None, _DAY)
        aim = _SHARE[step.kind] * top if band is None else (band.low + band.high) / 2
        length = step.planned_s or _WAIT_S
        for step_s in range(length):
            drift = 1 + 0.0012 * elapsed_s / 60
            lag = RISE_S if aim * drift > heart else FALL_S
            heart += (aim * drift + rng.gauss(0, 3) - heart) / lag
            flicker = 0.8 * flicker + rng.gauss(0, 0.5)
            silent = silent - 1 if silent else rng.randint(4, 50) * (rng.random() < 1 / 900)
            grade, speed = _machine(step, step_s / length, rng)
            eased = 3.0 * max(0, 20 - step_s) / 20
            yield Sample(
                session_id=1,
                athlete_id=athlete.id,
                elapsed_s=elapsed_s,
                utc_ms=1000 * elapsed_s,
                step_index=index,
                step_s=step_s,
                heart_rate_bpm=None if silent else round(heart + flicker),
                grade_percent=grade,
                speed_kmh=speed,
                speed_source=None if speed is None else "prescribed",
                target_low_bpm=None if band is None else math.ceil(band.low),
                target_high_bpm=None if band is None else math.ceil(band.high) - 1,
                guide_low_bpm=None if band is None else band.low - eased,
                guide_high_bpm=None if band is None else band.high - eased,
                flags=SampleFlag.SUSPECT if rng.random() < 1 / 600 else SampleFlag.NONE,
                cadence_spm=round(160 + rng.gauss(0, 2)) if has_pod and speed else None,
                cadence_source="foot pod" if has_pod and speed else None,
                ascent_m=_ascent(grade, speed),
            )
            elapsed_s += 1


def _machine(step: Step, fraction: float, rng: random.Random) -> tuple[float | None, float | None]:
    """The deck as a sensor feels it, and the belt as it is prescribed."""
    if step.station_kind not in (None, "treadmill"):
        return None, None
    grade = 0.0 if step.grade_percent is None else step.grade_percent.at(fraction)
    speed = 5.0 if step.speed_kmh is None else step.speed_kmh.at(fraction)
    return grade + rng.gauss(0, 0.03), speed


def _ascent(grade: float | None, speed: float | None) -> float | None:
    if grade is None or speed is None:
        return None
    return max(0.0, speed / 3.6 * math.sin(math.atan(grade / 100)))


def _beats(samples: Sequence[Sample], rng: random.Random) -> Iterator[tuple[int, int]]:
    """Second and interval in 1/1024 s, with the breath in it."""
    at = 0.0
    for sample in samples:
        if sample.heart_rate_bpm is None:
            at = sample.elapsed_s + 1.0
            continue
        while at < sample.elapsed_s + 1:
            breath = 1 + 0.02 * math.sin(at * 1.9) + rng.gauss(0, 0.008)
            interval = 60 / sample.heart_rate_bpm * breath
            yield sample.elapsed_s, round(interval * 1024)
            at += interval


def _begun(plan: Plan, samples: Sequence[Sample]) -> Iterator[tuple[int, int, str]]:
    for sample in samples:
        if sample.step_s == 0:
            yield sample.elapsed_s, sample.step_index, plan.steps[sample.step_index].name


def _packed(samples: Sequence[Sample], beats: Sequence[tuple[int, int]]) -> Iterator[PackedMinute]:
    rows = [live_row(sample, 1) for sample in samples]
    by_minute: dict[int, list[tuple[int, int]]] = {}
    for second, ticks in beats:
        by_minute.setdefault(second // MINUTE_S, []).append((second, ticks))
    for number in range(math.ceil(len(rows) / MINUTE_S)):
        some = rows[number * MINUTE_S : (number + 1) * MINUTE_S]
        chunk = pack([[row[column.name] for row in some] for column in SECOND_COLUMNS])
        body = zlib.decompress(chunk[4:], wbits=-15)
        is_one = len(some) == 1
        before = b"".join(
            (
                bytes((_FORMAT,)),
                number_bytes(len(some)),
                bytes((_EVEN,)),
                number_bytes(number * MINUTE_S),
                number_bytes(0 if is_one else 1),
                bytes((_EVEN,)),
            )
        )
        step = number_bytes(0 if is_one else 1000)
        head = before + number_bytes(some[0]["utc_ms"]) + step
        if not body.startswith(head):
            raise ValueError("packed minutes begin otherwise by now: see kiosk.history.chunks")
        rest = zlib.compress(body[len(head) :], 9, wbits=-15)
        heard = by_minute.get(number)
        packed = None if heard is None else pack([*zip(*heard, strict=True)])
        yield PackedMinute(number, before, step, rest, packed)


def number_bytes(number: int) -> bytes:
    """As chunks writes a number that is not negative."""
    out, rest = bytearray(), number << 1
    while rest > 0x7F:
        out.append(rest & 0x7F | 0x80)
        rest >>= 7
    out.append(rest)
    return bytes(out)
