"""Results: measured from the disk once a part is over, kept, and made anew when more is said."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kiosk.clock import ManualClock
from kiosk.desk_port import PastLoaded, ResultsReady
from kiosk.errors import HistoryError
from kiosk.history import results_watch
from kiosk.history.past import past_of
from kiosk.history.person import part_as_json
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.recovery import close_session
from kiosk.history.results import Measured, Part, Results
from kiosk.history.results_watch import ResultsWatch
from kiosk.history.roster import Roster
from kiosk.history.week import plan_day
from kiosk.session.pace import StationFacts
from kiosk.session.records import AnswerGiven, AthleteClosed, Note, Record, SessionClosed
from kiosk.training.measure import Measure
from kiosk.training.past import Past, Planned
from kiosk.words import Text, text
from tests.history.facts import (
    PLAN,
    UTC_MS,
    athlete_closed,
    batches,
    joined,
    opened,
    second,
    session_closed,
)

DEADLINE_S = 20.0
TODAY = date(2026, 1, 1)
HIKE = replace(PLAN, protocol_id="tread-hike", name="Tread hike", category="hike")


@pytest.fixture
def anna(roster: Roster) -> int:
    return roster.add("Anna", [101], max_hr=190, resting_hr=50, weight_kg=62, sex="f").id


@pytest.fixture
def ben(roster: Roster) -> int:
    return roster.add("Ben", [102]).id


@pytest.fixture
def results(engine: Engine) -> Results:
    return Results(engine, [StationFacts("Treadmill 1")])


def a_session(people: Sequence[int], seconds: int = 120) -> list[Record]:
    records: list[Record] = [opened(), *(joined(i, f"Athlete {i}") for i in people)]
    for batch in batches(people, 0, seconds):
        records += batch
    records += [athlete_closed(i, seconds) for i in people]
    return [*records, session_closed(seconds)]


def answer(athlete_id: int, kind: str, value: float, session_id: int | None = 1) -> AnswerGiven:
    return AnswerGiven(athlete_id, UTC_MS + 200_000, kind, value, session_id)  # type: ignore[arg-type]


def values(measures: Sequence[Measure] | None) -> dict[str, float | None]:
    assert measures is not None
    return {measure.key: measure.value for measure in measures}


# -- measuring and keeping -------------------------------------------------------------------------


def test_what_was_measured_comes_back_as_it_was(
    recorder: Recorder, results: Results, engine: Engine, anna: int
) -> None:
    recorder.put(a_session([anna]))
    assert recorder.flush(DEADLINE_S)
    part = Part(1, anna)
    assert results.unmeasured() == [part]
    assert results.kept(part) is None
    measured = results.measure(part)
    assert values(measured.measures)["hr_mean"] == 120.0
    assert values(measured.measures)["ascent_m"] is None
    assert (measured.samples, measured.missing_s, measured.is_complete) == (120, 0, True)
    assert results.keep(measured, UTC_MS)
    assert results.kept(part) == measured.measures
    assert results.unmeasured() == []
    (session,) = past_of(engine, [anna], TODAY, UTC)[anna].sessions
    kept = {key: value for key, value in values(measured.measures).items() if value is not None}
    assert session.results == kept
    assert (session.duration_s, session.is_complete) == (120, True)


def test_what_is_said_of_a_measurement_can_still_be_translated(
    recorder: Recorder, results: Results, engine: Engine, anna: int
) -> None:
    recorder.put(a_session([anna]))
    assert recorder.flush(DEADLINE_S)
    part = Part(1, anna)
    note = text("by {by} over {seconds} min", by=text("heart rate"), seconds=9)
    said = Measure("drift", text("Decoupling"), 3.2, "%", 1, "", note)
    old = Measure("old", "Of an older program", None, missing="no heart rate: wear a strap")
    measured = replace(results.measure(part), measures=(said, old))
    assert results.keep(measured, UTC_MS)
    kept = results.kept(part)
    assert kept == measured.measures
    assert kept is not None
    back = kept[0].note
    assert isinstance(back, Text)
    assert (back.template, back.values["seconds"]) == ("by {by} over {seconds} min", 9)
    told = part_as_json(engine, 1, anna)
    assert told["results"][0]["note"] == "by heart rate over 9 min", "taken home in plain words"


def test_who_changed_machines_is_measured_on_each(
    recorder: Recorder, engine: Engine, anna: int
) -> None:
    rows = [replace(second(anna, k), cadence_spm=60.0, cadence_source="console") for k in range(90)]
    taken = Note(1, UTC_MS + 60_000, "station", anna, 60, {"station": "Stairs", "from": "T"})
    recorder.put([opened(), joined(anna, "Anna"), *rows[:60], taken, *rows[60:]])
    recorder.put([athlete_closed(anna, 90), session_closed(90)])
    assert recorder.flush(DEADLINE_S)
    both = Results(engine, [StationFacts("Treadmill 1"), StationFacts("Stairs", "stair", 0.2032)])
    found = values(both.measure(Part(1, anna)).measures)
    assert found["vo2_mean"] == pytest.approx(26.83, abs=0.01), "the belt said nothing, the stairs"
    assert found["distance_m"] is not None


def test_windows_of_a_hike_are_kept_until_the_rails_were_held(
    recorder: Recorder, results: Results, engine: Engine, anna: int
) -> None:
    recorder.put([opened(plan=HIKE), joined(anna, "Anna")])
    recorder.put([replace(second(anna, k), speed_source="console") for k in range(400)])
    recorder.put([athlete_closed(anna, 400), session_closed(400)])
    assert recorder.flush(DEADLINE_S)
    for _ in range(2):
        measured = results.measure(Part(1, anna))
        assert results.keep(measured, UTC_MS)
        (session,) = past_of(engine, [anna], TODAY, UTC)[anna].sessions
        (window,) = session.windows
        assert measured.windows == (window,)
        assert (window.session_id, window.on, window.heart_rate_bpm) == (1, TODAY, 120.0)
        assert session.category == "hike"
    recorder.put([answer(anna, "rails", 2)])
    assert recorder.flush(DEADLINE_S)
    assert results.keep(results.measure(Part(1, anna)), UTC_MS)
    assert past_of(engine, [anna], TODAY, UTC)[anna].sessions[0].windows == ()


def test_whoever_left_or_skipped_has_not_done_all_of_it(
    recorder: Recorder, results: Results, roster: Roster
) -> None:
    whole, left, skipped, late, partial = (roster.add(name).id for name in "abcde")
    people = [whole, left, skipped, late, partial]
    recorder.put([opened(), *(joined(i, f"{i}", late=i == late) for i in people)])
    for batch in batches(people, 0, 5):
        recorder.put(batch)
    recorder.put([Note(1, UTC_MS + 5000, "skip", skipped, 5, {"step_index": 0})])
    recorder.put([Note(1, UTC_MS + 5000, "partial", partial, 5, {"why": "skip"})])
    recorder.put([athlete_closed(left, 5, "left")])
    recorder.put([athlete_closed(i, 5) for i in people if i != left])
    assert recorder.flush(DEADLINE_S)
    complete = [i for i in people if results.measure(Part(1, i)).is_complete]
    assert complete == [whole]


def test_an_answer_about_a_session_has_it_measured_again(
    recorder: Recorder, results: Results, engine: Engine, anna: int
) -> None:
    recorder.put(a_session([anna]))
    assert recorder.flush(DEADLINE_S)
    part = Part(1, anna)
    first = results.measure(part)
    assert values(first.measures)["rpe_load"] is None
    assert results.keep(first, UTC_MS)
    recorder.put([answer(anna, "rpe", 5), answer(anna, "rpe", 7), answer(anna, "rails", 0)])
    assert recorder.flush(DEADLINE_S)
    assert results.kept(part) is None
    assert results.unmeasured() == [part]
    assert not results.keep(first, UTC_MS), "it does not know of the answers"
    again = results.measure(part)
    assert values(again.measures)["rpe_load"] == pytest.approx(7 * 2)
    assert results.keep(again, UTC_MS)
    (session,) = past_of(engine, [anna], TODAY, UTC)[anna].sessions
    assert session.answers == {"rpe": 7.0, "rails": 0.0}


def test_who_comes_back_is_measured_again_after_the_second_end(
    recorder: Recorder, results: Results, anna: int, ben: int
) -> None:
    recorder.put([opened(), joined(anna, "Anna"), joined(ben, "Ben")])
    recorder.put([second(anna, k) for k in range(10)])
    recorder.put([Note(1, UTC_MS, "leave", anna, 10), athlete_closed(anna, 10, "left")])
    assert recorder.flush(DEADLINE_S)
    before = results.measure(Part(1, anna))
    recorder.put([Note(1, UTC_MS, "join", anna, 10, {"late_warm_up_s": 0})])
    assert recorder.flush(DEADLINE_S)
    assert not results.keep(before, UTC_MS), "they are in it again"
    recorder.put([second(anna, k) for k in range(10, 30)])
    recorder.put([athlete_closed(anna, 30)])
    assert recorder.flush(DEADLINE_S)
    measured = results.measure(Part(1, anna))
    assert (measured.samples, measured.is_complete) == (30, False)
    assert results.keep(measured, UTC_MS)
    assert results.unmeasured() == []


def test_who_has_come_back_and_is_cut_is_measured_again(
    recorder: Recorder, engine: Engine, results: Results, anna: int, ben: int
) -> None:
    recorder.put([opened(), joined(anna, "Anna"), joined(ben, "Ben")])
    recorder.put([second(anna, k) for k in range(10)])
    recorder.put([Note(1, UTC_MS, "leave", anna, 10), athlete_closed(anna, 10, "left")])
    assert recorder.flush(DEADLINE_S)
    assert results.keep(results.measure(Part(1, anna)), UTC_MS)
    recorder.put([Note(1, UTC_MS, "join", anna, 10, {"late_warm_up_s": 0})])
    recorder.put([second(anna, k) for k in range(10, 30)])
    assert recorder.flush(DEADLINE_S)
    assert results.kept(Part(1, anna)) is None
    assert results.keep(results.measure(Part(1, anna)), UTC_MS), "somebody has looked at it"
    close_session(engine, 1, UTC_MS + 60_000)
    assert Part(1, anna) in results.unmeasured()


def test_a_running_session_can_be_looked_at(
    recorder: Recorder, results: Results, anna: int
) -> None:
    recorder.put([opened(), joined(anna, "Anna"), *(second(anna, k) for k in range(10))])
    assert recorder.flush(DEADLINE_S)
    assert results.unmeasured() == []
    assert values(results.measure(Part(1, anna)).measures)["hr_max"] == 120.0


def test_an_unknown_part_is_a_sentence(results: Results, recorder: Recorder, anna: int) -> None:
    recorder.put([opened()])
    assert recorder.flush(DEADLINE_S)
    with pytest.raises(HistoryError, match="'switchback sessions list' shows who was"):
        results.measure(Part(1, anna))
    with pytest.raises(HistoryError, match="There is no session 7"):
        results.measure(Part(7, anna))


def test_results_of_who_was_taken_off_the_roster_stay_with_the_session(
    recorder: Recorder, results: Results, roster: Roster, anna: int
) -> None:
    recorder.put(a_session([anna]))
    recorder.put([answer(anna, "rpe", 5), answer(anna, "soreness", 3, None)])
    assert recorder.flush(DEADLINE_S)
    assert results.keep(results.measure(Part(1, anna)), UTC_MS)
    kept = results.kept(Part(1, anna))
    roster.remove("Anna")
    assert results.kept(Part(1, anna)) == kept
    recorder.put([answer(anna, "soreness", 4, None)])
    assert recorder.flush(DEADLINE_S)
    again = results.measure(Part(1, anna))
    assert values(again.measures)["rpe_load"] == pytest.approx(10.0)


def test_what_is_said_later_of_a_body_fills_what_was_missing_and_changes_nothing_else(
    recorder: Recorder, results: Results, roster: Roster, ben: int
) -> None:
    recorder.put([opened(), replace(joined(ben, "Ben"), zone_model=None, zone_inputs={})])
    recorder.put([replace(second(ben, k), speed_source="console") for k in range(120)])
    recorder.put([athlete_closed(ben, 120)])
    assert recorder.flush(DEADLINE_S)
    part = Part(1, ben)
    assert results.keep(results.measure(part), UTC_MS)
    before = values(results.kept(part))
    assert (before["net_kcal"], before["time_in_zone_1"]) == (None, None)
    roster.change(replace(roster.find("Ben"), weight_kg=70.0, max_hr=190.0))
    assert results.unmeasured() == [part]
    assert results.keep(results.measure(part), UTC_MS)
    after = values(results.kept(part))
    assert after["net_kcal"] is not None
    assert sum(after[f"time_in_zone_{number}"] or 0 for number in range(1, 6)) == 120.0
    roster.change(replace(roster.find("Ben"), weight_kg=80.0, race_name="Zugspitz"))
    assert results.unmeasured() == [], "today's weight is not that of then"


# -- the thread ------------------------------------------------------------------------------------


class Post:
    """Keeps what was posted, and waits for it."""

    def __init__(self) -> None:
        self.posted: list[PastLoaded | ResultsReady] = []
        self._changed = threading.Condition()

    def __call__(self, message: PastLoaded | ResultsReady) -> None:
        with self._changed:
            self.posted.append(message)
            self._changed.notify_all()

    def until(self, count: int) -> list[PastLoaded | ResultsReady]:
        """The first `count` that came, taken away."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.posted) >= count, DEADLINE_S)
            taken, self.posted = self.posted[:count], self.posted[count:]
            return taken

    def ready(self, session_id: int, athlete_id: int) -> ResultsReady:
        """The next results of that part; what comes before is passed over."""
        while True:
            (message,) = self.until(1)
            if isinstance(message, ResultsReady) and (
                message.session_id,
                message.athlete_id,
            ) == (session_id, athlete_id):
                return message

    def past(self, is_meant: Callable[[Mapping[int, Past]], bool]) -> Mapping[int, Past]:
        """The next past that is meant; what comes before is passed over."""
        while True:
            (message,) = self.until(1)
            if isinstance(message, PastLoaded) and is_meant(message.past):
                return message.past


