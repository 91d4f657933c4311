"""The virtual stick, straps, port and faults: as strict and as unkind as the real ones."""

import csv
import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.ant.frames import FrameReader, build_frame, parse_data
from drivers.serial_port import open_port, read_available
from drivers.virtual.ant import LOG_HEADER, PERIOD_S, VirtualStick
from drivers.virtual.faults import Faults
from drivers.virtual.heart import constant, replay, wander
from drivers.virtual.pty_port import PtyPort
from drivers.virtual.stick import CommandReader, StickState
from drivers.virtual.strap import VirtualStrap
from kiosk.errors import DeviceError, SettingsError

Eventually = Callable[..., None]

SET_KEY, ASSIGN, SET_ID, SET_FREQUENCY = 0x46, 0x42, 0x51, 0x45
LIB_CONFIG, OPEN_SCAN, CLOSE, UNASSIGN, REQUEST = 0x6E, 0x5B, 0x4C, 0x41, 0x4D
CONFIGURE = [
    (SET_KEY, b"\0" + bytes(range(1, 9))),
    (ASSIGN, b"\0\x40\0"),
    (SET_ID, bytes(5)),
    (SET_FREQUENCY, b"\0\x39"),
    (LIB_CONFIG, b"\0\xe0"),
    (OPEN_SCAN, b"\0\1"),
]


def configured(*, agc: bool = False) -> StickState:
    stick = StickState(agc=agc)
    for message_id, data in CONFIGURE:
        assert code(stick.answer(message_id, data)) == 0
    return stick


def code(answer: bytes) -> int:
    (frame,) = FrameReader().feed(answer)
    assert frame[2] == 0x40
    return frame[5]


def test_the_stick_is_configured_in_order_and_then_hears() -> None:
    stick = StickState()
    assert not stick.hears()
    assert configured().hears()


@pytest.mark.parametrize("left_out", [SET_KEY, SET_FREQUENCY, OPEN_SCAN])
def test_a_stick_that_is_not_wholly_configured_hears_nothing(left_out: int) -> None:
    stick = StickState()
    for message_id, data in CONFIGURE:
        if message_id != left_out:
            stick.answer(message_id, data)
    assert not stick.hears()


def test_commands_out_of_order_are_refused_with_the_stick_s_codes() -> None:
    stick = StickState()
    assert code(stick.answer(SET_ID, bytes(5))) == 21
    assert code(stick.answer(ASSIGN, b"\0\0\7")) == 41
    assert code(stick.answer(ASSIGN, b"\x09\0\0")) == 51
    assert code(stick.answer(ASSIGN, b"\0\0\0")) == 0
    assert code(stick.answer(ASSIGN, b"\0\0\0")) == 21
    assert code(stick.answer(OPEN_SCAN, b"\0\1")) == 24
    assert code(stick.answer(CLOSE, b"\0")) == 21
    stick.answer(SET_ID, bytes(5))
    assert code(stick.answer(OPEN_SCAN, b"\0\1")) == 0
    assert code(stick.answer(OPEN_SCAN, b"\0\1")) == 25
    assert code(stick.answer(UNASSIGN, b"\0")) == 21
    closing = FrameReader().feed(stick.answer(CLOSE, b"\0"))
    assert [frame[3:6] for frame in closing] == [bytes((0, CLOSE, 0)), bytes((0, 1, 7))]
    assert code(stick.answer(UNASSIGN, b"\0")) == 0
    assert code(stick.answer(0x99, b"\0")) == 40
    assert code(stick.answer(0x99, b"")) == 40


def test_some_sticks_refuse_a_one_way_channel() -> None:
    stick = StickState(refuses_one_way=True)
    assert code(stick.answer(ASSIGN, b"\0\x40\0")) == 51
    assert code(stick.answer(ASSIGN, b"\0\0\0")) == 0


@pytest.mark.parametrize(("wanted", "size"), [(0x54, 7), (0x61, 4), (0x52, 2), (0x3E, 11)])
def test_the_stick_says_what_it_is(wanted: int, size: int) -> None:
    answer = StickState().answer(REQUEST, bytes((0, wanted)))
    assert answer == build_frame(wanted, answer[3:-1])
    assert len(answer) == size + 4


