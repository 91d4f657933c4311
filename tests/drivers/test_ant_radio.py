"""The real openant on a pty: straps heard, sticks lost and found, and nothing left behind."""

import io
import os
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Protocol

import pytest

from drivers.ant import guard, radio, reception
from drivers.ant.frames import build_frame
from drivers.ant.radio import AntRadio
from drivers.serial_port import open_port
from drivers.supervisor import Supervisor
from drivers.virtual.ant import VirtualStick
from drivers.virtual.faults import Faults
from drivers.virtual.heart import wander
from drivers.virtual.pty_port import PtyPort
from drivers.virtual.stick import CommandReader
from drivers.virtual.strap import VirtualStrap
from kiosk.clock import SystemClock
from kiosk.errors import DeviceError
from kiosk.events import DeviceFacts, DeviceStatus, Event, HeartRate
from tests.stopwatch import Stopwatch

Eventually = Callable[..., None]
START_UP = build_frame(0x6F, b"\x20")

pytestmark = pytest.mark.usefixtures("no_descriptor_is_left_over")


@pytest.fixture(autouse=True)
def _a_stick_may_take_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """It shares this machine with others: who stands still for two seconds is not yet mute."""
    monkeypatch.setattr(radio, "START_UP_LIMIT_S", 30.0)


class Room:
    """A supervised radio on `port`, and all that it says."""

    def __init__(self, port: Path, **options: float) -> None:
        self.events: list[Event] = []
        self.clock = SystemClock()
        self.radio = AntRadio(
            str(port),
            self.events.append,
            self.clock,
            **options,  # pyright: ignore[reportArgumentType]
        )
        self.supervisor = Supervisor([self.radio], self.events.append, self.clock)

    def rates(self) -> list[HeartRate]:
        return [event for event in list(self.events) if isinstance(event, HeartRate)]

    def bpms(self) -> dict[int, list[int | None]]:
        told: dict[int, list[int | None]] = defaultdict(list)
        for rate in self.rates():
            told[rate.device_number].append(rate.bpm)
        return told

    def statuses(self) -> list[DeviceStatus]:
        return [event for event in list(self.events) if isinstance(event, DeviceStatus)]

    def facts(self) -> list[DeviceFacts]:
        return [event for event in list(self.events) if isinstance(event, DeviceFacts)]

    def message(self) -> str:
        statuses = self.statuses()
        return statuses[-1].message if statuses else ""

    def state(self) -> str:
        statuses = self.statuses()
        return statuses[-1].state if statuses else ""


class Enter(Protocol):
    def __call__(self, **options: float) -> Room: ...


class Plug(Protocol):
    def __call__(self, *straps: VirtualStrap, **options: object) -> VirtualStick: ...


@pytest.fixture
def plug(link: Path) -> Iterator[Plug]:
    """Virtual sticks at `link`, stopped at the end."""
    sticks: list[VirtualStick] = []

    def start(*straps: VirtualStrap, **options: object) -> VirtualStick:
        stick = VirtualStick(link, straps, **options)  # pyright: ignore[reportArgumentType]
        stick.start()
        sticks.append(stick)
        return stick

    yield start
    for stick in sticks:
        stick.stop()


@pytest.fixture
def enter(link: Path) -> Iterator[Enter]:
    """Supervised radios on `link`, stopped at the end."""
    rooms: list[Room] = []

    def start(**options: float) -> Room:
        room = Room(link, **options)
        room.supervisor.start()
        rooms.append(room)
        return room

    yield start
    for room in rooms:
        room.supervisor.stop()


def logged(log: io.StringIO) -> dict[int, list[int]]:
    sent: dict[int, list[int]] = defaultdict(list)
    for line in log.getvalue().splitlines()[1:]:
        _, device_number, bpm = line.split(",")
        sent[int(device_number)].append(int(bpm))
    return sent


def is_subsequence(told: list[int | None], sent: list[int]) -> bool:
    remaining = iter(sent)
    return all(bpm is not None and bpm in remaining for bpm in told)


def test_twelve_straps_are_heard_message_by_message(
    plug: Plug, enter: Enter, eventually: Eventually
) -> None:
    log = io.StringIO()
    straps = [VirtualStrap(0x10000 * (n % 3) + 1000 + n, wander(n)) for n in range(12)]
    stick = plug(*straps, log=log)
    room = enter()
    eventually(lambda: len(room.rates()) >= 12 * 8)
    stick.stop()
    sent = logged(log)
    eventually(lambda: len(room.rates()) == sum(map(len, sent.values())) - 12)
    assert room.bpms() == {number: bpms[1:] for number, bpms in sent.items()}
    assert set(sent) == {strap.device_number for strap in straps}
    live = next(status for status in room.statuses() if status.state == "live")
    assert live.message.startswith("ANT stick on /")
    assert live.message.endswith(", serial number 123456")


