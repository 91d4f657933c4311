"""How the machine is doing, in sentences: each bad reading says what to do about it."""

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk import pi_health
from kiosk.health_port import HealthLine, Verdict
from kiosk.pi_health import RealTimeClock, Space, Throttling, Wear
from kiosk.words import Number, joined, text

HOT_C, WARM_C = 80.0, 70.0
"""From 80 °C on a Pi slows down by itself."""
FULL_BYTES: Final = 500_000_000
SCARCE_PERCENT: Final = 80.0
WORN_PERCENT, WEARING_PERCENT = 90, 70
OLD_BACKUP_S, NO_BACKUP_S = 3 * 86_400.0, 14 * 86_400.0
RTC_DRIFT_S: Final = 120.0
TOO_WEAK: Final = text(
    "The power supply is too weak now, and what is written may be damaged: take the"
    " supply made for this Pi, a short cable, and unplug what is not needed."
)
_HOUR_S: Final = 3600.0
_DAY_H: Final = 24


@dataclass(frozen=True, slots=True)
class MachineLook:
    """Everything that was read, at one time."""

    model: str | None = None
    system: str | None = None
    kernel: str = ""
    version: str = ""
    qt: str = ""
    """Empty where nothing is drawn."""
    temperature_c: float | None = None
    throttling: Throttling | None = None
    space: Space | None = None
    wear: Wear | None = None
    is_synchronised: bool = False
    time_service: str | None = None
    clock_source: str | None = None
    clock: RealTimeClock | None = None
    utc_s: float = 0.0
    uptime_s: float | None = None
    backup_utc_s: float | None = None
    """The newest verified one; None where there is none."""
    last_fault: str = ""
    """What the start before this one ended with."""
    private_trouble: str = ""
    """That others may read the data."""
    system_trouble: str = ""
    """That units and rules are not those of this program's release."""


def read_machine(data: Path, root: Path = pi_health.ROOT) -> MachineLook:
    """What the machine itself tells; takes a few milliseconds, and more where a command is asked.
    What only the program knows is left out.
    """
    return MachineLook(
        model=pi_health.model(root),
        system=pi_health.system_name(root),
        kernel=platform.release(),
        temperature_c=pi_health.temperature_c(root),
        throttling=pi_health.throttling(root),
        space=pi_health.space(data),
        wear=pi_health.wear(data, root),
        time_service=pi_health.time_service(root),
        clock_source=pi_health.clock_source(root),
        clock=pi_health.real_time_clock(root),
        uptime_s=pi_health.uptime_s(root),
    )


def machine_rows(look: MachineLook) -> list[HealthLine]:
    """A line for each thing, in the order in which a volunteer looks at them."""
    rows = (
        _power(look.throttling),
        _heat(look.temperature_c, look.throttling),
        _space(look.space),
        _wear(look.wear),
        _backup(look.backup_utc_s, look.utc_s),
        _time(look),
        _battery(look.clock, look.utc_s, is_synchronised=look.is_synchronised),
        _start(look),
        _private(look.private_trouble),
        _system(look.system_trouble),
        _versions(look),
    )
    return [row for row in rows if row is not None]


def _row(
    what: str, title: str, verdict: Verdict, message: str, value: str | None = None
) -> HealthLine:
    return HealthLine(what, title, verdict, message, value)


def _power(found: Throttling | None) -> HealthLine:
    title = text("Power")
    if found is None:
        return _row("power", title, "ok", text("This machine does not tell how its power is."))
    if found.undervoltage:
        return _row("power", title, "problem", TOO_WEAK)
    if found.undervoltage_before:
        return _row(
            "power",
            title,
            "note",
            text(
                "The supply was too weak at some time since the start: take the one made for this"
                " Pi and a short cable."
            ),
        )
    return _row("power", title, "ok", text("The supply has been good since the start."))


def _heat(celsius: float | None, found: Throttling | None) -> HealthLine:
    title = text("Heat")
    value = None if celsius is None else text("{degrees} °C", degrees=Number(celsius))
    if (celsius is not None and celsius >= HOT_C) or (found is not None and found.hot):
        message = text(
            "It is too hot and slows down: take it out of its box, away from the sun and the"
            " treadmill's motor, or give it a fan."
        )
        return _row("heat", title, "problem", message, value)
    if celsius is not None and celsius >= WARM_C:
        message = text("It is warm: see that air comes to it.")
        return _row("heat", title, "note", message, value)
    if found is not None and (found.hot_before or found.capped_before):
        message = text(
            "It was slowed down at some time since the start, by heat or a weak supply: see that"
            " air comes to it."
        )
        return _row("heat", title, "note", message, value)
    if value is None:
        return _row("heat", title, "ok", text("This machine does not tell how warm it is."))
    return _row("heat", title, "ok", text("Not too warm."), value)


def _space(found: Space | None) -> HealthLine:
    title = text("Disk space")
    if found is None:
        return _row(
            "space",
            title,
            "problem",
            text("The disk cannot be looked at: start the kiosk again; if it stays, get help."),
        )
    free = text("{gigabytes} GB free", gigabytes=Number(found.free / 1e9, 1))
    if found.is_read_only:
        message = text(
            "The disk takes nothing any more, which a card does that is worn out: save a backup on"
            " a stick and take a new card."
        )
        return _row("space", title, "problem", message, free)
    if found.free < FULL_BYTES:
        message = text(
            "The disk is nearly full: export to a stick, take old exports away, or take a larger"
            " card."
        )
        return _row("space", title, "problem", message, free)
    if found.used_percent >= SCARCE_PERCENT:
        message = text("The disk fills up: plan a larger card.")
        return _row("space", title, "note", message, free)
    return _row("space", title, "ok", text("There is room."), free)


