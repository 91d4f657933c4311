"""Activities from outside: read as they are meant, or refused with a sentence; memory bounded."""

import os
import random
import struct
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.errors import ActivityError
from kiosk.export import activity_reader, activity_tcx
from kiosk.export.activity_reader import fit_type, load_activity, read_activity
from kiosk.export.fit_writer import checksum
from kiosk.training.activity import Point, seconds
from tests.unit.fit_files import foreign
from tests.unit.outside import HEAD, START_S, fit_of, hill, tcx_of

RUN = hill((90, -5.0, 3.0))


@pytest.mark.parametrize("content", [fit_of(RUN), tcx_of(RUN)], ids=["fit", "tcx"])
def test_fit_and_tcx_say_the_same_of_one_run(content: bytes) -> None:
    activity = read_activity(content, "run")
    assert activity.started_utc_ms == START_S * 1000
    assert activity.duration_s == 90
    assert activity.laps_s == (0.0,)
    assert len(activity.points) == 91
    for point, meant in zip(activity.points, RUN, strict=True):
        assert (point.at_s, point.bpm, point.cadence_spm) == (meant.at_s, 150, 180)
        assert point.altitude_m == pytest.approx(meant.altitude_m, abs=0.21)
        assert point.distance_m == pytest.approx(meant.distance_m, abs=0.01)


def test_a_file_that_counts_both_feet_is_not_doubled() -> None:
    content = tcx_of(RUN).replace(b"<x:RunCadence>90<", b"<x:RunCadence>176<")
    assert {point.cadence_spm for point in read_activity(content, "run").points} == {176.0}


def test_what_nobody_can_believe_is_missing_and_way_never_shrinks() -> None:
    strange = [*RUN]
    strange[10] = replace(strange[10], bpm=250, altitude_m=20_000.0, distance_m=1.0)
    strange[11] = replace(strange[11], bpm=None, altitude_m=None, cadence_spm=None)
    strange[12] = replace(strange[12], at_s=11.0)  # twice the same moment: the first stays
    points = read_activity(tcx_of(strange), "run").points
    assert (points[10].bpm, points[10].altitude_m) == (None, None)
    assert points[10].distance_m == points[9].distance_m
    assert points[11] == Point(11.0, None, None, 33.0, None)
    assert points[12].at_s == 13.0


def test_smart_recording_is_bridged_and_a_pause_is_not() -> None:
    smart = [point for point in RUN if point.at_s % 6 == 0 and not 30 < point.at_s < 60]
    rows = seconds(read_activity(tcx_of(smart), "run"))
    assert rows[3].altitude_m == pytest.approx(500 - 3 * 0.15, abs=0.01)
    assert rows[3].bpm == 150
    assert (rows[45].altitude_m, rows[45].distance_m, rows[45].bpm) == (None, None, None)
    assert rows[66].distance_m == pytest.approx(198.0)
    assert len(rows) == 91


