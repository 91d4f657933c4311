"""The commands on protocols: what they print, write and refuse."""

from pathlib import Path

import pytest

from kiosk.cli import cli
from kiosk.errors import ExportError, ProtocolError, RosterError
from kiosk.settings import load_settings
from tests.unit.fit_files import decoded, foreign

OWN = """id = "own"
name = "Our own [hills]"
modality = "treadmill"
category = "repeats"
level = "advanced"
[[steps]]
name = "Up"
kind = "work"
duration = "10 min"
heart_rate = { zone = 3, part = "mid" }
[[steps]]
name = "As long as you like"
kind = "cool-down"
until = "button"
"""


class Desk:
    """Says a command as on the command line."""

    def __init__(self, printed: pytest.CaptureFixture[str]) -> None:
        self._printed = printed
        self.complaints = ""

    def says(self, *words: str) -> str:
        cli.main(("protocols", *words), standalone_mode=False)
        said = self._printed.readouterr()
        self.complaints = said.err
        return said.out


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("COLUMNS", "80")
    return Desk(capsys)


@pytest.fixture
def own() -> Path:
    """The club's own folder, with one protocol in it."""
    folder = load_settings(None).settings.data_path / "protocols"
    folder.mkdir(parents=True)
    (folder / "own.toml").write_text(OWN)
    return folder


def test_the_list_has_the_clubs_own_and_says_what_is_wrong_with_the_others(
    desk: Desk, own: Path
) -> None:
    (own / "broken.toml").write_text(OWN.replace('kind = "work"', 'kind = "wrok"'))
    lines = [line.split() for line in desk.says("list").splitlines()]
    assert ["own", "repeats", "advanced", "treadmill", "10+", "yes"] in lines
    assert ["Our", "own", "[hills]"] in lines
    assert ["quad-crusher", "crusher", "treadmill", "58"] in lines
    assert any(line[:2] == ["step-up-80", "step-up"] and "beginners:" in line for line in lines)
    assert "broken.toml, line 8: steps 1 → kind" in desk.complaints


def test_a_workout_is_exported_and_imported_under_another_id(
    desk: Desk, own: Path, tmp_path: Path
) -> None:
    out = tmp_path / "own.fit"
    assert desk.says("export", "own", "--out", str(out)) == (
        f"Our own [hills] is written to {out}.\n"
    )
    assert decoded(out.read_bytes())["workout"][0]["wkt_name"] == "Our own [hills]"
    with pytest.raises(ProtocolError, match=r"taken by Our own .*--id own-2") as caught:
        desk.says("import", str(out))
    assert caught.value.exit_status == 2
    said = desk.says("import", str(out), "--id", "own-2")
    assert said == f'Our own [hills] is imported to {own / "own-2.toml"}; its id is "own-2".\n'
    assert "own-2" in desk.says("list")
    assert desk.complaints == ""


def test_an_export_for_a_person_has_their_own_heart_rates(
    desk: Desk, own: Path, tmp_path: Path
) -> None:
    out = str(tmp_path / "own.fit")
    with pytest.raises(RosterError, match="not on the roster"):
        desk.says("export", "own", "--out", out, "--athlete", "Anna")
    words = ("roster", "add", "Anna", "--strap", "7", "--max-hr", "190", "--resting-hr", "50")
    cli.main(words, standalone_mode=False)
    desk.says("export", "own", "--out", out, "--athlete", "Anna")
    up = decoded(Path(out).read_bytes())["workout_step"][0]
    assert up["custom_target_heart_rate_low"] - 100 == 152
    assert up["custom_target_heart_rate_high"] - 100 == 157


def test_a_person_of_whom_nothing_is_known_gets_zones_and_that_is_said(
    desk: Desk, own: Path, tmp_path: Path
) -> None:
    out = str(tmp_path / "own.fit")
    cli.main(("roster", "add", "Ben", "--strap", "8"), standalone_mode=False)
    assert "the zones of Ben are not known" in desk.says(
        "export", "own", "--out", out, "--athlete", "Ben"
    )
    up = decoded(Path(out).read_bytes())["workout_step"][0]
    assert up["target_hr_zone"] == 3


def test_what_an_export_had_no_room_for_is_said(desk: Desk, tmp_path: Path) -> None:
    said = desk.says("export", "rotation-hills", "--out", str(tmp_path / "x.fit"))
    assert "Note: Rotation: hills for many is a rotation class" in said


def test_an_import_says_what_it_could_not_keep_and_overwrites_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs.fit"
    theirs.write_bytes(
        foreign({"duration_type": 4, "duration_value": 300, "wkt_step_name": "Burn"})
    )
    out = tmp_path / "theirs.toml"
    said = desk.says("import", str(theirs), "--out", str(out))
    assert f'Theirs is imported to {out}; its id is "theirs".' in said
    assert 'Note: "Burn" keeps as a cue what it cannot be run by' in said
    assert "can be used" in desk.says("check", str(out))
    before = out.read_text()
    with pytest.raises(ExportError, match="is there already and stays"):
        desk.says("import", str(theirs), "--out", str(out))
    assert out.read_text() == before


def test_an_import_goes_to_the_clubs_own_folder_and_makes_it(desk: Desk, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.fit"
    theirs.write_bytes(foreign({"duration_type": 5}))
    desk.says("import", str(theirs))
    folder = load_settings(None).settings.data_path / "protocols"
    assert [file.name for file in folder.iterdir()] == ["theirs.toml"]


def test_what_is_no_workout_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.fit").write_bytes(b"GIF89a")
    with pytest.raises(ProtocolError, match="no FIT file or is damaged"):
        desk.says("import", str(tmp_path / "x.fit"))
    with pytest.raises(ProtocolError, match="There is no protocol"):
        desk.says("export", "nothing-like-it", "--out", str(tmp_path / "x.fit"))
