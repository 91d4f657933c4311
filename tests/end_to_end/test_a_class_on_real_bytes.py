"""A class from the straps' bytes to the exported files: whole processes, ptys and the disk."""

import bisect
import os
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.compose import running_kiosk
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.queries import History
from kiosk.session.records import Sample
from kiosk.session.state import Phase
from kiosk.settings import load_settings
from screens.window import build_window
from tests.end_to_end.rig import STATION, Log, Rig, Row
from tests.screens.conftest import Touches

WARM_UP, CLIMB, EASY = 6, 8, 4
NOISE_S = int(os.environ.get("PROVE_SECONDS", "20"))
"""`make prove-noise` listens to each kind of noise for five minutes."""


def grades_off(rows: list[Row], log: Log, by: float = 0.2) -> list[Row]:
    """Rows whose grade is further from what the sensor sent in that second."""
    off: list[Row] = []
    for row in rows:
        sent = log.between(0, row.utc_ms, row.utc_ms + 1000)
        if row.grade is not None and not any(abs(row.grade - value) <= by for value in sent):
            off.append(row)
    return off


def test_twelve_athletes_get_every_second_of_what_their_straps_sent(rig: Rig) -> None:
    names = rig.add_athletes(12)
    rig.plug_in(["--straps", "12"], ["--grade", "7.5"])
    rig.done(*rig.class_words(names, WARM_UP, CLIMB, EASY))
    total = WARM_UP + CLIMB + EASY
    session = rig.sessions()[-1]
    assert session["state"] == "complete"
    rows = rig.export()
    assert session["athletes"] == [
        {
            "name": name,
            "duration_s": total,
            "samples": total,
            "missing_s": sum(row.bpm is None for row in rows[name]),
        }
        for name in names
    ]
    rig.end_devices()
    heard, tilted = Log.read(rig.folder / "ant.csv"), Log.read(rig.folder / "incline.csv")
    assert sorted(rows) == sorted(names)
    for strap, name in enumerate(names, 10_001):
        mine = rows[name]
        assert [row.elapsed_s for row in mine] == list(range(total))
        steps = ["Warm-up"] * WARM_UP + ["Climb"] * CLIMB + ["Easy"] * EASY
        assert [row.step for row in mine] == steps
        assert rig.unheard(mine) == []
        assert rig.wrong_heart_rates(mine, heard, strap) == []
        calm = [row for row in mine if not rig.was_halted(row)]
        assert None not in [row.grade for row in calm]
        assert grades_off(calm, tilted) == []
        climb = mine[WARM_UP].raw
        assert (climb["target_low_bpm"], climb["target_high_bpm"]) == ("152", "157")
        assert (climb["speed_kmh"], climb["speed_source"]) == ("5.50", "prescribed")


def test_both_devices_unplugged_three_times_are_gaps_and_nobody_is_lost(rig: Rig) -> None:
    names = rig.add_athletes(3)
    # After the start, within the class; shorter ones need not cost any second its value.
    unplugs = [(12.0, 2.0), (18.0, 3.0), (25.0, 2.0)]
    words = [word for at, length in unplugs for word in ("--unplug", f"{at}:{length}")]
    rig.plug_in(["--straps", "3", *words], ["--grade", "4", *words])
    began_ms = rig.ant.lstat().st_ctime * 1000
    rig.done(*rig.class_words(names, 5, 24, 4))
    rows = rig.export()
    rig.end_devices()
    heard = Log.read(rig.folder / "ant.csv")
    for strap, name in enumerate(names, 10_001):
        mine = rows[name]
        assert len(mine) == 33
        assert rig.wrong_heart_rates(mine, heard, strap) == []
        gaps = runs_of_missing(rig, mine, [row.bpm is None for row in mine])
        if not any(map(rig.was_halted, mine)):
            assert len(gaps) == 3, f"{name}: {gaps}"
            assert len(runs_of_missing(rig, mine, [row.grade is None for row in mine])) == 3
        for at, length in unplugs:
            back_ms = began_ms + (at + length) * 1000
            (first, count), *_ = (gap for gap in gaps if covers(mine, gap, back_ms))
            second_ms = mine[first + count].utc_ms
            heard_again_ms = heard.times[strap][
                bisect.bisect_left(heard.times[strap], max(back_ms, second_ms))
            ]
            halted = any(rig.was_halted(row) for row in mine[first : first + count + 1])
            assert halted or heard_again_ms - back_ms < 3000, "the first reading after the return"
    assert rig.sessions()[-1]["state"] == "complete"