@pytest.mark.parametrize(("agc", "size", "rssi"), [(False, 19, -61), (True, 20, None)])
def test_both_forms_of_signal_strength(agc: bool, size: int, rssi: int | None) -> None:
    strap = VirtualStrap(0x50010, 140)
    frame = configured(agc=agc).data_frame(strap, strap.payload(3, 140), 3)
    assert frame[1] == size
    assert FrameReader().feed(frame) == [frame]
    message = parse_data(frame, at=3)
    assert message is not None
    assert (message.device_number, message.device_type) == (0x50010, 120)
    assert (message.rssi_dbm, message.payload[7]) == (rssi, 140)


def test_without_the_extension_nobody_knows_whose_message_it_is() -> None:
    stick = StickState()
    strap = VirtualStrap(1, 140)
    assert stick.data_frame(strap, strap.payload(3, 140), 3)[1] == 9


@given(st.lists(st.binary(max_size=50), max_size=10))
def test_the_stick_takes_any_bytes_for_commands(chunks: list[bytes]) -> None:
    reader = CommandReader()
    for chunk in chunks:
        reader.feed(chunk)
    reader.feed(bytes(50))
    assert reader.feed(build_frame(REQUEST, b"\0\x54"))[-1:] == [(REQUEST, b"\0\x54")]


def test_a_strap_beats_as_its_heart_rate_says_and_turns_its_pages() -> None:
    strap = VirtualStrap(77, 120)
    pages = [strap.payload(step * PERIOD_S, 120) for step in range(650)]
    assert pages[-1][6] == (int(649 * PERIOD_S * 2) + 1) & 0xFF
    assert [page[0] >> 7 for page in pages[:12]] == [0] * 4 + [1] * 4 + [0] * 4
    background = [page[0] & 0x7F for index, page in enumerate(pages) if index % 65 == 64]
    assert background == [2, 3, 7, 2, 3, 7, 2, 3, 7, 2]
    assert {page[0] & 0x7F for page in pages} == {2, 3, 4, 7}
    (battery,) = {page[1:4] for page in pages if page[0] & 0x7F == 7}
    assert (battery[0], battery[2]) == (80, 0x22)
    for page in pages[8:64]:
        interval = int.from_bytes(page[4:6], "little") - int.from_bytes(page[2:4], "little")
        assert interval & 0xFFFF == 512


def test_a_strap_that_is_not_worn_stands_still() -> None:
    strap = VirtualStrap(77, 120)
    beating = strap.payload(10, strap.bpm_at(10))
    strap.worn = False
    idle = strap.payload(20, strap.bpm_at(20))
    assert idle[4:8] == beating[4:7] + b"\0"
    strap.worn = True
    again = strap.payload(21, strap.bpm_at(21))
    assert (again[6] - idle[6]) & 0xFF in (2, 3), "beats go on where they stopped"


def test_heart_rates_come_from_numbers_and_functions() -> None:
    strap = VirtualStrap(1, int)
    assert strap.bpm_at(90.7) == 90
    strap.bpm = 77
    assert strap.bpm_at(90.7) == 77
    strap.bpm = None
    assert strap.bpm_at(90.7) == 0
    assert constant(66)(1e6) == 66


@given(st.integers(0, 2**32), st.floats(0, 20_000))
def test_a_wandering_heart_stays_in_range_and_is_never_in_a_hurry(seed: int, t_s: float) -> None:
    here, then = wander(seed)(t_s), wander(seed)(t_s + 1)
    assert here is not None
    assert then is not None
    assert 100 <= here <= 170
    assert abs(then - here) <= 2


def test_wandering_hearts_differ() -> None:
    walks = {tuple(wander(seed)(10 * step) for step in range(60)) for seed in range(20)}
    assert len(walks) == 20
    assert max(len(set(walk)) for walk in walks) > 20


def test_a_recorded_session_is_replayed_with_its_gaps_filled(tmp_path: Path) -> None:
    path = tmp_path / "session.csv"
    path.write_text("t_s,hr_bpm,alt_m\n0.0,,668\n7.0,62.0,668\n8.0,,667\n10.0,64,667\n")
    bpm = replay(path)
    assert [bpm(t) for t in (0, 6.9, 7, 9.5, 10, 1e5)] == [None, None, 62, 62, 64, 64]


