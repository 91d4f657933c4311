"""The coach's side of the shell: signing in and out, and what is chosen at the screen."""

import pytest

from kiosk.choices import Choices
from kiosk.coaches import SIGNED_OUT_AFTER_S, Coach
from kiosk.desk_port import CoachAnswer, RosterLoaded, SignInAnswer
from tests.unit.app_rig import Kiosk

MARIA, JONAS = Coach(1, "Maria"), Coach(2, "Jonas")
PIN = "7391"


@pytest.fixture
def kiosk() -> Kiosk:
    kiosk = Kiosk()
    load(kiosk, JONAS, MARIA)
    return kiosk


def load(kiosk: Kiosk, *coaches: Coach) -> None:
    kiosk.mailbox.post(RosterLoaded(kiosk.clock.monotonic(), (), (), coaches))
    kiosk.run(0.5)


def answer(
    kiosk: Kiosk, coach: Coach = MARIA, refusal: str = "", *, ask: int | None = None
) -> None:
    """To the newest request, or to the one of this number."""
    number = kiosk.desk.ask if ask is None else ask
    kiosk.mailbox.post(SignInAnswer(kiosk.clock.monotonic(), number, coach.id, refusal))
    kiosk.run(0.5)


def signed_in(kiosk: Kiosk) -> None:
    kiosk.app.sign_in(MARIA.id, PIN)
    answer(kiosk)
    assert kiosk.app.coach == MARIA


def test_nobody_is_signed_in_before_the_answer_comes(kiosk: Kiosk) -> None:
    kiosk.app.sign_in(MARIA.id, PIN)
    kiosk.run(1)
    assert (kiosk.app.coach, kiosk.app.sign_in_answer) == (None, None)
    answer(kiosk)
    assert kiosk.app.coach == MARIA


def test_a_refusal_is_said_and_signs_nobody_in(kiosk: Kiosk) -> None:
    kiosk.app.sign_in(MARIA.id, PIN)
    answer(kiosk, refusal="That is not the PIN. 4 more tries.")
    assert kiosk.app.coach is None
    said = kiosk.app.sign_in_answer
    assert said is not None
    assert said.refusal == "That is not the PIN. 4 more tries."


def test_an_answer_that_nobody_waits_for_signs_nobody_in(kiosk: Kiosk) -> None:
    answer(kiosk)
    assert kiosk.app.coach is None
    kiosk.app.sign_in(MARIA.id, PIN)
    kiosk.app.sign_out()
    answer(kiosk)
    assert kiosk.app.coach is None


def test_the_answer_to_another_name_signs_nobody_in(kiosk: Kiosk) -> None:
    kiosk.app.sign_in(JONAS.id, PIN)
    jonas = kiosk.desk.ask
    kiosk.app.sign_in(MARIA.id, PIN)
    answer(kiosk, JONAS, ask=jonas)
    assert kiosk.app.coach is None


def test_a_right_pin_that_is_answered_late_signs_nobody_in_who_tries_after_it(
    kiosk: Kiosk,
) -> None:
    kiosk.app.sign_in(MARIA.id, PIN)
    hers = kiosk.desk.ask
    kiosk.app.sign_out()
    kiosk.app.sign_in(MARIA.id, "8264")
    answer(kiosk, ask=hers)
    assert (kiosk.app.coach, kiosk.app.sign_in_answer) == (None, None)
    answer(kiosk, refusal="That is not the PIN. 4 more tries.")
    assert kiosk.app.coach is None
    assert kiosk.app.sign_in_answer is not None


def test_the_first_coach_who_has_gone_before_the_disk_answered_is_not_signed_in() -> None:
    kiosk = Kiosk()
    kiosk.app.add_coach("Maria", PIN)
    kiosk.app.sign_out()
    load(kiosk, MARIA)
    kiosk.mailbox.post(CoachAnswer(kiosk.clock.monotonic(), kiosk.desk.ask, MARIA.id))
    kiosk.run(0.5)
    assert kiosk.app.coach is None


def test_the_answer_to_an_older_change_is_not_taken_for_the_newest(kiosk: Kiosk) -> None:
    signed_in(kiosk)
    kiosk.app.change_pin(JONAS.id, PIN)
    older = kiosk.desk.ask
    kiosk.app.remove_coach(JONAS.id)
    kiosk.mailbox.post(CoachAnswer(kiosk.clock.monotonic(), older, JONAS.id))
    kiosk.run(0.5)
    assert kiosk.app.coach_answer is None
    kiosk.mailbox.post(CoachAnswer(kiosk.clock.monotonic(), kiosk.desk.ask, JONAS.id))
    kiosk.run(0.5)
    assert kiosk.app.coach_answer is not None


def test_two_minutes_without_a_touch_sign_out_and_a_touch_puts_it_off(kiosk: Kiosk) -> None:
    signed_in(kiosk)
    kiosk.run(SIGNED_OUT_AFTER_S - 10)
    kiosk.app.coach_touched()
    kiosk.run(SIGNED_OUT_AFTER_S - 10)
    assert kiosk.app.coach == MARIA
    kiosk.run(11)
    assert kiosk.app.coach is None


def test_who_is_removed_from_the_command_line_is_signed_out(kiosk: Kiosk) -> None:
    signed_in(kiosk)
    load(kiosk, JONAS)
    assert kiosk.app.coach is None


def test_only_a_coach_changes_the_coaches(kiosk: Kiosk) -> None:
    for change in (
        lambda: kiosk.app.add_coach("Elif", PIN),
        lambda: kiosk.app.change_pin(JONAS.id, PIN),
        lambda: kiosk.app.remove_coach(JONAS.id),
    ):
        change()
        said = kiosk.app.coach_answer
        assert said is not None
        assert said.refusal == "Only a coach may do that."
    assert kiosk.desk.asked == []
    signed_in(kiosk)
    kiosk.desk.asked.clear()
    kiosk.app.remove_coach(JONAS.id)
    assert kiosk.desk.asked == [("remove coach", JONAS.id)]


def test_the_first_coach_of_all_is_signed_in_by_being_made() -> None:
    kiosk = Kiosk()
    kiosk.app.add_coach("Maria", PIN)
    assert kiosk.desk.asked == [("add coach", "Maria", True)]
    load(kiosk, MARIA)
    kiosk.mailbox.post(CoachAnswer(kiosk.clock.monotonic(), kiosk.desk.ask, MARIA.id))
    kiosk.run(0.5)
    assert kiosk.app.coach == MARIA


def test_a_choice_is_in_use_at_once_and_goes_to_the_disk_as_a_word(kiosk: Kiosk) -> None:
    kiosk.app.choose("units", "imperial")
    kiosk.app.choose("sounds", False)
    assert (kiosk.app.choices.units, kiosk.app.choices.sounds) == ("imperial", False)
    assert kiosk.desk.asked == [("keep", "units", "imperial"), ("keep", "sounds", "no")]


@pytest.mark.parametrize(
    ("key", "value"), [("units", "furlongs"), ("sounds", "loud"), ("colour", "red"), ("dim", 10)]
)
def test_what_cannot_be_chosen_changes_nothing(kiosk: Kiosk, key: str, value: object) -> None:
    with pytest.raises(ValueError, match=key):
        kiosk.app.choose(key, value)
    assert kiosk.app.choices == Choices()
    assert kiosk.desk.asked == []
