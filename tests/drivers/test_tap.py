"""Tags at a reader: the kernel's own records through a FIFO, and what is said when it fails."""

import errno
import fcntl
import os
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers import supervisor
from drivers.supervisor import Supervisor
from drivers.tap import (
    CHARACTERS,
    EV_KEY,
    EV_SYN,
    RECORD,
    SYN_DROPPED,
    TagReader,
    TagText,
    reader_device,
)
from kiosk.clock import SystemClock
from kiosk.errors import DeviceAbsent, DeviceError
from kiosk.events import DeviceFacts, DeviceStatus, Event, Tag
from kiosk.settings import ReaderSettings
from kiosk.tags import MOST_CHARACTERS, TagSeal

Eventually = Callable[..., None]

EV_MSC, LEFT_SHIFT, NUM_LOCK = 4, 42, 69
ROW = {character: code for code, character in reversed(CHARACTERS.items())}
KEYPAD = {character: code for code, character in CHARACTERS.items() if code > 68}


def record(kind: int, code: int, value: int) -> bytes:
    return RECORD.pack(1_767_225_600, 250_000, kind, code, value)


def key(code: int) -> bytes:
    """Down and up, each with what the kernel sends around it."""
    scan = record(EV_MSC, 4, 458_752 + code)
    end = record(EV_SYN, 0, 0)
    return scan + record(EV_KEY, code, 1) + end + scan + record(EV_KEY, code, 0) + end


def tap(number: str, keys: dict[str, int] = ROW) -> bytes:
    return b"".join(key(keys[character]) for character in f"{number}\n")


# -- the records ---------------------------------------------------------------------------------


def test_a_record_is_as_long_as_the_kernels() -> None:
    assert RECORD.size == 24


def test_a_tag_is_read_from_either_row_of_digits() -> None:
    assert TagText().feed(tap("0123456789"), 1.0) == ["0123456789"]
    assert TagText().feed(tap("0123456789", KEYPAD), 1.0) == ["0123456789"]
    assert TagText().feed(tap("ABCDEF0123"), 1.0) == ["ABCDEF0123"]


def test_other_keys_held_keys_and_empty_lines_are_passed_over() -> None:
    text = TagText()
    assert text.feed(tap(""), 1.0) == []
    assert text.feed(key(LEFT_SHIFT) + key(NUM_LOCK) + key(ROW["1"]), 1.0) == []
    assert text.feed(record(EV_KEY, ROW["1"], 2), 1.0) == [], "a key that repeats by itself"
    assert text.feed(tap("23"), 1.0) == ["123"]


def test_two_tags_in_one_portion_are_two() -> None:
    assert TagText().feed(tap("0012345678") + tap("0087654321"), 1.0) == [
        "0012345678",
        "0087654321",
    ]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=40))
def test_records_may_come_in_any_portions(sizes: list[int]) -> None:
    data = tap("0012345678") * 3
    text, found = TagText(), list[str]()
    while data:
        for size in sizes:
            found += text.feed(data[:size], 1.0)
            data = data[size:]
    assert found == ["0012345678"] * 3


@given(st.lists(st.binary(max_size=200), max_size=30))
def test_any_bytes_at_all_give_at_most_a_number_of_the_allowed_length(chunks: list[bytes]) -> None:
    text = TagText()
    for chunk in chunks:
        assert all(0 < len(number) <= MOST_CHARACTERS for number in text.feed(chunk, 1.0))


def test_a_number_with_a_pause_in_it_is_none() -> None:
    text = TagText()
    assert text.feed(key(ROW["1"]) + key(ROW["2"]), 1.0) == []
    assert text.feed(tap("0012345678"), 1.6) == ["0012345678"]
    assert text.feed(key(ROW["1"]), 3.0) == []
    assert text.feed(tap("23"), 3.4) == ["123"]


def test_what_was_dropped_by_the_kernel_spoils_the_number_it_was_in() -> None:
    text = TagText()
    assert text.feed(key(ROW["1"]) + record(EV_SYN, SYN_DROPPED, 0) + tap("2345678"), 1.0) == []
    assert text.feed(tap("0012345678"), 1.1) == ["0012345678"]


def test_a_number_that_never_ends_is_dropped() -> None:
    text = TagText()
    assert text.feed(tap("1" * 30), 1.0) == []
    assert text.feed(tap("1" * MOST_CHARACTERS), 1.1) == ["1" * MOST_CHARACTERS]


# -- the device ----------------------------------------------------------------------------------


