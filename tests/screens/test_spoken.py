"""Another language or other units while the window is open: everything on the glass follows."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

import PySide6
import pytest

from kiosk.words import text
from screens import spoken
from screens.tongue import speak
from screens.walk import Page
from tests.screens import own_scenes as scene
from tests.screens.conftest import Glass
from tests.screens.screen_fakes import FakeApp

Show = Callable[..., Glass]
IN_GERMAN = {
    "MineButtons": {"Pause": "Anhalten", "Leave": "Gehen"},
    "": {
        "stay at {target}": "bleib bei {target}",
        "planned": "geplant",
        "{device} does not answer": "{device} antwortet nicht",
        "Treadmill": "Laufband",
    },
}


@pytest.fixture(autouse=True)
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A German of a few words, made by the translators' own tool."""
    contexts = "".join(
        f"<context><name>{name}</name>{_messages(texts)}</context>"
        for name, texts in IN_GERMAN.items()
    )
    catalogue = tmp_path / "switchback_de.ts"
    catalogue.write_text(f'<!DOCTYPE TS><TS version="2.1" language="de">{contexts}</TS>', "utf-8")
    tool = Path(PySide6.__file__).parent / "lrelease"
    made = str(catalogue.with_suffix(".qm"))
    subprocess.run([tool, "-silent", str(catalogue), "-qm", made], check=True)
    monkeypatch.setattr(spoken, "speak", partial(speak, folder=tmp_path))
    yield
    speak("en")


def _messages(texts: dict[str, str]) -> str:
    return "".join(
        f"<message><source>{escape(source)}</source>"
        f"<translation>{escape(translation)}</translation></message>"
        for source, translation in texts.items()
    )


def trained() -> FakeApp:
    """Anna in her band, on a belt that runs at 5.5 km/h as planned; the sensor is silent."""
    app = scene.planned()
    app.notices.append(text("{device} does not answer", device=text("Treadmill")))
    return app


def opened(glass: Show, app: FakeApp) -> Glass:
    screen = glass(app)
    screen.handle.board.walk_model.go(Page.MINE, athlete_id=1)
    screen.beat()
    return screen


def label(screen: Glass, name: str) -> str:
    return str(screen.find(name).property("label"))


def plain(words: str) -> str:
    return words.replace("\N{NARROW NO-BREAK SPACE}", " ")


def test_qml_python_and_the_kiosks_sentences_change_with_the_language(glass: Show) -> None:
    screen = opened(glass, trained())
    assert label(screen, "mine-pause") == "Pause"
    assert screen.text("mine-notice") == "Treadmill does not answer"
    assert plain(screen.text("mine-pace")) == "5.5 km/h"
    assert screen.text("mine-pace-source") == "planned"
    screen.app.choose("language", "de")
    screen.beat()
    assert label(screen, "mine-pause") == "Anhalten"
    assert screen.text("mine-notice") == "Laufband antwortet nicht"
    assert plain(screen.text("mine-pace")) == "5,5 km/h"
    assert screen.text("mine-pace-source") == "geplant"
    screen.app.choose("language", "en")
    screen.beat()
    assert label(screen, "mine-pause") == "Pause"
    assert screen.text("mine-notice") == "Treadmill does not answer"


def test_what_a_language_lacks_is_said_in_english(glass: Show) -> None:
    app = trained()
    app.choices = replace(app.choices, language="de")
    screen = opened(glass, app)
    assert label(screen, "mine-leave") == "Gehen", "the window opens in the language"
    assert label(screen, "to-group") == "Group"


def test_in_imperial_units_the_speed_is_in_miles_and_is_typed_in_miles(glass: Show) -> None:
    screen = opened(glass, scene.planned())
    screen.app.choose("units", "imperial")
    screen.beat()
    assert plain(screen.text("mine-pace")) == "3.4 mph"
    screen.tap("type-speed")
    screen.beat()
    assert screen.text("speed-value") == "3.4"
    screen.tap("speed-plus-5")
    screen.beat()
    assert screen.text("speed-value") == "3.9"
    asked = screen.app.asked[-1]
    assert asked[:2] == ("type speed", 1)
    assert asked[2] == pytest.approx(3.9 * 1.609344), "the kiosk thinks in km/h"


def test_a_typed_load_in_pounds_is_kept_in_kilograms(glass: Show) -> None:
    screen = opened(glass, scene.lifting())
    screen.app.choose("units", "imperial")
    screen.beat()
    screen.tap("load-more")
    screen.beat()
    assert plain(screen.text("set-load")) == "37 lb", "a pound more than 16.5 kg"
    screen.tap("log-set")
    logged = next(one for one in screen.app.asked if one[0] == "log set")
    assert logged[3] == pytest.approx(37 * 0.45359237)
