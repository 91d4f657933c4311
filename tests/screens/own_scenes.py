"""Athletes in every state that the own view and the summary have words for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from math import sin

from kiosk.events import DeviceStatus
from kiosk.session.course import main_course
from kiosk.session.state import Alert, Course, Participant, Phase, Session, Signal, TracePoint
from kiosk.training.cues import Cue, CueCode
from kiosk.training.guidance import Verdict
from kiosk.training.past import Past, PastSession, PastSet
from kiosk.training.plan import HeartRateGate, Lane, Plan, Ramp, Rotation, Step, ZoneTarget
from kiosk.training.zones import Band, zones_for
from tests.screens.screen_fakes import (
    CIRCUIT,
    STEP_UP_80,
    FakeApp,
    draw_curve,
    enter,
    set_heart_rate,
    start,
    tap_in,
)

CUES = (
    "One notch more turnover, the stride stays short",
    "Lift the chest, look ahead, hands relaxed",
    "Breathe deep and let the air out slowly",
)
STEPS = Plan(
    "step-up-80",
    "Step-up 80",
    "any",
    tuple(
        replace(step, cues=CUES, name=f"Step {number}: {step.name.lower()}")
        if step.kind == "work"
        else step
        for number, step in enumerate(STEP_UP_80.steps)
    ),
)
TREAD_HIKE = Plan(
    "tread-hike",
    "Tread hike",
    "treadmill",
    (
        Step("Flat", "warm-up", 300, rpe=(2, 4), grade_percent=Ramp(0, 0)),
        Step(
            "Tilt up",
            "work",
            180,
            rpe=(5, 6),
            grade_percent=Ramp(0, 15),
            speed_kmh=Ramp(4.828, 4.828),
            cues=(
                "Raise the grade a little at a time up to 15 %",
                "Tall body, short steps, hands off the rails",
            ),
        ),
        Step(
            "Hike",
            "work",
            distance_m=1609,
            rpe=(5, 7),
            grade_percent=Ramp(15, 15),
            speed_kmh=Ramp(6.437, 6.437),
        ),
        Step("Flat cool-down", "cool-down", 300, rpe=(1, 2), grade_percent=Ramp(0, 0)),
    ),
)
CLIMBS = Plan(
    "climbs",
    "Short hills",
    "treadmill",
    (
        Step("Warm-up", "warm-up", 300, rpe=(2, 3)),
        *(
            Step(
                "Climb",
                "work",
                90,
                target=ZoneTarget(4),
                grade_percent=Ramp(15, 15),
                speed_kmh=Ramp(5.5, 5.5),
                cues=CUES,
                round=number,
                rounds=4,
            )
            for number in range(1, 5)
        ),
        Step("Cool-down", "cool-down", 300, rpe=(1, 2)),
    ),
)


def alone(
    bpm: int | None = 154, plan: Plan = STEPS, *, step: int = 2, at: int = 441, clock: str = "own"
) -> FakeApp:
    """Anna, on an own clock, in the middle of a step."""
    app = FakeApp()
    who = tap_in(app, 1, bpm)
    session = start(app, plan, step=step, at=at)
    session.clock = session.main.clock = "own" if clock == "own" else "group"
    who.verdict = Verdict.NONE if who.band is None else Verdict.IN
    who.trace.clear()
    draw_curve(who, session.elapsed_s, who.band or Band(100, 110), bpm or 150)
    if who.band is None:
        points = [replace(point, guide_low=None, guide_high=None) for point in who.trace]
        who.trace.clear()
        who.trace.extend(points)
    return app


def anna(app: FakeApp) -> Participant:
    return app.state.participants[1]


def session_of(app: FakeApp) -> Session:
    return app.state.sessions[1]


def lose(app: FakeApp, signal: Signal) -> FakeApp:
    """Her strap is not to be heard."""
    who = anna(app)
    set_heart_rate(who, None)
    who.signal, who.verdict = signal, Verdict.NONE
    return app


def judged(verdict: Verdict, bpm: int) -> FakeApp:
    app = alone(bpm)
    anna(app).verdict = verdict
    return app


def easing() -> FakeApp:
    app = alone(143, at=80)
    who = anna(app)
    who.verdict, who.guide = Verdict.EASING, Band(141.0, 150.3)
    return app


def paused(clock: str = "own") -> FakeApp:
    app = alone(131, clock=clock)
    who = anna(app)
    who.phase, who.verdict = Phase.PAUSED, Verdict.NONE
    if clock == "own":
        session_of(app).phase = Phase.PAUSED
    return app


def class_paused() -> FakeApp:
    app = paused("group")
    session_of(app).phase = Phase.PAUSED
    return app


def late() -> FakeApp:
    app = alone(118, clock="group")
    who = anna(app)
    who.late_warm_up_s, who.band, who.guide, who.verdict = 440, None, None, Verdict.NONE
    return app


def ramp() -> FakeApp:
    app = alone(148, TREAD_HIKE, step=1, at=150)
    who = anna(app)
    who.grade_percent, who.wanted_grade_percent = 10.4, 12.5
    return app


def climb() -> FakeApp:
    app = alone(171, CLIMBS, step=2, at=41)
    who = anna(app)
    who.grade_percent, who.wanted_grade_percent = 14.8, 15.0
    return app


def without_zones() -> FakeApp:
    app = alone(144)
    who = anna(app)
    who.zones = who.band = who.guide = None
    who.verdict = Verdict.NONE
    set_heart_rate(who, 144)
    points = [replace(point, guide_low=None, guide_high=None) for point in who.trace]
    who.trace.clear()
    who.trace.extend(points)
    return app


def estimated() -> FakeApp:
    app = judged(Verdict.UNDER, 126)
    who = anna(app)
    who.athlete = replace(who.athlete, max_hr=None, birth_year=1986)
    who.zones = zones_for(who.athlete, date(2026, 1, 1))
    set_heart_rate(who, 126)
    enter(who, session_of(app))
    return app


def button_step() -> FakeApp:
    return alone(128, CIRCUIT, step=0, at=42)


def stick_lost() -> FakeApp:
    app = lose(alone(), Signal.LOST)
    app.notices = ["The ANT stick is gone: plug it in again, it is found by itself."]
    return app


def weak() -> FakeApp:
    app = alone()
    anna(app).signal = Signal.WEAK
    return app


STATIONS = ("Treadmill 1", "Treadmill 2", "Stairs")


def shared(app: FakeApp, *, several: bool = False) -> FakeApp:
    """Anna is on the first treadmill; Ben is here too and would like it."""
    who = anna(app)
    partner = tap_in(app, 2, 120)
    partner.station = None
    if several:
        app.stations = STATIONS
        app.station_kinds = dict.fromkeys(STATIONS, "treadmill") | {"Stairs": "stair"}
    app.state.occupants["Treadmill 1"] = who.athlete.id
    return app


def resting(*, several: bool = False) -> FakeApp:
    """Ben has taken the treadmill."""
    app = shared(climb(), several=several)
    who, partner = anna(app), app.state.participants[2]
    who.station, who.resting, who.verdict = None, True, Verdict.NONE
    who.grade_percent = who.wanted_grade_percent = None
    partner.station, partner.phase, partner.session_id = "Treadmill 1", Phase.RUNNING, 1
    app.state.occupants["Treadmill 1"] = 2
    return app


def measured(*, several: bool = True) -> FakeApp:
    """Console and deck say how fast; the speed is not the one that is planned."""
    app = shared(climb(), several=several)
    who = anna(app)
    who.speed_kmh, who.speed_source, who.wanted_speed_kmh = 6.0, "console", 5.5
    who.cadence_spm, who.cadence_source = 172.0, "deck"
    return app


def planned() -> FakeApp:
    app = climb()
    who = anna(app)
    who.speed_kmh, who.speed_source, who.wanted_speed_kmh = 5.5, "prescribed", 5.5
    return app


def on_stairs() -> FakeApp:
    app = shared(alone(), several=True)
    anna(app).station = "Stairs"
    app.state.occupants = {"Stairs": 1}
    return app


def battery_low() -> FakeApp:
    app = alone()
    anna(app).battery_low = True
    return app


def says(code: CueCode, amount: float | None = None) -> FakeApp:
    """The coach in the box has just said something."""
    app = alone()
    anna(app).cue = Cue(code, anna(app).elapsed_s - 3, amount)
    return app


def recovery_walk() -> FakeApp:
    app = says(CueCode.WALK)
    who = anna(app)
    who.detour, who.alert, who.verdict = "recovery walk", Alert.RECOVERY_WALK, Verdict.NONE
    who.band = who.guide = None
    return app


def own_cool_down() -> FakeApp:
    app = says(CueCode.COOL_DOWN)
    who, session = anna(app), session_of(app)
    who.detour, who.alert, who.verdict = "own cool-down", Alert.COOLING_DOWN, Verdict.NONE
    who.band = who.guide = None
    session.clock = "group"
    session.others[1] = Course(session.plan, "own", (2, 4), place=1, step_s=130)
    return app


def by_effort(rated: int | None = None) -> FakeApp:
    app = alone(118)
    who = anna(app)
    who.athlete = replace(who.athlete, is_effort_only=True)
    who.by_effort, who.wanted_rpe, who.rated_rpe = True, (6, 7), rated
    who.band, who.guide, who.verdict = None, None, Verdict.NONE
    return app


def rating() -> FakeApp:
    app = alone()
    anna(app).wants_rating = True
    return app


def grade_unknown() -> FakeApp:
    app = climb()
    who = anna(app)
    who.grade_percent, who.grade_prompt = None, "unknown"
    return app


SPLIT_SQUAT = Step(
    "Split squat",
    "work",
    reps=12,
    load_kg=16.0,
    side="left",
    tempo="3-1-1",
    cues=("Knee over the toes",),
    rpe=(6, 7),
)
STRENGTH = Plan(
    "strength",
    "Strength for hills",
    "circuit",
    (
        SPLIT_SQUAT,
        Step("Breathe", "recovery", gate=HeartRateGate(below_percent_max=65, fall_bpm=25)),
        Step("Calf raises", "work", 40, reps=15),
    ),
    category="strength",
)


def lifting(step: int = 0) -> FakeApp:
    app = alone(128, STRENGTH, step=step, at=7)
    logged = (PastSet("Split squat", 12, 16.0, "left", True),)
    session = PastSession(
        9, date(2025, 12, 28), 0, "strength", "Strength", "strength", 1800, True, sets=logged
    )
    app.pasts[1] = Past(sessions=(session,))
    return app


def rotation(*, changing: bool) -> FakeApp:
    """A class that changes places: Anna from the first belt to the floor."""
    app = alone(128, clock="group")
    session, who = session_of(app), anna(app)
    session.plan = ROTATION
    session.block = 2
    session.main = main_course(ROTATION, "group")
    session.main.place, session.main.step_s = (5 if changing else 6), 20
    if changing:
        who.lane, who.next_station = "Belts", "Treadmill 3"
    else:
        who.lane = "Floor"
        session.others[1] = Course(ROTATION, "group", (3, 4), step_s=20)
    who.band = who.guide = None
    who.verdict = Verdict.NONE
    return app


ROTATION = Plan(
    "rotation",
    "Stations of the hill",
    "any",
    (
        Step("Warm-up", "warm-up", 300, rpe=(2, 3)),
        Step("Change places", "recovery", 60, rpe=(1, 2)),
        Step("Climb", "work", 360, rpe=(6, 7), station_kind="treadmill"),
        Step("Squats", "work", 180, reps=15, station_kind="floor"),
        Step("Plank", "work", 180, station_kind="floor"),
        Step("Cool-down", "cool-down", 300, rpe=(1, 2)),
    ),
    category="class",
    rotation=Rotation(
        360, 3, 1, 1, (Lane("Belts", "treadmill", 2, 1), Lane("Floor", "floor", 3, 2))
    ),
)

OWN_SCENES: dict[str, Callable[[], FakeApp]] = {
    "easing": easing,
    "in": alone,
    "over": lambda: judged(Verdict.OVER, 164),
    "under": lambda: judged(Verdict.UNDER, 144),
    "far-under": lambda: judged(Verdict.UNDER, 121),
    "weak": weak,
    "lost": lambda: lose(alone(), Signal.LOST),
    "check": lambda: lose(alone(), Signal.CHECK),
    "not-worn": lambda: lose(alone(), Signal.NOT_WORN),
    "never": lambda: lose(alone(), Signal.NEVER),
    "stick-lost": stick_lost,
    "paused": paused,
    "paused-in-class": lambda: paused("group"),
    "class-paused": class_paused,
    "late": late,
    "ramp": ramp,
    "climb": climb,
    "no-zones": without_zones,
    "estimated": estimated,
    "button": button_step,
    "warm-up": lambda: alone(108, step=0, at=300),
    "battery-low": battery_low,
    "shared": lambda: shared(climb()),
    "resting": resting,
    "resting-several": lambda: resting(several=True),
    "measured": measured,
    "planned": planned,
    "on-stairs": on_stairs,
    "cue-faster": lambda: says(CueCode.FASTER, 0.3),
    "cue-ease-off": lambda: says(CueCode.EASE_OFF),
    "all-right": lambda: says(CueCode.ALL_RIGHT),
    "recovery-walk": recovery_walk,
    "own-cool-down": own_cool_down,
    "by-effort": by_effort,
    "by-effort-rated": lambda: by_effort(9),
    "rating": rating,
    "grade-unknown": grade_unknown,
    "lifting": lifting,
    "heart-rate-gate": lambda: lifting(1),
    "lifting-by-time": lambda: lifting(2),
    "changing": lambda: rotation(changing=True),
    "in-a-block": lambda: rotation(changing=False),
    "last-step": lambda: alone(112, step=4, at=560),
}
"""Each with athlete 1 as the one whom the page is about."""


def finished(plan: Plan = STEPS, **changes: object) -> FakeApp:
    """Anna has done all of it."""
    app = alone(112, plan, step=len(plan.steps) - 1, at=600)
    who, session = anna(app), session_of(app)
    who.phase = session.phase = Phase.FINISHED
    who.band = who.guide = None
    who.elapsed_s = session.elapsed_s
    who.trace.clear()
    who.trace.extend(whole_session(who, plan))
    for name, value in changes.items():
        setattr(who, name, value)
    return app


def whole_session(who: Participant, plan: Plan) -> list[TracePoint]:
    """A heart that follows the steps with a time constant of a minute."""
    points: list[TracePoint] = []
    heart = 92.0
    for step in plan.steps:
        band = None
        if isinstance(step.target, ZoneTarget) and who.zones is not None:
            band = who.zones.band(step.target.zone, step.target.part)
        aim = {"warm-up": 116.0, "cool-down": 104.0}.get(step.kind, 135.0)
        aim = (band.low + band.high) / 2 + 1 if band else aim
        for second in range(step.planned_s or 120):
            at = len(points)
            heart += (aim + 3 * sin(at / 41) + 2 * sin(at / 9) - heart) / 58
            ease = min(1.0, second / 240)
            low = None if band is None else band.low - 9 * (1 - ease)
            high = None if low is None or band is None else low + band.high - band.low + 2
            points.append(TracePoint(at, round(heart), low, high))
    return points


def with_gaps() -> FakeApp:
    app = finished()
    trace = anna(app).trace
    for at in (*range(1500, 1585), *range(3000, 3004)):
        trace[at] = replace(trace[at], bpm=None)
    return app


def finished_without_zones() -> FakeApp:
    app = finished()
    who = anna(app)
    who.zones = None
    points = [replace(point, guide_low=None, guide_high=None) for point in who.trace]
    who.trace.clear()
    who.trace.extend(points)
    return app


def left_early() -> FakeApp:
    app = finished()
    who, session = anna(app), session_of(app)
    who.phase = Phase.LEFT
    session.main.place, session.main.step_s = 2, 80
    points = list(who.trace)[:2480]
    who.elapsed_s = 2480
    who.trace.clear()
    who.trace.extend(points)
    return app


def after_a_restart() -> FakeApp:
    app = with_gaps()
    who = anna(app)
    points = list(who.trace)[1940:]
    who.trace.clear()
    who.trace.extend(points)
    return app


def never_heard() -> FakeApp:
    app = finished()
    who = anna(app)
    points = [replace(point, bpm=None) for point in who.trace]
    who.trace.clear()
    who.trace.extend(points)
    return app


def by_threshold() -> FakeApp:
    """Seven zones, and seconds without a heart rate: as many bars as there can be."""
    app = with_gaps()
    who = anna(app)
    who.athlete = replace(who.athlete, threshold_hr=160.0, threshold_on=date(2025, 12, 1))
    who.zones = zones_for(who.athlete, date(2026, 1, 1))
    return app


def not_saved() -> FakeApp:
    app = finished()
    message = "The disk that holds the history is full: make room on it."
    app.state.devices["history"] = DeviceStatus(0.0, "history", "failed", message)
    return app


SUMMARY_SCENES: dict[str, Callable[[], FakeApp]] = {
    "normal": finished,
    "gaps": with_gaps,
    "no-zones": finished_without_zones,
    "left-early": left_early,
    "restart": after_a_restart,
    "never-heard": never_heard,
    "seven-zones": by_threshold,
    "not-saved": not_saved,
    "short": lambda: finished(CLIMBS),
}
"""Each with athlete 1 as the one whom the page is about."""
