"""The foot-pod profile: speed and cadence as sent, counted where not sent, and nothing made up."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.ant.foot_pod import MOST_PODS, FootPodDecoder
from drivers.ant.frames import AntMessage
from kiosk.events import Motion

POD = 0x34567
STEP_S = 8134 / 32768
ACTIVE = 0x01


def page_1(speed_m_s: float, strides: int = 0) -> bytes:
    """Speed in 1/256 m/s, over two bytes; the upper four bits of the first are distance."""
    raw = round(speed_m_s * 256)
    return bytes((1, 0, 0, 0, 0xA0 | raw >> 8, raw & 0xFF, strides & 0xFF, 0))


def page_2(speed_m_s: float, strides_a_minute: float, status: int = ACTIVE, page: int = 2) -> bytes:
    """Cadence in 1/16 strides a minute, its fraction in the upper four bits beside the speed."""
    raw, cadence = round(speed_m_s * 256), round(strides_a_minute * 16)
    cadence_byte, fraction = divmod(cadence, 16)
    return bytes(
        (page, 0xFF, 0xFF, cadence_byte, fraction << 4 | raw >> 8, raw & 0xFF, 0xFF, status)
    )


def message(at: float, payload: bytes, device: int = POD) -> AntMessage:
    return AntMessage(payload, device, 124, 0x31, -60, at)


def told(*payloads: bytes, step_s: float = STEP_S) -> list[Motion]:
    decoder = FootPodDecoder()
    return [
        motion
        for count, payload in enumerate(payloads)
        for motion in decoder.decode(message(count * step_s, payload))
    ]


def test_speed_is_metres_a_second_and_cadence_is_strides_of_one_foot() -> None:
    motion = told(page_2(2.5, 85.5), page_2(2.5, 85.5))[-1]
    assert motion == Motion(
        at=STEP_S, source="foot pod", device_number=POD, speed_kmh=9.0, cadence_spm=171.0
    )


def test_the_bytes_of_a_page_are_where_the_profile_has_them() -> None:
    payload = bytes((2, 0xFF, 0xFF, 90, 0x83, 0x40, 0xFF, 0x01))  # 90 8/16 a minute, 3 64/256 m/s
    motion = told(payload, payload)[-1]
    assert (motion.speed_kmh, motion.cadence_spm) == (pytest.approx(11.7), 181.0)


def test_a_first_message_waits_for_a_second() -> None:
    assert told(page_1(3.0)) == []
    assert len(told(page_1(3.0), page_1(3.1))) == 1


def test_the_cadence_holds_while_the_other_page_has_its_turn() -> None:
    pages = [page_2(3.0, 85), page_2(3.0, 85)] + [page_1(3.0)] * 16
    motions = told(*pages)
    assert [motion.cadence_spm for motion in motions[:12]] == [170.0] * 12
    assert motions[-1].cadence_spm is None, "not heard for three seconds: missing, not last seen"


@pytest.mark.parametrize("page", [3, 8, 15])
def test_further_pages_carry_cadence_and_speed_in_the_same_bytes(page: int) -> None:
    payload = page_2(3.0, 80, page=page)
    assert told(payload, payload)[-1].cadence_spm == 160.0


@pytest.mark.parametrize("page", [0, 16, 22, 0x46, 0x50, 0x51, 0x52])
def test_pages_on_the_pod_itself_are_no_motion(page: int) -> None:
    assert told(page_1(3.0), page_1(3.0), page_2(1.0, 50, page=page))[1:] == []


def test_a_pod_that_sends_no_cadence_has_its_strides_counted() -> None:
    pages = [page_1(3.0, strides=250 + round(count * STEP_S * 1.4)) for count in range(80)]
    motions = told(*pages)
    assert motions[4].cadence_spm is None, "too few strides yet"
    assert motions[-1].cadence_spm == pytest.approx(168, abs=4)


def test_a_pod_that_measures_no_speed_is_not_standing_still() -> None:
    motions = told(*[page_1(0.0, strides=round(count * STEP_S * 1.4)) for count in range(80)])
    assert motions[-1].speed_kmh is None
    assert motions[-1].cadence_spm == pytest.approx(168, abs=4)


def test_standing_still_is_zero_and_not_missing() -> None:
    motion = told(page_1(0.0, 7), page_2(0.0, 0), page_1(0.0, 7))[-1]
    assert (motion.speed_kmh, motion.cadence_spm) == (0.0, 0.0)


def test_a_speed_that_goes_on_five_seconds_after_the_last_stride_is_that_of_a_stuck_pod() -> None:
    running = [page_1(3.0, strides=count // 3) for count in range(40)]
    stuck = [page_1(3.0, strides=39 // 3)] * 30
    motions = told(*running, *stuck)
    silent = [motion.at for motion in motions if motion.speed_kmh is None]
    assert silent
    assert silent[0] == pytest.approx(39 * STEP_S + 5, abs=2 * STEP_S)
    assert (motions[-1].speed_kmh, motions[-1].cadence_spm) == (None, None)


def test_no_stride_for_five_seconds_at_speed_0_is_standing_still() -> None:
    running = [page_1(3.0, strides=count // 3) for count in range(40)]
    standing = [page_1(0.0, strides=39 // 3)] * 30
    motion = told(*running, *standing)[-1]
    assert (motion.speed_kmh, motion.cadence_spm) == (0.0, 0.0)


def test_a_pod_that_never_counts_strides_is_believed() -> None:
    assert told(*[page_2(3.0, 85)] * 60)[-1].speed_kmh == pytest.approx(10.8)
    assert told(*[page_1(3.0)] * 60)[-1].speed_kmh == pytest.approx(10.8)


def test_a_single_strange_speed_is_dropped_and_a_lasting_one_believed() -> None:
    speeds = [motion.speed_kmh for motion in told(*map(page_1, (3, 3, 9, 3, 3)))]
    assert speeds == [pytest.approx(10.8)] * 3
    speeds = [motion.speed_kmh for motion in told(*map(page_1, (1, 1, 3, 3)))]
    assert speeds == [pytest.approx(3.6), pytest.approx(10.8)]


def test_a_single_strange_cadence_does_not_show() -> None:
    pages = [page_2(3.0, rate) for rate in (85, 85, 140, 85, 85)]
    assert {motion.cadence_spm for motion in told(*pages)} == {170.0}


@pytest.mark.parametrize(("speed_m_s", "is_told"), [(12.4, True), (12.6, False), (15.9, False)])
def test_a_speed_no_runner_has_is_no_speed(speed_m_s: float, is_told: bool) -> None:
    assert bool(told(*[page_1(speed_m_s)] * 4)) is is_told


def test_a_pod_in_error_says_nothing_until_it_is_well() -> None:
    ill, well = page_2(3.0, 85, status=ACTIVE | 1 << 2), page_2(3.0, 85)
    motions = told(well, well, ill, ill, page_1(3.0), well, well)
    speeds = [motion.speed_kmh for motion in motions]
    assert speeds == [pytest.approx(10.8)] * 2 + [None, None] + [None, pytest.approx(10.8)]


def test_a_pod_back_after_a_while_is_known_with_its_second_message() -> None:
    decoder = FootPodDecoder()
    for at in (0.0, 0.25, 0.5):
        decoder.decode(message(at, page_1(3.0)))
    assert decoder.decode(message(20.0, page_1(3.0))) == []
    assert len(decoder.decode(message(20.25, page_1(3.0)))) == 1


def test_two_pods_are_kept_apart_and_other_profiles_ignored() -> None:
    decoder = FootPodDecoder()
    slow, fast = page_1(2.0), page_1(4.0)
    for at in (0.0, 0.25):
        one = decoder.decode(message(at, slow, device=1))
        other = decoder.decode(message(at, fast, device=2))
        assert decoder.decode(replace(message(at, slow, device=3), device_type=120)) == []
        assert decoder.decode(message(at, slow, device=0)) == []
    assert [motion.speed_kmh for motion in one + other] == [pytest.approx(7.2), pytest.approx(14.4)]


def test_pods_silent_for_ten_minutes_are_forgotten_and_there_is_a_limit() -> None:
    decoder = FootPodDecoder()
    for device in range(1, MOST_PODS + 200):
        decoder.decode(message(device / 100, page_1(3.0), device))
    assert len(decoder._pods) == MOST_PODS
    decoder.decode(message(700, page_1(3.0), 0xFFFFF))
    assert list(decoder._pods) == [0xFFFFF]


@given(st.lists(st.tuples(st.binary(max_size=12), st.integers(0, 3), st.floats(0, 9)), max_size=30))
def test_any_payload_is_taken(messages: list[tuple[bytes, int, float]]) -> None:
    decoder = FootPodDecoder()
    at = 0.0
    for payload, device, pause in messages:
        at += pause
        for motion in decoder.decode(message(at, payload, device)):
            assert motion.device_number == device
            assert motion.speed_kmh is None or 0 <= motion.speed_kmh <= 45
            assert motion.cadence_spm is None or 0 <= motion.cadence_spm <= 300
