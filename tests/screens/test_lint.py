"""The linter finds a misspelt role before anybody runs the window."""

import shutil
from pathlib import Path

import pytest

from screens import lint


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The screens, to spoil."""
    return Path(shutil.copytree(lint.HERE, tmp_path / "screens"))


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_the_screens_have_nothing_to_complain_about(capsys: pytest.CaptureFixture[str]) -> None:
    assert lint.main() == 0
    assert "nothing to complain about" in capsys.readouterr().out


def test_a_misspelt_use_of_a_role_is_found(copy: Path) -> None:
    spoil(copy / "TileHead.qml", "head.tile.target", "head.tile.traget")
    assert any("traget" in line for line in lint.complaints(copy))


def test_a_misspelt_declaration_of_a_role_is_found(copy: Path) -> None:
    spoil(copy / "Tile.qml", "required property string number", "required property string nubmer")
    assert "Tile.qml: TileFace has no role string nubmer" in lint.complaints(copy)
    assert "Tile.qml: the role number of TileFace is not asked for" in lint.complaints(copy)


def test_a_role_of_another_type_is_found(copy: Path) -> None:
    spoil(copy / "Chip.qml", "required property string length", "required property int length")
    assert lint.role_complaints(copy, "Chip.qml") == ["Chip.qml: Workout has no role int length"]


def test_a_misspelt_property_of_a_python_model_is_found(copy: Path) -> None:
    spoil(copy / "Header.qml", "header.view.clock", "header.view.clokc")
    assert any("clokc" in line for line in lint.complaints(copy))


def test_a_complaint_makes_the_command_fail(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(copy / "header.py", "def clock(self)", "def watch(self)")
    monkeypatch.setattr(lint.complaints, "__defaults__", (copy,))
    assert lint.main() == 1
    assert "clock" in capsys.readouterr().out
