"""The club's shelf of numbered straps: which there are, who has one, how full its battery is."""

from dataclasses import dataclass

from sqlalchemy import Engine, delete, or_, select
from sqlalchemy.orm import Session

from kiosk.clock import Clock, SystemClock
from kiosk.errors import RosterError
from kiosk.history.claims import check_device_number
from kiosk.history.database import reading, writing
from kiosk.history.roster_rows import present_row
from kiosk.history.schema import (
    AthleteRow,
    PoolStrapRow,
    SessionAthleteRow,
    SessionRow,
    StrapRow,
)
from kiosk.shelf import PoolStrap
from kiosk.words import text

LAST_NUMBER = 99
_STATUSES = ("new", "good", "ok", "low", "critical")


@dataclass(frozen=True, slots=True)
class Retired:
    """A strap that is no more."""

    number: int | None
    """That it had on the shelf."""
    concerned: tuple[str, ...]
    """Names of whoever owned or had it."""


class Shelf:
    """Reads and changes the shelf; safe beside a running kiosk.

    Every method raises HistoryError when the history cannot be read or written, and RosterError
    as it says; nothing has changed then.
    """

    def __init__(self, engine: Engine, clock: Clock | None = None) -> None:
        self._engine = engine
        self._clock = clock or SystemClock()

    def add(self, number: int, device_number: int) -> PoolStrap:
        """Gives a strap of the club its number.

        Raises RosterError when either cannot be or is taken: by another strap, or as somebody's
        own.
        """
        if not 1 <= number <= LAST_NUMBER:
            raise RosterError(
                text(
                    "A strap of the club cannot be number {number}: give one from 1 to "
                    "{last_number}.",
                    number=number,
                    last_number=LAST_NUMBER,
                )
            )
        check_device_number("strap", device_number)
        with writing(self._engine) as connection, Session(connection) as session:
            _check_taken(session, number, device_number)
            row = PoolStrapRow(number=number, device_number=device_number)
            session.add(row)
            session.flush()
            return _strap_of(row)

    def drop(self, number: int) -> None:
        """Takes a strap off the shelf for good.

        Raises RosterError when there is none of that number or somebody has it.
        """
        with writing(self._engine) as connection, Session(connection) as session:
            row = _find(session, number)
            if row.holder_athlete_id is not None:
                raise RosterError(_lent(session, row))
            session.delete(row)
            session.flush()

    def retire(self, device_number: int) -> Retired:
        """A strap that is broken or lost: off the shelf, even while lent, or off whoever owns it.
        Sessions keep the number that they were recorded with.

        Raises RosterError when nobody has it, and while it feeds a session that is open.
        """
        with writing(self._engine) as connection, Session(connection) as session:
            check_unused(session, device_number)
            pool = session.scalar(
                select(PoolStrapRow).where(PoolStrapRow.device_number == device_number)
            )
            number = None if pool is None else pool.number
            holder = None if pool is None else pool.holder_athlete_id
            owners = (
                select(AthleteRow).join(StrapRow).where(StrapRow.device_number == device_number)
            )
            concerned = [row.name for row in session.scalars(owners)]
            if holder is not None:
                concerned.append(session.get_one(AthleteRow, holder).name)
            if pool is None and not concerned:
                raise RosterError(
                    text(
                        "Strap {device_number} is nobody's, and not on the shelf: look there "
                        "which there are.",
                        device_number=device_number,
                    )
                )
            if pool is not None:
                session.delete(pool)
            session.execute(delete(StrapRow).where(StrapRow.device_number == device_number))
            session.flush()
            return Retired(number, tuple(concerned))

    def lend(self, number: int, athlete_id: int, *, from_anybody: bool = False) -> PoolStrap:
        """Notes who has the strap now; another one of the club's that they had is given back.

        Raises RosterError when there is none of that number, the athlete is not on the roster, or
        somebody else has it; not so with `from_anybody`, for whoever holds it in their hand.
        """
        now = self._clock.utc_ms()
        with writing(self._engine) as connection, Session(connection) as session:
            row = _find(session, number)
            present_row(session, athlete_id)
            if row.holder_athlete_id not in (None, athlete_id) and not from_anybody:
                raise RosterError(_lent(session, row))
            held = select(PoolStrapRow).where(PoolStrapRow.holder_athlete_id == athlete_id)
            for former in session.scalars(held):
                former.holder_athlete_id, former.last_used_utc_ms = None, now
            row.holder_athlete_id, row.last_used_utc_ms = athlete_id, now
            session.flush()
            return _strap_of(row)

    def give_back(
        self, number: int, battery_percent: int | None = None, battery_status: str | None = None
    ) -> PoolStrap:
        """The strap is nobody's from now on; what its battery did not say stays as it was.

        Given back twice is no harm. Raises RosterError when there is none of that number or the
        battery's words cannot be.
        """
        if battery_percent is not None and not 0 <= battery_percent <= 100:
            raise RosterError(
                text(
                    "A battery cannot be at {battery_percent} %: give 0 to 100.",
                    battery_percent=battery_percent,
                )
            )
        if battery_status is not None and battery_status not in _STATUSES:
            raise RosterError(
                text(
                    'A battery cannot be "{battery_status}": choose from {statuses}.',
                    battery_status=battery_status,
                    statuses=", ".join(_STATUSES),
                )
            )
        with writing(self._engine) as connection, Session(connection) as session:
            row = _find(session, number)
            if row.holder_athlete_id is not None:
                row.holder_athlete_id, row.last_used_utc_ms = None, self._clock.utc_ms()
            if battery_percent is not None:
                row.battery_percent = battery_percent
            if battery_status is not None:
                row.battery_status = battery_status
            session.flush()
            return _strap_of(row)

    def list(self) -> list[PoolStrap]:
        """Every strap of the club, by number."""
        with reading(self._engine) as connection, Session(connection) as session:
            rows = session.scalars(select(PoolStrapRow).order_by(PoolStrapRow.number))
            return [_strap_of(row) for row in rows]


