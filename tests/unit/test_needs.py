"""Who needs a word afterwards: reasons from the record, the most urgent first, and no more."""

from dataclasses import replace

import pytest

from kiosk.export.needs import reasons
from kiosk.history.class_table import PartDone

FINE = PartDone(
    session_id=1,
    started_utc_ms=0,
    athlete_id=1,
    name="Anna",
    duration_s=4800,
    missing_s=30,
    is_complete=True,
    has_left=False,
    is_effort_only=False,
    results={"hr_max": 171.0, "time_unknown": 60.0},
    effort=7.0,
    soreness=2.0,
)
CEILING = 172.0


def test_who_trained_as_was_meant_is_left_alone() -> None:
    assert reasons(FINE, CEILING) == ()
    assert reasons(replace(FINE, effort=None, soreness=None, results={}), None) == ()


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (replace(FINE, results={"hr_max": 176.0}), "4 bpm above the ceiling"),
        (replace(FINE, walks=1), "at the ceiling, sent on a recovery walk"),
        (
            replace(FINE, walks=2, cooled_down_early=True),
            "at the ceiling twice, cooled down early",
        ),
        (replace(FINE, effort=9.0), "effort 9 of 10"),
        (replace(FINE, soreness=5.0), "came sore: 5 of 10"),
        (replace(FINE, has_left=True), "left before the end"),
        (replace(FINE, missing_s=540), "no heart rate for 9 min: look at the strap"),
        (
            replace(FINE, results={"time_unknown": 600.0}),
            "no heart rate for 10 min: look at the strap",
        ),
        (replace(FINE, missing_s=4800), "no heart rate at all: look at the strap"),
        (
            replace(FINE, alerts=frozenset({"are you all right"})),
            "the heart did something strange: ask how they felt",
        ),
    ],
)
def test_each_reason_is_said_alone(part: PartDone, words: str) -> None:
    assert reasons(part, CEILING) == (words,)


def test_hills_that_cost_more_are_a_reason_whatever_else_there_is() -> None:
    (words,) = reasons(FINE, CEILING, economy_worsens=True)
    assert "cost more" in words


def test_a_lost_minute_and_a_heart_that_nobody_asked_for_are_none() -> None:
    assert reasons(replace(FINE, missing_s=300), CEILING) == (), "of eighty"
    assert reasons(replace(FINE, duration_s=60, missing_s=60), CEILING) == (), "hardly begun"
    assert reasons(replace(FINE, is_effort_only=True, missing_s=4800), CEILING) == ()


def test_what_is_most_urgent_comes_first() -> None:
    much = replace(
        FINE, alerts=frozenset({"are you all right"}), walks=1, effort=10.0, has_left=True
    )
    found = reasons(much, CEILING)
    assert [words.split()[0] for words in found] == ["the", "at", "effort", "left"]
