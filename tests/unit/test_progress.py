"""Progress over weeks, in rows of results and in short honest words."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.training.past import Past, PastAnswer, PastSession
from kiosk.training.progress import Point, Progress, progress_of
from tests.unit.recorded import ANN

TODAY = date(2026, 6, 30)


def _ms(on: date) -> int:
    return int(datetime(on.year, on.month, on.day, 12).astimezone().timestamp() * 1000)


def _session(
    days_ago: int, results: Mapping[str, float] | None = None, **fields: Any
) -> PastSession:
    on = TODAY - timedelta(days_ago)
    session = PastSession(
        400 - days_ago, on, _ms(on), "tread-hike", "Tread hike", "hike", 3000, True
    )
    return replace(session, results=results or {}, **fields)


def _hikes(*hearts: float, every: int = 4) -> list[PastSession]:
    last = len(hearts) - 1
    return [
        _session((last - n) * every, {"hr_std": bpm, "beats_per_metre": bpm * 60 / 954.9})
        for n, bpm in enumerate(hearts)
    ]


def _progress(*sessions: PastSession, answers: tuple[PastAnswer, ...] = ()) -> Progress:
    newest_first = sorted(sessions, key=lambda s: s.on, reverse=True)
    return progress_of(Past(tuple(newest_first), answers), TODAY)


def test_nothing_yet_is_said_kindly() -> None:
    progress = _progress()
    assert "No steady hike" in progress.economy.words
    assert progress.economy.points == progress.tests == progress.protocols == ()
    assert progress.soreness.words == "No quad crusher yet."
    assert progress.days_to_race is None


def test_three_hikes_are_too_few_for_a_trend_but_one_change_is_judged() -> None:
    economy = _progress(*_hikes(160, 158, 155)).economy
    assert economy.words == (
        "Too few sessions for a trend: 3 of 5. −5 bpm since Mon 22 Jun: may be chance (up to 13.3)."
    )
    large = _progress(*_hikes(160, 150, 146)).economy
    assert "−14 bpm since Mon 22 Jun: more than chance (13.3)." in large.words
    assert _progress(*_hikes(160)).economy.words == "Too few sessions for a trend: 1 of 5."


def test_the_worked_example_reads_as_improving() -> None:
    days = (0, 4, 7, 11, 14, 18, 21, 25)
    hearts = (163, 160, 158, 157, 153, 152, 149, 147)
    sessions = [
        _session(25 - day, {"hr_std": float(bpm)}) for day, bpm in zip(days, hearts, strict=True)
    ]
    economy = _progress(*sessions).economy
    assert economy.judgement == "improving"
    assert economy.words == "Improving: −4.5 bpm a week (−5.0 to −3.8)."
    assert [point.value for point in economy.points] == list(hearts)


def test_rising_hearts_and_wavering_ones() -> None:
    assert _progress(*_hikes(150, 152, 154, 156, 158)).economy.judgement == "worsening"
    wavering = _progress(*_hikes(150, 153, 149, 152, 150)).economy
    assert wavering.judgement == "no clear trend"
    assert wavering.words.startswith("No clear trend: ")


def test_only_the_last_twelve_weeks_are_judged_but_all_are_shown() -> None:
    economy = _progress(*_hikes(170, 165, 160, 155, 150, 150, every=40)).economy
    assert economy.judgement == "too few"
    assert len(economy.points) == 6


def test_hikes_on_the_rails_do_not_count() -> None:
    held = [replace(s, answers={"rails": 2.0}) for s in _hikes(160, 150)]
    assert _progress(*held).economy.points == ()
    free = [replace(s, answers={"rails": 0.0}) for s in _hikes(160, 150)]
    assert len(_progress(*free).climbing.points) == 2


def test_the_history_of_a_workout() -> None:
    step_up: dict[str, Any] = {
        "protocol_id": "step-up-80",
        "protocol_name": "Step-up 80",
        "category": "step-up",
    }
    sessions = [
        _session(20, {"step_up_score": 84.2}, **step_up),
        _session(10, {"step_up_score": 69.2}, **step_up),
        _session(5, {}, is_complete=False, **step_up),
        _session(2, {"beats_per_metre": 9.111}),
    ]
    hike, steps = _progress(*sessions).protocols
    assert (hike.protocol_id, hike.count) == ("tread-hike", 1)
    assert (steps.count, steps.last_on) == (3, TODAY - timedelta(5))
    assert steps.best == Point(TODAY - timedelta(20), 84.2)
    assert steps.last == Point(TODAY - timedelta(10), 69.2)
    assert steps.words == "Done 3 times, last on Thu 25 Jun. Best: 84 points on Wed 10 Jun."
    assert hike.words.startswith("Done once")


def test_of_steadiness_the_least_is_best() -> None:
    repeats: dict[str, Any] = {"protocol_id": "hill-repeats-400", "category": "repeats"}
    sessions = [_session(n, {"steadiness": value}, **repeats) for n, value in ((9, 4.0), (2, 2.5))]
    (history,) = _progress(*sessions).protocols
    assert history.best == Point(TODAY - timedelta(2), 2.5)


def _tests(test: str, *values: float) -> Progress:
    sessions = [
        _session(10 * (len(values) - n), {"test_result": v}, category="test", test=test)
        for n, v in enumerate(values)
    ]
    return _progress(*sessions)


@pytest.mark.parametrize(
    ("test", "values", "words"),
    [
        ("ebbeling-walk", (43.6,), "Once so far: the next one shows what has changed."),
        (
            "ebbeling-walk",
            (43.6, 45.0),
            "+1.4 ml/kg/min since Wed 10 Jun: may be chance (up to 6.0).",
        ),
        ("ebbeling-walk", (43.6, 50.0), "+6.4 ml/kg/min since Wed 10 Jun: more than chance (6.0)."),
        ("lthr-30", (160.0, 160.0), "±0 bpm since Wed 10 Jun: may be chance (up to 13.3)."),
        ("hr-drift", (7.0, 4.0), "−3.0 % since Wed 10 Jun."),
        ("cpat-stair", (0.0, 1.0), "Passed on Sat 20 Jun."),
        ("cpat-stair", (1.0, 0.0), "Not passed on Sat 20 Jun."),
    ],
)
def test_tests_over_time(test: str, values: tuple[float, ...], words: str) -> None:
    (series,) = _tests(test, *values).tests
    assert series.words == words
    assert [point.value for point in series.points] == list(values)


def test_a_test_without_a_result_is_no_point() -> None:
    assert _progress(_session(3, {}, category="test", test="lthr-30")).tests == ()


def test_a_test_is_known_by_its_protocol_too() -> None:
    session = _session(3, {"test_result": 170.0}, category="test", protocol_id="lthr-30")
    assert _progress(session).tests[0].name == "Threshold heart rate"


def _sore(days_ago: int, worst: float) -> PastAnswer:
    on = TODAY - timedelta(days_ago)
    return PastAnswer(on, _ms(on), "soreness", worst)


def _crushers(*days_ago: int) -> list[PastSession]:
    return [_session(n, {}, protocol_id="quad-crusher", category="crusher") for n in days_ago]


def test_less_soreness_after_the_second_crusher_is_progress() -> None:
    answers = (_sore(29, 4), _sore(28, 6), _sore(13, 3), _sore(5, 9))
    soreness = _progress(*_crushers(30, 15), answers=answers).soreness
    assert [point.value for point in soreness.points] == [6, 3]
    assert soreness.words == "6 of 10, then 3: less, so the legs are better protected."


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ((), "Nobody said how sore it made them: it is asked at the next tap-in."),
        ((_sore(29, 6),), "6 of 10 so far: the next one should bring less."),
        ((_sore(29, 6), _sore(14, 6)), "6 of 10, then 6: the same, so no protection shows yet."),
        ((_sore(29, 6), _sore(14, 8)), "6 of 10, then 8: more, so no protection shows yet."),
        (
            (_sore(31, 6), _sore(20, 6)),
            "Nobody said how sore it made them: it is asked at the next tap-in.",
        ),
    ],
)
def test_what_is_said_of_soreness(answers: tuple[PastAnswer, ...], words: str) -> None:
    assert _progress(*_crushers(30, 15), answers=answers).soreness.words == words


def test_days_to_the_race() -> None:
    runner = replace(ANN, race_on=TODAY + timedelta(24), race_name="Hill race")
    progress = progress_of(Past(), TODAY, runner)
    assert (progress.days_to_race, progress.race_name) == (24, "Hill race")
    over = progress_of(Past(), TODAY + timedelta(25), runner)
    assert (over.days_to_race, over.race_name) == (None, "")
    assert progress_of(Past(), TODAY, ANN).days_to_race is None


@given(
    st.lists(
        st.builds(
            _session,
            st.integers(0, 400),
            st.dictionaries(
                st.sampled_from(["hr_std", "beats_per_metre", "step_up_score", "test_result"]),
                st.floats(0, 300),
            ),
            category=st.sampled_from(["", "hike", "step-up", "test", "crusher", "free"]),
            protocol_id=st.sampled_from(["a", "b", "lthr-30"]),
            is_complete=st.booleans(),
        ),
        max_size=12,
    )
)
def test_any_past_has_words_for_everything(sessions: list[PastSession]) -> None:
    progress = _progress(*sessions)
    assert sum(history.count for history in progress.protocols) == len(sessions)
    said = [progress.economy, progress.climbing, progress.soreness, *progress.tests]
    assert all(series.words for series in said)
    assert all(history.words for history in progress.protocols)
