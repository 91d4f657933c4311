"""The keys: which there are, where they are, and what each does to a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.keyboard import (
    BACKSPACE,
    NEXT,
    SHIFT,
    SPACE,
    Arrangement,
    Key,
    KeyPage,
    Typing,
    begin,
    capital,
    columns,
    hold,
    keys,
    press,
    write,
)

PAGES = tuple(KeyPage)
ANY_CODE = st.one_of(
    st.sampled_from([SHIFT, BACKSPACE, SPACE, NEXT, *map(str, PAGES)]),
    st.sampled_from("abcxyzß-'1230"),
    st.text(max_size=3),
)


def after(*codes: str, typing: Typing | None = None) -> Typing:
    typing = typing or begin("", 40)
    for code in codes:
        typing = press(typing, code)
    return typing


def test_every_word_begins_with_a_capital_and_goes_on_in_small_letters() -> None:
    assert after(*"anna", SPACE, *"katharina", "-", *"ma").text == "Anna Katharina-Ma"


def test_shift_is_for_one_letter_and_can_be_taken_back() -> None:
    assert after("a", SHIFT, "b", "c").text == "ABc"
    assert after(SHIFT, "a", SHIFT, SHIFT, "b").text == "ab"


def test_a_letter_with_an_accent_is_two_taps_away_and_the_plain_letters_come_back() -> None:
    typing = after("b", "j", KeyPage.WEST, "ö")
    assert (typing.text, typing.page) == ("Bjö", KeyPage.LETTERS)
    assert after("r", "n", SPACE, KeyPage.WEST, "ß", typing=typing).text == "Björn ß"


def test_a_held_key_offers_its_letter_with_every_accent_in_place_of_its_line() -> None:
    held = hold(after("b", "a"), "a")
    line = sorted((key.column, key.code) for key in keys(held) if key.line == 1 and key.code)
    assert "".join(code for _, code in line) == "aäàáâãåæą"
    assert press(held, "ä").text == "Bä"
    assert {key.code for key in keys(press(held, "ä"))} >= set("asdfghjkl"), "as they were"
    assert press(held, "a").text == "Ba", "the plain letter leaves it as it is"
    assert press(held, "m").text == "Bam", "any other key goes on typing"


def test_every_letter_of_a_neighbour_is_a_held_key_away() -> None:
    for plain, accented in (("o", "ö"), ("s", "ß"), ("l", "ł"), ("e", "é"), ("n", "ñ"), ("z", "ž")):
        assert press(hold(after("x", plain), plain), accented).text == f"X{accented}"


def test_a_capital_that_was_held_stays_a_capital() -> None:
    held = hold(after("o"), "o")
    assert next(key.label for key in keys(held) if key.code == "ø") == "Ø"
    assert press(held, "ø").text == "Ø"


def test_holding_a_key_without_accents_or_one_that_typed_nothing_changes_nothing() -> None:
    assert hold(after("b", "x"), "x") == after("b", "x")
    full = begin("abcd", 4)
    assert hold(press(full, "e"), "e").varied == ""


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("arrangement", Arrangement)
def test_the_accents_are_keys_of_full_width_and_no_other_key_moves(
    narrow: bool, arrangement: Arrangement
) -> None:
    plain = keys(Typing(shift=False), arrangement, narrow=narrow)
    for letter in "acdegilnorstuyz":
        held = hold(after("x", letter), letter)
        shown = keys(held, arrangement, narrow=narrow)
        assert len(shown) == len(plain)
        line = next(key.line for key in plain if key.code == letter)
        varied = [key for key in shown if key.line == line and key.code]
        assert all(key.span >= 1 for key in varied), letter
        row = sorted(varied, key=lambda key: key.column)
        assert all(one.column + one.span <= two.column + 1e-9 for one, two in pairwise(row))
        assert row[0].column >= 0
        assert row[-1].column + row[-1].span <= columns(held.page, narrow=narrow) + 1e-9
        others = [key for key in shown if key.line != line]
        assert others == [key for key in plain if key.line != line]


def test_a_capital_is_one_letter_or_none() -> None:
    assert [capital(letter) for letter in "äßłı1"] == ["Ä", "ß", "Ł", "I", "1"]


def test_digits_in_a_name_are_typed_one_after_the_other() -> None:
    assert after("a", SPACE, KeyPage.SIGNS, "1", "2", KeyPage.LETTERS, "b").text == "A 12b"


def test_backspace_takes_the_last_letter_and_at_the_start_nothing() -> None:
    assert after("a", "b", BACKSPACE).text == "A"
    assert after("a", BACKSPACE, BACKSPACE).text == ""
    assert after("a", BACKSPACE, "b").text == "B"


def test_backspace_takes_a_letter_together_with_the_accents_on_it() -> None:
    assert press(write(begin("", 40), "Bjo\u0308"), BACKSPACE).text == "Bj"


def test_a_name_does_not_begin_with_a_space() -> None:
    assert after(SPACE, SPACE, "a").text == "A"


def test_the_number_pad_takes_digits_only() -> None:
    pad = begin("", 4, digits=True)
    assert after("1", "a", SPACE, SHIFT, KeyPage.LETTERS, "9", "²", typing=pad).text == "19"
    assert after("9", "8", "7", typing=begin("19", 4, digits=True)).text == "1998"


def test_a_real_keyboard_writes_what_it_says_without_our_capitals() -> None:
    typing = write(write(write(begin("", 40), "d"), "e"), "\x1b")
    assert write(typing, " Vries").text == "de Vries"
    assert write(begin("", 3), "Anna").text == ""


@given(st.lists(ANY_CODE, max_size=80), st.integers(1, 40), st.booleans())
def test_no_keys_ever_raise_or_exceed_the_limit(codes: list[str], limit: int, digits: bool) -> None:
    typing = begin("", limit, digits=digits)
    for code in codes:
        typing = press(typing, code)
        typing = write(typing, code)
        assert len(typing.text) <= limit
        assert typing.text.isprintable()
        assert (typing.page is KeyPage.DIGITS) == digits
        if digits:
            assert set(typing.text) <= set("0123456789")
        assert keys(typing)


@given(st.text(max_size=60), st.integers(1, 40), st.booleans())
def test_backspace_often_enough_empties_any_text(text: str, limit: int, digits: bool) -> None:
    typing = begin(text, limit, digits=digits)
    for _ in range(limit):
        typing = press(typing, BACKSPACE)
    assert typing.text == ""


def _boards() -> list[tuple[str, int, tuple[Key, ...]]]:
    return [
        (f"{page} {arrangement} {narrow}", columns(page, narrow=narrow), board)
        for page in PAGES
        for arrangement in Arrangement
        for narrow in (False, True)
        for board in [keys(Typing(page=page), arrangement, narrow=narrow)]
    ]


BOARDS = _boards()


@pytest.mark.parametrize(("what", "across", "board"), BOARDS, ids=[what for what, _, _ in BOARDS])
def test_keys_lie_side_by_side_inside_the_board_and_none_twice(
    what: str, across: int, board: tuple[Key, ...]
) -> None:
    assert len({key.code for key in board}) == len(board)
    for line in range(4):
        row = sorted((key for key in board if key.line == line), key=lambda key: key.column)
        assert row[0].column >= 0
        assert row[-1].column + row[-1].span == pytest.approx(across - row[0].column)
        for one, next_one in pairwise(row):
            assert one.column + one.span <= next_one.column + 1e-9
        assert all(key.span >= 1 for key in row)


def test_every_letter_is_there_in_both_arrangements_upright_and_across() -> None:
    for arrangement in Arrangement:
        for narrow in (False, True):
            there = {key.code for key in keys(Typing(), arrangement, narrow=narrow)}
            assert set("abcdefghijklmnopqrstuvwxyz-") <= there
    across = [key.code for key in keys(Typing(), Arrangement.QWERTZ) if key.line == 0]
    assert "".join(across) == "qwertzuiop"


def test_the_letters_of_many_neighbours_are_on_the_two_pages_of_accents() -> None:
    there = {key.code for page in (KeyPage.WEST, KeyPage.EAST) for key in keys(Typing(page=page))}
    assert set("äöüßéèêëåæøàâçñíóõúłąćęńśźżčšžřěůýťďňőűğşışșță") <= there


def test_all_pages_of_letters_have_the_same_number_of_keys() -> None:
    """A key that a finger rests on never goes away under it."""
    lettered = [page for page in PAGES if page is not KeyPage.DIGITS]
    assert len({len(keys(Typing(page=page))) for page in lettered}) == 1


def test_every_page_of_letters_leads_back_to_the_plain_ones() -> None:
    for page in (KeyPage.WEST, KeyPage.EAST, KeyPage.SIGNS):
        assert KeyPage.LETTERS in {key.code for key in keys(Typing(page=page))}


def test_keys_say_what_they_will_type() -> None:
    labels = {key.code: key.label for key in keys(after("a", SHIFT))}
    assert (labels["q"], labels["-"]) == ("Q", "-")
    assert {key.code: key.label for key in keys(after("a"))}["q"] == "q"
    assert next(key for key in keys(after("a", SHIFT)) if key.code == SHIFT).lit
    assert next(key for key in keys(Typing(), lead=True) if key.code == NEXT).lit
