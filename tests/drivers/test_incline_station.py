"""Stations' sensors over a real pty and the real pyserial: events, faults and their sentences."""

import itertools
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import serial

from drivers.incline import station as station_module
from drivers.serial_port import SerialPort, read_batch
from drivers.supervisor import Supervisor
from drivers.virtual.faults import Faults
from drivers.virtual.incline import Shake, VirtualIncline, angle_frame, gravity_frame
from drivers.virtual.pty_port import PtyPort
from kiosk.calibration import Calibration
from kiosk.clock import ManualClock, SystemClock
from kiosk.errors import DeviceAbsent
from kiosk.events import DeviceFacts, DeviceStatus, Event, Grade, Tilt
from tests.drivers.station_runs import STATION, device, running
from tests.stopwatch import Stopwatch

DEADLINE_S = 60.0
Eventually = Callable[..., None]
GARBAGE = bytes(range(0, 250, 7)) * 4

pytestmark = pytest.mark.usefixtures("no_descriptor_is_left_over")


@pytest.fixture
def line(link: Path) -> Iterator[PtyPort]:
    with PtyPort(link) as port:
        yield port


def complaint(line: PtyPort, link: Path, sent: bytes, **incline: Any) -> str:
    """The sentence that ends a run in which the sensor sends only this, again and again."""
    clock = ManualClock()
    with running(link, clock, **{"baud": 9600, **incline}) as run:
        deadline = time.monotonic() + DEADLINE_S
        while not run.ended():
            assert time.monotonic() < deadline
            line.write(sent)
            run.keeps_up()
            clock.advance(0.25)
        assert not run.grades
    assert run.error is not None
    return str(run.error)


def test_a_running_deck_is_read_within_a_fifth_of_a_point_at_a_constant_cadence(
    link: Path, eventually: Eventually
) -> None:
    with VirtualIncline(link, 8.0, shake=Shake(2.4, 0.5)), running(link) as run:
        eventually(lambda: len(run.grades) >= 10, DEADLINE_S)
        before = len(run.grades)
        with Stopwatch() as watch:
            eventually(lambda: len(run.grades) >= before + 15, DEADLINE_S)
        # A sensor that stood still tells its lost second all at once: not one second, but three.
        eventually(lambda: all(abs(g.percent - 8.0) <= 0.2 for g in run.grades[-15:]), DEADLINE_S)
    assert run.sentences == [f"WitMotion sensor on {link} at 115200 baud"]
    assert all(grade.station == STATION for grade in run.grades)
    gaps = [after.at - before.at for before, after in itertools.pairwise(run.grades)]
    assert min(gaps) >= 0.2
    assert watch.s / 15 < 0.25


def test_a_damaged_line_still_gives_the_grade(link: Path, eventually: Eventually) -> None:
    faults = Faults(flip_frames=0.2, random_bytes=0.01)
    with (
        VirtualIncline(link, 6.0, shake=Shake(2.6, 0.3), faults=faults),
        running(link) as run,
    ):
        eventually(lambda: len(run.grades) >= 15, DEADLINE_S)
        eventually(lambda: all(abs(g.percent - 6.0) <= 0.2 for g in run.grades[-7:]), DEADLINE_S)


def test_bytes_may_trickle_in_one_at_a_time(line: PtyPort, link: Path) -> None:
    with running(link) as run:
        deadline = time.monotonic() + DEADLINE_S
        while not run.grades:
            assert time.monotonic() < deadline
            for byte in gravity_frame(0.0, 5.711) + angle_frame(0.0, 5.711):
                line.write(bytes([byte]))
                time.sleep(0.001)
    assert run.grades[0].percent == pytest.approx(10.0, abs=0.02)


def test_a_slow_sensor_is_read_as_well(link: Path, eventually: Eventually) -> None:
    with VirtualIncline(link, -3.0, rate_hz=5.0), running(link) as run:
        eventually(lambda: len(run.grades) >= 5, DEADLINE_S)
    assert all(grade.percent == pytest.approx(-3.0, abs=0.02) for grade in run.grades)


