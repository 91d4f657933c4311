"""The sheets of the design system: every state can be told from the others, and none has a flaw."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage

from screens import pictures
from screens.component_sheets import FAMILIES, sheets
from screens.component_states import buttons

THIN = {"button": "qps", "dialog": "de", "toast": "qps", "gauge": "en", "list": "en"}


@pytest.mark.parametrize(("family", "language"), THIN.items())
def test_these_components_have_no_flaw_in_any_state(
    family: str, language: str, qapp: QGuiApplication
) -> None:
    """The others are looked at by `make prove-looks`."""
    for sheet in sheets([family], [language], check=True):
        assert sheet.flaws == (), sheet.name


def test_no_two_states_of_a_component_have_one_name(qapp: QGuiApplication) -> None:
    models = QObject()
    labels = [cell.label for cell in buttons(models)]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("kind", ["plain", "primary", "alarming"])
def test_a_button_looks_different_usual_pressed_and_disabled_on_night_and_on_paper(
    kind: str, qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = [cell for cell in buttons(QObject()) if cell.label.split(",")[0] == kind]
    assert len(cells) == 3
    fills: list[tuple[str, str]] = []
    for cell in cells:
        monkeypatch.setitem(FAMILIES, "one", lambda _models, cell=cell: [cell])
        (sheet,) = sheets(["one"], ["en"])
        half = sheet.picture.width() // 2
        place = 40, sheet.picture.height() - 30
        fills.append(
            (
                sheet.picture.pixelColor(*place).name(),
                sheet.picture.pixelColor(half + place[0], place[1]).name(),
            )
        )
    for palette in zip(*fills, strict=True):
        assert len(set(palette)) == 3, palette


def test_a_sheet_is_written_with_both_palettes_side_by_side(
    tmp_path: Path, qapp: QGuiApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pictures.main([str(tmp_path), "--components", "dialog", "--languages", "en,de"]) == 0
    for name in ("component-dialog", "component-dialog-de"):
        sheet = QImage(str(tmp_path / f"{name}.png"))
        night = sheet.pixelColor(2, 2).lightness()
        paper = sheet.pixelColor(sheet.width() - 2, 2).lightness()
        assert night < 40
        assert paper > 200
    assert "2 sheets" in capsys.readouterr().out


def test_an_unknown_component_is_answered_with_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert pictures.main(["-", "--components", "cloud"]) == 2
    assert "button" in capsys.readouterr().err