@pytest.mark.parametrize("text", ["t_s,other\n0,1\n", "t_s,hr_bpm\n0,fast\n", "t_s,hr_bpm\nx,1\n"])
def test_what_cannot_be_replayed_is_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "session.csv"
    path.write_text(text)
    with pytest.raises(SettingsError, match="it needs columns t_s and hr_bpm"):
        replay(path)
    with pytest.raises(SettingsError, match="name another file"):
        replay(tmp_path / "nowhere.csv")


def test_faults_come_in_the_doses_asked_for() -> None:
    frame = bytes(range(20))
    flipped = [Faults(flip_frames=0.2, seed=seed).damage(frame) for seed in range(2000)]
    bits = [(int.from_bytes(a, "big") ^ int.from_bytes(frame, "big")).bit_count() for a in flipped]
    assert set(bits) == {0, 1}
    assert 320 < sum(bits) < 480
    noisy = Faults(random_bytes=0.01)
    wrong = sum(
        a != b for _ in range(2000) for a, b in zip(noisy.damage(frame), frame, strict=True)
    )
    assert 300 < wrong < 500
    assert Faults().damage(frame) == frame


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_a_share_is_between_nothing_and_all(share: float) -> None:
    with pytest.raises(SettingsError, match="give a number from 0 to 1"):
        Faults(flip_frames=share)
    with pytest.raises(SettingsError, match="give a number from 0 to 1"):
        Faults(random_bytes=share)


def test_a_pty_carries_bytes_both_ways(link: Path, no_descriptor_is_left_over: None) -> None:
    with PtyPort(link) as device, open_port(str(link), 115200) as port:
        port.write(b"\x03\r\n\xff")
        assert device.read(1) == b"\x03\r\n\xff"
        device.write(b"\x11\x04\n")
        assert read_available(port) == b"\x11\x04\n"
        assert device.read(0.01) == b""


def test_a_pty_that_nobody_reads_never_blocks(link: Path) -> None:
    with PtyPort(link) as device:
        for _ in range(200):
            device.write(bytes(4096))
        assert device.dropped_bytes > 0


def test_a_pty_comes_and_goes_with_its_link(link: Path, no_descriptor_is_left_over: None) -> None:
    device = PtyPort(link)
    assert link.is_symlink()
    device.unplug()
    device.unplug()
    assert not link.is_symlink()
    device.write(b"nobody")
    assert device.read(0.01) == b""
    device.plug()
    device.plug()
    with open_port(str(link), 9600) as port:
        device.write(b"back")
        assert read_available(port) == b"back"
    device.close()
    device.close()
    assert not link.is_symlink()
    assert device.read(0.01) == b""


def test_a_stale_link_is_replaced_but_never_a_file(tmp_path: Path) -> None:
    link = tmp_path / "port"
    link.symlink_to("/dev/pts/no-such-pty")
    PtyPort(link).close()
    link.write_text("precious")
    with pytest.raises(DeviceError, match="choose another path"):
        PtyPort(link)
    assert link.read_text() == "precious"
    with pytest.raises(DeviceError, match="choose another path"):
        PtyPort(tmp_path / "no such folder" / "port")


def test_the_log_tells_what_was_sent_before_damage(link: Path, eventually: Eventually) -> None:
    log = io.StringIO()
    straps = [VirtualStrap(100, 60), VirtualStrap(200, 170), VirtualStrap(300, 80, muted=True)]
    stick = VirtualStick(link, straps, Faults(flip_frames=1), log, period_s=0.01)
    stick.start()
    with open_port(str(link), 115200) as port:
        port.write(b"".join(build_frame(*command) for command in CONFIGURE))
        eventually(lambda: len(log.getvalue().splitlines()) > 20)
        received = read_available(port)
    stick.stop()
    assert len(received) > 100
    text = log.getvalue()
    assert text.startswith(LOG_HEADER)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {(row["device_number"], row["bpm"]) for row in rows} == {("100", "60"), ("200", "170")}
    assert all(abs(int(row["utc_ms"]) - time.time() * 1000) < 60_000 for row in rows)


def test_the_stick_follows_its_plan_of_unplugging(link: Path, eventually: Eventually) -> None:
    stick = VirtualStick(link, [], unplug_plan=[(0.05, 0.1), (0.3, 0.05)])
    stick.start()
    for there in (False, True, False, True):
        eventually(lambda there=there: link.is_symlink() is there)
    stick.stop()
    assert not link.is_symlink()
