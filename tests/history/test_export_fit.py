"""FIT activities of sessions that were lived: two readers find in them what the history has."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from kiosk.clock import ManualClock
from kiosk.export.bundle import export
from kiosk.export.fit_activity import write_fit
from kiosk.export.recording import Recording, recordings
from kiosk.history.database import open_engine
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.results import Part, Results
from kiosk.history.roster import Roster
from kiosk.session.records import Note, Sample, SampleFlag
from kiosk.training.protocol_plan import plan as resolved
from kiosk.training.protocols import parse_protocol
from tests.history.facts import joined, opened, second
from tests.history.lived import HILLS, LIVES, live
from tests.unit.fit_files import in_order
from tests.unit.room import UTC_MS
from tests.unit.rotation_class import ROTATION

START = datetime.fromtimestamp(UTC_MS / 1000, UTC)
Fields = dict[str, Any]


class Activity:
    """One athlete's file, read back."""

    def __init__(self, recording: Recording) -> None:
        file = BytesIO()
        write_fit(file, recording)
        self.messages = in_order(file.getvalue())
        with recording.samples() as samples:
            self.samples = list(samples)
        self.beats = recording.history.beats(1, recording.who.athlete_id)
        self.recording = recording

    def all(self, kind: str) -> list[Fields]:
        return [fields for name, fields in self.messages if name == kind]

    def one(self, kind: str) -> Fields:
        (fields,) = self.all(kind)
        return fields


@pytest.fixture(scope="module")
def lived(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, empty_history: Path
) -> Iterator[list[Activity]]:
    """A life is lived once for all the tests about it."""
    path = tmp_path_factory.mktemp("lived") / "history.sqlite3"
    shutil.copy(empty_history, path)
    engine = open_engine(path)
    recorder = Recorder(engine, lambda _: None)
    recorder.start()
    live(request.param, recorder, Roster(engine, ManualClock()))
    recorder.close()
    history = History(engine)
    yield [Activity(one) for one in recordings(history, history.session(1))]
    engine.dispose()


each_life = pytest.mark.parametrize("lived", LIVES, indirect=True)


