"""What a cut session left on the disk: how far the class had come, and each of its athletes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    case,
    false,
    func,
    not_,
    or_,
    select,
    true,
)

from kiosk.history.schema import SessionAthleteRow, SessionRow, live
from kiosk.history.summary import within
from kiosk.session.records import Note
from kiosk.training.plan import Plan

OwnWay = Literal["own way", "own cool-down"]
_WAYS: Mapping[str, OwnWay | None] = {
    "own-way": "own way",
    "cool-down": "own cool-down",
    "join": None,
}


class Traces:
    """One athlete's notes of a session, the newest first."""

    def __init__(self, athlete_id: int, notes: Sequence[Note]) -> None:
        self._own = [note for note in reversed(notes) if note.athlete_id == athlete_id]

    def newest(self, *kinds: str) -> Note | None:
        """Of these kinds; None when there is none."""
        return next((note for note in self._own if note.kind in kinds), None)

    def begun_after(self, rows: int) -> int | None:
        """The step that was begun after so many rows, all there are; None when the newest one
        has a row already.
        """
        note = self.newest("step")
        if note is None or note.elapsed_s != rows:
            return None
        index = self.number(note, "step_index")
        return None if index is None else int(index)

    def after_beginning(self, last: "LastRow") -> "LastRow":
        """The same, but at the start of a step whose first second the cut took."""
        index = self.begun_after(last.rows)
        if index is None or index == last.step_index:
            return last
        return replace(last, step_index=index, step_s=0, step_distance_m=0.0)

    def kind_of_newest(self, *kinds: str) -> str | None:
        note = self.newest(*kinds)
        return None if note is None else note.kind

    @property
    def way(self) -> OwnWay | None:
        """Which way of their own they are on; None on the class's."""
        return _WAYS[self.kind_of_newest(*_WAYS) or "join"]

    def stretches(self) -> Iterator[tuple[int, int | None]]:
        """First row of every stretch on a way of their own, and the first one after it; None
        while it lasts.
        """
        began: int | None = None
        for note in reversed(self._own):
            if note.kind not in _WAYS or note.elapsed_s is None:
                continue
            if _WAYS[note.kind] is None and began is not None:
                yield began, note.elapsed_s
                began = None
            elif _WAYS[note.kind] is not None and began is None:
                began = note.elapsed_s
        if began is not None:
            yield began, None

    @property
    def lanes(self) -> tuple[str, ...]:
        """In a rotation, the lanes that they were sent to, the oldest first."""
        found = (self.text(note, "lane") for note in reversed(self._own) if note.kind == "block")
        return tuple(lane for lane in found if lane is not None)

    @property
    def walks(self) -> int:
        """Recovery walks begun since they came in last: whoever leaves begins anew."""
        here = takewhile(lambda note: note.kind != "join", self._own)
        return sum(note.kind == "walk" and note.detail.get("state") == "begun" for note in here)

    @property
    def is_walking(self) -> bool:
        """Whether a recovery walk is on."""
        return self.text(self.newest("walk", "join"), "state") == "begun"

    def warm_up_left_s(self, rows: int) -> int:
        """Of a late joiner's own warm-up, after so many rows; 0 once a step has begun. Where places
        change, its last second lasts until they do.
        """
        joined = self.newest("join", "step")
        owed_s = self.number(joined, "late_warm_up_s")
        if joined is None or not owed_s:
            return 0
        return max(1, int(owed_s) - (rows - (joined.elapsed_s or 0)))

    def extended_s(self, step_index: int | None) -> int:
        """Seconds by which that step was made longer for them alone."""
        return sum(
            int(self.number(note, "seconds") or 0)
            for note in self._own
            if note.kind == "extend" and note.detail.get("step_index") == step_index
        )

    @staticmethod
    def text(note: Note | None, key: str) -> str | None:
        value = None if note is None else note.detail.get(key)
        return value if isinstance(value, str) else None

    @staticmethod
    def number(note: Note | None, key: str) -> float | None:
        value = None if note is None else note.detail.get(key)
        return value if isinstance(value, int | float) else None


@dataclass(frozen=True, slots=True)
class LastRow:
    """How far one athlete had come."""

    rows: int = 0
    step_index: int | None = None
    """None: no row yet."""
    step_s: int = 0
    """Seconds spent in that step: one more than the newest row has."""
    step_distance_m: float = 0.0
    """Covered in it."""
    ascent_m: float = 0.0


NO_ROW = LastRow()


def last_rows(connection: Connection, row: SessionRow) -> dict[int, LastRow]:
    """By session_athlete id; who has no row is not in it."""
    entry = live.c.session_athlete_id
    newest = (
        select(entry.label("entry"), func.max(live.c.id).label("id"))
        .where(_rows_of(row))
        .group_by(entry)
        .subquery()
    )
    last = {
        owner: (step_index, step_s)
        for owner, step_index, step_s in connection.execute(
            select(entry, live.c.step_index, live.c.step_s).join(newest, newest.c.id == live.c.id)
        )
    }
    in_step = or_(
        false(),
        *(and_(entry == owner, live.c.step_index == index) for owner, (index, _) in last.items()),
    )
    sums = connection.execute(
        select(
            entry,
            func.max(live.c.elapsed_s) + 1,
            func.sum(case((in_step, func.coalesce(live.c.speed_centi, 0)), else_=0)),
            func.sum(func.coalesce(live.c.ascent_mm, 0)),
        )
        .where(_rows_of(row))
        .group_by(entry)
    )
    return {
        owner: LastRow(
            rows=rows,
            step_index=last[owner][0],
            step_s=last[owner][1] + 1,
            step_distance_m=centi / 100 / 3.6,
            ascent_m=ascent_mm / 1000,
        )
        for owner, rows, centi, ascent_mm in sums
    }


