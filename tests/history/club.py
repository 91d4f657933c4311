"""Makes the history of a club of some years: `python -m tests.history.club OUT --years 5`.

The same seed makes the same club. Sessions, summaries, results, events and answers are there as
the kiosk writes them; seconds and beats come from a small pool (tests.history.recordings).
"""

import argparse
import json
import random
import sqlite3
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from kiosk.history.database import open_engine
from kiosk.history.names import name_key
from kiosk.training.athlete import Athlete
from kiosk.training.workouts import load_workouts
from tests.history.recordings import STATION, Recording, recorded

PROTOCOLS: Final = Path(__file__).parents[2] / "config" / "protocols"
LAST_DAY: Final = date(2026, 6, 30)
PEOPLE: Final = 120
GROUP: Final = 16
BEATS_DAYS: Final = 365
"""Of so many days before the last the raw beats are still there."""
_MINUTE_MS: Final = 60_000
_FIRST: Final = [
    "Anna",
    "Ben",
    "Clara",
    "Dirk",
    "Ela",
    "Finn",
    "Greta",
    "Hakan",
    "Ines",
    "Jo",
    "Käthe",
    "Lars",
    "Mia",
    "Noah",
    "Oleg",
    "Pia",
    "Quim",
]
_LAST: Final = ["Auer", "Berg", "Çelik", "Dorn", "Ernst", "Fuchs", "Groß", "Haas", "Ivanov", "Jung"]
_Rows = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Size:
    """How large a club is."""

    years: float = 5.0
    people: int = PEOPLE
    variants: int = 6
    """Recordings of each workout."""
    workouts: tuple[str, ...] = ()
    """Which of the shipped ones; () is all but tests, rotations and those without an end."""
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Made:
    """What a club weighs."""

    path: Path
    sessions: int
    parts: int
    samples: int
    events: int
    seconds_bytes: int
    """Of packed minutes, like the next."""
    beats_bytes: int
    beats_s: int
    """Seconds of the minutes whose beats are still there."""


def made_of(path: Path) -> Made:
    """Counted in the file; some seconds for a large one."""
    counted = (
        "SELECT count(*) FROM session",
        "SELECT count(*) FROM session_athlete",
        "SELECT sum(samples) FROM session_athlete",
        "SELECT count(*) FROM event",
        "SELECT sum(length(seconds)) FROM minute",
        "SELECT sum(length(beats)) FROM minute",
        "SELECT 60 * count(beats) FROM minute",
    )
    with closing(sqlite3.connect(path)) as connection:
        return Made(path, *(connection.execute(query).fetchone()[0] or 0 for query in counted))


@dataclass(slots=True)
class _Tables:
    """Rows on their way to the file; the names of columns are theirs in the schema."""

    rows: dict[str, _Rows] = field(default_factory=dict[str, _Rows])

    def add(self, table: str, *row: Any) -> None:
        self.rows.setdefault(table, []).append(row)


_COLUMNS: Final = {
    "athlete": "id, name, name_key, sex, birth_year, max_hr, resting_hr, weight_kg, consent_on, "
    "consent_by, created_utc_ms",
    "athlete_strap": "device_number, athlete_id, position",
    "coach": "id, name, name_key, pin_hash, created_utc_ms",
    "session": "id, clock, protocol_id, protocol_name, plan_json, opened_utc_ms, utc_offset_min, "
    "synchronised, supervised, software_version, closed_utc_ms, close_reason, recovered, "
    "live_from, live_to, beat_from, beat_to, category, choices, test",
    "session_athlete": "id, session_id, athlete_id, name, station, strap, zone_model, zone_inputs, "
    "late, joined_utc_ms, closed_utc_ms, close_reason, samples, missing_s, measured_utc_ms, "
    "complete, ascent_mm, packed_utc_ms",
    "minute": "session_athlete_id, number, seconds, beats",
    "event": "session_id, session_athlete_id, utc_ms, elapsed_s, kind, detail",
    "answer": "athlete_id, session_id, utc_ms, kind, value",
    "result": "session_athlete_id, key, position, name, value, unit, digits, missing, note",
    "hike_window": "session_athlete_id, position, grade_percent, speed_kmh, heart_rate_bpm",
    "planned": "athlete_id, day, position, protocol_id, words",
    "station_shown": "station, utc_ms, lowest_percent, highest_percent, shown_by",
}