def results_of(past: Mapping[int, Past], athlete_id: int) -> Mapping[str, float]:
    """Of the newest session of somebody; empty where there is none."""
    sessions = past[athlete_id].sessions if athlete_id in past else ()
    return sessions[0].results if sessions else {}


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def watch(engine: Engine, results: Results, clock: ManualClock, post: Post) -> ResultsWatch:
    clock.advance(0)
    return ResultsWatch(engine, results, clock, post, time_zone=UTC)


@pytest.fixture
def watched(engine: Engine, watch: ResultsWatch, told: list[str | None]) -> Iterator[Recorder]:
    """A recorder that tells the thread what is on the disk."""
    recorder = Recorder(engine, told.append, on_written=watch.written)
    recorder.start()
    yield recorder
    recorder.close()


def only_past(message: PastLoaded | ResultsReady) -> PastLoaded:
    assert isinstance(message, PastLoaded)
    return message


def test_at_the_start_everybodys_past_is_told_in_portions(
    engine: Engine, roster: Roster, watch: ResultsWatch, post: Post
) -> None:
    people = [roster.add(f"Person {n}").id for n in range(results_watch.AT_ONCE + 1)]
    with watch:
        first, other = (only_past(message).past for message in post.until(2))
    assert [*first, *other] == people
    assert len(other) == 1


