"""The per-second CSV, byte by byte."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.export.csv_files import COLUMNS, defused, write_csv
from kiosk.session.records import Sample, SampleFlag
from kiosk.training.plan import Plan, Step

UTC_MS = 1_767_225_600_000
HEADER = (
    b"elapsed_s,time_utc,step,heart_rate_bpm,grade_percent,speed_kmh,speed_source,"
    b"target_low_bpm,target_high_bpm,guide_low_bpm,guide_high_bpm,flags,"
    b"cadence_spm,cadence_source,ascent_m\r\n"
)


def plan(*names: str) -> Plan:
    return Plan("p", "P", "any", tuple(Step(name, "work", duration_s=60) for name in names))


def sample(elapsed_s: int, step_index: int = 0, bpm: int | None = 120) -> Sample:
    return Sample(
        session_id=1,
        athlete_id=1,
        elapsed_s=elapsed_s,
        utc_ms=UTC_MS + 1000 * elapsed_s + 7,
        step_index=step_index,
        step_s=elapsed_s,
        heart_rate_bpm=bpm,
        grade_percent=None,
        speed_kmh=None,
        speed_source=None,
        target_low_bpm=None,
        target_high_bpm=None,
        guide_low_bpm=None,
        guide_high_bpm=None,
    )


def written(plan: Plan, *samples: Sample) -> bytes:
    file = io.BytesIO()
    write_csv(file, plan, samples)
    return file.getvalue()


def test_the_file_is_what_spreadsheets_and_programs_expect() -> None:
    full = Sample(
        session_id=1,
        athlete_id=1,
        elapsed_s=60,
        utc_ms=UTC_MS + 86_399_999,
        step_index=1,
        step_s=0,
        heart_rate_bpm=152,
        grade_percent=-3.456,
        speed_kmh=5.5,
        speed_source="foot pod",
        target_low_bpm=140,
        target_high_bpm=145,
        guide_low_bpm=133.44,
        guide_high_bpm=141.0,
        flags=SampleFlag.SUSPECT | SampleFlag.UNSYNCHRONISED | SampleFlag.RECOVERY,
        cadence_spm=81.5,
        cadence_source="pulses",
        ascent_m=0.1526,
    )
    assert written(plan("Warm-up", "Climb, steep"), sample(0, -1, bpm=None), sample(1), full) == (
        b"\xef\xbb\xbf"
        + HEADER
        + b"0,2026-01-01T00:00:00.007Z,Late warm-up,,,,,,,,,,,,\r\n"
        + b"1,2026-01-01T00:00:01.007Z,Warm-up,120,,,,,,,,,,,\r\n"
        + b'60,2026-01-01T23:59:59.999Z,"Climb, steep",152,-3.46,5.50,foot pod,140,145,133.4,'
        + b"141.0,suspect unsynchronised recovery,81.5,pulses,0.153\r\n"
    )


def test_every_flag_has_its_word() -> None:
    for flag in SampleFlag:
        text = written(plan("Climb"), replace(sample(0), flags=flag)).decode("utf-8-sig")
        (row,) = csv.DictReader(io.StringIO(text, newline=""))
        assert row["flags"] == str(flag.name).lower().replace("_", "-")


def test_what_is_no_step_of_the_plan_has_a_name_of_its_own() -> None:
    rows = [sample(k, index) for k, index in enumerate((-1, 1, 0, -1, 7))]
    text = written(plan("Change", "=Climb"), *rows).decode("utf-8-sig")
    names = [row["step"] for row in csv.DictReader(io.StringIO(text, newline=""))]
    assert names == ["Late warm-up", "'=Climb", "Change", "Own cool-down", "Own cool-down"]


def test_without_seconds_there_is_a_header() -> None:
    assert written(plan("Warm-up")) == b"\xef\xbb\xbf" + HEADER


def test_a_hair_below_zero_is_not_minus_zero() -> None:
    flat = Sample(
        1,
        1,
        0,
        UTC_MS,
        0,
        0,
        100,
        -0.001,
        0.0,
        "typed",
        None,
        None,
        None,
        None,
        SampleFlag.NOT_WORN,
    )
    assert written(plan("Flat")).count(b"\r\n") == 1
    assert written(plan("Flat"), flat).endswith(b",100,0.00,0.00,typed,,,,,not-worn,,,\r\n")


@pytest.mark.parametrize("start", ["=", "+", "-", "−", "@", "\t", "\r", "\n", "＝"])
def test_a_step_that_looks_like_a_formula_is_text(start: str) -> None:
    assert defused(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"
    assert defused(f"Climb {start}1") == f"Climb {start}1"


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.integers(0, 10**6),
    st.none() | st.integers(30, 230),
)
def test_every_reader_of_csv_gets_back_what_was_written(
    name: str, elapsed_s: int, bpm: int | None
) -> None:
    text = written(plan(name), sample(elapsed_s, bpm=bpm)).decode("utf-8-sig")
    header, row = csv.reader(io.StringIO(text, newline=""))
    assert tuple(header) == COLUMNS
    cells = dict(zip(header, row, strict=True))
    assert cells["step"] in (name, f"'{name}")
    assert cells["elapsed_s"] == str(elapsed_s)
    assert cells["heart_rate_bpm"] == ("" if bpm is None else str(bpm))
