"""Two sticks and one pair of ears: nothing twice, nothing lost, and each fails for itself."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import pytest

from drivers.ant import radio
from drivers.ant.radio import AntRadio
from drivers.ant.sticks import ant_devices
from drivers.supervisor import Supervisor
from drivers.virtual.ant import VirtualStick
from drivers.virtual.equipment import VirtualEquipment
from drivers.virtual.foot_pod import VirtualFootPod
from drivers.virtual.heart import wander
from drivers.virtual.machine import VirtualMachine
from drivers.virtual.strap import VirtualStrap
from kiosk.clock import SystemClock
from kiosk.events import DeviceFacts, DeviceStatus, Event, Grade, HeartRate, Motion
from tests.drivers.ant_air import Air, HearingStick

Eventually = Callable[..., None]

pytestmark = pytest.mark.usefixtures("no_descriptor_is_left_over")


class Kiosk:
    """Both radios under one supervisor, and all that they say."""

    def __init__(self, links: Sequence[Path]) -> None:
        self.events: list[Event] = []
        clock = SystemClock()
        self.devices = ant_devices([str(link) for link in links], self.events.append, clock, {})
        self.supervisor = Supervisor(self.devices, self.events.append, clock)
        self.supervisor.start()

    def told(self) -> dict[int, list[HeartRate]]:
        by_strap: dict[int, list[HeartRate]] = defaultdict(list)
        for event in list(self.events):
            if isinstance(event, HeartRate):
                by_strap[event.device_number].append(event)
        return by_strap

    def state(self, device: str) -> str:
        states = [
            event.state
            for event in list(self.events)
            if isinstance(event, DeviceStatus) and event.device == device
        ]
        return states[-1] if states else ""


class Start(Protocol):
    def __call__(
        self, straps: Sequence[VirtualStrap], losses: tuple[float, float] = (0, 0)
    ) -> tuple[Kiosk, Air, list[HearingStick]]: ...


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    running: list[tuple[Kiosk, Air]] = []

    def build(
        straps: Sequence[VirtualStrap], losses: tuple[float, float] = (0, 0)
    ) -> tuple[Kiosk, Air, list[HearingStick]]:
        links = [tmp_path / "first", tmp_path / "second"]
        sticks = [
            HearingStick(link, loss, louder_db=20 * place, seed=place)
            for place, (link, loss) in enumerate(zip(links, losses, strict=True))
        ]
        running.append((Kiosk(links), Air(straps, sticks)))
        return *running[-1], sticks

    yield build
    for kiosk, air in running:
        kiosk.supervisor.stop()
        air.close()


def beats(rates: dict[int, list[HeartRate]]) -> dict[int, list[float]]:
    return {number: [ms for rate in of for ms in rate.rr_ms] for number, of in rates.items()}


def bpms(rates: dict[int, list[HeartRate]]) -> dict[int, list[int | None]]:
    return {number: [rate.bpm for rate in of] for number, of in rates.items()}


def test_what_two_sticks_hear_is_told_once(start: Start, eventually: Eventually) -> None:
    straps = [VirtualStrap(0x10000 * (n % 3) + 1000 + n, wander(n)) for n in range(8)]
    kiosk, air, _ = start(straps)
    eventually(lambda: min(map(len, kiosk.told().values()), default=0) >= 25)
    air.be_quiet()
    expected = air.expected()
    eventually(lambda: bpms(kiosk.told()) == bpms(expected))
    assert beats(kiosk.told()) == beats(expected)
    assert sum(map(len, beats(expected).values())) >= 8 * 3
    late = [rate for of in kiosk.told().values() for rate in of[5:]]
    assert {rate.rssi_dbm for rate in late} == {strap.rssi_dbm + 20 for strap in straps}
    assert (kiosk.state("ant"), kiosk.state("ant:2")) == ("live", "live")


@pytest.mark.parametrize("pulled", [0, 1])
def test_pulling_one_stick_costs_not_a_message(
    start: Start, eventually: Eventually, pulled: int
) -> None:
    kiosk, air, sticks = start([VirtualStrap(1000 + n, 110 + 10 * n) for n in range(4)])
    air.each_round = lambda number: sticks[pulled].unplug() if number == 8 else None
    eventually(lambda: min(map(len, kiosk.told().values()), default=0) >= 20)
    air.be_quiet()
    expected = air.expected()
    eventually(lambda: bpms(kiosk.told()) == bpms(expected))
    assert beats(kiosk.told()) == beats(expected)
    names = ("ant", "ant:2")
    assert kiosk.state(names[pulled]) == "lost"
    assert kiosk.state(names[1 - pulled]) == "live"


def test_two_poor_sticks_hear_more_than_one_and_invent_nothing(
    start: Start, eventually: Eventually
) -> None:
    straps = [VirtualStrap(1000 + n, 110 + 10 * n) for n in range(4)]
    kiosk, air, _ = start(straps, losses=(0.4, 0.4))
    eventually(lambda: min(map(len, air.sent.values()), default=0) >= 30)
    air.be_quiet()
    sent = sum(map(len, air.sent.values()))
    eventually(lambda: sum(map(len, kiosk.told().values())) > 0.72 * sent)
    for strap in straps:
        told = kiosk.told()[strap.device_number]
        assert len(told) <= len(air.sent[strap.device_number])
        assert {rate.bpm for rate in told} == {strap.bpm}
        for ms in beats({0: told})[0]:
            assert ms == pytest.approx(60_000 / float(str(strap.bpm)), abs=2)


def test_a_mute_stick_does_not_trouble_the_other(
    start: Start, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(radio, "START_UP_LIMIT_S", 0.2)
    kiosk, air, sticks = start([VirtualStrap(1000, 120)])
    eventually(lambda: len(kiosk.told()[1000]) >= 3)
    sticks[0].mute = True
    sticks[0].unplug()
    sticks[0].port.plug()
    eventually(lambda: kiosk.state("ant") == "failed")
    heard = len(kiosk.told()[1000])
    eventually(lambda: len(kiosk.told()[1000]) >= heard + 5)
    assert kiosk.state("ant:2") == "live"
    air.be_quiet()
    facts = {event.device for event in kiosk.events if isinstance(event, DeviceFacts)}
    assert facts == {"ant", "ant:2"}


def test_a_foot_pod_and_a_machine_are_heard_beside_straps(
    tmp_path: Path, eventually: Eventually
) -> None:
    link = tmp_path / "stick"
    treadmill = VirtualMachine(grade_percent=8.5, speed_kmh=6.3, cadence_spm=140)
    stairs = VirtualMachine(grade_percent=None, speed_kmh=None, cadence_spm=60)
    stick = VirtualStick(
        link,
        [VirtualStrap(1000, 120)],
        foot_pods=[VirtualFootPod(2000, speed_kmh=9.0, cadence_spm=168)],
        equipment=[
            VirtualEquipment(3000, treadmill),
            VirtualEquipment(3001, stairs, "stair"),
            VirtualEquipment(3002, VirtualMachine(speed_kmh=20.0)),
        ],
        period_s=0.05,
    )
    stick.start()
    events: list[Event] = []
    clock = SystemClock()
    stations = {3000: "Treadmill 1", 3001: "Stairs"}
    with Supervisor(ant_devices([str(link)], events.append, clock, stations), events.append, clock):

        def motions(who: int | str) -> list[Motion]:
            told = [event for event in list(events) if isinstance(event, Motion)]
            return [m for m in told if who in {m.device_number, m.station}]

        def last(who: int | str) -> tuple[float | None, float | None]:
            motion = motions(who)[-1]
            return motion.speed_kmh, motion.cadence_spm

        for who, expected in {
            2000: (pytest.approx(9.0, abs=0.01), 168),
            "Treadmill 1": (pytest.approx(6.3, abs=0.01), 140),
            "Stairs": (None, 60),
        }.items():
            eventually(lambda who=who: motions(who))
            eventually(lambda who=who, expected=expected: last(who) == expected)
        grades = [event for event in events if isinstance(event, Grade)]
        assert {(grade.station, grade.percent) for grade in grades} == {("Treadmill 1", 8.5)}
        treadmill.speed_kmh = treadmill.cadence_spm = 0
        eventually(lambda: last("Treadmill 1") == (None, None))
    stick.stop()
    assert {m.device_number for m in events if isinstance(m, Motion)} == {None, 2000}
    assert {m.station for m in events if isinstance(m, Motion)} == {None, "Treadmill 1", "Stairs"}


def test_two_free_choices_are_two_devices_and_the_second_may_be_absent() -> None:
    clock = SystemClock()

    def nothing(_event: Event) -> None:
        pass

    first, second = ant_devices(("auto", "auto"), nothing, clock, {})
    assert (first.name, second.name) == ("ant", "ant:2")
    assert isinstance(first, AntRadio)
    assert isinstance(second, AntRadio)
    assert (first.spoken, second.spoken) == ("the ANT stick", "the second ANT stick")
    assert (first.optional, second.optional) == (False, True)
    assert first._sticks is second._sticks
    assert first._ears is second._ears
    one, other = ant_devices(("/dev/ttyS1", "auto"), nothing, clock, {})
    assert isinstance(one, AntRadio)
    assert isinstance(other, AntRadio)
    assert not one.optional
    assert not other.optional, "it was asked for by name"
