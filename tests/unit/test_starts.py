"""Starts that come to nothing are counted, through crashes, power cuts and full disks."""

import signal
from pathlib import Path

import pytest

from kiosk import guarded
from kiosk.clock import ManualClock
from kiosk.errors import SettingsError
from kiosk.guarded import Watch, fault_of
from kiosk.release import notes
from kiosk.starts import FILE, SIZE, WINDOW_S, Starts
from kiosk.words import Number, Text, text


def starts(
    data: Path, clock: ManualClock, boot: str = "first", spare: Path | None = None
) -> Starts:
    return Starts(data, clock, "1.4.0", spare, boot)


def test_the_third_start_after_two_that_came_to_nothing_is_the_safe_screen(tmp_path: Path) -> None:
    clock = ManualClock()
    for _ in range(2):
        assert not starts(tmp_path, clock).is_looping
        starts(tmp_path, clock).begin()
        clock.advance(20)
    assert starts(tmp_path, clock).is_looping


def test_two_that_lie_more_than_ten_minutes_apart_are_no_loop(tmp_path: Path) -> None:
    clock = ManualClock()
    starts(tmp_path, clock).begin()
    clock.advance(WINDOW_S + 1)
    starts(tmp_path, clock).begin()
    assert not starts(tmp_path, clock).is_looping


def test_a_minute_of_idle_screen_makes_up_for_what_was_before(tmp_path: Path) -> None:
    clock = ManualClock()
    starts(tmp_path, clock).begin()
    second = starts(tmp_path, clock)
    second.begin()
    second.idle()
    second.good()
    starts(tmp_path, clock).begin()
    assert not starts(tmp_path, clock).is_looping


def test_a_start_that_was_ended_from_outside_does_not_count(tmp_path: Path) -> None:
    clock = ManualClock()
    for _ in range(5):
        one = starts(tmp_path, clock)
        one.begin()
        one.ended()
    assert not starts(tmp_path, clock).is_looping


def test_a_plug_pulled_at_the_idle_screen_again_and_again_is_no_loop(tmp_path: Path) -> None:
    clock = ManualClock()
    for boot in ("first", "second", "third"):
        one = starts(tmp_path, clock, boot)
        assert not one.is_looping
        one.begin()
        one.idle()
        clock.advance(30)


def test_a_machine_that_dies_before_the_idle_screen_again_and_again_is_one(tmp_path: Path) -> None:
    clock = ManualClock()
    for boot in ("first", "second"):
        starts(tmp_path, clock, boot).begin()
        clock.advance(30)
    assert starts(tmp_path, clock, "third").is_looping


def test_a_clock_that_was_set_in_between_ends_no_loop_of_one_boot(tmp_path: Path) -> None:
    clock = ManualClock()
    starts(tmp_path, clock).begin()
    clock.jump_wall(20 * 365 * 86_400)
    starts(tmp_path, clock).begin()
    assert starts(tmp_path, clock).is_looping


def test_what_it_ended_with_can_be_said_in_another_language_later(tmp_path: Path) -> None:
    clock = ManualClock()
    one = starts(tmp_path, clock)
    one.begin()
    one.failed(text("Only {free} MB are free.", free=Number(7.5, 1)))
    newest = starts(tmp_path, clock).newest
    assert newest is not None
    assert isinstance(newest.error, Text)
    assert newest.error.template == "Only {free} MB are free."
    assert newest.error == "Only 7.5 MB are free."


def test_the_file_keeps_its_size_so_that_a_full_disk_takes_it(tmp_path: Path) -> None:
    one = starts(tmp_path, ManualClock())
    one.begin()
    assert (tmp_path / FILE).stat().st_size == SIZE
    one.failed("x" * 5000)
    assert (tmp_path / FILE).stat().st_size == SIZE
    assert starts(tmp_path, ManualClock()).newest is not None


@pytest.mark.parametrize(
    "content", [b"", b"[{", b"[1]", b'{"a": 1}', b"\xff" * 99, b'[{"boot": 1}]']
)
def test_a_file_that_says_nothing_counts_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    one = starts(tmp_path, ManualClock())
    assert one.newest is None
    one.begin()
    assert one.newest is not None


def test_where_the_disk_takes_nothing_it_is_counted_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    data, spare, clock = tmp_path / "file" / "data", tmp_path / "spare", ManualClock()
    for _ in range(2):
        starts(data, clock, spare=spare).begin()
    assert starts(data, clock, spare=spare).is_looping


# -- around a whole start --------------------------------------------------------------------------


def test_an_error_of_ours_is_kept_as_its_sentence(tmp_path: Path) -> None:
    one = starts(tmp_path, ManualClock())
    one.begin()
    with pytest.raises(SettingsError), Watch(one, tmp_path):
        raise SettingsError("kiosk.toml, line 3: write a number.")
    newest = starts(tmp_path, ManualClock()).newest
    assert newest is not None
    assert newest.error == "kiosk.toml, line 3: write a number."


def test_a_fault_is_kept_with_its_place_and_without_what_it_was_about(tmp_path: Path) -> None:
    one = starts(tmp_path, ManualClock())
    one.begin()
    with pytest.raises(ValueError, match="Anna"), Watch(one, tmp_path):
        raise ValueError("Anna")
    newest = starts(tmp_path, ManualClock()).newest
    assert newest is not None
    assert "ValueError test_starts.py:" in newest.error
    assert "Anna" not in newest.error
    assert fault_of(ValueError()).startswith("There is a fault in the program")


def test_whoever_updates_is_told_when_the_idle_screen_is_there(tmp_path: Path) -> None:
    one = starts(tmp_path, ManualClock())
    one.begin()
    with Watch(one, tmp_path) as watch:
        assert notes.idle_of(tmp_path) is None
        watch.idle()
    assert notes.idle_of(tmp_path) is not None
    assert starts(tmp_path, ManualClock()).newest is None


def test_the_appliance_comes_up_with_the_safe_screen_at_the_third_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def show(_config: Path | None, counted: Starts) -> int:
        newest = counted.newest
        shown.append("" if newest is None else newest.error)
        return 0

    monkeypatch.setattr("kiosk.safe_start.show", show)
    monkeypatch.setattr(guarded, "has_display", lambda: True)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    config = tmp_path / "kiosk.toml"
    config.write_text("stattions = 1\n", "utf-8")
    for _ in range(2):
        with pytest.raises(SettingsError):
            guarded.run(config)
        assert shown == []
    assert guarded.run(config) == 0
    assert "stattions is not a known key" in shown[0]


def test_a_start_that_systemd_ends_before_its_window_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def loads(_config: Path | None) -> None:
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(guarded, "load_settings", loads)
    with pytest.raises(SystemExit) as ended:
        guarded.run(None)
    assert ended.value.code == 0
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    assert starts(tmp_path / "switchback-data", ManualClock()).newest is None
