"""The file of calibrations: whole or not there, and never a reason for the kiosk not to start."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.calibration import Calibration
from kiosk.calibration_file import FILE_NAME, SIZE_LIMIT, load, save
from kiosk.errors import SettingsError

TREADMILL = Calibration("roll", -1.3, invert=True, span=1.02)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / FILE_NAME


def never(sentence: str) -> None:
    raise AssertionError(sentence)


calibrations = st.builds(
    Calibration,
    axis=st.sampled_from(["pitch", "roll"]),
    zero_deg=st.floats(-90, 90),
    invert=st.booleans(),
    span=st.floats(0.5, 2.0),
)


@given(st.dictionaries(st.text(min_size=1, max_size=40), calibrations, max_size=4))
def test_what_was_saved_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, every: dict[str, Calibration]
) -> None:
    path = tmp_path_factory.getbasetemp() / "saved.json"
    save(path, every)
    assert load(path, never) == every


def test_without_a_file_nothing_is_calibrated_and_nothing_is_said(path: Path) -> None:
    assert load(path, never) == {}


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\x00" * 300,
        b'{"Treadmill 1": {"axis": "pitch", "zero_deg": 1.0, "inv',
        b'{"Treadmill 1": {"axis": "yaw", "zero_deg": 1.0, "invert": false, "span": 1.0}}',
        b'{"Treadmill 1": {"axis": "roll", "zero_deg": 1.0, "invert": false, "span": 7.0}}',
        b'{"Treadmill 1": {"axis": "roll", "zero_deg": NaN, "invert": false, "span": 1.0}}',
        b"[" * 5000,
        b" " * (SIZE_LIMIT + 1),
    ],
    ids=["empty", "zeroes", "cut", "axis", "span", "nan", "deep", "large"],
)
def test_a_damaged_file_is_set_aside_with_a_sentence(path: Path, text: bytes) -> None:
    path.write_bytes(text)
    said: list[str] = []
    assert load(path, said.append) == {}
    assert len(said) == 1
    assert str(path) in said[0]
    assert "calibrate again" in said[0]
    assert not path.exists()
    assert path.with_name("calibration.json.damaged").read_bytes() == text
    save(path, {"Treadmill 1": TREADMILL})
    assert load(path, never) == {"Treadmill 1": TREADMILL}


def test_a_file_that_cannot_be_read_stays_where_it_is(path: Path) -> None:
    path.mkdir()
    said: list[str] = []
    assert load(path, said.append) == {}
    assert "cannot be read" in said[0]
    assert path.is_dir()


def test_a_disk_that_does_not_take_it_leaves_what_was_there(path: Path) -> None:
    save(path, {"Treadmill 1": TREADMILL})
    path.with_name(f".{FILE_NAME}.part").mkdir()
    with pytest.raises(SettingsError, match="cannot be written"):
        save(path, {})
    assert load(path, never) == {"Treadmill 1": TREADMILL}


def test_a_calibration_beyond_reason_is_not_written(path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be right"):
        save(path, {"Treadmill 1": Calibration(span=3.0)})
    assert not path.exists()
