"""Local days, daylight saving, clocks that jump: seconds stay in order, sessions on their day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine as Database

from kiosk.clock import ManualClock
from kiosk.days import day_of, day_then, offset_min, time_then
from kiosk.export.bundle import folder_name
from kiosk.history.climbed import climbed_since_yesterday
from kiosk.history.past import past_of
from kiosk.history.queries import History
from kiosk.history.recorded import timed
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.session import commands as cmd
from kiosk.session.book import Book
from kiosk.session.engine import Engine
from kiosk.session.records import CLOCK_SET, Note, SampleFlag
from kiosk.session.second import row_of
from kiosk.training.athlete import Athlete
from tests.history.facts import UTC_MS, second
from tests.rigs.gym import PLAN

BERLIN = ZoneInfo("Europe/Berlin")
LENGTH_S = 40


def utc_ms(words: str, zone: ZoneInfo = BERLIN, *, fold: int = 0) -> int:
    at = datetime.fromisoformat(words).replace(tzinfo=zone, fold=fold)
    return int(at.timestamp() * 1000)


class Club:
    """An engine, a recorder in Berlin and a clock that somebody turns."""

    def __init__(self, database: Database, athlete_id: int) -> None:
        self.database = database
        self.who = athlete_id
        self.clock = ManualClock()
        self.engine = Engine(time_zone=BERLIN)
        self.recorder = Recorder(database, lambda _: None, time_zone=BERLIN)
        self.recorder.start()
        self.history = History(database)

    def begin(self, began_utc_ms: int, session_id: int = 1, *, synchronised: bool = True) -> None:
        self.clock.jump_wall((began_utc_ms - self.clock.utc_ms()) / 1000)
        self.clock.is_synchronised = synchronised
        self.look()
        now = self.clock.monotonic()
        self.recorder.put(self.engine.advance(now))
        athlete = Athlete(self.who, "Anna", (101,))
        self.recorder.put(self.engine.handle(cmd.TapIn(now, athlete)))
        self.recorder.put(self.engine.handle(cmd.Start(now, session_id, PLAN, (self.who,))))

    def look(self) -> None:
        offset_ms = self.clock.utc_ms() - self.clock.monotonic() * 1000
        self.engine.set_wall(offset_ms, self.clock.synchronised())

    def train(self, seconds: int) -> None:
        for _ in range(seconds):
            self.clock.advance(1.0)
            self.look()
            self.recorder.put(self.engine.advance(self.clock.monotonic()))

    def end(self, session_id: int = 1) -> None:
        self.recorder.put(self.engine.handle(cmd.End(self.clock.monotonic(), session_id)))
        assert self.recorder.flush(20)

    @property
    def elapsed(self) -> list[int]:
        return [one.elapsed_s for one in self.history.samples(1, self.who)]

    def days(self, now_utc_ms: int) -> set[date]:
        """What everybody who asks for the session's day is told."""
        summary = self.history.session(1)
        today = day_of(now_utc_ms, BERLIN)
        past = past_of(self.database, [self.who], today, BERLIN)[self.who]
        climbed = climbed_since_yesterday(self.database, now_utc_ms, BERLIN)
        return {
            day_then(summary.started_utc_ms, summary.utc_offset_min),
            date.fromisoformat(folder_name(summary)[:10]),
            *(one.on for one in past.sessions),
            *(one.day for one in climbed),
        }

    def found_by(self, words: str) -> int:
        """Sessions that a search finds."""
        return len(self.history.search(words))


@pytest.fixture
def club(engine: Database, roster: Roster) -> Iterator[Club]:
    club = Club(engine, roster.add("Anna", [101]).id)
    yield club
    club.recorder.close()


@pytest.mark.parametrize(
    ("began", "day"),
    [
        ("2026-07-14 23:59:50", date(2026, 7, 14)),  # 21:59 in Greenwich; over midnight here
        ("2026-07-15 00:00:10", date(2026, 7, 15)),  # still the 14th in Greenwich
        ("2026-07-15 01:59:45", date(2026, 7, 15)),  # over midnight in Greenwich
        ("2026-03-29 01:59:50", date(2026, 3, 29)),  # the clock goes from 2 to 3
        ("2026-10-25 02:59:50", date(2026, 10, 25)),  # and from 3 back to 2
    ],
)
def test_a_session_belongs_to_the_local_day_on_which_it_began(
    club: Club, began: str, day: date
) -> None:
    began_utc_ms = utc_ms(began)
    club.begin(began_utc_ms)
    club.train(LENGTH_S)
    club.end()
    assert club.elapsed == list(range(LENGTH_S))
    assert club.days(began_utc_ms + 3_600_000) == {day}
    assert club.found_by(day.isoformat()) == 1
    samples = club.history.samples(1, club.who)
    assert [one.utc_ms for one in samples] == [began_utc_ms + 1000 * k for k in range(LENGTH_S)]


def test_the_hour_that_comes_twice_has_two_offsets() -> None:
    summer, winter = (utc_ms("2026-10-25 02:30:00", fold=fold) for fold in (0, 1))
    assert winter - summer == 3_600_000
    assert [offset_min(at, BERLIN) for at in (summer, winter)] == [120, 60]
    then = [time_then(at, offset_min(at, BERLIN)) for at in (summer, winter)]
    assert then == [datetime.fromisoformat("2026-10-25 02:30:00")] * 2