def covers(rows: list[Row], gap: tuple[int, int], back_ms: float) -> bool:
    """Whether the cable was put back in this gap, or in the second that ended it."""
    first, count = gap
    return rows[first].utc_ms <= back_ms <= rows[first + count].utc_ms + 1000


def runs_of_missing(rig: Rig, rows: list[Row], missing: list[bool]) -> list[tuple[int, int]]:
    """(first row, how many) of every gap that is more than a halt of this machine."""
    gaps: list[tuple[int, int]] = []
    for index, is_missing in enumerate(missing):
        if is_missing and index and missing[index - 1]:
            gaps[-1] = (gaps[-1][0], gaps[-1][1] + 1)
        elif is_missing:
            gaps.append((index, 1))
    return [
        (first, count)
        for first, count in gaps
        if not all(map(rig.was_halted, rows[first : first + count]))
    ]


@pytest.mark.parametrize(
    "noise", [["--flip-frames", "0.2"], ["--random-bytes", "0.01"]], ids=["flips", "random"]
)
def test_noise_on_both_lines_never_becomes_a_value(rig: Rig, noise: list[str]) -> None:
    names = rig.add_athletes(12)
    rig.plug_in(["--straps", "12", *noise], ["--grade", "6", *noise])
    rig.done(*rig.class_words(names, 5, NOISE_S - 10, 5))
    rows = rig.export()
    rig.end_devices()
    heard, tilted = Log.read(rig.folder / "ant.csv"), Log.read(rig.folder / "incline.csv")
    for strap, name in enumerate(names, 10_001):
        sent_or_older = [
            row
            for row in rig.wrong_heart_rates(rows[name], heard, strap)
            if row.bpm not in heard.between(strap, row.utc_ms - 25, row.utc_ms + 1025)
        ]
        assert sent_or_older == []
        assert len(rig.unheard(rows[name])) <= len(rows[name]) // 20
        assert grades_off([r for r in rows[name] if not rig.was_halted(r)], tilted) == []
    assert rig.sessions()[-1]["state"] == "complete"


def test_a_killed_kiosk_loses_two_seconds_at_most_and_the_session_goes_on(rig: Rig) -> None:
    names = rig.add_athletes(2)
    rig.plug_in(["--straps", "2"])
    kiosk = rig.start(*rig.class_words(names, 5, 12, 4))
    rig.wait_for(lambda: rig.recorded() >= 8, "the eighth second")
    killed_ms = time.time() * 1000
    kiosk.send_signal(signal.SIGKILL)
    kiosk.wait()
    session = rig.sessions()[-1]
    assert session["state"] == "open"
    before = rig.export()[names[0]]
    saved_ms = before[-1].utc_ms + 1000
    assert killed_ms - saved_ms <= 2000 or rig.was_halted(before[-1])
    told = rig.done("doctor", "--json") if rig.run("doctor", "--json").returncode == 0 else ""
    assert not told or "was cut" in told
    rig.done("sessions", "resume", str(session["id"]))
    after = rig.sessions()[-1]
    assert after["state"] == "recovered"
    rows = rig.export()[names[0]]
    assert [row.elapsed_s for row in rows] == list(range(21))
    assert [row.step for row in rows] == ["Warm-up"] * 5 + ["Climb"] * 12 + ["Easy"] * 4
    assert [row.raw for row in rows[: len(before)]] == [row.raw for row in before]
    assert rig.unheard(rows) == [], "it waits for the straps before it goes on"


class PowerCut(Exception):
    """Nothing is ended properly."""