def life(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("lived", [name], indirect=True)


@each_life
def test_every_record_is_a_second_of_the_history(lived: list[Activity]) -> None:
    for activity in lived:
        records = activity.all("record")
        assert len(records) == len(activity.samples) > 0
        distance_m = height_m = 0.0
        for record, sample in zip(records, activity.samples, strict=True):
            assert record.get("heart_rate") == sample.heart_rate_bpm
            assert record.get("grade") == sample.grade_percent
            assert record.get("target_low") == sample.target_low_bpm
            assert record.get("target_high") == sample.target_high_bpm
            if sample.speed_kmh is None:
                assert not record.keys() & {"enhanced_speed", "distance"}
            else:
                distance_m += sample.speed_kmh / 3.6
                assert record["enhanced_speed"] == pytest.approx(sample.speed_kmh / 3.6, abs=6e-4)
                assert record["distance"] == pytest.approx(distance_m, abs=0.006)
            if sample.cadence_spm is None:
                assert not record.keys() & {"cadence", "fractional_cadence"}
            else:
                rpm = record["cadence"] + record["fractional_cadence"]
                assert 2 * rpm == pytest.approx(sample.cadence_spm, abs=0.01)
            if sample.ascent_m is None:
                assert "enhanced_altitude" not in record
            else:
                height_m += sample.ascent_m - fallen_m(sample)
                assert record["enhanced_altitude"] == pytest.approx(height_m, abs=0.11)
        assert max(
            (m["max_heart_rate"] for m in activity.all("session") if m.get("max_heart_rate")),
            default=None,
        ) == max(clean(activity.samples), default=None)


def fallen_m(sample: Sample) -> float:
    """Downhill in one second, from the slope's own triangle."""
    if sample.speed_kmh is None or sample.grade_percent is None or sample.grade_percent >= 0:
        return 0.0
    rise, run = sample.grade_percent / 100, 1.0
    return -sample.speed_kmh / 3.6 * rise / (rise * rise + run) ** 0.5


def clean(samples: list[Sample]) -> list[int]:
    odd = SampleFlag.SUSPECT | SampleFlag.NOT_WORN
    return [s.heart_rate_bpm for s in samples if s.heart_rate_bpm and not s.flags & odd]


@each_life
def test_times_never_go_back_and_the_timer_runs_as_long_as_there_are_seconds(
    lived: list[Activity],
) -> None:
    for activity in lived:
        times = [f["timestamp"] for _, f in activity.messages if "timestamp" in f]
        assert all(earlier <= later for earlier, later in pairwise(times))
        session = activity.one("session")
        assert session["total_timer_time"] == len(activity.samples)
        assert activity.one("activity")["total_timer_time"] == len(activity.samples)
        events = activity.all("event")
        kinds = [event["event_type"] for event in events]
        assert kinds == ["start", *["stop", "start"] * (len(kinds) // 2 - 1), "stop_all"]
        stood = sum(
            seconds(later["timestamp"], earlier["timestamp"])
            for earlier, later in zip(events[1:-1:2], events[2:-1:2], strict=True)
        )
        assert session["total_elapsed_time"] == pytest.approx(len(activity.samples) + stood, abs=1)
        for record in activity.all("record"):
            on = [
                begun["timestamp"] <= record["timestamp"] < ended["timestamp"]
                for begun, ended in zip(events[::2], events[1::2], strict=True)
            ]
            assert sum(on) == 1, "recorded while the timer stood"


def seconds(later: Any, earlier: Any) -> float:
    gap = later - earlier
    return gap.total_seconds() if isinstance(gap, timedelta) else gap


@each_life
def test_a_lap_is_a_step_and_knows_which_of_the_workout(lived: list[Activity]) -> None:
    for activity in lived:
        steps, laps = activity.all("workout_step"), activity.all("lap")
        plan = activity.recording.plan
        done = [
            (i, list(some)) for i, some in groupby(activity.samples, key=lambda s: s.step_index)
        ]
        assert [lap["total_timer_time"] for lap in laps] == [len(some) for _, some in done]
        assert activity.one("session")["num_laps"] == len(laps)
        for lap, (index, some) in zip(laps, done, strict=True):
            if index >= 0:
                assert steps[lap["wkt_step_index"]]["wkt_step_name"] == plan.steps[index].name
            else:
                assert "wkt_step_index" not in lap
            hearts = clean(some)
            if hearts:
                assert lap["avg_heart_rate"] == pytest.approx(sum(hearts) / len(hearts), abs=0.51)
                assert lap["max_heart_rate"] == max(hearts)
            else:
                assert not lap.keys() & {"avg_heart_rate", "max_heart_rate"}
        for field in ("total_timer_time", "total_distance"):
            total = sum(lap.get(field, 0.0) for lap in laps)
            assert activity.one("session").get(field, 0.0) == pytest.approx(total, abs=0.05)


@each_life
def test_beats_lie_between_their_own_second_and_the_next(lived: list[Activity]) -> None:
    for activity in lived:
        heard = {one.elapsed_s: [round(rr / 1000, 3) for rr in one.rr_ms] for one in activity.beats}
        read: dict[int, list[float]] = {}
        number = -1
        for name, fields in activity.messages:
            number += name == "record"
            if name == "hrv":
                assert len(fields["time"]) == 5
                times = [time for time in fields["time"] if time is not None]
                read.setdefault(activity.samples[number].elapsed_s, []).extend(times)
        assert read == {second: times for second, times in heard.items() if times}


@life("pauses_and_losses")
def test_what_is_missing_is_missing_and_never_zero(lived: list[Activity]) -> None:
    records = lived[0].all("record")
    assert sum("heart_rate" not in record for record in records) == sum(
        sample.heart_rate_bpm is None for sample in lived[0].samples
    )
    assert 0 < sum("heart_rate" not in record for record in records) < len(records)
    assert all(record.get("heart_rate", 1) > 0 for record in records)
    assert any("grade" not in record for record in records)
    assert lived[0].one("session")["total_descent"] >= 2


@life("pauses_and_losses")
def test_a_skipped_step_ended_by_hand_and_others_by_the_clock(lived: list[Activity]) -> None:
    triggers = [lap["lap_trigger"] for lap in lived[1].all("lap")]
    assert triggers == [*["time"] * 4, "manual", "time", "time", "session_end"]


@life("at_the_ceiling")
def test_a_recovery_walk_stays_in_its_step(lived: list[Activity]) -> None:
    assert any(sample.flags & SampleFlag.WALK for sample in lived[0].samples)
    assert len(lived[0].all("lap")) == 1


@life("clock_set_on_the_way")
def test_a_clock_that_is_set_on_the_way_is_no_pause_and_its_time_holds_from_the_start(
    lived: list[Activity],
) -> None:
    records = lived[0].all("record")
    assert records[0]["timestamp"] == lived[0].one("file_id")["time_created"] == START
    assert records[31]["timestamp"] == START + timedelta(seconds=31)
    stops = [e["timestamp"] for e in lived[0].all("event") if e["event_type"] == "stop"]
    assert stops == [START + timedelta(seconds=50)]


@life("clock_never_set")
def test_a_clock_that_nobody_set_gives_no_date(lived: list[Activity]) -> None:
    """FIT then counts seconds since the device was turned on."""
    assert [record["timestamp"] for record in lived[0].all("record")][:3] == [1, 2, 3]
    assert "local_timestamp" not in lived[0].one("activity")


@life("with_nothing")
def test_a_session_without_strap_and_sensor_is_still_a_file(lived: list[Activity]) -> None:
    allowed = {"timestamp", "target_low", "target_high"}
    assert all(record.keys() <= allowed for record in lived[0].all("record"))
    assert not lived[0].one("session").keys() & {"avg_heart_rate", "total_distance", "total_ascent"}


def test_the_results_of_the_session_are_in_developer_fields(
    recorder: Recorder, roster: Roster, history: History, engine: Engine
) -> None:
    live("plain", recorder, roster)
    (recording,) = recordings(history, history.session(1))
    assert "time_in_band" not in Activity(recording).one("session"), "nothing was measured yet"
    results = Results(engine)
    results.keep(results.measure(Part(1, 1)), UTC_MS)
    again = Activity(recording)
    (held,) = (one.value for one in history.measures(1, 1) if one.key == "time_in_band")
    assert again.one("session")["time_in_band"] == pytest.approx(held)
    described = {m["field_name"]: m["units"] for m in again.all("field_description")}
    assert described == {
        "target_low": "bpm",
        "target_high": "bpm",
        "time_in_band": "%",
        "score": "points",
    }


@life("plain")
def test_the_kiosk_and_the_strap_are_named(lived: list[Activity]) -> None:
    kiosk, strap, *_ = lived[0].all("device_info")
    assert (kiosk["device_index"], kiosk["product_name"]) == ("creator", "Switchback")
    assert (strap["ant_device_number"], strap["source_type"]) == (101, "antplus")
    assert strap["antplus_device_type"] == "heart_rate"


@life("plain")
def test_local_time_is_beside_utc(lived: list[Activity]) -> None:
    activity = lived[0].one("activity")
    offset = timedelta(minutes=lived[0].recording.session.utc_offset_min)
    local = activity["local_timestamp"].replace(tzinfo=UTC)
    assert local == activity["timestamp"] + offset


@life("plain")
def test_laps_session_and_workout_are_of_the_same_sport(lived: list[Activity]) -> None:
    of_both = [*lived[0].all("lap"), lived[0].one("session"), lived[0].one("workout")]
    assert {(m["sport"], m["sub_sport"]) for m in of_both} == {("running", "treadmill")}


def test_everybody_of_a_rotation_finds_their_steps(
    recorder: Recorder, roster: Roster, history: History
) -> None:
    ann = roster.add("Ann").id
    plan = resolved(parse_protocol(ROTATION, "turns.toml"))
    recorder.put([opened(plan=plan), joined(ann, "Ann")])
    steps = range(len(plan.steps))
    recorder.put([replace(second(ann, k), step_index=k) for k in steps])
    assert recorder.flush(20)
    activity = Activity(recordings(history, history.session(1))[0])
    names = [step.get("wkt_step_name") for step in activity.all("workout_step")]
    for lap, step in zip(activity.all("lap"), plan.steps, strict=True):
        if "wkt_step_index" in lap:
            assert names[lap["wkt_step_index"]] == step.name
    assert sum("wkt_step_index" in lap for lap in activity.all("lap")) > 3


def test_what_felt_the_grade_is_named(recorder: Recorder, roster: Roster, history: History) -> None:
    ann = roster.add("Ann").id
    detail = {"station": "Treadmill 1", "sensor": "witmotion", "firmware": "WT901 v3"}
    other = detail | {"station": "Treadmill 2"}
    notes = [Note(1, UTC_MS, "sensor", detail=told) for told in (detail, other)]
    recorder.put([opened(), joined(ann, "Ann"), second(ann, 0), *notes])
    assert recorder.flush(20)
    activity = Activity(recordings(history, history.session(1))[0])
    names = [device.get("product_name") for device in activity.all("device_info")]
    assert names == ["Switchback", None, "witmotion WT901 v3"]


def test_nothing_recorded_is_an_empty_activity(
    recorder: Recorder, roster: Roster, history: History
) -> None:
    ann = roster.add("Ann").id
    recorder.put([opened(), joined(ann, "Ann")])
    assert recorder.flush(20)
    activity = Activity(recordings(history, history.session(1))[0])
    assert activity.all("record") == activity.all("lap") == []
    assert activity.one("session")["total_timer_time"] == 0


def test_the_files_of_an_export_are_whole(
    recorder: Recorder, roster: Roster, history: History, tmp_path: Path
) -> None:
    live("plain", recorder, roster)
    (path,) = export(history, tmp_path, [1], ["fit"])
    assert path.name == "Athlete-1.fit"
    messages = in_order(path.read_bytes())
    assert sum(name == "record" for name, _ in messages) == 130
    assert dict(messages)["workout"]["wkt_name"] == HILLS.name
