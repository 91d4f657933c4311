"""Offers, questions, results, progress: every state that the pages of coaching have words for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from kiosk.asking import Question
from kiosk.session.state import Alert, Signal
from kiosk.training import readiness
from kiosk.training.guidance import Verdict
from kiosk.training.measure import Measure
from kiosk.training.offers import Offer
from kiosk.training.past import Past, PastSession, Planned
from kiosk.training.plan import Plan, Ramp, Step
from kiosk.training.protocol_plan import Choice
from screens.board import Board
from tests.screens import own_scenes
from tests.screens.own_scenes import TREAD_HIKE, anna
from tests.screens.screen_fakes import HILLS, STEP_UP_80, TODAY, FakeApp, class_of, tap_in

Pose = Callable[[Board], None]
Made = FakeApp | tuple[FakeApp, Pose]

LTHR = Plan("lthr-30", "Threshold test", "treadmill", STEP_UP_80.steps, level="advanced")
DOWNHILL = Plan(
    "downhill-intervals",
    "Downhill intervals",
    "treadmill",
    (Step("Down", "work", 60, grade_percent=Ramp(-5, -5), rpe=(8, 9)),),
)
SHORTER = replace(
    TREAD_HIKE,
    steps=tuple(
        replace(step, grade_percent=Ramp(12, 12), speed_kmh=Ramp(7.2, 7.2))
        if step.name in ("Tilt up", "Hike")
        else step
        for step in TREAD_HIKE.steps
    ),
)
CHOICES = (
    Choice("3.distance", "Hike", "1 mi", "2 mi"),
    Choice("2.repeat", None, "4", "6"),
)
OFFERS = [
    Offer(STEP_UP_80, "ok"),
    Offer(
        replace(TREAD_HIKE, choices=(("3.distance", "1.5 mi"), ("2.repeat", "5"))),
        "ok",
        warnings=(
            "A second hike this week is fine; a third warns.",
            "Your race is in 9 days: this makes sore legs.",
        ),
        choices=CHOICES,
    ),
    Offer(
        HILLS,
        "confirm",
        "Treadmill 1 has never been seen at 8 %: confirm that it can.",
        station="Treadmill 1",
        grade_percent=8.0,
    ),
    Offer(
        replace(TREAD_HIKE, protocol_id="t2", name="Steep hike"),
        "alternative",
        "Treadmill 1 has been seen up to 12 % only.",
        SHORTER,
    ),
    Offer(
        DOWNHILL, "homework", "No station here goes downhill: take it outside as a file and a card."
    ),
    Offer(
        LTHR,
        "locked",
        "An all-out test needs a recorded clearance: your coach enters it on the roster.",
    ),
]


def offered(place: int) -> Made:
    app = FakeApp(offered=OFFERS)
    tap_in(app, 1)
    return app, lambda board: board.choose_model.choose(place)


def asked(*questions: Question) -> FakeApp:
    app = FakeApp(offered=OFFERS)
    tap_in(app, 1)
    app.questions = list(questions)
    return app


READINESS = Question(
    1,
    "readiness",
    readiness.HEADING,
    readiness.ANSWERS,
    points=readiness.QUESTIONS,
    may_skip=False,
)
SORENESS = Question(
    1,
    "soreness",
    "How sore are your legs after Quad crusher? 0 not at all, 10 worst",
    tuple((str(number), float(number)) for number in range(11)),
)
RAILS = Question(
    1,
    "rails",
    "Were your hands on the rails?",
    (("No, hands free", 0.0), ("Now and then", 1.0), ("Yes, held on", 2.0)),
    session_id=1,
)
BEATS = Question(
    1, "beats-counted", "How many beats did you count from second 5 to second 20?", (), 1,
    number=(15, 60),
)  # fmt: skip

MEASURES = (
    Measure("step_up_score", "Step-up score", 84.2, "points", 0),
    Measure("time_in_band", "Time in band", 82.0, "%", 0, note="From the end of easing in."),
    Measure("ascent_m", "Ascent", 238.7, "m", 0),
    Measure("hr_recovery_60", "Heart-rate recovery", 34.0, "bpm", 0, note="Standing."),
    Measure("hr_mean", "Mean heart rate", 148.0, "bpm"),
    Measure("hr_max", "Highest heart rate", 171.0, "bpm"),
    Measure("time_in_zone_3", "Time in zone 3", 1189.0, "s"),
    Measure("edwards", "Load (Edwards)", 225.0, "points"),
    Measure("banister", "Load (Banister)", None, missing="Enter the resting heart rate."),
    Measure("net_kcal", "Energy above rest", None, missing="Enter a weight: roster set."),
    Measure("decoupling", "Decoupling", 4.8, "%", 1, note="20 steady minutes."),
    Measure("overshoot", "Overshoot", -0.0, "bpm·min", 1),
)


def measured(measures: tuple[Measure, ...] = MEASURES) -> FakeApp:
    app = own_scenes.finished()
    app.measured[1, 1] = measures
    app.pasts[1] = trained()
    return app


def list_open() -> Made:
    return measured(), lambda board: board.summary_model.sheet_model.turn(True)


def trained() -> Past:
    """Five weeks of hikes, a step-up and a test."""
    rates = (163, 160, 158, 157, 153, 152, 149, 147)
    days = (0, 4, 7, 11, 14, 18, 21, 25)
    began = TODAY - timedelta(30)
    sessions = [
        PastSession(
            number,
            began + timedelta(day),
            day * 86_400_000,
            "tread-hike",
            "Tread hike",
            "hike",
            2400,
            True,
            {"hr_std": float(rate), "beats_per_metre": rate * 60 / 950},
        )
        for number, (rate, day) in enumerate(zip(rates, days, strict=True), 1)
    ]
    for number, name in enumerate(("Step-up 80", "Short hills", "Quad crusher", "Stairs", "Vest")):
        sessions.append(
            PastSession(
                20 + number,
                date(2025, 12, 28),
                (40 + number) * 86_400_000,
                name,
                name,
                "step-up",
                4800,
                True,
                {"step_up_score": 84.2},
            )
        )
    return Past(sessions=tuple(reversed(sessions)))


def progressing(tab: str, *, empty: bool = False) -> Made:
    app = FakeApp(offered=OFFERS)
    tap_in(app, 1)
    if not empty:
        app.pasts[1] = trained()
        app.countdowns[1] = (
            "Alpine marathon in 31 days, on Sun 1 Feb. Next: a quad crusher around 11 January; "
            "the hike month ends then."
        )
        app.weeks[1] = [
            Planned(TODAY + timedelta(day), "step-up-80" if day == 2 else None, words)
            for day, words in enumerate(
                ("rest", "easy + strides", "hike in the afternoon", "easy", "easy", "long", "easy")
            )
        ]
    return app, lambda board: board.progress_model.turnTo(tab)


def alerts() -> FakeApp:
    """A class in which four need the coach."""
    app = class_of(16)
    for athlete_id, alert in enumerate(Alert, 2):
        app.state.participants[athlete_id].alert = alert
    walking = app.state.participants[3]
    walking.detour, walking.verdict = "recovery walk", Verdict.NONE
    app.state.participants[5].signal = Signal.CHECK
    by_feel = app.state.participants[7]
    by_feel.by_effort, by_feel.wanted_rpe, by_feel.band = True, (6, 7), None
    by_feel.verdict = Verdict.NONE
    return app


def stopped() -> FakeApp:
    app = class_of(6)
    app.state.stopped = True
    return app


def changing() -> FakeApp:
    """A rotation on the way to the next places."""
    app = class_of(8)
    session = app.state.sessions[1]
    made = own_scenes.rotation(changing=True)
    session.plan, session.block = own_scenes.ROTATION, 2
    session.main = own_scenes.session_of(made).main
    for athlete_id, who in app.state.participants.items():
        who.lane = "Belts" if athlete_id % 2 else "Floor"
        who.next_station = f"Treadmill {athlete_id}" if athlete_id % 2 else None
        who.band, who.verdict = None, Verdict.NONE
    return app


def sheet(name: str, clock: str = "group") -> Made:
    app = own_scenes.alone(clock=clock)
    return app, lambda board: board.mine_model.care_model.open(name)


SCENES: dict[str, dict[str, Callable[[], Made]]] = {
    "choose": {
        "warnings": lambda: offered(1),
        "confirm": lambda: offered(2),
        "alternative": lambda: offered(3),
        "homework": lambda: offered(4),
        "locked": lambda: offered(5),
        "readiness": lambda: asked(READINESS),
        "soreness": lambda: asked(SORENESS),
    },
    "group": {"alerts": alerts, "stopped": stopped, "changing": changing},
    "mine": {
        **own_scenes.OWN_SCENES,
        "unwell": lambda: sheet("unwell"),
        "more": lambda: sheet("more"),
    },
    "summary": {
        **own_scenes.SUMMARY_SCENES,
        "measured": measured,
        "measuring": own_scenes.finished,
        "all-measures": list_open,
        "rails": lambda: with_questions(RAILS),
        "beats": lambda: with_questions(BEATS),
    },
    "progress": {
        "trend": lambda: progressing("trend"),
        "done": lambda: progressing("done"),
        "week": lambda: progressing("week"),
        "empty": lambda: progressing("trend", empty=True),
        "empty-week": lambda: progressing("week", empty=True),
    },
}
"""By page and state; with athlete 1 as the one whom the page is about."""


def with_questions(*questions: Question) -> FakeApp:
    app = measured()
    app.questions = list(questions)
    anna(app).rated_rpe = 7
    return app
