"""What was written into the history in English is read in the language of today."""

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.history.sentences import kept, told
from kiosk.training.measure import Measure
from kiosk.words import Quantity, joined, text
from screens.results_view import every
from screens.tongue import speak


@pytest.mark.parametrize(
    ("note", "in_german"),
    [
        (text("{odd} doubtful seconds left out", odd=12), "12 zweifelhafte Sekunden ausgelassen"),
        (
            joined("; ", [text("an estimate from heart rate"), text("4 of 10 left out")]),
            "aus dem Puls geschätzt; 4 of 10 left out",
        ),
    ],
)
def test_a_measurement_written_in_english_is_read_in_german(
    qapp: QGuiApplication, note: str, in_german: str
) -> None:
    measure = Measure("hr_mean", "Mean heart rate", 140.0, "bpm", note=told(kept(note)))
    speak("de")
    (row,) = every([measure])
    assert row.note == in_german


def test_its_speed_is_said_in_the_units_of_today(qapp: QGuiApplication) -> None:
    note = told(kept(text("at {speed}", speed=Quantity(8.04672, "km/h", 1))))
    speak("en", "imperial")
    (row,) = every([Measure("hr_recovery_60", "Recovery", 30.0, "bpm", note=note)])
    assert row.note.replace("\N{NARROW NO-BREAK SPACE}", " ") == "at 5.0 mph"
    assert note == "at 8.0 km/h", "the command line reads it as it was written"