def test_a_stick_can_be_unplugged_again_and_again(
    plug: Plug, enter: Enter, eventually: Eventually, link: Path
) -> None:
    stick = plug(VirtualStrap(1000, 120), VirtualStrap(2000, 150))
    room = enter()
    eventually(room.rates)
    threads, descriptors = threading.active_count(), len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    for away_s in (0.3, 0.05, 0.6):
        with Stopwatch() as watch:
            stick.unplug()
            eventually(lambda: room.state() == "lost")
        assert watch.s < 0.2
        time.sleep(away_s)
        plugged_at = time.monotonic()
        stick.plug()
        eventually(lambda at=plugged_at: room.rates()[-1].at > at)
        assert room.state() == "live"
    eventually(lambda: threading.active_count() == threads)
    eventually(lambda: len(os.listdir("/proc/self/fd")) == descriptors)  # noqa: PTH208
    messages = {status.message for status in room.statuses() if status.state == "lost"}
    assert f"The ANT stick on {link} was lost: plug it in again" in messages


def test_a_replug_in_a_twentieth_of_a_second_is_no_trap(
    plug: Plug, enter: Enter, eventually: Eventually
) -> None:
    stick = plug(VirtualStrap(1000, 120))
    room = enter()
    eventually(room.rates)
    stick.unplug()
    time.sleep(0.05)
    stick.plug()
    at = time.monotonic()
    eventually(lambda: room.rates()[-1].at > at)


@pytest.mark.parametrize(
    "faults",
    [Faults(flip_frames=0.2), Faults(random_bytes=0.01)],
    ids=["a fifth of the frames with a flipped bit", "a hundredth of the bytes random"],
)
def test_a_bad_line_costs_messages_and_tells_nothing_wrong(
    plug: Plug, enter: Enter, eventually: Eventually, faults: Faults
) -> None:
    log = io.StringIO()
    straps = [VirtualStrap(3000 + n, 70 + 20 * n) for n in range(6)]
    stick = plug(*straps, log=log, faults=faults, period_s=0.02)
    room = enter()
    eventually(lambda: len(room.rates()) > 400)
    stick.stop()
    sent = logged(log)
    told = room.bpms()
    assert set(told) == set(sent)
    for number, bpms in told.items():
        assert is_subsequence(bpms, sent[number])
        assert len(bpms) > 0.6 * len(sent[number])


def test_a_stick_that_refuses_a_one_way_channel_is_used_two_way(
    plug: Plug, enter: Enter, eventually: Eventually
) -> None:
    plug(VirtualStrap(1000, 120), refuses_one_way=True)
    room = enter()
    eventually(room.rates)
    assert [status.state for status in room.statuses()] == ["searching", "live"]


def test_an_older_stick_s_signal_strength_does_not_confuse(
    plug: Plug, enter: Enter, eventually: Eventually
) -> None:
    plug(VirtualStrap(0x7FFFF, 120), agc=True)
    room = enter()
    eventually(room.rates)
    rate = room.rates()[0]
    assert (rate.device_number, rate.bpm, rate.rssi_dbm) == (0x7FFFF, 120, None)


