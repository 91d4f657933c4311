"""Files that mean harm: real ones with damage, and generated ones, for every parser of imports."""

import random
import re
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.export.activity_reader import read_activity
from kiosk.export.evening_tables import write_plan, write_roster
from kiosk.export.fit_import import import_workout
from kiosk.export.fit_workout import fit_workout
from kiosk.export.fit_writer import checksum
from kiosk.imports.folder import FoundFile
from kiosk.imports.plan_csv import PlanKnown, read_plan, weeks_of
from kiosk.imports.roster_csv import Known, people_of, read_roster
from kiosk.imports.workouts import read_workout_file
from kiosk.shelf import PoolStrap
from kiosk.training.athlete import Athlete
from kiosk.training.past import Planned
from kiosk.training.protocols import parse_protocol, plan
from tests.unit.outside import fit_of, hill, tcx_of
from tests.unit.rotation_class import ROTATION
from tests.unit.short_hills import SHORT_HILLS

TODAY = date(2026, 6, 1)
PEOPLE = (
    Athlete(1, "Anna", (111, 112), max_hr=185.0, resting_hr=52.0, birth_year=1990),
    Athlete(2, "Ben Groß", (222,), threshold_hr=170.0, ceiling_hr=180.0),
    Athlete(3, "=Łucja", zone_edges=(100.0, 120.0, 140.0)),
)
SHELF = (PoolStrap(7, 777),)
WEEKS = {1: (Planned(TODAY, "short-hills", ""), Planned(TODAY + timedelta(1), None, "-easy"))}
WORKOUTS = {"short-hills": "Short hills", "long-hills": "Long hills", "a-b": "Same", "b-a": "same"}
_HILL = hill((70, -5.0, 3.0))[::10]
_SMALLEST = (
    'id = "x"\nname = "X"\nmodality = "any"\n[[steps]]\nname = "Go"\nkind = "work"\n'
    'duration = "5 min"\nheart_rate = { zone = 3, part = "mid" }\nrpe = [6, 7]\ngrade_percent = 8\n'
)

Read = Callable[[bytes], Sequence[str]]
"""Reads a file; gives the sentences by which parts of it were refused."""


@dataclass(frozen=True, slots=True)
class Target:
    """One parser."""

    name: str
    read: Read
    seeds: tuple[bytes, ...]
    """Files that it takes."""
    share: int
    """Of all files."""
    words: tuple[bytes, ...] = ()
    """That mean something to it."""
    is_fit: bool = False


def _workout(content: bytes) -> tuple[str, ...]:
    import_workout(content, "hostile.fit")
    return ()


def _activity(content: bytes) -> tuple[str, ...]:
    read_activity(content, "hostile")
    return ()


def _toml(content: bytes) -> tuple[str, ...]:
    read_workout_file(FoundFile("hostile.toml", "toml", content))
    return ()


def _roster(content: bytes) -> list[str]:
    table = read_roster(content, "hostile.csv")
    found = people_of([table], Known(PEOPLE, SHELF, TODAY))
    return [one.detail for one in found if one.state == "refused"]


def _plan(content: bytes) -> list[str]:
    table = read_plan(content, "hostile.csv")
    found, _ = weeks_of([table], PlanKnown(PEOPLE, ["Carla"], WEEKS, WORKOUTS, TODAY))
    return [one.detail for one in found if one.state == "refused"]


def _fit_of(protocol: str) -> bytes:
    return fit_workout(plan(parse_protocol(protocol, "seed")), 0).content


