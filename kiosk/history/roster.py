"""The roster: who may train here, with which straps and which heart rates."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TypeVar

from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session

from kiosk.clock import Clock, SystemClock
from kiosk.errors import RosterError
from kiosk.history.claims import check_free, check_new_straps, check_values
from kiosk.history.database import reading, writing
from kiosk.history.names import cleaned, name_key, nearest
from kiosk.history.schema import AthleteRow, FootPodRow, PoolStrapRow, StrapRow, TagRow
from kiosk.training.athlete import Athlete, Sex

_Device = TypeVar("_Device", StrapRow, FootPodRow)
_TABLES = tuple(row.__table__ for row in (AthleteRow, StrapRow, FootPodRow, TagRow, PoolStrapRow))


class Roster:
    """Reads and changes the roster; safe beside a running kiosk.

    Every method raises HistoryError when the history cannot be read or written, and RosterError
    as it says.
    """

    def __init__(self, engine: Engine, clock: Clock | None = None) -> None:
        self._engine = engine
        self._clock = clock or SystemClock()

    def add(
        self,
        name: str,
        straps: Sequence[int] = (),
        *,
        shared: bool = False,
        foot_pods: Sequence[int] = (),
        max_hr: float | None = None,
        resting_hr: float | None = None,
        threshold_hr: float | None = None,
        birth_year: int | None = None,
        sex: Sex | None = None,
    ) -> Athlete:
        """Adds a person whose consent staff has recorded; a threshold counts from today.

        Raises RosterError when the name or a device is taken or a value cannot be right; with
        `shared` a strap may be somebody else's too.
        """
        today = self._today()
        athlete = Athlete(
            id=0,
            name=name,
            straps=tuple(straps),
            max_hr=max_hr,
            resting_hr=resting_hr,
            threshold_hr=threshold_hr,
            threshold_on=None if threshold_hr is None else today,
            birth_year=birth_year,
            sex=sex,
            foot_pods=tuple(foot_pods),
        )
        row = AthleteRow(
            consent_on=today.isoformat(),
            consent_by="staff",
            created_utc_ms=self._clock.utc_ms(),
        )
        with writing(self._engine) as connection, Session(connection) as session:
            return self._keep(session, row, athlete, shared=shared)

    def change(self, athlete: Athlete, *, shared: bool = False) -> Athlete:
        """Stores every field of a person already on the roster, devices and tags included.

        Raises RosterError like `add`, and when the person is not on the roster any more.
        """
        return self._alter(athlete.id, lambda _: athlete, shared=shared)

    def remember_strap(self, athlete_id: int, strap: int) -> Athlete:
        """One more strap of somebody's own; it may be another's too, because people were asked.

        Raises RosterError like `change`.
        """
        return self._alter(
            athlete_id, lambda who: replace(who, straps=(*who.straps, strap)), shared=True
        )

    def add_tag(self, athlete_id: int, digest: str) -> Athlete:
        """One more tag of somebody's, as events.Tag has it. Raises RosterError like `change`."""
        return self._alter(athlete_id, lambda who: replace(who, tags=(*who.tags, digest)))

    def remove(self, name: str) -> None:
        """Takes a person off the roster: devices and tags are free again, heart rates forgotten,
        and a strap of the club's is nobody's.

        Sessions keep the name they were recorded with. Raises RosterError for an unknown name.
        """
        with writing(self._engine) as connection, Session(connection) as session:
            row = _present(session, name)
            now = self._clock.utc_ms()
            row.removed_utc_ms = now
            _fill(row, Athlete(row.id, row.name), now)
            session.execute(
                update(PoolStrapRow)
                .where(PoolStrapRow.holder_athlete_id == row.id)
                .values(holder_athlete_id=None)
            )
            session.flush()

    def list(self) -> list[Athlete]:
        """Everybody on the roster, by name."""
        with reading(self._engine) as connection, Session(connection) as session:
            return [athlete_of(row) for row in _everybody(session)]

    def stamp(self) -> tuple[object, ...]:
        """Equal for as long as nothing on roster or shelf has changed; far quicker than `list`."""
        with reading(self._engine) as connection:
            return tuple(tuple(connection.execute(select(table)).all()) for table in _TABLES)

    def find(self, name: str) -> Athlete:
        """The person of that name, in any case and Unicode form.

        Raises RosterError, naming similar names, when there is none.
        """
        with reading(self._engine) as connection, Session(connection) as session:
            return athlete_of(_present(session, name))

    def _alter(
        self, athlete_id: int, alter: Callable[[Athlete], Athlete], *, shared: bool = False
    ) -> Athlete:
        with writing(self._engine) as connection, Session(connection) as session:
            row = present_row(session, athlete_id)
            return self._keep(session, row, alter(athlete_of(row)), shared=shared)

    def _keep(self, session: Session, row: AthleteRow, wanted: Athlete, *, shared: bool) -> Athlete:
        athlete = replace(
            wanted,
            name=cleaned(wanted.name),
            straps=tuple(dict.fromkeys(wanted.straps)),
            foot_pods=tuple(dict.fromkeys(wanted.foot_pods)),
            tags=tuple(dict.fromkeys(wanted.tags)),
        )
        check_values(athlete, self._today().year)
        others = [known for known in _everybody(session) if known is not row]
        check_free(athlete, others)
        had = {strap.device_number for strap in row.straps}
        new = [strap for strap in athlete.straps if strap not in had]
        check_new_straps(session, new, others, shared)
        _fill(row, athlete, self._clock.utc_ms())
        session.add(row)
        session.flush()
        session.refresh(row)
        return athlete_of(row)

    def _today(self) -> date:
        return datetime.fromtimestamp(self._clock.utc_ms() / 1000, UTC).date()


