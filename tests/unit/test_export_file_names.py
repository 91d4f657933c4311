"""File names that any laptop takes, whatever an athlete is called."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.export.file_names import distinct_stems, file_stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Anna Berg", "Anna-Berg"),
        ("Zoe\u0308", "Zoë"),
        ("Łukasz Żółć", "Łukasz-Żółć"),
        ("山田 太郎", "山田-太郎"),
        ("O'Brien & Sons", "O'Brien-&-Sons"),
        ("../../etc/passwd", "etc-passwd"),
        ('a\\b:c*d?e"f<g>h|i', "a-b-c-d-e-f-g-h-i"),
        ("-rf", "rf"),
        ("...hidden", "hidden"),
        ("Anna...", "Anna"),
        ("Anna . ", "Anna"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("Com1", "_Com1"),
        ("lpt²", "_lpt²"),
        ("Conny", "Conny"),
        ("a\tb\nc", "a-b-c"),
        ("Anna\u202egpj", "Annagpj"),
        ("=1+1", "=1+1"),
        ("///", "unnamed"),
        ("", "unnamed"),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_name_becomes_a_stem_that_every_disk_takes(name: str, stem: str) -> None:
    assert file_stem(name) == stem


@given(st.text(max_size=100))
def test_no_name_whatever_makes_a_dangerous_path(name: str) -> None:
    stem = file_stem(name)
    assert stem
    assert not set(stem) & set('<>:"/\\|?* \0\n\r\t')
    assert not any(character.isspace() for character in stem)
    assert not stem.startswith((".", "-"))
    assert not stem.endswith((".", " "))
    assert unicodedata.is_normalized("NFC", stem)
    assert len(f"{stem}.csv".encode()) <= 255


@given(
    st.lists(st.sampled_from(["Anna", "anna", "a b", "a-b", "a/b", "Groß", "gross", "..", "a-b-2"]))
)
def test_no_two_athletes_share_a_file(names: list[str]) -> None:
    stems = distinct_stems(names)
    assert len({stem.casefold() for stem in stems}) == len(names)


def test_names_that_clean_to_the_same_are_numbered() -> None:
    assert distinct_stems(["a b", "a/b", "A-B", "a-b-2", "///"]) == [
        "a-b",
        "a-b-2",
        "A-B-3",
        "a-b-2-2",
        "athlete",
    ]