def test_who_is_here_does_not_wait_for_the_others_past(
    roster: Roster, watch: ResultsWatch, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results_watch, "AT_ONCE", 1)
    monkeypatch.setattr(results_watch, "AFTERWARDS", 1)
    people = [roster.add(f"Person {n}").id for n in range(6)]
    watch.wanted(people[4])
    with watch:
        told = [only_past(message).past for message in post.until(6)]
    order = [athlete_id for past in told for athlete_id in past]
    assert order == [people[i] for i in (0, 4, 1, 2, 3, 5)], "once each, and the wanted one next"


def test_who_has_finished_gets_results_and_a_new_past(
    watch: ResultsWatch, watched: Recorder, post: Post, anna: int, ben: int
) -> None:
    with watch:
        watched.put(a_session([anna, ben]))
        for athlete_id in (anna, ben):
            ready = post.ready(1, athlete_id)
            assert values(ready.measures)["hr_mean"] == 120.0
        told = post.past(lambda past: bool(results_of(past, ben)) and bool(results_of(past, anna)))
        assert [results_of(told, i)["hr_mean"] for i in (anna, ben)] == [120.0, 120.0]


def test_what_ends_with_the_kiosk_is_measured_before_it_is_gone(
    watch: ResultsWatch, engine: Engine, results: Results, anna: int, ben: int
) -> None:
    with watch:
        recorder = Recorder(engine, lambda _: None, on_written=watch.written)
        recorder.start()
        recorder.put(a_session([anna, ben]))
        recorder.close()
    assert results.unmeasured() == []
    assert values(results.kept(Part(1, ben)))["hr_mean"] == 120.0


