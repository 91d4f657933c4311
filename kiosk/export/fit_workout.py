"""A workout as a FIT workout file, for a watch or another program.

What FIT has no field for stands in the notes of its step (fit_notes) and of the workout, from where
fit_import reads it back. A rotation is written as the way of whoever begins it in its first lane.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kiosk.export.fit_notes import notes_of
from kiosk.export.fit_profile import (
    BPM_OFFSET,
    DEVELOPMENT,
    Duration,
    FileType,
    Intensity,
    Sport,
    SubSport,
    Target,
)
from kiosk.export.fit_writer import EPOCH_UTC_S, NAME_BYTES, FitStream, FitWriter, Value
from kiosk.training.athlete import Athlete
from kiosk.training.bands import band_for
from kiosk.training.plan import PercentTarget, Plan, Step, StepKind, ZoneTarget
from kiosk.training.repeats import Node, Repeated, folded
from kiosk.training.units import KMH_PER_MPH
from kiosk.training.zones import Zones, ceiling_for, shown, zones_for

WALKS_UP_TO_KMH = 7.3
"""4.5 mph, as fast as any walking test goes."""
SPEED_LEEWAY_KMH = 0.32
"""0.2 mph to either side of a prescribed speed: a watch complains only beyond."""
STEPS_PER_REVOLUTION = 2
OUTSIDE = "outside"
"""A plan's modality where it is done on no machine: see kiosk.export.homework."""
_INTENSITY: dict[StepKind, Intensity] = {
    "warm-up": Intensity.WARMUP,
    "work": Intensity.ACTIVE,
    "recovery": Intensity.RECOVERY,
    "cool-down": Intensity.COOLDOWN,
}


@dataclass(frozen=True, slots=True)
class Wearer:
    """Whose workout it is, on a day: zones become their own bpm, a marathon pace their speed."""

    athlete: Athlete
    on: date
    zones_then: Zones | None = None
    """What they were on that day, where that is kept."""

    @property
    def zones(self) -> Zones | None:
        return self.zones_then or zones_for(self.athlete, self.on)

    def ceiling(self, plan: Plan) -> float | None:
        """In bpm; for an all-out test the one that the coach set for it."""
        own = self.athlete.test_ceiling_hr if plan.maximal else None
        return ceiling_for(self.athlete, self.on) if own is None else own


@dataclass(slots=True)
class FitWorkout:
    """The file's content, and sentences on what did not get into it."""

    content: bytes = b""
    left_out: list[str] = field(default_factory=list[str])


