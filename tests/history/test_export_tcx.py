"""TCX files of sessions that were lived: valid by the schema, and equal to the history."""

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from lxml import etree

from kiosk.export.recording import Lap, Recording, recordings
from kiosk.export.tcx import write_tcx
from kiosk.export.totals import Totals
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.training.plan import Plan, Step
from tests.history.facts import joined, opened, second
from tests.history.lived import LIVES, live

SCHEMA = Path(__file__).parents[3] / "shared" / "data" / "schema" / "TrainingCenterDatabasev2.xsd"
NAMES = {
    "t": "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2",
    "x": "http://www.garmin.com/xmlschemas/ActivityExtension/v2",
}


def written(recording: Recording) -> bytes:
    file = BytesIO()
    write_tcx(file, recording)
    return file.getvalue()


def read(content: bytes) -> ET.Element:
    """Checked by the schema where that is here."""
    if SCHEMA.is_file():
        etree.XMLSchema(etree.parse(SCHEMA)).assertValid(etree.fromstring(content))
    return ET.fromstring(content)  # noqa: S314 - our own


def number(point: ET.Element, path: str) -> float | None:
    found = point.findtext(path, namespaces=NAMES)
    return None if found is None else float(found)


@pytest.fixture(params=LIVES)
def lived(
    request: pytest.FixtureRequest, recorder: Recorder, roster: Roster, history: History
) -> list[Recording]:
    live(request.param, recorder, roster)
    return recordings(history, history.session(1))


def test_every_file_is_valid_and_every_point_a_second_of_the_history(
    lived: list[Recording],
) -> None:
    for recording in lived:
        tree = read(written(recording))
        points = tree.findall(".//t:Trackpoint", NAMES)
        with recording.samples() as samples:
            for point, sample in zip(points, samples, strict=True):
                bpm = number(point, "t:HeartRateBpm/t:Value")
                assert bpm == sample.heart_rate_bpm
                speed = number(point, ".//x:Speed")
                if sample.speed_kmh is None:
                    assert speed is None
                    assert number(point, "t:DistanceMeters") is None
                else:
                    assert speed == pytest.approx(sample.speed_kmh / 3.6, abs=6e-4)
                assert (number(point, "t:AltitudeMeters") is None) == (sample.ascent_m is None)
                cadence, spm = number(point, "t:Cadence"), sample.cadence_spm
                assert cadence == (None if spm is None else pytest.approx(spm / 2, abs=0.51))
        times = [point.findtext("t:Time", "", NAMES) for point in points]
        assert times == sorted(set(times))
        laps = tree.findall(".//t:Lap", NAMES)
        assert len(laps) == len(recording.laps())
        assert sum(number(lap, "t:TotalTimeSeconds") or 0 for lap in laps) == len(points)


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the schema is not here")
def test_the_schema_refuses_what_is_wrong() -> None:
    """Or being valid would say nothing."""
    wrong = f"<TrainingCenterDatabase xmlns='{NAMES['t']}'><Lap/></TrainingCenterDatabase>"
    assert not etree.XMLSchema(etree.parse(SCHEMA)).validate(etree.fromstring(wrong.encode()))


def test_a_pause_parts_the_track(recorder: Recorder, roster: Roster, history: History) -> None:
    live("pauses_and_losses", recorder, roster)
    for recording in recordings(history, history.session(1)):
        laps = read(written(recording)).findall(".//t:Lap", NAMES)
        tracks = [len(lap.findall("t:Track", NAMES)) for lap in laps]
        assert tracks == [1, 2, *[1] * 6], "not where a lap has ended anyway"


def test_a_lap_says_what_ended_it_and_one_that_was_cut_short_ended_by_hand() -> None:
    half_a_kilometre = Step("Climb", "work", None, distance_m=500.0)
    minute = Step("Easy", "recovery", 60)
    short, whole = Totals(timer_s=59, speed_sum_centi=499 * 360), Totals(60, speed_sum_centi=180000)
    ends = [
        Lap(0, 0, 0, totals=totals).ended_by(step)
        for step in (half_a_kilometre, minute, None)
        for totals in (short, whole)
    ]
    assert ends == ["hand", "distance", "hand", "time", "hand", "hand"]


@pytest.mark.parametrize(
    "name", ['A & <b> ]]> "c"', "tab\there", "bell\x07 and \x00 gone", "Übung 🏔"]
)
def test_names_are_escaped_and_what_xml_has_no_room_for_is_left_out(
    name: str, recorder: Recorder, roster: Roster, history: History
) -> None:
    ann = roster.add("Ann").id
    plan = Plan("p", name, "any", (Step(name, "work", 60),))
    recorder.put([opened(plan=plan), joined(ann, "Ann"), second(ann, 0)])
    assert recorder.flush(20)
    tree = read(written(recordings(history, history.session(1))[0]))
    kept = name.replace("\x07", "").replace("\x00", "")
    assert tree.findtext(".//t:Lap/t:Notes", namespaces=NAMES) == kept
    assert tree.findtext(".//t:Activity/t:Notes", namespaces=NAMES) == kept


def test_nothing_recorded_is_a_valid_file_without_points(
    recorder: Recorder, roster: Roster, history: History
) -> None:
    ann = roster.add("Ann").id
    recorder.put([opened(), joined(ann, "Ann")])
    assert recorder.flush(20)
    tree = read(written(recordings(history, history.session(1))[0]))
    assert tree.findall(".//t:Trackpoint", NAMES) == []
    assert len(tree.findall(".//t:Lap", NAMES)) == 1
