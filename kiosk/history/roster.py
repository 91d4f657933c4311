"""The roster: who may train here, with which straps and which heart rates."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from kiosk.clock import Clock, SystemClock
from kiosk.errors import RosterError
from kiosk.history.database import reading, writing
from kiosk.history.names import cleaned, name_key, nearest
from kiosk.history.schema import AthleteRow, StrapRow
from kiosk.training.athlete import Athlete, Sex
from kiosk.training.zones import check_athlete

LAST_DEVICE_NUMBER = 1_048_575
"""ANT device numbers have 20 bits; 0 means any."""
MAX_STRAPS = 8


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
        max_hr: float | None = None,
        resting_hr: float | None = None,
        threshold_hr: float | None = None,
        birth_year: int | None = None,
        sex: Sex | None = None,
    ) -> Athlete:
        """Adds a person whose consent staff has recorded; a threshold counts from today.

        Raises RosterError when the name or a strap is taken or a value cannot be right.
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
        )
        row = AthleteRow(
            consent_on=today.isoformat(),
            consent_by="staff",
            created_utc_ms=self._clock.utc_ms(),
        )
        return self._store(athlete, row)

    def change(self, athlete: Athlete) -> Athlete:
        """Stores every field of a person already on the roster, straps included.

        Raises RosterError like `add`, and when the person is not on the roster any more.
        """
        return self._store(athlete, None)

    def remove(self, name: str) -> None:
        """Takes a person off the roster: straps are free again, heart rates forgotten.

        Sessions keep the name they were recorded with. Raises RosterError for an unknown name.
        """
        with writing(self._engine) as connection, Session(connection) as session:
            row = _present(session, name)
            row.removed_utc_ms = self._clock.utc_ms()
            _fill(row, Athlete(row.id, row.name))
            session.flush()

    def list(self) -> list[Athlete]:
        """Everybody on the roster, by name."""
        with reading(self._engine) as connection, Session(connection) as session:
            return [athlete_of(row) for row in _everybody(session)]

    def find(self, name: str) -> Athlete:
        """The person of that name, in any case and Unicode form.

        Raises RosterError, naming similar names, when there is none.
        """
        with reading(self._engine) as connection, Session(connection) as session:
            return athlete_of(_present(session, name))

    def _store(self, wanted: Athlete, row: AthleteRow | None) -> Athlete:
        athlete = replace(
            wanted, name=cleaned(wanted.name), straps=tuple(dict.fromkeys(wanted.straps))
        )
        _check_values(athlete, self._today().year)
        with writing(self._engine) as connection, Session(connection) as session:
            everybody = _everybody(session)
            if row is None:
                row = next((known for known in everybody if known.id == athlete.id), None)
            if row is None:
                raise RosterError(
                    f'"{athlete.name}" is not on the roster any more: add them again.'
                )
            others = [known for known in everybody if known is not row]
            _check_free(athlete, others)
            _fill(row, athlete)
            session.add(row)
            session.flush()
            session.refresh(row)
            return athlete_of(row)

    def _today(self) -> date:
        return datetime.fromtimestamp(self._clock.utc_ms() / 1000, UTC).date()


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


def _check_free(athlete: Athlete, others: Sequence[AthleteRow]) -> None:
    key = name_key(athlete.name)
    for other in others:
        if other.name_key == key:
            raise RosterError(
                f'"{other.name}" is already on the roster: choose another name, for example with '
                "an initial."
            )
        for strap in other.straps:
            if strap.device_number in athlete.straps:
                raise RosterError(
                    f'Strap {strap.device_number} already belongs to "{other.name}": check the '
                    f'number, or give "{other.name}" another one first.'
                )


def _check_values(athlete: Athlete, this_year: int) -> None:
    if len(athlete.straps) > MAX_STRAPS:
        raise RosterError(f'"{athlete.name}" can have {MAX_STRAPS} straps at most: give fewer.')
    for strap in athlete.straps:
        if not 1 <= strap <= LAST_DEVICE_NUMBER:
            raise RosterError(
                f"Strap {strap} cannot be: a device number is between 1 and {LAST_DEVICE_NUMBER}; "
                "look for it on the strap or in 'switchback doctor'."
            )
    check_athlete(athlete)
    latest = max(this_year, 2026)  # the clock of a kiosk without a network may be years behind
    if athlete.birth_year is not None and not 1900 <= athlete.birth_year <= latest:
        raise RosterError(
            f"The birth year cannot be {athlete.birth_year}: give one between 1900 and {latest}."
        )
    if athlete.sex not in (None, "f", "m"):
        raise RosterError(f'The sex cannot be "{athlete.sex}": give f or m, or leave it out.')


def _fill(row: AthleteRow, athlete: Athlete) -> None:
    row.name, row.name_key = athlete.name, name_key(athlete.name)
    row.sex, row.birth_year = athlete.sex, athlete.birth_year
    row.max_hr, row.resting_hr = athlete.max_hr, athlete.resting_hr
    row.threshold_hr, row.ceiling_hr = athlete.threshold_hr, athlete.ceiling_hr
    row.threshold_on = None if athlete.threshold_on is None else athlete.threshold_on.isoformat()
    row.zone_edges = None if athlete.zone_edges is None else json.dumps(athlete.zone_edges)
    kept = {strap.device_number: strap for strap in row.straps}
    row.straps = [kept.get(number) or StrapRow(device_number=number) for number in athlete.straps]
    for position, strap in enumerate(row.straps):
        strap.position = position


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
    )
