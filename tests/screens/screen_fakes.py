"""A shell without an engine: a hand-made state, and a note of every request."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from math import sin
from pathlib import Path
from typing import Literal

from kiosk.app import PersonAnswer, PersonWanted
from kiosk.asking import Question
from kiosk.attention import Attention
from kiosk.calibration import Calibration
from kiosk.choices import Choices, as_kept
from kiosk.coach_desk import CoachDesk
from kiosk.coaches import Coach
from kiosk.desk_port import (
    ChoiceAnswer,
    CoachAnswer,
    CodeAnswer,
    ErasedAnswer,
    PartLoaded,
    SignInAnswer,
    TakenAway,
)
from kiosk.session.state import (
    Course,
    KioskState,
    Participant,
    Phase,
    Session,
    Signal,
    StrapHeard,
    TracePoint,
)
from kiosk.shelf import PoolStrap
from kiosk.training.athlete import Athlete, Shows
from kiosk.training.guidance import Verdict
from kiosk.training.measure import Measure
from kiosk.training.offers import Offer
from kiosk.training.past import Past, Planned
from kiosk.training.plan import Plan, Ramp, Side, Step, ZoneTarget
from kiosk.training.progress import Progress, progress_of
from kiosk.training.suggestion import Suggestion
from kiosk.training.workouts import Workouts
from kiosk.training.zones import Band, Zones, zones_for

NEW_CODE = "7K3M-QX2V-9D0P-HZ4T"

NAMES = (  # noqa: SIM905 - shorter than thirty-two quoted names
    "Anna Ben Chloe David Elif Farid Greta Hugo Ines Jonas Katja Liam Mia Noah Olga Paul Quinn "
    "Rosa Stefan Theresa Uwe Vera Wanda Xaver Yasmin Zoe Aaron Birgit Carlos Dunja Emil Maximiliane"
).split()

STEP_UP_80 = Plan(
    "step-up-80",
    "Step-up 80",
    "treadmill",
    (
        Step("Warm-up", "warm-up", 1200, rpe=(2, 3)),
        Step("High zone 2", "work", 1200, target=ZoneTarget(2, "high"), rpe=(4, 5)),
        Step("Mid zone 3", "work", 1200, target=ZoneTarget(3, "mid"), rpe=(6, 7)),
        Step("Zone 4", "work", 600, target=ZoneTarget(4), rpe=(8, 9)),
        Step("Cool-down", "cool-down", 600, rpe=(1, 2)),
    ),
)
HILLS = Plan(
    "short-hills",
    "Short hills",
    "treadmill",
    (
        Step("Warm-up", "warm-up", 300),
        *(
            step
            for number in range(1, 5)
            for step in (
                Step(
                    f"Climb {number}/4",
                    "work",
                    180,
                    target=ZoneTarget(4),
                    grade_percent=Ramp(15, 15),
                ),
                Step("Easy", "recovery", 120, target=ZoneTarget(2)),
            )
        ),
        Step("Cool-down", "cool-down", 300),
    ),
)
CIRCUIT = Plan(
    "strength-trail",
    "Strength for the trail",
    "circuit",
    (Step("Squats", "work"), Step("Lunges", "work", 60), Step("Climb", "work", distance_m=400)),
)
OTHERS = tuple(
    Plan(name.lower().replace(" ", "-"), name, "treadmill", STEP_UP_80.steps[:3])
    for name in ("Step-up 30", "Tread hike", "Hill repeats 400", "Downhill fartlek", "Quad crusher")
)

STOP_LIST = (
    "Pressure or pain in the chest, arm or jaw",
    "Dizzy, faint, or your sight narrows",
    "Short of breath far beyond the effort",
    "Your heart races or stumbles",
    "A sharp pain that changes how you step",
)
DAY_MS = 86_400_000
TODAY = date(2026, 1, 1)
TODAY_MS = 20_454 * DAY_MS
"""Midnight of the first of January 2026."""


@dataclass
class Cut:
    id: int
    protocol_name: str
    started: datetime
    names: tuple[str, ...]
    lasted_s: int = 1800

    @property
    def stopped(self) -> datetime:
        return self.started + timedelta(seconds=self.lasted_s)


@dataclass
class Asked:
    """A strap that may be anybody's of these."""

    strap: int
    athletes: tuple[Athlete, ...]


