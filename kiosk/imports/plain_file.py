"""Reads a file that a stranger has laid somewhere: only a plain one, and no more than is wanted."""

import os
import stat
from typing import Final

from kiosk.errors import ImportRefused
from kiosk.files import open_plain
from kiosk.words import text

_LONGEST_NAME: Final = 60
_MEGABYTE: Final = 1024 * 1024


def shown_name(name: str) -> str:
    """A name that comes from a stranger, as it may stand in a sentence."""
    plain = "".join(c if is_shown(c) else "\ufffd" for c in name[: _LONGEST_NAME + 1])
    return plain if len(plain) <= _LONGEST_NAME else f"{plain[: _LONGEST_NAME - 1]}…"


def is_shown(character: str) -> bool:
    """Joiners cannot be seen, but some scripts need them to be spelt right."""
    return character.isprintable() or character in "\u200c\u200d"


def read_plain(folder: int, name: str, most: int, *, is_only_head: bool = False) -> bytes:
    """What is in a file of an open folder, `most` bytes of it at most; with `is_only_head` a larger
    one is no fault. It is looked at before it is opened, because opening alone can do harm; and
    after, to be sure.

    Raises ImportRefused, in one sentence.
    """
    largest = None if is_only_head else most
    try:
        _check(os.stat(name, dir_fd=folder, follow_symlinks=False), largest)
        with open_plain(name, within=folder) as file:
            _check(os.fstat(file.fileno()), largest)
            content = file.read(most if is_only_head else most + 1)
    except (OSError, ValueError) as error:
        raise ImportRefused(
            text("It cannot be read: copy it onto the stick once more, or try another stick.")
        ) from error
    if len(content) > most:
        raise too_large(most)
    return content


def _check(status: os.stat_result, largest: int | None) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise ImportRefused(
            text("It is only a link to somewhere else: put the file itself onto the stick.")
        )
    if not stat.S_ISREG(status.st_mode):
        raise ImportRefused(text("It is no file: put a file of that name onto the stick."))
    if largest is not None and status.st_size > largest:
        raise too_large(largest)


def too_large(limit: int) -> ImportRefused:
    """What is said of a file of more than so many bytes."""
    if limit < _MEGABYTE:
        return ImportRefused(
            text(
                "It is larger than {limit} kB: check that it is the right file.",
                limit=limit // 1024,
            )
        )
    return ImportRefused(
        text(
            "It is larger than {limit} MB: check that it is the right file.",
            limit=limit // _MEGABYTE,
        )
    )
