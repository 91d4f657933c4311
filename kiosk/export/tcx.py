"""One athlete's session as TCX, version 2: laps are counted first, then everything is written as
it is read.
"""

import re
from collections.abc import Iterator
from io import TextIOWrapper
from itertools import groupby
from typing import BinaryIO, Final
from xml.sax.saxutils import escape

import kiosk
from kiosk.export.csv_files import utc_time
from kiosk.export.fit_profile import Sport
from kiosk.export.fit_workout import STEPS_PER_REVOLUTION, sport_of
from kiosk.export.recording import Lap, Recording
from kiosk.export.timeline import Placed
from kiosk.export.totals import Totals
from kiosk.history.rows import SecondRow
from kiosk.history.steps import step_name
from kiosk.training.plan import Plan

_GARMIN: Final = "http://www.garmin.com/xmlschemas"
_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<TrainingCenterDatabase xmlns="{_GARMIN}/TrainingCenterDatabase/v2"'
    f' xmlns:x="{_GARMIN}/ActivityExtension/v2"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_REVOLUTIONS: Final = 254
_TRIGGER: Final = {"time": "Time", "distance": "Distance", "hand": "Manual"}


def write_tcx(file: BinaryIO, recording: Recording) -> None:
    """Writes the activity; what is not known has no element."""
    text = TextIOWrapper(file, encoding="utf-8", newline="")
    laps = recording.laps()
    sport = "Running" if sport_of(recording.plan)[0] is Sport.RUNNING else "Other"
    began = laps[0].began_utc_ms if laps else recording.session.started_utc_ms
    text.write(f'{_HEAD}<Activities><Activity Sport="{sport}"><Id>{utc_time(began)}</Id>\n')
    if not laps:  # the schema wants one
        text.write(f"{_lap_head(Lap(-1, began, 0), recording.plan)}</Lap>\n")
    with recording.placed() as seconds:
        by_lap = groupby(seconds, key=lambda second: second[0].step_index)
        done, has_begun = Totals(), False
        for lap, (_, some) in zip(laps, by_lap, strict=True):
            has_begun = has_begun or lap.step_index >= 0
            text.write(_lap_head(lap, recording.plan))
            text.writelines(_track(some, done))
            name = step_name(recording.plan, lap.step_index, has_begun=has_begun)
            text.write(f"<Notes>{_plain(name)}</Notes></Lap>\n")
    text.write(f"<Notes>{_plain(recording.session.protocol_name)}</Notes>\n{_creator()}")
    text.write("</Activity></Activities></TrainingCenterDatabase>\n")
    text.detach()  # flushes; the file stays open for its owner


def _lap_head(lap: Lap, plan: Plan) -> str:
    """Distance and calories the schema wants also where nobody knows them: those are 0."""
    totals = lap.totals
    step = plan.steps[lap.step_index] if lap.step_index >= 0 else None
    bpm, top, kmh, spm = totals.mean_bpm, totals.max_bpm, totals.max_kmh, totals.mean_spm
    return "".join(
        (
            f'<Lap StartTime="{utc_time(lap.began_utc_ms)}">',
            f"<TotalTimeSeconds>{totals.timer_s}</TotalTimeSeconds>",
            f"<DistanceMeters>{totals.distance_m:.2f}</DistanceMeters>",
            "" if kmh is None else f"<MaximumSpeed>{kmh / 3.6:.3f}</MaximumSpeed>",
            "<Calories>0</Calories>",
            "" if bpm is None else _heart("AverageHeartRateBpm", round(bpm)),
            "" if top is None else _heart("MaximumHeartRateBpm", top),
            f"<Intensity>{_intensity(lap, plan)}</Intensity>",
            "" if spm is None else f"<Cadence>{_revolutions(spm)}</Cadence>",
            f"<TriggerMethod>{_TRIGGER[lap.ended_by(step)]}</TriggerMethod>\n",
        )
    )


def _intensity(lap: Lap, plan: Plan) -> str:
    is_rest = lap.step_index >= 0 and plan.steps[lap.step_index].kind == "recovery"
    return "Resting" if is_rest else "Active"


def _track(seconds: Iterator[Placed], done: Totals) -> Iterator[str]:
    """A lap's trackpoints; a pause parts its track in two. `done` counts on from lap to lap."""
    yield "<Track>\n"
    for number, (second, utc_ms, paused_ms) in enumerate(seconds):
        if paused_ms and number:
            yield "</Track>\n<Track>\n"
        done.add(second)
        yield _point(second, utc_ms, done)
    yield "</Track>"


def _point(second: SecondRow, utc_ms: int, done: Totals) -> str:
    bpm, speed, cadence = second.bpm, second.speed_centi, second.cadence_deci
    point = f"<Trackpoint><Time>{utc_time(utc_ms)}</Time>"
    if second.ascent_mm is not None:
        point += f"<AltitudeMeters>{done.height_m:.3f}</AltitudeMeters>"
    if speed is not None:
        point += f"<DistanceMeters>{done.distance_m:.2f}</DistanceMeters>"
    if bpm is not None:
        point += _heart("HeartRateBpm", bpm)
    if cadence is not None:
        point += f"<Cadence>{_revolutions(cadence / 10)}</Cadence>"
    if speed is not None:
        tpx = f"<x:TPX><x:Speed>{speed / 360:.3f}</x:Speed></x:TPX>"
        point += f"<Extensions>{tpx}</Extensions>"
    return point + "</Trackpoint>\n"


def _heart(name: str, bpm: int) -> str:
    return f"<{name}><Value>{bpm}</Value></{name}>"


def _revolutions(spm: float) -> int:
    return min(_MOST_REVOLUTIONS, int(spm / STEPS_PER_REVOLUTION + 0.5))


def _plain(text: str) -> str:
    """Text as XML takes it."""
    return escape(_NO_XML.sub("", text))


def _creator() -> str:
    major, minor = kiosk.__version__.split(".")[:2]
    version = f"<VersionMajor>{major}</VersionMajor><VersionMinor>{minor}</VersionMinor>"
    return (
        '<Creator xsi:type="Device_t"><Name>Switchback</Name><UnitId>0</UnitId>'
        f"<ProductID>0</ProductID><Version>{version}</Version></Creator>\n"
    )