def test_an_answer_that_comes_later_gives_new_results(
    watch: ResultsWatch, watched: Recorder, post: Post, anna: int
) -> None:
    with watch:
        watched.put(a_session([anna]))
        assert values(post.ready(1, anna).measures)["rpe_load"] is None
        watched.put([answer(anna, "rpe", 7)])
        assert values(post.ready(1, anna).measures)["rpe_load"] == pytest.approx(14.0)
        told = post.past(lambda past: bool(past[anna].answers))
        assert told[anna].sessions[0].answers == {"rpe": 7.0}
        watched.put([answer(anna, "soreness", 4, None)])
        told = post.past(lambda past: len(past[anna].answers) == 2)
        assert told[anna].answers[0].kind == "soreness"


def test_results_that_change_are_told_again(
    watch: ResultsWatch,
    watched: Recorder,
    post: Post,
    roster: Roster,
    monkeypatch: pytest.MonkeyPatch,
    ben: int,
) -> None:
    monkeypatch.setattr(results_watch, "EVERY_S", 0.01)
    with watch:
        watched.put(a_session([ben]))
        assert values(post.ready(1, ben).measures)["net_kcal"] is None
        roster.change(replace(roster.find("Ben"), weight_kg=70.0))
        assert values(post.ready(1, ben).measures)["net_kcal"] is not None
        assert "net_kcal" in results_of(
            post.past(lambda past: "net_kcal" in results_of(past, ben)), ben
        )


