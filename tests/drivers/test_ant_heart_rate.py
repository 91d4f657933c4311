"""The heart-rate profile: beats, intervals and facts, and nothing that no strap has said."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.ant.frames import AntMessage, FrameReader, parse_data
from drivers.ant.heart_rate import MOST_STRAPS, HeartRateDecoder
from drivers.virtual.faults import Faults
from drivers.virtual.stick import StickState
from drivers.virtual.strap import VirtualStrap
from kiosk.events import HeartRate, StrapInfo

STRAP = 0x51234
STEP_S = 8070 / 32768


def message(
    at: float,
    bpm: int = 120,
    beats: int = 0,
    beat_time: int = 0,
    *,
    page: int = 0,
    described: bytes = b"\xff\xff\xff",
    device: int = STRAP,
) -> AntMessage:
    payload = bytes((page,)) + described + beat_time.to_bytes(2, "little") + bytes((beats, bpm))
    return AntMessage(payload, device, 120, 0x51, -60, at)


def known(*messages: AntMessage) -> HeartRateDecoder:
    """A decoder that already knows a strap at 120 bpm with no beats, last heard at 0.25 s."""
    decoder = HeartRateDecoder()
    for first in messages or (message(0), message(0.25)):
        decoder.decode(first)
    return decoder


def paged() -> HeartRateDecoder:
    """One whose strap was also seen to change the toggle bit."""
    return known(message(0), message(0.2), message(0.25, page=0x80))


def rates(events: list[HeartRate | StrapInfo]) -> list[HeartRate]:
    return [event for event in events if isinstance(event, HeartRate)]


def only(events: list[HeartRate | StrapInfo]) -> HeartRate:
    (rate,) = rates(events)
    return rate


def test_a_first_message_waits_for_a_second() -> None:
    decoder = HeartRateDecoder()
    assert decoder.decode(message(10.0, 118)) == []
    assert decoder.decode(message(10.25, 119)) == [
        HeartRate(at=10.25, device_number=STRAP, bpm=119, worn=True, rr_ms=(), rssi_dbm=-60)
    ]


def test_the_beat_time_rolls_over_at_64_seconds() -> None:
    decoder = known(message(0, beat_time=65000), message(0.25, beat_time=65000))
    rr_ms = only(decoder.decode(message(1, beats=1, beat_time=300))).rr_ms
    assert rr_ms == (pytest.approx(816.4, abs=0.01),)


def test_the_beat_count_rolls_over_at_256() -> None:
    decoder = known(message(0, beats=255), message(0.25, beats=255))
    assert only(decoder.decode(message(0.5, beats=0, beat_time=512))).rr_ms == (500,)


def test_two_beats_at_once_give_both_intervals_with_page_4() -> None:
    previous = (600).to_bytes(2, "little")
    late = message(1.2, beats=2, beat_time=1112, page=4, described=b"\xff" + previous)
    assert only(paged().decode(late)).rr_ms == (pytest.approx(585.94, abs=0.01), 500)


def test_two_beats_at_once_without_page_4_give_no_interval() -> None:
    assert only(paged().decode(message(1.2, beats=2, beat_time=1112))).rr_ms == ()


def test_a_legacy_strap_s_first_bytes_are_not_trusted() -> None:
    late = message(1.2, beats=2, beat_time=1112, page=4, described=b"\xff\x58\x02")
    assert only(known().decode(late)).rr_ms == ()


def test_more_than_two_beats_invent_nothing() -> None:
    decoder = paged()
    assert only(decoder.decode(message(1.5, beats=3, beat_time=1500, page=4))).rr_ms == ()
    assert only(decoder.decode(message(2.0, beats=4, beat_time=2012, page=4))).rr_ms == (500,)


def test_a_gap_restarts_the_series() -> None:
    decoder = known()
    assert decoder.decode(message(60.5, beats=1, beat_time=500)) == []
    assert only(decoder.decode(message(60.75, beats=2, beat_time=1012))).rr_ms == ()
    assert only(decoder.decode(message(61, beats=3, beat_time=1524))).rr_ms == (500,)


@pytest.mark.parametrize(("ticks", "known_ms"), [(240, ()), (246, (240.234375,)), (2500, ())])
def test_intervals_no_heart_has_are_not_told(ticks: int, known_ms: tuple[float, ...]) -> None:
    assert only(known().decode(message(0.5, beats=1, beat_time=ticks))).rr_ms == known_ms


@pytest.mark.parametrize(
    ("bpm", "told"), [(29, None), (30, 30), (230, 230), (231, None), (255, None)]
)
def test_a_rate_no_heart_has_is_no_rate(bpm: int, told: int | None) -> None:
    decoder = known(message(0, bpm), message(0.25, bpm))
    heart_rate = only(decoder.decode(message(0.5, bpm)))
    assert heart_rate.bpm == told
    assert heart_rate.worn


def test_zero_means_on_the_air_but_not_worn() -> None:
    decoder = known()
    assert decoder.decode(message(0.5, 0)) == [], "one zero may be damage"
    heart_rate = only(decoder.decode(message(0.75, 0)))
    assert (heart_rate.bpm, heart_rate.worn) == (None, False)


def test_a_frozen_beat_count_means_not_worn_until_it_beats_again() -> None:
    decoder = known()
    told = [only(decoder.decode(message(0.5 + step / 4))) for step in range(24)]
    assert [event.worn for event in told] == [event.at <= 5.25 for event in told]
    assert all((event.bpm is not None) == event.worn for event in told)
    back = only(decoder.decode(message(6.5, beats=1, beat_time=6000)))
    assert (back.bpm, back.worn) == (120, True)


def test_a_beat_count_that_stands_still_for_a_while_is_worn() -> None:
    decoder = known()
    for step in range(1, 60):
        told = only(decoder.decode(message(step / 4, beats=step // 16)))
        assert (told.bpm, told.worn) == (120, True)


def test_a_single_strange_message_is_dropped() -> None:
    decoder = known()
    assert decoder.decode(message(0.5, 160)) == []
    assert decoder.decode(message(0.75, beats=77)) == []
    assert only(decoder.decode(message(1.0, 121, beats=1, beat_time=700))).rr_ms == (683.59375,)


def test_a_jump_that_stays_is_believed_with_its_second_message() -> None:
    decoder = known()
    bpms: list[int | None] = []
    for step in range(1, 41):
        second = step // 4
        events = decoder.decode(message(0.25 + step / 4, 120 + 20 * (second % 3), beats=step // 2))
        bpms += [event.bpm for event in rates(events)]
    assert set(bpms) == {120, 140, 160}
    assert len(bpms) >= 29, "three of four messages each second"


def test_one_message_a_second_with_small_changes_is_enough() -> None:
    decoder = HeartRateDecoder()
    told = [rates(decoder.decode(message(t, 100 + t % 9, beats=2 * t & 0xFF))) for t in range(60)]
    assert [len(events) for events in told] == [0] + [1] * 59


def test_where_one_message_a_second_comes_through_a_larger_change_is_believed_at_once() -> None:
    decoder = HeartRateDecoder()
    told = [
        rates(decoder.decode(message(float(t), 110 + 15 * (t % 4), beats=2 * t & 0xFF)))
        for t in range(40)
    ]
    assert told[1:].count([]) == 9, "only the fall of 45 bpm, once in four seconds, is doubted"


def test_a_strap_that_is_heard_every_six_seconds_is_not_silent_for_ever() -> None:
    decoder = HeartRateDecoder()
    told = [rates(decoder.decode(message(6.0 * t, 120, beats=12 * t & 0xFF))) for t in range(20)]
    assert sum(len(events) for events in told) >= 9


def test_a_phantom_device_number_is_never_told() -> None:
    decoder = known()
    assert decoder.decode(message(0.5, device=STRAP ^ 0x40)) == []
    assert decoder.decode(message(40.5, device=STRAP ^ 0x40)) == [], "one more by chance, later"


def test_other_profiles_and_the_number_zero_are_ignored() -> None:
    decoder = HeartRateDecoder()
    for at in (0, 0.25, 0.5):
        assert decoder.decode(replace(message(at), device_type=124)) == []
        assert decoder.decode(message(at, device=0)) == []


def test_a_common_page_is_no_heart_rate() -> None:
    assert known().decode(message(0.5, page=0x50)) == []
    assert known().decode(message(0.5, page=0xD1)) == []


def test_page_9_carries_the_heart_rate_too() -> None:
    assert only(known().decode(message(0.5, 121, page=9))).bpm == 121


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ((80, 0x80, 0x22), (80, 2.5, "good")),
        ((0, 0, 0x13), (0, 3.0, "new")),
        ((100, 64, 0x31), (100, 1.25, "ok")),
        ((10, 0, 0x42), (10, 2.0, "low")),
        ((3, 0, 0x52), (3, 2.0, "critical")),
        ((255, 0x80, 0x7F), (None, None, None)),
    ],
)
def test_the_battery_page(
    described: tuple[int, int, int], expected: tuple[int | None, float | None, str | None]
) -> None:
    decoder = paged()
    events = decoder.decode(message(0.5, page=0x87, described=bytes(described)))
    facts = [event for event in events if isinstance(event, StrapInfo)]
    if expected == (None, None, None):
        assert facts == [], "nothing said, nothing new"
    else:
        (info,) = facts
        assert (info.battery_percent, info.battery_volts, info.battery_status) == expected


def test_facts_are_told_only_when_they_change() -> None:
    decoder = paged()
    pages = [(2, b"\x20\x01\x02"), (7, b"\x50\x80\x22"), (2, b"\x20\x01\x02"), (7, b"\x4f\x80\x22")]
    told: list[StrapInfo] = []
    for index, (page, described) in enumerate(pages):
        events = decoder.decode(message(0.5 + index / 4, page=page, described=described))
        told += [event for event in events if isinstance(event, StrapInfo)]
    assert told == [
        StrapInfo(at=0.5, device_number=STRAP, manufacturer=0x20),
        StrapInfo(0.75, STRAP, 80, 2.5, "good", 0x20),
        StrapInfo(1.25, STRAP, 79, 2.5, "good", 0x20),
    ]


def infos(decoder: HeartRateDecoder, *messages: AntMessage) -> list[StrapInfo]:
    events = [event for heard in messages for event in decoder.decode(heard)]
    return [event for event in events if isinstance(event, StrapInfo)]


def test_a_battery_page_from_before_the_first_toggle_is_told_with_it() -> None:
    battery = message(0.5, page=7, described=b"\x0a\x80\x42")
    told = infos(known(), battery, message(0.75), message(1.0, page=0x80), message(1.25, page=0x80))
    assert told == [StrapInfo(1.0, STRAP, 10, 2.5, "low")]


def test_a_battery_page_in_the_very_first_message_counts() -> None:
    first = message(0, page=7, described=b"\x0a\x80\x42")
    told = infos(HeartRateDecoder(), first, message(0.25, page=0x80), message(0.5, page=0x80))
    assert told == [StrapInfo(0.25, STRAP, 10, 2.5, "low")]


def test_a_page_of_a_message_that_nothing_bore_out_is_not_read() -> None:
    decoder = paged()
    stray = message(0.5, 200, page=0x87, described=b"\x00\x00\x52")
    assert infos(decoder, stray, message(0.75, page=0x80), message(1.0)) == []


def test_what_is_known_of_a_strap_is_told_again_when_it_comes_back() -> None:
    decoder = paged()
    info = infos(decoder, message(0.5, page=0x87, described=b"\x50\x80\x22"))[0]
    assert infos(decoder, message(0.75), message(1.0)) == []
    assert infos(decoder, message(90.0), message(90.25), message(90.5)) == [replace(info, at=90.25)]


def test_a_strap_that_never_toggles_says_nothing_about_itself() -> None:
    events = known().decode(message(0.5, page=7, described=b"\x50\x80\x22"))
    assert [type(event) for event in events] == [HeartRate]


def test_straps_silent_for_ten_minutes_are_forgotten_and_there_is_a_limit() -> None:
    decoder = HeartRateDecoder()
    for device in range(1, MOST_STRAPS + 200):
        decoder.decode(message(device / 100, device=device))
    assert len(decoder._straps) == MOST_STRAPS
    decoder.decode(message(700, device=0xFFFFF))
    assert list(decoder._straps) == [0xFFFFF]


@given(st.lists(st.tuples(st.binary(max_size=12), st.integers(0, 3), st.floats(0, 9)), max_size=30))
def test_any_payload_is_taken(messages: list[tuple[bytes, int, float]]) -> None:
    decoder = HeartRateDecoder()
    at = 0.0
    for payload, device, pause in messages:
        at += pause
        for event in decoder.decode(AntMessage(payload, device, 120, 1, None, at)):
            assert event.device_number == device
            if isinstance(event, HeartRate):
                assert event.bpm is None or 30 <= event.bpm <= 230
                assert all(240 <= ms <= 2400 for ms in event.rr_ms)


@pytest.mark.parametrize(
    ("faults", "heard"),
    [(Faults(flip_frames=0.2), 0.75), (Faults(random_bytes=0.01), 0.7), (Faults(), 0.999)],
    ids=["a fifth of the frames with a flipped bit", "a hundredth of the bytes random", "clean"],
)
def test_nothing_wrong_is_told_over_a_bad_line(faults: Faults, heard: float) -> None:
    straps = {0x10000 + n: VirtualStrap(0x10000 + n, 60 + 15 * n) for n in range(8)}
    stick = StickState(extension=0xE0)
    reader, decoder = FrameReader(), HeartRateDecoder()
    sent = 0
    told: list[HeartRate] = []
    facts: list[StrapInfo] = []
    for step in range(2000):
        now = step * STEP_S
        for strap in straps.values():
            bpm = strap.bpm_at(now)
            frame = stick.data_frame(strap, strap.payload(now, bpm), now)
            sent += 1
            for good in reader.feed(faults.damage(frame)):
                parsed = parse_data(good, now)
                assert parsed is not None
                for event in decoder.decode(parsed):
                    told += [event] if isinstance(event, HeartRate) else []
                    facts += [event] if isinstance(event, StrapInfo) else []
    assert {event.device_number for event in told} == set(straps)
    assert [event for event in told if event.bpm != 60 + 15 * (event.device_number - 0x10000)] == []
    assert {info.battery_percent for info in facts} <= {None, 80}
    assert len(told) > heard * sent


def test_intervals_of_a_steady_strap_add_up() -> None:
    strap = VirtualStrap(STRAP, 150)
    decoder = HeartRateDecoder()
    rr_ms: list[float] = []
    for step in range(400):
        now = step * STEP_S
        body = strap.payload(now, 150)
        for event in rates(decoder.decode(AntMessage(body, STRAP, 120, 0x51, None, now))):
            rr_ms += event.rr_ms
    assert rr_ms == [pytest.approx(400, abs=1.5)] * len(rr_ms)
    assert len(rr_ms) > 240


def test_missed_messages_are_made_up_from_page_4() -> None:
    chance = random.Random(3)
    strap = VirtualStrap(STRAP, 60)
    decoder = HeartRateDecoder()
    rr_ms: list[float] = []
    for step in range(800):
        now = step * STEP_S
        body = strap.payload(now, 60)
        if chance.random() < 0.6:
            continue
        for event in rates(decoder.decode(AntMessage(body, STRAP, 120, 0x51, None, now))):
            rr_ms += event.rr_ms
    assert rr_ms == [pytest.approx(1000, abs=1.5)] * len(rr_ms)
    assert len(rr_ms) > 180
