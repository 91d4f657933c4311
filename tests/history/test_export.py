"""Exports of a real history: which files, under which names, with which seconds."""

import csv
import io
import subprocess
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.errors import ExportError, HistoryError
from kiosk.export.bundle import export
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from tests.history.facts import athlete_closed, batches, joined, opened, second, session_closed


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


@pytest.fixture
def recorded(roster: Roster, recorder: Recorder) -> Recorder:
    """Session 1 of Anna Berg and Zoë, complete; session 2 of Zoë, still running."""
    anna, zoe = roster.add("Anna Berg").id, roster.add("Zoë").id
    recorder.put([opened(1), joined(anna, "Anna Berg"), joined(zoe, "Zoë")])
    for batch in batches([anna, zoe], 0, 70):
        recorder.put(batch)
    recorder.put([athlete_closed(anna, 70), athlete_closed(zoe, 70), session_closed(70)])
    recorder.put([opened(2, utc_ms=1_767_225_600_000 + 3_600_000), joined(zoe, "Zoë", 2)])
    recorder.put([second(zoe, 0, 2, bpm=None)])
    assert recorder.flush(20)
    return recorder


def test_a_folder_per_session_and_a_file_per_athlete(
    recorded: Recorder, history: History, tmp_path: Path
) -> None:
    out = tmp_path / "stick" / "exports"
    first, other = out / "2026-01-01-0000-short-hills-1", out / "2026-01-01-0100-short-hills-2"
    expected = [first / "Anna-Berg.csv", first / "Zoë.csv", other / "Zoë.csv"]
    assert export(history, out) == expected
    assert sorted(p for p in out.rglob("*") if p.is_file()) == sorted(expected)
    rows = rows_of(expected[0])
    assert [row["elapsed_s"] for row in rows] == [str(k) for k in range(70)]
    assert [row["step"] for row in rows] == ["Warm-up"] * 60 + ["Climb"] * 10
    assert rows[69] == {
        "elapsed_s": "69",
        "time_utc": "2026-01-01T00:01:09.000Z",
        "step": "Climb",
        "heart_rate_bpm": "120",
        "grade_percent": "10.25",
        "speed_kmh": "5.50",
        "speed_source": "prescribed",
        "target_low_bpm": "140",
        "target_high_bpm": "145",
        "guide_low_bpm": "133.4",
        "guide_high_bpm": "141.0",
        "flags": "",
        "cadence_spm": "",
        "cadence_source": "",
        "ascent_m": "",
    }
    assert [row["heart_rate_bpm"] for row in rows_of(expected[2])] == [""]


def test_exporting_again_replaces_the_files(
    recorded: Recorder, history: History, tmp_path: Path
) -> None:
    (path,) = export(history, tmp_path, [2, 2], ["csv", "csv"])
    assert len(rows_of(path)) == 1
    zoe = history.session(2).athletes[0].athlete_id
    recorded.put([second(zoe, 1, 2)])
    assert recorded.flush(20)
    assert export(history, tmp_path, [2]) == [path]
    assert len(rows_of(path)) == 2


def test_what_cannot_be_exported_is_a_sentence_before_anything_is_written(
    recorded: Recorder, history: History, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    for name in ("xlsx", "JSON", "CSV", "exe"):
        with pytest.raises(ExportError, match=f'cannot write "{name}": choose from csv, fit'):
            export(history, out, formats=["csv", name])
    with pytest.raises(HistoryError, match="no session 3"):
        export(history, out, [1, 3])
    assert not out.exists()


def test_nothing_recorded_means_nothing_written(history: History, tmp_path: Path) -> None:
    assert export(history, tmp_path / "out") == []


def test_hostile_names_stay_inside_their_folder(
    roster: Roster, recorder: Recorder, history: History, tmp_path: Path
) -> None:
    names = ["../../../etc/x", "CON", "a b", "a/b", "=cmd", "C:\\x", "aux."]
    ids = [roster.add(name).id for name in names]
    recorder.put([opened(), *(joined(i, name) for i, name in zip(ids, names, strict=True))])
    recorder.put([second(i, 0) for i in ids])
    assert recorder.flush(20)
    out = tmp_path / "out"
    paths = export(history, out)
    folder = out / "2026-01-01-0000-short-hills-1"
    assert [path.name for path in paths] == [
        "etc-x.csv",
        "_CON.csv",
        "a-b.csv",
        "a-b-2.csv",
        "=cmd.csv",
        "C-x.csv",
        "_aux.csv",
    ]
    assert sorted(folder.iterdir()) == sorted(paths)
    assert all(len(rows_of(path)) == 1 for path in paths)


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system with room for one page."""
    folder = tmp_path / "full"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", folder],
        check=False,
        capture_output=True,
    )
    if mounted.returncode != 0:
        pytest.skip("only root can mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk_is_a_sentence_and_whole_files_only(
    recorded: Recorder, history: History, full_disk: Path
) -> None:
    with pytest.raises(ExportError, match=r"There is no room for .*\.csv: free some"):
        export(history, full_disk, [1])
    left = [path for path in full_disk.rglob("*") if path.is_file()]
    assert len(left) < 2
    assert all(path.name == "Anna-Berg.csv" and len(rows_of(path)) == 70 for path in left)


def test_a_long_session_needs_no_more_memory_than_a_short_one(
    roster: Roster, recorder: Recorder, history: History, tmp_path: Path
) -> None:
    anna = roster.add("Anna").id
    peaks: list[int] = []
    for session_id, seconds in ((1, 1_500), (2, 6_000)):
        recorder.put([opened(session_id), joined(anna, "Anna", session_id)])
        recorder.put([second(anna, k, session_id) for k in range(seconds)])
        assert recorder.flush(20)
        tracemalloc.start()
        path, *_ = export(history, tmp_path / "out", [session_id], ["csv", "fit", "tcx", "summary"])
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert len(rows_of(path)) == seconds
    assert peaks[1] < peaks[0] * 1.5 + 100_000