def test_sessions_without_results_are_measured_after_the_start_the_newest_first(
    engine: Engine,
    recorder: Recorder,
    results: Results,
    watch: ResultsWatch,
    post: Post,
    monkeypatch: pytest.MonkeyPatch,
    anna: int,
    ben: int,
) -> None:
    monkeypatch.setattr(results_watch, "REST_S", 0.001)
    for session_id, athlete_id in ((1, anna), (2, ben)):
        recorder.put([opened(session_id), joined(athlete_id, "x", session_id)])
        recorder.put([second(athlete_id, k, session_id) for k in range(10)])
        recorder.put([AthleteClosed(session_id, athlete_id, UTC_MS + session_id, "finished")])
    assert recorder.flush(DEADLINE_S)
    assert results.unmeasured() == [Part(2, ben), Part(1, anna)]
    with watch:
        first, newest, oldest = (only_past(message).past for message in post.until(3))
    assert first[anna].sessions[0].results == {}
    assert newest[ben].sessions[0].results["hr_mean"] == 120.0
    assert oldest[anna].sessions[0].results["hr_mean"] == 120.0
    assert results.unmeasured() == []


def test_what_another_program_plans_is_told(
    engine: Engine,
    watch: ResultsWatch,
    post: Post,
    clock: ManualClock,
    monkeypatch: pytest.MonkeyPatch,
    anna: int,
    ben: int,
) -> None:
    monkeypatch.setattr(results_watch, "EVERY_S", 0.01)
    tomorrow = date(2026, 1, 2)
    with watch:
        post.until(1)
        plan_day(engine, anna, tomorrow, [Planned(tomorrow, "tread-hike", "easy")])
        (told,) = post.until(1)
        assert only_past(told).past.keys() == {anna}
        assert only_past(told).past[anna].plan == (Planned(tomorrow, "tread-hike", "easy"),)
        clock.advance(2 * 86_400)
        (over,) = post.until(1)
        assert only_past(over).past[anna].plan == ()


