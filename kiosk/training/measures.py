"""All measurements of one athlete's part in a session, in the order in which they are shown."""

import math
from collections.abc import Callable, Iterator, Sequence
from statistics import fmean
from typing import Final

from kiosk.training.demand import is_on_stairs, vo2_of
from kiosk.training.economy import climb_economy, is_hike, standard_of, windows_of
from kiosk.training.facts import NOT_WORN, SUSPECT, WALK, Facts, Row, mean_heart
from kiosk.training.fitness_tests import PRESCRIBED, result_of
from kiosk.training.heart import decoupling_of, recovery_of, rmssd_of
from kiosk.training.held import held_of
from kiosk.training.load import (
    banister_of,
    edwards_of,
    max_hr_of,
    resting_hr_of,
    session_rpe,
)
from kiosk.training.measure import Measure
from kiosk.training.metrics import time_in_zone
from kiosk.training.past import Window
from kiosk.training.physiology import net_kcal
from kiosk.training.score import (
    is_building,
    is_spent,
    partial,
    steadiness_of,
    step_up_score,
    targeted,
)
from kiosk.training.zones import ZoneModel, Zones
from kiosk.words import Quantity, joined, text

__all__ = ["Facts", "Row", "session_measures", "windows"]

NO_HEART: Final = text("no heart rate was recorded: wear a strap")
ESTIMATED: Final = text("with a maximum estimated from age")
POINTS: Final = text("points")
NO_MAX: Final = text("maximum heart rate or year of birth")


def session_measures(facts: Facts, rows: Sequence[Row]) -> tuple[Measure, ...]:
    """What the session came to; a measure without a value says why. `rows` in order of elapsed_s.

    Never raises; linear in the rows. Not listed is only what nobody would ask for in such a
    session: a score outside step-ups, an economy outside hikes, a test result outside tests.
    """
    return tuple(measure for part in _PARTS for measure in part(facts, rows))


def windows(facts: Facts, rows: Sequence[Row]) -> tuple[Window, ...]:
    """The steady minutes of a hike: economy.windows_of."""
    return windows_of(facts, rows)


def _result(facts: Facts, rows: Sequence[Row]) -> Iterator[Measure]:
    if facts.plan.test is not None:
        yield result_of(facts.plan.test, facts, rows)
    if facts.plan.category == "repeats":
        variation, missing = steadiness_of(facts, rows)
        yield Measure("steadiness", text("Pace varied by"), variation, "%", 1, missing)


def _held(facts: Facts, rows: Sequence[Row]) -> Iterator[Measure]:
    held = held_of(facts, rows)
    is_step_up = facts.plan.category == "step-up"
    if held is None and not (is_step_up or targeted_plan(facts)):
        return
    share = None if held is None else held.time_in_band
    missing = _why_not_held(facts, rows) if share is None else ""
    if is_step_up:
        yield _step_up(facts, rows, share, None if held is None else held.overshoot_bpm_min)
    left_out = 0 if held is None else held.judged_s - held.known_s
    note = (
        text("{left_out} s without heart rate left out", left_out=left_out)
        if share is not None and left_out
        else ""
    )
    percent = None if share is None else share * 100
    yield Measure("time_in_band", text("Time in band"), percent, "%", 0, missing, note)
    over = None if held is None or share is None else held.overshoot_bpm_min
    yield Measure("overshoot", text("Overshoot"), over, "bpm·min", 1, missing)


def targeted_plan(facts: Facts) -> bool:
    """Whether any work step of the plan aims at a heart rate."""
    return any(step.target is not None for step in facts.plan.steps if step.kind == "work")


def _why_not_held(facts: Facts, rows: Sequence[Row]) -> str:
    if not targeted(facts, rows):
        return text("no step with a heart-rate target was done")
    if facts.athlete.is_effort_only:
        return text("trains by effort: no heart rate was asked for")
    if mean_heart(rows) is None:
        return NO_HEART
    if facts.zones is None:
        return facts.roster(NO_MAX, "max-hr")
    return text("too little of the judged time had a heart rate")


