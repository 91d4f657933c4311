"""Questions: who is asked what and when, what an answer changes at once, what is out of date."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.asking import SORE_DAYS, Question
from kiosk.desk_port import PastLoaded
from kiosk.session.records import AnswerGiven
from kiosk.session.state import Phase
from kiosk.training import readiness
from kiosk.training.past import Past, PastAnswer, PastSession
from kiosk.training.plan import Category, Plan, Step
from tests.unit.app_rig import Kiosk
from tests.unit.room import athlete

TODAY = date(2026, 1, 1)
"""As the manual clock begins."""
EARLIER_MS = 1_766_000_000_000
CRUSHER = PastSession(
    7, TODAY - timedelta(1), EARLIER_MS, "q", "Quad crusher", "crusher", 1800, True
)


def workout(category: Category = "", test: str | None = None, seconds: int = 300) -> Plan:
    return Plan("p", "P", "any", (Step("Go", "work", seconds),), category, test=test)


def gym(*, asks_readiness: bool = False) -> Kiosk:
    kiosk = Kiosk(asks_readiness=asks_readiness)
    kiosk.roster(1, 2)
    kiosk.app.tap_in(1)
    kiosk.run(1)
    return kiosk


def know(kiosk: Kiosk, past: Past, athlete_id: int = 1) -> None:
    kiosk.mailbox.post(PastLoaded(kiosk.clock.monotonic(), {athlete_id: past}))
    kiosk.run(0.5)


def after(kiosk: Kiosk, plan: Plan) -> Kiosk:
    """Athlete 1 has done it."""
    kiosk.app.start_alone(plan, 1)
    kiosk.run((plan.steps[0].duration_s or 0) + 3)
    assert kiosk.who(1).phase is Phase.FINISHED
    return kiosk


def kinds(kiosk: Kiosk) -> list[str]:
    return [question.kind for question in kiosk.app.questions]


def given(kiosk: Kiosk) -> list[AnswerGiven]:
    return [record for record in kiosk.sink.records if isinstance(record, AnswerGiven)]


# -- readiness -------------------------------------------------------------------------------------


def test_nobody_starts_before_the_health_questions_are_answered() -> None:
    kiosk = gym(asks_readiness=True)
    (asked,) = kiosk.app.questions
    assert (asked.kind, asked.points, asked.may_skip) == ("readiness", readiness.QUESTIONS, False)
    kiosk.app.start_alone(workout(), 1)
    kiosk.run(1)
    assert kiosk.who(1).phase is Phase.READY
    assert kiosk.app.notices == [readiness.ASK_FIRST]
    kiosk.app.skip_question(1, "readiness")
    assert kinds(kiosk) == ["readiness"]


def test_the_answer_counts_at_once_and_is_written_by_the_desk() -> None:
    kiosk = gym(asks_readiness=True)
    kiosk.app.answer(1, "readiness", 1.0)
    assert kiosk.app.questions == []
    assert kiosk.desk.asked == [("readiness", 1, True)]
    kiosk.roster(1, 2)
    assert kiosk.app.questions == [], "the disk does not have it yet"
    kiosk.app.start_alone(workout(), 1)
    kiosk.run(1)
    assert kiosk.who(1).phase is Phase.RUNNING


def test_whom_something_applies_to_is_guided_by_effort_and_offered_gentle_work_only() -> None:
    kiosk = gym(asks_readiness=True)
    kiosk.app.answer(1, "readiness", 0.0)
    kiosk.run(1)
    assert kiosk.who(1).athlete.is_effort_only
    kiosk.app.start_alone(workout("step-up"), 1)
    kiosk.run(1)
    assert kiosk.app.notices == [readiness.SEE_SOMEBODY]
    kiosk.app.start_alone(workout("free"), 1)
    kiosk.run(1)
    assert kiosk.who(1).phase is Phase.RUNNING


def test_a_coach_who_clears_somebody_on_the_roster_opens_everything() -> None:
    kiosk = Kiosk(by_strap=True, asks_readiness=True)
    kiosk.roster(1)
    kiosk.app.tap_in(1)
    kiosk.app.answer(1, "readiness", 0.0)
    kiosk.load(athlete(1, is_ready=False, readiness_on=TODAY))
    kiosk.load(athlete(1, is_ready=False, readiness_on=TODAY, cleared_on=TODAY))
    kiosk.run(1)
    assert not kiosk.who(1).athlete.is_effort_only
    kiosk.app.start_alone(workout("step-up"), 1)
    kiosk.run(1)
    assert kiosk.who(1).phase is Phase.RUNNING


def test_a_class_starts_without_whom_it_cannot_and_says_who_and_why() -> None:
    kiosk = Kiosk(asks_readiness=True)
    kiosk.load(athlete(1, is_ready=True, readiness_on=TODAY), athlete(2), athlete(3))
    for number in (1, 2, 3):
        kiosk.app.tap_in(number)
    kiosk.run(1)
    kiosk.app.start_class(workout())
    kiosk.run(1)
    phases = [kiosk.who(number).phase for number in (1, 2, 3)]
    assert phases == [Phase.RUNNING, Phase.READY, Phase.READY]
    assert kiosk.app.notices == [f"Without Athlete 2, Athlete 3: {readiness.ASK_FIRST}"]
    kiosk.app.join(1, 2)
    kiosk.run(1)
    assert kiosk.who(2).phase is Phase.READY, "nor by coming late"


# -- soreness --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "asked"), [(0, False), (1, True), (SORE_DAYS, True), (5, False)])
@pytest.mark.parametrize("category", ["downhill", "crusher", "strength"])
def test_soreness_is_asked_at_the_first_tap_in_of_a_later_day(
    category: Category, days: int, asked: bool
) -> None:
    kiosk = gym()
    session = replace(CRUSHER, category=category, on=TODAY - timedelta(days))
    know(kiosk, Past((session,)))
    assert (kinds(kiosk) == ["soreness"]) is asked


def test_soreness_is_asked_once_and_about_the_newest_work() -> None:
    kiosk = gym()
    older = replace(CRUSHER, session_id=6, on=TODAY - timedelta(3))
    know(kiosk, Past((CRUSHER, older)))
    (question,) = kiosk.app.questions
    assert (question.session_id, len(question.answers)) == (7, 11)
    kiosk.app.answer(1, "soreness", 6.0, 7)
    assert kiosk.app.questions == []
    answer = PastAnswer(TODAY, kiosk.clock.utc_ms(), "soreness", 6.0, 7)
    assert kiosk.app.past(1).answers == (answer,)
    assert kiosk.app.past(1).sessions[0].answers == {"soreness": 6.0}
    assert [(a.kind, a.value, a.session_id) for a in given(kiosk)] == [("soreness", 6.0, 7)]


def test_what_was_said_on_an_earlier_day_is_not_asked_again() -> None:
    kiosk = gym()
    two_days = replace(CRUSHER, on=TODAY - timedelta(2))
    said = PastAnswer(TODAY - timedelta(1), EARLIER_MS, "soreness", 3.0, 7)
    know(kiosk, Past((two_days,), (said,)))
    assert kiosk.app.questions == []


def test_work_that_makes_nobody_sore_and_work_that_was_hardly_begun_ask_nothing() -> None:
    kiosk = gym()
    know(kiosk, Past((replace(CRUSHER, category="hike"), replace(CRUSHER, duration_s=500))))
    assert kiosk.app.questions == []


def test_soreness_is_out_of_date_once_they_train() -> None:
    kiosk = gym()
    know(kiosk, Past((CRUSHER,)))
    after(kiosk, workout())
    assert kinds(kiosk) == ["rpe"]


# -- after a session -------------------------------------------------------------------------------


def test_nobody_is_asked_while_training_and_a_short_try_asks_nothing() -> None:
    kiosk = gym()
    kiosk.app.start_alone(workout(), 1)
    kiosk.run(200)
    assert kiosk.app.questions == []
    kiosk.app.leave(1)
    kiosk.run(1)
    assert kiosk.app.questions == []


def test_after_a_hike_effort_rails_and_the_run_before_it_are_asked() -> None:
    kiosk = after(gym(), workout("hike"))
    assert kinds(kiosk) == ["rpe", "rails", "ran-today"]
    assert {question.session_id for question in kiosk.app.questions} == {1}
    kiosk.app.answer(1, "rails", 2.0, 1)
    kiosk.app.skip_question(1, "ran-today")
    assert kinds(kiosk) == ["rpe"]
    assert [(a.kind, a.value) for a in given(kiosk)] == [("rails", 2.0)]


def test_a_second_hike_of_the_day_does_not_ask_again_who_ran() -> None:
    kiosk = gym()
    know(kiosk, Past(answers=(PastAnswer(TODAY, EARLIER_MS, "ran-today", 1.0, 4),)))
    after(kiosk, workout("hike"))
    assert kinds(kiosk) == ["rpe", "rails"]


def test_beats_are_counted_by_hand_only_where_no_strap_told_them() -> None:
    (question, _) = after(gym(), workout("test", "queens-college-step")).app.questions
    assert (question.kind, question.answers, question.number) == ("beats-counted", (), (15, 60))
    kiosk = gym()
    kiosk.on_air = {101: 120}
    assert kinds(after(kiosk, workout("test", "queens-college-step"))) == ["rpe"]


def test_the_stair_test_asks_for_what_would_fail_it() -> None:
    kiosk = Kiosk(stations=())
    kiosk.load(athlete(1))
    kiosk.app.tap_in(1)
    kiosk.run(1)
    assert kinds(after(kiosk, workout("test", "cpat-stair", 100))) == ["dismounted", "rail-touches"]


def test_whoever_has_left_is_asked_nothing() -> None:
    kiosk = after(gym(), workout())
    kiosk.app.tap_out(1)
    kiosk.run(1)
    assert kiosk.app.questions == []


def test_an_answer_outlives_what_the_disk_tells_meanwhile() -> None:
    kiosk = after(gym(), workout())
    kiosk.app.answer(1, "rpe", 7.0, 1)
    done = PastSession(1, TODAY, 0, "p", "P", "", 300, True)
    know(kiosk, Past((done,)))
    assert kiosk.app.past(1).sessions[0].answers == {"rpe": 7.0}
    assert [answer.value for answer in kiosk.app.past(1).answers] == [7.0]
    on_disk = kiosk.app.past(1).answers
    know(kiosk, Past((done,), on_disk))
    assert kiosk.app.past(1).answers == on_disk, "not twice"


def test_nothing_else_than_what_is_asked_can_be_answered() -> None:
    kiosk = gym()
    with pytest.raises(ValueError, match="nothing is asked"):
        kiosk.app.answer(1, "weight", 70.0)
    assert given(kiosk) == []


def test_a_question_can_be_told_by_its_words() -> None:
    asked: list[Question] = [*after(gym(), workout("hike")).app.questions]
    assert all(question.text.endswith(("?", "out", "had")) for question in asked)
    assert all(len(question.text) <= 80 for question in asked)
