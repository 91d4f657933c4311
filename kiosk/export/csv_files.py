"""One row per second as CSV that spreadsheets open as it is: BOM, CRLF, units in the header."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from typing import BinaryIO

from kiosk.history.steps import step_name
from kiosk.session.records import Sample, SampleFlag
from kiosk.training.plan import Plan

COLUMNS = (
    "elapsed_s",
    "time_utc",
    "step",
    "heart_rate_bpm",
    "grade_percent",
    "speed_kmh",
    "speed_source",
    "target_low_bpm",
    "target_high_bpm",
    "guide_low_bpm",
    "guide_high_bpm",
    "flags",
    "cadence_spm",
    "cadence_source",
    "ascent_m",
)
_FLAG_NAMES = {
    SampleFlag.SUSPECT: "suspect",
    SampleFlag.NOT_WORN: "not-worn",
    SampleFlag.UNSYNCHRONISED: "unsynchronised",
    SampleFlag.RECOVERY: "recovery",
    SampleFlag.WALK: "walk",
    SampleFlag.BY_EFFORT: "by-effort",
}
_FORMULA = re.compile(r"""[\s"']*[=+\-−@＝＋－＠]""")
_BREAKS = ("\t", "\r", "\n")


def write_csv(file: BinaryIO, plan: Plan, samples: Iterable[Sample]) -> None:
    """Writes the header and a row for each sample; empty cells are missing values."""
    write_rows(file, chain([COLUMNS], _rows(plan, samples)))


def _rows(plan: Plan, samples: Iterable[Sample]) -> Iterator[tuple[object, ...]]:
    has_begun = False
    for sample in samples:
        has_begun = has_begun or sample.step_index >= 0
        yield _row(sample, step_name(plan, sample.step_index, has_begun=has_begun))


def write_rows(file: BinaryIO, rows: Iterable[Sequence[object]]) -> None:
    """The way all our CSV files are: of texts, defused, and numbers; None is an empty cell."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    text.detach()  # flushes; the file stays open for its owner


def defused(text: str) -> str:
    """Text that no spreadsheet takes for a formula, be it after blanks or quotes."""
    return f"'{text}" if text.startswith(_BREAKS) or _FORMULA.match(text) else text


def _row(sample: Sample, step: str) -> tuple[object, ...]:
    return (
        sample.elapsed_s,
        utc_time(sample.utc_ms),
        defused(step),
        sample.heart_rate_bpm,
        decimals(sample.grade_percent, 2),
        decimals(sample.speed_kmh, 2),
        sample.speed_source,
        sample.target_low_bpm,
        sample.target_high_bpm,
        decimals(sample.guide_low_bpm, 1),
        decimals(sample.guide_high_bpm, 1),
        flag_words(sample.flags) if sample.flags else "",
        decimals(sample.cadence_spm, 1),
        sample.cadence_source,
        decimals(sample.ascent_m, 3),
    )


def flag_words(flags: SampleFlag) -> str:
    """What was odd, in words with spaces between."""
    return " ".join(name for flag, name in _FLAG_NAMES.items() if flag in flags)


def utc_time(utc_ms: int) -> str:
    """ISO 8601 with milliseconds; from whole numbers, because a float would round them."""
    seconds, ms = divmod(utc_ms, 1000)
    return f"{datetime.fromtimestamp(seconds, UTC).isoformat()[:19]}.{ms:03d}Z"


def decimals(value: float | None, places: int) -> str | None:
    # adding zero turns -0.0 into 0.0
    return None if value is None else f"{round(value, places) + 0.0:.{places}f}"
