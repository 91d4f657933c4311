"""Every session says where its numbers come from, and nothing of a stranger."""

from dataclasses import replace

from sqlalchemy import Engine, update

import kiosk
from kiosk.events import DeviceFacts, HeartRate, Motion, StrapInfo
from kiosk.history.database import writing
from kiosk.history.minutes import pack_next
from kiosk.history.provenance import SensorUsed, StrapWorn
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.results import Part, Results
from kiosk.history.roster import Roster
from kiosk.history.schema import SessionAthleteRow, minute
from kiosk.session import commands as cmd
from kiosk.session.pace import StationFacts
from kiosk.session.records import Note
from tests.history.lived import BELT, HILLS
from tests.unit.room import START, UTC_MS, Room

SPARE, STRANGER, POD = 777, 4242, 909


def lived(recorder: Recorder, roster: Roster) -> Room:
    """Two on one belt: the first changes straps after 60 s, the second is heard by a foot pod while
    a stranger passes by; the clock is set after 30 s.
    """
    room = Room(StationFacts(BELT, sensor="witmotion"), shared_stations=True)
    room.do(DeviceFacts(room.now, f"incline:{BELT}", "/dev/ttyUSB0", "HWT905"))
    room.engine.set_wall(UTC_MS - START * 1000, False)
    room.grade[BELT] = 8.25
    room.tap_in(1, station=BELT)
    room.tap_in(2, station=BELT, foot_pods=(POD,))
    room.run(1)
    room.do(StrapInfo(room.now, 101, battery_percent=64, manufacturer=1))
    room.start(HILLS, 1, 2)
    room.run(30)
    room.engine.set_wall(UTC_MS - START * 1000, True)
    room.motions = [Motion(0.0, "foot pod", device_number=POD, speed_kmh=9.5, cadence_spm=170)]
    for number in (STRANGER, SPARE):
        room.do(HeartRate(room.now, number, 99))
        room.do(StrapInfo(room.now, number, battery_status="low", manufacturer=123))
    room.run(30)
    room.do(cmd.WearStrap(room.now, 1, SPARE))
    room.do(StrapInfo(room.now, 102, battery_percent=20))
    room.run(90)
    roster.add("Anna", [101])
    roster.add("Ben", [102])
    recorder.put(room.records)
    assert recorder.flush(20)
    return room


def test_a_session_says_which_straps_sensors_zones_software_and_clock_it_had(
    recorder: Recorder, roster: Roster, history: History, engine: Engine
) -> None:
    lived(recorder, roster)
    said = history.provenance(1)
    assert said.versions == (kiosk.__version__,)
    assert said.sensors == (SensorUsed(BELT, "witmotion", "/dev/ttyUSB0", "HWT905"),)
    anna, ben = said.parts
    assert anna.straps == (StrapWorn(101, 0, 1, 64), StrapWorn(SPARE, 60, 123, None, "low"))
    assert ben.straps == (StrapWorn(102, 0, None, 20),)
    assert (anna.foot_pods, ben.foot_pods) == ((), (POD,))
    assert anna.stations == ben.stations == (BELT,)
    assert anna.zone_model == "reserve"
    assert anna.zone_inputs == {"max_hr": 190.0, "resting_hr": 50.0}
    assert "foot pod" not in anna.speed_s
    assert 85 <= ben.speed_s["foot pod"] <= sum(ben.speed_s.values())
    assert (anna.unsynchronised_s, anna.beats_dropped_utc_ms) == (30, None)
    while pack_next(engine, UTC_MS) is not None:
        pass
    assert history.provenance(1) == said, "packed it says the same"


def test_nothing_of_a_strangers_strap_is_stored(
    recorder: Recorder, roster: Roster, history: History
) -> None:
    room = lived(recorder, roster)
    assert str(STRANGER) not in repr(history.provenance(1))
    assert str(STRANGER) not in repr(history.events(1))
    noted = [n.detail for n in room.notes("strap-facts")]
    assert [d["strap"] for d in noted] == [101, SPARE, 102], "each once"


def test_a_session_that_went_on_after_a_cut_names_the_software_of_then_too(
    recorder: Recorder, roster: Roster, history: History
) -> None:
    lived(recorder, roster)
    recorder.put([Note(1, UTC_MS, "resumed-after-cut", detail={"gap_s": 9})])
    assert recorder.flush(20)
    assert history.provenance(1).versions == (kiosk.__version__,) * 2
    assert history.events(1)[-1].detail == {"gap_s": 9, "version": kiosk.__version__}


def test_measured_anew_without_its_beats_a_session_keeps_what_was_measured_of_them(
    recorder: Recorder, roster: Roster, engine: Engine
) -> None:
    lived(recorder, roster)
    part, results = Part(1, 1), Results(engine)
    measured = results.measure(part)
    one = replace(measured.measures[0], key="of the beats", value=42.0)
    assert results.keep(replace(measured, measures=(*measured.measures, one)), UTC_MS)
    with writing(engine) as connection:
        connection.execute(update(minute).values(beats=None))
        connection.execute(update(SessionAthleteRow).values(beats_dropped_utc_ms=UTC_MS))
    assert results.keep(results.measure(part), UTC_MS + 1)
    kept = {one.key: one.value for one in results.kept(part) or ()}
    assert kept["of the beats"] == 42.0
    assert len(kept) == len(measured.measures) + 1
