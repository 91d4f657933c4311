"""Protocol files and folders: a club's own are found, or it is said what is wrong with them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import ProtocolError
from kiosk.training.plan import Ramp
from kiosk.training.protocols import (
    find_protocol,
    load_folder,
    load_folders,
    load_protocol,
    plan,
)
from tests.unit.short_hills import SHORT_HILLS

SHIPPED = Path(__file__).parents[2] / "config" / "protocols"
GO = """
id = "x"
name = "X"
modality = "any"
[[steps]]
name = "Go"
kind = "work"
duration = "1 s"
"""


def test_files_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    with pytest.raises(ProtocolError, match=r"no file .*gone.toml; check the path"):
        load_protocol(tmp_path / "gone.toml")
    with pytest.raises(ProtocolError, match="cannot be read"):
        load_protocol(tmp_path)
    (tmp_path / "latin.toml").write_bytes(b'id = "x"\nname = "H\xfcgel"\n')
    with pytest.raises(ProtocolError, match=r"latin.toml, line 2: this is not UTF-8 text; save"):
        load_protocol(tmp_path / "latin.toml")
    (tmp_path / "big.toml").write_bytes(b"#" * 262_145)
    with pytest.raises(ProtocolError, match="larger than 256 kB"):
        load_protocol(tmp_path / "big.toml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b-hills.toml").write_text(SHORT_HILLS, encoding="utf-8")
    (tmp_path / "c-copy.toml").write_text(SHORT_HILLS, encoding="utf-8")
    (tmp_path / "a-go.toml").write_text(GO, encoding="utf-8")
    (tmp_path / "broken.toml").write_text("id =", encoding="utf-8")
    (tmp_path / ".hidden.toml").write_text("id =", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a protocol", encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_protocols_by_file_name_and_the_faults_of_the_others(
    folder: Path,
) -> None:
    protocols, errors = load_folder(folder)
    assert [protocol.id for protocol in protocols] == ["x", "short-hills"]
    broken, duplicate = (str(error) for error in errors)
    assert "broken.toml, line 1: this is not valid TOML" in broken
    assert duplicate.endswith(
        'c-copy.toml: the id "short-hills" is taken by b-hills.toml; change one.'
    )


def test_a_folder_that_does_not_exist_is_empty(tmp_path: Path) -> None:
    assert load_folder(tmp_path / "protocols") == ([], [])


def test_a_protocol_is_found_by_path_or_by_id_in_the_first_folder_that_has_it(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    own = tmp_path_factory.mktemp("own")
    changed = SHORT_HILLS.replace('"Short hills"', '"Our hills"')
    (own / "x.toml").write_text(changed, encoding="utf-8")
    assert find_protocol(str(folder / "a-go.toml"), []).id == "x"
    assert find_protocol("short-hills", [folder, own]).name == "Short hills"
    assert find_protocol("short-hills", [own, folder]).name == "Our hills"
    assert find_protocol("step-up-80", [folder, own, SHIPPED]).name == "Step-up 80"


def test_an_unknown_id_names_the_nearest_known_one(folder: Path) -> None:
    with pytest.raises(ProtocolError) as caught:
        find_protocol("short-hill", [folder, SHIPPED])
    assert str(caught.value) == (
        'There is no protocol "short-hill" (2 files could not be used); '
        'the nearest known one is "short-hills".'
    )
    with pytest.raises(ProtocolError, match="known: short-hills, x"):
        find_protocol("zzzzzz", [folder])
    with pytest.raises(ProtocolError, match="add its file to the protocols folder"):
        find_protocol("zzzzzz", [])
    with pytest.raises(ProtocolError, match=r"no file gone.toml"):
        find_protocol("gone.toml", [folder])


def test_an_id_whose_own_file_is_broken_gets_told_what_is_wrong_with_it(folder: Path) -> None:
    with pytest.raises(ProtocolError, match=r"broken.toml, line 1: this is not valid TOML"):
        find_protocol("broken", [folder])


@given(st.text())
@settings(deadline=None, max_examples=50)
def test_any_name_is_found_or_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(ProtocolError):
        find_protocol(name, [SHIPPED / "none"])


def test_a_club_file_with_an_id_that_is_taken_is_said_and_the_shipped_one_stays(
    tmp_path: Path,
) -> None:
    folders = [tmp_path / "shipped", tmp_path / "club"]
    for folder, name in zip(folders, ("Ours", "Theirs"), strict=True):
        folder.mkdir()
        (folder / "a.toml").write_text(
            f'id = "same"\nname = "{name}"\nmodality = "any"\n'
            '[[steps]]\nname = "S"\nkind = "cool-down"\nduration = "1 min"\n'
        )
    protocols, errors = load_folders(folders)
    assert [protocol.name for protocol in protocols] == ["Ours"]
    assert [str(error) for error in errors] == [
        f'{folders[1] / "a.toml"}: the id "same" is taken by a.toml; change one.'
    ]


def test_a_coachs_own_file_in_the_data_folder_appears_or_is_refused_with_file_line_and_reason(
    tmp_path: Path,
) -> None:
    (tmp_path / "ours.toml").write_text(
        'id = "our-hills"\nname = "Our hills"\nmodality = "treadmill"\ncategory = "repeats"\n'
        'beginner = "step-up-30-beginner"\n'
        '[[steps]]\nname = "Up"\nkind = "work"\nduration = "1 min"\ngrade_percent = [4, 6]\n'
    )
    (tmp_path / "broken.toml").write_text(SHORT_HILLS.replace('"mid"', '"middle"'))
    protocols, errors = load_folders([SHIPPED, tmp_path])
    ours = next(protocol for protocol in protocols if protocol.id == "our-hills")
    assert plan(ours).steps[0].grade_percent == Ramp(4, 4)
    (refusal,) = map(str, errors)
    assert refusal == (
        f"{tmp_path / 'broken.toml'}, line 14: steps 2 → steps 1 → heart_rate → part: it must be "
        "'low', 'mid', 'high' or 'full', not \"middle\"; correct it."
    )


def test_a_version_for_beginners_that_is_nowhere_is_said_and_the_protocol_is_there(
    tmp_path: Path,
) -> None:
    for name, line in {"hills": 'beginner = "hills-easier"', "hills-easy": ""}.items():
        text = GO.replace('"x"', f'"{name}"')
        (tmp_path / f"{name}.toml").write_text(f"{line}\n{text}")
    protocols, errors = load_folder(tmp_path)
    assert [protocol.id for protocol in protocols] == ["hills-easy", "hills"]
    (sentence,) = map(str, errors)
    assert sentence.startswith(str(tmp_path / "hills.toml"))
    assert sentence.endswith(
        ': beginner: there is no protocol "hills-easier" for beginners; '
        'the nearest known one is "hills-easy".'
    )
    assert find_protocol("hills", [tmp_path]).beginner == "hills-easier"