def test_a_hung_stick_is_noticed_and_a_quiet_room_is_no_hung_stick(
    plug: Plug, enter: Enter, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = plug(VirtualStrap(1000, 120, muted=True))
    room = enter(probe_after_s=0.2)
    eventually(lambda: room.state() == "live")
    room.radio._reply_within_s = 30.0  # the machine may stand still meanwhile
    time.sleep(0.8)
    assert room.state() == "live", "it answered, though no strap is on the air"
    room.radio._reply_within_s = 0.2
    monkeypatch.setattr(radio, "START_UP_LIMIT_S", 0.1)
    stick.mute = True
    eventually(lambda: room.state() == "lost")
    assert "no longer answers, though it is plugged in" in room.message()
    eventually(lambda: room.state() == "failed")
    assert "no longer answers" in room.message(), "it hangs; tried again, it is still the same"
    stick.unplug()
    eventually(lambda: "plug" in room.message() and "no longer" not in room.message())
    stick.plug()
    eventually(lambda: "does not answer as an ANT stick does" in room.message())
    monkeypatch.setattr(radio, "START_UP_LIMIT_S", 30.0)
    stick.mute = False
    eventually(lambda: room.state() == "live")


def test_what_does_not_answer_at_all_is_no_stick(
    link: Path, enter: Enter, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(radio, "START_UP_LIMIT_S", 0.1)
    with PtyPort(link):
        room = enter()
        eventually(lambda: room.state() == "failed")
        assert "does not answer as an ANT stick does: check its cable" in room.message()
        room.supervisor.stop()


def test_a_stick_that_hears_nothing_stays_live_and_says_so_until_it_hears(
    plug: Plug, enter: Enter, eventually: Eventually
) -> None:
    strap = VirtualStrap(1000, 120, muted=True)
    plug(strap)
    room = enter(deaf_after_s=0.3)
    eventually(lambda: "answers but hears nothing" in room.message())
    assert "put a strap on and wet its electrodes" in room.message()
    assert "USB 3" in room.message()
    strap.muted = False
    eventually(lambda: room.message().startswith("ANT stick on "))
    strap.muted = True
    eventually(lambda: "answers but hears nothing" in room.message())
    assert {status.state for status in room.statuses()} == {"searching", "live"}


def test_the_three_silences_have_three_sentences_with_three_remedies(link: Path) -> None:
    device = AntRadio(str(link), lambda _event: None, SystemClock())
    usb = AntRadio("auto", lambda _event: None, SystemClock())
    sentences = [
        str(guard.hung("USB (bus 1, device 5)")),
        str(usb._mute("USB (bus 1, device 5)")),
        str(device._mute("/dev/ttyAMA0")),
    ]
    remedies = [sentence.partition(": ")[2] for sentence in sentences]
    assert len(set(remedies)) == 3
    assert "unplug it, wait five seconds" in remedies[0]
    assert "another USB port" in remedies[1]
    assert "correct the port in the configuration" in remedies[2]


def test_what_is_known_of_a_stick_is_told_when_it_is_ready_and_now_and_then(
    plug: Plug, enter: Enter, eventually: Eventually, monkeypatch: pytest.MonkeyPatch, link: Path
) -> None:
    monkeypatch.setattr(reception, "FACTS_EVERY_S", 0.6)
    plug(VirtualStrap(1001, 120))
    room = enter()
    eventually(lambda: len(room.facts()) >= 3)
    first, *_, last = room.facts()
    assert (first.device, first.port) == ("ant", str(link))
    assert last.firmware == "AJK1.04RAF, serial number 123456"
    assert last.signal is not None
    assert last.signal.startswith("-46 dBm at best, 0 damaged stretches in ")
    gaps = [after.at - before.at for before, after in pairwise(room.facts())]
    assert min(gaps) >= 0.6


def test_an_absent_port_is_searched_for(
    link: Path, plug: Plug, enter: Enter, eventually: Eventually
) -> None:
    room = enter()
    eventually(lambda: len(room.statuses()) == 2)
    assert room.state() == "searching"
    assert "is not there: plug the cable in" in room.statuses()[-1].message
    plug(VirtualStrap(1000, 120))
    eventually(room.rates)


def test_a_port_held_by_another_program_is_named_and_taken_when_it_is_free(
    link: Path, plug: Plug, enter: Enter, eventually: Eventually
) -> None:
    plug(VirtualStrap(1000, 120))
    with open_port(str(link), 115200):
        room = enter()
        eventually(lambda: room.state() == "failed")
        assert "held by another program" in room.statuses()[-1].message
    eventually(room.rates)


class Stubborn:
    """A stick of few words: answers a command with what `answers` says, or not at all."""

    def __init__(self, link: Path, answers: Callable[[int, bytes], bytes]) -> None:
        self.port = PtyPort(link)
        self.commands: list[int] = []
        self._answers = answers
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        reader = CommandReader()
        while not self._stop.is_set():
            for message_id, data in reader.feed(self.port.read(0.05)):
                self.commands.append(message_id)
                self.port.write(self._answers(message_id, data))

    def close(self) -> None:
        self._stop.set()
        self._thread.join()
        self.port.close()


@pytest.fixture
def stubborn(link: Path) -> Iterator[Callable[[Callable[[int, bytes], bytes]], Stubborn]]:
    sticks: list[Stubborn] = []

    def build(answers: Callable[[int, bytes], bytes]) -> Stubborn:
        sticks.append(Stubborn(link, answers))
        return sticks[-1]

    yield build
    for stick in sticks:
        stick.close()


BuildStubborn = Callable[[Callable[[int, bytes], bytes]], Stubborn]


def yes(message_id: int, data: bytes) -> bytes:
    """Agrees to everything."""
    if message_id == 0x4A:
        return START_UP
    return b"" if message_id == 0x4D else build_frame(0x40, bytes((0, message_id, 0)))


def test_stopping_in_the_middle_of_the_configuration_takes_no_time(
    stubborn: BuildStubborn, enter: Enter, eventually: Eventually
) -> None:
    stick = stubborn(lambda number, data: yes(number, data) if number == 0x4A else b"")
    room = enter()
    eventually(lambda: 0x46 in stick.commands)
    with Stopwatch() as watch:
        room.supervisor.stop()
    assert watch.s < 0.5


def test_a_loss_in_the_middle_of_the_configuration_takes_no_time(
    stubborn: BuildStubborn, enter: Enter, eventually: Eventually
) -> None:
    stick = stubborn(lambda number, data: b"" if number == 0x6E else yes(number, data))
    room = enter()
    eventually(lambda: 0x6E in stick.commands)
    with Stopwatch() as watch:
        stick.port.unplug()
        eventually(lambda: len(room.statuses()) > 1)
    assert watch.s < 0.5
    assert "was lost" in room.statuses()[1].message


def test_a_stick_that_falls_silent_in_the_middle_is_given_up(
    stubborn: BuildStubborn, enter: Enter, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "MOST_TRIES", 3)
    stubborn(lambda number, data: b"" if number == 0x51 else yes(number, data))
    room = enter()
    eventually(lambda: room.state() == "failed")
    assert "no longer answers" in room.message()


def test_a_stick_without_device_numbers_is_refused_with_a_sentence(
    stubborn: BuildStubborn, enter: Enter, eventually: Eventually
) -> None:
    def no_extension(message_id: int, data: bytes) -> bytes:
        if message_id == 0x6E:
            return build_frame(0x40, bytes((0, 0x6E, 40)))
        return yes(message_id, data)

    stubborn(no_extension)
    room = enter()
    eventually(lambda: room.state() == "failed")
    assert room.statuses()[-1].message.startswith("The ANT stick cannot scan (")
    assert "ANTUSB-m" in room.statuses()[-1].message


def test_a_stick_that_scans_two_way_only_is_found_out(
    stubborn: BuildStubborn, enter: Enter, eventually: Eventually
) -> None:
    kinds: list[int] = []

    def fussy(message_id: int, data: bytes) -> bytes:
        if message_id == 0x42:
            kinds.append(data[1])
        if message_id == 0x5B and kinds[-1] == 0x40:
            return build_frame(0x40, bytes((0, 0x5B, 49)))
        return yes(message_id, data)

    stubborn(fussy)
    room = enter()
    eventually(lambda: room.state() == "live")
    assert kinds == [0x40, 0]


def test_a_stick_that_starts_up_twice_is_configured_twice(
    stubborn: BuildStubborn, enter: Enter, eventually: Eventually
) -> None:
    assigned: list[int] = []

    def wobbly(message_id: int, data: bytes) -> bytes:
        if message_id == 0x42:
            assigned.append(data[1])
            if len(assigned) == 1:
                return START_UP
        return yes(message_id, data)

    stick = stubborn(wobbly)
    room = enter()
    eventually(lambda: room.state() == "live")
    assert stick.commands.count(0x46) == 2
    assert [status.state for status in room.statuses()] == ["searching", "live"]


def test_a_stick_that_keeps_restarting_is_named(
    stubborn: BuildStubborn, enter: Enter, eventually: Eventually
) -> None:
    stubborn(lambda number, data: START_UP if number in (0x4A, 0x5B) else yes(number, data))
    room = enter()
    eventually(lambda: room.state() == "failed")
    assert "keeps restarting" in room.statuses()[-1].message


def test_a_stick_that_restarts_later_is_set_up_again(
    plug: Plug, enter: Enter, eventually: Eventually
) -> None:
    stick = plug(VirtualStrap(1000, 120))
    room = enter()
    eventually(room.rates)
    assert stick._port is not None
    stick._port.write(START_UP)
    eventually(lambda: room.state() == "lost")
    assert "restarted by itself" in room.statuses()[-1].message
    eventually(lambda: room.state() == "live")


@pytest.mark.logs_errors("ant stopped unexpectedly")
def test_a_bug_in_our_decoder_is_told_and_outlived(
    plug: Plug, enter: Enter, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(_message: object) -> list[Event]:
        raise ZeroDivisionError("a bug")

    stick = plug(VirtualStrap(1000, 120))
    room = enter()
    eventually(room.rates)
    with monkeypatch.context() as patch:
        patch.setitem(room.radio._ears._decoders, 120, bug)
        eventually(lambda: room.state() == "failed")
    eventually(lambda: room.state() == "live")
    assert stick.dropped_bytes == 0


def test_neither_a_quiet_nor_a_lost_stick_keeps_the_processor_busy(
    plug: Plug, enter: Enter, eventually: Eventually
) -> None:
    stick = plug(VirtualStrap(1000, 120, muted=True))
    room = enter()
    eventually(lambda: room.state() == "live")
    used = time.process_time()
    time.sleep(0.4)
    stick.unplug()
    time.sleep(0.4)
    assert time.process_time() - used < 0.25


def test_a_radio_can_be_run_without_a_supervisor(link: Path) -> None:
    device = AntRadio(str(link), lambda _event: None, SystemClock())
    with pytest.raises(DeviceError, match="is not there"):
        device.run(lambda _how: None, threading.Event())
