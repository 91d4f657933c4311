"""A real recorded session through a virtual strap: what comes out is what went in."""

import csv
import os
from pathlib import Path

import pytest

from tests.end_to_end.rig import Log, Rig

RECORDINGS = Path(__file__).parents[3] / "shared" / "data" / "sessions"
SECONDS = int(os.environ.get("PROVE_SECONDS", "20"))
"""`make prove-replay` plays five minutes."""
BEGIN_S = 600


def recorded(path: Path) -> set[int]:
    """Every heart rate of the part that is played."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(float(r["t_s"]), r["hr_bpm"]) for r in csv.DictReader(file) if r["hr_bpm"]]
    part = [round(float(bpm)) for t, bpm in rows if BEGIN_S - 30 <= t <= BEGIN_S + SECONDS + 60]
    return set(part)


@pytest.mark.skipif(not RECORDINGS.is_dir(), reason="the recorded sessions are not here")
def test_recorded_sessions_come_out_of_the_export_as_they_were_played(rig: Rig) -> None:
    files = sorted(RECORDINGS.glob("*.csv"))
    assert files
    names = rig.add_athletes(len(files))
    words: list[str] = []
    for strap, file in enumerate(files, 10_001):
        words += ["--replay", f"{strap}={file}@{BEGIN_S}"]
    rig.plug_in(words)
    rig.done(*rig.class_words(names, 4, SECONDS - 8, 4))
    rows = rig.export()
    rig.end_devices()
    sent = Log.read(rig.folder / "ant.csv")
    for strap, (name, file) in enumerate(zip(names, files, strict=True), 10_001):
        mine = rows[name]
        assert len(mine) == SECONDS
        assert rig.unheard(mine) == [], file.name
        assert rig.wrong_heart_rates(mine, sent, strap) == [], file.name
        assert {row.bpm for row in mine if row.bpm is not None} <= recorded(file), file.name