def check_unused(session: Session, device_number: int) -> None:
    """Raises RosterError while somebody in an open session, and not out of it, has this strap."""
    using = session.scalar(
        select(SessionAthleteRow.name)
        .join(SessionRow, SessionRow.id == SessionAthleteRow.session_id)
        .where(
            SessionRow.closed_utc_ms.is_(None),
            SessionAthleteRow.closed_utc_ms.is_(None),
            SessionAthleteRow.strap == device_number,
        )
        .limit(1)
    )
    if using is not None:
        raise RosterError(
            text(
                "{name} is training with strap {device_number}: wait until the session is over.",
                name=using,
                device_number=device_number,
            )
        )


def _find(session: Session, number: int) -> PoolStrapRow:
    row = session.get(PoolStrapRow, number) if 1 <= number <= LAST_NUMBER else None
    if row is None:
        raise RosterError(
            text(
                "There is no strap {number} on the shelf: look there which there are.",
                number=number,
            )
        )
    return row


def _check_taken(session: Session, number: int, device_number: int) -> None:
    same = or_(PoolStrapRow.number == number, PoolStrapRow.device_number == device_number)
    taken = session.scalar(select(PoolStrapRow).where(same).limit(1))
    if taken is not None:
        raise RosterError(
            text(
                "Strap {device_number} is number {number} on the shelf already: choose another "
                "number, or drop that one first.",
                device_number=taken.device_number,
                number=taken.number,
            )
        )
    owner = session.scalar(
        select(AthleteRow.name)
        .join(StrapRow, StrapRow.athlete_id == AthleteRow.id)
        .where(StrapRow.device_number == device_number)
        .limit(1)
    )
    if owner is not None:
        raise RosterError(
            text(
                'Strap {device_number} belongs to "{owner}": check the number, or leave it off '
                "the shelf.",
                device_number=device_number,
                owner=owner,
            )
        )


def _lent(session: Session, row: PoolStrapRow) -> str:
    holder = session.get_one(AthleteRow, row.holder_athlete_id)
    return text(
        '"{holder}" has strap {number} of the club: have it given back first.',
        holder=holder.name,
        number=row.number,
    )


def _strap_of(row: PoolStrapRow) -> PoolStrap:
    return PoolStrap(
        number=row.number,
        device_number=row.device_number,
        holder_id=row.holder_athlete_id,
        battery_percent=row.battery_percent,
        battery_status=row.battery_status,
        last_used_utc_ms=row.last_used_utc_ms,
    )