def make_club(path: Path, size: Size) -> None:
    """Writes a history to `path`, which must not be there yet."""
    open_engine(path).dispose()
    club = _Club(size)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("journal_mode=DELETE", "journal_mode=OFF", "synchronous=OFF"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        for tables in club.weeks():
            for table, rows in tables.rows.items():
                names = _COLUMNS[table]
                marks = ", ".join("?" * (names.count(",") + 1))
                connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=WAL")


class _Club:
    def __init__(self, size: Size) -> None:
        self._sessions = self._parts = 0
        self._size = size
        self._rng = random.Random(size.seed)
        self._athletes = [self._athlete(number) for number in range(1, size.people + 1)]
        self._keenness = [self._rng.lognormvariate(0, 0.7) for _ in self._athletes]
        self._pool = self._recordings()
        self._plan_json = {name: some[0].plan.to_json() for name, some in self._pool.items()}

    def weeks(self) -> Iterator[_Tables]:
        """What is written together: the people first, then a week at a time."""
        first = LAST_DAY - timedelta(days=round(365.25 * self._size.years))
        yield self._people(first)
        day = first
        while day <= LAST_DAY:
            tables = _Tables()
            for _ in range(7):
                if day <= LAST_DAY:
                    self._day(tables, day)
                day += timedelta(days=1)
            yield tables

    # -- people and what they can do --------------------------------------------------------------

    def _athlete(self, number: int) -> Athlete:
        rng = self._rng
        name = f"{_FIRST[number % 17]} {_LAST[number // 17 % 10]}"
        name += f" {number // 170 + 1}" if number >= 170 else ""
        born = rng.randint(1955, 2005)
        return Athlete(
            number,
            name,
            (1000 + number,),
            sex=rng.choice(("f", "m")),
            birth_year=born,
            max_hr=float(round(211 - 0.64 * (2026 - born) + rng.gauss(0, 8))),
            resting_hr=float(rng.randint(46, 68)),
            weight_kg=float(rng.randint(52, 95)),
        )

    def _recordings(self) -> dict[str, list[Recording]]:
        """By workout; those that everybody does by the plan alone."""
        plans = load_workouts([PROTOCOLS], without=["demo"]).plans
        return {
            plan.protocol_id: [
                recorded(plan, self._rng.choice(self._athletes), self._rng)
                for _ in range(self._size.variants)
            ]
            for plan in plans
            if plan.rotation is None
            and plan.category not in ("test", "free")
            and (not self._size.workouts or plan.protocol_id in self._size.workouts)
        }

    def _people(self, first: date) -> _Tables:
        tables, start = _Tables(), _ms(first, 0)
        for who in self._athletes:
            known = (who.sex, who.birth_year, who.max_hr, who.resting_hr, who.weight_kg)
            key = name_key(who.name)
            tables.add("athlete", who.id, who.name, key, *known, str(first), "staff", start)
            tables.add("athlete_strap", who.straps[0], who.id, 0)
        tables.add("coach", 1, "Coach", "coach", "$argon2id$none", start)
        return tables

    # -- a day --------------------------------------------------------------------------------

    def _day(self, tables: _Tables, day: date) -> None:
        """Own clocks from morning on, two classes in the evening; none on Sundays, at Christmas."""
        if day.weekday() == 6 or (day.month, day.day) >= (12, 22):
            return
        rng, share = self._rng, self._size.people / PEOPLE
        alone = self._some(max(1, round(rng.gauss(22, 3) * share)))
        begun = [(rng.randint(7 * 60, 20 * 60), [who]) for who in alone]
        if day.weekday() < 5:
            for number in range(2):
                people = self._some(min(GROUP, max(2, round(rng.gauss(13, 3)))))
                begun.append((18 * 60 + 95 * number, people))
        for at_min, people in sorted(begun, key=lambda one: one[0]):
            clock = "own" if len(people) == 1 else "group"
            self._session(tables, day, at_min, people, clock)
        for who in self._some(max(1, round(12 * share))):
            tables.add("planned", who.id, str(day), 0, rng.choice([*self._pool]), "")
        if day.weekday() == 0:
            tables.add("station_shown", STATION, _ms(day, 9 * 60), -3.0, 15.0, "sensor")

    def _some(self, count: int) -> list[Athlete]:
        """Different people, the keen more often."""
        picked: dict[int, Athlete] = {}
        while len(picked) < min(count, len(self._athletes)):
            (who,) = self._rng.choices(self._athletes, self._keenness)
            picked[who.id] = who
        return list(picked.values())

    def _session(
        self, tables: _Tables, day: date, at_min: int, people: Sequence[Athlete], clock: str
    ) -> None:
        rng = self._rng
        protocol = rng.choice([*self._pool])
        plan = self._pool[protocol][0].plan
        offset = 120 if 4 <= day.month <= 10 else 60
        opened = _ms(day, at_min - offset) + rng.randint(0, 59_999)
        self._sessions += 1
        longest = 0
        for who in people:
            recording = rng.choice(self._pool[protocol])
            longest = max(longest, self._part(tables, day, opened, who, recording))
        closed = opened + 1000 * longest
        tables.add(
            "session", self._sessions, clock, protocol, plan.name, self._plan_json[protocol],
            opened, offset, 1, int(clock == "group"), "1.0", closed, "finished", 0, 1, 0, 1, 0,
            plan.category, json.dumps(plan.choices), plan.test,
        )  # fmt: skip

    def _part(
        self, tables: _Tables, day: date, opened: int, who: Athlete, recording: Recording
    ) -> int:
        """One athlete's part, some of them broken off; its seconds."""
        rng = self._rng
        self._parts += 1
        entry, session = self._parts, self._sessions
        leaves = rng.random() < 0.07
        kept = recording.minutes[: rng.randint(5, 15) if leaves else None]
        samples = min(recording.samples, 60 * len(kept))
        closed = opened + 1000 * samples
        climbed = recording.ascent_mm
        climbed = None if climbed is None else climbed * samples // recording.samples
        inputs = json.dumps({"max_hr": who.max_hr, "resting_hr": who.resting_hr})
        tables.add(
            "session_athlete", entry, session, who.id, who.name, STATION, who.straps[0], "reserve",
            inputs, 0, opened, closed, "left" if leaves else "finished", samples,
            recording.missing_s * samples // recording.samples, closed + 5000, int(not leaves),
            climbed, closed + 60_000,
        )  # fmt: skip
        has_beats = (LAST_DAY - day).days < BEATS_DAYS
        for minute in kept:
            chunk = minute.at(opened + minute.number * _MINUTE_MS)
            beats = minute.beats if has_beats else None
            tables.add("minute", entry, minute.number, chunk, beats)
        self._said(tables, recording, opened, samples, who.id)
        self._came_to(tables, recording, day)
        return samples

    def _said(
        self, tables: _Tables, recording: Recording, opened: int, samples: int, athlete_id: int
    ) -> None:
        """Steps, a cue in every 50 s as a class has them, and the answers afterwards."""
        rng, entry, session = self._rng, self._parts, self._sessions
        for at, index, name in recording.steps:
            detail = f'{{"step_index": {index}, "name": {json.dumps(name)}, "hr0_bpm": 131.0}}'
            tables.add("event", session, entry, opened + 1000 * at, at, "step", detail)
        for at in range(30, samples, 50):
            detail = '{"code": "nudge-down", "amount": 0.5}'
            tables.add("event", session, entry, opened + 1000 * at, at, "cue", detail)
        said = opened + 1000 * samples + 20_000
        if rng.random() < 0.7:
            tables.add("answer", athlete_id, session, said, "rpe", float(rng.randint(4, 8)))
        if rng.random() < 0.2:
            tables.add("answer", athlete_id, None, said, "soreness", float(rng.randint(0, 6)))

    def _came_to(self, tables: _Tables, recording: Recording, day: date) -> None:
        """The recording's results, a little different each time, and better from year to year."""
        entry = self._parts
        fitter = 1 - 0.00004 * (day - date(2021, 1, 1)).days
        factor = fitter * (1 + self._rng.gauss(0, 0.02))
        for position, one in enumerate(recording.measures):
            value = None if one.value is None else one.value * factor
            named = (one.unit, one.digits, one.missing, one.note)
            tables.add("result", entry, one.key, position, one.name, value, *named)
        for position, window in enumerate(recording.windows):
            felt = window.heart_rate_bpm * factor
            way = (window.grade_percent, window.speed_kmh, felt)
            tables.add("hike_window", entry, position, *way)


def _ms(day: date, minute: int) -> int:
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return int(start.timestamp() * 1000) + minute * _MINUTE_MS


def told(made: Made) -> list[str]:
    """What a club weighs, for people."""
    size = made.path.stat().st_size
    seconds = made.seconds_bytes / made.samples
    with closing(sqlite3.connect(made.path)) as connection:
        tables = connection.execute(
            "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 9"
        ).fetchall()
    beats = made.beats_bytes / made.beats_s if made.beats_s else 0.0
    weighed = f"{size / 1e6:.0f} MB, {size / made.samples:.2f} bytes a sample, everything counted"
    kept = made.beats_s / made.samples
    return [
        f"{made.path}: {made.sessions} sessions, {made.parts} parts, {made.events} events",
        f"{made.samples / 1e6:.1f} million samples",
        f"{weighed}; {kept:.0%} of them still have their raw beats",
        f"minutes alone: {seconds:.2f} bytes a sample, {seconds + beats:.2f} with beats; in all:",
        *(f"{name:>34} {total / made.samples:6.3f} bytes a sample" for name, total in tables),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="the file to make")
    parser.add_argument("--years", type=float, default=5.0)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    began = time.monotonic(), time.process_time()
    make_club(wanted.out, Size(wanted.years, wanted.people, seed=wanted.seed))
    wall_s, cpu_s = time.monotonic() - began[0], time.process_time() - began[1]
    lines = [*told(made_of(wanted.out)), f"made in {wall_s:.0f} s, {cpu_s:.0f} s of them computing"]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