class Fifo:
    """The wire: a reader that can be plugged in, pulled, and tapped at."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._end = -1

    def plug(self) -> None:
        os.mkfifo(self.path)
        self._end = os.open(self.path, os.O_RDWR | os.O_NONBLOCK)

    def send(self, data: bytes) -> None:
        assert os.write(self._end, data) == len(data)

    def pull(self) -> None:
        if self._end >= 0:
            self.path.unlink()
            os.close(self._end)
        self._end = -1


@pytest.fixture
def fifo(tmp_path: Path) -> Iterator[Fifo]:
    wire = Fifo(tmp_path / "reader")
    wire.plug()
    yield wire
    wire.pull()


def device(path: Path, post: Callable[[Event], None], station: str | None = None) -> TagReader:
    settings = ReaderSettings(port=str(path), station=station)
    return reader_device(settings, lambda number: f"sealed {number}", post, SystemClock())


@contextmanager
def supervised(reader: TagReader, post: Callable[[Event], None]) -> Generator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(supervisor, "BACK_OFF_S", (0.02,))
        with Supervisor([reader], post, SystemClock()):
            yield


def states(events: list[Event]) -> list[str]:
    return [event.state for event in events if isinstance(event, DeviceStatus)]


def tags(events: list[Event]) -> list[Tag]:
    return [event for event in events if isinstance(event, Tag)]


def test_a_tap_arrives_sealed_and_with_its_place(
    fifo: Fifo, eventually: Eventually, no_descriptor_is_left_over: None
) -> None:
    events: list[Event] = []
    reader = device(fifo.path, events.append, "Treadmill 1")
    assert reader.name == "reader:Treadmill 1"
    with supervised(reader, events.append):
        eventually(lambda: "live" in states(events))
        data = tap("0012345678")
        fifo.send(data[:100])
        fifo.send(data[100:])
        eventually(lambda: tags(events))
    (only,) = tags(events)
    assert (only.digest, only.station) == ("sealed 0012345678", "Treadmill 1")
    assert [e.port for e in events if isinstance(e, DeviceFacts)] == [str(fifo.path)]
    assert not any("0012345678" in str(e) for e in events if not isinstance(e, Tag))


def test_a_reader_that_was_pulled_comes_back(
    fifo: Fifo, eventually: Eventually, no_descriptor_is_left_over: None
) -> None:
    events: list[Event] = []
    with supervised(device(fifo.path, events.append), events.append):
        eventually(lambda: states(events)[-1:] == ["live"])
        for number in range(10):
            fifo.send(key(ROW["1"]) * 3 + key(ROW["2"])[:30])  # half a number goes with the reader
            fifo.pull()
            eventually(lambda: states(events)[-1] == "lost")
            fifo.plug()
            eventually(lambda: states(events)[-1] == "live")
            fifo.send(tap(f"000000000{number}"))
            eventually(lambda number=number: len(tags(events)) == number + 1)
    assert [tag.digest for tag in tags(events)] == [f"sealed 000000000{n}" for n in range(10)]
    assert tags(events)[0].station is None
    fifo.pull()


def complaint(path: Path, seal: Callable[[str], str] = str) -> DeviceError:
    reader = TagReader(str(path), None, seal, lambda _event: None, SystemClock())
    with pytest.raises(DeviceError) as caught:
        reader.run(lambda _how, fault=False: None, threading.Event())
    return caught.value


def test_a_reader_that_is_not_there_is_absent(tmp_path: Path) -> None:
    error = complaint(tmp_path / "nothing")
    assert isinstance(error, DeviceAbsent)
    assert "plug it in" in str(error)


@pytest.mark.parametrize("path", ["/dev/null", "/etc/passwd", "/etc"])
def test_what_is_no_reader_is_said(path: str, no_descriptor_is_left_over: None) -> None:
    assert "ends in -event-kbd" in str(complaint(Path(path)))


def test_without_the_right_to_open_it_the_command_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_path: str, _flags: int) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", denied)
        error = complaint(tmp_path / "reader")
    assert "`sudo usermod -aG input $USER`" in str(error)


def test_a_reader_that_another_program_holds_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def held(_descriptor: int, _request: int, _argument: object) -> int:
        raise OSError(errno.EBUSY, "Device or resource busy")

    with monkeypatch.context() as patch:
        patch.setattr(fcntl, "ioctl", held)
        error = complaint(Path("/dev/null"))
    assert "held by another program" in str(error)


def test_a_damaged_key_is_said_before_anybody_taps(fifo: Fifo, tmp_path: Path) -> None:
    (tmp_path / "tag.key").write_bytes(b"damaged")
    assert "tag.key is damaged" in str(complaint(fifo.path, TagSeal(tmp_path)))
