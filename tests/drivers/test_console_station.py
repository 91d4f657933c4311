"""Consoles and polled sensors over ptys: values, faults on the line, sentences, recovery."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from drivers.supervisor import Supervisor
from drivers.virtual.ascii_lines import VirtualAscii
from drivers.virtual.csafe import STEPS_A_MINUTE, TENTH_MPH, VirtualCsafe
from drivers.virtual.machine import VirtualMachine
from drivers.virtual.modbus import VirtualModbus
from drivers.virtual.pty_port import PtyPort
from drivers.virtual.trackmaster import VirtualTrackmaster
from drivers.virtual.twin import Twin
from kiosk.clock import ManualClock, SystemClock
from kiosk.errors import SettingsError
from kiosk.events import DeviceStatus, Event, Grade, Motion
from tests.drivers.station_runs import device, running
from tests.stopwatch import Stopwatch

DEADLINE_S = 60.0
Eventually = Callable[..., None]

pytestmark = pytest.mark.usefixtures("no_descriptor_is_left_over")


@dataclass(frozen=True, slots=True)
class Kind:
    """A driver and its twin."""

    twin: Callable[[Path, VirtualMachine], Twin]
    options: dict[str, Any]
    title: str
    heard: frozenset[int] | None = None
    """All that the twin may be sent, where it can hear."""
    has_speed: bool = True


CSAFE_GETS = frozenset({0xA1, 0xA2, 0xA5, 0xA8, 0xB0})
KINDS = {
    "csafe": Kind(VirtualCsafe, {"driver": "csafe"}, "CSAFE console", CSAFE_GETS),
    "trackmaster": Kind(
        VirtualTrackmaster,
        {"driver": "trackmaster"},
        "TrackMaster console",
        frozenset({0xC1, 0xC2}),
    ),
    "modbus": Kind(
        VirtualModbus, {"driver": "modbus"}, "Modbus sensor", frozenset({3}), has_speed=False
    ),
    "csv": Kind(
        VirtualAscii, {"driver": "ascii", "ascii": {"preset": "csv"}}, "Sensor that sends lines"
    ),
    "json": Kind(
        lambda link, machine: VirtualAscii(link, machine, preset="json"),
        {"driver": "ascii", "ascii": {"preset": "json"}},
        "Sensor that sends lines",
    ),
    "xy": Kind(
        lambda link, machine: VirtualAscii(link, machine, preset="xy"),
        {"driver": "ascii", "ascii": {"pattern": r"X=(?P<roll>\S+) Y=(?P<pitch>\S+)"}},
        "Sensor that sends lines",
        has_speed=False,
    ),
}
EVERY_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@pytest.fixture
def machine() -> VirtualMachine:
    return VirtualMachine(grade_percent=6.0, speed_kmh=9.0)


@EVERY_KIND
def test_every_kind_tells_what_the_machine_does_and_only_asks(
    link: Path, machine: VirtualMachine, eventually: Eventually, kind: Kind
) -> None:
    with kind.twin(link, machine) as twin, running(link, **kind.options) as run:
        eventually(lambda: len(run.grades) >= 2, DEADLINE_S)
        eventually(lambda: not kind.has_speed or len(run.speeds) >= 2, DEADLINE_S)
    assert [sentence.partition(" on ")[0] for sentence in run.sentences] == [kind.title]
    assert run.grades[-1].percent == pytest.approx(6.0, abs=0.06)
    assert {motion.source for motion in run.all(Motion)} <= {"console"}
    assert run.speeds == pytest.approx([9.0] * len(run.speeds), abs=0.1)
    if kind.heard is not None:
        assert isinstance(twin, VirtualCsafe | VirtualTrackmaster | VirtualModbus)
        assert twin.heard == kind.heard


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("csafe", "bad checksum"),
        ("csafe", "slow"),
        ("trackmaster", "garbage"),
        ("modbus", "half a frame"),
    ],
)
def test_a_fault_brings_no_wrong_value_and_its_end_the_true_one(
    link: Path, machine: VirtualMachine, eventually: Eventually, name: str, fault: Any
) -> None:
    kind = KINDS[name]
    with kind.twin(link, machine) as twin, running(link, **kind.options) as run:
        eventually(lambda: run.grades, DEADLINE_S)
        twin.faults.kind = fault
        run.thread.join(0.3)
        twin.faults.kind = "none"
        before = len(run.grades)
        eventually(lambda: len(run.grades) > before, DEADLINE_S)
        assert run.error is None
    assert all(grade.percent == pytest.approx(6.0, abs=0.06) for grade in run.grades)
    assert run.speeds == pytest.approx([9.0] * len(run.speeds), abs=0.1)


def test_a_console_is_believed_in_its_own_units(
    link: Path, machine: VirtualMachine, eventually: Eventually
) -> None:
    with (
        VirtualCsafe(link, machine, speed_unit=TENTH_MPH, grade_unit=0x4B),
        running(link, driver="csafe") as run,
    ):
        eventually(lambda: run.speeds and run.grades, DEADLINE_S)
    assert run.speeds[-1] == pytest.approx(9.0, abs=0.1)
    assert run.grades[-1].percent == pytest.approx(6.0)


def test_a_stair_machine_tells_its_steps(link: Path, eventually: Eventually) -> None:
    stairs = VirtualMachine(grade_percent=None, speed_kmh=None, cadence_spm=72)
    with (
        VirtualCsafe(link, stairs, speed_unit=STEPS_A_MINUTE),
        running(link, driver="csafe", kind="stair") as run,
    ):
        eventually(lambda: run.cadences, DEADLINE_S)
    assert set(run.cadences) == {72.0}
    assert not run.speeds
    assert not run.grades


def test_a_console_without_values_is_connected_all_the_same(
    link: Path, eventually: Eventually
) -> None:
    silent = VirtualMachine(grade_percent=None, speed_kmh=None)
    with VirtualCsafe(link, silent), running(link, driver="csafe") as run:
        eventually(lambda: run.sentences, DEADLINE_S)
    assert not run.all(Motion)


def test_a_refused_question_is_said_with_what_to_do(
    link: Path, machine: VirtualMachine, eventually: Eventually
) -> None:
    clock = ManualClock()
    with (
        VirtualModbus(link, machine, pitch_register=1, roll_register=2),
        running(link, clock, driver="modbus") as run,
    ):

        def ended() -> bool:
            clock.advance(0.02)
            return run.ended()

        eventually(ended, DEADLINE_S)
    assert "refuses our question: compare function and registers" in str(run.error)


def test_a_frozen_modbus_sensor_is_held_back_and_recovers(
    link: Path, machine: VirtualMachine, eventually: Eventually
) -> None:
    clock = ManualClock()
    with VirtualModbus(link, machine) as twin, running(link, clock, driver="modbus") as run:

        def later(condition: Callable[[], object]) -> Callable[[], object]:
            def ask() -> object:
                clock.advance(0.05)
                return condition()

            return ask

        eventually(later(lambda: run.grades), DEADLINE_S)
        twin.faults.kind = "frozen"
        eventually(later(lambda: run.faults), DEADLINE_S)
        twin.faults.kind = "none"
        eventually(later(lambda: len(run.sentences) == 2), DEADLINE_S)
    assert "shows the same value for 10 s" in run.faults[0]
    assert run.sentences[0] == run.sentences[1]


@pytest.fixture
def line(link: Path) -> Iterator[PtyPort]:
    with PtyPort(link) as port:
        yield port


def complaint(line: PtyPort, link: Path, sent: bytes, **options: Any) -> str:
    """The sentence that ends a run in which only this comes, again and again."""
    clock = ManualClock()
    with running(link, clock, **options) as run:
        deadline = time.monotonic() + DEADLINE_S
        while not run.ended():
            assert time.monotonic() < deadline
            line.write(sent)
            run.keeps_up()
            clock.advance(0.25)
        assert not run.grades
    return str(run.error)


@pytest.mark.parametrize(
    ("options", "sent", "sentence"),
    [
        ({"driver": "csafe"}, b"", "console of Treadmill 1 on .* does not answer: switch the mach"),
        ({"driver": "csafe"}, bytes(range(100)), "make no sense at 9600 baud"),
        ({"driver": "trackmaster"}, b"\xbe\xbf", "answers with an error: look at the machine"),
        ({"driver": "modbus"}, b"", "incline sensor of Treadmill 1 on .* is silent"),
        (
            {"driver": "ascii", "ascii": {"preset": "csv"}},
            b"Roll 1.0 Pitch 2.0\r\n",
            "such as 'Roll 1.0 Pitch 2.0': choose another preset",
        ),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(
    line: PtyPort, link: Path, options: dict[str, Any], sent: bytes, sentence: str
) -> None:
    assert re.search(sentence, complaint(line, link, sent, **options))


def test_an_unplugged_console_is_noticed_at_once_and_comes_back(
    link: Path, machine: VirtualMachine, eventually: Eventually
) -> None:
    events: list[Event] = []
    console = device(link, events.append, SystemClock(), driver="csafe")

    def states() -> list[str]:
        return [event.state for event in events if isinstance(event, DeviceStatus)]

    with (
        VirtualCsafe(link, machine) as twin,
        Supervisor([console], events.append, SystemClock()),
    ):
        eventually(lambda: any(isinstance(event, Grade) for event in events), DEADLINE_S)
        with Stopwatch() as watch:
            twin.unplug()
            eventually(lambda: "lost" in states(), DEADLINE_S)
        lost = next(e for e in events if isinstance(e, DeviceStatus) and e.state == "lost")
        assert lost.message == (
            f"The console of Treadmill 1 was unplugged: plug its cable into {link} again"
        )
        assert watch.s < 0.25
        before = len(events)
        with Stopwatch() as watch:
            twin.plug()
            eventually(lambda: any(isinstance(e, Motion) for e in events[before:]), DEADLINE_S)
        assert watch.s < 3.0
    assert console.spoken == "the console of Treadmill 1"


def test_settings_that_cannot_be_used_are_refused_before_anything_is_opened(link: Path) -> None:
    far: dict[str, Any] = {
        "driver": "modbus",
        "modbus": {"pitch_register": 1, "roll_register": 900},
    }
    orders: dict[str, Any] = {"driver": "csafe", "baud": 4800}  # to a TrackMaster's belt
    for options in (far, orders):
        with pytest.raises(SettingsError, match=r'The station "Treadmill 1": '):
            device(link, lambda _: None, SystemClock(), **options)
