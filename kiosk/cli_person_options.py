"""What the command line may say of a person: the options that adding and changing share."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final, TypeVar

import click

from kiosk.training.units import KMH_PER_MPH

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Nothing:
    """The word "none": takes a value back."""


NOTHING: Final = Nothing()


class _Number(click.ParamType[Any, Any]):
    name = "number"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        try:
            return float(value)
        except ValueError:
            self.fail(f'"{value}" is no number.', param, ctx)


class _Date(click.ParamType[Any, Any]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day, not a time
        except ValueError:
            self.fail(f'"{value}" is no day: write it like 2026-05-31.', param, ctx)


class _Pace(click.ParamType[Any, Any]):
    """Seconds per kilometre."""

    name = "pace"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        if isinstance(value, float):
            return value
        found = re.fullmatch(r"(\d{1,2}):([0-5]\d)(?: ?/ ?(km|mi|mile))?", str(value).strip())
        if found is None:
            self.fail(f'"{value}" is no pace: write it like 5:10 or 8:20/mile.', param, ctx)
        seconds = 60.0 * int(found[1]) + int(found[2])
        return seconds / KMH_PER_MPH if (found[3] or "km").startswith("mi") else seconds


class _Edges(click.ParamType[Any, Any]):
    name = "edges"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, ...]:
        try:
            return tuple(float(edge) for edge in str(value).split(","))
        except ValueError:
            self.fail(f'"{value}" are no zone edges: write them like 100,120,140.', param, ctx)


class _OrNone(click.ParamType[Any, Any]):
    """The same, or "none"."""

    def __init__(self, kind: click.ParamType[Any, Any]) -> None:
        self.name = kind.name
        self._kind = kind

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, Nothing) or str(value).casefold() == "none":
            return NOTHING
        return self._kind.convert(value, param, ctx)


DATE = _Date()
_NUMBER, _DAY, _INT = _OrNone(_Number()), _OrNone(DATE), _OrNone(click.INT)
DEVICE = _OrNone(click.INT)

_OPTIONS = (
    click.option("--max-hr", type=_NUMBER, metavar="BPM"),
    click.option("--resting-hr", type=_NUMBER, metavar="BPM"),
    click.option("--threshold-hr", type=_NUMBER, metavar="BPM"),
    click.option("--threshold-on", type=_DAY, metavar="DATE", help="When it was tested; today."),
    click.option("--zone-edges", type=_OrNone(_Edges()), metavar="BPM,…", help="Own zones."),
    click.option("--birth-year", type=_INT, metavar="YEAR"),
    click.option("--sex", type=_OrNone(click.Choice(["f", "m"])), metavar="f|m"),
    click.option("--weight-kg", type=_NUMBER, metavar="KG"),
    click.option("--vo2max", type=_NUMBER, metavar="ML/KG/MIN"),
    click.option(
        "--marathon-pace", "marathon_pace_s_per_km", type=_OrNone(_Pace()), metavar="M:SS"
    ),
    click.option("--effort-only/--no-effort-only", "is_effort_only", default=None),
    click.option("--ceiling-hr", type=_NUMBER, metavar="BPM", help="Never above this."),
    click.option("--test-ceiling-hr", type=_NUMBER, metavar="BPM", help="The same, in tests."),
    click.option("--cleared", "cleared_on", type=_DAY, metavar="DATE", help="For maximal tests."),
    click.option("--guardian", "guardian_on", type=_DAY, metavar="DATE", help="Their consent."),
    click.option("--readiness", type=_OrNone(click.Choice(["yes", "no"])), metavar="yes|no"),
    click.option("--race-date", "race_on", type=_DAY, metavar="DATE"),
    click.option("--race-name", type=_OrNone(click.STRING), metavar="NAME"),
)


def person_options(command: _Command) -> _Command:
    """Gives a command every option on a person; what was not said is None."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def said_of(options: dict[str, Any]) -> dict[str, Any]:
    """Only what was said; a value taken back is None."""
    return {
        name: None if isinstance(value, Nothing) else value
        for name, value in options.items()
        if value is not None
    }
