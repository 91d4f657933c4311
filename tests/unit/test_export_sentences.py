"""A disk that does not take an export: each place says what can be done there."""

import errno
import os
from pathlib import Path

import pytest

from kiosk import files
from kiosk.errors import ExportError
from kiosk.export.safe_file import at_the_screen, whole_file
from kiosk.words import Text


@pytest.mark.parametrize(
    ("number", "at_the_terminal", "on_glass"),
    [
        (errno.ENOSPC, "with --out", "free some space, then try again"),
        (errno.EROFS, "with --out", "have the kiosk looked at"),
        (errno.EIO, "export again", "plug it in and try again"),
        (errno.EMFILE, "with --out", "(Too many open files): try again"),
    ],
)
def test_the_screen_names_no_option_and_can_be_translated(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    at_the_terminal: str,
    on_glass: str,
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(files.os, "fsync", fail)
    with pytest.raises(ExportError) as caught, whole_file(tmp_path / "a.csv"):
        pass
    assert at_the_terminal in str(caught.value)
    words = at_the_screen(caught.value)
    assert on_glass in words
    assert "--out" not in words
    assert isinstance(words, Text), "so that it can be said in German"


def test_what_is_no_fault_of_the_disk_says_so_everywhere() -> None:
    assert at_the_screen(ExportError("There is no session 7.")) == "There is no session 7."
