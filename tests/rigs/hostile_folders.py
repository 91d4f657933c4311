"""Files that are small to send and large to read, and folders full of traps."""

import os
import random
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.imports.folder import (
    MAX_ACTIVITY_BYTES,
    MAX_BYTES,
    MAX_FILE_BYTES,
    MAX_FILES,
    FoundFile,
    look_into,
)
from tests.rigs.hostile_files import TARGETS, sealed

_FULL = MAX_FILE_BYTES


@dataclass(frozen=True, slots=True)
class Bomb:
    """A file that is made where it explodes."""

    name: str
    target: str
    make: Callable[[], bytes]


def _fit(body: bytes) -> bytes:
    return sealed(struct.pack("<BBHI4sH", 14, 0x20, 2132, 0, b".FIT", 0) + body + b"\0\0")


def _empty_messages(size: int, number: int) -> bytes:
    """Messages of one byte each."""
    return _fit(struct.pack("<BBBHB", 0x40, 0, 0, number, 0) + bytes(size))


def _definitions(size: int) -> bytes:
    """Nothing but definitions of 255 fields."""
    one = struct.pack("<BBBHB", 0x40, 0, 0, 27, 255) + bytes((8, 1, 7)) * 255
    return _fit(one * (size // len(one)))


def _wide(size: int) -> bytes:
    """Messages of 255 texts of 255 bytes."""
    one = struct.pack("<BBBHB", 0x40, 0, 0, 27, 255) + bytes((8, 255, 7)) * 255
    return _fit(one + (b"\0" + b"x" * 255 * 255) * (size // (255 * 255)))


def _tcx(inside: bytes) -> bytes:
    return b'<?xml version="1.0"?><TrainingCenterDatabase>' + inside


_TOML = b'id = "x"\nname = "X"\nmodality = "any"\n'
BOMBS = (
    Bomb("FIT workout of empty messages", "FIT workout", lambda: _empty_messages(_FULL - 30, 27)),
    Bomb("FIT workout of definitions", "FIT workout", lambda: _definitions(_FULL - 800)),
    Bomb("FIT workout of long texts", "FIT workout", lambda: _wide(_FULL - 70_000)),
    Bomb("FIT activity, 4 MB of empty messages", "FIT activity",
         lambda: _empty_messages((4 << 20) - 40, 20)),
    Bomb("FIT activity, 4 MB of definitions", "FIT activity",
         lambda: _definitions((4 << 20) - 800)),
    Bomb("FIT activity, 4 MB of long texts", "FIT activity", lambda: _wide((4 << 20) - 70_000)),
    Bomb("TCX, a billion laughs", "TCX activity",
         lambda: b'<!DOCTYPE l [<!ENTITY a "ha">'
         + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
         + b"]><TrainingCenterDatabase>&j;</TrainingCenterDatabase>"),
    Bomb("TCX, a million elements deep", "TCX activity", lambda: _tcx(b"<a>" * 1_000_000)),
    Bomb("TCX, one element of 40 MB", "TCX activity", lambda: _tcx(b"<Id>" + b"x" * (40 << 20))),
    Bomb("TCX, one tag of 40 MB", "TCX activity", lambda: _tcx(b"<" + b"x" * (40 << 20))),
    Bomb("TCX, one tag with 500,000 attributes", "TCX activity",
         lambda: _tcx(b"<a " + b" ".join(b"a%d='x'" % n for n in range(500_000)) + b">")),
    Bomb("TCX, 40 MB of empty points", "TCX activity",
         lambda: _tcx(b"<Activities><Activity><Lap><Track>" + b"<Trackpoint/>" * (40 << 20 >> 4))),
    Bomb("TCX, 800,000 elements with attributes", "TCX activity",
         lambda: _tcx(b"<Activities><Activity>" + b"<a b='c' d='e' f='g' h='i'/>" * 800_000)),
    Bomb("TCX, 800,000 values of one point", "TCX activity",
         lambda: _tcx(b"<Activities><Activity><Lap><Track><Trackpoint>"
                      + b"<Time/>" * 800_000)),
    Bomb("TCX, a value of 40 MB of line ends", "TCX activity",
         lambda: _tcx(b"<Activities><Activity><Lap><Track><Trackpoint><Time>"
                      + b"\n" * (40 << 20))),
    Bomb("roster, nothing but commas", "roster.csv", lambda: b"name" + b"," * (_FULL - 4)),
    Bomb("roster, nothing but line ends", "roster.csv", lambda: b"name\n" + b"\n" * (_FULL - 5)),
    Bomb("roster, nothing but quotation marks", "roster.csv",
         lambda: b"name\n" + b'"' * (_FULL - 5)),
    Bomb("roster, 2,000 people", "roster.csv",
         lambda: b"name,straps\n" + b"".join(b"P%d,%d\n" % (n, n + 1000) for n in range(2000))),
    Bomb("plan, 2,000 names nearly alike", "plan.csv",
         lambda: b"date,name,workout\n" + b"2026-06-02,Annna,shirt-hills\n" * 2000),
    Bomb("plan, 2,000 long names", "plan.csv",
         lambda: b"date,name\n" + (b"2026-06-02," + b"Ann" * 38 + b"\n") * 2000),
    Bomb("TOML, brackets", "TOML workout", lambda: _TOML + b"x = " + b"[" * (_FULL - 60)),
    Bomb("TOML, braces", "TOML workout", lambda: _TOML + b"x = " + b"{a=" * (_FULL // 3 - 60)),
    Bomb("TOML, a key of dots", "TOML workout", lambda: b"a." * (_FULL // 2 - 4) + b"a = 1"),
    Bomb("TOML, a number of digits", "TOML workout", lambda: _TOML + b"x = " + b"9" * (_FULL - 60)),
    Bomb("TOML, thousands of tables", "TOML workout", lambda: _TOML + b"[[steps]]\n" * 25_000),
    Bomb("TOML, thousands of keys", "TOML workout",
         lambda: _TOML + b"".join(b"k%d = 1\n" % n for n in range(20_000))),
    Bomb("TOML, repeats of repeats", "TOML workout",
         lambda: _TOML + b"".join(
             b"[[%s]]\nrepeat = 99\n" % b".".join([b"steps"] * (n + 1)) for n in range(30))),
)  # fmt: skip


# -- folders -------------------------------------------------------------------------------------


def look_at_traps(folder: Path, count: int, dice: random.Random) -> list[str]:
    """What is wrong with how so many folders were looked at."""
    secret = folder / "secret"
    secret.mkdir()
    for name in ("roster.csv", "plan.csv", "a.toml", "a.fit", "a.tcx"):
        (secret / name).write_bytes(b"SECRET")
    (secret / "index.html").write_bytes(b'<meta name="switchback-person" content="666-666">')
    complaints: list[str] = []
    for number in range(count):
        stick = folder / f"stick-{number}"
        stick.mkdir()
        for _ in range(dice.randrange(12)):
            _trap(stick, secret, dice)
        complaints += [f"folder {number}: {words}" for words in _complaints(stick)]
    return complaints


_NAMES = (
    "roster.csv", "plan.csv", "a.toml", "b.FIT", "import", "Switchback", "workouts", "x.jpg",
    "Athletes", "Anna", "run.tcx", "index.html",
    "..\\..\\c.toml", "-rf.toml", "$(reboot).csv", "roster\n.csv", "Plan\u202e.csv",
)  # fmt: skip


def _trap(stick: Path, secret: Path, dice: random.Random) -> None:
    place = dice.choice([stick, *(one for one in stick.rglob("*") if _is_own_folder(one))])
    path = place / dice.choice(_NAMES)
    if path.exists() or path.is_symlink():
        return
    match dice.randrange(8):
        case 0:
            path.symlink_to(
                dice.choice(
                    (secret, secret / "roster.csv", secret / "index.html", "/", "/dev/zero")
                )
            )
        case 1:
            path.symlink_to(dice.choice((".", "..", path.name, "../secret")))
        case 2:
            os.mkfifo(path)
        case 3:
            with path.open("wb") as file:
                file.truncate(dice.choice((MAX_FILE_BYTES + 1, 1 << 26, 1 << 33)))
        case 4 | 5:
            path.mkdir()
        case 6:
            path.write_bytes(dice.choice(TARGETS).seeds[0])
        case _:
            path.write_bytes(dice.randbytes(dice.choice((0, 10, MAX_FILE_BYTES))))


def _is_own_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _complaints(stick: Path) -> list[str]:
    brought: list[FoundFile] = []
    try:
        found = look_into(stick, brought.append)
    except KioskError as refusal:
        return [f"refused as a whole: {refusal}"]
    wrong: list[str] = []
    if any(b"SECRET" in file.content or file.mark for file in (*found.files, *brought)):
        wrong.append("something outside of it was read")
    if sum(len(file.content) for file in brought) > MAX_ACTIVITY_BYTES:
        wrong.append("too much of activities was read")
    if len(found.files) > MAX_FILES or sum(len(file.content) for file in found.files) > MAX_BYTES:
        wrong.append("too much was read")
    if any(
        not name.isprintable()
        for name in (one.name for one in (*found.files, *found.refused, *brought))
    ):
        wrong.append("a name cannot be shown")
    return wrong
