"""The pages of an SQLite file, as https://www.sqlite.org/fileformat2.html describes them."""

import struct
from pathlib import Path
from typing import Final

PAGE: Final = 4096
"""Bytes; every history has pages of this size."""
_INTERIOR_TABLE, _LEAF_TABLE = 0x05, 0x0D
_KINDS: Final = frozenset({0x02, _INTERIOR_TABLE, 0x0A, _LEAF_TABLE})
_SAMPLE: Final = 400
_HEADER: Final = 100
"""Bytes at the beginning of the first page."""


def is_made_of_tables(path: Path) -> bool:
    """Whether a file that does not begin like a database is one that lost its beginning: a quarter
    of its other pages are as SQLite makes them. Raises OSError.
    """
    count = path.stat().st_size // PAGE
    if count < 2 or path.stat().st_size % PAGE:
        return False
    numbers = range(2, count + 1, max(1, count // _SAMPLE))
    with path.open("rb") as file:
        good = 0
        for number in numbers:
            file.seek((number - 1) * PAGE)
            good += _is_tree_page(file.read(PAGE))
    return good * 4 >= len(numbers)


def schema_pages(path: Path) -> dict[int, bytes]:
    """Those in which the schema of a database that is whole stands, by number; the first is 1.
    Raises OSError and ValueError.
    """
    pages: dict[int, bytes] = {}
    with path.open("rb") as file:
        waiting = [1]
        while waiting:
            number = waiting.pop()
            file.seek((number - 1) * PAGE)
            page = pages[number] = file.read(PAGE)
            begin = _HEADER if number == 1 else 0
            if len(page) < PAGE or page[begin] not in (_INTERIOR_TABLE, _LEAF_TABLE):
                raise ValueError(f"page {number} of {path} is no page of a schema")
            if page[begin] == _INTERIOR_TABLE:
                waiting += [n for n in _children(page, begin) if n not in pages]
    return pages


def _children(page: bytes, begin: int) -> list[int]:
    """The pages below an interior one."""
    (cells,) = struct.unpack_from(">H", page, begin + 3)
    places = struct.unpack_from(f">{cells}H", page, begin + 12)
    rightmost = struct.unpack_from(">I", page, begin + 8)[0]
    return [*(struct.unpack_from(">I", page, place)[0] for place in places), rightmost]


def _is_tree_page(page: bytes) -> bool:
    """As far as can be told from one page alone."""
    if page[0] not in _KINDS:
        return False
    head = 8 if page[0] in (0x0A, _LEAF_TABLE) else 12
    (cells, content) = struct.unpack_from(">HH", page, 3)
    if head + 2 * cells > PAGE or (content or 65536) < head + 2 * cells:
        return False
    places = struct.unpack_from(f">{cells}H", page, head)
    return all(head + 2 * cells <= place < PAGE for place in places)
