"""The coaches' page on people, by touch on the real shell: looked up, changed, taken off."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.session.state import Phase
from screens.errands import GIVES_UP_S
from screens.walk import Page
from tests.screens.coach_rig import CoachVisit, Show

BEN = 2


def visit(glass: Show, size: str = "800x480", people: int = 14) -> CoachVisit:
    return CoachVisit(glass, Page.PEOPLE, people, size)


@pytest.mark.parametrize("size", ["800x480", "720x1280", "1280x720"])
def test_a_maximum_is_typed_and_the_zones_follow_while_it_is_typed(glass: Show, size: str) -> None:
    coach = visit(glass, size)
    coach.tap("people-2")
    assert coach.text("rung-range-5") == "175–188"
    coach.tap("card-max-hr", "pad-1", "pad-9", "pad-6")
    assert coach.text("sheet-value") == "196 bpm"
    assert coach.text("rung-range-5") == "182–196"
    assert coach.desk.asked == []
    coach.tap("sheet-save")
    assert coach.text("sheet-said") == "Saving …"
    coach.works()
    assert coach.desk.asked == [("change", BEN, {"max_hr": 196.0})]
    assert not coach.screen.shows("person-sheet")
    assert coach.text("card-value-max-hr") == "196"


def test_whoever_is_here_is_guided_by_the_new_numbers_at_once(glass: Show) -> None:
    coach = visit(glass)
    coach.stage.tap_in(BEN)
    coach.tap("people-2", "card-resting-hr", "plus-1", "plus-1", "sheet-save")
    coach.works()
    who = coach.stage.app.state.participants[BEN]
    assert (who.phase, who.athlete.resting_hr) == (Phase.READY, 52.0)


def test_a_number_that_cannot_be_says_why_and_is_not_asked_for(glass: Show) -> None:
    coach = visit(glass)
    coach.tap("people-2", "card-resting-hr", "pad-1", "pad-9", "pad-9")
    assert "cannot be 199" in coach.text("sheet-said")
    coach.tap("sheet-save")
    assert coach.desk.asked == []
    coach.tap("pad-erase", "pad-erase", "pad-erase", "pad-4", "pad-8", "sheet-save")
    assert coach.desk.asked == [("change", BEN, {"resting_hr": 48.0})]


def test_a_refusal_of_the_roster_stays_on_the_sheet_until_something_else_is_typed(
    glass: Show,
) -> None:
    coach = visit(glass)
    coach.desk.refusal = "The history cannot be written: free some space on the disk."
    coach.tap("people-2", "card-ceiling-hr", "minus-1", "minus-1", "sheet-save")
    coach.works()
    assert coach.text("sheet-said").endswith("free some space on the disk.")
    coach.tap("plus-1")
    assert coach.text("sheet-said") == "They are told to ease off before it."


def test_a_disk_that_never_answers_is_not_waited_for_for_ever(glass: Show) -> None:
    coach = visit(glass)
    coach.tap("people-2", "card-ceiling-hr", "minus-1", "minus-1", "sheet-save")
    coach.waits(GIVES_UP_S + 1)
    assert "does not answer" in coach.text("sheet-said")


def test_a_double_tap_on_save_asks_once_and_hits_nothing_that_comes_after(glass: Show) -> None:
    coach = visit(glass)
    coach.tap("people-2", "card-max-hr", "plus-1")
    coach.twice("sheet-save")
    assert coach.desk.asked == [("change", BEN, {"max_hr": 189.0})]
    coach.twice("back")
    assert coach.walk == (Page.PEOPLE, BEN)  # the second tap came before anything had settled
    assert not coach.screen.shows("person-sheet")


def test_back_leaves_the_entry_then_the_card_then_the_page_and_nothing_is_kept(glass: Show) -> None:
    coach = visit(glass)
    coach.tap("people-2", "card-max-hr", "pad-1", "back")
    assert coach.text("card-value-max-hr") == "188"
    coach.tap("back")
    assert coach.walk == (Page.PEOPLE, None)
    coach.tap("back")
    assert coach.walk[0] is Page.COACH
    assert coach.desk.asked == []


def test_a_choice_is_kept_by_one_touch(glass: Show) -> None:
    coach = visit(glass)
    coach.tap("people-2", "card-shows", "choice-zone")
    coach.works()
    coach.tap("card-effort", "choice-effort")
    coach.works()
    assert [asked[2] for asked in coach.desk.asked] == [
        {"shows": "zone"},
        {"is_effort_only": True},
    ]
    assert coach.text("card-value-shows") == "only the zone"
    assert coach.text("zones-origin") == "Guided by effort: the zones are only kept."


def test_days_are_nudged_and_a_minor_is_not_cleared_without_a_guardian(glass: Show) -> None:
    coach = visit(glass)
    who = coach.stage.people[1]
    coach.stage.people[1] = replace(who, birth_year=2010)
    coach.stage.reload()
    coach.waits()
    coach.tap("people-2", "card-cleared", "sheet-today")
    assert "under 18" in coach.text("sheet-said")
    coach.tap("back", "card-guardian", "sheet-today", "minus-7", "sheet-save")
    coach.works()
    assert coach.desk.asked == [("change", BEN, {"guardian_on": date(2025, 12, 25)})]
    assert coach.text("card-value-guardian") == "25 Dec 2025"


def test_own_edges_are_changed_one_by_one_and_taken_back(glass: Show) -> None:
    coach = visit(glass)
    coach.tap("people-2", "card-edges", "edge-1", "plus-1", "edge-5", "pad-1", "pad-9", "pad-5")
    coach.tap("sheet-save")
    coach.works()
    edges = (119.0, 134.0, 147.0, 161.0, 175.0, 195.0)
    assert coach.desk.asked == [("change", BEN, {"zone_edges": edges})]
    assert coach.text("rung-range-5") == "175–195"
    coach.tap("card-edges", "sheet-clear")
    coach.works()
    assert coach.stage.people[1].zone_edges is None


def test_straps_are_typed_heard_and_taken_off_but_nobody_elses(glass: Show) -> None:
    coach = visit(glass)
    coach.stage.stranger(48_213, -54)
    coach.waits(3)
    coach.tap("people-2", "card-straps", *(f"pad-{digit}" for digit in "20004"))
    assert coach.text("sheet-said") == "! Strap 20004 is Chloe’s."
    coach.tap(*["pad-erase"] * 5, "strap-20003", "heard-48213", "sheet-save")
    assert coach.desk.asked == [("change", BEN, {"straps": (48_213,)})]


def test_a_guest_becomes_a_member_by_a_name_of_their_own(glass: Show) -> None:
    coach = visit(glass)
    guest = replace(coach.stage.people[1], name="Guest 7", guest_on=date(2026, 1, 1))
    coach.stage.people[1] = guest
    coach.stage.reload()
    coach.waits()
    coach.tap("people-2", "join")
    for key in "anna":
        coach.screen.tap(
            f"key-{key.upper()}" if coach.screen.shows(f"key-{key.upper()}") else f"key-{key}"
        )
        coach.waits(0.1)
    assert coach.text("sheet-said") == "! Anna is already on the roster: add an initial."
    coach.tap("key-e", "key-next")
    coach.works()
    assert coach.desk.asked == [("change", BEN, {"name": "Annae", "guest_on": None})]
    assert not coach.screen.shows("join")


def test_taking_somebody_off_is_asked_about_and_leads_to_the_list(glass: Show) -> None:
    coach = visit(glass)
    coach.tap("people-2", "remove", "no")
    assert coach.desk.asked == []
    coach.tap("remove")
    coach.twice("yes")
    coach.works()
    assert coach.desk.asked == [("remove", BEN)]
    assert coach.walk == (Page.PEOPLE, None)
    assert coach.text("people-trouble") == "Ben is not on the roster any more."
    assert not coach.screen.shows("people-2")


def test_somebody_removed_elsewhere_while_their_entry_is_open_leaves_the_list(glass: Show) -> None:
    coach = visit(glass)
    coach.tap("people-2", "card-max-hr", "pad-1")
    coach.desk.gone(BEN)
    coach.stage.reload()
    coach.waits()
    assert coach.walk == (Page.PEOPLE, None)
    assert coach.text("people-trouble") == "Ben is not on the roster any more."


def test_another_coachs_change_is_seen_at_once_and_not_written_over(glass: Show) -> None:
    coach = visit(glass)
    coach.tap("people-2", "card-max-hr", "plus-1")
    coach.stage.people[1] = replace(coach.stage.people[1], resting_hr=44.0)
    coach.stage.reload()
    coach.waits()
    coach.tap("sheet-save")
    coach.works()
    assert coach.text("card-value-resting-hr") == "44"
    assert coach.desk.asked == [("change", BEN, {"max_hr": 189.0})]


def test_two_hundred_people_are_reached_by_their_letter(glass: Show) -> None:
    coach = visit(glass, people=200)
    assert coach.text("page-title") == "People (200)"
    assert coach.screen.find("people-before").property("enabled") is False
    last = max(n for n in range(20) if coach.screen.shows(f"letters-{n}"))
    coach.tap(f"letters-{last}")
    assert coach.screen.handle.board.people_model.paged.row_model.rows[0].name[0] in "TUVWX"  # type: ignore[attr-defined]


def test_an_empty_roster_says_what_to_do(glass: Show) -> None:
    assert "Nobody is on the roster" in visit(glass, people=0).text("people-nobody")