@dataclass
class Enrolling:
    athlete_id: int
    outcome: Literal["waiting", "done", "refused"] = "waiting"
    sentence: str = "Hold your tag to the reader."


@dataclass
class Seen:
    at: float
    athlete_id: int


@dataclass
class FakeApp:
    """Records what it is asked for; `obey` makes it act on a start as the real one does."""

    state: KioskState = field(default_factory=KioskState)
    plans: Sequence[Plan] = (STEP_UP_80, HILLS, CIRCUIT, *OTHERS)
    notices: list[str] = field(default_factory=list[str])
    refused_protocols: Sequence[str] = ()
    accounts: Sequence[str] = ()
    workouts: Workouts = field(default_factory=Workouts)
    cut_sessions: list[Cut] = field(default_factory=list[Cut])
    clock: str = "18:08"
    is_night: bool = False
    dark: list[bool] = field(default_factory=list[bool])
    """Each time the panel's own light was asked to change."""
    asked: list[tuple[object, ...]] = field(default_factory=list[tuple[object, ...]])
    pumped: int = 0
    people: Sequence[Athlete] = ()
    person_answer: PersonAnswer | None = None
    straps_of_nobody: list[tuple[int, StrapHeard]] = field(
        default_factory=list[tuple[int, StrapHeard]]
    )
    stations: Sequence[str] = ("Treadmill 1",)
    station_kinds: Mapping[str, str] = field(default_factory=lambda: {"Treadmill 1": "treadmill"})
    calibrations: dict[str, Calibration] = field(default_factory=dict[str, Calibration])
    device_titles: Mapping[str, str] = field(default_factory=dict[str, str])
    strap_questions: list[Asked] = field(default_factory=list[Asked])
    pool: list[PoolStrap] = field(default_factory=list[PoolStrap])
    shelf_refusal: str = ""
    """Of the next requests to the shelf."""
    shelf_answers: list[str] = field(default_factory=list[str])
    enrolment: Enrolling | None = None
    tag_seen: Seen | None = None
    offered: list[Offer] = field(default_factory=list[Offer])
    """Empty: all plans, each simply ok."""
    questions: list[Question] = field(default_factory=list[Question])
    pasts: dict[int, Past] = field(default_factory=dict[int, Past])
    measured: dict[tuple[int, int], tuple[Measure, ...]] = field(
        default_factory=dict[tuple[int, int], tuple[Measure, ...]]
    )
    progressed: dict[int, Progress] = field(default_factory=dict[int, Progress])
    weeks: dict[int, Sequence[Planned]] = field(default_factory=dict[int, Sequence[Planned]])
    suggestions: dict[int, Suggestion] = field(default_factory=dict[int, Suggestion])
    erased_answer: ErasedAnswer | None = None
    countdowns: dict[int, str] = field(default_factory=dict[int, str])
    stop_list: Sequence[str] = STOP_LIST
    untold: set[int] = field(default_factory=set[int])
    """Of whose past the disk has not told yet."""
    ghosts: dict[int, Sequence[TracePoint]] = field(default_factory=dict[int, Sequence[TracePoint]])
    parts: dict[tuple[int, int], PartLoaded] = field(
        default_factory=dict[tuple[int, int], PartLoaded]
    )
    """Sessions of old that have been read, by athlete and session."""
    taken: dict[int, TakenAway] = field(default_factory=dict[int, TakenAway])
    touches: list[int] = field(default_factory=list[int])
    coach_desk: CoachDesk = field(default_factory=CoachDesk)
    day: date | None = TODAY
    attention: Attention = field(default_factory=Attention)
    evening_ascent_m: float = 0.0
    choices: Choices = field(default_factory=Choices)
    choice_answer: ChoiceAnswer | None = None
    coaches: list[Coach] = field(default_factory=list[Coach])
    coach: Coach | None = None
    """Who has signed in."""
    sign_in_answer: SignInAnswer | None = None
    coach_answer: CoachAnswer | None = None
    code_answer: CodeAnswer | None = None
    asks_set_up: bool = False
    configured: frozenset[str] = frozenset()
    pins: dict[int, str] = field(default_factory=dict[int, str])
    """By coach; `sign_in` is answered at once."""

    def pump(self) -> None:
        self.pumped += 1
        self.attention.follow(self.state)

    def today(self) -> date | None:
        return self.day

    @property
    def darken(self) -> Callable[[bool], None]:
        return self.dark.append

    def clock_text(self) -> str:
        return self.clock

    def start_class(self, plan: Plan) -> None:
        self.asked.append(("start", plan.protocol_id))

    def new_straps(self) -> list[tuple[int, StrapHeard]]:
        return self.straps_of_nobody

    def tap_in(self, athlete_id: int) -> None:
        self.asked.append(("tap in", athlete_id))

    def tap_out(self, athlete_id: int) -> None:
        self.asked.append(("tap out", athlete_id))

    def add_guest(self, pool_number: int | None, *, is_ready: bool = True) -> None:
        self.asked.append(("add_guest", pool_number, is_ready))

    def claim(self, athlete_id: int, name: str) -> None:
        self.asked.append(("claim", athlete_id, name))

    def erase_person(self, athlete_id: int) -> None:
        self.asked.append(("erase_person", athlete_id))

    def add_person(self, wanted: PersonWanted) -> None:
        self.person_answer = None
        self.asked.append(("add person", wanted))

    def start_alone(self, plan: Plan, athlete_id: int) -> None:
        self.asked.append(("start alone", plan.protocol_id, athlete_id))

    def join(self, session_id: int, athlete_id: int) -> None:
        self.asked.append(("join", session_id, athlete_id))

    def leave(self, athlete_id: int) -> None:
        self.asked.append(("leave", athlete_id))

    def pause(self, session_id: int, athlete_id: int | None = None) -> None:
        whom = () if athlete_id is None else (athlete_id,)
        self.asked.append(("pause", session_id, *whom))

    def resume(self, session_id: int, athlete_id: int | None = None) -> None:
        whom = () if athlete_id is None else (athlete_id,)
        self.asked.append(("resume", session_id, *whom))

    def skip(self, session_id: int, athlete_id: int | None = None) -> None:
        whom = () if athlete_id is None else (athlete_id,)
        self.asked.append(("skip", session_id, *whom))

    def extend(self, session_id: int, seconds: int, athlete_id: int | None = None) -> None:
        whom = () if athlete_id is None else (athlete_id,)
        self.asked.append(("extend", session_id, seconds, *whom))

    def offers(self, athlete_id: int) -> Sequence[Offer]:
        return self.offered or [Offer(plan, "ok") for plan in self.plans]

    def suggestion(self, athlete_id: int) -> Suggestion | None:
        return self.suggestions.get(athlete_id)

    def offer_of(self, athlete_id: int, plan: Plan) -> Offer:
        listed = (
            one for one in self.offers(athlete_id) if one.plan.protocol_id == plan.protocol_id
        )
        return replace(next(listed), plan=plan)

    def plan_with(self, protocol_id: str, choices: Mapping[str, str]) -> Plan:
        self.asked.append(("plan with", protocol_id, dict(choices)))
        plan = next(one for one in self.plans if one.protocol_id == protocol_id)
        return replace(plan, choices=tuple(choices.items()))

    def vouch(self, station: str, percent: float) -> None:
        self.asked.append(("vouch", station, percent))

    def take_home(self, athlete_id: int, plan: Plan) -> None:
        self.asked.append(("take home", athlete_id, plan.protocol_id))

    def answer(
        self, athlete_id: int, kind: str, value: float, session_id: int | None = None
    ) -> None:
        self.asked.append(("answer", athlete_id, kind, value, session_id))
        self.questions = [one for one in self.questions if one.kind != kind]

    def skip_question(self, athlete_id: int, kind: str) -> None:
        self.asked.append(("skip question", athlete_id, kind))
        self.questions = [one for one in self.questions if one.kind != kind]

    def past(self, athlete_id: int) -> Past:
        return self.pasts.get(athlete_id, Past())

    def results(self, session_id: int, athlete_id: int) -> tuple[Measure, ...] | None:
        return self.measured.get((session_id, athlete_id))

    def week(self, athlete_id: int) -> Sequence[Planned]:
        return self.weeks.get(athlete_id, ())

    def progress(self, athlete_id: int) -> Progress:
        return self.progressed.get(athlete_id) or progress_of(self.past(athlete_id), TODAY)

    def is_past_known(self, athlete_id: int) -> bool:
        return athlete_id not in self.untold

    def ghost(self, athlete_id: int) -> Sequence[TracePoint]:
        return self.ghosts.get(athlete_id, ())

    def look_at(self, athlete_id: int, session_id: int) -> None:
        self.asked.append(("look at", athlete_id, session_id))

    def looked_at(self, athlete_id: int, session_id: int) -> PartLoaded | None:
        return self.parts.get((athlete_id, session_id))

    def take_away(self, athlete_id: int) -> None:
        self.asked.append(("take away", athlete_id))
        self.taken[athlete_id] = TakenAway(self.state.now, athlete_id)

    def taken_away(self, athlete_id: int) -> TakenAway | None:
        return self.taken.get(athlete_id)

    def show_as(self, athlete_id: int, shows: Shows) -> None:
        self.asked.append(("show as", athlete_id, shows))

    def countdown(self, athlete_id: int) -> str:
        return self.countdowns.get(athlete_id, "")

    def rate_effort(self, athlete_id: int, rpe: int) -> None:
        self.asked.append(("rate effort", athlete_id, rpe))
        self.state.participants[athlete_id].wants_rating = False

    def confirm_grade(self, athlete_id: int) -> None:
        self.asked.append(("confirm grade", athlete_id))

    def log_set(
        self,
        athlete_id: int,
        reps: int | None = None,
        load_kg: float | None = None,
        side: Side | None = None,
        completed: bool = True,
    ) -> None:
        self.asked.append(("log set", athlete_id, reps, load_kg, side, completed))

    def cool_down(self, athlete_id: int) -> None:
        self.asked.append(("cool down", athlete_id))

    def stop_all(self) -> None:
        self.asked.append(("stop all",))
        self.state.stopped = True

    def go_on(self) -> None:
        self.asked.append(("go on",))
        self.state.stopped = False

    def touched(self, athlete_id: int) -> None:
        self.touches.append(athlete_id)

    def end(self, session_id: int) -> None:
        self.asked.append(("end", session_id))

    def resume_cut(self, session_id: int) -> None:
        self.asked.append(("resume cut", session_id))
        self.cut_sessions = [cut for cut in self.cut_sessions if cut.id != session_id]

    def close_cut(self, session_id: int) -> None:
        self.asked.append(("close cut", session_id))
        self.cut_sessions = [cut for cut in self.cut_sessions if cut.id != session_id]

    def take_station(self, athlete_id: int, station: str | None) -> None:
        self.asked.append(("take station", athlete_id, station))

    def type_speed(
        self, athlete_id: int, speed_kmh: float | None = None, cadence_spm: float | None = None
    ) -> None:
        self.asked.append(("type speed", athlete_id, speed_kmh, cadence_spm))

    def calibrate(self, station: str, calibration: Calibration) -> None:
        self.calibrations[station] = calibration
        self.asked.append(("calibrate", station, calibration))

    def answer_strap(self, strap: int, athlete_id: int | None) -> None:
        self.asked.append(("answer strap", strap, athlete_id))
        self.strap_questions = [one for one in self.strap_questions if one.strap != strap]

    def wear(self, athlete_id: int, strap: int | None) -> None:
        self.asked.append(("wear", athlete_id, strap))

    def remember_strap(self, athlete_id: int, strap: int) -> None:
        self.asked.append(("remember strap", athlete_id, strap))

    def days_since(self, utc_ms: int) -> int | None:
        return (TODAY_MS - utc_ms) // DAY_MS if self.clock[0].isdigit() else None

    def accounts_read(self) -> None:
        self.accounts = ()
        self.asked.append(("accounts read",))

    def shelf_answer(self, ask: int) -> str | None:
        return self.shelf_answers[ask - 1] if ask else None

    def _answer_shelf(self) -> int:
        self.shelf_answers.append(self.shelf_refusal)
        return len(self.shelf_answers)

    def lend(self, number: int, athlete_id: int) -> int:
        self.asked.append(("lend", number, athlete_id))
        if not self.shelf_refusal:
            self._hand(number, athlete_id)
        return self._answer_shelf()

    def give_back(self, number: int) -> int:
        self.asked.append(("give back", number))
        if not self.shelf_refusal:
            self._hand(number, None)
        return self._answer_shelf()

    def _hand(self, number: int, holder_id: int | None) -> None:
        self.pool = [
            replace(one, holder_id=holder_id) if one.number == number else one for one in self.pool
        ]

    def add_pool_strap(self, number: int, device_number: int) -> int:
        self.asked.append(("add pool strap", number, device_number))
        if not self.shelf_refusal:
            self.pool = [*self.pool, PoolStrap(number, device_number)]
        return self._answer_shelf()

    def drop_pool_strap(self, number: int) -> int:
        self.asked.append(("drop pool strap", number))
        self.pool = [one for one in self.pool if one.number != number]
        return self._answer_shelf()

    def enrol_tag(self, athlete_id: int) -> None:
        self.asked.append(("enrol tag", athlete_id))
        self.enrolment = Enrolling(athlete_id)

    def cancel_enrolment(self) -> None:
        self.asked.append(("cancel enrolment",))
        self.enrolment = None

    def tag_typed(self, number: str) -> None:
        self.asked.append(("tag typed", number))

    def choose(self, key: str, value: object) -> None:
        self.choices = self.choices.with_kept({key: as_kept(value)})
        assert getattr(self.choices, key) == value
        self.asked.append(("choose", key, value))

    def sign_in(self, coach_id: int, pin: str) -> None:
        self.asked.append(("sign in", coach_id))
        is_right = self.pins.get(coach_id) == pin
        refusal = "" if is_right else "That is not the PIN. 4 more tries."
        self.sign_in_answer = SignInAnswer(self.state.now, 1, coach_id, refusal)
        if is_right:
            self.coach = next(one for one in self.coaches if one.id == coach_id)

    def sign_out(self) -> None:
        self.coach = self.sign_in_answer = None

    def coach_touched(self) -> None:
        """Nobody is signed out here."""

    def add_coach(self, name: str, pin: str) -> None:
        self.asked.append(("add coach", name))
        is_first = not self.coaches
        made = Coach(1 + max((one.id for one in self.coaches), default=0), name)
        self.coaches.append(made)
        self.pins[made.id] = pin
        self.coach_answer = CoachAnswer(self.state.now, 1, made.id)
        if is_first:
            self.coach = made

    @property
    def admin(self) -> Coach | None:
        return next((one for one in self.coaches if one.is_admin), None)

    @property
    def may_administer(self) -> bool:
        return self.coach is not None and (self.coach.is_admin or self.admin is None)

    @property
    def is_new(self) -> bool:
        return self.asks_set_up and not self.coaches and not self.choices.is_set_up

    def make_admin(self, pin: str) -> None:
        self.asked.append(("make admin", len(pin)))
        made = Coach(1 + max((one.id for one in self.coaches), default=0), "Admin", is_admin=True)
        self.coaches.append(made)
        self.pins[made.id] = pin
        self.coach = made
        self.coach_answer = CoachAnswer(self.state.now, 1, made.id)

    def new_code(self) -> None:
        self.asked.append(("new code",))
        self.code_answer = CodeAnswer(self.state.now, 1, NEW_CODE)

    def recover(self, stick: Path | None, pin: str) -> None:
        self.asked.append(("recover", stick, len(pin)))
        refusal = "" if stick else "No stick is in: put one in and try again."
        self.code_answer = CodeAnswer(self.state.now, 1, "" if refusal else NEW_CODE, refusal)

    def code_read(self) -> None:
        self.code_answer = None

    def change_pin(self, coach_id: int, pin: str) -> None:
        self.asked.append(("change pin", coach_id))
        self.pins[coach_id] = pin
        self.coach_answer = CoachAnswer(self.state.now, 1, coach_id)

    def remove_coach(self, coach_id: int) -> None:
        self.asked.append(("remove coach", coach_id))
        self.coaches = [one for one in self.coaches if one.id != coach_id]
        self.coach_answer = CoachAnswer(self.state.now, 1, coach_id)


