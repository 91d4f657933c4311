"""The virtual incline sensor: what it sends, how its deck moves, what it logs."""

import io
import itertools
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from drivers.incline.witmotion import Acceleration, Angle, Reading, WitMotionReader
from drivers.serial_port import open_port
from drivers.virtual.faults import Faults
from drivers.virtual.incline import (
    DECK_PERCENT_PER_S,
    GradeSource,
    Shake,
    VirtualIncline,
    stepwise,
)
from drivers.virtual.twin import serve, unplugging
from kiosk.clock import ManualClock
from kiosk.errors import DeviceError

DEADLINE_S = 60.0
Eventually = Callable[..., None]
LEVEL_DEG = 180.0 / 32768 / 2
"""An angle is sent in steps of twice this."""


pytestmark = pytest.mark.usefixtures("no_descriptor_is_left_over")


def listen(link: Path, count: int) -> tuple[WitMotionReader, list[Reading]]:
    """The next `count` readings, or more, of the sensor at `link`."""
    reader = WitMotionReader()
    readings: list[Reading] = []
    with open_port(str(link), 115200) as port:
        deadline = time.monotonic() + DEADLINE_S
        while len(readings) < count:
            assert time.monotonic() < deadline
            readings += reader.feed(port.read(64))
    return reader, readings


def pitches(readings: list[Reading]) -> list[float]:
    return [reading.pitch_deg for reading in readings if isinstance(reading, Angle)]


def logged(log: io.StringIO) -> list[tuple[int, float]]:
    header, *lines = log.getvalue().splitlines()
    assert header == "utc_ms,grade_percent"
    return [(int(at), float(grade)) for at, grade in (line.split(",") for line in lines)]


def test_acceleration_and_angle_frames_come_in_turn_and_agree(link: Path) -> None:
    with VirtualIncline(link, 10.0, rate_hz=100.0):
        reader, readings = listen(link, 40)
    kinds = [type(reading) for reading in readings]
    assert all(before != after for before, after in itertools.pairwise(kinds))
    assert reader.damaged == 0
    assert pitches(readings) == pytest.approx([5.7106] * len(pitches(readings)), abs=LEVEL_DEG)
    accelerations = [each for each in readings if isinstance(each, Acceleration)]
    assert all(each.x_g == pytest.approx(-0.0995, abs=0.001) for each in accelerations)


def test_frames_come_at_the_rate_asked_for_and_a_short_halt_is_made_up_for(link: Path) -> None:
    log, clock = io.StringIO(), ManualClock()
    sensor = VirtualIncline(link, 1.0, rate_hz=100.0, log=log)
    sensor._clock, sensor._began = clock, clock.monotonic()
    sensor._port = sensor._make_port()

    def frames_until(second: float) -> int:
        while (t_s := clock.monotonic() - sensor._began) < second:
            wait_s = sensor._turn(t_s)
            assert wait_s <= 0.01 + 1e-9
            clock.advance(max(0.0005, wait_s))
        return log.getvalue().count("\n")

    assert frames_until(0.995) == 100
    clock.advance(0.5)
    assert frames_until(1.995) == 200
    clock.advance(60)
    assert frames_until(62.995) == pytest.approx(300, abs=2), "nobody tells a minute at once"
    sensor.stop()


def test_on_the_roll_axis_the_grade_is_in_the_roll_angle(link: Path) -> None:
    with VirtualIncline(link, 10.0, axis="roll"):
        _, readings = listen(link, 4)
    [angle, *_] = [reading for reading in readings if isinstance(reading, Angle)]
    assert angle.roll_deg == pytest.approx(5.7106, abs=LEVEL_DEG)
    assert abs(angle.pitch_deg) < 1.0


def test_the_deck_starts_where_it_is_and_then_moves_as_fast_as_a_deck_can(
    link: Path, eventually: Eventually
) -> None:
    log = io.StringIO()
    with VirtualIncline(link, 5.0, rate_hz=100.0, log=log) as sensor:
        eventually(lambda: log.getvalue().count("\n") > 5, DEADLINE_S)
        sensor.grade = 15.0
        eventually(lambda: log.getvalue().count("\n") > 100, DEADLINE_S)
    grades = [grade for _, grade in logged(log)]
    assert grades[:3] == [5.0] * 3
    rises = [after - before for before, after in itertools.pairwise(grades)]
    assert max(rises) == pytest.approx(DECK_PERCENT_PER_S / 100.0, abs=1e-3)
    assert 5.5 < grades[-1] < 6.5


def test_without_a_slew_limit_the_deck_jumps(link: Path, eventually: Eventually) -> None:
    log = io.StringIO()
    grade = stepwise(2.0, [(0.2, 9.0)])
    with VirtualIncline(link, grade, slew_percent_per_s=None, log=log):
        eventually(lambda: "9.0000" in log.getvalue(), DEADLINE_S)
    assert {grade for _, grade in logged(log)} == {2.0, 9.0}