# -- the class -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ClassStand:
    """How far the session's own clock had come: see kiosk.session.commands.Restore."""

    step_index: int
    step_s: int
    extended_s: int
    elapsed_s: int
    last_utc_ms: int
    block: int | None
    in_block_s: int | None


def class_stand(
    connection: Connection,
    row: SessionRow,
    plan: Plan,
    notes: Sequence[Note],
    rows: Mapping[int, LastRow],
) -> ClassStand:
    """From what those on the class's way left, with `rows` as last_rows has them; the others only
    show that time went by.
    """
    ways = {entry.id: Traces(entry.athlete_id, notes) for entry in row.athletes}
    index, next_s, elapsed_s, last_utc_ms = 0, 0, 0, row.opened_utc_ms
    on_way = not_(_elsewhere(ways))
    found = connection.execute(
        select(
            live.c.session_athlete_id,
            live.c.utc_ms,
            case((on_way, live.c.step_index)),
            case((on_way, live.c.step_s)),
        )
        .where(_rows_of(row))
        .order_by(live.c.id)
    )
    for last_utc_ms, step_index, step_s in _seconds(found):  # noqa: B007 - the last one is wanted
        if step_index is None or step_s is None:
            next_s += 1  # nobody was on the class's way, but its clock goes on
        else:
            if step_index >= 0:
                index = step_index
            elif step_s < next_s:
                index += 1  # only a late joiner's warm-up is left: the step's clock began anew
            next_s = step_s + 1
        elapsed_s += 1
    begun = _begun_without_a_second(ways, rows)
    if begun is not None and begun != index:
        index, next_s = begun, 0
    block, opened = _block(plan, index, notes)
    return ClassStand(
        step_index=index,
        step_s=next_s,
        extended_s=_extended_s(index, block, opened, notes),
        elapsed_s=elapsed_s,
        last_utc_ms=last_utc_ms,
        block=block,
        in_block_s=None if opened is None else max(0, elapsed_s - (opened.elapsed_s or 0)),
    )


def _seconds(
    rows: Iterable[Row[int, int, int | None, int | None]],
) -> Iterator[tuple[int, int | None, int | None]]:
    """Time, step and second of it, once for each second of the class. Nobody has two rows in one:
    that tells seconds apart even where the wall clock was set back from one to the next.
    """
    here: set[int] = set()
    second: tuple[int, int | None, int | None] | None = None
    for entry, utc_ms, step_index, step_s in rows:
        if second is not None and (utc_ms != second[0] or entry in here):
            yield second
            here.clear()
            second = None
        here.add(entry)
        _, index, at_s = second or (utc_ms, None, None)
        second = utc_ms, _later(index, step_index), _later(at_s, step_s)
    if second is not None:
        yield second


def _later(one: int | None, other: int | None) -> int | None:
    return one if other is None else other if one is None else max(one, other)


def _elsewhere(ways: Mapping[int, Traces]) -> ColumnElement[bool]:
    """Rows of somebody on a way of their own; `ways` by session_athlete id."""
    stretches = [
        and_(
            live.c.session_athlete_id == entry,
            live.c.elapsed_s >= first,
            true() if after is None else live.c.elapsed_s < after,
        )
        for entry, own in ways.items()
        for first, after in own.stretches()
    ]
    return or_(false(), *stretches)


def _begun_without_a_second(ways: Mapping[int, Traces], rows: Mapping[int, LastRow]) -> int | None:
    """The class's step that was begun last and has no row yet: the cut came right at the change."""
    for entry, own in ways.items():
        index = own.begun_after(rows.get(entry, NO_ROW).rows)
        if index is not None and index >= 0 and own.way is None:
            return index
    return None


def _block(plan: Plan, step_index: int, notes: Sequence[Note]) -> tuple[int | None, Note | None]:
    """Of a rotation: the block that runs or comes next, and the note of its beginning."""
    numbers = (note.detail.get("block") for note in reversed(notes) if note.kind == "block")
    block = next((number for number in numbers if isinstance(number, int)), None)
    if plan.rotation is None or block is None or step_index >= plan.rotation.lead_out:
        return None, None
    begun = (
        note
        for note in notes
        if note.kind == "block" and note.athlete_id is None and note.detail.get("block") == block
    )
    return block, next(begun, None)


def _extended_s(
    step_index: int, block: int | None, opened: Note | None, notes: Sequence[Note]
) -> int:
    """Of the class's present step; in a rotation, whose steps come again, of the present block or
    of the change before it.
    """
    first = 0
    if block is not None:
        first = next(
            number
            for number, note in enumerate(notes)
            if note is opened
            or (opened is None and note.kind == "block" and note.detail.get("block") == block)
        )
    return sum(
        int(Traces.number(note, "seconds") or 0)
        for note in notes[first:]
        if note.kind == "extend"
        and note.athlete_id is None
        and (block is not None or note.detail.get("step_index") == step_index)
    )


def _rows_of(row: SessionRow) -> ColumnElement[bool]:
    members = select(SessionAthleteRow.id).where(SessionAthleteRow.session_id == row.id)
    here = within(live, row.live_from, row.live_to)
    return and_(here, live.c.session_athlete_id.in_(members))
