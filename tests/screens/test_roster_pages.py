"""The order of the roster, its letters and the words on straps, without a pixel."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.session.state import KioskState, Participant, Phase, StrapHeard
from kiosk.training.athlete import Athlete
from screens.roster_pages import (
    initial,
    letter_groups,
    on_the_air,
    ordered,
    person_row,
    sort_key,
    strap_rows,
)


def test_names_are_sorted_as_in_a_telephone_book_with_some_people_first() -> None:
    people = [Athlete(n, name) for n, name in enumerate(("Zoe", "ädgar", "Ben", "Émile", "anna"))]
    assert [who.name for who in ordered(people, lambda who: who.name == "Zoe")] == [
        "Zoe", "ädgar", "anna", "Ben", "Émile",
    ]  # fmt: skip
    assert [initial(name) for name in ("ädgar", "Émile", "7of9", "")] == ["A", "E", "#", "#"]


@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1), min_size=1), st.integers(1, 9))
def test_letters_lead_to_everybody_in_order_and_are_never_too_many(
    names: list[str], most: int
) -> None:
    names.sort(key=sort_key)
    groups = letter_groups(names, most)
    assert 1 <= len(groups) <= most
    assert groups[0].begin == 0
    for group, following in zip(groups, [*groups[1:], None], strict=True):
        end = len(names) if following is None else following.begin
        members = names[group.begin : end]
        assert members
        assert initial(members[0]) == group.first
        assert initial(members[-1]) == group.last


def test_letters_are_about_equally_full() -> None:
    names = sorted(letter * 3 for letter in "ABCDEFGHIJKLMNOP" for _ in range(10))
    assert [g.title for g in letter_groups(names, 4)] == ["A–D", "E–H", "I–L", "M–P"]
    assert [g.title for g in letter_groups(["Anna", "Ben"], 4)] == ["A", "B"]


def test_a_strap_is_on_the_air_for_a_few_seconds_after_it_was_heard() -> None:
    state = KioskState(now=100.0, straps={7: StrapHeard(10.0, 96.0), 8: StrapHeard(10.0, 94.0)})
    assert on_the_air(Athlete(1, "Anna", straps=(5, 7)), state)
    assert not on_the_air(Athlete(1, "Anna", straps=(8,)), state)
    assert not on_the_air(Athlete(1, "Anna"), state)


def test_a_persons_tile_says_whether_they_are_in_and_what_they_do() -> None:
    anna = Athlete(1, "Anna")
    assert person_row(anna, None, heard=True).mark == "strap heard"
    assert person_row(anna, None, heard=False).mark == ""
    who = Participant(anna, None, None, phase=Phase.RUNNING)
    row = person_row(anna, who, heard=True)
    assert (row.mark, row.here, row.heard) == ("training", True, False)


def test_signals_put_straps_in_an_order_and_are_no_distance() -> None:
    def words(*rssi: int | None) -> list[str]:
        straps = [(n, StrapHeard(0, 0, dbm)) for n, dbm in enumerate(rssi)]
        return [row.word for row in strap_rows(straps)]

    assert words(-60) == ["new"]
    assert words(None, None) == ["new", "new"]
    assert words(-50, -71, None) == ["near", "farther", "new"]
    assert words(-71, -50) == ["farther", "near"]
    assert words(-60, -60) == ["new", "new"]
