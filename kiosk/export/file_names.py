"""File and folder names that every laptop takes: no spaces, no separators, nothing reserved."""

import re
import unicodedata
from collections.abc import Iterable

_UNSAFE = re.compile(r'[\s<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICES = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?$", re.IGNORECASE
)
"""Names that Windows keeps for itself, whatever follows the first dot."""
MAX_LENGTH = 60


def file_stem(text: str, otherwise: str = "unnamed") -> str:
    """`text` as a part of a path: letters of any script stay, what a disk refuses becomes "-"."""
    shown = "".join(c for c in unicodedata.normalize("NFC", text) if not _is_invisible(c))
    stem = _UNSAFE.sub("-", shown)[:MAX_LENGTH].strip("-. ")
    if _DEVICES.match(stem):
        stem = f"_{stem}"
    return stem or otherwise


def distinct_stems(names: Iterable[str]) -> list[str]:
    """One stem a name; those that a disk would take for the same get a number."""
    taken: set[str] = set()
    stems: list[str] = []
    for name in names:
        stem = candidate = file_stem(name, "athlete")
        number = 1
        while same_on_disk(candidate) in taken:
            number += 1
            candidate = f"{stem}-{number}"
        taken.add(same_on_disk(candidate))
        stems.append(candidate)
    return stems


def same_on_disk(stem: str) -> str:
    """Windows, macOS and memory sticks ignore case, some also the Unicode form."""
    return unicodedata.normalize("NFKC", stem).casefold()


def _is_invisible(character: str) -> bool:
    """Format characters turn text around or hide it; a lone surrogate cannot be written."""
    return unicodedata.category(character) in ("Cf", "Cs")
