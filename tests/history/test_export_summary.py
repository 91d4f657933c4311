"""The table of a session: a line each, units in the header, nothing that a spreadsheet runs."""

import csv
import io
from pathlib import Path

from sqlalchemy import Engine

from kiosk.export.bundle import export, files_of
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.results import Part, Results
from kiosk.history.roster import Roster
from tests.history.facts import UTC_MS, joined, opened, second
from tests.history.lived import live


def table(path: Path) -> list[dict[str, str]]:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_line_an_athlete_with_what_they_came_to(
    recorder: Recorder, roster: Roster, history: History, engine: Engine, tmp_path: Path
) -> None:
    live("pauses_and_losses", recorder, roster)
    (path,) = export(history, tmp_path, [1], ["summary"])
    ann, ben = table(path)
    assert (ann["athlete"], ann["workout"]) == ("Athlete 1", "Hills & <dales>")
    assert ann["started_utc"] == "2026-01-01T00:00:00.000Z"
    rows = history.samples(1, 1)
    assert ann["duration_s"] == str(len(rows))
    assert ann["missing_s"] == str(sum(row.heart_rate_bpm is None for row in rows))
    assert ann["ascent_m"] == f"{sum(row.ascent_m or 0 for row in rows):.1f}"
    assert float(ann["descent_m"]) > 0
    assert (ann["heart_rate_max_bpm"], ben["heart_rate_max_bpm"]) == ("133", "120")
    assert ann["time_in_band_percent"] == "", "not measured yet"
    results = Results(engine)
    for athlete in (1, 2):
        results.keep(results.measure(Part(1, athlete)), UTC_MS)
    (path,) = export(history, tmp_path, [1], ["summary"])
    ann, ben = table(path)
    kept = {one.key: one for one in history.measures(1, 1)}
    assert ann["edwards_points"] == f"{kept['edwards'].value:.0f}"
    assert {"edwards_points", "overshoot_bpm_min", "step_up_score_points"} <= ann.keys()
    assert len(set(ann)) == len(ann)
    assert all("%" not in column and " " not in column for column in ann)


def test_names_are_no_formulas_and_somebody_called_summary_keeps_a_file(
    recorder: Recorder, roster: Roster, history: History, tmp_path: Path
) -> None:
    names = ["=1+1", "Summary"]
    ids = [roster.add(name).id for name in names]
    recorder.put([opened(), *(joined(i, name) for i, name in zip(ids, names, strict=True))])
    recorder.put([second(i, 0) for i in ids])
    assert recorder.flush(20)
    formats = ["csv", "summary"]
    paths = export(history, tmp_path, None, formats)
    assert [path.name for path in paths] == ["=1+1.csv", "Summary-2.csv", "summary.csv"]
    assert paths == files_of(tmp_path, history.session(1), formats)
    assert [row["athlete"] for row in table(paths[-1])] == ["'=1+1", "Summary"]
