"""The roster: who may train here, with which straps and which heart rates."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, tzinfo
from itertools import count
from typing import Any, TypedDict, Unpack

from sqlalchemy import Engine, delete, func, select, update
from sqlalchemy.orm import Session

from kiosk.clock import Clock, SystemClock
from kiosk.days import day_of
from kiosk.history.claims import check_free, check_new_straps, check_values
from kiosk.history.database import reading, writing
from kiosk.history.erase import erase
from kiosk.history.merge import Merged, merge
from kiosk.history.names import cleaned, name_key
from kiosk.history.roster_rows import (
    athlete_of,
    everybody,
    fill,
    knows_more,
    measure_again,
    named_row,
    present_row,
)
from kiosk.history.schema import (
    AthleteRow,
    FootPodRow,
    HomeworkRow,
    PlannedRow,
    PoolStrapRow,
    SessionAthleteRow,
    StrapRow,
    TagRow,
    answer,
)
from kiosk.training.athlete import Athlete, Sex, Shows

_TABLES = tuple(row.__table__ for row in (AthleteRow, StrapRow, FootPodRow, TagRow, PoolStrapRow))


class Known(TypedDict, total=False):
    """What may be said of a person when they are added: fields of Athlete."""

    foot_pods: Sequence[int]
    max_hr: float | None
    resting_hr: float | None
    threshold_hr: float | None
    threshold_on: date | None
    birth_year: int | None
    sex: Sex | None
    zone_edges: tuple[float, ...] | None
    ceiling_hr: float | None
    weight_kg: float | None
    vo2max: float | None
    marathon_pace_s_per_km: float | None
    is_effort_only: bool
    test_ceiling_hr: float | None
    cleared_on: date | None
    guardian_on: date | None
    readiness_on: date | None
    is_ready: bool | None
    race_on: date | None
    race_name: str
    shows: Shows
    guest_on: date | None


class Roster:
    """Reads and changes the roster; safe beside a running kiosk.

    Every method raises HistoryError when the history cannot be read or written, and RosterError
    as it says.
    """

    def __init__(
        self, engine: Engine, clock: Clock | None = None, *, time_zone: tzinfo | None = None
    ) -> None:
        """`time_zone` says which day it is; None is the system's."""
        self._engine = engine
        self._clock = clock or SystemClock()
        self._time_zone = time_zone
        self._highest_id = 0
        """Of those erased: a running kiosk may still remember them by it."""

    def add(
        self,
        name: str,
        straps: Sequence[int] = (),
        *,
        shared: bool = False,
        **known: Unpack[Known],
    ) -> Athlete:
        """Adds a person whose consent staff has recorded; a threshold without a day is of today.

        Raises RosterError when the name or a device is taken or a value cannot be right; with
        `shared` a strap may be somebody else's too.
        """
        today = self._today()
        if known.get("threshold_hr") is not None:
            known.setdefault("threshold_on", today)
        known["foot_pods"] = tuple(known.get("foot_pods", ()))
        athlete = replace(Athlete(0, name, tuple(straps)), **known)
        with writing(self._engine) as connection, Session(connection) as session:
            return self._keep(session, self._new_row(session, "staff"), athlete, shared=shared)

    def change(self, athlete: Athlete, *, shared: bool = False) -> Athlete:
        """Stores every field of a person already on the roster, devices and tags included.

        Raises RosterError like `add`, and when the person is not on the roster any more.
        """
        return self._alter(athlete.id, lambda _: athlete, shared=shared)

    def set_fields(self, athlete_id: int, changes: Mapping[str, Any]) -> Athlete:
        """New values for these fields of Athlete; what else is known by then stays as it is.

        Raises RosterError like `change`.
        """
        return self._alter(athlete_id, lambda who: replace(who, **changes))

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

    def answer_readiness(self, athlete_id: int, ready: bool) -> Athlete:
        """What came of the readiness questions, today. Raises RosterError like `change`."""
        today = self._today()
        return self._alter(athlete_id, lambda who: replace(who, readiness_on=today, is_ready=ready))

    def show_as(self, athlete_id: int, shows: Shows) -> Athlete:
        """What others see of them. Raises RosterError like `change`."""
        return self._alter(athlete_id, lambda who: replace(who, shows=shows))

    def remove(self, name: str) -> None:
        """Takes a person off the roster: devices and tags are free again, a strap of the club's is
        nobody's, and what was known of their body, their week and their days is forgotten.

        Sessions stay, with the name they were recorded with, their results and what was answered
        about them. Raises RosterError for an unknown name.
        """
        with writing(self._engine) as connection, Session(connection) as session:
            self._take_off(session, named_row(session, name))

    def remove_id(self, athlete_id: int) -> None:
        """The same for somebody by number. Raises RosterError when they are not there any more."""
        with writing(self._engine) as connection, Session(connection) as session:
            self._take_off(session, present_row(session, athlete_id))

    def _take_off(self, session: Session, row: AthleteRow) -> None:
        now = self._clock.utc_ms()
        row.removed_utc_ms = now
        fill(row, Athlete(row.id, row.name), now)
        session.execute(
            update(PoolStrapRow)
            .where(PoolStrapRow.holder_athlete_id == row.id)
            .values(holder_athlete_id=None)
        )
        session.execute(delete(PlannedRow).where(PlannedRow.athlete_id == row.id))
        to_do = (HomeworkRow.athlete_id == row.id) & HomeworkRow.taken_utc_ms.is_(None)
        session.execute(delete(HomeworkRow).where(to_do))
        of_days = (answer.c.athlete_id == row.id) & answer.c.session_id.is_(None)
        session.execute(delete(answer).where(of_days))
        session.flush()

    def add_guest(self, name: str, day: date, *, is_ready: bool = True) -> Athlete:
        """Somebody who stays for this day and trains by effort; by the touch that brought them here
        they agreed to be recorded and answered the readiness questions.

        A name that is taken gets a number of its own: "Guest 7", "Guest 7/2". Raises RosterError
        for a name that cannot be.
        """
        with writing(self._engine) as connection, Session(connection) as session:
            taken = {row.name_key for row in everybody(session)}
            names = (name if n == 1 else f"{name}/{n}" for n in count(1))
            free = next(one for one in names if name_key(one) not in taken)
            guest = Athlete(
                0,
                free,
                is_effort_only=True,
                is_ready=is_ready,
                readiness_on=self._today(),
                guest_on=day,
            )
            return self._keep(session, self._new_row(session, "guest"), guest, shared=False)

    def claim(self, athlete_id: int, name: str) -> Athlete:
        """A guest stays, under a name of their own; their sessions say it too.

        Raises RosterError like `change`.
        """

        def stay(who: Athlete) -> Athlete:
            return replace(who, name=name, guest_on=None)

        member = self._alter(athlete_id, stay)
        with writing(self._engine) as connection:
            connection.execute(
                update(SessionAthleteRow)
                .where(SessionAthleteRow.athlete_id == athlete_id)
                .values(name=member.name)
            )
        return member

    def date_guest(self, athlete_id: int, day: date) -> None:
        """The day on which a guest came; whoever is a member by now stays one."""
        with writing(self._engine) as connection:
            connection.execute(
                update(AthleteRow)
                .where(AthleteRow.id == athlete_id, AthleteRow.guest_on.is_not(None))
                .values(guest_on=day.isoformat())
            )

    def erase(self, athlete_id: int) -> None:
        """Nothing of them is left, sessions included; raises as kiosk.history.erase.erase does."""
        self._highest_id = max(self._highest_id, athlete_id)
        erase(self._engine, athlete_id, self._clock.utc_ms())

    def merge(self, from_id: int, into_id: int) -> Merged:
        """Two entries are one person; raises as kiosk.history.merge.merge does."""
        self._highest_id = max(self._highest_id, from_id)
        return merge(self._engine, from_id, into_id)

    def list(self) -> list[Athlete]:
        """Everybody on the roster, by name."""
        with reading(self._engine) as connection, Session(connection) as session:
            return [athlete_of(row) for row in everybody(session)]

    def stamp(self) -> tuple[object, ...]:
        """Equal for as long as nothing on roster or shelf has changed; far quicker than `list`."""
        with reading(self._engine) as connection:
            return tuple(tuple(connection.execute(select(table)).all()) for table in _TABLES)

    def find(self, name: str) -> Athlete:
        """The person of that name, in any case and Unicode form.

        Raises RosterError, naming similar names, when there is none.
        """
        with reading(self._engine) as connection, Session(connection) as session:
            return athlete_of(named_row(session, name))

    def _new_row(self, session: Session, consent_by: str) -> AthleteRow:
        highest = session.scalar(select(func.max(AthleteRow.id))) or 0
        self._highest_id = max(self._highest_id, highest)
        return AthleteRow(
            id=self._highest_id + 1,
            consent_on=self._today().isoformat(),
            consent_by=consent_by,
            created_utc_ms=self._clock.utc_ms(),
        )

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
        check_values(athlete, self._today())
        others = [known for known in everybody(session) if known is not row]
        check_free(athlete, others)
        had = {strap.device_number for strap in row.straps}
        new = [strap for strap in athlete.straps if strap not in had]
        check_new_straps(session, new, others, shared)
        if wanted.id and knows_more(row, athlete):
            measure_again(session, wanted.id)
        fill(row, athlete, self._clock.utc_ms())
        session.add(row)
        session.flush()
        session.refresh(row)
        return athlete_of(row)

    def _today(self) -> date:
        return day_of(self._clock.utc_ms(), self._time_zone)