def test_the_port_is_fetched_from_in_batches(
    link: Path, monkeypatch: pytest.MonkeyPatch, eventually: Eventually
) -> None:
    fetched: list[bytes] = []

    def counting(port: SerialPort, seconds: float) -> bytes:
        fetched.append(read_batch(port, seconds))
        return fetched[-1]

    monkeypatch.setattr(station_module, "read_batch", counting)
    with VirtualIncline(link, 5.0), running(link) as run:
        eventually(lambda: len(run.grades) >= 2, DEADLINE_S)
        count, start = len(fetched), time.monotonic()
        eventually(lambda: len(run.grades) >= 6, DEADLINE_S)
        per_second = (len(fetched) - count) / (time.monotonic() - start)
    assert per_second <= 25


def test_a_silent_sensor_is_told_to_have_its_cable_checked(line: PtyPort, link: Path) -> None:
    sentence = complaint(line, link, b"")
    assert sentence == (
        f"The incline sensor of Treadmill 1 on {link} is silent: check its power and cable"
    )


def test_garbage_is_blamed_on_the_baud_rate_by_its_number(line: PtyPort, link: Path) -> None:
    sentence = complaint(line, link, GARBAGE)
    assert "9600 baud" in sentence
    assert "baud rate is probably wrong" in sentence


def test_garbage_at_every_baud_rate_tried_names_them_all(line: PtyPort, link: Path) -> None:
    assert "at 115200 or 9600 baud" in complaint(line, link, GARBAGE, baud="auto")


def test_a_sensor_without_angle_output_is_told_so(line: PtyPort, link: Path) -> None:
    assert "sends no angles" in complaint(line, link, gravity_frame(0.0, 3.0))


def test_a_sensor_on_its_side_is_told_so_and_can_be_calibrated(
    line: PtyPort, link: Path, eventually: Eventually
) -> None:
    def fed(condition: Callable[[], object]) -> Callable[[], object]:
        def feed_and_ask() -> object:
            line.write(angle_frame(0.0, 86.8))
            clock.advance(0.02)
            return condition()

        return feed_and_ask

    clock = ManualClock()
    with running(link, clock) as run:
        eventually(fed(lambda: run.faults), DEADLINE_S)
        [sentence] = run.faults
        assert sentence.startswith(f"The incline sensor of Treadmill 1 on {link} reads 87° from")
        assert "calibrate it" in sentence
        assert not run.grades
        assert run.all(Tilt)[-1].pitch_deg == pytest.approx(86.8, abs=0.01)
        run.device.calibrate(Calibration(zero_deg=86.8))
        eventually(fed(lambda: run.sentences), DEADLINE_S)
        eventually(fed(lambda: run.grades), DEADLINE_S)
        assert run.error is None
    assert run.grades[0].percent == pytest.approx(0.0, abs=0.02)


def test_a_sensor_that_falls_silent_is_given_up_after_three_seconds(
    line: PtyPort, link: Path, eventually: Eventually
) -> None:
    clock = ManualClock()
    with running(link, clock=clock) as run:
        eventually(link.exists, DEADLINE_S)
        deadline = time.monotonic() + DEADLINE_S
        while not run.sentences:
            assert time.monotonic() < deadline
            line.write(angle_frame(0.0, 1.0))
            run.keeps_up()
        run.keeps_up()
        clock.advance(2.9)
        run.keeps_up()
        assert not run.ended()
        clock.advance(0.2)
        eventually(run.ended, DEADLINE_S)
    assert "is silent" in str(run.error)


