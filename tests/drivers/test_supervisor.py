"""The supervisor keeps devices running, tells each change once, and never loses a thread."""

import itertools
import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from drivers import supervisor
from drivers.serial_port import open_port, read_available
from drivers.supervisor import Device, Ready, Supervisor
from drivers.virtual.pty_port import PtyPort
from kiosk.clock import SystemClock
from kiosk.errors import DeviceAbsent, DeviceError
from kiosk.events import DeviceStatus, Event
from tests.stopwatch import Stopwatch

Step = Callable[[Ready, threading.Event], None]
Eventually = Callable[..., None]


class Scripted:
    """Plays one step for each run; after the last it stays live until it is stopped."""

    def __init__(
        self,
        *steps: Step,
        name: str = "ant",
        spoken: str = "the ANT stick",
        optional: bool = False,
    ) -> None:
        self.name = name
        self.spoken = spoken
        self.optional = optional
        self._steps = list(steps)

    def run(self, ready: Ready, stop: threading.Event) -> None:
        if self._steps:
            self._steps.pop(0)(ready, stop)
            return
        ready("ANT stick on a test")
        stop.wait()


class Keeping(Protocol):
    def __call__(self, *devices: Device) -> tuple[Supervisor, list[DeviceStatus]]: ...


def fails(error: Exception, *, after_ready: bool = False) -> Step:
    def step(ready: Ready, _stop: threading.Event) -> None:
        if after_ready:
            ready("ANT stick on a test")
        raise error

    return step


@pytest.fixture
def keeping(monkeypatch: pytest.MonkeyPatch) -> Keeping:
    """A supervisor in a hurry, and the states it tells."""
    monkeypatch.setattr(supervisor, "BACK_OFF_S", (0.001, 0.002, 0.004))

    def build(*devices: Device) -> tuple[Supervisor, list[DeviceStatus]]:
        told: list[DeviceStatus] = []

        def post(event: Event) -> None:
            assert isinstance(event, DeviceStatus)
            told.append(event)

        return Supervisor(devices, post, SystemClock()), told

    return build


def states(told: list[DeviceStatus]) -> list[str]:
    return [status.state for status in told]


def test_a_device_goes_from_searching_to_live(keeping: Keeping, eventually: Eventually) -> None:
    keeper, told = keeping(Scripted())
    with keeper:
        eventually(lambda: len(told) == 2)
    assert states(told) == ["searching", "live"]
    assert told[0].message == "Looking for the ANT stick"
    assert told[1].message == "ANT stick on a test"


def test_a_device_that_is_not_there_yet_is_searched_and_told_once(
    keeping: Keeping, eventually: Eventually
) -> None:
    absent = fails(DeviceAbsent("No ANT stick found: plug one into a USB port"))
    keeper, told = keeping(Scripted(absent, absent, absent))
    with keeper:
        eventually(lambda: told and told[-1].state == "live")
    assert states(told) == ["searching", "searching", "live"]
    assert told[1].message == "No ANT stick found: plug one into a USB port"


def test_a_lost_device_comes_back(keeping: Keeping, eventually: Eventually) -> None:
    lost = fails(DeviceAbsent("lost: plug it in again"), after_ready=True)
    still = fails(DeviceAbsent("not there: plug it in"))
    keeper, told = keeping(Scripted(lost, still, still))
    with keeper:
        eventually(lambda: states(told).count("live") == 2)
    assert states(told) == ["searching", "live", "lost", "lost", "live"]
    assert [status.message for status in told[2:4]] == [
        "lost: plug it in again",
        "not there: plug it in",
    ]


def test_what_is_not_about_absence_is_a_failure(keeping: Keeping, eventually: Eventually) -> None:
    keeper, told = keeping(Scripted(fails(DeviceError("held by another program: close it first"))))
    with keeper:
        eventually(lambda: states(told)[-1:] == ["live"])
    assert states(told) == ["searching", "failed", "live"]


def test_loss_and_return_are_logged_once_each(
    keeping: Keeping, eventually: Eventually, caplog: pytest.LogCaptureFixture
) -> None:
    lost = fails(DeviceError("lost: plug it in again"), after_ready=True)
    absent = fails(DeviceAbsent("not there: plug it in"))
    keeper, told = keeping(Scripted(lost, absent, absent, absent))
    with caplog.at_level(logging.INFO), keeper:
        eventually(lambda: states(told).count("live") == 2)
    assert caplog.messages == [
        "ant is lost: lost: plug it in again",
        "ant is back: ANT stick on a test",
    ]