def test_a_disk_that_has_gone_is_said_once_and_the_thread_goes_on(
    engine: Engine,
    path: Path,
    watch: ResultsWatch,
    post: Post,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    anna: int,
) -> None:
    monkeypatch.setattr(results_watch, "EVERY_S", 0.01)
    monkeypatch.setattr(results_watch, "REST_S", 0.01)
    with watch:
        post.until(1)
        away = path.with_name("away.sqlite3")
        engine.dispose()
        path.rename(away)
        for _ in range(2):
            watch.written([athlete_closed(anna, 0)])
            threading.Event().wait(0.05)
        away.rename(path)
        watch.written([answer(anna, "soreness", 4, None)])
        while True:
            (message,) = post.until(1)
            if isinstance(message, PastLoaded):
                break
    said = [record.message for record in caplog.records if record.name == results_watch.__name__]
    assert said
    assert len(said) == len(set(said)), "once for each thing that is wrong"
    assert all("history.sqlite3" in sentence for sentence in said)


@pytest.mark.logs_errors("could not be measured")
def test_a_session_that_breaks_a_formula_stops_no_other(
    watch: ResultsWatch,
    watched: Recorder,
    post: Post,
    anna: int,
    ben: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measure = Results.measure

    def fail(self: Results, part: Part) -> Measured:
        if part.athlete_id == anna:
            raise ZeroDivisionError
        return measure(self, part)

    monkeypatch.setattr(Results, "measure", fail)
    with watch:
        watched.put(a_session([anna, ben]))
        assert post.ready(1, anna).measures == (), "whoever waits is told that there is nothing"
        assert values(post.ready(1, ben).measures)["hr_mean"] == 120.0
        told = post.past(lambda past: bool(results_of(past, ben)))
    assert results_of(told, anna) == {}


def test_no_night_work_starts_while_a_session_runs(
    watch: ResultsWatch, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def pack(*_: object) -> None:
        done.append("packs")

    def drop(*_: object, **_more: object) -> None:
        done.append("drops")

    monkeypatch.setattr(results_watch, "pack_next", pack)
    monkeypatch.setattr(results_watch, "drop_beats", drop)
    asked: list[object] = []

    class Requests:
        """Sessions begin, one is resumed and both end between two looks."""

        def get(self, timeout: float) -> tuple[int, ...] | None:
            del timeout
            asked.append(list(done))
            done.clear()
            match len(asked):
                case 2:
                    watch.written([opened(1), Note(2, UTC_MS, "resumed-after-cut")])
                case 3:
                    watch.written([SessionClosed(1, UTC_MS, "ended")])
                case 4:
                    watch.written([SessionClosed(2, UTC_MS, "ended")])
                case 5:
                    return None
                case _:
                    pass
            return ()

    monkeypatch.setattr(watch, "_requests", Requests())
    watch._watch()
    assert asked == [[], ["packs", "drops"], [], [], ["packs", "drops"]]


def test_what_is_measured_makes_no_recorder_wait(
    engine: Engine, path: Path, history: History, recorder: Recorder, results: Results, anna: int
) -> None:
    recorder.put(a_session([anna]))
    assert recorder.flush(DEADLINE_S)
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE").close()  # whoever records holds the writer
        measured = results.measure(Part(1, anna))
        other.execute("ROLLBACK").close()
    assert results.keep(measured, UTC_MS)