def _wear(found: Wear | None) -> HealthLine:
    title = text("Wear of the disk")
    if found is None or found.used_percent is None:
        if found is not None and found.is_worn_out:
            return _worn(title, None)
        message = text(
            "How worn it is cannot be told: keep backups on a stick, and take a new card every"
            " three years."
        )
        return _row("wear", title, "ok", message, None if found is None else found.kind)
    value = text("{percent} % used", percent=min(found.used_percent, 100))
    if found.is_worn_out or found.used_percent >= WORN_PERCENT:
        return _worn(title, value)
    if found.used_percent >= WEARING_PERCENT:
        message = text("It wears out: plan a new one within the year.")
        return _row("wear", title, "note", message, value)
    return _row("wear", title, "ok", text("Far from worn out."), value)


def _worn(title: str, value: str | None) -> HealthLine:
    message = text(
        "It is worn out and may fail any day: save a backup on a stick today and take a new one."
    )
    return _row("wear", title, "problem", message, value)


def _backup(made_utc_s: float | None, now_utc_s: float) -> HealthLine:
    title = text("Last backup")
    if made_utc_s is None:
        message = text("There is none yet: one is made after an evening, when nobody trains.")
        return _row("backup-age", title, "note", message)
    age_s = max(0.0, now_utc_s - made_utc_s)
    value = _ago(age_s)
    if age_s >= NO_BACKUP_S:
        message = text(
            "It is too old: leave the kiosk on for an hour when nobody trains, and see that the"
            " disk has room."
        )
        return _row("backup-age", title, "problem", message, value)
    if age_s >= OLD_BACKUP_S:
        message = text("One is made when the kiosk is on and nobody trains: leave it on.")
        return _row("backup-age", title, "note", message, value)
    return _row("backup-age", title, "ok", text("It was read back and found good."), value)


def _time(look: MachineLook) -> HealthLine:
    title = text("Clock")
    if look.is_synchronised:
        service = look.time_service
        said = text("A time service keeps it right.")
        if service is not None:
            said = text("{service} keeps it right.", service=service)
        return _row("time", title, "ok", said, look.clock_source)
    message = text(
        "No time service has set it since the start, and what is recorded is marked so: connect"
        " the kiosk to a network for a minute."
    )
    return _row("time", title, "note", message, look.clock_source)


def _battery(
    found: RealTimeClock | None, utc_s: float, *, is_synchronised: bool
) -> HealthLine | None:
    title = text("Clock’s battery")
    if found is None:
        message = text(
            "This machine has no clock that goes on without power: after a power cut the time is"
            " wrong until the network tells it."
        )
        return _row("rtc", title, "ok", message)
    drift_s = 0.0 if found.utc_s is None else abs(found.utc_s - utc_s)
    if found.utc_s is None or (is_synchronised and drift_s > RTC_DRIFT_S):
        message = text(
            "The clock that goes on without power does not keep the time: put a battery in, or a"
            " new one."
        )
        return _row("rtc", title, "note", message, found.name)
    return _row("rtc", title, "ok", text("It keeps the time without power."), found.name)


def _start(look: MachineLook) -> HealthLine:
    title = text("Running")
    value = None if look.uptime_s is None else _ago(look.uptime_s, since=True)
    if look.last_fault:
        message = text("The start before this one ended so: {fault}", fault=look.last_fault)
        return _row("start", title, "note", message, value)
    return _row("start", title, "ok", text("It has not stopped by itself."), value)


def _private(trouble: str) -> HealthLine:
    title = text("Data folder")
    if trouble:
        return _row("private", title, "note", trouble)  # the next start puts most of it right
    return _row("private", title, "ok", text("Nobody but the kiosk can read it."))


def _system(trouble: str) -> HealthLine | None:
    return _row("system", text("Services and rules"), "note", trouble) if trouble else None


def _versions(look: MachineLook) -> HealthLine:
    parts = [f"Switchback {look.version}" if look.version else "", look.model or ""]
    parts += [look.system or "", f"Linux {look.kernel}" if look.kernel else ""]
    parts += [f"Qt {look.qt}" if look.qt else "", f"Python {platform.python_version()}"]
    said = joined(", ", [part for part in parts if part])
    return _row("versions", text("Versions"), "ok", said, look.version or None)


def _ago(seconds: float, *, since: bool = False) -> str:
    hours = int(seconds // _HOUR_S)
    if hours < 1:
        minutes = int(seconds // 60)
        return text("{minutes} min", minutes=minutes) if since else text("{m} min ago", m=minutes)
    if hours < 2 * _DAY_H:
        return text("{hours} h", hours=hours) if since else text("{hours} h ago", hours=hours)
    days = hours // _DAY_H
    return text("{days} days", days=days) if since else text("{days} days ago", days=days)


def worst(rows: Sequence[HealthLine]) -> Verdict:
    """Of all of them."""
    states = {row.verdict for row in rows}
    return "problem" if "problem" in states else "note" if "note" in states else "ok"
