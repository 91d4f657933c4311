"""What cues say: one short line each, in either system of units."""

import pytest

from kiosk.training.cues import Cue, CueCode, words

LONGEST = 34


@pytest.mark.parametrize(
    ("cue", "metric", "imperial"),
    [
        (
            Cue(CueCode.FASTER, 0, 0.2 * 1.609344),
            "A touch faster: +0.3 km/h",
            "A touch faster: +0.2 mph",
        ),
        (
            Cue(CueCode.SLOWER, 0, 0.1 * 1.609344),
            "A touch slower: −0.2 km/h",
            "A touch slower: −0.1 mph",
        ),
        (Cue(CueCode.SLOWER, 0), "A touch slower", "A touch slower"),
        (Cue(CueCode.TURNOVER, 0, 3.0), "Quicker steps: +3 a minute", "Quicker steps: +3 a minute"),
        (Cue(CueCode.SET_GRADE, 0, 15.0), "Set 15 %", "Set 15 %"),
        (Cue(CueCode.SET_GRADE, 0, -4.6), "Set −4.5 %", "Set −4.5 %"),
        (Cue(CueCode.GRADE_SET, 0, 12.5), "At 12.5 %", "At 12.5 %"),
        (Cue(CueCode.GRADE_SET, 0, -0.1), "At 0 %", "At 0 %"),
        (Cue(CueCode.NEXT_60, 0, step="Hard"), "In a minute: Hard", "In a minute: Hard"),
        (Cue(CueCode.NEXT_10, 0, step="Hard"), "In 10 s: Hard", "In 10 s: Hard"),
        (Cue(CueCode.NEXT_0, 0, step="Hard"), "Now: Hard", "Now: Hard"),
    ],
)
def test_cues_say_what_to_do_with_the_amount_in_the_units_asked_for(
    cue: Cue, metric: str, imperial: str
) -> None:
    assert words(cue) == metric
    assert words(cue, "imperial") == imperial


@pytest.mark.parametrize("code", list(CueCode))
def test_every_cue_has_its_own_words_on_one_short_line(code: CueCode) -> None:
    line = words(Cue(code, 0))
    assert 0 < len(line) <= LONGEST
    assert line.isprintable()
    assert {words(Cue(other, 0)) for other in CueCode if other is not code}.isdisjoint({line})


@pytest.mark.parametrize("code", [CueCode.FASTER, CueCode.SLOWER, CueCode.TURNOVER])
def test_the_largest_amounts_still_fit_the_line(code: CueCode) -> None:
    assert len(words(Cue(code, 0, 12.34))) <= LONGEST