def athlete(number: int) -> Athlete:
    name = NAMES[(number - 1) % len(NAMES)]
    return Athlete(number, name, straps=(1000 + number,), max_hr=190 - number % 7, resting_hr=50)


def tap_in(app: FakeApp, number: int, bpm: int | None = 96, **changes: object) -> Participant:
    """Athlete `number` is here, their strap is live."""
    who = athlete(number)
    zones = zones_for(who, date(2026, 1, 1))
    participant = Participant(who, "Treadmill 1", zones, signal=Signal.LIVE)
    app.state.participants[number] = participant
    app.state.straps[1000 + number] = StrapHeard(app.state.now, app.state.now)
    set_heart_rate(participant, bpm)
    for name, value in changes.items():
        setattr(participant, name, value)
    return participant


def set_heart_rate(participant: Participant, bpm: int | None) -> None:
    zones: Zones | None = participant.zones
    participant.shown_bpm = bpm
    participant.zone = zones.label_at(bpm) if zones and bpm else None
    participant.zone_number = zones.number_at(bpm) if zones and bpm else None


def start(app: FakeApp, plan: Plan = STEP_UP_80, *, step: int = 2, at: int = 441) -> Session:
    """A class of everybody who is here, `at` seconds into `step`."""
    before = sum(s.planned_s or 0 for s in plan.steps[:step])
    session = Session(
        len(app.state.sessions) + 1,
        plan,
        "group",
        Phase.RUNNING,
        list(app.state.participants),
        Course(plan, "group", tuple(range(len(plan.steps))), place=step, step_s=at),
        elapsed_s=before + at,
    )
    app.state.sessions[session.id] = session
    for participant in app.state.participants.values():
        enter(participant, session)
    return session


