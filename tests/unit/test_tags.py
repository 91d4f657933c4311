"""A tag is one number whatever a reader prints of it, and only a keyed hash of it is kept."""

import stat
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import tags
from kiosk.errors import DeviceError
from kiosk.tags import KEY_FILE, MOST_CHARACTERS, FastTyping, TagSeal, normalise

four_bytes = st.integers(0, 2**32 - 1)
hexadecimal = st.text("0123456789ABCDEF", max_size=MOST_CHARACTERS)


def turned(number: int, width: int) -> int:
    return int.from_bytes(number.to_bytes(width, "big"), "little")


def test_readers_of_every_make_give_one_tag_one_number() -> None:
    prints = [
        "0012345678",  # 10 digits, padded
        "12345678",  # not padded
        "00BC614E",  # hexadecimal
        "00bc614e",
        "00:BC:61:4E",
        "1315027968",  # the bytes the other way round, decimal
        "4E61BC00",
        "1A00BC614E",  # with the maker's byte
        "0111681495374",  # the same, 13 digits
    ]
    assert {normalise(text) for text in prints} == {"00BC614E"}


def test_a_tag_of_seven_bytes_is_one_tag_too() -> None:
    uid = 0x04A1B2C3D4E5F6
    prints = [f"{uid:014X}", f"{uid:017d}", f"{turned(uid, 7):014X}", f"{turned(uid, 7):017d}"]
    assert {normalise(text) for text in prints} == {"04A1B2C3D4E5F6"}


@given(four_bytes)
def test_ten_digits_in_either_order_of_bytes_are_the_same_tag(number: int) -> None:
    assert normalise(f"{number:010d}") == normalise(f"{turned(number, 4):010d}")


@given(four_bytes)
def test_hexadecimal_and_decimal_are_the_same_tag_where_they_can_be_told_apart(number: int) -> None:
    printed = f"{number:08X}"
    if not (printed.isdigit() and int(printed) < 2**24):
        assert normalise(printed) == normalise(f"{number:010d}")


@given(four_bytes, four_bytes)
def test_different_tags_stay_different(one: int, other: int) -> None:
    if other not in (one, turned(one, 4)):
        assert normalise(f"{one:010d}") != normalise(f"{other:010d}")


@given(st.text())
def test_anything_at_all_has_a_form(text: str) -> None:
    assert set(normalise(text)) <= set("0123456789ABCDEF")


@given(hexadecimal)
def test_the_form_is_empty_only_for_nothing(text: str) -> None:
    assert bool(normalise(text)) == bool(text)


# -- the seal ------------------------------------------------------------------------------------


def test_the_same_tag_has_the_same_hash_after_a_restart(tmp_path: Path) -> None:
    digest = TagSeal(tmp_path)("0012345678")
    assert digest == TagSeal(tmp_path)("00BC614E")
    assert digest != TagSeal(tmp_path)("0012345679")
    assert len(bytes.fromhex(digest)) == 32


def test_another_kiosk_has_other_hashes(tmp_path: Path) -> None:
    assert TagSeal(tmp_path / "a")("0012345678") != TagSeal(tmp_path / "b")("0012345678")


def test_the_key_is_for_the_kiosks_user_only_and_is_made_once(tmp_path: Path) -> None:
    seal = TagSeal(tmp_path)
    assert not list(tmp_path.iterdir()), "a kiosk without tags needs no key"
    seal("0012345678")
    (file,) = tmp_path.iterdir()
    assert file.name == KEY_FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = file.read_bytes()
    TagSeal(tmp_path)("0012345678")
    assert file.read_bytes() == before


def test_many_who_seal_the_first_tag_at_once_agree_on_the_key(tmp_path: Path) -> None:
    start = threading.Barrier(8)
    digests: set[str] = set()

    def seal() -> None:
        own = TagSeal(tmp_path)
        start.wait()
        digests.add(own("0012345678"))

    threads = [threading.Thread(target=seal) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(digests) == 1
    assert [file.name for file in tmp_path.iterdir()] == [KEY_FILE]


@pytest.mark.parametrize("content", [b"", b"too short", bytes(32), bytes(range(33))])
def test_a_damaged_key_is_said_and_never_replaced(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / KEY_FILE
    file.write_bytes(content)
    with pytest.raises(DeviceError, match="put it back from a copy"):
        TagSeal(tmp_path)("0012345678")
    assert file.read_bytes() == content


def test_a_data_directory_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(DeviceError, match="sudo chown"):
        TagSeal(tmp_path / "data")("0012345678")


# -- fast typing ---------------------------------------------------------------------------------


def typed(text: str, every_s: float, typing: FastTyping | None = None) -> list[str]:
    typing = typing or FastTyping()
    found = [typing.feed(each, 100.0 + every_s * index) for index, each in enumerate(text)]
    return [number for number in found if number is not None]


def test_a_reader_is_told_from_a_person_by_its_speed() -> None:
    assert typed("0012345678\r", 0.01) == ["0012345678"]
    assert typed("0012345678\r", 0.12) == []


def test_one_slow_key_within_is_a_persons() -> None:
    typing = FastTyping()
    assert typed("00123", 0.01, typing) == []
    assert typing.feed("45678\r", 100.04 + tags.READER_GAP_S + 0.01) is None


def test_a_short_number_is_nobodys_tag() -> None:
    assert typed("12345\n", 0.01) == []
    assert typed("123456\n", 0.01) == ["123456"]


def test_a_number_that_is_too_long_is_dropped_whole_and_the_next_one_counts() -> None:
    too_long = "1" * (MOST_CHARACTERS + 1)
    assert typed(f"{too_long}23456789\n0012345678\n", 0.01) == ["0012345678"]


def test_letters_of_no_number_are_passed_over() -> None:
    assert typed("xyz;00bc614e?\n", 0.01) == ["00BC614E"]


@given(st.lists(st.tuples(st.text(max_size=8), st.floats(0, 0.3)), max_size=60))
def test_whatever_is_typed_a_number_is_whole_and_no_longer_than_allowed(
    keys: list[tuple[str, float]],
) -> None:
    typing, at = FastTyping(), 0.0
    for text, later in keys:
        at += later
        number = typing.feed(text, at)
        assert number is None or tags.FEWEST_FROM_A_READER <= len(number) <= MOST_CHARACTERS
