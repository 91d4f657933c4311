"""Hill homework: what was given for outside, which activity belongs to it, what that came to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean
from typing import Final

from kiosk.training import altitude
from kiosk.training.activity import Activity, Second, seconds
from kiosk.training.capability import SHORT_PERCENT
from kiosk.training.measure import Measure
from kiosk.training.plan import Plan, Step
from kiosk.words import Number, short, text

OPEN_DAYS: Final = 14
"""So long after it was given an activity may be brought back for it."""
LEEWAY_PERCENT: Final = 2.0
"""A hill is no belt, and its altitude is noisy: so much flatter or steeper still counts as the
wanted grade. Our own choice."""
WHOLE_PERCENT: Final = 90.0
"""So much of the downhill is all of it: the watch is started and stopped by hand."""
SAME_START_MS: Final = 60_000
"""Two files whose activities begin this near to each other are the same one."""


@dataclass(frozen=True, slots=True)
class Given:
    """Homework that has not been brought back."""

    id: int
    on: date
    """Local day on which it was given."""
    plan: Plan


def nearest(given: Sequence[Given], on: date) -> list[Given]:
    """The homework that an activity of that day was done for: the one given last before it, at most
    OPEN_DAYS days; two or more when they were given on one day, [] when there is none.
    """
    due = [one for one in given if 0 <= (on - one.on).days <= OPEN_DAYS]
    last = max((one.on for one in due), default=None)
    return [one for one in due if one.on == last]


def downhills(plan: Plan) -> list[Step]:
    """The work that goes down."""
    return [
        step
        for step in plan.steps
        if step.kind == "work"
        and step.grade_percent is not None
        and min(step.grade_percent.start, step.grade_percent.end) < -SHORT_PERCENT
    ]


def wanted_grade(plan: Plan) -> tuple[float, float]:
    """Steepest and flattest of the downhill, percent, both negative; (0, 0) without any."""
    ends = [
        end
        for step in downhills(plan)
        if step.grade_percent is not None
        for end in (step.grade_percent.start, step.grade_percent.end)
        if end < 0
    ]
    return (min(ends), max(ends)) if ends else (0.0, 0.0)


def wanted_cadence(plan: Plan) -> tuple[float, float] | None:
    """Steps a minute of the downhill, lowest and highest."""
    bands = [step.cadence_spm for step in downhills(plan) if step.cadence_spm is not None]
    return (min(low for low, _ in bands), max(high for _, high in bands)) if bands else None


def homework_measures(
    plan: Plan, activity: Activity, ceiling_bpm: float | None
) -> tuple[Measure, ...]:
    """What the activity came to as this homework, each with its source, or why it is missing."""
    facts = _Facts(plan, seconds(activity), ceiling_bpm)
    return (
        *facts.vertical(),
        facts.on_grade(),
        facts.cadence(),
        facts.over_ceiling(),
        facts.done(),
    )


def is_whole(measures: Sequence[Measure]) -> bool:
    """Whether all of the downhill was done; False where nobody can tell."""
    done = next((one.value for one in measures if one.key == "homework_done"), None)
    return done is not None and done >= WHOLE_PERCENT


NO_ALTITUDE: Final = text(
    "The file has no altitude: record outside, with a watch that measures it."
)
NO_WAY: Final = text("The file has no distance: record outside, with satellites or a foot pod.")


class _Facts:
    """The seconds of the activity, and which of them went down."""

    def __init__(self, plan: Plan, rows: Sequence[Second], ceiling_bpm: float | None) -> None:
        self._plan, self._rows, self._ceiling = plan, rows, ceiling_bpm
        self._heights = altitude.smoothed([row.altitude_m for row in rows])
        self._ways = [row.distance_m for row in rows]
        self._grades = altitude.grades(self._heights, self._ways)
        self._steepest, self._flattest = wanted_grade(plan)
        self._down = [
            second
            for second, grade in enumerate(self._grades)
            if grade is not None and grade <= min(self._flattest + LEEWAY_PERCENT, -SHORT_PERCENT)
        ]
        """Seconds at the wanted grade or steeper."""

    def vertical(self) -> tuple[Measure, Measure]:
        """Metres up and down."""
        found = altitude.climbed_and_descended(self._heights)
        up, down = found or (None, None)
        missing = "" if found else NO_ALTITUDE
        note = text(
            "The watch's altitude, mean of {smooth} s; ups and downs under {turn} m are not "
            "counted.",
            smooth=altitude.SMOOTH_S,
            turn=Number(altitude.TURN_M),
        )
        said = note if found else ""
        return (
            Measure("descent_m", text("Descended"), down, "m", 0, missing, said),
            Measure("ascent_m", text("Ascent"), up, "m", 0, missing, said),
        )

    def on_grade(self) -> Measure:
        """Minutes at the wanted grade."""
        low = self._steepest - LEEWAY_PERCENT
        missing = self._no_grade()
        held = sum(1 for second in self._down if (self._grades[second] or 0.0) >= low)
        note = text(
            "Wanted: {steepest} to {flattest} % down, {leeway} % either way is let pass; grade by "
            "the watch's altitude and distance over {window} s.",
            steepest=short(-self._steepest),
            flattest=short(-self._flattest),
            leeway=short(LEEWAY_PERCENT),
            window=2 * altitude.WINDOW_S,
        )
        value = None if missing else held / 60
        name = text("On the wanted grade")
        return Measure("on_grade_min", name, value, "min", 1, missing, "" if missing else note)

    def cadence(self) -> Measure:
        """Share of the downhill within the wanted cadence."""
        name, key = text("Quick steps downhill"), "homework_cadence"
        wanted, missing = wanted_cadence(self._plan), self._no_grade()
        heard = [
            spm for second in self._down if (spm := self._rows[second].cadence_spm) is not None
        ]
        if wanted is None:
            missing = text("This workout asks for no cadence.")
        elif not missing and not self._down:
            missing = text("Nothing in the file goes down as steeply as was wanted.")
        elif not missing and not heard:
            missing = text(
                "The file has no cadence downhill: wear a foot pod or a watch that counts steps."
            )
        if missing or wanted is None:
            return Measure(key, name, None, "%", 0, missing)
        low, high = wanted
        share = 100 * sum(low <= spm <= high for spm in heard) / len(heard)
        note = text(
            "{mean} steps a minute on average, {low} to {high} wanted; the watch's cadence, known "
            "for {known} s of {down} s downhill.",
            mean=Number(fmean(heard)),
            low=short(low),
            high=short(high),
            known=len(heard),
            down=len(self._down),
        )
        return Measure(key, name, share, "%", 0, note=note)

    def over_ceiling(self) -> Measure:
        """Seconds above the ceiling."""
        name, key = text("Above the ceiling"), "over_ceiling_s"
        heard = [row.bpm for row in self._rows if row.bpm is not None]
        if self._ceiling is None:
            missing = text("No ceiling is known: give a maximum heart rate or a year of birth.")
            return Measure(key, name, None, "s", 0, missing)
        if not heard:
            missing = text("The file has no heart rate: wear the strap outside too.")
            return Measure(key, name, None, "s", 0, missing)
        over = sum(bpm > self._ceiling for bpm in heard)
        note = text(
            "Ceiling {ceiling} bpm, highest {highest} bpm; known for {known} s of {all} s.",
            ceiling=Number(int(self._ceiling)),
            highest=max(heard),
            known=len(heard),
            all=len(self._rows),
        )
        return Measure(key, name, float(over), "s", 0, note=note)

    def done(self) -> Measure:
        """How much of the downhill was done, by its metres or its time."""
        name, key, missing = text("Done of the downhill"), "homework_done", self._no_grade()
        steps = downhills(self._plan)
        times = [step.planned_s for step in steps]
        if not missing and not steps:
            missing = text("This workout has no downhill.")
        if missing:
            return Measure(key, name, None, "%", 0, missing)
        if all(step.distance_m is not None for step in steps):
            wanted = sum(step.distance_m or 0.0 for step in steps)
            did, unit = sum(map(self._way_of, self._down)), "m"
        elif None in times:
            missing = text("A step of this workout has neither a time nor a distance.")
            return Measure(key, name, None, "%", 0, missing)
        else:
            wanted, did, unit = float(sum(time or 0 for time in times)), float(len(self._down)), "s"
        note = text(
            "{did} {unit} of {wanted} {unit} at the wanted grade or steeper.",
            did=Number(did),
            wanted=Number(wanted),
            unit=unit,
        )
        return Measure(key, name, min(100.0, 100 * did / wanted), "%", 0, note=note)

    def _way_of(self, second: int) -> float:
        """Metres from this second to the next."""
        here = self._ways[second]
        after = self._ways[second + 1] if second + 1 < len(self._ways) else here
        return 0.0 if here is None or after is None else max(0.0, after - here)

    def _no_grade(self) -> str:
        if all(height is None for height in self._heights):
            return NO_ALTITUDE
        return NO_WAY if all(way is None for way in self._ways) else ""