@pytest.mark.parametrize("grade", [4.0, stepwise(4.0, [])])
def test_a_running_deck_shakes_but_its_log_does_not(link: Path, grade: GradeSource) -> None:
    log = io.StringIO()
    with VirtualIncline(link, grade, shake=Shake(2.5, 1.0), log=log):
        _, readings = listen(link, 80)
    assert max(pitches(readings)) - min(pitches(readings)) > 1.5
    assert {grade for _, grade in logged(log)} == {4.0}


def test_a_living_sensor_trembles_but_not_in_its_tilt_and_a_frozen_one_not_at_all(
    link: Path,
) -> None:
    with VirtualIncline(link, 5.0, rate_hz=200.0) as sensor:
        _, readings = listen(link, 80)
        angles = [each for each in readings if isinstance(each, Angle)]
        assert len({(angle.roll_deg, angle.pitch_deg) for angle in angles}) == 1
        assert len({angle.yaw_deg for angle in angles}) > 10
        assert max(abs(angle.yaw_deg) for angle in angles) < 2.0
        assert len({each for each in readings if isinstance(each, Acceleration)}) > 10
        sensor.faults.kind = "frozen"
        listen(link, 20)
        _, readings = listen(link, 80)
        assert len(set(readings)) == 2, "the same angle and the same acceleration"


def test_on_a_line_with_a_rate_only_that_rate_is_understood(link: Path) -> None:
    with VirtualIncline(link, 5.0, rate_hz=200.0, baud=9600):
        with open_port(str(link), 115200) as port:
            reader = WitMotionReader()
            for _ in range(10):
                assert reader.feed(port.read(200)) == []
        with open_port(str(link), 9600) as port:
            assert WitMotionReader().feed(port.read(500))


def test_the_runner_s_step_rate_can_change_while_they_run(link: Path) -> None:
    shake = Shake(2.5, 0.0)
    sensor = VirtualIncline(link, shake=shake)
    shake.hz, shake.deg = 3.0, 0.4
    assert sensor.shake.vertical_g(1 / 12) == pytest.approx(0.3)


def test_while_unplugged_nothing_is_sent_and_nothing_is_logged(
    link: Path, eventually: Eventually
) -> None:
    log = io.StringIO()

    def quiet() -> bool:
        before = log.getvalue()
        time.sleep(0.2)
        return log.getvalue() == before

    with VirtualIncline(link, 3.0, log=log) as sensor:
        eventually(lambda: log.getvalue().count("\n") > 5, DEADLINE_S)
        sensor.unplug()
        assert not link.exists()
        eventually(quiet)  # a frame may be on its way
        before = log.getvalue()
        sensor.plug()
        _, readings = listen(link, 4)
    assert pitches(readings)
    assert len(log.getvalue()) > len(before)


def test_frames_that_nobody_reads_are_not_logged_once_the_line_is_full(
    link: Path, eventually: Eventually
) -> None:
    log = io.StringIO()
    with VirtualIncline(link, 3.0, rate_hz=2000.0, log=log) as sensor:
        port = sensor._port
        assert port is not None
        eventually(lambda: port.dropped_bytes > 5000, DEADLINE_S)
    capacity = 65536  # of any pty, generously
    assert len(logged(log)) < capacity / 22


def test_the_log_has_what_was_sent_before_it_was_damaged(link: Path) -> None:
    log = io.StringIO()
    with VirtualIncline(link, 7.0, rate_hz=200.0, faults=Faults(flip_frames=0.5), log=log):
        reader, _ = listen(link, 60)
    assert reader.damaged > 10
    assert {grade for _, grade in logged(log)} == {7.0}


def test_a_plan_holds_each_grade_from_its_time_on() -> None:
    grade = stepwise(1.0, [(20.0, 3.0), (10.0, 2.0)])
    assert [grade(t) for t in (0.0, 9.9, 10.0, 19.9, 20.0, 500.0)] == [1, 1, 2, 2, 3, 3]


def test_served_for_the_command_line_it_unplugs_as_told_and_ends_when_told(
    link: Path, eventually: Eventually
) -> None:
    stop = threading.Event()
    sensor = VirtualIncline(link, 1.0)
    seen: list[bool] = []

    def note() -> None:
        seen.append(link.exists())

    plan = [(0.01, note), *unplugging(sensor, 0.02, 0.1), (0.05, note), (0.15, note)]
    thread = threading.Thread(target=serve, args=(sensor, stop, plan))
    thread.start()
    eventually(lambda: len(seen) == 3, DEADLINE_S)
    assert seen == [True, False, True]
    stop.set()
    thread.join(DEADLINE_S)
    assert not thread.is_alive()
    assert not link.exists()


def test_a_link_that_cannot_be_made_is_an_error_at_the_start(tmp_path: Path) -> None:
    sensor = VirtualIncline(tmp_path / "no such folder" / "incline")
    with pytest.raises(DeviceError):
        sensor.start()
    sensor.stop()
