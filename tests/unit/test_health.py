"""How devices are doing, in words: one wording for the screen and for doctor."""

from dataclasses import replace
from inspect import getsource

import pytest

from drivers.ant import reception
from kiosk.events import DeviceFacts, DeviceState, DeviceStatus
from kiosk.health import (
    MAKERS,
    OLD_S,
    PATIENT_S,
    STALE_S,
    DeviceRow,
    as_sentence,
    device_rows,
    device_titles,
    maker,
    names_by_strap,
    span,
    strap_rows,
    title_of,
)
from kiosk.session.state import KioskState, LastValue, Participant, StrapHeard
from kiosk.settings import Settings
from kiosk.shelf import PoolStrap
from kiosk.training.athlete import Athlete

INCLINE = "incline:Treadmill 1"
NOW = 100.0


def kiosk(**devices: tuple[DeviceState, str]) -> KioskState:
    """A kiosk at NOW whose devices have said this, long ago."""
    state = KioskState(now=NOW)
    for name, (how, message) in devices.items():
        say(state, name, how, message)
    return state


def say(state: KioskState, device: str, how: DeviceState, message: str, *, at: float = 1.0) -> None:
    state.devices[device] = DeviceStatus(at, device, how, message)


def row(state: KioskState, device: str, *, patient_s: float = PATIENT_S) -> DeviceRow:
    rows = device_rows(state, ["ant", INCLINE], patient_s=patient_s)
    (found,) = (row for row in rows if row.device == device)
    return found


def configured(**tables: object) -> Settings:
    return Settings.model_validate(tables)


# -- which devices -------------------------------------------------------------------------------


def test_the_configuration_says_what_is_expected_and_what_it_is_called() -> None:
    settings = configured(
        ant={"port": ["/dev/ttyS0", "/dev/ttyS1"]},
        stations=[
            {"name": "Treadmill 1", "incline": {"driver": "witmotion", "port": "/dev/a"}},
            {"name": "Treadmill 2", "incline": {"driver": "csafe", "port": "/dev/b"}},
            {"name": "Stairs", "kind": "stair", "panel": {"pulse_pin": 4}},
        ],
        readers=[{"port": "/dev/r"}, {"port": "/dev/q", "station": "Stairs"}],
    )
    assert device_titles(settings) == {
        "ant": "ANT stick",
        "ant:2": "Second ANT stick",
        "incline:Treadmill 1": "Treadmill 1: incline sensor",
        "incline:Treadmill 2": "Treadmill 2: console",
        "panel": "Panel",
        "reader:kiosk": "Reader at the kiosk",
        "reader:Stairs": "Reader at Stairs",
        "history": "History",
    }


def test_a_second_stick_is_expected_only_when_the_configuration_names_two() -> None:
    assert list(device_titles(configured())) == ["ant", "history"]
    assert list(device_titles(configured(ant={"port": "/dev/ttyS0"}))) == ["ant", "history"]


def test_the_configured_come_first_and_in_order_then_what_else_was_heard_of() -> None:
    state = kiosk(history=("failed", "x"), panel=("live", "x"))
    say(state, "ant:2", "live", "x")
    say(state, "ant", "live", "x")
    rows = device_rows(state, [INCLINE, "ant"], {INCLINE: "Treadmill 1: console"})
    assert [row.device for row in rows] == [INCLINE, "ant", "ant:2", "panel", "history"]
    assert rows[0].title == "Treadmill 1: console"
    assert rows[2].title == "Second ANT stick"


def test_a_device_of_which_only_the_name_is_known_still_has_a_title() -> None:
    assert title_of(INCLINE) == "Treadmill 1: incline sensor"
    assert title_of("reader:kiosk") == "Reader at the kiosk"
    assert title_of("panel") == "Panel"


# -- how they are --------------------------------------------------------------------------------


def test_an_expected_device_without_a_word_is_a_note() -> None:
    found = row(kiosk(), "ant")
    assert (found.state, found.value, found.age_s) == ("note", None, None)
    assert "No word from it yet" in found.message


def test_a_history_that_never_complained_writes() -> None:
    (found,) = device_rows(kiosk(), ["history"])
    assert (found.state, found.message) == ("ok", "Everything is written to disk.")


@pytest.mark.parametrize("how", ["lost", "failed"])
def test_what_the_driver_says_is_wrong_is_said_as_a_sentence(how: DeviceState) -> None:
    found = row(kiosk(ant=(how, "the ANT stick answers nothing: unplug it")), "ant")
    assert (found.state, found.message) == ("problem", "The ANT stick answers nothing: unplug it.")


