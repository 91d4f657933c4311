"""`make bench`, the history: looking back over a club of five years, and starting with it.

Every figure stands beside raw sqlite3 reading the same rows in the same run, and the start beside
one with an empty history. Processor time is what counts on a machine that does other things too.
The club is made once and kept (CLUB=FILE; YEARS=5): see tests.history.club.
"""

import os
import sqlite3
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[2]))

from sqlalchemy import Engine

from kiosk.history.climbed import climbed_since_yesterday
from kiosk.history.curves import part_seen
from kiosk.history.database import open_engine
from kiosk.history.past import capabilities, past_of, people_present, plan_stamps
from kiosk.history.queries import History
from kiosk.history.recovery import cut_sessions
from kiosk.history.results import Part
from kiosk.history.results_watch import AT_ONCE
from kiosk.history.roster import Roster
from kiosk.training.trends import trend
from tests.history.club import LAST_DAY, Size, made_of, make_club, told

HOME: Final = Path(__file__).parents[2] / "build" / "club.sqlite3"
TIMES: Final = 15
YEAR_MS: Final = 365 * 86_400_000
NOW_MS: Final = 1000 * int(datetime(2026, 6, 30, 20, tzinfo=UTC).timestamp())
_PART: Final = "FROM session_athlete a JOIN session s ON s.id = a.session_id"
_KEY: Final = "hr_mean"


@dataclass(frozen=True, slots=True)
class Cost:
    """Of the quickest of many."""

    cpu_ms: float
    wall_ms: float


def cost(work: Callable[[], object], times: int = TIMES) -> Cost:
    found: list[tuple[float, float]] = []
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        found.append((1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - wall)))
    return Cost(min(cpu for cpu, _ in found), min(wall for _, wall in found))


