"""Sentences that remember what they were made of."""

import copy
import json

from kiosk.errors import KioskError
from kiosk.words import Number, Opening, Text, joined, listed, named, short, text


def test_a_sentence_is_english_and_remembers_its_template() -> None:
    said = text("Set {grade} %", grade=Number(7.5, 1))
    assert said == "Set 7.5 %"
    assert (said.template, said.values) == ("Set {grade} %", {"grade": Number(7.5, 1)})
    assert json.loads(json.dumps({"said": said})) == {"said": "Set 7.5 %"}


def test_an_errors_sentence_and_a_copy_can_still_be_translated() -> None:
    said = text("{name} is here", name="Ann")
    for kept in (str(KioskError(said)), copy.deepcopy(said)):
        assert isinstance(kept, Text)
        assert (kept, kept.template) == ("Ann is here", "{name} is here")


def test_joining_keeps_every_part_and_a_worded_separator() -> None:
    parts = [text("one"), "two"]
    assert joined(", ", parts).template == "{p0}, {p1}"
    worded = joined(text(" or "), parts)
    assert worded == "one or two"
    assert worded.values["separator"] == " or "
    assert (joined(", ", []), listed(["A", "B", "C"])) == ("", "A, B and C")


def test_numbers_names_and_openings_are_written_as_people_do() -> None:
    assert [str(short(value)) for value in (7.5, 15.0, 0.25)] == ["7.5", "15", "0.25"]
    assert text("{words}.", words=Opening("not worn")) == "Not worn."
    assert named("Braces {x}") == "Braces {x}"