def present_row(session: Session, athlete_id: int) -> AthleteRow:
    """Raises RosterError when the person is not on the roster any more."""
    row = session.get(AthleteRow, athlete_id)
    if row is None or row.removed_utc_ms is not None:
        name = "This person" if row is None else f'"{row.name}"'
        raise RosterError(f"{name} is not on the roster any more: add them again.")
    return row


def _everybody(session: Session) -> Sequence[AthleteRow]:
    present = select(AthleteRow).where(AthleteRow.removed_utc_ms.is_(None))
    return session.scalars(present.order_by(AthleteRow.name_key)).all()


def _present(session: Session, name: str) -> AthleteRow:
    everybody = _everybody(session)
    key = name_key(name)
    for row in everybody:
        if row.name_key == key:
            return row
    alike = nearest(name, [row.name for row in everybody])
    meant = "" if not alike else "did you mean " + " or ".join(f'"{one}"' for one in alike) + "? "
    raise RosterError(
        f'"{name}" is not on the roster; {meant}'
        "'switchback roster list' shows who is, 'switchback roster add' adds someone."
    )


def _fill(row: AthleteRow, athlete: Athlete, utc_ms: int) -> None:
    row.name, row.name_key = athlete.name, name_key(athlete.name)
    row.sex, row.birth_year = athlete.sex, athlete.birth_year
    row.max_hr, row.resting_hr = athlete.max_hr, athlete.resting_hr
    row.threshold_hr, row.ceiling_hr = athlete.threshold_hr, athlete.ceiling_hr
    row.threshold_on = None if athlete.threshold_on is None else athlete.threshold_on.isoformat()
    row.zone_edges = None if athlete.zone_edges is None else json.dumps(athlete.zone_edges)
    row.straps = _in_order(StrapRow, row.straps, athlete.straps)
    row.foot_pods = _in_order(FootPodRow, row.foot_pods, athlete.foot_pods)
    kept = {tag.digest: tag for tag in row.tags}
    row.tags = [
        kept.get(digest) or TagRow(digest=digest, added_utc_ms=utc_ms) for digest in athlete.tags
    ]


def _in_order(
    make: type[_Device], known: Sequence[_Device], numbers: Sequence[int]
) -> list[_Device]:
    kept = {device.device_number: device for device in known}
    devices = [kept.get(number) or make(device_number=number) for number in numbers]
    for position, device in enumerate(devices):
        device.position = position
    return devices


def athlete_of(row: AthleteRow) -> Athlete:
    """The person as training knows them."""
    return Athlete(
        id=row.id,
        name=row.name,
        straps=tuple(strap.device_number for strap in row.straps),
        max_hr=row.max_hr,
        resting_hr=row.resting_hr,
        threshold_hr=row.threshold_hr,
        threshold_on=None if row.threshold_on is None else date.fromisoformat(row.threshold_on),
        birth_year=row.birth_year,
        sex="f" if row.sex == "f" else "m" if row.sex == "m" else None,
        zone_edges=None if row.zone_edges is None else tuple(json.loads(row.zone_edges)),
        ceiling_hr=row.ceiling_hr,
        foot_pods=tuple(pod.device_number for pod in row.foot_pods),
        tags=tuple(tag.digest for tag in row.tags),
    )
