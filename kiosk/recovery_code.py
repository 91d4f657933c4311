"""The set-up sheet's recovery code: made once, written down, and read again from a stick."""

import secrets
from pathlib import Path
from typing import Final

from kiosk.errors import RosterError
from kiosk.files import open_plain
from kiosk.words import text

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no letter that is taken for a digit."""
LETTERS, GROUP = 16, 4
"""Five bits each, so 80: nobody finds that by trying."""
FILE_NAME: Final = "switchback-recovery.txt"
"""At the top of a stick."""
MOST_BYTES: Final = 1024
_MISREAD: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", " ": ""})


def new_code() -> str:
    """A code as people write it down: "7K3M-QX2V-9D0P-HZ4T"."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))
    return "-".join(letters[at : at + GROUP] for at in range(0, LETTERS, GROUP))


def cleaned(words: str) -> str:
    """The code's letters alone, as they are hashed; "" for what is none."""
    letters = "".join(words.split()).upper().translate(_MISREAD)
    return letters if len(letters) == LETTERS and set(letters) <= set(ALPHABET) else ""


def read_code(stick: Path) -> str:
    """The letters in the file on a stick. Raises RosterError with what to do when there is none."""
    try:
        with open_plain(stick / FILE_NAME) as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise RosterError(
            text(
                "There is no file {name} on the stick: write the recovery code into one.",
                name=FILE_NAME,
            )
        ) from None
    except OSError:  # a link or a pipe too
        raise RosterError(_no_code()) from None
    lines = content.decode("utf-8-sig", "replace").splitlines()
    found = next((code for line in lines if (code := cleaned(line))), "")
    if len(content) > MOST_BYTES or not found:
        raise RosterError(_no_code())
    return found


def _no_code() -> str:
    return text(
        "In {name} there is no recovery code: write only the {letters} letters and digits of it"
        " there, as they stand on the set-up sheet.",
        name=FILE_NAME,
        letters=LETTERS,
    )
