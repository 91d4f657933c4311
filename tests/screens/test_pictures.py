"""Pictures of every page, and of what happened before them."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.session.state import Phase
from screens import pictures
from screens.scenes import SCENES, Scene, choose
from screens.stage import Stage
from screens.studio import shots
from screens.walk import Page


def test_every_page_has_a_scene_and_no_two_pictures_have_one_name() -> None:
    pages = {str(page) for page in Page} | {"glass", "wall"}  # over every page, and beside them
    assert {scene.page for scene in SCENES} == pages
    assert len({(scene.page, scene.state) for scene in SCENES}) == len(SCENES)


SOON = [scene for scene in SCENES if not (scene.page == "wall" and scene.state[:2].isdecimal())]
"""Without the crowds on the wall, which `make prove-looks` plays; they are one play with more."""


@pytest.mark.parametrize("scene", SOON, ids=lambda scene: f"{scene.page}-{scene.state}")
def test_every_scene_can_be_played(scene: Scene) -> None:
    assert callable(scene.play(scene.stage()))


def test_on_the_stage_the_real_kiosk_runs() -> None:
    stage = Stage()
    stage.roster(2)
    stage.tap_in(1)
    stage.stranger(48_213, -60)
    stage.app.start_alone(stage.plan("step-up-30"), 1)
    stage.run(600)
    who = stage.app.state.participants[1]
    assert who.phase is Phase.RUNNING
    assert who.band is not None
    assert who.shown_bpm is not None
    assert [number for number, _ in stage.app.new_straps()] == [48_213]
    stage.silent.add(who.athlete.straps[0])
    stage.run(40)
    assert who.shown_bpm is None


def test_pictures_of_a_page_and_its_contact_sheet_are_written(
    tmp_path: Path,
    qapp: QGuiApplication,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(pictures, "SCENES", [Scene("choose", "alone", choose)])
    assert pictures.main([str(tmp_path / "out")]) == 0
    for width, height in pictures.SIZES:
        picture = QImage(str(tmp_path / "out" / f"choose-alone-{width}x{height}.png"))
        assert (picture.width(), picture.height()) == (width, height)
    assert QImage(str(tmp_path / "out" / "choose.png")).width() == pictures.SHEET_WIDTH
    assert "choose: 5 pictures" in capsys.readouterr().out


def test_without_a_folder_or_with_a_bad_one_it_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pictures.main([]) == 2
    assert "which folder" in capsys.readouterr().err
    (tmp_path / "file").write_text("")
    assert pictures.main([str(tmp_path / "file")]) == 1
    assert "file" in capsys.readouterr().err


def test_the_pseudo_language_is_seen_and_turning_the_glass_says_nothing(
    qapp: QGuiApplication,
) -> None:
    there_and_back = ((800, 480), (720, 1280), (800, 480))
    taken = list(shots(Scene("choose", "alone", choose), there_and_back, ("en", "qps")))
    assert not [flaw for shot in taken for flaw in shot.flaws]
    english, longer = taken[0].picture, taken[3].picture
    assert english != longer  # without its file it would be plain English, and prove nothing
