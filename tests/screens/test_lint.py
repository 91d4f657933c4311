"""The linter finds a misspelt role before anybody runs the window."""

import shutil
from pathlib import Path

import pytest

from screens import lint


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is said of screens that are spoiled in many ways; the tools are slow, and run once."""
    copy = Path(shutil.copytree(lint.HERE, tmp_path_factory.mktemp("spoiled") / "screens"))
    spoil(copy / "TileHead.qml", "head.tile.target", "head.tile.traget")
    spoil(copy / "Tile.qml", "required property string number", "required property string nubmer")
    spoil(copy / "Chip.qml", "required property string length", "required property int length")
    spoil(copy / "Header.qml", "header.view.title", "header.view.titel")
    spoil(copy / "devices.py", "def loud(self)", "def noisy(self)")
    return lint.complaints(copy)


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_the_screens_have_nothing_to_complain_about(capsys: pytest.CaptureFixture[str]) -> None:
    assert lint.main() == 0
    assert "nothing to complain about" in capsys.readouterr().out


def test_a_misspelt_use_of_a_role_is_found(found: list[str]) -> None:
    assert any("traget" in line for line in found)


def test_a_misspelt_declaration_of_a_role_is_found(found: list[str]) -> None:
    assert "Tile.qml: TileFace has no role string nubmer" in found
    assert "Tile.qml: the role number of TileFace is not asked for" in found


def test_a_role_of_another_type_is_found(found: list[str]) -> None:
    assert "Chip.qml: Workout has no role int length" in found


def test_a_misspelt_property_of_a_python_model_is_found(found: list[str]) -> None:
    assert any("titel" in line for line in found)


def test_a_property_that_python_calls_otherwise_is_found(found: list[str]) -> None:
    assert any('"loud"' in line for line in found)


def test_a_complaint_makes_the_command_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lint, "complaints", lambda: ["Tile.qml: no"])
    assert lint.main() == 1
    assert capsys.readouterr().out == "Tile.qml: no\n"