@pytest.mark.logs_errors("incline:Treadmill 1 stopped unexpectedly")
def test_a_bug_in_a_driver_is_logged_with_its_traceback_and_retried(
    keeping: Keeping, eventually: Eventually, caplog: pytest.LogCaptureFixture
) -> None:
    bug = fails(ZeroDivisionError("a bug"))
    keeper, told = keeping(
        Scripted(
            bug,
            bug,
            bug,
            name="incline:Treadmill 1",
            spoken="the incline sensor of Treadmill 1",
        )
    )
    with keeper:
        eventually(lambda: states(told)[-1:] == ["live"])
    assert states(told) == ["searching", "failed", "live"]
    assert told[1].message.startswith(
        "The incline sensor of Treadmill 1 stopped because of a fault"
    )
    errors = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert len(errors) == 1, "the same bug again is no news"
    assert errors[0].exc_info is not None


def test_a_device_that_ends_by_itself_is_started_again(
    keeping: Keeping, eventually: Eventually
) -> None:
    keeper, told = keeping(Scripted(lambda ready, _stop: ready("ANT stick on a test")))
    with keeper:
        eventually(lambda: states(told).count("live") == 2)
    assert states(told) == ["searching", "live", "lost", "live"]


def test_stopping_is_quiet_even_if_the_device_complains(
    keeping: Keeping, eventually: Eventually
) -> None:
    def complains(ready: Ready, stop: threading.Event) -> None:
        ready("ANT stick on a test")
        stop.wait()
        raise DeviceError("lost: plug it in again")

    keeper, told = keeping(Scripted(complains))
    with keeper:
        eventually(lambda: len(told) == 2)
    assert states(told) == ["searching", "live"]


def test_the_pauses_grow_and_are_cut_short_by_stopping(
    monkeypatch: pytest.MonkeyPatch, eventually: Eventually
) -> None:
    monkeypatch.setattr(supervisor, "BACK_OFF_S", (0.001, 60.0))
    absent = fails(DeviceAbsent("not there: plug it in"))
    runs: list[float] = []

    def counted(ready: Ready, stop: threading.Event) -> None:
        runs.append(SystemClock().monotonic())
        absent(ready, stop)

    keeper = Supervisor([Scripted(*[counted] * 5)], lambda _event: None, SystemClock())
    keeper.start()
    eventually(lambda: len(runs) == 2)
    with Stopwatch() as watch:
        keeper.stop()
    assert watch.s < 1
    assert len(runs) == 2


@pytest.mark.logs_errors("device ant did not end")
def test_a_driver_that_hangs_does_not_hang_the_kiosk(
    monkeypatch: pytest.MonkeyPatch, keeping: Keeping, eventually: Eventually
) -> None:
    monkeypatch.setattr(supervisor, "STOP_LIMIT_S", 0.05)
    release = threading.Event()

    def hangs(_ready: Ready, _stop: threading.Event) -> None:
        release.wait(10)

    keeper, told = keeping(Scripted(hangs))
    keeper.start()
    eventually(lambda: told)
    keeper.stop()
    release.set()


def test_each_device_has_a_thread_of_its_own(keeping: Keeping, eventually: Eventually) -> None:
    def hangs(_ready: Ready, stop: threading.Event) -> None:
        stop.wait()

    keeper, told = keeping(Scripted(hangs), Scripted(name="incline:Stairs"))
    with keeper:
        eventually(lambda: any(s.device == "incline:Stairs" and s.state == "live" for s in told))


def test_a_sentence_that_changed_is_told_and_not_logged(
    keeping: Keeping, eventually: Eventually, caplog: pytest.LogCaptureFixture
) -> None:
    def learns(ready: Ready, stop: threading.Event) -> None:
        for how in ("at 9600 baud", "at 9600 baud", "at 9600 baud, model 3"):
            ready(how)
        stop.wait()

    keeper, told = keeping(Scripted(learns))
    with caplog.at_level(logging.INFO), keeper:
        eventually(lambda: len(told) == 3)
    assert states(told) == ["searching", "live", "live"]
    assert told[-1].message == "at 9600 baud, model 3"
    assert caplog.messages == []


def test_a_device_that_works_in_part_says_what_does_not_and_when_it_is_mended(
    keeping: Keeping, eventually: Eventually, caplog: pytest.LogCaptureFixture
) -> None:
    def half(ready: Ready, stop: threading.Event) -> None:
        for _ in range(2):
            ready("The stop button is stuck: mend its wire", fault=True)
        ready("all buttons work")
        stop.wait()

    keeper, told = keeping(Scripted(half, name="panel", spoken="the panel"))
    with caplog.at_level(logging.INFO), keeper:
        eventually(lambda: len(told) == 3)
    assert states(told) == ["searching", "failed", "live"]
    assert caplog.messages == [
        "panel is not whole: The stop button is stuck: mend its wire",
        "panel is back: all buttons work",
    ]