TARGETS = (
    Target("FIT workout", _workout, (_fit_of(_SMALLEST), _fit_of(SHORT_HILLS)), 10, is_fit=True),
    Target("FIT activity", _activity, (fit_of(_HILL),), 10, is_fit=True),
    Target(
        "TCX activity",
        _activity,
        (tcx_of(_HILL),),
        15,
        (b"<Lap>", b"</Lap>", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"<![CDATA[", b"<?xml",
         b"NaN", b"<Trackpoint>", b"</Trackpoint>", b"1e999", b"-1",
         b"2026-13-01T00:00:00Z", b"xmlns='x'"),
    ),
    Target(
        "roster.csv",
        _roster,
        (
            write_roster(PEOPLE, TODAY),
            "number;name;new name;age;sex;straps\n;Carla;;40;f;333 444\n2;Ben Groß;B;;m;\n".encode(
                "cp1252"
            ),
            "name\tmax heart rate\nAnna\t190\nDirk\tnone\n".encode("utf-16"),
        ),
        25,
        (b"Anna", b"none", b"1e9", b"-1", b"=1+1", b"'=", b"\x00", b"\xe2\x80\xae", b'""',
         b"sep=;\n", b"99999999", b"181,5", b"name", b"ceiling", b"zone model", b"threshold",
         b"777"),
    ),
    Target(
        "plan.csv",
        _plan,
        (
            write_plan({1: "Anna"}, WEEKS),
            b"date,name,workout,note\n6/13/2026,Carla,long hills,x\n03.06.2026,Ben Gro\xdf,,y\n",
        ),
        25,
        (b"2026-06-02", b"0000-00-00", b"9999-12-31", b"31/12/2026", b"Same", b"Anna",
         b"short-hills", b"\x00", b"\xe2\x80\xae", b'""', b"date", b"=cmd()", b"\r", b"A" * 90),
    ),
    Target(
        "TOML workout",
        _toml,
        (_SMALLEST.encode(), SHORT_HILLS.encode(), ROTATION.encode()),
        15,
        (b"[[steps]]", b"[[steps.steps]]", b"repeat = 999999999", b"= nan", b"= inf", b"= -0.0",
         b'"""', b"{", b"[[[[", b"a.b.c.", b"= 1979-05-27T07:32:00Z", b"\\u0000",
         b"\\U0010FFFF", b"0x7fffffff", b'duration = "1e99 h"', b"1_000_000_000_000_000_000_000"),
    ),
)  # fmt: skip
_EVERYWHERE = (b"", b"\n", b"\r\n", b",", b";", b'"', b"'", b"\xff", b"\x00\x00", b"\xef\xbb\xbf")
_NUMBER = re.compile(rb"[0-9]+")


def make_file(target: Target, dice: random.Random) -> bytes:
    """One more file for a parser: now damaged, now made up."""
    content = _made_up(target, dice) if dice.random() < 0.25 else _damaged(target, dice)
    return sealed(content) if target.is_fit and dice.random() < 0.9 else content


def _damaged(target: Target, dice: random.Random) -> bytes:
    content = bytearray(dice.choice(target.seeds))
    for _ in range(dice.choice((1, 1, 1, 2, 2, 4, 12))):
        dice.choice(_HARM)(content, target, dice)
        del content[20_000:]
    return bytes(content)


def _flip(content: bytearray, target: Target, dice: random.Random) -> None:
    if content:
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def _replace(content: bytearray, target: Target, dice: random.Random) -> None:
    if content:
        content[dice.randrange(len(content))] = dice.choice((0, 1, 2, 7, 0x7F, 0x80, 0xFE, 0xFF))


def _cut(content: bytearray, target: Target, dice: random.Random) -> None:
    start, end = _slice(content, dice)
    del content[start:end]


def _double(content: bytearray, target: Target, dice: random.Random) -> None:
    start, end = _slice(content, dice)
    content[start:start] = content[start:end] * dice.choice((1, 1, 2, 20))


def _insert(content: bytearray, target: Target, dice: random.Random) -> None:
    place = dice.randrange(len(content) + 1)
    content[place:place] = dice.choice((*target.words, *_EVERYWHERE)) * dice.choice((1, 1, 1, 30))


def _end(content: bytearray, target: Target, dice: random.Random) -> None:
    del content[dice.randrange(len(content) + 1) :]


def _graft(content: bytearray, target: Target, dice: random.Random) -> None:
    other = dice.choice(target.seeds)
    start, end = _slice(other, dice)
    place = dice.randrange(len(content) + 1)
    content[place:place] = other[start:end]


