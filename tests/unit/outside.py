"""Activities from outside, as watches and platforms write them: a hill run up and down."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from kiosk.export.fit_messages import ACTIVITY_MESSAGES
from kiosk.export.fit_writer import EPOCH_UTC_S, FitStream
from kiosk.training.activity import Point

START_S = 1_767_600_000
"""2026-01-05 08:00 UTC."""
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase xmlns='
    '"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:x='
    '"http://www.garmin.com/xmlschemas/ActivityExtension/v2">'
)

_PLAIN = {kind: replace(message, developer={}) for kind, message in ACTIVITY_MESSAGES.items()}
"""Without fields of our own."""


def hill(*legs: tuple[int, float, float], spm: float = 180.0, bpm: int = 150) -> list[Point]:
    """Legs of seconds, percent and m/s, from 500 m above the sea; a point every second."""
    points = [Point(0.0, bpm, 500.0, 0.0, spm)]
    for length_s, percent, speed in legs:
        for _ in range(length_s):
            before = points[-1]
            points.append(
                Point(
                    before.at_s + 1,
                    bpm,
                    (before.altitude_m or 0) + speed * percent / 100,
                    (before.distance_m or 0) + speed,
                    spm,
                )
            )
    return points


CRUSHER = (
    (900, 0.0, 2.5),
    *[(120, -6.0, 3.5), (240, 6.0, 1.75)] * 6,
    (600, 0.0, 2.5),
)
"""Six times 420 m down at 6 %, walked back up; without warm-up and end flat."""


def tcx_of(
    points: Sequence[Point], start_s: float = START_S, sport: str = "Running", tag: str = "Activity"
) -> bytes:
    """With the cadence where Garmin puts that of a runner."""
    lines = "".join(_trackpoint(point, start_s) for point in points)
    lap = f'<Lap StartTime="{_time(start_s)}"><DistanceMeters>7</DistanceMeters>'
    return (
        f'{HEAD}<Activities><{tag} Sport="{sport}"><Id>{_time(start_s)}</Id>{lap}<Track>{lines}'
        f"</Track></Lap></{tag}></Activities></TrainingCenterDatabase>"
    ).encode()


def fit_of(points: Sequence[Point], start_s: int = START_S, file_type: int = 4) -> bytes:
    """By our own writer, which other programs' readers understand."""
    file = BytesIO()
    stream = FitStream(file, _PLAIN)
    stream.write(
        "file_id", type=file_type, manufacturer=1, product=1, time_created=start_s - EPOCH_UTC_S
    )
    for point in points:
        spm = point.cadence_spm
        stream.write(
            "record",
            timestamp=round(start_s + point.at_s) - EPOCH_UTC_S,
            heart_rate=point.bpm,
            cadence=None if spm is None else spm // 2,
            fractional_cadence=None if spm is None else spm / 2 % 1,
            distance=point.distance_m,
            enhanced_altitude=point.altitude_m,
        )
    stream.write("lap", message_index=0, start_time=start_s - EPOCH_UTC_S)
    stream.finish()
    return file.getvalue()


def _trackpoint(point: Point, start_s: float) -> str:
    made = f"<Trackpoint><Time>{_time(start_s + point.at_s)}</Time>"
    made += "<Position><LatitudeDegrees>47.5</LatitudeDegrees></Position>"
    if point.altitude_m is not None:
        made += f"<AltitudeMeters>{point.altitude_m:.2f}</AltitudeMeters>"
    if point.distance_m is not None:
        made += f"<DistanceMeters>{point.distance_m:.2f}</DistanceMeters>"
    if point.bpm is not None:
        made += f"<HeartRateBpm><Value>{point.bpm}</Value></HeartRateBpm>"
    if point.cadence_spm is not None:
        cadence = f"<x:RunCadence>{point.cadence_spm / 2:.0f}</x:RunCadence>"
        made += f"<Extensions><x:TPX><x:Speed>3</x:Speed>{cadence}</x:TPX></Extensions>"
    return made + "</Trackpoint>"


def _time(utc_s: float) -> str:
    return (
        datetime.fromtimestamp(utc_s, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    )
