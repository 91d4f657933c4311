"""One athlete's session as a FIT activity, second by second, in one pass over the history."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from typing import BinaryIO, Final

from kiosk.export.fit_devices import VERSION, devices_of
from kiosk.export.fit_messages import (
    ACTIVITY_MESSAGES,
    ALTITUDE_OFFSET_M,
    ALTITUDE_SCALE,
    BEATS_A_MESSAGE,
)
from kiosk.export.fit_profile import (
    DEVELOPMENT,
    Event,
    EventType,
    FileType,
    Intensity,
    LapTrigger,
)
from kiosk.export.fit_workout import (
    STEPS_PER_REVOLUTION,
    Wearer,
    intensity_of,
    sport_of,
    write_workout,
)
from kiosk.export.fit_writer import EPOCH_UTC_S, SINT16, UINT8, UINT16, UINT32, FitStream, Value
from kiosk.export.recording import Lap, Recording
from kiosk.export.timeline import Placed
from kiosk.export.totals import Totals
from kiosk.history.rows import SecondRow
from kiosk.training.athlete import Athlete
from kiosk.training.measure import Measure

_TRIGGER: Final = {
    "time": LapTrigger.TIME,
    "distance": LapTrigger.DISTANCE,
    "hand": LapTrigger.MANUAL,
}
_OLDEST: Final = 0x1000_0000
"""Timestamps below are seconds since a device was turned on."""
APPLICATION_ID: Final = bytes.fromhex("5d0c3c1e6f8b4e8f9a27d1c0b1f4a6e3")
"""Ours, for developer fields: never to be changed."""
_NO_8, _NO_16, _NO_GRADE, _NO_32 = (int(t.missing) for t in (UINT8, UINT16, SINT16, UINT32))
_NO_BEATS: Final = [[_NO_16] * (-count % BEATS_A_MESSAGE) for count in range(BEATS_A_MESSAGE)]
"""After so many beats."""
_CADENCE_PARTS: Final = 128
"""A revolution a minute in fractional_cadence."""
_DECI_A_REVOLUTION: Final = 10 * STEPS_PER_REVOLUTION
_SEA_LEVEL: Final = ALTITUDE_OFFSET_M * ALTITUDE_SCALE


def write_fit(file: BinaryIO, recording: Recording) -> None:
    """Writes the activity to an empty file that can be sought in."""
    with recording.placed() as seconds, recording.beats() as beats:
        first = next(seconds, None)
        began_utc_ms = recording.session.started_utc_ms if first is None else first[1]
        activity = _Activity(file, recording, began_utc_ms)
        if first is not None:
            activity.add_seconds(chain([first], seconds), beats)
        activity.finish()


def _times(ticks: Sequence[int]) -> list[int]:
    """Intervals of 1/1024 s in 1/1000 s, filled up to whole messages."""
    times = [(tick * 125 + 64) >> 7 for tick in ticks]
    return times + _NO_BEATS[len(times) % BEATS_A_MESSAGE]


class _Activity:
    """The file on its way: what has been written, and the lap that is under way."""

    def __init__(self, file: BinaryIO, recording: Recording, began_utc_ms: int) -> None:
        self._of = recording
        self._began_ms = self._ended_ms = began_utc_ms
        began_s = began_utc_ms // 1000
        # A clock that was never set: the start is nobody's knowledge, and that is how FIT says so.
        self._zero_s = EPOCH_UTC_S if began_s >= EPOCH_UTC_S + _OLDEST else began_s - 1
        self._stream = FitStream(file, ACTIVITY_MESSAGES)
        self._sport = dict(zip(("sport", "sub_sport"), sport_of(recording.plan), strict=True))
        self._laps = 0
        self._has_begun = False
        self._done = Totals()
        """Of the laps that are over."""
        self._height_m = 0.0
        self._write_head()
        self._row_of = write_workout(self._stream, recording.plan, _wearer(recording), [])
        self._event(began_utc_ms, EventType.START)
        self._pack_record = self._stream.packer("record")
        self._pack_beats = self._stream.packer("hrv")

    def add_seconds(
        self, seconds: Iterable[Placed], beats: Iterator[tuple[int, Sequence[int]]]
    ) -> None:
        """There is at least one."""
        put, pack_beats, record = self._stream.put, self._pack_beats, self._record
        lap, last, totals = None, None, Totals()
        zero_s, heard = self._zero_s, next(beats, None)
        for second, utc_ms, paused_ms in seconds:
            if lap is None or second.step_index != lap.step_index:
                if lap is not None and last is not None:
                    self._end(lap, last)
                lap = Lap(second.step_index, utc_ms, second.elapsed_s)
                totals = lap.totals
            if paused_ms:
                self._event(self._ended_ms, EventType.STOP)
                self._event(utc_ms, EventType.START)
            totals.add(second)
            last, self._ended_ms = second, utc_ms + 1000
            put(record(second, utc_ms // 1000 - zero_s, totals))
            while heard is not None and heard[0] <= second.elapsed_s:
                times = _times(heard[1])
                if len(times) == BEATS_A_MESSAGE:  # nearly always
                    put(pack_beats(*times))
                else:
                    for begin in range(0, len(times), BEATS_A_MESSAGE):
                        put(pack_beats(*times[begin : begin + BEATS_A_MESSAGE]))
                heard = next(beats, None)
        if lap is not None and last is not None:
            self._end(lap, last, is_last=True)

    def finish(self) -> None:
        """What it came to."""
        done, time_s = self._done, self._time(self._ended_ms)
        measures = self._of.measures()
        self._event(self._ended_ms, EventType.STOP_ALL)
        self._stream.write(
            "session",
            message_index=0,
            event=Event.SESSION,
            event_type=EventType.STOP,
            first_lap_index=0,
            num_laps=self._laps,
            trigger=0,
            time_in_band=_value(measures.get("time_in_band")),
            score=_value(measures.get("step_up_score")),
            **self._sport,
            **self._span(self._began_ms, self._ended_ms, done),
        )
        is_known = self._zero_s == EPOCH_UTC_S
        self._stream.write(
            "activity",
            timestamp=time_s,
            total_timer_time=done.timer_s,
            num_sessions=1,
            type=0,
            event=Event.ACTIVITY,
            event_type=EventType.STOP,
            local_timestamp=time_s + 60 * self._of.session.utc_offset_min if is_known else None,
        )
        self._stream.finish()

    # -- messages ----------------------------------------------------------------------------------

    def _write_head(self) -> None:
        write, began = self._stream.write, self._time(self._began_ms)
        write(
            "file_id",
            type=FileType.ACTIVITY,
            manufacturer=DEVELOPMENT,
            product=0,
            serial_number=self._of.who.athlete_id & 0xFFFF_FFFF,
            time_created=began,
        )
        write("file_creator", software_version=VERSION)
        for index, device in enumerate(devices_of(self._of)):
            write("device_info", timestamp=began, device_index=index, **device)
        write(
            "developer_data_id",
            application_id=APPLICATION_ID,
            developer_data_index=0,
            application_version=VERSION,
        )
        for kind in ("record", "session"):
            message = ACTIVITY_MESSAGES[kind]
            for name, field in message.developer.items():
                write(
                    "field_description",
                    developer_data_index=0,
                    field_definition_number=field.number,
                    fit_base_type_id=field.base.identifier,
                    field_name=name,
                    units=field.units,
                    native_mesg_num=message.number,
                )

    def _event(self, utc_ms: int, kind: EventType) -> None:
        self._stream.write(
            "event", timestamp=self._time(utc_ms), event=Event.TIMER, event_type=kind
        )

    def _record(self, second: SecondRow, time_s: int, lap: Totals) -> bytes:
        """In the order of the table; `lap` counts this second."""
        bpm, grade, speed = second.bpm, second.grade_centi, second.speed_centi
        low, high, spm_deci = second.target_low_bpm, second.target_high_bpm, second.cadence_deci
        cadence, part, distance_centi, height = _NO_8, _NO_8, _NO_32, _NO_32
        if spm_deci is not None and spm_deci < _NO_8 * _DECI_A_REVOLUTION:
            cadence, rest = divmod(spm_deci, _DECI_A_REVOLUTION)
            part = (rest * _CADENCE_PARTS + _DECI_A_REVOLUTION // 2) // _DECI_A_REVOLUTION
        if speed is not None:
            distance_centi = ((self._done.speed_sum_centi + lap.speed_sum_centi) * 5 + 9) // 18
        if second.ascent_mm is not None:
            height_m = self._height_m + lap.ascent_mm / 1000 - lap.descent_m
            height = int(height_m * ALTITUDE_SCALE + _SEA_LEVEL + 0.5)
        return self._pack_record(
            time_s,
            _NO_8 if bpm is None else bpm,
            cadence,
            distance_centi,
            _NO_GRADE if grade is None else grade,
            part,
            _NO_32 if speed is None else (speed * 25 + 4) // 9,
            height,
            _NO_8 if low is None else min(low, _NO_8),
            _NO_8 if high is None else min(high, _NO_8),
        )

    def _end(self, lap: Lap, last: SecondRow, *, is_last: bool = False) -> None:
        lap.close(last, self._ended_ms)
        step = self._of.plan.steps[lap.step_index] if lap.step_index >= 0 else None
        own = Intensity.COOLDOWN if self._has_begun else Intensity.WARMUP
        self._has_begun = self._has_begun or step is not None
        self._stream.write(
            "lap",
            message_index=self._laps,
            event=Event.LAP,
            event_type=EventType.STOP,
            intensity=own if step is None else intensity_of(step),
            lap_trigger=LapTrigger.SESSION_END if is_last else _TRIGGER[lap.ended_by(step)],
            wkt_step_index=self._row_of.get(lap.step_index),
            **self._sport,
            **self._span(lap.began_utc_ms, lap.ended_utc_ms, lap.totals),
        )
        self._laps += 1
        self._done.merge(lap.totals)
        self._height_m = self._done.height_m

    def _span(self, began_ms: int, ended_ms: int, totals: Totals) -> dict[str, Value]:
        """What a lap and the session have in common."""
        return {
            "timestamp": self._time(ended_ms),
            "start_time": self._time(began_ms),
            "total_elapsed_time": (ended_ms - began_ms) / 1000,
            "total_timer_time": totals.timer_s,
            "total_distance": totals.distance_m if totals.speed_s else None,
            "avg_heart_rate": totals.mean_bpm,
            "max_heart_rate": totals.max_bpm,
            "avg_cadence": _revolutions(totals.mean_spm),
            "max_cadence": _revolutions(totals.max_spm),
            "total_ascent": totals.ascent_m if totals.climb_s else None,
            "total_descent": totals.descent_m if totals.climb_s else None,
            "enhanced_avg_speed": _metres_a_second(totals.mean_kmh),
            "enhanced_max_speed": _metres_a_second(totals.max_kmh),
        }

    def _time(self, utc_ms: int) -> int:
        return utc_ms // 1000 - self._zero_s


def _wearer(recording: Recording) -> Wearer:
    """With the zones of then; without any, nobody's targets are heart rates."""
    who, zones = recording.who, recording.zones
    athlete = Athlete(who.athlete_id, who.name, is_effort_only=zones is None)
    utc = datetime.fromtimestamp(recording.session.started_utc_ms // 1000, UTC)
    return Wearer(athlete, utc.date(), zones)


def _revolutions(spm: float | None) -> float | None:
    return None if spm is None else min(_NO_8 - 1, spm / STEPS_PER_REVOLUTION)


def _metres_a_second(kmh: float | None) -> float | None:
    return None if kmh is None else kmh / 3.6


def _value(measure: Measure | None) -> float | None:
    return None if measure is None else measure.value