def test_with_baud_auto_the_rate_that_brings_frames_is_kept(
    line: PtyPort, link: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[int] = []

    def open_noting(path: str, baud: int) -> serial.Serial:
        opened.append(baud)
        return serial.Serial(path, baud, timeout=0.1, exclusive=True)

    monkeypatch.setattr(station_module, "open_port", open_noting)
    clock = ManualClock()
    with running(link, clock, baud="auto") as run:
        deadline = time.monotonic() + DEADLINE_S
        while not run.sentences:
            assert time.monotonic() < deadline
            line.write(angle_frame(0.0, 1.0) if opened[-1:] == [9600] else GARBAGE)
            run.keeps_up()
            clock.advance(0.1)
    assert opened == [115200, 9600]
    assert run.sentences == [f"WitMotion sensor on {link} at 9600 baud"]


def test_a_port_that_is_not_there_is_absent_not_broken(link: Path, eventually: Eventually) -> None:
    with running(link) as run:
        eventually(run.ended, DEADLINE_S)
    assert isinstance(run.error, DeviceAbsent)


def test_unplugging_is_noticed_at_once_and_said(link: Path, eventually: Eventually) -> None:
    with VirtualIncline(link, 5.0) as sensor, running(link) as run:
        eventually(lambda: bool(run.grades), DEADLINE_S)
        with Stopwatch() as watch:
            sensor.unplug()
            eventually(run.ended, DEADLINE_S)
        assert watch.s < 0.5
    assert str(run.error) == (
        f"The incline sensor of Treadmill 1 was unplugged: plug its cable into {link} again"
    )


def test_stopping_closes_the_port_and_it_can_be_opened_again(
    link: Path, eventually: Eventually
) -> None:
    with VirtualIncline(link, 5.0):
        for _ in range(3):
            with running(link) as run:
                eventually(lambda run=run: bool(run.sentences), DEADLINE_S)
            assert run.error is None


def test_under_the_supervisor_a_replugged_sensor_goes_on(
    link: Path, eventually: Eventually
) -> None:
    events: list[Event] = []

    def states() -> list[str]:
        return [event.state for event in events if isinstance(event, DeviceStatus)]

    port = device(link, events.append, SystemClock())
    with VirtualIncline(link, 5.0) as sensor, Supervisor([port], events.append, SystemClock()):
        eventually(lambda: any(isinstance(event, Grade) for event in events), DEADLINE_S)
        sensor.unplug()
        eventually(lambda: "lost" in states(), DEADLINE_S)
        sensor.plug()
        eventually(lambda: states().count("live") == 2, DEADLINE_S)
        before = len(events)
        eventually(lambda: any(isinstance(e, Grade) for e in events[before:]), DEADLINE_S)
    assert (port.name, port.spoken) == (
        "incline:Treadmill 1",
        "the incline sensor of Treadmill 1",
    )
    [*_, newest] = [event for event in events if isinstance(event, Grade)]
    assert newest.percent == pytest.approx(5.0, abs=0.02)


def test_facts_tell_port_and_damage_at_the_start(link: Path, eventually: Eventually) -> None:
    with VirtualIncline(link, 5.0), running(link) as run:
        eventually(lambda: run.all(DeviceFacts), DEADLINE_S)
    facts = run.all(DeviceFacts)[0]
    assert (facts.device, facts.port) == ("incline:Treadmill 1", str(link))
    assert facts.signal is not None
    assert facts.signal.startswith("no damaged frames in ")


def test_a_hang_up_ends_the_wait_for_a_batch_within_50_ms(
    link: Path, eventually: Eventually
) -> None:
    late: list[float] = []
    for _ in range(5):
        with VirtualIncline(link, 5.0) as sensor, running(link) as run:
            eventually(lambda run=run: run.sentences, DEADLINE_S)
            with Stopwatch() as watch:
                sensor.unplug()
                run.thread.join(DEADLINE_S)
            late.append(watch.s)
    assert sorted(late)[2] <= 0.05


def test_stopping_takes_a_fifth_of_a_second_at_most(link: Path, eventually: Eventually) -> None:
    with VirtualIncline(link, 5.0), running(link) as run:
        eventually(lambda: run.sentences, DEADLINE_S)
        with Stopwatch() as watch:
            run.stop.set()
            run.thread.join(DEADLINE_S)
        assert watch.s < 0.2


def test_a_calibration_counts_from_the_next_grade_on(link: Path, eventually: Eventually) -> None:
    with VirtualIncline(link, 5.0), running(link, zero_deg=1.0, span=1.1) as run:
        eventually(lambda: run.grades, DEADLINE_S)
        run.device.calibrate(Calibration())
        before = len(run.grades)
        eventually(lambda: len(run.grades) >= before + 3, DEADLINE_S)
    assert run.grades[0].percent == pytest.approx(3.57, abs=0.1)
    assert run.grades[-1].percent == pytest.approx(5.0, abs=0.1)
    assert run.sentences == [f"WitMotion sensor on {link} at 115200 baud"]


def test_with_no_baud_given_both_usual_rates_are_tried(link: Path, eventually: Eventually) -> None:
    with VirtualIncline(link, 5.0, baud=9600), running(link, baud=None) as run:
        eventually(lambda: run.sentences, DEADLINE_S)
    assert run.sentences == [f"WitMotion sensor on {link} at 9600 baud"]
