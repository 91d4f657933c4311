"""Names of athletes: what a name may be, when two are the same, which ones sound alike."""

import difflib
import unicodedata
from collections.abc import Iterable

from kiosk.errors import RosterError
from kiosk.words import text

MAX_NAME_LENGTH = 40
_JOINERS = "\u200c\u200d"
"""Invisible, but some scripts need them to be spelt right."""
_BANNED = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Control, format, lone surrogates, line and paragraph separators."""
_INVISIBLE = dict.fromkeys([*map(ord, _JOINERS), 0x34F, *range(0xFE00, 0xFE10)])
"""Joiners and variation selectors: two names that differ in these look the same."""


def cleaned(name: str) -> str:
    """The name as it is kept: composed, outer spaces gone, inner ones single.

    Raises RosterError when it cannot be a name.
    """
    spaced = "".join(" " if unicodedata.category(c) == "Zs" else c for c in name)
    kept = unicodedata.normalize("NFC", " ".join(part for part in spaced.split(" ") if part))
    if not all(map(_is_allowed, kept)):
        raise RosterError(
            text(
                "{kept!a} has invisible or control characters in it: type the name again.",
                kept=kept,
            )
        )
    if not name_key(kept):
        raise RosterError(
            text(
                "A name is missing: give one of 1 to {max_name_length} characters.",
                max_name_length=MAX_NAME_LENGTH,
            )
        )
    if len(kept) > MAX_NAME_LENGTH:
        raise RosterError(
            text(
                '"{kept}…" is longer than {max_name_length} characters: give a shorter name.',
                kept=kept[:MAX_NAME_LENGTH],
                max_name_length=MAX_NAME_LENGTH,
            )
        )
    if all(character in "./\\ " for character in kept):
        raise RosterError(text('"{kept}" is no name: use at least one letter or digit.', kept=kept))
    return kept


def name_key(name: str) -> str:
    """Equal for two names that differ only in case, Unicode form, spaces or what cannot be seen.

    Compatibility caseless matching of the Unicode standard (definition D146), plus spaces.
    """
    key = unicodedata.normalize("NFD", name.translate(_INVISIBLE))
    for _ in range(2):
        key = unicodedata.normalize("NFKC", key.casefold())
    return " ".join(key.split())


def nearest(name: str, names: Iterable[str]) -> list[str]:
    """Up to three of `names` that look like `name`, the most alike first."""
    by_key = {name_key(known): known for known in names}
    wanted = name_key(name)
    alike = [by_key[key] for key in difflib.get_close_matches(wanted, by_key, n=3, cutoff=0.6)]
    begins = [known for key, known in by_key.items() if wanted and key.startswith(wanted)]
    return list(dict.fromkeys([*alike, *begins]))[:3]


def _is_allowed(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in _BANNED
