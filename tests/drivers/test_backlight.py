"""The panel's light over a made-up /sys/class/backlight."""

import logging
from pathlib import Path

import pytest

from drivers.backlight import Backlight


def panel(root: Path, brightness: str, most: str = "255") -> Path:
    folder = root / "10-0045"
    folder.mkdir(parents=True)
    (folder / "brightness").write_text(brightness)
    (folder / "max_brightness").write_text(most)
    return folder / "brightness"


def test_it_goes_dark_and_comes_back_as_it_was(tmp_path: Path) -> None:
    file = panel(tmp_path, "200\n")
    light = Backlight(tmp_path)
    light.darken(True)
    assert file.read_text() == "10\n"
    light.darken(False)
    assert file.read_text() == "200\n"
    light.darken(True)
    light.close()
    assert file.read_text() == "200\n"


def test_a_panel_that_was_left_dark_comes_back_bright(tmp_path: Path) -> None:
    file = panel(tmp_path, "10")
    light = Backlight(tmp_path)
    light.darken(False)
    assert file.read_text() == "255\n"


def test_a_panel_of_few_steps_never_goes_out(tmp_path: Path) -> None:
    file = panel(tmp_path, "7", "7")
    Backlight(tmp_path).darken(True)
    assert file.read_text() == "1\n"


@pytest.mark.parametrize("most", ["", "many", "0", "-3"])
def test_a_panel_that_does_not_say_what_it_can_is_left_alone(tmp_path: Path, most: str) -> None:
    file = panel(tmp_path, "7", most)
    Backlight(tmp_path).darken(True)
    assert file.read_text() == "7"


def test_without_a_panel_or_the_right_to_write_nothing_happens_and_it_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    Backlight(tmp_path / "none").darken(True)
    file = panel(tmp_path, "200")
    light = Backlight(tmp_path)
    file.unlink()
    file.mkdir()  # root may write whatever has no right to be written
    with caplog.at_level(logging.WARNING):
        light.darken(True)
        light.darken(False)
    assert len(caplog.records) == 1
