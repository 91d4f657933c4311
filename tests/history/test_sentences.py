"""Sentences in the history: what was written in English can be read in any language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.history.sentences import kept, told
from kiosk.words import Number, Opening, Quantity, Text, joined, listed, named, short, text

SENTENCES = (
    text("{odd} doubtful seconds left out", odd=12),
    text("by {by} over {seconds} min", by=named("heart rate"), seconds=9),
    joined("; ", [text("built up step by step"), text("finished and well spent")]),
    text("{words}.", words=Opening(text("not worn"))),
    text("Set {grade} %", grade=short(7.5)),
    text("climbed {height}", height=Quantity(36.576, "m", 2)),
    text("{left_out} s left out", left_out=Number(3.5, 1)),
    listed(["Ann", "Bo", "Cy"]),
)


def same(one: object, other: object) -> bool:
    """Texts are equal when their English is; here what they are made of counts."""
    if not isinstance(one, Text) or not isinstance(other, Text):
        return one == other
    pairs = zip(one.values.items(), other.values.items(), strict=True)
    return one.template == other.template and all(
        name == other_name and same(value, other_value)
        for (name, value), (other_name, other_value) in pairs
    )


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_comes_back_with_its_template_and_all_its_values(sentence: str) -> None:
    back = told(kept(sentence))
    assert back == sentence
    assert same(back, sentence)


@pytest.mark.parametrize("plain", ["", "Mean heart rate", text("no heart rate"), '{"name": 1}'])
def test_a_sentence_of_one_piece_stands_in_the_column_as_it_is(plain: str) -> None:
    assert kept(plain) == plain
    assert told(plain) == plain


@given(st.text() | st.text().map(lambda end: '{"template": ' + end))
def test_whatever_stands_in_the_column_it_is_read(column: str) -> None:
    assert isinstance(told(column), str)