def test_nobody_misses_an_optional_device_until_it_was_there(
    keeping: Keeping, eventually: Eventually, caplog: pytest.LogCaptureFixture
) -> None:
    absent = fails(DeviceAbsent("No second ANT stick found"))
    lost = fails(DeviceError("The second ANT stick was unplugged"), after_ready=True)
    keeper, told = keeping(Scripted(absent, absent, lost, absent, name="ant:2", optional=True))
    with caplog.at_level(logging.INFO), keeper:
        eventually(lambda: states(told).count("live") == 2)
    assert states(told) == ["live", "lost", "lost", "live"]
    assert caplog.messages == [
        "ant:2 is lost: The second ANT stick was unplugged",
        "ant:2 is back: ANT stick on a test",
    ]


def test_an_optional_device_that_is_there_and_may_not_be_used_is_told(
    keeping: Keeping, eventually: Eventually
) -> None:
    keeper, told = keeping(Scripted(fails(DeviceError("not allowed")), optional=True))
    with keeper:
        eventually(lambda: states(told)[-1:] == ["live"])
    assert states(told) == ["failed", "live"]


class Plugging:
    """What tells the supervisor that something was plugged in."""

    def __init__(self) -> None:
        self.wake: Callable[[], None] | None = None

    def start(self, wake: Callable[[], None]) -> None:
        self.wake = wake

    def stop(self) -> None:
        self.wake = None


def test_plugging_something_in_ends_the_pause_at_once(
    monkeypatch: pytest.MonkeyPatch, eventually: Eventually
) -> None:
    monkeypatch.setattr(supervisor, "BACK_OFF_S", (60.0,))
    told: list[Event] = []
    plugging = Plugging()
    absent = fails(DeviceAbsent("not there: plug it in"))
    devices = [Scripted(absent), Scripted(absent, name="ant:2")]
    with Supervisor(devices, told.append, SystemClock(), plugging):
        eventually(lambda: len(told) == 4)
        assert plugging.wake is not None
        with Stopwatch() as watch:
            plugging.wake()
            eventually(lambda: len(told) == 6)
        assert watch.s < 1
    assert plugging.wake is None, "it is told when there is nobody left to wake"


def test_a_flapping_cable_makes_no_busy_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "BACK_OFF_S", (60.0,))
    runs: list[float] = []
    many = threading.Event()

    def counted(_ready: Ready, _stop: threading.Event) -> None:
        runs.append(SystemClock().monotonic())
        if len(runs) == 4:
            many.set()
        raise DeviceAbsent("not there: plug it in")

    with Supervisor([Scripted(*[counted] * 50)], lambda _event: None, SystemClock()) as keeper:
        while not many.wait(0.001):
            keeper.wake()
    pauses = [later - earlier for earlier, later in itertools.pairwise(runs)]
    assert min(pauses) >= supervisor.SHORTEST_PAUSE_S


@pytest.mark.logs_errors("device ant did not end")
def test_a_driver_that_hangs_does_not_keep_the_others_from_ending(
    monkeypatch: pytest.MonkeyPatch, keeping: Keeping, eventually: Eventually
) -> None:
    monkeypatch.setattr(supervisor, "STOP_LIMIT_S", 0.5)
    release, closed = threading.Event(), threading.Event()

    def hangs(_ready: Ready, _stop: threading.Event) -> None:
        release.wait(10)

    def ends(ready: Ready, stop: threading.Event) -> None:
        ready("sensor on a test")
        stop.wait()
        closed.set()

    keeper, told = keeping(Scripted(hangs), Scripted(ends, name="incline:Stairs"))
    keeper.start()
    eventually(lambda: "live" in states(told))
    keeper.stop()
    assert closed.is_set()
    keeper.start()  # the one that hung must not come back to life beside its successor
    eventually(lambda: states(told).count("live") == 3)
    release.set()
    keeper.stop()


class Wire:
    """A device at a port: live with the first byte, lost when the port is."""

    name, spoken, optional = "incline:Stairs", "the incline sensor of Stairs", False

    def __init__(self, path: Path) -> None:
        self._path = str(path)

    def run(self, ready: Ready, stop: threading.Event) -> None:
        with open_port(self._path, 9600) as port:
            try:
                while not stop.is_set():
                    if read_available(port):
                        ready("sensor on a test")
            except OSError as error:
                raise DeviceError("The sensor was unplugged: plug it in again") from error


def test_fifty_rounds_of_unplugging_leave_nothing_behind(
    link: Path, keeping: Keeping, eventually: Eventually, no_descriptor_is_left_over: None
) -> None:
    keeper, told = keeping(Wire(link))
    with PtyPort(link) as cable, keeper:
        threads = threading.active_count()
        for number in range(1, 51):

            def came_back(number: int = number) -> bool:
                cable.write(b"+")
                return states(told).count("live") == number

            eventually(came_back)
            cable.unplug()
            eventually(lambda number=number: states(told)[-1] == "lost")
            cable.plug()
        assert threading.active_count() == threads