@pytest.mark.parametrize("jump_s", [86_400, -86_400, 3600, -3600, -7, -60 * 365 * 86_400])
def test_a_clock_that_jumps_in_a_session_changes_neither_its_seconds_nor_its_day(
    club: Club, jump_s: int
) -> None:
    began_utc_ms = utc_ms("2026-07-14 18:00:00")
    club.begin(began_utc_ms)
    club.train(10)
    club.clock.jump_wall(jump_s)
    club.clock.is_synchronised = False
    club.train(10)
    club.clock.jump_wall(-jump_s)
    club.clock.is_synchronised = True
    club.train(LENGTH_S - 20)
    club.end()
    assert club.elapsed == list(range(LENGTH_S))
    samples = club.history.samples(1, club.who)
    off = [one.utc_ms - began_utc_ms - 1000 * one.elapsed_s for one in samples]
    assert off == [0] * 10 + [1000 * jump_s] * 10 + [0] * (LENGTH_S - 20)
    flagged = [SampleFlag.UNSYNCHRONISED in one.flags for one in samples]
    assert flagged == [False] * 10 + [True] * 10 + [False] * (LENGTH_S - 20)
    assert club.days(began_utc_ms + 3_600_000) == {date(2026, 7, 14)}


@pytest.mark.parametrize(
    "wrong",
    [
        0,
        utc_ms("2026-07-13 23:00:00"),
        utc_ms("2026-07-16 18:00:00"),
        utc_ms("2038-01-19 04:14:00"),  # 32 bits of seconds end eight seconds later
        utc_ms("2099-12-31 23:59:50"),
    ],
    ids=str,
)
def test_a_session_that_began_with_a_wrong_clock_gets_its_day_once_the_clock_is_known(
    club: Club, wrong: int
) -> None:
    began_utc_ms = utc_ms("2026-07-14 23:59:45")
    club.begin(wrong, synchronised=False)
    club.train(20)
    assert club.recorder.flush(20)
    assert club.history.session(1).started_utc_ms == wrong
    club.clock.jump_wall((began_utc_ms - wrong) / 1000)  # the time service answers, after midnight
    club.clock.is_synchronised = True
    club.train(LENGTH_S - 20)
    club.end()
    assert club.elapsed == list(range(LENGTH_S))
    assert club.history.session(1).started_utc_ms == began_utc_ms
    assert club.days(began_utc_ms + 3_600_000) == {date(2026, 7, 14)}
    said = [note for note in club.history.events(1) if note.kind == CLOCK_SET]
    assert [dict(one.detail) for one in said] == [
        {"opened_utc_ms": began_utc_ms, "synchronised": True}
    ]


def test_a_clock_set_by_hand_is_believed_more_than_none_and_less_than_a_time_service(
    club: Club,
) -> None:
    by_hand, real = utc_ms("2026-07-14 17:58:00"), utc_ms("2026-07-14 18:00:00")
    club.begin(0, synchronised=False)
    started: list[int] = []
    for at, is_sure in ((by_hand, False), (real, True), (real + 86_400_000, True)):
        club.train(5)
        elapsed_ms = round((club.clock.monotonic() - ManualClock().monotonic()) * 1000)
        club.clock.jump_wall((at + elapsed_ms - club.clock.utc_ms()) / 1000)
        club.clock.is_synchronised = is_sure
        club.train(5)
        assert club.recorder.flush(20)
        started.append(club.history.session(1).started_utc_ms)
    assert started == [by_hand, real, real]
    club.end()


def test_today_is_the_clubs_day_for_the_engine_and_the_roster(engine: Database) -> None:
    just_after_midnight = utc_ms("2026-07-15 00:30:00")
    book = Book(time_zone=BERLIN)
    book.set_wall(just_after_midnight, synchronised=True)
    assert book.today(0.0) == date(2026, 7, 15)
    roster = Roster(engine, ManualClock(just_after_midnight), time_zone=BERLIN)
    who = roster.answer_readiness(roster.add("Anna", threshold_hr=160).id, ready=True)
    assert (who.threshold_on, who.readiness_on) == (date(2026, 7, 15), date(2026, 7, 15))


def test_what_is_said_to_everybody_finds_its_second_when_the_clock_went_back() -> None:
    jump_ms = 86_400_000
    samples = [second(1, k) for k in range(20)]
    rows = [
        row_of(replace(one, utc_ms=one.utc_ms - (jump_ms if one.elapsed_s >= 10 else 0)))
        for one in samples
    ]
    before, after, between = (
        Note(1, UTC_MS + 4000, "stop", None, 4),
        Note(1, UTC_MS + 14_000 - jump_ms, "stop", None, 14),
        Note(1, UTC_MS + 500_000, "stop", None, 9),
    )
    found = [second_of for _, second_of, _ in timed([before, after, between], rows)]
    assert found == [4, 14, 9]


def test_a_step_back_of_seconds_makes_no_second_ambiguous() -> None:
    rows = [
        row_of(replace(one, utc_ms=one.utc_ms - (7000 if one.elapsed_s >= 10 else 0)))
        for one in (second(1, k) for k in range(20))
    ]
    notes = [Note(1, rows[k].utc_ms, "stop", None, k) for k in range(20)]
    assert [at for _, at, _ in timed(notes, rows)] == list(range(20))