def goes_on_by_touch(rig: Rig, title: str, body: str) -> None:
    """The window asks about what was cut, and goes on with it until the power is cut again."""
    loaded = load_settings(rig.config, {})
    with (
        suppress(PowerCut),
        running_kiosk(loaded, tap_in_by_strap=True, asks_readiness=True) as kiosk,
    ):
        kiosk.start_devices()
        handle = build_window(kiosk.app, size=(1280, 720))
        handle.window.show()
        screen = Touches(handle)

        def until(condition: Callable[[], object], what: str) -> None:
            def beat() -> object:
                handle.step()
                QGuiApplication.processEvents()
                return condition()

            rig.wait_for(beat, what)

        try:
            until(lambda: screen.shows("question"), "the question")
            assert (screen.text("question-title"), screen.text("question-body")) == (title, body)
            asked = kiosk.clock.monotonic()
            until(lambda: kiosk.clock.monotonic() > asked + 0.7, "time to read it")
            screen.tap("yes")
            people = kiosk.app.state.participants.values()
            until(lambda: [who.phase for who in people] == [Phase.RUNNING] * 2, "both running")
            before = rig.recorded()
            until(lambda: rig.recorded() >= before + 2, "two more seconds on the disk")
        finally:
            handle.close()
        raise PowerCut


def samples_of(rig: Rig) -> Sequence[Sample]:
    """The first athlete's in the first session."""
    engine = open_engine(rig.data / DATABASE_NAME)
    try:
        return History(engine).samples(1, 1)
    finally:
        engine.dispose()


def test_a_cut_class_goes_on_at_one_touch_and_can_be_closed_instead(
    rig: Rig, qapp: QGuiApplication
) -> None:
    assert qapp.primaryScreen() is not None
    names = rig.add_athletes(2)
    rig.plug_in(["--straps", "2"])
    kiosk = rig.start(*rig.class_words(names, 30, 12, 4))
    rig.wait_for(lambda: rig.recorded() >= 1, "the first second")
    kiosk.send_signal(signal.SIGKILL)
    kiosk.wait()
    at = samples_of(rig)
    stopped = datetime.fromtimestamp(at[-1].utc_ms / 1000 + 1).astimezone()
    goes_on_by_touch(
        rig,
        f"The kiosk stopped at {stopped:%H:%M}.",
        "2 people were training Short steps: Athlete 1, Athlete 2.",
    )
    rows = samples_of(rig)
    assert len(rows) >= len(at) + 2
    assert [row.elapsed_s for row in rows] == list(range(len(rows)))
    rig.done("sessions", "close", "1")
    assert rig.sessions()[0]["state"] == "recovered"
    again = rig.run("sessions", "close", "1")
    assert again.returncode == 2
    assert "closed already" in again.stderr


def test_sigterm_saves_everything_and_ends_with_status_0(rig: Rig) -> None:
    names = rig.add_athletes(2)
    rig.plug_in(["--straps", "2"])
    kiosk = rig.start(*rig.class_words(names, 60, 60, 60))
    rig.wait_for(lambda: rig.recorded() >= 2, "two seconds on disk")
    kiosk.send_signal(signal.SIGTERM)
    _, errors = kiosk.communicate(timeout=120)
    assert kiosk.returncode == 0, errors
    session = rig.sessions()[0]
    assert session["state"] == "complete"
    assert session["athletes"][0]["samples"] >= 2  # type: ignore[index]
    rows = rig.export()[names[0]]
    assert rig.unheard(rows) == []
    assert session["athletes"][0]["missing_s"] == sum(row.bpm is None for row in rows)  # type: ignore[index]


def test_two_kiosks_on_one_history_are_refused(rig: Rig) -> None:
    names = rig.add_athletes(1)
    rig.plug_in(["--straps", "1"])
    rig.start(*rig.class_words(names, 60, 60, 60))
    rig.wait_for(lambda: rig.recorded() >= 0, "the start")
    second = rig.run("run", "--headless")
    assert second.returncode == 2
    assert "already running" in second.stderr


def test_an_athlete_at_a_station_that_does_not_exist_is_a_sentence(rig: Rig) -> None:
    names = rig.add_athletes(1)
    ended = rig.ask(*rig.class_words([f"{names[0]}@Stairs"], 1, 1, 1))
    assert ended.returncode == 2
    assert STATION in ended.stderr
    assert "Traceback" not in ended.stderr
