"""Days as the window's language writes them."""

from datetime import date

from PySide6.QtCore import QDate, QLocale


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


def _written(day: date, how: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), how).replace(".", "")
