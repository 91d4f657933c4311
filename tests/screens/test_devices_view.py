"""What the page of the devices says, and how it is cut into pages, without a pixel."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.health import DeviceRow
from screens.devices_view import (
    LONGEST_PORT,
    DeviceLine,
    Room,
    chip_label,
    in_pages,
    line_of,
    short_port,
    summary,
    urgent_first,
)

STICK = DeviceRow("ant", "ANT stick", "ok", "ANT stick on USB.", value="3 straps on the air")
SENSOR = DeviceRow("incline:Treadmill 1", "Treadmill 1: incline sensor", "ok", "WitMotion.")
ROOM = Room(letters=50, beside=40, title=30)
STACKED = replace(ROOM, title=0)


def test_a_row_says_how_it_is_by_a_word_as_well() -> None:
    words = [line_of(replace(STICK, state=how), ROOM).word for how in ("ok", "note", "problem")]
    assert words == ["works", "note", "problem"]


def test_port_firmware_and_signal_stand_together() -> None:
    row = replace(STICK, port="/dev/ttyUSB0", firmware="AP2USB1.05", signal="-58 dBm at best")
    assert line_of(row, ROOM).facts == "/dev/ttyUSB0 · AP2USB1.05 · −58 dBm at best"


def test_a_port_that_the_message_names_is_not_said_twice() -> None:
    row = replace(STICK, message="ANT stick on /dev/ttyUSB0.", port="/dev/ttyUSB0")
    assert line_of(row, ROOM).facts == ""


@pytest.mark.parametrize(
    ("age_s", "words"),
    [(None, ""), (0.3, "just now"), (2.4, "2 s ago"), (31.0, "31 s ago"), (400.0, "7 min ago")],
)
def test_ages_are_whole_and_do_not_flicker(age_s: float | None, words: str) -> None:
    row = replace(STICK, age_s=age_s)
    assert line_of(row, ROOM).age == words
    stacked = line_of(row, STACKED)
    assert (stacked.facts, stacked.age) == (words, "")


def test_a_long_message_makes_its_row_higher() -> None:
    short, long = (line_of(replace(STICK, message="four " * n), ROOM).halves for n in (8, 36))
    assert (short, long) == (8, 10)
    assert line_of(STICK, STACKED).halves == 5
    assert line_of(replace(STICK, port="USB 1-1"), STACKED).halves == 7


def test_a_row_with_a_button_is_as_high_as_the_button_at_least() -> None:
    line = line_of(SENSOR, replace(ROOM, touch=9), calibrate=0)
    assert (line.calibrate, line.halves) == (0, 9)


def test_a_long_title_makes_its_row_higher() -> None:
    title = "The treadmill by the window on the left: incline sensor"
    assert line_of(replace(SENSOR, title=title), ROOM).halves == 8


def test_a_message_names_a_long_port_by_both_its_ends() -> None:
    port = "/dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0"
    row = replace(SENSOR, message=f"It was unplugged from {port}: plug it in.", port=port)
    line = line_of(row, ROOM)
    assert line.message == f"It was unplugged from {short_port(port)}: plug it in."
    assert line.facts == ""


def test_a_command_is_not_broken_at_its_hyphens() -> None:
    row = replace(SENSOR, message="Well-known: run `sudo apt install python3-lgpio`.")
    assert line_of(row, ROOM).message == (
        "Well-known: run `sudo apt install python3\N{NON-BREAKING HYPHEN}lgpio`."
    )


def test_long_names_of_ports_keep_both_ends() -> None:
    assert short_port("/dev/ttyUSB0") == "/dev/ttyUSB0"
    long = "/dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0"
    assert short_port(long) == "usb-FTDI_FT232R_U…285BI-if00-port0"
    assert len(short_port("/dev/input/by-path/" + "x" * 99)) <= LONGEST_PORT


def test_what_is_wrong_comes_first_and_then_nothing_moves() -> None:
    broken = replace(SENSOR, state="problem")
    rows = urgent_first([STICK, broken], [])
    assert rows == [broken, STICK]
    seen = [row.device for row in rows]
    late = DeviceRow("panel", "Panel", "problem", "x")
    worse = replace(STICK, state="problem")
    assert urgent_first([worse, late, SENSOR], seen) == [SENSOR, worse, late]


def test_everything_is_summed_up_and_only_a_problem_is_loud() -> None:
    broken, noted = replace(STICK, state="problem"), replace(STICK, state="note")
    assert summary([STICK, SENSOR]) == "Everything works"
    assert summary([STICK, noted]) == "1 note"
    assert summary([broken, broken, noted]) == "2 problems, 1 note"
    assert chip_label([STICK, noted]) == "Devices"
    assert chip_label([broken]) == "1 problem"


@given(st.lists(st.integers(2, 40), max_size=30), st.integers(1, 60))
def test_every_row_is_on_one_page_and_no_page_is_too_full(heights: list[int], room: int) -> None:
    lines = [DeviceLine(halves=height) for height in heights]
    pages = in_pages(lines, room)
    assert [place for page in pages for place in page] == list(range(len(lines)))
    for page in pages:
        assert len(page) <= 1 or sum(heights[place] for place in page) <= room
    assert len(pages) == 1 or all(pages)
