"""The on-screen keyboard without a pixel: which keys there are, and what each does to a text."""

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from screens.tongue import tr

SHIFT: Final = "shift"
BACKSPACE: Final = "backspace"
SPACE: Final = "space"
NEXT: Final = "next"
"""Codes of the keys that are no character; the code of every other key is what it types."""


class KeyPage(StrEnum):
    """What the keys say at present; also the code of the key that leads there."""

    LETTERS = "letters"
    WEST = "accents-west"
    EAST = "accents-east"
    SIGNS = "signs"
    DIGITS = "digits"
    """The number pad, which leads nowhere else."""


class Arrangement(StrEnum):
    """Where the letters are."""

    QWERTY = "qwerty"
    QWERTZ = "qwertz"


@dataclass(frozen=True, slots=True)
class Key:
    """One key and its place; a key of one column is 1.0 wide, and every key is one line high."""

    code: str
    label: str
    column: float
    line: int
    span: float = 1.0
    letter: bool = True
    """It types what it shows; the others do something."""
    lit: bool = False
    """Shift while it is on, Next while it is the way on."""


@dataclass(frozen=True, slots=True)
class Typing:
    """A text on its way."""

    text: str = ""
    limit: int = 40
    """Characters."""
    page: KeyPage = KeyPage.LETTERS
    shift: bool = True
    """The next letter is a capital."""
    varied: str = ""
    """The key that has been held: its line shows the letter just typed with every accent."""


_WEST = "äöüßéèêëåæøàáâãçñíïîóôõúùû"
_EAST = "łąćęńśźżčšžřěůýďťňőűğşıșță"
_VARIANTS: Final = {
    "a": "äàáâãåæą", "c": "çćč", "d": "ďđð", "e": "éèêëęěė", "g": "ğ", "i": "íìîïı", "l": "ł",
    "n": "ñńň", "o": "öøóôòõőœ", "r": "řŕ", "s": "ßšśşș", "t": "ťțþ", "u": "üùúûůűū", "y": "ýÿ",
    "z": "žźż",
}  # fmt: skip
"""At most so many that with the plain letter they are keys of full width upright, too."""
_SIGNS = "1234567890'.,&+!?()#@:/_*°"
_LETTERS: Final = {
    (Arrangement.QWERTY, False): ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    (Arrangement.QWERTZ, False): ("qwertzuiop", "asdfghjkl", "yxcvbnm"),
    # Ten keys of 9 mm are wider than an upright 7-inch panel: p moves to where there is room.
    (Arrangement.QWERTY, True): ("qwertyuio", "asdfghjkl", "zxcvbnmp"),
    (Arrangement.QWERTZ, True): ("qwertzuio", "asdfghjkl", "yxcvbnmp"),
}
_OTHERS: Final = {KeyPage.WEST: _WEST, KeyPage.EAST: _EAST, KeyPage.SIGNS: _SIGNS}
_LABELS: Final = {
    KeyPage.LETTERS: "abc",
    KeyPage.WEST: "äöé",
    KeyPage.EAST: "łšğ",
    KeyPage.SIGNS: "123",
}
_ONWARD: Final = {
    KeyPage.LETTERS: (KeyPage.SIGNS, KeyPage.WEST),
    KeyPage.WEST: (KeyPage.LETTERS, KeyPage.EAST),
    KeyPage.EAST: (KeyPage.LETTERS, KeyPage.WEST),
    KeyPage.SIGNS: (KeyPage.LETTERS, KeyPage.WEST),
}
"""The two pages that each page leads to."""
_WORD_ENDS = " -"


# -- what a key does -----------------------------------------------------------------------------


def begin(text: str, limit: int, *, digits: bool = False) -> Typing:
    """Goes on with a text; a longer one than `limit` is cut."""
    page = KeyPage.DIGITS if digits else KeyPage.LETTERS
    return _with_text(Typing(limit=limit, page=page), text[:limit])


def press(typing: Typing, code: str) -> Typing:
    """What a tap on the key `code` makes of it; a code that no key has is ignored."""
    if typing.varied and code in _VARIANTS[typing.varied] + typing.varied:
        is_capital = typing.text[-1:] != typing.varied
        with_accent = capital(code) if is_capital else code
        return replace(typing, text=typing.text[:-1] + with_accent, varied="")
    typing = replace(typing, varied="")
    if code == BACKSPACE:
        return _with_text(typing, _without_last(typing.text))
    if code == SPACE:
        return write(typing, " ")
    if typing.page is not KeyPage.DIGITS:
        if code == SHIFT:
            return replace(typing, shift=not typing.shift)
        if code in _LABELS:
            return replace(typing, page=KeyPage(code))
    return write(typing, capital(code) if typing.shift else code) if len(code) == 1 else typing


def hold(typing: Typing, code: str) -> Typing:
    """What holding the key does, after it has typed: its letter's accents are offered."""
    is_typed = typing.page is KeyPage.LETTERS and typing.text[-1:].lower() == code
    return replace(typing, varied=code) if is_typed and code in _VARIANTS else typing