def _step_up(facts: Facts, rows: Sequence[Row], share: float | None, over: float | None) -> Measure:
    key, name = "step_up_score", text("Step-up score")
    why = partial(facts, rows)
    if why:
        return Measure(key, name, None, POINTS, 0, text("no score for a part: {why}", why=why))
    if share is None or over is None:
        return Measure(key, name, None, POINTS, 0, _why_not_held(facts, rows))
    work = [row for part in targeted(facts, rows) for row in part]
    if 2 * sum(bool(row.flags & WALK) for row in work) > len(work):
        why = text("no score: most of the work was a recovery walk")
        return Measure(key, name, None, POINTS, 0, why)
    building, missing = is_building(facts, rows)
    if building is None:
        return Measure(key, name, None, POINTS, 0, missing)
    note = text("built up step by step") if building else text("did not build up from step to step")
    if is_spent(facts):
        note = joined("; ", [note, text("finished and well spent")])
    return Measure(key, name, step_up_score(share, over, building), POINTS, 0, "", note)


def _heart(facts: Facts, rows: Sequence[Row]) -> Iterator[Measure]:
    beats = [row.heart for row in rows if row.heart is not None]
    missing = "" if beats else NO_HEART
    odd = sum(row.bpm is not None and bool(row.flags & (SUSPECT | NOT_WORN)) for row in rows)
    note = text("{odd} doubtful seconds left out", odd=odd) if odd and beats else ""
    mean, top = (fmean(beats), float(max(beats))) if beats else (None, None)
    yield Measure("hr_mean", text("Mean heart rate"), mean, "bpm", 0, missing, note)
    yield Measure("hr_max", text("Highest heart rate"), top, "bpm", 0, missing, note)
    yield from _zones(facts, rows)


def _zones(facts: Facts, rows: Sequence[Row]) -> Iterator[Measure]:
    zones = facts.zones
    seconds: dict[int, float] = {}
    unknown: float | None = None
    missing = facts.roster(NO_MAX, "max-hr") if zones is None else ""
    if zones is not None and rows:
        end_s = rows[-1].elapsed_s + 1
        spent = time_in_zone(((row.elapsed_s, row.heart) for row in rows), zones, end_s)
        for label, held_s in spent.seconds.items():
            number = min(5, int(label[0]))
            seconds[number] = seconds.get(number, 0.0) + held_s
        unknown = end_s - rows[0].elapsed_s - sum(seconds.values())
    elif zones is not None:
        missing = text("nothing was recorded")
    if not missing and mean_heart(rows) is None:
        missing = NO_HEART
    note = "" if zones is None else _model_words(zones)
    for number in range(1, 6):
        spent_s = None if missing else seconds.get(number, 0.0)
        yield Measure(
            f"time_in_zone_{number}",
            text("Time in zone {number}", number=number),
            spent_s,
            "s",
            0,
            missing,
            note,
        )
    below = None if missing else seconds.get(0, 0.0)
    yield Measure("time_below_zones", text("Time below zone 1"), below, "s", 0, missing, note)
    missing = "" if unknown is not None else missing
    yield Measure("time_unknown", text("Time without heart rate"), unknown, "s", 0, missing)


def _model_words(zones: Zones) -> str:
    model = {
        ZoneModel.CUSTOM: text("custom"),
        ZoneModel.THRESHOLD: text("threshold"),
        ZoneModel.RESERVE: text("reserve"),
        ZoneModel.PERCENT_MAX: text("percent-max"),
    }[zones.model]
    return joined(", ", [model, ESTIMATED]) if zones.estimated else model


def _load(facts: Facts, rows: Sequence[Row]) -> Iterator[Measure]:
    top, rest, sex = max_hr_of(facts), resting_hr_of(facts), facts.athlete.sex
    note = ESTIMATED if top is not None and top[1] else ""
    if facts.athlete.is_effort_only:
        note = text("trains by effort: may say little of the load")
    missing = "" if mean_heart(rows) is not None else NO_HEART
    missing = missing or ("" if top is not None else facts.roster(NO_MAX, "max-hr"))
    edwards = None if missing or top is None else edwards_of(rows, top[0])
    yield Measure("edwards", text("Load (Edwards)"), edwards, POINTS, 0, missing, note)
    if not missing and (rest is None or (top is not None and rest >= top[0])):
        missing = facts.roster(text("resting heart rate"), "resting-hr")
    if not missing and sex is None:
        missing = facts.roster(text("sex"), "sex")
    impulse = None
    if not missing and top is not None and rest is not None and sex is not None:
        impulse = banister_of(rows, rest, top[0], sex)
    yield Measure("banister", text("Load (Banister)"), impulse, POINTS, 0, missing, note)
    rpe = facts.answers.get("rpe")
    by_rpe = None if rpe is None else session_rpe(rpe, len(rows) / 60)
    missing = text("nobody said how hard the session was (1–10)") if rpe is None else ""
    yield Measure("rpe_load", text("Load by effort"), by_rpe, POINTS, 0, missing)