def test_looking_for_a_device_becomes_a_problem_after_a_while() -> None:
    state = kiosk()
    say(state, "ant", "searching", "Looking for the ANT stick", at=NOW)
    assert row(state, "ant").state == "note"
    assert row(state, "ant", patient_s=0.0).state == "problem"
    state.now += PATIENT_S
    assert row(state, "ant").state == "problem"
    assert "check its cable and its power" in row(state, "ant").message


def test_the_facts_of_a_device_stand_beside_it() -> None:
    state = kiosk(ant=("live", "connected"))
    state.facts["ant"] = DeviceFacts(1.0, "ant", "USB 1-1.2", "ANTUSB-m 1.39", "3 damaged frames")
    found = row(state, "ant")
    facts = ("USB 1-1.2", "ANTUSB-m 1.39", "3 damaged frames")
    assert (found.port, found.firmware, found.signal) == facts


def test_a_stick_that_hears_no_strap_says_what_to_try() -> None:
    state = kiosk(ant=("live", "connected"))
    found = row(state, "ant")
    assert (found.state, found.value) == ("note", None)
    assert found.message.startswith("Connected. It answers, and hears no strap: put one on")
    state.straps[7] = StrapHeard(1.0, NOW - 0.5)
    found = row(state, "ant")
    assert (found.state, found.value, found.age_s) == ("ok", "1 strap on the air", 0.5)
    state.now += OLD_S
    found = row(state, "ant")
    assert (found.state, found.value) == ("note", "no straps on the air")


def test_with_two_sticks_the_straps_stand_with_one_that_works() -> None:
    state = kiosk(ant=("lost", "unplugged"))
    say(state, "ant:2", "live", "connected")
    state.straps[7] = StrapHeard(1.0, NOW)
    assert row(state, "ant").value is None
    assert row(state, "ant:2").value == "1 strap on the air"
    say(state, "ant", "live", "connected")
    assert row(state, "ant").value == "1 strap on the air"
    assert (row(state, "ant:2").value, row(state, "ant:2").state) == (None, "ok")


def test_a_deaf_stick_says_itself_what_to_try_and_leaves_the_straps_to_the_other() -> None:
    deaf = "The ANT stick answers but hears nothing: put a strap on"
    state = kiosk(ant=("live", deaf))
    assert (row(state, "ant").state, row(state, "ant").message) == ("note", deaf + ".")
    say(state, "ant:2", "live", "connected")
    state.straps[7] = StrapHeard(1.0, NOW)
    assert (row(state, "ant").state, row(state, "ant").value) == ("note", None)
    assert (row(state, "ant:2").state, row(state, "ant:2").value) == ("ok", "1 strap on the air")


def test_the_driver_of_the_sticks_says_so_in_these_words() -> None:
    assert "answers but hears nothing: put a strap on" in getsource(reception)


def test_a_sensor_whose_last_value_grows_old_says_so() -> None:
    state = kiosk()
    say(state, INCLINE, "live", "WitMotion at 115200 baud")
    assert row(state, INCLINE).state == "note"
    assert "not said a value yet" in row(state, INCLINE).message
    state.values[INCLINE] = LastValue(NOW - 0.2, "10.2 %, 6.0 km/h")
    found = row(state, INCLINE)
    assert (found.state, found.value) == ("ok", "10.2 %, 6.0 km/h")
    assert found.age_s == pytest.approx(0.2)
    state.values[INCLINE] = LastValue(NOW - OLD_S, "10.2 %")
    assert row(state, INCLINE).state == "note"
    state.values[INCLINE] = LastValue(NOW - STALE_S, "10.2 %")
    found = row(state, INCLINE)
    assert found.state == "problem"
    assert "nothing new for 20 s: unplug it" in found.message


def test_buttons_and_readers_may_be_silent_for_hours() -> None:
    state = kiosk(panel=("live", "4 pins"))
    state.values["panel"] = LastValue(NOW - 5000, "start pressed")
    found = row(state, "panel")
    assert (found.state, found.value, found.age_s) == ("ok", "start pressed", 5000)


@pytest.mark.parametrize(
    ("percent", "verdict", "words"),
    [
        (3.2, "note", "The console says 3.2 % more than the belt runs"),
        (-4.0, "note", "The console says 4.0 % less than the belt runs"),
        (0.4, "ok", "agree to 0.4 %"),
    ],
)
def test_the_honesty_of_a_belt_has_its_row(percent: float, verdict: str, words: str) -> None:
    state = kiosk()
    state.honesty["Treadmill 1"] = percent
    found = row(state, "belt:Treadmill 1")
    assert (found.title, found.state) == ("Treadmill 1: belt", verdict)
    assert words in found.message


