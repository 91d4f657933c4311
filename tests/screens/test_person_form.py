"""The form for a new person: what is asked of the roster, and where its sentences belong."""

from pathlib import Path

import pytest

from kiosk.app import PersonWanted
from kiosk.errors import RosterError
from kiosk.history.database import open_engine
from kiosk.history.roster import Roster
from kiosk.session.state import StrapHeard
from kiosk.training.athlete import Athlete
from screens import add_view
from screens.person_form import Field, PersonForm, field_of
from screens.strap_choice import KEEP_S, PLACES, StrapSeats

PEOPLE = (Athlete(1, "Anna", straps=(1001,)), Athlete(2, "Björn ß", straps=(1002,)))


def form(**texts: str) -> PersonForm:
    made = PersonForm()
    for name, text in texts.items():
        made.texts[Field(name.replace("_", "-"))] = text
    return made


def test_what_is_left_empty_is_not_asked_for() -> None:
    assert form(name="  Anna   K ").wanted() == PersonWanted("Anna K")
    full = form(name="Bo", strap="0042", birth_year="1986", max_hr="190", resting_hr="50")
    assert full.wanted() == PersonWanted("Bo", 42, 1986, 190, 50)


def test_the_strap_is_passed_over_once_it_is_settled() -> None:
    assert form(name="Bo").after(Field.NAME) is Field.STRAP
    assert form(strap="7").after(Field.NAME) is Field.BIRTH_YEAR
    without = form()
    without.no_strap = True
    assert without.after(Field.NAME) is Field.BIRTH_YEAR
    assert form().after(Field.THRESHOLD_HR) is Field.NAME


def test_a_name_that_is_taken_is_said_at_once_in_any_case_and_unicode_form() -> None:
    for name in ("anna", "ANNA ", "BJO\u0308RN SS"):
        assert "already on the roster" in form(name=name).complaint(Field.NAME, PEOPLE)
    assert form(name="Anna K").complaint(Field.NAME, PEOPLE) == ""
    assert form().complaint(Field.NAME, (Athlete(3, ""),)) == ""


def test_a_strap_of_somebody_else_is_said_at_once() -> None:
    assert form(strap="1001").complaint(Field.STRAP, PEOPLE).startswith("Strap 1001 already")
    assert form(strap="1003").complaint(Field.STRAP, PEOPLE) == ""
    assert form().complaint(Field.STRAP, PEOPLE) == ""


def test_a_heart_rate_is_only_complained_about_where_it_was_typed() -> None:
    wrong = form(name="Bo", max_hr="20", resting_hr="60")
    assert "from 100 to 230" in wrong.complaint(Field.MAX_HR, PEOPLE)
    assert wrong.complaint(Field.RESTING_HR, PEOPLE) == ""


SCENES = {
    Field.NAME: [form(name="anna"), form(), form(name="./"), form(name="A\u202eb")],
    Field.STRAP: [form(name="Bo", strap="1001"), form(name="Bo", strap="9999999")],
    Field.BIRTH_YEAR: [form(name="Bo", birth_year="19"), form(name="Bo", birth_year="2099")],
    Field.MAX_HR: [form(name="Bo", max_hr="20")],
    Field.RESTING_HR: [
        form(name="Bo", resting_hr="5"),
        form(name="Bo", max_hr="100", resting_hr="110"),
    ],
    Field.THRESHOLD_HR: [
        form(name="Bo", threshold_hr="1"),
        form(name="Bo", max_hr="150", threshold_hr="160"),
    ],
}


@pytest.mark.parametrize("about", list(Field))
def test_every_sentence_of_the_real_roster_finds_its_field(about: Field, tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "history.sqlite3")
    roster = Roster(engine)
    roster.add("Anna", [1001])
    for scene in SCENES[about]:
        wanted = scene.wanted()
        with pytest.raises(RosterError) as refusal:
            roster.add(
                wanted.name,
                () if wanted.strap is None else (wanted.strap,),
                birth_year=wanted.birth_year,
                max_hr=wanted.max_hr,
                resting_hr=wanted.resting_hr,
                threshold_hr=wanted.threshold_hr,
            )
        assert field_of(str(refusal.value)) is about, str(refusal.value)
    engine.dispose()


def test_a_sentence_about_something_else_has_no_field() -> None:
    assert field_of("The history cannot be written: free some space on the disk.") is None


def test_after_a_whole_birth_year_there_is_nothing_more_to_ask() -> None:
    made = form(name="Bo", strap="7", birth_year="198")
    assert "save" not in add_view.prompt(made, Field.BIRTH_YEAR)
    made.texts[Field.BIRTH_YEAR] = "1986"
    assert "save" in add_view.prompt(made, Field.BIRTH_YEAR)
    assert "save" not in add_view.prompt(form(birth_year="1986"), Field.BIRTH_YEAR)


# -- the straps to choose from -------------------------------------------------------------------


def heard(now: float, **first_at: float) -> list[tuple[int, StrapHeard]]:
    return [(int(name[1:]), StrapHeard(first, now)) for name, first in first_at.items()]


def test_a_strap_keeps_its_place_when_newer_ones_come() -> None:
    seats = StrapSeats()
    seats.follow(heard(10, s1=5), 10)
    seats.follow(heard(20, s2=15, s1=5), 20)
    seats.follow(heard(30, s3=25, s2=15, s1=5), 30)
    assert seats.numbers == [1, 2, 3]
    assert [tile.number for tile in seats.tiles(30, 2)] == [1, 2, 3, 0]
    assert [tile.chosen for tile in seats.tiles(30, 2)] == [False, True, False, False]


def test_the_newest_strap_gets_the_place_of_the_oldest_when_all_are_taken() -> None:
    seats = StrapSeats()
    old = heard(10, s4=8, s3=7, s2=6, s1=5)
    seats.follow(old, 10)
    assert len(seats.numbers) == PLACES
    seats.follow([*heard(12, s5=11), *heard(12, s4=8, s3=7, s2=6, s1=5)], 12)
    assert seats.numbers == [4, 3, 2, 5]
    assert seats.more == 1


def test_a_strap_that_is_not_heard_for_a_moment_stays_and_then_goes() -> None:
    seats = StrapSeats()
    seats.follow(heard(10, s1=5), 10)
    seats.follow([], 15)
    assert seats.numbers == [1]
    seats.follow([], 10 + KEEP_S)
    assert seats.tiles(20, None) == []


def test_a_strap_says_for_how_long_it_has_been_on() -> None:
    seats = StrapSeats()
    seats.follow(heard(300, s1=280, s2=265, s3=100), 300)
    said = [tile.detail for tile in seats.tiles(300, None)]
    assert said == ["just put on", "on for 1 min", "on for 3 min", ""]