def _answer_of_the_heart(facts: Facts, rows: Sequence[Row]) -> Iterator[Measure]:
    fell = recovery_of(facts, rows)
    pace = (
        text("posture not recorded")
        if fell.speed_kmh is None
        else text("at {speed}", speed=Quantity(fell.speed_kmh, "km/h", 1))
    )
    note = (
        ""
        if fell.fall_bpm is None
        else text("in {step}, {pace}; compare only like with like", step=fell.step, pace=pace)
    )
    yield Measure(
        "hr_recovery_60",
        text("Fall in the first minute"),
        fell.fall_bpm,
        "bpm",
        0,
        fell.missing,
        note,
    )
    drift = decoupling_of(facts, rows)
    note = ""
    if drift.percent is not None:
        note = text("by {by} over {seconds} min", by=drift.by, seconds=drift.seconds // 60)
        note = joined("; ", [note, PRESCRIBED]) if drift.prescribed else note
    yield Measure("decoupling", text("Decoupling"), drift.percent, "%", 1, drift.missing, note)
    variability, missing = rmssd_of(facts, rows)
    clean_ms = None if variability is None else variability.clean_ms
    note = (
        ""
        if variability is None
        else text(
            "{flagged} of {beats} left out", flagged=variability.flagged, beats=variability.beats
        )
    )
    yield Measure("rmssd", text("RMSSD at rest"), clean_ms, "ms", 1, missing, note)


def _climb(facts: Facts, rows: Sequence[Row]) -> Iterator[Measure]:
    if _is_on_the_spot(facts, rows):
        return
    prescribed = PRESCRIBED if any(row.speed_source == "prescribed" for row in rows) else ""
    if not all(is_on_stairs(facts, row) for row in rows) or not rows:
        speeds = [row.speed_kmh for row in rows if row.speed_kmh is not None]
        distance = math.fsum(speeds) / 3.6 if speeds else None
        missing = "" if speeds else text("no speed: type in what the belt shows")
        yield Measure("distance_m", text("Distance"), distance, "m", 0, missing, prescribed)
    climbs = [row.ascent_m for row in rows if row.ascent_m is not None]
    climbing_s = sum(metres > 0 for metres in climbs)
    missing = "" if climbs else _no_climb(facts, rows)
    ascent = math.fsum(climbs) if climbs else None
    yield Measure("ascent_m", text("Ascent"), ascent, "m", 0, missing, prescribed)
    vertical = None if ascent is None or not climbing_s else ascent / climbing_s * 3600
    missing = missing or ("" if climbing_s else text("nothing was climbed"))
    yield Measure(
        "vertical_speed",
        text("Vertical speed while climbing"),
        vertical,
        "m/h",
        0,
        missing,
        prescribed,
    )


def _is_on_the_spot(facts: Facts, rows: Sequence[Row]) -> bool:
    """Circuits and step tests go nowhere."""
    moved = any(row.speed_kmh is not None or row.cadence_spm is not None for row in rows)
    stays = facts.plan.category == "strength" or facts.plan.modality == "circuit"
    return stays and not moved


def _no_climb(facts: Facts, rows: Sequence[Row]) -> str:
    if any(is_on_stairs(facts, row) for row in rows):
        return text("no steps a minute: type in what the machine shows")
    if any(row.speed_kmh is not None for row in rows):
        return text("nothing read the belt's grade")
    return text("no speed and no grade were recorded")


def _no_uptake(facts: Facts, rows: Sequence[Row]) -> str:
    on_stairs = [row for row in rows if is_on_stairs(facts, row) and row.cadence_spm is not None]
    if not on_stairs:
        return _no_climb(facts, rows)
    if any(facts.machine(row).step_height_m is None for row in on_stairs):
        return text("no step height of the stair machine in the kiosk's settings")
    return facts.roster(text("weight for the load that was carried"), "weight-kg")


def _energy(facts: Facts, rows: Sequence[Row]) -> Iterator[Measure]:
    if _is_on_the_spot(facts, rows):
        return
    uptakes = [vo2 for row in rows if (vo2 := vo2_of(facts, row)) is not None]
    missing = "" if uptakes else _no_uptake(facts, rows)
    notes = [text("estimated from speed and grade") if uptakes else ""]
    if any(row.speed_source == "prescribed" for row in rows):
        notes.append(PRESCRIBED)
    if uptakes and len(uptakes) < len(rows):
        notes.append(
            text("{count} s without speed or grade left out", count=len(rows) - len(uptakes))
        )
    if any(step.load_kg and step.station_kind != "stair" for step in facts.plan.steps):
        notes.append(text("without what the load carried costs"))
    note = joined("; ", list(filter(None, notes)))
    mean = fmean(uptakes) if uptakes else None
    yield Measure("vo2_mean", text("Mean oxygen uptake"), mean, "ml/kg/min", 1, missing, note)
    weight = facts.athlete.weight_kg
    missing = missing or ("" if weight else facts.roster(text("weight"), "weight-kg"))
    kcal = net_kcal(mean, weight, len(uptakes) / 60) if mean is not None and weight else None
    yield Measure("net_kcal", text("Energy above rest"), kcal, "kcal", 0, missing, note)


def _economy(facts: Facts, rows: Sequence[Row]) -> Iterator[Measure]:
    if not is_hike(facts, rows):
        return
    steady = windows_of(facts, rows)
    missing = "" if steady else _no_window(facts, rows)
    note = "" if "rails" in facts.answers else text("nobody said whether the rails were touched")
    economy = climb_economy(steady)
    yield Measure(
        "beats_per_metre",
        text("Beats per metre climbed"),
        economy,
        text("beats/m"),
        2,
        missing,
        note,
    )
    top, rest, vo2max = max_hr_of(facts), resting_hr_of(facts), facts.athlete.vo2max
    standard = standard_of(steady, None if top is None else top[0], rest, vo2max)
    if standard is None and not missing:
        missing = _no_line(facts)
    notes = [note]
    if standard is not None and standard.points == 1:
        notes.append(text("by the athlete's own line from rest to max"))
        notes.append(ESTIMATED if top is not None and top[1] else "")
    elif standard is not None:
        notes.append(text("by a line through {points} steady minutes", points=standard.points))
    value = None if standard is None else standard.bpm
    note = joined("; ", list(filter(None, notes)))
    yield Measure("hr_std", text("Heart rate at 15 %, 4 mph"), value, "bpm", 1, missing, note)


def _no_window(facts: Facts, rows: Sequence[Row]) -> str:
    if facts.answers.get("rails", 0) >= 1:
        return text("the rails were touched or held: hands off for a comparison")
    if any(row.speed_source == "prescribed" for row in rows):
        return text("the speed was prescribed, not measured: type in what the belt shows")
    if any(step.load_kg for step in facts.plan.steps):
        return text("a load was carried: only hikes without one can be compared")
    return text(
        "needs 4 min at one grade from 10 % and one walking speed, with a steady heart rate"
    )


def _no_line(facts: Facts) -> str:
    if max_hr_of(facts) is None:
        return facts.roster(NO_MAX, "max-hr")
    if resting_hr_of(facts) is None:
        return facts.roster(text("resting heart rate"), "resting-hr")
    if facts.athlete.vo2max is None:
        return (
            text("needs three speeds held for 4 min each, or a VO2max on the roster: ")
            + (facts.roster(text("VO2max"), "vo2max").split(": ", 1)[1])
        )
    return text("the heart rates on the roster do not fit together: correct them")


_PARTS: Final[Sequence[Callable[[Facts, Sequence[Row]], Iterator[Measure]]]] = (
    _result,
    _held,
    _economy,
    _heart,
    _load,
    _answer_of_the_heart,
    _climb,
    _energy,
)
