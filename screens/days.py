"""Days and times as the window's language writes them, or that the clock was not set."""

import re
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from kiosk.clock import CLOCK_SET_FROM
from screens.tongue import tr

_DAY = re.compile(r"(?<!d)d(?!d)")
"""Of the month, in Qt's words for the shape of a date."""


def short_day(day: date) -> str:
    """ "Thu 26 Nov"."""
    return _written(day, "ddd d MMM")


def day_and_year(day: date) -> str:
    """ "26 Nov 2026"."""
    return _written(day, "d MMM yyyy")


def weekday(day: date) -> str:
    """ "Thu"."""
    return _written(day, "ddd")


def full_day(day: date) -> str:
    """ "Thursday 26 November"."""
    return _written(day, "dddd d MMMM")


def day_of_month(day: date) -> str:
    """ "26 Nov"."""
    return _written(day, "d MMM")


def time_of_day(at: datetime) -> str:
    """ "18:08"."""
    return f"{at:%H:%M}" if at.year >= CLOCK_SET_FROM else _unknown()


def moment(at: datetime) -> str:
    """ "Thu 26 Nov 2026, 18:08"."""
    if at.year < CLOCK_SET_FROM:
        return _unknown()
    return f"{weekday(at.date())} {day_and_year(at.date())}, {time_of_day(at)}"


def _unknown() -> str:
    return tr("clock not set")


def _written(day: date, how: str) -> str:
    """Without the dots of shortened names; in German a day has one of its own: "26. Nov"."""
    if day.year < CLOCK_SET_FROM:
        return _unknown()
    locale = QLocale()
    dotted = locale.language() == QLocale.Language.German
    asked = _DAY.sub("d'#'", how) if dotted else how
    written = locale.toString(QDate(day.year, day.month, day.day), asked)
    return written.replace(".", "").replace("#", ".")
