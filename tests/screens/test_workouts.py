"""What a workout asks of one athlete, and the ways into it, without a pixel."""

from kiosk.session.state import Phase, Signal
from kiosk.training.offers import Offer
from kiosk.training.plan import Plan, RangeTarget, Step, ZoneTarget
from screens.workouts import (
    StepLine,
    card_of,
    shortened,
    step_lines,
    strap_words,
    ways_of,
    zones_note,
)
from tests.screens.screen_fakes import (
    CIRCUIT,
    HILLS,
    STEP_UP_80,
    FakeApp,
    class_of,
    start,
    tap_in,
)


def test_each_step_shows_the_athletes_own_band() -> None:
    who = tap_in(FakeApp(), 7)  # max 190, rest 50
    lines = step_lines(STEP_UP_80, who)
    assert [(line.title, line.span, line.target, line.level) for line in lines] == [
        ("Warm-up", "20 min", "Effort 2–3", -1),
        ("High zone 2", "20 min", "142–147 bpm", 2),
        ("Mid zone 3", "20 min", "152–157 bpm", 3),
        ("Zone 4", "10 min", "162–175 bpm", 4),
        ("Cool-down", "10 min", "Effort 1–2", -1),
    ]


def test_a_ceiling_clips_the_bands_that_are_shown() -> None:
    who = tap_in(FakeApp(), 7, ceiling_hr=168.0)
    assert step_lines(STEP_UP_80, who)[3].target == "159–164 bpm"


def test_without_zones_the_effort_leads_and_one_sentence_says_so() -> None:
    who = tap_in(FakeApp(), 7, zones=None)
    assert step_lines(STEP_UP_80, who)[1].target == "Effort 4–5"
    assert (
        zones_note(who) == "Your zones are not known yet: you are guided by effort (RPE) instead."
    )
    assert zones_note(tap_in(FakeApp(), 7)) == ""
    assert zones_note(None) == ""


def test_zones_from_age_are_called_estimated() -> None:
    from datetime import date  # noqa: PLC0415

    from kiosk.training.athlete import Athlete  # noqa: PLC0415
    from kiosk.training.zones import zones_for  # noqa: PLC0415

    zones = zones_for(Athlete(1, "Anna", birth_year=1980), date(2026, 1, 1))
    assert zones_note(tap_in(FakeApp(), 1, zones=zones)) == "Zones estimated from your age."


def test_steps_that_repeat_share_a_line_and_what_does_not_fit_is_counted() -> None:
    climb = Step("Climb", "work", 90, target=ZoneTarget(3), round=1, rounds=4)
    easy = Step("Easy", "recovery", 60, target=RangeTarget(100, 119.0))
    plan = Plan("x", "X", "treadmill", (climb, easy) * 4)
    who = tap_in(FakeApp(), 7)
    lines = step_lines(plan, who)
    assert [(line.times, line.title, line.span, line.target) for line in lines] == [
        ("4×", "Climb", "1:30", "148–161 bpm"),
        ("4×", "Easy", "1 min", "100–119 bpm"),
    ]
    many = [StepLine(str(n)) for n in range(9)]
    assert shortened(many, 9) == many
    assert [line.title for line in shortened(many, 4)] == ["0", "1", "2", "and 6 more"]


def test_steps_by_button_or_distance_say_how_they_end() -> None:
    spans = [line.span for line in step_lines(CIRCUIT, None)]
    assert spans == ["till the button", "1 min", "400\N{NO-BREAK SPACE}m"]
    mile = Plan("m", "M", "treadmill", (Step("Hike", "work", distance_m=1609.3),))
    assert step_lines(mile, None)[0].span == "1.6\N{NO-BREAK SPACE}km"


def test_a_card_says_how_long_and_on_what() -> None:
    assert card_of(0, Offer(STEP_UP_80, "ok"), chosen=True).length == "80 min · treadmill"
    assert card_of(2, Offer(CIRCUIT, "ok"), chosen=False).length == "1 min + · on the floor"


def test_the_strap_is_told_by_its_heart_rate_or_by_what_is_missing() -> None:
    app = FakeApp()
    assert strap_words(None) == "tapping in…"
    assert strap_words(tap_in(app, 1, 96)) == "96 bpm"
    assert strap_words(tap_in(app, 1, None, signal=Signal.NEVER)) == "waiting for your strap…"
    assert strap_words(tap_in(app, 1, None, signal=Signal.NOT_WORN)) == "your strap is not worn"


def test_alone_one_starts_alone_and_with_others_also_a_class() -> None:
    app = FakeApp()
    who = tap_in(app, 1)
    assert (ways_of(app.state, who, HILLS).alone, ways_of(app.state, who, HILLS).together) == (
        True,
        0,
    )
    tap_in(app, 2)
    tap_in(app, 3, phase=Phase.FINISHED)
    assert ways_of(app.state, who, HILLS).together == 3
    assert not ways_of(app.state, who, None).alone
    assert not ways_of(app.state, None, HILLS).alone


def test_a_class_that_runs_can_be_joined_after_a_warm_up() -> None:
    app = class_of(2)
    who = tap_in(app, 3)
    ways = ways_of(app.state, who, HILLS)
    assert ways.join == "Join class: Step-up 80, 47 min in"
    assert ways.join_detail == "you warm up 10 min first"
    assert (ways.alone, ways.together) == (True, 0)
    app.state.sessions[1].rows[3] = 600  # was in it before
    assert ways_of(app.state, who, HILLS).join_detail == ""


def test_early_in_the_class_warm_up_nobody_warms_up_apart() -> None:
    app = FakeApp()
    tap_in(app, 1)
    start(app, step=0, at=30)
    who = tap_in(app, 2)
    ways = ways_of(app.state, who, HILLS)
    assert (ways.join, ways.join_detail) == ("Join class: Step-up 80, just begun", "")


def test_whoever_trains_already_is_offered_nothing() -> None:
    app = class_of(2)
    assert not ways_of(app.state, app.state.participants[1], HILLS).alone
