"""The fitness-equipment profile: speed, cadence and grade of the configured machine alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.ant.fitness_equipment import EquipmentDecoder
from drivers.ant.frames import AntMessage
from kiosk.events import Grade, Motion

MACHINE = 0x10ABC
STATION = "Treadmill 1"
STEP_S = 0.25
TREADMILL, CLIMBER = 19, 23
ASLEEP, READY, IN_USE, FINISHED = 1, 2, 3, 4
LAP = 0x80


def general(
    speed_mm_s: int, state: int = IN_USE, capabilities: int = 4, kind: int = TREADMILL
) -> bytes:
    return (
        bytes((16, kind, 40, 100))
        + speed_mm_s.to_bytes(2, "little")
        + bytes((0xFF, state << 4 | capabilities))
    )


def settings(incline: int, state: int = IN_USE) -> bytes:
    """Incline in 0.01 %, signed."""
    return (
        b"\x11\xff\xff\xff" + (incline & 0xFFFF).to_bytes(2, "little") + bytes((0xFF, state << 4))
    )


def cadence(strides_a_minute: int, page: int = TREADMILL, state: int = IN_USE) -> bytes:
    return bytes((page, 0xFF, 0xFF, 12, strides_a_minute, 0xFF, 0xFF, state << 4 | 1))


def message(at: float, payload: bytes, device: int = MACHINE) -> AntMessage:
    return AntMessage(payload, device, 17, 0x15, -60, at)


def told(*payloads: bytes, start: float = 0.0) -> list[Motion | Grade]:
    decoder = EquipmentDecoder({MACHINE: STATION})
    return [
        event
        for count, payload in enumerate(payloads)
        for event in decoder.decode(message(start + count * STEP_S, payload))
    ]


def motions(*payloads: bytes) -> list[Motion]:
    return [event for event in told(*payloads) if isinstance(event, Motion)]


def grades(*payloads: bytes) -> list[float]:
    return [event.percent for event in told(*payloads) if isinstance(event, Grade)]


def test_speed_is_millimetres_a_second() -> None:
    events = told(general(2500), general(2500), general(2500))
    assert events[-1] == Motion(at=0.5, source="console", station=STATION, speed_kmh=9.0)


def test_a_treadmill_s_cadence_is_strides_and_a_climber_s_is_cycles_of_two_stairs() -> None:
    assert motions(*[cadence(85)] * 3)[-1].cadence_spm == 170
    assert motions(*[cadence(30, CLIMBER)] * 3)[-1].cadence_spm == 60


@pytest.mark.parametrize(("raw", "percent"), [(1200, 12.0), (-300, -3.0), (0, 0.0), (1, 0.01)])
def test_incline_is_a_signed_hundredth_of_a_percent(raw: int, percent: float) -> None:
    assert grades(*[settings(raw)] * 3)[-1] == percent


def test_invalid_values_are_missing_and_never_zero() -> None:
    motion = motions(*[general(2500)] * 3, general(0xFFFF))[-1]
    assert motion.speed_kmh is None
    assert motions(*[cadence(85)] * 3, cadence(0xFF))[-1].cadence_spm is None
    assert grades(*[settings(0x7FFF)] * 4) == []
    assert len(grades(*[settings(500)] * 3, settings(0x7FFF), general(2500))) == 2


def test_a_standing_belt_is_zero_and_not_missing() -> None:
    motion = motions(*[general(0), cadence(0)] * 2)[-1]
    assert (motion.speed_kmh, motion.cadence_spm) == (0, 0)


@pytest.mark.parametrize("state", [0, ASLEEP, READY, FINISHED, 5, 7])
def test_a_machine_not_in_use_has_no_speed(state: int) -> None:
    pages = [general(2500, state), cadence(85, state=state)] * 3
    assert {(motion.speed_kmh, motion.cadence_spm) for motion in motions(*pages)} == {(None, None)}


@pytest.mark.parametrize(("state", "has_grade"), [(ASLEEP, False), (READY, True), (FINISHED, True)])
def test_a_deck_has_its_grade_before_and_after_use(state: int, has_grade: bool) -> None:
    assert bool(grades(*[settings(500, state)] * 3)) is has_grade


def test_pausing_takes_the_speed_away_with_the_second_message_that_says_so() -> None:
    pages = [general(2500)] * 3 + [general(2500, FINISHED)] * 2
    speeds = [motion.speed_kmh for motion in motions(*pages)]
    assert speeds[-2:] == [9.0, None]


def test_the_lap_toggle_is_no_state() -> None:
    lap = general(2500)
    toggled = lap[:7] + bytes((lap[7] | LAP,))
    speeds = [motion.speed_kmh for motion in motions(lap, lap, lap, toggled, toggled, lap)]
    assert speeds[-4:] == [9.0] * 4


def test_a_trainer_s_virtual_speed_is_no_speed() -> None:
    assert motions(*[general(2500, capabilities=0x0C)] * 4)[-1].speed_kmh is None


def test_the_grade_holds_while_other_pages_have_their_turn_and_not_longer() -> None:
    values = told(*[settings(500)] * 3, *[general(2500)] * 40)
    held = [event.at for event in values if isinstance(event, Grade)]
    assert held[-1] == pytest.approx(2 * STEP_S + 6, abs=STEP_S)
    assert len(held) >= 24, "at every message, not only at page 17"


def test_speed_and_cadence_come_together_and_hold_for_three_seconds() -> None:
    pages = [general(2500), cadence(85)] * 3 + [settings(0)] * 16
    events = motions(*pages)
    assert (events[5 - 1].speed_kmh, events[5 - 1].cadence_spm) == (9.0, 170)
    assert (events[-1].speed_kmh, events[-1].cadence_spm) == (None, None)


def test_a_single_strange_value_is_dropped_and_a_lasting_one_believed() -> None:
    speeds = [motion.speed_kmh for motion in motions(*map(general, (2500, 2500, 2500, 9000, 2500)))]
    assert speeds[-3:] == [9.0] * 3
    assert motions(*map(general, (1000, 1000, 1000, 4000, 4000)))[-1].speed_kmh == 14.4
    assert grades(*map(settings, (500, 500, 500, 1500, 500)))[-2:] == [5.0, 5.0]
    assert grades(*map(settings, (500, 500, 500, 1500, 1500)))[-1] == 15.0


def test_values_no_machine_has_are_refused() -> None:
    assert motions(*[general(13_000)] * 4)[-1].speed_kmh is None
    assert grades(*[settings(5100)] * 4) == []
    assert grades(*[settings(-3100)] * 4) == []
    assert motions(*[cadence(200)] * 4)[-1].cadence_spm is None


@pytest.mark.parametrize("page", [0, 1, 18, 20, 22, 24, 25, 0x36, 0x47, 0x50, 0x51, 0x52])
def test_other_pages_are_ignored(page: int) -> None:
    assert told(*[general(2500)] * 2, bytes((page,)) + general(9000)[1:]) == told(
        *[general(2500)] * 2
    )


def test_other_machines_and_profiles_are_ignored() -> None:
    decoder = EquipmentDecoder({MACHINE: STATION})
    for at in (0.0, 0.25, 0.5):
        assert decoder.decode(message(at, general(2500), MACHINE ^ 0x10000)) == []
        assert decoder.decode(replace(message(at, general(2500)), device_type=120)) == []


def test_two_machines_go_to_their_own_stations() -> None:
    decoder = EquipmentDecoder({1: "Left", 2: "Right"})
    for at in (0.0, 0.25, 0.5):
        left = decoder.decode(message(at, general(2000), 1))
        right = decoder.decode(message(at, general(3000), 2))
    assert left == [Motion(0.5, "console", station="Left", speed_kmh=7.2)]
    assert right == [Motion(0.5, "console", station="Right", speed_kmh=10.8)]


@given(
    st.lists(
        st.tuples(
            st.one_of(
                st.binary(max_size=12),
                st.tuples(st.sampled_from([16, 17, 19, 23]), st.binary(min_size=7, max_size=7)).map(
                    lambda parts: bytes((parts[0],)) + parts[1]
                ),
            ),
            st.floats(0, 9),
        ),
        max_size=30,
    )
)
def test_any_payload_is_taken(messages: list[tuple[bytes, float]]) -> None:
    decoder = EquipmentDecoder({MACHINE: STATION})
    at = 0.0
    for payload, pause in messages:
        at += pause
        for event in decoder.decode(message(at, payload)):
            assert event.station == STATION
            if isinstance(event, Grade):
                assert -30 <= event.percent <= 50
            else:
                assert event.speed_kmh is None or 0 <= event.speed_kmh <= 45
                assert event.cadence_spm is None or 0 <= event.cadence_spm <= 300
