"""Lines of text: presets, own patterns, and patterns or lines that are not to be trusted."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.incline.ascii_lines import AsciiReader
from drivers.incline.readings import Angle, Console, Reading
from kiosk.settings import AsciiSettings


def reader(pattern: str) -> AsciiReader:
    return AsciiReader(AsciiSettings(pattern=pattern))


def preset(name: str) -> AsciiReader:
    return AsciiReader(AsciiSettings.model_validate({"preset": name}))


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        ("csv", "incline,12.3", Console(grade_percent=12.3)),
        ("csv", "grade,-3", Console(grade_percent=-3.0)),
        ("csv", "speed,9.5", Console(speed_kmh=9.5)),
        ("csv", "cadence,170", Console(cadence_spm=170.0)),
        ("csv", "pitch,4.5", Angle(0.0, 4.5)),
        ("xy", "X=+00.430 Y=-00.084", Angle(0.430, -0.084)),
        ("json", '{"pitch": 1.5, "roll": -0.25}', Angle(-0.25, 1.5)),
        ("json", '{"grade": 8, "pitch": 4.6, "t": "x"}', Console(grade_percent=8.0)),
        ("json", '{"speed": "9,5", "cadence": null}', Console(speed_kmh=9.5)),
    ],
)
def test_a_preset_reads_its_lines(name: str, line: str, said: Reading) -> None:
    assert preset(name).feed(line.encode() + b"\r\n") == [said]


def test_a_pattern_reads_what_it_names() -> None:
    lines = reader(r"v=(?P<speed>\d+\.\d) i=(?P<grade>-?\d+)%")
    assert lines.feed(b"boot ok\nT 3 v=9.5 i=-2% ok\n") == [Console(9.5, -2.0)]
    assert (lines.frames, lines.damaged) == (2, 1)


def test_json_may_give_angles_and_speed_in_one_line() -> None:
    said = preset("json").feed(b'{"pitch": 2.0, "roll": 0.5, "speed": 8.0}\n')
    assert said == [Console(speed_kmh=8.0), Angle(0.5, 2.0)]


@pytest.mark.parametrize(
    "line",
    [
        '{"grade": 1e999}',
        '{"grade": NaN}',
        '{"grade": true}',
        '{"grade": [1]}',
        '{"speed": -1}',
        '{"pitch": 181}',
        '{"cadence": 1e400, "speed": 41}',
        "[1, 2]",
        "12",
        "{",
        "[" * 119,
        '{"grade": ' + "9" * 100 + "}",
    ],
)
def test_a_json_line_without_a_believable_value_brings_none(line: str) -> None:
    lines = preset("json")
    assert lines.feed(line.encode() + b"\n") == []
    assert lines.damaged == 1


def test_lines_come_in_any_pieces_and_with_any_ends() -> None:
    stream = b"incline,1\nincline,2\r\nincline,3\r\r\n\nincline,4\n"
    for size in (1, 2, 7, 100):
        lines, said = preset("csv"), list[Reading]()
        for start in range(0, len(stream), size):
            said += lines.feed(stream[start : start + size])
        assert said == [Console(grade_percent=float(value)) for value in (1, 2, 3, 4)]
        assert lines.damaged == 0


def test_an_endless_line_is_dropped_as_it_comes_and_the_next_is_read() -> None:
    lines = preset("csv")
    for _ in range(1000):
        lines.feed(b"incline,3" * 100)
        assert len(lines._buffer) <= 120
    assert lines.feed(b"\nincline,5\n") == [Console(grade_percent=5.0)]
    assert lines.damaged == 1


def test_the_end_of_a_line_that_was_too_long_is_not_read_as_one() -> None:
    lines = preset("csv")
    assert lines.feed(b"x" * 200) == []
    assert lines.feed(b"incline,9\n") == []


def test_bytes_that_are_no_text_are_damage() -> None:
    lines = preset("csv")
    assert lines.feed(b"incline,\xb13\nincline,\x003\nincline,3\n") == [Console(grade_percent=3.0)]
    assert (lines.frames, lines.damaged) == (1, 2)


def test_a_line_that_does_not_fit_is_shown_in_the_complaint() -> None:
    lines = preset("csv")
    lines.feed(b"Roll: 1.2 Pitch: 3.4\n")
    assert "such as 'Roll: 1.2 Pitch: 3.4'" in lines.complaint


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?P<grade>(\d+)+)$",
        r"X=(?P<grade>(\d+)*)x",
        r"(?P<grade>(?:a|a)*)b",
        r"(?P<grade>(?:x(\d+)y)*)b",
        r"(?P<grade>\d+\d+\d+\d+\d+\d+)x",
        r"i=(?P<grade>\d*\d*\d*\d*\d*\d*)x",
        r".*.*.*.*.*(?P<grade>\d+)%",
        r"(?P<grade>(?:a?){30}a{30})b",
    ],
)
def test_a_pattern_that_could_hang_the_kiosk_is_refused_at_once(pattern: str) -> None:
    began = time.thread_time()
    with pytest.raises(ValueError, match="take for ever"):
        reader(pattern)
    assert time.thread_time() - began < 3.0


@pytest.mark.parametrize(
    "pattern",
    [
        r"X=(?P<roll>[-+]?\d+\.\d+)\s+Y=(?P<pitch>[-+]?\d+\.\d+)",
        r"^(?:[^,]*,){3}(?P<pitch>-?\d+\.\d*)",
        r"(?P<grade>[^,]+),(?P<speed>[^,]+),(?P<cadence>[^,]+)",
        r".*?(?P<grade>\d+(?:\.\d+)?)\s*%",
        r"(?i)(?:incline|grade)\s*[:=]\s*(?P<grade>[+-]?\d+(\.\d+)?)",
    ],
)
def test_usual_patterns_are_taken(pattern: str) -> None:
    assert reader(pattern).frames == 0


@given(st.lists(st.binary(max_size=40)))
def test_any_bytes_in_any_chunks_give_what_they_give_in_one_piece(chunks: list[bytes]) -> None:
    for name in ("csv", "json", "xy"):
        pieces, whole = preset(name), preset(name)
        said = list(itertools.chain.from_iterable(pieces.feed(chunk) for chunk in chunks))
        assert said == whole.feed(b"".join(chunks))
        assert (pieces.frames, pieces.damaged) == (whole.frames, whole.damaged)