# -- straps --------------------------------------------------------------------------------------

ANNA, BEN = Athlete(1, "Anna", straps=(12345, 777)), Athlete(2, "Ben", straps=(777,))


def test_a_strap_of_somebody_known_says_all_that_is_known() -> None:
    state = KioskState(now=NOW)
    state.straps[12345] = StrapHeard(
        1.0, NOW - 0.5, rssi_dbm=-61, bpm=142, battery_percent=80, manufacturer=1
    )
    (found,) = strap_rows(state, {12345: "Anna"})
    assert found == DeviceRow(
        "strap:12345",
        "Strap 12345",
        "ok",
        "Anna, battery 80 %.",
        firmware="Garmin",
        value="142 bpm",
        age_s=0.5,
        signal="-61 dBm",
    )


def test_a_stranger_is_a_number_and_no_heart_rate() -> None:
    state = KioskState(now=NOW)
    state.straps[5] = StrapHeard(1.0, NOW, bpm=142)
    (found,) = strap_rows(state, {})
    assert (found.title, found.message, found.value) == ("Strap 5", "Not on the roster.", None)
    (found,) = strap_rows(state, {}, with_pulse_of_strangers=True)
    assert found.value == "142 bpm"


def test_those_with_a_name_come_first() -> None:
    state = KioskState(now=NOW)
    for number in (3, 9, 2, 8):
        state.straps[number] = StrapHeard(1.0, NOW)
    rows = strap_rows(state, {9: "Anna", 8: "Ben"})
    assert [row.device for row in rows] == ["strap:9", "strap:8", "strap:2", "strap:3"]


def test_a_strap_that_needs_something_says_what() -> None:
    state = KioskState(now=NOW)
    fine = StrapHeard(1.0, NOW, bpm=80, battery_status="good")
    for number, strap in enumerate(
        (
            fine,
            replace(fine, battery_status="critical"),
            replace(fine, battery_status=None, battery_low=True),
            replace(fine, worn=False, bpm=None),
            replace(fine, bpm=None),
        )
    ):
        state.straps[number] = strap
    rows = strap_rows(state, dict.fromkeys(range(5), "Anna"))
    assert [(row.state, row.value) for row in rows] == [
        ("ok", "80 bpm"),
        ("note", "80 bpm"),
        ("note", "80 bpm"),
        ("note", "not worn"),
        ("ok", "no heart rate"),
    ]
    assert rows[0].message == "Anna, battery good."
    change = "Change its battery before the next session."
    assert rows[1].message == f"Anna, battery critical. {change}"
    assert rows[2].message == f"Anna, battery low. {change}"
    assert rows[3].message == "Anna, battery good. Wet its electrodes and put it on."


def test_makers_have_names_or_are_their_number() -> None:
    assert [maker(1), maker(123), maker(32), maker(310), maker(140)] == [
        "Garmin",
        "Polar",
        "Wahoo",
        "Decathlon",
        "Decathlon",
    ]
    assert maker(9999) == "maker 9999"
    assert maker(None) is None
    assert all(0 < number < 65_535 and name.strip() == name for number, name in MAKERS.items())


def test_a_strap_is_called_after_whoever_wears_it_or_may_wear_it() -> None:
    assert names_by_strap([ANNA, BEN], {}) == {12345: "Anna", 777: "Anna or Ben"}
    wearing = {2: Participant(BEN, None, None, strap=777)}
    assert names_by_strap([ANNA, BEN], wearing)[777] == "Ben"


def test_a_strap_of_the_club_has_its_own_number() -> None:
    pool = [PoolStrap(7, 900), PoolStrap(8, 901, holder_id=1)]
    wearing = {1: Participant(ANNA, None, None, strap=901)}
    names = names_by_strap([ANNA], wearing, pool)
    assert (names[900], names[901]) == ("club strap 7", "club strap 8, Anna")


# -- words ---------------------------------------------------------------------------------------


def test_sentences_begin_with_a_capital_and_end() -> None:
    assert as_sentence("the stick is mute") == "The stick is mute."
    assert as_sentence("Is it on?") == "Is it on?"
    assert as_sentence("") == ""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.04, "0.0 s"),
        (9.94, "9.9 s"),
        (9.96, "10 s"),
        (119, "119 s"),
        (180, "3 min"),
        (7200, "2 h"),
    ],
)
def test_spans_are_as_exact_as_they_are_short(seconds: float, words: str) -> None:
    assert span(seconds) == words