def fit_workout(plan: Plan, created_utc_ms: int, wearer: Wearer | None = None) -> FitWorkout:
    """The plan as a FIT workout file.

    Targets are heart-rate zones by number, or with a wearer whose zones are known their own bands
    in bpm, below their ceiling; for somebody who trains by effort only there are none.
    `created_utc_ms` tells two files of one plan apart.
    """
    made = FitWorkout()
    if plan.rotation is not None:
        made.left_out.append(
            f"{plan.name} is a rotation class: the file has the way that begins at "
            f"{plan.rotation.lanes[0].name}."
        )
    writer = FitWriter()
    created_s = max(1, created_utc_ms // 1000 - EPOCH_UTC_S)
    writer.write(
        "file_id",
        type=FileType.WORKOUT,
        manufacturer=DEVELOPMENT,
        product=0,
        serial_number=created_s,
        time_created=created_s,
    )
    write_workout(writer, plan, wearer, made.left_out)
    made.content = writer.content()
    return made


def write_workout(
    stream: FitStream, plan: Plan, wearer: Wearer | None, left_out: list[str]
) -> dict[int, int]:
    """Writes the workout and its steps; gives by the plan's step which of those it is. Steps that
    nobody does who begins in a rotation's first lane are not among them.
    """
    rows = _Rows(_Targets(plan, wearer), left_out)
    done = rows.add(folded(steps_in_a_row(plan)))
    sport, sub_sport = sport_of(plan)
    stream.write(
        "workout",
        sport=sport,
        sub_sport=sub_sport,
        num_valid_steps=len(rows.rows),
        wkt_name=plan.name,
        wkt_description=_description(plan),
    )
    for row in rows.rows:
        stream.write("workout_step", **row)
    return dict(zip(reversed(_indices_in_a_row(plan)), reversed(done), strict=True))


def sport_of(plan: Plan) -> tuple[Sport, SubSport]:
    """Sport and sub-sport; hiking on a treadmill has none of its own and is a hike."""
    if plan.modality == OUTSIDE:
        return Sport.RUNNING, SubSport.GENERIC
    if plan.modality == "stair":
        return Sport.FITNESS_EQUIPMENT, SubSport.STAIR_CLIMBING
    if plan.modality == "circuit" or plan.category == "strength":
        return Sport.TRAINING, SubSport.STRENGTH_TRAINING
    if plan.category == "hike":
        return Sport.HIKING, SubSport.TREADMILL
    speeds = [max(s.speed_kmh.start, s.speed_kmh.end) for s in plan.steps if s.speed_kmh]
    if speeds and max(speeds) <= WALKS_UP_TO_KMH:
        return Sport.WALKING, SubSport.INDOOR_WALKING
    return Sport.RUNNING, SubSport.TREADMILL


def steps_in_a_row(plan: Plan) -> Sequence[Step]:
    """The steps one after the other; of a rotation those of whoever begins in the first lane."""
    steps = [plan.steps[index] for index in _indices_in_a_row(plan)]
    if plan.rotation is None:
        return steps
    # Laps that are cut short are no repeats, and a device shows no turns anyway.
    return [replace(s, round=1, rounds=1) for s in steps]


def _indices_in_a_row(plan: Plan) -> Sequence[int]:
    """Into the plan's steps."""
    turn = plan.rotation
    if turn is None:
        return range(len(plan.steps))
    indices = [*range(turn.lead_in)]
    for block in range(turn.blocks):
        lane = turn.lanes[block % len(turn.lanes)]
        indices += [turn.change, *range(lane.first, lane.first + lane.count)]
    return indices + [*range(len(plan.steps))][turn.lead_out :]


def _description(plan: Plan) -> str:
    """What the protocol's head says, for fit_import to read; ids have no spaces."""
    words = ["Switchback", f"id={plan.protocol_id}", f"machine={plan.modality}"]
    words += [f"category={plan.category}"] if plan.category else []
    words += [f"level={plan.level}"] if plan.level else []
    words += [f"test={plan.test}"] if plan.test else []
    words += ["maximal=yes"] if plan.maximal else []
    return " ".join(words)


Row = dict[str, Value]


class _Rows:
    """The steps and repeats as rows of the file, each repeat after its last step."""

    def __init__(self, targets: "_Targets", left_out: list[str]) -> None:
        self.rows: list[Row] = []
        self._targets = targets
        self._left_out = left_out

    def add(self, nodes: Sequence[Node]) -> list[int]:
        """The row of each step that is done, turn after turn."""
        done: list[int] = []
        for node in nodes:
            first = len(self.rows)
            if isinstance(node, Repeated):
                done += self.add(node.body) * node.times
                self._append(
                    duration_type=Duration.REPEAT_UNTIL_STEPS_COMPLETE,
                    duration_value=first,
                    target_value=node.times,
                )
            else:
                done.append(first)
                self._append(**self._step(node))
        return done

    def _append(self, **row: Value) -> None:
        self.rows.append({"message_index": len(self.rows)} | row)

    def _step(self, step: Step) -> Row:
        is_long = len(step.name.encode()) >= NAME_BYTES
        notes, lost = notes_of(step, full_name=is_long, with_zone=self._targets.by_zone)
        if lost:
            things = "1 cue or fact" if lost == 1 else f"{lost} cues or facts"
            self._left_out.append(f'"{step.name}": {things} found no room in the notes.')
        row: Row = {
            "wkt_step_name": step.name,
            "intensity": intensity_of(step),
            "notes": notes,
            "exercise_weight": step.load_kg,
            **_end(step),
        }
        targets = list(self._targets.of(step)) or [_NO_TARGET]
        row |= targets[0]
        for second in targets[1:2]:
            row |= {f"secondary_{key}": value for key, value in second.items()}
        return row


def intensity_of(step: Step) -> Intensity:
    on_the_floor = step.kind == "recovery" and step.station_kind == "floor"
    return Intensity.REST if on_the_floor else _INTENSITY[step.kind]


def _end(step: Step) -> Row:
    """What ends the step."""
    kind, value = Duration.OPEN, None
    if step.duration_s is not None:
        kind, value = Duration.TIME, step.duration_s * 1000
    elif step.distance_m is not None:
        kind, value = Duration.DISTANCE, step.distance_m * 100
    elif (gate := step.gate) is not None:
        if gate.below_bpm is not None:
            kind, value = Duration.HR_LESS_THAN, gate.below_bpm + BPM_OFFSET
        elif gate.below_percent_max is not None:
            kind, value = Duration.HR_LESS_THAN, gate.below_percent_max
        elif gate.above_bpm is not None:
            kind, value = Duration.HR_GREATER_THAN, gate.above_bpm + BPM_OFFSET
        else:  # a fall has no field: the notes say it
            kind, value = Duration.TIME, gate.at_most_s * 1000
    elif step.reps is not None:
        kind, value = Duration.REPS, step.reps
    return {"duration_type": kind, "duration_value": value}


_NO_TARGET: Row = {"target_type": Target.OPEN, "target_value": 0}


class _Targets:
    """What to keep to, for one wearer or for anybody."""

    def __init__(self, plan: Plan, wearer: Wearer | None) -> None:
        self._athlete = Athlete(0, "") if wearer is None else wearer.athlete
        self._on = None if wearer is None else wearer.on
        self._zones = None if wearer is None else wearer.zones
        self._ceiling = None if wearer is None else wearer.ceiling(plan)

    @property
    def by_zone(self) -> bool:
        """Whether targets are zones by number."""
        return self._zones is None and not self._athlete.is_effort_only

    def of(self, step: Step) -> Iterator[Row]:
        """The most important first; a device follows one or two."""
        if (heart_rate := self._heart_rate(step)) is not None:
            yield heart_rate
        if (speeds := self._speeds_kmh(step)) is not None:
            low, high = (kmh / 3.6 * 1000 for kmh in speeds)
            yield _custom(Target.SPEED, low, high)
        if step.cadence_spm is not None:
            low, high = (spm / STEPS_PER_REVOLUTION for spm in step.cadence_spm)
            yield _custom(Target.CADENCE, low, high)

    def _heart_rate(self, step: Step) -> Row | None:
        band = band_for(step, self._athlete, self._zones, self._ceiling, self._on)
        if band is not None:
            low, high = shown(band)
            return _custom(Target.HEART_RATE, low + BPM_OFFSET, high + BPM_OFFSET)
        if self._athlete.is_effort_only:
            return None
        match step.target:
            case ZoneTarget(zone=zone):
                return {"target_type": Target.HEART_RATE, "target_value": zone}
            case PercentTarget(low_percent=low, high_percent=high):
                return _custom(Target.HEART_RATE, low, high)
            case _:
                return None

    def _speeds_kmh(self, step: Step) -> tuple[float, float] | None:
        if step.speed_kmh is not None:
            ends = sorted((step.speed_kmh.start, step.speed_kmh.end))
            leeway = SPEED_LEEWAY_KMH if ends[0] == ends[1] else 0.0
            return max(0.0, ends[0] - leeway), ends[1] + leeway
        offsets, pace = step.marathon_pace, self._athlete.marathon_pace_s_per_km
        if offsets is None or pace is None:
            return None
        per_mile = (offsets.low_s_per_mile, offsets.high_s_per_mile)
        paces = [pace + seconds / KMH_PER_MPH for seconds in per_mile]
        return (3600 / max(paces), 3600 / min(paces)) if min(paces) > 0 else None


def _custom(kind: Target, low: float, high: float) -> Row:
    return {
        "target_type": kind,
        "target_value": 0,
        "custom_target_value_low": low,
        "custom_target_value_high": high,
    }