def _wrong() -> dict[str, tuple[bytes, str]]:
    fit, tcx = fit_of(RUN), tcx_of(RUN)
    bomb = HEAD.replace(
        "<TrainingCenterDatabase",
        '<!DOCTYPE t [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
        "<TrainingCenterDatabase",
    )
    deep = HEAD + "<Activities><Activity>" + "<a>" * 50
    broken = bytearray(fit)
    broken[200] ^= 1
    twice = tcx.replace(b"</Activities>", b'<Activity Sport="Running"></Activity></Activities>')
    return {
        "nothing": (b"", "damaged"),
        "words": (b"hello", "damaged"),
        "damaged fit": (bytes(broken), "damaged"),
        "half a fit": (fit[: len(fit) // 2], "damaged"),
        "half a tcx": (tcx[: len(tcx) // 2], "damaged"),
        "a bomb": (bomb.encode(), "declares"),
        "deep": (deep.encode(), "damaged"),
        "two in a tcx": (twice, "more than one"),
        "two in a fit": (fit + fit, "more than one"),
        "a workout": (foreign({"duration_type": 5}), "no recorded activity"),
        "a course": (fit_of(RUN, file_type=6), "no recorded activity"),
        "other xml": (b"<gpx><trk/></gpx>", "no recorded activity"),
        "a plan in tcx": (tcx_of(RUN, tag="Workout"), "no recorded activity"),
        "no points": (tcx_of([]), "no recorded points"),
        "short": (fit_of(RUN[:30]), "shorter than a minute"),
        "long": (tcx_of([*RUN, Point(100_000.0)]), "longer than a day"),
        "no clock": (tcx_of(RUN, start_s=1000.0), "no recorded points"),
        "strange encoding": (tcx.replace(b"UTF-8", b"UTF-99"), "damaged"),
    }


@pytest.mark.parametrize("case", _wrong())
def test_everything_else_is_refused_with_a_sentence(case: str) -> None:
    content, why = _wrong()[case]
    with pytest.raises(ActivityError, match=why) as refused:
        read_activity(content, "x.fit")
    said = str(refused.value)
    assert said.startswith("x.fit")
    assert said.endswith(".")
    assert ";" in said, "it says what to do"


def test_the_limits_of_size_and_count_hold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(activity_reader, "MAX_FIT_BYTES", 1000)
    monkeypatch.setattr(activity_reader, "MAX_TCX_BYTES", 1000)
    for content in (fit_of(RUN), tcx_of(RUN)):
        with pytest.raises(ActivityError, match="larger"):
            read_activity(content, "run")
    large = tmp_path / "large"
    large.write_bytes(bytes(5000))
    assert len(load_activity(large)) == 1001
    with pytest.raises(ActivityError, match="cannot be read"):
        load_activity(tmp_path / "gone")
    os.mkfifo(tmp_path / "pipe")
    for strange in (tmp_path / "pipe", Path("/dev/zero"), tmp_path):
        with pytest.raises(ActivityError, match="cannot be read"):
            load_activity(strange)
    monkeypatch.undo()
    for limit in ("_MAX_VALUES", "MAX_POINTS"):
        monkeypatch.setattr(activity_reader, limit, 50)
        with pytest.raises(ActivityError, match="more than"):
            read_activity(fit_of(RUN), "run")
        monkeypatch.undo()
    for limit in ("_MAX_ELEMENTS", "MAX_POINTS"):
        monkeypatch.setattr(activity_tcx, limit, 50)
        with pytest.raises(ActivityError, match="more than"):
            read_activity(tcx_of(RUN), "run")
        monkeypatch.undo()


def test_a_megabyte_in_one_value_is_never_collected() -> None:
    filler = b"<Notes>" + b"x" * 2_000_000 + b"</Notes>"
    content = tcx_of(RUN).replace(b"<Track>", filler + b"<Track>")
    content = content.replace(b"<AltitudeMeters>500.00", b"<AltitudeMeters>" + b"5" * 2_000_000, 1)
    tracemalloc.start()
    points = read_activity(content, "run").points
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert points[0].altitude_m is None
    assert peak < 1_000_000


def test_compressed_times_are_followed() -> None:
    """An old watch's way of saying the time in five bits of the header."""
    definition = struct.pack("<BBBHB", 0x40, 0, 0, 0, 1) + bytes((0, 1, 0)) + b"\x00\x04"
    definition += struct.pack("<BBBHB", 0x41, 0, 0, 20, 2) + bytes((253, 4, 0x86, 3, 1, 2))
    definition += struct.pack("<BBBHB", 0x42, 0, 0, 20, 1) + bytes((3, 1, 2))
    start = START_S - 631_065_600
    data = struct.pack("<BIB", 1, start, 120)
    for second in range(1, 71):
        data += bytes((0x80 | 2 << 5 | (start + second) % 32, 121))
    body = definition + data
    head = struct.pack("<BBHI4s", 12, 0x10, 100, len(body), b".FIT")
    content = head + body + struct.pack("<H", checksum(head + body))
    activity = read_activity(content, "run")
    assert activity.duration_s == 70
    assert [point.bpm for point in activity.points[:2]] == [120, 121]


def test_bytes_turned_at_random_are_read_or_refused_but_never_break() -> None:
    rng = random.Random(8)
    for content in (fit_of(RUN[:75]), tcx_of(RUN[:75])):
        for _ in range(60):
            broken = bytearray(content)
            for _ in range(rng.randint(1, 8)):
                broken[rng.randrange(len(broken))] = rng.randrange(256)
            if content[8:12] == b".FIT":  # past the checksum, into the messages
                broken[12:14] = struct.pack("<H", checksum(bytes(broken[:12])))
                broken[-2:] = struct.pack("<H", checksum(bytes(broken[:-2])))
            try:
                activity = read_activity(bytes(broken), "x")
            except ActivityError:
                continue
            assert activity.points


def test_a_look_tells_an_activity_from_a_workout_and_from_rubbish() -> None:
    content = fit_of(RUN)
    assert fit_type(content) == 4
    assert fit_type(foreign({"duration_type": 5})) == 5
    for rubbish in (b"", b"x", b"\x0e" * 30, content[:14], content[:20]):
        assert fit_type(rubbish) is None


def test_a_file_of_nothing_but_definitions_is_refused_before_it_is_read() -> None:
    definition = bytes((0x40, 0, 0, 20, 0, 255)) + bytes((7, 1, 2)) * 255
    with pytest.raises(ActivityError, match="more than"):
        read_activity(_framed(definition * 100), "run.fit")


def _framed(body: bytes) -> bytes:
    head = struct.pack("<BBHI4s", 14, 0x20, 2100, len(body), b".FIT")
    head += struct.pack("<H", checksum(head))
    return head + body + struct.pack("<H", checksum(head + body))
