"""Whether what somebody says of a person can be: one sentence when it cannot."""

from datetime import date, timedelta

from kiosk.errors import RosterError
from kiosk.training.athlete import Athlete
from kiosk.training.zones import check_athlete
from kiosk.words import short, text

ADULT_YEARS = 18
FIRST_DAY = date(2000, 1, 1)
LONGEST_RACE_NAME = 60
_CLOCK_SET = date(2026, 1, 1)
"""The clock of a kiosk without a network may be years behind."""
_RACE_DAYS_AHEAD = 5 * 366


def check_person(athlete: Athlete, today: date) -> None:
    """Raises RosterError, in one sentence, for values that no one person can have.

    Weight 25–300 kg, VO2max 10–95 ml/kg/min, marathon pace 2:00–15:00 min/km; a ceiling is never
    above a known maximum, or it would be none; what was done was done by today. Somebody under 18
    is cleared for maximal tests only with a guardian's consent.
    """
    check_athlete(athlete)
    latest = max(today, _CLOCK_SET)
    _check_birth_year(athlete, latest)
    _check_body(athlete)
    _check_ceilings(athlete)
    _check_days(athlete, latest)
    if athlete.cleared_on is not None and athlete.guardian_on is None and is_minor(athlete, latest):
        raise RosterError(
            text(
                "{name} may be under {years}: record the day of a guardian's consent "
                "too, before clearing them for maximal tests.",
                name=athlete.name,
                years=ADULT_YEARS,
            )
        )


def is_minor(athlete: Athlete, on: date) -> bool:
    """Whether they may be under 18 on that day: only the year of birth is known, and in the year
    of the eighteenth birthday it may still be to come. Nobody without one is.
    """
    return athlete.birth_year is not None and on.year - athlete.birth_year <= ADULT_YEARS


def _check_birth_year(athlete: Athlete, latest: date) -> None:
    born = athlete.birth_year
    if born is not None and not 1900 <= born <= latest.year:
        raise RosterError(
            text(
                "The birth year cannot be {born}: give one between 1900 and {year}.",
                born=born,
                year=latest.year,
            )
        )


def _check_body(athlete: Athlete) -> None:
    name = athlete.name
    weight, vo2max, pace = athlete.weight_kg, athlete.vo2max, athlete.marathon_pace_s_per_km
    if weight is not None and not 25 <= weight <= 300:
        raise RosterError(
            text(
                "The weight of {name} cannot be {weight} kg; enter a value from 25 to 300.",
                name=name,
                weight=short(weight),
            )
        )
    if vo2max is not None and not 10 <= vo2max <= 95:
        raise RosterError(
            text(
                "The VO2max of {name} cannot be {vo2max} ml/kg/min; enter a value from 10 to 95.",
                name=name,
                vo2max=short(vo2max),
            )
        )
    if pace is not None and not 120 <= pace <= 900:
        raise RosterError(
            text(
                "The marathon pace of {name} cannot be {pace} s/km; enter one from 2:00 to "
                "15:00 a kilometre.",
                name=name,
                pace=short(pace),
            )
        )


def _check_ceilings(athlete: Athlete) -> None:
    test = athlete.test_ceiling_hr
    if test is not None and not 60 <= test <= 230:
        raise RosterError(
            text(
                "The test ceiling of {name} cannot be {test}; enter a value from 60 to 230.",
                name=athlete.name,
                test=short(test),
            )
        )
    for what, ceiling in ((text("ceiling"), athlete.ceiling_hr), (text("test ceiling"), test)):
        if ceiling is not None and athlete.max_hr is not None and ceiling > athlete.max_hr:
            raise RosterError(
                text(
                    "The {what} of {name} ({ceiling}) must not lie above the maximum heart "
                    "rate ({max_hr}); correct one of them.",
                    what=what,
                    name=athlete.name,
                    ceiling=short(ceiling),
                    max_hr=short(athlete.max_hr),
                )
            )


def _check_days(athlete: Athlete, latest: date) -> None:
    tomorrow = latest + timedelta(days=1)  # already today, further east
    done = (
        (text("threshold test"), athlete.threshold_on),
        (text("clearance"), athlete.cleared_on),
        (text("guardian's consent"), athlete.guardian_on),
        (text("readiness questions"), athlete.readiness_on),
    )
    for what, on in done:
        if on is not None and not FIRST_DAY <= on <= tomorrow:
            raise RosterError(
                text(
                    "The day of the {what} of {name} cannot be {on}; enter one from "
                    "{first} to today.",
                    what=what,
                    name=athlete.name,
                    on=on,
                    first=FIRST_DAY,
                )
            )
    race = athlete.race_on
    if race is not None and not FIRST_DAY <= race <= latest + timedelta(days=_RACE_DAYS_AHEAD):
        raise RosterError(
            text(
                "The race day of {name} cannot be {race}; enter one within the next five years.",
                name=athlete.name,
                race=race,
            )
        )
    if len(athlete.race_name) > LONGEST_RACE_NAME or not athlete.race_name.isprintable():
        raise RosterError(
            text(
                "The race's name cannot be kept; enter up to {count} plain characters.",
                count=LONGEST_RACE_NAME,
            )
        )
