"""What is told of a past session, without a pixel."""

from dataclasses import replace

from kiosk.coach_port import ReplayAthlete, ReplayRow, ReplayWord
from screens import replay_view as views
from screens.replay_scenes import SECONDS, past_class
from tests.screens.screen_fakes import STEP_UP_80

PAST = past_class(STEP_UP_80, 6)
ANNA, BEN, CHLOE = PAST.athletes[:3]


def test_silence_while_somebody_was_there_is_a_gap_and_coming_late_is_none() -> None:
    assert views.gaps_of(ANNA) == []
    assert views.gaps_of(BEN) == []
    assert views.gaps_of(CHLOE) == [(1501, 1900)]


def test_a_skipped_beat_is_no_gap() -> None:
    rows = tuple(ReplayRow(at_s, None if at_s in (3, 4) else 120) for at_s in range(10))
    assert views.gaps_of(ReplayAthlete(1, "Anna", rows)) == []


def test_every_curve_is_as_wide_as_the_session() -> None:
    points = views.points_of(BEN, SECONDS)
    assert (points[0].elapsed_s, points[0].bpm) == (0, None)
    assert points[-1].elapsed_s == SECONDS - 1


def test_the_axis_has_the_steps_as_they_were_done_from_edge_to_edge() -> None:
    blocks = views.steps_of(PAST)
    assert [block.title for block in blocks] == [step.name for step in STEP_UP_80.steps]
    assert abs(sum(block.share for block in blocks) - 1.0) < 1e-9
    assert views.steps_of(replace(PAST, plan=None)) == []


def test_the_next_word_is_the_first_later_one_and_after_the_last_the_first() -> None:
    assert views.next_word(PAST, 0) == (1561, 3)
    assert views.next_word(PAST, 1561) == (2150, 6)
    assert views.next_word(PAST, 3000) == (1561, 3)
    assert views.next_word(replace(PAST, athletes=(ANNA,)), 0) is None


def test_a_word_stands_beside_its_athlete_for_half_a_minute() -> None:
    def sign(second: int) -> str:
        return views.line_of(CHLOE, second).sign

    assert sign(2889) != "alarm"
    assert sign(2890) == sign(2919) == "alarm"
    assert sign(2920) != "alarm"


def test_a_reason_of_an_old_kiosk_that_is_not_known_is_still_told() -> None:
    assert views.word_of(ReplayWord(3, "dizzy")) == "needed a word"


def test_a_number_has_its_zone_in_colour_and_in_letters_and_none_without_zones() -> None:
    line = views.line_of(ANNA, 1800)
    assert ANNA.zones is not None
    assert line.zone == f"Z{ANNA.zones.label_at(int(line.bpm))}"
    assert line.level == ANNA.zones.number_at(int(line.bpm))
    plain = views.line_of(replace(ANNA, zones=None), 1800)
    assert (plain.level, plain.zone) == (-1, "")