def write(typing: Typing, written: str) -> Typing:
    """Adds what a keyboard with a cable says, as far as it is text, allowed here and fits.

    After a letter with an accent the plain letters are back.
    """
    digits = typing.page is KeyPage.DIGITS
    new = "".join(c for c in written if (c in "0123456789" if digits else c.isprintable()))
    if not new or (not typing.text and new == " ") or len(typing.text) + len(new) > typing.limit:
        return typing
    after = _with_text(typing, typing.text + new)
    one_off = typing.page in (KeyPage.WEST, KeyPage.EAST)
    return replace(after, page=KeyPage.LETTERS) if one_off else after


def capital(letter: str) -> str:
    """The letter as a capital where that is one letter: ß stays ß."""
    return letter.upper() if len(letter.upper()) == 1 else letter


def _with_text(typing: Typing, text: str) -> Typing:
    """A word begins with a capital."""
    return replace(typing, text=text, shift=text == "" or text[-1] in _WORD_ENDS)


def _without_last(text: str) -> str:
    """Without the last character, and with it the accents that stand on it."""
    end = len(text) - 1
    while end > 0 and unicodedata.combining(text[end]):
        end -= 1
    return text[: max(0, end)]


# -- where the keys are --------------------------------------------------------------------------


def columns(page: KeyPage, *, narrow: bool) -> int:
    """How many keys of one column stand side by side."""
    if page is KeyPage.DIGITS:
        return 3
    return 9 if narrow else 10


def keys(
    typing: Typing,
    arrangement: Arrangement = Arrangement.QWERTY,
    *,
    narrow: bool = False,
    lead: bool = False,
) -> tuple[Key, ...]:
    """All keys: four lines of them.

    `narrow` is for glass that has no room for ten in a line; with `lead` Next is the way on.
    """
    if typing.page is KeyPage.DIGITS:
        return _pad(lead=lead)
    lines = _letter_lines(typing.page, arrangement, narrow=narrow)
    most = columns(typing.page, narrow=narrow)
    found: list[Key] = []
    for line, letters in enumerate(lines):
        if typing.varied and typing.varied in letters:
            found += _variants(typing, line, most, len(letters), narrow=narrow)
            continue
        left = 0.0 if narrow else (most - len(letters)) / 2
        for place, letter in enumerate(letters):
            label = capital(letter) if typing.shift else letter
            found.append(Key(letter, label, left + place, line))
    edge = 1.0 if narrow else 1.5
    found.append(Key(BACKSPACE, "", most - edge, 2, edge, letter=False))
    shift = Key(SHIFT, "", 0.0, 3 if narrow else 2, edge, letter=False, lit=typing.shift)
    return (*found, shift, *_last_line(typing.page, narrow=narrow, lead=lead))


def _variants(typing: Typing, line: int, most: int, count: int, *, narrow: bool) -> list[Key]:
    """In place of the whole line, around its middle, as wide as there is room; what is left of its
    `count` keys is blank, so that no other key changes under a finger.
    """
    letters = typing.varied + _VARIANTS[typing.varied]
    edge = 0.0 if line < 2 else 1.0 if narrow else 1.5
    begin, end = (0.0 if narrow else edge), most - edge
    span = min(1.5, (end - begin) / len(letters))
    left = (begin + end - len(letters) * span) / 2
    is_capital = typing.text[-1:] != typing.varied
    shown = [
        Key(code, capital(code) if is_capital else code, left + place * span, line, span, lit=True)
        for place, code in enumerate(letters)
    ]
    return shown + [Key("", "", 0.0, line)] * (count - len(letters))


def _letter_lines(page: KeyPage, arrangement: Arrangement, *, narrow: bool) -> tuple[str, str, str]:
    """Twenty-six characters in three lines."""
    letters = _LETTERS[arrangement, narrow]
    if page not in _OTHERS:
        return letters
    first, second = len(letters[0]), len(letters[0]) + len(letters[1])
    others = _OTHERS[page]
    return others[:first], others[first:second], others[second:]


def _last_line(page: KeyPage, *, narrow: bool, lead: bool) -> tuple[Key, ...]:
    one, other = _ONWARD[page]
    at = 1.0 if narrow else 0.0
    wide = 1.0 if narrow else 1.5
    space = 3.0 if narrow else 4.0
    row = (
        (one, _LABELS[one], wide, False),
        (other, _LABELS[other], wide, False),
        (SPACE, tr("space"), space, False),
        ("-", "-", 1.0, True),
        (NEXT, tr("Next"), 2.0, False),
    )
    found: list[Key] = []
    for code, label, span, letter in row:
        found.append(Key(str(code), label, at, 3, span, letter, lit=lead and code == NEXT))
        at += span
    return tuple(found)


def _pad(*, lead: bool) -> tuple[Key, ...]:
    digits = [
        Key(str(number), str(number), float((number - 1) % 3), (number - 1) // 3)
        for number in range(1, 10)
    ]
    return (
        *digits,
        Key(BACKSPACE, "", 0.0, 3, letter=False),
        Key("0", "0", 1.0, 3),
        Key(NEXT, tr("Next"), 2.0, 3, letter=False, lit=lead),
    )
