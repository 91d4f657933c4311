"""What each station has shown that it can do, and what may therefore be offered on it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiosk.training.plan import Plan, StationKind, Step

HELD_S = 10.0
"""A grade counts as shown once the deck has kept it so long: shorter is passing through, or
somebody climbing on."""
STEADY_PERCENT = 0.5
"""How far the reading may stray meanwhile. A ramp of 5 % a minute strays further in 10 s."""
NEWS_PERCENT = 0.2
"""What is less beyond the old range is the sensor's own noise."""
SHORT_PERCENT = 0.5
"""A station that lacks no more than this can do a grade: consoles and sensors differ by as much."""
BELIEVABLE_PERCENT = (-15.0, 40.0)
"""No gym's deck goes further; a sensor that says so has fallen off."""


@dataclass(frozen=True, slots=True)
class Capability:
    """The grades a station has been seen at; a fresh station has been seen flat only."""

    lowest_percent: float = 0.0
    highest_percent: float = 0.0
    by: str = "sensor"
    """"person" where somebody vouched for it."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A grade that is being kept."""

    percent: float
    since: float
    """Seconds, of whichever clock."""


def hold(before: Hold | None, percent: float, at: float) -> Hold:
    """The grade kept up to now: the one before while the reading is steady, else a new one."""
    if before is not None and abs(percent - before.percent) <= STEADY_PERCENT:
        return before
    return Hold(percent, at)


def widened(capability: Capability, percent: float, held_s: float) -> Capability | None:
    """The wider range once a grade was kept for HELD_S seconds; None when that is nothing new."""
    lowest, highest = BELIEVABLE_PERCENT
    if held_s < HELD_S or not lowest <= percent <= highest:
        return None
    if percent > capability.highest_percent + NEWS_PERCENT:
        return replace(capability, highest_percent=percent, by="sensor")
    if percent < capability.lowest_percent - NEWS_PERCENT:
        return replace(capability, lowest_percent=percent, by="sensor")
    return None


def vouched(capability: Capability, percent: float) -> Capability:
    """The range once somebody has said that the station can do this grade."""
    return Capability(
        min(capability.lowest_percent, percent),
        max(capability.highest_percent, percent),
        by="person",
    )


@dataclass(frozen=True, slots=True)
class Need:
    """What a plan asks of the stations of one kind: its flattest, or steepest down, and steepest
    grade, ramps included.
    """

    kind: StationKind | None
    """None: it does not matter on what."""
    lowest_percent: float
    highest_percent: float

    def declines_beyond(self, capability: Capability) -> bool:
        return self.lowest_percent < capability.lowest_percent - SHORT_PERCENT

    def climbs_beyond(self, capability: Capability) -> bool:
        return self.highest_percent > capability.highest_percent + SHORT_PERCENT


def needs(plan: Plan) -> tuple[Need, ...]:
    """What a plan asks of stations, one for each kind that it is done on."""
    found: dict[StationKind | None, Need] = {}
    for kind, step in _by_kind(plan):
        ends = (
            (0.0,)
            if step.grade_percent is None or kind in ("stair", "floor")
            else (step.grade_percent.start, step.grade_percent.end)
        )
        before = found.get(kind, Need(kind, 0.0, 0.0))
        found[kind] = Need(
            kind,
            min(before.lowest_percent, *ends),
            max(before.highest_percent, *ends),
        )
    return tuple(found.values())


def _by_kind(plan: Plan) -> Iterator[tuple[StationKind | None, Step]]:
    """Every step with what it is done on: its own word, its lane's, else the plan's."""
    usual: dict[str, StationKind] = {"treadmill": "treadmill", "stair": "stair", "circuit": "floor"}
    general = None if plan.rotation is not None else usual.get(plan.modality)
    kinds: list[StationKind | None] = [step.station_kind or general for step in plan.steps]
    for lane in () if plan.rotation is None else plan.rotation.lanes:
        for index in range(lane.first, lane.first + lane.count):
            kinds[index] = plan.steps[index].station_kind or lane.station_kind
    yield from zip(kinds, plan.steps, strict=True)