def enter(participant: Participant, session: Session) -> None:
    participant.phase, participant.session_id = Phase.RUNNING, session.id
    participant.elapsed_s = session.elapsed_s
    target = session.course(participant.athlete.id).step.target
    if participant.zones is not None and isinstance(target, ZoneTarget):
        participant.band = participant.guide = participant.zones.band(target.zone, target.part)


def class_of(count: int, plan: Plan = STEP_UP_80, step: int = 2) -> FakeApp:
    """A class in the middle of its work, with everything in it that can be."""
    app = FakeApp()
    for number in range(1, count + 1):
        tap_in(app, number)
    session = start(app, plan, step=step, at=441 if plan is STEP_UP_80 else 81)
    for number, participant in app.state.participants.items():
        _mix(number, participant, session)
    return app


def _mix(number: int, who: Participant, session: Session) -> None:
    """Most are where they should be, some are not, and a few have lost their strap."""
    band = who.band or Band(100, 110)
    verdict, shift = {
        3: (Verdict.OVER, 5.0),
        6: (Verdict.UNDER, -8.0),
        8: (Verdict.EASING, -3.0),
        14: (Verdict.OVER, 12.0),
        19: (Verdict.UNDER, -12.0),
    }.get(number, (Verdict.IN, -1.0 - number % 4))
    who.verdict = verdict
    set_heart_rate(who, round((band.low + band.high) / 2 + (band.high - band.low) / 2 + shift))
    if session.main.step.grade_percent is not None:
        who.wanted_grade_percent, who.grade_percent = 15.0, 14.6 + number % 4 / 10
    draw_curve(who, session.elapsed_s, band, who.shown_bpm or 0)
    special = {
        5: Signal.WEAK, 10: Signal.LOST, 11: Signal.CHECK, 13: Signal.NOT_WORN, 16: Signal.NEVER
    }.get(number)  # fmt: skip
    if special is not None:
        who.signal = special
        if special is not Signal.WEAK:
            set_heart_rate(who, None)
            who.verdict = Verdict.NONE
    if number == 15:
        who.zones = who.band = who.guide = None
        who.verdict = Verdict.NONE
        set_heart_rate(who, 144)
    if number == 18:
        who.late_warm_up_s, who.verdict, who.band = 440, Verdict.NONE, None
    who.phase = {12: Phase.PAUSED, 20: Phase.FINISHED}.get(number, Phase.RUNNING)


def draw_curve(who: Participant, until: int, band: Band, bpm: int) -> None:
    """A plausible quarter of an hour that ends at `bpm`, easing into `band` on the way."""
    for second in range(max(0, until - 900), until):
        back = until - second
        wave = 2.5 * sin(second / 23 + who.athlete.id) + 1.5 * sin(second / 7)
        value = bpm - 22 * min(1.0, back / 460) + wave * min(1.0, back / 30)
        ease = min(1.0, max(0.0, (441 - back) / 240)) if back < 441 else 0.0
        low = band.low - 13 * (1 - ease)
        missing = who.athlete.id == 4 and 200 < back < 260
        who.trace.append(
            TracePoint(second, None if missing else round(value), low, low + (band.high - band.low))
        )