def _renumber(content: bytearray, target: Target, dice: random.Random) -> None:
    """Another number where there is one; in FIT there are only bytes."""
    found = None if target.is_fit else list(_NUMBER.finditer(bytes(content)))
    if found:
        one = dice.choice(found)
        digits = dice.choice(
            (b"0", b"-1", b"1e400", b"9" * dice.choice((2, 20, 400)), b"0.1", b"007")
        )
        content[one.start() : one.end()] = digits


def _slice(content: bytes | bytearray, dice: random.Random) -> tuple[int, int]:
    start = dice.randrange(len(content) + 1)
    return start, min(len(content), start + dice.choice((1, 2, 4, 8, 40, 400)))


_HARM = (_flip, _flip, _replace, _cut, _double, _insert, _insert, _end, _graft, _renumber)


# -- made up -------------------------------------------------------------------------------------


def _made_up(target: Target, dice: random.Random) -> bytes:
    if target.is_fit:
        return _made_up_fit(dice)
    parts = (*target.words, *_EVERYWHERE, b" ", b"=", b"1", b"x")
    if target.name.endswith(".csv"):
        return _made_up_table(target, dice)
    head = dice.choice(target.seeds)
    head = head[: dice.choice((0, 40, len(head)))]
    return head + b"".join(dice.choices(parts, k=dice.choice((1, 5, 40))))


def _made_up_table(target: Target, dice: random.Random) -> bytes:
    separator = dice.choice((b",", b";", b"\t"))
    heads = dice.choice(target.seeds[:1]).splitlines()[0].split(b",")
    dice.shuffle(heads)
    rows = [heads] + [
        [_cell(target, dice) for _ in range(len(heads) + dice.choice((0, 0, 0, -1, 1)))]
        for _ in range(dice.choice((1, 3, 10)))
    ]
    return b"\r\n".join(separator.join(row) for row in rows)


def _cell(target: Target, dice: random.Random) -> bytes:
    if dice.random() < 0.6:
        return dice.choice((*target.words, b""))
    letters = "a1 ,;\"'-=\u0130\u1e9e\u0301\u200d\u202e\U0001f3d4\ud800"
    return "".join(dice.choices(letters, k=dice.choice((1, 4, 45)))).encode(
        "utf-8", "surrogatepass"
    )


def _made_up_fit(dice: random.Random) -> bytes:
    """Definitions of any kind, and messages as they say, or nearly so."""
    body = bytearray()
    sizes: dict[int, int] = {}
    for _ in range(dice.choice((1, 4, 12))):
        local = dice.randrange(4)
        if local not in sizes or dice.random() < 0.4:
            fields = [
                (dice.choice((0, 1, 2, 3, 4, 5, 6, 7, 8, 253, 254, dice.randrange(256))),
                 dice.choice((0, 1, 2, 4, 8, 16, 255)),
                 dice.choice((0, 1, 2, 7, 0x83, 0x84, 0x85, 0x86, 0x88, 0x89, 0x8C, 0x8F, 0xFF)))
                for _ in range(dice.choice((0, 1, 3, 8)))
            ]  # fmt: skip
            number = dice.choice(
                (0, 0, 18, 19, 20, 21, 26, 27, 27, 34, 206, 207, dice.randrange(400))
            )
            body += struct.pack(
                "<BBBHB", 0x40 | local, 0, dice.choice((0, 0, 1)), number, len(fields)
            )
            for definition in fields:
                body += bytes(definition)
            sizes[local] = sum(size for _, size, _ in fields)
        header = dice.choice((local, local, 0x80 | local << 5 | 3))
        body += bytes([header]) + dice.randbytes(sizes[local] + dice.choice((0, 0, 0, 1)))
    return struct.pack("<BBHI4sH", 14, 0x20, 2132, len(body), b".FIT", 0) + bytes(body) + b"\0\0"


def sealed(content: bytes) -> bytes:
    """With the length and the sums that belong to it: else hardly any damage gets past the door."""
    if len(content) < 16 or content[0] != 14:
        return content
    whole = bytearray(content[:-2])
    struct.pack_into("<I", whole, 4, len(whole) - 14)
    struct.pack_into("<H", whole, 12, checksum(bytes(whole[:12])))
    return bytes(whole) + struct.pack("<H", checksum(bytes(whole)))