class Raw:
    """The same rows with nothing of ours between."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path)

    def rows(self, query: str, *values: object) -> list[Any]:
        return self.connection.execute(query, values).fetchall()

    def session(self, number: int, athlete_id: int | None = None) -> None:
        """Its plan, its people, their results, and their minutes inflated."""
        self.rows("SELECT * FROM session WHERE id = ?", number)
        parts = self.rows("SELECT * FROM session_athlete WHERE session_id = ?", number)
        for part in parts:
            if athlete_id in (None, part[2]):
                self.rows("SELECT * FROM result WHERE session_athlete_id = ?", part[0])
                minutes = "SELECT number, seconds FROM minute WHERE session_athlete_id = ?"
                for _, chunk in self.rows(minutes, part[0]):
                    zlib.decompress(chunk[4:], wbits=-15)


def main() -> None:
    path = Path(os.environ.get("CLUB", HOME))
    years = float(os.environ.get("YEARS", "5"))
    say_club(path, years)
    raw = Raw(path)
    engine = open_engine(path)
    history = History(engine)
    say(f"{'':44}{'cpu ms':>9}{'wall ms':>9}{'raw cpu':>9}{'times':>7}")
    for name, ours, bare in looks(engine, history, raw):
        compare(name, cost(ours), cost(bare))
    engine.dispose()
    say_start(path)


def looks(
    engine: Engine, history: History, raw: Raw
) -> Iterator[tuple[str, Callable[[], object], Callable[[], object]]]:
    """What is measured: in words, by us, by raw sqlite3."""
    largest = "SELECT session_id FROM session_athlete GROUP BY session_id ORDER BY count(*) DESC,"
    largest += " sum(samples) DESC LIMIT 1"
    ((big,),) = raw.rows(largest)
    ((people, longest),) = raw.rows(
        "SELECT count(*), max(samples) FROM session_athlete WHERE session_id = ?", big
    )
    who = history.session(big).athletes[0].athlete_id
    since = NOW_MS - YEAR_MS
    ((keen,),) = raw.rows(
        f"SELECT athlete_id {_PART} WHERE opened_utc_ms >= ? GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",  # noqa: E501
        since,
    )
    year = f"{_PART} WHERE a.athlete_id = ? AND s.opened_utc_ms >= ?"
    count = len(history.parts_of(keen, since_ms=since))

    def a_trend() -> object:
        values = history.values(keen, _KEY, since_ms=since)
        first = date(1970, 1, 1)
        days = [first + timedelta(milliseconds=one.started_utc_ms) for one in values]
        return trend([*zip(days, (one.value for one in values), strict=True)], "lower")

    def a_raw_trend() -> object:
        of = "JOIN result r ON r.session_athlete_id = a.id WHERE r.key = 'hr_mean' AND"
        query = f"SELECT s.opened_utc_ms, r.value {year}".replace("WHERE", of)
        return raw.rows(query, keen, since)

    yield (
        f"a session: {people} curves of {longest // 60} min, results",
        lambda: history.group(big),
        lambda: raw.session(big),
    )
    yield (
        "one part of it, as a summary shows it",
        lambda: part_seen(engine, Part(big, who)),
        lambda: raw.session(big, who),
    )
    yield (
        f"an athlete's year: {count} summaries",
        lambda: history.parts_of(keen, since_ms=since),
        lambda: raw.rows(f"SELECT a.*, s.opened_utc_ms, s.protocol_name {year}", keen, since),
    )
    yield "a year's trend, judged", a_trend, a_raw_trend
    page = "SELECT * FROM session ORDER BY id DESC LIMIT 50"
    yield "the newest 50 sessions", history.newest, lambda: raw.rows(page)
    like = (
        f"SELECT DISTINCT s.id {_PART} WHERE a.name LIKE '%anna%' AND s.protocol_name LIKE '%hill%'"
    )
    yield (
        'a search: "anna hill 2026"',
        lambda: history.search("anna hill 2026"),
        lambda: raw.rows(like),
    )
    fresh = "SELECT s.id FROM session s LEFT JOIN coach_taken t ON t.session_id = s.id"
    fresh += " WHERE t.utc_ms IS NULL ORDER BY s.id DESC LIMIT 50"
    yield "what is new for a coach", lambda: history.new_for(1), lambda: raw.rows(fresh)


def say_start(path: Path) -> None:
    """The history's part of the kiosk's start, beside an empty one's."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "history.sqlite3"
        make_club(empty, Size(0.0, 120, 1, ("step-up-30",)))
        with closing(sqlite3.connect(empty)) as connection:
            connection.execute("PRAGMA foreign_keys=OFF")
            for table in ("minute", "event", "answer", "result", "hike_window", "planned"):
                connection.execute(f"DELETE FROM {table}")  # noqa: S608
            connection.execute("DELETE FROM session_athlete")
            connection.execute("DELETE FROM session")
            connection.commit()
        say("\nthe start, with as many people on the roster and no session yet:")
        say(f"{'':44}{'cpu ms':>9}{'wall ms':>9}{'empty cpu':>10}{'times':>7}")
        compare("before the window is there", cost(lambda: start(path)), cost(lambda: start(empty)))
        for name, people in (
            ("afterwards, in a thread: 20 people's past", AT_ONCE),
            ("everybody's", None),
        ):
            compare(name, past(path, people), past(empty, people))


def start(path: Path) -> None:
    """What kiosk.compose reads before the window is there."""
    engine = open_engine(path)
    History(engine).next_session_id()
    Roster(engine).list()
    capabilities(engine)
    cut_sessions(engine)
    climbed_since_yesterday(engine, NOW_MS, UTC)
    engine.dispose()


def past(path: Path, count: int | None) -> Cost:
    """What the thread that tells everybody's past reads."""
    engine = open_engine(path)

    def read() -> None:
        plan_stamps(engine, LAST_DAY)
        people = people_present(engine)[:count]
        for first in range(0, len(people), AT_ONCE):
            past_of(engine, people[first : first + AT_ONCE], LAST_DAY, UTC)

    found = cost(read, 3)
    engine.dispose()
    return found


def compare(name: str, ours: Cost, bare: Cost) -> None:
    times = ours.cpu_ms / bare.cpu_ms
    say(f"{name:44}{ours.cpu_ms:9.1f}{ours.wall_ms:9.1f}{bare.cpu_ms:9.2f}{times:7.1f}")


def say_club(path: Path, years: float) -> None:
    """Makes it where there is none, or one of another schema."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "history.sqlite3"
        open_engine(fresh).dispose()
        if path.exists() and shape(path) != shape(fresh):
            path.unlink()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        say(f"making a club of {years:g} years ...")
        make_club(path, Size(years))
    for line in told(made_of(path)):
        say(line)


def shape(path: Path) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
