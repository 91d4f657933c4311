"""A person as a row of the roster: found, written, and read back as training knows them."""

import json
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from kiosk.errors import RosterError
from kiosk.history.names import name_key, nearest
from kiosk.history.schema import (
    AthleteRow,
    FootPodRow,
    SessionAthleteRow,
    StrapRow,
    TagRow,
    result,
)
from kiosk.training.athlete import Athlete
from kiosk.words import text

_DAYS = ("threshold_on", "cleared_on", "guardian_on", "readiness_on", "race_on", "guest_on")
_MEASURED_WITH = ("max_hr", "resting_hr", "birth_year", "sex", "weight_kg", "vo2max")
_Device = TypeVar("_Device", StrapRow, FootPodRow)


def present_row(session: Session, athlete_id: int) -> AthleteRow:
    """Raises RosterError when the person is not on the roster any more."""
    row = session.get(AthleteRow, athlete_id)
    if row is None or row.removed_utc_ms is not None:
        name = text("This person") if row is None else f'"{row.name}"'
        raise RosterError(text("{name} is not on the roster any more: add them again.", name=name))
    return row


def everybody(session: Session) -> Sequence[AthleteRow]:
    """Whoever is on the roster, by name."""
    present = select(AthleteRow).where(AthleteRow.removed_utc_ms.is_(None))
    return session.scalars(present.order_by(AthleteRow.name_key)).all()


def named_row(session: Session, name: str) -> AthleteRow:
    """Raises RosterError, with the nearest name, when nobody has it."""
    rows = everybody(session)
    key = name_key(name)
    for row in rows:
        if row.name_key == key:
            return row
    alike = nearest(name, [row.name for row in rows])
    meant = (
        "" if not alike else text("did you mean ") + " or ".join(f'"{one}"' for one in alike) + "? "
    )
    raise RosterError(
        text(
            "\"{name}\" is not on the roster; {meant}'switchback roster list' shows who is, "
            "'switchback roster add' adds someone.",
            name=name,
            meant=meant,
        )
    )


def knows_more(row: AthleteRow, athlete: Athlete) -> bool:
    """Whether something that measurements need was not known before."""
    return any(getattr(row, what) is None is not getattr(athlete, what) for what in _MEASURED_WITH)


def measure_again(session: Session, athlete_id: int) -> None:
    """Of what was over, only those parts that something could not be measured of: a body that has
    changed since must not change what was measured with it as it was.
    """
    lacking = select(result.c.session_athlete_id).where(result.c.value.is_(None))
    session.execute(
        update(SessionAthleteRow)
        .where(SessionAthleteRow.athlete_id == athlete_id, SessionAthleteRow.id.in_(lacking))
        .values(measured_utc_ms=None)
    )


def fill(row: AthleteRow, athlete: Athlete, utc_ms: int) -> None:
    """Writes everything that is known of the person into their row."""
    row.name, row.name_key = athlete.name, name_key(athlete.name)
    row.sex, row.birth_year = athlete.sex, athlete.birth_year
    row.max_hr, row.resting_hr = athlete.max_hr, athlete.resting_hr
    row.threshold_hr, row.ceiling_hr = athlete.threshold_hr, athlete.ceiling_hr
    row.weight_kg, row.vo2max = athlete.weight_kg, athlete.vo2max
    row.marathon_pace_s_per_km = athlete.marathon_pace_s_per_km
    row.is_effort_only, row.test_ceiling_hr = athlete.is_effort_only, athlete.test_ceiling_hr
    row.is_ready, row.race_name = athlete.is_ready, athlete.race_name
    row.shows = athlete.shows
    for day in _DAYS:
        on: date | None = getattr(athlete, day)
        setattr(row, day, None if on is None else on.isoformat())
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
        threshold_on=_day(row.threshold_on),
        birth_year=row.birth_year,
        sex="f" if row.sex == "f" else "m" if row.sex == "m" else None,
        zone_edges=None if row.zone_edges is None else tuple(json.loads(row.zone_edges)),
        ceiling_hr=row.ceiling_hr,
        foot_pods=tuple(pod.device_number for pod in row.foot_pods),
        tags=tuple(tag.digest for tag in row.tags),
        weight_kg=row.weight_kg,
        vo2max=row.vo2max,
        marathon_pace_s_per_km=row.marathon_pace_s_per_km,
        is_effort_only=row.is_effort_only,
        test_ceiling_hr=row.test_ceiling_hr,
        cleared_on=_day(row.cleared_on),
        guardian_on=_day(row.guardian_on),
        readiness_on=_day(row.readiness_on),
        is_ready=row.is_ready,
        race_on=_day(row.race_on),
        race_name=row.race_name,
        shows="zone" if row.shows == "zone" else "percent" if row.shows == "percent" else "bpm",
        guest_on=_day(row.guest_on),
    )


def _day(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)
