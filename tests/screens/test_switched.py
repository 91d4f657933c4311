"""Another language and other units while the window is open: nothing stays as it was, and nothing
is metric where miles are spoken.
"""

import pytest
from PySide6.QtGui import QGuiApplication

from screens.scenes import SCENES
from screens.switched import METRIC, left_behind
from screens.tongue import said, speak, tr, turn


@pytest.mark.parametrize(
    ("page", "state"),
    [
        ("group", "idle-tonight"),
        ("summary", "left-early"),
        ("add", "refused"),
        ("calibrate", "grade"),
        ("exports", "refused"),
        ("my-data", "erase"),
    ],
)
def test_after_a_switch_the_window_is_as_if_it_had_been_opened_so(
    page: str, state: str, qapp: QGuiApplication
) -> None:
    """The others are walked through by `make prove-looks`."""
    scene = next(one for one in SCENES if (one.page, one.state) == (page, state))
    assert left_behind(scene) == []


def test_words_that_were_kept_are_said_once_more_in_the_language_of_now(
    qapp: QGuiApplication,
) -> None:
    kept = tr("{source}, planned {speed}", source=tr("console"), speed="3")
    before = turn()
    speak("de")
    assert kept == "console, planned 3"
    assert said(kept) == "Konsole, geplant 3"
    assert turn() != before, "whoever keeps something can see that it has become old"


@pytest.mark.parametrize("words", ["5.5 km", "16 kg", "612 m", "−3 s/km", "5.5 km/h"])
def test_a_metric_figure_is_noticed(words: str) -> None:
    assert METRIC.search(words)


@pytest.mark.parametrize("words", ["48 ml/kg/min", "5 mi", "10 min", "3.4 mph", "23 bpm"])
def test_what_is_the_same_everywhere_is_no_metric_figure(words: str) -> None:
    assert not METRIC.search(words)
