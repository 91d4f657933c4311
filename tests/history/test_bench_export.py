"""The benchmark of exports, short: it measures, and memory stays flat."""

from pathlib import Path

from tests.benchmarks.bench_export import FLAT_KB, measure


def test_a_few_sessions_are_measured_and_take_no_more_memory_than_one(tmp_path: Path) -> None:
    found = measure(tmp_path, 2)
    assert found.grown_kb < FLAT_KB
    assert found.ratio < 6, "a busy machine's clock is rough; make bench holds the target"
    assert [line.split(":")[0].strip() for line in found.lines[1:9]] == [
        "csv",
        "fit",
        "tcx",
        "summary",
        "json",
        "person",
        "evening",
        "evening",
    ]
